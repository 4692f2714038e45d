//! What the report says, in both languages and at every level.

use std::collections::BTreeMap;

use resguardo_domain::disclosure::{self, gather};
use resguardo_domain::id::RecordId;
use resguardo_domain::incidents::{CountKey, CountTable, CountedBy, Missing};
use resguardo_domain::value::{Act, Reference, Value};

use resguardo_language::Language;

use super::*;
use crate::document::{Cell, Entry, Line, Table};

fn term(catalogue: &str, term: &str) -> CountKey {
    CountKey::Term { catalogue: catalogue.into(), term: term.into() }
}

fn table(of: CountedBy, unit: Unit, rows: Vec<(CountKey, u64)>, missing: Missing) -> CountTable {
    let total = rows.iter().map(|(_, count)| count).sum::<u64>() + missing.total();
    CountTable { of, unit, rows, missing, total }
}

fn tables() -> Vec<CountTable> {
    let month = |text: &str| CountKey::Month(text.into());
    vec![
        table(
            CountedBy::Aggression,
            Unit::Acts,
            vec![(term("aggression_type", "life.homicide"), 1200), (term("aggression_type", "liberty.kidnapping"), 3)],
            Missing { unknown: 2, as_written: 1, ..Missing::default() },
        ),
        table(
            CountedBy::State,
            Unit::Incidents,
            vec![(term("federal_entity", "12"), 700), (term("federal_entity", "20"), 300)],
            Missing { not_recorded: 4, ..Missing::default() },
        ),
        table(
            CountedBy::Month,
            Unit::Incidents,
            vec![(month("2014-04"), 3), (month("2014-05"), 1000), (CountKey::Coarser("2014".into()), 1)],
            Missing::default(),
        ),
        table(
            CountedBy::Sex,
            Unit::Victims,
            vec![(term("sex", "male"), 900), (term("sex", "female"), 400)],
            Missing { not_asked: 5, withheld: 1, ..Missing::default() },
        ),
    ]
}

/// A row with one act, as the domain discloses it; `names` of the victim and the alleged perpetrator.
fn row(code: &str, date: &str, acts: usize, names: [&str; 2], summary: &str) -> disclosure::Row {
    let cell =
        |value, links: &[&str]| disclosure::Cell { value, links: links.iter().map(|l| (*l).to_owned()).collect() };
    let reference = || Reference::to(RecordId::default());
    let homicide = || Value::Choice("life.homicide".into());
    let act = || Act { aggression: homicide(), victims: vec![reference()], perpetrators: vec![reference()] };
    let cells = BTreeMap::from([
        ("date".to_owned(), vec![cell(Value::Date(date.parse().unwrap(), None), &[])]),
        ("state".to_owned(), vec![cell(Value::Choice("20".into()), &[])]),
        ("acts".to_owned(), (0..acts).map(|_| cell(Value::Act(Box::new(act())), &names)).collect()),
        ("aggression".to_owned(), vec![cell(homicide(), &[])]),
        ("victims".to_owned(), vec![cell(Value::Reference(reference()), &names[..1])]),
        ("perpetrators".to_owned(), vec![cell(Value::Reference(reference()), &names[1..])]),
        ("public_summary".to_owned(), vec![cell(Value::LongText(summary.into()), &[])]),
    ]);
    disclosure::Row { code: code.into(), kind: "incident".into(), cells }
}

/// A report of this level over `count` incidents that all say the same.
pub(crate) fn report(
    level: DisclosureLevel,
    count: usize,
    names: [&str; 2],
    summary: &str,
) -> Disclosed<IncidentsReport> {
    let full = level == DisclosureLevel::Full;
    let (code, date) = if full { ("00112233445566778899aabbccddeeff", "2014-05-03") } else { ("R0001", "2014-05") };
    let list = (0..count).map(|n| row(code, date, if n == 1 { 2 } else { 1 }, names, summary)).collect();
    gather(Vec::new(), |_| IncidentsReport {
        from: Some("2014-01-01".into()),
        to: Some("2014-12-31".into()),
        level,
        made_on: "2026-11-25".into(),
        organisation: Some("Espacio Norte (ejemplo)".into()),
        tables: if count == 0 { empty() } else { tables() },
        list,
        undated: if count == 0 { 0 } else { 2 },
    })
}

fn empty() -> Vec<CountTable> {
    let none = |of, unit| table(of, unit, Vec::new(), Missing::default());
    vec![none(CountedBy::Aggression, Unit::Acts), none(CountedBy::Sex, Unit::Victims)]
}

