//! The window as a person uses it: the real program in a real WebView on a display of its own, driven through WebDriver.
//!
//! Everything is found by role and name, as a screen reader finds it. A step waits until what it names is there, twenty
//! seconds at most.

mod display;
mod finding;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use serde_json::{Value as Json, json};

use crate::{PASSPHRASE, Program, built};
pub use display::{Display, Quiet};
pub use finding::Role;

/// How long a step waits for what it names.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Of the two windows one is shown; behind the lock window the other waits unseen.
const IS_SHOWN: &str = "return document.readyState === 'complete' && document.visibilityState === 'visible'";

/// Begins and ends what nobody sees and WebKit draws all the same.
const STIR: &str = "() => { const s = document.body.style; s.opacity = s.opacity === '' ? '0.9999' : ''; }";
const STILL: &str = "clearInterval(window.drawing); document.body.style.opacity = '';";

/// An open window.
pub struct Window {
    runtime: tokio::runtime::Runtime,
    client: Client,
    _driver: Quiet,
    /// The scratch folder with the vault.
    pub program: Program,
    /// The display it stands on.
    pub display: Display,
    /// When and where it was last clicked.
    clicked: std::cell::Cell<Option<(Instant, f64, f64)>>,
}

impl Window {
    /// Opens the program on a scratch folder without a vault.
    pub fn empty() -> Self {
        Self::over(Program::new())
    }

    /// Opens the program on a vault and unlocks it.
    pub fn unlocked() -> Self {
        Self::unlock(Program::with_vault())
    }

    /// Opens the program on a prepared folder and unlocks it.
    pub fn unlock(program: Program) -> Self {
        let window = Self::over(program);
        window.open();
        window
    }

    /// Unlocks, from the lock window.
    pub fn open(&self) {
        self.type_into("Frase de paso", PASSPHRASE);
        self.press("Abrir");
        self.wait_for(Role::Navigation, "Secciones");
    }

    /// Opens the program on a prepared folder.
    pub fn over(program: Program) -> Self {
        Self::sized(program, 1366, 768)
    }

    /// Opens the program on a prepared folder, on a display of this size.
    pub fn sized(program: Program, width: u32, height: u32) -> Self {
        Self::with(program, (width, height), &[])
    }

