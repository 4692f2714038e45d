//! `indicators`.

use clap::{Arg, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::indicators::{IndicatorRequest, Told, ToldFigure, ToldPublished};

use super::{Answer, Row, flag, option};
use crate::failure::Failure;
use crate::opened;
use crate::sentence::say;

pub(super) const INDICATORS: Row = Row { name: "indicators", arguments, run };

fn arguments(command: Command, words: &Words) -> Command {
    command
        .arg(Arg::new("id").value_name("I01…I50").help(words.plain("arg-indicator")))
        .arg(option("as-of", "DATE", words))
        .arg(option("by", "FIELD", words))
        .arg(option("trend", "DATE", words))
        .arg(Arg::new("from").long("from").value_name("DATE").help(words.plain("arg-period-from")))
        .arg(flag("fictional", words))
}

fn run(matches: &ArgMatches, words: &Words) -> Result<Answer, Failure> {
    let session = opened::open(matches, words)?;
    let own = |name: &str| matches.get_one::<String>(name).cloned();
    let request = IndicatorRequest {
        as_of: own("as-of"),
        from: own("from"),
        by: own("by"),
        trend: own("trend"),
        id: own("id"),
        fictional: matches.get_flag("fictional"),
    };
    let told = session.indicators(&request).map_err(|error| Failure::from_app(&error, words))?;
    let mut lines = vec![say(words, "indicators-head", &[("date", told.as_of.as_str().into())])];
    for indicator in &told.indicators {
        lines.push(String::new());
        lines.push(format!("{} {}", indicator.id, indicator.label));
        lines.push(format!("  {}: {}", words.plain("indicators-own"), figure(indicator, &indicator.own, words)));
        if let Some(before) = &indicator.before {
            let date = told.trend_from.as_deref().unwrap_or_default();
            lines.push(format!("  {date}: {}", figure(indicator, before, words)));
        }
        for group in &indicator.groups {
            let name =
                if group.value.is_empty() { words.plain("indicators-not-recorded") } else { group.value.clone() };
            lines.push(format!("    {name}: {}", figure(indicator, &group.figure, words)));
        }
        for one in &indicator.official {
            lines.push(format!("  {}: {}", words.plain("indicators-official"), published(indicator, one, words)));
        }
    }
    Ok(Answer::new(&told, lines).damaged(&session, words))
}

/// A figure on one line: «37 de 131 · 28.2 %», or why there is none.
fn figure(indicator: &Told, figure: &ToldFigure, words: &Words) -> String {
    let mut parts = vec![value(indicator, (figure.value, figure.numerator, figure.denominator), words)];
    if let Some(why) = &figure.cannot {
        parts.push(cannot(why, words));
    }
    if figure.missing > 0 {
        let count = usize::try_from(figure.missing).unwrap_or_default();
        parts.push(say(words, "indicators-missing", &[("count", count.into())]));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn published(indicator: &Told, one: &ToldPublished, words: &Words) -> String {
    let mut parts = vec![value(indicator, (one.value, one.numerator, one.denominator), words)];
    parts.extend(one.qualifier.clone());
    parts.extend(one.cannot.as_deref().map(|why| cannot(why, words)));
    parts.extend(one.as_of.clone());
    parts.push(one.holder.clone());
    parts.push(one.source.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn value(
    indicator: &Told,
    (value, numerator, denominator): (Option<f64>, Option<i64>, Option<i64>),
    words: &Words,
) -> String {
    let of = numerator.zip(denominator).map(|(over, under)| {
        let (over, under) = (over.to_string(), under.to_string());
        say(words, "indicators-of", &[("over", over.as_str().into()), ("under", under.as_str().into())])
    });
    let plain = value.map(|value| match indicator.unit.as_str() {
        "percent" => format!("{:.1} %", value * 100.0),
        "count" => format!("{value}"),
        "days" => say(words, "indicators-days", &[("count", format!("{value:.1}").as_str().into())]),
        _ => format!("{value:.2}"),
    });
    let alone =
        if value.is_none() && denominator.is_none() { numerator.map(|number| number.to_string()) } else { None };
    [of, plain, alone].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn cannot(why: &str, words: &Words) -> String {
    match why.split_once(':') {
        Some((_, field)) => say(words, "indicators-cannot-missing", &[("field", field.into())]),
        None => words.plain(&format!("indicators-cannot-{}", why.replace('_', "-"))),
    }
}
