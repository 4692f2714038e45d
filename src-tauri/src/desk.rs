//! What the process holds between two calls of the page: where the vault is, the unlocked session, the unsaved sentence.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use resguardo_app::entrance::{Entrance, Pending, Reason};
use resguardo_app::error::AppError;
use resguardo_app::message::Failure;
use resguardo_app::settings::{Appearance, Preferences};
use resguardo_app::{Keyfile, Lang, Language, Session, Words};
use zeroize::Zeroizing;

/// The state Tauri keeps; everything behind one lock that is never held while work is done.
pub struct Desk {
    vault: PathBuf,
    held: Mutex<Held>,
    /// Work under way ends after the step in hand.
    pub(crate) stop: AtomicBool,
}

/// What is on the desk.
pub(crate) struct Held {
    pub(crate) session: Option<Session>,
    pub(crate) pending: Option<Pending>,
    /// The key file that is asked for now.
    pub(crate) keyfile: Option<Keyfile>,
    /// The one that will be, made or chosen for a new passphrase.
    pub(crate) next_keyfile: Option<Keyfile>,
    /// Route, open layers, unsaved words and caret, as the page last told them.
    pub(crate) kept: Option<Zeroizing<String>>,
    /// What was being written at the last lock.
    pub(crate) restored: Option<Zeroizing<String>>,
    /// Files that were dropped on the window and wait to be asked for.
    pub(crate) dropped: Vec<PathBuf>,
    pub(crate) reason: Reason,
    /// How long the window may go untouched.
    pub(crate) idle_limit: Duration,
    /// Touched since the watch last looked.
    pub(crate) touched: bool,
    /// Between two windows.
    pub(crate) changing: bool,
}

impl Default for Held {
    fn default() -> Self {
        Self {
            session: None,
            pending: None,
            keyfile: None,
            next_keyfile: None,
            kept: None,
            restored: None,
            dropped: Vec::new(),
            reason: Reason::default(),
            idle_limit: Duration::from_secs(300),
            touched: false,
            changing: false,
        }
    }
}

impl Desk {
    /// A desk for the vault in this folder; none when the system names no folder.
    #[must_use]
    pub fn at(vault: Option<PathBuf>) -> Option<Self> {
        let vault = vault?;
        resguardo_app::entrance::sweep(&vault);
        Some(Self { vault, held: Mutex::default(), stop: AtomicBool::new(false) })
    }

    /// The folder of the vault.
    pub(crate) fn vault(&self) -> &Path {
        &self.vault
    }

    /// Everything on the desk, for a moment.
    pub(crate) fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What stands in clear beside the vault.
    pub(crate) fn preferences(&self) -> Preferences {
        Preferences::read(&self.vault)
    }

    /// How the window looks.
    pub(crate) fn appearance(&self) -> Appearance {
        self.preferences().appearance
    }

    pub(crate) fn lang(&self) -> Lang {
        self.appearance().lang()
    }

    pub(crate) fn words(&self) -> Words {
        Words::new(match self.lang() {
            Lang::Es => Language::Es,
            Lang::En => Language::En,
        })
    }

    /// A sentence of a system dialog.
    pub(crate) fn say(&self, id: &str) -> String {
        self.words().plain(id)
    }

    /// The key file chosen before, when it is wanted. It is used once.
    pub(crate) fn keyfile(&self, wanted: bool) -> Option<Keyfile> {
        self.held().keyfile.take().filter(|_| wanted)
    }

    /// The key file made or chosen for a new passphrase, when it is wanted. It is used once.
    pub(crate) fn next_keyfile(&self, wanted: bool) -> Option<Keyfile> {
        self.held().next_keyfile.take().filter(|_| wanted)
    }

    /// Locks after so many minutes without a touch from now on.
    pub(crate) fn set_idle(&self, minutes: u32) {
        self.held().idle_limit = Duration::from_secs(u64::from(minutes.clamp(1, 60)) * 60);
    }

    /// What was being written at the last lock, until the page has it.
    pub(crate) fn restored(&self) -> Option<String> {
        self.held().restored.take().map(|kept| kept.to_string())
    }

    /// Lays an unlocked session on the desk.
    pub(crate) fn enter(&self, session: Session) {
        let kept = session.kept_desk();
        let mut held = self.held();
        held.kept = kept.clone();
        held.restored = kept;
        held.idle_limit = Duration::from_secs(u64::from(session.idle_minutes()) * 60);
        held.touched = true;
        held.session = Some(session);
    }

    /// What the lock window may know.
    pub(crate) fn entrance(&self) -> Entrance {
        Entrance::of(&self.vault, self.held().reason)
    }

    /// Whether work under way may go on: nobody stopped it and the vault is still unlocked.
    pub(crate) fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::SeqCst) && self.held().session.is_some()
    }

    /// Does something with the unlocked session, in the language of the window.
    ///
    /// # Errors
    /// The vault is locked; what the work says.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&Session) -> Result<T, AppError>) -> Result<T, Failure> {
        let session = self.held().session.clone();
        let lang = self.lang();
        let work = || {
            let mut session = session.ok_or(AppError::Locked)?;
            session.lang = lang;
            session.follow();
            work(&session)
        };
        work().map_err(|error| Failure::of(&error, lang))
    }

    /// Does something that needs no session, its error told in the language of the window.
    ///
    /// # Errors
    /// What the work says.
    pub(crate) fn told<T>(&self, work: impl FnOnce() -> Result<T, AppError>) -> Result<T, Failure> {
        work().map_err(|error| Failure::of(&error, self.lang()))
    }
}
