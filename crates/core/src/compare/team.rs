//! Who of the people came back: sessions of one team and of another are told apart by the names of their players.
//!
//! Two sessions are of one team where most people of the larger one played in both; a team may gain or lose a
//! member and stays the same. Sessions of which nobody said who played are taken together, for nothing tells them
//! apart.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Compare, Run};

/// The sessions of one team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Team {
    /// The people of its last session; nobody where nobody said who played.
    pub players: Vec<String>,
    /// The places of its sessions among all, from 0.
    pub sessions: Vec<usize>,
}

/// Returns the teams in the order of their first sessions.
pub fn teams(compare: &Compare) -> Vec<Team> {
    let mut teams: Vec<Team> = Vec::new();
    for (place, run) in compare.runs.iter().enumerate() {
        let people = people(run);
        match teams.iter_mut().find(|team| is_one(&team.players, &people)) {
            Some(team) => {
                team.sessions.push(place);
                team.players = people;
            }
            None => teams.push(Team { players: people, sessions: vec![place] }),
        }
    }
    teams
}

/// The people of a session, each once, by name.
fn people(run: &Run) -> Vec<String> {
    let all: BTreeSet<String> = run.players.iter().map(|seat| seat.player.trim().to_owned()).collect();
    all.into_iter().collect()
}

/// Whether two sessions are of one team.
fn is_one(one: &[String], other: &[String]) -> bool {
    let shared = one.iter().filter(|name| other.contains(name)).count();
    let larger = one.len().max(other.len());
    larger == 0 || 2 * shared > larger
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_known_by_most_of_its_people() {
        for (one, other, same) in [
            ("", "", true),
            ("", "Ada", false),
            ("Ada", "Ada", true),
            ("Ada", "Bo", false),
            ("Ada Bo Cy", "Ada Bo Di", true),
            ("Ada Bo Cy", "Ada Di Ed", false),
            ("Ada Bo", "Ada Bo Cy", true),
            ("Ada Bo", "Ada Cy", false),
        ] {
            let people = |names: &str| names.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(is_one(&people(one), &people(other)), same, "{one} | {other}");
        }
    }
}
