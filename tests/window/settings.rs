//! Settings and help.

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{PASSPHRASE, Program};

const F1: &str = "\u{E031}";
const ESCAPE: &str = "\u{E00C}";

fn place(window: &Window, place: &str) {
    window.script("location.hash = arguments[0]", &[format!("/{place}").into()]);
}

#[test]
fn language_theme_and_text_size_change_while_one_looks() {
    let window = Window::unlocked();
    place(&window, "settings/looks");
    window.wait_for(Role::Heading, "Ajustes");
    window.axe("settings looks");
    window.click(Role::Choice, "Oscuro");
    window.until("the dark theme", |w| w.script("return document.documentElement.dataset.theme", &[]) == "dark");
    window.axe("settings looks, dark");
    window.click(Role::Choice, "200");
    window
        .until("large text", |w| w.script("return getComputedStyle(document.documentElement).fontSize", &[]) == "28px");
    window.axe("settings looks, large");
    window.click(Role::Choice, "100");
    window.click(Role::Choice, "English");
    window.wait_for(Role::Heading, "Settings");
    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, "Passphrase");
    window.type_into("Passphrase", PASSPHRASE);
    window.press("Open");
    window.wait_for(Role::Navigation, "Sections");
}

#[test]
fn persons_are_added_chosen_and_retired() {
    let window = Window::unlocked();
    place(&window, "settings/persons");
    window.wait_for(Role::Heading, "Quiénes escriben en esta laptop");
    window.type_into("Nombre o apodo", "Inés\u{E007}");
    window.wait_for(Role::Button, "Retirar de la lista: Inés");
    window.axe("settings persons");
    window.press("Escribir con este nombre: Inés");
    window.sees("escribe ahora");
    window.press("Retirar de la lista: Inés");
    window.wait_for(Role::Dialog, "¿Retirar de la lista a Inés?");
    window.axe("settings retire");
    window.press("No retirar");
    window.wait_gone(Role::Dialog, "¿Retirar");
    window.press("Retirar de la lista: Inés");
    window.wait_for(Role::Dialog, "¿Retirar de la lista a Inés?");
    std::thread::sleep(std::time::Duration::from_millis(600));
    window.press("Retirar de la lista");
    window.wait_for(Role::Heading, "Ya no escriben aquí");
}

#[test]
fn the_passphrase_is_changed_from_the_window_and_only_the_new_one_opens() {
    let window = Window::unlocked();
    place(&window, "settings/unlocking");
    window.retype("Minutos", "90\u{E004}");
    window.sees("Escribe un número entero de 1 a 60");
    window.retype("Minutos", "12\u{E004}");
    window.sees("Ya está guardado en esta laptop");
    window.press("Cambiar la frase");
    window.axe("settings passphrase");
    let next = "seis nubes lentas bajo granizo verde";
    window.type_into("Frase de paso actual", "no es esta frase");
    window.type_into("Frase de paso nueva", next);
    window.type_into("Otra vez la frase", next);
    window.press("Cambiar la frase");
    window.sees("no corresponde");
    window.retype("Frase de paso actual", PASSPHRASE);
    window.press("Cambiar la frase");
    window.sees("La frase cambió");
    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, "Frase de paso");
    window.type_into("Frase de paso", PASSPHRASE);
    window.press("Abrir");
    window.sees("No se pudo abrir");
    window.retype("Frase de paso", next);
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");
}

#[test]
fn new_words_open_the_vault_and_the_old_ones_do_not() {
    let window = Window::unlocked();
    place(&window, "settings/unlocking");
    window.press("Hacer doce palabras nuevas");
    window.type_into("Frase de paso actual", PASSPHRASE);
    window.press("Mostrar las palabras");
    window.wait_for(Role::Button, "Comprobar tres palabras");
    window.axe("settings words");
    let words = texts(&window, "ol.words .mono");
    window.press("Comprobar tres palabras");
    window.wait_for(Role::Textbox, "Palabra");
    for (place, word) in (1..).zip(&words) {
        let label = format!("Palabra {place}");
        if texts(&window, "label").contains(&label) {
            window.type_into(&label, word);
        }
    }
    window.press("Comprobar");
    window.sees("Desde ahora sólo sirven las doce palabras nuevas");
    window.keys("\u{E009}l");
    window.press("Abrir con las doce palabras");
    let next = "seis nubes lentas bajo granizo verde";
    window.type_into("Las doce palabras", &words.join(" "));
    window.type_into("Frase de paso nueva", next);
    window.type_into("Otra vez la frase", next);
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");
}

