//! Records a decision in the session and reports the result to the players.

use super::state::Drill;
use crate::app::language::Texts;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::theme::Tone;
use crate::app::wording;
use goldenhour_core::session::RecordError;

/// Records a decision and shows the result in the decisions column. Returns a notice if it was rejected or could
/// not be recorded.
pub fn record(
    texts: &Texts,
    drill: &mut Drill,
    decision: goldenhour_core::decision::Decision,
    title: &str,
) -> Option<Notice> {
    match drill.session.decide(decision) {
        Ok(()) => {
            drill.ui.said = Some((Tone::Calm, texts.fill("notice-decided", [("title", title.into())])));
            None
        }
        Err(RecordError::Rejected(reason)) => {
            let text = wording::rejection(texts, &reason);
            let said = texts.fill("notice-not-possible", [("reason", text.as_str().into())]);
            drill.ui.said = Some((Tone::Caution, said));
            let title = texts.fill("notice-not-possible-now", [("title", title.into())]);
            Some(Notice { tone: Tone::Caution, title, text })
        }
        Err(error) => Some(trouble(&texts.say("notice-decision-unrecorded"), &error)),
    }
}
