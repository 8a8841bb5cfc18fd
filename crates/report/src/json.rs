//! The debrief as one JSON document, for other programs.
//!
//! Times are in minutes since StartEx, shares range from 0 to 1, and money is in the currency that the document
//! names. The time of an event that never occurred is `null`. The schema in `docs/debrief.schema.json` is generated
//! from the Rust types.

use goldenhour_core::debrief::Debrief;

/// Serializes the debrief as indented JSON.
///
/// # Panics
///
/// Never in practice: a debrief is plain data whose map keys are strings, which JSON can always represent.
pub fn document(debrief: &Debrief) -> String {
    let mut text = serde_json::to_string_pretty(debrief).expect("a debrief is plain data with string keys");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::sample;

    #[test]
    fn times_are_minutes_since_startex() {
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
    fn times_are_never_written_as_text() {
        let mut debrief = sample::debrief();
        debrief.log[0].text = "T+01:00".to_owned();
        let value: Value = serde_json::from_str(&document(&debrief)).unwrap();
        assert_eq!(spelled_moment(&value), Some("T+01:00"), "the check detects a formatted time");
        debrief.log.clear();
        let value: Value = serde_json::from_str(&document(&debrief)).unwrap();
        assert_eq!(spelled_moment(&value), None);
    }

    /// Returns the first string that consists of a formatted time and nothing else.
    fn spelled_moment(value: &Value) -> Option<&str> {
        match value {
            Value::String(text) => text.parse::<goldenhour_core::time::SimTime>().is_ok().then_some(text),
            Value::Array(values) => values.iter().find_map(spelled_moment),
            Value::Object(fields) => fields.values().find_map(spelled_moment),
            _ => None,
        }
    }
}
