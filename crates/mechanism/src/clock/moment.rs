//! The moment that a date with an hour says, wherever its clock hangs.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use resguardo_domain::value::PartialDate;
use resguardo_domain::value::date::Precision;

use super::span::Span;

/// The moment a date with an hour says on the clock of this IANA zone; its own offset wins. An hour that the clock showed
/// twice is the earlier. None where no hour is written or there is no such zone.
#[must_use]
pub fn utc(date: &PartialDate, zone: &str) -> Option<DateTime<Utc>> {
    let zone: Tz = zone.parse().ok()?;
    if date.precision() != Precision::Minute || date.is_interval() {
        return None;
    }
    let (first, _) = Span::of(date).minutes(zone);
    DateTime::from_timestamp(first.checked_mul(60)?, 0)
}

#[cfg(test)]
mod tests {
    use super::utc;

    #[test]
    fn an_hour_is_a_moment_on_the_clock_of_its_place_in_summer_and_in_winter() {
        let at = |date: &str, zone: &str| utc(&date.parse().unwrap(), zone).map(|at| at.to_rfc3339());
        let told = |text: &str| Some(text.to_owned());
        assert_eq!(at("2014-01-03T16:00", "America/Mexico_City"), told("2014-01-03T22:00:00+00:00"));
        assert_eq!(at("2014-05-03T16:00", "America/Mexico_City"), told("2014-05-03T21:00:00+00:00"));
        assert_eq!(at("2026-05-03T16:00", "America/Mexico_City"), told("2026-05-03T22:00:00+00:00"));
        assert_eq!(at("2026-05-03T16:00", "America/Tijuana"), told("2026-05-03T23:00:00+00:00"));
        assert_eq!(at("2026-05-03T16:00-05:00", "America/Tijuana"), told("2026-05-03T21:00:00+00:00"));
        assert_eq!(at("2026-05-03", "America/Tijuana"), None);
        assert_eq!(at("2026-05-03T16:00", "Marte"), None);
    }
}
