//! Lines and markers on a common time axis, as SVG.
//!
//! Quantities with different units never share a scale. Each line has its own panel, the panels are stacked, and
//! all share the time axis (small multiples). Markers are placed in lanes above the panels. Each kind has its own
//! lane and shape, so kinds can be distinguished without color. Markers that are too close to draw side by side are
//! merged into one with a count above it. Colors and fonts come from the page's style sheet, by class.
//!
//! A chart is drawn separately for each size, because a scaled-down chart would be illegible on a phone or on
//! paper.

use std::fmt::{Arguments, Display, Write};

use super::drawing::{Drawing, Element, label, line, tenth};

/// Lines and markers on a common time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Prefix of the ids within the drawing. It must be unique on the page and contain only letters.
    pub id: String,
    /// Title.
    pub title: String,
    /// Description of the content for readers who cannot see the chart.
    pub description: String,
    /// Length of the time axis in minutes.
    pub until: u32,
    /// Lanes of markers, one per kind, from top to bottom.
    pub lanes: Vec<Lane>,
    /// Panels with one line each, from top to bottom.
    pub panels: Vec<Panel>,
}

/// Shape of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// ▲
    Triangle,
    /// ●
    Circle,
    /// ✕
    Cross,
}

/// Markers of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Name of the kind.
    pub name: String,
    /// CSS class.
    pub key: String,
    /// Shape.
    pub shape: Shape,
    /// Whether a faint line extends from each marker down through the panels.
    pub leads_down: bool,
    /// Minutes since StartEx and description of each marker, in chronological order.
    pub marks: Vec<(u32, String)>,
}

/// The extreme value that a panel highlights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// Lowest value.
    Lowest,
    /// Highest value.
    Highest,
}

/// A line with its own scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Name of the quantity, with its unit.
    pub name: String,
    /// CSS class.
    pub key: String,
    /// Upper end of the scale, which begins at 0.
    pub max: f64,
    /// Suffix of labeled values.
    pub unit: &'static str,
    /// Extreme value to highlight.
    pub extreme: Extreme,
    /// Minutes since StartEx and value of each point, in chronological order.
    pub points: Vec<(u32, f64)>,
}

/// Size for which a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Desktop page or screen.
    Wide,
    /// Phone.
    Narrow,
    /// Printed page, where text must remain legible at three quarters of its size.
    Paper,
}

/// Dimensions, in units of the drawing.
struct Layout {
    suffix: &'static str,
    width: f64,
    left: f64,
    right: f64,
    lane: f64,
    panel: f64,
    font: f64,
    most_ticks: u32,
    /// Whether the name of a lane is placed above it instead of to its left.
    names_above: bool,
}

/// Space above a panel for its name.
const NAME: f64 = 34.0;

/// Space below the panels for the time axis.
const AXIS: f64 = 30.0;

/// Minimum distance between markers; closer ones are merged.
const MERGED: f64 = 17.0;

impl Layout {
    fn of(size: Size) -> Self {
        match size {
            Size::Wide => Layout {
                suffix: "wide",
                width: 960.0,
                left: 84.0,
                right: 56.0,
                lane: 34.0,
                panel: 96.0,
                font: 13.0,
                most_ticks: 12,
                names_above: false,
            },
            Size::Narrow => Layout {
                suffix: "narrow",
                width: 350.0,
                left: 30.0,
                right: 38.0,
                lane: 50.0,
                panel: 84.0,
                font: 12.0,
                most_ticks: 6,
                names_above: true,
            },
            Size::Paper => Layout {
                suffix: "paper",
                width: 640.0,
                left: 76.0,
                right: 40.0,
                lane: 28.0,
                panel: 84.0,
                font: 11.0,
                most_ticks: 12,
                names_above: false,
            },
        }
    }

    fn end(&self) -> f64 {
        self.width - self.right
    }

    fn x(&self, minute: u32, until: u32) -> f64 {
        self.left + (self.end() - self.left) * f64::from(minute) / f64::from(until.max(1))
    }

    fn lane_y(&self, lane: usize) -> f64 {
        self.lane * count(lane) + self.lane - 10.0
    }

    fn panel_top(&self, lanes: usize, panel: usize) -> f64 {
        self.lane * count(lanes) + (NAME + self.panel) * count(panel) + NAME
    }
}

#[expect(clippy::cast_precision_loss, reason = "small counts of lanes and panels are exact")]
fn count(things: usize) -> f64 {
    things as f64
}

/// Draws a chart for an HTML page.
pub fn svg(chart: &Chart, size: Size) -> String {
    let layout = Layout::of(size);
    let mut drawing = Drawing::new(root(chart, &layout));
    draw(chart, &layout, &mut drawing);
    drawing.finish()
}

