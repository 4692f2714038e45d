//! Which records belong to one case: what touches it, what touches its parts, and what was agreed with its people.

use std::collections::BTreeSet;

use resguardo_domain::field;
use resguardo_domain::id::RecordId;
use resguardo_domain::schema::WaitSort;
use resguardo_domain::value::Value;
use resguardo_vault::Snapshot;

use crate::session::Session;

impl Session {
    /// The records that belong to this one.
    pub(super) fn belonging(&self, snapshot: &Snapshot, of: RecordId) -> BTreeSet<RecordId> {
        let near: BTreeSet<RecordId> = self.touching(snapshot, of).into_keys().collect();
        let mut all = near.clone();
        for part in near.iter().filter(|id| self.is_part(snapshot, of, **id)) {
            all.extend(self.touching(snapshot, *part).into_keys());
        }
        for person in near.iter().filter(|id| snapshot.row(**id).is_some_and(|row| self.may_consent(row.kind()))) {
            let agreed = self.touching(snapshot, *person).into_keys();
            all.extend(agreed.filter(|id| self.is_agreed(snapshot, *id)));
        }
        // What names another case is that case's.
        all.retain(|id| !self.is_of_another(snapshot, of, *id));
        all.insert(of);
        all
    }

    /// Whether a record is a part of the other: its own field says so, or the other gathers its kind.
    fn is_part(&self, snapshot: &Snapshot, of: RecordId, id: RecordId) -> bool {
        let Some(owner) = snapshot.row(of).and_then(|row| self.schema.kind(row.kind())) else { return false };
        let Some(kind) = snapshot.row(id).and_then(|row| self.schema.kind(row.kind())) else { return false };
        let names = kind.field(&owner.id).is_some_and(|field| field.refers_to.contains(&owner.id));
        names || owner.gathers.contains(&kind.id)
    }

    /// Whether a record says what somebody agreed to: a consent, a call.
    fn is_agreed(&self, snapshot: &Snapshot, id: RecordId) -> bool {
        let kind = snapshot.row(id).and_then(|row| self.schema.kind(row.kind()));
        kind.is_some_and(|kind| kind.id == field::CONSENT || kind.waits.iter().any(|wait| wait.sort == WaitSort::Call))
    }

    /// Whether a record is itself another of the owner's kind, or names one and not the owner.
    fn is_of_another(&self, snapshot: &Snapshot, of: RecordId, id: RecordId) -> bool {
        let Some(owner) = snapshot.row(of) else { return false };
        let Some(row) = snapshot.row(id) else { return true };
        if row.kind() == owner.kind() {
            return id != of;
        }
        let named = row.values(owner.kind());
        let mut named = named.iter().flat_map(Value::references).map(|to| snapshot.read_as(to.record)).peekable();
        named.peek().is_some() && named.all(|to| to != of)
    }
}
