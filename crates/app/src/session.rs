//! An unlocked vault with the schema, the person who writes, and the clock.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use resguardo_domain::catalogue::{Catalogues, Lang};
use resguardo_domain::id::RecordId;
use resguardo_domain::operation::{Operation, Pen};
use resguardo_domain::schema::{Kind, Schema};
use resguardo_domain::summary::Summary;
use resguardo_language::{Language, Words};
use resguardo_vault::kdf::KdfCost;
use resguardo_vault::open::WayIn;
use resguardo_vault::slot::UnlockSecret;
use resguardo_vault::words::RecoveryWords;
use resguardo_vault::{Snapshot, Vault, VaultError};

use crate::boards;
use crate::browse::{Acts, Kept};
use crate::bulk::WaysBack;
use crate::cells::Revealed;
use crate::clocks::KeptSubjects;
use crate::error::AppError;
use crate::fields::Shape;
use crate::find::Finder;
use crate::import::wizard::InHand;
use crate::indicators::KeptFacts;
use crate::linked::Linked;
use crate::outgoing::LaidOut;
use crate::pictures::{Quarantine, Tray};
use crate::records::Assignment;
use crate::settings::WindowLanguage;
use crate::today::Waiting;
use crate::ways_in::NewWords;

/// A vault somebody unlocked. A clone is the same unlocked vault, seen in its own language and by its own writer; when the
/// last clone is dropped the vault is locked and its keys are wiped.
#[derive(Clone)]
pub struct Session {
    pub(crate) vault: Arc<Vault>,
    /// The kinds and fields as they were when this value was made, or last followed them: [`Session::follow`].
    pub(crate) schema: Arc<Schema>,
    /// The lists of terms, likewise.
    pub(crate) catalogues: Arc<Catalogues>,
    pub(crate) shape: Shape,
    /// The person who writes, a `setting` record.
    pub(crate) writer: Option<RecordId>,
    pub(crate) finder: Arc<Finder>,
    pub(crate) browsed: Kept,
    pub(crate) standing: boards::Kept,
    pub(crate) acts: Acts,
    pub(crate) facts: KeptFacts,
    pub(crate) subjects: KeptSubjects,
    pub(crate) waiting: Waiting,
    pub(crate) linked: Linked,
    pub(crate) revealed: Revealed,
    pub(crate) ways_back: WaysBack,
    pub(crate) tray: Tray,
    pub(crate) quarantine: Quarantine,
    /// Whether it was locked while something still worked with a clone of it.
    shut: Arc<AtomicBool>,
    pub(crate) new_words: NewWords,
    pub(crate) wizard: InHand,
    pub(crate) laid_out: LaidOut,
    /// The language of titles and labels.
    pub lang: Lang,
}

impl Session {
    /// Makes a vault in an empty or new folder.
    ///
    /// # Errors
    /// What the vault refuses: a folder that is synced elsewhere, one that already holds something.
    pub fn create(folder: &Path, way_in: &WayIn, cost: KdfCost, lang: Lang) -> Result<(Self, RecoveryWords), AppError> {
        let (vault, words) = Vault::create(folder, way_in, cost)?;
        Ok((Self::over(vault, lang), words))
    }

    /// Unlocks the vault in a folder.
    ///
    /// # Errors
    /// One error for every wrong passphrase, words or key file; damage; another program holding the vault.
    pub fn unlock(folder: &Path, secret: &UnlockSecret, lang: Lang) -> Result<Self, AppError> {
        let session = Self::over(Vault::unlock(folder, secret)?, lang);
        session.note_torn_tail()?;
        Ok(session)
    }

    /// Opens the vault with its recovery words and gives it another passphrase.
    ///
    /// # Errors
    /// Wrong words; what unlocking may say.
    pub fn recover(
        folder: &Path,
        words: &RecoveryWords,
        way_in: &WayIn,
        cost: KdfCost,
        lang: Lang,
    ) -> Result<Self, AppError> {
        Ok(Self::over(Vault::recover(folder, words, way_in, cost)?, lang))
    }

    /// Gives the vault another passphrase, or passphrase and key file.
    ///
    /// # Errors
    /// The vault is read-only or the disk failed: then the old one still opens it.
    pub fn change_passphrase(&self, way_in: WayIn, cost: KdfCost) -> Result<(), AppError> {
        Ok(self.vault.change_way_in(way_in, cost)?)
    }

    /// A journal record says what a crash left behind the last whole frame (protocol.md §2.5).
    fn note_torn_tail(&self) -> Result<(), AppError> {
        let state = self.vault.state();
        let Some(torn) = state.torn_tail.as_ref().filter(|_| state.damaged.is_empty()) else { return Ok(()) };
        let text = |field: &str, text: String| Assignment::Text { field: field.to_owned(), text };
        let what = format!("{:08}.rgl {} +{} → aside/{}", torn.segment, torn.offset, torn.size_bytes, torn.aside);
        self.create_record("journal", &[text("event", "torn_tail".to_owned()), text("detail", what)])?;
        Ok(())
    }

    pub(crate) fn over(vault: Vault, lang: Lang) -> Self {
        let shape = Shape::default();
        let mut session = Self {
            vault: Arc::new(vault),
            schema: shape.now().schema.clone(),
            catalogues: shape.now().catalogues.clone(),
            shape,
            writer: None,
            finder: Arc::default(),
            browsed: Kept::default(),
            standing: boards::Kept::default(),
            acts: Acts::default(),
            facts: KeptFacts::default(),
            subjects: KeptSubjects::default(),
            waiting: Waiting::default(),
            linked: Linked::default(),
            revealed: Revealed::default(),
            ways_back: WaysBack::default(),
            tray: Tray::default(),
            quarantine: Quarantine::default(),
            shut: Arc::default(),
            new_words: NewWords::default(),
            wizard: InHand::default(),
            laid_out: LaidOut::default(),
            lang,
        };
        session.lay_own();
        session.follow();
        session
    }

