//! Pictures for the page: decoded, turned upright, made small and encoded anew in a bounded child; nothing of the
//! original's bytes, names or metadata reaches the page.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read, Write};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use rustix::process::Resource;
use serde::{Deserialize, Serialize};

use crate::child::{self, Silence};

/// The argument that makes the program a decoder of pictures.
pub const CHILD_ARGUMENT: &str = "__decode-picture";

/// Memory the decoder may take beyond what it has at its start.
const MEMORY_BYTES: u64 = 900 * 1024 * 1024;
/// Processor seconds for one picture.
const PROCESSOR_SECONDS: u64 = 20;
/// Pictures larger than this are refused by their header, before decoding.
const MOST_PIXELS: usize = 64 * 1024 * 1024;
/// The longest side of a picture.
const LONGEST_SIDE: usize = 20_000;
/// The most a file may have to be shown.
const MOST_BYTES: u64 = 100 * 1024 * 1024;
/// The widest a picture is made for the page.
const WIDEST: u32 = 4096;
/// How good a photograph is kept.
const QUALITY: u8 = 88;
/// How many pictures may lie ready for the page.
const MOST_READY: usize = 256;

/// A part of a picture that is filled: fractions of its width and height.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct Covered {
    /// From the left, 0 to 1.
    pub x: f64,
    /// From the top, 0 to 1.
    pub y: f64,
    /// How wide, 0 to 1.
    pub width: f64,
    /// How high, 0 to 1.
    pub height: f64,
}

/// A picture for the page.
#[derive(Clone)]
pub struct Picture {
    /// Its media type.
    pub kind: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Pictures that lie ready, each under a token that is good once.
#[derive(Clone, Default)]
pub(crate) struct Tray(Arc<Mutex<BTreeMap<String, Picture>>>);

impl Tray {
    /// Lays a picture ready; none when the system has no randomness.
    pub(crate) fn lay(&self, picture: Picture) -> Option<String> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).ok()?;
        let token = resguardo_domain::value::json::hex(&bytes);
        let mut ready = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.len() >= MOST_READY {
            ready.pop_first();
        }
        ready.insert(token.clone(), picture);
        Some(token)
    }

    /// Takes what lies under a token; it is gone then.
    pub(crate) fn take(&self, token: &str) -> Option<Picture> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(token)
    }
}

/// Whether the first bytes are those of a picture that is decoded.
pub(crate) fn is_shown(kind: &str) -> bool {
    matches!(kind, "image/png" | "image/jpeg" | "image/webp" | "image/gif")
}

/// Pictures whose decoder died: not tried again in this session, and said so.
#[derive(Clone, Default)]
pub(crate) struct Quarantine(Arc<Mutex<BTreeSet<[u8; 32]>>>);

impl Quarantine {
    /// Whether the file with this SHA-256 killed its decoder.
    pub(crate) fn holds(&self, sha256: &[u8; 32]) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(sha256)
    }

    pub(crate) fn add(&self, sha256: [u8; 32]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(sha256);
    }
}

/// How many decoders work at once: forty pictures that come in together must not take forty times the memory.
const MOST_DECODERS: usize = 2;
static DECODERS: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// A place among the decoders, given back when dropped.
struct Place;

impl Place {
    fn take(goes_on: &dyn Fn() -> bool) -> Result<Self, Silence> {
        let (working, freed) = &DECODERS;
        let mut working_now = working.lock().unwrap_or_else(PoisonError::into_inner);
        while *working_now >= MOST_DECODERS {
            if !goes_on() {
                return Err(Silence::Stopped);
            }
            let wait = freed.wait_timeout(working_now, Duration::from_millis(50));
            working_now = wait.unwrap_or_else(PoisonError::into_inner).0;
        }
        *working_now += 1;
        Ok(Self)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let (working, freed) = &DECODERS;
        *working.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        freed.notify_one();
    }
}

