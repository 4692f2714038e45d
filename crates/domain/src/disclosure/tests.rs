use super::*;
use crate::operation::Status;
use crate::schema::{FieldType, Sensitivity};
use crate::value::{Act, Attachment, Number};

const MARK: &str = "SECRETO-9271";

/// A summary with a marked value in every field of a kind.
fn full_of_marks(kind: &str) -> Summary {
    let schema = Schema::builtin();
    let kind = schema.kind(kind).unwrap();
    let person = Reference { role: Some("victim".into()), ..Reference::to(RecordId::new([7; 16])) };
    let value = |field: &crate::schema::Field| match field.kind {
        FieldType::Text => Value::Text(MARK.into()),
        FieldType::LongText if field.id == crate::field::PUBLIC_SUMMARY => Value::LongText("Resumen público".into()),
        FieldType::LongText => Value::LongText(MARK.into()),
        FieldType::Date => Value::Date("2014-05-03T16:00".parse().unwrap(), Some("America/Mexico_City".into())),
        FieldType::Place => Value::Place(Box::new(Place {
            state: Some("20".into()),
            municipality: Some(MARK.into()),
            locality: Some(MARK.into()),
            coordinates: Some((170_654_321, -967_250_000)),
            ..Place::default()
        })),
        FieldType::Reference => Value::Reference(person.clone()),
        FieldType::Act => Value::Act(Box::new(Act {
            aggression: Value::AsWritten(MARK.into()),
            victims: vec![person.clone()],
            perpetrators: vec![person.clone()],
        })),
        FieldType::Attachment => Value::Attachment(Box::new(Attachment {
            blob: [1; 32],
            sealed_bytes: 1,
            size_bytes: 1,
            sha256: [1; 32],
            key: [1; 32],
            kind: "image/png".into(),
            name: MARK.into(),
            sanitised: false,
            origin: None,
            thumb: None,
        })),
        FieldType::Choice => Value::AsWritten(MARK.into()),
        FieldType::Number => Value::Number(Number::whole(1)),
        FieldType::Duration | FieldType::Money | FieldType::Answer | FieldType::Step => Value::Withheld,
    };
    Summary {
        id: RecordId::new([9; 16]),
        kind: kind.id.clone(),
        status: Status::InUse,
        merged_into: None,
        in_conflict: false,
        created_ms: 0,
        modified_ms: 0,
        values: kind.fields().iter().map(|field| (field.id.clone(), vec![value(field)])).collect(),
    }
}

fn title(_: RecordId) -> Option<String> {
    Some(MARK.to_owned())
}

#[test]
fn below_full_no_marked_word_no_id_no_day_and_no_exact_place_is_shown_in_any_kind() {
    for kind in Schema::builtin().kinds() {
        for level in [DisclosureLevel::NoIdentities, DisclosureLevel::Statistics] {
            let mut naming = Naming::new(level, &title);
            let shown = disclose(Schema::builtin(), &full_of_marks(&kind.id), &mut naming);
            let text = format!("{:?}", shown.get());
            for hidden in [MARK, "0707", "0909", "2014-05-03", "16:00", "170654321", "foto"] {
                assert!(!text.contains(hidden), "{} at {level} shows {hidden}: {text}", kind.id);
            }
        }
    }
}

#[test]
fn below_full_only_fields_whose_entry_lists_the_level_are_shown() {
    for kind in Schema::builtin().kinds() {
        for level in [DisclosureLevel::NoIdentities, DisclosureLevel::Statistics] {
            let mut naming = Naming::new(level, &title);
            let shown = disclose(Schema::builtin(), &full_of_marks(&kind.id), &mut naming);
            for field in shown.get().cells.keys() {
                let entry = kind.field(field).unwrap();
                assert!(entry.disclosure.contains(&level), "{}.{field} at {level}", kind.id);
                assert!(entry.sensitivity <= Sensitivity::Identity, "{}.{field} at {level}", kind.id);
            }
        }
    }
}

#[test]
fn the_public_summary_is_the_only_free_text_without_identities() {
    let mut naming = Naming::new(DisclosureLevel::NoIdentities, &title);
    let shown = disclose(Schema::builtin(), &full_of_marks("incident"), &mut naming);
    let free = |cell: &&Cell| matches!(cell.value, Value::Text(_) | Value::LongText(_) | Value::AsWritten(_));
    let texts: Vec<&Cell> = shown.get().cells.values().flatten().filter(free).collect();
    assert!(texts.iter().all(|cell| cell.value == Value::LongText("Resumen público".into())), "{texts:?}");
}

#[test]
fn a_person_is_one_code_within_a_document_and_a_name_at_full() {
    let name_of = |level| {
        let mut naming = Naming::new(level, &title);
        let shown = disclose(Schema::builtin(), &full_of_marks("incident"), &mut naming);
        shown.get().cells["victims"][0].links.clone()
    };
    assert_eq!(name_of(DisclosureLevel::Full), [MARK]);
    let codes = name_of(DisclosureLevel::NoIdentities);
    assert!(codes.iter().all(|code| code.starts_with('R') && code.len() == 5), "{codes:?}");
}
