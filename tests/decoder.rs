//! G04, G05, G09, K03: pictures from strangers, decoded in a child of this very program. It has a main of its own, because
//! the program that asks is also the child that answers.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use resguardo_app::pictures::{CHILD_ARGUMENT, Covered};
use resguardo_app::records::Assignment;
use resguardo_app::{KdfCost, Lang, Session, WayIn, choose_passphrase};
use resguardo_tests::PASSPHRASE;

/// Where scratch vaults lie: apart from the folder for temporary files, which must stay empty.
const SCRATCH: &str = "RESGUARDO_TEST_SCRATCH";

type Test = (&'static str, fn());

/// Every test by its name.
macro_rules! tests {
    ($($test:ident),* $(,)?) => { &[$((stringify!($test), $test)),*] };
}

const TESTS: &[Test] = tests![
    g04_what_is_too_large_or_moves_for_ever_is_refused_or_stands_still,
    g04_broken_metadata_harms_nothing_and_none_of_it_reaches_the_page,
    g05_what_is_no_picture_is_listed_with_a_warning_and_never_shown,
    g09_a_decoder_that_is_killed_takes_nothing_with_it_and_the_file_is_set_apart,
    a_lock_does_not_wait_for_a_decoder,
    forty_files_at_once_become_forty_drafts_of_evidence,
    what_is_covered_is_a_new_evidence_and_the_original_stays_as_it_came,
    k03_no_picture_leaves_a_temporary_file,
];

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if let Some(code) = resguardo_app::child::answer(arguments.first()) {
        return code;
    }
    let has = |wanted: &str| arguments.iter().any(|argument| argument == wanted);
    if has("--list") {
        let names = if has("--ignored") { &[] } else { TESTS };
        let mut out = std::io::stdout().lock();
        names.iter().for_each(|(name, _)| writeln!(out, "{name}: test").unwrap());
        return ExitCode::SUCCESS;
    }
    if std::env::var_os(SCRATCH).is_none() {
        return again_apart(&arguments);
    }
    let wanted = |(name, _): &&Test| {
        let named: Vec<_> = arguments.iter().filter(|argument| !argument.to_string_lossy().starts_with('-')).collect();
        named.is_empty() || named.iter().any(|argument| name.contains(&*argument.to_string_lossy()))
    };
    for (name, test) in TESTS.iter().filter(wanted) {
        println!("test {name}");
        test();
    }
    ExitCode::SUCCESS
}

/// The same program with a folder for temporary files that nobody else writes into.
fn again_apart(arguments: &[std::ffi::OsString]) -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    for name in ["tmp", "scratch"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    let mut again = Command::new(std::env::current_exe().unwrap());
    again.args(arguments).env("TMPDIR", folder.path().join("tmp")).env(SCRATCH, folder.path().join("scratch"));
    if again.status().unwrap().success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A vault with one incident.
struct Desk {
    session: Session,
    incident: String,
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir_in(std::env::var_os(SCRATCH).unwrap()).unwrap();
        let way_in = WayIn { passphrase: choose_passphrase(PASSPHRASE).unwrap(), keyfile: None };
        let cost = KdfCost::with_memory(65_536).unwrap();
        let (session, _) = Session::create(&folder.path().join("boveda"), &way_in, cost, Lang::Es).unwrap();
        let text = Assignment::Text { field: "facts".to_owned(), text: "Llegaron dos hombres".to_owned() };
        let incident = session.create_record("incident", &[text]).unwrap().id;
        Self { session, incident, folder }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Takes a file in; gives its evidence and its id.
    fn take(&self, name: &str, bytes: &[u8]) -> (String, String) {
        let files = self.session.files_add(&self.incident, &[self.file(name, bytes)]).unwrap();
        let file = files.into_iter().find(|file| file.name == name).unwrap();
        (file.evidence, file.id)
    }

    /// What the page would be given; nothing when it cannot be shown.
    fn shown(&self, name: &str, bytes: &[u8], width: u32) -> Option<Vec<u8>> {
        let (evidence, id) = self.take(name, bytes);
        let address = self.session.file_picture(&evidence, &id, width).ok()?;
        let token = address.strip_prefix("adjunto://localhost/").unwrap();
        Some(self.session.take_picture(token).unwrap().bytes)
    }
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    // Noise, so that nothing is small by being even.
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u8::try_from(state >> 24).unwrap()
    };
    let drawn = RgbImage::from_fn(width, height, |_, _| Rgb([noise(), noise(), noise()]));
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb8(drawn).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A JPEG with this segment right after its start.
fn jpeg_with(marker: u8, content: &[u8]) -> Vec<u8> {
    let plain = picture(64, 32, ImageFormat::Jpeg);
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, marker], &length, content, &plain[2..]].concat()
}

