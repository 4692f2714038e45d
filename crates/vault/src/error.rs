//! What can stand in the way of a vault.

use resguardo_wire::WireError;
use std::io;

/// How a caller should take an error: exit codes and the tone of a message follow from this alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be met as it was put.
    Invalid,
    /// Refused by policy.
    Refused,
    /// Wrong passphrase, words or keyfile.
    WrongKey,
    /// Bytes on disk are not as they were written.
    Damaged,
    /// Not at the moment: in use, full, out of memory.
    NotNow,
    /// A mistake of this program.
    Bug,
}

/// The state in which a vault, or a request to it, was found.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// There is no vault in the folder named.
    #[error("no vault in this folder")]
    NoVault,
    /// The folder for a new vault holds something already.
    #[error("the folder for the new vault is not empty")]
    FolderNotEmpty,
    /// The folder for a new vault is copied elsewhere by a program or lies on another machine.
    #[error("the folder for the new vault is synchronised or on a network: {sign}")]
    SyncedFolder {
        /// What gave it away: a service's name.
        sign: &'static str,
    },
    /// Another process has this vault open.
    #[error("another process has this vault open")]
    InUse,
    /// An empty passphrase, one over 1,024 bytes, one with a NUL.
    #[error("a passphrase has 1 to 1024 bytes and no NUL")]
    PassphraseForm,
    /// A new passphrase that would be guessed.
    #[error("the new passphrase is too easily guessed (score {score} of 4, {characters} characters)")]
    WeakPassphrase {
        /// zxcvbn's score, 0 to 4; 4 is wanted.
        score: u8,
        /// Its length in characters; 14 are wanted.
        characters: usize,
    },
    /// Recovery words are twelve.
    #[error("{found} recovery words where 12 are due")]
    RecoveryWordCount {
        /// How many there were.
        found: usize,
    },
    /// A recovery word that is not on the list.
    #[error("recovery word {position} is not on the list")]
    RecoveryWordUnknown {
        /// Its place, from 1.
        position: usize,
    },
    /// Twelve words of the list, but one of them is another or two changed places.
    #[error("the recovery words' checksum does not hold")]
    RecoveryWordsChecksum,
    /// Key derivation parameters asked for are outside the bounds compiled in.
    #[error("key derivation memory of {m_kib} KiB is outside 65536..=2097152")]
    KdfMemoryOutOfBounds {
        /// The memory asked for, in KiB.
        m_kib: u32,
    },
    /// The machine cannot give the memory that key derivation needs. There is no weaker way.
    #[error("not enough memory for key derivation ({m_kib} KiB)")]
    NotEnoughMemory {
        /// The memory needed, in KiB.
        m_kib: u32,
    },
    /// No slot opens with what was given. One error for every slot and every secret.
    #[error("no slot opens with this passphrase, words or keyfile")]
    WrongPassphrase,
    /// Neither copy of the header can be read.
    #[error("neither copy of the vault's header can be read")]
    HeaderUnreadable,
    /// A slot names parameters outside the bounds compiled in; nothing was derived with them.
    #[error("the header names key derivation parameters outside the bounds")]
    HeaderParameters,
    /// Header, keyring and heads are not of one time: somebody put earlier files back.
    #[error("the header is of generation {header}, the vault of {vault}")]
    GenerationMismatch {
        /// The header's generation.
        header: u32,
        /// The generation keyring and heads name.
        vault: u32,
    },
    /// Written by a later version of the program.
    #[error("written by a later version of this program")]
    NewerFormat,
    /// Neither copy of the keyring opens.
    #[error("neither copy of the keyring opens under this vault's key")]
    KeyringDamaged,
    /// The keyring holds nothing for this scope, epoch or segment.
    #[error("the keyring lacks a key it should hold")]
    KeyMissing,
    /// A place in the ledger that does not open or does not follow.
    #[error("ledger segment {segment} does not hold at offset {offset}")]
    LedgerDamaged {
        /// The segment's number.
        segment: u32,
        /// Offset in the segment, in bytes.
        offset: u64,
    },
    /// The ledger takes no more writes until it was reopened and verified.
    #[error("the ledger is read-only: {reason}")]
    LedgerReadOnly {
        /// Why.
        reason: ReadOnly,
    },
    /// An entry that is too large for one frame.
    #[error("an entry of {size_bytes} bytes is too large")]
    TooLarge {
        /// Its size in bytes.
        size_bytes: usize,
    },
    /// An envelope that fails one of the checks of protocol.md §2.6.
    #[error("envelope refused: {reason}")]
    EnvelopeRefused {
        /// Which check.
        reason: Refusal,
    },
    /// Bytes inside the vault's encryption that are not what the format says.
    #[error("a sealed structure does not follow its format")]
    Malformed {
        /// What was wrong with them.
        #[from]
        source: WireError,
    },
    /// The attachment's file is not there.
    #[error("the attachment's file is missing")]
    BlobMissing,
    /// The attachment's file does not open whole.
    #[error("the attachment does not open at its chunk {chunk}")]
    BlobDamaged {
        /// The first chunk that does not hold, from 0; the number of chunks if only the whole does not.
        chunk: u64,
    },
    /// A copy that was read back is not what was copied.
    #[error("the copy is not what was copied")]
    CopyDiffers,
    /// Whoever asked for a long piece of work stopped it.
    #[error("stopped")]
    Stopped,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The operating system gave no random bytes; nothing was written.
    #[error("the operating system gives no random bytes")]
    NoRandomness,
    /// Reading or writing failed.
    #[error("reading or writing the vault failed")]
    Disk {
        /// What the operating system said.
        #[source]
        source: io::Error,
    },
    /// Reading the source or writing to the sink a caller handed in failed.
    #[error("reading or writing outside the vault failed")]
    Outside {
        /// What the operating system said.
        #[source]
        source: io::Error,
    },
    /// A mistake of this program.
    #[error("a mistake of this program: {what}")]
    Bug {
        /// Which invariant did not hold.
        what: &'static str,
    },
}

