//! Each author's chain in a scope: numbers without gaps, each envelope naming the one before (protocol.md §2.6).

use crate::envelope::Header;
use crate::error::WireError;
use crate::hash::hash;
use crate::id::{AuthorKey, EnvelopeHash, ScopeId};
use crate::label;

/// Where an author's chain stands: number and hash of the last envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainTip {
    /// The last envelope's number; 0 before the first.
    pub seq: u64,
    /// The last envelope's hash; before the first `H(L("chain-0") ‖ scope ‖ author)`.
    pub hash: EnvelopeHash,
}

impl ChainTip {
    /// The tip before an author's first envelope in a scope.
    #[must_use]
    pub fn start(scope: &ScopeId, author: &AuthorKey) -> Self {
        let hash = hash(&[label::CHAIN_START, scope.as_bytes(), author.as_bytes()]);
        Self { seq: 0, hash: EnvelopeHash::new(hash) }
    }

    /// The tip after an envelope that continues this chain.
    ///
    /// # Errors
    /// `OutOfChain` on another number (a gap or a repetition), `WrongPredecessor` on a fork.
    pub fn step(&self, header: &Header, hash: EnvelopeHash) -> Result<Self, WireError> {
        let expected = self.seq.saturating_add(1);
        if header.seq != expected {
            return Err(WireError::OutOfChain { expected, found: header.seq });
        }
        if header.prev != self.hash {
            return Err(WireError::WrongPredecessor { seq: header.seq });
        }
        Ok(Self { seq: header.seq, hash })
    }
}
