//! Random keys that are not derived, so that dropping one destroys what it sealed (protocol.md §2.4).
//!
//! ```text
//! file  = "RGKEYS1\0" ‖ u64 counter ‖ nonce(24) ‖ ct
//! ct    = XChaCha20-Poly1305(K_keyring, nonce, pad(plain), aad = L("keyring-aad") ‖ vault_id ‖ u64 counter)
//! plain = {0: 1, 1: generation u32, 2: [[scope, Ed25519 seed, X-Wing seed | h'',
//!          [[epoch u32, ES, LS | h'']…], [[segment_no u32, [key, one or two]]…]]… by scope]}
//! ```
//! Keys from 64 on are kept when rewriting.

mod store;

pub(crate) use store::KeyringPlace;
pub use store::{Copies, KeyringStore};

use crate::cipher::{self, NONCE_LEN};
use crate::error::VaultError;
use crate::format::{KEYRING_MAGIC, KEYRING_VERSION};
use crate::padding::{pad, unpad};
use crate::random::random;
use crate::secret::{DeviceSeed, EpochSecret, KeyringKey, LogSecret, SealingSeed, SegmentKey};
use resguardo_wire::gate::{Cbor, Limits};
use resguardo_wire::id::{ScopeId, VaultId};
use resguardo_wire::{WireError, label, limits};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

const PADDED_MIN_BYTES: usize = 1024;
const COUNTER_LEN: usize = 8;

/// The secret of one epoch of one scope.
#[derive(Clone)]
pub(crate) struct Epoch {
    pub(crate) secret: EpochSecret,
    pub(crate) log_secret: Option<LogSecret>,
}

/// What the keyring holds for one scope.
#[derive(Clone)]
pub(crate) struct ScopeKeys {
    pub(crate) device: DeviceSeed,
    pub(crate) sealing: Option<SealingSeed>,
    pub(crate) epochs: BTreeMap<u32, Epoch>,
    /// One key a segment; two while a purge rewrites it.
    pub(crate) segments: BTreeMap<u32, Vec<SegmentKey>>,
}

impl ScopeKeys {
    /// A new device key and a first epoch, numbered 0; no segment yet.
    ///
    /// # Errors
    /// `NoRandomness`.
    pub(crate) fn new_private() -> Result<Self, VaultError> {
        let epoch = Epoch { secret: EpochSecret::new(random()?), log_secret: None };
        Ok(Self {
            device: DeviceSeed::new(random()?),
            sealing: None,
            epochs: BTreeMap::from([(0, epoch)]),
            segments: BTreeMap::new(),
        })
    }
}

/// The keyring's content.
#[derive(Clone)]
pub struct Keyring {
    pub(crate) generation: u32,
    pub(crate) scopes: BTreeMap<ScopeId, ScopeKeys>,
    pub(crate) extensions: BTreeMap<u64, Cbor>,
}

impl Keyring {
    /// Seals the keyring into a file's bytes under this counter.
    ///
    /// # Errors
    /// `TooLarge` past 4 MiB, `NoRandomness`.
    pub(crate) fn to_file(&self, place: &KeyringPlace, counter: u64) -> Result<Vec<u8>, VaultError> {
        let plain = self.to_cbor().encode();
        if plain.len() > limits::KEYRING_MAX_BYTES {
            return Err(VaultError::TooLarge { size_bytes: plain.len() });
        }
        let nonce: [u8; NONCE_LEN] = random()?;
        let aad = associated_data(&place.vault, counter);
        let sealed = cipher::seal(place.key.expose(), nonce, &aad, pad(plain, PADDED_MIN_BYTES))?;
        Ok([KEYRING_MAGIC.as_slice(), &counter.to_be_bytes(), &nonce, &sealed].concat())
    }

    /// Opens a file's bytes: the counter and the keyring, or nothing if they do not open.
    pub(crate) fn from_file(place: &KeyringPlace, file: &[u8]) -> Option<(u64, Self)> {
        let (magic, rest) = file.split_at_checked(KEYRING_MAGIC.len())?;
        let (counter, rest) = rest.split_first_chunk::<COUNTER_LEN>()?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_LEN>()?;
        // Padmé adds an eighth at most.
        if magic != KEYRING_MAGIC || sealed.len() > limits::KEYRING_MAX_BYTES * 9 / 8 {
            return None;
        }
        let counter = u64::from_be_bytes(*counter);
        let aad = associated_data(&place.vault, counter);
        let padded = cipher::open(place.key.expose(), *nonce, &aad, sealed)?;
        let plain = Zeroizing::new(unpad(padded, PADDED_MIN_BYTES)?);
        Self::from_bytes(&plain).ok().map(|keyring| (counter, keyring))
    }

