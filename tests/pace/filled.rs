//! A vault with so many invented incidents and one person whom 3,000 of them name; made once and kept beside the build.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use resguardo_app::browse::{ListQuery, ListStatus};
use resguardo_app::import::ImportRequest;
use resguardo_app::pages::FieldInput;
use resguardo_app::{KdfCost, Lang, Passphrase, Session, UnlockSecret, WayIn, choose_passphrase};
use resguardo_tests::{PASSPHRASE, Program, target_folder};
use serde_json::json;

use crate::rows::{Row, rows};

const LINKS: usize = 3_000;

/// The vault.
pub struct Filled {
    folder: PathBuf,
    /// The person.
    pub person: String,
    /// How many incidents name it.
    pub links: usize,
}

impl Filled {
    /// The vault with so many incidents.
    pub fn with(count: usize) -> Self {
        let folder = target_folder().join("pace").join(count.to_string());
        let links = LINKS.min(count);
        if let Ok(person) = std::fs::read_to_string(folder.join("person")) {
            return Self { folder, person, links };
        }
        let session = made(&folder);
        let file = folder.join("agresiones.csv");
        std::fs::write(&file, sheet(&rows(count))).expect("a sheet");
        let request = ImportRequest { file, kind: "incident".to_owned(), ..ImportRequest::default() };
        assert_eq!(session.import(&request).expect("an import").imported, count, "every row came in");
        let name = FieldInput { field: "name".to_owned(), typed: Some("Lucía Sánchez".to_owned()), values: None };
        let person = session.record_create("person", vec![name]).expect("a person").id;
        let ids = session.list_ids(&incidents()).expect("a list");
        let named = FieldInput { field: "victims".to_owned(), typed: None, values: Some(vec![json!({"ref": person})]) };
        session.bulk_edit(ids.get(..links).unwrap_or(&ids), &[named]).expect("written");
        drop(session);
        std::fs::write(folder.join("person"), &person).expect("a file");
        Self { folder, person, links }
    }

    /// A copy of it where a program may write.
    pub fn copied(&self) -> Program {
        copied(&self.folder)
    }
}

/// A copy of a vault with about so many records of the invented demonstration: an application for each six or seven.
pub fn invented(records: u32) -> Program {
    let folder = target_folder().join("pace").join(format!("invented-{records}"));
    if !folder.join("whole").exists() {
        let session = made(&folder);
        session.demo_invented(records.saturating_mul(150) / 952).expect("records");
        drop(session);
        std::fs::write(folder.join("whole"), "").expect("a file");
    }
    copied(&folder)
}

/// An empty vault in a folder made anew.
fn made(folder: &Path) -> Session {
    let _afresh = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).expect("a folder");
    let way_in = WayIn { passphrase: choose_passphrase(PASSPHRASE).expect("strong"), keyfile: None };
    let cost = KdfCost::with_memory(65_536).expect("in bounds");
    Session::create(&folder.join("vault"), &way_in, cost, Lang::Es).expect("a vault").0
}

fn copied(folder: &Path) -> Program {
    let program = Program::new();
    copy(&folder.join("vault"), &program.vault());
    program
}

/// Unlocks it in this process.
pub fn unlock(program: &Program) -> Session {
    let secret = UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).expect("a passphrase"));
    Session::unlock(&program.vault(), &secret, Lang::Es).expect("it opens")
}

/// Every incident.
pub fn incidents() -> ListQuery {
    ListQuery {
        kind: "incident".to_owned(),
        text: String::new(),
        earlier: false,
        filters: Vec::new(),
        status: ListStatus::InUse,
        sort: None,
        group: None,
        columns: Vec::new(),
    }
}

/// Incidents as a sheet.
pub fn sheet(rows: &[Row]) -> String {
    let mut sheet = String::from("Clave,Fecha,Estado,Municipio,Tipo de agresión,Hechos\n");
    for Row { code, date, state, municipality, aggression, facts } in rows {
        let _written = writeln!(sheet, "{code},{date},{state},{municipality},{aggression},\"{facts}\"");
    }
    sheet
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).expect("a copy");
        }
    }
}
