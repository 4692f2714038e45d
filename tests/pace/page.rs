//! The window itself, timed in its page: from the act to the frame that shows what came of it.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use resguardo_app::browse::Op;
use resguardo_tests::PASSPHRASE;
use resguardo_tests::window::{Role, Window};
use serde_json::{Value as Json, json};

use crate::core::with;
use crate::filled::{Filled, unlock};
use crate::measured::{Table, ms};
use crate::weight;

const TIMES: usize = 5;

/// Says by the wall clock when the page first showed each thing: it begins before the page does.
const WATCH: &str = "if (!window.__seen) {
  window.__seen = {};
  const things = {
    asked: () => document.querySelector('input[type=password]'),
    rows: () => document.querySelector('[role=grid] [role=row][aria-selected] [role=gridcell]'),
    today: () => document.querySelector('main h1') && document.querySelectorAll('main li, main .o, main a').length > 2,
  };
  const look = () => { for (const [name, is] of Object.entries(things)) if (!(name in window.__seen) && is()) window.__seen[name] = performance.timeOrigin + performance.now(); };
  new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
  look();
}";

/// Runs `BEGIN`, waits until `SHOWS` is true of the page, then until that is painted; gives the milliseconds. Both are put
/// into the text: the page's policy lets nothing be evaluated.
const SHOWN: &str = "const done = arguments[0];
  let first;
  const is = () => SHOWS;
  const begun = performance.now();
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  const late = setTimeout(() => done('never — ' + document.body.innerText.slice(0, 600)), 60000);
  const seen = new MutationObserver(() => { if (is()) { seen.disconnect(); clearTimeout(late); painted(); } });
  seen.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
  BEGIN;
  if (is()) { seen.disconnect(); clearTimeout(late); painted(); }";

/// Scrolls to the end in so many frames; gives frames, those with a blank line on the screen, the longest time between
/// two and how many took longer than two of a screen's.
const SCROLL: &str = "const [steps, done] = arguments;
  const grid = document.querySelector('[role=grid]');
  const height = grid.querySelector('[role=row][aria-selected]').getBoundingClientRect().height;
  const end = grid.scrollHeight - grid.clientHeight;
  let frames = 0, blank = 0, longest = 0, slow = 0, last = performance.now();
  function look() {
    const now = performance.now(); const took = now - last; last = now; frames += 1;
    longest = Math.max(longest, took); if (took > 34) slow += 1;
    const box = grid.getBoundingClientRect();
    const top = grid.firstElementChild.getBoundingClientRect().bottom;
    const rows = [...grid.querySelectorAll('[role=row][aria-selected]')].map(r => [r.getBoundingClientRect(), r.textContent.trim()]);
    for (let y = top + height / 2; y < box.bottom - height; y += height)
      if (!rows.some(([r, text]) => r.top <= y && r.bottom >= y && text !== '')) { blank += 1; break; }
  }
  function step(at) {
    grid.scrollTop = end * at / steps;
    requestAnimationFrame(() => { look(); if (at < steps) step(at + 1); else done([frames, blank, longest, slow]); });
  }
  requestAnimationFrame(() => { last = performance.now(); step(1); });";

/// Measures it.
pub fn measure(filled: &Filled, table: &mut Table) {
    let program = filled.copied();
    let derive: Vec<f64> = (0..3).map(|_| ms(unlock(&program).vault().state().derive)).collect();
    let key = derive.iter().copied().fold(f64::INFINITY, f64::min);
    table.line("key derivation, 64 MiB", format!("{key:.0} ms, taken off below"), String::new());
    let script = program.folder().join("watch.js");
    std::fs::write(&script, WATCH).expect("a script");
    let script = script.display().to_string();
    let window = Window::with(program, (1366, 768), &[("RESGUARDO_AUTOMATION_SCRIPT", &script)]);
    let paced = Paced { window, key };
    table.times("unlock to «Hoy», beyond the key", vec![paced.unlock("today")], Some(1_000));
    paced.weigh(table, "after unlocking");
    paced.go("list/incident", ROWS);
    let opened = (0..3).map(|_| {
        paced.lock();
        paced.unlock("rows")
    });
    table.times("unlock to the list of incidents, beyond the key", opened.collect(), Some(1_000));
    paced.window.until("the index", indexed);
    paced.lists(table);
    paced.words(table);
    paced.records(filled, table);
    paced.writing(table);
    paced.weigh(table, "after all of this");
    paced.locking(table);
}

const ROWS: &str = "document.querySelector('[role=grid] [role=row][aria-selected] [role=gridcell]')";

const FIRST: &str = "document.querySelector('[role=grid] [role=row][aria-selected]')";

fn indexed(window: &Window) -> bool {
    let ask = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('desk').then(d => done(d.index_ready), () => done(false))";
    window.script_async(ask, &[]) == true
}

struct Paced {
    window: Window,
    key: f64,
}

