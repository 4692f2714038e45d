//! Every byte of a small vault, turned in turn: the same answer, or a vault that says what is wrong.
//!
//! What depends on the passphrase is sampled, since each try costs a key derivation; everything else is opened with the
//! root key. Files that only the opening reads (headers, keyrings, head) are tried at every byte against the opened
//! ledger, and sampled against the whole vault.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::desk::{Desk, Hand, PASSPHRASE, Told, content, files, flip, list, told, write_records};
use crate::attachment::attachment;
use crate::blob::BlobKey;
use crate::error::{Kind, VaultError};
use crate::open::LockedVault;
use crate::secret::Passphrase;
use crate::slot::UnlockSecret;
use crate::vault::Vault;
use resguardo_domain::operation::Action;
use resguardo_domain::value::Value;

const PHOTO: &[u8] = "no es una foto, pero lo parece".as_bytes();

/// A vault of three records and an attachment, closed, and what it tells.
struct Small {
    desk: Desk,
    told: Told,
    photo: BlobKey,
}

impl Small {
    fn new() -> Self {
        let (desk, vault) = Desk::new();
        let mut hand = Hand::new(1);
        // Few frames, so that every byte of them can be tried: one record alone, two with a photograph, an edit.
        let first = write_records(&mut hand, &vault, 1)[0];
        let photo = vault.blobs().write(&mut &PHOTO[..]).unwrap();
        let value = Value::Attachment(Box::new(attachment(&photo, "image/png".to_owned(), "foto.png".to_owned())));
        let (second, mut with_photo) = hand.record(1, "Segundo hecho");
        with_photo.push(hand.pen(1, |pen| {
            let item = pen.item();
            pen.write(second, Action::Add { field: "attachments".to_owned(), item, value }, Vec::new())
        }));
        vault.commit(vec![with_photo, hand.record(1, "Tercer hecho").1], 1).unwrap();
        let edited = super::desk::edit(&mut hand, &vault, first, "Hecho corregido");
        vault.commit(vec![vec![edited]], 2).unwrap();
        let told = told(&vault);
        vault.close();
        Self { desk, told, photo }
    }

    fn names(&self, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
        let name = |file: PathBuf| file.strip_prefix(&self.desk.root).unwrap().to_owned();
        files(&self.desk.root).into_iter().map(name).filter(|name| wanted(&name.display().to_string())).collect()
    }

    /// What a vault answers must be right, or wrong and said to be so.
    fn judge(&self, opened: Result<Vault, VaultError>) -> Result<(), String> {
        let vault = match opened {
            Ok(vault) => vault,
            Err(error) if matches!(error.kind(), Kind::Damaged | Kind::WrongKey) => return Ok(()),
            Err(error) => return Err(format!("an error of another kind: {error:?}")),
        };
        let state = vault.state();
        let reported = !state.damaged.is_empty() || state.refused > 0 || state.header_altered;
        if !reported && list(&vault) != self.told.rows {
            return Err("silently another list".to_owned());
        }
        for (id, right) in &self.told.records {
            match vault.record(*id) {
                Ok(record) if record == *right || reported => {}
                Ok(_) => return Err("silently another record".to_owned()),
                Err(error) if error.kind() == Kind::Damaged => {}
                Err(error) => return Err(format!("reading: {error:?}")),
            }
        }
        match content(&vault, &self.photo) {
            Ok(bytes) if bytes == PHOTO => Ok(()),
            Ok(_) => Err("silently another attachment".to_owned()),
            Err(VaultError::BlobDamaged { .. } | VaultError::BlobMissing) => Ok(()),
            Err(error) => Err(format!("attachment: {error:?}")),
        }
    }
}

/// One byte of one file, turned.
struct Turn {
    file: PathBuf,
    at: usize,
    bit: u8,
    without_projection: bool,
}

fn turns(small: &Small, files: &[PathBuf], places: impl Fn(&[u8]) -> Vec<usize>) -> Vec<Turn> {
    let mut all = Vec::new();
    for file in files {
        let bytes = fs::read(small.desk.root.join(file)).unwrap();
        let turn = |at: usize| Turn {
            file: file.clone(),
            at,
            bit: u8::try_from((at * 5 + at / 8) % 8).unwrap(),
            without_projection: false,
        };
        all.extend(places(&bytes).into_iter().map(turn));
    }
    all
}

/// Tries every turn on a copy of its own, in two threads; gives back what went wrong.
fn try_all(small: &Small, turns: &[Turn], try_one: impl Fn(&Desk) -> Result<(), String> + Sync) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(turn) = turns.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let copy = small.desk.copy();
                    flip(&copy.root.join(&turn.file), turn.at, turn.bit);
                    if turn.without_projection {
                        fs::remove_dir_all(copy.projection()).unwrap();
                    }
                    let outcome = catch_unwind(AssertUnwindSafe(|| try_one(&copy)));
                    let told = outcome.unwrap_or_else(|_| Err("panicked".to_owned()));
                    if let Err(what) = told {
                        let place = format!("{} byte {} bit {}", turn.file.display(), turn.at, turn.bit);
                        wrong.lock().unwrap().push(format!("{place}: {what}"));
                    }
                }
            });
        }
    });
    wrong.into_inner().unwrap()
}

