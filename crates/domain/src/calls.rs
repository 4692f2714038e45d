//! Calls agreed with somebody at risk, on a sheet to carry: when, how long to wait, and what to do if nobody answers.
//!
//! Hours and how long to wait name nobody and stand at every level; who, where and what to do stand at full, and below it
//! their place on the sheet is left blank, to be written by hand. [`CallSheet::disclosed`] is the only way out.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::Serialize;

use crate::disclosure::{Disclosed, veiled};
use crate::handover::{Party, Said};
use crate::schema::{DisclosureLevel, Schema};
use crate::value::{Duration, DurationUnit};

/// The most times of one call that repeats.
const MOST_TIMES: usize = 8;
/// How a moment is written.
const MOMENT: &str = "%Y-%m-%dT%H:%M";

/// Calls, by who is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallSheet {
    /// How much it tells.
    pub disclosure: DisclosureLevel,
    /// The day it is of; none: whatever is still to come.
    pub day: Option<NaiveDate>,
    /// One card for each person, or persons who are called together.
    pub cards: Vec<Card>,
}

/// The calls of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Who is called.
    pub who: Vec<Party>,
    /// When.
    pub calls: Vec<Call>,
    /// What else must be at hand: where they are, what to do, whom to call. Below full each is blank.
    pub said: Vec<Said>,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Call {
    /// What finds it in the archive.
    pub code: String,
    /// When, EDTF; with the hour where it was agreed.
    pub planned: String,
    /// Until when one waits before acting; none where nothing says.
    pub until: Option<String>,
}

/// One thing to do, of a plan as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanStep {
    /// How many minutes after the agreed hour; none where the plan does not say.
    pub after_minutes: Option<u32>,
    /// What.
    pub text: String,
}

impl CallSheet {
    /// What a reader of its level sees of it.
    #[must_use]
    pub fn disclosed(mut self, schema: &Schema) -> Disclosed<Self> {
        let level = self.disclosure;
        if level == DisclosureLevel::Full {
            return veiled(self);
        }
        let kind = schema.kind("check_in");
        for card in &mut self.cards {
            for party in &mut card.who {
                party.name = None;
            }
            for said in &mut card.said {
                let field = said.field.as_deref().and_then(|field| kind?.field(field));
                if !field.is_some_and(|field| field.shown_at(level)) {
                    said.text.clear();
                }
            }
        }
        veiled(self)
    }
}

/// The times of a call: the agreed one and, where it repeats, those after it within a week.
#[must_use]
pub fn times(planned: &str, every: Option<Duration>) -> Vec<String> {
    let mut all = vec![planned.to_owned()];
    let step = every.and_then(minutes).filter(|minutes| *minutes > 0);
    let (Some(first), Some(step)) = (moment(planned), step) else { return all };
    let week = TimeDelta::days(7);
    let later = (1..).map_while(|turn: i32| {
        let at = first.checked_add_signed(TimeDelta::minutes(i64::from(step)).checked_mul(turn)?)?;
        (at.signed_duration_since(first) < week).then(|| at.format(MOMENT).to_string())
    });
    all.extend(later.take(MOST_TIMES - 1));
    all
}

/// So many minutes after a moment; none where only its day is known.
#[must_use]
pub fn later(planned: &str, minutes: u32) -> Option<String> {
    let at = moment(planned)?.checked_add_signed(TimeDelta::minutes(i64::from(minutes)))?;
    Some(at.format(MOMENT).to_string())
}

/// The moment a date with an hour says, on the clock of its place.
#[must_use]
pub fn moment(date: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(date.get(..16)?, MOMENT).ok()
}

/// A length of time in minutes; none in what no clock counts.
#[must_use]
pub fn minutes(length: Duration) -> Option<u32> {
    let each = match length.unit {
        DurationUnit::Minutes => 1,
        DurationUnit::Hours => 60,
        DurationUnit::Days => 24 * 60,
        DurationUnit::WorkingDays | DurationUnit::Months => return None,
    };
    u32::try_from(length.count).ok()?.checked_mul(each)
}

/// The steps of a plan: one a line, or one for each «+15 min», «+1 h» in it.
#[must_use]
pub fn steps(plan: &str) -> Vec<PlanStep> {
    plan.split(['\n', ';']).flat_map(parted).filter(|step| !step.text.is_empty()).collect()
}

/// A line, parted before each «+15 min» in it.
fn parted(line: &str) -> Vec<PlanStep> {
    let begins = |(at, _): &(usize, &str)| {
        let before = line.get(..*at).and_then(|before| before.chars().next_back());
        let is_apart = before.is_none_or(|letter| !letter.is_alphanumeric());
        is_apart && line.get(*at..).and_then(offset).is_some()
    };
    let mut ends: Vec<usize> = line.match_indices('+').filter(begins).map(|(at, _)| at).collect();
    ends.insert(0, 0);
    ends.push(line.len());
    ends.windows(2).filter_map(|ends| line.get(*ends.first()?..*ends.last()?)).map(step).collect()
}

