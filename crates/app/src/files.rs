//! The files of a record and of the evidence that points to it, as the window lists and shows them.

use std::path::{Path, PathBuf};

use resguardo_domain::id::RecordId;
use resguardo_domain::operation::Status;
use resguardo_domain::value::{Answer, Attachment, Value, json};
use resguardo_language::{Words, number};
use resguardo_vault::blob::BlobKey;
use serde::Serialize;

use crate::attachments::FIELD;
use crate::child::Silence;
use crate::error::AppError;
use crate::pages::{FieldInput, Saved};
use crate::pictures::{self, Covered, Picture};
use crate::session::Session;

/// One file.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct FileEntry {
    /// The record that holds it.
    pub evidence: String,
    /// Its id.
    pub id: String,
    /// Its name, for people to read.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// What its first bytes say, a media type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it can be shown as a picture.
    pub picture: bool,
    /// Whether it is covered until asked for.
    pub graphic: bool,
    /// What to know before opening it elsewhere.
    pub warning: Option<String>,
    /// What it shows, in words.
    pub description: String,
}

impl Session {
    /// The files of a record and of evidence that points to it.
    ///
    /// # Errors
    /// The record is not there or damaged.
    pub fn files(&self, record: &str) -> Result<Vec<FileEntry>, AppError> {
        let snapshot = self.snapshot();
        let record = snapshot.read_as(self.find(record)?);
        let mut holders = vec![record];
        let evidence =
            snapshot.mentioning(record).filter(|row| row.kind() == "evidence" && row.status() != Status::Binned);
        holders.extend(evidence.map(|row| row.id()));
        let words = self.words();
        let mut files = Vec::new();
        for holder in holders {
            let Some(row) = snapshot.row(holder) else { continue };
            if row.values(FIELD).is_empty() {
                continue;
            }
            let graphic = row.values("graphic").contains(&Value::Answer(Answer::Yes));
            let text = |field: &str| {
                row.values(field).iter().flat_map(Value::words).next().map(str::to_owned).unwrap_or_default()
            };
            let current = self.current(holder)?;
            let items = current.fields.get(FIELD).map(|content| content.items.as_slice()).unwrap_or_default();
            for (item, file) in items.iter().filter_map(|item| Some((item.id, crate::attachments::file_of(item)?))) {
                let quarantined = self.quarantine.holds(&file.sha256);
                files.push(FileEntry {
                    evidence: holder.to_string(),
                    id: item.to_string(),
                    name: file.name.clone(),
                    size: number::size(file.size_bytes),
                    sha256: json::hex(&file.sha256),
                    kind: file.kind.clone(),
                    picture: pictures::is_shown(&file.kind) && !quarantined,
                    graphic,
                    warning: if quarantined { Some(words.plain("file-quarantined")) } else { warning(file, &words) },
                    description: text("description"),
                });
            }
        }
        Ok(files)
    }

    /// Takes files in: each becomes a draft of evidence tied to the record, or a file of the record when it is evidence
    /// itself.
    ///
    /// # Errors
    /// The record is not there; a file cannot be read or is too large. Those before it are in then.
    pub fn files_add(&self, record: &str, paths: &[PathBuf]) -> Result<Vec<FileEntry>, AppError> {
        let found = self.snapshot().read_as(self.find(record)?);
        let kind = self.snapshot().row(found).map(|row| row.kind().to_owned()).unwrap_or_default();
        for path in paths {
            let holder =
                if kind == "evidence" { found.to_string() } else { self.draft_of_evidence(found, &kind, path)?.id };
            self.attach(&holder, path)?;
        }
        self.files(record)
    }

