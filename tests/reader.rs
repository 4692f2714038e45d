//! The page `docs/format.md` is enough: a reader in another language, made from it, reads what the program wrote.

use std::path::Path;
use std::process::Command;

use resguardo_tests::{Answer, Program};
use serde_json::{Value as Json, json};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/reader");

/// Whether Python and the three packages the reader needs are here; says so where they are not.
fn python_is_here() -> bool {
    let asked = Command::new("python3").args(["-c", "import cryptography, argon2, nacl"]).output();
    let here = asked.is_ok_and(|output| output.status.success());
    if !here {
        println!("not run: python3 with cryptography, argon2-cffi and PyNaCl is not here");
    }
    here
}

fn read(program: &Program, arguments: &[&str]) -> Answer {
    let mut command = Command::new("python3");
    command.arg(Path::new(FOLDER).join("read_vault.py")).args(arguments).current_dir(program.folder());
    Program::answer(&mut command)
}

fn made(program: &Program, arguments: &[&str]) -> String {
    program.json(arguments)["id"].as_str().expect("an id").to_owned()
}

/// A vault in which every verb but the newer ones was written, and values of most types.
fn furnished() -> Program {
    let program = Program::new();
    program.json(&["init", "--kdf-memory", "64", "--recovery-words-out", "words"]);
    let person = made(&program, &["new", "person", "--set", "name=Regina Martínez"]);
    let other = made(&program, &["new", "person", "--set", "name=Regina Martínez Pérez", "--set", "sex=female"]);
    let third = made(&program, &["new", "person", "--set", "name=Ana", "--set", "phone=55 1234 5678"]);
    program.json(&["writers", "add", "Ana Beltrán"]);
    let victims = format!("victims={person}");
    let facts = "facts=La golpearon.\n\nTres hombres.";
    let new = ["new", "incident", "--set", "date=2014-03~", "--set", "aggression=threat", "--set", &victims];
    let more =
        ["--set", "perpetrator_type=state.federal.army", "--set", facts, "--set", "tags=uno", "--set", "tags=dos"];
    let incident = made(&program, &[&["--writer", "Ana Beltrán"], &new[..], &more[..]].concat());
    let edits = ["--set", "facts=Otra cosa.", "--set", "tags=dos", "--set", "tags=tres", "--set", "date="];
    program.json(&[&["edit", &incident], &edits[..], &["--set", r#"motive:={"unknown":true}"#]].concat());
    program.json(&["edit", &incident, "--set", "aggression=life.homicide", "--set", "taken_captive=partly"]);
    let figure = [
        r#"money:={"amount":17000000000,"currency":"MXN","bound":"about"}"#,
        r#"value:={"number":"12.5","bound":"at_least"}"#,
        "of=-3",
        r#"duration:={"count":72,"unit":"h"}"#,
        r#"as_of:={"date":"2014-05-03T16:00","zone":"America/Mexico_City"}"#,
        r#"what:={"as_written":"levantón"}"#,
    ];
    made(
        &program,
        &figure.iter().fold(vec!["new", "official_figure"], |all, set| [&all[..], &["--set", set]].concat()),
    );
    let place = r#"taken_where:={"state":"20","lat":17.5,"lon":-96.725,"radius_m":500}"#;
    let shown = format!(r#"people_shown:={{"ref":"{third}","certainty":2}}"#);
    made(&program, &["new", "evidence", "--set", "title=Foto", "--set", place, "--set", &shown]);
    program.json(&["merge", &other, &person]);
    program.json(&["merge", &third, &person]);
    program.json(&["merge", "--undo", &third]);
    program.json(&["archive", &person]);
    program.json(&["bin", &third]);
    std::fs::write(program.folder().join("foto.jpg"), photo()).unwrap();
    program.json(&["attach", &incident, "foto.jpg"]);
    let sheet = "Fecha,Hechos,Estado\n3 de mayo de 2014,Golpes,Veracruz\n2015-06-07,Amenaza,Oaxaca\n";
    std::fs::write(program.folder().join("lista.csv"), sheet).unwrap();
    assert_eq!(program.json(&["import", "lista.csv"])["imported"], json!(2));
    program
}

/// Three chunks, the last one short.
fn photo() -> Vec<u8> {
    (0..150_000_u32).map(|n| (n % 251) as u8).collect()
}

/// One value or several, as several.
fn several(value: &Json) -> Vec<Json> {
    value.as_array().cloned().unwrap_or_else(|| vec![value.clone()])
}

/// The fields of a kind that the program works out and nobody stores.
fn computed(kinds: &Json, kind: &str) -> Vec<String> {
    let kind = kinds["kinds"].as_array().unwrap().iter().find(|entry| entry["id"] == kind).expect("a known kind");
    let fields = kind["fields"].as_array().unwrap().iter().filter(|field| field["computed"] == json!(true));
    fields.map(|field| field["id"].as_str().unwrap().to_owned()).collect()
}

/// Every field the program shows against what the reader found in the record and those merged into it.
fn same_fields(shown: &Json, members: &[&Json], computed: &[String]) {
    let conflicts = |field: &str| shown["conflicts"].get(field).map(several).unwrap_or_default();
    let mut compared = Vec::new();
    for (field, value) in shown["fields"].as_object().unwrap() {
        if computed.contains(field) {
            continue;
        }
        let found: Vec<Json> =
            members.iter().flat_map(|member| member["fields"].get(field)).flat_map(several).collect();
        let mut told = several(value);
        if conflicts(field).is_empty() && members.len() == 1 {
            assert_eq!(found, told, "{field} of {}", shown["id"]);
        }
        told.extend(conflicts(field).iter().map(|version| version["value"].clone()));
        assert!(found.iter().all(|value| told.contains(value)), "{field}: {found:?} are not all in {told:?}");
        assert!(told.iter().all(|value| found.contains(value)), "{field}: {told:?} are not all in {found:?}");
        compared.push(field.clone());
    }
    for field in members.iter().flat_map(|member| member["fields"].as_object().unwrap().keys()) {
        assert!(compared.contains(field), "the program shows no {field} of {}", shown["id"]);
    }
}

#[test]
fn a_reader_made_from_the_page_alone_finds_every_record_as_the_program_shows_it() {
    if !python_is_here() {
        return;
    }
    let program = furnished();
    let answer = read(&program, &["vault", "passphrase", "--attachments", "out"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let told = answer.json();
    assert_eq!(told["entries"], program.json(&["verify"])["entries"]);
    let (kinds, records) = (program.json(&["kinds"]), told["records"].as_object().unwrap());
    for (id, record) in records {
        let shown = program.json(&["show", id]);
        let merged: Vec<String> = serde_json::from_value(shown["merged"].clone()).unwrap();
        let into = record["merged_into"].as_array().unwrap();
        assert_eq!((&shown["kind"], shown["id"] == json!(id)), (&record["kind"], into.is_empty()));
        assert!(into.iter().all(|other| shown["id"] == *other), "{id} is merged into {into:?}");
        if into.is_empty() {
            assert_eq!(shown["status"], record["status"], "{id}");
        }
        let mut members = vec![&records[shown["id"].as_str().unwrap()]];
        members.extend(merged.iter().map(|other| &records[other]));
        same_fields(&shown, &members, &computed(&kinds, record["kind"].as_str().unwrap()));
    }
    let of = |kind: &str| records.values().filter(|record| record["kind"] == kind).count();
    for kind in ["incident", "person", "perpetrator", "journal"] {
        let unmerged = of(kind) - usize::from(kind == "person");
        let listed = [&[][..], &["--archived"], &["--binned"]]
            .map(|flags: &[&str]| program.json(&[&["list", kind], flags].concat())["total"].as_u64().unwrap());
        assert_eq!(listed.iter().sum::<u64>(), unmerged as u64, "{kind}: {listed:?}");
    }
    let files: Vec<_> = std::fs::read_dir(program.folder().join("out")).unwrap().map(|file| file.unwrap()).collect();
    assert_eq!(files.len(), 1);
    assert!(std::fs::read(files[0].path()).unwrap() == photo(), "the attachment comes back byte for byte");
    assert_eq!(read(&program, &["vault", "words", "--words"]).json(), told, "the twelve words open the same");
}

#[test]
fn the_reader_tells_a_wrong_passphrase_from_damage_and_names_the_place() {
    if !python_is_here() {
        return;
    }
    let program = Program::with_vault();
    let id = made(&program, &["new", "note", "--set", "text=una nota"]);
    std::fs::write(program.folder().join("a.jpg"), photo()).unwrap();
    program.json(&["attach", &id, "a.jpg"]);
    std::fs::write(program.folder().join("wrong"), "marea cobre girasol tinta puente nube").unwrap();
    assert_eq!(read(&program, &["vault", "wrong"]).code, 3);
    assert_eq!(read(&program, &["vault", "passphrase", "--words"]).code, 3);
    assert_eq!(read(&program, &["vault", "missing"]).code, 1);
    assert_eq!(read(&program, &["vault"]).code, 2);

    let segment = found(&program.vault().join("ledger"), "00000001.rgl");
    let whole = std::fs::read(&segment).unwrap();
    for at in [0, 70, 92, 97, 110, 140, whole.len() / 2, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(&segment, bytes).unwrap();
        let answer = read(&program, &["vault", "passphrase"]);
        assert_eq!((answer.code, answer.out.as_str()), (4, ""), "byte {at}: {}", answer.err);
        assert!(answer.err.contains("segment 1, offset "), "byte {at}: {}", answer.err);
    }
    std::fs::write(&segment, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(read(&program, &["vault", "passphrase"]).code, 4, "what was acknowledged is missing");
    std::fs::write(&segment, [&whole[..], b"RGF1 half a frame"].concat()).unwrap();
    let answer = read(&program, &["vault", "passphrase"]);
    assert!(answer.code == 0 && answer.err.contains("torn tail"), "{}", answer.err);
    std::fs::write(&segment, &whole).unwrap();

    let blob = found(&program.vault().join("blobs"), ".rgb");
    let mut bytes = std::fs::read(&blob).unwrap();
    bytes[100_000] ^= 1;
    std::fs::write(&blob, bytes).unwrap();
    let answer = read(&program, &["vault", "passphrase", "--attachments", "out"]);
    assert_eq!((answer.code, answer.err.contains("attachment blobs/")), (4, true), "{}", answer.err);
    assert_eq!(std::fs::read_dir(program.folder().join("out")).unwrap().count(), 0, "no part of it stays");
}

/// The file below a folder whose name ends so.
fn found(folder: &Path, end: &str) -> std::path::PathBuf {
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                return path;
            }
        }
    }
    panic!("no {end}");
}

#[test]
fn the_reader_takes_only_the_canonical_encoding() {
    if !python_is_here() {
        return;
    }
    let code = |hex: &str| {
        let script = format!("import sealed; sealed.gate(bytes.fromhex('{hex}'), 64)");
        let mut command = Command::new("python3");
        command.args(["-B", "-c", &script]).current_dir(FOLDER);
        Program::answer(&mut command).code
    };
    for taken in ["a201020304", "818181818181818100", "6161", "f4", "3903e7", "1818"] {
        assert_eq!(code(taken), 0, "{taken}");
    }
    for (refused, why) in [
        ("1800", "a longer form than needed"),
        ("a201020103", "a key twice"),
        ("a203040102", "keys out of order"),
        ("a1616101", "a key that is text"),
        ("00ff", "bytes after the end"),
        ("9f00ff", "no length"),
        ("c000", "a tag"),
        ("f6", "null"),
        ("f90000", "a float"),
        ("61ff", "not UTF-8"),
        ("9affffffff", "more announced than there is"),
        ("81818181818181818100", "nine levels"),
    ] {
        assert_eq!(code(refused), 1, "{refused}: {why}");
    }
}