fn step(part: &str) -> PlanStep {
    let part = part.trim().trim_end_matches(['.', ',']).trim_end();
    match offset(part) {
        None => PlanStep { after_minutes: None, text: part.to_owned() },
        Some((after_minutes, rest)) => {
            let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":.,–—-→".contains(letter));
            PlanStep { after_minutes, text: rest.to_owned() }
        }
    }
}

/// The minutes of a «+15 min» at the beginning, and what follows; a telephone number is none.
fn offset(text: &str) -> Option<(Option<u32>, &str)> {
    let rest = text.strip_prefix('+')?.trim_start();
    let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (count, rest) = rest.split_at_checked(digits)?;
    let rest = rest.trim_start();
    let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
    let (unit, rest) = rest.split_at_checked(letters)?;
    let each = match unit.to_lowercase().as_str() {
        "m" | "min" | "mins" | "minuto" | "minutos" | "minute" | "minutes" => 1,
        "h" | "hr" | "hrs" | "hora" | "horas" | "hour" | "hours" => 60,
        _ => return None,
    };
    (digits > 0).then(|| (count.parse::<u32>().ok().and_then(|count| count.checked_mul(each)), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_parted_into_its_steps_as_somebody_wrote_them() {
        let told = |plan: &str| -> Vec<(Option<u32>, String)> {
            steps(plan).into_iter().map(|step| (step.after_minutes, step.text)).collect()
        };
        let step = |after, text: &str| (after, text.to_owned());
        assert_eq!(
            told("+15 min: llamar otra vez. +1 h: avisar a la coordinación.\n+ 2 horas → ir a su casa"),
            [
                step(Some(15), "llamar otra vez"),
                step(Some(60), "avisar a la coordinación"),
                step(Some(120), "ir a su casa")
            ]
        );
        assert_eq!(told("Llamar a su hermana\n\nAvisar"), [step(None, "Llamar a su hermana"), step(None, "Avisar")]);
        assert_eq!(told("Marcar +52 951 000"), [step(None, "Marcar +52 951 000")]);
        assert_eq!(told("coordinación 55 10; familia 951 20").len(), 2);
        assert_eq!(told("+99999999999 h: nunca"), [step(None, "nunca")]);
        assert!(told(" \n; ").is_empty());
    }

    #[test]
    fn a_call_that_repeats_is_told_for_a_week_and_no_more_than_eight_times() {
        let every = |count, unit| Some(Duration { count, unit });
        assert_eq!(times("2026-11-26T18:00", None), ["2026-11-26T18:00"]);
        let hours = times("2026-11-26T18:00", every(12, DurationUnit::Hours));
        assert_eq!((hours.len(), hours[1].as_str()), (8, "2026-11-27T06:00"));
        assert_eq!(times("2026-11-26T18:00", every(1, DurationUnit::Days)).len(), 7);
        assert_eq!(times("2026-11-26", every(1, DurationUnit::Days)).len(), 1);
        assert_eq!(times("2026-11-26T18:00", every(0, DurationUnit::Hours)).len(), 1);
        assert_eq!(later("2026-11-26T23:50", 15).as_deref(), Some("2026-11-27T00:05"));
        assert_eq!(later("2026-11", 15), None);
    }

    #[test]
    fn below_full_a_sheet_holds_hours_and_codes_and_blanks_for_the_rest() {
        let sheet = |disclosure| CallSheet {
            disclosure,
            day: None,
            cards: vec![Card {
                who: vec![Party { code: "P-11aa22".to_owned(), name: Some("Lucía Sánchez".to_owned()) }],
                calls: vec![Call { code: "GL-1".to_owned(), planned: "2026-11-26T18:00".to_owned(), until: None }],
                said: vec![Said {
                    field: Some("where".to_owned()),
                    label: "Dónde".to_owned(),
                    text: "Casa de Lucía".to_owned(),
                }],
            }],
        };
        let told = sheet(DisclosureLevel::NoIdentities).disclosed(Schema::builtin());
        let card = told.get().cards.first().unwrap();
        assert_eq!((card.who[0].code.as_str(), &card.who[0].name), ("P-11aa22", &None));
        assert_eq!((card.said[0].label.as_str(), card.said[0].text.as_str()), ("Dónde", ""));
        let full = sheet(DisclosureLevel::Full);
        assert_eq!(full.clone().disclosed(Schema::builtin()).get(), &full);
    }
}
