//! Tasks: jobs with a single result, such as replaying a session, scoring it, or waiting for the file dialog.
//!
//! A task runs on its own thread and never touches the window. Its result is a closure, [`After`], which is applied
//! to the window's state once the job is done. Only one task runs at a time. A sheet shows its title and progress
//! and lets the user cancel it, and the result of a canceled task is dropped. In tests, tasks run on the calling
//! thread, which makes the tests independent of thread scheduling.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// Result of a task: a change to apply to the state `S`.
pub type After<S> = Box<dyn FnOnce(&mut S) + Send>;

/// Progress of a task, stored in thousandths, or `UNKNOWN`.
#[derive(Debug)]
pub struct TaskProgress(AtomicU32);

/// Value stored while the progress is unknown.
const UNKNOWN: u32 = u32::MAX;

impl TaskProgress {
    /// Sets the progress, from 0 to 1.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range")]
    pub fn set(&self, share: f64) {
        self.0.store((share.clamp(0.0, 1.0) * 1000.0) as u32, Ordering::Relaxed);
    }

    /// Marks the progress as unknown.
    pub fn forget(&self) {
        self.0.store(UNKNOWN, Ordering::Relaxed);
    }

    /// Returns the progress from 0 to 1, if known.
    #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
    pub fn share(&self) -> Option<f32> {
        match self.0.load(Ordering::Relaxed) {
            UNKNOWN => None,
            thousandths => Some(thousandths as f32 / 1000.0),
        }
    }
}

/// A running task.
pub struct Task<S> {
    /// Title shown to the user.
    pub title: String,
    /// Progress, shared with the job's thread.
    pub progress: Arc<TaskProgress>,
    done: Receiver<After<S>>,
}

/// The current task, if any, and whether tasks run in place.
pub struct Tasks<S> {
    running: Option<Task<S>>,
    in_place: bool,
}

/// State of the current task.
pub enum TaskState<S> {
    /// There is no task, or it has not finished.
    Waiting,
    /// The task has finished.
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
    /// Creates a runner that executes jobs on the calling thread, for tests.
    pub fn in_place() -> Self {
        Tasks { running: None, in_place: true }
    }

    /// Returns whether jobs run on the calling thread.
    pub fn are_in_place(&self) -> bool {
        self.in_place
    }

    /// Returns the current task.
    pub fn running(&self) -> Option<&Task<S>> {
        self.running.as_ref()
    }

    /// Cancels the current task.
    pub fn cancel(&mut self) {
        self.running = None;
    }

    /// Returns the state of the current task, and removes the task once it has ended.
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

    /// Starts a task, replacing the current one. Returns the result immediately if tasks run in place.
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
        // If the task was canceled, the receiver is gone and the result can be discarded.
        std::thread::spawn(move || sender.send(job(&watched)).ok());
        self.running = Some(Task { title, progress, done });
        None
    }
}
