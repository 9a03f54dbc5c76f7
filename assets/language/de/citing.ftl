# Nachweise von Quellen, und Bibliografien, die als Quellen gelesen werden.

## Nachweise

citing-style-plain = Reiner Text
# Eine Quelle, von der weder Titel noch Art noch Id bekannt ist.
citing-untitled = Ohne Titel
citing-paragraph = Abs.{"\u00A0"}{ $number }
# $page: eine Seite; $pages: mehrere, „12–14“.
citing-page = S.{"\u00A0"}{ $page }
citing-pages = S.{"\u00A0"}{ $pages }
citing-said-by = „{ $quote }“ ({ $who })

## Wann eine Quelle veröffentlicht wurde

citing-date-day = { $day }. { $month } { $year }
citing-date-month = { $month } { $year }
citing-year-bc = { $year } v.{"\u00A0"}Chr.
citing-date-about = ca. { $date }

## Bibliografien, die gelesen werden

citing-import-too-large = Die Datei ist größer als 64 MiB und wurde nicht gelesen.
citing-import-nothing = Es wurde kein Eintrag gefunden.
citing-import-most = Nur die ersten { $count } Einträge wurden gelesen.
citing-import-more = Es gibt { $count } weitere Probleme.
citing-import-silent-line = Der Eintrag in Zeile { $line } sagt nichts über eine Quelle.
citing-import-silent-entry = Eintrag { $number } sagt nichts über eine Quelle.
citing-import-silent-record = Der Datensatz in Zeile { $line } sagt nichts über eine Quelle.

## Bibliografien in CSL-JSON

# $reason: was der JSON-Leser sagt, auf Englisch.
citing-import-json = Das JSON lässt sich ab Zeile { $line }, Spalte { $column } nicht weiterlesen: { $reason }.
citing-import-not-object = Eintrag { $number } ist kein Objekt.
citing-import-many-values = Die Datei enthält mehr Werte, als von einem Eintrag gelesen werden; ihre Einträge als Liste schreiben.

## Bibliografien in RIS

citing-import-no-begin = Zeile { $line } beendet einen Datensatz, der nicht begonnen wurde.
citing-import-stray = Zeile { $line } steht außerhalb jedes Datensatzes.
citing-import-no-end = Der Datensatz, der in Zeile { $line } beginnt, hat kein Ende, „ER  -“; was er sagt, wurde behalten.

## Bibliografien in BibTeX: ein übersprungener Eintrag, und warum

citing-import-skipped = Der Eintrag in Zeile { $line } wurde übersprungen: { $fault }.
citing-fault-round = Er steht in runden Klammern, die nicht gelesen werden
citing-fault-open = Seine geschweiften Klammern sind nicht geschlossen
citing-fault-long = Er ist länger als 1 MiB
citing-fault-long-word = Das Wort, das er festlegt, ist zu lang
citing-fault-unknown-word = Davor ist kein Wort „{ $word }“ festgelegt
citing-fault-often = Die Datei verwendet ihre festgelegten Wörter zu oft
citing-fault-too-much = Er ist zu tief verschachtelt oder wiederholt zu viel, um gelesen zu werden
