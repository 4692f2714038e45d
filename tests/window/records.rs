//! A record's page: fields changed in place, names covered, two versions settled, two records read as one.

use resguardo_tests::window::{PATIENCE, Role, Window};
use resguardo_tests::{Program, scene};

/// What the program says once the window let go of the vault.
fn after(program: &Program, arguments: &[&str]) -> String {
    let begun = std::time::Instant::now();
    loop {
        let answer = program.run(arguments);
        if answer.code == 0 {
            return answer.out;
        }
        assert!(begun.elapsed() < PATIENCE, "{}", answer.err);
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

fn id(made: &serde_json::Value) -> String {
    made["id"].as_str().unwrap().to_owned()
}

#[test]
fn u05_a_field_is_changed_in_its_place_and_a_lock_loses_no_letter() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::unlock(program);
    window.go(&format!("record/{}", scene.case));
    window.sees("174 días sin nada registrado");
    window.sees("Quién ve qué");
    window.sees("Sólo estadística: nada de este caso, sólo cuentas");
    window.sees("Antes de compartir");
    assert!(!window.text().contains("Lucía"), "who agreed to what is told without names");
    window.axe("case");
    window.click(Role::Tab, "Datos");
    window.press("Cambiar Siguiente paso");
    window.keys(" antes del lunes");
    std::thread::sleep(std::time::Duration::from_millis(60));
    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, "Frase de paso");
    window.open();
    window.until("the text", |w| w.value("Siguiente paso") == "Avisar de la prórroga antes del lunes");
    window.keys(" sin falta");
    window.axe("fields");
    window.keys("\u{E00C}");
    window.wait_for(Role::Button, "Cambiar Siguiente paso");
    window.sees("Avisar de la prórroga antes del lunes sin falta");
    window.keys("h");
    window.wait_for(Role::Dialog, "Historia de Siguiente paso");
    window.sees("Avisar de la prórroga antes del lunes sin falta");
    window.axe("history of a field");
    window.keys("\u{E00C}");
    window.press("Cambiar Siguiente paso");
    window.press("Siguiente paso: no hay dato");
    window.click(Role::Option, "No se sabe");
    window.press("Listo");
    window.sees("No se sabe");
}

#[test]
fn names_are_covered_until_a_reason_is_written_down() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::unlock(program);
    window.go(&format!("record/{}/fields", scene.person));
    window.wait_for(Role::Button, "Mostrar identidades");
    assert!(!window.text().contains("Lucía"), "covered");
    window.press("Mostrar identidades");
    window.wait_for(Role::Button, "Falta el motivo");
    window.axe("reveal");
    window.type_into("O con tus palabras", "Preparar la visita");
    window.press("Mostrar");
    window.wait_gone(Role::Dialog, "Mostrar identidades");
    window.sees("Lucía Sánchez");
    let program = window.close();
    let written = after(&program, &["list", "journal", "--json"]);
    assert!(written.contains("Preparar la visita"), "{written}");
}

#[test]
fn two_versions_are_settled_side_by_side() {
    let program = Program::with_vault();
    let one = id(&program.json(&[
        "new",
        "incident",
        "--set",
        "date=2014-03-08",
        "--set",
        "municipality=Chilpancingo",
        "--set",
        "facts=Recibió tres llamadas de un número oculto. Colgó.",
    ]));
    let other = id(&program.json(&[
        "new",
        "incident",
        "--set",
        "date=2014-03-09",
        "--set",
        "municipality=Iguala",
        "--set",
        "facts=Recibió llamadas de un número oculto. Colgó. Denunció al día siguiente.",
    ]));
    program.json(&["merge", &other, &one]);
    let window = Window::unlock(program);
    window.go(&format!("record/{one}"));
    window.click(Role::Link, "Dos versiones de 3 campos");
    window.wait_for(Role::Heading, "Dos versiones de 3 campos");
    window.wait_for(Role::Button, "Elige una versión");
    let chosen =
        window.script("return [...document.querySelectorAll('input[type=radio]')].filter(i => i.checked).length", &[]);
    assert_eq!(chosen, 0, "nothing is chosen beforehand");
    window.axe("versions");
    window.keys("1");
    window.keys("2");
    window.keys("3");
    window.retype("Hechos", "Recibió tres llamadas. Denunció al día siguiente.");
    window.press("Guardar las 3 decisiones");
    window.wait_for(Role::Tab, "Cronología");
    window.click(Role::Tab, "Datos");
    window.sees("Recibió tres llamadas. Denunció al día siguiente.");
    window.until("all settled", |w| !w.text().contains("Dos versiones"));
    let program = window.close();
    let shown = after(&program, &["show", &one, "--json"]);
    assert!(shown.contains("\"conflicts\": {}"), "{shown}");
}

