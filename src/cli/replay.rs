//! `goldenhour replay`: play a recorded session again and compare.

use std::path::PathBuf;

use super::input::read_session;
use super::{Failure, output, terminal};
use goldenhour_core::session::replay::{Replayed, replay as play_again};

/// Play a recorded session again
///
/// Recomputes the world and compares every checkpoint. Exit code 1 where one differs, with the time and the
/// domain in which it first does.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    /// The session file
    file: PathBuf,
    /// Fail where something cannot be verified, too
    #[arg(long)]
    verify: bool,
}

/// Replays.
pub(super) fn replay(args: &ReplayArgs) -> Result<(), Failure> {
    let recorded = read_session(&args.file)?;
    let Replayed { mut session, checkpoint_count, unproven_count } =
        play_again(&recorded).map_err(|error| Failure::replaying(&args.file, error))?;
    if args.verify && checkpoint_count == 0 {
        return Err(Failure::no("the session has no checkpoint, so nothing vouches for it"));
    }
    if unproven_count > 0 {
        terminal::warn(&format!("the last {unproven_count} entries are not yet vouched for by a checkpoint"));
    }
    let fingerprint = session.fingerprint();
    output::answer(&format!("{checkpoint_count} checkpoints agree up to {}; fingerprint {fingerprint}", session.now()))
}
