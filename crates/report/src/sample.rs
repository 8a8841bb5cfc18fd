//! A small handmade debrief for the tests of all formats.

use goldenhour_core::debrief::after_action::{
    AfterAction, Annotation, CapabilityAnalysis, Change, Edited, ObjectiveMark, ObjectiveOf, OverviewLine, Participant,
    PlanLine, ReportedFinding, Stamp, Status, Struck, TaskMark,
};
use goldenhour_core::debrief::knowledge::{FactHistory, Knower, Learned, Said};
use goldenhour_core::debrief::root_cause::{CauseKind, RootCause};
use goldenhour_core::debrief::story::Line;
use goldenhour_core::debrief::{
    ClaimReview, ClockReview, ClockStatus, CorrectiveAction, Debrief, Finding, FindingKind, LogKind, LogLine, Marker,
    MarkerKind, OwnReview, Proof, ResponseTime, ReviewLine, StatementReview, Story, TeamLoad,
};
use goldenhour_core::scenario::{AudienceKind, ClockKind, FactKind, Metric, RollUp};
use goldenhour_core::scoring::outcome::{ClockCounts, Loss, Outcome, OutcomeMetrics};
use goldenhour_core::scoring::{
    Calibration, CriterionScore, EvidenceItem, PlaybookScore, Rating, Scorecard, StepScore, Verdict,
};
use goldenhour_core::session::edit::{Attendee, Named, OverviewRow};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::Soundness;
use goldenhour_core::time::{Calendar, SimTime};
use goldenhour_core::timeline::{EntryNumber, Series};

fn at(minutes: u32) -> SimTime {
    SimTime::from_minutes(minutes)
}

fn evidence(minutes: u32, entry: u32, text: &str) -> EvidenceItem {
    EvidenceItem::at(at(minutes), Some(EntryNumber(entry)), text)
}

/// Returns a five-hour debrief with an early first statement, one false claim and one missed clock.
pub fn debrief() -> Debrief {
    Debrief {
        title: "Sample: drill | night shift".into(),
        scenario_summary: "Card details leave through the checkout.".into(),
        organization: "Northwind & Daughters".into(),
        currency: "EUR".into(),
        playbook: "Two steps".into(),
        playbook_source: "A handbook".into(),
        starts: "Fri 27 Nov 2026, 09:00".into(),
        calendar: Calendar::parse("2026-11-27T09:00").expect("a valid date"),
        until: at(300),
        seed: Seed(7),
        program: "0.1.0".into(),
        fingerprint: "0123456789abcdef".into(),
        summary: "Playbook score: 61 of 100. Trust ended at 48 of 100.".into(),
        objectives: vec!["Tell customers early and truthfully".into(), "Meet every duty to notify".into()],
        scorecard: scorecard(),
        story: story(),
        series: series(),
        findings: findings(),
        improvement: vec![CorrectiveAction {
            criterion: "2.1".into(),
            issue: "Facts stated, unknowns named: partial".into(),
            action: "Say what you know. Name what you do not know yet.".into(),
            points: 5.71,
            owner: String::new(),
            due: String::new(),
        }],
        statements: statements(),
        clocks: clocks(),
        responses: responses(),
        team: vec![TeamLoad {
            title: "Director of Communications".into(),
            holder: "Ada Example".into(),
            since: Some(at(0)),
            works: 3,
            minutes: 165,
        }],
        knowledge: knowledge(),
        after_action: after_action(),
        own_review: Some(OwnReview {
            at: at(300),
            entry: 9,
            lines: vec![ReviewLine {
                kind: "strength",
                about: "1.1".into(),
                text: "We spoke before the blog did.".into(),
                record: "the record agrees (100 % of its credit)".into(),
            }],
        }),
        hot_wash: vec!["What made it seem safe to say?".into(), "Who knew something that would have helped?".into()],
        counterfactual: None,
        log: vec![
            log_line(0, None, LogKind::Inject, None, "Inject: 430 misused cards"),
            log_line(
                46,
                Some(2),
                LogKind::Statement,
                Some("Director of Communications"),
                "Public statement: “We noticed an irregularity”",
            ),
        ],
    }
}

