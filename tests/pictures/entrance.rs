//! The first run, step by step, and the first day.

use resguardo_tests::window::Role;
use resguardo_tests::{PASSPHRASE, Program};

use crate::{Camera, pause};

pub(crate) fn take(camera: &Camera) {
    let window = camera.over(Program::new());
    window.type_into(&camera.say("whose-organisation"), "Casa Ahuehuete");
    window.type_into(&camera.say("whose-computer"), "Jacaranda");
    camera.keep(&window, "primera-1-quien");
    window.press(&camera.say("next"));
    window.type_into(&camera.say("passphrase"), PASSPHRASE);
    window.type_into(&camera.say("passphrase-again"), PASSPHRASE);
    pause(700);
    camera.keep(&window, "primera-2-frase");
    window.press(&camera.say("choose-next"));
    window.wait_for(Role::Heading, &camera.say("keep-title"));
    camera.keep(&window, "primera-3-palabras");
    let words = window.script("return [...document.querySelectorAll('ol.words .mono')].map(e => e.textContent)", &[]);
    let words: Vec<&str> = words.as_array().into_iter().flatten().filter_map(|word| word.as_str()).collect();
    window.click(Role::Choice, "");
    window.press(&camera.say("keep-next"));
    window.settle();
    let asked = window.script("return [...document.querySelectorAll('label')].map(e => e.textContent)", &[]);
    for label in asked.as_array().into_iter().flatten().filter_map(|label| label.as_str()) {
        let place: usize = label.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(1);
        window.type_into(label, words[place - 1]);
    }
    camera.keep(&window, "primera-3-tres");
    window.script("document.querySelector('button.go').click()", &[]);
    window.settle();
    pause(600);
    camera.keep(&window, "primera-4-empezar");
    window.script("document.querySelector('button.go').click()", &[]);
    window.wait_for(Role::Navigation, "");
    window.sees(&camera.say("first-title"));
    camera.keep(&window, "hoy-primera");
    window.go("list/incident");
    camera.keep(&window, "lista-vacia");
    window.keys("\u{E009}l");
    window.press(&camera.say("unlock-with-words"));
    camera.keep(&window, "entrada-palabras");
}
