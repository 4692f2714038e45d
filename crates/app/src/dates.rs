//! A date as a person types it in a hurry: «13 mar», «hacia 2013», «ayer», «hace 3 días».

use chrono::{Datelike, Days, NaiveDate};
use resguardo_domain::fold::fold;
use resguardo_domain::value::PartialDate;
use resguardo_exchange::recognise::date::{Order, Reading, read};
use resguardo_language::{Args, Words};
use serde::Serialize;

use crate::session::{Session, now_ms};
use crate::written::calendar_text;

/// What was understood of a typed date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DateUnderstood {
    /// The date as it is stored; none when nothing was understood.
    pub edtf: Option<String>,
    /// The date in words.
    pub echo: String,
    /// A sentence for who typed it.
    pub sentence: String,
}

impl Session {
    /// Reads a typed date; today is the laptop's own day.
    #[must_use]
    pub fn date_understood(&self, typed: &str) -> DateUnderstood {
        let words = Words::new(self.language());
        let today = calendar_text(now_ms()).parse::<NaiveDate>().unwrap_or_default();
        match understand(typed, today) {
            Some(date) => {
                let echo = words.date(&date, None);
                let sentence = words.say("date-stored", &Args::new().text("date", &echo));
                DateUnderstood { edtf: Some(date.as_str().to_owned()), echo, sentence }
            }
            None if typed.trim().is_empty() => {
                DateUnderstood { edtf: None, echo: String::new(), sentence: words.plain("date-help") }
            }
            None => DateUnderstood { edtf: None, echo: String::new(), sentence: words.plain("date-not-understood") },
        }
    }
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

    use super::understand;

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
