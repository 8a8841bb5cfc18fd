//! The composer: underlines with reasons, previews, approval and release, small windows.

use egui_kittest::kittest::Queryable;
use goldenhour::app::composer::command::ComposerCommand;
use goldenhour::app::composer::draft_check::Weight;
use goldenhour::app::exercise::command::LookCommand;
use goldenhour::app::exercise::state::Tab;

use crate::{Window, is_statement};

/// A text with several kinds of strengths and faults.
const FLAWED: &str = "Our supplier is to blame for this breach. We take the security of your data very seriously. \
                      We do not know yet how many people are affected. Write to help@shop.example.";

/// Opens the composer with a text.
fn composing(size: [f32; 2], text: &str) -> Window {
    let mut window = Window::start(size);
    window.show(LookCommand::Tab(Tab::Statement));
    window.show(ComposerCommand::Text(text.to_owned()));
    window
}

#[test]
fn underlines_follow_the_text_and_the_reason_is_shown_at_the_cursor() {
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
    assert_eq!(told(&window), 2, "the remark must be listed and shown below the text");

    window.show(ComposerCommand::Text("We are looking into it.".to_owned()));
    assert!(window.harness.query_by_label("Shifting blame").is_none());
}

#[test]
fn a_claim_missing_from_the_text_can_be_inserted() {
    let mut window = composing([1440.0, 900.0], "We will say more.");
    let topic = window.drill().situation.topics[0].clone();
    window.press(&format!("{}: {}", topic.title, topic.claims[0].text));
    assert_eq!(window.drill().ui.composer.check.unwritten, [topic.id]);
    window.press(&format!("Add to text: {}", topic.title));
    assert!(window.drill().ui.composer.text.ends_with(&topic.claims[0].text));
    assert!(window.drill().ui.composer.check.unwritten.is_empty());
}

#[test]
fn preview_shows_every_format_and_starts_with_the_channels() {
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
    let staff = staff.expect("an action addresses the staff").title.clone();
    window.press(&format!("Send as: {staff}"));
    window.harness.get_by_label("to all staff");
}

#[test]
fn the_release_panel_names_approvers_and_publication_time() {
    let mut window = composing([1440.0, 900.0], FLAWED);
    let option = window.drill().situation.options.iter().find(|option| is_statement(&window, option.action.as_str()));
    let option = option.expect("a statement action is available").clone();
    window.press(&format!("Send as: {}", option.title));
    let passage = window.drill().ui.composer.passage.clone().expect("the approval path is shown");
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
    // The last two sizes are 1440×900 and 1100×700 at a scale factor of 1.5.
    for size in [[1100.0, 700.0], [960.0, 600.0], [733.0, 467.0]] {
        let mut window = composing(size, FLAWED);
        let parts = [("text", "Statement text"), ("preview", "Preview: banner"), ("release", "Next update: in 4h")];
        for (part, sign) in parts {
            window.press(&format!("Composer: {part}"));
            window.harness.get_by_label(sign);
        }
        if size[0] < 800.0 {
            window.press("Composer: plan");
        }
        window.press("Who is affected?: Leave out");
        assert_eq!(window.drill().ui.composer.left_out.len(), 1);
    }
}
