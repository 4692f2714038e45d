//! Every screen of the open window.

use resguardo_tests::archive::Archive;
use resguardo_tests::window::{Role, Window};
use serde_json::json;

use crate::{Camera, pause};

const ESCAPE: &str = "\u{E00C}";

/// Last year's list, invented, with everything such lists have.
const SHEET: &str = "Fecha de los hechos,Edo.,Tipo agresión,Nombre víctima,Sexo,Presunto resp.,No. agresiones,Relato,Denuncia,Obs. Lety,Columna1\n\
12/03/2013,OAX,amenaza tel.,Ana Pérez,M,policía mpal.,1,El día señalado acudieron al domicilio y le gritaron desde la calle,sí,pend.,\n\
mar-13,Ver.,golpes,Beto Ruiz,H,se desconoce,3,Le robaron la cuenta y la cámara,AP/114/2013,ojo: checar fecha,\n\
2013,D.F.,hackeo,s/d,s/d,se desconoce,2,Entraron a la página,no,,\n\
el otro día,Guerrero,allan. y robo,Celia Mora,M,policía mpal.,1,Entraron de noche,no,,\n\
s/d,Oaxaca,amenaza de muerte,Dora Paz,M,,1,Llegaron al local,no,,\n";

pub(crate) fn take(camera: &Camera, window: &Window, archive: &Archive) {
    window.wear(camera.tag, camera.theme, 100);
    places(camera, window, archive);
    lists(camera, window);
    over_the_page(camera, window, archive);
    import(camera, window);
    large(camera, window, archive);
    window.wear(camera.tag, camera.theme, 100);
    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, &camera.say("passphrase"));
    camera.keep(window, "entrada");
    window.type_into(&camera.say("passphrase"), "jícara lodo");
    window.press(&camera.say("unlock"));
    pause(1500);
    camera.keep(window, "entrada-no");
    camera.open(window);
}

/// What has a place of its own.
fn places(camera: &Camera, window: &Window, archive: &Archive) {
    let record = |id: &str, tab: &str| format!("record/{id}/{tab}");
    let screens = [
        ("hoy", "today".to_owned()),
        ("incidentes", "list/incident".to_owned()),
        ("personas", "list/person".to_owned()),
        ("casos", "list/case".to_owned()),
        ("caso", format!("record/{}", archive.case)),
        ("caso-datos", record(&archive.case, "fields")),
        ("caso-vinculos", record(&archive.case, "links")),
        ("caso-historia", record(&archive.case, "history")),
        ("incidente", format!("record/{}", archive.incident)),
        ("incidente-datos", record(&archive.incident, "fields")),
        ("incidente-archivos", record(&archive.incident, "files")),
        ("incidente-historia", record(&archive.incident, "history")),
        ("evidencia-archivos", record(&archive.evidence, "files")),
        ("persona-datos", record(&archive.person, "fields")),
        ("conflicto", format!("versions/{}", archive.split)),
        ("unir", format!("merge/{}/{}", archive.doubles[1], archive.doubles[0])),
        ("exportar", "export".to_owned()),
        ("informe", "report".to_owned()),
        ("biblioteca", "library".to_owned()),
        ("ajustes-aspecto", "settings/looks".to_owned()),
        ("ajustes-personas", "settings/persons".to_owned()),
        ("ajustes-abrir", "settings/unlocking".to_owned()),
        ("ajustes-copia", "settings/copy".to_owned()),
        ("ajustes-programa", "settings/about".to_owned()),
        ("ayuda", "help/list".to_owned()),
        ("controles", "controls".to_owned()),
    ];
    for (screen, place) in &screens {
        window.go(place);
        camera.keep(window, screen);
    }
    window.go("report");
    window.click(Role::Choice, &camera.say("report-as-pages"));
    window.until("a page", |window| {
        window.script("return !!document.querySelector('img.page')?.naturalWidth", &[]) == true
    });
    camera.keep(window, "informe-paginas");
    window.go(&format!("versions/{}", archive.split));
    for choice in ["1", "2", "3"] {
        window.keys(choice);
        pause(150);
    }
    camera.keep(window, "conflicto-decidido");
}

/// Conditions, headings, rows chosen, nothing that passes.
fn lists(camera: &Camera, window: &Window) {
    let list = |query: serde_json::Value| {
        window.script("location.hash = '/list/incident?' + encodeURIComponent(JSON.stringify(arguments[0]))", &[query]);
        window.settle();
        pause(300);
    };
    let threats = json!({"field": "aggression", "op": "is", "values": ["threat"]});
    let since = json!({"field": "date", "op": "from", "values": ["2012"]});
    list(json!({"filters": [threats, since], "group": null}));
    for _ in 0..2 {
        window.script("document.querySelector('[role=grid]')?.focus()", &[]);
        window.keys(" ");
        window.keys("\u{E015}");
    }
    camera.keep(window, "incidentes-elegidos");
    window.keys(ESCAPE);
    list(json!({"filters": [since], "group": "state"}));
    camera.keep(window, "incidentes-agrupados");
    window.press(&camera.say("filter-add"));
    pause(300);
    camera.keep(window, "filtro");
    window.keys(ESCAPE);
    window.press(&camera.say("columns"));
    pause(300);
    camera.keep(window, "columnas");
    window.keys(ESCAPE);
    list(json!({"filters": [threats, {"field": "state", "op": "is", "values": ["06"]}]}));
    camera.keep(window, "incidentes-ninguno");
}

