//! The Mechanism: its dashboard and its map, with the real facts of the demonstration.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};
use serde_json::json;

use crate::look::{keep, look};

fn demonstration() -> Window {
    let program = Program::with_vault();
    assert_eq!(program.run(&["demo"]).code, 0);
    Window::unlock(program)
}

#[test]
fn the_dashboard_stands_in_both_languages_and_themes() {
    let window = demonstration();
    look(&window, "mechanism/board?2014-03-14", "board", [("es", "Mecanismo"), ("en", "Mechanism")]);
    window.wear("es", "light", 200);
    window.go("mechanism/board?2014-03-14");
    window.wait_for(Role::Heading, "Mecanismo");
    window.settle();
    window.axe("board, twice the text");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(window.script(wide, &[]), json!(true), "nothing scrolls sideways");
}

#[test]
fn bars_of_the_half_years_give_way_to_their_numbers() {
    let program = Program::with_vault();
    assert_eq!(program.run(&["demo", "--fictional"]).code, 0);
    let window = Window::unlock(program);
    window.go("mechanism/board?2014-03-14");
    window.wait_for(Role::Heading, "Mecanismo");
    let drawn = |window: &Window| {
        let count = "return document.querySelectorAll('svg.bars-chart[role=img][aria-label]').length";
        window.script(count, &[]).as_u64().unwrap_or_default()
    };
    window.until("bars", |window| drawn(window) > 0);
    window.settle();
    keep(&window, "board-fictional");
    window.axe("board with bars");
    let limit = "return document.querySelector('#line-I03 svg.bars-chart .limit') !== null";
    assert_eq!(window.script(limit, &[]), json!(true), "the limit of the law is a line");
    window.script("document.activeElement.blur()", &[]);
    window.keys("t");
    window.until("numbers", |window| drawn(window) == 0);
    let numbers = "return document.querySelectorAll('td.trend dl dd').length > 0";
    assert_eq!(window.script(numbers, &[]), json!(true));
    window.axe("board with numbers");
    window.go("mechanism/states?acts%262014-03-14");
    window.wait_for(Role::Heading, "Entidades");
    window.settle();
    keep(&window, "map-acts");
}

#[test]
fn a_published_figure_has_its_denominator_and_opens_its_records() {
    let window = demonstration();
    window.go("mechanism/board?2014-03-14");
    window.wait_for(Role::Heading, "Mecanismo");
    let line = |id: &str| {
        let text = window.script("return document.getElementById(arguments[0])?.innerText ?? ''", &[json!(id)]);
        text.as_str().unwrap_or_default().replace('\n', " ")
    };
    window.sees("37 de 131");
    assert!(line("line-I01").contains("28.2\u{a0}%"), "{}", line("line-I01"));
    assert!(line("line-I31").contains("96.9\u{a0}%"), "{}", line("line-I31"));
    assert!(line("line-I20").contains("de un total no dado"), "{}", line("line-I20"));
    assert!(line("line-I05").contains("No publicado"), "{}", line("line-I05"));
    window.script("document.querySelector('#line-I01 button.link').click()", &[]);
    window.wait_for(Role::Dialog, "Proporción de solicitudes revisadas por la Junta");
    window.settle();
    window.axe("the records behind a number");
    keep(&window, "board-behind");
    window.script("document.querySelector('dialog li a').click()", &[]);
    window.until("a record", |w| {
        w.script("return location.hash", &[]).as_str().is_some_and(|at| at.starts_with("#/record/"))
    });
}

#[test]
fn another_day_redraws_every_figure() {
    let window = demonstration();
    window.go("mechanism/board?2014-03-14");
    window.sees("37 de 131");
    window.retype("Al día", "31 dic 2011\u{E007}");
    window.sees("31 de diciembre de 2011");
    window.settle();
    assert!(!window.text().contains("37 de 131"), "nothing published later is told");
    window.retype("Al día", "nunca\u{E007}");
    window.sees("no es una fecha");
    window.go("mechanism/board?2014-03-14");
    window.sees("37 de 131");
    window.press("Fecha anterior con cambios");
    window.until("an earlier day", |w| !w.text().contains("14 de marzo de 2014"));
}

#[test]
fn the_map_stands_beside_its_equal_table_in_both_languages_and_themes() {
    let window = demonstration();
    look(&window, "mechanism/states?conventions%262014-03-01", "map", [("es", "Entidades"), ("en", "States")]);
    window.wear("es", "light", 200);
    window.go("mechanism/states?conventions%262014-03-01");
    window.wait_for(Role::Heading, "Entidades");
    window.settle();
    window.axe("map, twice the text");
}

#[test]
fn the_map_tells_what_was_published_of_conventions_and_names_states_as_of_the_day() {
    let window = demonstration();
    window.go("mechanism/states?conventions%262014-03-01");
    window.sees("31 de 32 entidades con convenio firmado");
    let row = |code: &str| {
        let row = "return document.querySelector(`tr[data-code='${arguments[0]}']`)?.innerText ?? ''";
        window.script(row, &[json!(code)]).as_str().unwrap_or_default().to_owned()
    };
    let shape = |code: &str| {
        let shape = "return document.querySelector(`path[data-code='${arguments[0]}']`)?.getAttribute('class') ?? ''";
        window.script(shape, &[json!(code)]).as_str().unwrap_or_default().to_owned()
    };
    assert!(row("09").contains("Distrito Federal") && row("09").contains("En revisión"), "{}", row("09"));
    assert!(row("20").contains("Firmado") && row("20").contains("no se sabe"), "{}", row("20"));
    assert!(shape("09").contains("care") && shape("20").contains("q2"), "{} {}", shape("09"), shape("20"));
    let rows = window.script("return document.querySelectorAll('tbody tr').length", &[]);
    assert_eq!(rows, json!(32));
    window.script("document.querySelector('tbody button[tabindex=\"0\"]').focus()", &[]);
    window.keys("\u{E015}\u{E015}");
    let picked = "return document.querySelector('tr.pick')?.dataset.code";
    assert_eq!(window.script(picked, &[]), json!("03"));
    window.script(
        "document.querySelector(\"path[data-code='12']\").dispatchEvent(new MouseEvent('click', {bubbles: true}))",
        &[],
    );
    window.until("Guerrero", |w| w.script(picked, &[]) == json!("12"));
    window.script("document.activeElement.blur()", &[]);
    window.keys("t");
    window.until("the table alone", |w| {
        w.script("return document.querySelector('svg.country') === null", &[]) == json!(true)
    });
    window.retype("Al día", "1 ene 2020\u{E007}");
    window.sees("Ciudad de México");
    window.go("mechanism/states?acts%262014-03-01");
    window.sees("Documentado no es ocurrido");
}
