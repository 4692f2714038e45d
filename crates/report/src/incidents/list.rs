//! The incidents one by one.

use resguardo_domain::disclosure;
use resguardo_domain::schema::{DisclosureLevel, Field, Schema};
use resguardo_language::{Args, number};

use super::Template;
use crate::document::{Entry, Line, capital};
use crate::text::Text;

/// How much of an id is enough to ask the program for its record.
const ID_PREFIX: usize = 8;

impl Template<'_> {
    pub(super) fn entries(&self) -> Vec<Entry> {
        self.report.list.iter().zip(1..).map(|(row, number)| self.entry(row, number)).collect()
    }

    fn entry(&self, row: &disclosure::Row, number: u64) -> Entry {
        let code = match self.report.level {
            DisclosureLevel::Full => row.code.chars().take(ID_PREFIX).collect(),
            DisclosureLevel::NoIdentities | DisclosureLevel::Statistics => row.code.clone(),
        };
        let date = value(self, row, "date").unwrap_or_else(|| self.words.plain("incidents-no-date"));
        let heading = format!("{}. {} · {}", number::count(number), capital(&date), self.place(row));
        Entry { code: code.into(), heading: heading.into(), lines: self.lines(row), summary: self.summary(row) }
    }

    /// Municipality and state, the country when there is no state; below full the state alone.
    fn place(&self, row: &disclosure::Row) -> String {
        let municipality = value(self, row, "municipality");
        let wider = value(self, row, "state").or_else(|| value(self, row, "country"));
        let parts: Vec<String> = municipality.into_iter().chain(wider).collect();
        if parts.is_empty() { self.words.plain("incidents-no-place") } else { parts.join(", ") }
    }

    /// Types, victims and alleged perpetrators; act by act where there are several.
    fn lines(&self, row: &disclosure::Row) -> Vec<Line> {
        let acts = row.cells.get("acts").map_or(&[][..], Vec::as_slice);
        if let (2.., Some(field)) = (acts.len(), field("acts")) {
            let act = |(cell, number): (&disclosure::Cell, u64)| Line {
                label: self.words.say("incidents-act", &Args::new().count("number", number)).into(),
                text: self.words.value(&cell.value, field, &cell.links).into(),
            };
            return acts.iter().zip(1..).map(act).collect();
        }
        let line = |label: &str, text: Option<String>| Line {
            label: self.text(label),
            text: text.unwrap_or_else(|| self.words.plain("incidents-nothing")).into(),
        };
        let by = value(self, row, "perpetrators").or_else(|| value(self, row, "perpetrator_type"));
        let mut lines = vec![
            line("incidents-types", value(self, row, "aggression")),
            line("incidents-victims", value(self, row, "victims")),
        ];
        if by.is_some() {
            lines.push(line("incidents-perpetrators", by));
        }
        lines
    }

    fn summary(&self, row: &disclosure::Row) -> Option<Text> {
        value(self, row, "public_summary").map(Text::from)
    }
}

/// What a row shows of a field, in words.
fn value(template: &Template<'_>, row: &disclosure::Row, id: &str) -> Option<String> {
    Some(template.words.cells(row.cells.get(id)?, field(id)?))
}

fn field(id: &str) -> Option<&'static Field> {
    Schema::builtin().kind("incident")?.field(id)
}
