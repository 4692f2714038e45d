//! What the report does not know, and why.

use resguardo_domain::incidents::{CountKey, CountTable, CountedBy};
use resguardo_language::{Args, number};

use super::Template;
use super::tables::{of_id, reasons};
use crate::document::{Block, Line};
use crate::text::Text;

impl Template<'_> {
    /// The gaps of the tables with their reasons, and the incidents no period can claim. Of a report without incidents
    /// only the latter.
    pub(super) fn unknown(&self, none: bool) -> Vec<Block> {
        let mut gaps: Vec<Line> = self.report.tables.iter().filter_map(|table| self.gap(table)).collect();
        gaps.extend(self.counted("coarse", self.coarse()));
        gaps.extend(self.counted("undated", self.report.undated));
        let lead = match (gaps.is_empty(), none) {
            (true, true) => return Vec::new(),
            (true, false) => "incidents-unknown-none",
            (false, _) => "incidents-unknown-lead",
        };
        let mut blocks = vec![Block::Heading(1, self.text("incidents-unknown")), Block::Paragraph(self.text(lead))];
        if !gaps.is_empty() {
            blocks.push(Block::Definitions(gaps));
        }
        blocks
    }

    fn gap(&self, table: &CountTable) -> Option<Line> {
        let missing = table.missing.total();
        if missing == 0 {
            return None;
        }
        let reason = |(reason, _, count): (&str, &str, u64)| {
            let said = self.words.plain(&format!("incidents-reason-{reason}"));
            self.words.say("incidents-gap-reason", &Args::new().text("reason", said).count("count", count))
        };
        let reasons: Vec<String> = reasons(&table.missing).map(reason).collect();
        let args = Args::new().count("missing", missing).text("total", self.total(table));
        let text = self.words.say("incidents-gap", &args.text("reasons", self.words.list(&reasons)));
        Some(Line { label: self.text(&format!("incidents-of-{}", of_id(table.of))), text: text.into() })
    }

    /// How many there are, with the unit.
    fn total(&self, table: &CountTable) -> String {
        let unit = format!("incidents-unit-{}", super::unit_id(table.unit));
        format!("{} {}", number::count(table.total), self.words.say(&unit, &Args::new().count("count", table.total)))
    }

    /// How many incidents stand in a row coarser than the month.
    fn coarse(&self) -> u64 {
        let by_month = self.report.tables.iter().filter(|table| table.of == CountedBy::Month);
        by_month
            .flat_map(|table| &table.rows)
            .filter(|(key, _)| matches!(key, CountKey::Coarser(_)))
            .map(|(_, n)| n)
            .sum()
    }

    /// A gap that is a count of incidents, when there is one.
    fn counted(&self, name: &str, count: u64) -> Option<Line> {
        let said = || Text::from(self.words.say(&format!("incidents-{name}-gap"), &Args::new().count("count", count)));
        (count > 0).then(|| Line { label: self.text(&format!("incidents-{name}-label")), text: said() })
    }
}
