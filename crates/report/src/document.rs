//! A document as it reads, before it is put on pages.

use resguardo_language::{Args, Language, Words};

use crate::text::Text;

/// A document in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language it is in.
    pub language: Language,
    /// Its title.
    pub title: Text,
    /// What stands under the title: the period.
    pub subtitle: Text,
    /// Who made it; stands at the head of every page.
    pub maker: Text,
    /// Who may read it; stands at the head of every page.
    pub marking: Text,
    /// When it was made; stands at the foot of every page.
    pub made: Text,
    /// What stands before, between and after the number of the page and how many there are.
    pub page: [Text; 3],
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of the first or second level.
    Heading(u8, Text),
    /// Prose; empty lines part paragraphs.
    Paragraph(Text),
    /// What a reader must know before reading on, set apart.
    Note(Text),
    /// A few figures at a glance.
    Figures(Vec<Figure>),
    /// Words and what they mean.
    Definitions(Vec<Line>),
    /// A table of counts.
    Table(Table),
    /// Records, one by one.
    Entries(Vec<Entry>),
    /// What is to be done, record by record, each step with a box to tick.
    Tasks(Vec<Task>),
}

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub count: u64,
    /// What it counts.
    pub unit: Text,
}

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The label.
    pub label: Text,
    /// What stands beside it.
    pub text: Text,
}

/// A table whose head is repeated on every page it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its number and title.
    pub caption: Text,
    /// What it counts.
    pub unit: Text,
    /// What its columns hold.
    pub head: Vec<Text>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The last row: the sum.
    pub foot: Vec<Cell>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// A cell for each column.
    pub cells: Vec<Cell>,
    /// Whether it counts what is missing.
    pub missing: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, aligned left.
    Text(Text),
    /// A count, aligned right.
    Count(u64),
}

/// One record of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called within the document.
    pub code: Text,
    /// Its heading.
    pub heading: Text,
    /// What is known of it.
    pub lines: Vec<Line>,
    /// What is told of it; empty lines part paragraphs.
    pub summary: Option<Text>,
}

/// What is to be done about one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What finds the record in the archive.
    pub code: Text,
    /// What it is called.
    pub heading: Text,
    /// What is to be done, each with a box.
    pub steps: Vec<Step>,
    /// What else is known.
    pub lines: Vec<Line>,
}

/// One thing to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub what: Text,
    /// Until when; empty where no day is set.
    pub until: Text,
    /// Where it stands.
    pub standing: Text,
    /// Whether its day has passed.
    pub late: bool,
}

/// What stands around the two numbers at the foot of a page.
pub(crate) fn page(words: &Words) -> [Text; 3] {
    let (page, pages) = ("\u{1}", "\u{2}");
    let said = words.say("report-page", &Args::new().text("page", page).text("pages", pages));
    let (before, rest) = said.split_once(page).unwrap_or(("", &said));
    let (between, after) = rest.split_once(pages).unwrap_or((rest, ""));
    [before.into(), between.into(), after.into()]
}

/// The phrase with a capital letter, as it begins a line.
pub(crate) fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
