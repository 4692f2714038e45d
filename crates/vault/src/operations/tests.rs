use proptest::prelude::*;
use resguardo_domain::value::{Act, Answer, Bound, Duration, DurationUnit, Money, Number, Place, Reference, Step};

use super::*;

fn round_trip(operation: Operation) {
    let bytes = encode(std::slice::from_ref(&operation));
    assert_eq!(decode(&bytes).unwrap(), [operation]);
}

fn operation(action: Action) -> Operation {
    Operation {
        id: OperationId::new([1; 16]),
        at_ms: 1_385_000_000_000,
        record: RecordId::new([2; 16]),
        action,
        replaces: vec![OperationId::new([3; 16])],
        by: Some(RecordId::new([4; 16])),
    }
}

fn every_value() -> Vec<Value> {
    let reference = Reference { role: Some("victim".into()), ..Reference::to(RecordId::new([5; 16])) };
    let act = Act {
        aggression: Value::Choice("life.homicide".into()),
        victims: vec![reference.clone()],
        perpetrators: Vec::new(),
    };
    let file = resguardo_domain::value::Attachment {
        blob: [1; 32],
        sealed_bytes: 10,
        size_bytes: 4,
        sha256: [2; 32],
        key: [3; 32],
        kind: "image/png".into(),
        name: "foto.png".into(),
        sanitised: true,
        origin: Some(ItemId::new([6; 16])),
        thumb: None,
    };
    let thumbed = resguardo_domain::value::Attachment { thumb: Some(Box::new(file.clone())), ..file };
    let place = Place {
        state: Some("20".into()),
        municipality: Some("Oaxaca de Juárez".into()),
        coordinates: Some((170_000_000, -967_000_000)),
        radius_m: Some(500),
        ..Place::default()
    };
    vec![
        Value::Unknown,
        Value::NotAsked,
        Value::Withheld,
        Value::Text("ñandú".into()),
        Value::LongText("uno\n\ndos".into()),
        Value::Choice("threat".into()),
        Value::Date("2014-05~".parse().unwrap(), None),
        Value::Date("2014-05-03T16:00".parse().unwrap(), Some("America/Mexico_City".into())),
        Value::Number(Number { mantissa: -125, exponent: -1, bound: Some(Bound::About) }),
        Value::Duration(Duration { count: 72, unit: DurationUnit::Hours }),
        Value::Money(Money { minor: -1, currency: "MXN".into(), bound: None }),
        Value::Place(Box::new(place)),
        Value::Reference(reference.clone()),
        Value::Attachment(Box::new(thumbed)),
        Value::Answer(Answer::Partly),
        Value::Act(Box::new(act)),
        Value::Step(Box::new(Step { event: "x".into(), at: "2014".parse().unwrap(), proof: Some(reference) })),
        Value::AsWritten("levantón".into()),
    ]
}

#[test]
fn every_verb_and_every_value_comes_back_as_it_went() {
    for value in every_value() {
        round_trip(operation(Action::Set { field: "facts".into(), value: value.clone() }));
        round_trip(operation(Action::Add { field: "tags".into(), item: ItemId::new([9; 16]), value }));
    }
    for action in [
        Action::Create { kind: "incident".into() },
        Action::Remove { field: "tags".into() },
        Action::Status(Status::Archived),
        Action::Status(Status::InUse),
        Action::Status(Status::Binned),
        Action::MergeInto(RecordId::new([8; 16])),
        Action::Unmerge,
    ] {
        round_trip(operation(action));
    }
}

#[test]
fn the_bytes_of_the_disk_format_do_not_drift() {
    let operations: Vec<Operation> =
        every_value().into_iter().map(|value| operation(Action::Set { field: "f".into(), value })).collect();
    let digest = resguardo_wire::hash::hash(&[&encode(&operations)]);
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "f2e31809c34c7092ae245f631c151ac0225f1143be20c6bb2abb18f175081f75");
}

#[test]
fn c12_what_a_newer_program_writes_is_kept_and_not_refused() {
    let value = Cbor::map([(0, Cbor::Uint(18)), (1, Cbor::Text("nuevo".into()))]);
    let kept = Value::Newer { kind: 18, bytes: value.encode() };
    round_trip(operation(Action::Set { field: "facts".into(), value: kept }));
    round_trip(operation(Action::Newer { verb: 9, field: "x".into(), value: value.encode() }));
}

#[test]
fn a_known_type_with_a_key_too_many_is_refused() {
    let text = Cbor::map([(0, Cbor::Uint(4)), (1, Cbor::Text("a".into())), (2, Cbor::Uint(1))]);
    assert!(value::from_cbor(text).is_err());
}

proptest! {
    #[test]
    fn garbage_is_refused_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(operations) = decode(&bytes) {
            prop_assert_eq!(encode(&operations), bytes);
        }
    }
}

#[test]
fn the_short_way_of_reading_a_summary_reads_what_the_gate_reads() {
    let lengths = [0, 1, 22, 23, 24, 25, 255, 256, 300];
    let texts = lengths.map(|length| Value::Text("ñ".repeat(length / 2) + &"a".repeat(length % 2)));
    for value in every_value().into_iter().chain(texts) {
        let bytes = encode_values(std::slice::from_ref(&value));
        assert_eq!(decode_values(&bytes).unwrap(), std::slice::from_ref(&value));
        for cut in 0..bytes.len() {
            assert!(decode_values(&bytes[..cut]).is_err(), "{value:?} cut at {cut}");
        }
        let mut long = bytes.clone();
        long.push(0);
        assert!(decode_values(&long).is_err(), "{value:?} with a byte too many");
    }
}
