//! `indicators`.

use clap::{Arg, ArgMatches, Command};
use resguardo_app::Words;
use resguardo_app::indicators::IndicatorRequest;

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
    let mut lines = vec![say(words, "indicators-head", &[("date", (&words.due_short(&told.as_of)).into())])];
    for indicator in &told.indicators {
        lines.push(String::new());
        lines.push(format!("{} {}", indicator.id, indicator.label));
        lines.push(format!("  {}: {}", words.plain("indicators-own"), indicator.own.said));
        if let Some(before) = &indicator.before {
            let day = words.due_short(told.trend_from.as_deref().unwrap_or_default());
            lines.push(format!("  {day}: {}", before.said));
        }
        lines.extend(indicator.groups.iter().map(|group| format!("    {}: {}", group.label, group.figure.said)));
        for one in &indicator.official {
            lines.push(format!("  {}: {} · {}", words.plain("indicators-official"), one.said, one.source));
        }
    }
    Ok(Answer::new(&told, lines).damaged(&session, words))
}
