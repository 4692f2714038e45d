use std::cell::Cell;
use std::path::{Path, PathBuf};

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

use super::Keep;
use crate::pages::FieldInput;
use crate::session::Session;

const SHEET: &str = "Fecha de los hechos,Estado,Tipo de agresión,Nombre de la víctima,Relato,Obs. Lety
12/03/2013,Oaxaca,amenaza de muerte,Ana Pérez,La amenazaron,ojo
mar-13,Veracruz,la hostigaron feo,Beto Ruiz,Le robaron la cuenta,
el otro día,Oaxaca,la hostigaron feo,s/d,Llegaron al local,checar
";

fn session(folder: &std::path::Path) -> Session {
    let passphrase = crate::choose_passphrase("murciélago azúcar canción árbol").unwrap();
    let way_in = WayIn { passphrase, keyfile: None };
    Session::create(&folder.join("v"), &way_in, KdfCost::with_memory(64 * 1024).unwrap(), Lang::Es).unwrap().0
}

#[test]
fn a_sheet_comes_in_step_by_step_and_is_read_alike_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = folder.path().join("agresiones.csv");
    std::fs::write(&file, SHEET).unwrap();
    let state = session.import_begin("incident", &file).unwrap();
    let target = |heading: &str| {
        let column = state.columns.iter().find(|column| column.heading == heading).unwrap();
        (column.index, column.target.clone(), column.state)
    };
    assert_eq!((state.rows, state.file.as_str()), (3, "agresiones.csv"));
    assert_eq!(target("Fecha de los hechos").1.as_deref(), Some("date"));
    assert_eq!(target("Obs. Lety").1, None);
    let veiled = state.columns.iter().find(|column| column.heading == "Nombre de la víctima").unwrap();
    assert!(veiled.veiled && veiled.samples.is_empty());
    let (aggression, _, looks) = target("Tipo de agresión");
    assert_eq!(looks, "care");

    let values = session.import_values(aggression).unwrap();
    assert_eq!((values[0].value.as_str(), values[0].count, values[0].state), ("la hostigaron feo", 2, "care"));
    assert!(session.import_value(aggression, "la hostigaron feo", &["no-such-term".to_owned()]).is_err());
    let term = session.terms("aggression_type", "redes", 1)[0].id.clone();
    let values = session.import_value(aggression, "la hostigaron feo", &[term]).unwrap();
    assert!(values.iter().all(|value| value.state == "met"), "{values:?}");

    let check = session.import_check(0, 50).unwrap();
    assert_eq!((check.rows, check.ready, check.problems_total), (3, 3, 1));
    assert_eq!((check.problems[0].cell.as_str(), check.problems[0].value.as_str()), ("A4", "el otro día"));
    session.import_fix(4, "Fecha de los hechos", "marzo de 2013").unwrap();
    assert_eq!(session.import_check(0, 50).unwrap().problems_total, 0);
    session.mapping_save("Hoja de Lety").unwrap();

    let heard = Cell::new(0);
    let done = session
        .import_run(false, &|done, _| {
            heard.set(done);
            true
        })
        .unwrap();
    assert_eq!((done.imported, done.stopped, heard.get()), (3, false, 3));
    assert!(session.import_check(0, 1).is_err(), "nothing is in hand any more");
    let again = session.import_begin("incident", &file).unwrap();
    assert_eq!(again.saved_mapping.as_deref(), Some("Hoja de Lety"));
    let check = session.import_check(0, 50).unwrap();
    assert_eq!((check.duplicates, check.changes_total), (3, 0), "the row that was put right is known again");
    session.import_close();

    let batches = session.import_batches();
    assert_eq!((batches.len(), batches[0].file.as_str()), (1, "agresiones.csv"));
    let undone = session.import_undo(&done.batch).unwrap();
    assert!(undone.removed >= 3 && undone.kept.is_empty());
    assert!(session.import_batches()[0].undone);
    drop(session);
}

/// A sheet with so many rows; the dates of those named are none, the facts of those changed say something else.
fn sheet(folder: &Path, rows: usize, bad: impl Fn(usize) -> bool, changed: impl Fn(usize) -> bool) -> PathBuf {
    let mut text = String::from("Fecha de los hechos,Estado,Relato\n");
    for row in 0..rows {
        let date = if bad(row) { format!("quién sabe {row}") } else { format!("2013-01-{:02}", row % 28 + 1) };
        let facts = if changed(row) { "corregido" } else { "relato" };
        text.push_str(&format!("{date},Oaxaca,{facts} {row}\n"));
    }
    let file = folder.join("hoja.csv");
    std::fs::write(&file, text).unwrap();
    file
}

fn incidents(session: &Session) -> usize {
    let snapshot = session.snapshot();
    let of_kind = snapshot.rows().filter(|row| row.kind() == "incident");
    of_kind.filter(|row| row.status() == resguardo_domain::operation::Status::InUse).count()
}

