//! A list and a report leave: what stays beside what leaves, the pages, the file.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window};

/// A window over two incidents, one of them with somebody's name.
fn with_records(answers: &[&str]) -> Window {
    let program = Program::with_vault();
    let sheet = program.path("hoja.csv");
    let rows =
        "Fecha,Estado,Nombre de la víctima,Relato\n8/3/2014,Oaxaca,Lucía Sánchez,La siguieron\n2013,Puebla,,Otra\n";
    std::fs::write(&sheet, rows).unwrap();
    program.json(&["import", &sheet, "--kind", "incident"]);
    let lines: String = answers.iter().map(|name| format!("{}\n", program.path(name))).collect();
    std::fs::write(program.path("answers"), lines).unwrap();
    Window::unlock(program)
}

#[test]
fn a_list_leaves_after_the_person_saw_what_leaves_of_each_record() {
    let window = with_records(&["lista.csv"]);
    window.go("export");
    window.wait_for(Role::Heading, "Exportar incidentes");
    window.sees("no sale");
    window.sees("marzo de 2014");
    assert!(!window.text().contains("Sánchez"), "{}", window.text());
    window.axe("export");
    window.click(Role::Choice, "Texto (CSV)");
    window.press("Guardar 2 en un archivo");
    window.sees("lista.csv");
    let written = std::fs::read_to_string(window.program.path("lista.csv")).unwrap();
    assert!(written.contains("Oaxaca") && !written.contains("Sánchez"), "{written}");
    drop(window.close());
}

#[test]
fn a_report_shows_its_pages_before_it_is_written() {
    let window = with_records(&["informe.pdf"]);
    window.go("report");
    window.wait_for(Role::Heading, "Informe de incidentes");
    window.sees("2 eventos");
    window.type_into("Desde", "2014");
    window.sees("Un incidente queda fuera del periodo.");
    window.click(Role::Choice, "Páginas");
    let drawn =
        "const page = document.querySelector('img.page'); return !!page && page.complete && page.naturalWidth > 500";
    window.until("a page", |window| window.script(drawn, &[]) == true);
    window.axe("report pages");
    window.press("Guardar el informe");
    window.sees("informe.pdf");
    assert!(std::fs::read(window.program.path("informe.pdf")).unwrap().starts_with(b"%PDF-"));
    drop(window.close());
}
