//! The two windows: how each is made, and what goes when one takes the other's place.
//!
//! Behind the lock window the other is got ready, unseen and empty: it asks for nothing before it is shown, and until
//! somebody unlocked every call that needs a vault is refused. So unlocking does not wait for a page to load.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use resguardo_app::entrance::Reason;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::desk::Desk;
use crate::start::automated;

/// Opens the window that may only make and unlock a vault.
///
/// # Errors
/// The system has no WebView.
pub(crate) fn open_lock(app: &AppHandle) -> tauri::Result<()> {
    show(app, "lock")
}

/// Opens the window of the unlocked vault and closes the other.
pub(crate) fn open_main_soon(app: &AppHandle) {
    let window = app.clone();
    let _sent = app.run_on_main_thread(move || {
        let _opened = change(&window, "lock", "main");
    });
    #[cfg(target_os = "linux")]
    if !automated() {
        end_leftovers_later(app);
    }
}

/// Ends what WebKit keeps of windows that went, once the open one has long been loaded: a page that still loads would stay
/// blank. Not where somebody locked meanwhile, even if it was unlocked again.
#[cfg(target_os = "linux")]
fn end_leftovers_later(app: &AppHandle) {
    static UNLOCKED: AtomicU32 = AtomicU32::new(0);
    const LATER: std::time::Duration = std::time::Duration::from_secs(5);
    let turn = UNLOCKED.fetch_add(1, Ordering::SeqCst) + 1;
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(LATER);
        let window = app.clone();
        let _sent = app.run_on_main_thread(move || {
            let is_open = window.state::<Desk>().held().session.is_some();
            if is_open && UNLOCKED.load(Ordering::SeqCst) == turn {
                crate::network::end();
            }
        });
    });
}

/// Locks: the session goes, the page with everything it holds goes, a fresh lock window comes.
pub(crate) fn lock(app: &AppHandle, reason: Reason) {
    let desk = app.state::<Desk>();
    desk.stop.store(true, Ordering::SeqCst);
    let (session, kept) = {
        let mut held = desk.held();
        held.reason = reason;
        held.dropped.clear();
        held.restored = None;
        (held.session.take(), held.kept.take())
    };
    let Some(session) = session else { return };
    session.shut();
    if let Some(main) = app.get_webview_window("main") {
        // Blank at once; what it showed is destroyed right after.
        let _gone = (main.hide(), main.clear_all_browsing_data());
    }
    // Sealing the unsaved sentence and saving the projection must not keep the screen waiting.
    let keeper = std::thread::spawn(move || {
        session.seal_desk(kept.as_deref().map(String::as_str));
    });
    let _opened = change(app, "main", "lock");
    drop(keeper);
}

/// Locks from a thread that is not the window's own.
pub(crate) fn lock_soon(app: &AppHandle, reason: Reason) {
    let window = app.clone();
    let _sent = app.run_on_main_thread(move || lock(&window, reason));
}

/// What is left when the program ends with an unlocked vault.
pub(crate) fn leave(app: &AppHandle) {
    let desk = app.state::<Desk>();
    let (session, kept) = {
        let mut held = desk.held();
        held.pending = None;
        (held.session.take(), held.kept.take())
    };
    if let Some(session) = session {
        session.seal_desk(kept.as_deref().map(String::as_str));
    }
    let _swept = app.path().app_local_data_dir().map(std::fs::remove_dir_all);
}

/// Whether one window is going and the other not there yet.
pub(crate) fn is_changing(app: &AppHandle) -> bool {
    app.state::<Desk>().held().changing
}

fn change(app: &AppHandle, from: &str, to: &str) -> tauri::Result<()> {
    app.state::<Desk>().held().changing = true;
    let opened = show(app, to);
    if let Some(old) = app.get_webview_window(from) {
        let _gone = old.destroy();
    }
    app.state::<Desk>().held().changing = false;
    opened
}

fn show(app: &AppHandle, label: &str) -> tauri::Result<()> {
    match app.get_webview_window(label) {
        Some(ready) => {
            ready.show()?;
            ready.set_focus()
        }
        None => open(app, label, true),
    }
}

/// Opens the other window behind the lock window.
fn prepare(app: &AppHandle) {
    let is_locked = app.state::<Desk>().held().session.is_none();
    if is_locked && app.get_webview_window("main").is_none() {
        // Where it cannot be, unlocking opens it.
        let _ready = open(app, "main", false);
    }
}