/// Draws a chart for the PDF, as a standalone SVG document with an embedded style sheet.
pub fn paper(chart: &Chart, style: &str) -> String {
    let layout = Layout::of(Size::Paper);
    let mut drawing = Drawing::new(root(chart, &layout).with("xmlns", "http://www.w3.org/2000/svg"));
    drawing.text(Element::new("style"), style);
    draw(chart, &layout, &mut drawing);
    drawing.finish()
}

/// Returns the prefix of the ids within a drawing.
fn id(chart: &Chart, layout: &Layout) -> String {
    format!("{}-{}", chart.id, layout.suffix)
}

/// Returns the lower edge of the panels.
fn bottom(chart: &Chart, layout: &Layout) -> f64 {
    layout.panel_top(chart.lanes.len(), chart.panels.len()) - NAME
}

fn root(chart: &Chart, layout: &Layout) -> Element {
    let id = id(chart, layout);
    Element::new("svg")
        .with("class", format_args!("chart {}", layout.suffix))
        .with("viewBox", format_args!("0 0 {} {}", layout.width, bottom(chart, layout) + AXIS))
        .with("font-size", layout.font)
        .with("role", "img")
        .with("aria-labelledby", format_args!("{id}-title {id}-desc"))
}

fn draw(chart: &Chart, layout: &Layout, out: &mut Drawing) {
    let id = id(chart, layout);
    let bottom = bottom(chart, layout);
    out.text(Element::new("title").with("id", format_args!("{id}-title")), &chart.title);
    out.text(Element::new("desc").with("id", format_args!("{id}-desc")), &chart.description);
    draw_axis(chart, layout, bottom, out);
    draw_leads(chart, layout, bottom, out);
    for (index, panel) in chart.panels.iter().enumerate() {
        draw_panel(panel, layout.panel_top(chart.lanes.len(), index), chart.until, layout, out);
    }
    for (index, lane) in chart.lanes.iter().enumerate() {
        draw_lane(lane, layout.lane_y(index), chart.until, layout, out);
    }
}

/// Returns a label with an outline behind it, so that it is legible on top of a line.
fn outlined_label(class: &str, x: impl Display, y: f64) -> Element {
    Element::new("text").with("class", class).with("paint-order", "stroke").with("x", x).with("y", tenth(y))
}

/// Draws the vertical grid lines and the times below them.
fn draw_axis(chart: &Chart, layout: &Layout, bottom: f64, out: &mut Drawing) {
    let every = tick_spacing(chart.until, layout.most_ticks);
    for minute in (0..=chart.until).step_by(every as usize) {
        let x = tenth(layout.x(minute, chart.until));
        out.empty(line("grid", (&x, 0), (&x, bottom)));
        out.text(label("tick", x, tenth(bottom + 20.0)).with("text-anchor", "middle"), &tick_label(minute, every));
    }
}

/// Returns the number of minutes between two ticks of the time axis.
fn tick_spacing(until: u32, most: u32) -> u32 {
    let steps = [5, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400];
    steps.into_iter().find(|step| until / step <= most).unwrap_or(28800)
}

/// Formats a tick as `T+06`, or as `T+00:30` if ticks are less than an hour apart.
fn tick_label(minute: u32, every: u32) -> String {
    if every < 60 { format!("T+{:02}:{:02}", minute / 60, minute % 60) } else { format!("T+{:02}", minute / 60) }
}

/// Draws faint lines from markers down through the panels.
fn draw_leads(chart: &Chart, layout: &Layout, bottom: f64, out: &mut Drawing) {
    for (index, lane) in chart.lanes.iter().enumerate().filter(|(_, lane)| lane.leads_down) {
        let top = layout.lane_y(index);
        for group in merged(&lane.marks, chart.until, layout) {
            let x = tenth(group.x);
            out.empty(line(format_args!("lead {}", lane.key), (&x, top), (&x, bottom)));
        }
    }
}

/// Markers drawn as one.
struct Group<'a> {
    x: f64,
    marks: Vec<&'a (u32, String)>,
}

/// Merges markers that are too close to draw side by side.
fn merged<'a>(marks: &'a [(u32, String)], until: u32, layout: &Layout) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for mark in marks {
        let x = layout.x(mark.0, until);
        match groups.last_mut() {
            Some(group) if x - group.x < MERGED => group.marks.push(mark),
            _ => groups.push(Group { x, marks: vec![mark] }),
        }
    }
    groups
}

fn draw_lane(lane: &Lane, y: f64, until: u32, layout: &Layout, out: &mut Drawing) {
    let name_y = if layout.names_above { y - 22.0 } else { y + 4.0 };
    out.text(outlined_label("name", 0, name_y), &lane.name);
    out.empty(line("rail", (layout.left, y), (layout.end(), y)));
    for group in merged(&lane.marks, until, layout) {
        draw_group(&group, lane, y, out);
    }
}

