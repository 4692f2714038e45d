//! An organisation's own fields and terms by the public command line: added without code, used everywhere, retired
//! without losing a word, and harmless when they come from somebody else.

use std::io::Read as _;

use resguardo_tests::Program;
use serde_json::{Value as Json, json};

fn new(program: &Program, kind: &str, fields: &[&str]) -> String {
    let mut arguments = vec!["new", kind];
    fields.iter().for_each(|field| arguments.extend(["--set", field]));
    program.json(&arguments)["id"].as_str().unwrap().to_owned()
}

fn total(program: &Program, arguments: &[&str]) -> Json {
    program.json(arguments)["total"].clone()
}

/// A vault with a public choice, a restricted number and a term of a list that ships.
fn with_fields() -> Program {
    let program = Program::with_vault();
    let mut add = vec!["fields", "add", "incident", "Lengua de la persona", "--name-en", "Language spoken"];
    add.extend(["--type", "choice", "--term", "Náhuatl", "--term", "Tsotsil", "--also", "idioma hablado"]);
    add.extend(["--sensitivity", "public", "--in-list", "--in-capture"]);
    let field = program.json(&add);
    assert_eq!((&field["id"], &field["catalogue"]), (&json!("own_lengua_de_la_persona"), &field["id"]));
    let hours = program.json(&["fields", "add", "incident", "Horas de espera", "--type", "number"]);
    assert_eq!((&hours["id"], &hours["sensitivity"]), (&json!("own_horas_de_espera"), &json!("restricted")));
    let term = program.json(&["terms", "add", "aggression_type", "Ataque con dron", "--under", "life.homicide"]);
    assert_eq!(term["id"], "life.homicide.own_ataque_con_dron");
    program
}

#[test]
fn u24_own_fields_and_terms_are_written_listed_searched_and_counted_like_any_other() {
    let program = with_fields();
    let fields = ["date=2014-02-03", "own_lengua_de_la_persona=nahuatl", "own_horas_de_espera=5", "verification=v3"];
    let id = new(&program, "incident", &fields);
    program.json(&["edit", &id, "--set", "aggression=life.homicide.own_ataque_con_dron"]);
    new(&program, "incident", &["date=2014-02-04", "own_lengua_de_la_persona=tsotsil", "verification=v3"]);
    assert_eq!(program.json(&["show", &id])["fields"]["own_horas_de_espera"], 5);
    assert_eq!(total(&program, &["list", "incident", "--where", "own_lengua_de_la_persona=Náhuatl"]), 1);
    assert_eq!(total(&program, &["list", "incident", "--where", "own_horas_de_espera>=4"]), 1);
    assert_eq!(total(&program, &["list", "incident", "--where", "aggression=life"]), 1);
    let sorted = program.json(&["list", "incident", "--sort", "-own_lengua_de_la_persona"]);
    assert_eq!(sorted["items"][0]["fields"]["own_lengua_de_la_persona"], "tsotsil");
    assert_eq!(total(&program, &["search", "nahuatl", "--kind", "incident"]), 1);
    assert_eq!(total(&program, &["search", "dron", "--kind", "incident"]), 1);
    let said = program.run(&["show", &id]);
    assert!(said.out.contains("Lengua de la persona: Náhuatl") && said.out.contains("Ataque con dron"), "{}", said.out);
    let by = program.json(&["indicators", "I39", "--as-of", "2014-03-01", "--by", "own_lengua_de_la_persona"]);
    let groups: Vec<&Json> = by["indicators"][0]["groups"].as_array().unwrap().iter().collect();
    let counted: Vec<(&Json, &Json)> = groups.iter().map(|one| (&one["value"], &one["figure"]["numerator"])).collect();
    assert_eq!(counted, [(&json!("nahuatl"), &json!(1)), (&json!("tsotsil"), &json!(1))]);
    let kinds = program.run(&["kinds"]).out;
    assert!(kinds.contains("own_horas_de_espera"), "kinds tells the fields of one's own: {kinds}");
    assert_eq!(total(&program, &["search", "Horas de espera"]), 0, "the field itself is no record to be found");
    let used = program.json(&["terms", "list", "aggression_type"]);
    assert_eq!((&used[0]["used"], &used[0]["under"]), (&json!(1), &json!("Homicidio / asesinato")));
    let wrong = program.run(&["new", "incident", "--set", "own_lengua_de_la_persona=klingon", "--json"]);
    assert_eq!((wrong.code, wrong.json()["error"]["field"].clone()), (1, json!("own_lengua_de_la_persona")));
    assert!(wrong.err.contains("Lengua de la persona (own_lengua_de_la_persona)"), "{}", wrong.err);
}