/// The document as lines of text, one for each thing a reader sees.
pub(crate) fn lines(document: &Document) -> Vec<String> {
    let mut lines = vec![
        format!("{} | {}", document.maker.as_str(), document.marking.as_str()),
        document.title.as_str().to_owned(),
        document.subtitle.as_str().to_owned(),
    ];
    let pair = |line: &Line| format!("{}: {}", line.label.as_str(), line.text.as_str());
    for block in &document.blocks {
        match block {
            Block::Heading(level, words) => {
                lines.push(format!("{} {}", "#".repeat(usize::from(*level)), words.as_str()))
            }
            Block::Paragraph(words) => lines.push(words.as_str().to_owned()),
            Block::Note(words) => lines.push(format!("! {}", words.as_str())),
            Block::Figures(figures) => {
                lines.extend(figures.iter().map(|figure| format!("{} {}", figure.count, figure.unit.as_str())));
            }
            Block::Definitions(all) => lines.extend(all.iter().map(pair)),
            Block::Table(table) => lines.extend(table_lines(table)),
            Block::Tasks(_) => {}
            Block::Entries(all) => lines.extend(all.iter().flat_map(|entry| entry_lines(entry, &pair))),
        }
    }
    let [before, between, after] = &document.page;
    lines.push(format!("{} | {}1{}2{}", document.made.as_str(), before.as_str(), between.as_str(), after.as_str()));
    lines
}

fn table_lines(table: &Table) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Text(words) => words.as_str().to_owned(),
        Cell::Count(count) => count.to_string(),
    };
    let cells = |cells: &[Cell]| cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
    let head = table.head.iter().map(Text::as_str).collect::<Vec<_>>().join(" | ");
    let mut lines = vec![format!("{}. {}", table.caption.as_str(), table.unit.as_str()), head];
    lines.extend(table.rows.iter().map(|row| format!("{}{}", if row.missing { "~ " } else { "" }, cells(&row.cells))));
    lines.push(cells(&table.foot));
    lines
}

fn entry_lines(entry: &Entry, pair: &dyn Fn(&Line) -> String) -> Vec<String> {
    let mut lines = vec![format!("[{}] {}", entry.code.as_str(), entry.heading.as_str())];
    lines.extend(entry.lines.iter().map(pair));
    lines.extend(entry.summary.iter().map(|summary| summary.as_str().to_owned()));
    lines
}

fn said(level: DisclosureLevel, count: usize, language: Language) -> Vec<String> {
    let names = if level == DisclosureLevel::Full { ["Ana Ruiz", "Policía Municipal"] } else { ["R0002", "R0003"] };
    lines(incidents(report(level, count, names, "La mataron frente a su casa."), &Words::new(language)).get())
}

/// The lines from the first that is this one, as many as expected.
fn passage<'a>(lines: &'a [String], expected: &[&str]) -> Vec<&'a str> {
    let at = lines.iter().position(|line| line == expected[0]).unwrap_or(0);
    lines[at..].iter().take(expected.len()).map(String::as_str).collect()
}

fn check(lines: &[String], expected: &[&str]) {
    assert_eq!(passage(lines, expected), expected, "\n{}", lines.join("\n"));
}

#[test]
fn a_report_says_who_may_read_it_what_it_covers_and_its_figures() {
    let spanish = said(DisclosureLevel::NoIdentities, 2, Language::Es);
    check(
        &spanish,
        &[
            "Espacio Norte (ejemplo) | Sin identidades",
            "Incidentes contra personas defensoras y periodistas",
            "Del 1 de enero de 2014 al 31 de diciembre de 2014",
        ],
    );
    check(&spanish, &["1004 incidentes", "1206 actos de agresión", "1306 víctimas", "# Cifras"]);
    assert_eq!(spanish.last().unwrap(), "Hecho el 25 de noviembre de 2026 | Página 1 de 2");
    let english = said(DisclosureLevel::Full, 2, Language::En);
    check(
        &english,
        &[
            "Espacio Norte (ejemplo) | Full: contains identities",
            "Incidents against human-rights defenders and journalists",
            "From 1 January 2014 to 31 December 2014",
        ],
    );
    assert_eq!(english.last().unwrap(), "Made on 25 November 2026 | Page 1 of 2");
}

