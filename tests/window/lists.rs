//! Lists: scrolled, filtered, kept, acted on; what waits today; the command bar.

use std::fmt::Write as _;

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{Program, scene};
use serde_json::json;

const STATES: [&str; 5] = ["Oaxaca", "Veracruz", "Guerrero", "Chiapas", "s/d"];
const DEEDS: [&str; 3] = ["amenaza de muerte", "allanamiento de domicilio", "detención arbitraria"];

/// A vault with so many incidents, brought in from a sheet.
fn with_incidents(many: usize) -> Program {
    let program = Program::with_vault();
    let mut sheet = String::from("Fecha de los hechos,Estado,Tipo de agresión,Relato\n");
    for row in 0..many {
        let (state, deed) = (STATES[row % 5], DEEDS[row % 3]);
        writeln!(
            sheet,
            "20{:02}-{:02}-{:02},{state},{deed},Relato {row} del año",
            row % 14,
            row % 12 + 1,
            row % 28 + 1
        )
        .unwrap();
    }
    std::fs::write(program.path("agresiones.csv"), sheet).unwrap();
    let done = program.run(&["import", "agresiones.csv", "--json"]);
    assert!(done.code == 0 || done.code == 3, "{} {}", done.code, done.err);
    program
}

/// Texts of the rows that are drawn.
const DRAWN: &str =
    "return [...document.querySelectorAll('[role=grid] [role=row][aria-selected]')].map(r => r.innerText)";

fn drawn(window: &Window) -> Vec<String> {
    let rows = window.script(DRAWN, &[]);
    rows.as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned()).collect()
}

/// Scrolls to the end in so many steps, one a frame; gives frames, those with a blank line on the screen, the longest
/// time between two of them and the milliseconds in all.
fn scrolled(window: &Window, steps: usize) -> (u64, u64, f64, f64) {
    let script = "const [steps, done] = arguments;
        const grid = document.querySelector('[role=grid]');
        const height = grid.querySelector('[role=row][aria-selected]').getBoundingClientRect().height;
        const end = grid.scrollHeight - grid.clientHeight;
        let frames = 0, blank = 0, longest = 0, last = performance.now(); const begun = last;
        function look() {
          const now = performance.now(); longest = Math.max(longest, now - last); last = now; frames += 1;
          const box = grid.getBoundingClientRect();
          const top = grid.firstElementChild.getBoundingClientRect().bottom;
          const rows = [...grid.querySelectorAll('[role=row][aria-selected]')].map(r => [r.getBoundingClientRect(), r.innerText.trim()]);
          for (let y = top + height / 2; y < box.bottom - height; y += height) {
            if (!rows.some(([r, text]) => r.top <= y && r.bottom >= y && text !== '')) { blank += 1; break; }
          }
        }
        function step(at) {
          grid.scrollTop = end * at / steps;
          requestAnimationFrame(() => { look(); if (at < steps) step(at + 1); else setTimeout(() => { look(); done([frames, blank, longest, performance.now() - begun]); }, 400); });
        }
        step(1);";
    let told = window.script_async(script, &[json!(steps)]);
    (told[0].as_u64().unwrap(), told[1].as_u64().unwrap(), told[2].as_f64().unwrap(), told[3].as_f64().unwrap())
}

#[test]
fn no_blank_row_is_seen_while_a_list_of_five_thousand_is_scrolled_to_its_end() {
    let window = Window::unlock(with_incidents(5000));
    window.go("list/incident");
    window.sees("5,000 registros");
    let (frames, blank, longest, _) = scrolled(&window, 120);
    assert_eq!(blank, 0, "of {frames} frames; longest {longest} ms");
    window.until("the last row", |window| window.text().contains("a 5,000"));
    window.keys("\u{E011}");
    window.until("the first row", |window| window.text().contains("filas 1 a"));
    window.keys("\u{E010}");
    window.until("the last row", |window| window.text().contains("a 5,000"));
    window.keys("\u{E007}");
    window
        .until("the record", |window| window.script("return location.hash", &[]).as_str().unwrap().contains("record/"));
    window.keys("\u{E00A}\u{E012}");
    window.until("the same place", |window| window.text().contains("a 5,000"));
}

