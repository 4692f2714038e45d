//! The demonstration tells what its source tells: each fact by the public command line, with its quote and its source.

use resguardo_tests::Program;
use serde_json::{Value as Json, json};

fn filled() -> Program {
    let program = Program::with_vault();
    program.json(&["demo"]);
    program
}

/// The only record of a kind with this code.
fn record(program: &Program, kind: &str, code: &str) -> Json {
    let listed = program.json(&["list", kind, "--where", &format!("code={code}")]);
    assert_eq!(listed["total"], 1, "{kind} {code}");
    program.json(&["show", listed["items"][0]["id"].as_str().unwrap()])
}

/// Its values say this, its quotes hold these words, its source is the page itself.
fn check(program: &Program, (kind, code): (&str, &str), expected: &[(&str, Json)], words: &str, line: &str) {
    let shown = record(program, kind, code);
    for (field, value) in expected {
        assert_eq!(&shown["fields"][field], value, "{code} {field}");
    }
    let quotes = shown["fields"]["quote"].as_array().unwrap();
    let places = shown["fields"]["locator"].as_array().unwrap();
    assert_eq!(quotes.len(), places.len(), "{code}");
    let quoted =
        quotes.iter().zip(places).any(|(quote, place)| quote.as_str().unwrap().contains(words) && place == line);
    assert!(quoted, "{code}: «{words}» at {line} in {quotes:?} {places:?}");
    let source = shown["fields"]["sources"][0]["ref"].as_str().unwrap();
    assert_eq!(program.json(&["show", source])["fields"]["code"], "page.meta", "{code}");
}

#[test]
fn the_demonstration_holds_every_record_its_kinds_can_hold() {
    let program = Program::with_vault();
    let counts = json!({"document": 23 + 1 + 2, "milestone": 21, "official_figure": 14, "organisation": 31});
    assert_eq!(program.json(&["demo"]), json!({"records": 92, "by_kind": counts.clone()}));
    for (kind, count) in counts.as_object().unwrap() {
        let listed = program.json(&["list", kind, "--limit", "0"]);
        assert_eq!(&listed["total"], count, "{kind}");
        for item in listed["items"].as_array().unwrap() {
            let quotes = item["fields"]["quote"].as_array().map_or(0, Vec::len);
            assert!(quotes > 0, "{}", item["title"]);
            let sourced = item["fields"]["sources"].is_array() || item["fields"]["code"] == "page.meta";
            assert!(sourced, "{}", item["title"]);
        }
    }
}

#[test]
fn figures_keep_value_hedge_date_quote_and_source() {
    let program = filled();
    let figure = |code| ("official_figure", code);
    check(
        &program,
        figure("fig.app131"),
        &[
            ("value", json!({"number": 131, "bound": "about"})),
            ("qualifier", json!("approximately")),
            ("as_of", json!("2014-02")),
        ],
        "approximately 131 applications",
        "line 48",
    );
    check(
        &program,
        figure("fig.rev37"),
        &[("value", json!(37)), ("as_of", json!("2014-02"))],
        "only 37 cases were revised by the Governing Board",
        "line 48",
    );
    check(
        &program,
        figure("fig.conv31"),
        &[("value", json!(31)), ("of", json!(32)), ("as_of", json!("2014-03-01")), ("claim_stance", json!("official"))],
        "31 of the 32 Mexican states have signed cooperation conventions",
        "line 56",
    );
    check(
        &program,
        figure("fig.fund170"),
        &[("money", json!({"amount": 17_000_000_000_i64, "currency": "MXN"})), ("as_of", json!("2013"))],
        "have not been made accessible, and therefore can not be used",
        "line 52",
    );
}

