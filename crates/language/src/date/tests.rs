//! Dates in both languages.

use super::*;
use crate::Language;

#[test]
fn dates_are_told_as_precisely_as_they_are_known_and_no_more() {
    let (es, en) = (Words::new(Language::Es), Words::new(Language::En));
    for (text, spanish, english) in [
        ("2014", "2014", "2014"),
        ("201X", "la década de 2010", "the 2010s"),
        ("2014-05", "mayo de 2014", "May 2014"),
        ("2014-05-03", "3 de mayo de 2014", "3 May 2014"),
        ("2014-12-31", "31 de diciembre de 2014", "31 December 2014"),
        ("2014-05~", "hacia mayo de 2014", "about May 2014"),
        ("2014?", "quizá 2014", "perhaps 2014"),
        ("2014-05-03%", "quizá hacia 3 de mayo de 2014", "perhaps about 3 May 2014"),
        ("1993-21", "primavera de 1993", "spring 1993"),
        ("1993-24", "invierno de 1993", "winter 1993"),
        ("2010-11/2012-12", "de noviembre de 2010 a diciembre de 2012", "from November 2010 to December 2012"),
        ("2014-05-03/2014-06", "del 3 de mayo de 2014 a junio de 2014", "from 3 May 2014 to June 2014"),
        ("2014-05-03/2014-05-09", "del 3 de mayo de 2014 al 9 de mayo de 2014", "from 3 May 2014 to 9 May 2014"),
        ("2010~/2012", "de hacia 2010 a 2012", "from about 2010 to 2012"),
        ("../2012", "hasta 2012", "until 2012"),
        ("2010/..", "desde 2010", "since 2010"),
        ("2014-05-03T16:00", "3 de mayo de 2014, 16:00 h", "3 May 2014, 16:00"),
        ("2014-05-03T09:05-06:00", "3 de mayo de 2014, 09:05 h (UTC−06:00)", "3 May 2014, 09:05 (UTC−06:00)"),
        ("2014-05-03T09:05Z", "3 de mayo de 2014, 09:05 h (UTC)", "3 May 2014, 09:05 (UTC)"),
    ] {
        let date: PartialDate = text.parse().unwrap();
        assert_eq!((es.date(&date, None).as_str(), en.date(&date, None).as_str()), (spanish, english), "{text}");
    }
}

#[test]
fn lists_say_days_short_and_nothing_less_known_than_it_is() {
    let (es, en) = (Words::new(Language::Es), Words::new(Language::En));
    for (text, spanish, english) in [
        ("2014-05-03", "3 may 2014", "3 May 2014"),
        ("2014-09-15~", "hacia 15 sep 2014", "about 15 Sep 2014"),
        ("2014-05", "may 2014", "May 2014"),
        ("2014-02~", "hacia feb 2014", "about Feb 2014"),
        ("2014-05-03T16:00", "3 may 2014, 16:00 h", "3 May 2014, 16:00"),
        ("2014-03-14/2014-03-16", "del 14 mar 2014 al 16 mar 2014", "from 14 Mar 2014 to 16 Mar 2014"),
    ] {
        let date: PartialDate = text.parse().unwrap();
        assert_eq!((es.date_short(&date).as_str(), en.date_short(&date).as_str()), (spanish, english), "{text}");
    }
}

#[test]
fn u19_a_day_stays_the_day_typed_and_an_hour_names_its_zone() {
    let words = Words::new(Language::Es);
    for zone in ["America/Tijuana", "Pacific/Kiritimati", "America/Mexico_City"] {
        assert_eq!(words.date(&"2014-05-03".parse().unwrap(), Some(zone)), "3 de mayo de 2014");
    }
    assert_eq!(
        words.date(&"2014-05-03T16:00".parse().unwrap(), Some("America/Tijuana")),
        "3 de mayo de 2014, 16:00 h (zona America/Tijuana)"
    );
}
