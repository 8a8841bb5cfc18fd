//! Resolves the threat, which is the ground truth about the breach.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::v1::{self, ScenarioFile};
use crate::scenario::{Extortion, SecondBreach, Stream, Threat, Wave};

impl Resolver<'_> {
    pub(super) fn threat(&mut self, scenario: &ScenarioFile) -> Threat {
        let file = &scenario.threat;
        Threat {
            cluster: file.cluster,
            preventability: self.share("the preventability", &file.preventability),
            sensitivity: self.share("the sensitivity", &file.sensitivity),
            severity: self.share("the severity", &file.severity),
            history: self.history(file),
            dwell_days: file
                .dwell_days
                .as_ref()
                .map_or(0, |days| self.number("the number of dwell days", days, 0..=3_650)),
            visible: self.share("the visibility", &file.visible),
            cards: file.cards.unwrap_or_else(|| owes_card_brands(scenario)),
            streams: file.streams.iter().map(|stream| self.stream(stream)).collect(),
            waves: file.waves.iter().map(|wave| self.wave(wave)).collect(),
            second_breach: file.second_breach.as_ref().map_or_else(SecondBreach::never, |second| SecondBreach {
                from: self.moment(&second.from),
                per_day: self.share("the daily hazard of a second breach", &second.per_day),
                records: self.number("the number of records", &second.records, 0..=1_000_000_000),
            }),
            extortion: file.extortion.as_ref().map(|demand| self.extortion(demand)),
        }
    }

    /// Resolves earlier breaches, given either by their age in days or as a number. In the latter case, each counts
    /// as one year old.
    fn history(&mut self, file: &v1::Threat) -> Vec<u32> {
        const MOST: usize = 20;
        if file.history.len() > MOST {
            let message = format!("there are more than {MOST} earlier breaches in `history`");
            self.report(Diagnostic::error("out-of-range", message), file.history[MOST].mark);
        }
        if let (Some(count), false) = (&file.earlier_breaches, file.history.is_empty()) {
            let message = "`earlier_breaches` is ignored because `history` is given";
            self.report(Diagnostic::warning("said-twice", message), count.mark);
        }
        if file.history.is_empty() {
            let count =
                file.earlier_breaches.as_ref().map_or(0, |n| self.number("the number of earlier breaches", n, 0..=20));
            return vec![365; count as usize];
        }
        file.history.iter().map(|days| self.number("the age of a breach in days", days, 1..=20_000)).collect()
    }

    fn extortion(&mut self, file: &v1::Extortion) -> Extortion {
        Extortion {
            demand: self.number("the demand", &file.demand, 0.0..=1e10),
            from: self.moment(&file.from),
            countdown: self.duration(&file.countdown),
            proof_records: self.number("the number of records", &file.proof_records, 0..=1_000_000_000),
            dump_records: self.number("the number of records", &file.dump_records, 0..=1_000_000_000),
        }
    }

    fn stream(&mut self, file: &v1::Stream) -> Stream {
        Stream {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            records_before: self.number("the number of records", &file.records_before, 0..=1_000_000_000),
            records_per_hour: self.number("the number of records per hour", &file.records_per_hour, 0.0..=1e8),
        }
    }

    fn wave(&mut self, file: &v1::Wave) -> Wave {
        Wave {
            at: self.moment(&file.at),
            title: file.title.clone(),
            stream: self.refer(Kind::Stream, &file.stream),
            records: self.number("the number of records", &file.records, 0..=1_000_000_000),
        }
    }
}

/// Returns whether a clock runs for a card brand or an acquirer. If so, payment cards are assumed to be affected by
/// default.
fn owes_card_brands(scenario: &ScenarioFile) -> bool {
    use crate::scenario::StakeholderKind::{Acquirer, CardBrand};
    let concerned = scenario.stakeholders.iter().filter(|party| matches!(party.kind, Acquirer | CardBrand));
    let mut ids = concerned.map(|party| &party.id.value);
    ids.any(|id| scenario.clocks.iter().any(|clock| clock.recipient.value == *id))
}