#[test]
fn every_table_names_its_unit_and_keeps_what_is_missing_in_rows_of_its_own() {
    let spanish = said(DisclosureLevel::NoIdentities, 2, Language::Es);
    check(
        &spanish,
        &[
            "Tabla 1. Actos por tipo de agresión. Unidad: actos (un tipo de agresión en un incidente).",
            "Tipo de agresión | Actos",
            "Homicidio / asesinato | 1200",
            "Secuestro | 3",
            "~ Se desconoce | 2",
            "~ Sin clasificar | 1",
            "Total | 1206",
            "Tabla 2. Incidentes por entidad federativa. Unidad: incidentes.",
        ],
    );
    check(&spanish, &["Mes | Incidentes", "Abril de 2014 | 3", "Mayo de 2014 | 1000", "2014 (mes sin precisar) | 1"]);
    check(
        &said(DisclosureLevel::Full, 2, Language::En),
        &[
            "Table 4. Victims by sex. Unit: victims (each person or collective, once per incident).",
            "Sex | Victims",
            "Male | 900",
            "Female | 400",
            "~ Not asked | 5",
            "~ Withheld | 1",
            "Total | 1306",
        ],
    );
}

#[test]
fn an_incident_tells_its_victims_by_name_at_full_and_by_code_below() {
    check(
        &said(DisclosureLevel::Full, 2, Language::Es),
        &[
            "[00112233] 1. 3 de mayo de 2014 · Oaxaca",
            "Tipo de agresión: Homicidio / asesinato",
            "Víctimas: Ana Ruiz",
            "Presunta autoría: Policía Municipal",
            "La mataron frente a su casa.",
            "[00112233] 2. 3 de mayo de 2014 · Oaxaca",
            "Acto 1: Homicidio / asesinato · víctima: Ana Ruiz · presunta autoría: Policía Municipal",
            "Acto 2: Homicidio / asesinato · víctima: Ana Ruiz · presunta autoría: Policía Municipal",
        ],
    );
    check(
        &said(DisclosureLevel::NoIdentities, 1, Language::En),
        &[
            "[R0001] 1. May 2014 · Oaxaca",
            "Type of aggression: Killing / homicide",
            "Victims: R0002",
            "Alleged perpetrators: R0003",
        ],
    );
}

#[test]
fn what_is_not_known_is_said_with_its_reasons() {
    check(
        &said(DisclosureLevel::NoIdentities, 2, Language::Es),
        &[
            "# Lo que no sabemos",
            "Un dato que falta no cuenta como un no. Estos son los huecos de las tablas, con la razón de cada uno.",
            "Tipo de agresión: Faltan 3 de 1,206 actos de agresión: se desconoce (2) y sin clasificar (1).",
            "Entidad federativa: Faltan 4 de 1,004 incidentes: sin registro (4).",
            "Sexo: Faltan 6 de 1,306 víctimas: no se preguntó (5) y se reserva (1).",
            "Mes: 1 incidente tiene una fecha menos precisa que el mes y ocupa un renglón propio.",
            "Fecha y periodo: 2 incidentes quedaron fuera de este informe porque su fecha no permite saber si caen en el periodo.",
            "# Cómo se contó",
        ],
    );
}

#[test]
fn a_report_of_no_incidents_says_so_plainly_and_shows_no_empty_table() {
    for (language, expected) in [
        (
            Language::Es,
            "No hay incidentes registrados en este periodo. Esto dice lo que se registró, no lo que ocurrió.",
        ),
        (Language::En, "No incidents are recorded in this period. This says what was recorded, not what happened."),
    ] {
        let lines = said(DisclosureLevel::NoIdentities, 0, language);
        check(&lines, &[expected]);
        assert!(!lines.iter().any(|line| line.starts_with("Tabl") || line.contains("R0001")), "{lines:?}");
    }
}

#[test]
fn figures_only_lists_no_incident() {
    let lines = said(DisclosureLevel::Statistics, 2, Language::Es);
    assert!(!lines.iter().any(|line| line.contains("R000") || line == "# Los incidentes"), "{lines:?}");
}

#[test]
fn no_message_is_left_unsaid_or_unfilled() {
    for language in Language::ALL {
        for level in [DisclosureLevel::Full, DisclosureLevel::NoIdentities, DisclosureLevel::Statistics] {
            for count in [0, 2] {
                let said = said(level, count, language).join("\n");
                assert!(!said.contains("incidents-") && !said.contains("report-") && !said.contains("{$"), "{said}");
            }
        }
    }
}

#[test]
fn a_period_is_told_as_far_as_it_is_bounded() {
    for (from, to, expected) in [
        (None, None, "Todo lo registrado, sin límite de fechas"),
        (Some("2014-05"), None, "Desde mayo de 2014"),
        (None, Some("2014"), "Hasta 2014"),
        (Some("2010"), Some("2014-03"), "De 2010 a marzo de 2014"),
    ] {
        let report = report(DisclosureLevel::Full, 0, ["", ""], "").map(|report| IncidentsReport {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            ..report
        });
        assert_eq!(incidents(report, &Words::new(Language::Es)).get().subtitle.as_str(), expected);
    }
}