#[test]
fn u14_bad_cells_of_five_thousand_rows_are_all_listed_and_put_right_in_place_while_good_rows_come_in() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = sheet(folder.path(), 5000, |row| row % 125 == 7, |_| false);
    let state = session.import_begin("incident", &file).unwrap();
    assert_eq!(state.columns[0].sentence, "4,960 leídas, 40 por ver");
    let check = session.import_check(0, 25).unwrap();
    assert_eq!((check.rows, check.ready, check.problems_total, check.problems.len()), (5000, 5000, 40, 25));
    let rest = session.import_check(25, 25).unwrap().problems;
    assert_eq!(rest.len(), 15);
    let first = &check.problems[0];
    assert_eq!((first.row, first.cell.as_str(), first.column.as_str()), (9, "A9", "Fecha de los hechos"));
    assert_eq!((first.value.as_str(), first.field.as_str(), first.fixable), ("quién sabe 7", "Fecha", true));
    session.import_fix(9, "Fecha de los hechos", "hacia 2013").unwrap();
    assert!(session.import_fix(9, "No hay tal columna", "x").is_err());
    assert!(session.import_fix(1, "Fecha de los hechos", "x").is_err(), "headings are no cells");
    assert_eq!(session.import_check(0, 1).unwrap().problems_total, 39);
    let done = session.import_run(false, &|_, _| true).unwrap();
    assert_eq!((done.imported, done.skipped, done.stopped), (5000, 0, false));

    let snapshot = session.snapshot();
    let found = |row: &resguardo_vault::Row<'_>, text: &str| {
        row.values("as_found").iter().flat_map(resguardo_domain::value::Value::words).any(|word| word == text)
    };
    let fixed = snapshot.rows().find(|row| found(row, "Fecha de los hechos: quién sabe 7")).unwrap();
    let date = resguardo_domain::value::Value::Date("2013~".parse().unwrap(), None);
    assert_eq!(fixed.values("date"), [date], "what was put right stands in the field, what the file said beside it");
    drop(session);
}

#[test]
fn u15_a_corrected_sheet_previews_thirty_changes_and_doubles_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    session.import_begin("incident", &sheet(folder.path(), 300, |_| false, |_| false)).unwrap();
    session.import_run(false, &|_, _| true).unwrap();
    session.import_begin("incident", &sheet(folder.path(), 300, |_| false, |row| row % 10 == 3)).unwrap();
    let check = session.import_check(0, 10).unwrap();
    assert_eq!((check.ready, check.duplicates, check.changes_total), (0, 270, 30));
    let change = &check.changes[0];
    let told = (change.row, change.field.as_str(), change.old.as_str(), change.new.as_str());
    assert_eq!(told, (5, "Hechos", "relato 3", "corregido 3"));
    let done = session.import_run(true, &|_, _| true).unwrap();
    assert_eq!((done.imported, done.changed, done.skipped, incidents(&session)), (0, 30, 270, 300));
    let undone = session.import_undo(&done.batch).unwrap();
    assert_eq!((undone.removed, undone.restored), (0, 30));
    drop(session);
}

#[test]
fn u16_an_import_that_is_stopped_holds_exactly_the_counted_rows_and_one_undo_removes_them() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    session.import_begin("incident", &sheet(folder.path(), 700, |_| false, |_| false)).unwrap();
    let done = session.import_run(false, &|done, _| done < 400).unwrap();
    assert_eq!((done.stopped, done.imported, done.skipped), (true, 400, 300));
    assert_eq!((incidents(&session), session.import_batches()[0].records.as_str()), (400, "400"));
    let touched = session.snapshot().rows().find(|row| row.kind() == "incident").unwrap().id().to_string();
    std::thread::sleep(std::time::Duration::from_millis(2));
    let by_hand = FieldInput { field: "facts".to_owned(), typed: Some("A mano".to_owned()), values: None };
    session.record_write(&touched, vec![by_hand]).unwrap();
    let undone = session.import_undo(&done.batch).unwrap();
    assert_eq!((undone.removed, undone.kept.len(), undone.kept[0].id.as_str()), (399, 1, touched.as_str()));
    assert_eq!(incidents(&session), 1);
    drop(session);
}

#[test]
fn u16_an_import_that_a_crash_ended_holds_exactly_the_counted_rows_and_one_undo_removes_them() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    session.import_begin("incident", &sheet(folder.path(), 500, |_| false, |_| false)).unwrap();
    // The vault as it stands on disk between two slices is what a crash leaves.
    let (vault, crashed) = (folder.path().join("v"), folder.path().join("crashed"));
    session
        .import_run(false, &|done, _| {
            if done == 200 {
                copy(&vault, &crashed);
            }
            true
        })
        .unwrap();
    drop(session);
    let secret = crate::UnlockSecret::Passphrase(crate::Passphrase::new("murciélago azúcar canción árbol").unwrap());
    let session = Session::unlock(&crashed, &secret, Lang::Es).unwrap();
    let batches = session.import_batches();
    assert_eq!((incidents(&session), batches.len(), batches[0].records.as_str()), (200, 1, "200"));
    assert_eq!(session.import_undo(&batches[0].id).unwrap().removed, 200);
    assert_eq!(incidents(&session), 0);
    drop(session);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}