impl Paced {
    /// Milliseconds until something shows.
    fn shown(&self, begin: &str, shows: &str) -> f64 {
        let told = self.window.script_async(&SHOWN.replace("SHOWS", shows).replace("BEGIN", begin), &[]);
        told.as_f64().unwrap_or_else(|| panic!("{shows}: {told}"))
    }

    fn go(&self, place: &str, shows: &str) -> f64 {
        let taken = self.shown(&format!("location.hash = {}", json!(format!("/{place}"))), shows);
        self.window.settle();
        taken
    }

    fn weigh(&self, table: &mut Table, when: &str) {
        std::thread::sleep(Duration::from_secs(3));
        let weights = weight::of_program(&self.window.program.vault().display().to_string());
        let all: f64 = weights.iter().map(|one| one.mib).sum();
        let each: Vec<String> = weights.iter().map(|one| format!("{} {:.0}", one.name, one.mib)).collect();
        table.line(
            &format!("memory {when} (PSS)"),
            format!("{all:.0} MiB: {}", each.join(", ")),
            "≤ 450 MiB".to_owned(),
        );
    }

    /// Unlocks; the milliseconds from the press to what shows, without the derivation of the key.
    fn unlock(&self, shows: &str) -> f64 {
        let window = &self.window;
        window.type_into("Frase de paso", PASSPHRASE);
        window.settle();
        let press = "const now = performance.timeOrigin + performance.now();
            [...document.querySelectorAll('button')].find(b => b.textContent.trim().startsWith('Abrir')).click(); return now";
        let begun = window.script(press, &[]).as_f64().expect("a moment");
        window.wait_for(Role::Navigation, "Secciones");
        self.seen(shows) - begun - self.key
    }

    /// When the page first showed a thing, by the wall clock.
    fn seen(&self, what: &str) -> f64 {
        let mut at = Json::Null;
        self.window.until(what, |window| {
            at = window.script("return window.__seen?.[arguments[0]] ?? null", &[json!(what)]);
            at.is_number()
        });
        at.as_f64().unwrap_or_default()
    }

