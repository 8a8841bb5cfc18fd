//! Probes: long work beside the window that reports again and again, and that nobody waits for.
//!
//! A [task](super::task) has a sheet over the screen and one result; a probe has neither. It runs on a thread of its
//! own, with a pool of threads of its own, so that nothing the window does waits behind it, and sends each report when
//! it has one; the window takes the last whenever it draws. A probe that is dropped or stopped is told so and ends by
//! itself; what it had reported stays. Tests run probes in place, so that nothing depends on threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use goldenhour_core::ensemble::Progress;

/// How far a probe is, and whether it should stop.
#[derive(Debug, Default)]
pub struct Meter {
    done: AtomicU64,
    whole: AtomicU64,
    is_cancelled: AtomicBool,
    is_finished: AtomicBool,
}

impl Progress for Meter {
    fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

impl Meter {
    /// Says how many runs there will be in all.
    pub fn expect(&self, runs: u64) {
        self.whole.store(runs, Ordering::Relaxed);
    }

    /// Returns how far it is, from 0 to 1, where that is known.
    #[expect(clippy::cast_precision_loss, reason = "a share to be drawn")]
    fn share(&self) -> Option<f32> {
        let (done, whole) = (self.done.load(Ordering::Relaxed), self.whole.load(Ordering::Relaxed));
        (whole > 0).then(|| (done as f32 / whole as f32).min(1.0))
    }
}

/// Long work that reports again and again.
pub struct Probe<T> {
    /// What it said last.
    pub latest: Option<T>,
    meter: Arc<Meter>,
    reports: Option<Receiver<T>>,
}

/// How a probe stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It runs.
    Running,
    /// It has said everything.
    Done,
    /// It was stopped before it was done.
    Stopped,
    /// It ended without saying everything; that is a mistake of ours.
    Broken,
}

impl<T: Send + 'static> Probe<T> {
    /// Begins a probe; where it runs in place, it is done when this returns, and waits for the next poll.
    pub fn begin(in_place: bool, job: impl FnOnce(&Meter, &dyn Fn(T)) + Send + 'static) -> Self {
        let meter = Arc::new(Meter::default());
        let (sender, reports) = channel();
        let watched = meter.clone();
        let work = move || {
            // Where nobody waits any more, the report is not wanted.
            job(&watched, &move |report| drop(sender.send(report)));
            watched.is_finished.store(true, Ordering::Relaxed);
        };
        if in_place {
            work();
        } else {
            std::thread::spawn(move || beside(work));
        }
        Probe { latest: None, meter, reports: Some(reports) }
    }

    /// Takes what was reported; returns whether something was, or whether it has just ended.
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

    /// Returns how it stands, as of the last poll.
    pub fn standing(&self) -> Standing {
        let is_finished = self.meter.is_finished.load(Ordering::Relaxed);
        match (&self.reports, self.meter.is_cancelled()) {
            (_, true) => Standing::Stopped,
            (Some(_), false) => Standing::Running,
            (None, false) if is_finished => Standing::Done,
            (None, false) => Standing::Broken,
        }
    }
}

impl<T> Probe<T> {
    /// Stops it; what it reported stays.
    pub fn stop(&mut self) {
        self.meter.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Returns how far it is, from 0 to 1, where that is known.
    pub fn share(&self) -> Option<f32> {
        self.meter.share()
    }
}

impl<T> Drop for Probe<T> {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs work with a pool of threads of its own; with everybody's where there can be no such pool.
fn beside(work: impl FnOnce() + Send) {
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Polls until a probe has ended.
    fn wait(probe: &mut Probe<u32>) {
        while probe.reports.is_some() {
            probe.poll();
            std::thread::yield_now();
        }
    }

    #[test]
    fn the_last_report_counts_whether_in_place_or_beside() {
        for in_place in [true, false] {
            let mut probe = Probe::begin(in_place, |meter, report| {
                meter.expect(3);
                for number in 0..3 {
                    meter.advance();
                    report(number);
                }
            });
            wait(&mut probe);
            assert_eq!((probe.latest, probe.standing(), probe.share()), (Some(2), Standing::Done, Some(1.0)));
        }
    }

    #[test]
    fn a_probe_that_is_stopped_ends_and_keeps_what_it_said() {
        let mut probe = Probe::begin(false, |meter, report| {
            report(7);
            while !meter.is_cancelled() {
                std::thread::yield_now();
            }
        });
        while probe.latest.is_none() {
            probe.poll();
        }
        assert_eq!(probe.standing(), Standing::Running);
        probe.stop();
        wait(&mut probe);
        assert_eq!((probe.latest, probe.standing()), (Some(7), Standing::Stopped));
    }
}