fn log_line(minutes: u32, entry: Option<u32>, kind: LogKind, by: Option<&str>, text: &str) -> LogLine {
    LogLine { at: at(minutes), entry, kind, by: by.map(str::to_owned), text: text.into() }
}

/// Returns three minutes of metrics in which trust falls.
fn series() -> Series {
    let mut series = Series::default();
    for trust in [0.64, 0.63, 0.62] {
        let mut row = [0.0; Metric::ALL.len()];
        row[Metric::Trust.index()] = trust;
        series.push(row);
    }
    series
}

fn scorecard() -> Scorecard {
    Scorecard {
        scenario: "sample".into(),
        seed: Seed(7),
        fingerprint: "0123456789abcdef".into(),
        ended: true,
        playbook: PlaybookScore {
            id: "two".into(),
            total: 61.4,
            total_overridden: None,
            coverage: 0.87,
            steps: steps(),
        },
        outcome: outcome(),
        confidence: Calibration::default(),
        evaluations: Vec::new(),
    }
}

fn steps() -> Vec<StepScore> {
    let step = |id: &str, title: &str, score, rating, caps, criteria| StepScore {
        id: id.into(),
        title: title.into(),
        score,
        weight: 0.5,
        coverage: 1.0,
        rating: Some(rating),
        caps,
        score_overridden: None,
        rating_overridden: None,
        criteria,
    };
    let criterion = |id: &str, title: &str, score, max, verdict, evidence| CriterionScore {
        id: id.into(),
        title: title.into(),
        score,
        max,
        verdict,
        evidence,
        advice: "Speak early.".into(),
        overridden: None,
    };
    vec![
        step(
            "message",
            "Release the statement",
            90.0,
            Rating::M,
            vec![evidence(46, 2, "capped at M because a false statement was made about the cause")],
            vec![
                criterion(
                    "1.1",
                    "The first public word comes in time",
                    5.7,
                    5.7,
                    Verdict::Met,
                    vec![evidence(46, 2, "the first public word")],
                ),
                criterion(
                    "1.2",
                    "The shop can be reached",
                    1.0,
                    2.9,
                    Verdict::Late,
                    vec![evidence(120, 3, "a contact was given")],
                ),
            ],
        ),
        step(
            "after",
            "Listen and answer",
            38.2,
            Rating::U,
            vec![],
            vec![
                criterion(
                    "2.1",
                    "Facts stated, unknowns named",
                    2.9,
                    8.6,
                    Verdict::Partial,
                    vec![EvidenceItem::general("1 of 3 claims were true and known")],
                ),
                criterion(
                    "2.2",
                    "Posts are answered",
                    0.0,
                    5.7,
                    Verdict::Missed,
                    vec![EvidenceItem::general("0 % was answered")],
                ),
                criterion(
                    "2.3",
                    "The tone is right",
                    0.0,
                    0.0,
                    Verdict::NotApplicable,
                    vec![EvidenceItem::general("the tone is not read yet")],
                ),
            ],
        ),
    ]
}

fn outcome() -> Outcome {
    let loss = |title, weight, run, nothing| Loss { title, weight, run, nothing, best: None };
    Outcome {
        harm: 0.4,
        total: 50.9,
        unbounded: 50.9,
        metrics: OutcomeMetrics {
            trust_final: 0.48,
            trust_min: 0.41,
            awareness_final: 0.93,
            customers_lost: 6820.0,
            revenue_lost: 278_565.3,
            costs: 937_351.0,
            coverage_area: 117.2,
            negative_share_peak: 0.648,
            records_exposed: 61426.4,
            clocks: ClockCounts { met: 0, late: 0, missed: 1, open: 1 },
        },
        losses: vec![
            loss("trust", 0.5, 0.13, 0.47),
            loss("customers", 0.3, 6820.0, 46252.0),
            loss("clocks", 0.2, 1.0, 0.0),
        ],
    }
}