/// The texts of the elements of a selector.
fn texts(window: &Window, selector: &str) -> Vec<String> {
    let found = window
        .script("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", &[selector.into()]);
    found.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_archive_is_verified_and_the_program_says_whose_work_it_is() {
    let window = Window::unlocked();
    place(&window, "settings/copy");
    let copies = window.program.path("copias");
    std::fs::create_dir(&copies).unwrap();
    std::fs::write(window.program.path("answers"), format!("{copies}\n")).unwrap();
    window.sees("Sin copia todavía");
    window.press("Hacer una copia sellada");
    window.sees("La copia se leyó otra vez y es igual");
    window.sees("Copia de hoy");
    assert_eq!(std::fs::read_dir(&copies).unwrap().count(), 1);
    window.press("Verificar ahora");
    window.sees("Todo está como se escribió");
    window.axe("settings archive");
    place(&window, "settings/about");
    window.sees("OFL 1.1");
    window.sees("Lucide");
    window.axe("settings about");
}

#[test]
fn help_tells_the_keys_and_the_page_of_the_screen_one_is_on() {
    let window = Window::unlocked();
    place(&window, "settings");
    window.wait_for(Role::Heading, "Ajustes");
    window.keys(F1);
    window.wait_for(Role::Dialog, "Ajustes");
    window.sees("Personas que escriben");
    window.axe("help sheet");
    window.click(Role::Tab, "Teclas de esta pantalla");
    window.sees("Cerrar en pánico");
    window.axe("help sheet, keys");
    window.keys(ESCAPE);
    window.wait_gone(Role::Dialog, "Ajustes");
    window.keys(F1);
    window.click(Role::Link, "Abrir toda la ayuda");
    window.wait_for(Role::Navigation, "Páginas de ayuda");
    window.wait_for(Role::Textbox, "Buscar en la ayuda");
    window.type_into("Buscar en la ayuda", "panico");
    window.click(Role::Link, "Abrir, cerrar y la tecla de pánico");
    window.sees("Practícala");
    window.axe("help");
}

#[test]
fn after_a_panic_lock_nothing_is_said_until_somebody_types() {
    let program = Program::with_vault();
    let window = Window::unlock(program);
    window.keys("\u{E009}\u{E008}l");
    window.wait_for(Role::Textbox, "Frase de paso");
    assert!(window.find(Role::Button, "Abrir").is_none(), "{}", window.text());
    assert!(window.find(Role::Button, "English").is_none(), "{}", window.text());
    window.axe("panic");
    window.type_into("Frase de paso", PASSPHRASE);
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");
}

/// Chooses a value of a list that opens, found by its label.
fn choose(window: &Window, label: &str, option: &str) {
    let script = "const [wanted, option] = arguments;
        const list = [...document.querySelectorAll('dialog[open] select')].find(s => s.labels[0]?.textContent.trim() === wanted);
        const value = [...list.options].find(o => o.textContent.trim() === option).value;
        list.value = value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    window.script(script, &[label.into(), option.into()]);
}

#[test]
fn u24_a_field_and_a_term_are_added_renamed_and_retired_in_settings() {
    let window = Window::sized(Program::with_vault(), 1024, 640);
    window.open();
    window.go("settings/fields");
    window.wait_for(Role::Heading, "Campos propios");
    window.sees("La organización no ha agregado campos.");
    window.axe("settings fields, empty");
    window.press("Agregar un campo");
    window.wait_for(Role::Dialog, "Campo nuevo");
    window.axe("new field, empty");
    choose(&window, "Tipo de registro", "Incidente");
    choose(&window, "Qué guarda", "Opción de una lista");
    window.type_into("Nombre", "Lengua de la persona");
    window.type_into("Términos de la lista", "Náhuatl\u{E007}Tsotsil");
    window.click(Role::Choice, "La captura rápida lo pide");
    window.sees("Así se verá");
    window.axe("new field, written");
    std::fs::write("/tmp/own-new-field.png", window.picture()).unwrap();
    window.click(Role::Button, "Agregar un campo");
    window.wait_gone(Role::Dialog, "Campo nuevo");
    window.wait_for(Role::Button, "Retirar: Lengua de la persona");
    window.wait_for(Role::Button, "Retirar: Tsotsil");
    window.press("Agregar un término");
    window.wait_for(Role::Dialog, "Término nuevo");
    choose(&window, "Lista", "Lengua de la persona");
    window.type_into("Nombre", "Zoque");
    window.axe("new term");
    window.press("Agregar un término");
    window.wait_gone(Role::Dialog, "Término nuevo");
    window.wait_for(Role::Button, "Retirar: Zoque");
    // It is in capture at once, with its terms.
    window.keys("\u{E009}n");
    window.keys("i");
    window.wait_for(Role::Dialog, "Incidente nuevo");
    window.type_into("Lengua de la persona", "zoq");
    window.wait_for(Role::Option, "Zoque");
    window.keys("\u{E007}");
    window.sees("Guardado en esta laptop");
    window.keys("\u{E009}\u{E007}");
    window.wait_gone(Role::Dialog, "Incidente nuevo");
    window.go("settings/fields");
    window.sees("En 1 registro");
    window.press("Cambiar nombre: Zoque");
    window.wait_for(Role::Dialog, "Cambiar nombre");
    window.retype("Nombre", "Zoque de Chiapas");
    window.axe("rename");
    window.press("Guardar nombre");
    window.wait_for(Role::Button, "Retirar: Zoque de Chiapas");
    window.press("Retirar: Zoque de Chiapas");
    window.wait_for(Role::Button, "Volver a ofrecer: Zoque de Chiapas");
    window.press("Retirar: Lengua de la persona");
    window.wait_for(Role::Button, "Volver a ofrecer: Lengua de la persona");
    window.axe("settings fields, light");
    std::fs::write("/tmp/own-fields-es.png", window.picture()).unwrap();
    window.wear("en", "dark", 100);
    window.wait_for(Role::Heading, "Own fields");
    window.axe("settings fields, dark, English");
    std::fs::write("/tmp/own-fields-en-dark.png", window.picture()).unwrap();
    window.wear("es", "light", 200);
    window.wait_for(Role::Heading, "Campos propios");
    window.axe("settings fields, 200 %");
    std::fs::write("/tmp/own-fields-200.png", window.picture()).unwrap();
    window.press("Volver a ofrecer: Lengua de la persona");
    window.wait_for(Role::Button, "Retirar: Lengua de la persona");
}
