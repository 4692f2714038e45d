use resguardo_domain::catalogue::Lang;

use super::{Entrance, NewVault, Pending, Reason, Start, Strength, beside, sweep, unlock, unlock_with_words};
use crate::{Language, Words};

const PASSPHRASE: &str = "murciélago azúcar canción árbol";

fn request() -> NewVault {
    NewVault {
        organisation: "Casa Ahuehuete".to_owned(),
        computer: "Jacaranda".to_owned(),
        writers: vec!["Inés".to_owned(), " ".to_owned(), "Marcos".to_owned()],
        passphrase: PASSPHRASE.to_owned(),
        with_keyfile: false,
    }
}

fn pending(place: &std::path::Path) -> Pending {
    Pending::make(place, &request(), None, Lang::Es).unwrap()
}

#[test]
fn a_vault_counts_once_three_words_were_typed_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("boveda");
    let made = pending(&place);
    assert!(!place.exists());
    let kept = made.words().to_keep();
    assert_eq!((kept.words.len(), kept.ask.len()), (12, 3));
    let asked = |kept: &crate::asked::WordsToKeep| -> Vec<String> {
        kept.ask.iter().map(|place| kept.words[usize::from(*place) - 1].to_uppercase()).collect()
    };
    let right = asked(&kept);
    assert!(!made.words().are_right(&["ábaco".to_owned(), "no".to_owned(), String::new()]));
    assert!(!made.words().are_right(&right[..2]));
    assert!(made.words().are_right(&right));
    let session = made.confirm(Start::Demonstration).unwrap();
    assert!(place.join("vault.rgv").exists() && !beside(&place).exists());
    assert_eq!(session.writers().len(), 2);
    assert!(session.state().records > 90);
    let told = Entrance::of(&place, Reason::Start);
    assert_eq!((told.has_vault, told.computer.as_deref()), (true, Some("Jacaranda")));
    drop(session);
    drop(unlock(&place, PASSPHRASE, None, Lang::Es).unwrap());
    assert!(unlock(&place, "otra frase que no es", None, Lang::Es).is_err());
    let other = "otra frase de seis palabras nuevas";
    let session = unlock_with_words(&place, &kept.words, other, Lang::En).unwrap();
    assert!(session.state().records > 90);
    drop(session);
    assert!(unlock(&place, PASSPHRASE, None, Lang::Es).is_err());
    drop(folder);
}

#[test]
fn a_vault_nobody_confirmed_is_gone_after_going_back_and_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("boveda");
    pending(&place).forget().unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    std::mem::drop(pending(&place));
    assert!(beside(&place).exists());
    sweep(&place);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_second_vault_is_never_made_over_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("boveda");
    drop(pending(&place).confirm(Start::Empty).unwrap());
    let before = std::fs::read(place.join("vault.rgv")).unwrap();
    assert!(Pending::make(&place, &request(), None, Lang::Es).is_err());
    assert_eq!(std::fs::read(place.join("vault.rgv")).unwrap(), before);
}

#[test]
fn strength_is_told_in_words() {
    let words = Words::new(Language::Es);
    let check = |typed: &str, enough: bool| {
        let strength = Strength::of(typed, &words);
        assert_eq!(strength.enough, enough, "{typed}");
        assert!(!strength.sentence.is_empty());
    };
    check("", false);
    check("hola", false);
    check("x9!Kq#7Lm2$vB", false);
    check(PASSPHRASE, true);
}
