//! A few committed pictures: a visual change fails here and is accepted with `UPDATE_SNAPSHOTS=1`.

use egui_kittest::SnapshotResults;
use goldenhour::app::Start;
use goldenhour::app::shell::command::{AppCommand, Destination};
use goldenhour::app::shell::settings::Settings;
use goldenhour::app::shell::sheet::Sheet;
use goldenhour::app::theme::ThemeKind;

use crate::Window;

/// Opens the window with a theme and no sessions, so that no date is shown.
fn fresh(theme: ThemeKind, size: [f32; 2]) -> Window {
    let home = tempfile::tempdir().unwrap();
    let settings = Settings { theme, guided: true, ..Settings::default() };
    settings.write(&home.path().join("settings.ron")).unwrap();
    let harness = crate::window(home.path(), Start::Library, size);
    let mut window = Window { harness, _home: home };
    window.settle();
    window
}

#[test]
fn widgets_and_first_screens_match_their_snapshots() {
    let mut results = SnapshotResults::new();
    for (theme, look) in [(ThemeKind::Dark, "dark"), (ThemeKind::Light, "light")] {
        let mut window = fresh(theme, [1100.0, 760.0]);
        window.harness.snapshot(format!("library-{look}"));
        window.show(Destination::Gallery);
        window.harness.snapshot(format!("gallery-{look}"));
        window.show(AppCommand::Sheet(Some(Sheet::Shortcuts)));
        window.harness.snapshot(format!("shortcuts-{look}"));
        results.extend_harness(&mut window.harness);
    }
}
