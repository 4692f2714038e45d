//! Making, locking and unlocking.

use resguardo_tests::window::{Role, Window};
use resguardo_tests::{PASSPHRASE, Program};

#[test]
fn a_vault_is_unlocked_locked_and_unlocked_again() {
    let window = Window::over(Program::with_vault());
    window.wait_for(Role::Textbox, "Frase de paso");
    window.axe("lock");
    window.type_into("Frase de paso", "no es esta frase");
    window.press("Abrir");
    window.sees("No se pudo abrir");
    window.retype("Frase de paso", PASSPHRASE);
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");
    window.axe("main");
    window.keys("\u{E009}l");
    window.wait_for(Role::Textbox, "Frase de paso");
    assert!(!window.text().contains("No se pudo"), "a fresh window");
}

#[test]
fn somebody_who_read_nothing_makes_a_vault_with_the_keyboard_alone() {
    let window = Window::empty();
    window.wait_for(Role::Heading, "¿De quién son estos registros?");
    window.axe("whose");
    window.type_into("Organización", "Casa Ahuehuete");
    window.type_into("Apodo", "Jacaranda");
    window.type_into("Persona que escribe 1", "Inés\u{E007}");
    window.wait_for(Role::Heading, "Una frase que sólo tú conozcas");
    window.axe("passphrase");
    assert!(window.find(Role::Button, "Falta una frase más fuerte").is_some());
    window.type_into("Frase de paso", PASSPHRASE);
    window.sees("Fuerte.");
    window.type_into("Otra vez la frase", &format!("{PASSPHRASE}\u{E007}"));
    window.wait_for(Role::Heading, "Estas doce palabras");
    window.axe("words");
    let words = window.script("return [...document.querySelectorAll('ol.words .mono')].map(e => e.textContent)", &[]);
    let words: Vec<String> = words.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect();
    assert_eq!(words.len(), 12);
    std::fs::write(window.program.path("answers"), format!("{}\n", window.program.path("hoja.pdf"))).unwrap();
    window.press("Guardar la hoja");
    window.sees("hoja.pdf");
    assert!(std::fs::read(window.program.path("hoja.pdf")).unwrap().starts_with(b"%PDF-"));
    window.click(Role::Choice, "Ya las tengo en papel");
    window.press("Comprobar tres palabras");
    window.wait_for(Role::Heading, "Tres de las palabras");
    window.axe("asked");
    let asked =
        window.script("return [...document.querySelectorAll('label')].map(e => +e.textContent.split(' ')[1])", &[]);
    let asked: Vec<usize> =
        asked.as_array().unwrap().iter().map(|n| usize::try_from(n.as_u64().unwrap()).unwrap()).collect();
    for place in &asked {
        window.type_into(&format!("Palabra {place}"), "otra");
    }
    window.press("Comprobar");
    window.sees("Al menos una de las tres palabras");
    assert!(!window.program.vault().exists(), "nothing counts as made yet");
    for place in &asked {
        window.retype(&format!("Palabra {place}"), &words[place - 1]);
    }
    window.press("Comprobar");
    window.click(Role::Choice, "Con la demostración");
    window.axe("begin");
    window.press("Abrir");
    window.wait_for(Role::Navigation, "Secciones");
    window.sees("Casa Ahuehuete");
    assert!(window.program.vault().join("vault.rgv").exists());
    window.press("Cerrar");
    window.sees("Abrir en «Jacaranda»");
    assert!(!window.text().contains("Ahuehuete"), "the lock window does not say whose it is");
}

#[test]
fn the_language_is_switched_before_anybody_unlocked() {
    let window = Window::over(Program::with_vault());
    window.press("English");
    window.wait_for(Role::Textbox, "Passphrase");
    window.sees("Forgot the passphrase?");
    window.press("Español");
    window.wait_for(Role::Textbox, "Frase de paso");
}
