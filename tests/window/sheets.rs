//! A spreadsheet comes in step by step, and is taken back.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};

const SHEET: &str = "Fecha de los hechos,Estado,Tipo de agresión,Nombre de la víctima,Relato,Obs. Lety
12/03/2013,Oaxaca,amenaza de muerte,Ana Pérez,La amenazaron,ojo
mar-13,Veracruz,allan. y robo,Beto Ruiz,Le robaron,
el otro día,Oaxaca,allan. y robo,s/d,Llegaron al local,checar
";

/// A window with a sheet to choose.
fn with_sheet(text: &str) -> Window {
    let program = Program::with_vault();
    std::fs::write(program.path("agresiones.csv"), text).unwrap();
    std::fs::write(program.path("answers"), format!("{}\n", program.path("agresiones.csv"))).unwrap();
    let window = Window::unlock(program);
    window.go("import");
    window.press("Elegir el archivo");
    window.wait_for(Role::Heading, "Columnas");
    window
}

/// How many incidents the vault holds once the window let it go.
fn incidents(window: Window) -> u64 {
    let program = window.close();
    let begun = std::time::Instant::now();
    while program.run(&["list", "incident"]).code != 0 {
        assert!(begun.elapsed() < resguardo_tests::window::PATIENCE, "the vault is still held");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    program.json(&["list", "incident"])["total"].as_u64().unwrap()
}

#[test]
fn a_sheet_is_read_put_right_brought_in_and_taken_back() {
    let window = with_sheet(SHEET);
    window.sees("muestra cubierta");
    assert!(!window.text().contains("Ana Pérez"), "{}", window.text());
    window.axe("import columns");
    window.sees("1 de 2 valores por ubicar");
    window.script("[...document.querySelectorAll('.offers .link')][0].click()", &[]);
    window.sees("Robo de información o equipo; Allanamiento de domicilio u oficina");
    window.settle();
    window.press("Revisar 3 filas");
    window.sees("una celda por ver");
    window.axe("import review");
    window.type_into("Qué debe decir A4", "marzo de 2013\u{E007}");
    window.sees("ninguna celda por ver");
    window.press("Importar 3 filas");
    window.wait_for(Role::Heading, "Entraron 3 filas");
    window.axe("import done");
    window.press("Deshacer la importación");
    window.sees("registros a la papelera");
    assert_eq!(incidents(window), 0);
}

#[test]
fn five_thousand_rows_are_rearranged_and_stopped_without_waiting() {
    let rows: String = (0..5000).map(|row| format!("2013-01-{:02},Oaxaca,relato {row}\n", row % 28 + 1)).collect();
    let window = with_sheet(&format!("Fecha de los hechos,Estado,Relato\n{rows}"));
    let choose = "const select = document.querySelectorAll('table select')[2];
        select.value = '-'; select.dispatchEvent(new Event('change', {bubbles: true}))";
    window.script(choose, &[]);
    let waited = window.sees("no se importa");
    assert!(waited.as_millis() < 1000, "{waited:?}");
    window.press("Revisar 5,000 filas");
    window.press("Importar 5,000 filas");
    window.press("Parar");
    window.wait_for(Role::Heading, "Parada: entraron");
    let heading = window.script("return document.querySelector('.body h2').textContent", &[]);
    let told: String = heading.as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(incidents(window), told.parse::<u64>().unwrap(), "exactly the rows it counted are in");
}
