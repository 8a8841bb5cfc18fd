//! Inquiries and their response times.

use serde::Serialize;

use super::blank::{NOTHING, moment_or_nothing};
use super::state::State;
use crate::number;
use goldenhour_core::debrief::ResponseTime;

/// An inquiry and its answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseRow {
    /// Question.
    pub title: String,
    /// Person or organization that asked.
    pub from: String,
    /// When it was asked.
    pub asked: String,
    /// Deadline for an answer.
    pub due: String,
    /// When it was answered.
    pub answered: String,
    /// Response time.
    pub took: String,
    /// Result.
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
