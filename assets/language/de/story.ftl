# Datumsangaben in Worten und die Wörter einer Story, die das Programm selbst mitbringt.

## Monate

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Monate, abgekürzt, wie sie in einem Datum stehen

month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.

## Monate, abgekürzt, wie sie allein an einer Achse stehen

month-tick-1 = Jan
month-tick-2 = Feb
month-tick-3 = Mär
month-tick-4 = Apr
month-tick-5 = Mai
month-tick-6 = Jun
month-tick-7 = Jul
month-tick-8 = Aug
month-tick-9 = Sep
month-tick-10 = Okt
month-tick-11 = Nov
month-tick-12 = Dez

## Tage, Jahre und Zeitabschnitte

# $month: der Name eines Monats, ganz oder abgekürzt.
date-day = { $day }. { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time }
date-stretch = { $from } bis { $to }
date-bce = { $year } v. Chr.
# Jahre, wo es so viele sind: „66 Millionen“, worauf „v. Chr.“ folgen kann.
date-millions = { $count ->
    [one] { $count } Million
   *[other] { $count } Millionen
 }
date-billions = { $count ->
    [one] { $count } Milliarde
   *[other] { $count } Milliarden
 }

## Wann etwas geschah, in einem Satz

# $form und $place wie im Englischen. $date steht je nach $form und $place schon im Fall, den die Präposition hier verlangt,
# aber ohne Artikel: „1560er Jahren“, „zweiten Quartal 2018“, „Tag im Juni 2004“.
story-year-alone = irgendwann { $year }
story-month-alone = irgendwann im { $month } { $year }
story-date-alone = { $form ->
    [day] { $date }
    [days] am { $date }
    [some-day] an einem { $date }
    [some] in einem { $date }
    [month-range] irgendwann in einem { $date }
    [decade] irgendwann in den { $date }
    [year] irgendwann { $date }
   *[other] irgendwann im { $date }
 }
story-years-alone = irgendwann zwischen { $first } und { $last }
story-estimate = irgendwann zwischen { $first } und { $last }, geschätzt auf { $year }
story-date-about = { $form ->
    [day] um den { $date }
    [days] um den { $date }
    [decade] etwa in den { $date }
    [season] etwa im { $date }
    [part] etwa im { $date }
   *[other] um { $date }
 }
# $note: was am Datum unsicher oder ungefähr ist.
story-noted-alone = { $date }, { $note }
story-date-or-earlier-alone = { $form ->
    [day] am { $date } oder früher
    [days] am { $date } oder früher
    [some-day] an einem { $date } oder früher
    [some] in einem { $date } oder früher
    [month-range] in einem { $date } oder früher
    [decade] in den { $date } oder früher
    [year] { $date } oder früher
    [about] { $date } oder früher
    [about-day] { $date } oder früher
   *[other] im { $date } oder früher
 }
story-date-or-later-alone = { $form ->
    [day] am { $date } oder später
    [days] am { $date } oder später
    [some-day] an einem { $date } oder später
    [some] in einem { $date } oder später
    [month-range] in einem { $date } oder später
    [decade] in den { $date } oder später
    [year] { $date } oder später
    [about] { $date } oder später
    [about-day] { $date } oder später
   *[other] im { $date } oder später
 }

## Datumsangaben in einem Satz

story-date-listed = { $form ->
    [days] der { $date }
    [some-day] ein { $date }
    [some] ein { $date }
    [month-range] ein { $date }
    [decade] die { $date }
    [part] das { $date }
   *[other] { $date }
 }
story-date-from = { $form ->
    [day] vom { $date }
    [days] vom { $date }
    [part] vom { $date }
    [some-day] von einem { $date }
    [some] von einem { $date }
    [month-range] von einem { $date }
    [decade] von den { $date }
   *[other] von { $date }
 }
story-date-since = { $form ->
    [day] seit dem { $date }
    [days] seit dem { $date }
    [part] seit dem { $date }
    [some-day] seit einem { $date }
    [some] seit einem { $date }
    [month-range] seit einem { $date }
    [decade] seit den { $date }
   *[other] seit { $date }
 }
story-date-to = { $form ->
    [days] bis zum { $date }
    [part] bis zum { $date }
    [some-day] bis zu einem { $date }
    [some] bis zu einem { $date }
    [month-range] bis zu einem { $date }
    [decade] bis in die { $date }
   *[other] bis { $date }
 }
story-date-until = { $form ->
    [days] bis zum { $date }
    [part] bis zum { $date }
    [some-day] bis zu einem { $date }
    [some] bis zu einem { $date }
    [month-range] bis zu einem { $date }
    [decade] bis in die { $date }
   *[other] bis { $date }
 }
