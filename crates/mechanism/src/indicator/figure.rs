//! What comes of counting.

use resguardo_domain::id::RecordId;
use serde::{Serialize, Serializer};

/// A fraction, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotient {
    /// Above the line.
    pub over: i64,
    /// Below it; greater than zero.
    pub under: i64,
}

impl Quotient {
    /// The fraction; none of nothing.
    #[must_use]
    pub const fn of(over: i64, under: i64) -> Option<Self> {
        if under > 0 { Some(Self { over, under }) } else { None }
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { over: number, under: 1 }
    }

    /// Ten-thousandths of it, rounded half away from zero: 37 of 131 is 2824.
    #[must_use]
    pub fn ten_thousandths(self) -> i64 {
        let (over, under) = (i128::from(self.over) * 20_000, i128::from(self.under) * 2);
        let half = i128::from(self.under) * over.signum();
        i64::try_from((over + half) / under).unwrap_or(i64::MAX)
    }

    /// The same as a number to four decimals.
    #[must_use]
    pub fn decimal(self) -> f64 {
        serde_json::Number::from(self.ten_thousandths()).as_f64().unwrap_or(f64::MAX) / 10_000.0
    }
}

impl Serialize for Quotient {
    /// As a number to four decimals.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.decimal())
    }
}

/// Why a figure has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cannot {
    /// What it is computed from is not recorded: the field or published figure that lacks.
    Missing(&'static str),
    /// Fewer than the least denominator: numerator and denominator are told, no share.
    TooFew(i64),
    /// Nothing to count.
    Nothing,
    /// What it would be divided by is zero.
    NotApplicable,
    /// More than half still go on, so that the middle is not reached.
    NotReached,
}

/// How durations spread, in days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// How many ended.
    pub ended: usize,
    /// How many still go on.
    pub open: usize,
    /// The quarter of those that ended lies below it.
    pub p25: Option<Quotient>,
    /// The middle: of those that ended, or by Kaplan and Meier where more than a fifth still go on.
    pub median: Option<Quotient>,
    /// Three quarters of those that ended lie below it.
    pub p75: Option<Quotient>,
    /// The longest that ended.
    pub longest: Option<i64>,
    /// The longest that still goes on.
    pub longest_open: Option<i64>,
    /// Whether the middle takes those that still go on into account (Kaplan–Meier 1958).
    pub censored: bool,
}

/// What comes of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// The value: a share is a fraction of one.
    pub value: Option<Quotient>,
    /// Above the line.
    pub numerator: Option<i64>,
    /// Below it.
    pub denominator: Option<i64>,
    /// How many could not be counted, because nobody recorded what would tell.
    pub missing: i64,
    /// How durations spread.
    pub spread: Option<Spread>,
    /// Why there is no value.
    pub cannot: Option<Cannot>,
    /// The records behind it, in order.
    pub records: Vec<RecordId>,
}

impl Figure {
    pub(super) fn share(&mut self, over: i64, under: i64, least: Option<i64>) {
        (self.numerator, self.denominator) = (Some(over), Some(under));
        match least {
            _ if under == 0 && over == 0 && self.records.is_empty() => self.cannot = Some(Cannot::Nothing),
            _ if under == 0 => self.cannot = Some(Cannot::NotApplicable),
            Some(least) if under < least => self.cannot = Some(Cannot::TooFew(least)),
            _ => self.value = Quotient::of(over, under),
        }
    }

    pub(super) const fn whole(&mut self, number: i64) {
        (self.value, self.numerator) = (Some(Quotient::whole(number)), Some(number));
    }
}
