//! What people do with the window, from the first run to the export.

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{PASSPHRASE, Program, scene};

const SHEET: &str = "Fecha de los hechos,Estado,Tipo de agresión,Nombre de la víctima,Relato\n\
12/03/2013,Oaxaca,amenaza de muerte,Ana Pérez,La amenazaron\n\
mar-13,Veracruz,la hostigaron feo,Beto Ruiz,Le robaron la cuenta\n\
el otro día,Oaxaca,amenazas,s/d,Llegaron al local\n";

#[test]
fn an_aggression_is_written_down_found_locked_away_and_still_there() {
    let window = Window::unlocked();
    window.sees("Qué hacer primero");
    window.axe("today, the first time");
    window.keys("\u{E009}n");
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.keys("i");
    window.wait_for(Role::Dialog, "Incidente");
    window.axe("capture");
    window.type_into("Hechos", "Llegaron dos hombres en una moto al local de la radio.");
    window.type_into("Fecha", "ayer");
    window.sees("Guardado en esta laptop");
    window.type_into("Tipo de agresión", "amenaza de mu");
    window.wait_for(Role::Option, "Amenaza de muerte");
    window.keys("\u{E007}");
    window.type_into("Municipio", "Tlaxiaco");
    window.keys("\u{E009}\u{E007}");
    window.wait_for(Role::Tab, "Datos");
    window.click(Role::Tab, "Datos");
    window.sees("Tlaxiaco");
    window.sees("Amenaza de muerte");
    window.axe("record");
    window.keys("\u{E009}k");
    window.wait_for(Role::Dialog, "Buscar");
    window.type_into("Buscar o ir a", "moto");
    window.wait_for(Role::Option, "Amenaza de muerte");
    window.axe("command bar");
    window.keys("\u{E00C}");
    window.keys("\u{E009}l");
    window.type_into("Frase de paso", "otra frase que no es");
    window.press("Abrir");
    window.sees("No se pudo abrir");
    window.retype("Frase de paso", PASSPHRASE);
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");
    window.go("list/incident");
    window.sees("Amenaza de muerte");
    window.sees("1 evento");
    window.axe("list");
}

#[test]
fn u05_a_sentence_half_written_comes_back_after_the_lock() {
    let window = Window::unlocked();
    window.keys("\u{E009}n");
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.keys("i");
    window.wait_for(Role::Dialog, "Incidente");
    window.type_into("Hechos", "Preguntaron por la compañera que hace el noticiero y dij");
    std::thread::sleep(std::time::Duration::from_millis(150));
    window.keys("\u{E009}\u{E008}l");
    let taken = window.until("the lock window", |window| window.find(Role::Textbox, "Frase de paso").is_some());
    assert!(taken < std::time::Duration::from_secs(3));
    assert!(!window.text().contains("¿Olvidaste"), "a lock in a hurry says nothing");
    let mut found = false;
    for entry in std::fs::read_dir(window.program.vault()).unwrap().flatten() {
        let bytes = std::fs::read(entry.path()).unwrap_or_default();
        found |= bytes.windows(9).any(|part| part == "compañera".as_bytes().get(..9).unwrap());
    }
    assert!(!found, "in clear on disk");
    window.open();
    window.wait_for(Role::Dialog, "Incidente");
    assert_eq!(window.value("Hechos"), "Preguntaron por la compañera que hace el noticiero y dij");
}

