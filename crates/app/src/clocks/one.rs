//! The clocks of one record, read without walking the others: the record, what touches it, and the sessions of the Board.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, Subject, SubjectKind};
use resguardo_mechanism::procedure::{OwnDay, Procedures};
use resguardo_vault::{Row, Snapshot};

use super::subjects;
use crate::session::Session;

/// The event of the institution that the terms of everybody are counted from.
const SESSION: &str = "board_session_held";

/// One record with clocks of its own.
pub(crate) struct One {
    /// Its dated events, and those of its parts.
    pub(crate) subject: Subject,
    /// The record itself.
    pub(crate) record: Summary,
    /// Its parts: measures, studies, appeals.
    pub(crate) parts: BTreeMap<RecordId, Summary>,
    sessions: Subject,
    own_days: Vec<OwnDay>,
}

impl One {
    /// What its clocks are read with.
    pub(crate) fn circumstances<'a>(&'a self, law: &'a Procedures, as_of: AsOf) -> Circumstances<'a> {
        Circumstances::on(law, as_of).with_institution(&self.sessions).with_own_days(&self.own_days)
    }

    /// The sessions of the Board, by date.
    pub(crate) fn sessions(&self, law: &Procedures) -> &[Dated] {
        law.event(SESSION).map(|event| self.sessions.of(event)).unwrap_or_default()
    }
}

impl Session {
    /// One record as a subject; none where it has no clocks of its own.
    pub(crate) fn one(&self, snapshot: &Snapshot, id: RecordId) -> Option<One> {
        let law = Procedures::builtin();
        let record = snapshot.row(id)?.summary();
        let kind = own_kind(law, &record.kind)?;
        let no_other = |_: RecordId| None;
        let mut events = law.told(&record, &no_other);
        let parts = self.parts(snapshot, &record);
        for part in parts.values() {
            events.extend(law.told(part, &no_other));
        }
        let subject = subjects::subject(Some(&record), kind, events);
        let sessions = snapshot.rows_of("meeting").filter(is_read);
        let sessions = sessions.flat_map(|row| law.told(&row.summary(), &no_other)).collect();
        let sessions = Subject::new(SubjectKind::Institution, Path::Unknown, sessions);
        Some(One { subject, record, parts, sessions, own_days: self.own_days() })
    }

    /// The records that turn the clocks of another, whichever of the two points to the other.
    fn parts(&self, snapshot: &Snapshot, record: &Summary) -> BTreeMap<RecordId, Summary> {
        let law = Procedures::builtin();
        let mut parts = BTreeMap::new();
        for other in self.touching(snapshot, record.id).into_keys() {
            let Some(row) = snapshot.row(other).filter(is_read) else {
                continue;
            };
            let fields: Vec<&str> = law.telling(row.kind()).filter_map(|telling| telling.of.as_deref()).collect();
            if fields.is_empty() {
                continue;
            }
            let part = row.summary();
            let points = fields.iter().any(|field| part.references(field).any(|to| snapshot.read_as(to) == record.id));
            let named = subjects::PARTS.iter().flat_map(|field| record.references(field));
            if points || named.into_iter().any(|to| snapshot.read_as(to) == other) {
                parts.insert(other, part);
            }
        }
        parts
    }
}

/// The kind of subject a kind of record is of its own; none where it only turns the clocks of others.
fn own_kind(law: &Procedures, kind: &str) -> Option<SubjectKind> {
    let own = law.telling(kind).find(|telling| telling.of.is_none() && telling.subject != SubjectKind::Institution);
    own.map(|telling| telling.subject)
}

/// Whether clocks are read from a record: archived ones count.
pub(super) fn is_read(row: &Row<'_>) -> bool {
    row.status() != Status::Binned && row.merged_into().is_none()
}
