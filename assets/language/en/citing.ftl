# Citations of sources, and bibliographies read as sources.

## Citations

citing-style-plain = Plain text
# A source of which neither title nor kind nor id is known
citing-untitled = Untitled
citing-paragraph = ¶{"\u00A0"}{ $number }
# $page: one page; $pages: several, "12–14"
citing-page = p.{"\u00A0"}{ $page }
citing-pages = pp.{"\u00A0"}{ $pages }
citing-said-by = “{ $quote }” ({ $who })

## When a source was published

citing-date-day = { $day } { $month } { $year }
citing-date-month = { $month } { $year }
citing-year-bc = { $year } BC
citing-date-about = about { $date }

## Bibliographies that are read

citing-import-too-large = The file is larger than 64 MiB and was not read.
citing-import-nothing = No entry was found.
citing-import-most = Only the first { $count } entries were read.
citing-import-more = There are { $count } more problems.
citing-import-silent-line = The entry in line { $line } says nothing of a source.
citing-import-silent-entry = Entry { $number } says nothing of a source.
citing-import-silent-record = The record in line { $line } says nothing of a source.

## Bibliographies in CSL-JSON

# $reason: what the reader of JSON says, in English
citing-import-json = The JSON cannot be read on from line { $line }, column { $column }: { $reason }.
citing-import-not-object = Entry { $number } is not an object.
citing-import-many-values = The file holds more values than are read of one entry; write its items as a list.

## Bibliographies in RIS

citing-import-no-begin = Line { $line } ends a record that was not begun.
citing-import-stray = Line { $line } stands outside any record.
citing-import-no-end = The record that begins in line { $line } has no end, "ER  -"; what it says was kept.

## Bibliographies in BibTeX: an entry that was skipped, and why

citing-import-skipped = The entry in line { $line } was skipped: { $fault }.
citing-fault-round = it stands in round brackets, which are not read
citing-fault-open = its braces are not closed
citing-fault-long = it is longer than 1 MiB
citing-fault-long-word = the word that it defines is too long
citing-fault-unknown-word = no word “{ $word }” is defined before it
citing-fault-often = the file uses its defined words too often
citing-fault-too-much = it nests or repeats too much to be read
