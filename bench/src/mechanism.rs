//! Figures of the Mechanism over an archive of so many records, about one in six an application: Resguardo against SQLite over
//! the same records, in one run, with what both counted beside the time. `cargo xtask bench mechanism [N]`.

use std::time::Duration;

use resguardo_app::indicators::IndicatorRequest;
use resguardo_app::lists::ListRequest;
use resguardo_app::{KdfCost, Lang, Passphrase, Session, UnlockSecret, WayIn, choose_passphrase};
use rusqlite::{Connection, params};
use serde_json::Value as Json;

use crate::timed;

const PASSPHRASE: &str = "correct horse battery staple granizo";
/// Days asked about: each only once, so that no answer is one that was kept.
const DAYS: [&str; 5] = ["2014-03-01", "2014-02-01", "2014-01-01", "2013-12-01", "2013-11-01"];

/// What both count: the indicator, and the same question to SQLite over numerator and denominator.
/// That of studies is the plain one: it knows neither terms that stopped nor dates known in part, and so counts more.
const QUESTIONS: [(&str, &str, &str); 4] = [
    (
        "I01",
        "applications decided by the Board",
        "SELECT sum(EXISTS(SELECT 1 FROM step WHERE application = id AND event = 'board_decision' AND last <= ?1)), count(*)
         FROM application WHERE first <= ?1",
    ),
    (
        "I11",
        "applications admitted",
        "SELECT sum(outcome IN ('admitted','decided_granted','decided_denied')), count(*) FROM application
         WHERE first <= ?1 AND outcome IN ('admitted','decided_granted','decided_denied','not_admitted','referred')",
    ),
    (
        "I39",
        "acts documented",
        "SELECT sum(acts), sum(acts) FROM incident WHERE first <= ?1 AND grade BETWEEN 'v1' AND 'v9'",
    ),
    (
        "I04",
        "studies within ten days",
        "SELECT sum(done IS NOT NULL AND done <= date(first, '+10 days')), count(*) FROM (
           SELECT first, (SELECT min(at) FROM step WHERE application = id AND event = 'risk_study_done' AND at <= ?1) AS done
           FROM application WHERE exact AND first <= ?1)
         WHERE done IS NOT NULL OR date(first, '+10 days') < ?1",
    ),
];

pub fn run(records: u32) {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let vault = folder.path().join("vault");
    let way_in = WayIn { passphrase: choose_passphrase(PASSPHRASE).expect("strong"), keyfile: None };
    let cost = KdfCost::with_memory(65_536).expect("in bounds");
    let (session, _) = Session::create(&vault, &way_in, cost, Lang::Es).expect("a vault");
    let filled = session.demo_invented(records.saturating_mul(150) / 952).expect("records");
    let database = database(&folder.path().join("peer.db"), &session);
    drop(session);
    let secret = UnlockSecret::Passphrase(Passphrase::new(PASSPHRASE).expect("a passphrase"));
    let session = Session::unlock(&vault, &secret, Lang::Es).expect("it opens");
    let all = |day: &str| IndicatorRequest { as_of: Some(day.to_owned()), fictional: true, ..IndicatorRequest::default() };
    println!("{} records, {} of them applications", filled.records, filled.by_kind.get("application").unwrap_or(&0));
    let first = timed(|| session.indicators(&all("2014-03-02")).expect("figures")).0;
    println!("all fifty indicators, first after unlocking {:>9.1} ms", ms(first));
    let days = DAYS.iter().map(|day| timed(|| session.indicators(&all(day)).expect("figures")).0);
    println!("all fifty indicators, another day           {:>9.1} ms", ms(middle(days.collect())));
    let again = (0..5).map(|_| timed(|| session.indicators(&all("2013-11-01")).expect("figures")).0);
    println!("all fifty indicators, the same day again    {:>9.1} ms", ms(middle(again.collect())));
    println!("\nindicator                                  ours       SQLite   ratio   counted: ours, SQLite");
    for (id, label, question) in QUESTIONS {
        let mut counted = None;
        // Since a first day: an answer kept of all records is none of these.
        let ours = DAYS.iter().map(|day| {
            let request = IndicatorRequest { id: Some(id.to_owned()), from: Some("2000-01-01".to_owned()), ..all(day) };
            let (taken, told) = timed(|| session.indicators(&request).expect("a figure"));
            let own = told.indicators.into_iter().next().map(|one| one.own);
            counted = counted.or(own.map(|own| (own.numerator, own.denominator)));
            taken
        });
        let ours = middle(ours.collect());
        let mut found = None;
        let theirs = DAYS.iter().map(|day| {
            let (taken, told) = timed(|| {
                database.query_row(question, [day], |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, Option<i64>>(1)?)))
            });
            found = found.or(told.ok());
            taken
        });
        let theirs = middle(theirs.collect());
        let (a, b) = (ms(ours), ms(theirs));
        let text = |counted: Option<(Option<i64>, Option<i64>)>| match counted {
            Some((Some(over), Some(under))) if over != under => format!("{over} of {under}"),
            Some((Some(count), _)) => count.to_string(),
            _ => "none".to_owned(),
        };
        println!("{id} {label:<34} {a:>8.2} ms {b:>8.2} ms {:>6.2}   {}, {}", a / b.max(1e-6), text(counted), text(found));
    }
}