fn every(bytes: &[u8]) -> Vec<usize> {
    (0..bytes.len()).collect()
}

fn is_opening_file(name: &str) -> bool {
    name.ends_with(".rgv") || name.ends_with(".rgk") || name.ends_with("head.rgh")
}

#[test]
fn every_used_byte_of_headers_keyrings_and_head_leaves_every_frame_or_an_error() {
    let small = Small::new();
    let read = |desk: &Desk| -> Result<Option<Vec<Vec<u8>>>, String> {
        let opened = LockedVault::at(&desk.root).and_then(|locked| locked.unlock_with_root(&desk.key));
        let mut opened = match opened {
            Ok(opened) => opened,
            Err(error) if error.kind() == Kind::Damaged => return Ok(None),
            Err(error) => return Err(format!("an error of another kind: {error:?}")),
        };
        let mut frames = Vec::new();
        let replay = opened.ledger_mut().replay(None, &mut |frame| {
            frames.push(frame.bytes);
            Ok(())
        });
        let whole =
            replay.map_err(|error| format!("{error:?}"))?.leads_to_head && opened.report().ledger.damaged.is_empty();
        Ok(whole.then_some(frames))
    };
    let right = read(&small.desk.copy()).unwrap().unwrap();
    assert_eq!(right.len(), 3);
    let files = small.names(is_opening_file);
    assert_eq!(files.len(), 5);
    // The tail of a header is random padding and that of a half of the head zeros: of those a sample.
    let used = |bytes: &[u8]| {
        let block = if bytes.len() == 8_192 { 4_096 } else { bytes.len() };
        let head = if bytes.len() > 8_192 { 620 } else { 96.max(bytes.len() % 4_096) };
        (0..bytes.len()).filter(|at| at % block < head || at % 131 == 0).collect()
    };
    let turns = turns(&small, &files, used);
    let wrong = try_all(&small, &turns, |desk| match read(desk)? {
        Some(frames) if frames == right => Ok(()),
        Some(_) => Err("silently other frames".to_owned()),
        // Two copies of each: one spoilt byte costs nothing at all.
        None => Err("lost to one byte".to_owned()),
    });
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), turns.len(), &wrong[..wrong.len().min(20)]);
}

#[test]
fn a_byte_of_headers_keyrings_or_head_never_changes_what_the_whole_vault_tells() {
    let small = Small::new();
    let turns = turns(&small, &small.names(is_opening_file), |bytes| (0..bytes.len()).step_by(199).collect());
    let wrong = try_all(&small, &turns, |desk| {
        small.judge(desk.open())?;
        small.judge(desk.open())
    });
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), turns.len(), &wrong[..wrong.len().min(20)]);
}

#[test]
fn every_byte_of_the_ledger_and_the_attachment_is_the_same_answer_or_told() {
    let small = Small::new();
    let files = small.names(|name| name.ends_with(".rgl") || name.ends_with(".rgb"));
    assert_eq!(files.len(), 2);
    let mut turns = turns(&small, &files, every);
    // Every second one is read from the ledger alone, every other from the projection first.
    turns.iter_mut().for_each(|turn| turn.without_projection = turn.at % 2 == 0);
    let wrong = try_all(&small, &turns, |desk| small.judge(desk.open()));
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), turns.len(), &wrong[..wrong.len().min(20)]);
}

#[test]
fn every_written_byte_of_the_projection_is_the_same_answer() {
    let small = Small::new();
    let files = small.names(|name| Path::new(name).starts_with("proj"));
    let turns = turns(&small, &files, |bytes| {
        // sled fills its files with zeros to whole segments: of those, a few hundred.
        let stretch = bytes.len() / 200 + 1;
        (0..bytes.len()).filter(|at| bytes[*at] != 0 || at % stretch == 0).collect()
    });
    let wrong = try_all(&small, &turns, |desk| {
        let vault = desk.open().map_err(|error| format!("{error:?}"))?;
        if told(&vault) == small.told { Ok(()) } else { Err("another answer".to_owned()) }
    });
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), turns.len(), &wrong[..wrong.len().min(20)]);
}

#[test]
fn a06_header_bytes_sampled_with_the_passphrase_are_repaired_or_refused_and_never_read_wrong() {
    let small = Small::new();
    let files = small.names(|name| name.ends_with(".rgv"));
    // Every field of a header of two slots, and its padding.
    let turns = turns(&small, &files, |_| {
        vec![0, 8, 11, 12, 14, 50, 55, 70, 90, 110, 140, 170, 200, 300, 340, 400, 450, 500, 520, 560, 16_000]
    });
    let unlock = |desk: &Desk| {
        let secret = UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).unwrap());
        Vault::unlock(&desk.root, &secret)
    };
    let wrong = try_all(&small, &turns, |desk| {
        let vault = unlock(desk).map_err(|error| format!("lost to one byte: {error:?}"))?;
        if vault.state().header_altered {
            return Err("altered, with one good copy".to_owned());
        }
        small.judge(Ok(vault))
    });
    assert!(wrong.is_empty(), "{} of {}: {:#?}", wrong.len(), turns.len(), &wrong[..wrong.len().min(20)]);
}
