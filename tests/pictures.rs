//! Takes a picture of every screen, in both languages and themes, at both sizes: `pictures [FOLDER]`.
//!
//! The vault holds invented cases (`tests/fixtures/scene.json`): the manual shows them, and whoever changes a screen puts its
//! picture beside the drawing it was made from.

use std::path::{Path, PathBuf};

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{Program, scene};

/// A screen: its name, and where it is.
const SCREENS: &[(&str, &str)] = &[
    ("hoy", "today"),
    ("incidentes", "list/incident"),
    ("personas", "list/person"),
    ("biblioteca", "library"),
    ("importar-archivo", "import"),
    ("informe", "report"),
    ("ajustes", "settings"),
    ("ayuda", "help/list"),
];

fn main() {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("docs/pictures"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    for (width, height) in [(1366, 768), (1024, 640)] {
        take(&folder, width, height);
    }
    println!("{}", folder.display());
}

fn take(folder: &Path, width: u32, height: u32) {
    let program = Program::with_vault();
    let scene = scene::fill(&program);
    let window = Window::sized(program, width, height);
    window.wait_for(Role::Textbox, "Frase de paso");
    keep(&window, folder, &format!("entrada-{width}-es-light"));
    window.open();
    for language in ["es", "en"] {
        for theme in ["light", "dark"] {
            window.wear(language, theme, 100);
            let name = |screen: &str| format!("{screen}-{width}-{language}-{theme}");
            for (screen, place) in SCREENS {
                window.go(place);
                keep(&window, folder, &name(screen));
            }
            for (screen, id) in [("caso", &scene.case), ("incidente", &scene.incident), ("persona", &scene.person)] {
                window.go(&format!("record/{id}"));
                keep(&window, folder, &name(screen));
            }
            window.keys("\u{E009}n");
            std::thread::sleep(std::time::Duration::from_millis(300));
            window.keys("i");
            std::thread::sleep(std::time::Duration::from_millis(500));
            keep(&window, folder, &name("captura"));
            window.keys("\u{E00C}");
            window.keys("\u{E009}k");
            std::thread::sleep(std::time::Duration::from_millis(300));
            window.keys("amenaza");
            std::thread::sleep(std::time::Duration::from_millis(700));
            keep(&window, folder, &name("buscar"));
            window.keys("\u{E00C}");
        }
    }
    window.wear("es", "light", 200);
    window.go("today");
    keep(&window, folder, &format!("hoy-{width}-es-light-t200"));
    window.go("list/incident");
    keep(&window, folder, &format!("incidentes-{width}-es-light-t200"));
}

fn keep(window: &Window, folder: &Path, name: &str) {
    window.settle();
    let file = folder.join(format!("{name}.png"));
    std::fs::write(&file, window.picture()).expect("the picture is written");
}
