//! What readers hold: an immutable picture of every record's current values, in pages of 64.
//!
//! A page is two flat stretches of memory — [`Head`]s of fixed shape, and the packed values of all its records — so that
//! 100,000 records load without a hundred thousand allocations and a filter walks over bytes. A new picture shares every
//! page that did not change with the one before. The same pages, sealed, are what the projection keeps on disk.

mod packed;

pub use packed::{FieldNumber, Row};
pub(crate) use packed::{PAGE_ROWS, Page};

use std::collections::BTreeMap;
use std::sync::Arc;

use resguardo_domain::id::RecordId;
use resguardo_domain::summary::Summary;
use rustc_hash::FxHashMap;

use crate::ledger::Position;

/// A summary and the frames that hold its record's operations.
pub(crate) type Placed = (Summary, Vec<Position>);

/// Names of fields and kinds, each stored once; a row holds their numbers.
#[derive(Clone, Default)]
pub(crate) struct Names {
    list: Vec<String>,
    numbers: FxHashMap<String, u16>,
}

impl Names {
    pub(crate) fn from_list(list: Vec<String>) -> Self {
        let numbers = list.iter().cloned().zip(0..).collect();
        Self { list, numbers }
    }

    pub(crate) fn list(&self) -> &[String] {
        &self.list
    }

    pub(crate) fn number(&self, name: &str) -> Option<u16> {
        self.numbers.get(name).copied()
    }

    pub(crate) fn name(&self, number: u16) -> &str {
        self.list.get(usize::from(number)).map_or("", String::as_str)
    }

    fn number_of(&mut self, name: &str) -> u16 {
        self.number(name).unwrap_or_else(|| {
            let number = u16::try_from(self.list.len()).unwrap_or(u16::MAX);
            self.list.push(name.to_owned());
            self.numbers.insert(name.to_owned(), number);
            number
        })
    }
}

/// An immutable picture of the vault's records at one position of the ledger.
#[derive(Clone, Default)]
pub struct Snapshot {
    pub(crate) names: Arc<Names>,
    pub(crate) pages: Vec<Arc<Page>>,
    places: Arc<BTreeMap<RecordId, u32>>,
    merges: Arc<Merges>,
}

/// Which records are merged into which, read from either end.
#[derive(Clone, Default)]
struct Merges {
    into: BTreeMap<RecordId, RecordId>,
    of: BTreeMap<RecordId, Vec<RecordId>>,
}

impl Merges {
    fn set(&mut self, id: RecordId, into: Option<RecordId>) {
        let before = match into {
            Some(into) => self.into.insert(id, into),
            None => self.into.remove(&id),
        };
        if let Some(list) = before.and_then(|before| self.of.get_mut(&before)) {
            list.retain(|other| *other != id);
        }
        if let Some(into) = into {
            self.of.entry(into).or_default().push(id);
        }
    }
}

impl Snapshot {
    pub(crate) fn from_pages(names: Names, pages: Vec<Page>) -> Self {
        let pages: Vec<Arc<Page>> = pages.into_iter().map(Arc::new).collect();
        let mut snapshot = Self { names: Arc::new(names), pages, ..Self::default() };
        let heads = || snapshot.pages.iter().flat_map(|page| page.heads());
        let places: BTreeMap<RecordId, u32> = heads().map(|head| head.id).zip(0..).collect();
        let mut merges = Merges::default();
        heads().filter(|head| head.merged_into.is_some()).for_each(|head| merges.set(head.id, head.merged_into));
        (snapshot.places, snapshot.merges) = (Arc::new(places), Arc::new(merges));
        snapshot
    }

