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

const TAB: &str = "\u{E004}";
const DOWN: &str = "\u{E015}";
const ENTER: &str = "\u{E007}";

#[test]
fn a_figure_is_taken_apart_by_the_keyboard_and_each_part_opens_its_records() {
    let program = Program::with_vault();
    assert_eq!(program.run(&["demo", "--fictional"]).code, 0);
    let told = program.json(&["indicators", "I01", "--as-of", "2014-03-14", "--by", "state"]);
    let groups = told["indicators"][0]["groups"].as_array().unwrap().len();
    std::fs::write(program.path("answers"), format!("{}\n", program.path("trend.svg"))).unwrap();
    let window = Window::unlock(program);
    window.go("mechanism/board?2014-03-14");
    window.wait_for(Role::Heading, "Mecanismo");
    window.until("the figure", |w| {
        w.script("return document.querySelector('#line-I01 button.link') !== null", &[]) == json!(true)
    });
    window.script("document.querySelector('#line-I01 button.link').focus()", &[]);
    window.keys(ENTER);
    window.wait_for(Role::Dialog, "Proporción de solicitudes revisadas por la Junta");
    let choice = "return document.querySelector('dialog select') !== null";
    window.until("the choice", |w| w.script(choice, &[]) == json!(true));
    window.keys(TAB);
    let on = "return document.activeElement.tagName";
    window.until("on the choice", |w| {
        let here = w.script(on, &[]) == json!("SELECT");
        if !here {
            w.keys(TAB);
        }
        here
    });
    window.keys(DOWN);
    let rows = "return document.querySelectorAll('dialog tbody tr').length";
    window.until("every part", |w| w.script(rows, &[]) == json!(groups));
    let below = "const b = e => document.querySelector(e).getBoundingClientRect(); \
                 return b('dialog table').bottom <= b('dialog .caveat').top";
    assert_eq!(window.script(below, &[]), json!(true), "the parts are seen whole");
    window.settle();
    keep(&window, "board-parts");
    window.axe("a figure taken apart");
    assert!(window.text().contains("sin porcentaje: menos de 10"), "no share of so few");
    window.script("document.querySelector('dialog tbody button').focus()", &[]);
    window.keys(ENTER);
    window.sees("Ver todos los registros");
    let said = "return document.querySelector('dialog [role=status]').innerText";
    let first = window.script("return document.querySelector('dialog tbody th').innerText", &[]);
    window.until("the part's records", |w| {
        w.script(said, &[]).as_str().unwrap_or_default().starts_with(first.as_str().unwrap_or_default())
    });
    window.press("Guardar el dibujo y su tabla");
    window.sees("Se guardó trend.svg");
    assert!(std::fs::read_to_string(window.program.path("trend.svg")).unwrap().contains("mar 2014"));
    window.wear("en", "dark", 100);
    window.sees("Mechanism");
    window.script("document.querySelector('#line-I01 button.link').click()", &[]);
    window.wait_for(Role::Dialog, "Share of applications reviewed by the Board");
    window.until("the choice", |w| w.script(choice, &[]) == json!(true));
    window.script(
        "const s = document.querySelector('dialog select'); s.value = 'procedure'; s.dispatchEvent(new Event('change', {bubbles: true}))",
        &[],
    );
    window.until("the parts", |w| w.script(rows, &[]).as_u64().is_some_and(|rows| rows > 1));
    window.settle();
    keep(&window, "board-parts-en-dark");
    window.axe("a figure taken apart, dark");
}

#[test]
fn the_map_leaves_as_a_picture_with_its_table() {
    let program = Program::with_vault();
    assert_eq!(program.run(&["demo"]).code, 0);
    std::fs::write(program.path("answers"), format!("{}\n", program.path("mapa.svg"))).unwrap();
    let window = Window::unlock(program);
    window.go("mechanism/states?conventions%262014-03-14");
    window.sees("31 de 32 entidades");
    window.press("Imagen y tabla");
    window.sees("Se guardó mapa.svg");
    let table = std::fs::read_to_string(window.program.path("mapa.table.csv")).unwrap();
    assert!(table.contains("09,Distrito Federal,En revisión o negociación"), "{table}");
    let picture = std::fs::read_to_string(window.program.path("mapa.svg")).unwrap();
    assert!(picture.starts_with("<svg") && picture.contains("Victor Cazanave"), "the drawing names its author");
    std::fs::write(std::env::temp_dir().join("resguardo-mapa.svg"), picture).unwrap();
}
