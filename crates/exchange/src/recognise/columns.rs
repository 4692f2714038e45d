//! Which field each column is: by its heading in Spanish or English, and by what its cells hold.

use std::collections::{BTreeMap, BTreeSet};

use resguardo_domain::catalogue::Catalogues;
use resguardo_domain::fold::fold;
use resguardo_domain::schema::{Field, FieldType, Kind, Schema};
use resguardo_domain::value::Number;

use super::date;
use super::target::Target;
use super::term::Certainty;
use super::vocabulary::{Answers, Vocabulary};
use crate::read::Sheet;

/// How many different cells of a column are looked at.
const SAMPLES: usize = 60;

/// How many rows, spread over the sheet, they are taken from.
const SAMPLED_ROWS: usize = 400;

/// How many paths a column is offered.
const MOST_OFFERS: usize = 4;

/// Share of a column's cells, in hundredths, that must be understood before a heading nobody knows is placed.
const SURE: usize = 80;

/// By how much a part of a heading weighs less where another field has the whole of it.
const PART_OF_A_WHOLE: usize = 3;

/// Proposes a path for each heading of the sheet; an empty one where no field fits.
#[must_use]
pub fn propose(
    sheet: &Sheet,
    (heading_row, headings): (usize, &[String]),
    (kind, schema): (&Kind, &Schema),
    catalogues: &Catalogues,
) -> Vec<String> {
    let targets = Target::all(kind, schema);
    let mut samples = Samples::new(catalogues);
    let cells: Vec<Vec<Seen<'_>>> = (0..headings.len()).map(|column| sample(sheet, heading_row, column)).collect();
    let mut chosen = Chosen { targets: &targets, paths: vec![None; headings.len()], taken: BTreeSet::new() };
    let by_name: Vec<Offer> = headings
        .iter()
        .zip(&cells)
        .enumerate()
        .flat_map(|(column, (heading, cells))| {
            named(&targets, (column, heading, cells), &mut samples).collect::<Vec<_>>()
        })
        .collect();
    chosen.take(by_name);
    let unknown: Vec<usize> = (0..headings.len()).filter(|column| chosen.open(*column)).collect();
    let mut offers = Vec::new();
    for column in unknown {
        let Some(cells) = cells.get(column) else { continue };
        offers.extend(told(&targets, (column, cells), &mut samples));
    }
    chosen.take(offers);
    chosen.paths.into_iter().map(|path| path.map(|target| target.path()).unwrap_or_default()).collect()
}

/// For each heading the paths it names, the most likely first; several columns may be offered one path.
#[must_use]
pub fn offers(
    sheet: &Sheet,
    (heading_row, headings): (usize, &[String]),
    (kind, schema): (&Kind, &Schema),
    catalogues: &Catalogues,
) -> Vec<Vec<String>> {
    let targets = Target::all(kind, schema);
    let mut samples = Samples::new(catalogues);
    let each = headings.iter().enumerate().map(|(column, heading)| {
        let cells = sample(sheet, heading_row, column);
        let mut offers: Vec<Offer> = named(&targets, (column, heading, &cells), &mut samples).collect();
        offers.sort_by_key(|offer| (std::cmp::Reverse(offer.score), offer.target));
        let mut paths: Vec<String> = Vec::new();
        for path in offers.iter().filter_map(|offer| targets.get(offer.target)).map(Target::path) {
            if !paths.contains(&path) && paths.len() < MOST_OFFERS {
                paths.push(path);
            }
        }
        paths
    });
    each.collect()
}

/// Targets that the heading names, and whose cells do not speak against it.
fn named<'t>(
    targets: &'t [Target<'_>],
    (column, heading, cells): (usize, &str, &'t [Seen<'_>]),
    samples: &'t mut Samples<'_>,
) -> impl Iterator<Item = Offer> + 't {
    let own = |target: usize| targets.get(target).is_some_and(|place| place.through.is_none());
    let whole = by_heading(targets, heading).any(|(target, score)| score == 100 && own(target));
    by_heading(targets, heading).filter_map(move |(target, score)| {
        let place = targets.get(target)?;
        let share = samples.share(place.field, cells);
        let weight = weigh(score, share, place.through.is_some())?;
        // «Denuncia» is one field's own heading: what only has it among its words stands behind that one.
        let weight = if whole && score < 100 && share.is_none() { weight / PART_OF_A_WHOLE } else { weight };
        Some(Offer { score: weight, column, target })
    })
}

/// Targets that the cells alone name.
fn told<'t>(
    targets: &'t [Target<'_>],
    (column, cells): (usize, &'t [Seen<'_>]),
    samples: &'t mut Samples<'_>,
) -> impl Iterator<Item = Offer> + 't {
    targets.iter().enumerate().filter_map(move |(target, place)| {
        let share = by_cells(place, cells, samples)?;
        Some(Offer { score: share, column, target })
    })
}

/// A column could be this target.
struct Offer {
    score: usize,
    column: usize,
    target: usize,
}

struct Chosen<'a> {
    targets: &'a [Target<'a>],
    paths: Vec<Option<Target<'a>>>,
    taken: BTreeSet<usize>,
}

