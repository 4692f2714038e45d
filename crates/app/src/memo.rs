//! What is worked out of the values of one field, once for each different content: a hundred thousand records say the same
//! few things over and over.

use std::collections::HashMap;

use resguardo_domain::field;
use resguardo_vault::{FieldNumber, Row, Snapshot};

/// What is longer than this is seldom said twice.
const LONGEST_BYTES: usize = 96;

/// What was worked out so far.
pub(crate) struct Memo<'s, T> {
    /// Whether what is worked out follows from the field's own values.
    follows: bool,
    field: Option<FieldNumber>,
    known: HashMap<&'s [u8], T>,
}

impl<'s, T: Copy> Memo<'s, T> {
    /// Nothing yet, over one field of a snapshot.
    pub(crate) fn over(snapshot: &'s Snapshot, field: &str) -> Self {
        // What is computed over other records follows from which records those are.
        let own = if field == field::PERPETRATOR_TYPE { field::PERPETRATORS } else { field };
        let follows = ![field::PEOPLE_CONSENT, field::EVIDENCE_COUNT].contains(&field);
        Self { follows, field: snapshot.field(own), known: HashMap::new() }
    }

    /// The number of the field, where a record has it.
    pub(crate) const fn field(&self) -> Option<FieldNumber> {
        self.field
    }

    /// What follows from the field's values in this record.
    pub(crate) fn of(&mut self, row: &Row<'s>, work: impl FnOnce() -> T) -> T {
        let packed = self.field.map_or(&[][..], |field| row.packed(field));
        if !self.follows || packed.len() > LONGEST_BYTES {
            return work();
        }
        *self.known.entry(packed).or_insert_with(work)
    }
}

/// The rank of each row by a key that follows from the values of one field: equal keys, equal ranks.
pub(crate) fn ranks<'s, K: Ord>(
    (snapshot, field): (&'s Snapshot, &str),
    rows: &[Row<'s>],
    key: impl Fn(&Row<'s>) -> K,
) -> Vec<usize> {
    let mut keys: Vec<(K, usize)> = Vec::new();
    let mut memo = Memo::over(snapshot, field);
    let mut take = |row: &Row<'s>| {
        memo.of(row, || {
            keys.push((key(row), keys.len()));
            keys.len() - 1
        })
    };
    let found: Vec<usize> = rows.iter().map(&mut take).collect();
    keys.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    let mut before: Option<&K> = None;
    for (key, at) in &keys {
        rank += usize::from(before.is_some_and(|before| before != key));
        before = Some(key);
        if let Some(slot) = ranks.get_mut(*at) {
            *slot = rank;
        }
    }
    found.into_iter().map(|at| ranks.get(at).copied().unwrap_or_default()).collect()
}
