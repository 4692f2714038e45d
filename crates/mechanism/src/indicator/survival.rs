//! Durations of which some still go on: Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations" (1958).

use super::figure::{Quotient, Spread};
use super::unit::{Says, Unit};

/// From this share of open cases on, in fifths, the middle takes them into account.
const OPEN_FIFTHS: usize = 1;

/// How the durations of these units spread; none where there is no duration.
pub(super) fn spread(units: &[Unit]) -> Option<Spread> {
    let mut ended: Vec<i64> = Vec::new();
    let mut open: Vec<i64> = Vec::new();
    for unit in units {
        match unit.says {
            Says::Amount(days) => ended.push(days),
            Says::Open(days) => open.push(days),
            Says::Yes | Says::No | Says::Missing => {}
        }
    }
    if ended.is_empty() && open.is_empty() {
        return None;
    }
    ended.sort_unstable();
    open.sort_unstable();
    let censored = open.len() * 5 > (ended.len() + open.len()) * OPEN_FIFTHS;
    let median = if censored { survived(&ended, &open).map(Quotient::whole) } else { quantile(&ended, 2, 4) };
    Some(Spread {
        p25: quantile(&ended, 1, 4),
        median,
        p75: quantile(&ended, 3, 4),
        longest: ended.last().copied(),
        longest_open: open.last().copied(),
        censored,
        ended: ended.len(),
        open: open.len(),
    })
}

/// The quantile `part / of` of sorted numbers, between two neighbours where it falls between them (Hyndman–Fan 7).
fn quantile(sorted: &[i64], part: usize, of: usize) -> Option<Quotient> {
    let last = sorted.len().checked_sub(1)?;
    let (place, rest) = (last * part / of, last * part % of);
    let low = *sorted.get(place)?;
    let high = sorted.get(place + 1).copied().unwrap_or(low);
    let (of, rest) = (i64::try_from(of).ok()?, i64::try_from(rest).ok()?);
    Quotient::of(low * of + (high - low) * rest, of)
}

/// The first day on which no more than half still go on; none where more than half never ended.
fn survived(ended: &[i64], open: &[i64]) -> Option<i64> {
    // Half, as a fraction that stays exact: what is left is the product of (at risk − ended) / at risk.
    let mut left = 1.0_f64;
    let mut at = 0;
    while let Some(day) = ended.get(at).copied() {
        let same = ended.iter().skip(at).take_while(|other| **other == day).count();
        let gone = open.iter().take_while(|other| **other < day).count();
        let risk = (ended.len() - at) + (open.len() - gone);
        left *= share(risk - same, risk);
        // A product of fractions may miss a half by its last bit.
        if left <= 0.5 + 1e-12 {
            return Some(day);
        }
        at += same;
    }
    None
}

fn share(over: usize, under: usize) -> f64 {
    let wide = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    wide(over) / wide(under)
}

#[cfg(test)]
mod tests {
    use super::*;
    use resguardo_domain::id::RecordId;

    fn units(ended: &[i64], open: &[i64]) -> Vec<Unit> {
        let ended = ended.iter().map(|days| Says::Amount(*days));
        ended
            .chain(open.iter().map(|days| Says::Open(*days)))
            .map(|says| Unit::of(RecordId::new([0; 16]), says))
            .collect()
    }

    #[test]
    fn quartiles_stand_between_neighbours() {
        let spread = spread(&units(&[4, 1, 3, 2], &[])).unwrap();
        assert_eq!(spread.p25.unwrap().ten_thousandths(), 17_500);
        assert_eq!(spread.median.unwrap().ten_thousandths(), 25_000);
        assert_eq!(spread.p75.unwrap().ten_thousandths(), 32_500);
        assert_eq!((spread.longest, spread.censored), (Some(4), false));
    }

    #[test]
    fn what_still_goes_on_is_not_dropped() {
        // Freireich's patients under 6-MP (1963): the published median is 23 weeks.
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        assert_eq!(spread(&units(&ended, &open)).unwrap().median, Some(Quotient::whole(23)));
        assert_eq!(spread(&units(&[5], &[200, 300, 400])).unwrap().median, None, "the middle is not reached");
        assert_eq!(spread(&[]), None);
    }

    #[test]
    fn a_fifth_open_changes_nothing_more_than_a_fifth_does() {
        assert!(!spread(&units(&[1, 2, 3, 4], &[9])).unwrap().censored);
        assert!(spread(&units(&[1, 2, 3], &[9])).unwrap().censored);
    }
}
