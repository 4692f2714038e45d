//! What is open, gathered from the same places as the clocks, the first screen and the lists.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use resguardo_domain::handover::{Handover, Matter, Outside, Part, Party, Said};
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::{DisclosureLevel, WaitSort};
use resguardo_domain::value::{PartialDate, Value};
use resguardo_language::{Args, Words};
use resguardo_mechanism::clock::AsOf;
use resguardo_vault::{Row, Snapshot};

use super::HandoverRequest;
use crate::agenda::{Consented, Pending, consents, has_ended, until};
use crate::clocks::ToldClock;
use crate::folio;
use crate::session::{Session, now_ms};
use crate::titles::Titles;
use crate::written::calendar_text;

/// How many records to complete are listed.
const MOST_INCOMPLETE: usize = 20;
/// Fields that say how somebody is reached.
const CONTACT: [&str; 5] = ["phone", "email", "contact", "contact_channels", "contact_rules"];

/// What every part needs.
struct Gathering<'a> {
    session: &'a Session,
    snapshot: &'a Arc<Snapshot>,
    titles: Titles<'a>,
    words: Words,
    level: DisclosureLevel,
    today: NaiveDate,
    /// The records of one case; none: all.
    scope: Option<BTreeSet<RecordId>>,
}

impl Session {
    /// Everything that is open, whatever the level may show of it.
    pub(super) fn gathered(
        &self,
        request: &HandoverRequest,
        level: DisclosureLevel,
        (of, today): (Option<RecordId>, NaiveDate),
    ) -> Handover {
        let snapshot = &self.snapshot();
        let of = of.map(|id| snapshot.read_as(id));
        let scope = of.map(|id| self.belonging(snapshot, id));
        let (words, titles) = (self.words(), self.titles(snapshot));
        let gathering = Gathering { session: self, snapshot, titles, words, level, today, scope };
        let (clocks, outside) = gathering.clocks();
        let [calls, steps, promises, reviews] = gathering.pending();
        let mut parts = vec![calls, clocks, steps, promises, reviews, gathering.consents(), gathering.incomplete()];
        if level == DisclosureLevel::Full {
            parts.push(gathering.contacts(&parts));
        }
        parts.retain(|part| part.count > 0);
        let named = |name: &Option<String>| name.clone().filter(|name| !name.trim().is_empty());
        let writer = || self.writer().map(|writer| writer.name).filter(|_| level == DisclosureLevel::Full);
        Handover {
            disclosure: level,
            as_of: today,
            made_on: calendar_text(now_ms()).parse().unwrap_or(today),
            organisation: self.organisation_name(snapshot),
            of: of.and_then(|id| gathering.party(id)),
            receives: named(&request.receives),
            hands_over: named(&request.hands_over).or_else(writer),
            parts,
            outside,
        }
    }
}

