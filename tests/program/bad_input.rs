//! Invalid input files and unwritable targets: the message names the file and the problem, the exit code follows
//! the documented contract, and all existing files stay unchanged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use goldenhour_core::ensemble::autopilot;
use goldenhour_core::session::file::FORMAT;
use goldenhour_core::session::{DrillFile, Mode, Session};
use goldenhour_core::simulation::Seed;
use tempfile::TempDir;

use crate::cli::{code, goldenhour, text};
use crate::support::{at, scenario};

/// Scenario of the sessions played here, which is the shortest one.
const SLUG: &str = "first_hour";

/// Text of a valid session file.
static GOOD: LazyLock<String> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    let file = DrillFile::create(&path).unwrap();
    let mut session = Session::begin(scenario(SLUG), Seed(3), Mode::Headless, Box::new(file)).unwrap();
    let mut player = autopilot::named("hasty", session.scenario(), Seed(3)).unwrap();
    autopilot::play(&mut session, player.as_mut(), at("T+03:00"), &mut |_| {}).unwrap();
    session.checkpoint().unwrap();
    drop(session);
    std::fs::read_to_string(path).unwrap()
});

/// Returns every file and folder below a folder, with its content; symbolic links are not followed.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_symlink() {
            found.insert(path.clone(), std::fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes());
        } else if path.is_dir() {
            found.insert(path.clone(), Vec::new());
            found.extend(everything(&path));
        } else {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// Runs a command that must fail with the given exit code and a one-sentence message, and must change no file.
fn refuse(folder: &Path, args: &[&str], expected: i32, said: &[&str]) -> Output {
    let before = everything(folder);
    let output = goldenhour(folder, args);
    let stderr = text(&output.stderr);
    let shown = format!("{args:?}:\n{stderr}");
    assert_eq!(code(&output), expected, "{shown}");
    assert!(output.stdout.is_empty(), "{shown}");
    assert!(!stderr.contains("panicked") && !stderr.contains("os error"), "{shown}");
    let sentences: Vec<&str> = stderr.lines().filter(|line| line.starts_with("error: ")).collect();
    assert_eq!(sentences.len(), 1, "{shown}");
    assert!(sentences[0].chars().count() < 400, "{shown}");
    for words in said {
        assert!(sentences[0].contains(words), "expected `{words}` in {shown}");
    }
    assert!(everything(folder) == before, "files were left behind or changed by {shown}");
    output
}

/// Returns the session text with one line changed.
fn with_line(find: &str, change: impl Fn(&str) -> String) -> String {
    let place = GOOD.lines().position(|line| line.starts_with(find)).expect("the session contains such a line");
    let lines = GOOD.lines().enumerate();
    lines.map(|(at, line)| if at == place { change(line) } else { line.to_owned() } + "\n").collect()
}

fn replaced(from: &str, to: &str) -> Vec<u8> {
    assert!(GOOD.contains(from), "the session does not contain `{from}`");
    GOOD.replacen(from, to, 1).into_bytes()
}

/// An unusable session file: name, content, expected exit code, expected message.
type BadSession = (&'static str, Vec<u8>, i32, &'static str);

fn bad_sessions() -> Vec<BadSession> {
    let good = GOOD.as_str();
    let header_end = good.find('\n').unwrap();
    let header = &good[..header_end];
    let middle = good.lines().nth(good.lines().count() / 2).unwrap();
    let halved = good.replacen(middle, &middle[..middle.len() / 2], 1).into_bytes();
    let last_decision = GOOD.lines().rfind(|line| line.starts_with("Decision")).unwrap();
    let without = good.replacen(&format!("{last_decision}\n"), "", 1);
    let reordered = without.replacen('\n', &format!("\n{last_decision}\n"), 1).into_bytes();
    let mut latin = good.as_bytes().to_vec();
    latin[header_end + 20] = 0xe9;
    let opening = format!("(format:{FORMAT},");
    let gigantic = format!("{header}\nNote(at:\"T+00:01\",author:Facilitator,text:{})\n", "x".repeat(20_000_000));
    vec![
        ("empty.drill", Vec::new(), 2, "it is empty"),
        ("picture.drill", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01".to_vec(), 2, "not a session file"),
        ("archive.drill", b"PK\x03\x04\n\0\0\0\n".to_vec(), 2, "not a session file"),
        ("json.drill", b"{\"format\": 3}\n".to_vec(), 2, "not a session file"),
        ("prose.drill", b"Minutes of the meeting".to_vec(), 2, "not a session file"),
        ("latin.drill", latin, 2, "not valid UTF-8"),
        (
            "utf16.drill",
            "\u{feff}(format:3)\n".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            2,
            "not valid UTF-8",
        ),
        ("cut_in_header.drill", good.as_bytes()[..header_end / 2].to_vec(), 2, "truncated within its first line"),
        ("halved_line.drill", halved, 2, "damaged"),
        ("broken_header.drill", replaced(&opening, &opening.replace(',', ";")), 2, "line 1 is damaged"),
        ("strange_field.drill", replaced(&opening, &format!("{opening}color:1,")), 2, "line 1 is damaged"),
        ("newer.drill", replaced(&opening, "(format:99,"), 2, "format 99"),
        ("other_scenario.drill", replaced("First hour", "Worst hour"), 2, "the embedded scenario was altered"),
        ("two_headers.drill", replaced("\n", &format!("\n{header}\n")), 2, "unexpected second header"),
        ("gigantic.drill", gigantic.into_bytes(), 2, "line 2 is damaged"),
        ("blank_line.drill", replaced("\n", "\n\n"), 2, "line 2 is damaged"),
        ("deep.drill", format!("{header}\n{}\n", "(".repeat(500_000)).into_bytes(), 2, "line 2 is damaged"),
        ("late.drill", replaced("at:\"T+00:", "at:\"T+99999:"), 2, "damaged"),
        ("impossible.drill", with_line("Decision", unknown_action).into_bytes(), 1, "was rejected"),
        ("reordered.drill", reordered, 1, "dated before"),
        ("altered.drill", with_line("Decision", reworded).into_bytes(), 1, "differs at T+01:00"),
        ("other_seed.drill", replaced("seed:3", "seed:4"), 1, "differs at T+01:00"),
    ]
}

fn unknown_action(line: &str) -> String {
    let (before, rest) = line.split_once("action:\"").expect("a decision names its action");
    let (_, after) = rest.split_once('"').expect("the action id ends with a quote");
    format!("{before}action:\"surrender\"{after}")
}

fn reworded(line: &str) -> String {
    let (before, rest) = line.split_once("rationale:\"").expect("a decision has a rationale");
    format!("{before}rationale:\"We thought better of it. {rest}")
}

/// Every command that reads a session file, with `FILE` as placeholder.
const TAKING_A_SESSION: [&[&str]; 5] = [
    &["replay", "FILE", "--verify"],
    &["score", "FILE", "--json"],
    &["score", "FILE", "--override", "1.1=0.5", "--reason", "seen by hand"],
    &["debrief", "FILE", "--out", "debrief.html"],
    &["compare", "good.drill", "FILE", "--out", "debrief.md"],
];

fn with_file<'a>(args: &[&'a str], file: &'a str) -> Vec<&'a str> {
    args.iter().map(|arg| if *arg == "FILE" { file } else { arg }).collect()
}

#[test]
fn an_invalid_session_file_is_reported_by_name_and_problem() {
    let folder = tempfile::tempdir().unwrap();
    for (name, old) in [("debrief.html", "the old one"), ("debrief.md", "the old one"), ("good.drill", &*GOOD)] {
        std::fs::write(folder.path().join(name), old).unwrap();
    }
    for (name, bytes, expected, said) in bad_sessions() {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        for args in TAKING_A_SESSION {
            refuse(folder.path(), &with_file(args, name), expected, &[name, said]);
        }
        std::fs::remove_file(path).unwrap();
    }
}

#[test]
fn an_unreadable_session_file_is_reported_by_name_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("folder.drill")).unwrap();
    std::fs::write(folder.path().join("file"), "").unwrap();
    std::fs::write(folder.path().join("good.drill"), &*GOOD).unwrap();
    let long = format!("{}.drill", "x".repeat(300));
    #[cfg(unix)]
    for link in ["lost.drill", "round.drill"] {
        std::os::unix::fs::symlink(link.replace("lost", "nowhere"), folder.path().join(link)).unwrap();
    }
    for (name, said) in [
        ("missing.drill", "the file does not exist"),
        ("no/such/folder/a.drill", "the file does not exist"),
        ("folder.drill", "it is a folder"),
        ("file/a.drill", "part of the path is not a folder"),
        (&long, "the name is too long"),
        ("lost.drill", if cfg!(unix) { "the symbolic link is broken" } else { "the file does not exist" }),
        ("round.drill", if cfg!(unix) { "the symbolic link is broken" } else { "the file does not exist" }),
    ] {
        for args in TAKING_A_SESSION {
            refuse(folder.path(), &with_file(args, name), 2, &[name, said]);
        }
    }
}