#[test]
fn u21_a_list_says_what_is_shown_and_which_filter_took_the_rest_away() {
    let window = Window::unlock(with_incidents(60));
    window.go("list/incident");
    window.sees("60 registros");
    window.axe("list");
    window.press("Filtro");
    window.type_into("Buscar un campo", "esta");
    window.keys("\u{E007}");
    window.axe("filter");
    window.type_into("Buscar un valor", "oaxa");
    window.keys("\u{E007}");
    window.sees("12 de 60: Estado: Oaxaca");
    window.keys("\u{E00C}");
    window.wait_gone(Role::Dialog, "Filtro");
    assert!(drawn(&window).iter().all(|row| row.contains("Oaxaca")), "{:?}", drawn(&window));
    let none = json!({"filters": [
        {"field": "state", "op": "is", "values": ["20"]},
        {"field": "date", "op": "until", "values": ["1999"]},
    ]});
    window.script("location.hash = '/list/incident?' + encodeURIComponent(JSON.stringify(arguments[0]))", &[none]);
    window.sees("Ningún registro cumple las 2 condiciones");
    window.sees("Sin «Fecha: hasta 1999» serían 12");
    window.axe("nothing passes");
    window.press("Quitar «Fecha»");
    window.sees("12 de 60: Estado: Oaxaca");
    window.type_into("Buscar en esta lista", "zzyzx");
    window.press("Quitar «zzyzx»");
    window.sees("12 de 60: Estado: Oaxaca");
    window.press("Quitar todos");
    window.sees("60 registros");
}

#[test]
fn a_list_is_kept_under_a_name_with_its_columns_order_and_headings() {
    let window = Window::unlock(with_incidents(60));
    window.go("list/incident");
    window.sees("60 registros");
    window.keys("c");
    window.type_into("Buscar un campo", "muni");
    window.click(Role::Choice, "Municipio");
    window.until("the column", |window| window.find(Role::Button, "Municipio").is_some());
    window.keys("\u{E00C}");
    window.press("Todos");
    window.type_into("Nombre de la vista", "Con municipio");
    window.keys("\u{E007}");
    window.wait_for(Role::Button, "Con municipio");
    window.press("Fecha");
    window.sees("vista guardada, con cambios");
    window.press("Guardar");
    window.until("kept", |window| !window.text().contains("con cambios"));
    window.go("today");
    window.go("list/incident");
    window.press("Todos");
    window.press("Con municipio");
    window.until("the column of the view", |window| window.find(Role::Button, "Municipio").is_some());
    window.press("Con municipio");
    window.press("Olvidar la vista Con municipio");
    window.wait_gone(Role::Button, "Olvidar la vista Con municipio");
}

#[test]
fn many_are_chosen_with_the_keyboard_written_archived_and_brought_back() {
    let window = Window::unlock(with_incidents(60));
    window.go("list/incident");
    window.sees("60 registros");
    window.keys(" ");
    window.sees("1 elegido");
    window.keys("\u{E008}\u{E015}\u{E015}");
    window.sees("3 elegidos");
    window.axe("chosen");
    window.press("Etiquetar");
    window.type_into("Etiquetas", "revisar");
    window.keys("\u{E007}");
    window.settle();
    window.press("Escribir en 3");
    window.sees("3 registros cambiados");
    window.press("Deshacer");
    window.sees("Deshecho en 3 registros");
    window.press("Cerrar el aviso");
    window.script("document.querySelector('[role=grid]').focus()", &[]);
    window.keys("\u{E009}a");
    window.sees("60 elegidos");
    window.press("Archivar");
    window.sees("Todavía no hay incidentes");
    window.press("Deshacer");
    window.sees("60 registros");
}

#[test]
fn the_command_bar_finds_records_places_and_what_can_be_done_with_the_keyboard_alone() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::unlock(program);
    window.keys("\u{E009}k");
    window.wait_for(Role::Dialog, "Buscar o ir a un lugar");
    window.axe("command bar");
    window.keys("noticiero");
    window.until("hits", |window| window.find(Role::Option, "").is_some() && window.text().contains("2 registros"));
    assert!(!window.text().contains("Lucía"), "a hidden name stays hidden");
    window.keys("\u{E007}");
    window.until("a record", |window| window.script("return location.hash", &[]).as_str().unwrap().contains("record/"));
    window.keys("\u{E009}k");
    window.keys("evid");
    window.wait_for(Role::Option, "Evidencias");
    window.keys("\u{E007}");
    window.wait_for(Role::Heading, "Evidencias");
    window.keys("\u{E009}k");
    window.keys("tema oscuro");
    window.wait_for(Role::Option, "Tema oscuro");
    window.keys("\u{E007}");
    window.until("the dark", |window| window.script("return document.documentElement.dataset.theme", &[]) == "dark");
    window.keys("\u{E009}k");
    window.keys("english");
    window.wait_for(Role::Option, "Cambiar a inglés");
    window.keys("\u{E007}");
    window.wait_for(Role::Heading, "Evidence");
    window.axe("list in English, dark");
    let _case = scene.case;
}

#[test]
fn today_says_what_to_do_first_and_then_what_waits() {
    let window = Window::unlocked();
    window.wait_for(Role::Heading, "Qué hacer primero");
    window.axe("first time");
    let program = Program::with_vault();
    scene::fill(&program);
    drop(window);
    let window = Window::unlock(program);
    window.wait_for(Role::Heading, "Por completar");
    window.axe("today");
    window.sees("Falta:");
}
