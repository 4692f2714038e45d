//! The row of headings: the first rows of a sheet may be titles, dates of printing or nothing.

use std::collections::BTreeSet;

use resguardo_domain::fold::fold;
use resguardo_domain::schema::{Kind, Schema};

use super::target::Target;
use crate::read::Sheet;

/// How far down a heading is looked for.
const SEARCHED: usize = 40;

/// Finds the row of headings, from 0; none in an empty sheet.
///
/// The row with most known headings; where none is known, the first row that is filled as widely as any.
#[must_use]
pub fn find(sheet: &Sheet, kind: &Kind, schema: &Schema) -> Option<usize> {
    let known = known_headings(kind, schema);
    let rows = sheet.rows.iter().take(SEARCHED).enumerate();
    let mut best = None;
    for (at, row) in rows {
        let filled: Vec<String> = row.iter().map(|cell| fold(&cell.text)).filter(|text| !text.is_empty()).collect();
        let found = filled.iter().filter(|text| known.contains(*text)).collect::<BTreeSet<_>>().len();
        let score = (if found >= 2 { found } else { 0 }, filled.len());
        if !filled.is_empty() && best.is_none_or(|(_, high)| score > high) {
            best = Some((at, score));
        }
    }
    best.map(|(at, _)| at)
}

/// The headings of a row, each different: a second *Fecha* is `Fecha (2)`, a column without heading its letter.
#[must_use]
pub fn headings(sheet: &Sheet, row: usize) -> Vec<String> {
    let cells = sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
    let mut headings: Vec<String> = Vec::with_capacity(cells.len());
    let mut taken = BTreeSet::new();
    for (at, cell) in cells.iter().enumerate() {
        let text = super::name::one_line(&cell.text);
        let base = if text.is_empty() { letters(at) } else { text };
        let mut heading = base.clone();
        let mut count = 1;
        while !taken.insert(heading.clone()) {
            count += 1;
            heading = format!("{base} ({count})");
        }
        headings.push(heading);
    }
    headings
}

/// The letters of a column as a spreadsheet shows them: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(u8::try_from(rest % 26).map_or(b'A', |at| b'A' + at)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

fn known_headings(kind: &Kind, schema: &Schema) -> BTreeSet<String> {
    let targets = Target::all(kind, schema);
    let words = targets.iter().flat_map(|target| super::columns::spellings(target.field));
    words.chain(kind.fields().iter().flat_map(super::columns::spellings)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
    }
}