story-date-near = { $form ->
    [day] { $place ->
        [alone] etwa am { $date }
        [start] etwa dem { $date }
        [end] etwa zum { $date }
       *[other] etwa { $date }
    }
    [days] { $place ->
        [alone] etwa am { $date }
        [start] etwa dem { $date }
        [end] etwa zum { $date }
       *[other] etwa der { $date }
    }
    [decade] { $place ->
        [listed] etwa die { $date }
        [end] etwa in die { $date }
       *[other] etwa den { $date }
    }
    [part] { $place ->
        [listed] etwa das { $date }
        [end] etwa zum { $date }
       *[other] etwa dem { $date }
    }
   *[other] etwa { $date }
 }
story-estimate-near = etwa { $year } (zwischen { $first } und { $last })
story-noted = { $date } ({ $note })
story-date-or-earlier = { $date } oder früher
story-date-or-later = { $date } oder später

## Jahre

story-decade = { $place ->
    [listed] { $year }er Jahre
    [end] { $year }er Jahre
   *[other] { $year }er Jahren
 }
story-years = Jahr zwischen { $first } und { $last }
# $year: ein Jahr mit Ziffern, die niemand nennt: „1X84“.
story-odd-year = Jahr der Form { $year }
story-long-year = Jahr { $year }
story-unknown-year = { $place ->
    [listed] unbekanntes Jahr
   *[other] unbekannten Jahr
 }
# Diese folgen auf einen Teil des Jahres: „ein Monat des Jahres 2004“.
story-of-year = des Jahres { $year }
story-of-decade = eines Jahres in den { $year }er Jahren
story-of-years = eines Jahres zwischen { $first } und { $last }
story-of-odd-year = eines Jahres der Form { $year }
story-of-unknown-year = eines unbekannten Jahres
# $part: ein Monat, ein Tag eines Monats oder eine Jahreszeit; $year: eines der obigen.
story-of = { $part } { $year }

## Teile eines Jahres

# $place ist „day“ nach einem Tag: „der 12. eines Monats von Januar bis September“.
story-month-range = { $place ->
    [day] eines Monats von { $first } bis { $last }
   *[other] Monat von { $first } bis { $last }
 }
# $place ist „day“ nach einem Tag und „brief“, wo es ohne weitere Wörter allein steht.
story-some-month = { $place ->
    [day] eines Monats { $year }
    [brief] ein Monat { $year }
   *[other] Monat { $year }
 }
story-spring = Frühling
story-summer = Sommer
story-autumn = Herbst
story-winter = Winter
story-northern = { $season } auf der Nordhalbkugel
story-southern = { $season } auf der Südhalbkugel
story-quarter = { $place ->
    [listed] { $nth ->
        [1] erste
        [2] zweite
        [3] dritte
       *[other] vierte
    } Quartal { $year }
   *[other] { $nth ->
        [1] ersten
        [2] zweiten
        [3] dritten
       *[other] vierten
    } Quartal { $year }
 }
story-third = { $place ->
    [listed] { $nth ->
        [1] erste
        [2] mittlere
       *[other] letzte
    } Drittel { $year }
   *[other] { $nth ->
        [1] ersten
        [2] mittleren
       *[other] letzten
    } Drittel { $year }
 }
story-half = { $place ->
    [listed] { $nth ->
        [1] erste
       *[other] zweite
    } Halbjahr { $year }
   *[other] { $nth ->
        [1] ersten
       *[other] zweiten
    } Halbjahr { $year }
 }

## Tage

story-day-of-month = { $day }. { $month }
story-some-day = { $form ->
    [month] Tag im { $date }
    [month-range] Tag in einem { $date }
   *[other] Tag { $date }
 }
story-nth = { $day }.
# $day: „5.“, auch unter anderen: „5., 15. oder 25.“.
story-the-nth = { $day }
story-nth-of = { $day } { $month }
story-day-range = Tag vom { $first } bis zum { $last }
# $days: „5., 15. oder 25.“ oder „Tag vom 1. bis zum 9.“.
story-days-of = { $days } { $month }

## Zeitspannen

# $from und $to bringen ihre Wörter mit: „von 1964“, „bis 2008“.
story-interval = { $from } { $to }
story-interval-unknown = zu unbekannter Zeit
# $until: „bis 2008“.
story-interval-unknown-start = von einem unbekannten Anfang { $until }
# $from: „von 1964“.
story-interval-unknown-end = { $from } bis zu einem unbekannten Ende

## Mehrere Datumsangaben

