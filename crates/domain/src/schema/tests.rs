use super::*;
use crate::catalogue::Catalogues;

const HEAD: &str = r#"id = "thing"
label = { es = "Cosa", en = "Thing" }
plural = { es = "Cosas", en = "Things" }
title = ["name"]
letter = "T"
family = "casework"
order = 1
"#;

const NAME: &str = r#"[[field]]
id = "name"
type = "text"
label = { es = "Nombre", en = "Name" }
sensitivity = "identity"
group = "who"
"#;

fn read(field: &str) -> Result<Schema, SchemaError> {
    Schema::from_files([("thing.toml", format!("{HEAD}{NAME}{field}").as_str())])
}

fn refused(lines: &str) -> String {
    let field = format!("[[field]]\nid = \"it\"\nlabel = {{ es = \"Eso\", en = \"It\" }}\ngroup = \"what\"\n{lines}");
    read(&field).unwrap_err().to_string()
}

/// The one list of kinds, family by family.
const KINDS: [(Family, &str); 6] = [
    (
        Family::Casework,
        "case incident person collective perpetrator evidence testimony consent note investigation amparo intervention \
         check_in data_request",
    ),
    (Family::Mechanism, "application risk_evaluation measure measure_assessment appeal follow_up"),
    (
        Family::Institution,
        "organisation organ seat appointment meeting staffing departure training fund contract convention \
         convention_count contact_point mechanism official relation",
    ),
    (
        Family::Analysis,
        "official_figure claim concern commitment recommendation dissemination prevention_measure information_request \
         statement",
    ),
    (Family::Library, "document milestone instrument"),
    (Family::Program, "setting journal"),
];

#[test]
fn the_schema_that_ships_has_the_kinds_of_the_one_list() {
    let shipped: Vec<(Family, &str)> =
        Schema::builtin().kinds().iter().map(|kind| (kind.family, kind.id.as_str())).collect();
    let listed = KINDS.iter().flat_map(|(family, ids)| ids.split_whitespace().map(|id| (*family, id)));
    assert_eq!(shipped, listed.collect::<Vec<_>>());
    let internal = Schema::builtin().kinds().iter().filter(|kind| kind.internal).map(|kind| kind.id.as_str());
    assert_eq!(internal.collect::<Vec<_>>(), ["setting", "journal"]);
}

#[test]
fn every_kind_and_field_that_ships_has_both_labels() {
    for kind in Schema::builtin().kinds() {
        let fields = kind.fields().iter().flat_map(|field| [Some(&field.label), field.help.as_ref()]);
        for label in fields.chain([Some(&kind.label), Some(&kind.plural), kind.help.as_ref()]).flatten() {
            assert!(!label.es.trim().is_empty() && !label.en.trim().is_empty(), "{}", kind.id);
        }
    }
}

#[test]
fn below_full_only_coded_fields_and_public_summaries_are_shown() {
    for kind in Schema::builtin().kinds() {
        for field in kind.fields().iter().filter(|field| !field.disclosure.is_empty()) {
            let words = matches!(field.kind, FieldType::Text | FieldType::LongText);
            assert!(!words || field.id == "public_summary", "{}.{}", kind.id, field.id);
            assert!(!kind.internal, "{}.{}", kind.id, field.id);
        }
    }
    let incident = Schema::builtin().kind("incident").unwrap();
    for hidden in ["municipality", "municipality_code", "place", "facts", "sources", "context", "remarks", "as_found"] {
        assert!(!incident.field(hidden).unwrap().shown_at(DisclosureLevel::NoIdentities), "{hidden}");
    }
    assert!(incident.field("state").unwrap().shown_at(DisclosureLevel::Statistics));
    assert!(incident.field("place").unwrap().shown_at(DisclosureLevel::Full));
}

#[test]
fn the_fields_that_scripts_use_have_the_types_they_expect() {
    let computed = ["aggression", "victims", "perpetrators", "perpetrator_type"];
    let incident = Schema::builtin().kind("incident").unwrap();
    for field in incident.fields() {
        assert_eq!(field.computed, computed.contains(&field.id.as_str()), "{}", field.id);
    }
    for (kind, field, expected) in [
        ("incident", "date", FieldType::Date),
        ("incident", "acts", FieldType::Act),
        ("incident", "country", FieldType::Choice),
        ("incident", "municipality", FieldType::Text),
        ("incident", "place", FieldType::Place),
        ("incident", "aggressions_counted", FieldType::Number),
        ("incident", "sources", FieldType::Text),
        ("person", "medium", FieldType::Reference),
        ("person", "consent", FieldType::Choice),
        ("person", "contact", FieldType::LongText),
    ] {
        assert_eq!(Schema::builtin().kind(kind).unwrap().field(field).unwrap().kind, expected, "{kind}.{field}");
    }
    assert_eq!(incident.field("country").unwrap().default.as_deref(), Some("MX"));
}

