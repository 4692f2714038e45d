//! What a board shows, as data: `assets/boards`.

use std::sync::OnceLock;

use serde::Deserialize;

/// Every board that ships.
const BUILTIN: &[&str] = &[
    include_str!("../../../../assets/boards/measures.json"),
    include_str!("../../../../assets/boards/organs.json"),
    include_str!("../../../../assets/boards/resources.json"),
    include_str!("../../../../assets/boards/commitments.json"),
    include_str!("../../../../assets/boards/concerns.json"),
    include_str!("../../../../assets/boards/figures.json"),
];

/// One board.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Definition {
    /// Its id: `measures`.
    pub(super) id: String,
    /// Whether the law's limits for the institution stand below.
    #[serde(default)]
    pub(super) duties: bool,
    /// What stands on it, from above.
    pub(super) sections: Vec<Section>,
}

/// Records of one kind.
#[expect(clippy::struct_excessive_bools, reason = "lines of a file, each read by its name")]
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    /// Its id, for its sentences.
    pub(super) id: String,
    /// The kind.
    pub(super) kind: String,
    /// Only records with one of these terms.
    pub(super) only: Option<Only>,
    /// A record stands from the first of these dates on; one that has none of them always does.
    #[serde(default)]
    pub(super) since: Vec<String>,
    /// The last day it stands.
    pub(super) until: Option<String>,
    /// The field that tells the stage where no date does.
    pub(super) status: Option<String>,
    /// The day from which that field holds.
    pub(super) status_on: Option<String>,
    /// How far a record may have come, the furthest first; the first that fits is its stage.
    #[serde(default)]
    pub(super) stages: Vec<Stage>,
    /// In which order.
    pub(super) order: Order,
    /// By what it is narrowed.
    #[serde(default)]
    pub(super) filters: Vec<String>,
    /// The columns of its table.
    pub(super) columns: Vec<Column>,
    /// What is counted.
    #[serde(default)]
    pub(super) totals: Vec<Total>,
    /// Whether what others said is counted beside one's own.
    #[serde(default)]
    pub(super) voices: bool,
    /// What is drawn.
    pub(super) chart: Option<Drawing>,
    /// Whether the sessions of the Board are drawn month by month.
    #[serde(default)]
    pub(super) months: bool,
    /// Whether attendance is told, seat by session.
    #[serde(default)]
    pub(super) attendance: bool,
    /// Whether its rows are read page by page.
    #[serde(default)]
    pub(super) long: bool,
}

/// A choice among the records of a kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Only {
    /// The field.
    pub(super) field: String,
    /// Its terms.
    pub(super) terms: Vec<String>,
}

/// How far something has come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stage {
    /// Its id.
    pub(super) id: String,
    /// The date that proves it.
    pub(super) date: Option<String>,
    /// What the status says where that date is not written.
    #[serde(default)]
    pub(super) status: Vec<String>,
    /// A date that went by.
    pub(super) past: Option<String>,
    /// What must be written.
    pub(super) written: Option<String>,
    /// Whether somebody must be appointed to it on the day.
    #[serde(default)]
    pub(super) appointed: bool,
    /// Whether something must stand against it.
    #[serde(default)]
    pub(super) against: bool,
    /// How it is filled.
    pub(super) fill: Fill,
}

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Fill {
    /// An outline.
    None,
    /// Hatched.
    Hatch,
    /// What is late.
    Late,
    /// Lightest.
    Q2,
    /// Light.
    Q3,
    /// Dark.
    Q4,
    /// Darkest.
    Q5,
}

/// An order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    /// By which field.
    pub(super) field: String,
    /// Largest first.
    #[serde(default)]
    pub(super) backwards: bool,
}

/// One column.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    /// What stands in it: a field, or `kind.by.field` of the latest record of another kind whose `by` points here; several
    /// with `|` between, the first that is written. What begins with `@` is computed.
    pub(super) of: String,
    /// Its head; none: what the field is called.
    pub(super) head: Option<String>,
    /// How it is drawn.
    pub(super) draw: Option<Draw>,
    /// Whose it is: `own`, `others`.
    pub(super) mark: Option<String>,
    /// How wide it is at least, in letters of the size of the text.
    pub(super) wide: Option<u32>,
}

/// How a column is drawn otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Draw {
    /// The folios of the records it names.
    Folio,
    /// A date that lies ahead stays.
    Ahead,
    /// A number as a year is written.
    Year,
}

/// Something counted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Total {
    /// Its id, for its label.
    pub(super) id: String,
    /// What is counted; none: every record.
    pub(super) count: Option<Test>,
    /// Among which; none: among all where it is known.
    pub(super) among: Option<Test>,
    /// The number each record adds; none: one.
    pub(super) sum: Option<String>,
    /// The number of which that is a part.
    pub(super) of: Option<String>,
    /// For how many each record counts; none, or not written: for one.
    pub(super) weight: Option<String>,
    /// Only the last record, in the order of the section, of each value of this field.
    pub(super) last_of: Option<String>,
}