    /// Opens the program on a prepared folder, with more in its environment.
    pub fn with(program: Program, (width, height): (u32, u32), more: &[(&str, &str)]) -> Self {
        let display = Display::new(width, height);
        let port = free_port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env_clear()
            .envs(environment(&program, &display))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(more.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("webkit2gtk-driver is installed");
        let driver = Quiet(driver);
        let arguments = ["--vault".to_owned(), program.vault().display().to_string()];
        let options = json!({"binary": built("resguardo-desktop"), "args": arguments});
        let wanted = json!({
            "browserName": "wry", "webkitgtk:browserOptions": options,
            "timeouts": {"script": 120_000, "pageLoad": 60_000, "implicit": 0},
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let client = runtime.block_on(connect(port, &wanted));
        let clicked = std::cell::Cell::new(None);
        let window = Self { runtime, client, _driver: driver, program, display, clicked };
        window.follow();
        window
    }

    /// Waits on something WebDriver does.
    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// The WebDriver session.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Runs a script in the page: `arguments[0]` … and `return`.
    pub fn script(&self, script: &str, arguments: &[Json]) -> Json {
        self.try_script(script, arguments).unwrap_or_else(|error| panic!("{error}: {script}"))
    }

    fn try_script(&self, script: &str, arguments: &[Json]) -> Result<Json, fantoccini::error::CmdError> {
        self.wait(self.client.execute(script, arguments.to_vec()))
    }

    /// Runs a script that calls its last argument when it is done.
    pub fn script_async(&self, script: &str, arguments: &[Json]) -> Json {
        let ran = self.wait(self.client.execute_async(script, arguments.to_vec()));
        ran.unwrap_or_else(|error| panic!("{error}: {script}"))
    }

    /// Takes the handle of the window that is open now: locking and unlocking open another.
    pub fn follow(&self) {
        let begun = Instant::now();
        loop {
            let handles = self.wait(self.client.windows()).unwrap_or_default();
            for handle in handles.into_iter().rev() {
                let switched = self.wait(self.client.switch_to_window(handle)).is_ok();
                if switched && self.try_script(IS_SHOWN, &[]).is_ok_and(|shown| shown == true) {
                    self.let_go();
                    return;
                }
            }
            assert!(begun.elapsed() < PATIENCE, "no window");
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Waits until something is true of the page; gives how long it took.
    pub fn until(&self, what: &str, mut is_true: impl FnMut(&Self) -> bool) -> Duration {
        let begun = Instant::now();
        while !is_true(self) {
            if begun.elapsed() > PATIENCE {
                let picture = std::env::temp_dir().join("resguardo-window-test.png");
                let _written = std::fs::write(&picture, self.picture());
                panic!(
                    "waited for {what}; see {}; at {}; the page says: {}",
                    picture.display(),
                    self.try_script("return location.href", &[]).unwrap_or_default(),
                    self.text()
                );
            }
            std::thread::sleep(Duration::from_millis(15));
            if self.try_script("return 1", &[]).is_err() {
                self.follow();
            }
        }
        begun.elapsed()
    }

    /// All the text of the page.
    pub fn text(&self) -> String {
        self.try_script("return document.body.innerText", &[])
            .ok()
            .and_then(|t| t.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Waits until the page says this somewhere.
    pub fn sees(&self, text: &str) -> Duration {
        self.until(text, |window| window.text().contains(text))
    }

    /// What is seen now. WebKit gives it with the next frame it draws, so a page that stands still is made to draw.
    pub fn picture(&self) -> Vec<u8> {
        self.script(&format!("{STILL} window.drawing = setInterval({STIR}, 30)"), &[]);
        let picture = self.wait(self.client.screenshot()).expect("a picture");
        self.script(STILL, &[]);
        picture
    }

    /// Goes to a place of the main window: `list/incident`.
    pub fn go(&self, place: &str) {
        self.script("location.hash = '/' + arguments[0]", &[json!(place)]);
        self.settle();
    }

    /// Puts on another language, theme and text size, as the settings do.
    pub fn wear(&self, language: &str, theme: &str, text_percent: u32) {
        let appearance = json!({"language": language, "theme": theme, "text_percent": text_percent, "compact": "normal", "single_keys": true});
        let script = "const done = arguments[arguments.length - 1];
            window.__TAURI_INTERNALS__.invoke('set_appearance', {appearance: arguments[0]}).then(() => { location.reload(); done(1); }, e => done(e))";
        self.script_async(script, &[appearance]);
        std::thread::sleep(Duration::from_millis(200));
        self.until("the frame", |window| window.find(Role::Navigation, "").is_some());
        self.settle();
    }

    /// Waits until the text of the page stands still for a moment.
    pub fn settle(&self) {
        let mut before = String::new();
        let mut still = 0;
        let begun = Instant::now();
        while still < 3 && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(60));
            let now = self.text();
            still = if now == before { still + 1 } else { 0 };
            before = now;
        }
    }

    /// Checks the page with axe; panics with what it found.
    pub fn axe(&self, screen: &str) {
        let source = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"));
        self.script(&source.expect("axe-core is installed: npm ci in ui/"), &[]);
        let run = "const done = arguments[arguments.length - 1];
            Promise.all(document.getAnimations().map(a => a.finished)).then(() =>
            axe.run(document, {resultTypes: ['violations']})).then(r => done(r.violations.map(v =>
              v.id + ': ' + v.help + ' — ' + v.nodes.slice(0, 4).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | '))),
              e => done(['axe: ' + e]))";
        let found = self.script_async(run, &[]);
        assert_eq!(found, json!([]), "axe on {screen}");
    }

    /// Ends the program as the session ends and gives the scratch folder back.
    pub fn close(self) -> Program {
        let Self { runtime, client, _driver, program, display, .. } = self;
        let _ended = runtime.block_on(client.close());
        drop((_driver, display));
        program
    }
}

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the project").to_owned()
}

/// What the program and the driver find in their environment.
pub fn environment(program: &Program, display: &Display) -> Vec<(&'static str, String)> {
    vec![
        ("PATH", std::env::var("PATH").unwrap_or_default()),
        ("HOME", program.path("home")),
        ("TMPDIR", program.path("tmp")),
        ("LANG", "es_MX.UTF-8".to_owned()),
        ("DISPLAY", display.name()),
        ("GDK_BACKEND", "x11".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
        ("RESGUARDO_AUTOMATION_FILES", program.path("answers")),
        ("RESGUARDO_KDF_MIB", "64".to_owned()),
    ]
}

async fn connect(port: u16, wanted: &Json) -> Client {
    let address = format!("http://127.0.0.1:{port}");
    let capabilities = wanted.as_object().expect("an object").clone();
    let mut connector = hyper_util::client::legacy::connect::HttpConnector::new();
    connector.set_nodelay(true);
    let begun = Instant::now();
    loop {
        let mut builder = ClientBuilder::new(connector.clone());
        match builder.capabilities(capabilities.clone()).connect(&address).await {
            Ok(client) => return client,
            Err(error) => assert!(begun.elapsed() < Duration::from_secs(30), "no session: {error}"),
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// Kills a child and waits for it.
pub(crate) fn end(child: &mut Child) {
    let _gone = (child.kill(), child.wait());
}