#[test]
fn the_terms_of_a_list_of_roles_are_roles() {
    let evidence = Schema::builtin().kind("incident").unwrap().field("related_incidents").unwrap();
    assert!(evidence.allows_role("causes", Catalogues::builtin()));
    assert!(!evidence.allows_role("victim", Catalogues::builtin()));
    let people = Schema::builtin().kind("case").unwrap().field("people").unwrap();
    assert!(people.allows_role("victim", Catalogues::builtin()));
    let sources = Schema::builtin().kind("incident").unwrap().field("evidence").unwrap();
    assert!(!sources.allows_role("victim", Catalogues::builtin()));
}

#[test]
fn a_schema_error_names_the_file_and_the_field() {
    for (lines, reason) in [
        ("type = \"txt\"\nsensitivity = \"public\"", "unknown variant"),
        ("type = \"text\"\nsensitivity = \"public\"\ncolour = \"red\"", "unknown field"),
        ("type = \"choice\"\nsensitivity = \"public\"", "no catalogue"),
        ("type = \"choice\"\nsensitivity = \"public\"\ncatalogue = \"colours\"", "colours is no catalogue"),
        ("type = \"text\"\nsensitivity = \"public\"\ncatalogue = \"sex\"", "without terms"),
        ("type = \"reference\"\nsensitivity = \"public\"\nroles = \"parts\"", "parts is no catalogue of roles"),
        ("type = \"reference\"\nsensitivity = \"public\"\nrefers_to = [\"ghost\"]", "refers to ghost"),
        ("type = \"text\"\nsensitivity = \"public\"\nrefers_to = [\"thing\"]", "no reference"),
        ("type = \"text\"\nsensitivity = \"identity\"\ndisclosure = [\"no-identities\"]", "at full only"),
        ("type = \"number\"\nsensitivity = \"secret\"\ndisclosure = [\"statistics\"]", "at full only"),
        (
            "type = \"text\"\nsensitivity = \"restricted\"\ndisclosure = [\"no-identities\"]",
            "only where they are public",
        ),
        ("type = \"number\"\nsensitivity = \"public\"\ndisclosure = [\"full\"]", "name only levels below"),
        ("type = \"date\"\nsensitivity = \"public\"\ndisclosure = [\"statistics\"]", "coarsened to its month"),
        ("type = \"date\"\nsensitivity = \"public\"\ncoarsen = \"state\"", "dates coarsen to month"),
        ("type = \"attachment\"\nsensitivity = \"public\"\ndisclosure = [\"statistics\"]", "at full only"),
        ("type = \"text\"\nsensitivity = \"public\"\naliases = [\"NOMBRE\"]", "is also name's"),
    ] {
        let said = refused(lines);
        assert!(said.starts_with("thing.toml: field it: ") && said.contains(reason), "{said}");
    }
}

#[test]
fn a_kind_that_cannot_be_read_names_its_file() {
    let title = HEAD.replace("\"name\"", "\"nothing\"");
    for (text, reason) in [
        (format!("{title}{NAME}"), "the title names nothing"),
        (format!("{}{NAME}", HEAD.replace("\"name\"", "")), "no title"),
        (format!("{}{NAME}", HEAD.replace("thing", "Thing Two")), "is no id"),
        (format!("{HEAD}{NAME}{NAME}"), "another field with this id"),
        ("id = 3".to_owned(), "invalid type"),
    ] {
        let said = Schema::from_files([("thing.toml", text.as_str())]).unwrap_err().to_string();
        assert!(said.starts_with("thing.toml: ") && said.contains(reason), "{said}");
    }
    let text = format!("{HEAD}{NAME}");
    let twice = Schema::from_files([("a.toml", text.as_str()), ("b.toml", text.as_str())]);
    assert!(twice.unwrap_err().to_string().starts_with("b.toml: "));
}

#[test]
fn levels_read_as_they_are_written() {
    for level in [DisclosureLevel::Statistics, DisclosureLevel::NoIdentities, DisclosureLevel::Full] {
        assert_eq!(level.to_string().parse(), Ok(level));
    }
    assert_eq!("public".parse::<DisclosureLevel>(), Err(NotALevel));
    assert!(DisclosureLevel::Full > DisclosureLevel::NoIdentities);
}
