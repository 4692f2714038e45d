//! What a board counts, each figure with what it is of.

use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::value::Value;
use resguardo_mechanism::indicator::{Cannot, Figure, Quotient};
use resguardo_vault::Row;

use super::definition::{Section, Total};
use super::standing::{Reading, is_written};
use super::{Behinds, BoardTotal};
use crate::indicators::{FigureSaid, Saying};

/// Of fewer no share is told.
const LEAST: i64 = 10;

/// What a total comes to.
#[derive(Default)]
struct Counted {
    over: i64,
    under: i64,
    missing: i64,
    records: Vec<RecordId>,
}

impl<'a> Reading<'a> {
    /// The totals of a section; what others said stands beside one's own where the definition asks for it.
    pub(super) fn totals(&self, section: &Section, rows: &[Row<'a>], behind: &mut Behinds) -> Vec<BoardTotal> {
        let (own, others): (Vec<&Row<'a>>, Vec<&Row<'a>>) = rows.iter().partition(|row| !section.voices || is_own(row));
        let told = |total: &Total| {
            let label = self.cells.words.plain(&format!("boards-total-{}-{}", section.id, total.id));
            let mut one = |rows: &[&Row<'a>], whose: &str| {
                let figure = figure(total, &self.count(section, total, rows));
                let which = format!("{}/{whose}/{}", section.id, total.id);
                self.said_figure(figure, (which, &label), behind)
            };
            let (own, official) = (one(&own, "own"), (!others.is_empty()).then(|| one(&others, "official")));
            BoardTotal { own, official, label: label.clone() }
        };
        section.totals.iter().map(told).collect()
    }

    fn count(&self, section: &Section, total: &Total, rows: &[&Row<'a>]) -> Counted {
        let mut counted = Counted::default();
        for row in rows {
            match total.among.as_ref().map(|test| self.test(section, row, test)) {
                Some(Some(false)) => continue,
                Some(None) => {
                    counted.missing += 1;
                    continue;
                }
                Some(Some(true)) | None => {}
            }
            let whole = |field: &String| number(&row.values(field));
            let counts = total.count.as_ref().map_or(Some(true), |test| self.test(section, row, test));
            let Some(counts) = counts else {
                counted.missing += 1;
                continue;
            };
            let (part, of) = match (&total.sum, &total.of) {
                (None, _) => (Some(1), Some(1)),
                (Some(sum), None) => (whole(sum), Some(0)),
                (Some(sum), Some(of)) => (whole(sum), whole(of)),
            };
            let (Some(part), Some(of)) = (part, of) else {
                counted.missing += 1;
                continue;
            };
            counted.under += of;
            if counts {
                counted.over += part;
                counted.records.push(row.id());
            }
        }
        counted
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

fn figure(total: &Total, counted: &Counted) -> Figure {
    let has_whole = total.count.is_some() || total.of.is_some();
    let too_few = counted.under < LEAST && total.of.is_none();
    let nothing = counted.records.is_empty() && counted.under == 0;
    let cannot = match () {
        () if nothing => Some(Cannot::Nothing),
        () if has_whole && counted.under == 0 => Some(Cannot::NotApplicable),
        () if has_whole && too_few => Some(Cannot::TooFew(LEAST)),
        () => None,
    };
    let value = match (&cannot, has_whole) {
        (Some(_), _) => None,
        (None, true) => Quotient::of(counted.over, counted.under),
        (None, false) => Some(Quotient::whole(counted.over)),
    };
    Figure {
        value,
        numerator: Some(counted.over),
        denominator: has_whole.then_some(counted.under),
        missing: counted.missing,
        spread: None,
        cannot,
        records: counted.records.clone(),
    }
}

/// Whether it is one's own observation: what a document or an institution tells stands beside.
fn is_own(row: &Row<'_>) -> bool {
    let has = |field: &str| row.values(field).iter().any(is_written);
    !has(field::SOURCES) && !has("claim_holder")
}

/// A whole number; money in whole units of its currency.
fn number(values: &[Value]) -> Option<i64> {
    values.iter().find_map(|value| match value {
        Value::Number(number) => i64::try_from(number.scaled() / 1_000_000_000).ok(),
        Value::Money(money) => Some(money.minor / 100),
        _ => None,
    })
}
