# Dates in words, and the words of a story that are the program's own.

## Months

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Months in short, as they stand in a date

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Months in short, as they stand alone on an axis

month-tick-1 = Jan
month-tick-2 = Feb
month-tick-3 = Mar
month-tick-4 = Apr
month-tick-5 = May
month-tick-6 = Jun
month-tick-7 = Jul
month-tick-8 = Aug
month-tick-9 = Sep
month-tick-10 = Oct
month-tick-11 = Nov
month-tick-12 = Dec

## Days, years and stretches of time

# $month is a name of a month, whole or in short.
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $date }, { $time }
date-stretch = { $from } to { $to }
date-bce = { $year } BCE
# Years, where they are that many: “66 million”, which “BCE” may follow.
date-millions = { $count } million
date-billions = { $count } billion

## When something happened, in a sentence

# $form is what kind of phrase $date is, for languages that choose articles, cases and prepositions by it:
# day “22 June 2023”, days “the 5th or the 15th of June 2004”, some-day “some day in June 2004”, month “April 2023”,
# month-range “a month from January to September 2004”, year “1984”, decade “the 1560s”, season “summer 2018”,
# part “the second quarter of 2018” and “the year 170,000,002”, some “some month of 2004” and “some year from 1500 to 1599”,
# about “about 1984”, about-day “about 11 June 2004”.
# $place is where it stands: alone, listed (among others), start (of an interval), end (of an interval).
story-year-alone = some time in { $year }
story-month-alone = some time in { $month } { $year }
story-date-alone = { $form ->
    [day] { $date }
    [days] on { $date }
    [some-day] on { $date }
    [some] in { $date }
   *[other] some time in { $date }
 }
story-years-alone = some time from { $first } to { $last }
story-estimate = some time from { $first } to { $last }, estimated at { $year }
story-date-about = { $form ->
   *[other] about { $date }
 }
# $note says what of the date is uncertain or approximate.
story-noted-alone = { $date }, { $note }
story-date-or-earlier-alone = { $form ->
    [day] on or before { $date }
    [days] on or before { $date }
    [some-day] on or before { $date }
    [about-day] on or before { $date }
   *[other] in { $date } or earlier
 }
story-date-or-later-alone = { $form ->
    [day] on or after { $date }
    [days] on or after { $date }
    [some-day] on or after { $date }
    [about-day] on or after { $date }
   *[other] in { $date } or later
 }

## Dates within a sentence

story-date-listed = { $form ->
   *[other] { $date }
 }
story-date-from = { $form ->
   *[other] from { $date }
 }
story-date-since = { $form ->
   *[other] since { $date }
 }
story-date-to = { $form ->
   *[other] to { $date }
 }
story-date-until = { $form ->
   *[other] until { $date }
 }
story-date-near = { $form ->
   *[other] { $place ->
       *[other] about { $date }
    }
 }
story-estimate-near = about { $year } (from { $first } to { $last })
story-noted = { $date } ({ $note })
story-date-or-earlier = { $date } or earlier
story-date-or-later = { $date } or later

## Years

story-decade = { $place ->
   *[other] the { $year }s
 }
story-years = some year from { $first } to { $last }
# $year is a year with digits that nobody gives: “1X84”.
story-odd-year = some year of the form { $year }
story-long-year = the year { $year }
story-unknown-year = { $place ->
   *[other] an unknown year
 }
# These follow a part of the year: “some month of 2004”.
story-of-year = { $year }
story-of-decade = some year in the { $year }s
story-of-years = some year from { $first } to { $last }
story-of-odd-year = some year of the form { $year }
story-of-unknown-year = an unknown year
# $part is a month, a day of a month or a season, $year one of those above.
story-of = { $part } of { $year }

## Parts of a year

# $place is “day” after a day: “the 12th of a month from January to September”.
story-month-range = { $place ->
   *[other] a month from { $first } to { $last }
 }
# $place is “day” after a day, and “brief” where it stands alone without any other words.
story-some-month = { $place ->
   *[other] some month of { $year }
 }
story-spring = spring
story-summer = summer
story-autumn = autumn
story-winter = winter
story-northern = northern { $season }
story-southern = southern { $season }
story-quarter = { $place ->
   *[other] the { $nth ->
        [1] first
        [2] second
        [3] third
       *[other] fourth
    } quarter of { $year }
 }
story-third = { $place ->
   *[other] the { $nth ->
        [1] first
        [2] middle
       *[other] last
    } four months of { $year }
 }
story-half = { $place ->
   *[other] the { $nth ->
        [1] first
       *[other] second
    } half of { $year }
 }