    /// Locks with the keyboard; milliseconds until the window is gone from the screen, and until the other asks.
    fn lock(&self) -> (f64, f64) {
        let display = self.window.display.name();
        let id = window_on(&display);
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let gone = scope.spawn(|| gone_at(&display, &id, &stop));
            std::thread::sleep(Duration::from_millis(60));
            let press = "const now = performance.timeOrigin + performance.now();
                setTimeout(() => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', {key: 'l', ctrlKey: true, bubbles: true, cancelable: true})), 0);
                return now";
            let begun = self.window.script(press, &[]).as_f64().expect("a moment");
            self.window.follow();
            self.window.wait_for(Role::Textbox, "Frase de paso");
            let asked = self.seen("asked") - begun;
            stop.store(true, Ordering::SeqCst);
            let gone = gone.join().expect("watched") - begun;
            // What is saved after the lock is not part of the next unlock.
            std::thread::sleep(Duration::from_secs(4));
            (gone, asked)
        })
    }

    fn lists(&self, table: &mut Table) {
        let sentence = "(document.querySelector('.says')?.textContent ?? '')";
        let mut list = |what: &str, query: &Json, shows: &str| {
            let once = || {
                self.go("today", "document.querySelector('main h1') && !document.querySelector('[role=grid]')");
                self.go("list/incident", ROWS);
                let set =
                    format!("location.hash = '/list/incident?' + encodeURIComponent({})", json!(query.to_string()));
                let taken = self.shown(&set, &format!("{sentence}.includes('{shows}') && {ROWS}"));
                self.window.settle();
                taken
            };
            table.times(what, (0..TIMES).map(|_| once()).collect(), Some(100));
        };
        let filter = |field: &str, op: Op, value: &str| json!({"filters": with(field, op, value).filters});
        list("filter: one state", &filter("state", Op::Is, "20"), "Oaxaca");
        list("filter: a date on", &filter("date", Op::From, "2015"), "2015");
        list("filter: words in the account", &filter("facts", Op::Contains, "mercado radio"), "mercado radio");
        list("search in the list: a common word", &json!({"text": "radio"}), "radio");
        list("search in the list: a rare word", &json!({"text": "expediente77"}), "expediente77");
        let sorted = || {
            self.go("today", "document.querySelector('main h1') && !document.querySelector('[role=grid]')");
            self.go("list/incident", ROWS);
            let sort = json!(json!({"sort": {"field": "state", "backwards": false}}).to_string());
            let begin =
                format!("first = {FIRST}?.textContent; location.hash = '/list/incident?' + encodeURIComponent({sort})");
            let taken = self.shown(&begin, &format!("{FIRST} && {FIRST}.textContent !== first"));
            self.window.settle();
            taken
        };
        table.times("sort by state", (0..TIMES).map(|_| sorted()).collect(), Some(100));
        self.go("today", "!document.querySelector('[role=grid]')");
        let first = (0..TIMES).map(|_| {
            self.go("today", "document.querySelector('main h1') && !document.querySelector('[role=grid]')");
            self.go("list/incident", ROWS)
        });
        table.times("list opened from «Hoy»", first.collect(), Some(100));
        for steps in [120, 1_200] {
            self.window.script("document.querySelector('[role=grid]').scrollTop = 0", &[]);
            self.window.settle();
            let told = self.window.script_async(SCROLL, &[json!(steps)]);
            let told = format!(
                "{} frames, {} blank, longest {:.0} ms, {} above 34 ms",
                told[0],
                told[1],
                told[2].as_f64().unwrap_or_default(),
                told[3]
            );
            table.line(&format!("scrolled to the end in {steps} steps"), told, "no blank row".to_owned());
        }
    }

    fn words(&self, table: &mut Table) {
        for text in ["radio", "perio", "expediente77"] {
            let once = || {
                self.window.keys("\u{E009}k");
                self.window.wait_for(Role::Dialog, "Buscar o ir a un lugar");
                let begin = format!(
                    "const i = document.querySelector('dialog.finder input'); i.value = '{text}'; i.dispatchEvent(new InputEvent('input', {{bubbles: true}}))"
                );
                let taken = self.shown(&begin, "document.querySelector('dialog.finder [role=option] .stub')");
                self.window.keys("\u{E00C}");
                self.window.settle();
                taken
            };
            let taken = (0..TIMES).map(|_| once()).collect();
            table.times(&format!("search «{text}», with the 40 ms it waits for the next letter"), taken, Some(100));
        }
    }

    fn records(&self, filled: &Filled, table: &mut Table) {
        let empty = "document.querySelector('main h1') && !document.querySelector('[role=tabpanel]')";
        let place = format!("record/{}", filled.person);
        let opened = (0..TIMES).map(|_| {
            self.go("today", empty);
            self.go(&place, "document.querySelector('[role=tabpanel] ol a')")
        });
        table.times(&format!("record with {} links opened", filled.links), opened.collect(), Some(200));
        let links = (0..TIMES).map(|_| {
            self.go(&place, "document.querySelector('[role=tabpanel] ol a')");
            self.go(&format!("{place}/links"), "document.querySelector('[role=tabpanel] tbody a')")
        });
        table.times("its links", links.collect(), Some(200));
    }

    fn writing(&self, table: &mut Table) {
        self.go("today", "document.querySelector('main h1')");
        for place in ["today", "list/incident"] {
            self.window.go(place);
            let once = |turn: usize| {
                self.window.keys("\u{E009}n");
                self.window.wait_for(Role::Button, "Incidente");
                self.window.keys("i");
                self.window.wait_for(Role::Dialog, "Incidente nuevo");
                let begin = |text: String| {
                    format!(
                        "const i = document.querySelector('[role=dialog] textarea, dialog textarea'); i.focus(); i.value = '{text}'; i.dispatchEvent(new InputEvent('input', {{bubbles: true}})); i.dispatchEvent(new Event('change', {{bubbles: true}}))"
                    )
                };
                let taken = self.shown(
                    &begin(format!("Preguntaron por ella {turn}")),
                    "document.querySelector('.st.met[role=status]')",
                );
                self.window.keys("\u{E00C}");
                self.window.wait_gone(Role::Dialog, "Incidente nuevo");
                self.window.settle();
                taken
            };
            let taken = (0..TIMES).map(once).collect();
            table.times(&format!("a change saved, over {place}"), taken, Some(50));
        }
    }

    fn locking(&self, table: &mut Table) {
        let (mut gone, mut asked) = (Vec::new(), Vec::new());
        for _ in 0..3 {
            if self.window.find(Role::Dialog, "Incidente nuevo").is_none() {
                self.window.keys("\u{E009}n");
                self.window.wait_for(Role::Button, "Incidente");
                self.window.keys("i");
            }
            self.window.wait_for(Role::Dialog, "Incidente nuevo");
            self.window.keys("Preguntaron por la compañera que hace el noti");
            let (one, other) = self.lock();
            gone.push(one);
            asked.push(other);
            self.unlock("rows");
        }
        table.times("lock mid-sentence: the window is gone", gone, Some(300));
        table.times("lock mid-sentence: the other window asks", asked, None);
    }
}

/// The largest window on a display.
fn window_on(display: &str) -> String {
    let tree = Command::new("xwininfo").args(["-display", display, "-root", "-tree"]).output().expect("x11-utils");
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    let line = tree.lines().rfind(|line| line.contains("\"Resguardo\"") && line.contains("1366x768"));
    line.and_then(|line| line.split_whitespace().next()).unwrap_or_default().to_owned()
}

/// When a window is shown no more, by the wall clock in milliseconds.
fn gone_at(display: &str, id: &str, stop: &AtomicBool) -> f64 {
    loop {
        let told =
            Command::new("xwininfo").args(["-display", display, "-id", id, "-stats"]).output().expect("x11-utils");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map(ms).unwrap_or_default();
        let shown = String::from_utf8_lossy(&told.stdout).contains("IsViewable");
        if !shown || stop.load(Ordering::SeqCst) {
            return now;
        }
    }
}