fn open(app: &AppHandle, label: &str, is_shown: bool) -> tauri::Result<()> {
    let page = WebviewUrl::App(format!("index.html#/{label}").into());
    let place = browser_folder(app)?;
    let (width, height) = size_on(app);
    let window = WebviewWindowBuilder::new(app, label, page)
        .title("Resguardo")
        .inner_size(width, height)
        .min_inner_size(800.0, 560.0)
        .visible(is_shown)
        .focused(is_shown)
        .incognito(!automated())
        .proxy_url(nowhere()?)
        .data_directory(place)
        .devtools(false)
        .content_protected(true)
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_page_load(|window, load| {
            if window.label() == "lock" && load.event() == PageLoadEvent::Finished {
                prepare(window.app_handle());
            }
            if window.is_visible().unwrap_or(true) {
                // The window that had the keyboard may have gone after this one came.
                let _focused = window.set_focus();
            }
            script(&window);
        })
        .build()?;
    watch_events(&window);
    #[cfg(target_os = "linux")]
    window.with_webview(|webview| plain(&webview.inner()))?;
    Ok(())
}

/// Pages of text, drawn by the processor: without the graphics driver a frame takes a sixth of the time where there is none
/// worth the name, the page weighs 85 MiB less, and no window stays blank for a driver's fault. What our pages never use
/// is off.
#[cfg(target_os = "linux")]
fn plain(webview: &webkit2gtk::WebView) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

    let Some(settings) = WebViewExt::settings(webview) else { return };
    settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    settings.set_enable_page_cache(false);
    settings.set_enable_webgl(false);
    settings.set_enable_media(false);
    settings.set_enable_mediasource(false);
    settings.set_enable_webaudio(false);
    settings.set_enable_html5_database(false);
}

/// Where the WebView would keep what it must. An incognito window has a context of its own, which is told our schemes only
/// when its folder was never named before: so each has another. WebDriver knows one context only.
fn browser_folder(app: &AppHandle) -> tauri::Result<PathBuf> {
    static OPENED: AtomicU32 = AtomicU32::new(0);
    let place = app.path().app_local_data_dir()?.join("webview");
    if automated() {
        return Ok(place);
    }
    Ok(place.join(OPENED.fetch_add(1, Ordering::Relaxed).to_string()))
}

/// The size the window is drawn for, or what the screen has room for.
fn size_on(app: &AppHandle) -> (f64, f64) {
    let screen = app.primary_monitor().ok().flatten();
    let room = screen.map(|screen| screen.size().to_logical::<f64>(screen.scale_factor()));
    room.map_or((1366.0, 768.0), |room| (room.width.min(1366.0), room.height.min(768.0)))
}

/// A proxy where nobody listens. The page needs no network, and what its policy does not cover — a connection opened ahead
/// of a link, a name looked up — ends there.
fn nowhere() -> tauri::Result<Url> {
    Url::parse("http://127.0.0.1:1").map_err(tauri::Error::InvalidUrl)
}

/// Our own pages and nothing else.
fn is_ours(url: &Url) -> bool {
    let http = url.scheme() == "http" || url.scheme() == "https";
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // Windows and Android serve the same pages here.
        _ if http => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

/// Files dropped on the window stay in Rust; the page learns how many. Whoever closes the lock window ends the program.
fn watch_events(window: &WebviewWindow) {
    let is_lock = window.label() == "lock";
    let app = window.app_handle().clone();
    window.on_window_event(move |event| match event {
        tauri::WindowEvent::DragDrop(tauri::DragDropEvent::Drop { paths, .. }) => {
            crate::commands::files_dropped_on(&app, paths.clone());
        }
        tauri::WindowEvent::CloseRequested { .. } if is_lock => {
            if let Some(unseen) = app.get_webview_window("main") {
                let _gone = unseen.destroy();
            }
        }
        _ => {}
    });
}

/// A program built for it runs the script a test names; WebDriver cannot drive an incognito window.
fn script(window: &WebviewWindow) {
    if !cfg!(feature = "automation") {
        return;
    }
    let named = std::env::var_os("RESGUARDO_AUTOMATION_SCRIPT");
    if let Some(script) = named.and_then(|file| std::fs::read_to_string(file).ok()) {
        let _ran = window.eval(script);
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn i05_a_page_may_only_be_one_of_ours() {
        let ours = |text: &str| is_ours(&text.parse().unwrap());
        assert!(ours("tauri://localhost/index.html#/main"));
        assert!(ours("http://tauri.localhost/index.html"));
        for stranger in [
            "http://tauri.evil.example/",
            "http://adjunto.evil.example/",
            "http://tauri.localhost.evil.example/",
            "http://tauri.localhost:8080/",
            "https://example.org/",
            "adjunto://localhost/0011",
            "tauri://evil/",
            "file:///etc/passwd",
            "data:text/html,<script>1</script>",
            "about:blank",
            "blob:tauri://localhost/1",
        ] {
            assert!(!ours(stranger), "{stranger}");
        }
    }
}
