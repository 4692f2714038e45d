//! The indicators of the Mechanism's performance as of a day, from one's own records and beside them what was published.

mod behind;
pub mod board;
mod concerns;
mod gathered;
mod parts;
mod picture;
mod said;
pub mod states;
mod trend;

pub use behind::{Behind, BehindRow};
pub use concerns::{Concerns, OneConcern};
pub(crate) use gathered::{Counted, is_counted};
pub use parts::{Part, PartChoice, Parts};
pub use said::FigureSaid;
pub(crate) use said::Saying;
pub use trend::{Trend, TrendPoint};

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::FieldType;
use resguardo_mechanism::indicator::{
    Answer, Cannot, Definition, Definitions, Figure, Published, Quotient, Spread, WANTED,
};
use resguardo_vault::Snapshot;
use serde::Serialize;

use crate::error::AppError;
use crate::paged::Paged;
use crate::session::{Session, now_ms};
use crate::settings::DEMONSTRATION;
use crate::titles::Titles;
use crate::written::calendar_text;
use gathered::{Gathered, KeptAnswers};

/// What takes figures apart by the year of each record.
const YEAR: &str = "year";

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndicatorRequest {
    /// The day, `2014-03-01`; none: today by the laptop's calendar.
    pub as_of: Option<String>,
    /// The first day of the period of what is counted by date; none: from the beginning.
    pub from: Option<String>,
    /// The field each is taken apart by: `state`, `sex`, `procedure`, `year`.
    pub by: Option<String>,
    /// The day it is compared with.
    pub trend: Option<String>,
    /// One indicator; none: all.
    pub id: Option<String>,
    /// Invented records of the demonstration instead of real ones; the two never meet.
    pub fictional: bool,
}

/// What the indicators say.
#[derive(Debug, Clone, Serialize)]
pub struct Indicators {
    /// The day.
    pub as_of: String,
    /// The field they are taken apart by.
    pub by: Option<String>,
    /// The day they are compared with.
    pub trend_from: Option<String>,
    /// Each of them.
    pub indicators: Vec<Told>,
}

/// One indicator.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    /// `I01` to `I50`.
    pub id: String,
    /// Its name for programs.
    pub key: String,
    /// What it is about.
    pub family: String,
    /// Its name.
    pub label: String,
    /// What the value counts: percent (a fraction of one), count, days, ratio, `per_100_months`.
    pub unit: String,
    /// How it is computed.
    pub formula: String,
    /// What its reader must know.
    pub caveat: Option<String>,
    /// From one's own records.
    pub own: ToldFigure,
    /// Companions of it, by key.
    pub beside: BTreeMap<String, ToldFigure>,
    /// The same for each value of the field it is taken apart by; the empty one is *not recorded*.
    pub groups: Vec<ToldGroup>,
    /// From one's own records, as of the day it is compared with.
    pub before: Option<ToldFigure>,
    /// What others published.
    pub official: Vec<ToldPublished>,
}

/// A figure.
#[derive(Debug, Clone, Serialize)]
pub struct ToldFigure {
    /// In words, as the window says it.
    pub said: String,
    /// The value, to four decimals; a share is a fraction of one.
    pub value: Option<Quotient>,
    /// Above the line.
    pub numerator: Option<i64>,
    /// Below it.
    pub denominator: Option<i64>,
    /// How many could not be counted.
    pub missing: i64,
    /// Why there is no value: `missing:FIELD`, `too_few`, `nothing`, `not_applicable`, `not_reached`.
    pub cannot: Option<String>,
    /// How durations spread, in days.
    pub spread: Option<Spread>,
    /// The records behind it.
    pub records: Vec<String>,
    /// The same as the window shows it.
    #[serde(skip)]
    pub shown: FigureSaid,
}

/// A figure of a part.
#[derive(Debug, Clone, Serialize)]
pub struct ToldGroup {
    /// The value of the field; empty where nothing is recorded.
    pub value: String,
    /// The value in words.
    pub label: String,
    /// The figure.
    pub figure: ToldFigure,
}

