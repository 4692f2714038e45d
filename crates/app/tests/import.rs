//! Bringing sheets in, through the calls that the command line and the window use.

#![expect(clippy::unwrap_used, reason = "a helper of a test may fail as loudly as the test")]

use std::path::{Path, PathBuf};

use resguardo_app::import::{Choice, ImportRequest, Imported};
use resguardo_app::lists::ListRequest;
use resguardo_app::records::Assignment;
use resguardo_app::{KdfCost, Lang, Session, WayIn, choose_passphrase};

struct Desk {
    // Dropped in this order: the vault closes before its folder goes.
    session: Session,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = choose_passphrase("correct horse battery staple granizo").unwrap();
        let way_in = WayIn { passphrase, keyfile: None };
        let cost = KdfCost::with_memory(65_536).unwrap();
        let (session, _) = Session::create(&folder.path().join("vault"), &way_in, cost, Lang::Es).unwrap();
        Self { session, folder }
    }

    fn sheet(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn import(&self, file: &Path, choices: &[Choice]) -> Imported {
        let choices = choices.iter().copied().collect();
        let request =
            ImportRequest { file: file.to_owned(), kind: "incident".into(), choices, ..ImportRequest::default() };
        self.session.import(&request).unwrap()
    }

    fn count(&self, kind: &str) -> usize {
        self.list(kind, &[]).total
    }

    fn list(&self, kind: &str, filters: &[&str]) -> resguardo_app::lists::Listed {
        let filters = filters.iter().map(|filter| (*filter).to_owned()).collect();
        self.session.list(&ListRequest { kind: kind.into(), filters, ..ListRequest::default() }).unwrap()
    }
}

/// Rows of a plausible sheet; the fourth column of the rows named in `changed` says something else.
fn rows(count: usize, changed: &[usize]) -> String {
    let mut text = String::from("Fecha,Estado,Nombre de la víctima,Hechos,Tipo de agresión\n");
    for row in 0..count {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        let facts = if changed.contains(&row) { format!("corregido {row}") } else { format!("hecho número {row}") };
        text.push_str(&format!("{:04}-{month:02}-{day:02},Oaxaca,Persona {row},{facts},Amenaza\n", 2014 + row % 5));
    }
    text
}

#[test]
fn u14_bad_cells_are_all_listed_while_good_rows_come_in() {
    let desk = Desk::new();
    let mut text = String::from("Fecha,Hechos\n");
    for row in 0..500 {
        let date = if row % 12 == 3 { "un martes".to_owned() } else { format!("2014-05-{:02}", row % 28 + 1) };
        text.push_str(&format!("{date},hecho {row}\n"));
    }
    let told = desk.import(&desk.sheet("a.csv", text), &[]);
    let bad = (0..500).filter(|row| row % 12 == 3).count();
    assert_eq!((told.rows, told.imported, told.errors.len()), (500, 500, bad));
    let first = &told.errors[0];
    assert_eq!(
        (first.row, first.cell.as_str(), first.value.as_str(), first.field.as_str()),
        (5, "A5", "un martes", "date")
    );
    assert!(!first.message.contains("cell-"), "a sentence, not an id: {}", first.message);
}

#[test]
fn g11_the_same_file_twice_adds_nothing() {
    let desk = Desk::new();
    let sheet = desk.sheet("a.csv", rows(60, &[]));
    assert_eq!(desk.import(&sheet, &[]).imported, 60);
    let again = desk.import(&sheet, &[]);
    assert_eq!((again.imported, again.duplicates.len(), again.changes.len()), (0, 60, 0));
    assert_eq!((desk.count("incident"), desk.count("person")), (60, 60));
    assert_eq!(desk.import(&sheet, &[Choice::AddDuplicates]).imported, 60);
    assert_eq!(desk.count("incident"), 120);
}

#[test]
fn u15_a_corrected_sheet_proposes_its_changes_and_doubles_nothing() {
    let desk = Desk::new();
    let changed: Vec<usize> = (0..30).map(|n| n * 6).collect();
    desk.import(&desk.sheet("a.csv", rows(200, &[])), &[]);
    let corrected = desk.sheet("b.csv", rows(200, &changed));
    let proposed = desk.import(&corrected, &[]);
    assert_eq!((proposed.changes.len(), proposed.duplicates.len(), proposed.imported), (30, 170, 0));
    let change = &proposed.changes[1];
    assert_eq!((change.row, change.field.as_str()), (8, "facts"));
    assert_eq!((change.old.as_str(), change.new.as_str()), (Some("hecho número 6"), Some("corregido 6")));
    assert_eq!(desk.list("incident", &["facts~corregido"]).total, 0, "proposed is not written");
    let applied = desk.import(&corrected, &[Choice::ApplyChanges]);
    assert_eq!(applied.imported, 30);
    assert_eq!(desk.count("incident"), 200);
    assert_eq!(desk.list("incident", &["facts~corregido"]).total, 30);
    let again = desk.import(&corrected, &[]);
    assert_eq!((again.changes.len(), again.duplicates.len()), (0, 200), "what was applied is known");
    let undone = desk.session.undo_import(&applied.batch).unwrap();
    assert_eq!((undone.binned, undone.restored, undone.kept.len()), (0, 30, 0));
    assert_eq!(desk.list("incident", &["facts~corregido"]).total, 0);
}

