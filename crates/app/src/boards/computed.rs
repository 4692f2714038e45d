//! What no field says: who sits where on the day, what stands against a claim, what is counted here of a published figure.

use std::collections::BTreeSet;

use resguardo_domain::id::RecordId;
use resguardo_domain::value::{Reference, Value};
use resguardo_language::{Args, number};
use resguardo_mechanism::indicator::Definitions;
use resguardo_vault::Row;

use super::columns::plain;
use super::definition::Section;
use super::standing::{Reading, date};
use super::totals::number as whole;
use crate::cells::{Cell, CellLink, Manner};
use crate::folio;
use crate::indicators::Saying;

/// The kinds and fields by which one version is set against another.
const AGAINST: [(&str, &str); 3] =
    [("claim", "counter_claims"), ("concern", "counter_claims"), ("official_figure", "disputes")];

impl<'a> Reading<'a> {
    /// A computed column.
    pub(super) fn computed(&self, section: &Section, of: &str, row: &Row<'a>) -> Cell {
        match of {
            "@stage" => {
                self.stage(section, row).map_or_else(Cell::empty, |stage| plain(self.stage_name(section, &stage.id)))
            }
            "@seats" => self.seats_taken(row),
            "@sits" => self.together(&self.appointed(row.id()), |row| self.holder(row)),
            "@term" => self.together(&self.appointed(row.id()), |row| plain(self.term(row))),
            "@who" => plain(self.who(row)),
            "@against" => self.together(&self.against(row), |row| plain(self.gist(row))),
            "@against_who" => self.together(&self.against(row), |row| plain(self.who(row))),
            "@published" => plain(self.published(row)),
            "@own" => self.own(row),
            _ => Cell::empty(),
        }
    }

    /// Several records in one cell, each with its link.
    fn together(&self, ids: &[RecordId], tell: impl Fn(&Row<'a>) -> Cell) -> Cell {
        let rows: Vec<Row<'a>> = ids.iter().filter_map(|id| self.snapshot.row(*id)).collect();
        let cells: Vec<Cell> = rows.iter().map(tell).collect();
        if cells.is_empty() {
            return Cell::empty();
        }
        let link = |row: &Row<'a>| CellLink {
            id: row.id().to_string(),
            kind: row.kind().to_owned(),
            folio: folio::of(&self.session.schema, row),
        };
        let veiled = cells.iter().any(|cell| cell.manner == Manner::Veiled);
        let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
        Cell {
            text: texts.join("; "),
            manner: if veiled { Manner::Veiled } else { Manner::Plain },
            links: rows.iter().map(link).collect(),
            ..Cell::empty()
        }
    }

    /// The appointments to a seat that are in force on the day.
    pub(super) fn appointed(&self, seat: RecordId) -> Vec<RecordId> {
        let all = self.pointing("appointment", "seat");
        let in_force = |id: &&RecordId| {
            let row = self.snapshot.row(**id);
            row.is_some_and(|row| date(&row.values("to")).is_none_or(|to| to.last() >= self.day))
        };
        all.get(&seat).into_iter().flatten().filter(in_force).copied().collect()
    }

    /// How many seats of an organ have an appointment in force, of how many.
    fn seats_taken(&self, organ: &Row<'a>) -> Cell {
        let seats = self.pointing("seat", "organ");
        let seats: Vec<RecordId> = seats.get(&organ.id()).cloned().unwrap_or_default();
        let count = |id: &RecordId| {
            let row = self.snapshot.row(*id);
            row.and_then(|row| whole(&row.values("seats"))).unwrap_or(1)
        };
        let all = whole(&organ.values("seats")).unwrap_or_else(|| seats.iter().map(count).sum());
        if all == 0 {
            return Cell::empty();
        }
        let all = number::count(u64::try_from(all).unwrap_or_default());
        // That nobody recorded an appointment does not make a seat empty.
        let appointments = self.pointing("appointment", "seat");
        if !seats.iter().any(|seat| appointments.contains_key(seat)) {
            return plain(self.cells.words.say("boards-seats-unknown", &Args::new().text("all", all)));
        }
        let taken = seats.iter().map(|seat| self.appointed(*seat).len()).sum::<usize>();
        let taken = number::count(u64::try_from(taken).unwrap_or_default());
        plain(self.cells.words.say("boards-seats-taken", &Args::new().text("taken", taken).text("all", all)))
    }