/// A published figure.
#[derive(Debug, Clone, Serialize)]
pub struct ToldPublished {
    /// In words, as the window says it, with its hedge, day and holder.
    pub said: String,
    /// The value, to four decimals.
    pub value: Option<Quotient>,
    /// Above the line.
    pub numerator: Option<i64>,
    /// Below it.
    pub denominator: Option<i64>,
    /// What is counted.
    pub metric: String,
    /// The day or period, EDTF.
    pub as_of: Option<String>,
    /// The hedge it was published with.
    pub qualifier: Option<String>,
    /// Why there is no value.
    pub cannot: Option<String>,
    /// Who says so.
    pub holder: String,
    /// The documents it stands in, by title.
    pub source: String,
    /// Their records.
    pub sources: Vec<String>,
    /// The records of the figures.
    pub records: Vec<String>,
}

impl Session {
    /// The indicators as of a day.
    ///
    /// # Errors
    /// [`AppError::NotADate`]; [`AppError::NoSuchIndicator`]; [`AppError::NotTakenApart`].
    pub fn indicators(&self, request: &IndicatorRequest) -> Result<Indicators, AppError> {
        let as_of = day_or_today(request.as_of.as_deref())?;
        let before = request.trend.as_deref().map(day_of).transpose()?;
        let from = request.from.as_deref().map(day_of).transpose()?;
        let definitions = Definitions::builtin();
        let wanted = request.id.as_deref();
        if let Some(id) = wanted.filter(|id| definitions.of(id).is_none()) {
            return Err(AppError::NoSuchIndicator { id: id.to_owned() });
        }
        let by = request.by.as_deref();
        if let Some(by) = by.filter(|by| !self.takes_apart(by)) {
            return Err(AppError::NotTakenApart { by: by.to_owned() });
        }
        let snapshot = self.snapshot();
        let mut counted = self.counted(&snapshot);
        counted.fictional |= request.fictional;
        counted.from = from;
        counted.own = by.map(|by| self.said_in(&snapshot, by)).unwrap_or_default();
        let answer = |day: NaiveDate, by: Option<&str>| match wanted {
            Some(id) => Arc::new(counted.one(id, day, by).into_iter().collect()),
            None => counted.all(day, by),
        };
        let now = answer(as_of, by);
        let earlier = before.map(|day| answer(day, None)).unwrap_or_default();
        let titles = self.titles(&snapshot);
        let words = self.words();
        let saying = Saying { words: &words, schema: &self.schema, lang: self.lang };
        let tell = |answer: &Answer| {
            let definition = definitions.of(answer.id)?;
            let before = earlier.iter().find(|other| other.id == answer.id);
            let label = |value: &str| by.map_or_else(String::new, |by| self.part_label(by, value, as_of));
            Some(told((answer, before), definition, (&saying, &titles), &label))
        };
        Ok(Indicators {
            as_of: as_of.to_string(),
            by: request.by.clone(),
            trend_from: before.map(|day| day.to_string()),
            indicators: now.iter().filter_map(tell).collect(),
        })
    }

    /// Whether indicators read what they would be taken apart by.
    fn takes_apart(&self, by: &str) -> bool {
        let kinds = self.schema.kinds().iter().filter_map(|kind| Some((kind.id.as_str(), kind.field(by)?)));
        let mut named =
            kinds.filter(|(_, field)| [FieldType::Choice, FieldType::Text].contains(&field.kind) || field.own);
        let is_read = |kind: &str| WANTED.iter().any(|(known, fields)| *known == kind && fields.contains(&by));
        let of_incidents = [YEAR, field::PERPETRATOR_TYPE].contains(&by) || gathered::APART.contains(&by);
        of_incidents || named.any(|(kind, field)| field.own || is_read(kind))
    }

    /// Whether the records are those of the demonstration: a vault of invented ones holds nothing else.
    pub(crate) fn counts_fictional(&self) -> bool {
        self.preference(DEMONSTRATION).as_deref() == Some("fictional")
    }

    /// What indicators are counted of.
    pub(crate) fn counted(&self, snapshot: &Arc<Snapshot>) -> Counted {
        let pages = self.facts.pages.of(snapshot, |number| Gathered::page(snapshot, number));
        let fictional = self.counts_fictional();
        let (subjects, answers) = (self.subjects(snapshot), Arc::clone(&self.facts.answers));
        Counted { pages, subjects, answers, fictional, from: None, own: BTreeMap::new() }
    }
}

