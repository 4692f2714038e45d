//! The clear part of an envelope: header, ciphertext, signature (protocol.md §2.6).
//!
//! ```text
//! envelope = CBOR [ header bstr, ct bstr, sig bstr64 ]
//! header   = { 0: 1, 1: scope, 2: author, 3: seq, 4: prev, 5: epoch, 6: [log_n, log_hash], 7: nonce, 8: pc }
//! sig      = Ed25519(L("env-sig") ‖ H(header) ‖ H(ct))
//! EH       = H(L("env-hash") ‖ H(header) ‖ H(ct))
//! ```

use crate::error::WireError;
use crate::gate::{Cbor, Limits};
use crate::hash::hash;
use crate::id::{AuthorKey, EnvelopeHash, LogHash, PlaintextCommitment, ScopeId};
use crate::{label, limits};
use ed25519_dalek::{Signature, VerifyingKey};

/// The only suite. Anything else is an error, never a fallback.
pub const SUITE: u64 = 1;
/// Length of an XChaCha20-Poly1305 nonce.
pub const NONCE_LEN: usize = 24;
/// Length of an Ed25519 signature.
pub const SIGNATURE_LEN: usize = 64;

/// A place in a scope's membership log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogPosition {
    /// Number of the log's last operation; 0 in the private scope.
    pub number: u64,
    /// The log's running hash there; zeros in the private scope.
    pub hash: LogHash,
}

impl LogPosition {
    /// `[0, 00×32]`: the log of the private scope, which has none.
    pub const START: Self = Self { number: 0, hash: LogHash::new([0; 32]) };
}

/// What stands in the clear on an envelope: pseudonym, counters, epoch. Nothing about its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The scope it is written in.
    pub scope: ScopeId,
    /// Its author's key in that scope.
    pub author: AuthorKey,
    /// Its number in the author's chain, from 1.
    pub seq: u64,
    /// Hash of the author's envelope before.
    pub prev: EnvelopeHash,
    /// The epoch whose secret seals it.
    pub epoch: u32,
    /// The author's last verified place in the membership log.
    pub log: LogPosition,
    /// Nonce of the ciphertext.
    pub nonce: [u8; NONCE_LEN],
    /// Commitment to the body.
    pub commitment: PlaintextCommitment,
}

impl Header {
    /// The bytes that are hashed, signed and used as associated data.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let log = vec![Cbor::Uint(self.log.number), Cbor::bytes(self.log.hash.as_bytes())];
        Cbor::map([
            (0, Cbor::Uint(SUITE)),
            (1, Cbor::bytes(self.scope.as_bytes())),
            (2, Cbor::bytes(self.author.as_bytes())),
            (3, Cbor::Uint(self.seq)),
            (4, Cbor::bytes(self.prev.as_bytes())),
            (5, Cbor::Uint(u64::from(self.epoch))),
            (6, Cbor::Array(log)),
            (7, Cbor::bytes(&self.nonce)),
            (8, Cbor::bytes(self.commitment.as_bytes())),
        ])
        .encode()
    }

    /// Reads a header through the gate.
    ///
    /// # Errors
    /// Whatever the gate refuses, `UnknownSuite`, a wrong type or length, an unknown or missing key.
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Cbor::decode(bytes, Limits::bytes(limits::HEADER_MAX_BYTES))?.into_fields()?;
        let suite = fields.take(0)?.into_uint()?;
        if suite != SUITE {
            return Err(WireError::UnknownSuite { suite });
        }
        let scope = ScopeId::new(fields.take(1)?.into_array_of()?);
        let author = AuthorKey::new(fields.take(2)?.into_array_of()?);
        let seq = fields.take(3)?.into_uint()?;
        let prev = EnvelopeHash::new(fields.take(4)?.into_array_of()?);
        let epoch = fields.take(5)?.into_small()?;
        let [number, log_hash] = fields.take(6)?.into_tuple()?;
        let log = LogPosition { number: number.into_uint()?, hash: LogHash::new(log_hash.into_array_of()?) };
        let nonce = fields.take(7)?.into_array_of()?;
        let commitment = PlaintextCommitment::new(fields.take(8)?.into_array_of()?);
        fields.finish()?;
        Ok(Self { scope, author, seq, prev, epoch, log, nonce, commitment })
    }
}

