//! A small invented archive: a case with its incidents, persons and evidence, written through the command line.

use crate::Program;

/// The records a picture is taken of.
pub struct Scene {
    /// A case with everything.
    pub case: String,
    /// An incident with two acts.
    pub incident: String,
    /// A person.
    pub person: String,
}

/// Fills a vault. Names, places and cases are invented.
pub fn fill(program: &Program) -> Scene {
    let new = |kind: &str, sets: &[(&str, &str)]| -> String {
        let mut arguments = vec!["new".to_owned(), kind.to_owned()];
        for (field, value) in sets {
            arguments.push("--set".to_owned());
            arguments.push(format!("{field}={value}"));
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let made = program.json(&arguments);
        made["id"].as_str().expect("an id").to_owned()
    };
    program.json(&["writers", "add", "Inés"]);
    let person =
        new("person", &[("name", "Lucía Sánchez"), ("profile", "journalist"), ("sex", "female"), ("state", "20")]);
    let relative = new("person", &[("name", "Tomás Sánchez"), ("state", "20")]);
    let radio = new("collective", &[("name", "Radio comunitaria La Milpa"), ("state", "20")]);
    let threat = new(
        "incident",
        &[
            ("date", "2014-03-13"),
            ("state", "20"),
            ("municipality", "Tlaxiaco"),
            ("aggression", "threat.death"),
            ("victims", &person),
            (
                "facts",
                "Llegaron dos hombres en una moto al local de la radio, como a las seis. Preguntaron por la compañera que hace el noticiero y dijeron que si seguía con lo de la mina no iba a llegar al domingo.",
            ),
        ],
    );
    let earlier = new(
        "incident",
        &[
            ("date", "2013-11-30"),
            ("state", "20"),
            ("aggression", "threat"),
            ("victims", &person),
            ("facts", "Recibió un mensaje de texto con insultos y una advertencia."),
        ],
    );
    for (date, state, aggression, facts) in [
        ("2014-02", "12", "threat.death", "Una llamada de un número oculto."),
        ("2014-02-27", "30", "integrity.physical", "La golpearon al salir de la redacción."),
        ("2013-09-15", "20", "", "Entraron de noche a la casa y se llevaron la computadora."),
        ("2013~", "07", "threat", "Varios mensajes a lo largo del año."),
    ] {
        let mut sets = vec![("date", date), ("state", state), ("facts", facts), ("victims", relative.as_str())];
        if !aggression.is_empty() {
            sets.push(("aggression", aggression));
        }
        new("incident", &sets);
    }
    new(
        "evidence",
        &[
            ("title", "Captura del mensaje"),
            ("type", "screenshot"),
            ("taken_on", "2013-12-01"),
            ("incidents", &earlier),
        ],
    );
    new("document", &[("title", "Ley para la Protección de Personas Defensoras"), ("date", "2012-06-25")]);
    let case = new(
        "case",
        &[
            ("title", "Radio comunitaria La Milpa"),
            ("opened_on", "2013-09-17"),
            ("people", &person),
            ("incidents", &threat),
            (
                "summary",
                "Amenazas contra quienes hacen el noticiero, en relación con su cobertura de una concesión minera.",
            ),
            ("next_step", "Avisar de la prórroga"),
        ],
    );
    program.json(&[
        "new",
        "note",
        "--set",
        "title=Llamar a la radio",
        "--set",
        &format!("about={case}"),
        "--set",
        "date=2014-03-10",
    ]);
    let _radio = radio;
    Scene { case, incident: threat, person }
}
