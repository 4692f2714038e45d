use super::{VaultDir, keep_files_private};
use crate::error::VaultError;
use std::fs;
use std::path::Path;

#[test]
fn a18_a_vault_inside_a_synchronised_folder_is_refused_and_nothing_is_made() {
    let temp = tempfile::tempdir().unwrap();
    let check = |folder: &str, service: &str| {
        let root = temp.path().join(folder).join("boveda");
        match VaultDir::create(&root) {
            Err(VaultError::SyncedFolder { sign }) => assert_eq!(sign, service),
            other => panic!("{folder}: {other:?}"),
        }
        assert!(!temp.path().join(folder).exists());
    };
    check("OneDrive", "OneDrive");
    check("OneDrive - Organización", "OneDrive");
    check("Dropbox (Trabajo)/casos", "Dropbox");
    check("iCloudDrive", "iCloud");
    check("Mobile Documents/com~apple~CloudDocs", "iCloud");
    check("Google Drive", "Google Drive");
    check("Mi unidad", "Google Drive");
    check("Nextcloud", "Nextcloud");
    check("ownCloud2", "ownCloud");
    check("pCloudDrive", "pCloud");
    check("MEGA", "MEGA");
    check("Syncthing", "Syncthing");
}

#[test]
fn a18_a_marker_above_or_a_link_into_a_synchronised_folder_is_noticed() {
    let temp = tempfile::tempdir().unwrap();
    let check = |marker: &str, service: &str| {
        let top = temp.path().join(format!("de {service}"));
        fs::create_dir_all(top.join("casos")).unwrap();
        fs::write(top.join(marker), b"").unwrap();
        let refused = VaultDir::create(&top.join("casos/boveda"));
        assert!(matches!(refused, Err(VaultError::SyncedFolder { sign }) if sign == service), "{marker}: {refused:?}");
        fs::remove_dir_all(top).unwrap();
    };
    check(".stfolder", "Syncthing");
    check(".dropbox", "Dropbox");
    check("._sync_0123456789ab.db", "Nextcloud");
    check(".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive");
    check(".debris", "MEGA");

    #[cfg(unix)]
    {
        fs::create_dir(temp.path().join("Dropbox")).unwrap();
        std::os::unix::fs::symlink(temp.path().join("Dropbox"), temp.path().join("enlace")).unwrap();
        assert!(VaultDir::create(&temp.path().join("enlace/boveda")).is_err());
    }
}

#[test]
fn a_folder_that_only_sounds_alike_is_taken() {
    let temp = tempfile::tempdir().unwrap();
    for name in ["Megafono", "Dropboxes", "Mi unidades", "megaproyectos"] {
        assert!(VaultDir::create(&temp.path().join(name).join("boveda")).is_ok(), "{name}");
    }
    // The settings of an installed client lie in the home folder; what it copies lies elsewhere.
    let home = temp.path().join("casa");
    fs::create_dir_all(home.join(".dropbox")).unwrap();
    assert!(VaultDir::create(&home.join("boveda")).is_ok());
}

#[test]
fn a_folder_that_holds_something_is_no_place_for_a_new_vault() {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("algo"), b"x").unwrap();
    assert!(matches!(VaultDir::create(temp.path()), Err(VaultError::FolderNotEmpty)));
    let empty = temp.path().join("vacía");
    fs::create_dir(&empty).unwrap();
    assert!(VaultDir::create(&empty).is_ok());
    assert!(matches!(VaultDir::at(&empty), Err(VaultError::NoVault)), "no header yet");
}

#[cfg(unix)]
#[test]
fn a20_folders_and_files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("boveda");
    fs::create_dir(&root).unwrap();
    fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
    let dir = VaultDir::create(&root).unwrap();
    for folder in [dir.root(), &dir.ledger(), &dir.blobs(), &dir.tmp(), &dir.aside()] {
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
    }
    let file = dir.headers()[0].clone();
    dir.write_whole(&file, b"x").unwrap();
    assert_eq!(mode(&file), 0o600);
    keep_files_private();
    let other = temp.path().join("otro");
    fs::write(&other, b"x").unwrap();
    assert_eq!(mode(&other), 0o600);
}

#[test]
fn a_file_is_written_whole_and_leaves_nothing_in_tmp() {
    let temp = tempfile::tempdir().unwrap();
    let dir = VaultDir::create(&temp.path().join("boveda")).unwrap();
    let file = dir.headers()[0].clone();
    dir.write_whole(&file, b"one").unwrap();
    dir.write_whole(&file, b"two").unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"two");
    assert!(dir.write_whole(&dir.root().join("no/such/folder"), b"x").is_err());
    assert_eq!(fs::read_dir(dir.tmp()).unwrap().count(), 0);
    fs::write(dir.tmp().join("left"), b"x").unwrap();
    dir.empty_tmp().unwrap();
    assert_eq!(fs::read_dir(dir.tmp()).unwrap().count(), 0);
}
