//! Takes a picture of every screen, in both languages and themes, at both sizes: `pictures [FOLDER] [PART …]`.
//!
//! A part chooses among them by a piece of the name: `1366-es-light`, `mechanism`, `desk-1024`. The vault holds invented cases
//! (`tests/archive.rs`), those of the drawings the screens were made from, so that both can be laid side by side.

mod desk;
mod entrance;
mod mechanism;

use std::path::PathBuf;
use std::time::Duration;

use resguardo_app::settings::{Appearance, Preferences, Theme};
use resguardo_app::{Language, Words};
use resguardo_tests::window::{Role, Window};
use resguardo_tests::{Program, archive};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("docs/pictures"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let parts: Vec<String> = arguments.collect();
    for size in [(1366, 768), (1024, 640)] {
        for (tag, language) in [("es", Language::Es), ("en", Language::En)] {
            let camera =
                |theme: &'static str| Camera { folder: folder.clone(), words: Words::new(language), tag, theme, size };
            let looks = |set: &str| -> Vec<Camera> {
                let wanted = |camera: &Camera| {
                    let name = format!("{set}-{}", camera.suffix());
                    parts.is_empty() || parts.iter().any(|part| name.contains(part))
                };
                ["light", "dark"].map(camera).into_iter().filter(wanted).collect()
            };
            mechanism::take(&looks("mechanism"));
            let looks = looks("desk");
            looks.iter().for_each(entrance::take);
            if looks.is_empty() {
                continue;
            }
            let program = Program::with_vault();
            let archive = archive::fill(&program);
            let window = looks[0].begin(program);
            for camera in looks {
                desk::take(&camera, &window, &archive);
            }
        }
    }
    if parts.is_empty() || parts.iter().any(|part| part == "1920") {
        let camera = Camera {
            folder: folder.clone(),
            words: Words::new(Language::Es),
            tag: "es",
            theme: "light",
            size: (1920, 1080),
        };
        let program = Program::with_vault();
        let archive = archive::fill(&program);
        let window = camera.begin(program);
        desk::wide(&camera, &window, &archive);
    }
    println!("{}", folder.display());
}

/// Takes the pictures of one language, theme and size.
struct Camera {
    folder: PathBuf,
    words: Words,
    tag: &'static str,
    theme: &'static str,
    size: (u32, u32),
}

impl Camera {
    fn suffix(&self) -> String {
        format!("{}-{}-{}", self.size.0, self.tag, self.theme)
    }

    /// What the program says with this message.
    fn say(&self, id: &str) -> String {
        self.words.plain(id)
    }

    /// Opens the program in this language and theme.
    fn over(&self, program: Program) -> Window {
        let theme = if self.theme == "dark" { Theme::Dark } else { Theme::Light };
        let appearance = Appearance { theme, ..Appearance::default() };
        Preferences { appearance, ..Preferences::default() }.write(&program.vault()).expect("preferences");
        let window = Window::sized(program, self.size.0, self.size.1);
        window.press(&self.say(&format!("language-{}", self.tag)));
        window.settle();
        window
    }

    /// The same, unlocked.
    fn begin(&self, program: Program) -> Window {
        let window = self.over(program);
        self.open(&window);
        window
    }

    fn open(&self, window: &Window) {
        window.retype(&self.say("passphrase"), resguardo_tests::PASSPHRASE);
        window.press(&self.say("unlock"));
        window.wait_for(Role::Navigation, &self.say("sections"));
    }

    /// Keeps what is seen now.
    fn keep(&self, window: &Window, screen: &str) {
        window.settle();
        window.until("the pictures", |window| window.script(DRAWN, &[]) == true);
        for told in window.script(BEYOND, &[]).as_array().into_iter().flatten() {
            println!("{screen}-{}: {}", self.suffix(), told.as_str().unwrap_or_default());
        }
        let file = self.folder.join(format!("{screen}-{}.png", self.suffix()));
        std::fs::write(&file, window.picture()).expect("the picture is written");
    }
}

/// Whether every picture of the page is there.
const DRAWN: &str = "return [...document.images].every(image => image.complete)";

/// What is wider than its place: the page, what scrolls sideways, buttons and labels that are cut off.
const BEYOND: &str = r"
const page = document.documentElement;
const told = page.scrollHeight > page.clientHeight + 1 || page.scrollWidth > page.clientWidth + 1 ? ['the page scrolls'] : [];
for (const e of document.body.querySelectorAll('*')) {
  if (!e.checkVisibility() || e.closest('.hidden')) continue;
  const style = getComputedStyle(e);
  const who = e.tagName.toLowerCase() + '.' + e.className + ' «' + (e.innerText ?? '').trim().slice(0, 40) + '»';
  if (/auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1) told.push('scrolls sideways: ' + who);
  if (/hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1 && e.innerText && !e.closest('[role=gridcell],td,.hash') && e.clientWidth > 1) told.push('cut off: ' + who);
  if (e.matches('.btn') && (e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > page.clientWidth + 1)) told.push('button: ' + who);
}
return told;";

/// Waits for what nothing on the screen tells of.
fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}