#[test]
fn an_oversized_session_file_is_rejected_and_left_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("good.drill"), &*GOOD).unwrap();
    let path = folder.path().join("large.drill");
    let file = std::fs::File::create(&path).unwrap();
    // A sparse file, which takes no disk space.
    file.set_len((256 << 20) + 1).unwrap();
    for args in TAKING_A_SESSION {
        let output = goldenhour(folder.path(), &with_file(args, "large.drill"));
        assert_eq!(code(&output), 2);
        assert!(text(&output.stderr).contains("larger than the limit of 256 MiB"), "{}", text(&output.stderr));
    }
    assert_eq!(std::fs::metadata(&path).unwrap().len(), (256 << 20) + 1);
}

#[test]
fn a_torn_last_line_is_ignored_with_a_warning_and_removed_on_the_next_write() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("torn.drill");
    let torn = format!("{}Decision((at:\"T+03:01\",by:", *GOOD);
    std::fs::write(&path, &torn).unwrap();
    for args in [&["replay", "torn.drill", "--verify"][..], &["debrief", "torn.drill", "--out", "a.md"]] {
        let output = goldenhour(folder.path(), args);
        assert_eq!(code(&output), 0, "{}", text(&output.stderr));
        assert!(text(&output.stderr).contains("the last line of the file is incomplete"), "{}", text(&output.stderr));
    }
    refuse(folder.path(), &["score", "torn.drill", "--override", "9.9=0.5", "--reason", "no"], 2, &["9.9"]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), torn);
    let marked = goldenhour(folder.path(), &["score", "torn.drill", "--override", "1.1=0.5", "--reason", "by hand"]);
    assert_eq!(code(&marked), 0, "{}", text(&marked.stderr));
    assert!(std::fs::read_to_string(&path).unwrap().starts_with(&format!("{}Mark(", *GOOD)));
}