#[test]
fn u24_a_sheet_comes_in_by_the_headings_and_words_of_the_organisation_and_leaves_by_its_reserve() {
    let program = with_fields();
    let sheet = "Fecha,Tipo de agresión,Idioma hablado,Horas de espera\n3/02/2014,ataque con dron,NAHUATL,7\n";
    std::fs::write(program.path("hoja.csv"), sheet).unwrap();
    let told = program.json(&["import", "hoja.csv"]);
    assert_eq!((&told["imported"], &told["errors"]), (&json!(1), &json!([])), "{told}");
    let listed = program.json(&["list", "incident"]);
    let fields = &listed["items"][0]["fields"];
    assert_eq!((&fields["own_lengua_de_la_persona"], &fields["own_horas_de_espera"]), (&json!("nahuatl"), &json!(7)));
    assert_eq!(fields["aggression"], json!(["life.homicide.own_ataque_con_dron"]));
    let export = |level: &str, file: &str| {
        let done = program.run(&["export", "incident", "--format", "csv", "--disclosure", level, "--out", file]);
        assert_eq!(done.code, 0, "{}", done.err);
        std::fs::read_to_string(program.path(file)).unwrap()
    };
    let full = export("full", "entera.csv");
    assert!(full.contains("Lengua de la persona") && full.contains("Náhuatl") && full.contains("Horas de espera"));
    let below = export("no-identities", "sin.csv");
    assert!(below.contains("Náhuatl") && !below.contains("Horas de espera"), "{below}");
    for (format, file) in [("xlsx", "lista.xlsx"), ("json", "lista.json")] {
        let done = program.run(&["export", "incident", "--format", format, "--out", file]);
        assert_eq!(done.code, 0, "{}", done.err);
    }
    let whole = std::fs::read_to_string(program.path("lista.json")).unwrap();
    assert!(whole.contains("own_horas_de_espera"), "{whole}");
    let period = ["--from", "2014-01-01", "--to", "2014-12-31", "--disclosure", "full", "--out", "informe.docx"];
    let made = program.run(&[&["report", "incidents"], &period[..]].concat());
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.out.contains("1 incidente "), "{}", made.out);
    let codes = ["--from", "2014-01-01", "--disclosure", "no-identities", "--out", "claves.docx"];
    assert_eq!(program.run(&[&["report", "incidents"], &codes[..]].concat()).code, 0);
    let file = std::fs::File::open(program.path("claves.docx")).unwrap();
    let mut document = String::new();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut document).unwrap();
    assert!(document.contains("Ataque con dron") && !document.contains("Horas de espera"), "{document}");
}

#[test]
fn u24_what_is_retired_or_renamed_is_still_read_and_every_later_session_sees_the_same() {
    let program = with_fields();
    let id = new(&program, "incident", &["own_lengua_de_la_persona=nahuatl", "own_horas_de_espera=5"]);
    let retired = program.json(&["fields", "retire", "incident.own_horas_de_espera"]);
    assert_eq!((&retired["retired"], &retired["used"]), (&json!(true), &json!(1)));
    assert!(!program.run(&["kinds"]).out.contains("own_horas_de_espera"), "what is retired is offered no more");
    program.json(&["terms", "retire", "own_lengua_de_la_persona.nahuatl"]);
    assert_eq!(program.json(&["show", &id])["fields"]["own_horas_de_espera"], 5);
    let said = program.run(&["show", &id]).out;
    assert!(said.contains("Horas de espera: 5") && said.contains("Náhuatl"), "{said}");
    assert_eq!(total(&program, &["list", "incident", "--where", "own_horas_de_espera=5"]), 1);
    assert_eq!(total(&program, &["list", "incident", "--where", "own_lengua_de_la_persona=nahuatl"]), 1);
    std::fs::write(program.path("hoja.csv"), "Fecha,Horas de espera,Idioma hablado\n2014,9,Náhuatl\n").unwrap();
    let told = program.json(&["import", "hoja.csv", "--dry-run"]);
    let column = |name: &str| told["columns"].as_array().unwrap().iter().find(|one| one["column"] == name).unwrap();
    assert_eq!(column("Horas de espera")["field"], Json::Null, "{told}");
    let mapping = "heading_row = 1\n[columns]\nFecha = \"date\"\n\"Idioma hablado\" = \"own_lengua_de_la_persona\"\n";
    std::fs::write(program.path("como.toml"), mapping).unwrap();
    let told = program.json(&["import", "hoja.csv", "--mapping", "como.toml", "--dry-run"]);
    assert_eq!(told["values"][0]["term"], Json::Null, "a retired term is proposed for nothing: {told}");
    let renamed = program.json(&["fields", "rename", "own_horas_de_espera", "Espera en horas"]);
    assert_eq!((&renamed["label"]["es"], &renamed["used"]), (&json!("Espera en horas"), &json!(1)));
    program.json(&["terms", "rename", "own_lengua_de_la_persona.nahuatl", "Mexicano"]);
    assert!(program.run(&["show", &id]).out.contains("Lengua de la persona: Mexicano"));
    assert_eq!(total(&program, &["search", "mexicano", "--kind", "incident"]), 1);
    // An id is never given twice, whatever the field was called since.
    let again = program.json(&["fields", "add", "incident", "Horas de espera", "--type", "text"]);
    assert_eq!(again["id"], "own_horas_de_espera_2");
    program.json(&["fields", "restore", "own_horas_de_espera"]);
    let history = program.json(&["history", renamed["record"].as_str().unwrap()]);
    let names: Vec<&Json> = history.as_array().unwrap().iter().filter(|one| one["field"] == "name").collect();
    assert_eq!(names.len(), 2, "{history}");
}

