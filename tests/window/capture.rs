//! Quick capture: what is written is saved as it is, and a lock loses no letter.

use resguardo_tests::window::{Role, Window};

fn begin(window: &Window, letter: &str) {
    window.sees("Qué hacer primero");
    window.keys("\u{E009}n");
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.wait_for(Role::Button, "Incidente");
    window.keys(letter);
    window.wait_for(Role::Dialog, "Incidente nuevo");
}

#[test]
fn what_is_written_is_saved_without_a_button_and_closed_with_esc() {
    let window = Window::unlocked();
    begin(&window, "i");
    window.keys("Llegaron dos hombres en una moto.");
    window.sees("Guardado en esta laptop");
    window.type_into("Fecha", "hacia 2013");
    window.sees("sin mes");
    window.wait_for(Role::Textbox, "Municipio");
    window.type_into("Tipo de agresión", "hostigamiento raro");
    window.wait_for(Role::Option, "Guardar «hostigamiento raro» tal cual");
    window.keys("\u{E007}");
    window.type_into("Víctimas", "Lucía Sánchez");
    window.wait_for(Role::Option, "Persona");
    window.click(Role::Option, "Persona");
    window.sees("Lucía Sánchez");
    window.axe("capture, filled");
    window.keys("\u{E00C}");
    window.wait_gone(Role::Dialog, "Incidente nuevo");
    window.go("list/incident");
    window.sees("hacia 2013");
    window.sees("hostigamiento raro");
    window.go("list/person");
    window.sees("1 registro");
}

#[test]
fn a_date_alone_and_control_enter_make_a_record() {
    let window = Window::unlocked();
    begin(&window, "i");
    window.type_into("Fecha", "marzo 2014");
    window.keys("\u{E009}\u{E007}");
    window.wait_for(Role::Tab, "Datos");
    window.sees("marzo de 2014");
}

#[test]
fn forty_pictures_at_once_are_forty_drafts_of_evidence() {
    let window = Window::unlocked();
    let picture = resguardo_tests::window::root().join("src-tauri/icons/icon.png");
    let mut list = String::new();
    for number in 1..=40 {
        let path = window.program.path(&format!("foto-{number:02}.png"));
        std::fs::copy(&picture, &path).unwrap();
        list.push_str(&path);
        list.push('\n');
    }
    std::fs::write(window.program.path("answers"), format!("{list}\n")).unwrap();
    begin(&window, "i");
    window.press("Agregar");
    window.sees("40 archivos");
    window.keys("\u{E00C}");
    window.go("list/evidence");
    window.sees("40 registros");
}

#[test]
fn u05_text_and_caret_of_a_sheet_come_back_after_a_lock() {
    let window = Window::unlocked();
    begin(&window, "i");
    window.keys("Preguntaron por la compañera que hace el noticiero");
    window.keys("\u{E012}\u{E012}\u{E012}");
    std::thread::sleep(std::time::Duration::from_millis(60));
    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, "Frase de paso");
    window.open();
    window.wait_for(Role::Dialog, "Incidente nuevo");
    window.until("the text", |w| w.value("Hechos") == "Preguntaron por la compañera que hace el noticiero");
    window.until("the caret", |w| w.script("return document.activeElement.selectionStart", &[]) == 47);
    window.keys("X");
    assert_eq!(window.value("Hechos"), "Preguntaron por la compañera que hace el noticiXero");
}
