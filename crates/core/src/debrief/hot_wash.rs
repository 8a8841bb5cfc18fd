//! Questions for the hot wash, derived from the events of the session.

use crate::scenario::Scenario;
use crate::scoring::{PlaybookScore, Verdict};
use crate::timeline::{EventKind, Timeline};

/// Maximum number of questions, chosen to fit a half-hour discussion.
const MOST: usize = 7;

/// Returns open questions: first those about this session, then general ones.
pub fn questions(scenario: &Scenario, timeline: &Timeline, playbook: &PlaybookScore) -> Vec<String> {
    let asked = timeline.events.iter().filter_map(|event| question(&event.what, scenario));
    let mut questions = asked.fold(Vec::new(), |mut questions: Vec<String>, question| {
        if !questions.contains(&question) {
            questions.push(question);
        }
        questions
    });
    questions.truncate(MOST - 3);
    let costly = playbook
        .steps
        .iter()
        .flat_map(|step| &step.criteria)
        .filter(|criterion| criterion.verdict == Verdict::Missed)
        .max_by(|a, b| a.max.total_cmp(&b.max));
    if let Some(criterion) = costly {
        questions.push(format!("“{}” was missed. What stood in the way?", criterion.title));
    }
    questions.push(
        "Which decision would you take earlier if you could do it again, and what would you need for it?".to_owned(),
    );
    questions.push(
        "Who knew something that would have helped somebody else, and how could it have reached them?".to_owned(),
    );
    questions
}

fn question(what: &EventKind, scenario: &Scenario) -> Option<String> {
    match what {
        EventKind::Exposed(outlet) => {
            let name = &scenario.outlet(outlet)?.title;
            Some(format!("{name} told the story before you did. What held the first word back?"))
        }
        EventKind::ClaimReversed { topic, .. } => {
            let about = scenario.topic(topic)?.detail.title();
            Some(format!("What you said about {about} turned out false. What made it seem safe to say?"))
        }
        EventKind::PromiseBroken { .. } => {
            Some("A promise to the public was broken. Who was keeping track of it?".to_owned())
        }
        EventKind::ClockOverdue(clock) => {
            let title = &scenario.clock(clock)?.title;
            Some(format!("“{title}” fell due. Who was watching it, and who could have sent the notice?"))
        }
        EventKind::WaveLeft { records, .. } => {
            Some(format!("{records} more records left while you were at work. What would have stopped them earlier?"))
        }
        _ => None,
    }
}
