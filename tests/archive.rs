//! An invented archive as full as the drawings of the window show one, written through the command line.

use crate::Program;

/// The records a picture is taken of.
pub struct Archive {
    /// A case that much belongs to.
    pub case: String,
    /// An incident with two acts, a consent and evidence.
    pub incident: String,
    /// A person whose identity is covered.
    pub person: String,
    /// An incident of which two versions wait.
    pub split: String,
    /// Evidence with a picture.
    pub evidence: String,
    /// One person written down twice: their two records.
    pub doubles: [String; 2],
}

/// One incident of the list: date, state, aggressions, whom, verification, facts.
type Line = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

/// The list as it is drawn, latest first. «p3» is the third person, «k1» the first collective.
const INCIDENTS: [Line; 17] = [
    (
        "2014-03",
        "07",
        "threat.other",
        "k1",
        "v1",
        "Dejaron un papel debajo de la puerta del taller que decía que ya sabían quiénes eran y a qué hora salían. No pusieron fecha ni firma.",
    ),
    ("2014-03-02", "21", "threat.community", "k2", "v1", "Pintaron la entrada del local durante la asamblea."),
    ("2014-02-27", "30", "threat.death_family", "p3", "v0", "Llamaron a la casa de su madre."),
    ("2014-02-21", "30", "threat.death", "p4", "v1", "Publicaron su domicilio con una amenaza."),
    ("2014-02", "08", "threat.other", "p5", "v0", "Una advertencia por mensaje, sin fecha exacta."),
    ("2014-02-14", "20", "threat.sexual", "p6", "v0", "Mensajes desde una cuenta anónima."),
    ("2014-02-10", "05", "threat.death", "k3", "v1", "Un correo a la cuenta de la organización."),
    ("2014-02~", "12", "threat.other", "p7", "v1", "No recuerda el día; fue antes del encuentro."),
    ("2014-01-19", "20", "threat.community", "k4", "v2", "Disparos al aire frente a la casa comunal."),
    ("2014-01-11", "30", "threat.death", "p8", "v1", "Una nota en el parabrisas."),
    ("2013-12", "30", "threat.other", "k5", "v1", "Llamadas a la redacción durante el mes."),
    ("2013-12-17", "07", "threat.death", "p9", "v0", "Un hombre la alcanzó al salir de la oficina."),
    (
        "2013-12-09",
        "08",
        r#"["threat.death", "harassment.surveillance"]"#,
        "p10",
        "v1",
        "La siguió una camioneta dos noches.",
    ),
    ("2013-11", "12", "threat.death", "p11", "v0", "Lo cuenta una vecina."),
    ("2013-11-12", "21", "threat.community", "k2", "v1", "Un volante repartido en el mercado."),
    ("2013-10-17", "09", "", "p3", "v1", "Le hablaron por su nombre en la calle."),
    ("2013~", "05", "harassment.smear", "p5", "", "Publicaciones a lo largo del año."),
];

const PERSONS: [(&str, &str, &str); 12] = [
    ("Lucía Sánchez", "journalist", "20"),
    ("Elena Cruz", "defender", "12"),
    ("Rosa Medina", "defender", "30"),
    ("Hugo Peralta", "journalist", "30"),
    ("Amalia Ríos", "defender", "08"),
    ("Noé Santiago", "defender", "20"),
    ("Petra Luna", "defender", "12"),
    ("Iván Robles", "journalist", "30"),
    ("Carmen Díaz", "defender", "07"),
    ("Saúl Ortega", "defender", "08"),
    ("Marina Vega", "defender", "12"),
    ("Tomás Sánchez", "related", "20"),
];

const COLLECTIVES: [(&str, &str); 6] = [
    ("Taller Mezquite", "07"),
    ("Defensa del Manantial", "21"),
    ("Red Huella", "05"),
    ("Asamblea Cerro Pinto", "20"),
    ("Periódico El Pregón", "30"),
    ("Radio comunitaria La Milpa", "20"),
];

