use proptest::prelude::*;

use super::*;

const RECORD: RecordId = RecordId::new([7; 16]);

fn op(n: u8, action: Action, replaces: &[u8]) -> Operation {
    let replaces = replaces.iter().map(|n| OperationId::new([*n; 16])).collect();
    Operation { id: OperationId::new([n; 16]), at_ms: u64::from(n), record: RECORD, action, replaces, by: None }
}

fn set(n: u8, text: &str, replaces: &[u8]) -> Operation {
    op(n, Action::Set { field: "facts".into(), value: Value::Text(text.into()) }, replaces)
}

fn add(n: u8, item: u8, text: &str, replaces: &[u8]) -> Operation {
    let item = ItemId::new([item; 16]);
    op(n, Action::Add { field: "tags".into(), item, value: Value::Text(text.into()) }, replaces)
}

fn record(operations: &[Operation]) -> Record {
    let mut record = Record::new(RECORD);
    operations.iter().for_each(|operation| record.add(operation.clone()));
    record
}

fn texts(current: &Current, field: &str) -> Vec<String> {
    current.values(field).flat_map(Value::words).map(str::to_owned).collect()
}

#[test]
fn a_later_set_replaces_the_one_it_saw_and_no_other() {
    let current = record(&[set(1, "a", &[]), set(2, "b", &[1]), set(3, "c", &[1])]).current();
    let versions: Vec<_> = current.fields["facts"].conflicts().map(|v| v.value.clone()).collect();
    assert_eq!(versions, [Value::Text("b".into()), Value::Text("c".into())]);
    assert_eq!(texts(&current, "facts"), ["b"], "the smallest operation is shown");
    let settled = record(&[set(1, "a", &[]), set(2, "b", &[1]), set(3, "c", &[1]), set(4, "c", &[2, 3])]).current();
    assert_eq!(settled.fields["facts"].conflicts().count(), 0);
    assert_eq!(texts(&settled, "facts"), ["c"]);
}

#[test]
fn an_item_lives_while_one_of_its_adds_is_not_replaced() {
    let remove = |n, replaces: &[u8]| op(n, Action::Remove { field: "tags".into() }, replaces);
    let both = record(&[add(1, 9, "a", &[]), add(2, 9, "b", &[1]), remove(3, &[1])]).current();
    assert_eq!(texts(&both, "tags"), ["b"], "an edit the removal did not see survives it");
    let gone = record(&[add(1, 9, "a", &[]), add(2, 9, "b", &[1]), remove(3, &[1, 2])]).current();
    assert!(texts(&gone, "tags").is_empty());
}

#[test]
fn replacing_counts_only_in_the_same_register_or_item() {
    let current = record(&[set(1, "a", &[]), add(2, 9, "x", &[1]), add(3, 8, "y", &[2])]).current();
    assert_eq!(texts(&current, "facts"), ["a"]);
    assert_eq!(texts(&current, "tags"), ["x", "y"]);
}

#[test]
fn unequal_words_about_the_status_read_as_in_use() {
    let archive = op(1, Action::Status(Status::Archived), &[]);
    let bin = op(2, Action::Status(Status::Binned), &[]);
    assert_eq!(record(std::slice::from_ref(&archive)).current().status, Status::Archived);
    assert_eq!(record(&[archive.clone(), bin]).current().status, Status::InUse);
    let back = op(3, Action::Status(Status::InUse), &[1]);
    assert_eq!(record(&[archive, back]).current().status, Status::InUse);
}

#[test]
fn a_merge_stands_until_it_is_taken_back() {
    let other = RecordId::new([8; 16]);
    let merged = record(&[op(1, Action::MergeInto(other), &[])]);
    assert_eq!(merged.current().merged_into, [(OperationId::new([1; 16]), other)]);
    let back = record(&[op(1, Action::MergeInto(other), &[]), op(2, Action::Unmerge, &[1])]);
    assert!(back.current().merged_into.is_empty());
}

fn any_operation() -> impl Strategy<Value = Operation> {
    let action = prop_oneof![
        "[a-c]".prop_map(|text| Action::Set { field: "facts".into(), value: Value::Text(text) }),
        (0..3_u8, "[a-c]").prop_map(|(item, text)| Action::Add {
            field: "tags".into(),
            item: ItemId::new([item; 16]),
            value: Value::Text(text)
        }),
        Just(Action::Remove { field: "tags".into() }),
        Just(Action::Status(Status::Archived)),
        Just(Action::Status(Status::Binned)),
        Just(Action::Create { kind: "incident".into() }),
    ];
    (0..12_u8, action, proptest::collection::vec(0..12_u8, 0..3)).prop_map(|(n, action, r)| op(n, action, &r))
}

proptest! {
    #[test]
    fn joining_is_commutative_associative_and_idempotent(
        a in proptest::collection::vec(any_operation(), 0..8),
        b in proptest::collection::vec(any_operation(), 0..8),
        c in proptest::collection::vec(any_operation(), 0..8),
    ) {
        let join = |left: &Record, right: &Record| { let mut all = left.clone(); all.join(right); all };
        let (a, b, c) = (record(&a), record(&b), record(&c));
        prop_assert_eq!(join(&a, &b), join(&b, &a));
        prop_assert_eq!(join(&join(&a, &b), &c), join(&a, &join(&b, &c)));
        prop_assert_eq!(join(&a, &a), a.clone());
        prop_assert_eq!(join(&a, &b).current(), join(&b, &a).current());
    }

    #[test]
    fn no_value_appears_that_nobody_wrote(operations in proptest::collection::vec(any_operation(), 0..12)) {
        let record = record(&operations);
        let written: Vec<&Value> = operations.iter().filter_map(|op| op.action.value()).collect();
        for content in record.current().fields.values() {
            for value in content.values().chain(content.conflicts().map(|v| &v.value)) {
                prop_assert!(written.contains(&value));
            }
        }
    }
}
