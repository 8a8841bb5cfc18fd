//! From files to a scenario: the one place where texts become ids, times and numbers.
//!
//! [`read`] takes the files as the shapes of their format. [`resolve`] then goes through them twice: first it
//! declares every id, so that order does not matter in a file; then it builds the scenario, looking every
//! reference up. A bad value never stops the pass: it leaves a diagnostic with its place and a stand-in
//! value, so that all mistakes show at once. A scenario with errors is thrown away by the caller.
//!
//! What a scenario leaves out it may borrow from a cast ([`cast`]), before the passes begin.

mod cast;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;

use super::file::v1::{self, ActionsFile, CastFile, MselFile, PlaybookFile, ScenarioFile};
use super::file::{self, Located, Text};
use super::source::{BuiltIn, Bundle, FileError, Files};
use super::{
    Action, Ask, BestKnown, Calendar, Capability, Choice, ClaimOption, Clock, Condition, Criterion, Customers,
    Deadline, Document, Early, Effect, Evidence, Expectation, Extortion, Fact, Inject, Inquiry, Model, Moment, Need,
    Objective, Organization, Outlet, Phrases, Playbook, Pressure, Promise, Reckoning, Role, Scenario, SecondBreach,
    Segment, SimDuration, SimTime, Stakeholder, Step, Stream, Threat, Topic, Trigger, Wave, audience, playbook,
    pressure,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Source, SourceMark, Sources};
use crate::id::{ChoiceId, ClaimId, CriterionId, DocumentId, is_slug};
use crate::time::LATEST;

/// The files of a scenario as their format has them.
#[derive(Debug)]
pub struct Parts {
    scenario: ScenarioFile,
    actions: ActionsFile,
    msel: MselFile,
    playbook: PlaybookFile,
    model: Model,
    phrases: Phrases,
    best_known: Option<BestKnown>,
    documents: BTreeMap<String, Arc<str>>,
    /// The dossier of the cast, for a scenario without documents.
    dossier: Option<Arc<str>>,
    borrowed: cast::Borrowed,
    bundle: Bundle,
}

/// Where the things of a scenario were declared, for checks that come later.
pub type Marks = BTreeMap<(Kind, String), SourceMark>;

/// Reads and parses all files; nothing where one of them cannot be used at all.
pub fn read(files: &dyn Files, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Parts> {
    let mut reader = Reader { files, sources, diagnostics, bundle: Bundle::default() };
    let scenario = reader.parse::<ScenarioFile>("scenario.ron", None);
    let may_borrow = scenario.as_ref().is_some_and(|scenario| scenario.cast.is_some());
    let actions = reader.list::<ActionsFile>("actions.ron", may_borrow);
    let msel = reader.list::<MselFile>("msel.ron", may_borrow);
    let model = reader.plain::<Model>("model.ron", "model/default.ron");
    let phrases = reader.plain::<Phrases>("phrases.ron", "text/phrases.ron");
    let best_known = reader.optional::<BestKnown>(BEST_KNOWN_FILE);
    let mut scenario = scenario?;
    let cast = reader.cast(&scenario);
    let playbook = reader.playbook(&scenario.playbook);
    let documents = reader.documents(&scenario);
    let bundle = reader.bundle;
    let (mut actions, mut msel) = (actions?, msel?);
    let (borrowed, dossier) =
        cast.map_or_else(Default::default, |cast| cast.lend(&mut scenario, &mut actions, &mut msel));
    Some(Parts {
        scenario,
        actions,
        msel,
        playbook: playbook?,
        model: model?,
        phrases: phrases?,
        best_known,
        documents,
        dossier,
        borrowed,
        bundle,
    })
}

/// The name under which the best strategy that is known stands in a folder.
pub const BEST_KNOWN_FILE: &str = "best_known.ron";

/// The name under which a cast stands in a folder or a session.
const CAST_FILE: &str = "cast.ron";

struct Reader<'a> {
    files: &'a dyn Files,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
    bundle: Bundle,
}

impl Reader<'_> {
    /// Reads a file of the folder, or else of the program's own assets.
    fn text(&mut self, name: &str, built_in: Option<&str>) -> Result<Arc<str>, FileError> {
        let text = match (self.files.read(name), built_in) {
            (Err(FileError::Missing(_)), Some(asset)) => BuiltIn::Assets.read(asset),
            (found, _) => found,
        }?;
        self.bundle.insert(name, text.clone());
        self.sources.add(name, text.clone());
        Ok(text)
    }

    fn parse<T: DeserializeOwned>(&mut self, name: &str, built_in: Option<&str>) -> Option<T> {
        let parsed = match self.text(name, built_in) {
            Ok(text) => file::parse(&Source { name: name.to_owned(), text }),
            Err(error) => Err(unreadable(&error).in_file(name)),
        };
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    /// Reads a file that may be missing where the scenario has a cast to borrow from.
    fn list<T: DeserializeOwned + cast::Empty>(&mut self, name: &str, may_borrow: bool) -> Option<T> {
        if may_borrow && matches!(self.files.read(name), Err(FileError::Missing(_))) {
            return Some(T::empty());
        }
        self.parse(name, None)
    }

    /// Reads the cast that the scenario names, with its slots filled.
    fn cast(&mut self, scenario: &ScenarioFile) -> Option<CastFile> {
        let name = scenario.cast.as_ref()?;
        let asset = format!("casts/{}.ron", name.value);
        let text = match self.files.read(CAST_FILE) {
            Err(FileError::Missing(_)) if is_slug(&name.value) => BuiltIn::Assets.read(&asset),
            found => found,
        };
        let Ok(text) = text else {
            let message = format!("there is no cast `{}`", name.value);
            let diagnostic = Diagnostic::error("dangling-reference", message).at(self.sources, name.mark);
            self.diagnostics.push(diagnostic.hint("name a built-in cast, for example `general`"));
            return None;
        };
        let text: Arc<str> = cast::filled(&text, scenario).into();
        self.bundle.insert(CAST_FILE, text.clone());
        self.sources.add(CAST_FILE, text.clone());
        let parsed = file::parse(&Source { name: CAST_FILE.to_owned(), text });
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    /// Reads a file that need not be there.
    fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        match self.files.read(name) {
            Err(FileError::Missing(_)) => None,
            _ => self.parse(name, None),
        }
    }

    /// Reads a file without a format header.
    fn plain<T: DeserializeOwned>(&mut self, name: &str, built_in: &str) -> Option<T> {
        let parsed = match self.text(name, Some(built_in)) {
            Ok(text) => {
                let source = Source { name: name.to_owned(), text };
                let parsed = file::dialect().from_str(&source.text);
                parsed.map_err(|error| file::parse_error(&source, &error))
            }
            Err(error) => Err(unreadable(&error).in_file(name)),
        };
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    fn playbook(&mut self, id: &Text) -> Option<PlaybookFile> {
        let built_in = format!("playbooks/{}.ron", id.value);
        if is_slug(&id.value) && self.text("playbook.ron", Some(&built_in)).is_ok() {
            return self.parse("playbook.ron", Some(&built_in));
        }
        let message = format!("there is no playbook `{}`", id.value);
        let diagnostic = Diagnostic::error("dangling-reference", message).at(self.sources, id.mark);
        self.diagnostics.push(diagnostic.hint("name a built-in playbook, or put a `playbook.ron` into the folder"));
        None
    }

    fn documents(&mut self, scenario: &ScenarioFile) -> BTreeMap<String, Arc<str>> {
        let mut documents = BTreeMap::new();
        for document in &scenario.documents {
            let path = &document.path;
            match self.text(&path.value, None) {
                Ok(text) => drop(documents.insert(path.value.clone(), text)),
                Err(error) => self.diagnostics.push(unreadable(&error).at(self.sources, path.mark)),
            }
        }
        documents
    }
}

fn unreadable(error: &FileError) -> Diagnostic {
    let code = match error {
        FileError::Missing(_) => "missing-file",
        FileError::Outside(_) => "path-outside",
        FileError::TooLarge(_) => "file-too-large",
        FileError::NotText(_) | FileError::Refused(..) => "unreadable-file",
    };
    let diagnostic = Diagnostic::error(code, error.to_string());
    match error {
        FileError::Outside(_) => {
            diagnostic.hint("write a path below the scenario's folder, for example `documents/note.md`")
        }
        _ => diagnostic,
    }
}

/// Kinds of things that are referred to by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each kind is named after its id type")]
pub enum Kind {
    Scenario,
    Role,
    Segment,
    Outlet,
    Stakeholder,
    Clock,
    Stream,
    Fact,
    Topic,
    Claim,
    Action,
    Choice,
    Inject,
    Document,
    Objective,
    Milestone,
    Playbook,
    Step,
    Criterion,
    Capability,
}

impl Kind {
    /// Returns the kind as a word in a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Scenario => "scenario",
            Kind::Role => "role",
            Kind::Segment => "segment",
            Kind::Outlet => "outlet",
            Kind::Stakeholder => "stakeholder",
            Kind::Clock => "clock",
            Kind::Stream => "stream",
            Kind::Fact => "fact",
            Kind::Topic => "topic",
            Kind::Claim => "claim",
            Kind::Action => "action",
            Kind::Choice => "choice",
            Kind::Inject => "inject",
            Kind::Document => "document",
            Kind::Objective => "objective",
            Kind::Milestone => "milestone",
            Kind::Playbook => "playbook",
            Kind::Step => "step",
            Kind::Criterion => "criterion",
            Kind::Capability => "capability",
        }
    }
}

