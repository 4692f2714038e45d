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

/// What the indicators need, `kind.field`.
const NEEDS: &str = "application.received application.procedure application.state application.status \
    application.outcome application.steps application.beneficiaries application.profile application.incidents \
    application.measures application.responsible_officer application.handover_days \
    application.measures_in_force_from application.measures_in_force_to risk_evaluation.recommended_measures \
    risk_evaluation.quality_items risk_evaluation.study_read risk_evaluation.date measure.application measure.nature \
    measure.type measure.study_fit measure.gender_responsive measure.agreed_at measure.granted_on \
    measure.implemented_on measure.status measure.failure_cause measure.executing_level measure.steps \
    measure.responsible_officer measure_assessment.measure measure_assessment.value \
    measure_assessment.reflects_level measure_assessment.reflects_type appeal.grounds appeal.procedure appeal.steps \
    appeal.outcome investigation.status investigation.incidents investigation.identified_on investigation.charged_on \
    organ.installation_status organ.installed organ.due_on seat.seats seat.organ appointment.seat appointment.gender \
    appointment.from appointment.to meeting.type meeting.date meeting.cases_revised staffing.posts staffing.vacant \
    staffing.filled staffing.analysts departure.count departure.date departure.reason training.trained training.date \
    training.topics fund.assigned fund.accessible fund.spent fund.checklist contract.checklist document.checklist \
    convention.state convention.status convention.signed_on convention.content convention_count.signed \
    convention_count.total contact_point.state contact_point.active contact_point.verified_on commitment.status \
    commitment.due commitment.date commitment.rank commitment.backing claim.speaker_rank claim.backing \
    claim.stigmatising recommendation.status recommendation.addressees dissemination.date dissemination.languages \
    dissemination.state prevention_measure.status prevention_measure.type incident.knew_mechanism \
    incident.applied_to_mechanism incident.reason_not_applying incident.measures_in_force incident.verification \
    person.remuneration official_figure.metric official_figure.value official_figure.as_of";

#[derive(serde::Deserialize)]
struct Statement {
    row: String,
    fields: Vec<String>,
}

#[test]
fn every_field_of_the_seed_map_and_of_the_needs_of_the_indicators_exists() {
    let map: Vec<Statement> = serde_json::from_str(include_str!("../../../../tests/fixtures/seed_map.json")).unwrap();
    let rows = map.iter().flat_map(|one| one.fields.iter().map(|field| (one.row.as_str(), field.as_str())));
    let needs = NEEDS.split_whitespace().map(|field| ("indicators", field));
    for (asks, field) in rows.chain(needs) {
        let known = field.split_once('.').and_then(|(kind, id)| Schema::builtin().kind(kind)?.field(id));
        assert!(known.is_some(), "{asks}: {field}");
    }
    assert_eq!(map.len(), 162);
}

#[test]
fn the_letters_of_no_kind_are_the_beginning_of_anothers() {
    let kinds = |first: &str, second: &str| {
        let of = |id: &str, letter: &str| {
            let head = HEAD.replace("thing", id).replace("\"T\"", &format!("\"{letter}\""));
            format!("{head}{NAME}")
        };
        Schema::from_files([("a.toml", of("a", first).as_str()), ("b.toml", of("b", second).as_str())])
            .map_err(|error| error.to_string())
    };
    assert!(kinds("T", "MS").is_ok() && kinds("MR", "MS").is_ok());
    for (first, second, reason) in [
        ("M", "MS", "beginning of MS, b's"),
        ("T", "T", "beginning of T, b's"),
        ("t", "B", "one or two capitals"),
        ("ABC", "B", "one or two capitals"),
    ] {
        let said = kinds(first, second).unwrap_err();
        assert!(said.contains(reason), "{said}");
    }
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
fn what_the_mechanism_gave_one_person_is_told_below_full_in_counts_alone() {
    for id in ["risk_evaluation", "measure", "measure_assessment", "appeal"] {
        for field in Schema::builtin().kind(id).unwrap().fields() {
            assert!(!field.shown_at(DisclosureLevel::NoIdentities), "{id}.{}", field.id);
        }
    }
    let secret = Schema::builtin().kind("measure").unwrap().field("details").unwrap();
    assert_eq!(secret.sensitivity, Sensitivity::Secret);
}

#[test]
fn the_fields_that_scripts_use_have_the_types_they_expect() {
    let computed = ["aggression", "victims", "perpetrators", "perpetrator_type", "people_consent", "evidence_count"];
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
        ("application", "folio", FieldType::Text),
        ("application", "received", FieldType::Date),
        ("application", "procedure", FieldType::Choice),
        ("application", "applicant", FieldType::Reference),
        ("application", "beneficiaries", FieldType::Reference),
        ("application", "state", FieldType::Choice),
        ("application", "steps", FieldType::Step),
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
        ("type = \"text\"\nsensitivity = \"public\"\ncapture = 2\nbeside = \"name\"", "right before it"),
        ("type = \"number\"\nsensitivity = \"public\"\ntold_by_others = true", "is computed"),
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
        (format!("gathers = [\"ghost\"]\n{HEAD}{NAME}"), "gathers ghost"),
        (format!("alike = [\"age\"]\n{HEAD}{NAME}"), "names age"),
        (format!("waits = [{{ as = \"step\", on = \"day\", step = \"name\" }}]\n{HEAD}{NAME}"), "names day"),
        (
            format!("waits = [{{ as = \"step\", on = \"name\", step = \"name\", ended = [\"won\"] }}]\n{HEAD}{NAME}"),
            "ends with won",
        ),
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
