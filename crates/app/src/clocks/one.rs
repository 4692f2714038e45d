//! The clocks of one record, read without walking the others: the record, what touches it, and the sessions of the Board.

use std::collections::BTreeMap;

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_mechanism::clock::{AsOf, Circumstances, Dated, Path, Subject, SubjectKind};
use resguardo_mechanism::procedure::{OwnDay, Procedures};
use resguardo_vault::{Row, Snapshot};

use super::subjects::{self, Role};
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
        let own = subjects::read(&snapshot.row(id)?)?;
        let Role::Own(kind) = own.role else { return None };
        let no_other = |_: RecordId| None;
        let touching = self.touching(snapshot, id).into_keys().filter_map(|other| snapshot.row(other));
        let read = touching.filter(is_read).filter_map(|row| subjects::read(&row));
        let parts: BTreeMap<RecordId, Summary> =
            read.filter(|part| part.turns(&own, snapshot)).map(|part| (part.record.id, part.record)).collect();
        let reads = std::iter::once(&own.record).chain(parts.values());
        let subject = subjects::subject(Some(&own.record), kind, reads, &no_other);
        let sessions = snapshot.rows_of("meeting").filter(is_read);
        let sessions = sessions.flat_map(|row| law.told(&row.summary(), &no_other)).collect();
        let sessions = Subject::new(SubjectKind::Institution, Path::Unknown, sessions);
        Some(One { subject, record: own.record, parts, sessions, own_days: self.own_days() })
    }
}

/// Whether clocks are read from a record: archived ones count.
pub(super) fn is_read(row: &Row<'_>) -> bool {
    row.status() != Status::Binned && row.merged_into().is_none()
}
