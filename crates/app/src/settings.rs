//! How the window looks, in clear beside the vault; what the organisation set, sealed inside it.

use std::fs;
use std::path::{Path, PathBuf};

use resguardo_domain::catalogue::Lang;
use resguardo_domain::operation::Status;
use resguardo_domain::value::Value;
use resguardo_language::Args;
use resguardo_vault::VaultError;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use crate::records::Assignment;
use crate::session::Session;

/// The file in clear. It holds nothing about whom or what the records are.
const FILE: &str = "ventana.json";
/// A larger file is not ours.
const MOST_BYTES: u64 = 4096;
/// The longest nickname of a laptop.
const MOST_CHARACTERS: usize = 60;

/// What a `setting` record is for when it is a preference.
const PURPOSE: &str = "preference";
/// The preference that names the organisation.
pub(crate) const ORGANISATION: &str = "organisation";
/// The preference that says after how many minutes the vault is locked.
pub(crate) const IDLE_MINUTES: &str = "idle_minutes";
/// The preference that says that the records are the demonstration's.
pub(crate) const DEMONSTRATION: &str = "demonstration";
/// Minutes without a touch until the vault is locked, unless the organisation set another number.
const IDLE_MINUTES_AT_FIRST: u32 = 5;

/// Which surfaces and inks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// How high the rows of a list are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RowHeight {
    /// 26 px.
    Compact,
    /// 28 px.
    #[default]
    Normal,
    /// 36 px.
    Comfortable,
}

/// The two languages, as the window names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum WindowLanguage {
    /// Spanish.
    Es,
    /// English.
    En,
}

/// How the window looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct Appearance {
    /// The language of words, dates and numbers.
    pub language: WindowLanguage,
    /// The theme.
    pub theme: Theme,
    /// The size of text in per cent: 90 to 200.
    pub text_percent: u32,
    /// The height of rows.
    pub compact: RowHeight,
    /// Whether single letters are commands outside fields.
    pub single_keys: bool,
}

impl Default for Appearance {
    fn default() -> Self {
        let english = std::env::var("LANG").is_ok_and(|tag| tag.starts_with("en"));
        Self {
            language: if english { WindowLanguage::En } else { WindowLanguage::Es },
            theme: Theme::default(),
            text_percent: 100,
            compact: RowHeight::default(),
            single_keys: true,
        }
    }
}

impl Appearance {
    /// The language for the core.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.language.lang()
    }
}

/// What stands in clear beside the vault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Preferences {
    /// How the window looks.
    pub appearance: Appearance,
    /// The laptop's nickname.
    pub computer: String,
}

impl Preferences {
    /// Reads them; whatever is not there or not as it was written is as at first.
    #[must_use]
    pub fn read(vault: &Path) -> Self {
        let file = place(vault);
        let small = fs::metadata(&file).is_ok_and(|meta| meta.len() <= MOST_BYTES);
        let text = if small { fs::read_to_string(&file).unwrap_or_default() } else { String::new() };
        let read: Self = serde_json::from_str(&text).unwrap_or_default();
        read.bounded()
    }

    /// Writes them whole or not at all.
    ///
    /// # Errors
    /// The disk failed.
    pub fn write(self, vault: &Path) -> Result<(), AppError> {
        let disk = |source| AppError::Vault(VaultError::Disk { source });
        let file = place(vault);
        let fresh = file.with_extension("json.new");
        let text = serde_json::to_string_pretty(&self.bounded()).unwrap_or_default();
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(disk)?;
        }
        fs::write(&fresh, text).map_err(disk)?;
        fs::rename(&fresh, &file).map_err(disk)
    }

    fn bounded(mut self) -> Self {
        self.appearance.text_percent = self.appearance.text_percent.clamp(90, 200);
        self.computer = self.computer.chars().filter(|c| !c.is_control()).take(MOST_CHARACTERS).collect();
        self
    }
}

fn place(vault: &Path) -> PathBuf {
    vault.with_file_name(FILE)
}

/// What checking the archive found.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Checked {
    /// Whether everything is as it was written.
    pub ok: bool,
    /// In words.
    pub sentence: String,
    /// What is not.
    pub problems: Vec<String>,
}

/// Something the program is made of.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Credit {
    /// What it is called.
    pub name: &'static str,
    /// Its licence.
    pub licence: &'static str,
}

/// What the program is, where the vault lies, and whom it owes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct About {
    /// The version.
    pub version: &'static str,
    /// The vault's folder.
    pub vault: String,
    /// What it is made of.
    pub credits: Vec<Credit>,
}

