//! I08, K03: the window as it is given to people keeps nothing of what was typed, wherever it would lie. WebDriver cannot
//! drive an incognito window, so a script in the page types, and the disk and the vault tell what came of it: both windows
//! open, lock and open again.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use resguardo_tests::traces::{Search, under};
use resguardo_tests::window::{Display, PATIENCE, Quiet, environment};
use resguardo_tests::{PASSPHRASE, Program, built};

const TYPED: [&str; 4] = ["Hermelinda", "Quetzalapa", "ferrocarrilera", "contrabandista"];

/// Types as a person does, and writes into every store a page has.
const SCRIPT: &str = r"
if (!window.begun) { window.begun = true; (async () => {
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const find = async look => { for (;;) { const found = look(); if (found) return found; await pause(30); } };
  const write = (field, text) => {
    field.focus();
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const press = (key, ctrlKey) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
  if (location.hash.startsWith('#/lock')) {
    write(await find(() => document.querySelector('input[type=password]')), PASSPHRASE);
    (await find(() => [...document.querySelectorAll('button')].find(b => b.textContent.trim().startsWith('Abrir')))).click();
    return;
  }
  await find(() => document.querySelector('nav'));
  const invoke = window.__TAURI_INTERNALS__.invoke;
  let before;
  for (;;) {
    before = await invoke('search', { text: 'Quetzalapa', kind: null, earlier: false, limit: 5 });
    if (before.ready) break;
    await pause(100);
  }
  if (before.total > 0) {
    // The second time, after a lock: the window is whole again.
    await find(() => [...document.querySelectorAll('button')].find(b => b.textContent.includes('Nuevo')));
    const look = { language: 'es', theme: 'dark', text_percent: 100, compact: 'normal', single_keys: true };
    await invoke('set_appearance', { appearance: look });
    return;
  }
  const words = 'Hermelinda Quetzalapa ferrocarrilera contrabandista';
  try { localStorage.setItem(words, words); sessionStorage.setItem(words, words); } catch {}
  try { document.cookie = 'words=' + encodeURIComponent(words) + '; max-age=100000'; } catch {}
  try { const opened = indexedDB.open(words); opened.onupgradeneeded = () => opened.result.createObjectStore('a').put(words, 'b'); } catch {}
  try { const kept = await caches.open('a'); await kept.put('/a', new Response(words)); } catch {}
  history.pushState(null, '', '#/list/incident?' + encodeURIComponent(JSON.stringify({ text: 'contrabandista' })));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  press('n', true);
  await find(() => document.querySelector('[role=dialog] button, dialog button'));
  await pause(100);
  press('i', false);
  write(await find(() => document.querySelector('dialog textarea')), 'A Hermelinda la siguieron en Quetzalapa, por la ferrocarrilera.');
  await pause(700);
  press('Enter', true);
  await pause(500);
  press('k', true);
  write(await find(() => document.querySelector('dialog [role=combobox]')), 'Quetzalapa');
  await find(() => document.querySelector('dialog [role=option] mark'));
  press('l', true);
} )(); }
";

#[test]
fn i08_k03_the_incognito_window_leaves_no_typed_word_on_the_disk() {
    let program = Program::with_vault();
    let display = Display::new(1366, 768);
    let script = program.folder().join("script.js");
    std::fs::write(&script, SCRIPT.replace("PASSPHRASE", &format!("{PASSPHRASE:?}"))).unwrap();
    for name in ["data", "cache", "config"] {
        std::fs::create_dir(program.folder().join(name)).unwrap();
    }
    let mut command = Command::new(built("resguardo-desktop"));
    command.env_clear().envs(environment(&program, &display)).env("RESGUARDO_AUTOMATION_SCRIPT", &script);
    for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")] {
        command.env(name, program.path(folder));
    }
    command.arg("--vault").arg(program.vault()).stdout(Stdio::null()).stderr(Stdio::null());
    let running = Quiet(command.spawn().unwrap());
    let begun = Instant::now();
    let is_done = || {
        let files = under(program.folder()).into_iter().filter(|path| path.ends_with("ventana.json"));
        files.into_iter().any(|file| std::fs::read_to_string(file).is_ok_and(|text| text.contains("dark")))
    };
    while !is_done() {
        assert!(begun.elapsed() < PATIENCE * 6, "it was not unlocked, written in, locked and unlocked again");
        std::thread::sleep(Duration::from_millis(100));
    }
    std::thread::sleep(Duration::from_secs(1));
    let search = Search::of(&TYPED.iter().chain(&[PASSPHRASE]).map(|word| (*word).to_owned()).collect());
    let look = |when: &str| {
        for place in ["vault", "home", "tmp", "data", "cache", "config"] {
            for path in under(&program.folder().join(place)) {
                let name = path.strip_prefix(program.folder()).unwrap().display().to_string();
                assert!(search.found(name.as_bytes()).is_empty(), "{when}: a name tells: {name}");
                let bytes = if path.is_file() { std::fs::read(&path).unwrap_or_default() } else { Vec::new() };
                assert_eq!(search.found(&bytes), BTreeSet::new(), "{when}: {name}");
            }
        }
    };
    look("while it runs");
    // The power goes: nothing could be swept.
    drop(running);
    std::thread::sleep(Duration::from_millis(500));
    look("after it was killed");
    let found = program.json(&["search", "Hermelinda Quetzalapa"]);
    assert_eq!(found["total"], 1, "what was typed is in the vault: {found}");
}
