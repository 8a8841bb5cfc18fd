//! Comparison of sessions in the window: selected by label, shown, filtered and exported, and without sessions that
//! fail to replay.

use std::path::{Path, PathBuf};

use egui_kittest::kittest::Queryable;
use goldenhour::app::Start;
use goldenhour::app::compare::{Shown, figures};
use goldenhour::app::language::Language;
use goldenhour::app::shell::command::Destination;
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::settings::SettingCommand;
use goldenhour::app::theme::ThemeKind;
use goldenhour_core::compare::row;
use goldenhour_core::ensemble::autopilot;
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::session::{Author, DrillFile, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::time::SimTime;

use crate::Window;

/// Records a session that an autopilot plays for some hours; the file is named after scenario and autopilot.
fn recorded(home: &Path, slug: &str, player: &str, hours: u32) -> PathBuf {
    let scenario = std::sync::Arc::new(load(&BuiltIn::Scenario(slug.to_owned())).unwrap().output);
    let folder = home.join("sessions");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{slug}-{player}.drill"));
    let log = Box::new(DrillFile::create(&path).unwrap());
    let mut session = Session::begin(scenario.clone(), Seed(7), Mode::Paced, log).unwrap();
    let role = &scenario.roles[0];
    let seat = format!("{} ({}) is played by Robin Vale.", role.title, role.holder);
    session.note(Author::Facilitator, seat).unwrap();
    let mut player = autopilot::named(player, &scenario, Seed(7)).unwrap();
    let until = SimTime::from_minutes(hours * 60).min(scenario.end());
    autopilot::play(&mut session, player.as_mut(), until, &mut |_| {}).unwrap();
    session.checkpoint().unwrap();
    path
}

fn open(home: tempfile::TempDir, size: [f32; 2]) -> Window {
    let mut window = Window { harness: crate::window(home.path(), Start::Library, size), _home: home };
    window.settle();
    window
}

fn shown(window: &Window) -> &Shown {
    match &window.harness.state().state().route {
        Route::Compare(shown) => shown,
        _ => panic!("the window does not show a comparison"),
    }
}

fn documents(home: &Path) -> Vec<PathBuf> {
    let mut found = crate::sessions(home);
    found.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    found
}

#[test]
fn two_sessions_are_selected_compared_and_exported_by_label() {
    let home = tempfile::tempdir().unwrap();
    recorded(home.path(), "first_hour", "hasty", 24);
    recorded(home.path(), "first_hour", "playbook", 24);
    let sessions = home.path().to_owned();
    let mut window = open(home, [1440.0, 900.0]);
    window.press("Select first_hour-hasty.drill");
    assert!(window.harness.query_by_label("Compare 2 sessions").is_none());
    window.press("Select first_hour-playbook.drill");
    window.press("Compare 2 sessions");

    let shown = &shown(&window).compare;
    assert_eq!(
        shown.runs.iter().map(goldenhour_core::compare::Run::file).collect::<Vec<_>>(),
        ["first_hour-hasty.drill", "first_hour-playbook.drill"]
    );
    assert!(shown.is_of_one_scenario() && shown.is_series());
    assert!(shown.runs.iter().all(|run| run.players[0].player == "Robin Vale"));
    let (hasty, playbook) = (shown.runs[0].playbook().round(), shown.runs[1].playbook().round());
    assert!(playbook > hasty);
    window.harness.get_by_label(&format!("Playbook, A: {hasty:.0}"));
    window.harness.get_by_label(&format!("Playbook, B: {playbook:.0}, best"));
    window.harness.get_by_label("Trust over time");

    let texts = &window.harness.state().state().texts;
    let criteria: Vec<_> = row::criteria(shown).into_iter().flat_map(|(_, rows)| rows).collect();
    let same = criteria.iter().find(|row| !row.is_different()).unwrap();
    let other = criteria.iter().find(|row| row.is_different()).unwrap();
    let cell = |row: &row::Row<row::Item, Option<row::CriterionValue>>| {
        let cell = &row.cells[0];
        let best = if cell.is_best { ", best" } else { "" };
        let verdict = goldenhour::app::wording::verdict(texts, cell.value.unwrap().verdict);
        format!("{}, A: {verdict}{best}", row.subject.title)
    };
    let (same, other) = (cell(same), cell(other));
    window.harness.get_by_label(&same);
    window.press("Only differences");
    assert!(window.harness.query_by_label(&same).is_none());
    window.harness.get_by_label(&other);

    window.press("Export comparison as Markdown…");
    window.harness.get_by_label("Exported");
    let written = documents(&sessions);
    assert_eq!(written.len(), 1);
    let text = std::fs::read_to_string(&written[0]).unwrap();
    // A line below a letter is part of the Markdown syntax.
    assert!(text.contains("first\\_hour-hasty.drill") && text.contains(&format!("**{playbook:.0}**")), "{text}");
    let widths: std::collections::BTreeSet<usize> = text
        .lines()
        .skip_while(|line| !line.starts_with("| Metric"))
        .take(5)
        .map(|line| line.chars().count())
        .collect();
    assert_eq!(widths.len(), 1, "the table is not aligned:\n{text}");
    window.press("Export comparison as Markdown…");
    assert_eq!(documents(&sessions).len(), 2);

    window.press("Choose other sessions…");
    assert_eq!(window.harness.state().state().library.picked.len(), 2);
    window.press("Clear selection");
    assert!(window.harness.query_by_label("Compare 2 sessions").is_none());
}

#[test]
fn the_next_exercise_is_suggested_with_a_matching_scenario() {
    let home = tempfile::tempdir().unwrap();
    recorded(home.path(), "first_hour", "silent", 24);
    recorded(home.path(), "first_hour", "hasty", 24);
    let mut window = open(home, [1440.0, 900.0]);
    window.press("Select first_hour-silent.drill");
    window.press("Select first_hour-hasty.drill");
    window.press("Compare 2 sessions");
    let proposal = shown(&window).proposal.as_ref().unwrap();
    assert!(proposal.missed.iter().all(|missed| missed.count == 2));
    assert!(proposal.missed.iter().any(|missed| missed.is_exercised));
    let title = proposal.scenario.as_ref().unwrap().title.clone();
    window.press(&format!("Open briefing: {title}"));
    assert!(matches!(&window.harness.state().state().route, Route::Briefing(shown) if shown.scenario.title == title));
}

#[test]
fn a_session_that_fails_to_replay_is_named_and_left_out() {
    let home = tempfile::tempdir().unwrap();
    recorded(home.path(), "first_hour", "hasty", 3);
    recorded(home.path(), "first_hour", "playbook", 3);
    let altered = recorded(home.path(), "first_hour", "random", 3);
    let text = std::fs::read_to_string(&altered).unwrap();
    std::fs::write(&altered, text.replace("Robin Vale", "Somebody else")).unwrap();
    let mut window = open(home, [1440.0, 900.0]);
    window.press("Select first_hour-random.drill");
    window.press("Select first_hour-hasty.drill");
    window.press("Compare 2 sessions");
    assert!(matches!(window.harness.state().state().route, Route::Library));
    let notice = window.harness.state().state().notice.as_ref().unwrap();
    assert!(notice.text.contains("first_hour-random.drill"), "{}", notice.text);
    window.press("Select first_hour-playbook.drill");
    window.press("Compare 3 sessions");
    assert_eq!(shown(&window).compare.runs.len(), 2);
    window.harness.get_by_label("One session was left out");
}

#[test]
fn sessions_of_different_scenarios_show_only_comparable_results() {
    let home = tempfile::tempdir().unwrap();
    recorded(home.path(), "first_hour", "hasty", 6);
    recorded(home.path(), "credential_storm", "hasty", 6);
    let mut window = open(home, [1100.0, 700.0]);
    window.press("Select first_hour-hasty.drill");
    window.press("Select credential_storm-hasty.drill");
    window.press("Compare 2 sessions");
    assert!(window.harness.query_by_label("Trust over time").is_none());
    assert!(window.harness.query_by_label("Results").is_none());
    window.harness.get_by_label("Comparison of 2 sessions from different scenarios");
    let shown = &shown(&window).compare;
    assert!(figures(shown, &window.harness.state().state().texts).is_empty());
    assert_eq!(row::steps(shown).len(), 5);
}

#[test]
fn the_comparison_is_drawn_in_both_themes_sizes_and_languages() {
    let home = tempfile::tempdir().unwrap();
    let slug = "first_hour";
    for player in ["silent", "hasty", "random", "playbook"] {
        recorded(home.path(), slug, player, 24);
    }
    recorded(home.path(), "credential_storm", "playbook", 12);
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/screens");
    std::fs::create_dir_all(&folder).unwrap();
    // The tall pictures show the whole page.
    for (theme, size, scale, language, players) in [
        (ThemeKind::Dark, [1440.0, 900.0], 100, Language::English, 2),
        (ThemeKind::Light, [1100.0, 700.0], 100, Language::German, 4),
        (ThemeKind::Light, [1440.0, 900.0], 150, Language::German, 4),
        (ThemeKind::Light, [1440.0, 3600.0], 150, Language::German, 5),
        (ThemeKind::Dark, [1100.0, 3400.0], 100, Language::German, 4),
        (ThemeKind::Light, [1440.0, 3000.0], 100, Language::English, 2),
        (ThemeKind::Dark, [1440.0, 1600.0], 100, Language::English, 5),
    ] {
        let harness = crate::window(home.path(), Start::Library, size);
        let mut window = Window { harness, _home: tempfile::tempdir().unwrap() };
        window.show(SettingCommand::Language(Language::English));
        window.show(SettingCommand::Theme(theme));
        window.show(SettingCommand::Scale(scale));
        let files = [
            "first_hour-hasty.drill",
            "first_hour-playbook.drill",
            "first_hour-silent.drill",
            "first_hour-random.drill",
            "credential_storm-playbook.drill",
        ];
        for file in files.into_iter().take(players) {
            window.press(&format!("Select {file}"));
        }
        let look = if theme == ThemeKind::Dark { "dark" } else { "light" };
        let suffix = format!("{look}-{}x{}-{scale}-{players}", size[0], size[1]);
        let take = |window: &mut Window, name: &str| {
            window.settle();
            let picture = window.harness.render().unwrap();
            let first = *picture.get_pixel(0, 0);
            assert!(picture.pixels().any(|pixel| *pixel != first), "{name} has only one color");
            picture.save(folder.join(format!("{name}-{suffix}.png"))).unwrap();
        };
        take(&mut window, "library-picked");
        window.press(&format!("Compare {players} sessions"));
        window.show(SettingCommand::Language(language));
        take(&mut window, "compare");
        // Settings are stored in the home folder, and the next window would start with them.
        window.show(SettingCommand::Language(Language::English));
        window.show(SettingCommand::Scale(100));
        window.show(Destination::Library);
    }
}