/// The same records in tables, with the indexes such a program would have.
fn database(path: &std::path::Path, session: &Session) -> Connection {
    let mut database = Connection::open(path).expect("it opens");
    database
        .execute_batch(
            "CREATE TABLE application(id TEXT PRIMARY KEY, first TEXT, exact INTEGER, outcome TEXT);
             CREATE TABLE step(application TEXT, event TEXT, at TEXT, last TEXT);
             CREATE TABLE incident(id TEXT PRIMARY KEY, first TEXT, grade TEXT, acts INTEGER);
             CREATE INDEX by_application ON step(application, event);
             CREATE INDEX by_day ON application(first);
             CREATE INDEX by_incident_day ON incident(first, grade, acts);",
        )
        .expect("tables");
    let act = database.transaction().expect("a transaction");
    let of_kind = |kind: &str| {
        let request = ListRequest { kind: kind.to_owned(), ..ListRequest::default() };
        session.list(&request).expect("a list").items
    };
    for item in of_kind("application") {
        let text = |field: &str| item.fields.get(field).and_then(Json::as_str).map(str::to_owned);
        let received = text("received").unwrap_or_default();
        act.execute(
            "INSERT INTO application VALUES(?,?,?,?)",
            params![item.id, first(&received), received.len() >= 10 && !received.ends_with('~'), text("outcome")],
        )
        .expect("a row");
        for step in item.fields.get("steps").and_then(Json::as_array).into_iter().flatten() {
            let at = step.get("at").and_then(Json::as_str).unwrap_or_default();
            let event = step.get("step").and_then(Json::as_str).unwrap_or_default();
            act.execute("INSERT INTO step VALUES(?,?,?,?)", params![item.id, event, first(at), last(at)]).expect("a step");
        }
    }
    for item in of_kind("incident") {
        let text = |field: &str| item.fields.get(field).and_then(Json::as_str).map(str::to_owned);
        let acts = item.fields.get("acts").and_then(Json::as_array).map_or(1, Vec::len).max(1);
        act.execute(
            "INSERT INTO incident VALUES(?,?,?,?)",
            params![item.id, text("date").as_deref().map(first), text("verification"), acts as i64],
        )
        .expect("an incident");
    }
    act.commit().expect("on disk");
    database.execute_batch("ANALYZE").expect("statistics");
    database
}

/// The first day of a date as it is written.
fn first(date: &str) -> String {
    let date = date.trim_end_matches('~');
    if date.len() == 7 { format!("{date}-01") } else { date.get(..10).unwrap_or(date).to_owned() }
}

/// The last.
fn last(date: &str) -> String {
    let date = date.trim_end_matches('~');
    if date.len() == 7 { format!("{date}-31") } else { date.get(..10).unwrap_or(date).to_owned() }
}

fn middle(mut taken: Vec<Duration>) -> Duration {
    taken.sort_unstable();
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
