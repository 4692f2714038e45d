//! From the first run to a file that leaves, with the keyboard alone.

use resguardo_tests::PASSPHRASE;
use resguardo_tests::window::{PATIENCE, Role, Window};

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";

/// What the thing with the focus is called.
const NAME: &str = r"
const e = document.activeElement;
const words = s => (s ?? '').replace(/\s+/g, ' ').trim();
return words(e.getAttribute('aria-label') || [...(e.labels ?? [])].map(l => l.textContent).join(' ') || e.textContent);";

/// Presses Tab until the focus is on it.
fn to(window: &Window, name: &str) {
    let begun = std::time::Instant::now();
    let mut passed = Vec::new();
    loop {
        let here = window.script(NAME, &[]).as_str().unwrap_or_default().to_owned();
        if here.starts_with(name) {
            return;
        }
        passed.push(here);
        assert!(begun.elapsed() < PATIENCE * 2, "Tab never came to «{name}»: {passed:?}");
        window.keys(TAB);
    }
}

#[test]
fn the_keyboard_alone_leads_from_the_first_run_to_a_file() {
    let window = Window::empty();
    std::fs::write(window.program.path("answers"), format!("{}\n", window.program.path("lista.csv"))).unwrap();
    window.wait_for(Role::Heading, "¿De quién son estos registros?");
    to(&window, "Organización");
    window.keys("Casa Ahuehuete");
    to(&window, "Apodo");
    window.keys("Jacaranda");
    to(&window, "Persona que escribe 1");
    window.keys("Ana");
    to(&window, "Seguir");
    window.keys(ENTER);
    window.wait_for(Role::Heading, "Una frase que sólo tú conozcas");
    to(&window, "Frase de paso");
    window.keys(PASSPHRASE);
    to(&window, "Otra vez la frase");
    window.keys(PASSPHRASE);
    window.sees("Hacer la bóveda");
    window.keys(ENTER);
    window.wait_for(Role::Heading, "Estas doce palabras");
    let words = window.script("return [...document.querySelectorAll('ol.words .mono')].map(e => e.textContent)", &[]);
    to(&window, "Ya las tengo en papel");
    window.keys(" ");
    to(&window, "Comprobar tres palabras");
    window.keys(ENTER);
    window.wait_for(Role::Heading, "Tres de las palabras");
    let asked =
        window.script("return [...document.querySelectorAll('label')].map(e => +e.textContent.split(' ')[1])", &[]);
    for place in asked.as_array().unwrap() {
        let place = usize::try_from(place.as_u64().unwrap()).unwrap();
        to(&window, &format!("Palabra {place}"));
        window.keys(words[place - 1].as_str().unwrap());
    }
    window.keys(ENTER);
    window.wait_for(Role::Heading, "¿Con qué empezar?");
    to(&window, "Abrir");
    window.keys(ENTER);
    window.wait_for(Role::Navigation, "Secciones");

    window.keys("\u{E009}n");
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.keys("i");
    window.wait_for(Role::Dialog, "Incidente nuevo");
    window.keys("Llegaron dos hombres en una moto.");
    to(&window, "Fecha");
    window.keys("marzo de 2014");
    to(&window, "Estado");
    window.keys("oax");
    window.wait_for(Role::Option, "Oaxaca");
    window.keys(ENTER);
    to(&window, "Tipo de agresión");
    window.keys("amenaza de mu");
    window.wait_for(Role::Option, "Amenaza de muerte");
    window.keys(ENTER);
    window.keys("\u{E009}\u{E007}");
    window.wait_for(Role::Heading, "marzo de 2014");
    window.keys("\u{E009}k");
    window.wait_for(Role::Dialog, "Buscar");
    window.keys("incidentes");
    window.wait_for(Role::Option, "Incidentes");
    window.keys(ENTER);
    window.wait_for(Role::Heading, "Incidentes");
    window.sees("1 registro");
    to(&window, "Exportar lo que se ve");
    window.keys(ENTER);
    window.wait_for(Role::Heading, "Exportar incidentes");
    window.sees("no sale");
    to(&window, "Hoja (XLSX)");
    window.keys("\u{E014}");
    to(&window, "Guardar 1 en un archivo");
    window.keys(ENTER);
    window.sees("lista.csv");
    let written = std::fs::read_to_string(window.program.path("lista.csv")).unwrap();
    assert!(written.contains("Oaxaca"), "{written}");
    window.keys("\u{E009}l");
    window.sees("Abrir en «Jacaranda»");
}