/// An envelope taken apart but not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedEnvelope {
    /// The header read.
    pub header: Header,
    /// The header's bytes as received; verification runs over these.
    pub header_bytes: Vec<u8>,
    /// The ciphertext with its tag.
    pub ciphertext: Vec<u8>,
    /// The author's signature.
    pub signature: [u8; SIGNATURE_LEN],
}

impl SealedEnvelope {
    /// Takes an envelope apart through the gate. Says nothing yet about its signature or its place in a chain.
    ///
    /// # Errors
    /// Whatever the gate or [`Header::decode`] refuses.
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let whole = Cbor::decode(bytes, Limits::bytes(limits::ENVELOPE_MAX_BYTES))?;
        let [header, ciphertext, signature] = whole.into_tuple()?;
        let header_bytes = header.into_bytes()?;
        Ok(Self {
            header: Header::decode(&header_bytes)?,
            header_bytes,
            ciphertext: ciphertext.into_bytes()?,
            signature: signature.into_array_of()?,
        })
    }

    /// The envelope's bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let parts = [self.header_bytes.as_slice(), &self.ciphertext, &self.signature];
        Cbor::Array(parts.map(Cbor::bytes).to_vec()).encode()
    }

    /// EH: the envelope's one identity. The signature is not part of it.
    #[must_use]
    pub fn hash(&self) -> EnvelopeHash {
        envelope_hash(&self.header_bytes, &hash(&[&self.ciphertext]))
    }

    /// Ed25519 `verify_strict` of the author's signature, weak keys refused.
    ///
    /// # Errors
    /// `WeakKey`, `BadSignature`.
    pub fn verify(&self) -> Result<(), WireError> {
        let message = signed_bytes(&self.header_bytes, &hash(&[&self.ciphertext]));
        verify_strict(&self.header.author, &message, &self.signature)
    }
}

/// EH of an envelope that was accepted before, without copying it: its parts are read where they stand, and the gate is
/// not passed again.
///
/// # Errors
/// `Malformed`, `ForeignKind` if it is no array of three byte strings.
pub fn hash_of_accepted(bytes: &[u8]) -> Result<EnvelopeHash, WireError> {
    let malformed = |source| WireError::Malformed { source };
    let mut decoder = minicbor::Decoder::new(bytes);
    if decoder.array().map_err(malformed)? != Some(3) {
        return Err(WireError::ForeignKind);
    }
    let header = decoder.bytes().map_err(malformed)?;
    let ciphertext = decoder.bytes().map_err(malformed)?;
    Ok(envelope_hash(header, &hash(&[ciphertext])))
}

/// `H(L("env-hash") ‖ H(header) ‖ H(ct))`, from hashes, so that an envelope whose content was destroyed still links.
#[must_use]
pub fn envelope_hash(header_bytes: &[u8], ciphertext_hash: &[u8; 32]) -> EnvelopeHash {
    EnvelopeHash::new(hash(&[label::ENVELOPE_HASH, &hash(&[header_bytes]), ciphertext_hash]))
}

/// `L("env-sig") ‖ H(header) ‖ H(ct)`: what the author signs.
#[must_use]
pub fn signed_bytes(header_bytes: &[u8], ciphertext_hash: &[u8; 32]) -> Vec<u8> {
    [label::ENVELOPE_SIGNATURE, &hash(&[header_bytes]), ciphertext_hash].concat()
}

fn verify_strict(author: &AuthorKey, message: &[u8], signature: &[u8; SIGNATURE_LEN]) -> Result<(), WireError> {
    let Ok(key) = VerifyingKey::from_bytes(author.as_bytes()) else { return Err(WireError::WeakKey) };
    if key.is_weak() {
        return Err(WireError::WeakKey);
    }
    match key.verify_strict(message, &Signature::from_bytes(signature)) {
        Ok(()) => Ok(()),
        Err(_) => Err(WireError::BadSignature),
    }
}

#[cfg(test)]
mod tests;
