//! Dates as people write them in cells, in Spanish or English, as precise as they are known.
//!
//! What is read is exactly what is said: two possible days are an interval, *mid-May* is about May, a year alone is a
//! year. A cell with any word that is not understood is no date: it is kept as written and listed. Nothing here knows
//! a time zone, so no date can move by a day (U19).

mod token;
mod word;

use chrono::{Datelike as _, Months, NaiveDate};
use resguardo_domain::value::PartialDate;

use token::{Piece, Token};
use word::Word;

/// Which number of `03/05/2014` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The first: the custom in Mexico, taken where nothing proves otherwise.
    #[default]
    DayFirst,
    /// The second: every other date of the column can only be read so.
    MonthFirst,
    /// The column has proofs of both, so what could be either is uncertain.
    Mixed,
}

/// What a cell in a column of dates says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A date.
    Date(PartialDate),
    /// That the date is not known.
    Unknown,
    /// Nothing that can be read as a date.
    NoDate,
}

/// The order that the cells of a column prove.
#[must_use]
pub fn order_of<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        for (first, second) in token::slashed(cell) {
            day_first |= first > 12 && second <= 12;
            month_first |= second > 12 && first <= 12;
        }
    }
    match (day_first, month_first) {
        (true, true) => Order::Mixed,
        (false, true) => Order::MonthFirst,
        (true | false, false) => Order::DayFirst,
    }
}

/// Reads one cell.
#[must_use]
pub fn read(cell: &str, order: Order) -> Reading {
    let cell = cell.trim();
    if cell.len() > 200 {
        return Reading::NoDate;
    }
    if let Ok(date) = cell.parse::<PartialDate>() {
        return if plausible(&date) { Reading::Date(date) } else { Reading::NoDate };
    }
    let Some(tokens) = token::tokens(cell, order) else { return Reading::NoDate };
    let mut said = Said::default();
    if !tokens.iter().all(|token| said.take(token)) {
        return Reading::NoDate;
    }
    if said.points.is_empty() && said.days.is_empty() {
        return if said.says(Word::Unknown) && !said.says(Word::About) { Reading::Unknown } else { Reading::NoDate };
    }
    said.date().filter(plausible).map_or(Reading::NoDate, Reading::Date)
}

/// Years that an archive of human-rights violations can mean; anything else is a number of another kind.
fn plausible(date: &PartialDate) -> bool {
    let within = |day: NaiveDate| (1800..=2199).contains(&day.year());
    (within(date.first()) || date.first() == NaiveDate::MIN) && (within(date.last()) || date.last() == NaiveDate::MAX)
}

/// One point of time, as precise as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Point {
    year: Option<u16>,
    /// 1 to 12, or a season, 21 to 24.
    month: Option<u8>,
    day: Option<u8>,
}

impl Point {
    fn text(self) -> Option<String> {
        let year = self.year?;
        Some(match (self.month, self.day) {
            (None, None) => format!("{year:04}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (None, Some(_)) => return None,
        })
    }

    fn first(self) -> Option<NaiveDate> {
        self.text()?.parse::<PartialDate>().ok().map(|date| date.first())
    }

    /// Whether the other point is the next of the same precision.
    fn touches(self, next: Self) -> bool {
        let (Some(from), Some(to)) = (self.first(), next.first()) else { return false };
        let step = match (self.month, self.day) {
            (_, Some(_)) => from.succ_opt(),
            (Some(_), None) => from.checked_add_months(Months::new(1)),
            (None, None) => from.checked_add_months(Months::new(12)),
        };
        step == Some(to)
    }
}

/// What the words of a cell add up to.
#[derive(Debug, Default)]
struct Said {
    points: Vec<Point>,
    /// Days whose month comes later: *2 o 3 de mayo*.
    days: Vec<u8>,
    /// Days stand before their months, as in Spanish.
    day_leads: bool,
    /// Words that say how the date is meant.
    marks: Vec<Word>,
    minute: Option<(u8, u8, String)>,
}

impl Said {
    fn says(&self, mark: Word) -> bool {
        self.marks.contains(&mark)
    }

