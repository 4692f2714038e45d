//! What the process promises the machine before it touches anything.

use std::io::Write as _;
use std::panic;

use resguardo_domain::catalogue::Lang;
use resguardo_domain::schema::Schema;
use resguardo_language::{Language, Words};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Files for the owner only, no core dump, no debugger of the same user, no panic message with content.
///
/// Each can only fail where the system already forbids more; the program goes on then.
pub fn harden() {
    crate::keep_files_private();
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _refused = [setrlimit(Resource::Core, none), set_dumpable_behavior(DumpableBehavior::NotDumpable)];
    panic::set_hook(Box::new(tell_where));
}

/// A mistake of ours is told by its place in the source, never by its message, which may hold what somebody wrote. sled's
/// panics over a spoilt projection are caught and mended: nobody is told of them.
fn tell_where(told: &panic::PanicHookInfo<'_>) {
    let place = told.location().filter(|place| !place.file().contains("sled-"));
    if let Some(place) = place.filter(|_| std::thread::current().name() == Some("main")) {
        aside(&format!("Error de este programa / A mistake of this program: {}:{}", place.file(), place.line()));
    }
}

/// A program built to be driven reads the kinds of record from the folder `RESGUARDO_AUTOMATION_SCHEMA` names, instead of
/// those that ship: what they draw may follow from them alone. False when they cannot be used.
#[must_use]
pub fn begin_with_schema() -> bool {
    let Some(folder) = std::env::var_os("RESGUARDO_AUTOMATION_SCHEMA") else { return true };
    let files: Vec<(String, String)> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|file| Some((file.file_name().into_string().ok()?, std::fs::read_to_string(file.path()).ok()?)))
        .collect();
    match Schema::from_files(files.iter().map(|(name, text)| (name.as_str(), text.as_str()))) {
        Ok(schema) => schema.begin(),
        Err(wrong) => {
            aside(&wrong.to_string());
            false
        }
    }
}

/// Says on standard error why no window opens: `driven`, `display`, `folder` or `webview`; in the language of the tag.
pub fn say_without_window(why: &str, tag: &str) {
    let language = Language::from_tag(tag).unwrap_or(match Lang::default() {
        Lang::En => Language::En,
        Lang::Es => Language::Es,
    });
    let words = Words::new(language);
    aside(&match why {
        "driven" => words.plain("no-window-driven"),
        "display" => words.plain("no-window-display"),
        "folder" => words.plain("no-window-folder"),
        _ => words.plain("no-window-webview"),
    });
}

/// A line on standard error; where nobody reads it, it is lost.
fn aside(line: &str) {
    let _lost = writeln!(std::io::stderr(), "{line}");
}