#[test]
fn a_sheet_comes_in_and_is_taken_back() {
    let window = Window::unlocked();
    std::fs::write(window.program.path("agresiones.csv"), SHEET).unwrap();
    std::fs::write(window.program.path("answers"), format!("{}\n", window.program.path("agresiones.csv"))).unwrap();
    window.go("import/incident");
    window.axe("import, file");
    window.press("Elegir el archivo");
    window.sees("Columnas y valores");
    window.sees("la hostigaron feo");
    assert!(!window.text().contains("Ana Pérez"), "samples of names are covered");
    window.axe("import, columns");
    window.press("Revisar 3 filas");
    window.sees("el otro día");
    window.axe("import, review");
    window.type_into("Qué debe decir A4", "marzo de 2013\u{E007}");
    window.sees("ninguna celda por ver");
    window.press("Importar 3 filas");
    window.sees("Entraron 3 filas");
    window.axe("import, done");
    window.press("Ver la lista");
    window.sees("3 eventos");
    window.go("import");
    window.press("Deshacer la importación");
    window.sees("registros a la papelera");
    window.go("list/incident");
    window.sees("Todavía no hay incidentes");
}

#[test]
fn a_picture_is_seen_covered_in_part_and_the_original_stays() {
    let window = Window::unlocked();
    window.keys("\u{E009}n");
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.keys("i");
    window.wait_for(Role::Dialog, "Incidente");
    window.type_into("Hechos", "Pintaron la puerta.");
    window.keys("\u{E009}\u{E007}");
    window.wait_for(Role::Tab, "Archivos");
    let picture = resguardo_tests::window::root().join("src-tauri/icons/icon.png");
    std::fs::copy(picture, window.program.path("puerta.png")).unwrap();
    std::fs::write(window.program.path("foto.jpg"), "<html><script>1</script>").unwrap();
    let files = format!("{}\n{}\n\n", window.program.path("puerta.png"), window.program.path("foto.jpg"));
    std::fs::write(window.program.path("answers"), files).unwrap();
    window.click(Role::Tab, "Archivos");
    window.press("Agregar");
    window.sees("puerta.png");
    window.sees("Se llama como una imagen y no lo es");
    window.until("the picture", |window| {
        window.script("return [...document.images].some(i => i.complete && i.naturalWidth > 0)", &[]) == true
    });
    window.axe("files");
    window.press("Tapar partes");
    window.wait_for(Role::Dialog, "Tapar partes");
    window.script("document.querySelector('[role=application]').focus()", &[]);
    window.keys("\u{E007}");
    window.sees("Un recuadro");
    window.press("Crear la copia tapada");
    window.sees("puerta-tapada.png");
}

#[test]
fn language_and_theme_are_switched_while_it_is_open() {
    let window = Window::unlocked();
    window.wear("en", "dark", 100);
    window.sees("What to do first");
    let theme = window.script("return document.documentElement.dataset.theme + document.documentElement.lang", &[]);
    assert_eq!(theme, "darken");
    for place in ["today", "list/incident", "list/person", "import", "report", "library", "settings", "help/list"] {
        window.go(place);
        window.axe(&format!("{place}, dark"));
    }
}

#[test]
fn every_screen_of_a_full_archive_is_clean_and_holds_at_double_size() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::sized(program, 1024, 640);
    window.open();
    let places = [
        "today".to_owned(),
        "list/incident".to_owned(),
        "list/person".to_owned(),
        "library".to_owned(),
        "report".to_owned(),
        format!("record/{}", scene.case),
        format!("record/{}/fields", scene.incident),
        format!("record/{}/history", scene.incident),
        format!("record/{}/links", scene.person),
    ];
    for place in &places {
        window.go(place);
        window.axe(place);
    }
    window.wear("es", "light", 200);
    for place in &places {
        window.go(place);
        let wide =
            window.script("return document.documentElement.scrollWidth <= document.documentElement.clientWidth", &[]);
        assert_eq!(wide, true, "{place} is wider than the window at 200 %");
    }
}

#[test]
fn an_identity_is_shown_only_with_a_reason() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::unlock(program);
    window.go(&format!("record/{}", scene.person));
    assert!(!window.text().contains("Lucía"));
    window.press("Mostrar identidades");
    window.wait_for(Role::Dialog, "Mostrar identidades");
    window.axe("reveal");
    window.type_into("O con tus palabras", "Llamada de seguimiento");
    window.press("Mostrar");
    window.sees("Lucía Sánchez");
}