fn story() -> Story {
    let line = |metric, values: [f64; 6]| Line { metric, points: (0..=300).step_by(60).zip(values).collect() };
    let marker = |minutes, kind, text: &str| Marker { at: at(minutes), kind, text: text.into() };
    Story {
        lines: vec![
            line(Metric::Trust, [0.64, 0.62, 0.5, 0.44, 0.41, 0.48]),
            line(Metric::Negative, [0.0, 0.2, 0.5, 0.648, 0.6, 0.5]),
            line(Metric::News, [0.0, 0.4, 1.0, 1.6, 1.2, 0.9]),
        ],
        markers: vec![
            marker(0, MarkerKind::Inject, "Inject: 430 misused cards"),
            marker(10, MarkerKind::Decision, "Decision: Publish a holding statement"),
            marker(46, MarkerKind::Statement, "Public statement: “We noticed an irregularity”"),
            marker(206, MarkerKind::Setback, "A claim about the cause turned out false"),
        ],
        ghosts: Vec::new(),
    }
}

fn findings() -> Vec<Finding> {
    let proof = |item| Proof::new(vec![item]).expect("the proof has one item");
    vec![
        Finding {
            kind: FindingKind::Improvement,
            step: "after".into(),
            step_title: "Listen and answer".into(),
            criterion: "2.1".into(),
            text: "Facts stated, unknowns named: partial".into(),
            advice: "Say what you know. Name what you do not know yet.".into(),
            points: 5.71,
            proof: proof(EvidenceItem::general("1 of 3 claims were true and known")),
        },
        Finding {
            kind: FindingKind::Strength,
            step: "message".into(),
            step_title: "Release the statement".into(),
            criterion: "1.1".into(),
            text: "The first public word comes in time: met".into(),
            advice: "Speak early.".into(),
            points: 5.7,
            proof: proof(evidence(46, 2, "the first public word")),
        },
    ]
}

fn statements() -> Vec<StatementReview> {
    let claim = |about: &str, text: &str, soundness, reversed| ClaimReview {
        quote: None,
        about: about.into(),
        text: text.into(),
        soundness,
        reversed,
    };
    vec![StatementReview {
        at: at(46),
        entry: 2,
        title: "Publish a holding statement".into(),
        audience: AudienceKind::Public,
        text: "We are sorry. We noticed an irregularity in a routine check.\nMore at three.".into(),
        claims: vec![
            claim("What do we feel about it?", "We are sorry.", Soundness::TrueAndKnown, None),
            claim("How was it discovered?", "We noticed an irregularity.", Soundness::False, Some(at(206))),
            claim("How many cards?", "not known yet", Soundness::NamedUnknown, None),
        ],
        unchecked: Vec::new(),
        next_update: Some(at(180)),
    }]
}

fn clocks() -> Vec<ClockReview> {
    let clock = |title: &str, kind, started, due, status| ClockReview {
        title: title.into(),
        recipient: "Example Acquiring".into(),
        kind,
        started,
        due,
        told: None,
        status,
        source: "Contract, schedule 4".into(),
        grade: "V".into(),
        checked_on: "2026-11-23".into(),
    };
    vec![
        clock("Tell the acquirer", ClockKind::Suspicion, Some(at(5)), Some(at(245)), ClockStatus::Missed),
        clock("Tell the regulator", ClockKind::Awareness, None, None, ClockStatus::NotTriggered),
    ]
}

fn responses() -> Vec<ResponseTime> {
    let asked = |title: &str, answered| ResponseTime {
        title: title.into(),
        from: "A reporter".into(),
        asked: at(90),
        due: at(240),
        answered,
    };
    vec![asked("Comment, please", Some(at(115))), asked("How many?", None)]
}

