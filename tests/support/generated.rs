//! Generated scenarios: random breaches at random retailers, each derived from a seed.
//!
//! A [`Recipe`] contains everything that varies. Each quantity is drawn under its own name ([`Dice`]), so a seed
//! keeps its scenario, and adding a quantity leaves all others unchanged. A test may modify a recipe before it is
//! written out as scenario files and loaded like any other scenario. The fixed parts (roles, topics, actions) are
//! in `tests/fixtures/generated`.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::RangeInclusive;
use std::sync::Arc;

use goldenhour_core::scenario::source::{BuiltIn, Bundle, Files};
use goldenhour_core::scenario::{Scenario, load};
use proptest::prelude::{Strategy, any};

const SCENARIO: &str = include_str!("../fixtures/generated/scenario.ron");
const ACTIONS: &str = include_str!("../fixtures/generated/actions.ron");
const NOTE: &str = include_str!("../fixtures/generated/note.md");

/// Returns a proptest strategy over recipes.
pub fn recipes() -> impl Strategy<Value = Recipe> {
    any::<u64>().prop_map(Recipe::new)
}

/// Returns the scenario generated from a seed.
pub fn generated(seed: u64) -> Arc<Scenario> {
    Recipe::new(seed).scenario()
}

/// A keyed random generator: each named draw depends only on the seed and the name, not on the order of calls.
#[derive(Clone, Copy, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// Returns 64 uniform bits: FNV-1a over the name, then the finalizer of `SplitMix64`.
    pub fn bits(self, name: &str) -> u64 {
        let start = self.0 ^ 0xCBF2_9CE4_8422_2325;
        let mut bits = name.bytes().fold(start, |bits, byte| (bits ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// Returns an integer in a range.
    pub fn whole(self, name: &str, range: RangeInclusive<u64>) -> u64 {
        range.start() + self.bits(name) % (range.end() - range.start() + 1)
    }

    /// Returns a number between two bounds, in steps of a thousandth of the distance.
    pub fn between(self, name: &str, low: f64, high: f64) -> f64 {
        let thousandths = u32::try_from(self.whole(name, 0..=1000)).expect("at most 1000");
        low + (high - low) * f64::from(thousandths) / 1000.0
    }

    /// Returns a number from 0 to 1.
    pub fn share(self, name: &str) -> f64 {
        self.between(name, 0.0, 1.0)
    }

    /// Returns true with the given probability.
    pub fn chance(self, name: &str, share: f64) -> bool {
        self.between(name, 0.0, 0.999) < share
    }

    /// Returns a random element.
    pub fn pick<'a, T>(self, name: &str, list: &'a [T]) -> &'a T {
        &list[self.below(name, list.len())]
    }

    /// Returns an index below `count`.
    pub fn below(self, name: &str, count: usize) -> usize {
        usize::try_from(self.whole(name, 0..=count as u64 - 1)).expect("below a count")
    }
}

/// The variable parts of a generated scenario.
#[derive(Clone)]
pub struct Recipe {
    /// Seed.
    pub seed: u64,
    /// Length of the exercise in days.
    pub days: u32,
    /// Number of simulated customers.
    pub population: u32,
    /// Crisis cluster of the breach.
    pub cluster: &'static str,
    /// Incident parameters from 0 to 1: preventability, sensitivity, severity, visible, goodwill.
    pub shares: BTreeMap<&'static str, f64>,
    /// Maximum number of questions that outlets come up with themselves.
    pub questions: u64,
    /// Number of earlier breaches.
    pub earlier: u64,
    /// Streams: records lost before StartEx, records per hour.
    pub streams: Vec<(u64, f64)>,
    /// Waves: minute, stream, records.
    pub waves: Vec<(u32, usize, u64)>,
    /// A second attack: earliest minute, hazard per day, records.
    pub second_breach: (u32, f64, u64),
    /// Segments in RON.
    pub segments: Vec<String>,
    /// Clocks in RON.
    pub clocks: Vec<String>,
    /// Injects in RON; [`Recipe::ALERT`] comes first.
    pub injects: Vec<String>,
    /// Effects of the choices `r0`, `r1`, … of the action `remedy`, as fractions of the expected remedy.
    pub remedies: Vec<(f64, f64)>,
    /// Duration of every action in minutes, if uniform.
    pub takes: Option<u32>,
    /// Model constants with non-default values.
    pub constants: BTreeMap<String, f64>,
}

/// Prints only the seed, which is enough to rebuild the recipe of a failing test.
impl fmt::Debug for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipe::new({})", self.seed)
    }
}

