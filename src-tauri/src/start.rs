//! From the command line to the first window.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use tauri::RunEvent;

use crate::desk::Desk;
use crate::{bindings, scheme, watch, windows};

/// What asks WebKit to let another process look into the page, or drive it.
const DOORS: [&str; 3] = ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Whether WebDriver drives this process. Only a program built for it may be driven at all.
pub(crate) fn automated() -> bool {
    cfg!(feature = "automation") && DOORS.first().is_some_and(|door| is_set(door))
}

fn is_set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Runs the program until its last window closes.
#[must_use]
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    resguardo_app::process::harden();
    if let Some(code) = resguardo_app::child::answer(arguments.first()) {
        return code;
    }
    if !cfg!(feature = "automation") && DOORS.into_iter().any(is_set) {
        return refuse("driven");
    }
    if cfg!(target_os = "linux") && !has_display() {
        return refuse("display");
    }
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    give_memory_back(&arguments);
    if cfg!(feature = "automation") && !resguardo_app::process::begin_with_schema() {
        return ExitCode::FAILURE;
    }
    match Desk::at(vault_folder(&arguments)) {
        Some(desk) => open(desk),
        None => refuse("folder"),
    }
}

/// Starts this program once more, told to give memory back. glibc maps large blocks apart, but raises what is large with
/// each that is freed, and gives every thread a stretch of its own: what a vault took would stay with the process after the
/// lock, and grow with every unlock. It reads the settings as a program starts. Where it cannot start again, it goes on as it
/// is.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn give_memory_back(arguments: &[OsString]) {
    use std::os::unix::process::CommandExt;

    const LARGE: &str = "MALLOC_MMAP_THRESHOLD_";
    if let (None, Ok(own)) = (std::env::var_os(LARGE), std::env::current_exe()) {
        let _stayed =
            std::process::Command::new(own).args(arguments).env(LARGE, "32768").env("MALLOC_ARENA_MAX", "2").exec();
    }
}

fn open(desk: Desk) -> ExitCode {
    let builder = bindings::builder();
    let built = tauri::Builder::default()
        .manage(desk)
        .register_uri_scheme_protocol("adjunto", scheme::answer)
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            windows::open_lock(app.handle())?;
            watch::begin(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!());
    let Ok(app) = built else { return refuse("webview") };
    app.run(|app, event| match event {
        // Between two windows there is a moment without one.
        RunEvent::ExitRequested { api, code: None, .. } if windows::is_changing(app) => api.prevent_exit(),
        RunEvent::Exit => windows::leave(app),
        _ => {}
    });
    ExitCode::SUCCESS
}

/// The folder of `--vault DIR`; the person's own place for records else.
fn vault_folder(arguments: &[OsString]) -> Option<PathBuf> {
    let named = arguments.iter().skip_while(|argument| *argument != "--vault").nth(1);
    named.map(PathBuf::from).or_else(|| home().map(|home| home.join("resguardo").join("boveda")))
}

/// `$XDG_DATA_HOME` or `~/.local/share`; `%LOCALAPPDATA%` on Windows.
fn home() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if cfg!(windows) {
        return set("LOCALAPPDATA");
    }
    set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")))
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set)
}

/// The two sentences a window cannot say, because there is none yet.
fn refuse(why: &str) -> ExitCode {
    let tag = std::env::var("LANG").unwrap_or_default();
    resguardo_app::process::say_without_window(why, &tag);
    ExitCode::FAILURE
}
