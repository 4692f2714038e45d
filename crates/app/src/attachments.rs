//! Files kept with a record: taken in as they are, told by their first bytes, given back to the last byte.
//!
//! Nothing is decoded here and nothing is refused for what it is: evidence is evidence. A file's name proves nothing; what
//! it is comes from its first bytes.

use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::Path;

use resguardo_domain::id::{ItemId, RecordId};
use resguardo_domain::operation::Action;
use resguardo_domain::value::{Attachment, Value, json};
use resguardo_vault::attachment::attachment;
use resguardo_vault::blob::BlobKey;
use serde::Serialize;

use crate::error::AppError;
use crate::import::unreadable;
use crate::session::Session;

/// The field that holds attachments, in every kind that has one.
pub(crate) const FIELD: &str = "attachments";
/// The largest file that goes in or out in one piece.
const LARGEST_MIB: u64 = 100;
/// How much of a file is looked at to tell what it is.
const LOOKED_AT: usize = 8 * 1024;

/// One attachment.
#[derive(Debug, Clone, Serialize)]
pub struct Attached {
    /// Its id: of the item, the same after every export and import.
    pub attachment: String,
    /// Size of the file in bytes.
    pub size: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// What its first bytes say, a media type.
    pub kind: String,
    /// Width and height in pixels, where the first bytes tell.
    pub pixels: Option<(usize, usize)>,
    /// Its name, for people to read.
    pub name: String,
}

/// A file taken out.
#[derive(Debug, Clone, Serialize)]
pub struct TakenOut {
    /// Where it was written.
    pub file: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256.
    pub sha256: String,
}

impl Session {
    /// Attaches a file to a record.
    ///
    /// # Errors
    /// The record is not there or its kind holds no files; the file cannot be read or is too large.
    pub fn attach(&self, id: &str, file: &Path) -> Result<Attached, AppError> {
        let record = self.find(id)?;
        let snapshot = self.snapshot();
        let kind = self.kind(snapshot.row(record).map_or("", |row| row.kind()))?;
        if kind.field(FIELD).is_none() {
            return Err(AppError::NoSuchField { kind: kind.id.clone(), field: FIELD.to_owned() });
        }
        let mut source = File::open(file).map_err(|source| unreadable(file, source))?;
        let length = source.metadata().map_err(|source| unreadable(file, source))?.len();
        if length > LARGEST_MIB * 1024 * 1024 {
            return Err(AppError::TooLarge { limit_mib: LARGEST_MIB });
        }
        let mut start = Vec::new();
        Read::by_ref(&mut source)
            .take(u64::try_from(LOOKED_AT).unwrap_or(0))
            .read_to_end(&mut start)
            .map_err(|source| unreadable(file, source))?;
        let key = self.vault.blobs().write(&mut start.as_slice().chain(source))?;
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let value = attachment(&key, media_type(&start), name);
        let item = self.write(|pen| {
            let item = pen.item();
            let value = Value::Attachment(Box::new(value.clone()));
            Ok((item, vec![pen.write(record, Action::Add { field: FIELD.to_owned(), item, value }, Vec::new())]))
        })?;
        let pixels = imagesize::blob_size(&start).ok().map(|size| (size.width, size.height));
        Ok(Attached { pixels, ..attached(item, &value) })
    }

    /// Attaches bytes the program made itself.
    pub(crate) fn attach_bytes(&self, id: &str, name: &str, bytes: &[u8]) -> Result<(), AppError> {
        let record = self.find(id)?;
        let key = self.vault.blobs().write(&mut &*bytes)?;
        let value = Value::Attachment(Box::new(attachment(&key, media_type(bytes), name.to_owned())));
        self.write(|pen| {
            let item = pen.item();
            Ok(((), vec![pen.write(record, Action::Add { field: FIELD.to_owned(), item, value }, Vec::new())]))
        })
    }

    /// The attachments of a record.
    ///
    /// # Errors
    /// The record is not there.
    pub fn attachments(&self, id: &str) -> Result<Vec<Attached>, AppError> {
        let current = self.current(self.find(id)?)?;
        let items = current.fields.get(FIELD).map(|content| content.items.as_slice()).unwrap_or_default();
        Ok(items.iter().filter_map(|item| file_of(item).map(|file| attached(item.id, file))).collect())
    }

