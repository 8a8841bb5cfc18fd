//! `goldenhour replay`: replays a recorded session and compares it with its checkpoints.

use std::path::PathBuf;

use super::input::read_session;
use super::{Failure, output, terminal};
use goldenhour_core::session::replay::{Replayed, replay as play_again};

/// Replay a recorded session and compare it with its checkpoints
///
/// If a checkpoint differs, the time and domain of the first difference are reported and the exit code is 1.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    /// Session file
    file: PathBuf,
    /// Also fail if there is no checkpoint to compare with
    #[arg(long)]
    verify: bool,
}

/// Runs the command.
pub(super) fn replay(args: &ReplayArgs) -> Result<(), Failure> {
    let recorded = read_session(&args.file)?;
    let Replayed { mut session, checkpoint_count, unproven_count } =
        play_again(&recorded).map_err(|error| Failure::replaying(&args.file, error))?;
    if args.verify && checkpoint_count == 0 {
        return Err(Failure::no("the session has no checkpoint and cannot be verified"));
    }
    if unproven_count > 0 {
        terminal::warn(&format!("entries after the last checkpoint cannot be verified ({unproven_count})"));
    }
    let fingerprint = session.fingerprint();
    output::answer(&format!("{checkpoint_count} checkpoints match up to {}; fingerprint {fingerprint}", session.now()))
}