fn draw_group(group: &Group<'_>, lane: &Lane, y: f64, out: &mut Drawing) {
    let x = group.x;
    out.open(Element::new("g").with("class", format_args!("mark {}", lane.key)));
    let words = |(minute, text): &&(u32, String)| format!("T+{:02}:{:02} {text}", minute / 60, minute % 60);
    out.text(Element::new("title"), &group.marks.iter().map(words).collect::<Vec<String>>().join("\n"));
    out.empty(mark(lane.shape, x, y));
    if group.marks.len() > 1 {
        let count = label("many", tenth(x), tenth(y - 9.0)).with("text-anchor", "middle");
        out.text(count, &group.marks.len().to_string());
    }
    out.close();
}

/// Returns a marker.
fn mark(shape: Shape, x: f64, y: f64) -> Element {
    match shape {
        Shape::Triangle => Element::new("path").with(
            "d",
            format_args!("M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z", x - 5.5, y + 4.5, x + 5.5, y + 4.5, x, y - 5.5),
        ),
        Shape::Circle => Element::new("circle").with("cx", tenth(x)).with("cy", y).with("r", 5),
        Shape::Cross => Element::new("path").with("class", "stroke").with(
            "d",
            format_args!(
                "M{:.1} {:.1}L{:.1} {:.1}M{:.1} {:.1}L{:.1} {:.1}",
                x - 4.5,
                y - 4.5,
                x + 4.5,
                y + 4.5,
                x - 4.5,
                y + 4.5,
                x + 4.5,
                y - 4.5
            ),
        ),
    }
}

fn draw_panel(panel: &Panel, top: f64, until: u32, layout: &Layout, out: &mut Drawing) {
    let bottom = top + layout.panel;
    let height = |value: f64| bottom - layout.panel * (value / panel.max).clamp(0.0, 1.0);
    out.text(outlined_label("panel-name", layout.left, top - 9.0), &panel.name);
    for share in [0.0, 0.5, 1.0] {
        let (value, y) = (panel.max * share, height(panel.max * share));
        let class = if share == 0.0 { "base" } else { "grid" };
        out.empty(line(class, (layout.left, tenth(y)), (layout.end(), tenth(y))));
        let tick = label("tick", tenth(layout.left - 7.0), tenth(y + 4.0)).with("text-anchor", "end");
        out.text(tick, &short(value));
    }
    draw_line(panel, bottom, &height, until, layout, out);
}

fn draw_line(panel: &Panel, bottom: f64, height: &dyn Fn(f64) -> f64, until: u32, layout: &Layout, out: &mut Drawing) {
    let (Some(first), Some(last)) = (panel.points.first(), panel.points.last()) else { return };
    let mut line = String::new();
    for (index, (minute, value)) in panel.points.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        let _ = write!(line, "{letter}{:.1} {:.1}", layout.x(*minute, until), height(*value));
    }
    let (from, to) = (layout.x(first.0, until), layout.x(last.0, until));
    let key = &panel.key;
    let path =
        |class: &str, d: Arguments<'_>| Element::new("path").with("class", format_args!("{class} {key}")).with("d", d);
    out.empty(path("area", format_args!("{line}L{to:.1} {bottom}L{from:.1} {bottom}Z")));
    out.empty(path("line", format_args!("{line}")));
    if let Some((minute, value)) = extreme(panel).filter(|extreme| short(extreme.1) != short(last.1)) {
        let at = (layout.x(minute, until), height(value));
        draw_extreme(panel, at, value, bottom - layout.panel, out);
    }
    out.empty(dot(panel, to, height(last.1)));
    let value = outlined_label("value", tenth(to + 8.0), height(last.1) + 4.0);
    out.text(value, &format!("{}{}", short(last.1), panel.unit));
}

/// Draws a dot with its value, above it if there is room and below it otherwise.
fn draw_extreme(panel: &Panel, (x, y): (f64, f64), value: f64, top: f64, out: &mut Drawing) {
    let text_y = if y - 20.0 < top { y + 18.0 } else { y - 8.0 };
    out.empty(dot(panel, x, y));
    let label = outlined_label("value", tenth(x), text_y).with("text-anchor", "middle");
    out.text(label, &format!("{}{}", short(value), panel.unit));
}

/// Returns a dot on a line.
fn dot(panel: &Panel, x: f64, y: f64) -> Element {
    Element::new("circle")
        .with("class", format_args!("dot {}", panel.key))
        .with("cx", tenth(x))
        .with("cy", tenth(y))
        .with("r", 3)
}

fn extreme(panel: &Panel) -> Option<(u32, f64)> {
    let points = panel.points.iter().copied();
    match panel.extreme {
        Extreme::Lowest => points.min_by(|a, b| a.1.total_cmp(&b.1)),
        Extreme::Highest => points.max_by(|a, b| a.1.total_cmp(&b.1)),
    }
}

