//! Whether a sentence states its content as a fact.

use super::phrase;
use super::unit::Unit;
use super::vocabulary::Vocabulary;

/// Returns whether a sentence is a statement by the writer: neither a question, an instruction, nor a report of
/// what others say.
pub fn asserts(unit: &Unit, vocabulary: &Vocabulary) -> bool {
    let instructs = vocabulary.instructions.iter().any(|opening| opening.opens(&unit.words));
    !unit.is_question && !instructs && !phrase::any(&vocabulary.reported, &unit.words)
}
