//! SVG elements, serialized by an XML writer that escapes text and attributes and closes every element.

use std::fmt::Display;

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// Start tag of an element.
pub(crate) struct Element(BytesStart<'static>);

impl Element {
    /// Creates a tag without attributes.
    pub(crate) fn new(name: &'static str) -> Self {
        Element(BytesStart::new(name))
    }

    /// Adds an attribute. Attributes are written in the order in which they are added.
    pub(crate) fn with(mut self, name: &str, value: impl Display) -> Self {
        self.0.push_attribute((name, value.to_string().as_str()));
        self
    }
}

/// An SVG document under construction.
pub(crate) struct Drawing {
    writer: Writer<Vec<u8>>,
    open: Vec<BytesEnd<'static>>,
}

impl Drawing {
    /// Begins a document with its root element.
    pub(crate) fn new(root: Element) -> Self {
        let mut drawing = Drawing { writer: Writer::new(Vec::new()), open: Vec::new() };
        drawing.open(root);
        drawing
    }

    /// Opens an element. Subsequent elements are nested inside it until it is closed.
    pub(crate) fn open(&mut self, element: Element) {
        self.open.push(element.0.to_end().into_owned());
        self.write(Event::Start(element.0));
    }

    /// Closes the most recently opened element.
    ///
    /// # Panics
    ///
    /// Panics if no element is open.
    pub(crate) fn close(&mut self) {
        let end = self.open.pop().expect("an element is open");
        self.write(Event::End(end));
    }

    /// Writes an element without content.
    pub(crate) fn empty(&mut self, element: Element) {
        self.write(Event::Empty(element.0));
    }

    /// Writes an element that contains only text.
    pub(crate) fn text(&mut self, element: Element, text: &str) {
        self.open(element);
        self.write(Event::Text(BytesText::from_escaped(escaped(text))));
        self.close();
    }

    /// Closes all open elements and returns the document.
    ///
    /// # Panics
    ///
    /// Never in practice: all output is UTF-8.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        String::from_utf8(self.writer.into_inner()).expect("all output is UTF-8")
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("writing to memory does not fail");
    }
}

/// Escapes text for XML embedded in HTML. The writer's own escaping uses `&apos;`, which HTML 4 does not define.
fn escaped(text: &str) -> String {
    partial_escape(text).replace('"', "&quot;").replace('\'', "&#39;")
}

/// Returns a line between two points.
pub(crate) fn line(
    class: impl Display,
    from: (impl Display, impl Display),
    to: (impl Display, impl Display),
) -> Element {
    Element::new("line").with("class", class).with("x1", from.0).with("y1", from.1).with("x2", to.0).with("y2", to.1)
}

/// Returns the tag of a text label at a point.
pub(crate) fn label(class: &str, x: impl Display, y: impl Display) -> Element {
    Element::new("text").with("class", class).with("x", x).with("y", y)
}

/// Formats a coordinate with one decimal.
pub(crate) fn tenth(coordinate: f64) -> String {
    format!("{coordinate:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped_and_elements_closed() {
        let mut drawing = Drawing::new(Element::new("svg").with("aria-label", "a \"b\""));
        drawing.open(Element::new("g"));
        drawing.text(Element::new("title"), "<a> & \"b\" isn't c");
        drawing.empty(Element::new("line").with("x1", tenth(2.0)).with("y1", 0));
        assert_eq!(
            drawing.finish(),
            "<svg aria-label=\"a &quot;b&quot;\"><g><title>&lt;a&gt; &amp; &quot;b&quot; isn&#39;t c</title>\
             <line x1=\"2.0\" y1=\"0\"/></g></svg>"
        );
    }
}