impl Chosen<'_> {
    fn open(&self, column: usize) -> bool {
        self.paths.get(column).is_some_and(Option::is_none)
    }

    /// Gives the best offers first; of equals the earlier column and the earlier field.
    fn take(&mut self, mut offers: Vec<Offer>) {
        offers.sort_by_key(|offer| (std::cmp::Reverse(offer.score), offer.column, offer.target));
        for offer in offers {
            let Some(target) = self.targets.get(offer.target).copied() else { continue };
            if !self.open(offer.column) || (self.taken.contains(&offer.target) && !target.takes_more()) {
                continue;
            }
            self.taken.insert(offer.target);
            if let Some(path) = self.paths.get_mut(offer.column) {
                *path = Some(target);
            }
        }
    }
}

/// Every heading that means a field, folded: its id, its labels, its aliases.
pub(super) fn spellings(field: &Field) -> impl Iterator<Item = String> {
    [&field.id, &field.label.es, &field.label.en].into_iter().chain(&field.aliases).map(|heading| fold(heading))
}

/// Targets whose headings are this heading or stand in it as whole words, with a score of 100 or less.
fn by_heading<'a>(targets: &'a [Target<'_>], heading: &str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let heading = fold(heading);
    targets.iter().enumerate().filter_map(move |(at, target)| {
        let own = spellings(target.field).map(|known| likeness(&heading, &known));
        let reference = target.through.filter(|_| target.names_record() && target.field.kind != FieldType::Reference);
        let through =
            reference.into_iter().flat_map(|(field, _)| spellings(field)).map(|known| likeness(&heading, &known));
        let best = own.chain(through).max().filter(|score| *score > 0)?;
        Some((at, best))
    })
}

fn likeness(heading: &str, known: &str) -> usize {
    if heading == known {
        return 100;
    }
    let (short, long) = if heading.len() < known.len() { (heading, known) } else { (known, heading) };
    let within = short.len() >= 4 && format!(" {long} ").contains(&format!(" {short} "));
    if within { 40 + 30 * short.len() / long.len().max(1) } else { 0 }
}

/// A known heading whose cells speak against it is not taken; a part of a heading needs cells that speak for it.
fn weigh(score: usize, share: Option<usize>, linked: bool) -> Option<usize> {
    match (score, share) {
        (100, None) => Some(100),
        (100, Some(share)) if share >= 20 => Some(100 + share / 10),
        (100, Some(_)) if !linked => Some(30),
        (_, None) => Some(score),
        (_, Some(share)) if share >= 50 => Some(score + share / 2),
        _ => None,
    }
}

/// A field whose cells alone say what the column is: a list of terms or a date, never yes and no.
fn by_cells(target: &Target<'_>, cells: &[Seen<'_>], samples: &mut Samples<'_>) -> Option<usize> {
    let telling = matches!(target.field.kind, FieldType::Choice | FieldType::Date) && cells.len() >= 2;
    samples.share(target.field, cells).filter(|share| telling && *share >= SURE)
}

/// A cell and how often it was met.
type Seen<'a> = (&'a str, usize);

/// The different cells of a column, the most frequent first.
fn sample(sheet: &Sheet, heading_row: usize, column: usize) -> Vec<Seen<'_>> {
    let step = sheet.rows.len().div_ceil(SAMPLED_ROWS).max(1);
    let rows = sheet.rows.iter().skip(heading_row + 1).step_by(step);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in rows.filter_map(|row| row.get(column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty()) {
        *seen.entry(cell).or_default() += 1;
    }
    let mut cells: Vec<Seen<'_>> = seen.into_iter().collect();
    cells.sort_by_key(|(cell, count)| (std::cmp::Reverse(*count), *cell));
    cells.truncate(SAMPLES);
    cells
}

/// How well cells fit fields.
struct Samples<'a> {
    catalogues: &'a Catalogues,
    vocabularies: BTreeMap<&'a str, Option<Vocabulary>>,
    answers: Option<Answers>,
}

impl<'a> Samples<'a> {
    fn new(catalogues: &'a Catalogues) -> Self {
        Self { catalogues, vocabularies: BTreeMap::new(), answers: Answers::new(catalogues) }
    }

    /// Which share of the cells, in hundredths, the field understands; none where any text would do or there is none.
    fn share(&mut self, field: &Field, cells: &[Seen<'_>]) -> Option<usize> {
        let of = |understood: &mut dyn FnMut(&str) -> bool| {
            let (mut yes, mut all) = (0, 0);
            for (cell, count) in cells {
                yes += if understood(cell) { *count } else { 0 };
                all += count;
            }
            (yes * 100).checked_div(all)
        };
        match field.kind {
            FieldType::Date => {
                let order = date::order_of(cells.iter().map(|(cell, _)| *cell));
                of(&mut |cell| matches!(date::read(cell, order), date::Reading::Date(_)))
            }
            FieldType::Number => of(&mut |cell| Number::parse(cell).is_some()),
            FieldType::Answer => {
                let answers = self.answers.as_mut()?;
                of(&mut |cell| answers.answer(cell).is_some())
            }
            FieldType::Choice => {
                let vocabulary = self.vocabulary(field)?;
                of(&mut |cell| {
                    vocabulary.place(cell).is_some_and(|found| found.certainty == Certainty::Exact && found.is_whole())
                })
            }
            _ => None,
        }
    }

    fn vocabulary(&mut self, field: &Field) -> Option<&mut Vocabulary> {
        let list = self.catalogues.get(field.catalogue.as_deref()?)?;
        let vocabulary = self.vocabularies.entry(list.id.as_str());
        vocabulary.or_insert_with(|| Vocabulary::new(list, self.catalogues)).as_mut()
    }
}
