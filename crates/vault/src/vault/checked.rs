//! Work over the whole vault that takes long: it tells how far it is and can be stopped.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, PoisonError};

use super::{STOPPED, Vault};
use crate::copy::{CopyMade, Moment, Tell};
use crate::error::VaultError;
use crate::verify::{self, Verified};
use crate::writer::{Job, Writer};

impl Vault {
    /// Checks the whole vault: every frame, envelope, signature and attachment.
    ///
    /// # Errors
    /// `Disk`. Damage is no error: it is reported.
    pub fn verify(&self) -> Result<Verified, VaultError> {
        self.verify_told(&mut |_, _| true)
    }

    /// The same, telling how far it is. Attachments are read while others write.
    ///
    /// # Errors
    /// `Stopped`, `Disk`.
    pub fn verify_told(&self, tell: Tell<'_>) -> Result<Verified, VaultError> {
        let snapshot = self.snapshot();
        let files = u64::try_from(verify::attachments(&snapshot).len()).unwrap_or(u64::MAX);
        let frames = self.with_writer(|writer| writer.opened.ledger().head().frame_seq)?;
        let total = frames.saturating_add(files);
        let mut done = 0;
        let mut step = |count: u64| {
            done = total.min(done + count);
            if tell(done, total) { Ok(()) } else { Err(VaultError::Stopped) }
        };
        let mut verified = self.verify_ledger_told(&mut step)?;
        verify::verify_attachments(&snapshot, &self.blobs, &mut verified, &mut || step(1))?;
        Ok(verified)
    }

    /// The ledger is read where it is written; what it tells comes here, and whether to stop goes back.
    fn verify_ledger_told(&self, step: &mut dyn FnMut(u64) -> Result<(), VaultError>) -> Result<Verified, VaultError> {
        let (told, frames) = channel();
        let (answer, outcome) = channel();
        let goes_on = Arc::new(AtomicBool::new(true));
        let asked = Arc::clone(&goes_on);
        let work = Box::new(move |writer: &mut Writer| {
            let verified = verify::verify_ledger(writer, &mut || {
                let _nobody_listens = told.send(());
                if asked.load(Ordering::Relaxed) { Ok(()) } else { Err(VaultError::Stopped) }
            });
            drop(answer.send(verified));
        });
        self.send(Job::WithWriter { work })?;
        for () in frames {
            if step(1).is_err() {
                goes_on.store(false, Ordering::Relaxed);
                break;
            }
        }
        outcome.recv().unwrap_or(Err(STOPPED))
    }

    /// Copies the whole vault, sealed as it is, to a folder that is not there yet, and reads the copy back.
    ///
    /// # Errors
    /// `FolderNotEmpty` when the folder is there; `CopyDiffers`; `Stopped`; `DiskFull`, `Disk`. Nothing is left of it then.
    pub fn copy_to(&self, place: &Path, tell: Tell<'_>) -> Result<CopyMade, VaultError> {
        let moment = self.with_writer(|writer| {
            let snapshot = Arc::clone(&writer.published.read().unwrap_or_else(PoisonError::into_inner));
            Moment::of(writer, snapshot)
        })??;
        moment.copy_to(place, tell)
    }
}
