//! Writes `docs/manual`: the text from `assets/help`, and a picture of each screen it tells about.

use std::path::PathBuf;

use resguardo_app::{Language, Words};
use resguardo_tests::window::{Role, Window};
use resguardo_tests::{PASSPHRASE, Program, archive, manual};

fn main() {
    for (tag, language) in [("es", Language::Es), ("en", Language::En)] {
        std::fs::create_dir_all(manual::folder(tag).join("pictures")).expect("a folder for the manual");
        std::fs::write(manual::folder(tag).join("README.md"), manual::text(tag)).expect("the manual is written");
        let photographer =
            Photographer { folder: manual::folder(tag).join("pictures"), words: Words::new(language), tag };
        photographer.first_run();
        photographer.desk();
        println!("{}", manual::folder(tag).display());
    }
}

/// Takes the pictures of one language.
struct Photographer {
    folder: PathBuf,
    words: Words,
    tag: &'static str,
}

impl Photographer {
    fn say(&self, id: &str) -> String {
        self.words.plain(id)
    }

    fn keep(&self, window: &Window, name: &str) {
        window.settle();
        std::thread::sleep(std::time::Duration::from_millis(250));
        std::fs::write(self.folder.join(name).with_extension("png"), window.picture()).expect("the picture is written");
    }

    /// Speaks the language in the first window.
    fn begin(&self, program: Program) -> Window {
        let window = Window::over(program);
        window.press(&self.say(&format!("language-{}", self.tag)));
        window.settle();
        window
    }

    fn first_run(&self) {
        let window = self.begin(Program::new());
        window.type_into(&self.say("whose-organisation"), "Casa Ahuehuete");
        window.type_into(&self.say("whose-computer"), "Jacaranda");
        window.press(&self.say("next"));
        window.type_into(&self.say("passphrase"), PASSPHRASE);
        window.type_into(&self.say("passphrase-again"), PASSPHRASE);
        std::thread::sleep(std::time::Duration::from_millis(600));
        window.press(&self.say("choose-next"));
        window.wait_for(Role::Heading, &self.say("keep-title"));
        self.keep(&window, "words");
    }

    fn desk(&self) {
        let program = Program::with_vault();
        let archive = archive::fill(&program);
        let window = self.begin(program);
        self.keep(&window, "unlock");
        window.type_into(&self.say("passphrase"), PASSPHRASE);
        window.press(&self.say("unlock"));
        window.wait_for(Role::Navigation, &self.say("sections"));
        window.wear(self.tag, "light", 100);
        let places = [
            ("today", "today".to_owned()),
            ("list", "list/incident".to_owned()),
            ("record", format!("record/{}", archive.case)),
            ("merge", format!("merge/{}/{}", archive.doubles[1], archive.doubles[0])),
            ("report", "report".to_owned()),
            ("library", "library".to_owned()),
            ("settings", "settings/copy".to_owned()),
            ("files", format!("record/{}/files", archive.evidence)),
        ];
        for (name, place) in &places {
            window.go(place);
            self.keep(&window, name);
        }
        window.press(&self.say("file-redact"));
        self.keep(&window, "redaction");
        window.keys("\u{E00C}");
        self.more(&window);
        window.go(&format!("versions/{}", archive.split));
        self.keep(&window, "versions");
    }

    /// What is reached by keys and buttons.
    fn more(&self, window: &Window) {
        window.go("list/incident");
        window.press(&self.say("export-seen"));
        self.keep(window, "export");
        window.go("today");
        window.keys("\u{E009}n");
        std::thread::sleep(std::time::Duration::from_millis(400));
        window.keys("i");
        std::thread::sleep(std::time::Duration::from_millis(600));
        self.keep(window, "capture");
        window.keys("\u{E00C}");
        std::thread::sleep(std::time::Duration::from_millis(600));
        window.keys("\u{E009}k");
        window.wait_for(Role::Dialog, &self.say("bar-search-name"));
        window.keys("amenaza");
        std::thread::sleep(std::time::Duration::from_millis(700));
        self.keep(window, "search");
        window.keys("\u{E00C}");
        let sheet = window.program.path("agresiones-2013.csv");
        std::fs::write(&sheet, SHEET).expect("a sheet");
        std::fs::write(window.program.path("answers"), format!("{sheet}\n")).expect("the answers");
        window.go("import/incident");
        window.press(&self.say("import-choose"));
        std::thread::sleep(std::time::Duration::from_secs(2));
        self.keep(window, "import");
    }
}

/// Last year's list, invented.
const SHEET: &str = "Fecha de los hechos,Estado,Tipo de agresión,Nombre de la víctima,Relato\n\
12/03/2013,Oaxaca,amenaza de muerte,Ana Pérez,La amenazaron por teléfono\n\
mar-13,Veracruz,la hostigaron feo,Beto Ruiz,Le robaron la cuenta\n\
s/d,Guerrero,allan. y robo,Celia Mora,Entraron de noche\n\
hacia 2013,Oaxaca,amenazas,s/d,Llegaron al local\n";
