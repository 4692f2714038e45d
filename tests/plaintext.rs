//! A01, A20, K03, K04: after a whole day's work no typed word lies anywhere but where the person put it.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use resguardo_tests::traces::{Search, under};
use resguardo_tests::{Answer, PASSPHRASE, Program};
use serde_json::Value as Json;

/// What is typed, imported and attached: words that stand nowhere else.
const TYPED: &[&str] = &[
    "Hermelinda",
    "Quetzalapa",
    "zancudos",
    "Agresión tipográfica",
    "ferrocarrilera",
    "Xochistlahuaca",
    "Nepomuceno",
    "contrabandista",
    "murmuraciones",
    "retrato-de-la-plaza.png",
    "EXIF-Plazuela",
];

const NEW_PASSPHRASE: &str = "pirata museo hábil sapo embudo";

const SHEET: &str = "Fecha,Estado,Municipio,Víctima,Hechos\n\
    2014-03-01,Guerrero,Xochistlahuaca,Nepomuceno Trigo,Lo siguió un contrabandista\n\
    2014-04-02,Oaxaca,,Nepomuceno Trigo,Hubo murmuraciones\n";

/// A day's work with the command line, in the scratch folder of a program; `out/` is where documents were sent.
fn work(program: &Program) -> String {
    let folder = program.folder();
    for name in ["data", "out"] {
        fs::create_dir(folder.join(name)).unwrap();
    }
    fs::create_dir(folder.join("outside")).unwrap();
    let photo = [&b"\x89PNG\r\n\x1a\n"[..], b"EXIF-Plazuela", &[0; 3_000]].concat();
    fs::write(folder.join("outside/retrato-de-la-plaza.png"), photo).unwrap();
    fs::write(folder.join("outside/sheet.csv"), SHEET).unwrap();
    fs::write(folder.join("outside/new-passphrase"), NEW_PASSPHRASE).unwrap();
    run(program, &["init", "--kdf-memory", "64", "--recovery-words-out", "outside/words"]);
    let facts = "facts=A Hermelinda la golpearon en Quetzalapa, entre zancudos.";
    let made =
        run(program, &["new", "incident", "--set", "date=2014-03~", "--set", "state=20", "--set", facts, "--json"]);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    run(program, &["edit", &id, "--set", "public_summary=Agresión tipográfica"]);
    run(program, &["edit", &id, "--set", "facts=A Hermelinda la golpearon en la casa ferrocarrilera."]);
    let refused = try_run(program, &["edit", &id, "--set", "state=Quetzalapa"]);
    assert_ne!(refused.code, 0);
    run(program, &["import", "outside/sheet.csv", "--dry-run"]);
    run(program, &["import", "outside/sheet.csv"]);
    let attached = run(program, &["attach", &id, "outside/retrato-de-la-plaza.png", "--json"]);
    let attachment = attached.json()["attachment"].as_str().unwrap().to_owned();
    run(program, &["attachments", "get", &attachment, "--out", "out/retrato"]);
    for arguments in [
        &["search", "Hermelinda"][..],
        &["search", "contrabandista", "--json"],
        &["list", "incident", "--where", "facts~zancudos"],
        &["list", "incident", "--limit", "0"],
        &["show", &id],
        &["history", &id],
        &["report", "incidents", "--disclosure", "full", "--out", "out/informe.pdf"],
        &["report", "incidents", "--disclosure", "full", "--out", "out/informe.docx"],
        &["export", "incident", "--format", "csv", "--out", "out/lista.csv"],
        &["export", "incident", "--format", "xlsx", "--out", "out/lista.xlsx"],
        &["export", "incident", "--format", "json", "--out", "out/lista.json"],
        &["rebuild"],
        &["verify"],
        &["passphrase", "--new-passphrase-file", "outside/new-passphrase"],
    ] {
        run(program, arguments);
    }
    fs::copy(folder.join("outside/new-passphrase"), folder.join("passphrase")).unwrap();
    run(program, &["unlock"]);
    fs::read_to_string(folder.join("outside/words")).unwrap()
}

fn try_run(program: &Program, arguments: &[&str]) -> Answer {
    let mut all = vec!["--vault", "vault", "--passphrase-file", "passphrase"];
    all.extend(arguments);
    let mut command = program.command(&all);
    command.env("XDG_DATA_HOME", program.folder().join("data")).env("XDG_CACHE_HOME", program.folder().join("data"));
    command.env("RUST_LOG", "trace").env("RUST_BACKTRACE", "full").env("TYPST_LOG", "trace");
    Program::answer(&mut command)
}

