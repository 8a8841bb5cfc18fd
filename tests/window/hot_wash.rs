//! The hot wash: completed by label, skipped, held later, and drawn at every size.

use egui_kittest::kittest::Queryable;
use goldenhour::app::shell::route::Route;

use crate::Window;

fn review(window: &Window) -> &goldenhour::app::debrief::state::DebriefUi {
    match &window.harness.state().state().route {
        Route::Debrief(review) => review,
        _ => panic!("the window does not show a debrief"),
    }
}

#[test]
fn the_hot_wash_is_completed_by_label_and_appears_in_the_debrief() {
    let mut window = Window::start([1440.0, 900.0]);
    window.press("Decision: Preserve the evidence");
    window.press("Decide");
    window.pass_minutes(3);
    window.click("End exercise…");
    window.click("End and start hot wash");
    window.harness.get_by_label("Answer to question 1").focus();
    window.settle();
    window.harness.get_by_label("Answer to question 1").type_text("Nobody felt responsible");
    window.settle();
    window.click("Review");
    let scenario = match &window.harness.state().state().route {
        Route::HotWash(wash) => wash.session.scenario().clone(),
        _ => panic!("the window does not show the hot wash"),
    };
    let criterion = &scenario.playbook.steps[0].criteria[0];
    let title = format!("{}  {}", criterion.id, criterion.title);
    window.press(&format!("About: {title}"));
    window.press("Failure");
    window.press("Corrective action");
    write(&mut window, &format!("Failure: {title}"), "The team was not called when the bank telephoned");
    write(&mut window, &format!("Corrective action: {title}"), "The duty phone rings with three people");
    window.click("Roles");
    let role = &scenario.roles[0].title;
    window.press(&format!("{role}: M, major challenges"));
    write(&mut window, &format!("Reason: {role}"), "was alone for an hour");
    window.click("Lessons");
    write(&mut window, "Lesson", "I did not dare to wake anybody");
    window.press("Save lesson");
    window.click("Save and open debrief");
    let own = review(&window).debrief.own_review.as_ref().expect("the debrief contains the review");
    assert_eq!(own.lines.iter().map(|line| line.kind).collect::<Vec<_>>(), ["failure", "role", "corrective action"]);
    let log: Vec<&str> = review(&window).debrief.log.iter().map(|line| line.text.as_str()).collect();
    assert!(log.iter().any(|text| text.contains("I did not dare to wake anybody")));
    assert!(log.iter().any(|text| text.contains("Nobody felt responsible")));
    window.click("Improvement");
    window.harness.get_by_label("The duty phone rings with three people");
    let recorded = goldenhour_core::session::Recorded::read(&review(&window).path).unwrap();
    assert_eq!(goldenhour_core::session::replay(&recorded).unwrap().unproven_count, 0);
}

fn write(window: &mut Window, field: &str, text: &str) {
    window.harness.get_by_label(field).scroll_to_me();
    window.settle();
    window.harness.get_by_label(field).focus();
    window.settle();
    window.harness.get_by_label(field).type_text(text);
    window.settle();
}

#[test]
fn the_hot_wash_can_be_skipped_and_held_later() {
    let mut window = Window::start([1100.0, 700.0]);
    window.click("End exercise…");
    window.click("End and start hot wash");
    window.click("Skip");
    assert!(review(&window).debrief.own_review.is_none());
    let before = review(&window).session.entries().len();
    window.click("Start hot wash");
    window.click("Lessons");
    write(&mut window, "Lesson", "One phone is not enough");
    window.click("Save and open debrief");
    let path = review(&window).path.clone();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("Anonymous") && text.contains("One phone is not enough"));
    assert!(review(&window).session.entries().len() > before);
}

#[test]
fn facilitator_window_and_hot_wash_are_drawn_in_both_sizes_and_languages() {
    use goldenhour::app::facilitator::command::FacilitatorCommand;
    use goldenhour::app::facilitator::state::{FacilitatorPage, MselFilter};
    use goldenhour::app::hot_wash::command::HotWashCommand;
    use goldenhour::app::hot_wash::state::HotWashPage;
    use goldenhour::app::shell::settings::SettingCommand;

    for size in [[1100.0, 700.0], [1440.0, 900.0]] {
        let mut window = Window::start(size);
        window.show(FacilitatorCommand::Open);
        window.show(SettingCommand::Language(goldenhour::app::language::Language::German));
        window.show(FacilitatorCommand::Select("unknown-host".into()));
        window.harness.get_by_label("Um 15 Minuten verschieben");
        for page in [FacilitatorPage::Deck, FacilitatorPage::Scores, FacilitatorPage::Log, FacilitatorPage::Truth] {
            window.show(FacilitatorCommand::Page(page));
        }
        for filter in [MselFilter::Released, MselFilter::Held, MselFilter::Skipped, MselFilter::All] {
            window.show(FacilitatorCommand::Filter(filter));
        }
        window.show(FacilitatorCommand::Close);
        window.show(goldenhour::app::exercise::command::EndCommand::HotWash);
        for page in [HotWashPage::Review, HotWashPage::Roles, HotWashPage::Lessons, HotWashPage::Questions] {
            window.show(HotWashCommand::Page(page));
        }
        window.harness.get_by_label("Speichern und auswerten");
    }
}
