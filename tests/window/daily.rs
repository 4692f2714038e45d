//! Daily work: calls answered on the first screen, the open work handed over, the sheet of calls, the calendar.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};
use resguardo_tests::work::{self, Work};
use serde_json::json;

use crate::look::{keep, look, look_large};

/// A desk where everything waits; gives the case and the call nobody answered.
fn at_work(answers: &[&str]) -> (Window, String, String) {
    let program = Program::with_vault();
    let Work { case, call } = work::desk(&program);
    let lines: String = answers.iter().map(|name| format!("{}\n", program.path(name))).collect();
    std::fs::write(program.path("answers"), lines).unwrap();
    (Window::unlock(program), case, call)
}

fn page_is_drawn(window: &Window) {
    let drawn =
        "const page = document.querySelector('img.page'); return !!page && page.complete && page.naturalWidth > 500";
    window.until("a page", |window| window.script(drawn, &[]) == true);
}

#[test]
fn a_call_nobody_answered_stands_first_and_is_answered_in_one_press() {
    let (window, ..) = at_work(&[]);
    look(&window, "today", "daily", [("es", "Llamadas sin respuesta"), ("en", "Check-ins without an answer")]);
    look_large(&window, "today", "daily", "Llamadas sin respuesta");
    window.go("today");
    window.wait_for(Role::Heading, "Llamadas sin respuesta");
    let first = window.script("return document.querySelector('.body h2').innerText", &[]);
    assert_eq!(first, json!("Llamadas sin respuesta"));
    window.sees("avisar a la coordinación");
    assert!(!window.text().contains("Lucía"), "a name stays covered");
    let press = |said: &str| {
        let find =
            "[...document.querySelectorAll('.answers button')].find(b => b.innerText.trim() === arguments[0]).click()";
        window.script(find, &[json!(said)]);
    };
    press("No contestó");
    window.sees("Anotado: no contestó");
    window.sees("Se activó el plan");
    press("Llamó");
    window.sees("respondió tarde");
    window.until("no call", |window| !window.text().contains("Llamadas sin respuesta"));
    window.press("Deshacer");
    window.sees("Llamadas sin respuesta");
    press("Reprogramar");
    window.press("En 30 minutos");
    window.sees("Llamada acordada para");
    window.until("no call", |window| !window.text().contains("Llamadas sin respuesta"));
    drop(window.close());
}

#[test]
fn the_open_work_of_a_case_is_handed_over_after_its_pages_were_seen() {
    let (window, case, _) = at_work(&["entrega.pdf", "entrega.docx"]);
    let place = format!("handover/{case}");
    look(&window, &place, "handover", [("es", "Entregar el trabajo abierto"), ("en", "Hand over the open work")]);
    look_large(&window, &place, "handover", "Entregar el trabajo abierto");
    window.go("today");
    window.go(&place);
    page_is_drawn(&window);
    window.sees("Llamadas de seguridad (2)");
    window.settle();
    keep(&window, "handover-page");
    window.type_into("Recibe", "Marcos");
    window.settle();
    window.press("Guardar la entrega");
    window.sees("entrega.pdf");
    assert!(std::fs::read(window.program.path("entrega.pdf")).unwrap().starts_with(b"%PDF-"));
    window.click(Role::Choice, "Completa");
    window.sees("Salen nombres");
    window.click(Role::Choice, "Word (DOCX)");
    window.settle();
    window.press("Guardar la entrega");
    window.sees("entrega.docx");
    assert!(std::fs::read(window.program.path("entrega.docx")).unwrap().starts_with(b"PK"));
    window.go(&format!("record/{case}"));
    window.press("Más");
    window.wait_for(Role::Button, "Entregar…");
    drop(window.close());
}

#[test]
fn a_sheet_of_calls_and_a_calendar_leave_after_they_were_seen() {
    let (window, _, call) = at_work(&["llamadas.pdf", "fechas.ics"]);
    let place = format!("calls/{call}");
    look(&window, &place, "calls", [("es", "Hoja de llamadas"), ("en", "Sheet of calls")]);
    look_large(&window, &place, "calls", "Hoja de llamadas");
    window.go("today");
    window.go(&place);
    page_is_drawn(&window);
    window.click(Role::Choice, "Completa");
    window.settle();
    page_is_drawn(&window);
    window.settle();
    keep(&window, "calls-page");
    window.press("Guardar la hoja");
    window.sees("llamadas.pdf");
    assert!(std::fs::read(window.program.path("llamadas.pdf")).unwrap().starts_with(b"%PDF-"));

    look(&window, "ics", "ics", [("es", "Llevar a mi calendario"), ("en", "Take to my calendar")]);
    look_large(&window, "ics", "ics", "Llevar a mi calendario");
    window.go("today");
    window.go("ics");
    window.sees("Llamar · P-");
    assert!(!window.text().contains("Lucía") && !window.text().contains("Milpa"));
    window.press("Guardar el calendario");
    window.sees("fechas.ics");
    let text = std::fs::read_to_string(window.program.path("fechas.ics")).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR") && !text.contains("Lucía"), "{text}");
    drop(window.close());
}

#[test]
fn where_more_waits_than_is_shown_a_section_unfolds_in_place() {
    let program = Program::with_vault();
    for days in 11..22 {
        let day = (chrono::Local::now() - chrono::TimeDelta::days(days)).format("received=%Y-%m-%d").to_string();
        program.json(&["new", "application", "--set", &day, "--set", "procedure=ordinary"]);
    }
    let window = Window::unlock(program);
    window.sees("y 3 más");
    let lines = "return document.querySelectorAll('[data-section=clocks] > li').length";
    assert_eq!(window.script(lines, &[]), json!(8));
    window.script("[...document.querySelectorAll('button')].find(b => b.textContent === 'y 3 más').focus()", &[]);
    window.keys("\u{E007}");
    window.sees("Mostrar menos");
    assert_eq!(window.script(lines, &[]), json!(11));
    let at = "return [...document.querySelectorAll('[data-section=clocks] > li a')].indexOf(document.activeElement)";
    window.until("the first line that was not shown", |window| window.script(at, &[]) == json!(8));
    window.axe("a section unfolded");
    keep(&window, "today-unfolded");
    window.press("Mostrar menos");
    window.sees("y 3 más");
    drop(window.close());
}
