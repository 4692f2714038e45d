//! The federal entities as a picture for paper and for other documents, the centre enlarged, in SVG.

use std::fmt::Write as _;

use crate::Text;
use crate::chart::{Tone, escaped, head};

/// How wide and how tall the map itself is, and the part of it that is enlarged: left, top, width, height.
const MAP: (u32, u32) = (793, 498);
const CENTRE: (f64, f64, f64, f64) = (440.0, 316.0, 100.0, 84.0);
/// The height of one line of the legend.
const LINE: u32 = 24;
/// How many meanings stand on one line of the legend.
const ABREAST: usize = 3;

/// A map of the federal entities.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// What it tells, in one sentence.
    pub title: Text,
    /// As of when, of whom, what its reader must know.
    pub under: Text,
    /// Whose drawing it is.
    pub credit: Text,
    /// What the tones mean.
    pub legend: Vec<(Tone, Text)>,
    /// The entities.
    pub entities: Vec<Entity>,
}

/// One federal entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its outline, as the path of an SVG picture.
    pub outline: String,
    /// How it is filled.
    pub tone: Tone,
    /// Its name in a few letters.
    pub short: Text,
    /// Where these stand on the map; none where there is no room.
    pub at: Option<(f64, f64)>,
    /// The end of a line that leads from letters beside it.
    pub from: Option<(f64, f64)>,
    /// Where they stand in the enlarged centre.
    pub near: Option<(f64, f64)>,
}

/// The map as an SVG picture. Every text stands in it as text.
#[must_use]
pub fn country_svg(country: &Country) -> String {
    let lines = u32::try_from(country.legend.len().div_ceil(ABREAST)).unwrap_or_default();
    let (wide, map_tall) = MAP;
    let (head, from) = head(&country.title, &country.under);
    let tall = from + map_tall + LINE * (lines + 2);
    let (left, top, across, down) = CENTRE;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{tall}\" viewBox=\"0 0 {wide} {tall}\" \
         font-family=\"sans-serif\" font-size=\"13\" fill=\"#16201e\" role=\"img\"><title>{title}</title>\
         <defs>{patterns}</defs><rect width=\"{wide}\" height=\"{tall}\" fill=\"#fff\"/>\
         {head}<svg y=\"{from}\" width=\"{wide}\" height=\"{map_tall}\" viewBox=\"0 0 {wide} {map_tall}\">",
        title = escaped(country.title.as_str()),
        patterns = Tone::PATTERNS,
    );
    outlines(&mut out, country, 0.9);
    country.entities.iter().for_each(|entity| letters(&mut out, entity));
    let _inset = write!(
        out,
        "<rect x=\"{left}\" y=\"{top}\" width=\"{across}\" height=\"{down}\" {FRAME}/>\
         <svg x=\"2\" y=\"286\" width=\"246\" height=\"206\" viewBox=\"{left} {top} {across} {down}\">\
         <rect x=\"{left}\" y=\"{top}\" width=\"{across}\" height=\"{down}\" fill=\"#fff\"/>"
    );
    outlines(&mut out, country, 0.35);
    for entity in &country.entities {
        if let Some((x, y)) = entity.near {
            let _near = write!(out, "<text x=\"{x}\" y=\"{y}\" {SMALL}>{}</text>", escaped(entity.short.as_str()));
        }
    }
    let _close = write!(
        out,
        "<rect x=\"{left}\" y=\"{top}\" width=\"{across}\" height=\"{down}\" {FRAME} vector-effect=\"non-scaling-stroke\"/>\
         </svg></svg>"
    );
    foot(&mut out, country, from + map_tall + LINE);
    out.push_str("</svg>\n");
    out
}

const FRAME: &str = "fill=\"none\" stroke=\"#43504c\" stroke-width=\"0.9\" stroke-dasharray=\"3 2\"";
const HALO: &str = "text-anchor=\"middle\" stroke=\"#fff\" paint-order=\"stroke\" font-weight=\"bold\"";
const SMALL: &str = "font-size=\"4.4\" text-anchor=\"middle\" stroke=\"#fff\" stroke-width=\"0.9\" \
                     paint-order=\"stroke\" font-weight=\"bold\"";

fn outlines(out: &mut String, country: &Country, line: f64) {
    for Entity { outline, tone, .. } in &country.entities {
        let _outline = write!(out, "<path d=\"{outline}\" {} stroke=\"#555\" stroke-width=\"{line}\"/>", tone.ground());
    }
}

fn letters(out: &mut String, entity: &Entity) {
    let Some((x, y)) = entity.at else { return };
    if let Some((from_x, from_y)) = entity.from {
        let _lead = write!(out, "<path d=\"M{from_x} {from_y}L{x} {}\" stroke=\"#43504c\"/>", y - 3.0);
    }
    let _letters = write!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"11.5\" stroke-width=\"2.4\" {HALO}>{}</text>",
        escaped(entity.short.as_str())
    );
}

/// What the tones mean, and whose drawing it is.
fn foot(out: &mut String, country: &Country, first: u32) {
    let mut top = first;
    for line in country.legend.chunks(ABREAST) {
        let mut left = 12;
        for (tone, label) in line {
            let _step = write!(
                out,
                "<rect x=\"{left}\" y=\"{}\" width=\"16\" height=\"12\" {} stroke=\"#555\"/><text x=\"{}\" y=\"{top}\">{}</text>",
                top - 11,
                tone.ground(),
                left + 22,
                escaped(label.as_str())
            );
            left += 262;
        }
        top += LINE;
    }
    let _credit = write!(
        out,
        "<text x=\"12\" y=\"{top}\" font-size=\"11\" fill=\"#444\">{}</text>",
        escaped(country.credit.as_str())
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_holds_its_words_as_text_and_nothing_of_them_as_markup() {
        let entity = |short: &str, tone| Entity {
            outline: "M1 1L2 2Z".to_owned(),
            tone,
            short: short.into(),
            at: Some((10.0, 20.0)),
            from: Some((5.0, 5.0)),
            near: None,
        };
        let drawn = country_svg(&Country {
            title: "31 de 32 <b>".into(),
            under: "14 de marzo de 2014".into(),
            credit: "CC BY 4.0".into(),
            legend: vec![(Tone::Outline, "ninguno".into()), (Tone::Care, "En revisión".into())],
            entities: vec![entity("Oax", Tone::Light), entity("DF", Tone::Care), entity("Qro & Co", Tone::Blank)],
        });
        assert!(drawn.contains("31 de 32 &lt;b&gt;") && drawn.contains("Qro &amp; Co") && !drawn.contains("<b>"));
        assert!(drawn.contains("CC BY 4.0") && drawn.contains("En revisión"));
        assert_eq!(drawn.matches("<svg").count(), drawn.matches("</svg>").count());
    }
}
