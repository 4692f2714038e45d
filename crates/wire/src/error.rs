//! What can be wrong with bytes from outside.

/// The state in which bytes from outside were found.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// Longer than its kind may be; refused before anything was read or allocated.
    #[error("longer than the {limit} bytes its kind may have")]
    TooLong {
        /// The cap in bytes.
        limit: usize,
    },
    /// Nested deeper than the gate allows.
    #[error("nested deeper than {limit} levels")]
    TooDeep {
        /// The greatest depth.
        limit: usize,
    },
    /// Not CBOR, or CBOR cut short.
    #[error("not whole CBOR")]
    Malformed {
        /// What the decoder said.
        #[source]
        source: minicbor::decode::Error,
    },
    /// CBOR of a kind the protocol does not use: tags, floats, null, indefinite lengths, keys that are no integers.
    #[error("CBOR of a kind the protocol does not use")]
    ForeignKind,
    /// An array or map that claims more items than bytes are left.
    #[error("claims more items than it has bytes")]
    ImpossibleCount,
    /// A second encoding of the same value: long integers, keys twice or out of order, bytes after the end.
    #[error("not the one deterministic encoding of its value")]
    NotCanonical,
    /// A value of another type, length or range than the schema says.
    #[error("expected {expected}")]
    Unexpected {
        /// What the schema wants here.
        expected: &'static str,
    },
    /// A key the schema requires is absent.
    #[error("key {key} is missing")]
    MissingKey {
        /// The absent key.
        key: u64,
    },
    /// A key below 64 that the schema does not know.
    #[error("key {key} is not known")]
    UnknownKey {
        /// The unknown key.
        key: u64,
    },
    /// A suite other than 1. There is no fallback.
    #[error("suite {suite} is not known to this version")]
    UnknownSuite {
        /// The suite found.
        suite: u64,
    },
    /// A public key of small order, or one that is no curve point.
    #[error("the author's public key is weak or no key")]
    WeakKey,
    /// The signature does not hold under strict verification.
    #[error("the signature does not hold")]
    BadSignature,
    /// The envelope is not the next one of its author in its scope.
    #[error("envelope {found} where {expected} was due")]
    OutOfChain {
        /// The sequence number that was due.
        expected: u64,
        /// The sequence number found.
        found: u64,
    },
    /// The envelope has the right number but names another predecessor.
    #[error("envelope {seq} names another predecessor")]
    WrongPredecessor {
        /// Its sequence number.
        seq: u64,
    },
}
