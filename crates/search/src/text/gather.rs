//! Every record that matches, by its id alone: read from columns, so that a hundred thousand cost no more than a list.

use resguardo_domain::id::RecordId;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use super::fields::{ID_HIGH, ID_LOW};

/// Gathers ids with their scores, unordered.
pub(super) struct Gather {
    /// Whether the scores are wanted; without them a match costs less.
    pub(super) scored: bool,
}

/// The same in one part of the index.
pub(super) struct GatherPart {
    high: Column<u64>,
    low: Column<u64>,
    found: Vec<(Score, RecordId)>,
}

impl Collector for Gather {
    type Fruit = Vec<(Score, RecordId)>;
    type Child = GatherPart;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<GatherPart> {
        let columns = segment.fast_fields();
        Ok(GatherPart { high: columns.u64(ID_HIGH)?, low: columns.u64(ID_LOW)?, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        self.scored
    }

    fn merge_fruits(&self, parts: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        Ok(parts.concat())
    }
}

impl SegmentCollector for GatherPart {
    type Fruit = Vec<(Score, RecordId)>;

    fn collect(&mut self, document: DocId, score: Score) {
        if let (Some(high), Some(low)) = (self.high.first(document), self.low.first(document)) {
            self.found.push((score, joined(high, low)));
        }
    }

    fn harvest(self) -> Self::Fruit {
        self.found
    }
}

/// An id in two numbers.
pub(super) fn halves(id: RecordId) -> (u64, u64) {
    let whole = u128::from_be_bytes(*id.bytes());
    let low = u64::try_from(whole & u128::from(u64::MAX)).unwrap_or_default();
    (u64::try_from(whole >> 64).unwrap_or_default(), low)
}

fn joined(high: u64, low: u64) -> RecordId {
    RecordId::new(((u128::from(high) << 64) | u128::from(low)).to_be_bytes())
}