#[test]
fn a_session_in_use_can_be_read_but_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.drill");
    std::fs::write(&path, &*GOOD).unwrap();
    let (_held, _) = DrillFile::resume(&path).unwrap();
    assert_eq!(code(&goldenhour(folder.path(), &["replay", "a.drill", "--verify"])), 0);
    for args in [
        &["score", "a.drill", "--override", "1.1=0.5", "--reason", "by hand"][..],
        &["run", SLUG, "--autopilot", "silent", "--until", "T+00:10", "--out", "a.drill"],
        &["run", SLUG, "--autopilot", "silent", "--until", "T+00:10", "--series", "a.drill"],
    ] {
        refuse(folder.path(), args, 2, &["a.drill", "open in another program"]);
    }
}

/// Every command that reads a hand-written file, with `FILE` as placeholder.
const TAKING_A_TEXT: [&[&str]; 5] = [
    &["run", SLUG, "--decisions", "FILE", "--until", "T+00:10", "--out", "old.drill"],
    &["score", "a.drill", "--review", "FILE"],
    &["score", "a.drill", "--marks", "FILE"],
    &["score", "a.drill", "--playbook", "FILE"],
    &["score", "a.drill", "--override", "1.1=0.5", "--reason", "by hand", "--playbook", "FILE"],
];

