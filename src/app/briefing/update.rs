//! Opens the briefing of a scenario, applies changes to its setup, and starts the exercise.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use super::command::BriefingCommand;
use super::state::Briefing;
use crate::app::exercise::pacing::Pacing;
use crate::app::exercise::state::Drill;
use crate::app::exercise::time::arrive;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::scenario::library::Origin;
use goldenhour_core::scenario::load;
use goldenhour_core::session::{Author, DrillFile, Mode, RecordError, Session};
use goldenhour_core::simulation::Seed;

/// Upper bound for a random seed, kept small so that people can read it out loud.
const LARGEST_SURPRISE: u64 = 9_999;

/// Opens the briefing of a scenario.
pub fn open(state: &mut State, origin: &Origin) {
    match load(origin.files().as_ref()) {
        Ok(loaded) => {
            state.notice = None;
            let scenario = Arc::new(loaded.output);
            let document = scenario.organization.dossier.clone();
            // A first-time user most likely plays alone.
            let mode = if state.settings.guided { Mode::Paced } else { Mode::Solo };
            let (slug, seed, players) = (origin.slug(), "1".to_owned(), BTreeMap::new());
            let briefing = Briefing { scenario, slug, seed, document, players, mode };
            state.route = Route::Briefing(Box::new(briefing));
        }
        Err(diagnostics) => {
            let text = diagnostics.to_string();
            let title = state.texts.say("notice-scenario-refused");
            state.notice = Some(Notice { tone: Tone::Harm, title, text });
        }
    }
}

/// Runs a briefing command.
pub fn update(state: &mut State, command: BriefingCommand) {
    let Route::Briefing(briefing) = &mut state.route else { return };
    match command {
        BriefingCommand::Seed(text) => briefing.seed = text,
        BriefingCommand::Surprise => {
            let drawn = RandomState::new().hash_one(&briefing.slug) % LARGEST_SURPRISE + 1;
            briefing.seed = drawn.to_string();
        }
        BriefingCommand::Document(id) => briefing.document = id,
        BriefingCommand::Mode(mode) => briefing.mode = mode,
        BriefingCommand::Player(role, name) => drop(briefing.players.insert(role, name)),
        BriefingCommand::Start => start(state),
    }
}

/// Starts the exercise, or shows why it cannot start.
fn start(state: &mut State) {
    let Route::Briefing(briefing) = &state.route else { return };
    let Ok(seed) = briefing.seed.trim().parse::<u64>() else { return };
    if !briefing.mode.can_begin() {
        let (title, text) = (state.texts.say("pace-no-review"), String::new());
        state.notice = Some(Notice { tone: Tone::Caution, title, text });
        return;
    }
    let begun = begin(state, briefing, Seed(seed));
    match begun {
        Ok(drill) => {
            state.notice = None;
            state.route = Route::Exercise(Box::new(drill));
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-unrecorded"), &*error)),
    }
}

fn begin(state: &State, briefing: &Briefing, seed: Seed) -> Result<Drill, Box<dyn std::error::Error>> {
    let path = state.folders.new_session(&briefing.slug, seed)?;
    let file = DrillFile::create(&path)?;
    let mut session = Session::begin(briefing.scenario.clone(), seed, briefing.mode, Box::new(file))?;
    seat(state, briefing, &mut session)?;
    let mut drill = Drill::open(session, path);
    drill.pacing = Pacing::of(briefing.mode, state.settings.speed, state.settings.pause_at_injects);
    arrive(&mut drill)?;
    Ok(drill)
}

/// Records in the session which player has which role, for the names entered.
fn seat(state: &State, briefing: &Briefing, session: &mut Session) -> Result<(), RecordError> {
    for role in &briefing.scenario.roles {
        let player = briefing.players.get(&role.id).map_or("", |name| name.trim());
        if !player.is_empty() && briefing.mode != Mode::Solo {
            let filling = [
                ("role", role.title.as_str().into()),
                ("holder", role.holder.as_str().into()),
                ("player", player.into()),
            ];
            session.note(Author::Facilitator, state.texts.fill("briefing-seat", filling))?;
        }
    }
    Ok(())
}
