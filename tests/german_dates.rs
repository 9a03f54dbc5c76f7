//! Dates in German: every form in words and in few words, the names of months as CLDR has them, and what is read.
//!
//! A process of its own, as one language is in force at a time.

#[macro_use]
mod cldr;

use std::fmt::Write as _;

use icu_datetime::fieldsets::{self, YMD};
use throughline::language::Language;
use throughline::story::calendar::{Civil, Tick};
use throughline::story::{Date, DateError, words};
use throughline::timeline::{Standpoint, jump};
use throughline::view::Window;

/// Dates, each in words and in few words.
const SAID: &[(&str, &str, &str)] = &[
    ("2023-04", "irgendwann im April 2023", "Apr. 2023"),
    ("2023-01-01", "1. Januar 2023", "1. Jan. 2023"),
    ("2022", "irgendwann 2022", "2022"),
    ("1984~", "um 1984", "ca. 1984"),
    (
        "2021-12~/2023-06-22",
        "von etwa Dezember 2021 bis 22. Juni 2023",
        "ca. Dez. 2021 – 22. Juni 2023",
    ),
    (
        "156X~/2004-34~",
        "von etwa den 1560er Jahren bis etwa zum zweiten Quartal 2004",
        "ca. 1560er Jahre – ca. Q2 2004",
    ),
    (
        "2001-34/2001-36",
        "vom zweiten Quartal 2001 bis zum vierten Quartal 2001",
        "Q2 2001 – Q4 2001",
    ),
    ("156X/..", "seit den 1560er Jahren", "1560er Jahre – …"),
    ("../156X", "bis in die 1560er Jahre", "… – 1560er Jahre"),
    ("2001-34/..", "seit dem zweiten Quartal 2001", "Q2 2001 – …"),
    (
        "[156X,2001-34]",
        "entweder die 1560er Jahre oder das zweite Quartal 2001",
        "1560er Jahre oder Q2 2001",
    ),
    (
        "[XXXX,1984]",
        "entweder ein unbekanntes Jahr oder 1984",
        "Jahr unbekannt oder 1984",
    ),
    (
        "[..156X]",
        "in den 1560er Jahren oder früher",
        "1560er Jahre oder früher",
    ),
    ("Y-1000000", "irgendwann 1 Million v. Chr.", "1 Ma"),
    (
        "2005-09-24T10:00:00",
        "24. September 2005, 10:00",
        "24. Sept. 2005, 10:00",
    ),
    ("1985-04-12", "12. April 1985", "12. Apr. 1985"),
    ("1985-04", "irgendwann im April 1985", "Apr. 1985"),
    ("1985", "irgendwann 1985", "1985"),
    (
        "1985-04-12T23:20:30",
        "12. April 1985, 23:20:30",
        "12. Apr. 1985, 23:20:30",
    ),
    (
        "1985-04-12T23:20:30Z",
        "12. April 1985, 23:20:30 UTC",
        "12. Apr. 1985, 23:20:30 UTC",
    ),
    (
        "1985-04-12T23:20:30-04",
        "12. April 1985, 23:20:30 UTC−04:00",
        "12. Apr. 1985, 23:20:30 UTC−04:00",
    ),
    (
        "1985-04-12T23:20:30+04:30",
        "12. April 1985, 23:20:30 UTC+04:30",
        "12. Apr. 1985, 23:20:30 UTC+04:30",
    ),
    ("1964/2008", "von 1964 bis 2008", "1964 – 2008"),
    (
        "2004-06/2006-08",
        "von Juni 2004 bis August 2006",
        "Juni 2004 – Aug. 2006",
    ),
    (
        "2004-02-01/2005-02-08",
        "vom 1. Februar 2004 bis 8. Februar 2005",
        "1. Feb. 2004 – 8. Feb. 2005",
    ),
    (
        "2004-02-01/2005-02",
        "vom 1. Februar 2004 bis Februar 2005",
        "1. Feb. 2004 – Feb. 2005",
    ),
    (
        "2004-02-01/2005",
        "vom 1. Februar 2004 bis 2005",
        "1. Feb. 2004 – 2005",
    ),
    (
        "2005/2006-02",
        "von 2005 bis Februar 2006",
        "2005 – Feb. 2006",
    ),
    (
        "Y170000002",
        "irgendwann im Jahr 170.000.002",
        "Jahr 170.000.002",
    ),
    (
        "Y-170000002",
        "irgendwann 170.000.003 v. Chr.",
        "170.000.003 v. Chr.",
    ),
    ("2001-21", "irgendwann im Frühling 2001", "Frühling 2001"),
    ("1984?", "irgendwann 1984, unsicher", "1984?"),
    ("2004-06~", "um Juni 2004", "ca. Juni 2004"),
    (
        "2004-06-11%",
        "um den 11. Juni 2004, unsicher",
        "ca. 11. Juni 2004?",
    ),
    ("201X", "irgendwann in den 2010er Jahren", "2010er Jahre"),
    ("20XX", "irgendwann zwischen 2000 und 2099", "2000–2099"),
    ("2004-XX", "in einem Monat des Jahres 2004", "2004"),
    ("1985-04-XX", "an einem Tag im April 1985", "Apr. 1985"),
    ("1985-XX-XX", "an einem Tag des Jahres 1985", "1985"),
    (
        "1985-04-12/..",
        "seit dem 12. April 1985",
        "12. Apr. 1985 – …",
    ),
    ("1985-04/..", "seit April 1985", "Apr. 1985 – …"),
    ("1985/..", "seit 1985", "1985 – …"),
    ("../1985-04-12", "bis 12. April 1985", "… – 12. Apr. 1985"),
    ("../1985-04", "bis April 1985", "… – Apr. 1985"),
    ("../1985", "bis 1985", "… – 1985"),
    (
        "1985-04-12/",
        "vom 12. April 1985 bis zu einem unbekannten Ende",
        "12. Apr. 1985 – ?",
    ),
    (
        "1985-04/",
        "von April 1985 bis zu einem unbekannten Ende",
        "Apr. 1985 – ?",
    ),
    (
        "1985/",
        "von 1985 bis zu einem unbekannten Ende",
        "1985 – ?",
    ),
    (
        "/1985-04-12",
        "von einem unbekannten Anfang bis 12. April 1985",
        "? – 12. Apr. 1985",
    ),
    (
        "/1985-04",
        "von einem unbekannten Anfang bis April 1985",
        "? – Apr. 1985",
    ),
    ("/1985", "von einem unbekannten Anfang bis 1985", "? – 1985"),
    ("-1985", "irgendwann 1986 v. Chr.", "1986 v. Chr."),
    ("Y-17E7", "irgendwann 170 Millionen v. Chr.", "170 Ma"),
    (
        "1950S2",
        "irgendwann zwischen 1900 und 1999, geschätzt auf 1950",
        "ca. 1950",
    ),
    (
        "Y171010000S3",
        "irgendwann zwischen 171.000.000 und 171.999.999, geschätzt auf 171.010.000",
        "ca. 171.010.000",
    ),
    (
        "Y3388E2S3",
        "irgendwann zwischen 338.000 und 338.999, geschätzt auf 338.800",
        "ca. 338.800",
    ),
    ("2001-34", "irgendwann im zweiten Quartal 2001", "Q2 2001"),
    (
        "[1667,1668,1670..1672]",
        "entweder 1667, 1668 oder ein Jahr von 1670 bis 1672",
        "1667, 1668 oder 1670 bis 1672",
    ),
    (
        "[..1760-12-03]",
        "am 3. Dezember 1760 oder früher",
        "3. Dez. 1760 oder früher",
    ),
    (
        "[1760-12..]",
        "im Dezember 1760 oder später",
        "Dez. 1760 oder später",
    ),
    (
        "[1760-01,1760-02,1760-12..]",
        "entweder Januar 1760, Februar 1760 oder aber Dezember 1760 oder später",
        "Jan. 1760, Feb. 1760 oder aber Dez. 1760 oder später",
    ),
    (
        "[1667,1760-12]",
        "entweder 1667 oder Dezember 1760",
        "1667 oder Dez. 1760",
    ),
    ("[..1984]", "1984 oder früher", "1984 oder früher"),
    (
        "{1667,1668,1670..1672}",
        "1667, 1668 und alle Jahre von 1670 bis 1672",
        "1667, 1668 und 1670 bis 1672",
    ),
    (
        "{1960,1961-12}",
        "1960 und Dezember 1961",
        "1960 und Dez. 1961",
    ),
    ("{..1984}", "1984 und alle Jahre davor", "1984 und davor"),
    (
        "2004-06~-11",
        "11. Juni 2004, Jahr und Monat ungefähr",
        "ca. 11. Juni 2004",
    ),
    (
        "2004?-06-11",
        "11. Juni 2004, Jahr unsicher",
        "11. Juni 2004?",
    ),
    (
        "?2004-06-~11",
        "um den 11. Juni 2004, Jahr unsicher",
        "ca. 11. Juni 2004?",
    ),
    (
        "2004-%06-11",
        "11. Juni 2004, Monat ungefähr und unsicher",
        "ca. 11. Juni 2004?",
    ),
    (
        "156X-12-25",
        "am 25. Dezember eines Jahres in den 1560er Jahren",
        "25. Dez., 1560er Jahre",
    ),
    (
        "15XX-12-25",
        "am 25. Dezember eines Jahres zwischen 1500 und 1599",
        "25. Dez., 1500–1599",
    ),
    (
        "XXXX-12-XX",
        "an einem Tag im Dezember eines unbekannten Jahres",
        "Dez., Jahr unbekannt",
    ),
    (
        "1XXX-XX",
        "in einem Monat eines Jahres zwischen 1000 und 1999",
        "1000–1999",
    ),
    (
        "1XXX-12",
        "irgendwann im Dezember eines Jahres zwischen 1000 und 1999",
        "Dez., 1000–1999",
    ),
    (
        "1984-1X",
        "irgendwann im Oktober, November oder Dezember 1984",
        "Okt.–Dez. 1984",
    ),
    (
        "2004-06-~01/2004-06-~20",
        "von etwa dem 1. Juni 2004 bis etwa zum 20. Juni 2004",
        "ca. 1. Juni 2004 – ca. 20. Juni 2004",
    ),
    (
        "2004-06-XX/2004-07-03",
        "von einem Tag im Juni 2004 bis 3. Juli 2004",
        "Juni 2004 – 3. Juli 2004",
    ),
    ("2001-22", "irgendwann im Sommer 2001", "Sommer 2001"),
    ("2001-23", "irgendwann im Herbst 2001", "Herbst 2001"),
    ("2001-24", "irgendwann im Winter 2001/02", "Winter 2001/02"),
    (
        "2001-25",
        "irgendwann im Frühling 2001 auf der Nordhalbkugel",
        "Frühling 2001 (N)",
    ),
    (
        "2001-26",
        "irgendwann im Sommer 2001 auf der Nordhalbkugel",
        "Sommer 2001 (N)",
    ),
    (
        "2001-27",
        "irgendwann im Herbst 2001 auf der Nordhalbkugel",
        "Herbst 2001 (N)",
    ),
    (
        "2001-28",
        "irgendwann im Winter 2001/02 auf der Nordhalbkugel",
        "Winter 2001/02 (N)",
    ),
    (
        "2001-29",
        "irgendwann im Frühling 2001 auf der Südhalbkugel",
        "Frühling 2001 (S)",
    ),
    (
        "2001-30",
        "irgendwann im Sommer 2001/02 auf der Südhalbkugel",
        "Sommer 2001/02 (S)",
    ),
    (
        "2001-31",
        "irgendwann im Herbst 2001 auf der Südhalbkugel",
        "Herbst 2001 (S)",
    ),
    (
        "2001-32",
        "irgendwann im Winter 2001 auf der Südhalbkugel",
        "Winter 2001 (S)",
    ),
    ("2001-33", "irgendwann im ersten Quartal 2001", "Q1 2001"),
    ("2001-35", "irgendwann im dritten Quartal 2001", "Q3 2001"),
    ("2001-36", "irgendwann im vierten Quartal 2001", "Q4 2001"),
    (
        "2001-37",
        "irgendwann im ersten Drittel des Jahres 2001",
        "Jan.–Apr. 2001",
    ),
    (
        "2001-38",
        "irgendwann im mittleren Drittel des Jahres 2001",
        "Mai–Aug. 2001",
    ),
    (
        "2001-39",
        "irgendwann im letzten Drittel des Jahres 2001",
        "Sept.–Dez. 2001",
    ),
    (
        "2001-40",
        "irgendwann im ersten Halbjahr 2001",
        "1. Halbjahr 2001",
    ),
    (
        "2001-41",
        "irgendwann im zweiten Halbjahr 2001",
        "2. Halbjahr 2001",
    ),
    (
        "201X-24",
        "irgendwann im Winter eines Jahres in den 2010er Jahren",
        "Winter, 2010er Jahre",
    ),
    ("1999-24", "irgendwann im Winter 1999/00", "Winter 1999/00"),
    ("2001-21~", "etwa im Frühling 2001", "ca. Frühling 2001"),
    (
        "2001-34?",
        "irgendwann im zweiten Quartal 2001, unsicher",
        "Q2 2001?",
    ),
    ("156X", "irgendwann in den 1560er Jahren", "1560er Jahre"),
    ("150X", "irgendwann zwischen 1500 und 1509", "1500–1509"),
    ("15XX", "irgendwann zwischen 1500 und 1599", "1500–1599"),
    ("1XXX", "irgendwann zwischen 1000 und 1999", "1000–1999"),
    (
        "0XXX",
        "irgendwann zwischen 1 v. Chr. und 999",
        "1 v. Chr.–999",
    ),
    ("XXXX", "in einem unbekannten Jahr", "Jahr unbekannt"),
    ("1X84", "in einem Jahr der Form 1X84", "1X84"),
    ("156X~", "etwa in den 1560er Jahren", "ca. 1560er Jahre"),
    (
        "15XX?",
        "irgendwann zwischen 1500 und 1599, unsicher",
        "1500–1599?",
    ),
    (
        "XXXX-12-25",
        "am 25. Dezember eines unbekannten Jahres",
        "25. Dez., Jahr unbekannt",
    ),
    (
        "156X-12",
        "irgendwann im Dezember eines Jahres in den 1560er Jahren",
        "Dez., 1560er Jahre",
    ),
    (
        "156X-21",
        "irgendwann im Frühling eines Jahres in den 1560er Jahren",
        "Frühling, 1560er Jahre",
    ),
    (
        "2004-XX-12",
        "am 12. eines Monats des Jahres 2004",
        "12. eines Monats des Jahres 2004",
    ),
    (
        "2004-0X",
        "irgendwann in einem Monat von Januar bis September 2004",
        "Jan.–Sept. 2004",
    ),
    (
        "2004-X1",
        "irgendwann im Januar oder November 2004",
        "Jan. oder Nov. 2004",
    ),
    (
        "2004-06-0X",
        "an einem Tag vom 1. bis zum 9. Juni 2004",
        "Juni 2004",
    ),
    (
        "2004-06-1X",
        "an einem Tag vom 10. bis zum 19. Juni 2004",
        "Juni 2004",
    ),
    ("2004-06-3X", "am 30. Juni 2004", "Juni 2004"),
    ("2004-06-X5", "am 5., 15. oder 25. Juni 2004", "Juni 2004"),
    (
        "2004-1X-XX",
        "an einem Tag im Oktober, November oder Dezember 2004",
        "Okt.–Dez. 2004",
    ),
    (
        "2004-XX-3X",
        "am 30. oder 31. eines Monats des Jahres 2004",
        "ein Monat des Jahres 2004",
    ),
    (
        "2004-XX~",
        "in einem Monat des Jahres 2004, ungefähr",
        "ca. 2004",
    ),
    (
        "2004-06-XX?",
        "an einem Tag im Juni 2004, unsicher",
        "Juni 2004?",
    ),
    ("0000", "irgendwann 1 v. Chr.", "1 v. Chr."),
    ("-0001", "irgendwann 2 v. Chr.", "2 v. Chr."),
    ("-0043-03-15", "15. März 44 v. Chr.", "15. März 44 v. Chr."),
    (
        "-0043-03",
        "irgendwann im März 44 v. Chr.",
        "März 44 v. Chr.",
    ),
    ("9999", "irgendwann 9999", "9999"),
    ("Y10000", "irgendwann im Jahr 10.000", "Jahr 10.000"),
    ("Y-12000", "irgendwann 12.001 v. Chr.", "12.001 v. Chr."),
    ("Y-12345", "irgendwann 12.346 v. Chr.", "12.346 v. Chr."),
    ("Y-66000000", "irgendwann 66 Millionen v. Chr.", "66 Ma"),
    ("Y-66E6", "irgendwann 66 Millionen v. Chr.", "66 Ma"),
    ("Y-45E8", "irgendwann 4,5 Milliarden v. Chr.", "4,5 Ga"),
    (
        "Y45E8",
        "irgendwann im Jahr 4,5 Milliarden",
        "Jahr 4,5 Milliarden",
    ),
    (
        "Y-13787E6",
        "irgendwann 13,787 Milliarden v. Chr.",
        "13,787 Ga",
    ),
    (
        "-1950S2",
        "irgendwann zwischen 2000 v. Chr. und 1901 v. Chr., geschätzt auf 1951 v. Chr.",
        "ca. 1951 v. Chr.",
    ),
    (
        "1950S2~",
        "irgendwann zwischen 1900 und 1999, geschätzt auf 1950, ungefähr",
        "ca. 1950",
    ),
    ("1950S4", "irgendwann 1950", "1950"),
    (
        "1985-04-12T00:00:00",
        "12. April 1985, 00:00",
        "12. Apr. 1985, 00:00",
    ),
    (
        "1985-04-12T23:59:60Z",
        "12. April 1985, 23:59:60 UTC",
        "12. Apr. 1985, 23:59:60 UTC",
    ),
    (
        "1985-04-12T10:10:10-11:30",
        "12. April 1985, 10:10:10 UTC−11:30",
        "12. Apr. 1985, 10:10:10 UTC−11:30",
    ),
    (
        "1984~/2004?",
        "von etwa 1984 bis 2004 (unsicher)",
        "ca. 1984 – 2004?",
    ),
    ("1984%/..", "seit etwa 1984 (unsicher)", "ca. 1984? – …"),
    (
        "/1984~",
        "von einem unbekannten Anfang bis etwa 1984",
        "? – ca. 1984",
    ),
    (
        "1950S2/2004",
        "von etwa 1950 (zwischen 1900 und 1999) bis 2004",
        "ca. 1950 – 2004",
    ),
    (
        "156X/15XX",
        "von den 1560er Jahren bis zu einem Jahr zwischen 1500 und 1599",
        "1560er Jahre – 1500–1599",
    ),
    ("[1984]", "irgendwann 1984", "1984"),
    ("[1984?]", "irgendwann 1984, unsicher", "1984?"),
    (
        "[1998-05-01..1998-05-09]",
        "an einem Tag vom 1. Mai 1998 bis 9. Mai 1998",
        "1. Mai 1998 bis 9. Mai 1998",
    ),
    (
        "{1998-05..1998-09}",
        "alle Monate von Mai 1998 bis September 1998",
        "Mai 1998 bis Sept. 1998",
    ),
    (
        "[1667~,1668?]",
        "entweder etwa 1667 oder 1668 (unsicher)",
        "ca. 1667 oder 1668?",
    ),
    ("{1960..}", "1960 und alle Jahre danach", "1960 und danach"),
    (
        "{..1984-12-03}",
        "3. Dezember 1984 und alle Tage davor",
        "3. Dez. 1984 und davor",
    ),
    ("[..1984~]", "etwa 1984 oder früher", "ca. 1984 oder früher"),
    (
        "[1984,1986..]",
        "entweder 1984 oder aber 1986 oder später",
        "1984 oder aber 1986 oder später",
    ),
    (
        "{1667,1668..}",
        "1667 sowie 1668 und alle Jahre danach",
        "1667 sowie 1668 und danach",
    ),
    (
        "2004~-06",
        "irgendwann im Juni 2004, Jahr ungefähr",
        "ca. Juni 2004",
    ),
    (
        "%2004-06-11",
        "11. Juni 2004, Jahr ungefähr und unsicher",
        "ca. 11. Juni 2004?",
    ),
    (
        "2004-?06-~11",
        "um den 11. Juni 2004, Monat unsicher",
        "ca. 11. Juni 2004?",
    ),
    (
        "2004-06?-11",
        "11. Juni 2004, Jahr und Monat unsicher",
        "11. Juni 2004?",
    ),
    (
        "~2004-~06-11",
        "11. Juni 2004, Jahr und Monat ungefähr",
        "ca. 11. Juni 2004",
    ),
    (
        "2004-06-%11",
        "um den 11. Juni 2004, Tag unsicher",
        "ca. 11. Juni 2004?",
    ),
];