#[test]
fn u15_a_changed_cell_of_a_linked_person_changes_that_person() {
    let desk = Desk::new();
    desk.import(
        &desk.sheet("a.csv", "Fecha,Nombre de la víctima,Sexo,Hechos,Estado\n2014-05-03,Ana Pérez,M,algo,Oaxaca\n"),
        &[],
    );
    let corrected = desk
        .sheet("b.csv", "Fecha,Nombre de la víctima,Sexo,Hechos,Estado\n2014-05-03,Ana Pérez López,M,algo,Oaxaca\n");
    let told = desk.import(&corrected, &[Choice::ApplyChanges]);
    assert_eq!((told.changes.len(), told.imported), (1, 1));
    assert_eq!(told.changes[0].field, "victims.name");
    assert_eq!(desk.list("person", &["name~López"]).total, 1);
    assert_eq!(desk.count("person"), 1);
}

#[test]
fn u16_one_undo_takes_a_batch_back_and_keeps_and_lists_later_hand_edits() {
    let desk = Desk::new();
    let told = desk.import(&desk.sheet("a.csv", rows(50, &[])), &[]);
    let touched = desk.list("incident", &["facts=hecho número 7"]).items[0].id.clone();
    let text = "escrito a mano".to_owned();
    desk.session.edit_record(&touched, &[Assignment::Text { field: "context".into(), text }]).unwrap();
    let undone = desk.session.undo_import(&told.batch).unwrap();
    assert_eq!((undone.binned, undone.kept.len()), (99, 1), "50 incidents and 50 persons, less one");
    assert_eq!(undone.kept[0].id, touched);
    assert_eq!(desk.count("incident"), 1);
    assert!(desk.session.undo_import(&told.batch).is_err(), "a batch is undone once");
    let again = desk.import(&desk.sheet("a.csv", rows(50, &[])), &[]);
    assert_eq!(again.imported, 50, "rows of an undone batch are no duplicates");
}

#[test]
fn a_lock_ends_the_taking_back_of_a_batch_and_leaves_it_whole() {
    let desk = Desk::new();
    let told = desk.import(&desk.sheet("lista.csv", rows(40, &[])), &[]);
    desk.session.shut();
    assert!(desk.session.undo_import(&told.batch).is_err());
    assert_eq!((desk.count("incident"), desk.count("person")), (40, 40));
}

#[test]
fn a_dry_run_shows_everything_and_writes_nothing() {
    let desk = Desk::new();
    let told = desk.import(&desk.sheet("a.csv", rows(10, &[])), &[Choice::DryRun]);
    assert_eq!((told.rows, told.imported, told.batch.as_str()), (10, 10, ""));
    assert!(desk.session.snapshot().is_empty());
}

#[test]
fn u17_accents_come_in_whatever_the_encoding_and_separator() {
    let text = "Fecha;Estado;Hechos\n3 de mayo de 2014;Michoacán;Señalamiento público en Cancún\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (name, bytes) in [
        ("utf8.csv", text.as_bytes().to_vec()),
        ("bom.csv", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("latin.csv", latin),
        ("utf16.csv", utf16),
        ("tab.csv", text.replace(';', "\t").into_bytes()),
    ] {
        let desk = Desk::new();
        assert_eq!(desk.import(&desk.sheet(name, bytes), &[]).imported, 1, "{name}");
        let found = desk.list("incident", &["state=16", "date=2014-05-03", "facts~Señalamiento público en Cancún"]);
        assert_eq!(found.total, 1, "{name}");
    }
}

#[test]
fn persons_are_never_joined_by_name_and_media_are() {
    let desk = Desk::new();
    let text = "Fecha,Nombre de la víctima,Medio,Hechos\n2014,Juan López,El Sur,a\n2015,Juan López,EL SUR,b\n2016,Sin identificar,El Norte,c\n";
    desk.import(&desk.sheet("a.csv", text), &[]);
    let named = desk.list("person", &["name=Juan López"]).total;
    assert_eq!((named, desk.count("collective") + desk.count("organisation")), (2, 2));
    assert_eq!(desk.count("person"), 3, "somebody nobody could name is still a victim");
}

#[test]
fn g07_formulas_are_text_and_nothing_runs() {
    let desk = Desk::new();
    let text = "Fecha,Hechos\n2014,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n";
    desk.import(&desk.sheet("a.csv", text), &[]);
    assert_eq!(desk.list("incident", &["facts~=HYPERLINK"]).total, 1);
}

#[test]
fn u23_a_record_with_three_thousand_links_opens_whole_and_is_changed_without_touching_them() {
    let desk = Desk::new();
    let mut text = String::from("Fecha,Nombre de la víctima,Medio,Hechos\n");
    (0..3000).for_each(|row| text.push_str(&format!("2014,Persona {row} Apellido,El Sur,hecho {row}\n")));
    desk.import(&desk.sheet("a.csv", text), &[]);
    let medium = ["collective", "organisation"].iter().find_map(|kind| desk.list(kind, &[]).items.pop()).unwrap();
    assert_eq!(desk.session.show(&medium.id).unwrap().links.len(), 3000);
    let note = Assignment::Text { field: "name".into(), text: "El Sur de Acapulco".into() };
    desk.session.edit_record(&medium.id, &[note]).unwrap();
    let shown = desk.session.show(&medium.id).unwrap();
    assert_eq!((shown.links.len(), shown.fields["name"].as_str()), (3000, Some("El Sur de Acapulco")));
}