#[test]
fn an_invalid_hand_written_file_is_reported_by_name_and_problem() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("folder.ron")).unwrap();
    for name in ["a.drill", "old.drill"] {
        std::fs::write(folder.path().join(name), &*GOOD).unwrap();
    }
    let cases: [(&str, Option<Vec<u8>>); 13] = [
        ("missing.ron", None),
        ("folder.ron", None),
        ("empty.ron", Some(Vec::new())),
        ("blank.ron", Some(b" \n\n".to_vec())),
        ("latin.ron", Some(b"(strengths: \"caf\xe9\")".to_vec())),
        ("binary.ron", Some(b"\x89PNG\r\n\x1a\n\0\0".to_vec())),
        ("json.ron", Some(b"{\"decisions\": []}".to_vec())),
        ("prose.ron", Some(b"Call the team first.".to_vec())),
        ("cut.ron", Some(b"[(at: \"T+00:05\", by: \"comms\", act".to_vec())),
        ("strange.ron", Some(b"(color: 3)".to_vec())),
        ("wrong_type.ron", Some(b"[17]".to_vec())),
        ("deep.ron", Some("(".repeat(200_000).into_bytes())),
        ("gigantic.ron", Some("x".repeat(17 << 20).into_bytes())),
    ];
    for (name, bytes) in cases {
        let path = folder.path().join(name);
        if let Some(bytes) = &bytes {
            std::fs::write(&path, bytes).unwrap();
        }
        for args in TAKING_A_TEXT {
            refuse(folder.path(), &with_file(args, name), 2, &[name]);
        }
        if bytes.is_some() {
            std::fs::remove_file(path).unwrap();
        }
    }
}

/// A folder with every kind of unwritable target, each available under several extensions.
struct Obstacles {
    folder: TempDir,
    _locked: std::fs::File,
}

impl Obstacles {
    fn for_ending(ending: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(format!("{name}.{ending}"));
        for name in ["a.drill", "file"] {
            std::fs::write(folder.path().join(name), &*GOOD).unwrap();
        }
        std::fs::create_dir(at("folder")).unwrap();
        std::fs::create_dir(folder.path().join("closed")).unwrap();
        for name in ["protected", "locked", "old"] {
            std::fs::write(at(name), &*GOOD).unwrap();
        }
        read_only(&at("protected"));
        read_only(&folder.path().join("closed"));
        let locked = std::fs::File::open(at("locked")).unwrap();
        locked.try_lock().unwrap();
        #[cfg(unix)]
        for (link, target) in
            [("lost", "nowhere/a"), ("round", &format!("round.{ending}")), ("deep", "file/a"), ("full", "/dev/full")]
        {
            std::os::unix::fs::symlink(target, at(link)).unwrap();
        }
        Obstacles { folder, _locked: locked }
    }

    /// Returns the unwritable targets with the expected messages, including one that fails only when it is written.
    fn targets(&self, ending: &str) -> Vec<(String, &'static str)> {
        let long = "x".repeat(300);
        let mut targets = vec![
            (format!("none/a.{ending}"), "there is no folder none"),
            (format!("none/at/all.{ending}"), "there is no folder none/at"),
            (format!("file/a.{ending}"), "file is not a folder"),
            (format!("folder.{ending}"), "it is a folder"),
            (format!("protected.{ending}"), "the file is write-protected"),
            (format!("locked.{ending}"), "open in another program"),
            (format!("{long}.{ending}"), "the name is too long"),
        ];
        if cfg!(unix) {
            targets.push((format!("lost.{ending}"), "there is no folder nowhere"));
            targets.push((format!("round.{ending}"), "the symbolic link is broken"));
            targets.push((format!("deep.{ending}"), "file is not a folder"));
        }
        if cfg!(target_os = "linux") {
            targets.push((format!("/proc/a.{ending}"), "no permission to write in the folder /proc"));
        }
        // Root can write to protected folders, so this case applies only to other users.
        if std::fs::write(self.folder.path().join("closed/a"), "").is_err() {
            targets.push((format!("closed/a.{ending}"), "no permission to write in the folder closed"));
        } else {
            std::fs::remove_file(self.folder.path().join("closed/a")).unwrap();
        }
        targets
    }
}

fn read_only(path: &Path) {
    let mut permissions = std::fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(path, permissions).unwrap();
}

/// Every command that writes a file, with its extension and `FILE` as placeholder.
const LEAVING_A_FILE: [(&str, &[&str]); 8] = [
    ("html", &["debrief", "a.drill", "--out", "FILE"]),
    ("md", &["debrief", "a.drill", "--out", "FILE"]),
    ("json", &["debrief", "a.drill", "--out", "FILE"]),
    ("csv", &["debrief", "a.drill", "--out", "FILE"]),
    ("md", &["compare", "a.drill", "file", "--out", "FILE"]),
    ("csv", &["run", SLUG, "--autopilot", "silent", "--until", "T+00:10", "--series", "FILE"]),
    ("drill", &["run", SLUG, "--autopilot", "silent", "--until", "T+00:10", "--out", "FILE"]),
    ("ron", &["ensemble", SLUG, "--seeds", "1", "--search", "FILE"]),
];

