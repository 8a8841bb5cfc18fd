//! Inquiries and how long each answer took.

use serde::Serialize;

use super::blank::{NOTHING, moment_or_nothing};
use super::state::State;
use crate::number;
use goldenhour_core::debrief::ResponseTime;

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseRow {
    /// The question.
    pub title: String,
    /// Who asked.
    pub from: String,
    /// When it was asked.
    pub asked: String,
    /// Until when an answer helped.
    pub due: String,
    /// When it was answered.
    pub answered: String,
    /// How long that took.
    pub took: String,
    /// How it came out.
    pub status: State,
}

pub(super) fn response_row(response: &ResponseTime) -> ResponseRow {
    let status = match response.answered {
        Some(answered) if answered <= response.due => State { word: "in time", sign: "●", key: "good" },
        Some(_) => State { word: "late", sign: "◐", key: "fair" },
        None => State { word: "not answered", sign: "○", key: "bad" },
    };
    ResponseRow {
        title: response.title.clone(),
        from: response.from.clone(),
        asked: response.asked.to_string(),
        due: response.due.to_string(),
        answered: moment_or_nothing(response.answered),
        took: response.answered.map_or_else(|| NOTHING.to_owned(), |at| number::length(at.since(response.asked))),
        status,
    }
}
