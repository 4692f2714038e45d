use super::*;

#[test]
fn every_indicator_has_a_definition_and_a_function() {
    let defined: Vec<&str> = Definitions::builtin().iter().map(|one| one.id.as_str()).collect();
    let measured: Vec<&str> = MEASURES.iter().map(|(id, _)| *id).collect();
    assert_eq!(defined, measured);
}

#[test]
fn nothing_recorded_is_said_not_counted_as_zero_percent() {
    let facts = Facts::new("2014-03-01".parse().unwrap(), [], [], &[]);
    for answer in all(&facts, Definitions::builtin(), None) {
        let definition = Definitions::builtin().of(answer.id).unwrap();
        if definition.unit != "count" {
            assert!(answer.own.value.is_none(), "{}: {:?}", answer.id, answer.own);
            assert!(answer.own.cannot.is_some(), "{}", answer.id);
        }
        assert!(answer.official.is_empty());
    }
}
