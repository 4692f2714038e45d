//! What an envelope says: type, time, payload, gossip, extensions. The server must know none of it.

use resguardo_wire::WireError;
use resguardo_wire::envelope::LogPosition;
use resguardo_wire::gate::{Cbor, Limits};
use resguardo_wire::id::LogHash;
use resguardo_wire::limits;
use std::collections::BTreeMap;

/// What a payload is. Types this version does not know are kept opaque and shown as *newer version* (C12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BodyType(pub u64);

impl BodyType {
    /// A new view.
    pub const PUBLISH_VIEW: Self = Self(1);
    /// A view that stands for one of its author's before.
    pub const SUPERSEDE_VIEW: Self = Self(2);
    /// The end of a view.
    pub const RETRACT_VIEW: Self = Self(3);
    /// A note on another's view.
    pub const ANNOTATION: Self = Self(4);
    /// An attachment's manifest; used with views only.
    pub const BLOB_MANIFEST: Self = Self(5);
    /// A sign of life with random payload.
    pub const HEARTBEAT: Self = Self(6);
    /// A batch of figures.
    pub const STATISTICS: Self = Self(7);
    /// A vote on a joint statement.
    pub const VOTE: Self = Self(8);
    /// Old envelopes published again for a newcomer.
    pub const HISTORY_PACK: Self = Self(9);
    /// Operations on records: the private scope and team spaces (§2.6a).
    pub const OPERATIONS: Self = Self(10);
}

/// What the author last saw: of the server's chain `[sn, rh]`, of the membership log `[n, log_hash]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gossip {
    /// Position in the server's chain.
    pub server_number: u64,
    /// Hash of the server's chain there.
    pub server_hash: LogHash,
    /// Place in the membership log.
    pub log: LogPosition,
}

impl Gossip {
    /// `[0, 00×32, 0, 00×32]`: the private scope has neither server nor log.
    pub const PRIVATE: Self = Self { server_number: 0, server_hash: LogHash::new([0; 32]), log: LogPosition::START };

    /// Whether this is what an author at this place of the log can have seen. The private scope's is zero throughout.
    pub(super) fn fits(&self, log: &LogPosition) -> bool {
        *log != LogPosition::START || *self == Self::PRIVATE
    }
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// What the payload is.
    pub kind: BodyType,
    /// The author's clock in minutes since 1970-01-01T00:00Z: a claim, never an order.
    pub minute: u64,
    /// The payload; for operations CBOR that is read by the gate again.
    pub payload: Vec<u8>,
    /// What the author last saw.
    pub gossip: Gossip,
    /// Extensions by key, 64 and up; usually empty.
    pub extensions: BTreeMap<u64, Cbor>,
}

impl Body {
    /// Operations in the private scope.
    #[must_use]
    pub fn operations(minute: u64, payload: Vec<u8>) -> Self {
        let kind = BodyType::OPERATIONS;
        Self { kind, minute, payload, gossip: Gossip::PRIVATE, extensions: BTreeMap::new() }
    }

    /// The body's bytes, and its bytes without key 0, which are committed to.
    pub(super) fn encode(&self, blinding: &[u8; 32]) -> (Vec<u8>, Vec<u8>) {
        let gossip = vec![
            Cbor::Uint(self.gossip.server_number),
            Cbor::bytes(self.gossip.server_hash.as_bytes()),
            Cbor::Uint(self.gossip.log.number),
            Cbor::bytes(self.gossip.log.hash.as_bytes()),
        ];
        let mut entries = BTreeMap::from([
            (1, Cbor::Uint(self.kind.0)),
            (2, Cbor::Uint(self.minute)),
            (3, Cbor::bytes(&self.payload)),
            (4, Cbor::Array(gossip)),
        ]);
        if !self.extensions.is_empty() {
            entries.insert(5, Cbor::Map(self.extensions.clone()));
        }
        let mut whole = Cbor::Map(entries);
        let committed = whole.encode();
        if let Cbor::Map(entries) = &mut whole {
            entries.insert(0, Cbor::bytes(blinding));
        }
        (whole.encode(), committed)
    }

    /// Blinding, body, and the bytes without key 0.
    pub(super) fn decode(bytes: &[u8]) -> Result<([u8; 32], Self, Vec<u8>), WireError> {
        let mut whole = Cbor::decode(bytes, Limits::bytes(limits::BODY_MAX_BYTES))?;
        let blinding = match &mut whole {
            Cbor::Map(entries) => entries.remove(&0).ok_or(WireError::MissingKey { key: 0 })?,
            _ => return Err(WireError::Unexpected { expected: "a map" }),
        };
        let blinding = blinding.into_array_of()?;
        let committed = whole.encode();
        let mut fields = whole.into_fields()?;
        let kind = BodyType(fields.take(1)?.into_uint()?);
        let minute = fields.take(2)?.into_uint()?;
        let payload = fields.take(3)?.into_bytes()?;
        let [server_number, server_hash, log_number, log_hash] = fields.take(4)?.into_tuple()?;
        let gossip = Gossip {
            server_number: server_number.into_uint()?,
            server_hash: LogHash::new(server_hash.into_array_of()?),
            log: LogPosition { number: log_number.into_uint()?, hash: LogHash::new(log_hash.into_array_of()?) },
        };
        let extensions = match fields.take_if_present(5) {
            None => BTreeMap::new(),
            Some(Cbor::Map(entries)) if entries.is_empty() => {
                return Err(WireError::Unexpected { expected: "extensions, absent when empty" });
            }
            Some(extensions) => extensions.into_fields()?.extensions()?,
        };
        fields.finish()?;
        Ok((blinding, Self { kind, minute, payload, gossip, extensions }, committed))
    }
}
