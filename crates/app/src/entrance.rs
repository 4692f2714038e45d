//! Before a vault is open: whether there is one, making one in two steps, unlocking.
//!
//! A new vault is made beside its place and moved there only when three of its twelve words were typed back: until then
//! nothing counts as made, and what a crash leaves is deleted at the next start.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use resguardo_domain::catalogue::Lang;
use resguardo_language::{Args, Words};
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;
use resguardo_vault::secret::{Keyfile, Passphrase};
use resguardo_vault::slot::UnlockSecret;
use resguardo_vault::words::RecoveryWords;
use resguardo_vault::{Vault, VaultError, passphrase};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::asked::AskedWords;
use crate::error::AppError;
use crate::session::Session;
use crate::settings::{Appearance, DEMONSTRATION, ORGANISATION, Preferences};

/// Why the lock window is there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The program was started.
    #[default]
    Start,
    /// Somebody locked.
    Asked,
    /// Nobody touched the window for long.
    Idle,
    /// The desktop locked its screen.
    Screen,
    /// The machine went to sleep.
    Sleep,
    /// Somebody locked in a hurry: nothing is said.
    Panic,
}

/// What may be known before anybody unlocked.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Entrance {
    /// Whether there is a vault to unlock.
    pub has_vault: bool,
    /// The laptop's nickname.
    pub computer: Option<String>,
    /// Why the window is there.
    pub reason: Reason,
    /// Whether something half written waits inside.
    pub draft_kept: bool,
    /// How the window looks.
    pub appearance: Appearance,
    /// The program's version.
    pub version: String,
}

impl Entrance {
    /// What may be known of the vault in this folder.
    #[must_use]
    pub fn of(vault: &Path, reason: Reason) -> Self {
        let preferences = Preferences::read(vault);
        Self {
            has_vault: ["vault.rgv", "vault2.rgv"].iter().any(|name| vault.join(name).exists()),
            computer: Some(preferences.computer).filter(|name| !name.is_empty()),
            reason,
            draft_kept: resguardo_vault::desk::is_kept(vault),
            appearance: preferences.appearance,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

/// How strong a passphrase is, in plain words.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Strength {
    /// 0 to 4, by zxcvbn.
    pub score: u8,
    /// Whether a vault may be sealed with it.
    pub enough: bool,
    /// One sentence.
    pub sentence: String,
}

impl Strength {
    /// Weighs a passphrase as it is typed.
    #[must_use]
    pub fn of(typed: &str, words: &Words) -> Self {
        let (score, characters, enough) = match passphrase::choose(typed) {
            Ok(_) => (passphrase::SCORE_MIN, typed.chars().count(), true),
            Err(VaultError::WeakPassphrase { score, characters }) => (score, characters, false),
            Err(_) => (0, 0, false),
        };
        let id = match (characters, enough, score) {
            (0, _, _) => "strength-empty",
            (_, true, _) => "strength-enough",
            (_, _, 4) => "strength-short",
            (_, _, 2 | 3) => "strength-middling",
            _ => "strength-weak",
        };
        let missing = passphrase::CHARACTERS_MIN.saturating_sub(characters);
        let missing = u64::try_from(missing).unwrap_or(u64::MAX);
        Self { score, enough, sentence: words.say(id, &Args::new().count("missing", missing)) }
    }
}

/// What a person says of a new vault.
#[derive(Clone, Deserialize, specta::Type)]
pub struct NewVault {
    /// The organisation.
    pub organisation: String,
    /// The laptop's nickname; it is shown before unlocking.
    pub computer: String,
    /// The persons who write.
    pub writers: Vec<String>,
    /// The passphrase.
    pub passphrase: String,
    /// Whether the key file chosen before is needed too.
    pub with_keyfile: bool,
}

/// What a new vault holds at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// Nothing.
    Empty,
    /// The demonstration.
    Demonstration,
}

/// A vault that is made and does not count yet.
pub struct Pending {
    session: Session,
    place: PathBuf,
    words: AskedWords,
    organisation: String,
    computer: String,
    writers: Vec<String>,
}

impl Pending {
    /// Makes the vault beside its place.
    ///
    /// # Errors
    /// The passphrase is too weak, the place is taken or synced elsewhere, the disk failed.
    pub fn make(place: &Path, request: &NewVault, keyfile: Option<Keyfile>, lang: Lang) -> Result<Self, AppError> {
        let passphrase = passphrase::choose(&request.passphrase)?;
        let beside = beside(place);
        remove(&beside)?;
        if Entrance::of(place, Reason::Start).has_vault {
            return Err(VaultError::FolderNotEmpty.into());
        }
        let (session, words) = Session::create(&beside, &WayIn { passphrase, keyfile }, cost()?, lang)?;
        let written = request.writers.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        Ok(Self {
            session,
            place: place.to_owned(),
            words: AskedWords::of(words)?,
            organisation: request.organisation.trim().to_owned(),
            computer: request.computer.trim().to_owned(),
            writers: written.collect(),
        })
    }

    /// The words to write down, and whether they were.
    #[must_use]
    pub const fn words(&self) -> &AskedWords {
        &self.words
    }