    fn draft_of_evidence(&self, record: RecordId, kind: &str, path: &Path) -> Result<Saved, AppError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut inputs = vec![FieldInput { field: "title".to_owned(), typed: Some(name), values: None }];
        if kind == "incident" {
            let link = serde_json::json!({ "ref": record.to_string() });
            inputs.push(FieldInput { field: "incidents".to_owned(), typed: None, values: Some(vec![link]) });
        }
        let saved = self.record_create("evidence", inputs)?;
        let held = self.schema.kind(kind).and_then(|kind| kind.field("evidence")).is_some();
        if kind != "incident" && held {
            let current = self.current(record)?;
            let mut links: Vec<serde_json::Value> = current.values("evidence").map(json::to_json).collect();
            links.push(serde_json::json!({ "ref": saved.id }));
            self.record_write(
                &record.to_string(),
                vec![FieldInput { field: "evidence".to_owned(), typed: None, values: Some(links) }],
            )?;
        }
        Ok(saved)
    }

    /// Decodes a picture apart and lays it ready; gives the address the page shows it under.
    ///
    /// # Errors
    /// No such file; it cannot be shown.
    pub fn file_picture(&self, record: &str, id: &str, width: u32) -> Result<String, AppError> {
        let (file, bytes) = self.file_bytes(record, id)?;
        let picture = self.decode(&file, &bytes, width, &[])?;
        self.lay_picture(picture)
    }

    /// Lays a picture ready for the page.
    pub(crate) fn lay_picture(&self, picture: Picture) -> Result<String, AppError> {
        let token = self.tray.lay(picture).ok_or(AppError::Vault(resguardo_vault::VaultError::NoRandomness))?;
        Ok(format!("adjunto://localhost/{token}"))
    }

    /// Takes a picture that lies ready under a token.
    #[must_use]
    pub fn take_picture(&self, token: &str) -> Option<Picture> {
        self.tray.take(token)
    }

    /// Makes a copy of a picture with parts filled: new evidence that points to the untouched original.
    ///
    /// # Errors
    /// No such file; it cannot be shown; nothing is covered.
    pub fn file_redact(&self, record: &str, id: &str, boxes: &[Covered], note: &str) -> Result<Saved, AppError> {
        if boxes.is_empty() {
            return Err(AppError::NothingCovered);
        }
        let (file, bytes) = self.file_bytes(record, id)?;
        let picture = self.decode(&file, &bytes, 0, boxes)?;
        let holder = self.snapshot().read_as(self.find(record)?);
        let words = self.words();
        let typed = |field: &str, text: String| FieldInput { field: field.to_owned(), typed: Some(text), values: None };
        let link = |id: RecordId| serde_json::json!({ "ref": id.to_string() });
        let title = words.say("redacted-title", &resguardo_language::Args::new().text("name", &file.name));
        let mut inputs = vec![typed("title", title), typed("description", note.trim().to_owned())];
        let snapshot = self.snapshot();
        let row = snapshot.row(holder).ok_or(AppError::NoSuchRecord)?;
        if row.kind() == "evidence" {
            inputs.push(FieldInput { field: "derived_from".to_owned(), typed: None, values: Some(vec![link(holder)]) });
            let incidents: Vec<serde_json::Value> = row.values("incidents").iter().map(json::to_json).collect();
            inputs.push(FieldInput { field: "incidents".to_owned(), typed: None, values: Some(incidents) });
        }
        let saved = self.record_create("evidence", inputs)?;
        let end = if picture.kind == "image/png" { "png" } else { "jpg" };
        let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
        let name = format!("{stem}-{}.{end}", words.plain("redacted-name"));
        self.attach_bytes(&saved.id, &name, &picture.bytes)?;
        self.saved(&saved.id)
    }

    /// A picture that killed its decoder is not tried again; a lock stops the decoder.
    fn decode(&self, file: &Attachment, bytes: &[u8], width: u32, boxes: &[Covered]) -> Result<Picture, AppError> {
        let picture = pictures::decode(bytes, width, boxes, &|| !self.is_shut());
        if picture.as_ref().is_err_and(|silence| *silence == Silence::Died) {
            self.quarantine.add(file.sha256);
        }
        picture.or(Err(AppError::NotShown))
    }

    fn file_bytes(&self, record: &str, id: &str) -> Result<(Attachment, Vec<u8>), AppError> {
        let current = self.current(self.find(record)?)?;
        let items = current.fields.get(FIELD).map(|content| content.items.as_slice()).unwrap_or_default();
        let file = items.iter().find(|item| item.id.to_string() == id).and_then(crate::attachments::file_of);
        let file = file.ok_or(AppError::NoSuchAttachment)?.clone();
        if !pictures::is_shown(&file.kind) || self.quarantine.holds(&file.sha256) {
            return Err(AppError::NotShown);
        }
        let mut bytes = Vec::new();
        self.vault.blobs().read(&BlobKey::from(&file), &mut bytes)?;
        Ok((file, bytes))
    }
}

/// What to know of a file that is no picture before it is opened elsewhere.
fn warning(file: &Attachment, words: &Words) -> Option<String> {
    if pictures::is_shown(&file.kind) {
        return None;
    }
    let end = file.name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let named_a_picture = matches!(end.as_str(), "jpg" | "jpeg" | "png" | "gif" | "webp");
    let runs =
        matches!(file.kind.as_str(), "text/html" | "image/svg+xml" | "application/vnd.microsoft.portable-executable");
    if named_a_picture {
        Some(words.plain("file-not-a-picture"))
    } else if runs {
        Some(words.plain("file-may-run"))
    } else {
        None
    }
}