/// Decodes a picture apart, at most so many pixels wide (0: as it is), with parts filled. `Refused` when it cannot be
/// shown: too large by its header, or damaged; `Died` when it was made to do harm.
pub(crate) fn decode(
    bytes: &[u8],
    width: u32,
    covered: &[Covered],
    goes_on: &dyn Fn() -> bool,
) -> Result<Picture, Silence> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(Silence::Refused);
    }
    let covered = serde_json::to_string(covered).or(Err(Silence::Refused))?;
    let arguments = [CHILD_ARGUMENT, &width.to_string(), &covered];
    let place = Place::take(goes_on)?;
    let answer = child::ask(&arguments, bytes, Duration::from_secs(PROCESSOR_SECONDS * 2), goes_on)?;
    drop(place);
    let kind = match answer.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, ..] => "image/jpeg",
        _ => return Err(Silence::Died),
    };
    Ok(Picture { kind, bytes: answer })
}

/// The decoder itself: standard input to standard output.
///
/// # Errors
/// The picture cannot be taken or shown.
pub fn serve() -> io::Result<()> {
    let wrong = || io::Error::from(io::ErrorKind::InvalidInput);
    let mut arguments = std::env::args().skip(2);
    let width: u32 = arguments.next().and_then(|text| text.parse().ok()).ok_or_else(wrong)?;
    let covered: Vec<Covered> = arguments.next().and_then(|text| serde_json::from_str(&text).ok()).ok_or_else(wrong)?;
    child::limit(Resource::As, child::address_space()?.saturating_add(MEMORY_BYTES))?;
    child::limit(Resource::Cpu, PROCESSOR_SECONDS)?;
    child::limit(Resource::Nofile, 3)?;
    let mut bytes = Vec::new();
    io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes)?;
    let encoded = redraw(&bytes, width.min(WIDEST), &covered).ok_or_else(wrong)?;
    io::stdout().lock().write_all(&encoded)
}

fn redraw(bytes: &[u8], width: u32, covered: &[Covered]) -> Option<Vec<u8>> {
    let size = imagesize::blob_size(bytes).ok()?;
    let pixels = size.width.checked_mul(size.height)?;
    if pixels > MOST_PIXELS || size.width.max(size.height) > LONGEST_SIDE {
        return None;
    }
    let format = image::guess_format(bytes).ok()?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif) {
        return None;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = u32::try_from(LONGEST_SIDE).ok();
    limits.max_image_height = u32::try_from(LONGEST_SIDE).ok();
    limits.max_alloc = Some(MEMORY_BYTES / 2);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok();
    // Of a moving picture only the first frame is read.
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    cover(&mut picture, covered);
    if width > 0 && picture.width() > width {
        picture = picture.thumbnail(width, u32::MAX);
    }
    encode(&picture, format == ImageFormat::Jpeg)
}

fn encode(picture: &DynamicImage, photograph: bool) -> Option<Vec<u8>> {
    let mut encoded = Vec::new();
    if photograph {
        let flat = picture.to_rgb8();
        JpegEncoder::new_with_quality(&mut encoded, QUALITY).encode_image(&flat).ok()?;
    } else {
        picture.write_to(&mut Cursor::new(&mut encoded), ImageFormat::Png).ok()?;
    }
    Some(encoded)
}

/// Fills parts with one ink: what stood there is gone, not blurred.
fn cover(picture: &mut DynamicImage, covered: &[Covered]) {
    if covered.is_empty() {
        return;
    }
    let mut drawn = picture.to_rgba8();
    let (width, height) = drawn.dimensions();
    for part in covered {
        let (left, right) = span(part.x, part.width, width);
        let (top, bottom) = span(part.y, part.height, height);
        for y in top..bottom {
            for x in left..right {
                drawn.put_pixel(x, y, image::Rgba([22, 32, 30, 255]));
            }
        }
    }
    *picture = DynamicImage::ImageRgba8(drawn);
}

/// First and past-last pixel of a part: never smaller than what was drawn.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture before")]
fn span(from: f64, length: f64, pixels: u32) -> (u32, u32) {
    let all = f64::from(pixels);
    let clamp = |part: f64| if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
    let first = (clamp(from) * all).floor();
    let last = (clamp(from + length) * all).ceil();
    (first as u32, (last as u32).min(pixels))
}

#[cfg(test)]
mod tests;
