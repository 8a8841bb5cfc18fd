//! The boundary of `scenario::load`: valid files load, and invalid ones are reported with location and hint in
//! bounded time.

use goldenhour_core::diagnostic::{Diagnostic, Severity};
use goldenhour_core::scenario::source::{BuiltIn, Folder};
use goldenhour_core::scenario::{
    ClaimNature, ClaimOption, Condition, Detail, Effect, InjectKind, RoleKind, Scenario, Trigger, load,
};
use goldenhour_core::time::SimTime;

use crate::support::{Copy, SKIMMER, scenario};

/// Loads a copy and returns its errors, or its warnings if it is valid.
fn diagnostics_of(copy: &Copy) -> Vec<Diagnostic> {
    match load(&Folder::new(copy.path())) {
        Ok(loaded) => loaded.warnings.iter().cloned().collect(),
        Err(diagnostics) => diagnostics.iter().cloned().collect(),
    }
}

/// Returns the errors of a copy after one replacement.
fn after(file: &str, from: &str, to: &str) -> Vec<Diagnostic> {
    let copy = Copy::of(SKIMMER);
    copy.replace(file, from, to);
    diagnostics_of(&copy).into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect()
}

fn only(diagnostics: &[Diagnostic], code: &str) -> Diagnostic {
    let found: Vec<&Diagnostic> = diagnostics.iter().filter(|diagnostic| diagnostic.code == code).collect();
    assert_eq!(found.len(), 1, "{diagnostics:#?}");
    found[0].clone()
}

#[test]
fn every_built_in_scenario_loads_without_warnings() {
    assert!(BuiltIn::scenarios().len() >= 4, "{:?}", BuiltIn::scenarios());
    for slug in BuiltIn::scenarios() {
        let loaded = load(&BuiltIn::Scenario(slug.clone())).unwrap();
        assert!(loaded.warnings.is_empty(), "{slug}: {}", loaded.warnings);
    }
}

#[test]
fn a_copy_on_disk_loads_as_the_same_scenario() {
    let copy = Copy::of(SKIMMER);
    let loaded = load(&Folder::new(copy.path())).unwrap();
    assert_eq!(loaded.output.digest(), scenario(SKIMMER).digest());
}

/// Predicate on the type of a trigger.
type Has = fn(&Trigger) -> bool;

#[test]
fn the_skimmer_scenario_meets_its_content_minimums() {
    let scenario = scenario(SKIMMER);
    assert_eq!(scenario.length.hours(), 72.0);
    assert!(scenario.injects.len() >= 25);
    assert!(scenario.actions.len() >= 30);
    assert!(scenario.facts.len() >= 12);
    assert!(scenario.outlets.len() >= 5);
    assert!(scenario.customers.segments.len() >= 4);
    assert!(scenario.clocks.len() >= 3);
    assert_eq!(scenario.playbook.steps.len(), 5);
    assert_eq!(scenario.customers.population, 10_000);
    for kind in RoleKind::ALL {
        assert!(scenario.role_of(kind).is_some(), "{kind:?}");
    }
    let kinds: [(&str, Has); 4] = [
        ("timed", |trigger| matches!(trigger, Trigger::At(_))),
        ("conditional", |trigger| matches!(trigger, Trigger::When(_) | Trigger::After { .. })),
        ("by omission", |trigger| matches!(trigger, Trigger::NotBy { .. })),
        ("by chance", |trigger| matches!(trigger, Trigger::Chance { .. })),
    ];
    for (name, has) in kinds {
        assert!(scenario.injects.iter().any(|inject| has(&inject.trigger)), "no inject triggered {name}");
    }
    assert!(scenario.injects.iter().any(|inject| inject.kind == InjectKind::Contingency));
}

