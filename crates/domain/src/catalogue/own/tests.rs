use super::*;
use crate::catalogue::Lang;

fn term(list: &str, id: &str, es: &str) -> OwnTerm {
    let label = Label { es: es.to_owned(), en: format!("{es} (en)") };
    OwnTerm { list: list.to_owned(), id: id.to_owned(), label, aliases: Vec::new(), retired: false }
}

fn refused(own: OwnTerm) -> Option<NotOwnTerm> {
    Catalogues::builtin().with_own(&[], &[own]).1.first().map(|(_, reason)| *reason)
}

#[test]
fn a_term_stands_after_its_group_and_is_what_the_group_is() {
    let (all, refused) = Catalogues::builtin().with_own(&[], &[term("aggression_type", "life.own_mina", "Con mina")]);
    assert_eq!(refused, []);
    let list = all.get("aggression_type").unwrap();
    let own = list.term("life.own_mina").unwrap();
    assert!(own.own && !own.is("fatal"));
    let place = |id: &str| list.terms().iter().position(|term| term.id == id).unwrap();
    assert!(place("life.own_mina") > place("life"));
    let after = &list.terms()[place("life.own_mina") + 1];
    assert!(!after.is_within("life"), "{}", after.id);
    assert_eq!(all.label("aggression_type", "life.own_mina", Lang::En), "Con mina (en)");
    let ships = Catalogues::builtin().get("aggression_type").unwrap();
    assert!(ships.term("life.own_mina").is_none());
}

#[test]
fn a_list_of_its_own_holds_its_terms_and_no_term_is_put_after_what_says_nothing() {
    let lists = [OwnList { id: "own_lengua".into(), label: Label { es: "Lengua".into(), en: "Language".into() } }];
    let terms = [term("own_lengua", "nahuatl", "Náhuatl"), term("sex", "own_muxe", "Muxe")];
    let (all, refused) = Catalogues::builtin().with_own(&lists, &terms);
    assert_eq!(refused, []);
    assert!(all.get("own_lengua").unwrap().term("nahuatl").is_some());
    let sex: Vec<bool> = all.get("sex").unwrap().terms().iter().map(|term| term.non_answer.is_some()).collect();
    assert!(sex.is_sorted());
}

#[test]
fn what_does_not_stand_up_to_the_rules_is_left_out_with_the_reason() {
    assert_eq!(refused(term("nothing", "own_x", "X")), Some(NotOwnTerm::NoList));
    for id in ["female", "x", "own_", "own_Á", "", ".own_x", "own_x.", "female.x", "a.b.c.d.e.own_f"] {
        assert!(matches!(refused(term("sex", id, "X")), Some(NotOwnTerm::Id)) || id == "own_", "{id}");
    }
    assert_eq!(refused(term("sex", "nobody.own_x", "X")), Some(NotOwnTerm::NoGroup));
    assert_eq!(refused(term("sex", "unknown.own_x", "X")), Some(NotOwnTerm::NoGroup));
    assert_eq!(refused(term("sex", "own_mujer", "MUJER")), Some(NotOwnTerm::LabelTaken));
    for label in ["", " ", "…", " X", "a\u{202E}b", "a\nb", &"x".repeat(81)] {
        assert_eq!(refused(term("sex", "own_x", label)), Some(NotOwnTerm::Label), "{label:?}");
    }
    let many: Vec<OwnTerm> = (0..=MOST_TERMS).map(|i| term("sex", &format!("own_{i}"), &format!("n{i}"))).collect();
    assert_eq!(Catalogues::builtin().with_own(&[], &many).1, [(MOST_TERMS, NotOwnTerm::TooMany)]);
}

#[test]
fn nothing_is_added_to_a_list_that_protects_somebody_or_that_figures_are_counted_by() {
    for list in ["consent_level", "sharing_level", "confidentiality", "verification_grade", "application_outcome"] {
        assert_eq!(refused(term(list, "own_x", "X")), Some(NotOwnTerm::Closed), "{list}");
    }
}

#[test]
fn an_id_is_made_of_the_label() {
    for (label, id) in [("Lengua materna", "lengua_materna"), ("¿Ñandú?", "nandu"), ("60+ años", "60_anos")] {
        assert_eq!(id_of(label).as_deref(), Some(id));
    }
    assert_eq!(id_of("…"), None);
    assert_eq!(id_of("語"), None);
}