fn run(program: &Program, arguments: &[&str]) -> Answer {
    let answer = try_run(program, arguments);
    assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.err);
    for word in TYPED.iter().chain(&[PASSPHRASE]) {
        assert!(!answer.err.contains(word), "k04: {arguments:?} tells {word} on standard error");
    }
    answer
}

#[test]
fn a01_k03_no_typed_word_lies_in_the_vault_the_home_or_the_temporary_folders() {
    let started = SystemTime::now();
    let program = Program::new();
    let recovery = work(&program);
    let recovery = recovery.trim();
    assert_eq!(recovery.split(' ').count(), 12);
    let mut words: BTreeSet<String> = TYPED.iter().map(|word| (*word).to_owned()).collect();
    words.extend([PASSPHRASE, NEW_PASSPHRASE, recovery].map(str::to_owned));
    words.extend(PASSPHRASE.split(' ').chain(recovery.split(' ')).map(str::to_owned));
    let search = Search::of(&words);
    let shown = fs::read(program.folder().join("out/lista.csv")).unwrap();
    assert!(search.found(&shown).contains("Hermelinda"), "where it was sent it is found");
    assert!(search.found(b"=SGVybWVsaW5kYQ==").contains("Hermelinda"), "in base64 too");

    let mut looked_at = 0;
    for place in ["vault", "home", "tmp", "data"] {
        for path in under(&program.folder().join(place)) {
            let name = path.strip_prefix(program.folder()).unwrap().display().to_string();
            assert!(search.found(name.as_bytes()).is_empty(), "a name tells: {name}");
            if path.is_file() {
                let bytes = fs::read(&path).unwrap();
                looked_at += bytes.len();
                assert_eq!(search.found(&bytes), BTreeSet::new(), "{name}");
            }
        }
    }
    assert!(looked_at > 100_000);
    assert_eq!(under(&program.folder().join("tmp")), Vec::<PathBuf>::new(), "nothing stays in the temporary folder");
    assert_eq!(under(&program.folder().join("home")), Vec::<PathBuf>::new(), "nor in the home");

    // Places no variable names: what was written there since, by whomever, holds none of the typed words either.
    let typed = Search::of(&TYPED.iter().map(|word| (*word).to_owned()).collect());
    let young = |path: &PathBuf| {
        let written = fs::metadata(path).and_then(|about| about.modified().map(|when| (about.len(), when)));
        path.is_file() && written.is_ok_and(|(len, when)| when >= started && len < 8 << 20)
    };
    for place in ["/dev/shm", "/var/tmp"] {
        for path in under(Path::new(place)).into_iter().filter(young) {
            let bytes = fs::read(&path).unwrap_or_default();
            assert_eq!(typed.found(&bytes), BTreeSet::new(), "{}", path.display());
        }
    }
}

#[test]
fn a20_every_file_of_a_vault_and_every_document_is_its_owners_alone() {
    let program = Program::new();
    work(&program);
    let vault = program.vault();
    let documents = ["outside/words", "out/retrato", "out/informe.pdf", "out/informe.docx", "out/lista.csv"];
    let paths = under(&vault).into_iter().chain([vault.clone()]);
    for path in paths.chain(documents.map(|name| program.folder().join(name))) {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:o} {}", mode & 0o777, path.display());
    }
}

#[test]
fn b10_secrets_and_keys_leave_through_no_answer() {
    let program = Program::new();
    work(&program);
    let listed = run(&program, &["list", "incident", "--limit", "0", "--json"]).json();
    let with_file = listed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap());
    for id in with_file {
        for command in ["show", "history"] {
            let told = run(&program, &[command, id, "--json"]).json();
            no_key(&told, &format!("{command} {id}"));
        }
        no_key(&run(&program, &["attachments", "list", id, "--json"]).json(), "attachments list");
    }
    let exported = fs::read(program.folder().join("out/lista.json")).unwrap();
    no_key(&serde_json::from_slice(&exported).unwrap(), "export");
}

/// An attachment's file key is nowhere in an answer: neither by name, nor as 32 bytes beside what may be known.
fn no_key(told: &Json, whose: &str) {
    match told {
        Json::Object(fields) => {
            for (name, value) in fields {
                let secret = ["key", "file_key", "fk", "blob"].contains(&name.as_str());
                assert!(!secret, "{whose} tells {name}");
                no_key(value, whose);
            }
        }
        Json::Array(items) => items.iter().for_each(|item| no_key(item, whose)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}
