//! Parts of a clock in words: its article, its limit, its dates.

use chrono::{Datelike, NaiveDate};
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Words};
use resguardo_mechanism::clock::Due;
use resguardo_mechanism::procedure::{Limit, Period, Unit};

/// An article of the Mechanism's own law with its word, «Art. 27-I»; of another law as that law is cited, «LFPA 39».
pub(crate) fn article_said(article: &str, words: &Words) -> String {
    if !article.starts_with(|first: char| first.is_ascii_digit()) {
        return article.to_owned();
    }
    let id = if article.contains(',') { "clock-articles" } else { "clock-article" };
    words.say(id, &Args::new().text("article", article))
}

/// A limit: «10 días naturales», «sin plazo en la ley».
pub(crate) fn limit_said(limit: &Limit, words: &Words) -> String {
    let count = limit.value.map_or(0, u64::from);
    let counted = |id: &str| words.say(id, &Args::new().count("count", count));
    match limit.unit {
        Unit::Hours => counted("limit-hours"),
        Unit::CalendarDays => counted("limit-days"),
        Unit::WorkingDays => counted("limit-working-days"),
        Unit::Months => counted("limit-months"),
        Unit::Years => counted("limit-years"),
        Unit::Immediately => words.plain("limit-immediately"),
        Unit::SameAct => words.plain("limit-same-act"),
        Unit::AnyTime => words.plain("limit-any-time"),
        Unit::NoLimitInLaw => words.plain("limit-none"),
        Unit::Prohibition => words.plain("limit-never"),
        Unit::NextSession => words.plain("limit-next-session"),
        Unit::SessionCount if limit.per == Some(Period::Year) => words.plain("limit-each-year"),
        Unit::SessionCount => words.plain("limit-each-month"),
        Unit::FixedDate => limit.date.map_or_else(String::new, |day| words.date_short(&PartialDate::day(day))),
    }
}

/// A date as lists show it.
pub(crate) fn date_said(date: &PartialDate, words: &Words) -> String {
    words.date_short(date)
}

/// A last day or moment, on the clock it was counted by; an interval where the start is known in part.
pub(crate) fn due_said(due: &Due, words: &Words) -> String {
    let (first, last) = match due {
        Due::Day { first, last } => (first.to_string(), last.to_string()),
        Due::Moment { first, last } => {
            let text = |at: &chrono::DateTime<chrono::FixedOffset>| at.format("%Y-%m-%dT%H:%M").to_string();
            (text(first), text(last))
        }
    };
    let text = if first == last { first } else { format!("{first}/{last}") };
    text.parse::<PartialDate>().map_or(text, |date| words.date_short(&date))
}

/// A whole month or year in words: «marzo de 2014»; other periods by their two days.
pub(crate) fn period_said(first: NaiveDate, last: NaiveDate, words: &Words) -> String {
    let is_month =
        first.day() == 1 && last.month() == first.month() && last.succ_opt().is_some_and(|day| day.day() == 1);
    let is_year = first.ordinal() == 1 && last.year() == first.year() && last.month() == 12 && last.day() == 31;
    let text = if is_year {
        first.format("%Y").to_string()
    } else if is_month && first.year() == last.year() {
        first.format("%Y-%m").to_string()
    } else if first == last {
        first.to_string()
    } else {
        format!("{first}/{last}")
    };
    text.parse::<PartialDate>().map_or(text, |date| words.date(&date, None))
}