impl Recipe {
    /// First inject of every drill, which raises a suspicion.
    pub const ALERT: &str = r#"(id: "alert", kind: Contextual, trigger: At("T+00:00"), medium: Call, from: "A bank", to: "investigator",
        title: "Something is wrong", body: "Look at your shop.", effects: [Suspect("hint"), Suspect("data")])"#;

    /// An outlet that exists in every generated scenario.
    pub const OUTLET: &str = "o0";

    /// Returns the recipe for a seed.
    pub fn new(seed: u64) -> Self {
        let dice = Dice(seed);
        let days = u32::try_from(dice.whole("days", 1..=14)).expect("few");
        let shares = ["preventability", "sensitivity", "severity", "visible", "goodwill"];
        let streams: Vec<(u64, f64)> = (0..dice.whole("streams", 0..=3)).map(|n| stream(dice, n)).collect();
        Recipe {
            seed,
            days,
            population: u32::try_from(dice.whole("population", 200..=3000)).expect("few"),
            cluster: CLUSTERS[dice.below("cluster", CLUSTERS.len())],
            shares: shares.into_iter().map(|name| (name, dice.share(name))).collect(),
            questions: dice.whole("questions", 0..=8),
            earlier: dice.whole("earlier", 0..=3),
            waves: waves(dice, days, streams.len()),
            streams,
            second_breach: (
                u32::try_from(dice.whole("second from", 0..=14 * 1440)).expect("few"),
                dice.share("second per day"),
                dice.whole("second records", 0..=100_000),
            ),
            segments: segments(dice),
            clocks: clocks(dice),
            injects: std::iter::once(Self::ALERT.to_owned()).chain(injects(dice, days)).collect(),
            remedies: (0..4).map(|n| (remedy(dice, "functional", n), remedy(dice, "money", n))).collect(),
            takes: None,
            constants: BTreeMap::new(),
        }
    }

    /// Removes every influence but the players' own actions: no injects but the first, no clocks, leaks, questions,
    /// or daily and weekly rhythms. Every action takes ten minutes.
    pub fn quiet(mut self) -> Self {
        self.questions = 0;
        self.injects.truncate(1);
        self.clocks.clear();
        self.waves.clear();
        self.second_breach.1 = 0.0;
        self.takes = Some(10);
        for name in ["leak_per_person_hour", "leak_visible_hour"] {
            self.set(name, 0.0);
        }
        self.set("revenue_peak", 1.0);
        // Rhythm constants, where the model has them.
        for (name, level) in RHYTHMS {
            if self.model().contains(&format!("\n    {name}: (")) {
                self.set(name, level);
            }
        }
        self
    }

    /// Sets an existing constant of the model.
    pub fn set(&mut self, name: &str, value: f64) {
        let known = self.model().contains(&format!("\n    {name}: ("));
        assert!(known, "the model has no constant `{name}`");
        self.constants.insert(name.to_owned(), value);
    }

    /// Adds an inject through which an outlet reveals the breach at a minute, unless the organization has spoken
    /// first.
    pub fn reveal_at(&mut self, minute: u32) {
        let by = moment(minute);
        self.injects.push(format!(
            r#"(id: "reveal", kind: Contextual, trigger: NotBy(what: Spoken, by: "{by}"), medium: News, from: "An outlet",
            to: "comms", title: "A story", body: "They hide it.", effects: [Reveal("{}")])"#,
            Self::OUTLET
        ));
    }

    /// Returns the scenario's files.
    pub fn bundle(&self) -> Bundle {
        let mut bundle = Bundle::default();
        let slots = self.slots();
        bundle.insert("scenario.ron", fill(SCENARIO, &slots).into());
        bundle.insert("actions.ron", fill(&self.actions(), &slots).into());
        let injects = self.injects.join(",\n");
        bundle.insert("msel.ron", format!("(format: 1, injects: [\n{injects}\n])").into());
        bundle.insert("note.md", NOTE.into());
        if !self.constants.is_empty() {
            bundle.insert("model.ron", self.model().into());
        }
        bundle
    }

    /// Loads the scenario.
    pub fn scenario(&self) -> Arc<Scenario> {
        match load(&self.bundle()) {
            Ok(warned) => Arc::new(warned.output),
            Err(diagnostics) => panic!("the recipe {} does not load: {diagnostics:?}", self.seed),
        }
    }

    /// Returns the text of the model with the changed constants.
    fn model(&self) -> String {
        let mut model = BuiltIn::Assets.read("model/default.ron").expect("the model is an embedded asset").to_string();
        for (name, value) in &self.constants {
            let head = format!("\n    {name}: (value: ");
            let start = model.find(&head).unwrap_or_else(|| panic!("no constant `{name}`")) + head.len();
            let length = model[start..].find(',').expect("a constant has a range after its value");
            model.replace_range(start..start + length, &format!("{value:?}"));
        }
        model
    }

    fn actions(&self) -> String {
        let dice = Dice(self.seed);
        let mut parts = ACTIONS.split("@takes@");
        let mut text = parts.next().expect("splitting yields at least one part").to_owned();
        for (index, part) in parts.enumerate() {
            let minutes = dice.whole(&format!("takes {index}"), 1..=240);
            let minutes = self.takes.map_or(minutes, u64::from);
            write!(text, "{minutes}m{part}").expect("writing to a string cannot fail");
        }
        text
    }

    fn slots(&self) -> BTreeMap<&'static str, String> {
        let dice = Dice(self.seed);
        let stops: Vec<String> = (0..self.streams.len()).map(|n| format!("Stop(\"s{n}\"), ")).collect();
        let stopped: Vec<String> = (0..self.streams.len()).map(|n| format!("Stopped(\"s{n}\")")).collect();
        let late = |name: &str| format!("{}m", dice.whole(name, 0..=120));
        let there = |name: &str| dice.chance(name, 0.4).to_string();
        let mut slots = BTreeMap::from([
            (
                "starts",
                format!(
                    "2026-{:02}-{:02}T{:02}:{:02}",
                    dice.whole("month", 1..=12),
                    dice.whole("day", 1..=28),
                    dice.whole("hour", 0..=23),
                    dice.whole("minute", 0..=59)
                ),
            ),
            ("length", format!("{}d", self.days)),
            ("staff", dice.whole("staff", 1..=5000).to_string()),
            ("listed", dice.chance("listed", 0.5).to_string()),
            ("revenue", dice.whole("revenue", 0..=2_000_000).to_string()),
            ("agents", dice.whole("agents", 0..=80).to_string()),
            ("calls", dice.whole("calls", 0..=12).to_string()),
            ("capacity", dice.whole("capacity", 1..=4).to_string()),
            ("population", self.population.to_string()),
            ("represents", (u64::from(self.population) * dice.whole("weight", 1..=500)).to_string()),
            ("segments", self.segments.join(",\n")),
            ("outlets", outlets(dice).join(",\n")),
            ("clocks", self.clocks.join(",\n")),
            ("cluster", self.cluster.to_owned()),
            ("questions", self.questions.to_string()),
            ("earlier", self.earlier.to_string()),
            ("streams", streams(&self.streams)),
            ("waves", written_waves(&self.waves)),
            ("second_from", moment(self.second_breach.0)),
            ("second_per_day", format!("{:?}", self.second_breach.1)),
            ("second_records", self.second_breach.2.to_string()),
            ("scope", dice.whole("scope", 0..=1_000_000).to_string()),
            ("scope_early", dice.whole("scope early", 0..=1_000_000).to_string()),
            ("all_stopped", format!("All([{}])", stopped.join(", "))),
            ("stop_first", stops.first().cloned().unwrap_or_default()),
            ("stop_all", stops.concat()),
            ("cost", dice.whole("cost", 0..=100_000).to_string()),
            ("extra_agents", dice.whole("extra agents", 0..=100).to_string()),
            ("remedies", written_remedies(&self.remedies)),
        ]);
        slots.extend(self.shares.iter().map(|(name, share)| (*name, format!("{share:?}"))));
        slots.extend([("it_late", late("it late")), ("it_there", there("it"))]);
        slots.extend([("press_late", late("press late")), ("press_there", there("press"))]);
        slots.extend([("counsel_late", late("counsel late")), ("counsel_there", there("counsel"))]);
        slots.extend([("hr_late", late("hr late")), ("hr_there", there("hr"))]);
        slots
    }
}

