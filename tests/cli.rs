//! The command line's contract: exit codes, JSON forms, what is asked and what never is.

use resguardo_tests::Program;
use serde_json::{Value as Json, json};

fn id_of(json: &Json) -> String {
    json["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_record_is_written_shown_changed_and_its_history_told() {
    let program = Program::with_vault();
    let made = program.json(&[
        "new",
        "incident",
        "--set",
        "date=2014-03~",
        "--set",
        "state=20",
        "--set",
        "facts=La golpearon.",
    ]);
    let id = id_of(&made);
    assert_eq!((id.len(), made["kind"].as_str()), (32, Some("incident")));
    let shown = program.json(&["show", &id[..8]]);
    assert_eq!(shown["fields"]["date"], json!("2014-03~"), "partial dates stay as typed");
    assert_eq!(shown["fields"]["country"], json!("MX"), "the form's default");
    assert_eq!((&shown["space"], &shown["conflicts"]), (&json!("private"), &json!({})));
    program.json(&["edit", &id, "--set", "facts=La golpearon tres hombres."]);
    let history = program.json(&["history", &id]);
    let facts: Vec<&Json> = history.as_array().unwrap().iter().filter(|entry| entry["field"] == "facts").collect();
    assert_eq!(facts.len(), 2);
    assert_eq!(facts[1]["old"], json!(["La golpearon."]));
    program.json(&["edit", &id, "--set", "motive:={\"unknown\":true}", "--set", "facts="]);
    let shown = program.json(&["show", &id]);
    assert_eq!((&shown["fields"]["motive"], shown["fields"].get("facts")), (&json!({"unknown": true}), None));
}

#[test]
fn exit_codes_say_what_kind_of_answer_it_was() {
    let program = Program::with_vault();
    std::fs::write(program.folder().join("wrong"), "wrong").unwrap();
    std::fs::write(program.folder().join("newline"), format!("{}\n", resguardo_tests::PASSPHRASE)).unwrap();
    let with = |file: &str, arguments: &[&str]| {
        let mut all = vec!["--vault", "vault", "--passphrase-file", file];
        all.extend(arguments);
        Program::answer(&mut program.command(&all)).code
    };
    assert_eq!(with("newline", &["list", "incident"]), 0, "one final line break is no part of the passphrase");
    assert_eq!(with("wrong", &["list", "incident"]), 3);
    assert_eq!(with("passphrase", &["list", "nothing-of-the-kind"]), 2);
    assert_eq!(with("passphrase", &["lst"]), 2);
    assert_eq!(with("passphrase", &["show", "ffffffff"]), 1);
    assert_eq!(with("missing", &["list", "incident"]), 1);
    assert_eq!(program.run(&["init", "--kdf-memory", "64"]).code, 1, "a second vault in the same place");
    let weak = Program::new();
    std::fs::write(weak.folder().join("passphrase"), "short").unwrap();
    assert_eq!(weak.run(&["init", "--kdf-memory", "64"]).code, 5);
    assert!(!weak.vault().join("vault.rgv").exists(), "nothing is left of a refused vault");
}

#[test]
fn an_error_names_the_field_by_label_and_id_in_both_languages_and_changes_nothing() {
    let program = Program::with_vault();
    for (lang, label) in [("es", "Estado (state)"), ("en", "State (state)")] {
        let answer = program.run(&["--lang", lang, "new", "incident", "--set", "state=99", "--json"]);
        let error = &answer.json()["error"];
        assert_eq!((answer.code, error["field"].as_str()), (1, Some("state")));
        assert!(error["message"].as_str().unwrap().contains(label), "{error}");
        for part in ["id", "safe", "next"] {
            assert!(!error[part].as_str().unwrap().is_empty(), "{part} in {error}");
        }
        assert!(answer.err.contains(error["message"].as_str().unwrap()), "the same words on standard error");
    }
    assert_eq!(program.json(&["list", "incident"])["all"], json!(0));
}

#[test]
fn with_json_nothing_is_asked_and_secrets_are_no_arguments() {
    let program = Program::with_vault();
    let answer = Program::answer(&mut program.command(&["--vault", "vault", "list", "incident", "--json"]));
    assert_eq!((answer.code, answer.json()["error"]["id"].as_str()), (2, Some("usage-no-passphrase")));
    let help = Program::answer(&mut program.command(&["--help"])).out;
    assert!(!help.contains("--passphrase "), "{help}");
}

#[test]
fn computed_fields_are_written_through_while_there_is_one_act() {
    let program = Program::with_vault();
    let person = id_of(&program.json(&["new", "person", "--set", "name=Ana"]));
    let victim = format!("victims={person}");
    let id = id_of(&program.json(&[
        "new",
        "incident",
        "--set",
        "aggression=threat",
        "--set",
        &victim,
        "--set",
        "perpetrator_type=state.federal.army",
    ]));
    let fields = &program.json(&["show", &id])["fields"];
    assert_eq!(fields["aggression"], json!(["threat"]));
    assert_eq!(fields["acts"].as_array().map(Vec::len), Some(1));
    assert_eq!(fields["perpetrator_type"], json!(["state.federal.army"]));
    assert_eq!(program.json(&["list", "incident", "--where", "perpetrator_type=state"])["total"], json!(1));
    program.json(&["edit", &id, "--set", "aggression=life.homicide"]);
    let fields = &program.json(&["show", &id])["fields"];
    assert_eq!(fields["victims"][0]["ref"], json!(person), "what was not named stays");
    assert_eq!(program.json(&["list", "incident", "--where", "aggression=life"])["total"], json!(1));
    let alike =
        id_of(&program.json(&["new", "incident", "--set", "aggression=threat", "--set", "aggression=life.homicide"]));
    program.json(&["edit", &alike, "--set", "aggression=threat"]);
    assert_eq!(program.json(&["show", &alike])["fields"]["acts"].as_array().map(Vec::len), Some(1));
    let other = id_of(&program.json(&["new", "person", "--set", "name=Beto"]));
    let act = |person: &str| format!(r#"{{"aggression":"threat","victims":[{{"ref":"{person}"}}]}}"#);
    let acts = format!("acts:=[{},{}]", act(&person), act(&other));
    let unlike = id_of(&program.json(&["new", "incident", "--set", &acts]));
    let refused = program.run(&["edit", &unlike, "--set", "aggression=life.homicide", "--json"]);
    assert_eq!((refused.code, refused.json()["error"]["field"].as_str()), (1, Some("acts")));
}

#[test]
fn archived_and_binned_records_leave_the_list_and_come_back() {
    let program = Program::with_vault();
    let id = id_of(&program.json(&["new", "note", "--set", "text=una nota"]));
    for (away, back, flag) in [("archive", "unarchive", "--archived"), ("bin", "unbin", "--binned")] {
        program.json(&[away, &id]);
        assert_eq!(program.json(&["list", "note"])["total"], json!(0));
        assert_eq!(program.json(&["list", "note", flag])["total"], json!(1));
        program.json(&[back, &id]);
        assert_eq!(program.json(&["list", "note"])["total"], json!(1));
    }
}

#[test]
fn two_records_are_read_as_one_and_parted_again() {
    let program = Program::with_vault();
    let a = id_of(&program.json(&["new", "person", "--set", "name=Regina Martínez"]));
    let b = id_of(&program.json(&["new", "person", "--set", "name=Regina Martínez Pérez", "--set", "sex=female"]));
    program.json(&["merge", &b, &a]);
    assert_eq!(program.json(&["list", "person"])["total"], json!(1));
    let shown = program.json(&["show", &b]);
    assert_eq!((shown["id"].as_str(), &shown["fields"]["sex"]), (Some(a.as_str()), &json!("female")));
    assert_eq!(shown["conflicts"]["name"].as_array().map(Vec::len), Some(2), "both names stand until somebody settles");
    assert_eq!(program.run(&["merge", &b, &a]).code, 1, "they are merged already");
    program.json(&["merge", "--undo", &b]);
    assert_eq!(program.json(&["list", "person"])["total"], json!(2));
    assert_eq!(program.json(&["show", &a])["fields"].get("sex"), None);
}

#[test]
fn who_writes_stands_in_the_history() {
    let program = Program::with_vault();
    program.json(&["writers", "add", "Ana Beltrán"]);
    let id = id_of(&program.json(&["--writer", "ana beltran", "new", "incident", "--set", "facts=algo"]));
    assert_eq!(program.json(&["history", &id])[0]["by"], json!("Ana Beltrán"));
    program.json(&["writers", "retire", "Ana Beltrán"]);
    assert_eq!(program.run(&["--writer", "Ana Beltrán", "new", "incident", "--set", "facts=x"]).code, 1);
    assert_eq!(program.json(&["history", &id])[0]["by"], json!("Ana Beltrán"), "the name stays");
}

#[test]
fn b07_another_passphrase_and_the_twelve_words() {
    let program = Program::new();
    program.json(&["init", "--kdf-memory", "64", "--recovery-words-out", "words"]);
    program.json(&["new", "incident", "--set", "facts=algo"]);
    std::fs::write(program.folder().join("second"), "marea cobre girasol tinta puente nube").unwrap();
    std::fs::write(program.folder().join("third"), "volcán lámpara jilguero trigo ventana eco").unwrap();
    program.json(&["passphrase", "--new-passphrase-file", "second"]);
    let open = |file: &str| {
        Program::answer(&mut program.command(&[
            "--vault",
            "vault",
            "--passphrase-file",
            file,
            "list",
            "incident",
            "--json",
        ]))
    };
    assert_eq!((open("passphrase").code, open("second").code), (3, 0));
    let arguments =
        ["--vault", "vault", "recover", "--words-file", "words", "--new-passphrase-file", "third", "--json"];
    assert_eq!(Program::answer(&mut program.command(&arguments)).code, 0);
    assert_eq!((open("second").code, open("third").code), (3, 0));
    assert_eq!(open("third").json()["total"], json!(1));
    std::fs::write(
        program.folder().join("words"),
        "abeja abeja abeja abeja abeja abeja abeja abeja abeja abeja abeja abeja",
    )
    .unwrap();
    assert_ne!(Program::answer(&mut program.command(&arguments)).code, 0);
}

#[test]
fn b11_a_key_file_is_needed_whole() {
    let program = Program::new();
    std::fs::write(program.folder().join("key"), b"un archivo cualquiera").unwrap();
    std::fs::write(program.folder().join("other"), b"un archivo cualquierb").unwrap();
    program.json(&["--keyfile", "key", "init", "--kdf-memory", "64"]);
    let code = |arguments: &[&str]| program.run(arguments).code;
    assert_eq!(code(&["--keyfile", "key", "list", "incident"]), 0);
    assert_eq!(code(&["--keyfile", "other", "list", "incident"]), 3);
    assert_eq!(code(&["list", "incident"]), 3);
    assert_eq!(code(&["--keyfile", "missing", "list", "incident"]), 1);
}

#[test]
fn an_attachment_comes_back_byte_for_byte_and_is_told_by_its_first_bytes() {
    let program = Program::with_vault();
    let id = id_of(&program.json(&["new", "incident", "--set", "facts=algo"]));
    let content: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    std::fs::write(program.folder().join("foto.jpg"), &content).unwrap();
    std::fs::write(program.folder().join("pagina.jpg"), "<html><script>alert(1)</script>").unwrap();
    let attached = program.json(&["attach", &id, "foto.jpg"]);
    assert_eq!(attached["size"], json!(200_000));
    program.json(&["attachments", "get", attached["attachment"].as_str().unwrap(), "--out", "back"]);
    assert_eq!(std::fs::read(program.folder().join("back")).unwrap(), content);
    assert_eq!(program.run(&["attachments", "get", attached["attachment"].as_str().unwrap(), "--out", "back"]).code, 1);
    assert_eq!(program.json(&["attach", &id, "pagina.jpg"])["kind"], json!("text/html"), "g05");
    assert_eq!(program.json(&["attachments", "list", &id]).as_array().map(Vec::len), Some(2));
    assert_eq!(program.json(&["verify"])["attachments"], json!(2));
}

#[test]
fn u20_search_finds_without_accents_by_beginnings_and_exactly() {
    let program = Program::with_vault();
    program.json(&[
        "new",
        "incident",
        "--set",
        "facts=La desaparición de una periodista en Xalapa; mañana hay audiencia.",
    ]);
    let total = |query: &str| program.json(&["search", query])["total"].clone();
    for (query, expected) in [
        ("desaparicion", 1),
        ("perio", 1),
        ("XALAPA", 1),
        ("\"periodista en Xalapa\"", 1),
        ("\"Xalapa periodista\"", 0),
        ("manana", 0),
        ("mañana", 1),
    ] {
        assert_eq!(total(query), json!(expected), "{query}");
    }
}

#[test]
fn u12_a_folder_that_is_synced_elsewhere_is_refused() {
    let program = Program::new();
    let arguments =
        ["--vault", "Dropbox/vault", "--passphrase-file", "passphrase", "init", "--kdf-memory", "64", "--json"];
    std::fs::create_dir(program.folder().join("Dropbox")).unwrap();
    let answer = Program::answer(&mut program.command(&arguments));
    assert_eq!((answer.code, answer.json()["error"]["id"].as_str()), (5, Some("synced-folder")));
}

#[test]
fn help_man_and_completions_come_from_the_same_table_in_both_languages() {
    let program = Program::new();
    let out = |arguments: &[&str]| Program::answer(&mut program.command(arguments)).out;
    assert!(out(&["--help"]).contains("Crea una bóveda"));
    assert!(out(&["--lang", "en", "--help"]).contains("Makes a vault"));
    assert!(out(&["man"]).contains("resguardo"));
    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&["completions", shell]).contains("attachments"), "{shell}");
    }
    assert!(out(&["kinds", "--json"]).contains("\"incident\""), "kinds needs no vault");
}

