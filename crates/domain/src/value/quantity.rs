//! Numbers, lengths of time and amounts of money: whole digits, never floating point.

use std::fmt;

/// How an amount was hedged: *about 18*, *at least 100*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// About so much.
    About,
    /// At least so much.
    AtLeast,
    /// At most so much.
    AtMost,
}

impl Bound {
    /// Its id in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }

    /// The hedge with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::About, Self::AtLeast, Self::AtMost].into_iter().find(|bound| bound.id() == id)
    }
}

/// `mantissa × 10^exponent`, exponent −9 to 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// The digits with their sign.
    pub mantissa: i64,
    /// The power of ten, −9 to 9.
    pub exponent: i8,
    /// How it was hedged.
    pub bound: Option<Bound>,
}

impl Number {
    /// A whole number, not hedged.
    #[must_use]
    pub const fn whole(mantissa: i64) -> Self {
        Self { mantissa, exponent: 0, bound: None }
    }

    /// Reads `12`, `-3.50`, `1,234.5`, with `~`, `>=` or `<=` before it for a hedge.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let hedges = [("~", Bound::About), (">=", Bound::AtLeast), ("<=", Bound::AtMost)];
        let hedged = hedges.iter().find_map(|(mark, bound)| text.strip_prefix(mark).map(|rest| (rest.trim(), *bound)));
        let (text, bound) = hedged.map_or((text, None), |(rest, bound)| (rest, Some(bound)));
        let plain = text.replace([',', ' ', '\u{a0}'], "");
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        if fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) || whole.is_empty() {
            return None;
        }
        let mantissa = format!("{whole}{fraction}").parse().ok()?;
        let exponent = i8::try_from(fraction.len()).ok()?;
        Some(Self { mantissa, exponent: -exponent, bound })
    }

    /// The same amount scaled to `10^-9`, for ordering.
    #[must_use]
    pub fn scaled(&self) -> i128 {
        let power = u32::try_from(i32::from(self.exponent) + 9).unwrap_or(0);
        i128::from(self.mantissa) * 10_i128.pow(power)
    }
}

impl fmt::Display for Number {
    /// Plain decimal digits with a point, without the hedge.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = usize::from(self.exponent.min(0).unsigned_abs());
        let zeros = usize::try_from(self.exponent.max(0)).unwrap_or(0);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at_checked(digits.len() - places).unwrap_or((&digits, ""));
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{}{point}{fraction}", "0".repeat(zeros))
    }
}

/// The unit of a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DurationUnit {
    /// Minutes, `min`.
    Minutes,
    /// Hours, `h`.
    Hours,
    /// Calendar days, `d`.
    Days,
    /// Working days, `wd`.
    WorkingDays,
    /// Months, `mo`.
    Months,
}

impl DurationUnit {
    /// Every unit.
    pub const ALL: [Self; 5] = [Self::Minutes, Self::Hours, Self::Days, Self::WorkingDays, Self::Months];

    /// Its id in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::Days => "d",
            Self::WorkingDays => "wd",
            Self::Months => "mo",
        }
    }

    /// The unit with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.id() == id)
    }
}

/// A length of time in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duration {
    /// How many.
    pub count: u64,
    /// Of what.
    pub unit: DurationUnit,
}

impl Duration {
    /// Reads `3 d`, `72h`, `10 wd`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let at = text.find(|c: char| !c.is_ascii_digit())?;
        let (count, unit) = text.split_at_checked(at)?;
        Some(Self { count: count.parse().ok()?, unit: DurationUnit::from_id(unit.trim())? })
    }
}

/// An amount of money in minor units (cents).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// Minor units: 100 for one peso.
    pub minor: i64,
    /// ISO 4217, three capital letters.
    pub currency: String,
    /// How it was hedged.
    pub bound: Option<Bound>,
}

impl Money {
    /// Reads `170000000 MXN`, `USD 12.50`; a currency must be named.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_code = |word: &&str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
        let currency = text.split_whitespace().find(is_code)?;
        let number = Number::parse(text.replacen(currency, "", 1).trim().trim_start_matches('$'))?;
        let minor = match number.exponent {
            0 => number.mantissa.checked_mul(100)?,
            -1 => number.mantissa.checked_mul(10)?,
            -2 => number.mantissa,
            _ => return None,
        };
        Some(Self { minor, currency: currency.to_owned(), bound: number.bound })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written_without_floating_point() {
        for (text, expected) in [
            ("12", Some("12")),
            ("-3.50", Some("-3.50")),
            ("1,234.5", Some("1234.5")),
            ("0.05", Some("0.05")),
            ("~18", Some("18")),
            ("12.", Some("12")),
            ("", None),
            ("doce", None),
            ("99999999999999999999", None),
            ("1.2.3", None),
        ] {
            assert_eq!(Number::parse(text).map(|n| n.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!(Number { mantissa: 5, exponent: 3, bound: None }.to_string(), "5000");
        assert_eq!(Number::parse(">= 100").and_then(|n| n.bound), Some(Bound::AtLeast));
    }

    #[test]
    fn money_names_its_currency_and_counts_minor_units() {
        let money = |text| Money::parse(text).map(|m| (m.minor, m.currency));
        assert_eq!(money("170,000,000 MXN"), Some((17_000_000_000, "MXN".into())));
        assert_eq!(money("USD 12.5"), Some((1250, "USD".into())));
        assert_eq!(money("12"), None);
        assert_eq!(money("MXN"), None);
    }

    #[test]
    fn a_length_of_time_has_a_unit() {
        assert_eq!(Duration::parse("72h"), Some(Duration { count: 72, unit: DurationUnit::Hours }));
        assert_eq!(Duration::parse("10 wd"), Some(Duration { count: 10, unit: DurationUnit::WorkingDays }));
        assert_eq!(Duration::parse("10"), None);
    }
}