/// Builds the scenario; nothing only where a stand-in would make no sense.
pub fn resolve(mut parts: Parts, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<(Scenario, Marks)> {
    let mut resolver = Resolver {
        sources,
        diagnostics,
        known: Marks::new(),
        aliases: std::mem::take(&mut parts.borrowed.aliases),
        streams: parts.scenario.threat.streams.iter().map(|stream| stream.id.value.clone()).collect(),
        outside: BTreeSet::new(),
    };
    resolver.declare_all(&parts);
    resolver.prune(&mut parts);
    let scenario = resolver.scenario(parts);
    Some((scenario, resolver.known))
}

/// Whether a clock runs for a card brand or an acquirer, so that cards are at stake though nobody says so.
fn owes_card_brands(scenario: &ScenarioFile) -> bool {
    use super::StakeholderKind::{Acquirer, CardBrand};
    let concerned = scenario.stakeholders.iter().filter(|party| matches!(party.kind, Acquirer | CardBrand));
    let mut ids = concerned.map(|party| &party.id.value);
    ids.any(|id| scenario.clocks.iter().any(|clock| clock.recipient.value == *id))
}

/// When and where an exercise starts, for clocks that run elsewhere.
struct Whereabouts<'a> {
    start: Option<jiff::civil::DateTime>,
    zone: Option<TimeZone>,
    holidays: &'a [Text],
}

struct Resolver<'a> {
    sources: &'a Sources,
    diagnostics: &'a mut Diagnostics,
    known: Marks,
    /// What the cast calls something that the scenario calls by another name.
    aliases: cast::Aliases,
    /// All streams of data, for what concerns every one of them.
    streams: Vec<String>,
    /// Claims that were reported as dangling, so that each is reported once.
    outside: BTreeSet<(String, String)>,
}