#[test]
fn u24_what_cannot_stand_is_refused_in_words_and_what_somebody_else_wrote_changes_nothing_that_ships() {
    let program = with_fields();
    for (arguments, says) in [
        (vec!["fields", "add", "incident", "FECHA", "--type", "text"], "ya tiene un campo con ese nombre"),
        (vec!["fields", "add", "incident", "Algo", "--type", "act"], "no puede ser así"),
        (vec!["fields", "add", "setting", "Algo", "--type", "text"], "No hay un tipo de registro"),
        (vec!["fields", "add", "incident", "Algo", "--type", "choice", "--list", "nada"], "No hay una lista"),
        (vec!["terms", "add", "consent_level", "C9"], "la protección de alguien"),
        (vec!["terms", "add", "sex", "mujer"], "ya tiene un término con ese nombre"),
        (vec!["terms", "add", "sex", "Algo", "--under", "nada"], "no está el término bajo el que iría"),
        (vec!["fields", "retire", "own_nada"], "no tiene un campo ni un término propio"),
    ] {
        let refused = program.run(&arguments);
        assert!(refused.code == 1 && refused.err.contains(says), "{arguments:?}: {}", refused.err);
    }
    // Records that did not come through the door: as another laptop might send them.
    let hostile = [
        ["key=date", "holds=text", "name=Fecha falsa", "for_kind=incident"],
        ["key=own_x", "holds=reference", "name=Algo", "for_kind=incident"],
        ["key=own_../..", "holds=text", "name=Ruta", "for_kind=incident"],
        ["key=own_y", "holds=text", "name=a\u{202E}b", "for_kind=person"],
        ["key=own_z", "holds=choice", "name=Otra", "for_kind=setting"],
        ["key=own_lengua_de_la_persona", "holds=text", "name=Doble", "for_kind=incident"],
    ];
    for fields in hostile {
        let mut all = vec!["purpose=field"];
        all.extend(fields);
        new(&program, "setting", &all);
    }
    new(&program, "setting", &["purpose=term", "terms_of=sex", "key=female", "name=Otra cosa"]);
    new(&program, "setting", &["purpose=term", "terms_of=own_lengua_de_la_persona", "key=a.b.c", "name=Sin grupo"]);
    let listed = program.json(&["fields", "list"]);
    let refused = listed.as_array().unwrap().iter().filter(|one| one["refused"].is_string()).count();
    assert_eq!((listed.as_array().unwrap().len(), refused), (8, 6), "{listed}");
    let id = new(&program, "incident", &["date=2014-05", "own_lengua_de_la_persona=tsotsil"]);
    assert_eq!(program.json(&["show", &id])["fields"]["date"], "2014-05");
    let terms = program.json(&["terms", "list"]);
    assert_eq!(terms.as_array().unwrap().iter().filter(|one| one["refused"].is_string()).count(), 2, "{terms}");
}