    /// How many records there are, whatever their kind and status.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Every record, in the order they were first written.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.pages.len()).flat_map(|number| self.page(number))
    }

    /// Every record of a kind, in the order they were first written.
    pub fn rows_of(&self, kind: &str) -> impl Iterator<Item = Row<'_>> {
        let number = self.names.number(kind);
        self.rows().filter(move |row| number.is_some_and(|number| row.is_of(number)))
    }

    /// The number of a field; none when no record has it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<FieldNumber> {
        self.names.number(name).map(FieldNumber)
    }

    /// In how many pages they stand.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// The records of one page.
    pub fn page(&self, number: usize) -> impl Iterator<Item = Row<'_>> {
        self.pages.get(number).into_iter().flat_map(move |page| page.rows(&self.names, number * PAGE_ROWS))
    }

    /// On which page a place is, and where on it.
    #[must_use]
    pub const fn on_page(place: usize) -> (usize, usize) {
        (place / PAGE_ROWS, place % PAGE_ROWS)
    }

    /// Whether another picture has the very same page, so that what was worked out of it still holds.
    #[must_use]
    pub fn shares(&self, other: &Self, number: usize) -> bool {
        self.pages.get(number).zip(other.pages.get(number)).is_some_and(|(own, their)| Arc::ptr_eq(own, their))
    }

    /// The record at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<Row<'_>> {
        let (number, slot) = Self::on_page(place);
        Some(self.pages.get(number)?.row(slot, &self.names)?.on_page(number * PAGE_ROWS))
    }

    /// The place of a record.
    #[must_use]
    pub fn place(&self, id: RecordId) -> Option<usize> {
        usize::try_from(*self.places.get(&id)?).ok()
    }

    /// One record.
    #[must_use]
    pub fn row(&self, id: RecordId) -> Option<Row<'_>> {
        self.at(self.place(id)?)
    }

    /// The records that may point to this one: those whose packed values hold its id. One pass over flat memory.
    pub fn mentioning(&self, id: RecordId) -> impl Iterator<Item = Row<'_>> {
        let finder = memchr::memmem::Finder::new(id.bytes()).into_owned();
        self.rows().filter(move |row| row.id() != id && row.holds(&finder))
    }

    /// The records whose id begins with these hexadecimal digits, at most two.
    #[must_use]
    pub fn with_prefix(&self, digits: &str) -> Vec<RecordId> {
        let padded = format!("{digits:0<32.32}");
        let Ok(first) = padded.parse::<RecordId>() else { return Vec::new() };
        let digits = digits.to_ascii_lowercase();
        let range = self.places.range(first..).map(|(id, _)| *id);
        range.take_while(|id| id.to_string().starts_with(&digits)).take(2).collect()
    }

    /// The record this one is read as: itself, or the one it is merged into.
    #[must_use]
    pub fn read_as(&self, id: RecordId) -> RecordId {
        let mut at = id;
        let mut members = Vec::new();
        while let Some(into) = self.merges.into.get(&at).copied() {
            members.push(at);
            if members.contains(&into) {
                return members.into_iter().min().unwrap_or(id);
            }
            at = into;
        }
        at
    }

    /// Every record read as one with this one, itself first.
    #[must_use]
    pub fn group(&self, id: RecordId) -> Vec<RecordId> {
        let mut group = vec![self.read_as(id)];
        let mut next = 0;
        while let Some(member) = group.get(next).copied() {
            for other in self.merges.of.get(&member).into_iter().flatten() {
                if !group.contains(other) {
                    group.push(*other);
                }
            }
            next += 1;
        }
        group
    }

    /// The next picture, with these records written anew; also the numbers of the pages that changed.
    pub(crate) fn with(&self, written: &[Placed]) -> (Self, Vec<u32>) {
        let mut next = self.clone();
        let mut changed = Vec::new();
        let mut by_page: BTreeMap<usize, Vec<(usize, &Placed)>> = BTreeMap::new();
        for entry in written {
            let id = entry.0.id;
            next.relink(id, entry.0.merged_into);
            let fresh = u32::try_from(next.places.len()).unwrap_or(u32::MAX);
            let known = next.places.get(&id).copied();
            let place = known.unwrap_or(fresh);
            if known.is_none() {
                Arc::make_mut(&mut next.places).insert(id, fresh);
            }
            let place = usize::try_from(place).unwrap_or(usize::MAX);
            by_page.entry(place / PAGE_ROWS).or_default().push((place % PAGE_ROWS, entry));
        }
        for (number, entries) in by_page {
            let names = Arc::make_mut(&mut next.names);
            let mut page = next.pages.get(number).map_or_else(Page::default, |page| (**page).clone());
            page.write(entries.iter().map(|(slot, (summary, at))| (*slot, summary, at.as_slice())), &mut |name| {
                names.number_of(name)
            });
            match next.pages.get_mut(number) {
                Some(old) => *old = Arc::new(page),
                None => next.pages.push(Arc::new(page)),
            }
            changed.extend(u32::try_from(number));
        }
        (next, changed)
    }

    /// A picture of these records, from nothing.
    pub(crate) fn built(self, placed: &[Placed]) -> Self {
        let mut names = (*self.names).clone();
        let mut pages = Vec::new();
        for chunk in placed.chunks(PAGE_ROWS) {
            let mut page = Page::default();
            let entries = chunk.iter().enumerate().map(|(slot, (summary, at))| (slot, summary, at.as_slice()));
            page.write(entries, &mut |name| names.number_of(name));
            pages.push(page);
        }
        Self::from_pages(names, pages)
    }

    fn relink(&mut self, id: RecordId, into: Option<RecordId>) {
        if self.merges.into.get(&id).copied() != into {
            Arc::make_mut(&mut self.merges).set(id, into);
        }
    }

    /// The records that others were merged into.
    pub(crate) fn merged_into(&self) -> impl Iterator<Item = RecordId> {
        self.merges.of.keys().copied()
    }
}
