//! Sealing and opening envelopes, in the private scope and in every space alike (protocol.md §2.6).
//!
//! ```text
//! K_env = HK(scope, ES_epoch, L("env") ‖ author ‖ u64 seq)
//! ct    = XChaCha20-Poly1305(K_env, nonce, pad(body), aad = L("env-aad") ‖ header)
//! body  = { 0: r bstr32, 1: type, 2: minute, 3: payload, 4: gossip [sn, rh, n, log_hash], 5?: ext }
//! pc    = H(L("pt") ‖ r ‖ H(CBOR of body without key 0))
//! ```

mod body;

pub use body::{Body, BodyType, Gossip};

use crate::cipher::{self, NONCE_LEN, TAG_LEN};
use crate::error::{Refusal, VaultError};
use crate::padding::{pad, unpad};
use crate::random::random;
use crate::secret::{DeviceSeed, EnvelopeKey, EpochSecret};
use ed25519_dalek::{Signer, SigningKey};
use resguardo_wire::chain::ChainTip;
use resguardo_wire::envelope::{Header, LogPosition, SealedEnvelope, signed_bytes};
use resguardo_wire::hash::hash;
use resguardo_wire::id::{AuthorKey, EnvelopeHash, PlaintextCommitment, ScopeId};
use resguardo_wire::{WireError, label, limits};

const PADDED_MIN_BYTES: usize = 1024;

/// Writing and reading in one scope in one epoch: the scope's name, the device's signing key, the epoch's secret.
pub struct ScopeWriter {
    scope: ScopeId,
    device: SigningKey,
    author: AuthorKey,
    epoch: u32,
    secret: EpochSecret,
    log: LogPosition,
}

/// An envelope just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Its bytes, to go into a frame.
    pub bytes: Vec<u8>,
    /// Where the author's chain stands with it.
    pub tip: ChainTip,
}

/// An envelope that passed its checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its header.
    pub header: Header,
    /// Its hash, by which the next one names it.
    pub hash: EnvelopeHash,
    /// What it says.
    pub body: Body,
}

/// Whether the author's signature is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Verified now: on arrival, and by `verify`.
    Verified,
    /// Verified when it was written or arrived; since then the frame's authentication vouches for it.
    Remembered,
}

impl ScopeWriter {
    /// The private scope of a vault: epoch 0, a log that is empty and stays so.
    #[must_use]
    pub(crate) fn private(scope: ScopeId, device: &DeviceSeed, secret: EpochSecret) -> Self {
        Self::new(scope, device, 0, secret, LogPosition::START)
    }

    fn new(scope: ScopeId, device: &DeviceSeed, epoch: u32, secret: EpochSecret, log: LogPosition) -> Self {
        let device = SigningKey::from_bytes(device.expose());
        let author = AuthorKey::new(device.verifying_key().to_bytes());
        Self { scope, device, author, epoch, secret, log }
    }

    /// This device's public key in the scope. In the private scope nobody else ever sees it.
    #[must_use]
    pub const fn author(&self) -> &AuthorKey {
        &self.author
    }

    /// The chain's tip before this device's first envelope in the scope.
    #[must_use]
    pub fn chain_start(&self) -> ChainTip {
        ChainTip::start(&self.scope, &self.author)
    }

    /// Seals a body as the envelope after `tip`.
    ///
    /// # Errors
    /// `TooLarge` past the body's limit, `NoRandomness`.
    pub fn seal(&self, tip: &ChainTip, body: &Body) -> Result<Sealed, VaultError> {
        self.seal_with(tip, body, random()?, random()?)
    }

