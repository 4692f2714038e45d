//! SQLite with FTS5, plain or under SQLCipher, holding the same fields with the indexes such a program would have.

use rusqlite::{Connection, params};

use crate::rows::{QUERIES, Row};
use crate::{Taken, p95, timed};

pub fn run(rows: &[Row], key: Option<&str>) -> Taken {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path().join("peer.db");
    let open = || {
        let database = Connection::open(&path).expect("it opens");
        if let Some(key) = key {
            database.pragma_update(None, "key", key).expect("a key");
            database.pragma_update(None, "kdf_iter", 4000).expect("a cheap key: derivation is not what is measured");
        }
        database.pragma_update(None, "journal_mode", "WAL").expect("WAL");
        database.pragma_update(None, "synchronous", "FULL").expect("durable");
        database
    };
    let mut taken = Taken::default();
    let mut database = open();
    database.execute_batch(
        "CREATE TABLE incident(id INTEGER PRIMARY KEY, code TEXT, date TEXT, state TEXT, municipality TEXT, aggression TEXT, facts TEXT);
         CREATE INDEX by_state ON incident(state, date);
         CREATE VIRTUAL TABLE words USING fts5(facts, municipality, content='incident', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='3');",
    ).expect("tables");
    taken.import = timed(|| {
        let act = database.transaction().expect("a transaction");
        for (id, row) in (1_i64..).zip(rows) {
            act.prepare_cached("INSERT INTO incident VALUES(?,?,?,?,?,?,?)").expect("a statement")
                .execute(params![id, row.code, row.date, row.state, row.municipality, row.aggression, row.facts]).expect("a row");
            act.prepare_cached("INSERT INTO words(rowid, facts, municipality) VALUES(?,?,?)").expect("a statement")
                .execute(params![id, row.facts, row.municipality]).expect("its words");
        }
        act.commit().expect("on disk");
    }).0;
    drop(database);
    let (unlock, database) = timed(|| {
        let database = open();
        let count: i64 = database.query_row("SELECT count(*) FROM incident", [], |row| row.get(0)).expect("a count");
        assert_eq!(count as usize, rows.len());
        database
    });
    taken.unlock = unlock;
    let list = |condition: &str| {
        let total: i64 = database.query_row(&format!("SELECT count(*) FROM incident {condition}"), [], |row| row.get(0)).expect("a count");
        let mut statement = database.prepare(&format!("SELECT * FROM incident {condition} LIMIT 100")).expect("a statement");
        let texts: Vec<String> = statement.query_map([], |row| row.get::<_, String>(6)).expect("rows").flatten().collect();
        (total, texts.len())
    };
    taken.list = timed(|| list("")).0;
    taken.filter = timed(|| list("WHERE state = 'Oaxaca' AND date >= '2015'")).0;
    let search = |query: &str| {
        let asked = if query.contains('"') { query.to_owned() } else { query.split(' ').map(|word| format!("{word}*")).collect::<Vec<_>>().join(" ") };
        let total: i64 = database.query_row("SELECT count(*) FROM words WHERE words MATCH ?", [&asked], |row| row.get(0)).expect("a count");
        let mut statement = database.prepare_cached("SELECT rowid, snippet(words, 0, '', '', '…', 12) FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20").expect("a statement");
        let found: Vec<i64> = statement.query_map([&asked], |row| row.get(0)).expect("rows").flatten().collect();
        (total, found.len())
    };
    taken.search_p95 = p95((0..100).map(|turn| timed(|| search(QUERIES[turn % QUERIES.len()])).0).collect());
    taken.commit_p95 = p95((1..=60_i64).map(|id| {
        timed(|| database.execute("UPDATE incident SET municipality = municipality || 'x' WHERE id = ?", [id]).expect("saved")).0
    }).collect());
    drop(database);
    taken.disk_bytes = std::fs::read_dir(folder.path()).into_iter().flatten().flatten().map(|entry| entry.metadata().map_or(0, |m| m.len())).sum();
    taken
}