/// What of others the window shows or stands on.
const CREDITS: &[(&str, &str)] = &[
    ("Atkinson Hyperlegible Next, Mono · Braille Institute", "OFL 1.1"),
    ("Source Serif 4 · Adobe", "OFL 1.1"),
    ("Lucide", "ISC"),
    ("@svg-maps/mexico · Victor Cazanave · mapsvg.com", "CC BY 4.0"),
    ("Tauri", "MIT / Apache-2.0"),
    ("Svelte", "MIT"),
    ("Fluent", "Apache-2.0"),
    ("sled", "MIT / Apache-2.0"),
    ("Tantivy", "MIT"),
    ("Typst", "Apache-2.0"),
    ("RustCrypto, dalek cryptography", "MIT / Apache-2.0, BSD-3-Clause"),
];

impl About {
    /// Of the program and the vault in this folder.
    #[must_use]
    pub fn of(vault: &Path) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION"),
            vault: vault.display().to_string(),
            credits: CREDITS.iter().map(|(name, licence)| Credit { name, licence }).collect(),
        }
    }
}

impl Session {
    /// Checks every entry and attachment, telling how far it is, and says it in words.
    ///
    /// # Errors
    /// The disk failed; `tell` said to stop.
    pub fn archive_verify(&self, tell: &mut dyn FnMut(usize, usize) -> bool) -> Result<Checked, AppError> {
        let verified = self.verify_told(tell)?;
        let words = self.words();
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let args = Args::new()
            .count("entries", count(verified.entries))
            .count("frames", count(verified.frames))
            .count("attachments", count(verified.attachments));
        let sentence = words.say(if verified.ok { "verify-ok" } else { "verify-problems" }, &args);
        let problems = verified.problems.iter().map(|problem| format!("{}: {}", problem.location, problem.what));
        Ok(Checked { ok: verified.ok, sentence, problems: problems.collect() })
    }

    /// A preference of the organisation.
    pub(crate) fn preference(&self, name: &str) -> Option<String> {
        self.preference_record(name).map(|(_, value)| value)
    }

    /// Sets a preference.
    ///
    /// # Errors
    /// The vault cannot be written.
    pub(crate) fn set_preference(&self, name: &str, value: &str) -> Result<(), AppError> {
        let text = |field: &str, text: &str| Assignment::Text { field: field.to_owned(), text: text.to_owned() };
        match self.preference_record(name) {
            Some((_, old)) if old == value => {}
            Some((id, _)) => {
                self.edit_record(&id, &[text("value", value)])?;
            }
            None if value.is_empty() => {}
            None => {
                self.create_record("setting", &[text("purpose", PURPOSE), text("name", name), text("value", value)])?;
            }
        }
        Ok(())
    }

    fn preference_record(&self, name: &str) -> Option<(String, String)> {
        let snapshot = self.snapshot();
        let text = |row: &resguardo_vault::Row<'_>, field: &str| -> String {
            row.values(field).iter().flat_map(Value::words).next().unwrap_or_default().to_owned()
        };
        let mut rows = snapshot.rows_of("setting").filter(|row| row.status() == Status::InUse);
        let row = rows.find(|row| text(row, "purpose") == PURPOSE && text(row, "name") == name)?;
        Some((row.id().to_string(), text(&row, "value")))
    }

    /// What the organisation is called.
    #[must_use]
    pub fn organisation(&self) -> String {
        self.preference(ORGANISATION).unwrap_or_default()
    }

    /// Minutes without a touch until the vault is locked: 1 to 60.
    #[must_use]
    pub fn idle_minutes(&self) -> u32 {
        let set = self.preference(IDLE_MINUTES).and_then(|text| text.parse().ok());
        set.unwrap_or(IDLE_MINUTES_AT_FIRST).clamp(1, 60)
    }

    /// Sets after how many minutes the vault is locked.
    ///
    /// # Errors
    /// The vault cannot be written.
    pub fn set_idle_minutes(&self, minutes: u32) -> Result<(), AppError> {
        self.set_preference(IDLE_MINUTES, &minutes.clamp(1, 60).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{Appearance, Preferences, Theme, place};

    #[test]
    fn what_stands_in_clear_is_read_strictly_and_written_whole() {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("boveda");
        assert_eq!(Preferences::read(&vault), Preferences::default());
        let appearance = Appearance { theme: Theme::Dark, text_percent: 900, ..Appearance::default() };
        let set = Preferences { appearance, computer: "Jacaranda\n".to_owned() };
        set.write(&vault).unwrap();
        let read = Preferences::read(&vault);
        assert_eq!((read.appearance.text_percent, read.computer.as_str()), (200, "Jacaranda"));
        for foreign in ["", "{", "[]", r#"{"computer": 7}"#, r#"{"organisation": "Casa"}"#, &"x".repeat(5000)] {
            std::fs::write(place(&vault), foreign).unwrap();
            assert_eq!(Preferences::read(&vault), Preferences::default(), "{foreign}");
        }
    }
}