#[test]
fn an_unwritable_target_is_reported_by_name_and_nothing_is_lost() {
    for (ending, args) in LEAVING_A_FILE {
        let obstacles = Obstacles::for_ending(ending);
        for (target, said) in obstacles.targets(ending) {
            refuse(obstacles.folder.path(), &with_file(args, &target), 2, &[&target, said]);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported_after_the_work_is_done() {
    for (ending, args) in LEAVING_A_FILE {
        // Skip the search for the best play, which takes minutes, and `run`, which never writes to a device.
        if !["ron", "drill"].contains(&ending) {
            let obstacles = Obstacles::for_ending(ending);
            let target = format!("full.{ending}");
            refuse(obstacles.folder.path(), &with_file(args, &target), 2, &[&target, "the disk is full"]);
        }
    }
}

#[test]
fn an_export_cannot_overwrite_its_session() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.html", "b.md"] {
        std::fs::write(folder.path().join(name), &*GOOD).unwrap();
    }
    let absolute = folder.path().join("a.html").to_string_lossy().into_owned();
    let said = "the output would overwrite an input file";
    refuse(folder.path(), &["debrief", "a.html", "--out", "a.html"], 2, &["a.html", said]);
    refuse(folder.path(), &["debrief", "a.html", "--out", "./a.html"], 2, &["a.html", said]);
    refuse(folder.path(), &["debrief", "a.html", "--out", &absolute], 2, &["a.html", said]);
    let run = ["run", SLUG, "--autopilot", "silent", "--until", "T+00:10", "--out", "new.drill"];
    refuse(folder.path(), &[&run[..], &["--series", "new.drill"]].concat(), 2, &["new.drill", said]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("b.md", folder.path().join("link.md")).unwrap();
        refuse(folder.path(), &["debrief", "b.md", "--out", "link.md"], 2, &["link.md", said]);
    }
}

#[test]
fn a_new_session_can_replace_only_a_session_file() {
    let folder = tempfile::tempdir().unwrap();
    for (name, old) in [("notes.md", "# Minutes\n"), ("short", "x"), ("scenario.ron", "(format: 1)")] {
        std::fs::write(folder.path().join(name), old).unwrap();
        let run = ["run", SLUG, "--autopilot", "silent", "--until", "T+00:10", "--out", name];
        refuse(folder.path(), &run, 2, &[name, "a file of another kind"]);
    }
}

#[test]
fn invalid_comparisons_are_rejected_before_any_session_is_replayed() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.drill", "b.md"] {
        std::fs::write(folder.path().join(name), &*GOOD).unwrap();
    }
    let many: Vec<String> = (0..27).map(|number| format!("{number}.drill")).collect();
    let many: Vec<&str> = std::iter::once("compare").chain(many.iter().map(String::as_str)).collect();
    let cases: [(&[&str], &[&str]); 8] = [
        (&["compare", "a.drill"], &["only one session is given: a.drill"]),
        (&["compare", "a.drill", "a.drill"], &["a.drill is given more than once"]),
        (&["compare", "a.drill", "./a.drill"], &["./a.drill is given more than once"]),
        (&many, &["27 sessions are given, but at most"]),
        (&["compare", "a.drill", "missing.drill"], &["missing.drill", "the file does not exist"]),
        (&["compare", "a.drill", "b.md", "--out", "b.md"], &["b.md", "the output would overwrite an input file"]),
        (&["compare", "a.drill", "b.md", "--out", "both.html"], &["both.html", "unsupported format for a comparison"]),
        (&["compare", "a.drill", "b.md", "--out", "both"], &["both", "unsupported format for a comparison"]),
    ];
    for (args, said) in cases {
        refuse(folder.path(), args, 2, said);
    }
}

#[test]
fn an_unknown_format_is_rejected_before_any_file_is_read() {
    let folder = tempfile::tempdir().unwrap();
    for (target, said) in [
        ("a.docx", "unsupported debrief format .docx"),
        ("a", "the file name has no extension"),
        (".html", "the file name has no extension"),
        ("a.", "unsupported debrief format ."),
    ] {
        refuse(folder.path(), &["debrief", "missing.drill", "--out", target], 2, &[said]);
    }
}
