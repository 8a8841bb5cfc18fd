//! Resolves outlets and competing news.

use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::{Text, v1};
use crate::scenario::{Outlet, Pressure, pressure};

impl Resolver<'_> {
    pub(super) fn outlet(&mut self, file: &v1::Outlet) -> Outlet {
        Outlet {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            kind: file.kind,
            beat: file.beat.clone(),
            reach: self.share("the reach", &file.reach),
            stance: self.number("the stance", &file.stance, -1.0..=1.0),
            pickup: self.duration(&file.pickup),
            editions: self.editions(&file.editions),
            memory: file.memory.as_ref().map_or(0.5, |memory| self.share("the memory", memory)),
        }
    }

    /// Parses times of day and sorts them.
    fn editions(&mut self, texts: &[Text]) -> Vec<u32> {
        let mut editions: Vec<u32> = texts.iter().filter_map(|text| self.time_of_day(text)).collect();
        editions.sort_unstable();
        editions.dedup();
        editions
    }

    pub(super) fn pressure(&mut self, file: &v1::Pressure) -> Pressure {
        let stretch = Pressure {
            from: self.moment(&file.from),
            until: self.moment(&file.until),
            sd: self.number("the news pressure", &file.sd, -pressure::HIGHEST..=pressure::HIGHEST),
        };
        if stretch.until <= stretch.from {
            let message =
                format!("this period ends at {}, which is not after its start at {}", stretch.until, stretch.from);
            self.report(Diagnostic::error("out-of-range", message), file.until.mark);
        }
        stretch
    }
}
