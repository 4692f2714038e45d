use std::collections::BTreeMap;

use super::*;
use crate::fold::fold;

fn all() -> impl Iterator<Item = &'static Catalogue> {
    let catalogues = Catalogues::builtin();
    catalogues.ids().map(|id| catalogues.get(id).unwrap())
}

#[test]
fn every_list_that_ships_is_read_and_named_as_its_file() {
    assert!(all().count() >= 104);
    for (id, list) in Catalogues::builtin().ids().zip(all()) {
        assert_eq!(id, list.id);
        assert!(!list.label.es.is_empty() && !list.label.en.is_empty() && !list.terms().is_empty(), "{id}");
    }
}

#[test]
fn every_term_has_both_labels_a_known_source_and_a_known_group() {
    for list in all() {
        for term in list.terms() {
            let place = format!("{}/{}", list.id, term.id);
            assert!(!term.label.es.trim().is_empty() && !term.label.en.trim().is_empty(), "{place}");
            assert!(sources().contains_key(&term.source), "{place}: {}", term.source);
            assert!(term.parent().is_none_or(|parent| list.term(parent).is_some()), "{place}");
        }
    }
}

#[test]
fn no_spelling_means_two_terms_of_one_list() {
    // Lists of codes for exchange are never matched to what people write.
    for list in all().filter(|list| !list.id.starts_with("crosswalk_")) {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for term in list.terms() {
            let short = ["short_es", "abbr", "alpha3"].into_iter().filter_map(|key| term.text(key));
            let labels = [term.label.es.as_str(), term.label.en.as_str()];
            for key in labels.into_iter().chain(short).chain(term.aliases.iter().map(String::as_str)) {
                let other = known.insert(fold(key), &term.id);
                assert!(other.is_none_or(|other| other == term.id), "{}: {key} is {} and {other:?}", list.id, term.id);
            }
        }
    }
}

#[test]
fn an_alias_is_written_once_and_differs_from_its_label() {
    for list in all() {
        for term in list.terms() {
            let mut seen = vec![fold(&term.label.es), fold(&term.label.en)];
            for alias in &term.aliases {
                let folded = fold(alias);
                assert!(!folded.is_empty() && !seen.contains(&folded), "{}/{}: {alias}", list.id, term.id);
                seen.push(folded);
            }
        }
    }
}

#[test]
fn an_ambiguous_word_is_no_spelling_of_a_term() {
    for list in all() {
        for word in &list.ambiguous {
            let taken = list.terms().iter().find(|term| term.aliases.iter().any(|alias| alias == word));
            assert!(taken.is_none(), "{}: {word}", list.id);
        }
    }
}

#[test]
fn terms_are_found_by_id_by_group_and_by_prefix() {
    let list = Catalogues::builtin().get("aggression_type").unwrap();
    assert_eq!(list.term("threat.death").unwrap().label.get(Lang::Es), "Amenaza de muerte");
    assert_eq!(list.term("threat.death").unwrap().parent(), Some("threat"));
    assert!(list.roots().all(|term| !term.id.contains('.')));
    assert!(list.children("threat").any(|term| term.id == "threat.sexual"));
    assert_eq!(list.within("threat").count(), list.children("threat").count() + 1);
    assert!(!list.term("threat").unwrap().is_within("thr"));
    assert_eq!(Catalogues::builtin().label("sex", "female", Lang::En), "Female");
    assert_eq!(Catalogues::builtin().label("sex", "of our own", Lang::En), "of our own");
    assert!(Catalogues::builtin().get("nothing").is_none());
}

#[test]
fn a_crosswalk_names_terms_of_its_own_list() {
    let catalogues = Catalogues::builtin();
    let list = catalogues.get("aggression_type").unwrap();
    for key in ["a19", "ohchr_mx_2013", "sdg_16_10_1", "cemda", "imd", "fld", "seed"] {
        let other = catalogues.get(&format!("crosswalk_{key}")).unwrap();
        for term in list.terms() {
            assert!(term.text(key).is_none_or(|code| other.term(code).is_some()), "{key}: {}", term.id);
        }
    }
}

#[test]
fn a_list_with_one_id_twice_is_refused() {
    let item = r#"{"id": "a", "es": "a", "en": "a", "source": "DES"}"#;
    let text = format!(r#"{{"id": "x", "es": "x", "en": "x", "items": [{item}, {item}]}}"#);
    assert!(matches!(Catalogue::from_json(&text), Err(CatalogueError::DuplicateTerm(id)) if id == "a"));
    assert!(matches!(Catalogue::from_json("{}"), Err(CatalogueError::Shape(_))));
}

#[test]
fn the_rules_of_matching_are_read() {
    assert!(Matching::builtin().never_dropped.iter().any(|word| word == "intento de"));
}
