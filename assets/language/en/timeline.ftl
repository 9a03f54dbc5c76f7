# The timeline: its axis, marks, signs and legend, and the dates that it is told to go to.

## Names of marks, read aloud

timeline-era = era
timeline-key-date = key date
timeline-undated = undated
# $stretch is a stretch of time: “Jun 1900 to Nov 1918”.
timeline-folded-stretch = { $count ->
    [one] { $count } event folded, { $stretch }
   *[other] { $count } events folded, { $stretch }
 }
timeline-folded-mark = { $count ->
    [one] { $count } event folded into one mark
   *[other] { $count } events folded into one mark
 }

## Headings of lanes of events that have nothing by which lanes are parted

timeline-without-tags = Without tags
timeline-without-place = Without a place
timeline-without-source = Without a source
timeline-without-kind = Without a kind
timeline-without-participants = Without participants

## Signs for what is out of sight

timeline-outside-range = { $count } hidden outside this stretch
timeline-and-more = and { $count } more
# The heading of the list of undated events, with their number.
timeline-undated-head = Undated, { $count }
timeline-no-dated-pass = No dated event passes the filter.
timeline-no-dated = This story has no dated events yet.
timeline-earlier = ‹ { $count } earlier
timeline-later = { $count } later ›
timeline-undated-count = { $count } undated
timeline-more-below = { $count } more below
timeline-lanes-below = { $count } more lanes below

## Legend: how dates are drawn

timeline-legend-moment = Moment, drawn wider than it was
timeline-legend-within = Some time in this stretch
timeline-legend-faded = End not known exactly
timeline-legend-uncertain = Date uncertain
timeline-legend-open = Goes on
timeline-legend-members = One or all of these dates
timeline-legend-folded = So many events, folded

## Where a date leads that somebody writes

# $years is “66 million”.
jump-ago = about { $years } years ago
# $years is “12,000”, $year “10,000 BCE”.
jump-ago-in = about { $years } years ago, in { $year } or so
jump-empty = Write a date, such as 12 June 2023, spring 2020, about 1984, 44 BC or 66 million years ago.
jump-unknown = “{ $text }” is no date. Write one such as 12 June 2023, spring 2020, about 1984, 44 BC or 66 million years ago.
# Joins dates, in words or as they are written, of which one is meant.
jump-or = { $before } or { $last }
# $words are dates in words, joined with “or”; $dates the same as they can be written.
jump-several = “{ $text }” may be { $words }. Write { $dates }.
jump-impossible = There is no “{ $text }”. Write a day that there is, such as 28 February 2023.
jump-reversed = “{ $text }” ends before it begins. Write the earlier date first, as in 2019/2021.
jump-undated = “{ $text }” is not dated, and leads nowhere. Write a date, such as 12 June 2023.
jump-out-of-range = “{ $text }” is further away than the timeline reaches, 18 billion years. Write a date within it, such as 4.5 billion years ago.
