//! What a published count of conventions says of each federal entity.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use resguardo_domain::catalogue::{Catalogues, Term};
use resguardo_domain::summary::{ByField, Summary};
use resguardo_domain::value::PartialDate;

/// The thirty-two federal entities, by their INEGI code.
pub fn entities() -> impl Iterator<Item = &'static Term> {
    let terms = Catalogues::builtin().get("federal_entity").map(|list| list.terms()).unwrap_or_default();
    terms.iter().filter(|term| term.id.parse::<u8>().is_ok_and(|code| (1..=32).contains(&code)))
}

/// A count of conventions signed, as somebody published it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConventionCount<'a> {
    /// As of when.
    pub as_of: &'a PartialDate,
    /// How many have signed.
    pub signed: i64,
    /// Of how many.
    pub total: i64,
    named: BTreeSet<&'a str>,
    missing: BTreeSet<&'a str>,
}

impl<'a> ConventionCount<'a> {
    /// Reads a record of the kind `convention_count`; none without its day and its two numbers.
    #[must_use]
    pub fn read<Values: ByField>(record: &'a Summary<Values>) -> Option<Self> {
        Some(Self {
            as_of: record.date("as_of")?,
            signed: record.whole("signed")?,
            total: record.whole("total")?,
            named: record.terms("states_named").collect(),
            missing: record.terms("states_missing").collect(),
        })
    }

    /// Whether it says that an entity has signed: it names it, or it names all that have not. None where it does not say.
    #[must_use]
    pub fn says_signed(&self, entity: &str) -> Option<bool> {
        if self.named.contains(entity) {
            return Some(true);
        }
        if self.missing.contains(entity) {
            return Some(false);
        }
        let is_whole = |others: &BTreeSet<&str>, counted: i64| i64::try_from(others.len()) == Ok(counted);
        if is_whole(&self.missing, self.total - self.signed) && entities().count() == self.total.try_into().unwrap_or(0)
        {
            return Some(true);
        }
        (is_whole(&self.named, self.signed) && !self.named.is_empty()).then_some(false)
    }
}

/// Between which days an entity signed, by counts of which none gives the day: after the last that says it had not, or after
/// `since`, and by the first that says it had. None where none says so.
#[must_use]
pub fn signed_between(
    entity: &str,
    counts: &[ConventionCount<'_>],
    since: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    let mut counts: Vec<&ConventionCount<'_>> = counts.iter().collect();
    counts.sort_by_key(|count| count.as_of.last());
    let mut since = since;
    for count in counts {
        let day = count.as_of.last();
        match count.says_signed(entity) {
            Some(true) => return (since <= day).then_some((since, day)),
            Some(false) => since = day.succ_opt().unwrap_or(day),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use resguardo_domain::id::RecordId;
    use resguardo_domain::operation::Status;
    use resguardo_domain::value::{Number, Value};

    use super::*;

    fn count(as_of: &str, (signed, total): (&str, &str), missing: &[&str]) -> Summary {
        let number = |text: &str| vec![Value::Number(Number::parse(text).unwrap())];
        let terms = missing.iter().map(|term| Value::Choice((*term).to_owned())).collect();
        let values = [
            ("as_of", vec![Value::Date(as_of.parse().unwrap(), None)]),
            ("signed", number(signed)),
            ("total", number(total)),
            ("states_missing", terms),
        ];
        Summary {
            id: RecordId::new([1; 16]),
            kind: "convention_count".to_owned(),
            status: Status::InUse,
            merged_into: None,
            in_conflict: false,
            created_ms: 0,
            modified_ms: 0,
            values: values.map(|(field, values)| (field.to_owned(), values)).into(),
        }
    }

    #[test]
    fn who_is_not_named_has_signed_only_where_all_that_have_not_are_named() {
        assert_eq!(entities().count(), 32);
        let (whole, part) = (count("2014-03-01", ("31", "32"), &["09"]), count("2013-05-01", ("20", "32"), &["09"]));
        let says = |record: &Summary, entity: &str| ConventionCount::read(record).unwrap().says_signed(entity);
        assert_eq!((says(&whole, "09"), says(&whole, "20")), (Some(false), Some(true)));
        assert_eq!((says(&part, "09"), says(&part, "20")), (Some(false), None));
    }

    #[test]
    fn a_later_count_bounds_when_it_was_signed() {
        let records = [count("2016-01-01", ("32", "32"), &[]), count("2014-03-01", ("31", "32"), &["09"])];
        let counts: Vec<ConventionCount<'_>> = records.iter().filter_map(ConventionCount::read).collect();
        let between = |entity: &str| signed_between(entity, &counts, "2012-06-26".parse().unwrap());
        let days = |from: &str, to: &str| Some((from.parse().unwrap(), to.parse().unwrap()));
        assert_eq!(between("20"), days("2012-06-26", "2014-03-01"));
        assert_eq!(between("09"), days("2014-03-02", "2016-01-01"));
        assert_eq!(signed_between("20", &[], "2012-06-26".parse().unwrap()), None);
    }
}
