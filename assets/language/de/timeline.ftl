# Die Zeitleiste: Achse, Marken, Schilder und Legende, und Daten, zu denen sie springt.

## Names of marks, read aloud

timeline-era = Epoche
timeline-key-date = Schlüsseldatum
timeline-undated = ohne Datum
# $stretch is a stretch of time: “Jun 1900 to Nov 1918”.
timeline-folded-stretch = { $count ->
    [one] { $count } Ereignis zusammengefasst, { $stretch }
   *[other] { $count } Ereignisse zusammengefasst, { $stretch }
 }
timeline-folded-mark = { $count ->
    [one] { $count } Ereignis in einer Marke zusammengefasst
   *[other] { $count } Ereignisse in einer Marke zusammengefasst
 }

## Headings of lanes of events that have nothing by which lanes are parted

timeline-without-tags = Ohne Schlagwörter
timeline-without-place = Ohne Ort
timeline-without-source = Ohne Quelle
timeline-without-kind = Ohne Art
timeline-without-participants = Ohne Beteiligte

## Signs for what is out of sight

timeline-outside-range = { $count } außerhalb dieses Zeitabschnitts ausgeblendet
timeline-and-more = und { $count } weitere
# The heading of the list of undated events, with their number.
timeline-undated-head = Ohne Datum, { $count }
timeline-no-dated-pass = Kein datiertes Ereignis erfüllt den Filter.
timeline-no-dated = Diese Story hat noch keine datierten Ereignisse.
timeline-earlier = ‹ { $count } früher
timeline-later = { $count } später ›
timeline-undated-count = { $count } ohne Datum
timeline-more-below = { $count } weitere darunter
timeline-lanes-below = { $count ->
    [one] { $count } weitere Spur darunter
   *[other] { $count } weitere Spuren darunter
 }

## Legend: how dates are drawn

timeline-legend-moment = Zeitpunkt, breiter gezeichnet, als er war
timeline-legend-within = Irgendwann in diesem Zeitabschnitt
timeline-legend-faded = Ende nicht genau bekannt
timeline-legend-uncertain = Datum unsicher
timeline-legend-open = Dauert an
timeline-legend-members = Eines oder alle dieser Daten
timeline-legend-folded = So viele Ereignisse, zusammengefasst

## Where a date leads that somebody writes

# $years is “66 million”.
jump-ago = vor etwa { $years } Jahren
# $years is “12,000”, $year “10,000 BCE”.
jump-ago-in = vor etwa { $years } Jahren, etwa im Jahr { $year }
jump-empty = Ein Datum eingeben, etwa 12. Juni 2023, Frühling 2020, um 1984, 44 v. Chr. oder vor 66 Millionen Jahren.
jump-unknown = „{ $text }“ ist kein Datum. Möglich sind etwa 12. Juni 2023, Frühling 2020, um 1984, 44 v. Chr. oder vor 66 Millionen Jahren.
# Joins dates, in words or as they are written, of which one is meant.
jump-or = { $before } oder { $last }
# $words are dates in words, joined with “or”; $dates the same as they can be written.
jump-several = „{ $text }“ kann mehreres heißen: { $words }. Eindeutig ist { $dates }.
jump-impossible = „{ $text }“ gibt es nicht. Möglich ist ein Tag, den es gibt, etwa 28. Februar 2023.
jump-reversed = „{ $text }“ endet, bevor es beginnt. Das frühere Datum steht zuerst, wie in 2019/2021.
jump-undated = „{ $text }“ ist undatiert und führt nirgendwohin. Möglich ist ein Datum, etwa 12. Juni 2023.
jump-out-of-range = „{ $text }“ liegt jenseits der 18 Milliarden Jahre, über die die Zeitleiste reicht. Möglich ist ein näheres Datum, etwa vor 4,5 Milliarden Jahren.
