//! Which vault, and the secret that opens it.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use resguardo_app::{Keyfile, Passphrase, Session, UnlockSecret, Words};
use zeroize::Zeroizing;

use crate::failure::Failure;

/// A passphrase file longer than this is none.
const MOST_SECRET_BYTES: u64 = 4096;
/// A key file longer than this is refused before it is read whole.
const MOST_KEYFILE_BYTES: u64 = 64 * 1024 * 1024;

/// Unlocks the vault the arguments name, with the secret they name or the one typed at the prompt.
pub(crate) fn open(matches: &ArgMatches, words: &Words) -> Result<Session, Failure> {
    let folder = folder(matches, words)?;
    let secret = secret(matches, words)?;
    let failed = |error| Failure::from_app(&error, words);
    let mut session = Session::unlock(&folder, &secret, words.language().lang()).map_err(failed)?;
    let named = matches.get_one::<String>("writer").cloned();
    if let Some(name) = named.or_else(|| std::env::var("RESGUARDO_WRITER").ok()) {
        session.write_as(&name).map_err(failed)?;
    }
    Ok(session)
}

/// The vault, where it is there and its passphrase is named; nothing is asked.
pub(crate) fn at_hand(matches: &ArgMatches, words: &Words) -> Result<Option<Session>, Failure> {
    let is_named = matches.contains_id("passphrase-file") && folder(matches, words).is_ok_and(|folder| folder.exists());
    is_named.then(|| open(matches, words)).transpose()
}

/// The vault's folder: `--vault`, `RESGUARDO_VAULT`, or the only vault of this user.
pub(crate) fn folder(matches: &ArgMatches, words: &Words) -> Result<PathBuf, Failure> {
    let named = matches.get_one::<String>("vault").map(PathBuf::from);
    if let Some(folder) = named.or_else(|| std::env::var_os("RESGUARDO_VAULT").map(PathBuf::from)) {
        return Ok(folder);
    }
    let found: Vec<PathBuf> = home_of_vaults()
        .and_then(|home| std::fs::read_dir(home).ok())
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.join("vault.rgv").exists() || path.join("vault2.rgv").exists())
        .collect();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        _ => Err(Failure::usage(words, "usage-which-vault", &[("count", found.len().to_string())])),
    }
}

/// Where a new vault goes when nobody says where.
pub(crate) fn home_of_vaults() -> Option<PathBuf> {
    let data = std::env::var_os("XDG_DATA_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    let data = data.or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".local/share")))?;
    Some(data.join("resguardo"))
}

/// What unlocks: the passphrase, with the key file where one is named.
pub(crate) fn secret(matches: &ArgMatches, words: &Words) -> Result<UnlockSecret, Failure> {
    let typed = typed(matches, "passphrase-file", "prompt-passphrase", words)?;
    let passphrase = Passphrase::new(&typed).map_err(|error| Failure::from_app(&error.into(), words))?;
    Ok(match keyfile(matches, words)? {
        None => UnlockSecret::Passphrase(passphrase),
        Some(keyfile) => UnlockSecret::PassphraseAndKeyfile(passphrase, keyfile),
    })
}

/// The text of the file this option names (`-`: standard input), less one final line break; or what is typed at the
/// prompt. With `--json` or a passphrase file nothing is ever asked.
pub(crate) fn typed(
    matches: &ArgMatches,
    option: &str,
    prompt: &str,
    words: &Words,
) -> Result<Zeroizing<String>, Failure> {
    let bytes = match matches.get_one::<String>(option) {
        Some(file) if file == "-" => Zeroizing::new(
            read(&mut io::stdin().lock(), MOST_SECRET_BYTES).map_err(|error| unreadable("-", &error, words))?,
        ),
        Some(file) => Zeroizing::new(read_file(file, MOST_SECRET_BYTES, words)?),
        None => return asked(matches, words, prompt),
    };
    let text = bytes.strip_suffix(b"\n").map_or(bytes.as_slice(), |text| text.strip_suffix(b"\r").unwrap_or(text));
    match std::str::from_utf8(text) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Failure::invalid(words, "passphrase-form", &[])),
    }
}

fn asked(matches: &ArgMatches, words: &Words, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    let silent = matches.get_flag("json") || matches.get_one::<String>("passphrase-file").is_some();
    if silent || !io::stdin().is_terminal() {
        return Err(Failure::usage(words, "usage-no-passphrase", &[]));
    }
    let text = rpassword::prompt_password(format!("{} ", words.plain(prompt)));
    text.map(Zeroizing::new).map_err(|error| unreadable("-", &error, words))
}

/// The key file, where one is named.
pub(crate) fn keyfile(matches: &ArgMatches, words: &Words) -> Result<Option<Keyfile>, Failure> {
    let named = matches.get_one::<String>("keyfile");
    let content = named.map(|file| read_file(file, MOST_KEYFILE_BYTES, words).map(Zeroizing::new)).transpose()?;
    Ok(content.map(|content| Keyfile::new(&content)))
}

fn read_file(file: &str, most: u64, words: &Words) -> Result<Vec<u8>, Failure> {
    let opened = File::open(Path::new(file));
    opened.and_then(|mut opened| read(&mut opened, most)).map_err(|error| unreadable(file, &error, words))
}

fn read(source: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

fn unreadable(file: &str, error: &io::Error, words: &Words) -> Failure {
    Failure::invalid(words, "unreadable", &[("file", file.to_owned()), ("reason", error.to_string())])
}