    /// Says that the vault is being locked: work that waits for something outside ends at once, in every clone.
    pub fn shut(&self) {
        self.shut.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_shut(&self) -> bool {
        self.shut.load(Ordering::SeqCst)
    }

    /// Ends long work when the vault is being locked.
    ///
    /// # Errors
    /// It is.
    pub(crate) fn goes_on(&self) -> Result<(), AppError> {
        if self.is_shut() { Err(AppError::Vault(VaultError::Stopped)) } else { Ok(()) }
    }

    /// The records as they are now.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.vault.snapshot()
    }

    /// The vault itself, for what it tells of its state.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Chooses who writes from now on, by id, beginning of an id, or name.
    ///
    /// # Errors
    /// [`AppError::NoSuchWriter`].
    pub fn write_as(&mut self, name: &str) -> Result<(), AppError> {
        let writers = self.writers();
        let folded = resguardo_domain::fold::fold(name);
        let named = |writer: &&crate::writers::Writer| {
            (name.len() >= 8 && writer.id.starts_with(name)) || resguardo_domain::fold::fold(&writer.name) == folded
        };
        let writer = writers.iter().filter(|writer| !writer.retired).find(named).ok_or(AppError::NoSuchWriter)?;
        self.writer = writer.id.parse().ok();
        Ok(())
    }

    /// A kind by its id.
    ///
    /// # Errors
    /// [`AppError::NoSuchKind`].
    pub fn kind(&self, id: &str) -> Result<&Kind, AppError> {
        self.schema.kind(id).ok_or_else(|| AppError::NoSuchKind { kind: id.to_owned() })
    }

    /// The record with this id or the only one that begins with these eight digits or more, as it is read now.
    ///
    /// # Errors
    /// [`AppError::NoSuchRecord`], [`AppError::SeveralRecords`], [`AppError::TooFewDigits`].
    pub fn find(&self, id: &str) -> Result<RecordId, AppError> {
        let snapshot = self.snapshot();
        if let [only] = self.with_folio(&snapshot, id).as_slice() {
            return Ok(*only);
        }
        if !id.bytes().all(|byte| byte.is_ascii_hexdigit()) || id.len() > 32 || id.is_empty() {
            return Err(AppError::NoSuchRecord);
        }
        if id.len() < 8 {
            return Err(AppError::TooFewDigits);
        }
        match snapshot.with_prefix(id).as_slice() {
            [] => Err(AppError::NoSuchRecord),
            [only] => Ok(*only),
            _ => Err(AppError::SeveralRecords),
        }
    }

    /// Writes operations made by a pen of this session, as one act.
    pub(crate) fn write<T>(
        &self,
        make: impl FnOnce(&mut Pen<'_>) -> Result<(T, Vec<Operation>), AppError>,
    ) -> Result<T, AppError> {
        self.write_parts(|pen| make(pen).map(|(made, operations)| (made, vec![operations])))
    }

    /// Writes parts made by a pen of this session as one act; no part is split over two envelopes.
    pub(crate) fn write_parts<T>(
        &self,
        make: impl FnOnce(&mut Pen<'_>) -> Result<(T, Vec<Vec<Operation>>), AppError>,
    ) -> Result<T, AppError> {
        self.write_parts_at(now_ms(), make)
    }

    /// Writes parts as of a moment: the slices of one import carry the moment it began.
    pub(crate) fn write_parts_at<T>(
        &self,
        at_ms: u64,
        make: impl FnOnce(&mut Pen<'_>) -> Result<(T, Vec<Vec<Operation>>), AppError>,
    ) -> Result<T, AppError> {
        let mut failed = false;
        let mut fresh = || {
            let mut bytes = [0; 16];
            failed |= getrandom::fill(&mut bytes).is_err();
            bytes
        };
        let (made, parts) = make(&mut Pen { at_ms, by: self.writer, fresh: &mut fresh })?;
        if failed {
            return Err(AppError::Vault(VaultError::NoRandomness));
        }
        let parts: Vec<Vec<Operation>> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            let touched: Vec<RecordId> = parts.iter().flatten().map(|operation| operation.record).collect();
            self.vault.commit(parts, at_ms)?;
            let snapshot = self.snapshot();
            if touched.iter().any(|id| snapshot.row(*id).is_some_and(|row| row.kind() == "setting")) {
                self.lay_own();
            }
            self.finder.changed(touched);
        }
        Ok(made)
    }

    /// The language as messages know it.
    pub(crate) fn language(&self) -> Language {
        Language::from(self.lang)
    }

    /// The words of its language, with the organisation's own terms among those that ship.
    pub(crate) fn words(&self) -> Words {
        Words::new(self.language()).with_terms(Arc::clone(&self.catalogues))
    }

    /// The same unlocked vault, seen in another language.
    pub(crate) fn in_language(&self, language: WindowLanguage) -> Self {
        Self { lang: language.lang(), ..self.clone() }
    }

    /// Every record of a kind that is worked with: not binned, not merged into another.
    pub(crate) fn in_use(&self, snapshot: &Snapshot, kind: &str) -> Vec<Summary> {
        use resguardo_domain::operation::Status;
        let rows = snapshot.rows_of(kind).filter(|row| row.merged_into().is_none() && row.status() != Status::Binned);
        rows.map(|row| row.summary()).collect()
    }
}

/// The laptop's clock: milliseconds since 1970-01-01T00:00Z, 0 when it stands before that.
pub(crate) fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