/// Crisis clusters, from least to most responsibility.
const CLUSTERS: [&str; 3] = ["Victim", "Accidental", "Preventable"];

/// Constants of daily and weekly rhythms, each with the value that turns it off. The model may lack them.
const RHYTHMS: [(&str, f64); 3] = [("news_day_amplitude", 0.0), ("news_weekend", 1.0), ("revenue_weekend", 1.0)];

/// Fills a template; every slot must have a value.
fn fill(template: &str, slots: &BTreeMap<&'static str, String>) -> String {
    let mut text = template.to_owned();
    for (name, value) in slots {
        text = text.replace(&format!("@{name}@"), value);
    }
    text
}

fn moment(minute: u32) -> String {
    format!("T+{:02}:{:02}", minute / 60, minute % 60)
}

fn stream(dice: Dice, n: u64) -> (u64, f64) {
    (dice.whole(&format!("stream before {n}"), 0..=200_000), dice.between(&format!("stream rate {n}"), 0.0, 1000.0))
}

fn streams(list: &[(u64, f64)]) -> String {
    let written = list.iter().enumerate().map(|(n, (before, rate))| {
        format!("(id: \"s{n}\", title: \"Way {n}\", records_before: {before}, records_per_hour: {rate:?})")
    });
    written.collect::<Vec<_>>().join(", ")
}

