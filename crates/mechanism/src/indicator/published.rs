//! What others published: the same question, answered by figures that have a holder and a source.
//!
//! A published figure is never put in one fraction with one's own records, nor two of different holders with each other
//! unless the definition names them as numerator and denominator of one publisher's account.

use chrono::NaiveDate;
use resguardo_domain::id::RecordId;
use resguardo_domain::value::{DurationUnit, Value};

use super::dates::{earliest, months_taken_in};
use super::definition::{Definition, Official};
use super::facts::{Facts, Record, is_own};
use super::figure::{Cannot, Quotient};
use super::institution::is_installed;

/// One published answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The value; a share is a fraction of one.
    pub value: Option<Quotient>,
    /// Above the line, as published.
    pub numerator: Option<i64>,
    /// Below it.
    pub denominator: Option<i64>,
    /// What is counted, in the publisher's name for it: `journalists_killed`.
    pub metric: String,
    /// The day or period it holds for, as written (EDTF).
    pub as_of: Option<String>,
    /// The hedge it was published with: *approximately*, *often up to*.
    pub qualifier: Option<String>,
    /// Why there is no value.
    pub cannot: Option<Cannot>,
    /// The records of the figures.
    pub records: Vec<RecordId>,
    /// Those who hold it: publisher or holder of the claim.
    pub holders: Vec<RecordId>,
    /// The documents it stands in.
    pub sources: Vec<RecordId>,
}

/// What was published by the day on an indicator.
pub(super) fn of(id: &str, facts: &Facts<'_>, definition: Option<&Definition>) -> Vec<Published> {
    let least = definition.and_then(|definition| definition.min_denominator);
    let mut all = definition.and_then(|one| one.official.as_ref()).map_or_else(Vec::new, |way| figures(facts, way));
    all.extend(accounts(id, facts));
    merge_repeated(&mut all);
    let is_counted = definition.is_some_and(|one| one.unit == "count");
    for one in &mut all {
        // A number alone is no share.
        if one.denominator.is_none() && one.value.is_some() && !is_counted {
            (one.value, one.cannot) = (None, Some(Cannot::Missing("of")));
        }
        if let (Some(least), Some(under)) = (least, one.denominator)
            && under < least
            && one.value.is_some()
        {
            (one.value, one.cannot) = (None, Some(Cannot::TooFew(least)));
        }
    }
    all
}

fn figures(facts: &Facts<'_>, way: &Official) -> Vec<Published> {
    let each = |metric: &str, work: &dyn Fn(&Record, &mut Published)| -> Vec<Published> {
        latest_of(facts, metric)
            .into_iter()
            .map(|record| {
                let mut one = begun(record);
                work(record, &mut one);
                one
            })
            .collect()
    };
    match way {
        Official::Value(metrics) => metrics.iter().flat_map(|metric| each(metric, &|_, _| {})).collect(),
        Official::Of(metric) => each(metric, &|record, one| one.share(record.whole("of"))),
        Official::PerMonth(metric) => each(metric, &|record, one| {
            let period = record.date("period");
            one.share(period.map(|period| months_taken_in(period.first(), period.last())));
        }),
        Official::TimesLimit(metric) => each(metric, &times_limit),
        Official::Share(over, under) => pairs(facts, over, under, Quotient::of),
        Official::Impunity(over, under) => pairs(facts, over, under, |over, under| Quotient::of(under - over, under)),
        Official::Difference(over, under) => {
            pairs(facts, over, under, |over, under| Some(Quotient::whole(over - under)))
                .into_iter()
                .map(difference)
                .collect()
        }
    }
}

