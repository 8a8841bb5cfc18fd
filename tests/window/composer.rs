//! The composer: underlines with reasons, previews, the way out, small windows.

use egui_kittest::kittest::Queryable;
use goldenhour::app::composer::command::ComposerCommand;
use goldenhour::app::composer::draft_check::Weight;
use goldenhour::app::exercise::command::LookCommand;
use goldenhour::app::exercise::state::Tab;

use crate::{Window, is_statement};

/// A text with faults and merits of several kinds.
const FLAWED: &str = "Our supplier is to blame for this breach. We take the security of your data very seriously. \
                      We do not know yet how many people are affected. Write to help@shop.example.";

/// A window with the composer open and these words in it.
fn composing(size: [f32; 2], text: &str) -> Window {
    let mut window = Window::start(size);
    window.show(LookCommand::Tab(Tab::Statement));
    window.show(ComposerCommand::Text(text.to_owned()));
    window
}

#[test]
fn underlines_follow_the_words_and_the_reason_is_told_where_the_cursor_stands() {
    let mut window = composing([1440.0, 900.0], FLAWED);
    let marked: Vec<Weight> =
        window.drill().ui.composer.check.underlines.iter().map(|mark| mark.remark.weight()).collect();
    for weight in [Weight::Harms, Weight::Weakens, Weight::Helps] {
        assert!(marked.contains(&weight), "{weight:?} in {marked:?}");
    }
    window.harness.get_by_label("Shifting blame");
    window.harness.get_by_label("Statement text").focus();
    window.settle();
    let told = |window: &Window| window.harness.get_all_by_label("Shifting blame").count();
    let keys = [egui::Key::ArrowUp; 12].into_iter().chain([egui::Key::Home]).chain([egui::Key::ArrowRight; 8]);
    for key in keys {
        window.harness.key_press(key);
        window.settle();
    }
    assert_eq!(told(&window), 2, "the list and the line below the text");

    window.show(ComposerCommand::Text("We are looking into it.".to_owned()));
    assert!(window.harness.query_by_label("Shifting blame").is_none());
}

#[test]
fn a_claim_that_is_ticked_and_not_written_can_be_added_to_the_words() {
    let mut window = composing([1440.0, 900.0], "We will say more.");
    let topic = window.drill().situation.topics[0].clone();
    window.press(&format!("{}: {}", topic.title, topic.claims[0].text));
    assert_eq!(window.drill().ui.composer.check.unwritten, [topic.id]);
    window.press(&format!("Add to text: {}", topic.title));
    assert!(window.drill().ui.composer.text.ends_with(&topic.claims[0].text));
    assert!(window.drill().ui.composer.check.unwritten.is_empty());
}

#[test]
fn preview_shows_each_form_and_begins_with_that_of_the_channel() {
    let mut window = composing([1440.0, 900.0], &FLAWED.repeat(2));
    for (form, sign) in [
        ("Preview: press release", "PRESS RELEASE"),
        ("Preview: e-mail", "to the mailing list"),
        ("Preview: banner", "Read the full statement"),
        ("Preview: post", "of 280"),
    ] {
        window.press(form);
        window.harness.get_by_label_contains(sign);
    }
    let staff = window.drill().situation.options.iter().find(|option| {
        matches!(
            option.asks,
            goldenhour_core::simulation::AskView::Statement(goldenhour_core::scenario::AudienceKind::Staff)
        )
    });
    let staff = staff.expect("the staff can be told").title.clone();
    window.press(&format!("Send as: {staff}"));
    window.harness.get_by_label("to all staff");
}

#[test]
fn the_way_out_names_who_approves_and_when_it_is_out() {
    let mut window = composing([1440.0, 900.0], FLAWED);
    let option = window.drill().situation.options.iter().find(|option| is_statement(&window, option.action.as_str()));
    let option = option.expect("some statement").clone();
    window.press(&format!("Send as: {}", option.title));
    let passage = window.drill().ui.composer.passage.clone().expect("a way out");
    assert_eq!(passage.length(), option.takes);
    assert!(!passage.approvals.is_empty());
    for (role, _) in &passage.approvals {
        let title = window.drill().session.scenario().role(role).unwrap().title.clone();
        window.harness.get_by_label(&format!("{title} approves"));
    }
    let out = window.drill().session.now() + passage.length();
    window.harness.get_by_label_contains(&format!(", {out}"));
    window.press("Change format");
    assert_eq!(window.drill().ui.composer.action, None);
}

#[test]
fn a_small_window_reaches_every_part_of_the_composer() {
    // The last two are 1440×900 and 1100×700 at a scale of 1.5.
    for size in [[1100.0, 700.0], [960.0, 600.0], [733.0, 467.0]] {
        let mut window = composing(size, FLAWED);
        let parts = [("text", "Statement text"), ("preview", "Preview: banner"), ("release", "Next update: in 4h")];
        for (part, sign) in parts {
            window.press(&format!("Composer: {part}"));
            window.harness.get_by_label(sign);
        }
        if size[0] < 800.0 {
            window.press("Composer: outline");
        }
        window.press("Who is affected?: Leave out");
        assert_eq!(window.drill().ui.composer.left_out.len(), 1);
    }
}
