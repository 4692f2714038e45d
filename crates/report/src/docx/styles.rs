//! How the parts of a document look.

use docx_rs::{Docx, LineSpacing, LineSpacingType, RunFonts, Style, StyleType};

/// The type of prose and of headings; where it is not installed a similar one stands in.
const SERIF: &str = "Cambria";
/// The type of labels, figures and tables.
const SANS: &str = "Calibri";
/// The grey of labels and notes.
pub(super) const SOFT: &str = "555555";
/// The grey of the lines between rows.
pub(super) const HAIR: &str = "B5B5B5";

/// Adds every style the document uses. Sizes are in half points, distances in twentieths of a point.
pub(super) fn add(file: Docx) -> Docx {
    let lines = LineSpacing::new().line_rule(LineSpacingType::Auto).line(264);
    let file = file.default_fonts(font(SERIF)).default_size(21).default_line_spacing(lines.after(120));
    styles().into_iter().fold(file, Docx::add_style)
}

fn styles() -> Vec<Style> {
    let heading = |level: usize, size, before, after| {
        Style::new(format!("Heading{level}"), StyleType::Paragraph)
            .name(format!("heading {level}"))
            .based_on("Normal")
            .next("Normal")
            .q_format(true)
            .outline_lvl(level - 1)
            .size(size)
            .bold()
            .fonts(font(SERIF))
            .line_spacing(space(before, after))
    };
    let own = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").q_format(true);
    let sans = |id: &str, name: &str, size| own(id, name).fonts(font(SANS)).size(size);
    vec![
        own("Title", "Title").size(42).bold().line_spacing(space(0, 80)),
        own("Subtitle", "Subtitle").size(24).italic().color(SOFT).line_spacing(space(0, 240)),
        heading(1, 28, 480, 120),
        heading(2, 22, 280, 60),
        sans("Header", "header", 17).line_spacing(space(0, 0)),
        sans("Footer", "footer", 17).color(SOFT).line_spacing(space(0, 0)),
        sans("Caption", "caption", 18).line_spacing(space(240, 80)),
        sans("Note", "Resguardo note", 18).indent(Some(200), None, None, None).line_spacing(space(60, 200)),
        sans("Cell", "Resguardo cell", 18).line_spacing(space(40, 40)),
        sans("Figure", "Resguardo figure", 40).bold().line_spacing(space(120, 0)),
        sans("Unit", "Resguardo unit", 18).color(SOFT).line_spacing(space(0, 120)),
        own("Line", "Resguardo line").line_spacing(space(0, 40)),
    ]
}

fn font(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).cs(name).east_asia(name)
}

fn space(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}
