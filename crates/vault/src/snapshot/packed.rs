//! The packed form of a page, in memory and, sealed, on disk.
//!
//! Values of one record: for each field `u16 number ‖ u32 length ‖ canonical CBOR of the list of values`. A filter on
//! one field skips the others by their length.

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::summary::Summary;
use resguardo_domain::value::Value;
use serde::{Deserialize, Serialize};

use super::Names;
use crate::ledger::Position;
use crate::operations::{AS_WRITTEN_MARK, decode_values, encode_values, plain_text};

/// Records of one page.
pub(crate) const PAGE_ROWS: usize = 64;

/// What is known of a record without looking at its values.
#[derive(Clone, Default)]
pub(crate) struct Head {
    pub(crate) id: RecordId,
    pub(crate) kind: u16,
    pub(crate) status: Status,
    pub(crate) in_conflict: bool,
    pub(crate) merged_into: Option<RecordId>,
    pub(crate) created_ms: u64,
    pub(crate) modified_ms: u64,
    /// Where its values end in the page's bytes; they begin where those before end.
    end: u32,
    /// The frames that hold its operations: a range of the page's positions.
    positions_end: u32,
}

/// Up to 64 records.
#[derive(Clone, Default)]
pub(crate) struct Page {
    heads: Vec<Head>,
    positions: Vec<Position>,
    bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct StoredHead {
    id: [u8; 16],
    kind: u16,
    status: u8,
    in_conflict: bool,
    merged_into: Option<[u8; 16]>,
    created_ms: u64,
    modified_ms: u64,
    end: u32,
    positions_end: u32,
}

#[derive(Serialize, Deserialize)]
struct StoredPage {
    number: u32,
    heads: Vec<StoredHead>,
    positions: Vec<(u64, u32, u64)>,
}

/// The number of a field in one picture and all that follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldNumber(pub(super) u16);

/// One record of a snapshot.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    place: usize,
    head: &'a Head,
    bytes: &'a [u8],
    positions: &'a [Position],
    names: &'a Names,
}

impl Page {
    pub(crate) fn heads(&self) -> impl Iterator<Item = &Head> {
        self.heads.iter()
    }

    /// Its rows, the first of which stands at this place among all.
    pub(crate) fn rows<'a>(&'a self, names: &'a Names, first: usize) -> impl Iterator<Item = Row<'a>> {
        (0..self.heads.len()).filter_map(move |at| self.row(at, names).map(|row| Row { place: first + at, ..row }))
    }

    pub(crate) fn row<'a>(&'a self, at: usize, names: &'a Names) -> Option<Row<'a>> {
        let head = self.heads.get(at)?;
        let before = at.checked_sub(1).and_then(|before| self.heads.get(before));
        let index = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
        let start = before.map_or(0, |before| index(before.end));
        let first = before.map_or(0, |before| index(before.positions_end));
        Some(Row {
            place: at,
            head,
            bytes: self.bytes.get(start..index(head.end))?,
            positions: self.positions.get(first..index(head.positions_end))?,
            names,
        })
    }

    /// Writes records at their slots; the rest of the page stays.
    pub(crate) fn write<'s>(
        &mut self,
        entries: impl Iterator<Item = (usize, &'s Summary, &'s [Position])>,
        number_of: &mut dyn FnMut(&str) -> u16,
    ) {
        let mut fresh: std::collections::BTreeMap<usize, (Head, Vec<u8>, &[Position])> =
            std::collections::BTreeMap::new();
        for (slot, summary, positions) in entries {
            let (head, bytes) = pack(summary, number_of);
            fresh.insert(slot, (head, bytes, positions));
        }
        let slots = self.heads.len().max(fresh.keys().next_back().map_or(0, |last| last + 1));
        let names = Names::default();
        let mut next = Self::default();
        for slot in 0..slots {
            match (fresh.remove(&slot), self.row(slot, &names)) {
                (Some((head, bytes, positions)), _) => next.push(head, &bytes, positions),
                (None, Some(row)) => next.push(row.head.clone(), row.bytes, row.positions),
                (None, None) => {}
            }
        }
        *self = next;
    }

    fn push(&mut self, head: Head, bytes: &[u8], positions: &[Position]) {
        self.bytes.extend_from_slice(bytes);
        self.positions.extend_from_slice(positions);
        let count = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        self.heads.push(Head { end: count(self.bytes.len()), positions_end: count(self.positions.len()), ..head });
    }

    /// The bytes of a page with its number, before sealing: `u32 length ‖ heads and positions ‖ values`.
    pub(crate) fn to_bytes(&self, number: u32) -> Option<Vec<u8>> {
        let heads = self.heads.iter().map(|head| StoredHead {
            id: *head.id.bytes(),
            kind: head.kind,
            status: status_number(head.status),
            in_conflict: head.in_conflict,
            merged_into: head.merged_into.map(|id| *id.bytes()),
            created_ms: head.created_ms,
            modified_ms: head.modified_ms,
            end: head.end,
            positions_end: head.positions_end,
        });
        let positions = self.positions.iter().map(|at| (at.frame_seq, at.segment, at.offset));
        let stored = StoredPage { number, heads: heads.collect(), positions: positions.collect() };
        let stored = postcard::to_stdvec(&stored).ok()?;
        let length = u32::try_from(stored.len()).ok()?.to_be_bytes();
        Some([length.as_slice(), &stored, &self.bytes].concat())
    }

    /// Reads a page and its number; nothing when the bytes are no page.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<(u32, Self)> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let (stored, values) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        let stored: StoredPage = postcard::from_bytes(stored).ok()?;
        let heads: Option<Vec<Head>> = stored.heads.into_iter().map(StoredHead::head).collect();
        let positions = stored.positions.into_iter();
        let positions = positions.map(|(frame_seq, segment, offset)| Position { frame_seq, segment, offset });
        Some((stored.number, Self { heads: heads?, positions: positions.collect(), bytes: values.to_vec() }))
    }
}