fn waves(dice: Dice, days: u32, stream_count: usize) -> Vec<(u32, usize, u64)> {
    let count = if stream_count == 0 { 0 } else { dice.whole("waves", 0..=3) };
    let wave = |n: u64| {
        let minute = dice.whole(&format!("wave at {n}"), 0..=u64::from(days) * 1440 - 1);
        let stream = dice.below(&format!("wave stream {n}"), stream_count);
        (u32::try_from(minute).expect("few"), stream, dice.whole(&format!("wave records {n}"), 0..=50_000))
    };
    (0..count).map(wave).collect()
}

fn written_waves(list: &[(u32, usize, u64)]) -> String {
    let written = list.iter().map(|(minute, stream, records)| {
        format!("(at: \"{}\", title: \"Burst\", stream: \"s{stream}\", records: {records})", moment(*minute))
    });
    written.collect::<Vec<_>>().join(", ")
}

fn segments(dice: Dice) -> Vec<String> {
    let count = dice.below("segments", 6) + 1;
    let weights: Vec<u64> = (0..count).map(|n| dice.whole(&format!("weight {n}"), 1..=20)).collect();
    let total: u64 = weights.iter().sum();
    let segment = |(n, weight): (usize, &u64)| {
        let share = |name: &str| dice.share(&format!("segment {name} {n}"));
        #[expect(clippy::cast_precision_loss, reason = "weights are small")]
        let part = *weight as f64 / total as f64;
        format!(
            "(id: \"g{n}\", title: \"Group {n}\", share: {part:?}, affected: {:?}, trust: {:?}, patronage: {:?}, \
             switch_cost: {:?}, spend: {:?}, news: {:?}, social: {:?})",
            share("affected"),
            share("trust"),
            share("patronage"),
            share("switch cost"),
            4.0 * share("spend"),
            share("news"),
            share("social"),
        )
    };
    weights.iter().enumerate().map(segment).collect()
}

fn outlets(dice: Dice) -> Vec<String> {
    let kinds = ["Trade", "National", "Broadcast", "Regional", "Consumer"];
    let outlet = |n: usize| {
        format!(
            "(id: \"o{n}\", title: \"Outlet {n}\", kind: {}, beat: \"everything\", reach: {:?}, stance: {:?}, pickup: \"{}m\")",
            dice.pick(&format!("outlet kind {n}"), &kinds),
            dice.share(&format!("outlet reach {n}")),
            dice.between(&format!("outlet stance {n}"), -1.0, 1.0),
            dice.whole(&format!("outlet pickup {n}"), 0..=480),
        )
    };
    (0..=dice.below("outlets", 5)).map(outlet).collect()
}

fn clocks(dice: Dice) -> Vec<String> {
    let deadline = |n: u64| match dice.whole(&format!("clock kind {n}"), 0..=2) {
        0 => format!("Within(\"{}m\")", dice.whole(&format!("clock minutes {n}"), 1..=7200)),
        1 => format!("CalendarDays({})", dice.whole(&format!("clock days {n}"), 0..=10)),
        _ => format!("BusinessDays({})", dice.whole(&format!("clock days {n}"), 1..=10)),
    };
    let starts = ["Suspected(\"hint\")", "Confirmed(\"data\")", "Always", "Spoken", "Told(\"police\")"];
    let kinds =
        ["Awareness", "Discovery", "Determination", "AssessmentComplete", "PriorNotice", "NewInformation", "Suspicion"];
    let parties = ["regulator", "acquirer", "scheme", "police", "insurer", "owners", "partner"];
    let clock = |n: u64| {
        format!(
            "(id: \"c{n}\", title: \"Duty {n}\", recipient: \"{}\", kind: {}, starts: {}, deadline: {}, binding: {}, \
             fine: {}, source: \"Made up\", grade: \"A\", checked_on: \"2026-11-23\")",
            dice.pick(&format!("clock to {n}"), &parties),
            dice.pick(&format!("clock by {n}"), &kinds),
            dice.pick(&format!("clock from {n}"), &starts),
            deadline(n),
            dice.chance(&format!("clock binds {n}"), 0.5),
            dice.whole(&format!("clock fine {n}"), 0..=500_000),
        )
    };
    (0..dice.whole("clocks", 0..=6)).map(clock).collect()
}