#[test]
fn u17_accents_are_shown_before_anything_comes_in_whatever_the_encoding_and_separator() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let text = "Fecha;Estado;Qué pasó\n2013;Michoacán;Señalaron a la compañera\n";
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let files: [(&str, Vec<u8>); 4] = [
        ("utf8.csv", text.into()),
        ("bom.csv", format!("\u{feff}{}", text.replace(';', ",")).into()),
        ("latin.csv", latin),
        ("tab.txt", text.replace(';', "\t").into()),
    ];
    for (name, bytes) in files {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let state = session.import_begin("incident", &file).unwrap();
        let samples: Vec<&[String]> = state.columns.iter().map(|column| column.samples.as_slice()).collect();
        assert_eq!(samples, [["2013"], ["Michoacán"], ["Señalaron a la compañera"]], "{name}");
        assert_eq!(state.preview[1][1], "Michoacán");
    }
    drop(session);
}

#[test]
fn a_column_is_kept_as_written_or_left_out_and_names_stay_covered() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = folder.path().join("agresiones.csv");
    std::fs::write(&file, SHEET).unwrap();
    let state = session.import_begin("incident", &file).unwrap();
    assert!(!format!("{state:?}").contains("Ana Pérez"), "a name is covered in the preview too");
    let paths: Vec<&str> = state.targets.iter().map(|target| target.path.as_str()).collect();
    assert!(paths.contains(&"victims.name") && !paths.contains(&"import_row") && !paths.contains(&"as_found"));
    let at = |heading: &str| state.columns.iter().find(|column| column.heading == heading).unwrap().index;
    let name = at("Nombre de la víctima");
    let kept = session.import_column(name, Keep::AsWritten, None).unwrap();
    assert!(kept.columns[name].veiled && kept.columns[name].samples.is_empty(), "its heading says what it holds");
    let out = session.import_column(at("Obs. Lety"), Keep::LeaveOut, None).unwrap();
    let column = &out.columns[at("Obs. Lety")];
    assert_eq!((column.keep, column.sentence.as_str()), (Keep::LeaveOut, "no se importa"));
    assert!(session.import_column(name, Keep::Field, Some("no.such")).is_err());
    assert_eq!(session.import_column(name, Keep::Field, Some("victims.name")).unwrap().columns[name].state, "met");
    session.import_run(false, &|_, _| true).unwrap();
    let snapshot = session.snapshot();
    let as_found = |row: resguardo_vault::Row<'_>| format!("{:?}", row.values("as_found"));
    assert!(snapshot.rows().map(as_found).all(|kept| !kept.contains("ojo")));
    drop(session);
}

#[test]
fn two_acts_in_one_value_are_offered_apart_and_given_both_terms() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = folder.path().join("actos.csv");
    std::fs::write(&file, "Fecha,Tipo de agresión\n2013,allan. y robo\n2014,allan. y robo\n2015,zzz\n").unwrap();
    let state = session.import_begin("incident", &file).unwrap();
    assert!(state.columns[1].several && state.columns[1].catalogue.is_some());
    let values = session.import_values(1).unwrap();
    assert_eq!((values[0].value.as_str(), values[0].count, values[0].state), ("allan. y robo", 2, "care"));
    let offered: Vec<String> = values[0].suggestion.iter().map(|term| term.id.clone()).collect();
    assert_eq!(offered.len(), 2, "{:?}", values[0]);
    let values = session.import_value(1, "allan. y robo", &offered).unwrap();
    let both = values.iter().find(|value| value.value == "allan. y robo").unwrap();
    assert_eq!((both.terms.len(), both.state), (2, "met"));
    let values = session.import_value(1, "zzz", &[]).unwrap();
    assert!(values.iter().all(|value| value.state == "met"), "left unclassified on purpose is settled");
    let done = session.import_run(false, &|_, _| true).unwrap();
    assert_eq!((done.imported, done.unmatched), (3, 1));
    assert_eq!(session.import_batches()[0].unmatched, 1);
    drop(session);
}

#[test]
fn another_row_of_headings_is_read_as_if_it_had_been_found_and_a_row_that_is_none_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = folder.path().join("titulo.csv");
    std::fs::write(&file, "Registro 2013\nQué,Fecha,Estado\nx,Fecha,Estado\ny,2013,Oaxaca\nz,2014,Puebla\n").unwrap();
    let state = session.import_begin("incident", &file).unwrap();
    assert_eq!((state.heading_row, state.rows), (2, 3));
    let state = session.import_arrange("", 3).unwrap();
    let targets: Vec<Option<&str>> = state.columns.iter().map(|column| column.target.as_deref()).collect();
    assert_eq!((state.heading_row, state.rows, targets), (3, 2, vec![None, Some("date"), Some("state")]));
    assert!(session.import_arrange("", 40).is_err() && session.import_arrange("No hay", 1).is_err());
    assert_eq!(session.import_check(0, 1).unwrap().ready, 2, "it is read as before");
    drop(session);
}
