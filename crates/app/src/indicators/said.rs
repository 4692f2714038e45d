//! A figure in words: what stands large, what stands beside it, and what is drawn where there is none.

use resguardo_domain::catalogue::Lang;
use resguardo_domain::schema::Schema;
use resguardo_domain::value::{NotADate, Number, PartialDate};
use resguardo_language::{Args, Words, number};
use resguardo_mechanism::indicator::{Cannot, Figure, Published, Quotient};
use resguardo_mechanism::procedure::Procedures;
use serde::Serialize;

/// A figure in words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, specta::Type)]
pub struct FigureSaid {
    /// What stands large: «37 de 131»; empty where nothing can be told.
    pub big: String,
    /// Beside it: «28.2 %», «sin %: menos de 10»; the reason where there is no number.
    pub rest: String,
    /// How it is drawn: `told`, or the silhouette of having none: `unknown`, `not_asked`, `none`.
    pub state: &'static str,
    /// Under it: who says so, as of when, with which hedge, what could not be counted.
    pub under: String,
    /// Which figure of its indicator it is: `own`, `official-0`.
    pub which: String,
    /// How many records stand behind it.
    pub records: usize,
    /// The same in words.
    pub records_said: String,
    /// A share as a fraction of one, to be drawn.
    pub share: Option<f64>,
}

impl FigureSaid {
    /// All of it on one line, without what stands behind.
    #[must_use]
    pub fn line(&self) -> String {
        let parts = [self.big.as_str(), &self.rest, &self.under];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// Puts figures into words.
pub(crate) struct Saying<'a> {
    pub(crate) words: &'a Words,
    pub(crate) schema: &'a Schema,
    pub(crate) lang: Lang,
}

impl Saying<'_> {
    /// A figure of one's own records.
    pub(crate) fn own(&self, unit: &str, figure: &Figure) -> FigureSaid {
        let over_under = (figure.numerator, figure.denominator);
        // Nothing recorded is not zero.
        let cannot = if is_of_nothing(figure) { Some(&Cannot::Nothing) } else { figure.cannot.as_ref() };
        let mut said = self.number(unit, figure.value, over_under, cannot);
        let mut under = Vec::new();
        if let Some(spread) = &figure.spread {
            let ended = u64::try_from(spread.ended + spread.open).unwrap_or(u64::MAX);
            // Where no middle is reached, why stands there.
            if figure.value.is_some() {
                said.rest = self.words.say("indicators-median", &Args::new().count("count", ended));
            }
            if spread.open > 0 {
                let open = u64::try_from(spread.open).unwrap_or(u64::MAX);
                under.push(self.words.say("indicators-still-open", &Args::new().count("count", open)));
            }
        }
        if figure.missing > 0 {
            under.push(self.words.say("indicators-missing", &Args::new().count("count", positive(figure.missing))));
        }
        said.under = under.join(" · ");
        self.behind(&mut said, "own".to_owned(), figure.records.len());
        said
    }

    /// A published figure; `title` is what is counted, `holder` who says so.
    pub(super) fn published(
        &self,
        unit: &str,
        one: &Published,
        at: usize,
        (title, holder): (&str, &str),
    ) -> FigureSaid {
        let mut said = self.number(unit, one.value, (one.numerator, one.denominator), one.cannot.as_ref());
        let mut under: Vec<String> = Vec::new();
        under.extend(
            one.qualifier.as_ref().map(|hedge| self.words.say("indicators-hedge", &Args::new().text("hedge", hedge))),
        );
        under.push(title.to_owned());
        under.extend(one.as_of.as_ref().map(|date| self.day_short(date)));
        under.push(holder.to_owned());
        under.retain(|part| !part.is_empty());
        said.under = under.join(" · ");
        self.behind(&mut said, format!("official-{at}"), one.records.len());
        said
    }

    /// A date as lists show it; as it is written where it cannot be read.
    pub(super) fn day_short(&self, edtf: &str) -> String {
        edtf.parse().map_or_else(|_: NotADate| edtf.to_owned(), |date: PartialDate| self.words.date_short(&date))
    }

    /// A value alone, for the foot of a bar, where there is little room: «28 %», «143».
    pub(super) fn value(&self, unit: &str, value: Quotient) -> String {
        match unit {
            "percent" => self.percent(value, 0),
            "ratio" | "per_100_months" => decimals(value, 2),
            _ => decimals(value, 1),
        }
    }

    fn behind(&self, said: &mut FigureSaid, which: String, records: usize) {
        let count = u64::try_from(records).unwrap_or(u64::MAX);
        (said.which, said.records) = (which, records);
        said.records_said = self.words.say("indicators-records", &Args::new().count("count", count));
    }