const THREAT: &str = "Llegaron dos hombres en una moto al local de la radio, como a las seis. Preguntaron por la compañera que hace el noticiero y dijeron que si seguía con lo de la mina no iba a llegar al domingo.";

/// Who writes.
struct Pen<'a> {
    program: &'a Program,
    writer: &'static str,
}

impl Pen<'_> {
    fn write(&self, kind: &str, sets: &[(&str, &str)]) -> String {
        let mut arguments = vec!["--writer".to_owned(), self.writer.to_owned(), "new".to_owned(), kind.to_owned()];
        for (field, value) in sets.iter().filter(|(_, value)| !value.is_empty()) {
            let sign = if value.starts_with('[') { ":=" } else { "=" };
            arguments.extend(["--set".to_owned(), format!("{field}{sign}{value}")]);
        }
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        self.program.json(&arguments)["id"].as_str().expect("an id").to_owned()
    }
}

/// Fills a vault. Names, places and cases are invented.
pub fn fill(program: &Program) -> Archive {
    let [_, marcos] = ["Inés", "Marcos"]
        .map(|name| program.json(&["writers", "add", name])["id"].as_str().expect("an id").to_owned());
    let ines = Pen { program, writer: "Inés" };
    let person = |(name, profile, state): &(&str, &str, &str)| {
        ines.write("person", &[("name", name), ("profile", profile), ("state", state)])
    };
    let persons: Vec<String> = PERSONS.iter().map(person).collect();
    let collective = |(name, state): &(&str, &str)| ines.write("collective", &[("name", name), ("state", state)]);
    let collectives: Vec<String> = COLLECTIVES.iter().map(collective).collect();
    for (date, state, aggression, whom, verification, facts) in INCIDENTS.iter().rev() {
        let (list, place) = whom.split_at(1);
        let place: usize = place.parse().expect("a place");
        let victims = (if list == "p" { &persons } else { &collectives }).get(place - 1).map_or("", String::as_str);
        let sets = [("date", *date), ("state", *state), ("aggression", *aggression), ("victims", victims)];
        let rest = [("verification", *verification), ("facts", *facts)];
        ines.write("incident", &[sets.as_slice(), rest.as_slice()].concat());
    }
    let [lucia, elena, tomas] = [&persons[0], &persons[1], &persons[11]];
    let split = two_versions(program, elena);
    let (case, incident) = the_case(&ines, [lucia, tomas, &collectives[5]], &marcos);
    let evidence = with_picture(&ines, &incident);
    let doubles = [("20", "journalist"), ("12", "defender")].map(|(state, profile)| {
        ines.write("person", &[("name", "Beatriz Montes"), ("state", state), ("profile", profile)])
    });
    library(&ines);
    Archive { case, incident, person: lucia.clone(), split, evidence, doubles }
}

/// What two people wrote of one incident: date, municipality and facts are told twice.
fn two_versions(program: &Program, victim: &str) -> String {
    let version = |writer, date, municipality, facts| {
        let sets = [("date", date), ("municipality", municipality), ("facts", facts)];
        let rest = [("state", "12"), ("aggression", "threat.death"), ("victims", victim), ("verification", "v1")];
        Pen { program, writer }.write("incident", &[sets.as_slice(), rest.as_slice()].concat())
    };
    let one = version(
        "Inés",
        "2014-03-08",
        "Iguala",
        "Recibió tres llamadas de un número oculto. En la última una voz de hombre le dijo que dejara la defensa de los presos «o te va a pasar lo mismo que a ellos». Colgó y salió de la casa con sus hijas.",
    );
    let other = version(
        "Marcos",
        "2014-03-09",
        "Chilpancingo de los Bravo",
        "Recibió llamadas de un número oculto. En la última una voz de hombre le dijo que dejara la defensa de los presos. Colgó y salió de la casa con sus hijas. Denunció al día siguiente en la fiscalía estatal.",
    );
    program.json(&["merge", &other, &one]);
    one
}

