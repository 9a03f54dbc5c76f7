# Die Zeitleiste: Achse, Zeichen, Schilder und Legende, und Datumsangaben, zu denen sie springt.

## Namen der Zeichen, vorgelesen

timeline-era = Epoche
timeline-key-date = Schlüsseldatum
timeline-undated = ohne Datum
# $stretch: ein Zeitabschnitt: „Juni 1900 bis Nov. 1918“.
timeline-folded-stretch = { $count ->
    [one] { $count } Ereignis zusammengefasst, { $stretch }
   *[other] { $count } Ereignisse zusammengefasst, { $stretch }
 }
timeline-folded-mark = { $count ->
    [one] { $count } Ereignis in einem Zeichen zusammengefasst
   *[other] { $count } Ereignisse in einem Zeichen zusammengefasst
 }

## Überschriften der Spuren von Ereignissen, denen fehlt, wonach Spuren geteilt sind

timeline-without-tags = Ohne Schlagwörter
timeline-without-place = Ohne Ort
timeline-without-source = Ohne Quelle
timeline-without-kind = Ohne Art
timeline-without-participants = Ohne Beteiligte

## Schilder für das, was nicht zu sehen ist

timeline-outside-range = { $count } außerhalb dieses Zeitabschnitts ausgeblendet
timeline-and-more = { $count ->
    [one] und { $count } weiteres
   *[other] und { $count } weitere
 }
# Die Überschrift der Liste der Ereignisse ohne Datum, mit ihrer Anzahl.
timeline-undated-head = Ohne Datum, { $count }
timeline-no-dated-pass = Kein datiertes Ereignis entspricht dem Filter.
timeline-no-dated = Diese Story hat noch keine datierten Ereignisse.
timeline-earlier = ‹ { $count } früher
timeline-later = { $count } später ›
timeline-undated-count = { $count } ohne Datum
timeline-more-below = { $count ->
    [one] { $count } weiteres darunter
   *[other] { $count } weitere darunter
 }
timeline-lanes-below = { $count ->
    [one] { $count } weitere Spur darunter
   *[other] { $count } weitere Spuren darunter
 }

## Legende: wie Datumsangaben gezeichnet sind

timeline-legend-moment = Zeitpunkt, breiter gezeichnet, als er war
timeline-legend-within = Irgendwann in diesem Zeitabschnitt
timeline-legend-faded = Ende nicht genau bekannt
timeline-legend-uncertain = Datum unsicher
timeline-legend-open = Dauert an
timeline-legend-members = Eines oder alle dieser Daten
timeline-legend-folded = So viele Ereignisse, zusammengefasst

## Wohin ein eingegebenes Datum führt

# $years: „66 Millionen“.
jump-ago = vor etwa { $years } Jahren
# $years: „12.000“, $year: „10.000 v. Chr.“.
jump-ago-in = vor etwa { $years } Jahren, etwa im Jahr { $year }
jump-empty = Ein Datum eingeben, etwa 12. Juni 2023, Frühling 2020, um 1984, 44 v. Chr. oder vor 66 Millionen Jahren.
jump-unknown = „{ $text }“ ist kein Datum. Ein Datum eingeben, etwa 12. Juni 2023, Frühling 2020, um 1984, 44 v. Chr. oder vor 66 Millionen Jahren.
# Verbindet Datumsangaben, in Worten oder wie geschrieben, von denen eine gemeint ist.
jump-or = { $before } oder { $last }
# $words: Datumsangaben in Worten, mit „oder“ verbunden; $dates: dieselben, wie sie sich schreiben lassen.
jump-several = „{ $text }“ kann mehreres heißen: { $words }. Eindeutig ist { $dates }.
jump-impossible = „{ $text }“ gibt es nicht. Einen Tag eingeben, den es gibt, etwa 28. Februar 2023.
jump-reversed = „{ $text }“ endet, bevor es beginnt. Das frühere Datum zuerst eingeben, wie in 2019/2021.
jump-undated = „{ $text }“ ist undatiert und führt nirgendwohin. Ein Datum eingeben, etwa 12. Juni 2023.
jump-out-of-range = „{ $text }“ liegt jenseits der 18 Milliarden Jahre, über die die Zeitleiste reicht. Ein näheres Datum eingeben, etwa vor 4,5 Milliarden Jahren.