fn told(
    (answer, before): (&Answer, Option<&Answer>),
    definition: &Definition,
    (saying, titles): (&Saying<'_>, &Titles<'_>),
    label: &dyn Fn(&str) -> String,
) -> Told {
    let beside =
        |(key, of): &(&'static str, Figure)| ((*key).to_owned(), figure(of, board::unit_beside(key, of), saying));
    let figure = |of: &Figure| figure(of, &definition.unit, saying);
    let groups = answer.groups.iter().map(|(value, part)| ToldGroup {
        value: value.clone(),
        label: label(value),
        figure: figure(part),
    });
    let official = answer.official.iter().map(|one| published(one, &definition.unit, saying, titles));
    Told {
        id: definition.id.clone(),
        key: definition.key.clone(),
        family: definition.family.clone(),
        label: definition.label(saying.lang).to_owned(),
        unit: definition.unit.clone(),
        formula: definition.formula.clone(),
        caveat: definition.caveat.clone(),
        own: figure(&answer.own),
        beside: answer.beside.iter().map(beside).collect(),
        groups: groups.collect(),
        before: before.map(|before| figure(&before.own)),
        official: official.collect(),
    }
}

pub(crate) fn day_or_today(text: Option<&str>) -> Result<NaiveDate, AppError> {
    text.map_or_else(|| Ok(calendar_text(now_ms()).parse().unwrap_or_default()), day_of)
}

/// The day somebody types: the last of a month or year, today where nothing is written.
pub(crate) fn day_typed(typed: &str) -> Result<NaiveDate, AppError> {
    let today: NaiveDate = calendar_text(now_ms()).parse().unwrap_or_default();
    if typed.trim().is_empty() {
        return Ok(today);
    }
    let understood = crate::dates::understand(typed, today).filter(|date| !date.is_interval());
    understood.map(|date| date.last()).ok_or_else(|| AppError::NotADate { date: typed.to_owned() })
}

fn day_of(text: &str) -> Result<NaiveDate, AppError> {
    text.parse().map_err(|_other: chrono::ParseError| AppError::NotADate { date: text.to_owned() })
}

fn figure(figure: &Figure, unit: &str, saying: &Saying<'_>) -> ToldFigure {
    let shown = saying.own(unit, figure);
    ToldFigure {
        said: shown.line(),
        value: figure.value,
        numerator: figure.numerator,
        denominator: figure.denominator,
        missing: figure.missing,
        cannot: figure.cannot.as_ref().map(cannot),
        spread: figure.spread.clone(),
        records: texts(&figure.records),
        shown,
    }
}

fn cannot(why: &Cannot) -> String {
    match why {
        Cannot::Missing(field) => format!("missing:{field}"),
        Cannot::TooFew(_) => "too_few".to_owned(),
        Cannot::Nothing => "nothing".to_owned(),
        Cannot::NotApplicable => "not_applicable".to_owned(),
        Cannot::NotReached => "not_reached".to_owned(),
    }
}

fn published(one: &Published, unit: &str, saying: &Saying<'_>, titles: &Titles<'_>) -> ToldPublished {
    let names = |ids: &[RecordId]| {
        let names: Vec<String> = ids.iter().filter_map(|id| titles.by_id(*id)).collect();
        names.join("; ")
    };
    let holder = names(&one.holders);
    ToldPublished {
        said: saying.published(unit, one, 0, ("", &holder)).line(),
        value: one.value,
        numerator: one.numerator,
        denominator: one.denominator,
        metric: one.metric.clone(),
        as_of: one.as_of.clone(),
        qualifier: one.qualifier.clone(),
        cannot: one.cannot.as_ref().map(cannot),
        holder,
        source: names(&one.sources),
        sources: texts(&one.sources),
        records: texts(&one.records),
    }
}

fn texts(ids: &[RecordId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// What indicators read of a snapshot, page by page, kept while the pages stand; and what they said of the days asked about.
#[derive(Clone, Default)]
pub(crate) struct KeptFacts {
    pages: Arc<Paged<Gathered>>,
    answers: Arc<KeptAnswers>,
}

#[cfg(test)]
mod tests;
