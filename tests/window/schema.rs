//! A kind and a field more in a copy of assets/schema, and nothing else: they are in capture, list, page and export.

use resguardo_tests::Program;
use resguardo_tests::window::{Role, Window, root};

const KIND: &str = r#"
id = "vehicle"
label = { es = "Vehículo", en = "Vehicle" }
plural = { es = "Vehículos", en = "Vehicles" }
help = { es = "Un vehículo visto cerca de los hechos.", en = "A vehicle seen near the events." }
title = ["plate", "colour"]
internal = false
letter = "V"
family = "casework"
order = 12

[[field]]
id = "plate"
list = 1
capture = 1
type = "text"
label = { es = "Placas", en = "Plate" }
sensitivity = "restricted"
group = "what"

[[field]]
id = "colour"
list = 2
capture = 2
type = "text"
label = { es = "Color", en = "Colour" }
sensitivity = "restricted"
group = "what"
"#;

const FIELD: &str = r#"
[[field]]
id = "weather"
list = 2
capture = 3
type = "text"
label = { es = "Clima", en = "Weather" }
help = { es = "Si llovía, si era de noche.", en = "Whether it rained, whether it was dark." }
sensitivity = "restricted"
group = "where_when"
"#;

#[test]
fn a_kind_and_a_field_more_are_drawn_from_the_schema_alone() {
    let program = Program::with_vault();
    let schema = program.folder().join("schema");
    std::fs::create_dir(&schema).unwrap();
    for file in std::fs::read_dir(root().join("assets/schema")).unwrap().flatten() {
        let text = std::fs::read_to_string(file.path()).unwrap();
        let more = if file.file_name() == "incident.toml" { FIELD } else { "" };
        std::fs::write(schema.join(file.file_name()), text + more).unwrap();
    }
    std::fs::write(schema.join("vehicle.toml"), KIND).unwrap();
    std::fs::write(program.path("answers"), format!("{}\n", program.path("lista.csv"))).unwrap();
    let folder = schema.display().to_string();
    let window = Window::with(program, (1366, 768), &[("RESGUARDO_AUTOMATION_SCHEMA", &folder)]);
    window.open();
    window.keys("\u{E009}n");
    window.wait_for(Role::Dialog, "¿Qué se va a registrar?");
    window.keys("v");
    window.wait_for(Role::Dialog, "Vehículo: nuevo registro");
    window.type_into("Placas", "TLX-40-71");
    window.type_into("Color", "gris");
    window.keys("\u{E009}\u{E007}");
    window.wait_for(Role::Heading, "TLX-40-71");
    window.click(Role::Tab, "Datos");
    window.sees("gris");
    window.go("list/vehicle");
    window.wait_for(Role::Heading, "Vehículos");
    window.sees("TLX-40-71");
    window.keys("\u{E009}n");
    window.keys("i");
    window.wait_for(Role::Dialog, "Incidente nuevo");
    window.type_into("Fecha", "marzo de 2014");
    window.type_into("Clima", "Llovía mucho");
    window.keys("\u{E009}\u{E007}");
    window.click(Role::Tab, "Datos");
    window.sees("Llovía mucho");
    window.go("list/incident");
    window.wait_for(Role::Button, "Clima");
    window.sees("Llovía mucho");
    window.press("Exportar");
    window.wait_for(Role::Heading, "Exportar incidentes");
    window.sees("Clima");
    window.click(Role::Choice, "Completa");
    window.sees("Llovía mucho");
    window.click(Role::Choice, "Texto (CSV)");
    window.press("Guardar 1 en un archivo");
    window.sees("lista.csv");
    let written = std::fs::read_to_string(window.program.path("lista.csv")).unwrap();
    assert!(written.contains("Clima") && written.contains("Llovía mucho"), "{written}");
}
