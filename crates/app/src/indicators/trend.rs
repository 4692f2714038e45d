//! What each indicator said every half year before a day: three bars and the one of the day itself.

use std::sync::Arc;

use chrono::{Months, NaiveDate};
use resguardo_domain::value::PartialDate;
use resguardo_language::Args;
use resguardo_mechanism::indicator::{Answer, Definition, Definitions, Quotient};
use resguardo_mechanism::procedure::Procedures;
use serde::Serialize;

use super::said::{Saying, is_of_nothing};
use crate::error::AppError;
use crate::session::Session;

/// How many months before the day each bar stands, the day last.
const STEPS: [u32; 4] = [18, 12, 6, 0];

/// The stage of the law whose limit is drawn across an indicator of days.
const LIMITS: [(&str, &str); 1] = [("I03", "ord.study")];

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct TrendPoint {
    /// As of when: «sep 2013».
    pub day: String,
    /// Its height; none where it cannot be told. A share is a fraction of one.
    pub value: Option<f64>,
    /// The same in words.
    pub said: String,
}

/// One indicator over time.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct Trend {
    /// The indicator.
    pub id: String,
    /// The bars, oldest first; empty where fewer than two can be told.
    pub points: Vec<TrendPoint>,
    /// The limit of the law in the unit of the bars.
    pub limit: Option<f64>,
    /// The limit in words.
    pub limit_said: Option<String>,
    /// All of it in one sentence; why there is nothing to draw, otherwise.
    pub said: String,
}

impl Session {
    /// The last year and a half of every indicator, by half years.
    ///
    /// # Errors
    /// [`AppError::NotADate`].
    pub fn indicator_trends(&self, as_of: &str) -> Result<Vec<Trend>, AppError> {
        let day = super::day_typed(as_of)?;
        let snapshot = self.snapshot();
        let counted = self.counted(&snapshot);
        let definitions = Definitions::builtin();
        let days: Vec<NaiveDate> =
            STEPS.iter().map(|months| day.checked_sub_months(Months::new(*months)).unwrap_or(day)).collect();
        let answers: Vec<Arc<Vec<Answer>>> = days.iter().map(|day| counted.all(*day, None)).collect();
        let words = self.words();
        let saying = Saying { words: &words, schema: &self.schema, lang: self.lang };
        Ok(definitions.iter().map(|one| trend(one, &days, &answers, &saying)).collect())
    }
}

fn trend(definition: &Definition, days: &[NaiveDate], answers: &[Arc<Vec<Answer>>], saying: &Saying<'_>) -> Trend {
    let of = |all: &[Answer]| {
        all.iter()
            .find(|one| one.id == definition.id)
            .filter(|one| !is_of_nothing(&one.own))
            .and_then(|one| one.own.value)
    };
    let point = |(day, all): (&NaiveDate, &Arc<Vec<Answer>>)| {
        let value = of(all);
        TrendPoint {
            day: saying.words.date_short(&PartialDate::day(*day).to_month()),
            value: value.map(Quotient::decimal),
            said: value.map_or_else(
                || saying.words.plain("indicators-no-value"),
                |value| saying.value(&definition.unit, value),
            ),
        }
    };
    let points: Vec<TrendPoint> = days.iter().zip(answers).map(point).collect();
    let few = points.iter().filter(|point| point.value.is_some()).count() < 2;
    let told: Vec<String> = points.iter().map(|point| format!("{} {}", point.day, point.said)).collect();
    let limit = days.last().and_then(|day| limit(&definition.id, *day));
    let args = Args::new().text("points", told.join("; "));
    let said =
        if few { saying.words.plain("indicators-trend-few") } else { saying.words.say("indicators-trend-said", &args) };
    let limit_said =
        limit.map(|days| saying.words.say("indicators-limit", &Args::new().count("count", u64::from(days))));
    Trend {
        id: definition.id.clone(),
        points: if few { Vec::new() } else { points },
        limit: limit.map(f64::from),
        limit_said,
        said,
    }
}

/// The days the law gives for what an indicator counts.
fn limit(id: &str, day: NaiveDate) -> Option<u32> {
    let (_, stage) = LIMITS.iter().find(|(indicator, _)| *indicator == id)?;
    Procedures::builtin().stage(stage, day)?.limit.value
}
