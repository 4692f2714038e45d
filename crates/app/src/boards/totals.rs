//! What a board counts, each figure with what it is of.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::id::RecordId;
use resguardo_domain::value::Value;
use resguardo_language::Args;
use resguardo_mechanism::indicator::{Cannot, Figure, PUBLISHED_BY, Quotient};
use resguardo_vault::Row;

use super::definition::{Section, Total};
use super::standing::{Reading, is_written};
use super::{Behinds, BoardTotal};
use crate::indicators::{FigureSaid, Saying};

/// Of fewer no share is told.
const LEAST: i64 = 10;

/// What a total comes to.
#[derive(Default)]
struct Sum {
    over: i64,
    under: i64,
    missing: i64,
    /// Whether a part is known of a whole nobody gave.
    no_whole: bool,
    records: Vec<RecordId>,
}

impl<'a> Reading<'a> {
    /// The totals of a section; what others said stands beside one's own where the definition asks for it. Money is told
    /// in each currency apart.
    pub(super) fn totals(&self, section: &Section, rows: &[Row<'a>], behind: &mut Behinds) -> Vec<BoardTotal> {
        let mut totals = Vec::new();
        for total in &section.totals {
            let rows = self.last_of(total, rows);
            for currency in currencies(total, &rows) {
                totals.push(self.total((section, total), &rows, currency.as_deref(), behind));
            }
        }
        totals
    }

    fn total(
        &self,
        (section, total): (&Section, &Total),
        rows: &[Row<'a>],
        currency: Option<&str>,
        behind: &mut Behinds,
    ) -> BoardTotal {
        let words = &self.cells.words;
        let label = words.plain(&format!("boards-total-{}-{}", section.id, total.id));
        let label = match currency {
            Some(code) => words.say("boards-in-currency", &Args::new().text("label", &label).text("currency", code)),
            None => label,
        };
        let is_of = |row: &&Row<'a>| currency.is_none_or(|code| uses(total, row, code));
        let (own, others): (Vec<&Row<'a>>, Vec<&Row<'a>>) =
            rows.iter().filter(is_of).partition(|row| !section.voices || is_own(row));
        let mut one = |rows: &[&Row<'a>], whose: &str| {
            let sum = self.sum(section, total, rows);
            let which = format!("{}/{whose}/{}/{}", section.id, total.id, currency.unwrap_or_default());
            self.said_figure(figure(total, sum), (which, &label), behind)
        };
        let (own, official) = (one(&own, "own"), (!others.is_empty()).then(|| one(&others, "official")));
        BoardTotal { own, official, label: label.clone() }
    }

    /// The rows a total is of: all, or the last of each value of a field, one's own and others' apart.
    fn last_of(&self, total: &Total, rows: &[Row<'a>]) -> Vec<Row<'a>> {
        let Some(field) = &total.last_of else { return rows.to_vec() };
        let mut last: BTreeMap<(bool, Vec<Value>), Row<'a>> = BTreeMap::new();
        for row in rows {
            last.insert((is_own(row), row.values(field)), *row);
        }
        last.into_values().collect()
    }

    fn sum(&self, section: &Section, total: &Total, rows: &[&Row<'a>]) -> Sum {
        let mut sum = Sum::default();
        for row in rows {
            if total.among.as_ref().is_some_and(|test| self.test(section, row, test) != Some(true)) {
                continue;
            }
            let counts = total.count.as_ref().map_or(Some(true), |test| self.test(section, row, test));
            let whole = |field: &String| number(&row.values(field));
            let weight = total.weight.as_ref().and_then(whole).unwrap_or(1);
            let part = total.sum.as_ref().map_or(Some(weight), whole);
            let (Some(counts), Some(part)) = (counts, part) else {
                sum.missing += 1;
                continue;
            };
            match total.of.as_ref().map(whole) {
                None => sum.under += weight,
                Some(Some(of)) => sum.under += of,
                Some(None) => sum.no_whole = true,
            }
            if counts {
                sum.over += part;
                sum.records.push(row.id());
            }
        }
        sum
    }

    /// A figure in words, with its records kept for whoever opens it.
    pub(super) fn said_figure(
        &self,
        figure: Figure,
        (which, label): (String, &str),
        behind: &mut Behinds,
    ) -> FigureSaid {
        let unit = if figure.denominator.is_some() { "percent" } else { "count" };
        let saying = Saying { words: &self.cells.words, schema: &self.session.schema, lang: self.session.lang };
        let said = saying.own(unit, &figure);
        behind.insert(which.clone(), (label.to_owned(), figure.records));
        FigureSaid { which, ..said }
    }
}

fn figure(total: &Total, sum: Sum) -> Figure {
    let has_whole = total.count.is_some() || total.of.is_some();
    let nothing = sum.records.is_empty() && sum.under == 0;
    let cannot = match () {
        () if nothing => Some(Cannot::Nothing),
        () if !has_whole => None,
        () if sum.no_whole => Some(Cannot::Missing("of")),
        () if sum.under == 0 => Some(Cannot::NotApplicable),
        () if sum.under < LEAST => Some(Cannot::TooFew(LEAST)),
        () => None,
    };
    let value = match (&cannot, has_whole) {
        (Some(_), _) => None,
        (None, true) => Quotient::of(sum.over, sum.under),
        (None, false) => Some(Quotient::whole(sum.over)),
    };
    Figure {
        value,
        numerator: Some(sum.over),
        denominator: (has_whole && !sum.no_whole).then_some(sum.under),
        missing: sum.missing,
        spread: None,
        cannot,
        records: sum.records,
    }
}

/// The currencies a total is told in; one without a name where it counts no money.
fn currencies(total: &Total, rows: &[Row<'_>]) -> Vec<Option<String>> {
    let fields = total.sum.iter().chain(&total.of);
    let values = rows.iter().flat_map(|row| fields.clone().flat_map(|field| row.values(field)));
    let found: BTreeSet<String> =
        values.filter_map(|value| if let Value::Money(money) = value { Some(money.currency) } else { None }).collect();
    if found.is_empty() { vec![None] } else { found.into_iter().map(Some).collect() }
}

/// Whether a row tells a total in a currency.
fn uses(total: &Total, row: &Row<'_>, currency: &str) -> bool {
    let fields = total.sum.iter().chain(&total.of);
    fields
        .flat_map(|field| row.values(field))
        .any(|value| matches!(&value, Value::Money(money) if money.currency == currency))
}

/// Whether it is one's own observation: what a document or an institution tells stands beside.
fn is_own(row: &Row<'_>) -> bool {
    PUBLISHED_BY.iter().all(|field| !row.values(field).iter().any(is_written))
}

/// A whole number; money in whole units of its currency.
pub(super) fn number(values: &[Value]) -> Option<i64> {
    values.iter().find_map(|value| match value {
        Value::Number(number) => i64::try_from(number.scaled() / 1_000_000_000).ok(),
        Value::Money(money) => Some(money.minor / 100),
        _ => None,
    })
}