    /// Writes an attachment to a new file of the person's choosing.
    ///
    /// # Errors
    /// No attachment has that id; its file is missing or damaged: then nothing is left of it outside.
    pub fn take_out(&self, attachment: &str, out: &Path) -> Result<TakenOut, AppError> {
        let file = self.find_attachment(attachment)?;
        if file.size_bytes > LARGEST_MIB * 1024 * 1024 {
            return Err(AppError::TooLarge { limit_mib: LARGEST_MIB });
        }
        let unwritable = |source| AppError::Unwritable { file: out.display().to_string(), source };
        let mut sink = OpenOptions::new().write(true).create_new(true).open(out).map_err(unwritable)?;
        if let Err(error) = self.vault.blobs().read(&BlobKey::from(&file), &mut sink) {
            // Half a file must not pass for the whole.
            drop(fs::remove_file(out));
            return Err(error.into());
        }
        sink.sync_all().map_err(unwritable)?;
        Ok(TakenOut { file: out.display().to_string(), size: file.size_bytes, sha256: json::hex(&file.sha256) })
    }

    fn find_attachment(&self, id: &str) -> Result<Attachment, AppError> {
        if id.len() < 8 {
            return Err(AppError::TooFewDigits);
        }
        let snapshot = self.snapshot();
        let holders: Vec<RecordId> =
            snapshot.rows().filter(|row| !row.values(FIELD).is_empty()).map(|row| row.id()).collect();
        for record in holders {
            let current = self.vault.record(record)?.current();
            let items = current.fields.get(FIELD).map(|content| content.items.as_slice()).unwrap_or_default();
            if let Some(item) = items.iter().find(|item| item.id.to_string().starts_with(id)) {
                return file_of(item).cloned().ok_or(AppError::NoSuchAttachment);
            }
        }
        Err(AppError::NoSuchAttachment)
    }
}

pub(crate) fn file_of(item: &resguardo_domain::record::Item) -> Option<&Attachment> {
    match item.versions.first().map(|version| &version.value) {
        Some(Value::Attachment(file)) => Some(file),
        _ => None,
    }
}

fn attached(item: ItemId, file: &Attachment) -> Attached {
    Attached {
        attachment: item.to_string(),
        size: file.size_bytes,
        sha256: json::hex(&file.sha256),
        kind: file.kind.clone(),
        pixels: None,
        name: file.name.clone(),
    }
}

/// A media type by first bytes; text and what nobody knows are told apart too. What a page could run is called what it
/// is, whatever its name says (G05).
fn media_type(start: &[u8]) -> String {
    let text = std::str::from_utf8(start).ok().filter(|text| !text.contains('\0'));
    let text = text.map(|text| text.trim_start_matches('\u{feff}').trim_start());
    let begins =
        |mark: &str| text.and_then(|text| text.get(..mark.len())).is_some_and(|h| h.eq_ignore_ascii_case(mark));
    if text.is_some_and(|text| text.contains("<svg")) {
        return "image/svg+xml".to_owned();
    }
    if begins("<!doctype html") || begins("<html") || begins("<script") {
        return "text/html".to_owned();
    }
    match (infer::get(start), text) {
        (Some(kind), _) => kind.mime_type().to_owned(),
        (None, Some(_)) => "text/plain".to_owned(),
        (None, None) => "application/octet-stream".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn g05_what_a_file_is_comes_from_its_first_bytes() {
        for (start, expected) in [
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), "image/png"),
            (b"\xff\xd8\xff\xe0", "image/jpeg"),
            (b"%PDF-1.4", "application/pdf"),
            (b"  <!DOCTYPE html><p>", "text/html"),
            (b"<?xml version=\"1.0\"?><svg onload=\"x\">", "image/svg+xml"),
            (b"Hola, mundo", "text/plain"),
            (b"\0\x01\x02\xfe", "application/octet-stream"),
            (b"", "text/plain"),
        ] {
            assert_eq!(media_type(start), expected);
        }
    }
}
