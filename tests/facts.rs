//! The demonstration tells what its source tells: each fact by the public command line, with its quote and its source.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use resguardo_tests::Program;
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// The 184 records of the seed: three functions of organs and the elements of a proposal stand in the records they are of.
const COUNTS: [(&str, usize); 18] = [
    ("claim", 2 + 8),
    ("commitment", 5),
    ("concern", 33),
    ("contract", 1),
    ("convention", 1),
    ("convention_count", 1),
    ("departure", 1),
    ("document", 23 + 1 + 2),
    ("fund", 1),
    ("meeting", 9),
    ("milestone", 21),
    ("official", 7),
    ("official_figure", 14),
    ("organ", 7),
    ("organisation", 31),
    ("relation", 5),
    ("seat", 6),
    ("staffing", 1),
];

/// One line of `fixtures/seed_records.json`: a record of the seed, the records that hold it here, what they say.
#[derive(Deserialize)]
struct SeedRecord {
    id: String,
    kind: String,
    records: Vec<String>,
    fields: BTreeMap<String, Json>,
    quotes: Vec<(String, u32)>,
}

/// One line of `fixtures/seed_map.json`: a statement of the source page, the fields that hold it, records that do.
#[derive(Deserialize)]
struct Statement {
    row: String,
    statement: String,
    fields: Vec<String>,
    records: Vec<String>,
}