    /// Moves the vault to its place and opens it there, without a second derivation. Ask [`AskedWords::are_right`] before.
    ///
    /// # Errors
    /// The disk failed.
    pub fn confirm(self, start: Start) -> Result<Session, AppError> {
        let (organisation, computer, writers) =
            (self.organisation.clone(), self.computer.clone(), self.writers.clone());
        let moved = self.into_place();
        let (mut session, place) = moved?;
        session.set_preference(ORGANISATION, &organisation)?;
        for name in &writers {
            session.add_writer(name)?;
        }
        if let Some(first) = writers.first() {
            session.write_as(first)?;
        }
        if start == Start::Demonstration {
            session.demo()?;
            session.set_preference(DEMONSTRATION, "yes")?;
        }
        Preferences { computer, ..Preferences::read(&place) }.write(&place)?;
        session.begin_index();
        Ok(session)
    }

    fn into_place(self) -> Result<(Session, PathBuf), AppError> {
        let key = self.session.vault().root_key()?;
        let lang = self.session.lang;
        let place = self.place.clone();
        drop(self.session);
        let disk = |source| AppError::Vault(VaultError::Disk { source });
        // An empty folder may stand in the place: rename wants it gone.
        match std::fs::remove_dir(&place) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(disk(error)),
            _ => {}
        }
        std::fs::rename(beside(&place), &place).map_err(disk)?;
        Ok((Session::over(Vault::unlock_with_root(&place, &key)?, lang), place))
    }

    /// Deletes it: the person went back.
    ///
    /// # Errors
    /// The disk failed.
    pub fn forget(self) -> Result<(), AppError> {
        let folder = beside(&self.place);
        drop(self.session);
        remove(&folder)
    }
}

/// Unlocks with a passphrase, or with the words and a new passphrase.
///
/// # Errors
/// One error for every wrong passphrase, key file or word; damage; another program holding the vault.
pub fn unlock(vault: &Path, typed: &str, keyfile: Option<Keyfile>, lang: Lang) -> Result<Session, AppError> {
    let passphrase = Passphrase::new(typed)?;
    let secret = match keyfile {
        None => UnlockSecret::Passphrase(passphrase),
        Some(keyfile) => UnlockSecret::PassphraseAndKeyfile(passphrase, keyfile),
    };
    let session = Session::unlock(vault, &secret, lang)?;
    session.begin_index();
    Ok(session)
}

/// Unlocks with the twelve words; the vault has the new passphrase from then on.
///
/// # Errors
/// Words that are not on the list or do not match; a weak passphrase, before anything is tried.
pub fn unlock_with_words(vault: &Path, words: &[String], typed: &str, lang: Lang) -> Result<Session, AppError> {
    let passphrase = passphrase::choose(typed)?;
    let words = RecoveryWords::read(&Zeroizing::new(words.join(" ")))?;
    let way_in = WayIn { passphrase, keyfile: None };
    let session = Session::recover(vault, &words, &way_in, cost()?, lang)?;
    session.begin_index();
    Ok(session)
}

/// What deriving a key costs: as much as this machine gives in a moment, unless `RESGUARDO_KDF_MIB` says how much memory.
pub(crate) fn cost() -> Result<KdfCost, AppError> {
    if cfg!(test) {
        return Ok(KdfCost::with_memory(65_536)?);
    }
    match std::env::var("RESGUARDO_KDF_MIB").ok().and_then(|mib| mib.parse::<u32>().ok()) {
        Some(mib) => Ok(KdfCost::with_memory(mib.saturating_mul(1024))?),
        None => Ok(KdfCost::calibrate()?),
    }
}

/// The longest key file read.
const MOST_KEYFILE_BYTES: u64 = 64 * 1024 * 1024;

/// Reads a key file.
///
/// # Errors
/// It cannot be read, or is too large to be one.
pub fn read_keyfile(file: &Path) -> Result<Keyfile, AppError> {
    let failed = |source| crate::import::unreadable(file, source);
    let size = std::fs::metadata(file).map_err(failed)?.len();
    if size > MOST_KEYFILE_BYTES {
        return Err(AppError::TooLarge { limit_mib: MOST_KEYFILE_BYTES / 1024 / 1024 });
    }
    Ok(Keyfile::read(&mut std::fs::File::open(file).map_err(failed)?)?)
}

/// Makes a key file of random bytes; one that is there already is never written over.
///
/// # Errors
/// It cannot be written; the system has no randomness.
pub fn make_keyfile(file: &Path) -> Result<Keyfile, AppError> {
    let mut bytes = Zeroizing::new([0; 64]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_error| AppError::Vault(VaultError::NoRandomness))?;
    let failed = |source| AppError::Unwritable { file: file.display().to_string(), source };
    let mut made = std::fs::File::create_new(file).map_err(failed)?;
    std::io::Write::write_all(&mut made, bytes.as_slice()).and_then(|()| made.sync_all()).map_err(failed)?;
    Ok(Keyfile::new(bytes.as_slice()))
}

/// Deletes what a crash left of a vault that never counted.
pub fn sweep(vault: &Path) {
    // A folder that cannot be deleted now is deleted at the next start, or refused when a vault is made.
    let _swept = remove(&beside(vault));
}

/// Where a vault is made before it counts.
fn beside(place: &Path) -> PathBuf {
    let mut name: OsString = place.file_name().map(OsString::from).unwrap_or_default();
    name.push(".nuevo");
    place.with_file_name(name)
}

fn remove(folder: &Path) -> Result<(), AppError> {
    match std::fs::remove_dir_all(folder) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(AppError::Vault(VaultError::Disk { source }))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
