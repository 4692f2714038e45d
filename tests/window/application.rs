//! The page of an application: its way through the law as of a day.

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{Program, work};
use serde_json::json;

use crate::look::{keep, look_large};

#[test]
fn an_application_stands_in_both_languages_and_themes() {
    let program = Program::with_vault();
    let id = work::application(&program);
    let window = Window::unlock(program);
    let place = format!("record/{id}/way?2014-03-14");
    for (tongue, said) in [("es", "venció hace 168 días"), ("en", "overdue by 168 days")] {
        for theme in ["light", "dark"] {
            window.wear(tongue, theme, 100);
            window.go(&place);
            window.sees(said);
            window.settle();
            keep(&window, &format!("application-{tongue}-{theme}"));
            window.axe(&format!("application, {tongue}, {theme}"));
        }
    }
    look_large(&window, &place, "application", "Estudio de riesgo");
}

/// An extraordinary application: its urgent measures in place in time by one reading and late by the other.
fn urgent(program: &Program) -> String {
    let sets =
        ["received=2014-01-26T09:00", "procedure=extraordinary", "imminent_danger=yes", "outcome=decided_granted"];
    let mut arguments = vec!["new", "application"];
    sets.iter().for_each(|set| arguments.extend(["--set", set]));
    let application = program.json(&arguments)["id"].as_str().unwrap().to_owned();
    let steps = json!([
        {"step": "urgent_measures_issued", "at": "2014-01-26T11:30"},
        {"step": "urgent_measures_implemented", "at": "2014-01-26T19:00"},
        {"step": "risk_study_done", "at": "2014-02-03"},
        {"step": "measures_defined", "at": "2014-02-03"},
        {"step": "board_decision", "at": "2014-02-12T16:00"},
        {"step": "decision_communicated", "at": "2014-02-14T10:00"},
    ]);
    assert_eq!(program.run(&["edit", &application, "--set", &format!("steps:={steps}")]).code, 0);
    let of = format!("application={application}");
    for standing in ["implemented_on=2014-03-15", "status=communicated"] {
        let arguments = ["new", "measure", "--set", &of, "--set", "type=prac.panic_button", "--set"];
        let granted = ["granted_on=2014-02-12", "--set", "granting_system=mechanism", "--set", standing];
        program.json(&[arguments.as_slice(), granted.as_slice()].concat());
    }
    application
}

#[test]
fn both_readings_stand_beside_each_other_and_a_date_known_in_part_is_an_interval() {
    let program = Program::with_vault();
    let id = urgent(&program);
    let made = program.json(&["new", "application", "--set", "received=2014-01", "--set", "procedure=ordinary"]);
    let partial = made["id"].as_str().unwrap().to_owned();
    let window = Window::unlock(program);
    window.go(&format!("record/{id}/way?2014-04-01"));
    window.sees("cumplido tarde, por 1 hora");
    window.settle();
    keep(&window, "application-urgent");
    let readings = "return [...document.querySelectorAll('.course abbr')].map(e => e.textContent).join('')";
    assert_eq!(window.script(readings, &[]), json!("ABAB"));
    window.axe("both readings");
    window.go(&format!("record/{partial}/way?2014-03-01"));
    window.sees("venció hace entre 19 y 49 días");
    window.settle();
    keep(&window, "application-partial");
    let hatched = "return document.querySelector('svg.time-scale .maybe') !== null";
    assert_eq!(window.script(hatched, &[]), json!(true));
    window.axe("a date known in part");
}

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";

/// What the thing with the focus is called.
const NAME: &str = r"
const e = document.activeElement;
const words = s => (s ?? '').replace(/\s+/g, ' ').trim();
const by = e.getAttribute('aria-labelledby');
return words(e.getAttribute('aria-label') || (by && document.getElementById(by)?.textContent) || [...(e.labels ?? [])].map(l => l.textContent).join(' ') || e.textContent);";

/// Presses Tab until the focus is on it.
fn to(window: &Window, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..120 {
        let here = window.script(NAME, &[]).as_str().unwrap_or_default().to_owned();
        if here.starts_with(name) {
            return;
        }
        passed.push(here);
        window.keys(TAB);
    }
    panic!("Tab never came to «{name}»: {passed:?}");
}

