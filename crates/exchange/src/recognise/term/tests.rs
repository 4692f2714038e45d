use std::collections::BTreeMap;

use resguardo_domain::catalogue::Catalogues;

use super::*;

fn matcher(catalogue: &str) -> TermMatcher {
    let lists = Catalogues::builtin();
    TermMatcher::new(lists.get(catalogue).unwrap(), lists.get("answer").unwrap(), Matching::builtin())
}

/// The meanings of a cell, sorted, as the ids and non-answers a test writes.
fn meanings(found: &Match) -> Vec<Meaning> {
    let mut meanings: Vec<Meaning> = found.terms.iter().map(|found| found.meaning.clone()).collect();
    meanings.sort();
    meanings
}

fn expected(catalogue: &str, terms: &str) -> Vec<Meaning> {
    let list = Catalogues::builtin().get(catalogue).unwrap();
    let of = |id: &str| {
        let term = list.term(id).unwrap_or_else(|| panic!("{catalogue}/{id}"));
        term.non_answer.map_or_else(|| Meaning::Term(id.to_owned()), Meaning::NonAnswer)
    };
    let mut meanings: Vec<Meaning> = terms.split('|').filter(|id| !id.is_empty()).map(of).collect();
    meanings.sort();
    meanings
}

fn check(catalogue: &str, cell: &str, terms: &str) {
    let found = matcher(catalogue).match_cell(cell);
    assert_eq!(meanings(&found), expected(catalogue, terms), "{catalogue}: {cell}: {found:?}");
}

#[test]
fn cells_as_people_write_them_give_their_terms() {
    let mut matchers: BTreeMap<String, TermMatcher> = BTreeMap::new();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/cells.csv");
    let (mut right, mut wrong, mut all) = (0, Vec::new(), 0);
    for row in csv::Reader::from_path(path).unwrap().records().map(Result::unwrap) {
        let (catalogue, cell, terms) = (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        let found = matchers.entry(catalogue.to_owned()).or_insert_with(|| matcher(catalogue)).match_cell(cell);
        all += 1;
        if meanings(&found) == expected(catalogue, terms) {
            right += 1;
            assert!(!terms.is_empty() || found.unmatched == [cell], "kept as written: {cell}");
        } else {
            let harmless = found.terms.is_empty();
            println!("{catalogue}: {cell}: {terms} != {found:?}");
            wrong.extend((!harmless).then(|| cell.to_owned()));
        }
    }
    println!("{right} of {all}");
    assert!(all >= 251 && right * 100 >= all * 98, "{right} of {all}");
    assert!(wrong.len() <= 1, "{wrong:?}");
}

fn certainties(catalogue: &str, cell: &str) -> Vec<Certainty> {
    matcher(catalogue).match_cell(cell).terms.into_iter().map(|found| found.certainty).collect()
}

#[test]
fn an_empty_cell_has_neither_a_term_nor_words_to_keep() {
    assert_eq!(matcher("sex").match_cell("  \n"), Match::default());
}

#[test]
fn a_spelling_is_exact_and_anything_else_is_proposed() {
    assert_eq!(certainties("aggression_type", "AMENAZA"), [Certainty::Exact]);
    assert_eq!(certainties("federal_entity", "30"), [Certainty::Exact]);
    assert_eq!(certainties("aggression_type", "amenza"), [Certainty::Proposed]);
    assert_eq!(certainties("profile", "Fotógrafas"), [Certainty::Proposed]);
    assert_eq!(certainties("perpetrator_type", "Alcalde de Acapulco"), [Certainty::Proposed]);
    assert_eq!(certainties("aggression_type", "Secuestro / amenza"), [Certainty::Exact, Certainty::Proposed]);
    assert_eq!(certainties("federal_entity", "Acapulco, Gro."), [Certainty::Proposed]);
}

#[test]
fn parts_without_a_term_stay_as_written_beside_those_that_have_one() {
    let found = matcher("aggression_type").match_cell("Secuestro; le quitaron el sueño; tortura");
    assert_eq!(meanings(&found), expected("aggression_type", "liberty.kidnapping|integrity.torture"));
    assert_eq!(found.unmatched, ["le quitaron el sueño"]);
}

#[test]
fn a_word_that_changes_the_meaning_keeps_the_cell_as_written() {
    for (catalogue, cell) in [
        ("aggression_type", "Intento de robo y secuestro"),
        ("aggression_type", "No hubo amenazas"),
        ("perpetrator_type", "Chofer del gobernador"),
        ("perpetrator_type", "Ex alcalde de Acapulco"),
        ("perpetrator_type", "Hermanas del alcalde"),
        ("sex", "Mujer trans"),
        ("sex", "M"),
        ("country", "NA"),
        ("federal_entity", "Ciudad Hidalgo"),
        ("federal_entity", "San Luis Río Colorado"),
        ("federal_entity", "Taxco, Guerrero, centro"),
        ("age_band", "25 a 35"),
        ("age_band", "340"),
    ] {
        let found = matcher(catalogue).match_cell(cell);
        assert!(found.terms.is_empty(), "{cell}: {found:?}");
        assert_eq!(found.unmatched, [cell]);
    }
}

#[test]
fn each_rule_of_the_order_places_what_it_is_for() {
    check("perpetrator_type", "Candidata a la alcaldía", "nonstate.party");
    check("perpetrator_type", "Militares del Ejército", "state.federal.army");
    check("perpetrator_type", "se desconoce", "unidentified");
    check("sex", "se desconoce", "unknown");
    check("age_band", "31 a 40 años", "30_44");
    check("federal_entity", "Veracruz, México", "30");
    check("federal_entity", "Toluca, México", "15");
    check("federal_entity", "Acapulco, Gro.; Morelia, Mich.", "12|16");
    check("country", "Ciudad Juárez, México", "MX");
    check("country", "MX", "MX");
    check("media_type", "Radio comunitaria", "community_radio");
    check("work_link", "Motive Confirmed", "confirmed");
    check("work_link", "Motive Unconfirmed", "possible");
}

#[test]
fn a_long_narrative_is_no_term() {
    let cell = "La amenazaron de muerte ".repeat(20);
    assert_eq!(matcher("aggression_type").match_cell(&cell).unmatched, [cell.trim()]);
}

#[test]
fn every_spelling_of_every_list_is_its_own_term() {
    let lists = Catalogues::builtin();
    for id in lists.ids().filter(|id| !id.starts_with("crosswalk_")) {
        let (list, matcher) = (lists.get(id).unwrap(), matcher(id));
        for term in list.terms() {
            for spelling in [&term.label.es, &term.label.en].into_iter().chain(&term.aliases) {
                let found = matcher.match_cell(spelling);
                assert_eq!(meanings(&found), expected(id, &term.id), "{id}: {spelling}");
            }
        }
    }
}
