//! The debrief as one JSON document, for other programs.
//!
//! Every moment is a number of minutes since StartEx, every share is from 0 to 1, money is in the currency the
//! document names. A moment that never came is `null`. `docs/debrief.schema.json` is its schema, generated from the
//! types of the debrief.

use goldenhour_core::debrief::Debrief;

/// Returns the debrief as JSON, indented.
///
/// # Panics
///
/// Does not in practice: a debrief is plain data whose keys are all texts, which JSON can always hold.
pub fn document(debrief: &Debrief) -> String {
    let mut text = serde_json::to_string_pretty(debrief).expect("a debrief is plain data");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::sample;

    #[test]
    fn moments_are_minutes_since_startex() {
        let value: Value = serde_json::from_str(&document(&sample::debrief())).unwrap();
        assert_eq!(value["until"], 300);
        assert_eq!(value["clocks"][0]["due"], 245);
        assert_eq!(value["clocks"][0]["told"], Value::Null);
        assert_eq!(value["responses"][0]["answered"], 115);
        assert_eq!(value["statements"][0]["next_update"], 180);
        assert_eq!(value["statements"][0]["claims"][1]["reversed"], 206);
        assert_eq!(value["team"][0]["since"], 0);
        assert_eq!(value["scorecard"]["playbook"]["steps"][0]["criteria"][0]["evidence"][0]["at"], 46);
    }

    #[test]
    fn no_moment_is_written_as_text() {
        let mut debrief = sample::debrief();
        debrief.log[0].text = "T+01:00".to_owned();
        let value: Value = serde_json::from_str(&document(&debrief)).unwrap();
        assert_eq!(spelled_moment(&value), Some("T+01:00"), "one that somebody wrote is found");
        debrief.log.clear();
        let value: Value = serde_json::from_str(&document(&debrief)).unwrap();
        assert_eq!(spelled_moment(&value), None);
    }

    /// Returns the first text that is a spelled moment and nothing else.
    fn spelled_moment(value: &Value) -> Option<&str> {
        match value {
            Value::String(text) => text.parse::<goldenhour_core::time::SimTime>().is_ok().then_some(text),
            Value::Array(values) => values.iter().find_map(spelled_moment),
            Value::Object(fields) => fields.values().find_map(spelled_moment),
            _ => None,
        }
    }
}
