//! The controls everything is built of, and the frame around them.

use resguardo_tests::window::{Role, Window};
use serde_json::json;

const ESCAPE: &str = "\u{E00C}";
const CONTROL: &str = "\u{E009}";

fn go(window: &Window, place: &str) {
    window.script("location.hash = '#/' + arguments[0]", &[json!(place)]);
}

fn focused(window: &Window) -> String {
    let name = "const e = document.activeElement; return e.getAttribute('aria-label') ?? e.textContent.trim()";
    window.script(name, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn every_control_is_clean_in_both_themes_and_at_twice_the_text() {
    let window = Window::unlocked();
    go(&window, "controls");
    window.wait_for(Role::Heading, "Controles");
    window.sees("R-2014-0003");
    std::fs::write(std::env::temp_dir().join("resguardo-controls.png"), window.picture()).unwrap();
    window.axe("controls, light");
    window.script("document.documentElement.dataset.theme = 'dark'", &[]);
    window.axe("controls, dark");
    let refused = "return getComputedStyle(document.querySelector('[role=progressbar] i')).width !== '0px'
        && document.querySelectorAll('[style*=expression]').length === 0";
    assert_eq!(window.script(refused, &[]), json!(true), "style: directives pass the policy");
    window.script(
        "document.documentElement.style.setProperty('--text', '2'); document.documentElement.classList.add('t200')",
        &[],
    );
    window.axe("controls, twice the text");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(window.script(wide, &[]), json!(true), "nothing scrolls sideways");
}

#[test]
fn a_sheet_closes_with_escape_and_gives_the_focus_back() {
    let window = Window::unlocked();
    go(&window, "controls");
    window.wait_for(Role::Heading, "Controles");
    window.script("document.querySelector('.body .btn.go').focus()", &[]);
    window.keys("\u{E007}");
    window.wait_for(Role::Dialog, "Registro");
    window.axe("a sheet");
    let typed = "document.querySelector('dialog [data-field=state]').focus()";
    window.script(typed, &[]);
    window.keys("oax");
    window.wait_for(Role::Option, "Oaxaca");
    window.axe("an open list of terms");
    std::fs::write(std::env::temp_dir().join("resguardo-sheet.png"), window.picture()).unwrap();
    window.keys(ESCAPE);
    window.wait_gone(Role::Option, "Oaxaca");
    assert!(window.find(Role::Dialog, "Registro").is_some(), "the first Esc closes the list only");
    window.keys("\u{E015}");
    window.wait_for(Role::Option, "Oaxaca");
    window.keys("\u{E007}");
    window.sees("Oaxaca");
    window.keys(ESCAPE);
    window.wait_gone(Role::Dialog, "Registro");
    assert!(focused(&window).starts_with("Nuevo"), "{}", focused(&window));
}

#[test]
fn a_long_list_is_walked_with_the_keyboard_and_shows_no_blank_row() {
    let window = Window::unlocked();
    go(&window, "controls");
    window.sees("R-2014-0003");
    let blanks = "const [done] = [...arguments].slice(-1), grid = document.querySelector('[role=grid]');
        let blank = 0, frames = 0, worst = 0, before = performance.now();
        const step = () => {
          const now = performance.now(); worst = Math.max(worst, now - before); before = now;
          const rows = grid.querySelectorAll('[role=row][id]');
          if (rows.length < 5 || [...rows].some(row => row.textContent.trim() === '')) blank += 1;
          frames += 1; grid.scrollTop += 3000;
          if (grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1) return done([blank, frames, Math.round(worst)]);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step)";
    let seen = window.script_async(blanks, &[]);
    println!("blank, frames, slowest frame in ms: {seen}");
    assert_eq!(seen[0], json!(0), "{seen}");
    window.sees("R-2014-4999");
    window.script("document.querySelector('[role=grid]').focus()", &[]);
    window.keys("\u{E011}");
    window.sees("R-2014-0000");
    window.keys("\u{E015}\u{E015} ");
    let chosen = "return document.querySelector('[role=row][aria-selected=true]')?.textContent";
    window.until("the third row is chosen", |w| w.script(chosen, &[]).as_str().is_some_and(|t| t.contains("0002")));
    window.keys("\u{E010}");
    window.sees("R-2014-4999");
}

#[test]
fn u25_regions_follow_each_other_and_the_keyboard_reaches_them() {
    let window = Window::unlocked();
    go(&window, "controls");
    window.wait_for(Role::Heading, "Controles");
    let here =
        "return [...document.querySelectorAll('[data-region]')].findIndex(r => r.contains(document.activeElement))";
    window.script("document.activeElement.blur()", &[]);
    for region in [0, 1, 2, 0] {
        window.keys("\u{E036}");
        assert_eq!(window.script(here, &[]), json!(region));
    }
    window.keys(&format!("{CONTROL}n"));
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.axe("what is to be recorded");
    window.keys(ESCAPE);
    window.wait_gone(Role::Dialog, "¿Qué se va a registrar?");
}
