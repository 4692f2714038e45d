//! A cell of dates cut into numbers, whole numeric dates, hours and words.

use super::Order;
use super::word::{Word, meaning};

/// One part of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Digits.
    Piece(Piece),
    /// A word.
    Word(Word),
    /// Hour, minute, and the offset from UTC as EDTF writes it or nothing.
    Time(u8, u8, String),
}

/// What digits say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// A date in figures.
    Whole {
        /// Year.
        year: u16,
        /// Month, where said.
        month: Option<u8>,
        /// Day, where said.
        day: Option<u8>,
        /// Day and month could be the other way round.
        doubtful: bool,
    },
    /// A year.
    Year(u16),
    /// One or two figures: a day.
    Small(u8),
}

/// Cuts a cell; none when it holds something no date has.
pub(super) fn tokens(cell: &str, order: Order) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = cell;
    let mut joined = false;
    while let Some(next) = rest.chars().next() {
        if next.is_ascii_digit() {
            let after_month = joined && follows_month(&tokens);
            let (found, left) = digits(rest, order, after_month)?;
            tokens.extend(found);
            rest = left;
            joined = false;
        } else if matches!(next, 'T' | 't') && tokens.last().is_some_and(is_digits) && time(rest.get(1..)?).is_some() {
            rest = rest.get(1..)?;
        } else if next.is_alphabetic() {
            let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
            let (word, left) = rest.split_at_checked(end)?;
            tokens.push(Token::Word(meaning(word, joined || left.starts_with(['-', '/']))));
            rest = left;
            joined = false;
        } else {
            joined = matches!(next, '-' | '/' | '\'' | '’');
            tokens.extend(sign(next)?);
            rest = rest.get(next.len_utf8()..)?;
        }
    }
    Some(tokens)
}

/// Whether the last word is a month, with at most a sign after it.
fn follows_month(tokens: &[Token]) -> bool {
    let mut back = tokens.iter().rev().skip_while(|token| matches!(token, Token::Word(Word::Between)));
    matches!(back.next(), Some(Token::Word(Word::Month(_))))
}

const fn is_digits(token: &Token) -> bool {
    matches!(token, Token::Piece(_))
}

fn sign(sign: char) -> Option<Option<Token>> {
    match sign {
        '-' | '–' | '—' | '/' => Some(Some(Token::Word(Word::Between))),
        '~' | '≈' => Some(Some(Token::Word(Word::About))),
        '?' | '¿' => Some(Some(Token::Word(Word::Uncertain))),
        ',' | '.' | '(' | ')' | '[' | ']' | '\'' | '’' | '"' | ';' | 'º' | 'ª' | '°' | '&' => Some(None),
        _ if sign.is_whitespace() => Some(None),
        _ => None,
    }
}

/// Everything that begins with a digit: an hour, a date in figures, a year, a day.
fn digits(rest: &str, order: Order, after_month: bool) -> Option<(Vec<Token>, &str)> {
    if let Some((time, left)) = time(rest) {
        return Some((time, left));
    }
    let end =
        rest.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '/' | '-' | '.'))).unwrap_or(rest.len());
    let (run, _) = rest.split_at_checked(end)?;
    let run = run.trim_end_matches(['/', '-', '.']);
    let parts: Vec<&str> = run.split(['/', '-', '.']).collect();
    if let Some(pieces) = whole(&parts, order) {
        let joined: Vec<Token> = pieces.into_iter().map(Token::Piece).collect();
        return Some((between(joined), rest.get(run.len()..)?));
    }
    let first = parts.first()?;
    let left = rest.get(first.len()..)?;
    let piece = match first.len() {
        2 if after_month => Piece::Year(two_figures(first.parse().ok()?)),
        1 | 2 => Piece::Small(first.parse().ok().filter(|day| (1..=31).contains(day))?),
        4 => return year(first, left),
        8 => return eight(first).map(|piece| (vec![Token::Piece(piece)], left)),
        _ => return None,
    };
    Some((vec![Token::Piece(piece)], ordinal(left)))
}

/// Two whole dates joined by a sign are the ends of an interval.
fn between(mut pieces: Vec<Token>) -> Vec<Token> {
    if pieces.len() > 1 {
        pieces.insert(1, Token::Word(Word::Between));
    }
    pieces
}

/// `2014`, or `1990s` for ten years.
fn year<'a>(figures: &str, left: &'a str) -> Option<(Vec<Token>, &'a str)> {
    let piece = Token::Piece(Piece::Year(figures.parse().ok()?));
    match left.strip_prefix('s').filter(|after| !after.starts_with(char::is_alphabetic)) {
        Some(after) => Some((vec![piece, Token::Word(Word::Decade)], after)),
        None => Some((vec![piece], left)),
    }
}

/// What English and Spanish put behind a day: `3rd`, `1o`, `1ro`.
fn ordinal(left: &str) -> &str {
    let found = ["st", "nd", "rd", "th", "ro", "ero"].iter().find_map(|mark| left.strip_prefix(mark));
    found.filter(|after| !after.starts_with(char::is_alphabetic)).unwrap_or(left)
}