/// The same figure of the same holder and day, told by two records, is one.
fn merge_repeated(all: &mut Vec<Published>) {
    let mut kept: Vec<Published> = Vec::new();
    for one in all.drain(..) {
        let is_same = |other: &&mut Published| {
            (other.numerator, other.denominator, &other.as_of, &other.holders)
                == (one.numerator, one.denominator, &one.as_of, &one.holders)
                && !one.holders.is_empty()
        };
        match kept.iter_mut().find(is_same) {
            Some(other) => {
                other.records.extend(one.records);
                other.sources.extend(one.sources);
                other.sources.sort_unstable();
                other.sources.dedup();
            }
            None => kept.push(one),
        }
    }
    *all = kept;
}

/// A difference has no line to stand above or below.
fn difference(one: Published) -> Published {
    Published { numerator: one.value.map(|value| value.over), denominator: None, ..one }
}

/// Two figures of one account, the second as near in time as there is.
fn pairs(facts: &Facts<'_>, over: &str, under: &str, put: fn(i64, i64) -> Option<Quotient>) -> Vec<Published> {
    let unders = latest_of(facts, under);
    let pair = |record: &Record| {
        let mut one = begun(record);
        let day = |record: &Record| day(record).unwrap_or_default();
        let other = unders.iter().min_by_key(|other| (day(record) - day(other)).num_days().abs());
        one.denominator = other.and_then(|other| other.whole("value"));
        match (one.numerator, one.denominator) {
            (Some(over), Some(under)) => {
                one.value = put(over, under);
                one.cannot = None;
            }
            _ => (one.value, one.cannot) = (None, Some(Cannot::Missing("value"))),
        }
        if let Some(other) = other {
            one.records.push(other.id);
            one.sources.extend(other.references("sources"));
            let hedges: Vec<String> =
                one.qualifier.take().into_iter().chain(other.text("qualifier").map(str::to_owned)).collect();
            one.qualifier = (!hedges.is_empty()).then(|| hedges.join("; "));
        }
        one.sources.sort_unstable();
        one.sources.dedup();
        one
    };
    latest_of(facts, over).into_iter().map(pair).collect()
}

/// What institutions told of themselves in records of their own kinds: funds, staff, conventions, organs.
fn accounts(id: &str, facts: &Facts<'_>) -> Vec<Published> {
    let each = |kind: &str, field: &'static str, whole: &'static str, read: fn(&Record, &str) -> Option<i64>| {
        let of =
            facts.latest(kind, |record| record.text("vehicle").or(record.term("unit")).unwrap_or_default().to_owned());
        of.into_iter()
            .filter(|record| !is_own(record))
            .map(|record| {
                let mut one = Published { numerator: read(record, field), metric: field.to_owned(), ..begun(record) };
                one.value = None;
                one.share(read(record, whole));
                if one.value.is_none() && one.cannot.is_none() {
                    one.cannot = Some(Cannot::Missing(if one.numerator.is_none() { field } else { whole }));
                }
                one
            })
            .collect::<Vec<_>>()
    };
    match id {
        "I20" => each("staffing", "vacant", "posts", |record, field| record.whole(field)),
        "I27" => each("fund", "accessible", "assigned", |record, field| record.money(field)),
        "I28" => each("fund", "spent", "assigned", |record, field| record.money(field)),
        "I31" => each("convention_count", "signed", "total", |record, field| record.whole(field)),
        "I25" => organs(facts),
        _ => Vec::new(),
    }
}

/// Organs that a published document tells of, the units by themselves first.
fn organs(facts: &Facts<'_>) -> Vec<Published> {
    let groups: [(&str, &[&str]); 2] = [
        ("units_installed", &["urcrr", "uer", "upsa"]),
        ("organs_installed", &["junta_gobierno", "consejo_consultivo", "cen", "urcrr", "uer", "upsa"]),
    ];
    let group = |(metric, ids): (&str, &[&str])| {
        let own: Vec<&Record> = facts
            .of("organ")
            .filter(|organ| organ.term("organ").is_some_and(|id| ids.contains(&id)) && organ.has("sources"))
            .collect();
        let known: Vec<bool> = own.iter().filter_map(|organ| is_installed(facts, organ)).collect();
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let mut one = begun(own.first()?);
        one.metric = metric.to_owned();
        one.as_of = None;
        one.numerator = Some(count(known.iter().filter(|is| **is).count()));
        one.share(Some(count(ids.len())));
        one.records = own.iter().map(|organ| organ.id).collect();
        one.sources = own.iter().flat_map(|organ| organ.references("sources")).collect();
        one.sources.sort_unstable();
        one.sources.dedup();
        Some(one)
    };
    groups.into_iter().filter_map(group).collect()
}

