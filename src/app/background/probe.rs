//! Probes: background jobs that report intermediate results and do not block the user.
//!
//! A [task](super::task) covers the screen with a sheet and has a single result. A probe has no sheet and may
//! report any number of times. It runs on its own thread with its own thread pool, so nothing in the window waits
//! for it, and the window picks up the latest report before each frame. Stopping or dropping a probe cancels the
//! job, and reports already received are kept. In tests, probes run on the calling thread, which makes the tests
//! independent of thread scheduling.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use goldenhour_core::ensemble::Progress;

/// Shared progress and cancellation flag of a probe.
#[derive(Debug, Default)]
pub struct ProbeProgress {
    done: AtomicU64,
    whole: AtomicU64,
    is_cancelled: AtomicBool,
    is_finished: AtomicBool,
}

impl Progress for ProbeProgress {
    fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

impl ProbeProgress {
    /// Sets the total number of runs.
    pub fn expect(&self, runs: u64) {
        self.whole.store(runs, Ordering::Relaxed);
    }

    /// Returns the fraction done, from 0 to 1, if the total is known.
    #[expect(clippy::cast_precision_loss, reason = "a fraction for a progress bar")]
    fn share(&self) -> Option<f32> {
        let (done, whole) = (self.done.load(Ordering::Relaxed), self.whole.load(Ordering::Relaxed));
        (whole > 0).then(|| (done as f32 / whole as f32).min(1.0))
    }
}

/// A long job that reports repeatedly.
pub struct Probe<T> {
    /// Latest report, if one has been received.
    pub latest: Option<T>,
    progress: Arc<ProbeProgress>,
    reports: Option<Receiver<T>>,
}

/// State of a probe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProbeState {
    /// The job is running.
    Running,
    /// The job has finished.
    Done,
    /// The job was stopped before it finished.
    Stopped,
    /// The job's thread ended before the job finished, which is a bug.
    Broken,
}

impl<T: Send + 'static> Probe<T> {
    /// Starts a probe. With `in_place`, the job has finished when this returns, and its reports are ready for the
    /// next poll.
    pub fn begin(in_place: bool, job: impl FnOnce(&ProbeProgress, &dyn Fn(T)) + Send + 'static) -> Self {
        let progress = Arc::new(ProbeProgress::default());
        let (sender, reports) = channel();
        let watched = progress.clone();
        let work = move || {
            // If the probe was dropped, the receiver is gone and the report can be discarded.
            job(&watched, &move |report| drop(sender.send(report)));
            watched.is_finished.store(true, Ordering::Relaxed);
        };
        if in_place {
            work();
        } else {
            std::thread::spawn(move || beside(work));
        }
        Probe { latest: None, progress, reports: Some(reports) }
    }

    /// Receives all pending reports. Returns whether there were any or the job has just ended.
    pub fn poll(&mut self) -> bool {
        let mut has_news = false;
        while let Some(reports) = &self.reports {
            match reports.try_recv() {
                Ok(report) => {
                    self.latest = Some(report);
                    has_news = true;
                }
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    self.reports = None;
                    has_news = true;
                }
            }
        }
        has_news
    }

    /// Returns the state as of the last poll.
    pub fn state(&self) -> ProbeState {
        let is_finished = self.progress.is_finished.load(Ordering::Relaxed);
        match (&self.reports, self.progress.is_cancelled()) {
            (_, true) => ProbeState::Stopped,
            (Some(_), false) => ProbeState::Running,
            (None, false) if is_finished => ProbeState::Done,
            (None, false) => ProbeState::Broken,
        }
    }
}

impl<T> Probe<T> {
    /// Stops the job. Reports already received are kept.
    pub fn stop(&mut self) {
        self.progress.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Returns the fraction done, from 0 to 1, if the total is known.
    pub fn share(&self) -> Option<f32> {
        self.progress.share()
    }
}

impl<T> Drop for Probe<T> {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs `work` in its own thread pool, or in the global one if no pool can be created.
fn beside(work: impl FnOnce() + Send) {
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Polls until the probe has ended.
    fn wait(probe: &mut Probe<u32>) {
        while probe.reports.is_some() {
            probe.poll();
            std::thread::yield_now();
        }
    }

    #[test]
    fn the_last_report_is_kept_in_place_and_in_background() {
        for in_place in [true, false] {
            let mut probe = Probe::begin(in_place, |progress, report| {
                progress.expect(3);
                for number in 0..3 {
                    progress.advance();
                    report(number);
                }
            });
            wait(&mut probe);
            assert_eq!((probe.latest, probe.state(), probe.share()), (Some(2), ProbeState::Done, Some(1.0)));
        }
    }

    #[test]
    fn a_stopped_probe_ends_and_keeps_its_last_report() {
        let mut probe = Probe::begin(false, |progress, report| {
            report(7);
            while !progress.is_cancelled() {
                std::thread::yield_now();
            }
        });
        while probe.latest.is_none() {
            probe.poll();
        }
        assert_eq!(probe.state(), ProbeState::Running);
        probe.stop();
        wait(&mut probe);
        assert_eq!((probe.latest, probe.state()), (Some(7), ProbeState::Stopped));
    }
}
