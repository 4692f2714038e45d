use std::cell::Cell;

use resguardo_domain::catalogue::Lang;
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;

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
    assert_eq!(session.import_check(0, 50).unwrap().duplicates, 2, "the row that was put right is a changed one");
    session.import_close();

    let batches = session.import_batches();
    assert_eq!((batches.len(), batches[0].file.as_str()), (1, "agresiones.csv"));
    let undone = session.import_undo(&done.batch).unwrap();
    assert!(undone.removed >= 3 && undone.kept.is_empty());
    assert!(session.import_batches()[0].undone);
    drop(session);
}

#[test]
fn u16_an_import_that_is_stopped_holds_exactly_the_counted_rows_and_one_undo_removes_them() {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let file = folder.path().join("larga.csv");
    let rows: String = (0..700).map(|n| format!("2013-01-{:02},Oaxaca,Relato {n}\n", n % 28 + 1)).collect();
    std::fs::write(&file, format!("Fecha,Estado,Relato\n{rows}")).unwrap();
    session.import_begin("incident", &file).unwrap();
    let done = session.import_run(false, &|done, _| done < 300).unwrap();
    assert!(done.stopped);
    assert_eq!(done.imported, 400);
    let incidents = |session: &Session| {
        session
            .snapshot()
            .rows()
            .filter(|row| row.kind() == "incident" && row.status() == resguardo_domain::operation::Status::InUse)
            .count()
    };
    assert_eq!(incidents(&session), 400);
    assert_eq!(session.import_batches()[0].records, "400");
    session.import_undo(&done.batch).unwrap();
    assert_eq!(incidents(&session), 0);
    drop(session);
}