    fn seal_with(
        &self,
        tip: &ChainTip,
        body: &Body,
        nonce: [u8; NONCE_LEN],
        blinding: [u8; 32],
    ) -> Result<Sealed, VaultError> {
        let (plain, committed) = body.encode(&blinding);
        if plain.len() > limits::BODY_MAX_BYTES {
            return Err(VaultError::TooLarge { size_bytes: plain.len() });
        }
        let header = Header {
            scope: self.scope,
            author: self.author,
            seq: tip.seq.checked_add(1).ok_or(VaultError::Bug { what: "seq < 2^64" })?,
            prev: tip.hash,
            epoch: self.epoch,
            log: self.log,
            nonce,
            commitment: commitment(&blinding, &committed),
        };
        let header_bytes = header.encode();
        let key = self.envelope_key(&header);
        let ciphertext = cipher::seal(key.expose(), nonce, &aad(&header_bytes), pad(plain, PADDED_MIN_BYTES))?;
        let signature = self.device.sign(&signed_bytes(&header_bytes, &hash(&[&ciphertext]))).to_bytes();
        let sealed = SealedEnvelope { header, header_bytes, ciphertext, signature };
        Ok(Sealed { bytes: sealed.encode(), tip: ChainTip { seq: sealed.header.seq, hash: sealed.hash() } })
    }

    /// Opens an envelope of this device in this scope. All checks in order, no partial effects: gate, scope, author,
    /// log, epoch, signature, ciphertext, padding, commitment, gossip, schema. Its place in the chain is the reader's
    /// to check, with [`ChainTip::step`]: after damage there is no chain to step along, but records to be saved.
    ///
    /// # Errors
    /// `EnvelopeRefused` names the first check that failed, `Malformed` what the gate refused.
    pub fn open(&self, bytes: &[u8], signature: Signature) -> Result<Opened, VaultError> {
        let sealed = SealedEnvelope::decode(bytes)?;
        let header = &sealed.header;
        let check = |holds: bool, reason: Refusal| if holds { Ok(()) } else { Err(VaultError::from(reason)) };
        check(header.scope == self.scope, Refusal::Scope)?;
        check(header.author == self.author, Refusal::Author)?;
        check(header.log == self.log, Refusal::Log)?;
        check(header.epoch == self.epoch, Refusal::Epoch)?;
        check(header.seq > 0, Refusal::Chain)?;
        if signature == Signature::Verified {
            check(sealed.verify().is_ok(), Refusal::Signature)?;
        }
        check(is_padded_length(sealed.ciphertext.len()), Refusal::Padding)?;
        let key = self.envelope_key(header);
        let padded = cipher::open(key.expose(), header.nonce, &aad(&sealed.header_bytes), &sealed.ciphertext)
            .ok_or(Refusal::Ciphertext)?;
        let plain = unpad(padded, PADDED_MIN_BYTES).ok_or(Refusal::Padding)?;
        let (blinding, body, committed) = Body::decode(&plain).map_err(refused_body)?;
        check(commitment(&blinding, &committed) == header.commitment, Refusal::Commitment)?;
        check(body.gossip.fits(&self.log), Refusal::Gossip)?;
        let hash = sealed.hash();
        Ok(Opened { header: sealed.header, hash, body })
    }

    fn envelope_key(&self, header: &Header) -> EnvelopeKey {
        let info = [label::ENVELOPE_KEY, header.author.as_bytes().as_slice(), &header.seq.to_be_bytes()];
        EnvelopeKey::new(cipher::derive(self.scope.as_bytes(), self.secret.expose(), &info))
    }
}

/// A body that the gate or the schema refuses; the reason stays with the error's source only where it is the gate's.
fn refused_body(source: WireError) -> VaultError {
    match source {
        WireError::MissingKey { .. } | WireError::UnknownKey { .. } | WireError::Unexpected { .. } => {
            Refusal::Body.into()
        }
        gate => gate.into(),
    }
}

fn aad(header_bytes: &[u8]) -> Vec<u8> {
    [label::ENVELOPE_AAD, header_bytes].concat()
}

fn commitment(blinding: &[u8; 32], committed: &[u8]) -> PlaintextCommitment {
    PlaintextCommitment::new(hash(&[label::PLAINTEXT, blinding, &hash(&[committed])]))
}

fn is_padded_length(ciphertext_len: usize) -> bool {
    ciphertext_len >= PADDED_MIN_BYTES + TAG_LEN
}

#[cfg(test)]
mod tests;
