//! The debrief as one self-contained HTML page: it loads nothing from elsewhere, can be printed and is readable on
//! a phone.
//!
//! The page is a template with an embedded style sheet. The template engine escapes every value, because the
//! template's name ends in `.html`. Only the drawings of [`chart`] are inserted unescaped; they escape their own
//! text. The syntax is XML wherever HTML allows it, so that a simple parser can check the page.

use minijinja::{Environment, Value, context};

use super::chart::{self, Size};
use super::report::Report;
use super::{counterfactual_curve, story};
use goldenhour_core::debrief::{Counterfactual, Debrief, TurningPoint};
use goldenhour_core::ensemble::counterfactual::Difference;
use goldenhour_core::time::SimTime;

/// Name of the template in the engine. Its extension enables escaping.
const NAME: &str = "debrief.html";

/// Template of the page.
const TEMPLATE: &str = include_str!("../../../assets/report/debrief.html");

/// Template of the section on luck and turning points.
const TURNING: (&str, &str) = ("turning.html", include_str!("../../../assets/report/turning.html"));

/// Style sheet of that section.
const TURNING_STYLE: (&str, &str) = ("turning.css", include_str!("../../../assets/report/turning.css"));

/// Minimum points for the ratings M, S and P.
const THRESHOLDS: [f64; 3] = [40.0, 65.0, 85.0];

/// Returns the debrief as an HTML page.
///
/// # Panics
///
/// Never in practice: the template is part of the program, and a test renders it.
pub fn page(debrief: &Debrief) -> String {
    let report = Report::of(debrief);
    let bars: Vec<Value> =
        report.steps.iter().map(|step| safe(chart::bar(step.points, &THRESHOLDS, step.key))).collect();
    let story = story::chart(debrief);
    let mut environment = Environment::new();
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.add_filter("moment", moment);
    environment.add_filter("css", |text: &str| Value::from_safe_string(css(text)));
    environment.add_template(NAME, TEMPLATE).expect("the embedded template is valid");
    for (name, text) in [TURNING, TURNING_STYLE] {
        environment.add_template(name, text).expect("the embedded template is valid");
    }
    let template = environment.get_template(NAME).expect("the template was just added");
    let values = context! {
        report => Value::from_serialize(&report),
        bars => bars,
        story_wide => safe(chart::svg(&story, Size::Wide)),
        story_narrow => safe(chart::svg(&story, Size::Narrow)),
        turning => Value::from_serialize(&report.turning),
        cost_drawings => drawings(debrief, |found| &found.costs),
        gain_drawings => drawings(debrief, |found| &found.gains),
        luck_drawing => luck_drawing(debrief),
    };
    template.render(values).expect("the template uses only values that are provided")
}