/// The case of the radio: its incidents, what was done, what was agreed.
fn the_case(ines: &Pen<'_>, people: [&str; 3], lead: &str) -> (String, String) {
    let [lucia, _, radio] = people;
    let threat = ines.write(
        "incident",
        &[
            ("date", "2014-03-13T18:00"),
            ("state", "20"),
            ("municipality", "Heroica Ciudad de Tlaxiaco"),
            ("aggression", r#"["threat.death", "harassment.surveillance"]"#),
            ("victims", lucia),
            ("facts", THREAT),
        ],
    );
    let earlier = ines.write(
        "incident",
        &[
            ("date", "2013-11-30"),
            ("state", "20"),
            ("aggression", "threat.other"),
            ("victims", lucia),
            ("verification", "v1"),
            ("facts", "Recibió un mensaje de texto con insultos y una advertencia."),
        ],
    );
    let raid = ines.write(
        "incident",
        &[
            ("date", "2013-09-15"),
            ("state", "20"),
            ("aggression", "interference.break_in"),
            ("victims", radio),
            ("verification", "v2"),
            ("facts", "Entraron de noche y se llevaron la computadora."),
        ],
    );
    ines.write("evidence", &[("title", "Captura del mensaje"), ("type", "screenshot"), ("incidents", &earlier)]);
    let consent = ines.write(
        "consent",
        &[
            ("person", lucia),
            ("date", "2013-09-17"),
            ("form", "written"),
            ("state", "given"),
            ("level", "c2"),
            ("expires_on", &near(9)),
        ],
    );
    let case = ines.write(
        "case",
        &[
            ("title", "Radio comunitaria La Milpa"),
            ("opened_on", "2013-09-17"),
            ("people", &references(&people)),
            ("incidents", &references(&[&threat, &earlier, &raid])),
            ("status", "follow_up"),
            ("risk_level", "high"),
            ("lead", lead),
            ("next_step", "Avisar de la prórroga"),
            ("next_step_on", &near(-12)),
            ("consents", &references(&[&consent])),
            (
                "summary",
                "Amenazas contra quienes hacen el noticiero, en relación con su cobertura de una concesión minera.",
            ),
        ],
    );
    for (title, days) in [("Llamar: ¿llegaron las patrullas?", 0), ("Preparar la sesión del martes", 2)] {
        ines.write("note", &[("title", title), ("about", &case), ("due_on", &near(days)), ("is_task", "yes")]);
    }
    for (title, date) in
        [("Pidió llamada de otra defensora", "2014-03-10"), ("Oficio a la Unidad de Evaluación", "2014-02")]
    {
        ines.write("note", &[("title", title), ("about", &case), ("date", date)]);
    }
    (case, threat)
}

fn with_picture(ines: &Pen<'_>, incident: &str) -> String {
    let evidence = ines
        .write("evidence", &[("title", "Captura de los mensajes"), ("type", "screenshot"), ("incidents", incident)]);
    let picture = crate::window::root().join("tests/fixtures/mensaje.png");
    ines.program.json(&["attach", &evidence, &picture.display().to_string()]);
    evidence
}

fn library(ines: &Pen<'_>) {
    for (title, date) in [
        ("Ley para la Protección de Personas Defensoras de Derechos Humanos y Periodistas", "2012-06-25"),
        ("Cinco preocupaciones sobre el Mecanismo", "2014-03-14"),
        ("Carta a la Junta de Gobierno", "2013-11"),
    ] {
        ines.write("document", &[("title", title), ("date", date)]);
    }
}

/// Several references, as a field of them takes them.
fn references(ids: &[&str]) -> String {
    let ids: Vec<serde_json::Value> = ids.iter().map(|id| serde_json::json!({ "ref": id })).collect();
    serde_json::Value::Array(ids).to_string()
}

/// A day so many days from today.
fn near(days: i64) -> String {
    (chrono::Local::now().date_naive() + chrono::Duration::days(days)).to_string()
}
