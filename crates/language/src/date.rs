//! Dates in words, as precise as they are known.

use resguardo_domain::value::PartialDate;

use crate::words::{Args, Words};

impl Words {
    /// A date: *3 de mayo de 2014*, *hacia mayo de 2014*, *de noviembre de 2010 a diciembre de 2012*. `zone` is the
    /// IANA name kept beside a date whose hour matters. Begins in lower case.
    #[must_use]
    pub fn date(&self, date: &PartialDate, zone: Option<&str>) -> String {
        let text = match date.as_str().split_once('/') {
            None => self.one(date.as_str()),
            Some(("..", to)) => self.say("date-until", &Args::new().text("date", self.one(to))),
            Some((from, "..")) => self.say("date-since", &Args::new().text("date", self.one(from))),
            Some((from, to)) => {
                let args = Args::new().text("from", self.one(from)).text("fromKind", kind(from));
                self.say("date-interval", &args.text("to", self.one(to)).text("toKind", kind(to)))
            }
        };
        match zone {
            Some(zone) if date.as_str().contains('T') => {
                self.say("date-zone", &Args::new().text("date", text).text("zone", zone))
            }
            _ => text,
        }
    }

    /// A date for a narrow column: *3 may 2014* where the day is known for certain, otherwise as [`Words::date`].
    #[must_use]
    pub fn date_short(&self, date: &PartialDate) -> String {
        let (day, time) = date.as_str().split_once('T').map_or((date.as_str(), None), |(day, time)| (day, Some(time)));
        let parts: Vec<&str> = day.split('-').collect();
        let is_certain = !date.as_str().contains(['~', '?', '%', '/', 'X']);
        let (&[year, month, day], true) = (parts.as_slice(), is_certain) else { return self.date(date, None) };
        let month = self.plain(&format!("month-short-{month}"));
        let args = Args::new().text("day", day.trim_start_matches('0')).text("month", month).text("year", year);
        let words = self.say("date-day-short", &args);
        time.map_or(words.clone(), |time| self.time(&words, time))
    }

    /// One end of a date, with its doubt.
    fn one(&self, text: &str) -> String {
        let certain = self.certain(text.trim_end_matches(['~', '?', '%']));
        let doubt = match text.chars().last() {
            Some('~') => "date-about",
            Some('?') => "date-uncertain",
            Some('%') => "date-about-uncertain",
            _ => return certain,
        };
        self.say(doubt, &Args::new().text("date", certain))
    }

    fn certain(&self, text: &str) -> String {
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
                let month = self.plain(&format!("month-{month}"));
                self.say("date-month", &Args::new().text("month", month).text("year", year))
            }
            (Some(month), Some(day)) => {
                let month = self.plain(&format!("month-{month}"));
                let day = day.trim_start_matches('0');
                self.say("date-day", &Args::new().text("day", day).text("month", month).text("year", year))
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