/// Requirements for every built-in scenario, whatever its length: all trigger types, injects for the facilitator to
/// release, clocks, and for each of the nine details a true claim and a tempting alternative.
#[test]
fn every_built_in_scenario_is_complete() {
    for slug in BuiltIn::scenarios() {
        let scenario = scenario(&slug);
        let has = |wanted: Has| scenario.injects.iter().any(|inject| wanted(&inject.trigger));
        assert!(has(|trigger| matches!(trigger, Trigger::At(_))), "{slug}: no inject is timed");
        assert!(
            has(|trigger| matches!(trigger, Trigger::When(_) | Trigger::After { .. })),
            "{slug}: no inject depends on another event"
        );
        assert!(has(|trigger| matches!(trigger, Trigger::NotBy { .. })), "{slug}: no inject follows an omission");
        assert!(has(|trigger| matches!(trigger, Trigger::Chance { .. })), "{slug}: no inject is random");
        assert!(has(|trigger| matches!(trigger, Trigger::ByHand)), "{slug}: no inject is released by hand");
        assert!(
            scenario.injects.iter().any(|inject| inject.kind == InjectKind::Contingency),
            "{slug}: no contingency inject"
        );
        assert!(scenario.clocks.len() >= 2, "{slug}: clocks");
        for kind in RoleKind::ALL {
            assert!(scenario.role_of(kind).is_some(), "{slug}: {kind:?}");
        }
        for detail in Detail::NINE {
            let claims =
                || scenario.topics.iter().filter(|topic| topic.detail == detail).flat_map(|topic| &topic.claims);
            assert!(
                claims().any(|claim| claim.true_when != Condition::Never),
                "{slug}: no true claim about {detail:?}"
            );
            let tempts = |claim: &&ClaimOption| {
                claim.true_when == Condition::Never
                    || matches!(claim.nature, ClaimNature::Minimizes | ClaimNature::Blames)
                    || claim.true_when != Condition::Always
            };
            assert!(claims().any(|claim| tempts(&claim)), "{slug}: no tempting false claim about {detail:?}");
        }
        let opening = scenario.injects.iter().filter(|inject| inject.trigger == Trigger::At(SimTime::START)).count();
        assert!(opening >= 1, "{slug}: no inject at StartEx");
    }
}

#[test]
fn a_misspelled_field_is_located_with_a_suggestion() {
    let error = only(&after("scenario.ron", "difficulty:", "dificulty:"), "unknown-field");
    let place = error.place.unwrap();
    assert_eq!(place.file, "scenario.ron");
    assert!(place.line > 1 && place.column > 1);
    assert!(error.hints.iter().any(|hint| hint.contains("did you mean `difficulty`")), "{:?}", error.hints);
}

