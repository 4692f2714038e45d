//! A document as data for the page layout: texts and numbers, never markup.

use resguardo_language::{Language, number};
use typst::foundations::{Array, Dict, IntoValue, Value};

use crate::document::{Block, Cell, Document, Entry, Figure, Line, Row, Step, Table, Task};
use crate::paper::Paper;
use crate::text::Text;

/// A word longer than this may break anywhere, so that it does not run off the page.
const LONGEST_WORD: usize = 28;

pub(super) fn of(document: &Document, paper: Paper) -> Dict {
    let (language, region) = match document.language {
        Language::Es => ("es", Some("MX")),
        Language::En => ("en", None),
    };
    dict([
        ("paper", paper.name().into_value()),
        ("lang", language.into_value()),
        ("region", region.into_value()),
        ("title", text(&document.title)),
        ("subtitle", text(&document.subtitle)),
        ("maker", text(&document.maker)),
        ("marking", text(&document.marking)),
        ("made", text(&document.made)),
        ("page", list(&document.page, text)),
        ("blocks", list(&document.blocks, block)),
    ])
}

fn block(block: &Block) -> Value {
    let (kind, content) = match block {
        Block::Heading(level, words) => {
            return pairs([("kind", "heading".into_value()), ("level", level.into_value()), ("text", text(words))]);
        }
        Block::Paragraph(words) => ("paragraph", paragraphs(words)),
        Block::Note(words) => ("note", paragraphs(words)),
        Block::Figures(figures) => ("figures", list(figures, figure)),
        Block::Definitions(lines) => ("definitions", list(lines, line)),
        Block::Table(rows) => ("table", table(rows)),
        Block::Entries(entries) => ("entries", list(entries, entry)),
        Block::Tasks(tasks) => ("tasks", list(tasks, task)),
    };
    pairs([("kind", kind.into_value()), ("content", content)])
}

fn figure(figure: &Figure) -> Value {
    pairs([("count", number::count(figure.count).into_value()), ("unit", text(&figure.unit))])
}

fn line(line: &Line) -> Value {
    pairs([("label", text(&line.label)), ("text", paragraphs(&line.text))])
}

fn entry(entry: &Entry) -> Value {
    pairs([
        ("code", text(&entry.code)),
        ("heading", text(&entry.heading)),
        ("lines", list(&entry.lines, line)),
        ("summary", entry.summary.as_ref().map_or_else(|| Array::new().into_value(), paragraphs)),
    ])
}

fn task(task: &Task) -> Value {
    pairs([
        ("code", text(&task.code)),
        ("heading", text(&task.heading)),
        ("steps", list(&task.steps, step)),
        ("lines", list(&task.lines, line)),
    ])
}

fn step(step: &Step) -> Value {
    pairs([
        ("what", text(&step.what)),
        ("until", text(&step.until)),
        ("standing", text(&step.standing)),
        ("late", step.late.into_value()),
    ])
}

fn table(table: &Table) -> Value {
    let most = table.rows.iter().flat_map(|row| &row.cells).filter_map(count).max().unwrap_or(0);
    let cells = |cells: &[Cell], most: u64| list(cells, |one| cell(one, most));
    let row = |row: &Row| pairs([("cells", cells(&row.cells, most)), ("missing", row.missing.into_value())]);
    pairs([
        ("caption", text(&table.caption)),
        ("unit", text(&table.unit)),
        ("head", list(&table.head, text)),
        ("rows", list(&table.rows, row)),
        ("foot", cells(&table.foot, 0)),
    ])
}

/// A cell with, for a count, its share of the greatest in thousandths; 0 draws no bar.
fn cell(cell: &Cell, most: u64) -> Value {
    match cell {
        Cell::Text(words) => pairs([("text", text(words)), ("count", false.into_value())]),
        Cell::Count(n) => {
            let share = n.saturating_mul(1000).checked_div(most).unwrap_or(0);
            let share = i64::try_from(share).unwrap_or(0);
            pairs([
                ("text", number::count(*n).into_value()),
                ("count", true.into_value()),
                ("share", share.into_value()),
            ])
        }
    }
}

const fn count(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Count(count) => Some(*count),
        Cell::Text(_) => None,
    }
}

fn paragraphs(words: &Text) -> Value {
    words.paragraphs().map(|paragraph| breakable(paragraph).into_value()).collect::<Array>().into_value()
}

/// A text that breaks where it must.
pub(crate) fn text(words: &Text) -> Value {
    breakable(words.as_str()).into_value()
}

/// Lets a word without end break: a zero-width space after every so many letters.
fn breakable(words: &str) -> String {
    let mut run = 0;
    let mut broken = String::with_capacity(words.len());
    for letter in words.chars() {
        run = if letter.is_whitespace() || letter == '-' { 0 } else { run + 1 };
        if run > LONGEST_WORD && letter.is_alphanumeric() {
            broken.push('\u{200b}');
            run = 1;
        }
        broken.push(letter);
    }
    broken
}

/// A list, each made by `one`.
pub(crate) fn list<T>(items: &[T], one: impl Fn(&T) -> Value) -> Value {
    items.iter().map(one).collect::<Array>().into_value()
}

/// Names with their values.
pub(crate) fn pairs<const N: usize>(pairs: [(&str, Value); N]) -> Value {
    dict(pairs).into_value()
}

/// The same, as the whole of a page layout's data.
pub(crate) fn dict<const N: usize>(pairs: [(&str, Value); N]) -> Dict {
    pairs.into_iter().map(|(name, value)| (name.into(), value)).collect()
}
