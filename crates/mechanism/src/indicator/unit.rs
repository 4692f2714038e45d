//! What is counted, and how what is counted is put together.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::value::Answer;

use super::figure::{Cannot, Figure, Quotient};
use super::survival::spread;

/// What one unit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It is among those asked for.
    Yes,
    /// It is not.
    No,
    /// It took so many days, or is of this amount.
    Amount(i64),
    /// After so many days it still goes on.
    Open(i64),
    /// Nobody recorded what would tell.
    Missing,
}

/// One thing counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// The record by whose values it is taken apart.
    pub(super) of: RecordId,
    /// The records it was read from besides.
    pub(super) behind: Vec<RecordId>,
    /// What it says.
    pub(super) says: Says,
}

impl Unit {
    /// A unit read from one record.
    pub(super) const fn of(of: RecordId, says: Says) -> Self {
        Self { of, behind: Vec::new(), says }
    }

    /// The same, read from others too.
    #[must_use]
    pub(super) fn and(mut self, behind: impl IntoIterator<Item = RecordId>) -> Self {
        self.behind.extend(behind);
        self
    }
}

/// Yes or no; missing where neither is known.
pub(super) const fn yes_or_no(known: Option<bool>) -> Says {
    match known {
        Some(true) => Says::Yes,
        Some(false) => Says::No,
        None => Says::Missing,
    }
}

/// Whether somebody answered yes; partly is no.
pub(super) const fn is_yes(answer: Option<Answer>) -> Says {
    match answer {
        Some(Answer::Yes) => Says::Yes,
        Some(Answer::No | Answer::Partly) => Says::No,
        None => Says::Missing,
    }
}

/// How the units of a line are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// Those that say yes, among those that say anything.
    #[default]
    Share,
    /// Those that say yes.
    Count,
    /// The middle of what they took; what still goes on is censored.
    Median,
    /// What they amount to, on average.
    Mean,
    /// What they amount to, against a whole that is not made of units.
    Against(i64),
    /// What they amount to, for each hundred of a whole that is not made of units.
    ForHundred(i64),
    /// What they amount to.
    Sum,
    /// A value worked out elsewhere; the units say of what.
    Fixed(Quotient),
}

/// Units and how they are put together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its name beside the first line of an indicator; empty for the first.
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) units: Vec<Unit>,
    /// Why nothing can be said, where that is known beforehand.
    pub(super) cannot: Option<Cannot>,
}

impl Line {
    pub(super) fn of(shape: Shape, units: impl IntoIterator<Item = Unit>) -> Self {
        Self { key: "", shape, units: units.into_iter().collect(), cannot: None }
    }

    /// Nothing, and why.
    pub(super) fn cannot(field: &'static str) -> Self {
        Self { cannot: Some(Cannot::Missing(field)), ..Self::default() }
    }

    #[must_use]
    pub(super) const fn named(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// The same with a sum against a whole, or nothing where the whole is not known.
    #[must_use]
    pub(super) fn against(mut self, whole: Option<i64>, field: &'static str) -> Self {
        match whole {
            Some(whole) => self.shape = Shape::Against(whole),
            None => self.cannot = Some(Cannot::Missing(field)),
        }
        self
    }

    /// The units by a value of their records; a unit whose record has several stands in each.
    pub(super) fn taken_apart(&self, values: impl Fn(RecordId) -> Vec<String>) -> BTreeMap<String, Self> {
        let mut parts: BTreeMap<String, Self> = BTreeMap::new();
        for unit in &self.units {
            let mut values = values(unit.of);
            if values.is_empty() {
                values.push(String::new());
            }
            for value in values {
                let part = parts.entry(value).or_insert_with(|| Self { units: Vec::new(), ..self.clone() });
                part.units.push(unit.clone());
            }
        }
        parts
    }

    /// What comes of it; no share of fewer than the least denominator.
    pub(super) fn figure(&self, least: Option<i64>) -> Figure {
        let count = |says: Says| i64::try_from(self.units.iter().filter(|unit| unit.says == says).count()).unwrap_or(0);
        let mut figure = Figure { missing: count(Says::Missing), records: self.records(), ..Figure::default() };
        let amounts: Vec<i64> = self.units.iter().filter_map(|unit| amount(unit.says)).collect();
        let sum: i64 = amounts.iter().sum();
        match self.shape {
            Shape::Share => figure.share(count(Says::Yes), count(Says::Yes) + count(Says::No), least),
            Shape::Count => figure.whole(count(Says::Yes)),
            Shape::Sum => figure.whole(sum),
            Shape::Against(whole) => figure.share(sum + count(Says::Yes), whole, least),
            Shape::ForHundred(whole) => {
                figure.share(sum, whole, None);
                figure.value = Quotient::of(sum.saturating_mul(100), whole);
            }
            Shape::Fixed(value) => figure.value = Some(value),
            Shape::Mean => {
                let of = i64::try_from(amounts.len()).unwrap_or(0);
                figure.numerator = Some(sum);
                figure.denominator = Some(of);
                figure.value = Quotient::of(sum, of);
            }
            Shape::Median => {
                figure.spread = spread(&self.units);
                figure.value = figure.spread.as_ref().and_then(|spread| spread.median);
                if figure.spread.is_some() && figure.value.is_none() {
                    figure.cannot = Some(Cannot::NotReached);
                }
            }
        }
        if figure.value.is_none() && figure.cannot.is_none() {
            figure.cannot = Some(self.cannot.clone().unwrap_or(Cannot::Nothing));
        }
        if self.cannot.is_some() {
            figure.cannot.clone_from(&self.cannot);
            figure.value = None;
        }
        figure
    }

    fn records(&self) -> Vec<RecordId> {
        let mut records: Vec<RecordId> =
            self.units.iter().flat_map(|unit| std::iter::once(unit.of).chain(unit.behind.iter().copied())).collect();
        records.sort_unstable();
        records.dedup();
        records
    }
}

const fn amount(says: Says) -> Option<i64> {
    match says {
        Says::Amount(amount) => Some(amount),
        Says::Yes | Says::No | Says::Open(_) | Says::Missing => None,
    }
}