#[test]
fn a_dangling_reference_is_located_with_a_suggestion() {
    let error = only(&after("actions.ron", r#"Activate(["press""#, r#"Activate(["pres""#), "dangling-reference");
    let copy = Copy::of(SKIMMER);
    let text = copy.read("actions.ron");
    let line = 1 + text[..text.find(r#"Activate(["press""#).unwrap()].matches('\n').count();
    let place = error.place.clone().unwrap();
    assert_eq!((place.file.as_str(), place.line), ("actions.ron", line));
    assert!(error.hints.iter().any(|hint| hint.contains("did you mean `press`")), "{error}");
}

#[test]
fn a_truncated_file_is_rejected_wherever_it_is_cut() {
    let copy = Copy::of(SKIMMER);
    let text = copy.read("msel.ron");
    for part in 1..8 {
        let mut cut = text.len() * part / 8;
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        copy.write("msel.ron", &text[..cut]);
        let errors = diagnostics_of(&copy);
        assert!(errors.iter().any(|error| error.severity == Severity::Error && error.place.is_some()), "cut at {cut}");
    }
}

#[test]
fn a_trigger_cycle_is_reported_in_full() {
    let copy = Copy::of(SKIMMER);
    let one = r#"(id: "cycle-a", kind: Contextual, trigger: When(Sent("cycle-b")), medium: Chat, from: "x", to: "comms", title: "a", body: "a"),"#;
    let two = one.replace("cycle-a", "cycle-c").replace("cycle-b", "cycle-a").replace("cycle-c", "cycle-b");
    copy.replace("msel.ron", "injects: [", &format!("injects: [ {one} {two}"));
    let errors = diagnostics_of(&copy);
    let named: Vec<&Diagnostic> = errors.iter().filter(|error| error.code == "cyclic-trigger").collect();
    assert_eq!(named.len(), 2);
    assert!(named[0].message.contains("cycle-a → cycle-b → cycle-a"), "{}", named[0].message);
    assert!(named.iter().all(|error| error.place.is_some()));
}

#[test]
fn numbers_out_of_range_are_rejected() {
    let error = only(&after("scenario.ron", "population: 10000", "population: 1000000000000"), "out-of-range");
    assert!(error.message.contains("5000000"), "{}", error.message);
    for (from, to) in [("difficulty: 3", "difficulty: 9"), ("population: 10000", "population: 0")] {
        only(&after("scenario.ron", from, to), "out-of-range");
    }
    let absurd = after("scenario.ron", "population: 10000", "population: 99999999999999999999999999");
    let place = absurd[0].place.as_ref().expect("the diagnostic has a location");
    assert_eq!((absurd.len(), place.file.as_str()), (1, "scenario.ron"), "{absurd:#?}");
}

#[test]
fn a_document_outside_the_folder_is_rejected() {
    for path in ["../../../etc/passwd", "/etc/passwd", "documents/../../x.md"] {
        let error =
            only(&after("scenario.ron", r#"path: "documents/dossier.md""#, &format!("path: {path:?}")), "path-outside");
        assert!(error.place.is_some() && !error.hints.is_empty());
    }
}

#[cfg(unix)]
#[test]
fn a_symlink_that_leaves_the_folder_is_rejected() {
    let copy = Copy::of(SKIMMER);
    let link = copy.path().join("documents/dossier.md");
    std::fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &link).unwrap();
    assert!(diagnostics_of(&copy).iter().any(|error| error.code == "path-outside"));
}

#[test]
fn deep_nesting_is_rejected_without_recursion() {
    let copy = Copy::of(SKIMMER);
    for (open, file) in [("(", "scenario.ron"), ("[", "actions.ron"), ("{", "msel.ron")] {
        let text = copy.read(file);
        copy.write(file, &open.repeat(100_000));
        only(&diagnostics_of(&copy), "too-deep");
        copy.write(file, &text);
    }
    let not = format!("{}Never{}", "Not(".repeat(500), ")".repeat(500));
    only(&after("msel.ron", "trigger: At(\"T+00:00\")", &format!("trigger: When({not})")), "too-deep");
}

#[test]
fn brackets_in_comments_and_strings_do_not_count_as_nesting() {
    let copy = Copy::of(SKIMMER);
    let text = copy.read("msel.ron");
    let brackets = "((((".repeat(50);
    copy.write("msel.ron", &format!("// {brackets}\n{text}"));
    let errors: Vec<Diagnostic> = diagnostics_of(&copy);
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn a_clock_without_a_source_is_rejected() {
    only(&after("scenario.ron", r#"checked_on: "2026-11-23""#, r#"checked_on: """#), "clock-without-source");
}

#[test]
fn an_invalid_time_is_reported_with_the_correct_format() {
    let error = only(&after("msel.ron", r#"At("T+00:00")"#, r#"At("00:00")"#), "bad-time");
    assert!(error.hints.iter().any(|hint| hint.contains("T+02:30")));
}

#[test]
fn several_errors_are_reported_at_once_and_in_order() {
    let copy = Copy::of(SKIMMER);
    copy.replace("scenario.ron", "difficulty: 3", "difficulty: 9");
    copy.replace("actions.ron", r#"Activate(["press""#, r#"Activate(["nobody""#);
    copy.replace("msel.ron", r#"At("T+00:00")"#, r#"At("soon")"#);
    let places: Vec<String> = diagnostics_of(&copy).iter().map(|error| error.place.clone().unwrap().file).collect();
    assert_eq!(places, ["actions.ron", "msel.ron", "scenario.ron"]);
}

/// A minimal scenario that borrows everything else from the default cast.
const BORROWER: &str = r#"(
    format: 1, id: "small", title: "A small breach", summary: "Somebody copied the \"customers\" table.",
    kind: "Database copied", language: "en", difficulty: 2, starts: "2026-03-02T09:00", length: "72h",
    currency: "EUR", playbook: "retail_breach", cast: "general",
    organization: (
        name: "Brook & \"Vale\"", business: "shoes", staff: 200, listed: false, revenue_per_day: 90000,
        call_center_agents: 12, calls_per_agent_hour: 8, goodwill: 0.6,
    ),
    customers: (population: 2000, represents: 400000),
    threat: (
        cluster: Preventable, preventability: 0.7, sensitivity: 0.5, severity: 0.5, visible: 0.3, history: [200, 500],
        streams: [(id: "table", title: "Customer table", records_before: 120000, records_per_hour: 0)],
    ),
    // more
)"#;

/// Loads a scenario that consists of one file.
fn alone(text: &str) -> Result<Scenario, Vec<Diagnostic>> {
    let mut bundle = goldenhour_core::scenario::source::Bundle::default();
    bundle.insert("scenario.ron", text.into());
    load(&bundle).map(|loaded| loaded.output).map_err(|errors| errors.iter().cloned().collect())
}

#[test]
fn a_scenario_of_one_file_borrows_its_cast() {
    let scenario = alone(BORROWER).unwrap();
    assert_eq!(scenario.roles.len(), RoleKind::ALL.len());
    assert!(scenario.actions.len() >= 30 && scenario.outlets.len() >= 5 && scenario.facts.len() >= 8);
    let scope = scenario.fact(&"scope".into()).unwrap();
    assert_eq!(scope.number, Some(120_000));
    assert_eq!(scope.early.as_ref().unwrap().number, Some(36_000));
    let dossier = scenario.document(&scenario.organization.dossier).unwrap();
    assert!(dossier.text.contains("Brook & \"Vale\"") && dossier.text.contains("\"customers\" table"));
    let details: std::collections::BTreeSet<_> = scenario.topics.iter().map(|topic| topic.detail).collect();
    assert_eq!(details.len(), 13);
    assert!(scenario.topics.iter().all(|topic| !topic.title.contains('{')));
}

#[test]
fn a_borrowing_scenario_loads_again_from_its_own_files() {
    let scenario = alone(BORROWER).unwrap();
    let again = load(scenario.bundle()).unwrap().output;
    assert_eq!(scenario.digest(), again.digest());
}

#[test]
fn own_declarations_override_the_cast_and_are_found_by_kind() {
    let own = BORROWER.replace(
        "// more",
        r#"stakeholders: [(id: "cnil", kind: Regulator, title: "CNIL")],
        outlets: [(id: "le-jour", title: "Le Jour", kind: National, beat: "all", reach: 1, stance: 0, pickup: "1h")],"#,
    );
    let scenario = alone(&own).unwrap();
    assert_eq!((scenario.stakeholders.len(), scenario.outlets.len()), (1, 1));
    let tells = scenario.action(&"tell-regulator".into()).unwrap();
    assert!(tells.effects.iter().any(|effect| matches!(effect, Effect::Tell(party) if party.as_str() == "cnil")));
    assert!(scenario.action(&"tell-police".into()).is_none());
}

#[test]
fn an_unknown_cast_is_rejected_with_its_location() {
    let errors = alone(&BORROWER.replace("cast: \"general\"", "cast: \"genral\"")).unwrap_err();
    let error = only(&errors, "dangling-reference");
    assert!(error.place.is_some() && error.hints.iter().any(|hint| hint.contains("general")));
}

#[test]
fn a_scenario_without_a_cast_must_declare_everything() {
    let errors = alone(&BORROWER.replace(", cast: \"general\"", "")).unwrap_err();
    let missing: Vec<&Diagnostic> = errors.iter().filter(|error| error.code == "missing-file").collect();
    assert_eq!(missing.len(), 2);
}

#[test]
fn optional_fields_accept_valid_values_and_reject_invalid_ones() {
    let with = |more: &str| alone(&BORROWER.replace("// more", more));
    let outlet = |more: &str| {
        with(&format!(
            r#"outlets: [(id: "a", title: "A", kind: Trade, beat: "b", reach: 1, stance: 0, pickup: "1h", {more})],"#
        ))
    };
    let threat = |from: &str, to: &str| alone(&BORROWER.replace(from, to));

    let scenario = alone(BORROWER).unwrap();
    assert_eq!(scenario.threat.history, [200, 500]);
    let old = threat("history: [200, 500]", "earlier_breaches: 2").unwrap();
    assert_eq!(old.threat.history, [365, 365]);
    only(&threat("history: [200, 500]", "history: [0]").unwrap_err(), "out-of-range");

    let pressed = with(r#"pressure: [(from: "T+01:00", until: "T+02:00", sd: 1.5)],"#).unwrap();
    assert_eq!(
        [0, 60, 119, 120].map(|minute| pressed.pressure_at(SimTime::from_minutes(minute))),
        [0.0, 1.5, 1.5, 0.0]
    );
    only(&with(r#"pressure: [(from: "T+01:00", until: "T+02:00", sd: 4)],"#).unwrap_err(), "out-of-range");
    only(&with(r#"pressure: [(from: "T+02:00", until: "T+01:00", sd: 1)],"#).unwrap_err(), "out-of-range");

    let edited = outlet(r#"editions: ["17:30", "06:00"], memory: 0.8"#).unwrap();
    assert_eq!((edited.outlets[0].editions.as_slice(), edited.outlets[0].memory), ([360, 1050].as_slice(), 0.8));
    let next = |minute| edited.outlets[0].next_edition(SimTime::from_minutes(minute), &edited.calendar).minutes();
    // Play begins at nine in the morning.
    assert_eq!([0, 510, 511, 1261].map(next), [510, 510, 1260, 1950]);
    only(&outlet(r#"editions: ["6:00"]"#).unwrap_err(), "bad-time");
    only(&outlet(r#"editions: ["24:00"]"#).unwrap_err(), "bad-time");
    only(&outlet("memory: 1.5").unwrap_err(), "out-of-range");

    assert_eq!(with(r#"holidays: ["2026-12-26", "2026-12-25"],"#).unwrap().holidays.len(), 2);
    only(&with(r#"holidays: ["Christmas"],"#).unwrap_err(), "bad-time");

    assert_eq!(threat("length: \"72h\"", "length: \"400d\"").unwrap().length.minutes(), 400 * 24 * 60);
    only(&threat("length: \"72h\"", "length: \"401d\"").unwrap_err(), "out-of-range");

    let demand = r#"history: [9], extortion: (demand: 50000, from: "T+10:00", countdown: "48h", proof_records: 10, dump_records: 500)"#;
    let extorted = threat("history: [200, 500]", demand).unwrap();
    assert_eq!(extorted.threat.extortion.unwrap().countdown.minutes(), 48 * 60);
    only(&threat("history: [200, 500]", &demand.replace("T+10", "10")).unwrap_err(), "bad-time");
}

#[test]
fn questions_approvers_and_clock_zones_can_be_declared() {
    let with = |more: &str| alone(&BORROWER.replace("// more", more));
    let clock = |recipient: &str, zone: &str, more: &str| {
        with(&format!(
            r#"{zone} clocks: [(
                id: "duty", title: "Duty", recipient: "{recipient}", kind: Discovery, starts: Always, deadline: CalendarDays(3),
                binding: true, fine: 0, source: "a law", grade: "V", checked_on: "2026-11-23", {more}
            )],"#
        ))
    };
    let plain = with("").unwrap();
    assert_eq!((plain.questions, plain.approvers.len(), plain.threat.cards), (5, 0, false));
    assert_eq!(with("questions: 0,").unwrap().questions, 0);
    only(&with("questions: 101,").unwrap_err(), "out-of-range");

    assert_eq!(with(r#"approvers: ["counsel", "comms"],"#).unwrap().approvers.len(), 2);
    only(&with(r#"approvers: ["nobody"],"#).unwrap_err(), "dangling-reference");

    let berlin = r#"zone: "Europe/Berlin","#;
    only(&with(r#"zone: "Mars/Phobos","#).unwrap_err(), "bad-zone");
    only(&clock("regulator", "", r#"zone: "America/New_York""#).unwrap_err(), "bad-zone");
    only(&clock("regulator", berlin, r#"zone: "Atlantis""#).unwrap_err(), "bad-zone");
    let elsewhere = clock("regulator", berlin, r#"zone: "America/New_York", holds_for_police: true"#).unwrap();
    let due = |scenario: &Scenario| {
        scenario.calendar.at(scenario.clocks[0].due(SimTime::START, &scenario.calendar)).time().to_string()
    };
    assert!(elsewhere.clocks[0].holds_for_police);
    assert_eq!(due(&elsewhere), "05:59:00", "midnight in New York is early morning in Berlin");
    assert_eq!(due(&clock("regulator", berlin, "").unwrap()), "23:59:00");

    assert!(!clock("regulator", "", "").unwrap().threat.cards);
    assert!(
        clock("acquirer", "", "").unwrap().threat.cards,
        "a clock for the acquirer implies that cards are affected"
    );
}

#[test]
fn external_events_can_be_declared() {
    let mut bundle = goldenhour_core::scenario::source::Bundle::default();
    bundle.insert("scenario.ron", BORROWER.into());
    let inject = |effects: &str, when: &str| {
        format!(
            r#"(format: 1, injects: [
                (id: "a", kind: Contextual, trigger: When({when}), medium: News, from: "x", to: "press", title: "t", body: "b", alternative: "one", effects: [{effects}]),
                (id: "b", kind: Contextual, trigger: At("T+02:00"), medium: News, from: "x", to: "press", title: "t", body: "b", alternative: "one"),
            ])"#
        )
    };
    let mut load_with = |effects: &str, when: &str| {
        bundle.insert("msel.ron", inject(effects, when).into());
        load(&bundle).map(|loaded| loaded.output).map_err(|errors| errors.iter().cloned().collect::<Vec<_>>())
    };
    let effects = r#"Report(outlet: "tabloid", size: 1.2), Contradict(by: "regulator", topic: "data"), Contradict(by: "police"), Scope(200000), Proof(0.5), Dump(1000), Gaffe(0.4), Lawsuit(0.2), Restrain(by: "police", until: "T+05:00"), Rest, PayRansom, RefuseRansom, StopAll"#;
    let when = r#"Any([Chose("contain", "watch"), Shop(Down), Contradicted, Extorted, Paid, Dumped, Listening, Restrained, Defied, StoppedAll])"#;
    let scenario = load_with(effects, when).unwrap();
    assert_eq!(scenario.injects[0].effects.len(), 13);
    assert_eq!(scenario.injects[1].alternative.as_deref(), Some("one"));
    for bad in [r#"Report(outlet: "nobody", size: 1)"#, r#"Contradict(by: "nobody")"#] {
        only(&load_with(bad, "Always").unwrap_err(), "dangling-reference");
    }
    for bad in ["Scope(99999999999)", "Proof(3)", "Gaffe(-1)"] {
        only(&load_with(bad, "Always").unwrap_err(), "out-of-range");
    }
    only(&load_with("", r#"Chose("contain", "wtach")"#).unwrap_err(), "dangling-reference");
}

#[test]
fn an_unknown_format_is_named_in_the_error() {
    let error = only(&after("scenario.ron", "format: 1", "format: 7"), "unknown-format");
    assert!(error.message.contains("format 7"));
}

#[test]
fn a_playbook_with_a_weight_of_zero_is_rejected() {
    let copy = Copy::of(SKIMMER);
    let bundle = scenario(SKIMMER);
    let (_, playbook) = bundle.bundle().iter().find(|(path, _)| *path == "playbook.ron").unwrap();
    copy.write("playbook.ron", &playbook.replacen("weight: 20", "weight: 0", 1));
    let error = only(&diagnostics_of(&copy), "out-of-range");
    assert_eq!(error.place.unwrap().file, "playbook.ron");
}

#[test]
fn an_empty_folder_reports_every_missing_file() {
    let folder = tempfile::tempdir().unwrap();
    let missing = load(&Folder::new(folder.path())).unwrap_err();
    let files: Vec<String> = missing.iter().map(|error| error.place.clone().unwrap().file).collect();
    assert_eq!(files, ["actions.ron", "msel.ron", "scenario.ron"]);
}

#[test]
fn random_damage_never_panics() {
    use proptest::prelude::*;
    let copy = Copy::of(SKIMMER);
    let text = copy.read("scenario.ron");
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let damage = (0..text.len(), 0..40usize, "[(){}\\[\\]\"a-z0-9:,\\\\ -]{0,12}");
    runner
        .run(&damage, |(start, length, replacement)| {
            let mut damaged = text.clone().into_bytes();
            let end = (start + length).min(damaged.len());
            damaged.splice(start..end, replacement.bytes());
            copy.write("scenario.ron", &String::from_utf8_lossy(&damaged));
            let _ = load(&Folder::new(copy.path()));
            Ok(())
        })
        .unwrap();
}
