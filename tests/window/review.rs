//! What the debrief finds out, and looking at a session again: by label, by keys alone, and drawn.

use egui_kittest::kittest::Queryable;
use goldenhour::app::Start;
use goldenhour::app::command::{AppCommand, DebriefPage, Destination, ReviewCommand, WhatIfCommand};
use goldenhour::app::settings::Settings;
use goldenhour::app::state::{Review, Route};
use goldenhour::app::theme::ThemeKind;

use crate::Window;
use crate::picture::{folder, recorded};

impl Window {
    /// Opens the window where a recorded session is, in a look.
    fn at(home: &std::path::Path, theme: ThemeKind, size: [f32; 2]) -> Self {
        let settings = Settings { theme, guided: true, ..Settings::default() };
        settings.write(&home.join("settings.ron")).unwrap();
        let harness = crate::window(home, Start::Library, size);
        let mut window = Window { harness, _home: tempfile::tempdir().unwrap() };
        window.settle();
        window
    }

    fn review(&self) -> &Review {
        match &self.harness.state().state().route {
            Route::Debrief(review) => review,
            _ => panic!("no debrief is shown"),
        }
    }

    fn picture(&mut self, name: &str) {
        self.settle();
        self.harness.render().unwrap().save(folder().join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn look_turning() {
    let home = tempfile::tempdir().unwrap();
    let path = recorded(home.path(), "over", "hasty", 16, true);
    for (theme, look) in [(ThemeKind::Dark, "dark"), (ThemeKind::Light, "light")] {
        let mut window = Window::at(home.path(), theme, [1440.0, 2600.0]);
        window.show(Destination::Debrief(path.clone()));
        window.picture(&format!("long-overview-{look}"));
        let started = std::time::Instant::now();
        window.show(DebriefPage::Turning);
        println!("looked for {:?}", started.elapsed());
        window.show(AppCommand::Review(ReviewCommand::ListAll(true)));
        window.picture(&format!("long-turning-{look}"));
        let entries: Vec<_> = window.review().session.decisions().map(|(entry, _)| entry).collect();
        let started = std::time::Instant::now();
        window.show(WhatIfCommand::Shift(entries[2], 120));
        window.show(WhatIfCommand::LeaveOut(entries[4]));
        println!("asked for {:?}", started.elapsed());
        window.picture(&format!("long-what-if-{look}"));
        window.harness.set_size(egui::vec2(1440.0, 900.0));
        let started = std::time::Instant::now();
        window.show(ReviewCommand::Watch(goldenhour::time::SimTime::from_minutes(300)));
        println!("filmed for {:?}", started.elapsed());
        window.picture(&format!("replay-{look}"));
        window.show(goldenhour::app::command::ReplayCommand::Truth(true));
        window.picture(&format!("replay-truth-{look}"));
        window.show(goldenhour::app::command::LookCommand::Tab(goldenhour::app::command::Tab::Statement));
        window.picture(&format!("replay-said-{look}"));
    }
}
