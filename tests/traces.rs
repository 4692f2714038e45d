//! Where somebody's words may lie in clear: every spelling of a word, searched for in every file of a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The ways bytes may show a word: UTF-8, UTF-16 of both orders, hexadecimal of both cases, base64 of each phase. Those
/// that chance spells too easily are left out.
fn spellings(word: &str) -> Vec<Vec<u8>> {
    let utf8 = word.as_bytes();
    let hex: String = utf8.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![
        utf8.to_vec(),
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        hex.clone().into_bytes(),
        hex.to_uppercase().into_bytes(),
    ];
    all.extend((0..3).map(|phase| base64_inside(utf8, phase)).filter(|spelling| spelling.len() >= 6));
    all.retain(|spelling| spelling.len() >= 5);
    all
}

/// The letters of base64 that only this word decides when `phase` unknown bytes stand before it.
fn base64_inside(word: &[u8], phase: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let whole = word.get((3 - phase) % 3..).unwrap_or_default().chunks_exact(3);
    whole
        .flat_map(|three| {
            let all = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
            [18, 12, 6, 0].map(|shift| LETTERS[(all >> shift & 63) as usize])
        })
        .collect()
}

/// Looks for many spellings in one pass over a file, by their first four bytes.
pub struct Search {
    words: BTreeMap<[u8; 4], Vec<(Vec<u8>, String)>>,
    firsts: [bool; 256],
}

impl Search {
    /// A search for these words.
    pub fn of(words: &BTreeSet<String>) -> Self {
        let mut search = Self { words: BTreeMap::new(), firsts: [false; 256] };
        for word in words {
            for spelling in spellings(word) {
                let start = *spelling.first_chunk().unwrap();
                search.firsts[usize::from(start[0])] = true;
                search.words.entry(start).or_default().push((spelling, word.clone()));
            }
        }
        search
    }

    /// The words that stand in these bytes.
    pub fn found(&self, bytes: &[u8]) -> BTreeSet<&str> {
        let mut hits = BTreeSet::new();
        for (at, window) in bytes.windows(4).enumerate().filter(|(_, window)| self.firsts[usize::from(window[0])]) {
            for (spelling, word) in self.words.get(window.first_chunk().unwrap()).into_iter().flatten() {
                if bytes[at..].starts_with(spelling) {
                    hits.insert(word.as_str());
                }
            }
        }
        hits
    }
}

/// Files and folders under a folder, as deep as they go; what cannot be read is not there.
pub fn under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.extend(under(&path));
        }
        found.push(path);
    }
    found
}