/// Formats a number without decimals, or with one decimal if it is small.
fn short(value: f64) -> String {
    if value.abs() < 10.0 && (value - value.round()).abs() >= 0.05 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

/// Returns the next round number at or above a value, for the upper end of a scale.
pub fn round_up(value: f64) -> f64 {
    let steps = [1.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 30.0, 40.0, 60.0, 80.0, 100.0, 200.0, 500.0, 1000.0];
    steps.into_iter().find(|step| value <= *step).unwrap_or(value)
}

/// Draws points from 0 to 100 as a bar with a tick at each threshold.
///
/// It is hidden from screen readers, because the text next to it contains the number.
pub fn bar(points: f64, thresholds: &[f64], key: &str) -> String {
    let length = points.clamp(0.0, 100.0);
    let mut out = Drawing::new(
        Element::new("svg")
            .with("class", "bar")
            .with("viewBox", "0 0 100 10")
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", true)
            .with("focusable", false),
    );
    let rect =
        |class: &str, width: &str| Element::new("rect").with("class", class).with("width", width).with("height", 10);
    out.empty(rect("track", "100"));
    out.empty(rect(&format!("fill {key}"), &tenth(length)));
    for threshold in thresholds {
        out.empty(line("threshold", (threshold, 0), (threshold, 10)));
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(marks: &[u32], points: Vec<(u32, f64)>) -> Chart {
        Chart {
            id: "c".into(),
            title: "Trust <over> time".into(),
            description: "It falls".into(),
            until: 4320,
            lanes: vec![Lane {
                name: "Setbacks".into(),
                key: "setback".into(),
                shape: Shape::Cross,
                leads_down: true,
                marks: marks.iter().map(|minute| (*minute, "a & b".to_owned())).collect(),
            }],
            panels: vec![Panel {
                name: "Trust".into(),
                key: "trust".into(),
                max: 100.0,
                unit: "",
                extreme: Extreme::Lowest,
                points,
            }],
        }
    }

    #[test]
    fn a_drawing_has_a_title_a_description_and_escaped_text() {
        let drawing = svg(&chart(&[60], vec![(0, 50.0), (4320, 40.0)]), Size::Wide);
        assert!(drawing.contains(r#"role="img" aria-labelledby="c-wide-title c-wide-desc""#));
        assert!(drawing.contains("Trust &lt;over&gt; time") && drawing.contains("a &amp; b"));
    }

    #[test]
    fn nearby_markers_merge_into_one_with_a_count() {
        let drawing = svg(&chart(&[60, 61, 62, 3000], vec![]), Size::Wide);
        assert_eq!(drawing.matches("class=\"mark setback\"").count(), 2);
        assert!(drawing.contains(r#"text-anchor="middle">3</text>"#));
        assert!(drawing.contains("T+01:02 a &amp; b"));
    }

    #[test]
    fn a_line_ends_at_the_right_edge_at_its_last_value() {
        let drawing = svg(&chart(&[], vec![(0, 0.0), (4320, 100.0)]), Size::Wide);
        let layout = Layout::of(Size::Wide);
        let (x, y) = (layout.end(), layout.panel_top(1, 0));
        assert!(drawing.contains(&format!("L{x:.1} {y:.1}\"")), "{drawing}");
    }

    #[test]
    fn an_empty_chart_is_still_drawn() {
        let empty = Chart { until: 0, lanes: vec![], panels: vec![], ..chart(&[], vec![]) };
        for size in [Size::Wide, Size::Narrow] {
            assert!(svg(&empty, size).ends_with("</svg>"));
        }
    }

    #[test]
    fn the_time_axis_has_a_readable_number_of_ticks() {
        for (until, most, every) in [(4320, 12, 360), (4320, 6, 720), (300, 12, 30), (90, 6, 15), (0, 6, 5)] {
            assert_eq!(tick_spacing(until, most), every);
        }
        assert_eq!(tick_label(90, 30), "T+01:30");
        assert_eq!(tick_label(360, 360), "T+06");
    }

    #[test]
    fn a_drawing_for_paper_is_self_contained() {
        let drawing = paper(&chart(&[60], vec![(0, 50.0), (4320, 40.0)]), ".line { fill: none; }");
        assert!(drawing.starts_with("<svg class=\"chart paper\""));
        assert!(drawing.contains(r#"xmlns="http://www.w3.org/2000/svg"><style>.line { fill: none; }</style><title"#));
    }

    #[test]
    fn scales_end_at_round_numbers() {
        for (value, top) in [(0.3, 1.0), (1.0, 1.0), (3.02, 4.0), (11.08, 12.0), (5000.0, 5000.0)] {
            assert!((round_up(value) - top).abs() < 1e-9);
        }
    }
}