impl Gathering<'_> {
    fn holds(&self, id: RecordId) -> bool {
        self.scope.as_ref().is_none_or(|scope| scope.contains(&id))
    }

    fn party(&self, id: RecordId) -> Option<Party> {
        let row = self.snapshot.row(self.snapshot.read_as(id))?;
        let folio = if self.level == DisclosureLevel::Full { folio::of } else { folio::of_program };
        Some(Party { code: folio(&self.session.schema, &row), name: Some(self.titles.of(row)) })
    }

    fn matter(&self, row: &Row<'_>, what: String) -> Option<Matter> {
        Some(Matter {
            record: self.party(row.id())?,
            kind: row.kind().to_owned(),
            kind_label: self.session.kind_label(row.kind()),
            what,
            article: None,
            owed_by: None,
            due: None,
            standing: String::new(),
            late: false,
            about: Vec::new(),
            said: Vec::new(),
        })
    }

    /// What a record says in some fields.
    fn said<'f>(&self, row: &Row<'_>, fields: impl IntoIterator<Item = &'f str>) -> Vec<Said> {
        let kind = self.session.schema.kind(row.kind());
        let fields = fields.into_iter().filter_map(|id| kind?.field(id));
        let named = |value: &Value| -> Vec<String> {
            let links = value.references().into_iter();
            links.map(|to| self.titles.by_id(self.snapshot.read_as(to.record)).unwrap_or_default()).collect()
        };
        let told = fields.filter_map(|field| {
            let values = self.titles.in_language(*row, field);
            let texts: Vec<String> = values.iter().map(|one| self.words.value(one, field, &named(one))).collect();
            let label = field.label.get(self.session.lang).to_owned();
            (!texts.is_empty()).then(|| Said { field: Some(field.id.clone()), label, text: texts.join("; ") })
        });
        told.collect()
    }

    fn about(&self, row: &Row<'_>, field: &str) -> Vec<Party> {
        let values = row.values(field);
        let parties = values.iter().flat_map(Value::references).filter_map(|to| self.party(to.record));
        parties.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Open clocks as `clocks` tells them, those of one record together.
    fn clocks(&self) -> (Part, Outside) {
        let open = ["overdue", "running"];
        let told = self.session.clocks_of(self.snapshot, self.scope.as_ref(), AsOf::day(self.today), &open);
        let mut outside = Outside::default();
        let mut of: BTreeMap<RecordId, Vec<&ToldClock>> = BTreeMap::new();
        for clock in told.iter().filter(|clock| clock.due.is_some()) {
            let Ok(record) = clock.record.parse::<RecordId>() else {
                outside.institution_clocks += 1;
                continue;
            };
            if has_ended(self.snapshot, record) {
                outside.ended_clocks += 1;
            } else {
                of.entry(record).or_default().push(clock);
            }
        }
        let mut groups: Vec<(RecordId, Vec<&ToldClock>)> = of.into_iter().collect();
        for (_, clocks) in &mut groups {
            clocks.sort_by_key(|clock| (last_day(clock), clock.clock.clone()));
        }
        groups.sort_by_key(|(record, clocks)| (clocks.first().map(|clock| last_day(clock)), *record));
        let each = |(record, clocks): (RecordId, Vec<&ToldClock>)| -> Vec<Matter> {
            clocks.into_iter().filter_map(|clock| self.clock(record, clock)).collect()
        };
        let matters: Vec<Matter> = groups.into_iter().flat_map(each).collect();
        (Part { id: "clocks", count: matters.len(), matters }, outside)
    }

    fn clock(&self, record: RecordId, clock: &ToldClock) -> Option<Matter> {
        let row = self.snapshot.row(record)?;
        let label = || self.words.plain("handover-of-what");
        let of = clock.of.clone().map(|text| Said { field: None, label: label(), text });
        let reading = |way: &String| self.words.say("handover-reading", &Args::new().text("way", way.as_str()));
        let what = [Some(clock.label.clone()), clock.reading.as_ref().map(reading)];
        Some(Matter {
            article: Some(clock.article_said.clone()),
            owed_by: Some(clock.responsible.clone()).filter(|text| !text.is_empty()),
            due: clock.due.clone(),
            standing: clock.sentence.clone(),
            late: clock.state == "overdue",
            said: of.into_iter().collect(),
            ..self.matter(&row, what.into_iter().flatten().collect::<Vec<_>>().join(" · "))?
        })
    }

    /// Calls, steps, promises and reviews.
    fn pending(&self) -> [Part; 4] {
        let mut all = self.session.pending(self.snapshot, self.today);
        all.retain(|pending| self.holds(pending.row.id()));
        let sorts = [WaitSort::Call, WaitSort::Step, WaitSort::Promise, WaitSort::Review];
        let ids = ["calls", "steps", "promises", "reviews"];
        let mut parts = ids.map(|id| Part { id, count: 0, matters: Vec::new() });
        for (part, sort) in parts.iter_mut().zip(sorts) {
            part.matters = all.iter().filter(|one| one.wait.sort == sort).filter_map(|one| self.waits(one)).collect();
            part.count = part.matters.len();
        }
        parts
    }

    fn waits(&self, pending: &Pending<'_>) -> Option<Matter> {
        let (row, wait) = (&pending.row, pending.wait);
        let said = std::iter::once(wait.step.as_str()).chain(wait.tells.iter().map(String::as_str));
        Some(Matter {
            due: Some(pending.on.as_str().to_owned()),
            standing: until(&self.words, pending.left),
            late: pending.left < 0,
            about: wait.about.as_deref().map(|field| self.about(row, field)).unwrap_or_default(),
            said: self.said(row, said),
            ..self.matter(row, self.words.plain(&format!("handover-what-{}", wait.sort.id())))?
        })
    }

    fn consents(&self) -> Part {
        let all = consents(self.snapshot, self.today);
        let held = all.iter().filter(|(row, _)| self.holds(row.id()));
        let matters: Vec<Matter> = held.filter_map(|(row, consented)| self.consent(row, consented)).collect();
        Part { id: "consents", count: matters.len(), matters }
    }

    fn consent(&self, row: &Row<'_>, consented: &Consented) -> Option<Matter> {
        let (what, on, standing, late) = match consented {
            Consented::Ends(on, left) => ("handover-what-consent", Some(on), until(&self.words, *left), *left < 0),
            Consented::Withdrawn(on) => {
                ("handover-what-withdrawn", on.as_ref(), self.words.plain("handover-withdrawn"), false)
            }
        };
        Some(Matter {
            due: on.map(|on| on.as_str().to_owned()),
            standing,
            late,
            about: self.about(row, "person"),
            said: self.said(row, ["level", "conditions"]),
            ..self.matter(row, self.words.plain(what))?
        })
    }

    /// Records a report would miss something of.
    fn incomplete(&self) -> Part {
        let mut rows = self.session.incomplete(self.snapshot);
        rows.retain(|(row, _)| self.holds(row.id()));
        let matters = rows.iter().take(MOST_INCOMPLETE).filter_map(|(row, missing)| {
            let fields = Args::new().text("fields", self.words.list(missing));
            self.matter(row, self.words.say("today-missing", &fields))
        });
        Part { id: "incomplete", count: rows.len(), matters: matters.collect() }
    }

    /// How the people of all other parts are reached.
    fn contacts(&self, parts: &[Part]) -> Part {
        let matters = parts.iter().flat_map(|part| &part.matters);
        let codes: BTreeSet<&str> = matters.flat_map(|matter| &matter.about).map(|party| party.code.as_str()).collect();
        let kinds = self.session.schema.kinds().iter().filter(|kind| self.session.may_consent(&kind.id));
        let rows = kinds.flat_map(|kind| self.snapshot.rows_of(&kind.id));
        let named = rows.filter(|row| codes.contains(folio::of(&self.session.schema, row).as_str()));
        let matters: Vec<Matter> = named
            .filter_map(|row| {
                let said = self.said(&row, CONTACT);
                (!said.is_empty()).then_some(Matter { said, ..self.matter(&row, String::new())? })
            })
            .collect();
        Part { id: "contacts", count: matters.len(), matters }
    }
}

/// The last day a clock may end on.
fn last_day(clock: &ToldClock) -> Option<NaiveDate> {
    let date: Option<PartialDate> = clock.due.as_deref().and_then(|due| due.parse().ok());
    date.map(|date| date.last())
}