story-either = entweder { $list }
# Das Wort zwischen zwei Datumsangaben; gesucht in einer, um zu sehen, ob sie selbst eines hat.
story-or = oder
story-and = und
# $before: eine oder mehrere, mit Kommas dazwischen; $apart ist yes, wo eine von ihnen selbst ein „oder“ hat.
story-list-or = { $apart ->
    [yes] { $before } oder aber { $last }
   *[other] { $before } oder { $last }
 }
story-list-and = { $apart ->
    [yes] { $before } sowie { $last }
   *[other] { $before } und { $last }
 }
# $from und $to bringen ihre Wörter mit: „von 1670“, „bis 1672“.
story-range-alone = { $unit ->
    [day] an einem Tag { $from } { $to }
    [month] in einem Monat { $from } { $to }
   *[other] in einem Jahr { $from } { $to }
 }
story-range-one = { $unit ->
    [day] ein Tag { $from } { $to }
    [month] ein Monat { $from } { $to }
   *[other] ein Jahr { $from } { $to }
 }
story-range-all = { $unit ->
    [day] alle Tage { $from } { $to }
    [month] alle Monate { $from } { $to }
   *[other] alle Jahre { $from } { $to }
 }
story-and-all-before = { $unit ->
    [day] { $date } und alle Tage davor
    [month] { $date } und alle Monate davor
    [season] { $date } und alle Jahreszeiten davor
    [quarter] { $date } und alle Quartale davor
    [third] { $date } und alle Jahresdrittel davor
    [half] { $date } und alle Halbjahre davor
   *[other] { $date } und alle Jahre davor
 }
story-and-all-after = { $unit ->
    [day] { $date } und alle Tage danach
    [month] { $date } und alle Monate danach
    [season] { $date } und alle Jahreszeiten danach
    [quarter] { $date } und alle Quartale danach
    [third] { $date } und alle Jahresdrittel danach
    [half] { $date } und alle Halbjahre danach
   *[other] { $date } und alle Jahre danach
 }

## Was unsicher oder ungefähr ist

story-approximate = ungefähr
story-uncertain = unsicher
story-approximate-uncertain = ungefähr und unsicher
# $part: „Jahr“ oder „Jahr und Monat“.
story-part-approximate = { $part } ungefähr
story-part-uncertain = { $part } unsicher
story-part-approximate-uncertain = { $part } ungefähr und unsicher
story-parts = { $first } und { $last }
story-part-day = Tag
story-part-month = Monat
story-part-season = Jahreszeit
story-part-quarter = Quartal
story-part-third = Jahresdrittel
story-part-half = Halbjahr
story-part-year = Jahr

## Datumsangaben in wenigen Worten, für Listen

story-brief-about = ca. { $date }
story-brief-decade = { $year }er Jahre
story-brief-long-year = Jahr { $year }
story-brief-unknown-year = Jahr unbekannt
# $months sind mehrere: „12. (Jan.–Sept. 2004)“.
story-brief-day-among = { $day } ({ $months })
# Auf der nördlichen Hälfte der Erde.
story-brief-northern = { $season } (N)
story-brief-southern = { $season } (S)
story-brief-quarter = Q{ $nth } { $year }
story-brief-half = { $nth }. Halbjahr { $year }
story-brief-range = { $first } bis { $last }
story-brief-and-before = { $date } und davor
story-brief-and-after = { $date } und danach

## Warum ein Text kein Datum ist

story-date-syntax = `{ $text }` ist kein EDTF-Datum: { $reason }
story-date-reversed = die Zeitspanne `{ $text }` endet, bevor sie beginnt
story-date-out-of-range = `{ $text }` liegt jenseits von ±{ $limit } Jahren, weiter, als die Zeitleiste reicht
story-no-item = `{ $text }` benennt keinen Datensatz: nötig sind Art und Id, wie in `event/letter` oder `actor/huawei`

## Wie sicher eine Aussage ist

status-documented = belegt
status-attributed = zugeschrieben
status-anonymous = anonym
status-disputed = umstritten
status-denied = dementiert
status-planned = geplant

## Arten von Akteuren

kind-government = Regierung
kind-agency = Behörde
kind-legislature = Parlament
kind-court = Gericht
kind-company = Unternehmen
kind-country = Land
kind-research = Forschung
kind-media = Medien
kind-product = Produkt
kind-person = Person
kind-group = Ungenannte Personen
kind-other = Sonstiges

## Wie viele es sind

count-events = { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
 }
count-actors = { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
 }
count-relations = { $count ->
    [one] { $count } Beziehung
   *[other] { $count } Beziehungen
 }
count-passages = { $count ->
    [one] { $count } Textstelle
   *[other] { $count } Textstellen
 }
count-sources = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
 }

## Was jemand sagte oder wie etwas heißt

quoted = „{ $words }“