/// Dates in figures alone.
fn whole(parts: &[&str], order: Order) -> Option<Vec<Piece>> {
    let number = |text: &&str| text.parse::<u16>().ok();
    let small = |value: u16, most: u16| u8::try_from(value).ok().filter(|_| (1..=most).contains(&value));
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let values: Vec<u16> = parts.iter().map(number).collect::<Option<_>>()?;
    let month =
        |year, month| Some(vec![Piece::Whole { year, month: Some(small(month, 12)?), day: None, doubtful: false }]);
    match (lengths.as_slice(), values.as_slice()) {
        ([4, 1..=2, 1..=2], [y, m, d]) => {
            let (month, day) = (Some(small(*m, 12)?), Some(small(*d, 31)?));
            Some(vec![Piece::Whole { year: *y, month, day, doubtful: false }])
        }
        ([1..=2, 1..=2, 4], [a, b, y]) => Some(vec![figures(*a, *b, *y, order)?]),
        ([1..=2, 1..=2, 2], [a, b, y]) => Some(vec![figures(*a, *b, two_figures(*y), order)?]),
        ([1..=2, 4], [m, y]) => month(*y, *m),
        ([4, 1..=2], [y, m]) => month(*y, *m),
        ([4, 4], [from, to]) => Some(vec![
            Piece::Whole { year: *from, month: None, day: None, doubtful: false },
            Piece::Whole { year: *to, month: None, day: None, doubtful: false },
        ]),
        _ => None,
    }
}

fn figures(a: u16, b: u16, year: u16, order: Order) -> Option<Piece> {
    let (day, month) = match order {
        _ if a > 12 => (a, b),
        _ if b > 12 => (b, a),
        Order::DayFirst | Order::Mixed => (a, b),
        Order::MonthFirst => (b, a),
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let doubtful = order == Order::Mixed && a <= 12 && b <= 12 && a != b;
    Some(Piece::Whole { year, month: u8::try_from(month).ok(), day: u8::try_from(day).ok(), doubtful })
}

/// The two numbers before the year of every `22/10/2016` in a cell: what proves the order of a column.
pub(super) fn slashed(cell: &str) -> Vec<(u16, u16)> {
    let runs = cell.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '/' | '-' | '.')));
    runs.filter_map(|run| {
        let [a, b, year] = run.split(['/', '-', '.']).collect::<Vec<_>>()[..] else { return None };
        let sizes = a.len() <= 2 && b.len() <= 2 && matches!(year.len(), 2 | 4);
        if sizes { Some((a.parse().ok()?, b.parse().ok()?)) } else { None }
    })
    .collect()
}

/// `16` is 2016, `94` is 1994: figures up to 49 are of this century.
fn two_figures(year: u16) -> u16 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// `20161022`.
fn eight(figures: &str) -> Option<Piece> {
    let part = |from, to| figures.get(from..to).and_then(|text| text.parse::<u16>().ok());
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(Piece::Whole { year, month: u8::try_from(month).ok(), day: u8::try_from(day).ok(), doubtful: false })
}

/// `16:30`, `16:30:00`, `4:30 pm`, `16:30-06:00`, `16h30`. Midnight to the second is how programs write *no hour*.
fn time(rest: &str) -> Option<(Vec<Token>, &str)> {
    let (hour, after) = up_to_two(rest)?;
    let after = after
        .strip_prefix(':')
        .or_else(|| after.strip_prefix('h').filter(|a| a.starts_with(|c: char| c.is_ascii_digit())))?;
    let (minute, after) = up_to_two(after)?;
    let (second, after) = match after.strip_prefix(':').and_then(up_to_two) {
        Some((second, after)) => (Some(second), fraction(after)),
        None => (None, after),
    };
    let (hour, after) = half_of_day(hour, after);
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 59) {
        return None;
    }
    let (offset, after) = offset(after);
    if (hour, minute, second) == (0, 0, Some(0)) && offset.is_empty() {
        return Some((Vec::new(), after));
    }
    Some((vec![Token::Time(hour, minute, offset)], after))
}

fn up_to_two(text: &str) -> Option<(u8, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    if !(1..=2).contains(&end) {
        return None;
    }
    let (figures, rest) = text.split_at_checked(end)?;
    Some((figures.parse().ok()?, rest))
}

fn fraction(after: &str) -> &str {
    after.strip_prefix('.').map_or(after, |digits| digits.trim_start_matches(|letter: char| letter.is_ascii_digit()))
}

fn half_of_day(hour: u8, after: &str) -> (u8, &str) {
    let trimmed = after.trim_start();
    for (marks, noon) in [(["am", "a.m.", "a. m.", "AM", "A.M."], 0), (["pm", "p.m.", "p. m.", "PM", "P.M."], 12)] {
        if let Some(rest) = marks.iter().find_map(|mark| trimmed.strip_prefix(mark))
            && (1..=12).contains(&hour)
        {
            return (hour % 12 + noon, rest);
        }
    }
    (hour, after)
}

fn offset(after: &str) -> (String, &str) {
    if let Some(rest) = after.strip_prefix('Z') {
        return ("Z".to_owned(), rest);
    }
    let parsed = after.strip_prefix(['+', '-']).and_then(|bare| {
        let (hours, rest) = up_to_two(bare)?;
        let (minutes, rest) = up_to_two(rest.strip_prefix(':')?)?;
        let sign = if after.starts_with('-') { '-' } else { '+' };
        Some((format!("{sign}{hours:02}:{minutes:02}"), rest))
    });
    parsed.unwrap_or((String::new(), after))
}