/// What is typed, and the date that is understood.
const TYPED: &[(&str, &str)] = &[
    ("22. Juni 2023", "22. Juni 2023"),
    ("Juni 2023", "irgendwann im Juni 2023"),
    ("22.6.2023", "22. Juni 2023"),
    ("6.7.2023", "6. Juli 2023"),
    ("6.2023", "irgendwann im Juni 2023"),
    ("am 12. Juni 2023", "12. Juni 2023"),
    ("12. Jun. 2023", "12. Juni 2023"),
    ("Sommer des Jahres 2018", "irgendwann im Sommer 2018"),
    ("im Frühjahr 2020", "irgendwann im Frühling 2020"),
    ("um 1984", "um 1984"),
    ("etwa 12. Juni 2023", "um den 12. Juni 2023"),
    ("1984, unsicher", "irgendwann 1984, unsicher"),
    ("3. März 44 v. Chr.", "3. März 44 v. Chr."),
    ("um den 3. März 44 v. Chr.", "um den 3. März 44 v. Chr."),
    ("44 v. Chr.", "irgendwann 44 v. Chr."),
    ("10.000 v. Chr.", "irgendwann 10.000 v. Chr."),
    ("in den 1980er Jahren", "irgendwann in den 1980er Jahren"),
    ("19. Jahrhundert", "irgendwann zwischen 1800 und 1899"),
    ("von 1914 bis 1918", "von 1914 bis 1918"),
    ("1914–1918", "von 1914 bis 1918"),
    ("1.5.1998 bis 9.5.1998", "vom 1. Mai 1998 bis 9. Mai 1998"),
    ("seit 2020", "seit 2020"),
    ("vor 1900", "bis 1900"),
    ("bis 2021", "bis 2021"),
    ("entweder 1969 oder 1970", "entweder 1969 oder 1970"),
    ("zweites Quartal 2001", "irgendwann im zweiten Quartal 2001"),
    ("2. Halbjahr 2001", "irgendwann im zweiten Halbjahr 2001"),
    (
        "letztes Drittel 2001",
        "irgendwann im letzten Drittel des Jahres 2001",
    ),
    ("Ende 2021", "irgendwann im letzten Drittel des Jahres 2021"),
    ("22.6.2023 14:30", "22. Juni 2023, 14:30"),
    ("heute", "22. Juni 2023"),
    ("gestern", "21. Juni 2023"),
    ("letztes Jahr", "irgendwann 2022"),
    ("nächsten Monat", "irgendwann im Juli 2023"),
    ("dieses Jahrzehnt", "irgendwann in den 2020er Jahren"),
    ("25. Dezember", "25. Dezember 2004"),
    ("vor fünf Jahren", "irgendwann 2018"),
    ("vor etwa 66 Mio. Jahren", "vor etwa 66 Millionen Jahren"),
    (
        "vor 4,54 Milliarden Jahren",
        "vor etwa 4,54 Milliarden Jahren",
    ),
    (
        "66 Millionen Jahre v. Chr.",
        "irgendwann 66 Millionen v. Chr.",
    ),
    (
        "vor 11.700 Jahren",
        "vor etwa 11.700 Jahren, etwa im Jahr 9700 v. Chr.",
    ),
    (
        "12 ka",
        "vor etwa 12.000 Jahren, etwa im Jahr 10.000 v. Chr.",
    ),
    ("12 June 2023", "12. Juni 2023"),
    ("about 1984", "um 1984"),
    ("5 years ago", "irgendwann 2018"),
];

