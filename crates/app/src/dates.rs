//! A date as a person types it in a hurry: «13 mar», «hacia 2013», «ayer», «hace 3 días».

use chrono::{Datelike, Days, NaiveDate};
use resguardo_domain::fold::fold;
use resguardo_domain::value::PartialDate;
use resguardo_exchange::recognise::date::{Order, Reading, read};
use resguardo_language::{Args, Words};
use serde::Serialize;

use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// How many days back a day is told by its distance too.
const NEAR_DAYS: i64 = 60;
/// Letters of an hour: `16:00`.
const CLOCK_LETTERS: usize = 5;

/// What was understood of a typed date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DateUnderstood {
    /// The date as it is stored; none when nothing was understood.
    pub edtf: Option<String>,
    /// The date in words.
    pub echo: String,
    /// A sentence for who typed it.
    pub sentence: String,
    /// Day, month, year and hour, each as it was understood; none for an interval, a season or a decade.
    pub parts: Vec<DatePart>,
}

/// A part of a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DatePart {
    /// What it is, or that it is not known.
    pub text: String,
    /// Whether it is known.
    pub known: bool,
}

impl DateUnderstood {
    const fn nothing() -> Self {
        Self { edtf: None, echo: String::new(), sentence: String::new(), parts: Vec::new() }
    }
}

impl Session {
    /// Reads a typed date; today is the laptop's own day.
    #[must_use]
    pub fn date_understood(&self, typed: &str) -> DateUnderstood {
        let words = self.words();
        let today = calendar_text(now_ms()).parse::<NaiveDate>().unwrap_or_default();
        match understand(typed, today) {
            Some(date) => {
                let echo = words.date(&date, None);
                let stored = words.say("date-stored", &Args::new().text("date", &echo));
                let sentence = match away(&words, &date, today) {
                    Some(away) => format!("{stored} {away}"),
                    None => stored,
                };
                let parts = parts(&words, &date);
                DateUnderstood { edtf: Some(date.as_str().to_owned()), echo, sentence, parts }
            }
            None if typed.trim().is_empty() => {
                DateUnderstood { sentence: words.plain("date-help"), ..DateUnderstood::nothing() }
            }
            None => DateUnderstood { sentence: words.plain("date-not-understood"), ..DateUnderstood::nothing() },
        }
    }
}

/// How far an exact day is from today: «jueves, hace 2 días»; none for what is less exact or long past.
fn away(words: &Words, date: &PartialDate, today: NaiveDate) -> Option<String> {
    let sure = !date.as_str().ends_with(['~', '?', '%']);
    let day = Some(date.first()).filter(|day| sure && *day == date.last())?;
    let weekday = words.plain(&format!("weekday-{}", day.weekday().number_from_monday()));
    let days = (today - day).num_days();
    let id = match days {
        ..0 => "date-ahead",
        0 => "date-today",
        1 => "date-yesterday",
        2..=NEAR_DAYS => "date-ago",
        _ => "date-weekday",
    };
    Some(words.say(id, &Args::new().text("weekday", weekday).count("count", days.unsigned_abs())))
}

/// Day, month, year and hour of a date.
fn parts(words: &Words, date: &PartialDate) -> Vec<DatePart> {
    let bare = date.as_str().trim_end_matches(['~', '?', '%']);
    let (day, time) = bare.split_once('T').map_or((bare, None), |(day, time)| (day, Some(time)));
    let mut numbers = day.split('-');
    let (year, month, day) = (numbers.next().unwrap_or_default(), numbers.next(), numbers.next());
    let named = month.is_none_or(|month| month <= "12");
    if date.is_interval() || !named || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let part = |text: Option<String>, missing: &str| DatePart {
        known: text.is_some(),
        text: text.unwrap_or_else(|| words.plain(missing)),
    };
    vec![
        part(day.map(|day| day.trim_start_matches('0').to_owned()), "date-no-day"),
        part(month.map(|month| words.plain(&format!("month-{month}"))), "date-no-month"),
        part(Some(year.to_owned()), "date-no-year"),
        part(time.map(|time| time.chars().take(CLOCK_LETTERS).collect()), "date-no-hour"),
    ]
}

/// The date a person means who types this on that day. A day without a year is the latest that is past.
#[must_use]
pub fn understand(typed: &str, today: NaiveDate) -> Option<PartialDate> {
    let folded = fold(typed);
    let parts: Vec<&str> = folded.split_whitespace().collect();
    if let Some(day) = relative(&parts, today) {
        return Some(PartialDate::day(day));
    }
    match read(typed, Order::DayFirst) {
        Reading::Date(date) => Some(date),
        Reading::Unknown => None,
        Reading::NoDate => without_year(typed, &parts, today),
    }
}

