//! Everything that needs a key: the sealed vault on disk.
//!
//! What this crate is for: a folder that says nothing to whoever takes the disk, and loses nothing that was
//! acknowledged. Only this crate knows keys, and only it reads and writes the files of a vault.
//!
//! What it never does: speak over a network, show a key, keep a plaintext in a file, answer *saved* before the disk
//! did, or guess at what a damaged byte may have meant.
//!
//! # Terms
//! - **slot** *ranura*: one way in; wraps the root key under a passphrase, twelve words, or passphrase and keyfile.
//! - **keyring** *llavero*: the random keys that are not derived; dropping one destroys what it sealed.
//! - **ledger** *libro*, **frame** *asiento*: the append-only, chained truth; one frame is one sealed entry.
//! - **head** *cabeza*: where a ledger ends, under a MAC.
//! - **envelope** *sobre*: a signed, sealed unit of writing; a frame's usual content.
//! - **attachment** *adjunto*: a file of its own, in chunks that are checked one by one.
//!
//! # Rooms, in reading order
//! [`error`] · [`format`] · [`secret`] · [`keys`] · [`kdf`] · [`passphrase`] · [`words`] · [`slot`] · [`header`] ·
//! [`keyring`] · [`padding`] · [`dir`] · [`lock`] · [`envelope`] ·
//! [`ledger`] · [`blob`] · [`open`] · [`operations`] · `frames` · [`snapshot`] · `projection` · `replayed` · `writer` ·
//! [`vault`] · [`verify`] · [`mod@copy`] · [`attachment`]

pub mod attachment;
pub mod blob;
mod cipher;
pub mod copy;
pub mod desk;
pub mod dir;
pub mod envelope;
pub mod error;
pub mod format;
mod frames;
pub mod header;
pub mod kdf;
pub mod keyring;
pub mod keys;
pub mod ledger;
pub mod lock;
pub mod open;
pub mod operations;
pub mod padding;
pub mod passphrase;
mod projection;
mod random;
mod replayed;
pub mod secret;
pub mod slot;
pub mod snapshot;
mod stream;
#[cfg(test)]
mod testing;
pub mod vault;
pub mod verify;
pub mod words;
mod writer;

pub use error::{Kind, ReadOnly, VaultError};
pub use snapshot::{FieldNumber, Row, Snapshot};
pub use vault::{ProjectionState, Vault, VaultState};