fn day(year: i64, month: u8, day: u8) -> Tick {
    Civil::new(year, month, day).start()
}

/// What is understood by `text` with 2000 to 2008 on screen, on 22 June 2023.
fn understood(text: &str) -> String {
    let from = Standpoint {
        window: Window::new(day(2000, 1, 1), day(2008, 1, 1)),
        today: day(2023, 6, 22),
    };
    match jump(text, from) {
        Ok(landing) => landing.words,
        Err(error) => format!("! {error}"),
    }
}

#[test]
fn every_form_reads_as_a_german_would_say_it() {
    Language::German.choose();
    let mut wrong = String::new();
    for (text, sentence, brief) in SAID {
        let date = Date::parse(text).unwrap();
        let said = (date.words(), date.brief());
        if said != ((*sentence).to_owned(), (*brief).to_owned()) {
            let _ = writeln!(wrong, "{text}: {said:?}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn dates_are_read_in_german_and_in_english() {
    Language::German.choose();
    let mut wrong = String::new();
    for (text, expected) in TYPED {
        let said = understood(text);
        if said != *expected {
            let _ = writeln!(wrong, "{text}: {said}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_said_can_be_typed_again() {
    Language::German.choose();
    for days in (-900_000..700_000).step_by(9_973) {
        let Civil { year, month, day } = Civil::from_days(days);
        // Years of fewer digits may be shortened ones.
        if (0..1000).contains(&year) {
            continue;
        }
        let text = if year < 0 {
            format!("-{:04}-{month:02}-{day:02}", -year)
        } else {
            format!("{year:04}-{month:02}-{day:02}")
        };
        let date = Date::parse(&text).unwrap();
        assert_eq!(understood(&date.words()), date.words(), "{text}");
        assert_eq!(understood(&date.brief()), date.words(), "{text}");
    }
}

#[test]
fn what_is_no_date_says_so() {
    Language::German.choose();
    for (text, expected) in [
        ("", "Ein Datum eingeben, etwa 12. Juni 2023"),
        ("Huawei", "„Huawei“ ist kein Datum."),
        ("30. Februar 2023", "„30. Februar 2023“ gibt es nicht."),
        ("2021/2019", "„2021/2019“ endet, bevor es beginnt."),
        ("unbekannt", "„unbekannt“ ist undatiert"),
        ("Y99E17", "„Y99E17“ liegt jenseits der 18 Milliarden Jahre"),
        (
            "06/07/2023",
            "6. Juli 2023 oder 7. Juni 2023. Eindeutig ist 2023-07-06 oder 2023-06-07.",
        ),
    ] {
        let said = understood(text);
        assert!(said.contains(expected), "{text}: {said}");
    }
    let error = Date::parse("1985-13").unwrap_err();
    assert!(matches!(error, DateError::Syntax { .. }));
    assert!(
        error
            .to_string()
            .starts_with("`1985-13` ist kein EDTF-Datum: der Monat"),
        "{error}"
    );
}

#[test]
fn stretches_and_counts_are_written_as_in_german() {
    Language::German.choose();
    let stretch = |from, to| words::stretch(day(from, 6, 1), day(to, 6, 1));
    assert_eq!(stretch(-66_000_000, 2031), "66 Millionen v. Chr. bis 2031");
    assert_eq!(stretch(1914, 1918), "1. Juni 1914 bis 1. Juni 1918");
    assert_eq!(stretch(1900, 1918), "Juni 1900 bis Juni 1918");
    assert_eq!(throughline::language::grouped(1_234_567), "1.234.567");
    assert_eq!(words::year(-43), "44 v. Chr.");
    assert_eq!(words::decimal(4_540_000_000, 1_000_000_000), "4,54");
}

#[test]
fn german_months_and_days_are_those_of_cldr() {
    Language::German.choose();
    for month in 1..=12 {
        let (name, short) = (words::month_name(month), words::month_abbreviation(month));
        assert_eq!(
            words::day_of_year(22, name, "2023"),
            cldr!("de", YMD::long(), month)
        );
        assert_eq!(
            words::month_of_year(name, "2023"),
            cldr!("de", fieldsets::YM::long(), month)
        );
        assert_eq!(
            format!("22. {short}"),
            cldr!("de", fieldsets::MD::medium(), month)
        );
        assert_eq!(
            words::month_on_axis(month),
            cldr!("de", fieldsets::M::medium(), month)
        );
    }
}