#[test]
fn a_report_is_made_in_both_languages_and_forms() {
    let program = Program::with_vault();
    let person = id_of(&program.json(&["new", "person", "--set", "name=Regina Secreta", "--set", "sex=female"]));
    let victim = format!("victims={person}");
    program.json(&["new", "incident", "--set", "date=2014-05-03", "--set", "aggression=threat", "--set", &victim]);
    for lang in ["es", "en"] {
        for form in ["pdf", "docx"] {
            let out = format!("r-{lang}.{form}");
            let made =
                program.json(&["report", "incidents", "--from", "2014", "--to", "2014", "--lang", lang, "--out", &out]);
            assert_eq!((&made["incidents"], &made["disclosure"]), (&json!(1), &json!("no-identities")));
            assert!(std::fs::metadata(program.folder().join(&out)).unwrap().len() > 1000, "{out}");
        }
    }
    let refused = program.run(&["report", "incidents", "--from", "ayer", "--out", "x.pdf", "--json"]);
    assert_eq!((refused.code, refused.json()["error"]["id"].as_str()), (1, Some("not-a-date")));
}

#[test]
fn the_open_work_is_handed_over_as_a_document_and_as_json_with_the_same_content() {
    let program = Program::with_vault();
    let person = id_of(&program.json(&["new", "person", "--set", "name=Regina Secreta"]));
    let people = format!("people={person}");
    let step = ["--set", "next_step=Llamar a Regina", "--set", "next_step_on=2014-03-12"];
    let case = [&["new", "case", "--set", "title=Caso de Regina", "--set", &people], &step[..]].concat();
    let case = id_of(&program.json(&case));
    let told = program.json(&["handover", "--case", &case, "--as-of", "2014-03-14"]);
    assert_eq!(told["parts"][0]["matters"][0]["standing"], json!("venció hace 2 días"));
    for (lang, level, out) in [("es", "no-identities", "e.pdf"), ("en", "full", "e.docx")] {
        let made = program.json(&[
            "handover",
            "--case",
            &case,
            "--as-of",
            "2014-03-14",
            "--lang",
            lang,
            "--disclosure",
            level,
            "--for",
            "Ana",
            "--out",
            out,
        ]);
        assert_eq!((&made["matters"], &made["receives"]), (&json!(1), &json!("Ana")));
        assert_eq!(made.to_string().contains("Regina"), level == "full", "{made}");
        assert!(std::fs::metadata(program.folder().join(out)).unwrap().len() > 1000, "{out}");
    }
    let refused = program.run(&["handover", "--disclosure", "statistics", "--out", "x.pdf", "--json"]);
    assert_eq!((refused.code, refused.json()["error"]["id"].as_str()), (1, Some("figures-say-nothing")));
    assert!(!program.folder().join("x.pdf").exists());
}