    fn to_cbor(&self) -> Cbor {
        let scopes = self.scopes.iter().map(|(id, keys)| scope_to_cbor(id, keys)).collect();
        let mut entries = self.extensions.clone();
        entries.insert(0, Cbor::Uint(KEYRING_VERSION));
        entries.insert(1, Cbor::Uint(u64::from(self.generation)));
        entries.insert(2, Cbor::Array(scopes));
        Cbor::Map(entries)
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Cbor::decode(bytes, Limits::bytes(limits::KEYRING_MAX_BYTES))?.into_fields()?;
        if fields.take(0)?.into_uint()? != KEYRING_VERSION {
            return Err(WireError::Unexpected { expected: "keyring version 1" });
        }
        let generation = fields.take(1)?.into_small()?;
        let scopes = fields.take(2)?.into_items()?.into_iter().map(scope_from_cbor);
        let scopes = ascending(scopes)?;
        Ok(Self { generation, scopes, extensions: fields.extensions()? })
    }
}

fn scope_to_cbor(id: &ScopeId, keys: &ScopeKeys) -> Cbor {
    let optional = |bytes: Option<&[u8; 32]>| bytes.map_or_else(|| Cbor::Bytes(Vec::new()), |bytes| Cbor::bytes(bytes));
    let epochs = keys.epochs.iter().map(|(number, epoch)| {
        let log_secret = optional(epoch.log_secret.as_ref().map(LogSecret::expose));
        Cbor::Array(vec![Cbor::Uint(u64::from(*number)), Cbor::bytes(epoch.secret.expose()), log_secret])
    });
    let segments = keys.segments.iter().map(|(number, keys)| {
        let keys = keys.iter().map(|key| Cbor::bytes(key.expose())).collect();
        Cbor::Array(vec![Cbor::Uint(u64::from(*number)), Cbor::Array(keys)])
    });
    Cbor::Array(vec![
        Cbor::bytes(id.as_bytes()),
        Cbor::bytes(keys.device.expose()),
        optional(keys.sealing.as_ref().map(SealingSeed::expose)),
        Cbor::Array(epochs.collect()),
        Cbor::Array(segments.collect()),
    ])
}

fn scope_from_cbor(cbor: Cbor) -> Result<(ScopeId, ScopeKeys), WireError> {
    let [id, device, sealing, epochs, segments] = cbor.into_tuple()?;
    let epochs = epochs.into_items()?.into_iter().map(|epoch| {
        let [number, secret, log_secret] = epoch.into_tuple()?;
        let secret = EpochSecret::new(secret.into_array_of()?);
        Ok((number.into_small()?, Epoch { secret, log_secret: optional(log_secret)?.map(LogSecret::new) }))
    });
    let segments = segments.into_items()?.into_iter().map(|segment| {
        let [number, keys] = segment.into_tuple()?;
        let keys: Vec<SegmentKey> = keys
            .into_items()?
            .into_iter()
            .map(|key| Ok(SegmentKey::new(key.into_array_of()?)))
            .collect::<Result<_, WireError>>()?;
        if !(1..=2).contains(&keys.len()) {
            return Err(WireError::Unexpected { expected: "one or two keys of a segment" });
        }
        Ok((number.into_small()?, keys))
    });
    let keys = ScopeKeys {
        device: DeviceSeed::new(device.into_array_of()?),
        sealing: optional(sealing)?.map(SealingSeed::new),
        epochs: ascending(epochs)?,
        segments: ascending(segments)?,
    };
    Ok((ScopeId::new(id.into_array_of()?), keys))
}

/// 32 bytes, or none where the byte string is empty.
fn optional(cbor: Cbor) -> Result<Option<[u8; 32]>, WireError> {
    match cbor {
        Cbor::Bytes(bytes) if bytes.is_empty() => Ok(None),
        other => other.into_array_of().map(Some),
    }
}

/// Collects entries whose keys must grow: one order, nothing twice.
fn ascending<K: Ord, V>(entries: impl Iterator<Item = Result<(K, V), WireError>>) -> Result<BTreeMap<K, V>, WireError> {
    let mut map = BTreeMap::new();
    for entry in entries {
        let (key, value) = entry?;
        if map.last_key_value().is_some_and(|(last, _)| *last >= key) {
            return Err(WireError::Unexpected { expected: "entries in ascending order" });
        }
        map.insert(key, value);
    }
    Ok(map)
}

fn associated_data(vault: &VaultId, counter: u64) -> Vec<u8> {
    [label::KEYRING_AAD, vault.as_bytes().as_slice(), &counter.to_be_bytes()].concat()
}

/// Where a keyring belongs: the vault that its associated data names and the key that seals it.
pub(crate) fn place(vault: VaultId, key: KeyringKey) -> KeyringPlace {
    KeyringPlace { vault, key }
}

#[cfg(test)]
mod tests;