fn relative(parts: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let ago = |days: u64| today.checked_sub_days(Days::new(days));
    match parts {
        ["hoy" | "today"] => Some(today),
        ["ayer" | "yesterday"] => ago(1),
        ["anteayer" | "antier" | "antes", ..] if parts.len() == 1 => ago(2),
        ["hace", count, "dia" | "dias"] | [count, "day" | "days", "ago"] => ago(count.parse().ok()?),
        ["hace", count, "semana" | "semanas"] | [count, "week" | "weeks", "ago"] => {
            ago(count.parse::<u64>().ok()?.checked_mul(7)?)
        }
        ["el" | "last", name] | [name] | ["el", name, "pasado"] => weekday(name, today),
        _ => None,
    }
}

/// The latest such weekday before today.
fn weekday(name: &str, today: NaiveDate) -> Option<NaiveDate> {
    const NAMES: [[&str; 2]; 7] = [
        ["lunes", "monday"],
        ["martes", "tuesday"],
        ["miercoles", "wednesday"],
        ["jueves", "thursday"],
        ["viernes", "friday"],
        ["sabado", "saturday"],
        ["domingo", "sunday"],
    ];
    let wanted = u64::try_from(NAMES.iter().position(|names| names.contains(&name))?).ok()?;
    let now = u64::from(today.weekday().num_days_from_monday());
    let back = (now + 7 - wanted) % 7;
    today.checked_sub_days(Days::new(if back == 0 { 7 } else { back }))
}

/// «13 mar»: this year's, or last year's when that is still to come.
fn without_year(typed: &str, parts: &[&str], today: NaiveDate) -> Option<PartialDate> {
    if !(2..=4).contains(&parts.len()) || !parts.iter().any(|part| part.chars().all(|c| c.is_ascii_digit())) {
        return None;
    }
    for year in [today.year(), today.year() - 1] {
        if let Reading::Date(date) = read(&format!("{} {year}", typed.trim()), Order::DayFirst)
            && date.first() <= today
        {
            return Some(date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use resguardo_language::{Language, Words};

    use super::{away, parts, understand};

    #[test]
    fn what_was_understood_is_told_part_by_part() {
        let words = Words::new(Language::Es);
        let today: NaiveDate = "2014-03-14".parse().unwrap();
        for (date, told, far) in [
            ("2014-03-13", "13 marzo 2014 (sin hora)", Some("Fue jueves, ayer.")),
            ("2014-03-14", "14 marzo 2014 (sin hora)", Some("Es hoy, viernes.")),
            ("2014-03-10", "10 marzo 2014 (sin hora)", Some("Fue lunes, hace 4 días.")),
            ("2013-03-10", "10 marzo 2013 (sin hora)", Some("Fue domingo.")),
            ("2014-03-20", "20 marzo 2014 (sin hora)", Some("Será jueves, en 6 días.")),
            ("2014-03-13T18:00", "13 marzo 2014 18:00", Some("Fue jueves, ayer.")),
            ("2014-03-13~", "13 marzo 2014 (sin hora)", None),
            ("2014-03", "(sin día) marzo 2014 (sin hora)", None),
            ("2013~", "(sin día) (sin mes) 2013 (sin hora)", None),
            ("2013-21", "", None),
            ("2013-01/2013-05", "", None),
        ] {
            let date = date.parse().unwrap();
            let each = parts(&words, &date).into_iter();
            let each: Vec<String> =
                each.map(|part| if part.known { part.text } else { format!("({})", part.text) }).collect();
            assert_eq!((each.join(" ").as_str(), away(&words, &date, today).as_deref()), (told, far), "{date}");
        }
    }

    #[test]
    fn a_date_typed_in_a_hurry_is_understood_and_never_made_finer() {
        // A Friday.
        let today: NaiveDate = "2014-03-14".parse().unwrap();
        let check = |typed: &str, expected: Option<&str>| {
            assert_eq!(understand(typed, today).as_ref().map(|date| date.as_str()), expected, "{typed}");
        };
        check("13 mar", Some("2014-03-13"));
        check("13 de marzo", Some("2014-03-13"));
        check("15 mar", Some("2013-03-15"));
        check("marzo 2014", Some("2014-03"));
        check("marzo de 2014", Some("2014-03"));
        check("hacia 2013", Some("2013~"));
        check("2013", Some("2013"));
        check("13/03/2014", Some("2014-03-13"));
        check("2014-03-13", Some("2014-03-13"));
        check("ayer", Some("2014-03-13"));
        check("Hoy", Some("2014-03-14"));
        check("antier", Some("2014-03-12"));
        check("hace 3 días", Some("2014-03-11"));
        check("hace 2 semanas", Some("2014-02-28"));
        check("el lunes", Some("2014-03-10"));
        check("el viernes", Some("2014-03-07"));
        check("miércoles", Some("2014-03-12"));
        check("yesterday", Some("2014-03-13"));
        check("3 days ago", Some("2014-03-11"));
        check("last monday", Some("2014-03-10"));
        check("31 de febrero de 2014", None);
        check("la semana aquella", None);
        check("", None);
    }
}
