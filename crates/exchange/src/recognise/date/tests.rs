use super::*;

fn said(cell: &str, order: Order) -> String {
    match read(cell, order) {
        Reading::Date(date) => date.to_string(),
        Reading::Unknown => "unknown".into(),
        Reading::NoDate => "no date".into(),
    }
}

#[test]
fn dates_are_read_as_people_write_them() {
    for (cell, expected) in [
        ("October 22, 2016", "2016-10-22"),
        ("October  2, 2016", "2016-10-02"),
        ("January 28 1998", "1998-01-28"),
        ("January, 10, 1995", "1995-01-10"),
        ("22 de octubre de 2016", "2016-10-22"),
        ("22 octubre 2016", "2016-10-22"),
        ("Sábado 22 de Octubre del 2016", "2016-10-22"),
        ("1o de mayo de 2014", "2014-05-01"),
        ("1º de mayo de 2014", "2014-05-01"),
        ("1ro de mayo de 2014", "2014-05-01"),
        ("May 3rd, 2014", "2014-05-03"),
        ("22/10/2016", "2016-10-22"),
        ("22-10-2016", "2016-10-22"),
        ("22.10.2016", "2016-10-22"),
        ("3/5/14", "2014-05-03"),
        ("10/22/2016", "2016-10-22"),
        ("2016/10/22", "2016-10-22"),
        ("20161022", "2016-10-22"),
        ("10-2016", "2016-10"),
        ("10/2016", "2016-10"),
        ("oct-16", "2016-10"),
        ("22-oct-16", "2016-10-22"),
        ("22/oct/2016", "2016-10-22"),
        ("22-IV-2014", "2014-04-22"),
        ("IV/2014", "2014-04"),
        ("oct 16", "no date"),
        ("mayo", "no date"),
        ("2016", "2016"),
        ("July 2007,", "2007-07"),
        (" November, 2004", "2004-11"),
        ("mayo de 2014", "2014-05"),
        ("2014, mayo 3", "2014-05-03"),
        ("summer 1993", "1993-22"),
        ("1990s", "199X"),
        ("década de 1990", "199X"),
    ] {
        assert_eq!(said(cell, Order::DayFirst), expected, "{cell}");
    }
}

#[test]
fn what_is_not_exact_stays_so() {
    for (cell, expected) in [
        ("May 2 or 3, 2012", "2012-05-02/2012-05-03"),
        ("2 o 3 de mayo de 2012", "2012-05-02/2012-05-03"),
        ("May 2,3 or 4, 2015", "2015-05-02/2015-05-04"),
        ("May 29, 30, 31, June 1, or 2, 2014", "2014-05-29/2014-06-02"),
        ("Between February 5 and 11, 2014", "2014-02-05/2014-02-11"),
        ("entre el 5 y el 11 de febrero de 2014", "2014-02-05/2014-02-11"),
        ("30 de junio o 1 de julio de 2015", "2015-06-30/2015-07-01"),
        ("February 8 or February 9, 2016", "2016-02-08/2016-02-09"),
        ("June or July 1993", "1993-06/1993-07"),
        ("August or September, 2014", "2014-08/2014-09"),
        ("October 2015 - June 2016", "2015-10/2016-06"),
        ("April-June, 1994", "1994-04/1994-06"),
        ("April 10-12, 1994", "1994-04-10/1994-04-12"),
        ("June 24 through July 9, 2013", "2013-06-24/2013-07-09"),
        ("22/10/2016 - 25/10/2016", "2016-10-22/2016-10-25"),
        ("22 al 25/10/2016", "2016-10-22/2016-10-25"),
        ("2010-2012", "2010/2012"),
        ("2010 o 2011", "2010/2011"),
        ("3 y 4 de mayo de 2014", "2014-05-03/2014-05-04"),
        ("3, 7 y 15 de mayo de 2014", "no date"),
        ("3 y 15 de mayo de 2014", "no date"),
        ("mid-May 2014", "2014-05~"),
        ("mid-April, 2005", "2005-04~"),
        ("a mediados de mayo de 2014", "2014-05~"),
        ("early 2014", "2014~"),
        ("principios de 2014", "2014~"),
        ("hacia 2013", "2013~"),
        ("ca. 2013", "2013~"),
        ("2013 (aprox.)", "2013~"),
        ("aprox. 22/10/2016", "2016-10-22~"),
        ("primera semana de mayo de 2014", "2014-05~"),
        ("2014-05-03?", "2014-05-03?"),
        ("mayo 2014 ?", "2014-05?"),
        ("Date unknown in 2002", "2002"),
    ] {
        assert_eq!(said(cell, Order::DayFirst), expected, "{cell}");
    }
}

#[test]
fn an_hour_is_kept_to_the_minute() {
    for (cell, expected) in [
        ("3 de mayo de 2014, 16:30 h", "2014-05-03T16:30"),
        ("03/05/2014 16:30:15", "2014-05-03T16:30"),
        ("03/05/2014 04:30 p.m.", "2014-05-03T16:30"),
        ("03/05/2014 12:05 am", "2014-05-03T00:05"),
        ("2014-05-03 00:00:00", "2014-05-03"),
        ("2014-05-03T16:30:00-06:00", "2014-05-03T16:30-06:00"),
        ("2014-05-03 16:30-06:00", "2014-05-03T16:30-06:00"),
        ("mayo de 2014, 16:30", "no date"),
        ("16:30", "no date"),
        ("03/05/2014 25:30", "no date"),
    ] {
        assert_eq!(said(cell, Order::DayFirst), expected, "{cell}");
    }
}

#[test]
fn a_cell_with_a_word_that_is_not_understood_is_no_date() {
    for (cell, expected) in [
        ("Unknown", "unknown"),
        ("Date unknown", "unknown"),
        ("se desconoce", "unknown"),
        ("Fecha desconocida", "unknown"),
        ("on an unknown date (death disclosed February 2007)", "no date"),
        ("ayer", "no date"),
        ("31/02/2014", "no date"),
        ("31 de febrero de 2014", "no date"),
        ("2014-13-45", "no date"),
        ("0003", "no date"),
        ("12345", "no date"),
        ("después del 3 de mayo de 2014", "no date"),
        ("", "no date"),
        ("💥", "no date"),
    ] {
        assert_eq!(said(cell, Order::DayFirst), expected, "{cell}");
    }
}

#[test]
fn the_column_decides_which_number_is_the_day() {
    let order = |cells: &[&str]| order_of(cells.iter().copied());
    assert_eq!(order(&["03/05/2014", "04/05/2014"]), Order::DayFirst);
    assert_eq!(order(&["03/05/2014", "05/22/2014"]), Order::MonthFirst);
    assert_eq!(order(&["22/05/2014", "05/22/2014"]), Order::Mixed);
    assert_eq!(said("03/05/2014", Order::MonthFirst), "2014-03-05");
    assert_eq!(said("03/05/2014", Order::Mixed), "2014-05-03?");
    assert_eq!(said("22/05/2014", Order::Mixed), "2014-05-22");
}

#[test]
fn u19_a_date_is_the_day_that_was_written_wherever_it_is_read() {
    for hours in -8..=14 {
        let cell = format!("2014-05-03 00:00{}{:02}:00", if hours < 0 { '-' } else { '+' }, i32::abs(hours));
        let Reading::Date(date) = read(&cell, Order::DayFirst) else { panic!("{cell}") };
        assert_eq!(date.first().to_string(), "2014-05-03", "{cell}");
    }
}