    fn number(
        &self,
        unit: &str,
        value: Option<Quotient>,
        (over, under): (Option<i64>, Option<i64>),
        cannot: Option<&Cannot>,
    ) -> FigureSaid {
        let told = |big: String, rest: String| FigureSaid { big, rest, state: "told", ..FigureSaid::default() };
        let none = |state, rest: String| FigureSaid { rest, state, ..FigureSaid::default() };
        let plain = |id: &str| self.words.plain(id);
        let of = over.zip(under).map(|(over, under)| self.of(over, under));
        match cannot {
            Some(Cannot::Missing("of" | "value")) if over.is_some() => {
                told(over.map(grouped).unwrap_or_default(), plain("indicators-of-unknown"))
            }
            Some(Cannot::Missing(field)) => {
                let args = Args::new().text("field", self.field(field));
                none("unknown", self.words.say("indicators-cannot-missing", &args))
            }
            Some(Cannot::Nothing) => none("not_asked", plain("indicators-nothing-here")),
            Some(Cannot::NotApplicable) => none("none", plain("indicators-cannot-not-applicable")),
            Some(Cannot::NotReached) => none("unknown", plain("indicators-cannot-not-reached")),
            Some(Cannot::TooFew(_)) if under == Some(0) => none("not_asked", plain("indicators-nothing-here")),
            Some(Cannot::TooFew(_)) => told(of.unwrap_or_default(), plain("indicators-cannot-too-few")),
            None => {
                self.valued(unit, value, (over, under)).unwrap_or_else(|| none("unknown", plain("indicators-unknown")))
            }
        }
    }

    fn valued(
        &self,
        unit: &str,
        value: Option<Quotient>,
        (over, under): (Option<i64>, Option<i64>),
    ) -> Option<FigureSaid> {
        let value = value?;
        let of = over.zip(under).map(|(over, under)| self.of(over, under));
        let (big, rest) = match (unit, of) {
            ("percent", Some(of)) => (of, self.percent(value, 1)),
            ("percent", None) => (self.percent(value, 1), String::new()),
            // A length of time against the law's: how many times over.
            ("days", Some(_)) => {
                let args =
                    Args::new().text("times", decimals(value, 1)).text("limit", under.map(grouped).unwrap_or_default());
                let long = Quotient { over: value.over.saturating_mul(under.unwrap_or(1)), under: value.under };
                let days = Args::new().text("count", decimals(long, 1));
                (self.words.say("indicators-days", &days), self.words.say("indicators-times-limit", &args))
            }
            ("days", None) => (decimals(value, 1), self.words.plain("indicators-unit-days")),
            ("count", Some(_)) => {
                let args = Args::new().text("count", decimals(value, 1));
                (over.map(grouped).unwrap_or_default(), self.words.say("indicators-a-month", &args))
            }
            ("count", None) => (decimals(value, 1), String::new()),
            ("per_100_months", _) => (decimals(value, 2), self.words.plain("indicators-unit-months")),
            (_, of) => (decimals(value, 2), of.unwrap_or_default()),
        };
        let share = (unit == "percent").then(|| value.decimal());
        Some(FigureSaid { big, rest, state: "told", share, ..FigureSaid::default() })
    }

    fn of(&self, over: i64, under: i64) -> String {
        self.words.say("indicators-of", &Args::new().text("over", grouped(over)).text("under", grouped(under)))
    }

    fn percent(&self, value: Quotient, places: u32) -> String {
        let hundredths = Quotient { over: value.over.saturating_mul(100), under: value.under };
        self.words.say("indicators-percent", &Args::new().text("share", decimals(hundredths, places)))
    }

    /// What a field is called, of whichever kind has it, or a step of a procedure.
    fn field(&self, id: &str) -> String {
        let field = self.schema.kinds().iter().find_map(|kind| kind.field(id)).map(|field| field.label.get(self.lang));
        let procedures = Procedures::builtin();
        let event = || {
            let event = procedures.event_type(procedures.event(id)?)?;
            Some(if self.lang == Lang::En { event.en.as_str() } else { event.es.as_str() })
        };
        field.or_else(event).unwrap_or(id).to_lowercase()
    }
}

/// Whether a figure counts no record at all.
pub(super) fn is_of_nothing(figure: &Figure) -> bool {
    let nothing = figure.numerator.unwrap_or_default() == 0 && figure.denominator.unwrap_or_default() == 0;
    let missing = matches!(figure.cannot, Some(Cannot::Missing(_)));
    nothing && figure.records.is_empty() && figure.spread.is_none() && !missing
}

fn positive(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// A whole number with its separators.
pub(super) fn grouped(number: i64) -> String {
    number::decimal(&Number { mantissa: number, exponent: 0, bound: None })
}

/// A number to so many decimals, four at most, without zeros at its end.
fn decimals(value: Quotient, places: u32) -> String {
    let step = 10_i64.pow(4_u32.saturating_sub(places));
    let cut = Quotient { over: value.ten_thousandths(), under: step };
    let mut mantissa = cut.ten_thousandths().checked_div(10_000).unwrap_or_default();
    let rounded = cut.ten_thousandths().checked_rem(10_000).unwrap_or_default();
    if rounded.abs() >= 5_000 {
        mantissa += rounded.signum();
    }
    let mut exponent = i8::try_from(places).unwrap_or_default();
    while exponent > 0 && mantissa % 10 == 0 {
        (mantissa, exponent) = (mantissa / 10, exponent - 1);
    }
    number::decimal(&Number { mantissa, exponent: -exponent, bound: None })
}

#[cfg(test)]
mod tests {
    use resguardo_mechanism::indicator::Quotient;

    #[test]
    fn decimals_are_rounded_and_end_in_no_zero() {
        let check = |(over, under): (i64, i64), places: u32, expected: &str| {
            assert_eq!(super::decimals(Quotient { over, under }, places), expected, "{over}/{under}");
        };
        check((3700, 131), 1, "28.2");
        check((3100, 32), 1, "96.9");
        check((143, 1), 1, "143");
        check((287, 2), 1, "143.5");
        check((0, 4), 2, "0");
        check((2_000, 1), 2, "2,000");
        check((-1, 3), 2, "-0.33");
    }
}