    /// Adds one token; false when it has no place in a date.
    fn take(&mut self, token: &Token) -> bool {
        match token {
            Token::Piece(piece) => return self.take_piece(piece),
            Token::Word(Word::Month(month)) => self.take_month(*month),
            Token::Word(Word::Season(season)) => self.points.push(Point { month: Some(*season), ..Point::default() }),
            Token::Word(mark @ (Word::About | Word::Uncertain | Word::Unknown | Word::Decade | Word::Between)) => {
                self.marks.push(*mark)
            }
            Token::Word(Word::Filler) => {}
            Token::Word(Word::Other) => return false,
            Token::Time(hour, minute, offset) => {
                if self.minute.replace((*hour, *minute, offset.clone())).is_some() {
                    return false;
                }
            }
        }
        true
    }

    fn take_piece(&mut self, piece: &Piece) -> bool {
        match *piece {
            Piece::Whole { year, month, day, doubtful } => {
                self.marks.extend(doubtful.then_some(Word::Uncertain));
                for early in std::mem::take(&mut self.days) {
                    self.points.push(Point { year: Some(year), month, day: Some(early) });
                }
                self.points.push(Point { year: Some(year), month, day });
            }
            Piece::Year(year) => self.take_year(year),
            Piece::Small(day) if self.day_leads => self.days.push(day),
            Piece::Small(day) => match self.points.last() {
                Some(&Point { month: Some(month @ 1..=12), year: None, day: known }) => {
                    if known.is_none() {
                        self.points.pop();
                    }
                    self.points.push(Point { year: None, month: Some(month), day: Some(day) });
                }
                _ => self.days.push(day),
            },
        }
        true
    }

    /// A month closes the days before it (*2 o 3 de mayo*) or opens days after it (*May 2 or 3*).
    fn take_month(&mut self, month: u8) {
        let days = std::mem::take(&mut self.days);
        if days.is_empty() {
            self.points.push(Point { month: Some(month), ..Point::default() });
        }
        self.day_leads |= !days.is_empty();
        self.points.extend(days.into_iter().map(|day| Point { year: None, month: Some(month), day: Some(day) }));
    }

    /// A year belongs to every point before it that has none; alone, it is a point.
    fn take_year(&mut self, year: u16) {
        let mut owned = false;
        for point in self.points.iter_mut().filter(|point| point.year.is_none()) {
            point.year = Some(year);
            owned = true;
        }
        if !owned {
            self.points.push(Point { year: Some(year), ..Point::default() });
        }
    }

    fn date(mut self) -> Option<PartialDate> {
        if !self.days.is_empty() {
            return None;
        }
        self.share_leading_year();
        let points = &self.points;
        let (first, last) = (*points.first()?, *points.last()?);
        let in_a_row = points.iter().zip(points.iter().skip(1)).all(|(one, next)| one.touches(*next));
        match points.len() {
            1 => self.single(first),
            2 if self.says(Word::Between) || in_a_row => self.interval(first, last),
            _ if in_a_row => self.interval(first, last),
            _ => None,
        }
    }

    /// *2014, mayo 3*: a year that stands first belongs to what follows.
    fn share_leading_year(&mut self) {
        if let [Point { year: Some(year), month: None, day: None }, rest @ ..] = self.points.as_mut_slice()
            && !rest.is_empty()
            && rest.iter().all(|point| point.year.is_none())
        {
            let year = *year;
            rest.iter_mut().for_each(|point| point.year = Some(year));
            self.points.remove(0);
        }
    }

    fn mark(&self) -> &'static str {
        match (self.says(Word::About), self.says(Word::Uncertain)) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        }
    }

    fn single(&self, point: Point) -> Option<PartialDate> {
        let mut text = point.text()?;
        if self.says(Word::Decade) {
            let tens = text.strip_suffix('0')?;
            text = format!("{tens}X");
        }
        if let Some((hour, minute, offset)) = &self.minute {
            point.day?;
            text = format!("{text}T{hour:02}:{minute:02}{offset}");
        }
        format!("{text}{}", self.mark()).parse().ok()
    }

    fn interval(&self, first: Point, last: Point) -> Option<PartialDate> {
        if self.minute.is_some() || self.says(Word::Decade) {
            return None;
        }
        let mark = self.mark();
        format!("{}{mark}/{}{mark}", first.text()?, last.text()?).parse().ok()
    }
}

#[cfg(test)]
mod tests;