fn knowledge() -> Vec<FactHistory> {
    let learned = |minutes, entry| Some(Learned { at: at(minutes), entry });
    let knower = |role: &str, minutes| Knower { role: role.into(), since: at(minutes) };
    let fact = |title: &str, said| FactHistory {
        title: title.into(),
        kind: FactKind::Cause,
        truth: "Through a supplier’s tag.".into(),
        true_since: at(0),
        suspected: None,
        confirmed: None,
        believed: None,
        said,
        known_by: Vec::new(),
    };
    let said = Said { at: at(46), entry: EntryNumber(2), soundness: Soundness::TrueButUnknown, was_confirmed: false };
    vec![
        FactHistory {
            suspected: learned(12, None),
            confirmed: learned(150, Some(EntryNumber(3))),
            believed: Some("8,000 instead of 61,400".into()),
            known_by: vec![
                knower("Director of Communications", 12),
                knower("General Counsel", 72),
                knower("Press", 72),
            ],
            ..fact("How did the script get in?", Some(said))
        },
        fact("Who did it?", None),
    ]
}

fn stamp(by: &str, entry: u32) -> Stamp {
    Stamp { by: by.into(), at: at(300), entry }
}

fn changed(automatic: &str, text: &str, by: &str, entry: u32) -> Edited {
    Edited { automatic: automatic.into(), edit: Some(Change { text: text.into(), stamp: stamp(by, entry) }) }
}

/// Returns a report with edits, findings added by a reviewer, and struck entries.
fn after_action() -> AfterAction {
    let line = |row, name, group, text| OverviewLine { row, name, group, text };
    let scope = |row, name, text: &str| line(row, name, "Scope", Edited::automatic(text));
    AfterAction {
        status: Status::default(),
        overview: vec![
            line(OverviewRow::Name, "Exercise name", "Exercise name", Edited::automatic("Sample: drill | night shift")),
            line(OverviewRow::Marking, "Protective marking", "Protective marking", changed("", "TLP:AMBER", "Ada", 11)),
            scope(OverviewRow::Type, "Type", "Tabletop exercise"),
            scope(OverviewRow::Location, "Location", ""),
            line(
                OverviewRow::Objectives,
                "Objectives",
                "Objectives",
                Edited::automatic("1. Tell customers early and truthfully\n2. Meet every duty to notify"),
            ),
            line(OverviewRow::Sponsor, "Sponsor", "Sponsor", changed("", "The board", "Ada", 12)),
            line(OverviewRow::Contact, "Point of contact", "Point of contact", Edited::default()),
        ],
        dates: changed("", "2026-12-03", "Ada", 13),
        summary: Edited::automatic("Playbook score: 61 of 100. Trust ended at 48 of 100."),
        roll_up: RollUp::Points,
        capabilities: capabilities(),
        improvement_plan: plan(),
        participants: vec![Participant {
            who: Attendee::Seat("comms".into()),
            seat: "Director of Communications (Ada Example in the story)".into(),
            name: changed("", "Kim Example", "Ada", 14),
            organization: Edited::default(),
            function: Edited::automatic("Player"),
        }],
        annotations: vec![
            Annotation {
                at: at(46),
                on: Some(2),
                text: "Nobody read it aloud before.".into(),
                stamp: stamp("Ada", 15),
            },
            Annotation { at: at(100), on: None, text: "A long silence.".into(), stamp: stamp("Ben", 16) },
        ],
    }
}

fn capabilities() -> Vec<CapabilityAnalysis> {
    let objective = |number: usize, title: &str, marks| {
        let id = format!("objective-{number}");
        Some(ObjectiveOf { id: id.as_str().into(), number, title: title.into(), marks })
    };
    let capability = |id: &str, title: &str, objective| CapabilityAnalysis {
        objective,
        id: id.into(),
        title: title.into(),
        mission_area: "Response".into(),
        target: "Customers are told before the press tells them".into(),
        reference: "A law".into(),
        points: Some(64.0),
        rating: Some(Rating::M),
        rating_overridden: None,
        caps: Vec::new(),
        tasks: Vec::new(),
        strengths: Vec::new(),
        areas: Vec::new(),
    };
    let task = |id: &str, title: &str, rating| TaskMark { criterion: id.into(), title: title.into(), rating };
    let by_ada = ObjectiveMark { by: "Ada".into(), rating: Rating::S, reason: "in time".into(), entry: 10 };
    vec![
        CapabilityAnalysis {
            caps: vec![evidence(46, 2, "capped at M because a false statement was made about the cause")],
            tasks: vec![
                task("1.1", "The first public word comes in time", Some(Rating::P)),
                task("2.1", "Facts stated, unknowns named", Some(Rating::U)),
                task("2.3", "The tone is right", None),
            ],
            strengths: strengths(),
            areas: areas(),
            ..capability(
                "customers",
                "Customer communication",
                objective(1, "Tell customers early and truthfully", vec![by_ada]),
            )
        },
        CapabilityAnalysis {
            points: None,
            rating: None,
            ..capability("notification", "Notification", objective(2, "Meet every duty to notify", Vec::new()))
        },
    ]
}