/// Formats a time since StartEx as a `<time>` element: the usual text for readers, a duration for programs.
fn moment(at: &str) -> Value {
    match at.parse::<SimTime>() {
        Ok(time) => safe(format!(r#"<time datetime="PT{}M">{time}</time>"#, time.minutes())),
        Err(_) => Value::from(at),
    }
}

/// Returns the charts of a list of turning points, in the same order.
fn drawings(debrief: &Debrief, which: fn(&Counterfactual) -> &Vec<TurningPoint>) -> Vec<Value> {
    let Some(found) = &debrief.counterfactual else { return Vec::new() };
    let shown = || found.costs.iter().chain(&found.gains);
    let reach = |difference: &Difference| difference.low.abs().max(difference.high.abs());
    let most = |of: fn(&TurningPoint) -> &Difference| shown().map(|point| reach(of(point))).fold(1.0, f64::max);
    let (outcome, playbook) = (most(|point| &point.effect.outcome), most(|point| &point.effect.playbook));
    let draw = |point: &TurningPoint| {
        let told = point.in_this_run.as_ref().and_then(|own| counterfactual_curve::telling(&own.ghosts));
        context! {
            outcome => safe(counterfactual_curve::whisker(&point.effect.outcome, outcome)),
            playbook => safe(counterfactual_curve::whisker(&point.effect.playbook, playbook)),
            course => told.map(|told| safe(counterfactual_curve::beside(told))),
            metric => told.map(|told| counterfactual_curve::named(told.metric)),
        }
    };
    which(found).iter().map(draw).collect()
}

/// Returns a histogram of the outcome over seeds.
fn luck_drawing(debrief: &Debrief) -> Option<Value> {
    let luck = debrief.counterfactual.as_ref()?.luck.as_ref()?;
    Some(safe(counterfactual_curve::columns(&luck.outcome, "Outcome")))
}

/// Marks a drawing as already escaped.
fn safe(drawing: String) -> Value {
    Value::from_safe_string(drawing)
}

/// Removes characters that are unsafe in a CSS string, where HTML escapes have no effect.
fn css(text: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || " .:,+-()".contains(c) { c } else { ' ' };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;
    use crate::sample;

    /// Returns the number of elements in a page. Panics if tags do not match.
    fn elements(page: &str) -> usize {
        let mut reader = Reader::from_str(page);
        let (mut count, mut depth) = (0, 0i32);
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    for attribute in tag.attributes() {
                        attribute.unwrap();
                    }
                    (count, depth) = (count + 1, depth + 1);
                }
                Ok(Event::End(_)) => depth -= 1,
                Ok(Event::Empty(_)) => count += 1,
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("at {}: {error}", reader.error_position()),
            }
        }
        assert_eq!(depth, 0);
        count
    }

    /// Returns the values of an attribute, in order.
    fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
        let begin = format!(" {attribute}=\"");
        page.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn the_page_is_well_formed() {
        assert!(elements(&page(&sample::debrief())) > 300);
    }

    #[test]
    fn a_run_without_decisions_renders() {
        let mut debrief = sample::debrief();
        debrief.statements.clear();
        debrief.findings.clear();
        debrief.improvement.clear();
        debrief.clocks.clear();
        debrief.responses.clear();
        debrief.team.clear();
        debrief.story.lines.clear();
        debrief.story.markers.clear();
        debrief.log.clear();
        debrief.knowledge.clear();
        debrief.after_action.capabilities.clear();
        debrief.after_action.improvement_plan.clear();
        debrief.after_action.participants.clear();
        debrief.after_action.annotations.clear();
        assert!(elements(&page(&debrief)) > 100);
    }

    #[test]
    fn untrusted_text_is_escaped_everywhere() {
        let mut debrief = sample::debrief();
        let hostile = "</style><script>alert('x')</script> \"quoted\" & | more";
        debrief.title = hostile.into();
        for line in &mut debrief.after_action.overview {
            line.text.automatic = hostile.into();
            line.text.edit = None;
        }
        debrief.after_action.summary.automatic = hostile.into();
        debrief.statements[0].text = hostile.into();
        debrief.story.markers[2].text = hostile.into();
        debrief.log[0].text = hostile.into();
        let page = page(&debrief);
        assert!(!page.contains("<script"));
        assert!(page.contains("&lt;script&gt;"));
        assert_eq!(page.matches("</style").count(), 1, "the marking in the style sheet cannot close it");
        elements(&page);
    }

    #[test]
    fn an_edited_text_is_shown_with_the_original_and_its_editor() {
        let page = page(&sample::debrief());
        for words in [
            "edited by Ada, entry 20",
            "Original text: Say what you know.",
            "Originally blank.",
            "deleted by Ben, entry 19: it was another exercise",
            "added by Ada, entry 17",
            "Nobody read it aloud before.",
            "TLP:AMBER",
        ] {
            assert!(page.contains(words), "{words}");
        }
    }

    #[test]
    fn rows_of_the_first_table_have_at_most_one_mark() {
        let page = page(&sample::debrief());
        let table = page.split("table-one\">").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
        let rows: Vec<&str> = table.split("<tr>").skip(2).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows.iter().map(|row| row.matches("class=\"mark ").count()).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn the_page_loads_no_external_resources() {
        let page = page(&sample::debrief());
        for foreign in ["http://", "https://", "src=", "@import", "url(", "<link", "<script", "<iframe"] {
            assert!(!page.contains(foreign), "{foreign}");
        }
    }

    #[test]
    fn headings_do_not_skip_a_level() {
        let page = page(&sample::debrief());
        let levels: Vec<u32> = page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels[0], 1);
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }

    #[test]
    fn the_page_declares_its_language_and_header_scopes() {
        let page = page(&sample::debrief());
        assert!(page.contains("<html lang=\"en\">"));
        assert!(values(&page, "scope").len() > 10, "{}", values(&page, "scope").len());
        assert_eq!(page.matches("<th ").count() + page.matches("<th>").count(), values(&page, "scope").len());
        assert!(page.contains("<main") && page.contains("<nav") && page.contains("<header"));
    }

    #[test]
    fn ids_are_unique_and_every_link_has_a_target() {
        let page = page(&sample::debrief());
        let mut ids = values(&page, "id");
        ids.sort_unstable();
        assert!(ids.len() > 5 && values(&page, "href").len() > 5, "{ids:?}");
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
        for link in values(&page, "href") {
            assert!(ids.contains(&link.trim_start_matches('#')), "{link}");
        }
    }

    #[test]
    fn the_report_is_marked_as_a_draft_and_states_its_limits() {
        let page = page(&sample::debrief());
        for words in ["After-action report", "Draft", "0123456789abcdef", "doing nothing", "T+03:26"] {
            assert!(page.contains(words), "{words}");
        }
    }

    /// Returns a color defined in the light or the dark block of the style sheet.
    fn color(block: &str, name: &str) -> [f64; 3] {
        let begin = format!("--{name}: #");
        let at = block.find(&begin).unwrap_or_else(|| panic!("{name}")) + begin.len();
        [0, 2, 4].map(|digit| f64::from(u8::from_str_radix(&block[at + digit..at + digit + 2], 16).unwrap()) / 255.0)
    }

    /// Returns the relative luminance of a color (WCAG 2.2).
    fn luminance(color: [f64; 3]) -> f64 {
        let [red, green, blue] =
            color.map(|part| if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn every_text_color_has_enough_contrast() {
        let (light, dark) = TEMPLATE.split_once("prefers-color-scheme: dark").unwrap();
        for block in [light, dark] {
            let ground = luminance(color(block, "paper"));
            for name in ["ink", "soft", "amber", "good", "fair", "bad", "calm"] {
                let text = luminance(color(block, name));
                let contrast = (ground.max(text) + 0.05) / (ground.min(text) + 0.05);
                assert!(contrast >= 4.5, "{name}: {contrast:.1}");
            }
        }
    }
}
