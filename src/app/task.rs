//! Long work beside the window: playing a session again, scoring it, waiting for the system's file dialog.
//!
//! A job runs on its own thread and never touches the window; what it returns, [`After`], changes the window's state
//! once it is done. One job runs at a time, with a sheet that says what it is, how far it is, and lets people call
//! it off; a job that is called off ends alone and what it found is dropped. Tests run jobs in place, so that
//! nothing depends on threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::state::State;

/// What is done with the window's state when a job is done.
pub type After = Box<dyn FnOnce(&mut State) + Send>;

/// How far a job is, in thousandths; nothing until it says so.
#[derive(Debug)]
pub struct Progress(AtomicU32);

/// The value of a job that has not said how far it is.
const UNKNOWN: u32 = u32::MAX;

impl Progress {
    /// Says how far the job is, from 0 to 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "brought into the range")]
    pub fn set(&self, share: f64) {
        self.0.store((share.clamp(0.0, 1.0) * 1000.0) as u32, Ordering::Relaxed);
    }

    /// Says that nobody knows how far the job is.
    pub fn forget(&self) {
        self.0.store(UNKNOWN, Ordering::Relaxed);
    }

    /// Returns how far the job is, from 0 to 1, where that is known.
    #[expect(clippy::cast_precision_loss, reason = "thousandths")]
    pub fn share(&self) -> Option<f32> {
        match self.0.load(Ordering::Relaxed) {
            UNKNOWN => None,
            thousandths => Some(thousandths as f32 / 1000.0),
        }
    }
}

/// A job that runs.
pub struct Task {
    /// What it does, for people.
    pub title: String,
    /// How far it is.
    pub progress: Arc<Progress>,
    done: Receiver<After>,
}

/// The job that runs, if one does, and how jobs are run.
#[derive(Default)]
pub struct Tasks {
    running: Option<Task>,
    in_place: bool,
}

/// How a job that runs stands.
pub enum Standing {
    /// There is none, or it is not done.
    Waiting,
    /// It is done.
    Done(After),
    /// It stopped without a result; that is a mistake of ours.
    Broken,
}

impl Tasks {
    /// Returns a way to run jobs in place, for tests.
    pub fn in_place() -> Self {
        Tasks { running: None, in_place: true }
    }

    /// Returns whether jobs run in place.
    pub fn are_in_place(&self) -> bool {
        self.in_place
    }

    /// Returns the job that runs.
    pub fn running(&self) -> Option<&Task> {
        self.running.as_ref()
    }

    /// Calls the running job off.
    pub fn cancel(&mut self) {
        self.running = None;
    }

    /// Looks whether the running job is done.
    pub fn poll(&mut self) -> Standing {
        let Some(task) = &self.running else { return Standing::Waiting };
        let standing = match task.done.try_recv() {
            Ok(after) => Standing::Done(after),
            Err(TryRecvError::Empty) => return Standing::Waiting,
            Err(TryRecvError::Disconnected) => Standing::Broken,
        };
        self.running = None;
        standing
    }

    /// Starts a job in the place of any other; returns its result where jobs run in place.
    fn start(&mut self, title: String, job: impl FnOnce(&Progress) -> After + Send + 'static) -> Option<After> {
        let progress = Arc::new(Progress(AtomicU32::new(UNKNOWN)));
        if self.in_place {
            return Some(job(&progress));
        }
        let (sender, done) = channel();
        let watched = progress.clone();
        // Where nobody waits any more, the result is not wanted.
        std::thread::spawn(move || sender.send(job(&watched)).ok());
        self.running = Some(Task { title, progress, done });
        None
    }
}

/// Starts a job; where jobs run in place, its result takes effect at once.
pub fn begin(state: &mut State, title: String, job: impl FnOnce(&Progress) -> After + Send + 'static) {
    if let Some(after) = state.tasks.start(title, job) {
        after(state);
    }
}
