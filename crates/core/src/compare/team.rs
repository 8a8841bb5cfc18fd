//! Groups sessions by team, based on the names of their players.
//!
//! Two sessions belong to one team if more than half of the larger session's players took part in both, so a team
//! may gain or lose a member. Sessions without recorded players are grouped together, because nothing distinguishes
//! them.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Compare, Run};

/// Sessions of one team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Team {
    /// Players in its last session; empty if the session does not record them.
    pub players: Vec<String>,
    /// Indices of its sessions among all runs.
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

/// Returns the players of a session by name, without duplicates.
fn people(run: &Run) -> Vec<String> {
    let all: BTreeSet<String> = run.players.iter().map(|seat| seat.player.trim().to_owned()).collect();
    all.into_iter().collect()
}

/// Returns whether two sets of players belong to one team.
fn is_one(one: &[String], other: &[String]) -> bool {
    let shared = one.iter().filter(|name| other.contains(name)).count();
    let larger = one.len().max(other.len());
    larger == 0 || 2 * shared > larger
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_with_mostly_the_same_members_are_the_same() {
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