#[test]
fn figures_of_aggressions_keep_their_unit_their_period_and_the_word_alleged() {
    let program = filled();
    let figure = |code| ("official_figure", code);
    check(
        &program,
        figure("fig.ohchr89"),
        &[
            ("value", json!(89)),
            ("period", json!("2010-11/2012-12")),
            ("count_unit", json!("act")),
            ("qualifier", json!("alleged")),
        ],
        "documented 89 alleged acts of aggression against human rights defenders",
        "line 10",
    );
    for (code, metric, value) in [("fig.j66", "journalists_killed", 66), ("fig.j12", "journalists_disappeared", 12)] {
        check(
            &program,
            figure(code),
            &[("metric", json!(metric)), ("value", json!(value)), ("count_unit", json!("victim"))],
            "66 journalists have been killed and 12 have been disappeared",
            "line 12",
        );
    }
    check(
        &program,
        figure("fig.delay6m"),
        &[("duration", json!({"count": 6, "unit": "mo"})), ("legal_limit", json!({"count": 10, "unit": "d"}))],
        "often takes up to six months",
        "line 48",
    );
}

#[test]
fn documents_and_milestones_keep_dates_as_precise_as_known_and_point_to_each_other() {
    let program = filled();
    let statement = record(&program, "document", "doc.02");
    let signatories = statement["fields"]["authors"].as_array().unwrap().iter().map(|author| {
        assert_eq!(author["role"], "signatory");
        program.json(&["show", author["ref"].as_str().unwrap()])["fields"]["code"].clone()
    });
    assert_eq!(signatories.collect::<Vec<_>>(), ["org.pbi", "org.fld", "org.wola", "org.lawg"]);
    let page = record(&program, "document", "page.meta");
    assert_eq!((&page["fields"]["date"], &page["fields"]["content_until"]), (&json!("2018-03-20"), &json!("2014-04")));
    assert_eq!(record(&program, "document", "doc.12")["fields"]["date"], json!({"unknown": true}));
    assert_eq!(record(&program, "document", "doc.09")["fields"]["elements"].as_array().unwrap().len(), 3);
    for (code, date, words, line) in [
        ("tl.2010.osc_space", "2010", "In 2010, a large number", "line 20"),
        ("tl.2011-07-07.decree", "2011-07-07", "President Felipe Calderón signed a presidential decree", "line 26"),
        ("tl.2012-04-30.approved", "2012-04-30", "The law was unanimously approved", "line 38"),
        ("tl.2012-11.operative", "2012-11", "became operative in November 2012", "line 38"),
        ("tl.2014-q1.contract", "2014-01~", "a contract was signed with a security company", "line 52"),
    ] {
        check(&program, ("milestone", code), &[("date", json!(date))], words, line);
    }
}

#[test]
fn facts_are_found_by_their_words_in_both_languages() {
    let program = filled();
    for (words, code) in [
        (["presuntas", "agresiones"], "fig.ohchr89"),
        (["89", "alleged"], "fig.ohchr89"),
        (["Junta", "instalación"], "tl.2012-11-12.board"),
        (["convenios", "firmados"], "fig.conv31"),
        (["Front", "Line"], "org.fld"),
    ] {
        let found = program.json(&["search", words[0], words[1]]);
        let codes: Vec<Json> = found["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| program.json(&["show", item["id"].as_str().unwrap()])["fields"]["code"].clone())
            .collect();
        assert!(codes.contains(&json!(code)), "{words:?}: {codes:?}");
    }
}

#[test]
fn a_vault_that_holds_records_is_not_filled() {
    let program = filled();
    let again = program.run(&["demo", "--json"]);
    assert_eq!(again.code, 1, "{}", again.err);
    assert_eq!(again.json()["error"]["id"], "not-empty");
    let total = |kind| program.json(&["list", kind, "--limit", "0"])["total"].as_u64().unwrap();
    let all: u64 = ["document", "milestone", "official_figure", "organisation"].into_iter().map(total).sum();
    assert_eq!(all, 92);
    let verified = program.json(&["verify"]);
    assert_eq!((&verified["ok"], &verified["entries"]), (&json!(true), &json!(1)));
}

#[test]
fn one_record_of_ones_own_is_enough_to_keep_the_demonstration_out() {
    let program = Program::with_vault();
    program.json(&["new", "note", "--set", "title=Llamada"]);
    assert_eq!(program.run(&["demo"]).code, 1);
    assert_eq!(program.json(&["list", "organisation"])["total"], 0);
}