/// A question about a record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum Test {
    /// Whether it came to a stage.
    Stage(String),
    /// Whether its own stage is one of these.
    At(Vec<String>),
    /// Whether a date is past.
    Dated(String),
    /// Whether something is written.
    Written(String),
    /// Whether nothing is.
    Unwritten(String),
    /// Whether something stands against it.
    Against,
    /// Whether a field says one of these, where it says anything.
    #[serde(untagged)]
    Is {
        /// The field, as in a column.
        of: String,
        /// What it must say.
        is: Vec<String>,
    },
}

/// What is drawn of a section.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Drawing {
    /// One bar for each of its values, taken apart by stage; `@stage`: one for each stage.
    pub(super) by: Option<String>,
    /// One bar for each record, made of these numbers.
    #[serde(default)]
    pub(super) each: Vec<Piece>,
    /// What the record's bar is called.
    pub(super) name: Option<String>,
    /// Each number on a line of its own.
    #[serde(default)]
    pub(super) apart: bool,
    /// The number each record adds to the bar of its value; none: one.
    pub(super) sum: Option<String>,
    /// What a record adds that does not say it.
    #[serde(default)]
    pub(super) otherwise: i64,
}

/// One number of a bar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Piece {
    /// The field.
    pub(super) field: String,
    /// How it is filled.
    pub(super) fill: Fill,
}

/// The boards.
pub(super) fn all() -> &'static [Definition] {
    static ALL: OnceLock<Vec<Definition>> = OnceLock::new();
    // A test holds that every file that ships is read.
    ALL.get_or_init(|| BUILTIN.iter().filter_map(|text| serde_json::from_str(text).ok()).collect())
}

/// The board with this id.
pub(super) fn of(id: &str) -> Option<&'static Definition> {
    all().iter().find(|one| one.id == id)
}

impl Section {
    /// The stage with this id.
    pub(super) fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }
}

#[cfg(test)]
mod tests {
    use resguardo_domain::schema::Schema;

    use super::*;

    /// The fields a place of a definition names, each with the kind that must have it.
    fn named<'a>(kind: &'a str, of: &'a str) -> Vec<(&'a str, &'a str)> {
        let one = |path: &'a str| -> Vec<(&'a str, &'a str)> {
            match path.split('.').collect::<Vec<_>>().as_slice() {
                [other, by, field] => vec![(*other, *by), (*other, *field)],
                _ if path.starts_with('@') => Vec::new(),
                _ => vec![(kind, path)],
            }
        };
        of.split('|').flat_map(one).collect()
    }

    #[test]
    fn every_board_that_ships_is_read_and_names_fields_there_are() {
        assert_eq!(all().len(), BUILTIN.len());
        let schema = Schema::builtin();
        for section in all().iter().flat_map(|board| &board.sections) {
            let mut wanted: Vec<&str> = section.columns.iter().map(|column| column.of.as_str()).collect();
            wanted.extend(section.since.iter().chain(&section.until).map(String::as_str));
            wanted.extend(section.filters.iter().map(String::as_str));
            wanted.extend(section.status.iter().chain(&section.status_on).map(String::as_str));
            wanted.extend(
                section.stages.iter().flat_map(|stage| stage.date.iter().chain(&stage.past)).map(String::as_str),
            );
            wanted.push(&section.order.field);
            wanted.extend(section.only.iter().map(|only| only.field.as_str()));
            let tests = section.totals.iter().flat_map(|total| total.count.iter().chain(&total.among));
            wanted.extend(tests.filter_map(|test| match test {
                Test::Dated(of) | Test::Written(of) | Test::Unwritten(of) | Test::Is { of, .. } => Some(of.as_str()),
                Test::Stage(_) | Test::At(_) | Test::Against => None,
            }));
            wanted.extend(
                section
                    .totals
                    .iter()
                    .flat_map(|total| total.sum.iter().chain(&total.of).chain(&total.weight))
                    .map(String::as_str),
            );
            let drawn = section.chart.iter().flat_map(|chart| chart.by.iter().chain(&chart.name));
            wanted.extend(drawn.map(String::as_str));
            wanted.extend(section.chart.iter().flat_map(|chart| &chart.each).map(|piece| piece.field.as_str()));
            for (kind, field) in wanted.iter().flat_map(|of| named(&section.kind, of)) {
                assert!(schema.kind(kind).and_then(|kind| kind.field(field)).is_some(), "{kind}.{field}");
            }
        }
    }
}
