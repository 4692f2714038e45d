//! The report *incidents*: the period in figures, then one by one, then what is not known and how it was counted.

mod list;
mod method;
mod tables;
mod unknown;

use resguardo_domain::disclosure::Disclosed;
use resguardo_domain::incidents::{IncidentsReport, Unit};
use resguardo_domain::schema::DisclosureLevel;
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Words};

use crate::document::{Block, Document, Figure, capital, page};
use crate::text::Text;

/// The report *incidents* as a document in the language of these words. Every word of it that is not a label or a value is written by
/// the program: what the level means, the unit of each table, what is missing and how it was counted (records.md §3).
#[must_use]
pub fn incidents(report: Disclosed<IncidentsReport>, words: &Words) -> Disclosed<Document> {
    report.map(|report| Template { words, report: &report }.document())
}

/// What every part of the report needs.
struct Template<'a> {
    words: &'a Words,
    report: &'a IncidentsReport,
}

impl Template<'_> {
    fn document(&self) -> Document {
        let level = self.report.level.id();
        let maker = self.report.organisation.clone().unwrap_or_else(|| self.words.plain("report-maker-unnamed"));
        let made = Args::new().text("date", self.date(&self.report.made_on));
        Document {
            language: self.words.language(),
            title: self.text("incidents-title"),
            subtitle: self.period().into(),
            maker: maker.into(),
            marking: self.text(&format!("report-level-{level}")),
            made: self.words.say("report-made", &made).into(),
            page: page(self.words),
            blocks: self.blocks(),
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let level = self.report.level;
        let mut blocks = vec![Block::Note(self.text(&format!("incidents-level-{}", level.id())))];
        let none = self.report.tables.iter().all(|table| table.total == 0) && self.report.list.is_empty();
        if none {
            blocks.push(Block::Paragraph(self.text("incidents-none")));
        } else {
            blocks.push(Block::Figures(self.figures()));
            blocks.push(Block::Heading(1, self.text("incidents-figures")));
            blocks.extend(self.tables());
            if level != DisclosureLevel::Statistics {
                blocks.push(Block::Heading(1, self.text("incidents-list")));
                blocks.push(Block::Entries(self.entries()));
            }
        }
        blocks.extend(self.unknown(none));
        blocks.extend(self.method());
        blocks
    }

    /// How many of each unit, once each.
    fn figures(&self) -> Vec<Figure> {
        let total = |unit| self.report.tables.iter().find(|table| table.unit == unit).map(|table| table.total);
        let figure = |unit| {
            total(unit).map(|count| {
                let words =
                    self.words.say(&format!("incidents-unit-{}", unit_id(unit)), &Args::new().count("count", count));
                Figure { count, unit: words.into() }
            })
        };
        [Unit::Incidents, Unit::Acts, Unit::Victims].into_iter().filter_map(figure).collect()
    }

    /// The period in words; a bound that is no date is told as it was given.
    fn period(&self) -> String {
        let (from, to) = (self.report.from.as_deref(), self.report.to.as_deref());
        match (from, to) {
            (None, None) => return self.words.plain("report-period-all"),
            (Some(from), Some(to)) if from == to => return capital(&self.date(from)),
            _ => {}
        }
        capital(&self.date(&format!("{}/{}", from.unwrap_or(".."), to.unwrap_or(".."))))
    }

    fn date(&self, text: &str) -> String {
        text.parse::<PartialDate>().map_or_else(|_| text.to_owned(), |date| self.words.date(&date, None))
    }

    fn text(&self, id: &str) -> Text {
        self.words.plain(id).into()
    }
}

/// A unit in the ids of messages.
const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Incidents => "incidents",
        Unit::Acts => "acts",
        Unit::Victims => "victims",
    }
}

#[cfg(test)]
pub(crate) mod tests;
