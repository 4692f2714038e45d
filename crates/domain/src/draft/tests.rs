use super::*;
use crate::record::Record;
use crate::schema::Schema;

fn pen_with<T>(write: impl FnOnce(&mut Pen<'_>) -> T) -> T {
    use std::cell::Cell;
    thread_local!(static NEXT: Cell<u128> = const { Cell::new(1) });
    let mut fresh = || {
        NEXT.set(NEXT.get() + 1);
        NEXT.get().to_be_bytes()
    };
    write(&mut Pen { at_ms: 1, by: None, fresh: &mut fresh })
}

fn texts(texts: &[&str]) -> Vec<Value> {
    texts.iter().map(|text| Value::Text((*text).into())).collect()
}

fn draft(values: &[(&str, Vec<Value>)]) -> Draft {
    Draft { values: values.iter().map(|(field, values)| ((*field).into(), values.clone())).collect() }
}

fn incident() -> (&'static Kind, Record) {
    let kind = Schema::builtin().kind("incident").unwrap();
    let facts = Value::LongText("La golpearon.".into());
    let (id, operations) =
        pen_with(|pen| begin(kind, &draft(&[("facts", vec![facts]), ("tags", texts(&["a", "b"]))]), pen));
    let mut record = Record::new(id);
    operations.into_iter().for_each(|operation| record.add(operation));
    (kind, record)
}

fn changed(record: &mut Record, kind: &Kind, draft: &Draft) -> usize {
    let operations = pen_with(|pen| change(kind, &record.current(), draft, pen));
    let count = operations.len();
    operations.into_iter().for_each(|operation| record.add(operation));
    count
}

#[test]
fn only_what_differs_is_written() {
    let (kind, mut record) = incident();
    let same = draft(&[("facts", vec![Value::LongText("La golpearon.".into())]), ("tags", texts(&["b", "a"]))]);
    assert_eq!(changed(&mut record, kind, &same), 0);
    assert_eq!(changed(&mut record, kind, &draft(&[("tags", texts(&["b", "c"]))])), 2);
    assert_eq!(record.current().values("tags").cloned().collect::<Vec<_>>(), texts(&["b", "c"]));
}

#[test]
fn a_field_can_be_emptied_and_filled_again() {
    let (kind, mut record) = incident();
    assert_eq!(changed(&mut record, kind, &draft(&[("facts", vec![]), ("tags", vec![])])), 2);
    assert_eq!(record.current().value("facts"), None);
    assert_eq!(record.current().values("tags").count(), 0);
    assert_eq!(changed(&mut record, kind, &draft(&[("facts", texts(&["otra vez"]))])), 1);
    assert_eq!(record.current().value("facts"), texts(&["otra vez"]).first());
}

#[test]
fn a_record_goes_to_the_bin_and_comes_back() {
    let (_, mut record) = incident();
    for status in [Status::Binned, Status::InUse, Status::Archived, Status::InUse] {
        let operation = pen_with(|pen| set_status(&record.current(), status, pen)).unwrap();
        record.add(operation);
        assert_eq!(record.current().status, status);
        assert_eq!(pen_with(|pen| set_status(&record.current(), status, pen)), None);
    }
}
