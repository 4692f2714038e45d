//! Resguardo, through the same calls the command line and the window use.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use resguardo_app::import::ImportRequest;
use resguardo_app::lists::ListRequest;
use resguardo_app::records::Assignment;
use resguardo_app::{KdfCost, Lang, Passphrase, Session, UnlockSecret, WayIn, choose_passphrase};

use crate::rows::{QUERIES, Row};
use crate::{Taken, p95, timed};

const PASSPHRASE: &str = "correct horse battery staple granizo";

pub fn run(rows: &[Row]) -> Taken {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let vault = folder.path().join("vault");
    let sheet = folder.path().join("sheet.csv");
    write_sheet(&sheet, rows);
    let way_in = WayIn { passphrase: choose_passphrase(PASSPHRASE).expect("strong"), keyfile: None };
    let cost = KdfCost::with_memory(65_536).expect("in bounds");
    let (session, _) = Session::create(&vault, &way_in, cost, Lang::Es).expect("a vault");
    let mut taken = Taken::default();
    let request = ImportRequest { file: sheet, kind: "incident".into(), ..ImportRequest::default() };
    let (import, told) = timed(|| session.import(&request).expect("an import"));
    assert_eq!(told.imported, rows.len(), "every row came in");
    taken.import = import;
    drop(session);
    let secret = UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).expect("a passphrase"));
    let session = Session::unlock(&vault, &secret, Lang::Es).expect("it opens");
    assert_eq!(session.state().projection, "opened");
    taken.unlock = session.vault().state().open;
    let list = ListRequest { kind: "incident".into(), limit: 100, ..ListRequest::default() };
    taken.list = timed(|| session.list(&list).expect("a list")).0;
    let filter = ListRequest { filters: vec!["state=20".into(), "date>=2015".into()], ..list };
    taken.filter = timed(|| session.list(&filter).expect("a list")).0;
    let (index, _) = timed(|| session.search("radio", None, 20).expect("found"));
    eprintln!("  index built in {} ms", index.as_millis());
    let searches = (0..100).map(|turn| timed(|| session.search(QUERIES[turn % QUERIES.len()], None, 20)).0);
    taken.search_p95 = p95(searches.collect());
    let ids: Vec<String> = session.list(&ListRequest { kind: "incident".into(), limit: 60, ..ListRequest::default() })
        .expect("a list").items.into_iter().map(|item| item.id).collect();
    let commits = ids.iter().map(|id| {
        let text = format!("cambio {:?}", Instant::now());
        timed(|| session.edit_record(id, &[Assignment::Text { field: "context".into(), text }]).expect("saved")).0
    });
    taken.commit_p95 = p95(commits.collect());
    taken.resident_bytes = resident();
    drop(session);
    taken.disk_bytes = size_of(&vault);
    taken
}

fn write_sheet(path: &Path, rows: &[Row]) {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).expect("a file"));
    writeln!(file, "Clave,Fecha,Estado,Municipio,Tipo de agresión,Hechos").expect("written");
    for row in rows {
        let Row { code, date, state, municipality, aggression, facts } = row;
        writeln!(file, "{code},{date},{state},{municipality},{aggression},\"{facts}\"").expect("written");
    }
}

fn resident() -> u64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or(0) * 4096
}

fn size_of(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { size_of(&entry.path()) } else { entry.metadata().map_or(0, |m| m.len()) }).sum()
}