/// An animated GIF of so many frames of one pixel.
fn gif(frames: usize) -> Vec<u8> {
    let mut bytes = b"GIF89a\x02\0\x02\0\x80\0\0\xff\0\0\0\0\xff".to_vec();
    let frame = b"!\xf9\x04\0\x01\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0";
    bytes.extend(frame.iter().copied().cycle().take(frame.len() * frames));
    bytes.push(b';');
    bytes
}

fn g04_what_is_too_large_or_moves_for_ever_is_refused_or_stands_still() {
    let desk = Desk::new();
    let mut flood = picture(4, 4, ImageFormat::Png);
    flood[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let wide = {
        let mut wide = picture(4, 4, ImageFormat::Png);
        wide[16..24].copy_from_slice(&[0, 0, 0x4e, 0x21, 0, 0, 0, 1]);
        wide
    };
    for (name, bytes) in [("flood.png", flood), ("wide.png", wide)] {
        let started = Instant::now();
        assert!(desk.shown(name, &bytes, 200).is_none(), "{name}");
        assert!(started.elapsed() < Duration::from_secs(5), "{name}: refused by its header");
    }
    let started = Instant::now();
    let still = desk.shown("moving.gif", &gif(100_000), 200).expect("the first frame");
    assert!(started.elapsed() < Duration::from_secs(10), "only the first frame is read");
    assert_eq!(image::load_from_memory(&still).unwrap().width(), 2);
    // Told by the session as refused, not as something that brought the decoder down.
    let set_apart =
        |name: &str| desk.session.files(&desk.incident).unwrap().iter().any(|file| file.name == name && !file.picture);
    assert!(!set_apart("flood.png") && !set_apart("moving.gif"));
}

fn g04_broken_metadata_harms_nothing_and_none_of_it_reaches_the_page() {
    let desk = Desk::new();
    let turned = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0GPSMARK";
    let shown = desk.shown("turned.jpg", &jpeg_with(0xe1, turned), 0).unwrap();
    let upright = image::load_from_memory(&shown).unwrap();
    assert_eq!((upright.width(), upright.height()), (32, 64), "turned upright");
    let holds = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
    assert!(!holds(&shown, b"GPSMARK") && !holds(&shown, b"Exif"), "no metadata reaches the page");
    let broken: [(&str, u8, Vec<u8>); 5] = [
        ("far.jpg", 0xe1, b"Exif\0\0II*\0\xff\xff\xff\x7f".to_vec()),
        ("many.jpg", 0xe1, [b"Exif\0\0MM\0*\0\0\0\x08\xff\xff".as_slice(), &[0xff; 60]].concat()),
        ("loop.jpg", 0xe1, b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\x08".to_vec()),
        ("icc.jpg", 0xe2, [b"ICC_PROFILE\0\x01\xff".as_slice(), &[0xff; 200]].concat()),
        ("adobe.jpg", 0xee, b"Adobe\0\xff\xff\xff\xff\xff\xff".to_vec()),
    ];
    for (name, marker, content) in broken {
        let shown = desk.shown(name, &jpeg_with(marker, &content), 50);
        assert!(shown.is_none_or(|shown| image::load_from_memory(&shown).is_ok()), "{name}");
        let listed = desk.session.files(&desk.incident).unwrap().into_iter().find(|file| file.name == name).unwrap();
        assert!(listed.picture, "{name}: nothing died of it");
    }
}

fn g05_what_is_no_picture_is_listed_with_a_warning_and_never_shown() {
    let desk = Desk::new();
    let iso = [vec![0; 32_769], b"CD001\x01".to_vec(), vec![0; 2_000]].concat();
    let polyglot =
        [b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(1)>>>>".as_slice(), b"\xff\xd8\xff\xe0"].concat();
    let svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    for (name, bytes, warned) in [
        ("foto.jpg", b"<!DOCTYPE html><script>alert(1)</script>".as_slice(), true),
        ("dibujo.svg", svg, true),
        ("dibujo.png", svg, true),
        ("acta.pdf", &polyglot, false),
        ("acta.jpg", &polyglot, true),
        ("foto.jpg.lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", false),
        ("disco.iso", &iso, false),
        ("programa.jpg", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", true),
        ("vacio.png", b"", true),
    ] {
        assert!(desk.shown(name, bytes, 100).is_none(), "{name}");
        let listed = desk.session.files(&desk.incident).unwrap().into_iter().find(|file| file.name == name).unwrap();
        assert!(!listed.picture, "{name}");
        assert_eq!(listed.sha256.len(), 64);
        assert!(listed.warning.is_some() || !warned, "{name} says nothing");
        let out = desk.folder.path().join(format!("fuera-{name}"));
        desk.session.take_out(&listed.id, &out).unwrap();
        assert_eq!(fs::read(&out).unwrap(), bytes, "{name}: given back to the last byte");
    }
}

/// The decoders this process started.
fn decoders() -> Vec<u32> {
    let own = std::process::id();
    let numbers = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let is_ours = |id: &u32| {
        let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let parent = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let argument = CHILD_ARGUMENT.as_bytes();
        line.windows(argument.len()).any(|part| part == argument) && parent.contains(&format!("PPid:\t{own}\n"))
    };
    numbers.filter(is_ours).collect()
}

/// Waits for a decoder to be at work.
fn decoder() -> u32 {
    let started = Instant::now();
    loop {
        if let Some(id) = decoders().first() {
            return *id;
        }
        assert!(started.elapsed() < Duration::from_secs(20), "no decoder was started");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn g09_a_decoder_that_is_killed_takes_nothing_with_it_and_the_file_is_set_apart() {
    let desk = Desk::new();
    let (evidence, id) = desk.take("grande.png", &picture(1_200, 1_200, ImageFormat::Png));
    let session = &desk.session;
    std::thread::scope(|scope| {
        let asked = scope.spawn(|| session.file_picture(&evidence, &id, 100));
        let killed = Command::new("kill").args(["-9", &decoder().to_string()]).status().unwrap();
        assert!(killed.success());
        assert!(asked.join().unwrap().is_err(), "it died: nothing is shown");
    });
    let listed = session.files(&desk.incident).unwrap();
    assert!(!listed[0].picture && listed[0].warning.is_some(), "set apart and said");
    let started = Instant::now();
    assert!(session.file_picture(&evidence, &id, 100).is_err());
    assert!(started.elapsed() < Duration::from_millis(300), "not tried again");
    let fine = desk.shown("chica.png", &picture(40, 40, ImageFormat::Png), 20);
    assert!(fine.is_some(), "others are shown");
    assert!(session.verify().unwrap().ok);
}

fn a_lock_does_not_wait_for_a_decoder() {
    let desk = Desk::new();
    let (evidence, id) = desk.take("grande.png", &picture(1_200, 1_200, ImageFormat::Png));
    let session = &desk.session;
    std::thread::scope(|scope| {
        let asked = scope.spawn(|| session.clone().file_picture(&evidence, &id, 100));
        decoder();
        let locked = Instant::now();
        session.shut();
        assert!(asked.join().unwrap().is_err());
        assert!(locked.elapsed() < Duration::from_millis(200), "{:?}", locked.elapsed());
    });
    assert!(decoders().is_empty(), "no decoder outlives the lock");
}

fn forty_files_at_once_become_forty_drafts_of_evidence() {
    let desk = Desk::new();
    let paths: Vec<PathBuf> = (0..40)
        .map(|number| {
            let bytes = [picture(30, 20, ImageFormat::Png), vec![number]].concat();
            desk.file(&format!("IMG_{number:04}.png"), &bytes)
        })
        .collect();
    let files = desk.session.files_add(&desk.incident, &paths).unwrap();
    assert_eq!(files.len(), 40);
    let mut evidence: Vec<&str> = files.iter().map(|file| file.evidence.as_str()).collect();
    evidence.sort_unstable();
    evidence.dedup();
    assert_eq!(evidence.len(), 40, "each is an evidence of its own");
    assert!(files.iter().all(|file| file.picture && file.name.starts_with("IMG_")));
    let hashes: std::collections::BTreeSet<&str> = files.iter().map(|file| file.sha256.as_str()).collect();
    assert_eq!(hashes.len(), 40);
    // All of them asked for at once: none is lost in the queue.
    let session = &desk.session;
    std::thread::scope(|scope| {
        let asked: Vec<_> =
            files.iter().map(|file| scope.spawn(|| session.file_picture(&file.evidence, &file.id, 20))).collect();
        std::thread::sleep(Duration::from_millis(20));
        assert!(decoders().len() <= 2, "no more than two decoders at once");
        assert!(asked.into_iter().all(|asked| asked.join().unwrap().is_ok()));
    });
}

fn what_is_covered_is_a_new_evidence_and_the_original_stays_as_it_came() {
    let desk = Desk::new();
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x01\0\0\0\0\0\0GPSMARK";
    let original = jpeg_with(0xe1, exif);
    let (evidence, id) = desk.take("foto.jpg", &original);
    let part = Covered { x: 0.0, y: 0.0, width: 0.5, height: 1.0 };
    let saved = desk.session.file_redact(&evidence, &id, &[part], "Se tapó a quien grababa").unwrap();
    assert_ne!(saved.id, evidence);
    let files = desk.session.files(&saved.id).unwrap();
    let made = files.iter().find(|file| file.evidence == saved.id).unwrap();
    assert_eq!(made.description, "Se tapó a quien grababa");
    let out = |id: &str, name: &str| -> Vec<u8> {
        let place = desk.folder.path().join(name);
        desk.session.take_out(id, &place).unwrap();
        fs::read(place).unwrap()
    };
    let covered = out(&made.id, "tapada.jpg");
    assert!(!covered.windows(7).any(|part| part == b"GPSMARK"), "the copy has no metadata");
    let drawn = image::load_from_memory(&covered).unwrap().to_rgb8();
    let near = |pixel: &Rgb<u8>| pixel.0.iter().zip([22, 32, 30]).all(|(found, ink)| found.abs_diff(ink) < 12);
    assert!((0..32).all(|y| (0..28).all(|x| near(drawn.get_pixel(x, y)))), "one ink and nothing under it");
    assert!(!(0..32).all(|y| near(drawn.get_pixel(50, y))));
    assert_eq!(out(&id, "original.jpg"), original, "the original is as it came");
    let links = desk.session.record_links(&saved.id, None, 0, 50).unwrap();
    assert!(
        links.links.iter().any(|link| link.id == evidence && link.field == "derived_from"),
        "it points to the original"
    );
    assert!(desk.session.file_redact(&evidence, &id, &[], "").is_err(), "nothing covered makes nothing");
}

fn k03_no_picture_leaves_a_temporary_file() {
    let desk = Desk::new();
    let shm = names(Path::new("/dev/shm"));
    desk.shown("foto.png", &picture(300, 300, ImageFormat::Png), 100).unwrap();
    let (evidence, id) = desk.take("otra.jpg", &picture(300, 300, ImageFormat::Jpeg));
    let part = Covered { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
    desk.session.file_redact(&evidence, &id, &[part], "").unwrap();
    desk.shown("mala.jpg", b"\xff\xd8\xff\xe1\xff\xff", 100);
    assert_eq!(names(&std::env::temp_dir()), Vec::<PathBuf>::new());
    let ours = |name: &PathBuf| !shm.contains(name) && name.to_string_lossy().contains("resguardo");
    assert!(!names(Path::new("/dev/shm")).iter().any(ours));
    assert_eq!(names(&desk.folder.path().join("boveda/tmp")), Vec::<PathBuf>::new());
}

fn names(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).map(|read| read.filter_map(|entry| Some(entry.ok()?.path())).collect()).unwrap_or_default()
}