/// Injects of every kind of trigger, some of which ask, reveal or draw attention.
fn injects(dice: Dice, days: u32) -> impl Iterator<Item = String> {
    (0..dice.whole("injects", 0..=12)).map(move |n| inject(dice, days, n))
}

fn inject(dice: Dice, days: u32, n: u64) -> String {
    let at = |name: &str| {
        let minute = dice.whole(&format!("inject {name} {n}"), 0..=u64::from(days) * 1440 - 1);
        moment(u32::try_from(minute).expect("few"))
    };
    let conditions = [
        "Spoken",
        "Exposed",
        "CustomersTold",
        "StaffTold",
        "Reversed",
        "SecondBreach",
        "Suspected(\"victims\")",
        "Confirmed(\"data\")",
        "Told(\"regulator\")",
        "Sent(\"alert\")",
        "Done(\"examine\")",
        "Active(\"press\")",
        "Milestone(\"team-called\")",
        "Above(Anger, 0.05)",
        "Below(Trust, 0.5)",
        "Not(Spoken)",
        "Always",
        "Claimed(\"what\", \"nothing\")",
        "AtLeast(1, [Spoken, Exposed])",
        "All([Spoken, At(\"T+03:00\")])",
        "Any([Exposed, Answered(\"alert\")])",
    ];
    let when = dice.pick(&format!("inject when {n}"), &conditions);
    let trigger = match dice.whole(&format!("inject trigger {n}"), 0..=5) {
        0 => format!("At(\"{}\")", at("at")),
        1 => format!("When({when})"),
        2 => format!("After(what: {when}, delay: \"{}m\")", dice.whole(&format!("inject delay {n}"), 0..=3000)),
        3 => format!("NotBy(what: {when}, by: \"{}\")", at("by")),
        4 => {
            let per_hour = dice.between(&format!("inject hazard {n}"), 0.0, 2.0);
            format!("Chance(from: \"T+00:00\", until: \"{}\", per_hour: {per_hour:?}, when: {when})", at("until"))
        }
        _ => "ByHand".to_owned(),
    };
    let mediums = ["Email", "Call", "Chat", "Alert", "Letter", "Post", "News", "InPerson"];
    let inquiry = match dice.chance(&format!("inject asks {n}"), 0.4) {
        true => {
            let within = dice.whole(&format!("inquiry {n}"), 1..=600);
            format!(
                "inquiry: (within: \"{within}m\", outlet: \"o0\", if_unanswered: [{}]),",
                effect(dice, &format!("unanswered {n}"))
            )
        }
        false => String::new(),
    };
    format!(
        "(id: \"i{n}\", kind: Contextual, trigger: {trigger}, medium: {}, from: \"Somebody\", to: \"comms\", \
         title: \"Something {n}\", body: \"Listen.\", {inquiry} effects: [{}])",
        dice.pick(&format!("inject medium {n}"), &mediums),
        effect(dice, &format!("effect {n}")),
    )
}

/// An effect that is not a player's, or none.
fn effect(dice: Dice, name: &str) -> String {
    let size = dice.share(&format!("{name} size"));
    match dice.whole(name, 0..=7) {
        0 => format!("Attention({size:?})"),
        1 => format!("Blame({:?})", size - 0.3),
        2 => "Reveal(\"o0\")".to_owned(),
        3 => "Suspect(\"victims\")".to_owned(),
        4 => "Confirm(\"scope\")".to_owned(),
        5 => format!("Cost({:?})", size * 1000.0),
        6 => "Shop(Degraded)".to_owned(),
        _ => String::new(),
    }
}

/// A share of what is expected, in rising steps that may pass it.
fn remedy(dice: Dice, name: &str, n: u32) -> f64 {
    f64::from(n) * dice.between(&format!("remedy {name}"), 0.0, 0.6)
}

fn written_remedies(list: &[(f64, f64)]) -> String {
    let written = list.iter().enumerate().map(|(n, (functional, money))| {
        format!(
            "(id: \"r{n}\", title: \"Remedy {n}\", effects: [Remedy(functional: {functional:?}, money: {money:?}, cost_per_record: 1.0)])"
        )
    });
    written.collect::<Vec<_>>().join(", ")
}
