//! The document *handover*: what is open, by what it is, each matter with its code, its day and a box to tick.

use resguardo_domain::disclosure::Disclosed;
use resguardo_domain::handover::{Handover, Matter, Part, Party};
use resguardo_domain::schema::DisclosureLevel;
use resguardo_domain::value::PartialDate;
use resguardo_language::{Args, Language, Words};

use crate::document::{Block, Document, Figure, Line, Step, Task, page};
use crate::text::Text;

/// What a person who has nothing printed beside the label writes on.
const BLANK: &str = "_________________________________";

/// The document *handover* in this language.
#[must_use]
pub fn handover(handover: Disclosed<Handover>, language: Language) -> Disclosed<Document> {
    handover.map(|handover| Template { words: &Words::new(language), handover: &handover }.document())
}

struct Template<'a> {
    words: &'a Words,
    handover: &'a Handover,
}

impl Template<'_> {
    fn document(&self) -> Document {
        let level = self.handover.disclosure.id();
        let maker = self.handover.organisation.clone().unwrap_or_else(|| self.words.plain("report-maker-unnamed"));
        let made = self.words.date(&PartialDate::day(self.handover.made_on), None);
        Document {
            language: self.words.language(),
            title: self.text("handover-title"),
            subtitle: self.subtitle().into(),
            maker: maker.into(),
            marking: self.text(&format!("report-level-{level}")),
            made: self.words.say("report-made", &Args::new().text("date", made)).into(),
            page: page(self.words),
            blocks: self.blocks(),
        }
    }

    fn subtitle(&self) -> String {
        let day = self.words.date(&PartialDate::day(self.handover.as_of), None);
        let args = Args::new().text("date", day);
        match &self.handover.of {
            None => self.words.say("handover-desk", &args),
            Some(of) => self.words.say("handover-of", &args.text("record", called(of))),
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let level = self.handover.disclosure;
        let mut blocks = vec![Block::Note(self.text(&format!("handover-level-{}", level.id())))];
        blocks.push(Block::Definitions(vec![
            self.person("handover-hands-over", self.handover.hands_over.as_deref()),
            self.person("handover-receives", self.handover.receives.as_deref()),
        ]));
        let parts: Vec<&Part> = self.handover.parts.iter().filter(|part| part.count > 0).collect();
        if parts.is_empty() {
            blocks.push(Block::Paragraph(self.text("handover-nothing")));
        } else {
            blocks.push(Block::Figures(self.figures()));
        }
        for part in parts {
            blocks.push(Block::Heading(1, self.heading(part)));
            blocks.push(Block::Paragraph(self.text(&format!("handover-part-{}-lead", part.id))));
            blocks.push(Block::Tasks(self.tasks(part)));
            let rest = part.count.saturating_sub(part.matters.len());
            if rest > 0 {
                blocks.push(Block::Paragraph(self.counted("handover-rest", rest)));
            }
        }
        blocks.push(Block::Heading(1, self.text("handover-outside")));
        blocks.push(Block::Paragraph(self.outside(level).into()));
        blocks.push(Block::Heading(1, self.text("handover-signed")));
        blocks.push(Block::Paragraph(self.text("handover-signed-lead")));
        let lines = ["handover-hands-over", "handover-receives", "handover-day"];
        blocks.push(Block::Definitions(lines.map(|id| self.person(id, None)).to_vec()));
        blocks
    }

    fn heading(&self, part: &Part) -> Text {
        let args = Args::new().text("part", self.words.plain(&format!("handover-part-{}", part.id)));
        self.words.say("handover-heading", &args.count("count", of(part.count))).into()
    }

    fn person(&self, label: &str, name: Option<&str>) -> Line {
        Line { label: self.text(label), text: name.unwrap_or(BLANK).into() }
    }

    /// How much has passed its day, how much is open with a day, how much has none.
    fn figures(&self) -> Vec<Figure> {
        let matters = || self.handover.parts.iter().flat_map(|part| &part.matters);
        let late = matters().filter(|matter| matter.late).count();
        let dated = matters().filter(|matter| !matter.late && matter.due.is_some()).count();
        let calls = self.handover.parts.iter().filter(|part| part.id == "calls").map(|part| part.count).sum();
        let figure = |id: &str, count: usize| Figure { count: of(count), unit: self.counted(id, count) };
        vec![figure("handover-late", late), figure("handover-dated", dated), figure("handover-calls", calls)]
    }

    /// Matters of one record stand together, under its code.
    fn tasks(&self, part: &Part) -> Vec<Task> {
        let groups = part.matters.chunk_by(|one, next| one.record == next.record && next.said.is_empty());
        groups.filter_map(|group| self.task(group)).collect()
    }

    fn task(&self, group: &[Matter]) -> Option<Task> {
        let first = group.first()?;
        let mut heading = vec![first.kind_label.clone()];
        heading.extend(first.record.name.clone());
        let mut lines = Vec::new();
        // What the heading says is not said twice.
        let heading_says = |text: &str| first.record.name.as_deref().is_some_and(|name| name.contains(text));
        let is_new = |party: &&Party| !party.name.as_deref().is_some_and(heading_says);
        let about: Vec<String> = first.about.iter().filter(is_new).map(called).collect();
        if !about.is_empty() {
            lines.push(Line { label: self.text("handover-about"), text: self.words.list(&about).into() });
        }
        let said = first.said.iter().filter(|said| !heading_says(&said.text));
        lines.extend(said.map(|said| Line { label: (&said.label).into(), text: (&said.text).into() }));
        let steps = group.iter().filter(|matter| !matter.what.is_empty()).map(|matter| self.step(matter));
        Some(Task {
            code: (&first.record.code).into(),
            heading: heading.join(" · ").into(),
            steps: steps.collect(),
            lines,
        })
    }

    fn step(&self, matter: &Matter) -> Step {
        let what = [Some(&matter.what), matter.article.as_ref(), matter.owed_by.as_ref()];
        let what: Vec<&str> = what.into_iter().flatten().map(String::as_str).collect();
        Step {
            what: what.join(" · ").into(),
            until: matter.due.as_deref().map(|due| self.words.due_short(due)).unwrap_or_default().into(),
            standing: (&matter.standing).into(),
            late: matter.late,
        }
    }

    fn outside(&self, level: DisclosureLevel) -> String {
        let outside = self.handover.outside;
        let counted = [
            ("handover-outside-institution", outside.institution_clocks),
            ("handover-outside-ended", outside.ended_clocks),
        ];
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        let mut told: Vec<String> =
            counted.map(|(id, count)| self.words.say(id, &Args::new().count("count", of(count)))).collect();
        told.push(self.words.plain("handover-outside-written"));
        if level != DisclosureLevel::Full {
            told.push(self.words.plain("handover-outside-contacts"));
        }
        told.push(self.words.plain("handover-outside-safe-word"));
        told.join("\n\n")
    }

    fn counted(&self, id: &str, count: usize) -> Text {
        self.words.say(id, &Args::new().count("count", of(count))).into()
    }

    fn text(&self, id: &str) -> Text {
        self.words.plain(id).into()
    }
}

/// Its code, and its name where it may be read.
fn called(party: &Party) -> String {
    let parts = [Some(&party.code), party.name.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn of(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