fn finding(
    number: &str,
    kind: FindingKind,
    criterion: &str,
    observation: &str,
    proof: EvidenceItem,
) -> ReportedFinding {
    ReportedFinding {
        number: number.into(),
        kind,
        named: Named::Criterion(criterion.into()),
        points: 5.7,
        observation: Edited::automatic(observation),
        reference: Edited::automatic("Playbook, “Listen and answer”, criterion 2.1; a law"),
        analysis: Edited::default(),
        causes: Vec::new(),
        missing: Vec::new(),
        what_if: None,
        proof: Proof::new(vec![proof]).expect("the proof has one item"),
        added: None,
        struck: None,
    }
}

fn strengths() -> Vec<ReportedFinding> {
    let text = "The first public word comes in time: met.";
    vec![finding("S1", FindingKind::Strength, "1.1", text, evidence(46, 2, "the first public word"))]
}

fn areas() -> Vec<ReportedFinding> {
    let item = EvidenceItem::general("1 of 3 claims were true and known");
    let cause = |kind, text: &str| RootCause { kind, text: text.into(), evidence: vec![evidence(46, 2, "said")] };
    let text = "Facts stated, unknowns named: met in part, for 34 % of its credit.";
    vec![
        ReportedFinding {
            analysis: Edited::automatic(
                "Contradicted later: “a routine check” was false; this was exposed at T+03:26.",
            ),
            causes: vec![cause(CauseKind::ContradictedLater, "“a routine check” was not so; it came out at T+03:26.")],
            missing: vec!["why it was thought safe to say".into()],
            what_if: Some("Without it, trust would have ended 4 points higher.".into()),
            points: 5.71,
            ..finding("A1", FindingKind::Improvement, "2.1", text, item)
        },
        ReportedFinding {
            named: Named::Added("radio".into()),
            points: 0.0,
            analysis: changed("Nobody had the number.", "The number was in a binder at home.", "Ben", 18),
            added: Some(stamp("Ada", 17)),
            struck: Some(Struck { reason: "it was another exercise".into(), stamp: stamp("Ben", 19) }),
            ..finding(
                "A2",
                FindingKind::Improvement,
                "",
                "The radio was never called.",
                evidence(300, 17, "added by Ada"),
            )
        },
    ]
}

fn plan() -> Vec<PlanLine> {
    let line = |area: &str, named, issue: &str, action: &str| PlanLine {
        named,
        area: area.into(),
        capability: "Customer communication".into(),
        issue: Edited::automatic(issue),
        action: Edited::automatic(action),
        element: Edited::automatic("Training"),
        organization: Edited::default(),
        contact: Edited::default(),
        start: Edited::default(),
        completion: Edited::default(),
        points: 5.71,
        added: None,
        struck: None,
    };
    let advice = "Say what you know. Name what you do not know yet.";
    vec![
        PlanLine {
            action: changed(advice, "Rehearse “not known yet” with the press office.", "Ada", 20),
            organization: changed("", "Communications", "Ada", 21),
            completion: changed("", "2027-02-26", "Ada", 22),
            ..line("A1", Named::Criterion("2.1".into()), "Facts stated, unknowns named", advice)
        },
        PlanLine {
            points: 0.0,
            element: Edited::default(),
            added: Some(stamp("Ada", 23)),
            ..line("", Named::Added("binder".into()), "The binder was at home", "Put a copy into the office.")
        },
    ]
}