impl StoredHead {
    fn head(self) -> Option<Head> {
        Some(Head {
            id: RecordId::new(self.id),
            kind: self.kind,
            status: status_of(self.status)?,
            in_conflict: self.in_conflict,
            merged_into: self.merged_into.map(RecordId::new),
            created_ms: self.created_ms,
            modified_ms: self.modified_ms,
            end: self.end,
            positions_end: self.positions_end,
        })
    }
}

const fn status_number(status: Status) -> u8 {
    match status {
        Status::Archived => 4,
        Status::InUse => 5,
        Status::Binned => 8,
    }
}

const fn status_of(number: u8) -> Option<Status> {
    match number {
        4 => Some(Status::Archived),
        5 => Some(Status::InUse),
        8 => Some(Status::Binned),
        _ => None,
    }
}

fn pack(summary: &Summary, number_of: &mut dyn FnMut(&str) -> u16) -> (Head, Vec<u8>) {
    let mut bytes = Vec::new();
    for (field, values) in &summary.values {
        let packed = encode_values(values);
        bytes.extend_from_slice(&number_of(field).to_be_bytes());
        bytes.extend_from_slice(&u32::try_from(packed.len()).unwrap_or(u32::MAX).to_be_bytes());
        bytes.extend_from_slice(&packed);
    }
    let head = Head {
        id: summary.id,
        kind: number_of(&summary.kind),
        status: summary.status,
        in_conflict: summary.in_conflict,
        merged_into: summary.merged_into,
        created_ms: summary.created_ms,
        modified_ms: summary.modified_ms,
        end: 0,
        positions_end: 0,
    };
    (head, bytes)
}

impl<'a> Row<'a> {
    /// The same record where its page begins at another place.
    pub(super) const fn on_page(self, first: usize) -> Self {
        Self { place: first + self.place, ..self }
    }

    /// Its place among all records; it keeps it in every later picture.
    #[must_use]
    pub const fn place(&self) -> usize {
        self.place
    }

    /// Whether it is of a kind, by the kind's number.
    pub(super) const fn is_of(&self, kind: u16) -> bool {
        self.head.kind == kind
    }

    /// The bytes that hold the values of one field, not read yet: equal bytes hold equal values. None where it has none.
    #[must_use]
    pub fn packed(&self, field: FieldNumber) -> &'a [u8] {
        self.fields().find(|(number, _)| *number == field.0).map_or(&[], |(_, packed)| packed)
    }

    /// The text of a field that holds one text and nothing else, where it stands: its bytes, not looked at yet.
    #[must_use]
    pub fn text(&self, field: FieldNumber) -> Option<&'a [u8]> {
        plain_text(self.packed(field))
    }

    /// The record.
    #[must_use]
    pub const fn id(&self) -> RecordId {
        self.head.id
    }

    /// Whether versions of it stand against each other.
    #[must_use]
    pub const fn in_conflict(&self) -> bool {
        self.head.in_conflict
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        self.names.name(self.head.kind)
    }

    /// Whether it is worked with.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.head.status
    }

    /// The record it is merged into.
    #[must_use]
    pub const fn merged_into(&self) -> Option<RecordId> {
        self.head.merged_into
    }

    /// The clock of its first operation, milliseconds.
    #[must_use]
    pub const fn created_ms(&self) -> u64 {
        self.head.created_ms
    }

    /// The clock of its latest operation, milliseconds.
    #[must_use]
    pub const fn modified_ms(&self) -> u64 {
        self.head.modified_ms
    }

    /// The frames that hold its operations.
    pub(crate) const fn positions(&self) -> &'a [Position] {
        self.positions
    }

    /// Whether its packed values hold these bytes.
    pub(super) fn holds(&self, finder: &memchr::memmem::Finder<'_>) -> bool {
        finder.find(self.bytes).is_some()
    }

    /// Whether a value kept as written may stand in it; `false` is certain.
    #[must_use]
    pub fn may_be_unclassified(&self) -> bool {
        memchr::memmem::find(self.bytes, &AS_WRITTEN_MARK).is_some()
    }

    /// The values of one field, decoded now.
    #[must_use]
    pub fn values(&self, field: &str) -> Vec<Value> {
        let Some(wanted) = self.names.number(field) else { return Vec::new() };
        self.fields().find(|(number, _)| *number == wanted).map_or_else(Vec::new, |(_, packed)| unpack(packed))
    }

    /// All of it, decoded now.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let values = self.fields().map(|(number, packed)| (self.names.name(number).to_owned(), unpack(packed)));
        Summary {
            id: self.head.id,
            kind: self.kind().to_owned(),
            status: self.head.status,
            merged_into: self.head.merged_into,
            in_conflict: self.head.in_conflict,
            created_ms: self.head.created_ms,
            modified_ms: self.head.modified_ms,
            values: values.collect(),
        }
    }

    fn fields(&self) -> impl Iterator<Item = (u16, &'a [u8])> + use<'a> {
        let mut rest = self.bytes;
        std::iter::from_fn(move || {
            let (number, after) = rest.split_first_chunk::<2>()?;
            let (length, after) = after.split_first_chunk::<4>()?;
            let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
            let (packed, after) = after.split_at_checked(length)?;
            rest = after;
            Some((u16::from_be_bytes(*number), packed))
        })
    }
}

/// The page was authenticated as a whole before; bytes that do not decode can only be a newer form and read as nothing.
fn unpack(packed: &[u8]) -> Vec<Value> {
    decode_values(packed).unwrap_or_default()
}
