//! The letters of a table of text: which encoding, and the text in it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Where every second byte of the start is zero, the text is UTF-16 that says so nowhere.
const SAMPLE: usize = 4096;

/// Decodes a file. Nothing is refused: what no encoding explains is shown as U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, bytes.get(mark..).unwrap_or_default()),
        None => (guess(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = without_mark(bytes) {
        return wide;
    }
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let found = detector.guess(Some(b"mx"), Utf8Detection::Deny);
    // A short list of Spanish names looks like Baltic or Turkish to a detector trained on pages.
    if found.is_single_byte() && western(bytes) { WINDOWS_1252 } else { found }
}

fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE))?;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 4 || even.max(odd) * 10 < half * 6 {
        return None;
    }
    Some(if odd > even { UTF_16LE } else { UTF_16BE })
}

/// Whether the bytes are UTF-8 but for a few: one broken letter must not break all others.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || letters > broken * 10
}

/// Whether all letters above ASCII are those of Spanish, Portuguese or French in Windows-1252.
fn western(bytes: &[u8]) -> bool {
    let (text, broken) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let usual = "áéíóúüñàèìòùâêîôûäëïöçãõÁÉÍÓÚÜÑÀÈÌÒÙÂÊÎÔÛÄËÏÖÇÃÕ¿¡ºª°«»–—‘’“”…·€$\u{a0}";
    !broken && text.chars().filter(|letter| !letter.is_ascii()).all(|letter| usual.contains(letter))
}
