//! The Mechanism's boards, with the real facts and with the invented set.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};
use serde_json::json;

use crate::look::{is_narrow, keep, look, look_large};

fn filled(arguments: &[&str], (width, height): (u32, u32)) -> Window {
    let program = Program::with_vault();
    assert_eq!(program.run(arguments).code, 0);
    let window = Window::sized(program, width, height);
    window.open();
    window
}

/// Looks at a board in both languages, both themes and twice the text.
fn look_at(window: &Window, board: &str, name: &str, heads: [(&str, &str); 2]) {
    let (place, name) = (format!("mechanism/{board}?2014-03-14"), format!("board-{name}"));
    look(window, &place, &name, heads);
    look_large(window, &place, &name, heads[0].1);
}

#[test]
fn measures_stand_in_both_languages_and_themes() {
    let window = filled(&["demo", "--fictional"], (1366, 768));
    look_at(&window, "measures", "measures", [("es", "Medidas"), ("en", "Measures")]);
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

#[test]
fn boards_of_the_real_facts_stand_in_both_languages_and_themes() {
    let window = filled(&["demo"], (1366, 768));
    look_at(&window, "concerns", "concerns", [("es", "Preocupaciones"), ("en", "Concerns")]);
    look_at(&window, "figures", "figures", [("es", "Cifras"), ("en", "Figures")]);
    look_at(&window, "resources", "resources", [("es", "Recursos"), ("en", "Resources")]);
    window.go("mechanism/resources?2014-04-15");
    window.sees("0 de 170,000,000");
    window.sees("de un total no dado");
    let hollow = "return document.querySelectorAll('aside dd.with').length > 0";
    assert_eq!(window.script(hollow, &[]), json!(true), "what others said has its hollow square");
}

#[test]
fn boards_of_the_invented_set_stand_in_both_languages_and_themes() {
    let window = filled(&["demo", "--fictional"], (1366, 768));
    look_at(&window, "organs", "organs", [("es", "Órganos"), ("en", "Organs")]);
    look_at(&window, "commitments", "commitments", [("es", "Compromisos"), ("en", "Commitments")]);
    window.go("mechanism/organs?2014-03-14");
    window.sees("Próxima sesión ordinaria: a más tardar el 31 de marzo de 2014");
    let came = "return document.querySelectorAll('table td.met').length > 0";
    assert_eq!(window.script(came, &[]), json!(true), "who came is told");
    window.go("mechanism/commitments?2014-03-14");
    window.sees("Vencido sin constancia");
    window.go("mechanism/commitments?2012-12-20");
    window.sees("1 compromiso hasta el día");
    assert!(!window.text().contains("Vencido sin constancia"), "what was not yet due is not overdue");
}

#[test]
fn boards_fit_a_small_window() {
    let window = filled(&["demo", "--fictional"], (1024, 640));
    for board in ["organs", "resources", "commitments", "concerns", "figures"] {
        window.go(&format!("mechanism/{board}?2014-03-14"));
        window.until(board, |w| {
            w.script("return document.querySelector('main section h2') !== null", &[]) == json!(true)
        });
        window.settle();
        keep(&window, &format!("board-{board}-1024"));
        assert!(is_narrow(&window), "{board}: nothing scrolls sideways");
        window.axe(&format!("{board}, narrow"));
    }
}