    /// Who was appointed: by code where the name is covered.
    fn holder(&self, row: &Row<'a>) -> Cell {
        let holder = row.values("holder").iter().flat_map(Value::references).next().cloned();
        let (text, manner) = match &holder {
            Some(holder) => (self.cells.called(holder), self.veil(holder)),
            None => (self.cells.text(row, "post"), Manner::Plain),
        };
        let institution = self.cells.text(row, "institution");
        let parts: Vec<&str> = [text.as_str(), &institution].into_iter().filter(|part| !part.is_empty()).collect();
        Cell { text: parts.join(" · "), manner, ..Cell::empty() }
    }

    fn veil(&self, holder: &Reference) -> Manner {
        if self.cells.is_veiled(holder.record) { Manner::Veiled } else { Manner::Plain }
    }

    fn term(&self, row: &Row<'a>) -> String {
        let words = &self.cells.words;
        let short = |field: &str| date(&row.values(field)).map(|date| words.date_short(date));
        match (short("from"), short("to")) {
            (Some(from), Some(to)) => words.say("boards-term-until", &Args::new().text("from", from).text("to", to)),
            (Some(from), None) => words.say("boards-term-since", &Args::new().text("from", from)),
            (None, _) => words.plain("indicators-no-value"),
        }
    }

    /// What stands against a record, whichever of the two points to the other.
    pub(super) fn against(&self, row: &Row<'a>) -> Vec<RecordId> {
        let own = AGAINST.iter().filter(|(kind, _)| *kind == row.kind()).flat_map(|(_, field)| row.values(field));
        let mut all: BTreeSet<RecordId> =
            own.flat_map(|value| value.references().into_iter().map(|to| to.record).collect::<Vec<_>>()).collect();
        for (kind, field) in AGAINST {
            all.extend(self.pointing(kind, field).get(&row.id()).into_iter().flatten());
        }
        let is_there = |id: &RecordId| self.snapshot.row(*id).is_some_and(|row| self.has(&row));
        all.into_iter().map(|id| self.snapshot.read_as(id)).filter(is_there).collect()
    }

    /// Who says something, in which position, as of when, out of which document.
    fn who(&self, row: &Row<'a>) -> String {
        let first = |fields: &[&str]| {
            fields.iter().map(|field| self.cells.text(row, field)).find(|text| !text.is_empty()).unwrap_or_default()
        };
        let when = ["as_of", "period", "since"].iter().find_map(|field| {
            let values = row.values(field);
            date(&values).map(|date| self.cells.words.date_short(date))
        });
        let parts = [
            first(&["holder", "holder_text", "claim_holder", "publisher"]),
            first(&["stance", "claim_stance"]),
            when.unwrap_or_default(),
            first(&["sources"]),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// What a claim, a concern or a figure says, with its hedge.
    fn gist(&self, row: &Row<'a>) -> String {
        if row.kind() == "official_figure" {
            let (what, told) = (self.cells.text(row, "what"), self.published(row));
            return format!("{what}: {told}");
        }
        let text = self.cells.text(row, "text");
        match self.hedge(row) {
            Some(hedge) => format!("{text} {hedge}"),
            None => text,
        }
    }

    fn hedge(&self, row: &Row<'a>) -> Option<String> {
        let hedge = self.cells.text(row, "qualifier");
        let args = Args::new().text("hedge", &hedge);
        (!hedge.is_empty()).then(|| self.cells.words.say("boards-hedge", &args))
    }

    /// A published figure as it was published: value, of how many, unit, hedge.
    fn published(&self, row: &Row<'a>) -> String {
        let words = &self.cells.words;
        let first = |fields: &[&str]| {
            fields.iter().map(|field| self.cells.text(row, field)).find(|text| !text.is_empty()).unwrap_or_default()
        };
        let value = first(&["value", "money", "duration"]);
        let of = self.cells.text(row, "of");
        let value = if of.is_empty() {
            value
        } else {
            words.say("boards-of", &Args::new().text("over", value).text("under", of))
        };
        let parts = [value, self.cells.text(row, "count_unit").to_lowercase(), self.hedge(row).unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// What the records here count of the same, by the indicators a published figure answers.
    fn own(&self, row: &Row<'a>) -> Cell {
        let answers = self.answers.get_or_init(|| self.session.counted(self.snapshot).all(self.day, None));
        let saying = Saying { words: &self.cells.words, schema: &self.session.schema, lang: self.session.lang };
        let told: Vec<String> = answers
            .iter()
            .filter(|answer| answer.official.iter().any(|one| one.records.contains(&row.id())))
            .filter_map(|answer| {
                let definition = Definitions::builtin().of(answer.id)?;
                Some(format!("{} {}", answer.id, saying.own(&definition.unit, &answer.own).line()))
            })
            .collect();
        if told.is_empty() {
            return plain(self.cells.words.plain("boards-own-none"));
        }
        plain(told.join("; "))
    }
}