#[test]
fn two_records_are_read_as_one_and_parted_again_from_the_page() {
    let program = Program::with_vault();
    let one = id(&program.json(&["new", "collective", "--set", "name=Radio La Milpa"]));
    let other =
        id(&program.json(&["new", "collective", "--set", "name=Radio comunitaria La Milpa", "--set", "state=20"]));
    let window = Window::unlock(program);
    window.go(&format!("merge/{other}/{one}"));
    window.sees("Nada se pierde");
    window.axe("merge");
    window.press("Unir");
    window.wait_for(Role::Tab, "Datos");
    window.sees("Se lee junto con");
    window.press("Separar");
    window.until("parted", |w| !w.text().contains("Se lee junto con"));
}

#[test]
fn a_link_says_how_certain_it_is() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::unlock(program);
    window.go(&format!("record/{}/links", scene.case));
    window.wait_for(Role::Heading, "Radio comunitaria");
    window.axe("links");
    window.script(
        "const s = document.querySelector('td select'); s.value = 'certainty-2'; s.dispatchEvent(new Event('change', {bubbles: true}))",
        &[],
    );
    std::thread::sleep(std::time::Duration::from_millis(700));
    let kept = window.script("return document.querySelector('td select').value", &[]);
    assert_eq!(kept, "certainty-2", "it is read again");
    let program = window.close();
    let shown = after(&program, &["show", &scene.case, "--json"]);
    assert!(shown.contains("\"certainty\": 2"), "{shown}");
}

#[test]
fn going_elsewhere_in_the_middle_of_a_word_keeps_it() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::unlock(program);
    window.go(&format!("record/{}/fields", scene.case));
    window.press("Cambiar Siguiente paso");
    window.keys(" ya");
    window.keys("\u{E009}1");
    window.wait_gone(Role::Tab, "Datos");
    window.go(&format!("record/{}/fields", scene.case));
    window.sees("Avisar de la prórroga ya");
    assert!(window.find(Role::Textbox, "Siguiente paso").is_none(), "it is not open any more");
}

#[test]
fn graphic_evidence_is_covered_until_asked_and_a_covered_copy_leaves_the_original_alone() {
    let program = Program::with_vault();
    let made = program.json(&[
        "new",
        "evidence",
        "--set",
        "title=La puerta",
        "--set",
        "graphic=yes",
        "--set",
        "description=Sangre en la puerta",
    ]);
    let evidence = id(&made);
    let picture = resguardo_tests::window::root().join("src-tauri/icons/icon.png");
    std::fs::copy(&picture, program.path("puerta.png")).unwrap();
    program.json(&["attach", &evidence, &program.path("puerta.png")]);
    let window = Window::unlock(program);
    window.go(&format!("record/{evidence}/files"));
    window.sees("Sangre en la puerta");
    let shown = "return [...document.images].some(i => i.complete && i.naturalWidth > 0)";
    window.settle();
    assert_eq!(window.script(shown, &[]), false, "covered");
    let hash = window.script("return document.querySelector('.hash').title", &[]);
    window.press("Mostrar");
    window.until("the picture", |w| w.script(shown, &[]) == true);
    window.axe("files");
    window.press("Tapar partes");
    window.wait_for(Role::Dialog, "Tapar partes");
    window.wait_for(Role::Button, "Falta un recuadro");
    window.keys("\u{E007}");
    window.wait_for(Role::Button, "Recuadro 1");
    window.keys("\u{E013}\u{E014}");
    window.axe("covering");
    window.type_into("Qué se tapó y por qué", "La cara de una persona");
    window.press("Crear la copia tapada");
    window.sees("puerta-tapada.png");
    window.click(Role::Tab, "Vínculos");
    window.click(Role::Link, "La puerta");
    window.click(Role::Tab, "Archivos");
    window.sees("puerta.png");
    assert_eq!(window.script("return document.querySelector('.hash').title", &[]), hash, "untouched");
}

#[test]
fn a_case_tells_who_sees_what_and_what_to_look_at_before_sharing() {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let consent =
        ["new", "consent", "--set", &format!("person={}", scene.person), "--set", "level=c1"].map(str::to_owned);
    let asked: Vec<&str> = consent.iter().map(String::as_str).collect();
    assert_eq!(program.run(&asked).code, 0);
    let window = Window::sized(program, 1024, 640);
    window.open();
    window.go(&format!("record/{}", scene.case));
    for told in [
        "Quién ve qué",
        "En esta laptop escribe: Inés",
        "Exportación completa: todo, también los nombres",
        "Sólo estadística: nada de este caso, sólo cuentas",
        "Antes de compartir",
        "nada registrado",
    ] {
        window.sees(told);
    }
    assert!(!window.text().contains("Lucía Sánchez:"), "who agreed is told by code while names are covered");
    window.axe("case, sharing");
    std::fs::write("/tmp/own-case-sharing.png", window.picture()).unwrap();
    window.wear("en", "dark", 100);
    window.go(&format!("record/{}", scene.case));
    window.sees("Who sees what");
    window.sees("Before sharing");
    window.axe("case, sharing, dark, English");
    std::fs::write("/tmp/own-case-sharing-dark.png", window.picture()).unwrap();
    window.wear("es", "light", 200);
    window.go(&format!("record/{}", scene.case));
    window.sees("Antes de compartir");
    window.axe("case, sharing, 200 %");
}