/// What stands over a page.
fn over_the_page(camera: &Camera, window: &Window, archive: &Archive) {
    window.go("today");
    window.keys("\u{E009}n");
    pause(400);
    camera.keep(window, "nuevo");
    window.keys("i");
    pause(700);
    let facts = window.script("return document.querySelector('dialog textarea').labels[0].textContent", &[]);
    window.type_into(
        facts.as_str().unwrap_or_default(),
        "Llegaron dos hombres en una moto al local de la radio, como a las seis.",
    );
    camera.keep(window, "captura");
    window.script(
        "[...document.querySelectorAll('dialog input')].find(i => i.dataset.field === 'aggression').focus()",
        &[],
    );
    window.keys("vig");
    pause(600);
    camera.keep(window, "captura-tipo");
    window.keys(ESCAPE);
    pause(300);
    window.keys(ESCAPE);
    window.until("the sheet gone", |window| window.script("return !document.querySelector('dialog')", &[]) == true);
    pause(300);
    window.keys("\u{E009}k");
    window.wait_for(Role::Dialog, &camera.say("bar-search-name"));
    camera.keep(window, "buscar-vacio");
    window.keys("amenaza");
    pause(800);
    camera.keep(window, "buscar");
    window.keys(ESCAPE);
    pause(300);
    window.go("list/incident");
    window.keys("\u{E031}");
    pause(500);
    camera.keep(window, "ayuda-hoja");
    window.keys(ESCAPE);
    pause(300);
    window.go(&format!("record/{}/fields", archive.person));
    window.press(&camera.say("record-reveal"));
    pause(400);
    camera.keep(window, "mostrar");
    window.keys(ESCAPE);
    pause(300);
    window.go(&format!("record/{}/files", archive.evidence));
    window.press(&camera.say("file-redact"));
    pause(700);
    camera.keep(window, "tapar");
    window.keys(ESCAPE);
    pause(300);
    window.go(&format!("record/{}/fields", archive.incident));
    window.script("document.querySelector('[data-line=date] .verbs button')?.click()", &[]);
    pause(400);
    camera.keep(window, "incidente-cambiar");
    window.keys(ESCAPE);
}

fn import(camera: &Camera, window: &Window) {
    let sheet = window.program.path("agresiones_2013.csv");
    std::fs::write(&sheet, SHEET).expect("a sheet");
    std::fs::write(window.program.path("answers"), format!("{sheet}\n")).expect("the answers");
    window.go("import/incident");
    camera.keep(window, "importar-archivo");
    window.press(&camera.say("import-choose"));
    window.until("the columns", |window| window.script("return !!document.querySelector('table select')", &[]) == true);
    pause(500);
    camera.keep(window, "importar");
    window.script("document.querySelector('footer .btn.go').click()", &[]);
    pause(900);
    camera.keep(window, "importar-revisar");
    if camera.theme == "light" {
        window.script("document.querySelector('footer .btn.go').click()", &[]);
        pause(1500);
        camera.keep(window, "importar-hecho");
        window.go("today");
        window.go("import");
        camera.keep(window, "importar-antes");
    }
}

/// Text at twice its size.
fn large(camera: &Camera, window: &Window, archive: &Archive) {
    if camera.theme != "light" || camera.size.0 != 1024 {
        return;
    }
    window.wear(camera.tag, camera.theme, 200);
    let places = [
        ("hoy", "today".to_owned()),
        ("incidentes", "list/incident".to_owned()),
        ("caso", format!("record/{}", archive.case)),
        ("conflicto", format!("versions/{}", archive.split)),
        ("informe", "report".to_owned()),
        ("ajustes", "settings/looks".to_owned()),
    ];
    for (screen, place) in &places {
        window.go(place);
        camera.keep(window, &format!("{screen}-t200"));
    }
    window.go("today");
    window.keys("\u{E009}n");
    pause(400);
    window.keys("i");
    pause(700);
    camera.keep(window, "captura-t200");
    window.keys(ESCAPE);
}

/// Where there is room, the list has the record beside it.
pub(crate) fn wide(camera: &Camera, window: &Window, archive: &Archive) {
    let (width, height) = camera.size;
    window.wait(window.client().set_window_size(width, height)).expect("a window of that size");
    window.wear(camera.tag, camera.theme, 100);
    for (screen, place) in [
        ("incidentes", "list/incident".to_owned()),
        ("caso", format!("record/{}", archive.case)),
        ("hoy", "today".to_owned()),
    ] {
        window.go(&place);
        pause(500);
        camera.keep(window, screen);
    }
}
