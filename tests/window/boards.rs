//! The Mechanism's boards, with the real facts and with the invented set.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};
use serde_json::json;

fn filled(arguments: &[&str], (width, height): (u32, u32)) -> Window {
    let program = Program::with_vault();
    assert_eq!(program.run(arguments).code, 0);
    let window = Window::sized(program, width, height);
    window.open();
    window
}

fn keep(window: &Window, name: &str) {
    std::fs::write(std::env::temp_dir().join(format!("resguardo-{name}.png")), window.picture()).unwrap();
}

fn is_narrow(window: &Window) -> bool {
    window.script("return document.documentElement.scrollWidth <= innerWidth", &[]) == json!(true)
}

/// Looks at a board in both languages, both themes and twice the text.
fn look(window: &Window, board: &str, name: &str, heads: [(&str, &str); 2]) {
    let place = format!("mechanism/{board}?2014-03-14");
    for (tongue, head) in heads {
        for theme in ["light", "dark"] {
            window.wear(tongue, theme, 100);
            window.go(&place);
            window.wait_for(Role::Heading, head);
            window.settle();
            keep(window, &format!("board-{name}-{tongue}-{theme}"));
            window.axe(&format!("{board} {name}, {tongue}, {theme}"));
            assert!(is_narrow(window), "{board} {name}: nothing scrolls sideways");
        }
    }
    let [(tongue, head), _] = heads;
    window.wear(tongue, "light", 200);
    window.go(&place);
    window.wait_for(Role::Heading, head);
    window.settle();
    keep(window, &format!("board-{name}-200"));
    window.axe(&format!("{board} {name}, twice the text"));
    assert!(is_narrow(window), "{board} {name}, twice the text: nothing scrolls sideways");
    window.wear(tongue, "light", 100);
}

#[test]
fn measures_stand_in_both_languages_and_themes() {
    let window = filled(&["demo", "--fictional"], (1366, 768));
    look(&window, "measures", "measures", [("es", "Medidas"), ("en", "Measures")]);
}

#[test]
fn measures_are_narrowed_counted_and_opened_by_the_keyboard() {
    let window = filled(&["demo", "--fictional"], (1024, 640));
    window.go("mechanism/measures?2014-03-14");
    window.wait_for(Role::Heading, "Medidas");
    window.settle();
    keep(&window, "board-measures-1024");
    window.axe("measures, narrow");
    assert!(is_narrow(&window));
    let said = "return document.querySelector('section [role=status]').innerText";
    let all = window.script(said, &[]);
    window.script("document.querySelector('section select').focus()", &[]);
    for _ in 0..4 {
        window.keys("\u{E015}");
        window.settle();
    }
    window.until("fewer", |window| window.script(said, &[]) != all);
    let stage = "return document.querySelector('section select').value";
    assert_eq!(window.script(stage, &[]), json!("decreed"));
    let totals = "return document.querySelectorAll('aside dl dd button.link').length";
    assert!(window.script(totals, &[]).as_u64().unwrap() > 2);
    window.script("document.querySelector('aside .lying button').focus()", &[]);
    window.keys("\u{E007}");
    window
        .until("the records", |w| w.script("return document.querySelectorAll('dialog li a').length", &[]) != json!(0));
    window.settle();
    window.axe("the records behind a number of a board");
    window.keys("\u{E00C}");
    window.until("closed", |w| w.script("return document.querySelector('dialog[open]') === null", &[]) == json!(true));
    window.script("document.activeElement.blur()", &[]);
    window.keys("t");
    window.until("numbers", |w| w.script("return document.querySelector('.lying') === null", &[]) == json!(true));
    window.axe("measures with numbers");
    window.script("document.querySelector('[role=grid]').focus()", &[]);
    window.keys("\u{E015}\u{E007}");
    window.until("a record", |w| {
        w.script("return location.hash", &[]).as_str().is_some_and(|at| at.starts_with("#/record/"))
    });
}

#[test]
fn a_board_without_records_says_what_to_do_first() {
    let window = filled(&["demo"], (1366, 768));
    window.go("mechanism/measures?2014-03-14");
    window.sees("Todavía no hay medidas");
    window.settle();
    window.axe("measures, none");
    window.press("Registrar: medida de protección");
    window.until("capture", |w| w.script("return document.querySelector('dialog[open]') !== null", &[]) == json!(true));
}
