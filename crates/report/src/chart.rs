//! A chart as a picture for paper and for other documents: bars that lie, with their names and numbers, in SVG.

use std::fmt::Write as _;

use crate::Text;

/// How wide the picture is.
const WIDE: u32 = 760;
/// Where bars begin, and how long the longest is.
const FROM: u32 = 240;
const LONG: u32 = 320;
/// How many letters of a title, and of what stands under it, have room on a line.
const TITLE_LETTERS: usize = 80;
const UNDER_LETTERS: usize = 100;
/// The height of one line.
const LINE: u32 = 24;

/// Bars that lie below each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What is drawn, with its unit.
    pub title: Text,
    /// As of when, of what, for whom.
    pub under: Text,
    /// What the tones mean; empty where there is one.
    pub legend: Vec<(Tone, Text)>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is about.
    pub name: Text,
    /// What its pieces come to, in words.
    pub said: Text,
    /// Its pieces: tone and length; none cannot be told.
    pub pieces: Vec<(Tone, Option<f64>)>,
}

/// How a piece is filled: told apart in grey too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// An outline.
    Outline,
    /// Striped.
    Striped,
    /// What is late.
    Late,
    /// Light.
    Light,
    /// Between.
    Middle,
    /// Dark.
    Dark,
    /// Darkest.
    Darkest,
    /// Striped, to be looked at with care.
    Care,
    /// Nothing is known.
    Blank,
}

impl Tone {
    const fn paint(self) -> &'static str {
        match self {
            Self::Outline => "fill=\"none\" stroke=\"#555\" stroke-dasharray=\"3 2\"",
            Self::Striped => "fill=\"url(#stripes)\" stroke=\"#555\"",
            Self::Late => "fill=\"#8f1528\"",
            Self::Light => "fill=\"#a3bbb8\"",
            Self::Middle => "fill=\"#6a918f\"",
            Self::Dark => "fill=\"#376b6b\"",
            Self::Darkest => "fill=\"#12474a\"",
            Self::Care => "fill=\"url(#care)\" stroke=\"#835d00\"",
            Self::Blank => "fill=\"#eceeeb\" stroke=\"#555\" stroke-dasharray=\"2 1.5\"",
        }
    }

    /// The same for a piece of ground, whose outline is drawn with it.
    pub(crate) const fn ground(self) -> &'static str {
        match self {
            Self::Outline => "fill=\"#fff\"",
            Self::Striped => "fill=\"url(#stripes)\"",
            Self::Care => "fill=\"url(#care)\"",
            Self::Blank => "fill=\"#eceeeb\" stroke-dasharray=\"2 1.5\"",
            Self::Late | Self::Light | Self::Middle | Self::Dark | Self::Darkest => self.paint(),
        }
    }

    /// What striped tones refer to.
    pub(crate) const PATTERNS: &str = "<pattern id=\"stripes\" width=\"5\" height=\"5\" \
         patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fff\"/>\
         <rect width=\"1.8\" height=\"5\" fill=\"#376b6b\"/></pattern>\
         <pattern id=\"care\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"4\" height=\"4\" fill=\"#fff\"/>\
         <rect width=\"1.7\" height=\"4\" fill=\"#835d00\"/></pattern>";
}

/// The chart as an SVG picture. Every text stands in it as text.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let legend_lines = u32::from(!chart.legend.is_empty());
    let lines = u32::try_from(chart.bars.len()).unwrap_or_default();
    let (head, mut top) = head(&chart.title, &chart.under);
    let tall = top + 8 + LINE * (lines + legend_lines);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDE}\" height=\"{tall}\" viewBox=\"0 0 {WIDE} {tall}\" \
         font-family=\"sans-serif\" font-size=\"13\" fill=\"#16201e\" role=\"img\"><title>{title}</title>\
         <defs>{patterns}</defs>\
         <rect width=\"{WIDE}\" height=\"{tall}\" fill=\"#fff\"/>{head}",
        title = escaped(chart.title.as_str()),
        patterns = Tone::PATTERNS,
    );
    let length = |bar: &Bar| bar.pieces.iter().filter_map(|(_, value)| *value).sum::<f64>();
    let longest = chart.bars.iter().map(length).fold(0.0, f64::max);
    legend(&mut out, chart, top);
    top += LINE * legend_lines;
    for bar in &chart.bars {
        bar_line(&mut out, bar, (top, longest));
        top += LINE;
    }
    out.push_str("</svg>\n");
    out
}

fn legend(out: &mut String, chart: &Chart, top: u32) {
    let mut left = 12;
    for (tone, label) in &chart.legend {
        let letters = u32::try_from(label.as_str().chars().count()).unwrap_or_default();
        // Writing to a text cannot fail.
        let _written = write!(
            out,
            "<rect x=\"{left}\" y=\"{}\" width=\"14\" height=\"11\" {}/><text x=\"{}\" y=\"{}\">{}</text>",
            top + 4,
            tone.paint(),
            left + 20,
            top + 14,
            escaped(label.as_str())
        );
        left += 36 + letters * 7;
    }
}

fn bar_line(out: &mut String, bar: &Bar, (top, longest): (u32, f64)) {
    let middle = top + 16;
    let _name = write!(
        out,
        "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{}</text><path d=\"M{FROM} {top}v{LINE}\" stroke=\"#888\"/>",
        FROM - 8,
        escaped(bar.name.as_str())
    );
    let mut left = f64::from(FROM);
    for (tone, value) in &bar.pieces {
        let wide = if longest > 0.0 { value.unwrap_or_default() / longest * f64::from(LONG) } else { 0.0 };
        let _piece =
            write!(out, "<rect x=\"{left:.1}\" y=\"{}\" width=\"{wide:.1}\" height=\"14\" {}/>", top + 5, tone.paint());
        left += wide;
    }
    let _said = write!(out, "<text x=\"{:.1}\" y=\"{middle}\">{}</text>", left + 8.0, escaped(bar.said.as_str()));
}

/// What stands above a drawing, in as many lines as it takes, and where the drawing begins.
pub(crate) fn head(title: &Text, under: &Text) -> (String, u32) {
    let mut out = String::new();
    let mut top = 2;
    for (text, most, look) in
        [(title, TITLE_LETTERS, "font-size=\"15\" font-weight=\"bold\""), (under, UNDER_LETTERS, "fill=\"#444\"")]
    {
        for line in wrapped(text.as_str(), most) {
            top += 20;
            let _line = write!(out, "<text x=\"12\" y=\"{top}\" {look}>{}</text>", escaped(&line));
        }
    }
    (out, top + 14)
}

/// A text in lines of so many letters at most, cut between words.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Text between tags.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_holds_its_names_and_numbers_as_text_and_nothing_of_them_as_markup() {
        let chart = Chart {
            title: "Compromisos".into(),
            under: "14 de marzo de 2014".into(),
            legend: vec![(Tone::Darkest, "Cumplido".into())],
            bars: vec![Bar {
                name: "<script>alert(1)</script> & \"Segob\"".into(),
                said: "2".into(),
                pieces: vec![(Tone::Darkest, Some(2.0)), (Tone::Outline, None)],
            }],
        };
        let drawn = svg(&chart);
        assert!(!drawn.contains("<script>"), "{drawn}");
        assert!(drawn.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Segob&quot;"));
        assert!(drawn.contains("width=\"320.0\""), "the longest is as long as may be: {drawn}");
        assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>\n"));
    }
}