#[test]
fn a_step_recorded_with_the_keyboard_alone_changes_what_the_clock_says() {
    let program = Program::with_vault();
    let id = work::application(&program);
    let window = Window::unlock(program);
    window.go(&format!("record/{id}/way?2014-03-14"));
    window.sees("venció hace 168 días");
    to(&window, "Registrar un paso");
    window.keys(ENTER);
    window.wait_for(Role::Dialog, "Registrar un paso");
    to(&window, "Qué ocurrió");
    window.keys("estudio riesgo concluido");
    window.sees("Estudio de Evaluación de Riesgo concluido");
    window.settle();
    window.keys(ENTER);
    to(&window, "Cuándo");
    window.keys("28 feb 2014");
    window.settle();
    keep(&window, "application-step");
    window.axe("a step being written");
    to(&window, "Registrar");
    window.keys(ENTER);
    window.sees("cumplido tarde, por 154 días");
    window.sees("Paso registrado");
    window.settle();
    keep(&window, "application-after");
    window.press("Deshacer");
    window.sees("venció hace 168 días");
}

#[test]
fn another_day_redraws_the_whole_way() {
    let program = Program::with_vault();
    let id = work::application(&program);
    let told = program.json(&["clocks", &id, "--as-of", "2014-03-14"]);
    let study = told.as_array().unwrap().iter().find(|clock| clock["clock"] == "ord.study").unwrap();
    let window = Window::unlock(program);
    window.go(&format!("record/{id}/way?2014-03-14"));
    window.sees(study["sentence"].as_str().unwrap());
    window.sees("Próxima sesión: 18 mar 2014");
    window.retype("Al día", "20 sep 2013\u{E007}");
    window.sees("corre; plazo restante: 7 días");
    assert!(!window.text().contains("venció"), "nothing is overdue on that day");
    window.retype("Al día", "nunca\u{E007}");
    window.sees("no es una fecha");
    window.go(&format!("record/{id}/way?2014-03-14"));
    window.sees("venció hace 168 días");
    window.press("Fecha anterior con cambios");
    window.until("an earlier day", |w| !w.text().contains("14 de marzo de 2014"));
}

#[test]
fn a_last_day_opens_its_count_and_what_the_law_permits_opens_its_record() {
    let program = Program::with_vault();
    let id = work::application(&program);
    let window = Window::sized(program, 1024, 640);
    window.open();
    window.go(&format!("record/{id}/way?2014-03-14"));
    window.sees("Calculado: Ingreso de la solicitud + 10 días naturales.");
    window.settle();
    keep(&window, "application-1024");
    window.axe("application, 1024 wide");
    let wide = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(window.script(wide, &[]), json!(true), "nothing scrolls sideways");
    window.script(
        "[...document.querySelectorAll('button')].find(b => b.textContent.trim() === 'Ver la cuenta').click()",
        &[],
    );
    window.wait_for(Role::Dialog, "Cómo se contó");
    window.sees("día cero");
    window.settle();
    keep(&window, "application-count");
    window.axe("a count");
    window.keys("\u{E00C}");
    window.wait_gone(Role::Dialog, "Cómo se contó");
    window.press("Pedir amparo por la omisión");
    window.until("a new record", |w| w.find(Role::Dialog, "").is_some());
    window.settle();
    keep(&window, "application-begun");
}

#[test]
fn the_clocks_of_a_record_stand_on_its_page_and_days_of_ones_own_move_them() {
    let program = Program::with_vault();
    let id = work::application(&program);
    let made =
        program.json(&["new", "information_request", "--set", "subject=Recursos", "--set", "filed_on=2026-09-01"]);
    let request = made["id"].as_str().unwrap().to_owned();
    let case = program.json(&["new", "case", "--set", "title=La Milpa", "--set", &format!("applications={id}")]);
    let case = case["id"].as_str().unwrap().to_owned();
    let window = Window::unlock(program);
    window.go(&format!("record/{case}/clocks?2014-03-14"));
    window.sees("venció hace 168 días");
    window.go(&format!("record/{request}/clocks?2026-09-10"));
    window.sees("20 días hábiles");
    window.settle();
    keep(&window, "clocks-request");
    window.axe("clocks of a request");
    assert!(!window.text().contains("Duelo nacional"));
    window.go("settings/calendar");
    window.sees("Ningún día anotado.");
    window.type_into("Primer día", "14 sep 2026");
    window.type_into("Motivo", "Duelo nacional");
    window.press("Agregar");
    window.sees("14 de septiembre de 2026");
    window.settle();
    keep(&window, "settings-calendar");
    window.axe("non-working days");
    window.go(&format!("record/{request}/clocks?2026-09-10"));
    window.sees("Duelo nacional");
    window.go("settings/calendar");
    window.press("Quitar 14 de septiembre de 2026");
    window.sees("Ningún día anotado.");
    window.press("Deshacer");
    window.sees("14 de septiembre de 2026");
}
