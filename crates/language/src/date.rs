//! Dates in words, as precise as they are known.

use resguardo_domain::value::PartialDate;
use resguardo_domain::value::date::Precision;

use crate::words::{Args, Words};

/// What the messages of short months begin with.
const SHORT: &str = "month-short";

impl Words {
    /// A date: *3 de mayo de 2014*, *hacia mayo de 2014*, *de noviembre de 2010 a diciembre de 2012*. `zone` is the
    /// IANA name kept beside a date whose hour matters. Begins in lower case.
    #[must_use]
    pub fn date(&self, date: &PartialDate, zone: Option<&str>) -> String {
        let text = self.ends(date, "date-day", "month");
        match zone {
            Some(zone) if date.as_str().contains('T') => {
                self.say("date-zone", &Args::new().text("date", text).text("zone", zone))
            }
            _ => text,
        }
    }

    /// A date as lists show it, short and without its zone: *3 may 2014*, *may 2014*.
    #[must_use]
    pub fn date_short(&self, date: &PartialDate) -> String {
        self.ends(date, "date-day-short", SHORT)
    }

    /// A last day or moment by its EDTF, on the clock of the place; of a start that is known in part, the days it may be.
    #[must_use]
    pub fn due_short(&self, due: &str) -> String {
        let Ok(date) = due.parse::<PartialDate>() else { return due.to_owned() };
        let read = |text: String| text.parse().unwrap_or_else(|_| date.clone());
        let told = match due.split_once('T') {
            _ if date.is_interval() && date.first() == date.last() => PartialDate::day(date.first()),
            _ if date.is_interval() && date.precision() == Precision::Minute => {
                read(format!("{}/{}", date.first(), date.last()))
            }
            Some((day, time)) => read(format!("{day}T{}", time.chars().take(5).collect::<String>())),
            None => date.clone(),
        };
        self.date_short(&told)
    }

    /// Both ends of a date; days are said as `day` says, with the names of months that begin with `month`.
    fn ends(&self, date: &PartialDate, day: &str, month: &str) -> String {
        let one = |text| self.one(text, day, month);
        match date.as_str().split_once('/') {
            None => one(date.as_str()),
            Some(("..", to)) => self.say("date-until", &Args::new().text("date", one(to))),
            Some((from, "..")) => self.say("date-since", &Args::new().text("date", one(from))),
            Some((from, to)) => {
                let args = Args::new().text("from", one(from)).text("fromKind", kind(from));
                self.say("date-interval", &args.text("to", one(to)).text("toKind", kind(to)))
            }
        }
    }

    /// One end of a date, with its doubt.
    fn one(&self, text: &str, day: &str, month: &str) -> String {
        let certain = self.certain(text.trim_end_matches(['~', '?', '%']), day, month);
        let doubt = match text.chars().last() {
            Some('~') => "date-about",
            Some('?') => "date-uncertain",
            Some('%') => "date-about-uncertain",
            _ => return certain,
        };
        self.say(doubt, &Args::new().text("date", certain))
    }

    fn certain(&self, text: &str, day_said: &str, months: &str) -> String {
        let (day, time) = text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let mut parts = day.split('-');
        let year = parts.next().unwrap_or(day);
        let words = match (parts.next(), parts.next()) {
            (None, _) => match year.strip_suffix('X') {
                Some(decade) => self.say("date-decade", &Args::new().text("year", format!("{decade}0"))),
                None => year.to_owned(),
            },
            (Some(month @ ("21" | "22" | "23" | "24")), None) => {
                let season = self.plain(&format!("season-{month}"));
                self.say("date-season", &Args::new().text("season", season).text("year", year))
            }
            (Some(month), None) => {
                let said = if months == SHORT { "date-month-short" } else { "date-month" };
                let month = self.plain(&format!("{months}-{month}"));
                self.say(said, &Args::new().text("month", month).text("year", year))
            }
            (Some(month), Some(day)) => {
                let month = self.plain(&format!("{months}-{month}"));
                let day = day.trim_start_matches('0');
                self.say(day_said, &Args::new().text("day", day).text("month", month).text("year", year))
            }
        };
        time.map_or(words.clone(), |time| self.time(&words, time))
    }

    /// A day with its minute and, where written, how far it is from Greenwich.
    fn time(&self, day: &str, time: &str) -> String {
        let (clock, offset) = time.find(['+', '-', 'Z']).and_then(|at| time.split_at_checked(at)).unwrap_or((time, ""));
        let args = Args::new().text("date", day).text("time", clock);
        match offset {
            "" => self.say("date-time", &args),
            "Z" => self.say("date-time-offset", &args.text("offset", "")),
            offset => self.say("date-time-offset", &args.text("offset", offset.replace('-', "−"))),
        }
    }
}

/// Which preposition an end of an interval takes: a day, a decade or anything else, and none after a hedge.
fn kind(text: &str) -> &'static str {
    let hedged = text.ends_with(['~', '?', '%']);
    match text.split('-').count() {
        _ if hedged => "other",
        3.. => "day",
        1 if text.ends_with('X') => "decade",
        _ => "other",
    }
}

#[cfg(test)]
mod tests;
