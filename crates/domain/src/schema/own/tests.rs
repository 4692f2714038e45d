use super::*;

fn field(id: &str, es: &str) -> OwnField {
    OwnField {
        kind: "incident".to_owned(),
        id: id.to_owned(),
        holds: FieldType::Text,
        label: Label { es: es.to_owned(), en: format!("{es} (en)") },
        help: None,
        sensitivity: Sensitivity::Restricted,
        catalogue: None,
        aliases: Vec::new(),
        group: Group::Internal,
        several: false,
        in_capture: false,
        in_list: false,
        retired: false,
    }
}

fn refused(own: OwnField) -> Option<NotOwn> {
    Schema::builtin().with_own(&[own], Catalogues::builtin()).1.first().map(|(_, reason)| *reason)
}

#[test]
fn an_own_field_stands_after_those_that_ship_and_changes_no_other_kind() {
    let (schema, refused) = Schema::builtin().with_own(&[field("own_lengua", "Lengua propia")], Catalogues::builtin());
    assert_eq!(refused, []);
    let own = schema.kind("incident").unwrap().fields().last().unwrap();
    assert!(own.own && own.id == "own_lengua" && schema.kind("incident").unwrap().field("own_lengua") == Some(own));
    assert!(Schema::builtin().kind("incident").unwrap().field("own_lengua").is_none());
    let same = |id| Arc::ptr_eq(&schema.shared_kind(id).unwrap(), &Schema::builtin().shared_kind(id).unwrap());
    assert!(same("person") && !same("incident"));
}

#[test]
fn below_full_only_a_public_field_leaves_and_a_date_by_its_month() {
    let shown = |sensitivity, holds| {
        let own = OwnField { sensitivity, holds, ..field("own_x", "Algo propio") };
        let (schema, refused) = Schema::builtin().with_own(&[own], Catalogues::builtin());
        assert_eq!(refused, []);
        let own = schema.kind("incident").unwrap().field("own_x").unwrap().clone();
        assert!(own.shown_at(DisclosureLevel::Full));
        (own.shown_at(DisclosureLevel::NoIdentities), own.shown_at(DisclosureLevel::Statistics), own.coarsen)
    };
    assert_eq!(shown(Sensitivity::Public, FieldType::Date), (true, true, Some(Coarsen::Month)));
    for sensitivity in [Sensitivity::Restricted, Sensitivity::Identity, Sensitivity::Secret] {
        assert_eq!(shown(sensitivity, FieldType::Answer), (false, false, None));
    }
}

#[test]
fn what_does_not_stand_up_to_the_rules_is_left_out_with_the_reason() {
    for id in ["date", "lengua", "own_Á", "own_a.b", "", &format!("own_{}", "x".repeat(60))] {
        assert_eq!(refused(field(id, "Algo propio")), Some(NotOwn::Id), "{id}");
    }
    assert_eq!(refused(OwnField { kind: "nothing".into(), ..field("own_x", "X") }), Some(NotOwn::NoKind));
    assert_eq!(refused(OwnField { kind: "setting".into(), ..field("own_x", "X") }), Some(NotOwn::NoKind));
    assert_eq!(refused(field("own_x", "FECHA")), Some(NotOwn::LabelTaken));
    for label in ["", "a\u{202E}b", "a\tb", &"x".repeat(81)] {
        assert_eq!(refused(field("own_x", label)), Some(NotOwn::Label), "{label:?}");
    }
    assert_eq!(refused(OwnField { holds: FieldType::Act, ..field("own_x", "X") }), Some(NotOwn::Type));
    assert_eq!(refused(OwnField { holds: FieldType::Choice, ..field("own_x", "X") }), Some(NotOwn::NoList));
    assert_eq!(refused(OwnField { catalogue: Some("sex".into()), ..field("own_x", "X") }), Some(NotOwn::NoList));
    let many: Vec<OwnField> = (0..=MOST_FIELDS).map(|i| field(&format!("own_{i}"), &format!("Campo n{i}"))).collect();
    let (_, refused) = Schema::builtin().with_own(&many, Catalogues::builtin());
    assert_eq!(refused, [(MOST_FIELDS, NotOwn::TooMany)]);
}

#[test]
fn a_heading_of_a_field_that_ships_means_that_field() {
    let own =
        OwnField { aliases: vec!["fecha".into(), "cuándo".into(), "lengua".into()], ..field("own_x", "Algo propio") };
    let (schema, refused) = Schema::builtin().with_own(&[own], Catalogues::builtin());
    assert_eq!(refused, []);
    let incident = schema.kind("incident").unwrap();
    assert!(!incident.field("own_x").unwrap().aliases.contains(&"fecha".to_owned()));
    assert!(incident.field("own_x").unwrap().aliases.contains(&"lengua".to_owned()));
}