## Days

story-day-of-month = { $day } { $month }
story-some-day = { $form ->
   *[other] some day in { $date }
 }
story-nth = { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
 }
# $day is “5th”, among others: “the 5th, the 15th or the 25th”.
story-the-nth = the { $day }
story-nth-of = the { $day } of { $month }
story-day-range = some day from the { $first } to the { $last }
# $days is “the 5th, the 15th or the 25th” or “some day from the 1st to the 9th”.
story-days-of = { $days } of { $month }

## Intervals

# $from and $to bring their own words: “from 1964”, “to 2008”.
story-interval = { $from } { $to }
story-interval-unknown = at an unknown time
# $until is “until 2008”.
story-interval-unknown-start = from an unknown start { $until }
# $from is “from 1964”.
story-interval-unknown-end = { $from } to an unknown end

## Several dates

story-either = either { $list }
# The word between two dates, looked for in a date to tell whether it has one of its own.
story-or = or
story-and = and
# $before is one or more, with commas between them; $apart is yes where one of them has an “or” of its own.
story-list-or = { $apart ->
    [yes] { $before }, or { $last }
   *[other] { $before } or { $last }
 }
story-list-and = { $apart ->
    [yes] { $before }, and { $last }
   *[other] { $before } and { $last }
 }
# $from and $to bring their own words: “from 1670”, “to 1672”.
story-range-alone = { $unit ->
    [day] on some day { $from } { $to }
    [month] in some month { $from } { $to }
   *[other] in some year { $from } { $to }
 }
story-range-one = { $unit ->
    [day] some day { $from } { $to }
    [month] some month { $from } { $to }
   *[other] some year { $from } { $to }
 }
story-range-all = { $unit ->
    [day] all days { $from } { $to }
    [month] all months { $from } { $to }
   *[other] all years { $from } { $to }
 }
story-and-all-before = { $unit ->
    [day] { $date } and all days before it
    [month] { $date } and all months before it
    [season] { $date } and all seasons before it
    [quarter] { $date } and all quarters before it
    [third] { $date } and all thirds before it
    [half] { $date } and all halves before it
   *[other] { $date } and all years before it
 }
story-and-all-after = { $unit ->
    [day] { $date } and all days after it
    [month] { $date } and all months after it
    [season] { $date } and all seasons after it
    [quarter] { $date } and all quarters after it
    [third] { $date } and all thirds after it
    [half] { $date } and all halves after it
   *[other] { $date } and all years after it
 }

## What is uncertain or approximate

story-approximate = approximate
story-uncertain = uncertain
story-approximate-uncertain = approximate and uncertain
# $part is “year” or “year and month”.
story-part-approximate = { $part } approximate
story-part-uncertain = { $part } uncertain
story-part-approximate-uncertain = { $part } approximate and uncertain
story-parts = { $first } and { $last }
story-part-day = day
story-part-month = month
story-part-season = season
story-part-quarter = quarter
story-part-third = third
story-part-half = half
story-part-year = year

## Dates in few words, for lists

story-brief-about = c. { $date }
story-brief-decade = { $year }s
story-brief-long-year = year { $year }
story-brief-unknown-year = year unknown
# $months are several: “the 12th of Jan–Sep 2004”.
story-brief-day-among = the { $day } of { $months }
# On the northern half of the earth.
story-brief-northern = { $season } (N)
story-brief-southern = { $season } (S)
story-brief-quarter = Q{ $nth } { $year }
story-brief-half = H{ $nth } { $year }
story-brief-range = { $first } to { $last }
story-brief-and-before = { $date } and before
story-brief-and-after = { $date } and after

## Why a text is no date

story-date-syntax = `{ $text }` is not an EDTF date: { $reason }
story-date-reversed = the interval `{ $text }` ends before it begins
story-date-out-of-range = `{ $text }` lies beyond ±{ $limit } years, further than the timeline reaches
story-no-item = `{ $text }` names no record: write its kind and id, as in `event/letter` or `actor/huawei`

## How sure a claim is

status-documented = documented
status-attributed = attributed
status-anonymous = anonymous
status-disputed = disputed
status-denied = denied
status-planned = planned

## Kinds of actors

kind-government = Government
kind-agency = Agency
kind-legislature = Legislature
kind-court = Court
kind-company = Company
kind-country = Country
kind-research = Research
kind-media = Media
kind-product = Product
kind-person = Person
kind-group = Unnamed people
kind-other = Other

## How many there are

count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
 }
count-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
 }
count-relations = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
 }
count-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
 }
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
 }

## What somebody said, or what is called something

quoted = “{ $words }”
