//! The Mechanism: its boards with the real facts, and with the invented records the boards, an application and a day's work.

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{Program, work};
use serde_json::json;

use crate::{Camera, pause};

/// The boards, on a day by which most of what is told was published.
const BOARDS: [(&str, &str); 9] = [
    ("tablero", "mechanism/board?2014-03-14"),
    ("mapa-convenios", "mechanism/states?conventions%262014-03-14"),
    ("mapa-actos", "mechanism/states?acts%262014-03-14"),
    ("medidas", "mechanism/measures?2014-03-14"),
    ("organos", "mechanism/organs?2014-03-14"),
    ("recursos", "mechanism/resources?2014-03-14"),
    ("compromisos", "mechanism/commitments?2014-03-14"),
    ("preocupaciones", "mechanism/concerns?2014-03-14"),
    ("cifras", "mechanism/figures?2014-03-14"),
];

/// What is worked with, of the records this desk holds.
struct Desk {
    work: work::Work,
    application: String,
}

pub(crate) fn take(cameras: &[Camera]) {
    let Some(first) = cameras.first() else { return };
    let program = Program::with_vault();
    assert_eq!(program.run(&["demo"]).code, 0, "the real facts");
    let window = first.begin(program);
    for camera in cameras {
        window.wear(camera.tag, camera.theme, 100);
        boards(camera, &window, "");
    }
    drop(window.close());
    let program = Program::with_vault();
    assert_eq!(program.run(&["demo", "--fictional"]).code, 0, "the invented records");
    let desk = Desk { work: work::desk(&program), application: work::application(&program) };
    let window = first.begin(program);
    for camera in cameras {
        window.wear(camera.tag, camera.theme, 100);
        boards(camera, &window, "-inventado");
        daily(camera, &window, &desk, "");
        over_the_page(camera, &window, &desk);
    }
    if first.theme == "light" && first.size.0 == 1024 {
        window.wear(first.tag, first.theme, 200);
        boards(first, &window, "-t200");
        daily(first, &window, &desk, "-t200");
    }
}

fn boards(camera: &Camera, window: &Window, tag: &str) {
    for (screen, place) in BOARDS {
        window.go(place);
        pause(300);
        camera.keep(window, &format!("{screen}{tag}"));
    }
}

/// A day's work: what waits, an application, what is handed over.
fn daily(camera: &Camera, window: &Window, desk: &Desk, tag: &str) {
    let (case, call) = (&desk.work.case, &desk.work.call);
    let application = &desk.application;
    let screens = [
        ("hoy-trabajo", "today".to_owned()),
        ("solicitudes", "list/application".to_owned()),
        ("solicitud-tramite", format!("record/{application}/way?2014-03-14")),
        ("solicitud-plazos", format!("record/{application}/clocks?2014-03-14")),
        ("caso-plazos", format!("record/{case}/clocks")),
        ("entregar", format!("handover/{case}")),
        ("llamadas", format!("calls/{call}")),
        ("calendario", "ics".to_owned()),
        ("ajustes-dias", "settings/calendar".to_owned()),
        ("ajustes-campos", "settings/fields".to_owned()),
    ];
    for (screen, place) in &screens {
        window.go(place);
        pause(400);
        if matches!(*screen, "entregar" | "llamadas") {
            window.until("a page", |window| {
                window.script("return !!document.querySelector('img.page')?.naturalWidth", &[]) == true
            });
        }
        camera.keep(window, &format!("{screen}{tag}"));
    }
}

/// The numbers in the place of what is drawn, the records behind one, a count.
fn over_the_page(camera: &Camera, window: &Window, desk: &Desk) {
    window.go("mechanism/board?2014-03-14");
    window.sees("I03");
    window.script("document.activeElement.blur()", &[]);
    window.keys("t");
    camera.keep(window, "tablero-numeros");
    window.keys("t");
    window.script("document.querySelector('#line-I03 button.link').click()", &[]);
    window.wait_for(Role::Dialog, "");
    camera.keep(window, "tablero-registros");
    window.keys("\u{E00C}");
    window.go(&format!("record/{}/way?2014-03-14", desk.application));
    let count = camera.say("clocks-count");
    let press = "[...document.querySelectorAll('button')].find(b => b.textContent.trim() === arguments[0])?.click()";
    window.script(press, &[json!(count)]);
    pause(400);
    camera.keep(window, "solicitud-cuenta");
    window.keys("\u{E00C}");
}