/// A length of time against the legal limit: six months are 182.5 days.
fn times_limit(record: &Record, one: &mut Published) {
    let length = |field: &str| {
        record.values(field).iter().find_map(|value| match value {
            Value::Duration(length) => Some(half_days(length.count, length.unit)),
            _ => None,
        })
    };
    let (long, limit) = (length("duration").flatten(), length("legal_limit").flatten());
    one.numerator = long.map(|halves| halves / 2);
    one.denominator = limit.map(|halves| halves / 2);
    one.value = long.zip(limit).and_then(|(long, limit)| Quotient::of(long, limit));
    one.cannot = if one.value.is_none() { Some(Cannot::Missing("duration")) } else { None };
}

fn half_days(count: u64, unit: DurationUnit) -> Option<i64> {
    let count = i64::try_from(count).ok()?;
    match unit {
        DurationUnit::Minutes => None,
        DurationUnit::Hours => Some(count / 12),
        DurationUnit::Days | DurationUnit::WorkingDays => Some(count * 2),
        DurationUnit::Months => Some(count * 365 / 6),
    }
}

impl Published {
    /// The figure against a whole; nothing where the whole is not told.
    fn share(&mut self, whole: Option<i64>) {
        self.denominator = whole;
        let value = self.numerator.zip(whole).and_then(|(over, under)| Quotient::of(over, under));
        self.cannot = if value.is_none() { Some(Cannot::Missing("of")) } else { None };
        self.value = value;
    }
}

fn begun(record: &Record) -> Published {
    let number = record.whole("value").or_else(|| record.money("money"));
    Published {
        value: number.map(Quotient::whole),
        numerator: number,
        denominator: None,
        metric: record.text("metric").unwrap_or_default().to_owned(),
        as_of: ["as_of", "period", "date"]
            .iter()
            .find_map(|field| record.date(field))
            .map(|date| date.as_str().to_owned()),
        qualifier: record.text("qualifier").map(str::to_owned),
        cannot: None,
        records: vec![record.id],
        holders: record.references("publisher").chain(record.references("claim_holder")).collect(),
        sources: record.references("sources").collect(),
    }
}

/// The latest figures of a metric by the day, one of each publisher.
fn latest_of<'a>(facts: &Facts<'a>, metric: &str) -> Vec<&'a Record> {
    let mut found: Vec<(Vec<RecordId>, NaiveDate, &Record)> = Vec::new();
    for record in facts.of("official_figure").filter(|record| record.text("metric") == Some(metric)) {
        let date = ["as_of", "period"].iter().find_map(|field| record.date(field));
        // A period is told once it is over; a figure without a date stands for what its document says.
        if date.is_some_and(|date| earliest(date) > facts.as_of) {
            continue;
        }
        let (who, when) = (record.references("publisher").collect::<Vec<_>>(), day(record).unwrap_or_default());
        match found.iter_mut().find(|(known, _, _)| *known == who) {
            Some(slot) if slot.1 < when => *slot = (who, when, record),
            Some(_) => {}
            None => found.push((who, when, record)),
        }
    }
    found.into_iter().map(|(_, _, record)| record).collect()
}

fn day(record: &Record) -> Option<NaiveDate> {
    ["as_of", "period"].iter().find_map(|field| record.date(field)).map(|date| date.last())
}
