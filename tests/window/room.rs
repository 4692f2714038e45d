//! Labels longer by two fifths, as another language has them, still have room.

use resguardo_tests::window::Window;
use resguardo_tests::{Program, scene};
use serde_json::json;

/// Lengthens what buttons, tabs, heads and labels say, and gives what is cut off without a sign of it, lies outside the
/// window or over its neighbour.
const LENGTHEN: &str = r"
const labels = 'button, [role=tab], label, h1, h2, h3, [role=columnheader], legend, .btn, nav a';
const seen = e => e.checkVisibility?.() && e.getClientRects().length > 0;
const text = e => e.innerText.replace(/\s+/g, ' ').trim();
for (const e of document.querySelectorAll(labels)) {
  if (!seen(e) || e.closest('.hidden')) continue;
  const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) {
    const said = node.data.trim();
    if (said.length < 2 || node.parentElement.closest('kbd, .stub, .mono, input, textarea') || node.longer) continue;
    node.longer = true;
    node.data = node.data.replace(said, said + ' ' + 'moña '.repeat(Math.ceil(said.length * 0.4 / 5)).slice(0, Math.ceil(said.length * 0.4)).trim());
  }
}
const wrong = [];
const shortened = e => { for (let at = e; at; at = at.parentElement) if (getComputedStyle(at).textOverflow === 'ellipsis') return true; return false; };
const scrolled = e => e.closest('[role=tablist], [role=grid]') !== null;
for (const e of document.querySelectorAll(labels)) {
  if (!seen(e) || text(e) === '' || e.closest('.hidden, .skip')) continue;
  const box = e.getBoundingClientRect();
  if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && getComputedStyle(e).overflowX !== 'visible' && !shortened(e) && !e.querySelector('.cut, [role=gridcell]')) wrong.push('cut: ' + text(e));
  const inside = e.closest('aside, .scroll')?.getBoundingClientRect().right ?? innerWidth;
  if (box.right > Math.min(innerWidth, inside) + 1 && !scrolled(e)) wrong.push('outside: ' + text(e));
}
const buttons = [...document.querySelectorAll('button, [role=tab]')].filter(seen).filter(e => !e.closest('dialog') === !document.querySelector('dialog[open]'));
for (const [at, one] of buttons.entries()) for (const other of buttons.slice(at + 1)) {
  if (one.contains(other) || other.contains(one)) continue;
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (wide > 2 && high > 2 && !one.closest('[role=grid]')) wrong.push('over each other: ' + text(one) + ' | ' + text(other));
}
if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is wider than the window');
return wrong;";

#[test]
fn every_label_longer_by_two_fifths_has_room() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let sets = ["--set", "received=2013-09-17T10:40", "--set", "procedure=ordinary"];
    let made = program.json(&[["new", "application"].as_slice(), sets.as_slice()].concat());
    let application = made["id"].as_str().expect("an id").to_owned();
    let window = Window::sized(program, 1024, 640);
    let mut wrong = Vec::new();
    let mut longer = |screen: &str| {
        let found = window.script(LENGTHEN, &[]);
        if found != json!([]) {
            wrong.push(format!("{screen}: {found}"));
        }
    };
    longer("lock");
    window.script("location.reload()", &[]);
    window.settle();
    window.open();
    for place in [
        "today".to_owned(),
        "list/incident".to_owned(),
        "list/person".to_owned(),
        format!("record/{}", scene.case),
        format!("record/{}/fields", scene.incident),
        format!("record/{}/links", scene.person),
        format!("record/{}/history", scene.incident),
        format!("record/{application}/way?2014-03-14"),
        format!("record/{application}/clocks?2014-03-14"),
        "import/incident".to_owned(),
        "export".to_owned(),
        "report".to_owned(),
        "library".to_owned(),
        "mechanism/board".to_owned(),
        "mechanism/states".to_owned(),
        "mechanism/measures".to_owned(),
        "mechanism/organs".to_owned(),
        "mechanism/resources".to_owned(),
        "mechanism/commitments".to_owned(),
        "mechanism/concerns".to_owned(),
        "mechanism/figures".to_owned(),
        "settings".to_owned(),
        "settings/safety".to_owned(),
        "settings/calendar".to_owned(),
        "help".to_owned(),
    ] {
        window.go(&place);
        longer(&place);
    }
    window.go("list/incident");
    window.keys("\u{E009}n");
    window.keys("i");
    window.settle();
    longer("capture");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
