//! Tasks: a job with one result, such as replaying a session, scoring it, or waiting for the file dialog.
//!
//! A task runs on its own thread and never touches the window; its result, [`After`], changes the window's state once
//! the job is done. One task runs at a time, with a sheet that shows its title and progress and can cancel it; the
//! result of a canceled task is dropped. Tests run tasks in place, so that they do not depend on threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// What is done with the state `S` when a task is done.
pub type After<S> = Box<dyn FnOnce(&mut S) + Send>;

/// The progress of a task in thousandths, or unknown.
#[derive(Debug)]
pub struct TaskProgress(AtomicU32);

/// The value of unknown progress.
const UNKNOWN: u32 = u32::MAX;

impl TaskProgress {
    /// Sets the progress, from 0 to 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "brought into the range")]
    pub fn set(&self, share: f64) {
        self.0.store((share.clamp(0.0, 1.0) * 1000.0) as u32, Ordering::Relaxed);
    }

    /// Sets the progress to unknown.
    pub fn forget(&self) {
        self.0.store(UNKNOWN, Ordering::Relaxed);
    }

    /// Returns the progress from 0 to 1, if it is known.
    #[expect(clippy::cast_precision_loss, reason = "thousandths")]
    pub fn share(&self) -> Option<f32> {
        match self.0.load(Ordering::Relaxed) {
            UNKNOWN => None,
            thousandths => Some(thousandths as f32 / 1000.0),
        }
    }
}

/// A running task.
pub struct Task<S> {
    /// What it does, for people.
    pub title: String,
    /// How far it is.
    pub progress: Arc<TaskProgress>,
    done: Receiver<After<S>>,
}

/// The running task, if there is one, and how tasks run.
pub struct Tasks<S> {
    running: Option<Task<S>>,
    in_place: bool,
}

/// The state of the running task.
pub enum TaskState<S> {
    /// There is no task, or it is not done.
    Waiting,
    /// The task is done.
    Done(After<S>),
    /// The task ended without a result, which is a bug.
    Broken,
}

impl<S> Default for Tasks<S> {
    fn default() -> Self {
        Tasks { running: None, in_place: false }
    }
}

impl<S> Tasks<S> {
    /// Returns a way to run jobs in place, for tests.
    pub fn in_place() -> Self {
        Tasks { running: None, in_place: true }
    }

    /// Returns whether jobs run in place.
    pub fn are_in_place(&self) -> bool {
        self.in_place
    }

    /// Returns the job that runs.
    pub fn running(&self) -> Option<&Task<S>> {
        self.running.as_ref()
    }

    /// Cancels the running task.
    pub fn cancel(&mut self) {
        self.running = None;
    }

    /// Returns the state of the running task.
    pub fn poll(&mut self) -> TaskState<S> {
        let Some(task) = &self.running else { return TaskState::Waiting };
        let state = match task.done.try_recv() {
            Ok(after) => TaskState::Done(after),
            Err(TryRecvError::Empty) => return TaskState::Waiting,
            Err(TryRecvError::Disconnected) => TaskState::Broken,
        };
        self.running = None;
        state
    }

    /// Starts a task in place of any other; returns its result where tasks run in place.
    pub fn start(
        &mut self,
        title: String,
        job: impl FnOnce(&TaskProgress) -> After<S> + Send + 'static,
    ) -> Option<After<S>>
    where
        S: 'static,
    {
        let progress = Arc::new(TaskProgress(AtomicU32::new(UNKNOWN)));
        if self.in_place {
            return Some(job(&progress));
        }
        let (sender, done) = channel();
        let watched = progress.clone();
        // The receiver is gone where the task was canceled; its result is not needed then.
        std::thread::spawn(move || sender.send(job(&watched)).ok());
        self.running = Some(Task { title, progress, done });
        None
    }
}
