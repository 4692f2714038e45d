//! What the law asks is data: whoever edits the files of `assets/procedures`, and nothing else, moves the clocks.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of a test may fail as loudly as the test")]

use std::path::Path;

use resguardo_app::clocks::ClockRequest;
use resguardo_app::records::Assignment;
use resguardo_app::{KdfCost, Lang, Session, WayIn, choose_passphrase};
use resguardo_mechanism::procedure::Procedures;

/// A reform of one article, as one more file: it repeats the stage it changes, and nothing else.
const REFORM: &str = r#"{
  "law": "mx-2031",
  "es": "Reforma inventada (DOF 15-12-2030)",
  "en": "Invented reform (DOF 15-12-2030)",
  "published": "2030-12-15",
  "in_force": "2031-01-01",
  "procedures": [
    {
      "id": "ordinary",
      "es": "Procedimiento ordinario",
      "en": "Ordinary procedure",
      "articles": "27",
      "subject": "application",
      "stages": [
        {
          "id": "ord.study",
          "es": "Estudio de Evaluación de Riesgo",
          "en": "Risk evaluation study",
          "article": "27-I (DOF 15-12-2030)",
          "quote_es": "cinco días naturales",
          "responsible": "uer",
          "clock_start": "application_submitted",
          "clock_end": "risk_study_done",
          "limit": {"value": 5, "unit": "calendar_days"},
          "valid": {"from": "2031-01-01", "to": null}
        }
      ]
    }
  ]
}"#;

/// A copy of the folder that ships, with the ten days of article 27-I made fifteen and the reform beside it.
fn corrected(folder: &Path) {
    let ships = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/procedures");
    for file in std::fs::read_dir(ships).unwrap().map(|file| file.unwrap().path()) {
        std::fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
    }
    let (law, ten) = (folder.join("mx-2012.json"), r#""limit": {"value": 10, "unit": "calendar_days"}"#);
    let text = std::fs::read_to_string(&law).unwrap();
    let stage = text.find(r#""id": "ord.study""#).unwrap();
    let (before, after) = text.split_at(stage);
    let after = after.replacen(ten, &ten.replace("10", "15"), 1);
    std::fs::write(law, format!("{before}{after}")).unwrap();
    std::fs::write(folder.join("mx-2031.json"), REFORM).unwrap();
}

/// The procedures of a folder.
fn read(folder: &Path) -> Procedures {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let texts: Vec<(String, String)> = files
        .map(|file| (file.file_stem().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&file).unwrap()))
        .collect();
    Procedures::from_files(texts.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

/// The last day of the risk study, and under which article.
fn study(session: &Session, received: &str) -> (String, String) {
    let text = |field: &str, text: &str| Assignment::Text { field: field.into(), text: text.into() };
    let fields = [text("received", received), text("procedure", "ordinary")];
    let record = Some(session.create_record("application", &fields).unwrap().id);
    let request = ClockRequest { record, as_of: Some("2031-02-01".into()), states: Vec::new() };
    let told = session.clocks(&request).unwrap();
    let of_stage: Vec<_> = told.iter().filter(|clock| clock.clock == "ord.study").collect();
    let [one] = of_stage.as_slice() else { panic!("{} clocks of the study", of_stage.len()) };
    (one.due.clone().unwrap(), one.article_said.clone())
}

#[test]
fn a_limit_corrected_and_a_reform_added_as_files_move_the_clocks_of_an_application_by_its_day() {
    let (files, vault) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    corrected(files.path());
    assert!(read(files.path()).begin(), "nothing was counted before");
    let way_in =
        WayIn { passphrase: choose_passphrase("correct horse battery staple granizo").unwrap(), keyfile: None };
    let cost = KdfCost::with_memory(65_536).unwrap();
    let (session, _) = Session::create(&vault.path().join("vault"), &way_in, cost, Lang::Es).unwrap();
    let told = |day: &str, article: &str| (day.to_owned(), article.to_owned());
    assert_eq!(study(&session, "2014-01-10"), told("2014-01-25", "Art. 27-I"), "the limit that was corrected");
    assert_eq!(study(&session, "2030-12-31"), told("2031-01-15", "Art. 27-I"), "the day before the reform");
    assert_eq!(study(&session, "2031-01-01"), told("2031-01-06", "Art. 27-I (DOF 15-12-2030)"), "its first day");
}
