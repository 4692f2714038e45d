use super::*;
use proptest::prelude::*;

fn id(number: u8) -> RecordId {
    RecordId::new([number; 16])
}

fn entry(number: u8, kind: &str, title: &str, texts: &[&str]) -> Entry {
    Entry { id: id(number), kind: kind.into(), title: title.into(), texts: texts.iter().map(|t| (*t).into()).collect() }
}

fn archive() -> TextIndex {
    TextIndex::build([
        entry(1, "incident", "Xalapa 2014", &["La desaparición forzada de una periodista.", "Desaparición forzada"]),
        entry(2, "incident", "Oaxaca", &["Amenaza de muerte por mensaje en el año 2014.", "Death threat"]),
        entry(3, "person", "Regina Martínez", &["Corresponsal de Proceso"]),
        entry(4, "incident", "Mérida", &["Las desapariciones de tres periodistas; muerte, amenaza."]),
        entry(5, "document", "Ano", &["El ano no es una fecha. FED/SDHPDSC/123/2014", "de una a otra"]),
    ])
    .unwrap()
}

fn found(index: &TextIndex, query: &str) -> Vec<u8> {
    let hits = index.search(&Query::parse(query), &Scope::first(10), &|_| Vec::new()).unwrap();
    assert_eq!(hits.total, hits.items.len());
    let mut numbers: Vec<u8> = hits.items.iter().map(|hit| hit.id.bytes()[0]).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn all_that_match_are_those_found_one_by_one_in_the_same_order() {
    let index = archive();
    let kinds = BTreeSet::from(["incident".to_owned()]);
    for query in ["amenaza", "desapar", "muerte periodista OR xalapa", "nada"] {
        let query = Query::parse(query);
        let scope = Scope { limit: 10, kinds: kinds.clone() };
        let found = index.search(&query, &scope, &|_| Vec::new()).unwrap();
        let found: Vec<RecordId> = found.items.iter().map(|hit| hit.id).collect();
        assert_eq!(index.matching(&query, &kinds, true).unwrap(), found);
        let mut any = index.matching(&query, &kinds, false).unwrap();
        any.sort_unstable();
        assert!(any.len() == found.len() && any.iter().all(|id| found.contains(id)));
    }
}

#[test]
fn u20_words_are_found_without_accents_in_parts_and_exactly_in_quotes() {
    let index = archive();
    for (query, expected) in [
        ("desaparicion", &[1, 4][..]),
        ("DESAPARICIÓN", &[1, 4]),
        ("\"desaparicion\"", &[1]),
        ("perio", &[1, 4]),
        ("\"periodista\"", &[1]),
        ("periodistas", &[1, 4]),
        ("año", &[2]),
        ("an\u{303}o", &[2]),
        ("ano", &[5]),
        ("Regina Martínez", &[3]),
        ("regina martinez", &[3]),
        ("REGINA", &[3]),
        ("martinez proceso", &[3]),
        ("\"amenaza de muerte\"", &[2]),
        ("\"muerte amenaza\"", &[4]),
        ("\"forzada de\"", &[1]),
        ("\"periodista desaparición\"", &[]),
        ("amenaza muerte", &[2, 4]),
        ("amenaza -desapariciones", &[2]),
        ("amenaza -desaparicion", &[2, 4]),
        ("amenaza -\"de muerte\"", &[4]),
        ("regina OR oaxaca", &[2, 3]),
        ("desaparicion xalapa OR merida", &[1, 4]),
        ("death threats", &[2]),
        ("123/2014", &[5]),
        ("FED/SDHPDSC/12", &[5]),
        ("123/2015", &[]),
        ("-2014", &[3, 4]),
        ("nada", &[]),
        ("", &[]),
        ("😀 ... - \"\"", &[]),
    ] {
        assert_eq!(found(&index, query), expected, "{query}");
    }
}

#[test]
fn u20_a_word_itself_comes_before_one_that_begins_so_and_that_before_its_family() {
    let filler = "otras palabras que no se buscan aquí";
    let index = TextIndex::build([
        entry(1, "incident", "", &["las amenazas", filler]),
        entry(2, "incident", "", &["amenazante", filler]),
        entry(3, "incident", "", &["amenaza", filler, filler, filler, filler]),
        entry(4, "incident", "una amenaza", &[filler]),
        entry(5, "incident", "", &["amenazó amenazó amenazó"]),
    ])
    .unwrap();
    let hits = index.search(&Query::parse("amenaza"), &Scope::first(10), &|_| Vec::new()).unwrap();
    let order: Vec<u8> = hits.items.iter().map(|hit| hit.id.bytes()[0]).collect();
    assert_eq!(order, [4, 3, 1, 2, 5]);
}

#[test]
fn a_changed_record_is_found_by_its_new_words_and_a_removed_one_not_at_all() {
    let mut index = archive();
    index.update([entry(1, "incident", "Xalapa", &["Robo de equipo"]), entry(6, "note", "Nueva", &["robo"])]).unwrap();
    assert_eq!(found(&index, "desaparicion"), [4]);
    assert_eq!(found(&index, "robo"), [1, 6]);
    index.remove([id(1)]).unwrap();
    assert_eq!(found(&index, "robo"), [6]);
    assert_eq!(index.len(), 5);
}

#[test]
fn only_records_of_the_kinds_asked_for_are_found_and_all_are_counted() {
    let index = archive();
    let scope = Scope { limit: 1, kinds: ["incident".to_owned(), "person".to_owned()].into() };
    let hits = index.search(&Query::parse("2014 OR regina"), &scope, &|_| vec!["Regina".into()]).unwrap();
    assert_eq!((hits.total, hits.items.len()), (3, 1));
    assert_eq!(hits.items[0].kind, "person");
    assert_eq!(hits.items[0].snippet.text, "Regina");
    assert_eq!(hits.items[0].snippet.matches.first(), Some(&(0..6)));
    let counted = index.search(&Query::parse("2014 OR regina"), &Scope::default(), &|_| Vec::new()).unwrap();
    assert_eq!((counted.total, counted.items.len()), (4, 0));
}

#[test]
fn an_empty_index_finds_nothing_and_takes_its_first_record() {
    let mut index = TextIndex::build([]).unwrap();
    assert!(index.is_empty() && found(&index, "xalapa").is_empty());
    index.update([entry(1, "incident", "Xalapa", &[])]).unwrap();
    assert_eq!(found(&index, "xalapa"), [1]);
}

#[test]
fn ten_kilobytes_of_anything_are_answered() {
    let index = archive();
    for piece in ["periodista ", "\"", "a\" -\"b ", "OR ", "-", "ñ\u{303}", "😀 ", "\u{0}", "x", "a/b/", "\"a b\" "]
    {
        found(&index, &piece.repeat(10_240 / piece.len()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_query_is_refused(text in "[-\"“|()*~^:+\\\\/ a-eORñÁ\u{303}\u{0}\u{ad}😀日]{0,120}") {
        thread_local!(static INDEX: TextIndex = archive());
        INDEX.with(|index| found(index, &text));
    }
}
