//! A chart as a picture for paper and for other documents: bars that lie, with their names and numbers, in SVG.

use std::fmt::Write as _;

use crate::Text;

/// How wide the picture is.
const WIDE: u32 = 760;
/// Where bars begin, and how long the longest is.
const FROM: u32 = 240;
const LONG: u32 = 320;
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
        }
    }
}

/// The chart as an SVG picture. Every text stands in it as text.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let legend_lines = u32::from(!chart.legend.is_empty());
    let lines = u32::try_from(chart.bars.len()).unwrap_or_default();
    let tall = 64 + LINE * (lines + legend_lines);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDE}\" height=\"{tall}\" viewBox=\"0 0 {WIDE} {tall}\" \
         font-family=\"sans-serif\" font-size=\"13\" fill=\"#16201e\" role=\"img\"><title>{title}</title>\
         <defs><pattern id=\"stripes\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"1.8\" height=\"5\" fill=\"#376b6b\"/></pattern></defs>\
         <rect width=\"{WIDE}\" height=\"{tall}\" fill=\"#fff\"/>\
         <text x=\"12\" y=\"22\" font-size=\"15\" font-weight=\"bold\">{title}</text>\
         <text x=\"12\" y=\"42\" fill=\"#444\">{under}</text>",
        title = escaped(&chart.title),
        under = escaped(&chart.under),
    );
    let length = |bar: &Bar| bar.pieces.iter().filter_map(|(_, value)| *value).sum::<f64>();
    let longest = chart.bars.iter().map(length).fold(0.0, f64::max);
    let mut top = 56;
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
            escaped(label)
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
        escaped(&bar.name)
    );
    let mut left = f64::from(FROM);
    for (tone, value) in &bar.pieces {
        let wide = if longest > 0.0 { value.unwrap_or_default() / longest * f64::from(LONG) } else { 0.0 };
        let _piece =
            write!(out, "<rect x=\"{left:.1}\" y=\"{}\" width=\"{wide:.1}\" height=\"14\" {}/>", top + 5, tone.paint());
        left += wide;
    }
    let _said = write!(out, "<text x=\"{:.1}\" y=\"{middle}\">{}</text>", left + 8.0, escaped(&bar.said));
}

/// Text between tags.
fn escaped(text: &Text) -> String {
    let mut out = String::new();
    for letter in text.as_str().chars() {
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