impl Resolver<'_> {
    fn report(&mut self, diagnostic: Diagnostic, mark: SourceMark) {
        let diagnostic = diagnostic.at(self.sources, mark);
        self.diagnostics.push(diagnostic);
    }

    // ---- first pass: what exists ----

    fn declare(&mut self, kind: Kind, id: &Text) {
        self.declare_as(kind, &id.value, id);
    }

    fn declare_as(&mut self, kind: Kind, key: &str, id: &Text) {
        if !is_slug(&id.value) {
            let message = format!("`{}` cannot be an id", id.value);
            let hint = "use 1 to 64 lower-case letters, digits, `-`, `_` and `.`";
            self.report(Diagnostic::error("bad-id", message).hint(hint), id.mark);
        }
        if self.known.insert((kind, key.to_owned()), id.mark).is_some() {
            let message = format!("the {} `{}` is declared twice", kind.noun(), id.value);
            self.report(Diagnostic::error("duplicate-id", message), id.mark);
        }
    }

    fn declare_all(&mut self, parts: &Parts) {
        let scenario = &parts.scenario;
        self.declare(Kind::Scenario, &scenario.id);
        scenario.roles.iter().for_each(|role| self.declare(Kind::Role, &role.id));
        scenario.customers.segments.iter().for_each(|segment| self.declare(Kind::Segment, &segment.id));
        scenario.outlets.iter().for_each(|outlet| self.declare(Kind::Outlet, &outlet.id));
        scenario.stakeholders.iter().for_each(|party| self.declare(Kind::Stakeholder, &party.id));
        scenario.clocks.iter().for_each(|clock| self.declare(Kind::Clock, &clock.id));
        scenario.threat.streams.iter().for_each(|stream| self.declare(Kind::Stream, &stream.id));
        scenario.facts.iter().for_each(|fact| self.declare(Kind::Fact, &fact.id));
        scenario.objectives.iter().for_each(|objective| self.declare(Kind::Objective, &objective.id));
        scenario.documents.iter().for_each(|document| self.declare(Kind::Document, &document.id));
        for topic in &scenario.topics {
            self.declare(Kind::Topic, &topic.id);
            for claim in &topic.claims {
                self.declare_as(Kind::Claim, &claim_key(&topic.id.value, &claim.id.value), &claim.id);
            }
        }
        for action in &parts.actions.actions {
            self.declare(Kind::Action, &action.id);
            if let v1::Ask::Choice(choices) = &action.asks {
                let key = |choice: &v1::Choice| claim_key(&action.id.value, &choice.id.value);
                for choice in choices {
                    self.declare_as(Kind::Choice, &key(choice), &choice.id);
                }
            }
        }
        parts.msel.injects.iter().for_each(|inject| self.declare(Kind::Inject, &inject.id));
        self.declare(Kind::Playbook, &parts.playbook.id);
        parts.playbook.milestones.iter().for_each(|milestone| self.declare(Kind::Milestone, &milestone.id));
        for step in &parts.playbook.steps {
            self.declare(Kind::Step, &step.id);
            step.criteria.iter().for_each(|criterion| self.declare(Kind::Criterion, &criterion.id));
        }
        for capability in &parts.playbook.capabilities {
            self.declare(Kind::Capability, &capability.id);
        }
    }

    // ---- second pass: values ----

    /// Looks a reference up.
    fn refer<I: for<'t> From<&'t str>>(&mut self, kind: Kind, text: &Text) -> I {
        if !self.known.contains_key(&(kind, text.value.clone())) {
            if let Some(alias) = self.aliases.get(&(kind, text.value.clone())) {
                return I::from(alias);
            }
            let message = format!("there is no {} `{}`", kind.noun(), text.value);
            let known: Vec<&str> =
                self.known.keys().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str()).collect();
            let diagnostic = Diagnostic::error("dangling-reference", message).suggest(&text.value, known);
            self.report(diagnostic, text.mark);
        }
        I::from(&text.value)
    }

    fn refer_all<I: for<'t> From<&'t str>>(&mut self, kind: Kind, texts: &[Text]) -> Vec<I> {
        texts.iter().map(|text| self.refer(kind, text)).collect()
    }

    fn claim(&mut self, topic: &Text, claim: &Text) -> ClaimId {
        let key = claim_key(&topic.value, &claim.value);
        let unknown = !self.known.contains_key(&(Kind::Claim, key));
        if unknown && self.outside.insert((topic.value.clone(), claim.value.clone())) {
            let message = format!("the topic `{}` has no claim `{}`", topic.value, claim.value);
            self.report(Diagnostic::error("dangling-reference", message), claim.mark);
        }
        ClaimId::new(&claim.value)
    }

    fn choice_of(&mut self, action: &Text, choice: &Text) -> ChoiceId {
        let key = claim_key(&action.value, &choice.value);
        if !self.known.contains_key(&(Kind::Choice, key)) {
            let message = format!("the action `{}` has no choice `{}`", action.value, choice.value);
            self.report(Diagnostic::error("dangling-reference", message), choice.mark);
        }
        ChoiceId::new(&choice.value)
    }

    fn moment(&mut self, text: &Text) -> SimTime {
        text.value.parse().unwrap_or_else(|error: crate::time::TimeError| {
            let diagnostic = Diagnostic::error("bad-time", error.to_string()).hint(error.hint());
            self.report(diagnostic, text.mark);
            SimTime::START
        })
    }

    fn duration(&mut self, text: &Text) -> SimDuration {
        text.value.parse().unwrap_or_else(|error: crate::time::TimeError| {
            let diagnostic = Diagnostic::error("bad-time", error.to_string()).hint(error.hint());
            self.report(diagnostic, text.mark);
            SimDuration::ZERO
        })
    }

    /// Holds a number against its range.
    fn number<T: PartialOrd + Copy + std::fmt::Display>(
        &mut self,
        what: &str,
        number: &Located<T>,
        range: RangeInclusive<T>,
    ) -> T {
        if range.contains(&number.value) {
            return number.value;
        }
        let message = format!("{what} is {}, outside {} to {}", number.value, range.start(), range.end());
        self.report(Diagnostic::error("out-of-range", message), number.mark);
        *range.start()
    }

    fn share(&mut self, what: &str, number: &Located<f64>) -> f64 {
        self.number(what, number, 0.0..=1.0)
    }

    fn scenario(&mut self, parts: Parts) -> Scenario {
        let best_known = self.best_known(&parts);
        let Parts { scenario: file, actions, msel, playbook, model, phrases, documents, dossier, bundle, .. } = parts;
        let length = self.duration(&file.length);
        if !(60..=LATEST.minutes()).contains(&length.minutes()) {
            let message = format!("an exercise lasts between 1h and 400d, not {length}");
            self.report(Diagnostic::error("out-of-range", message), file.length.mark);
        }
        Scenario {
            id: file.id.value.as_str().into(),
            calendar: self.calendar(&file.starts, file.zone.as_ref()),
            holidays: self.days(&file.holidays),
            length,
            difficulty: self.number("the difficulty", &file.difficulty, 1..=5),
            currency: self.currency(&file.currency),
            organization: self.organization(&file.organization, dossier.is_some()),
            objectives: file.objectives.iter().map(|objective| self.objective(objective)).collect(),
            roles: self.some("roles", &file.roles, file.id.mark, Self::role),
            approvers: self.refer_all(Kind::Role, &file.approvers),
            customers: self.customers(&file.customers),
            outlets: file.outlets.iter().map(|outlet| self.outlet(outlet)).collect(),
            questions: file.questions.as_ref().map_or(audience::QUESTIONS, |n| self.number("questions", n, 0..=100)),
            stakeholders: file.stakeholders.iter().map(stakeholder).collect(),
            clocks: self.clocks(&file),
            threat: self.threat(&file),
            pressure: file.pressure.iter().map(|stretch| self.pressure(stretch)).collect(),
            facts: file.facts.iter().map(|fact| self.fact(fact)).collect(),
            topics: file.topics.iter().map(|topic| self.topic(topic)).collect(),
            actions: self.some("actions", &actions.actions, file.id.mark, Self::action),
            injects: self.some("injects", &msel.injects, file.id.mark, Self::inject),
            documents: file
                .documents
                .iter()
                .map(|item| document(item, &documents))
                .chain(dossier.map(|text| generated_dossier(&file, text)))
                .collect(),
            playbook: self.playbook(&playbook, &file.playbook),
            title: file.title,
            summary: file.summary,
            kind: file.kind,
            language: file.language,
            model,
            phrases,
            best_known,
            service: super::service::Directory::default(),
            bundle,
        }
    }

    /// Holds what the best known strategy names against the scenario it was searched for.
    fn best_known(&mut self, parts: &Parts) -> Option<BestKnown> {
        let best = parts.best_known.clone()?;
        let strategy = &best.strategy;
        let actions = strategy.choices.keys().chain(&strategy.left_alone).chain(&strategy.first);
        let named = actions.map(|id| (Kind::Action, id.as_str()));
        let named = named.chain(strategy.claims.keys().map(|id| (Kind::Topic, id.as_str())));
        for (kind, id) in named {
            if !self.known.contains_key(&(kind, id.to_owned())) {
                let message = format!("there is no {} `{id}`, which the best known strategy names", kind.noun());
                let diagnostic = Diagnostic::error("dangling-reference", message).in_file(BEST_KNOWN_FILE);
                let hint = "search again: `goldenhour ensemble SCENARIO --search best_known.ron`, or delete the file";
                self.diagnostics.push(diagnostic.hint(hint));
            }
        }
        Some(best)
    }

    /// Builds a list that must not be empty.
    fn some<F, T>(&mut self, what: &str, list: &[F], mark: SourceMark, build: fn(&mut Self, &F) -> T) -> Vec<T> {
        if list.is_empty() {
            self.report(Diagnostic::error("empty-list", format!("the scenario has no {what}")), mark);
        }
        list.iter().map(|item| build(self, item)).collect()
    }

    fn calendar(&mut self, text: &Text, zone: Option<&Text>) -> Calendar {
        let start = text.value.parse().unwrap_or_else(|_| {
            let message = format!("`{}` is not a date and time", text.value);
            let diagnostic = Diagnostic::error("bad-time", message);
            self.report(diagnostic.hint("write for example `2026-11-26T09:10`"), text.mark);
            jiff::civil::date(2026, 1, 1).at(9, 0, 0, 0)
        });
        let zone = zone.and_then(|zone| self.zone(zone));
        zone.and_then(|zone| Calendar::in_zones(start, &zone, &zone)).unwrap_or_else(|| Calendar::starting(start))
    }

    /// Reads the name of a time zone.
    fn zone(&mut self, text: &Text) -> Option<TimeZone> {
        let found = TimeZone::get(&text.value).ok();
        if found.is_none() {
            let message = format!("there is no time zone `{}`", text.value);
            let hint = "write a name of the IANA database, for example `Europe/Berlin`";
            self.report(Diagnostic::error("bad-zone", message).hint(hint), text.mark);
        }
        found
    }

    /// Reads the calendar where the recipient of a clock sits.
    fn zone_of(&mut self, clock: &v1::Clock, file: &Whereabouts) -> Option<Calendar> {
        let text = clock.zone.as_ref()?;
        let theirs = self.zone(text)?;
        if let Whereabouts { start: Some(start), zone: Some(ours), .. } = file {
            return Calendar::in_zones(*start, ours, &theirs);
        }
        let message = "this clock has a time zone and the exercise has none";
        let diagnostic = Diagnostic::error("bad-zone", message);
        self.report(diagnostic.hint("give the scenario a `zone`, too"), text.mark);
        None
    }

    fn currency(&mut self, text: &Text) -> String {
        if text.value.len() != 3 || !text.value.chars().all(|c| c.is_ascii_uppercase()) {
            let message = format!("`{}` is not a currency", text.value);
            let diagnostic = Diagnostic::error("bad-currency", message);
            self.report(diagnostic.hint("write its three letters, for example `GBP`"), text.mark);
        }
        text.value.clone()
    }

    fn organization(&mut self, file: &v1::Organization, has_generated: bool) -> Organization {
        Organization {
            name: file.name.clone(),
            business: file.business.clone(),
            dossier: self.dossier(file, has_generated),
            staff: self.number("the number of staff", &file.staff, 1..=2_000_000),
            listed: file.listed,
            revenue_per_day: self.number("revenue per day", &file.revenue_per_day, 0.0..=1e10),
            call_center_agents: self.number("the number of agents", &file.call_center_agents, 0..=100_000),
            calls_per_agent_hour: self.number("calls per agent and hour", &file.calls_per_agent_hour, 0.0..=60.0),
            goodwill: self.share("goodwill", &file.goodwill),
        }
    }

    fn dossier(&mut self, file: &v1::Organization, has_generated: bool) -> DocumentId {
        match &file.dossier {
            Some(dossier) => self.refer(Kind::Document, dossier),
            None if has_generated => DocumentId::new(GENERATED_DOSSIER),
            None => {
                let message = "the organization has no `dossier`";
                let diagnostic = Diagnostic::error("missing-field", message);
                self.report(diagnostic.hint("name a document, or a cast that brings one"), file.revenue_per_day.mark);
                DocumentId::new(GENERATED_DOSSIER)
            }
        }
    }

    fn objective(&mut self, file: &v1::Objective) -> Objective {
        Objective {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            capability: file.capability.clone(),
            steps: self.refer_all(Kind::Step, &file.steps),
        }
    }

    fn role(&mut self, file: &v1::Role) -> Role {
        Role {
            id: file.id.value.as_str().into(),
            kind: file.kind,
            title: file.title.clone(),
            holder: file.holder.clone(),
            duty: file.duty.clone(),
            at_start: file.at_start,
            arrives_after: self.duration(&file.arrives_after),
            capacity: self.number("the capacity of a role", &file.capacity, 1..=10),
        }
    }

    fn customers(&mut self, file: &v1::Customers) -> Customers {
        let population = self.number("the population", &file.population, 100..=audience::LARGEST_POPULATION);
        let segments: Vec<Segment> = file.segments.iter().map(|segment| self.segment(segment)).collect();
        let total: f64 = segments.iter().map(|segment| segment.share).sum();
        if (total - 1.0).abs() > 1e-6 {
            let message = format!("the shares of the segments add up to {total:.3}, not to 1");
            self.report(Diagnostic::error("bad-shares", message), file.population.mark);
        }
        if segments.len() > audience::MOST_SEGMENTS {
            let message = format!("there are more than {} segments", audience::MOST_SEGMENTS);
            self.report(Diagnostic::error("out-of-range", message), file.population.mark);
        }
        Customers {
            population: u32::try_from(population).unwrap_or(100),
            represents: self.number("the number of customers", &file.represents, population..=1_000_000_000),
            segments,
        }
    }

    fn segment(&mut self, file: &v1::Segment) -> Segment {
        Segment {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            share: self.share("a segment's share", &file.share),
            affected: self.share("a segment's affected share", &file.affected),
            trust: self.share("a segment's trust", &file.trust),
            patronage: self.share("a segment's patronage", &file.patronage),
            switch_cost: self.share("a segment's switch cost", &file.switch_cost),
            spend: self.number("a segment's spending", &file.spend, 0.0..=100.0),
            news: self.share("a segment's news reach", &file.news),
            social: self.share("a segment's social reach", &file.social),
        }
    }

    fn outlet(&mut self, file: &v1::Outlet) -> Outlet {
        Outlet {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            kind: file.kind,
            beat: file.beat.clone(),
            reach: self.share("an outlet's reach", &file.reach),
            stance: self.number("an outlet's stance", &file.stance, -1.0..=1.0),
            pickup: self.duration(&file.pickup),
            editions: self.editions(&file.editions),
            memory: file.memory.as_ref().map_or(0.5, |memory| self.share("an outlet's memory", memory)),
        }
    }

    /// Reads times of day, in order.
    fn editions(&mut self, texts: &[Text]) -> Vec<u32> {
        let mut editions: Vec<u32> = texts.iter().filter_map(|text| self.time_of_day(text)).collect();
        editions.sort_unstable();
        editions.dedup();
        editions
    }

    /// Reads a time of day as minutes since midnight.
    fn time_of_day(&mut self, text: &Text) -> Option<u32> {
        let part = |text: &str, below: u32| {
            let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u32>().ok().filter(|number| plain && *number < below)
        };
        let found =
            text.value.split_once(':').and_then(|(hour, minute)| Some(part(hour, 24)? * 60 + part(minute, 60)?));
        if found.is_none() {
            let message = format!("`{}` is not a time of day", text.value);
            self.report(Diagnostic::error("bad-time", message).hint("write for example `06:30`"), text.mark);
        }
        found
    }

    /// Reads days of the calendar, in order.
    fn days(&mut self, texts: &[Text]) -> Vec<jiff::civil::Date> {
        let mut days: Vec<jiff::civil::Date> = texts.iter().filter_map(|text| self.day(text)).collect();
        days.sort();
        days.dedup();
        days
    }

    fn day(&mut self, text: &Text) -> Option<jiff::civil::Date> {
        let found = text.value.parse().ok();
        if found.is_none() {
            let message = format!("`{}` is not a day", text.value);
            self.report(Diagnostic::error("bad-time", message).hint("write for example `2026-12-25`"), text.mark);
        }
        found
    }

    fn pressure(&mut self, file: &v1::Pressure) -> Pressure {
        let stretch = Pressure {
            from: self.moment(&file.from),
            until: self.moment(&file.until),
            sd: self.number("news pressure", &file.sd, -pressure::HIGHEST..=pressure::HIGHEST),
        };
        if stretch.until <= stretch.from {
            let message = format!("this stretch ends at {}, before it begins at {}", stretch.until, stretch.from);
            self.report(Diagnostic::error("out-of-range", message), file.until.mark);
        }
        stretch
    }

    fn clocks(&mut self, file: &ScenarioFile) -> Vec<Clock> {
        let at = Whereabouts {
            start: file.starts.value.parse().ok(),
            zone: file.zone.as_ref().and_then(|zone| TimeZone::get(&zone.value).ok()),
            holidays: &file.holidays,
        };
        file.clocks.iter().map(|clock| self.clock(clock, &at)).collect()
    }

    fn clock(&mut self, file: &v1::Clock, at: &Whereabouts) -> Clock {
        for (what, text) in [("source", &file.source), ("grade", &file.grade)] {
            if text.value.trim().is_empty() {
                self.report(Diagnostic::error("clock-without-source", format!("this clock has no {what}")), text.mark);
            }
        }
        if file.checked_on.value.parse::<jiff::civil::Date>().is_err() {
            let message = format!("`{}` is not the day on which the clock was checked", file.checked_on.value);
            let diagnostic = Diagnostic::error("clock-without-source", message);
            self.report(diagnostic.hint("write a date, for example `2026-11-23`"), file.checked_on.mark);
        }
        Clock {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            recipient: self.refer(Kind::Stakeholder, &file.recipient),
            kind: file.kind,
            starts: self.condition(&file.starts),
            deadline: match &file.deadline {
                v1::Deadline::Within(length) => Deadline::Within(self.duration(length)),
                v1::Deadline::CalendarDays(days) => Deadline::CalendarDays(self.number("days", days, 0..=365)),
                v1::Deadline::BusinessDays(days) => Deadline::BusinessDays(self.number("days", days, 1..=250)),
                v1::Deadline::Months(months) => Deadline::Months(self.number("months", months, 1..=12)),
            },
            reckoning: Reckoning {
                holidays: self.days(file.holidays.as_deref().unwrap_or(at.holidays)),
                closes: file.closes.as_ref().and_then(|closes| self.time_of_day(closes)),
                rounds: file.rounds,
                calendar: self.zone_of(file, at),
            },
            holds_for_police: file.holds_for_police,
            binding: file.binding,
            fine: self.number("a fine", &file.fine, 0.0..=1e10),
            source: file.source.value.clone(),
            grade: file.grade.value.clone(),
            checked_on: file.checked_on.value.clone(),
        }
    }

    fn threat(&mut self, scenario: &ScenarioFile) -> Threat {
        let file = &scenario.threat;
        Threat {
            cluster: file.cluster,
            preventability: self.share("preventability", &file.preventability),
            sensitivity: self.share("sensitivity", &file.sensitivity),
            severity: self.share("severity", &file.severity),
            history: self.history(file),
            dwell_days: file.dwell_days.as_ref().map_or(0, |days| self.number("the days before", days, 0..=3_650)),
            visible: self.share("visibility", &file.visible),
            cards: file.cards.unwrap_or_else(|| owes_card_brands(scenario)),
            streams: file.streams.iter().map(|stream| self.stream(stream)).collect(),
            waves: file.waves.iter().map(|wave| self.wave(wave)).collect(),
            second_breach: file.second_breach.as_ref().map_or_else(SecondBreach::never, |second| SecondBreach {
                from: self.moment(&second.from),
                per_day: self.share("the hazard of a second breach", &second.per_day),
                records: self.number("records", &second.records, 0..=1_000_000_000),
            }),
            extortion: file.extortion.as_ref().map(|demand| self.extortion(demand)),
        }
    }

    /// Reads the earlier breaches: their ages in days, or only how many there were, which then count as a year old.
    fn history(&mut self, file: &v1::Threat) -> Vec<u32> {
        const MOST: usize = 20;
        if file.history.len() > MOST {
            let message = format!("there are more than {MOST} earlier breaches");
            self.report(Diagnostic::error("out-of-range", message), file.history[MOST].mark);
        }
        if let (Some(count), false) = (&file.earlier_breaches, file.history.is_empty()) {
            let message = "`earlier_breaches` and `history` say the same; `history` is used";
            self.report(Diagnostic::warning("said-twice", message), count.mark);
        }
        if file.history.is_empty() {
            let count = file.earlier_breaches.as_ref().map_or(0, |n| self.number("earlier breaches", n, 0..=20));
            return vec![365; count as usize];
        }
        file.history.iter().map(|days| self.number("the age of a breach in days", days, 1..=20_000)).collect()
    }

    fn extortion(&mut self, file: &v1::Extortion) -> Extortion {
        Extortion {
            demand: self.number("a demand", &file.demand, 0.0..=1e10),
            from: self.moment(&file.from),
            countdown: self.duration(&file.countdown),
            proof_records: self.number("records", &file.proof_records, 0..=1_000_000_000),
            dump_records: self.number("records", &file.dump_records, 0..=1_000_000_000),
        }
    }

    fn stream(&mut self, file: &v1::Stream) -> Stream {
        Stream {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            records_before: self.number("records", &file.records_before, 0..=1_000_000_000),
            records_per_hour: self.number("records per hour", &file.records_per_hour, 0.0..=1e8),
        }
    }

    fn wave(&mut self, file: &v1::Wave) -> Wave {
        Wave {
            at: self.moment(&file.at),
            title: file.title.clone(),
            stream: self.refer(Kind::Stream, &file.stream),
            records: self.number("records", &file.records, 0..=1_000_000_000),
        }
    }

    fn fact(&mut self, file: &v1::Fact) -> Fact {
        let number = |resolver: &mut Self, number: &Option<Located<u64>>| {
            number.as_ref().map(|number| resolver.number("a number", number, 0..=1_000_000_000_000))
        };
        Fact {
            id: file.id.value.as_str().into(),
            kind: file.kind,
            title: file.title.clone(),
            unknown: file.unknown.clone(),
            truth: file.truth.clone(),
            number: number(self, &file.number),
            early: file
                .early
                .as_ref()
                .map(|early| Early { text: early.text.clone(), number: number(self, &early.number) }),
        }
    }

    fn topic(&mut self, file: &v1::Topic) -> Topic {
        Topic {
            id: file.id.value.as_str().into(),
            detail: file.detail,
            title: file.title.clone(),
            number: file.number.as_ref().map(|fact| self.refer(Kind::Fact, fact)),
            claims: file.claims.iter().map(|claim| self.claim_option(claim)).collect(),
        }
    }

    fn claim_option(&mut self, file: &v1::ClaimOption) -> ClaimOption {
        ClaimOption {
            id: file.id.value.as_str().into(),
            text: file.text.clone(),
            nature: file.nature,
            true_when: self.condition(&file.true_when),
            known_when: self.condition(&file.known_when),
            promise: file
                .promise
                .as_ref()
                .map(|promise| Promise { what: self.condition(&promise.what), within: self.duration(&promise.within) }),
        }
    }

    fn action(&mut self, file: &v1::Action) -> Action {
        let need = |resolver: &mut Self, need: &v1::Need| Need {
            when: resolver.condition(&need.when),
            because: need.because.clone(),
        };
        Action {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            text: file.text.clone(),
            step: self.refer(Kind::Step, &file.step),
            role: self.refer(Kind::Role, &file.role),
            takes: self.duration(&file.takes),
            cost: file.cost.as_ref().map_or(0.0, |cost| self.number("a cost", cost, 0.0..=1e10)),
            repeats: file.repeats,
            needs: file.needs.iter().map(|item| need(self, item)).collect(),
            asks: self.ask(&file.asks, &file.id),
            effects: self.effects(&file.effects),
        }
    }

    fn ask(&mut self, file: &v1::Ask, action: &Text) -> Ask {
        match file {
            v1::Ask::Nothing => Ask::Nothing,
            v1::Ask::Reply => Ask::Reply,
            v1::Ask::Choice(choices) if choices.is_empty() => {
                let message = format!("the action `{}` offers no choice", action.value);
                self.report(Diagnostic::error("empty-list", message), action.mark);
                Ask::Nothing
            }
            v1::Ask::Choice(choices) => Ask::Choice(choices.iter().map(|choice| self.choice(choice)).collect()),
            v1::Ask::Statement { audience, channels, to } => Ask::Statement {
                audience: *audience,
                channels: channels.clone(),
                to: to.as_ref().map(|to| self.refer(Kind::Stakeholder, to)),
            },
        }
    }

    fn choice(&mut self, file: &v1::Choice) -> Choice {
        Choice { id: file.id.value.as_str().into(), title: file.title.clone(), effects: self.effects(&file.effects) }
    }

    fn effects(&mut self, files: &[v1::Effect]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for file in files {
            match file {
                v1::Effect::StopAll => effects.extend(self.streams.iter().map(|id| Effect::Stop(id.as_str().into()))),
                file => effects.push(self.effect(file)),
            }
        }
        effects
    }

    fn effect(&mut self, file: &v1::Effect) -> Effect {
        match file {
            v1::Effect::Milestone(id) => Effect::Milestone(self.refer(Kind::Milestone, id)),
            v1::Effect::Activate(roles) => Effect::Activate(self.refer_all(Kind::Role, roles)),
            v1::Effect::Suspect(fact) => Effect::Suspect(self.refer(Kind::Fact, fact)),
            v1::Effect::Confirm(fact) => Effect::Confirm(self.refer(Kind::Fact, fact)),
            v1::Effect::Stop(stream) => Effect::Stop(self.refer(Kind::Stream, stream)),
            v1::Effect::Harden(share) => Effect::Harden(self.share("hardening", share)),
            v1::Effect::Listen => Effect::Listen,
            v1::Effect::FastUpdate => Effect::FastUpdate,
            v1::Effect::Monitor => Effect::Monitor,
            v1::Effect::Tell(party) => Effect::Tell(self.refer(Kind::Stakeholder, party)),
            v1::Effect::Discretion(factor) => Effect::Discretion(self.share("discretion", factor)),
            v1::Effect::Agents(count) => Effect::Agents(self.number("agents", count, 0..=100_000)),
            v1::Effect::Remedy { functional, money, cost_per_record } => Effect::Remedy {
                functional: self.number("a functional remedy", functional, 0.0..=2.0),
                money: self.number("a remedy in money", money, 0.0..=2.0),
                cost_per_record: self.number("the cost per record", cost_per_record, 0.0..=10_000.0),
            },
            v1::Effect::Shop(state) => Effect::Shop(*state),
            v1::Effect::Reply(quality) => Effect::Reply(self.share("the quality of replies", quality)),
            v1::Effect::Attention(size) => Effect::Attention(self.number("a shot", size, 0.0..=2.0)),
            v1::Effect::Blame(size) => Effect::Blame(self.number("blame", size, -1.0..=1.0)),
            v1::Effect::Reveal(outlet) => Effect::Reveal(self.refer(Kind::Outlet, outlet)),
            v1::Effect::Cost(money) => Effect::Cost(self.number("a cost", money, 0.0..=1e10)),
            v1::Effect::Forensics(factor) => Effect::Forensics(self.number("a factor", factor, 0.2..=2.0)),
            _ => self.outside_effect(file),
        }
    }

    /// Builds the effects of what others do: attackers, authorities, outlets, courts.
    fn outside_effect(&mut self, file: &v1::Effect) -> Effect {
        let records = 0..=1_000_000_000;
        match file {
            v1::Effect::Approvals(share) => Effect::Approvals(self.number("the share of approvals", share, 0.1..=1.0)),
            v1::Effect::PayRansom => Effect::PayRansom,
            v1::Effect::RefuseRansom => Effect::RefuseRansom,
            v1::Effect::Restrain { by, until } => {
                Effect::Restrain { by: self.refer(Kind::Stakeholder, by), until: self.moment(until) }
            }
            v1::Effect::Report { outlet, size } => Effect::Report {
                outlet: self.refer(Kind::Outlet, outlet),
                size: self.number("a shot", size, 0.0..=2.0),
            },
            v1::Effect::Contradict { by, topic } => Effect::Contradict {
                by: self.refer(Kind::Stakeholder, by),
                topic: topic.as_ref().map(|topic| self.refer(Kind::Topic, topic)),
            },
            v1::Effect::Scope(count) => Effect::Scope(self.number("records", count, records)),
            v1::Effect::Proof(size) => Effect::Proof(self.number("a shot", size, 0.0..=2.0)),
            v1::Effect::Dump(count) => Effect::Dump(self.number("records", count, records)),
            v1::Effect::Gaffe(size) => Effect::Gaffe(self.number("a shot", size, 0.0..=2.0)),
            v1::Effect::Lawsuit(size) => Effect::Lawsuit(self.number("a shot", size, 0.0..=2.0)),
            _ => Effect::Rest,
        }
    }

    fn condition(&mut self, file: &v1::Condition) -> Condition {
        let all =
            |resolver: &mut Self, parts: &[v1::Condition]| parts.iter().map(|part| resolver.condition(part)).collect();
        match file {
            v1::Condition::Always => Condition::Always,
            v1::Condition::Never => Condition::Never,
            v1::Condition::At(time) => Condition::At(self.moment(time)),
            v1::Condition::Milestone(id) => Condition::Milestone(self.refer(Kind::Milestone, id)),
            v1::Condition::Done(action) => Condition::Done(self.refer(Kind::Action, action)),
            v1::Condition::Active(role) => Condition::Active(self.refer(Kind::Role, role)),
            v1::Condition::Suspected(fact) => Condition::Suspected(self.refer(Kind::Fact, fact)),
            v1::Condition::Confirmed(fact) => Condition::Confirmed(self.refer(Kind::Fact, fact)),
            v1::Condition::Told(party) => Condition::Told(self.refer(Kind::Stakeholder, party)),
            v1::Condition::Stopped(stream) => Condition::Stopped(self.refer(Kind::Stream, stream)),
            v1::Condition::Sent(inject) => Condition::Sent(self.refer(Kind::Inject, inject)),
            v1::Condition::Answered(inject) => Condition::Answered(self.refer(Kind::Inject, inject)),
            v1::Condition::Claimed(topic, claim) => {
                Condition::Claimed(self.refer(Kind::Topic, topic), self.claim(topic, claim))
            }
            v1::Condition::Spoken => Condition::Spoken,
            v1::Condition::CustomersTold => Condition::CustomersTold,
            v1::Condition::StaffTold => Condition::StaffTold,
            v1::Condition::Exposed => Condition::Exposed,
            v1::Condition::Reversed => Condition::Reversed,
            v1::Condition::SecondBreach => Condition::SecondBreach,
            v1::Condition::Chose(action, choice) => {
                Condition::Chose(self.refer(Kind::Action, action), self.choice_of(action, choice))
            }
            v1::Condition::Shop(state) => Condition::Shop(*state),
            v1::Condition::StoppedAll => {
                Condition::All(self.streams.iter().map(|id| Condition::Stopped(id.as_str().into())).collect())
            }
            v1::Condition::Contradicted => Condition::Contradicted,
            v1::Condition::Extorted => Condition::Extorted,
            v1::Condition::Paid => Condition::Paid,
            v1::Condition::Dumped => Condition::Dumped,
            v1::Condition::Listening => Condition::Listening,
            v1::Condition::Restrained => Condition::Restrained,
            v1::Condition::Defied => Condition::Defied,
            v1::Condition::Above(metric, bound) => Condition::Above(*metric, bound.value),
            v1::Condition::Below(metric, bound) => Condition::Below(*metric, bound.value),
            v1::Condition::All(parts) => Condition::All(all(self, parts)),
            v1::Condition::Any(parts) => Condition::Any(all(self, parts)),
            v1::Condition::Not(part) => Condition::Not(Box::new(self.condition(part))),
            v1::Condition::AtLeast(count, parts) => {
                let most = u32::try_from(parts.len()).unwrap_or(u32::MAX);
                Condition::AtLeast(self.number("the count", count, 0..=most), all(self, parts))
            }
        }
    }

    fn inject(&mut self, file: &v1::Inject) -> Inject {
        Inject {
            id: file.id.value.as_str().into(),
            kind: file.kind,
            trigger: self.trigger(&file.trigger),
            medium: file.medium,
            from: file.from.clone(),
            to: self.refer(Kind::Role, &file.to),
            title: file.title.clone(),
            body: file.body.clone(),
            document: file.document.as_ref().map(|document| self.refer(Kind::Document, document)),
            inquiry: file.inquiry.as_ref().map(|inquiry| Inquiry {
                within: self.duration(&inquiry.within),
                outlet: inquiry.outlet.as_ref().map(|outlet| self.refer(Kind::Outlet, outlet)),
                if_unanswered: self.effects(&inquiry.if_unanswered),
            }),
            expects: file.expects.as_ref().map(|expects| Expectation {
                text: expects.text.clone(),
                what: self.condition(&expects.what),
                within: self.duration(&expects.within),
                objective: self.refer(Kind::Objective, &expects.objective),
            }),
            effects: self.effects(&file.effects),
            alternative: file.alternative.as_ref().map(|group| self.group(group)),
        }
    }

    fn group(&mut self, text: &Text) -> String {
        if !is_slug(&text.value) {
            let message = format!("`{}` cannot name a group of alternatives", text.value);
            let hint = "use 1 to 64 lower-case letters, digits, `-`, `_` and `.`";
            self.report(Diagnostic::error("bad-id", message).hint(hint), text.mark);
        }
        text.value.clone()
    }

    fn trigger(&mut self, file: &v1::Trigger) -> Trigger {
        match file {
            v1::Trigger::At(time) => Trigger::At(self.moment(time)),
            v1::Trigger::When(what) => Trigger::When(self.condition(what)),
            v1::Trigger::After { what, delay } => {
                Trigger::After { what: self.condition(what), delay: self.duration(delay) }
            }
            v1::Trigger::NotBy { what, by } => Trigger::NotBy { what: self.condition(what), by: self.moment(by) },
            v1::Trigger::Chance { from, until, per_hour, when } => Trigger::Chance {
                from: self.moment(from),
                until: self.moment(until),
                per_hour: self.number("a hazard per hour", per_hour, 0.0..=60.0),
                when: self.condition(when),
            },
            v1::Trigger::ByHand => Trigger::ByHand,
        }
    }

    fn playbook(&mut self, file: &PlaybookFile, wanted: &Text) -> Playbook {
        if file.id.value != wanted.value {
            let message = format!("the scenario asks for the playbook `{}`, this is `{}`", wanted.value, file.id.value);
            self.report(Diagnostic::warning("wrong-playbook", message), file.id.mark);
        }
        Playbook {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            source: file.source.clone(),
            milestones: file.milestones.iter().map(milestone).collect(),
            capabilities: self.capabilities(&file.capabilities),
            roll_up: file.roll_up,
            steps: file.steps.iter().map(|step| self.step(step)).collect(),
        }
    }

    /// Each criterion shows one capability; in two of them it would count twice.
    fn capabilities(&mut self, files: &[v1::Capability]) -> Vec<Capability> {
        let mut shown = BTreeSet::new();
        for criterion in files.iter().flat_map(|file| &file.criteria) {
            if !shown.insert(&criterion.value) {
                let message = format!("the criterion `{}` shows two capabilities", criterion.value);
                let diagnostic = Diagnostic::error("criterion-shown-twice", message);
                self.report(diagnostic.hint("name it under the one that it is a task of"), criterion.mark);
            }
        }
        files.iter().map(|file| self.capability(file)).collect()
    }

    fn capability(&mut self, file: &v1::Capability) -> Capability {
        Capability {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            mission_area: file.mission_area.clone(),
            target: file.target.clone(),
            reference: file.reference.clone(),
            criteria: self.refer_all(Kind::Criterion, &file.criteria),
        }
    }

    fn step(&mut self, file: &v1::Step) -> Step {
        Step {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            weight: self.number("the weight of a step", &file.weight, 0.01..=1000.0),
            quote: file.quote.clone(),
            criteria: file.criteria.iter().map(|criterion| self.criterion(criterion)).collect(),
        }
    }

    fn criterion(&mut self, file: &v1::Criterion) -> Criterion {
        Criterion {
            id: CriterionId::new(&file.id.value),
            title: file.title.clone(),
            advice: file.advice.clone(),
            reference: file.reference.clone(),
            element: file.element,
            weight: self.number("the weight of a criterion", &file.weight, 0.01..=1000.0),
            evidence: self.evidence(&file.evidence),
        }
    }

    fn evidence(&mut self, file: &v1::Evidence) -> Evidence {
        let all =
            |resolver: &mut Self, parts: &[v1::Evidence]| parts.iter().map(|part| resolver.evidence(part)).collect();
        match file {
            v1::Evidence::Within { what, from, full, none } => Evidence::Within {
                what: self.reached(what),
                from: self.reached(from),
                full: self.duration(full),
                none: none.as_ref().map(|none| self.duration(none)),
            },
            v1::Evidence::InPar { what, from, full, none } => Evidence::InPar {
                what: self.reached(what),
                from: self.reached(from),
                full: self.number("a number of pars", full, 0.1..=100.0),
                none: self.number("a number of pars", none, 0.1..=1000.0),
            },
            v1::Evidence::Before { first, then, otherwise } => Evidence::Before {
                first: self.reached(first),
                then: self.reached(then),
                otherwise: self.share("a credit", otherwise),
            },
            v1::Evidence::Reached(what) => Evidence::Reached(self.reached(what)),
            v1::Evidence::Never { what, before } => {
                Evidence::Never { what: self.reached(what), before: before.as_ref().map(|before| self.reached(before)) }
            }
            v1::Evidence::Share { of, full, none } => Evidence::Share {
                of: *of,
                full: self.share("a share", full),
                none: self.number("a share", none, 0.0..=0.999),
            },
            v1::Evidence::Parts(parts) => Evidence::Parts(
                parts
                    .iter()
                    .map(|(weight, part)| (self.number("a weight", weight, 0.01..=1000.0), self.evidence(part)))
                    .collect(),
            ),
            v1::Evidence::KnownBefore { facts, claims } => Evidence::KnownBefore { facts: *facts, claims: *claims },
            v1::Evidence::Count { of, full, none } => Evidence::Count {
                of: *of,
                full: self.number("a count", full, 0..=1000),
                none: self.number("a count", none, 0..=1000),
            },
            v1::Evidence::World { metric, is, from, lasting, full, none } => Evidence::World {
                metric: *metric,
                is: *is,
                from: self.reached(from),
                lasting: lasting.as_ref().map(|lasting| self.duration(lasting)),
                full: self.share("a share", full),
                none: self.number("a share", none, 0.0..=0.999),
            },
            v1::Evidence::Says { what, full, none } => Evidence::Says {
                what: *what,
                full: self.share("a share", full),
                none: self.number("a share", none, 0.0..=0.999),
            },
            v1::Evidence::Avoids { what, full, none } => Evidence::Avoids {
                what: *what,
                full: self.share("a share", full),
                none: self.number("a share", none, 0.0..=0.999),
            },
            v1::Evidence::Clocks { of, late } => Evidence::Clocks { of: *of, late: self.share("a credit", late) },
            v1::Evidence::Review(part) => Evidence::Review(*part),
            v1::Evidence::AllOf(parts) => Evidence::AllOf(all(self, parts)),
            v1::Evidence::AnyOf(parts) => Evidence::AnyOf(all(self, parts)),
            v1::Evidence::Not(part) => Evidence::Not(Box::new(self.evidence(part))),
            v1::Evidence::AtLeast(count, parts) => {
                let most = u32::try_from(parts.len()).unwrap_or(u32::MAX).max(1);
                Evidence::AtLeast(self.number("the count", count, 1..=most), all(self, parts))
            }
            v1::Evidence::NotJudgedYet(why) => Evidence::NotJudgedYet(why.clone()),
        }
    }

    fn reached(&mut self, file: &v1::Moment) -> Moment {
        match file {
            v1::Moment::StartEx => Moment::StartEx,
            v1::Moment::FirstAlert => Moment::FirstAlert,
            v1::Moment::FirstDraft => Moment::FirstDraft,
            v1::Moment::FirstPublicWord => Moment::FirstPublicWord,
            v1::Moment::FirstWordOfSubstance => Moment::FirstWordOfSubstance,
            v1::Moment::FirstOutsideReport => Moment::FirstOutsideReport,
            v1::Moment::Milestone(id) => Moment::Milestone(self.refer(Kind::Milestone, id)),
            v1::Moment::Reasoned(id) => Moment::Reasoned(self.refer(Kind::Milestone, id)),
            v1::Moment::TeamComplete => Moment::TeamComplete,
            v1::Moment::Confirmed(kind) => Moment::Confirmed(*kind),
            v1::Moment::FirstConfirmed => Moment::FirstConfirmed,
            v1::Moment::Spoke(detail) => Moment::Spoke(*detail),
            v1::Moment::CustomersTold => Moment::CustomersTold,
            v1::Moment::StaffTold => Moment::StaffTold,
            v1::Moment::Told(kind) => Moment::Told(*kind),
            v1::Moment::DataStopped => Moment::DataStopped,
            v1::Moment::NextWave => Moment::NextWave,
            v1::Moment::Listening => Moment::Listening,
            v1::Moment::NarrativeAlarm => Moment::NarrativeAlarm,
            v1::Moment::FirstReply => Moment::FirstReply,
            v1::Moment::InsideLeak => Moment::InsideLeak,
            v1::Moment::LastHardening => Moment::LastHardening,
        }
    }
}

/// The key of something that is unique only within its owner.
fn claim_key(owner: &str, id: &str) -> String {
    format!("{owner}/{id}")
}

fn stakeholder(file: &v1::Stakeholder) -> Stakeholder {
    Stakeholder { id: file.id.value.as_str().into(), kind: file.kind, title: file.title.clone() }
}

fn milestone(file: &v1::Milestone) -> playbook::Milestone {
    playbook::Milestone { id: file.id.value.as_str().into(), title: file.title.clone() }
}

/// The id of a dossier that nobody wrote.
const GENERATED_DOSSIER: &str = "dossier";

fn generated_dossier(file: &ScenarioFile, text: Arc<str>) -> Document {
    let title = format!("{}: dossier", file.organization.name);
    Document { id: DocumentId::new(GENERATED_DOSSIER), title, text }
}

fn document(file: &v1::Document, texts: &BTreeMap<String, Arc<str>>) -> Document {
    Document {
        id: file.id.value.as_str().into(),
        title: file.title.clone(),
        text: texts.get(&file.path.value).cloned().unwrap_or_else(|| "".into()),
    }
}