/// Why a ledger takes no more writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnly {
    /// A write or a sync failed; what the disk holds is uncertain until it is read again.
    #[error("a write could not be confirmed")]
    WriteFailed,
    /// Damage was found before the head.
    #[error("damage was found")]
    Damage,
    /// The header's MAC does not hold in any copy.
    #[error("the header was altered")]
    HeaderAltered,
}

/// The check an envelope failed. In the order in which they are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Another scope than the one it was found in.
    #[error("it belongs to another scope")]
    Scope,
    /// Not an author of this scope.
    #[error("its author does not write here")]
    Author,
    /// Another membership log than ours.
    #[error("it names another membership log")]
    Log,
    /// Another epoch than its log position has.
    #[error("it names another epoch")]
    Epoch,
    /// Not the next of its author.
    #[error("it does not continue its author's chain")]
    Chain,
    /// A weak key or a signature that does not hold.
    #[error("its signature does not hold")]
    Signature,
    /// The ciphertext does not open.
    #[error("it does not open")]
    Ciphertext,
    /// The padding is not the one padding of its body.
    #[error("its padding is wrong")]
    Padding,
    /// The body is not the one the header commits to.
    #[error("its body is not the one it commits to")]
    Commitment,
    /// The gossip does not fit the scope.
    #[error("its gossip does not fit")]
    Gossip,
    /// The body does not follow its schema.
    #[error("its body does not follow the schema")]
    Body,
}

impl VaultError {
    /// How a caller should take this error.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::NoVault
            | Self::FolderNotEmpty
            | Self::PassphraseForm
            | Self::RecoveryWordCount { .. }
            | Self::RecoveryWordUnknown { .. }
            | Self::RecoveryWordsChecksum
            | Self::KdfMemoryOutOfBounds { .. }
            | Self::TooLarge { .. }
            | Self::Outside { .. } => Kind::Invalid,
            Self::SyncedFolder { .. } | Self::WeakPassphrase { .. } | Self::NewerFormat => Kind::Refused,
            Self::WrongPassphrase => Kind::WrongKey,
            Self::HeaderUnreadable
            | Self::HeaderParameters
            | Self::GenerationMismatch { .. }
            | Self::KeyringDamaged
            | Self::KeyMissing
            | Self::LedgerDamaged { .. }
            | Self::LedgerReadOnly { reason: ReadOnly::Damage | ReadOnly::HeaderAltered }
            | Self::EnvelopeRefused { .. }
            | Self::Malformed { .. }
            | Self::BlobMissing
            | Self::BlobDamaged { .. }
            | Self::CopyDiffers => Kind::Damaged,
            Self::InUse
            | Self::NotEnoughMemory { .. }
            | Self::LedgerReadOnly { reason: ReadOnly::WriteFailed }
            | Self::Stopped
            | Self::DiskFull
            | Self::NoRandomness
            | Self::Disk { .. } => Kind::NotNow,
            Self::Bug { .. } => Kind::Bug,
        }
    }
}

impl From<io::Error> for VaultError {
    fn from(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Disk { source },
        }
    }
}

impl From<Refusal> for VaultError {
    fn from(reason: Refusal) -> Self {
        Self::EnvelopeRefused { reason }
    }
}