fn fixture<T: for<'a> Deserialize<'a>>(name: &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A vault with the demonstration in it, and what `list` shows of each record, by its code.
struct Facts {
    program: Program,
    by_code: BTreeMap<String, Json>,
}

impl Facts {
    fn new() -> Self {
        let program = Program::with_vault();
        let by_kind: BTreeMap<&str, usize> = COUNTS.into();
        assert_eq!(program.json(&["demo"]), json!({"records": 180, "by_kind": by_kind}));
        let mut by_code = BTreeMap::new();
        for (kind, count) in COUNTS {
            let listed = program.json(&["list", kind, "--limit", "0"]);
            assert_eq!(listed["total"], count, "{kind}");
            for item in listed["items"].as_array().unwrap() {
                let code = item["fields"]["code"].as_str().unwrap().to_owned();
                assert!(by_code.insert(code, item.clone()).is_none(), "{}", item["title"]);
            }
        }
        Self { program, by_code }
    }

    fn field(&self, code: &str, field: &str) -> &Json {
        &self.by_code[code]["fields"][field]
    }

    fn code(&self, id: &Json) -> &str {
        self.by_code.iter().find(|(_, item)| item["id"] == *id).map_or("", |(code, _)| code)
    }

    /// A record's values say this, a quote at this line holds these words, its source is the page itself.
    fn check(&self, code: &str, expected: &[(&str, Json)], words: &str, line: &str) {
        for (field, value) in expected {
            assert_eq!(self.field(code, field), value, "{code} {field}");
        }
        assert!(self.quoted(code, words, line), "{code}: «{words}» at {line} in {}", self.field(code, "quote"));
        assert_eq!(self.code(&self.field(code, "sources")[0]["ref"]), "page.meta", "{code}");
    }

    /// Whether a quote of a record holds these words and its place is this line.
    fn quoted(&self, code: &str, words: &str, line: &str) -> bool {
        let list = |field| self.field(code, field).as_array().unwrap();
        let (quotes, places) = (list("quote"), list("locator"));
        assert_eq!(quotes.len(), places.len(), "{code}");
        quotes.iter().zip(places).any(|(quote, place)| quote.as_str().unwrap().contains(words) && place == line)
    }
}

#[test]
fn the_demonstration_tells_what_its_source_tells() {
    let facts = Facts::new();
    for (code, item) in &facts.by_code {
        let quotes = facts.field(code, "quote").as_array().map_or(0, Vec::len);
        assert!(quotes > 0, "{}", item["title"]);
        assert!(facts.field(code, "sources").is_array() || code == "page.meta", "{}", item["title"]);
    }
    figures_keep_value_hedge_and_date(&facts);
    aggressions_keep_unit_period_and_the_word_alleged(&facts);
    documents_keep_signatories_in_order(&facts);
    milestones_keep_dates_as_precise_as_known(&facts);
    let conventions = facts.by_code["fig.conv31"]["id"].as_str().unwrap();
    let shown = facts.program.json(&["show", conventions]);
    assert_eq!(&shown["fields"]["quote"], facts.field("fig.conv31", "quote"));
    let board = facts.program.json(&["list", "official_figure", "--where", "metric=applications_reviewed_by_board"]);
    assert_eq!((&board["total"], &board["items"][0]["fields"]["value"]), (&json!(1), &json!(37)));
}

/// What is expected of a field: all of it, or, of a list, these among others.
fn says(value: &Json, expected: &Json) -> bool {
    match (value.as_array(), expected.as_array()) {
        (Some(values), Some(expected)) => expected.iter().all(|one| values.contains(one)),
        _ => value == expected,
    }
}

#[test]
fn each_of_the_184_records_of_the_seed_is_found_with_its_words_and_its_line() {
    let facts = Facts::new();
    let seed: Vec<SeedRecord> = fixture("seed_records.json");
    assert_eq!(seed.len(), 184);
    for record in &seed {
        for code in &record.records {
            assert_eq!(facts.by_code[code]["kind"], record.kind, "{}", record.id);
            for (field, expected) in &record.fields {
                let value = facts.field(code, field);
                assert!(says(value, expected), "{} {field}: {value} for {expected}", record.id);
            }
            for (words, line) in &record.quotes {
                let exact = facts.quoted(code, words, &format!("line {line}"));
                assert!(exact, "{}: «{words}» at line {line}", record.id);
            }
        }
    }
}

#[test]
fn each_of_the_162_statements_of_the_page_has_a_kind_with_its_fields_and_a_record() {
    let facts = Facts::new();
    let kinds = facts.program.json(&["kinds"]);
    let known: BTreeSet<String> = kinds["kinds"].as_array().unwrap().iter().flat_map(fields_of).collect();
    let map: Vec<Statement> = fixture("seed_map.json");
    assert_eq!(map.len(), 162);
    for statement in &map {
        let row = format!("{} «{}»", statement.row, statement.statement);
        assert!(!statement.fields.is_empty() && !statement.records.is_empty(), "{row}");
        for field in &statement.fields {
            assert!(known.contains(field), "{row}: {field}");
        }
        for code in &statement.records {
            assert!(facts.by_code.contains_key(code), "{row}: {code}");
        }
    }
}

/// `kind.field` of every field of a kind, as `kinds` prints it.
fn fields_of(kind: &Json) -> Vec<String> {
    let id = kind["id"].as_str().unwrap();
    kind["fields"].as_array().unwrap().iter().map(|field| format!("{id}.{}", field["id"].as_str().unwrap())).collect()
}

fn figures_keep_value_hedge_and_date(facts: &Facts) {
    let about_131 = json!({"number": 131, "bound": "about"});
    facts.check(
        "fig.app131",
        &[("value", about_131), ("qualifier", json!("approximately")), ("as_of", json!("2014-02"))],
        "approximately 131 applications",
        "line 48",
    );
    facts.check(
        "fig.rev37",
        &[("value", json!(37)), ("as_of", json!("2014-02"))],
        "only 37 cases were revised by the Governing Board",
        "line 48",
    );
    facts.check(
        "fig.conv31",
        &[("value", json!(31)), ("of", json!(32)), ("as_of", json!("2014-03-01")), ("claim_stance", json!("official"))],
        "31 of the 32 Mexican states have signed cooperation conventions",
        "line 56",
    );
    let pesos = json!({"amount": 17_000_000_000_i64, "currency": "MXN"});
    facts.check(
        "fig.fund170",
        &[("money", pesos), ("as_of", json!("2013"))],
        "have not been made accessible, and therefore can not be used",
        "line 52",
    );
    facts.check(
        "fig.delay6m",
        &[("duration", json!({"count": 6, "unit": "mo"})), ("legal_limit", json!({"count": 10, "unit": "d"}))],
        "often takes up to six months",
        "line 48",
    );
}

fn aggressions_keep_unit_period_and_the_word_alleged(facts: &Facts) {
    let period = json!("2010-11/2012-12");
    facts.check(
        "fig.ohchr89",
        &[("value", json!(89)), ("period", period), ("count_unit", json!("act")), ("qualifier", json!("alleged"))],
        "documented 89 alleged acts of aggression against human rights defenders",
        "line 10",
    );
    for (code, metric, value) in [("fig.j66", "journalists_killed", 66), ("fig.j12", "journalists_disappeared", 12)] {
        facts.check(
            code,
            &[("metric", json!(metric)), ("value", json!(value)), ("count_unit", json!("victim"))],
            "66 journalists have been killed and 12 have been disappeared",
            "line 12",
        );
    }
}

fn documents_keep_signatories_in_order(facts: &Facts) {
    let authors = facts.field("doc.02", "authors").as_array().unwrap();
    assert!(authors.iter().all(|author| author["role"] == "signatory"));
    let codes: Vec<&str> = authors.iter().map(|author| facts.code(&author["ref"])).collect();
    assert_eq!(codes, ["org.pbi", "org.fld", "org.wola", "org.lawg"]);
    assert_eq!(facts.field("page.meta", "date"), "2018-03-20");
    assert_eq!(facts.field("page.meta", "content_until"), "2014-04");
    assert_eq!(facts.field("doc.12", "date"), &json!({"unknown": true}));
    assert_eq!(facts.field("doc.09", "elements"), &json!(["prevention", "protection", "effective investigation"]));
}

fn milestones_keep_dates_as_precise_as_known(facts: &Facts) {
    for (code, date, words, line) in [
        ("tl.2010.osc_space", "2010", "In 2010, a large number", "line 20"),
        ("tl.2011-07-07.decree", "2011-07-07", "President Felipe Calderón signed a presidential decree", "line 26"),
        ("tl.2012-04-30.approved", "2012-04-30", "The law was unanimously approved", "line 38"),
        ("tl.2012-11.operative", "2012-11", "became operative in November 2012", "line 38"),
        ("tl.2014-q1.contract", "2014-01~", "a contract was signed with a security company", "line 52"),
    ] {
        facts.check(code, &[("date", json!(date))], words, line);
    }
}

#[test]
fn facts_are_found_by_their_words_in_both_languages() {
    let facts = Facts::new();
    for (words, code) in [
        (["presuntas", "agresiones"], "fig.ohchr89"),
        (["37", "cases"], "fig.rev37"),
        (["instalacion", "junta"], "tl.2012-11-12.board"),
        (["Front", "Line"], "org.fld"),
    ] {
        let found = facts.program.json(&["search", words[0], words[1]]);
        let codes: Vec<&str> = found["items"].as_array().unwrap().iter().map(|item| facts.code(&item["id"])).collect();
        assert!(codes.contains(&code), "{words:?}: {codes:?}");
    }
}

#[test]
fn a_vault_that_holds_records_is_not_filled() {
    let facts = Facts::new();
    let again = facts.program.run(&["demo", "--json"]);
    assert_eq!(again.code, 1, "{}", again.err);
    assert_eq!(again.json()["error"]["id"], "not-empty");
    for (kind, count) in COUNTS {
        assert_eq!(facts.program.json(&["list", kind, "--limit", "1"])["total"], count, "{kind}");
    }
    let verified = facts.program.json(&["verify"]);
    assert_eq!((&verified["ok"], &verified["entries"]), (&json!(true), &json!(1)));
}

#[test]
fn the_invented_set_says_so_on_every_record_and_stands_beside_nothing_real() {
    let program = Program::with_vault();
    let filled = program.json(&["demo", "--fictional"]);
    assert_eq!(filled["by_kind"]["application"], 150);
    for (kind, count) in filled["by_kind"].as_object().unwrap() {
        let marked = program.json(&["list", kind, "--where", "tags=ficticio", "--limit", "1"]);
        assert_eq!(&marked["total"], count, "{kind}");
    }
    assert_eq!(program.run(&["demo"]).code, 1);
    let facts = Program::with_vault();
    facts.json(&["demo"]);
    assert_eq!(facts.run(&["demo", "--fictional"]).code, 1);
    for kind in ["person", "application", "incident"] {
        assert_eq!(facts.json(&["list", kind])["total"], 0, "{kind}");
    }
}

#[test]
fn one_record_of_ones_own_is_enough_to_keep_the_demonstration_out() {
    let program = Program::with_vault();
    program.json(&["new", "note", "--set", "title=Llamada"]);
    assert_eq!(program.run(&["demo"]).code, 1);
    assert_eq!(program.json(&["list", "organisation"])["total"], 0);
}
