# Die Tafeln neben und um die Ansichten, und was die Ansichten selbst im Fenster sagen.

## Facets

facets-heading = Filter
facets-close = Filter schließen
facets-counting = Wird gezählt …
facets-nothing-to-filter-by = In dieser Story gibt es noch nichts, wonach sich filtern lässt.
facets-saved-views = Gespeicherte Ansichten
# Stands before three buttons that say what becomes of it: hide, dim, show.
facets-left-out = Herausgefiltertes
facets-hide-left-out = Herausgefiltertes ausblenden
facets-dim-left-out = Herausgefiltertes abschwächen
facets-show-left-out = Herausgefiltertes zeigen
facets-all-shown = Die ganze Story ist zu sehen
facets-clear = Aufheben
facets-clear-hint = Nicht mehr filtern

## Facets: the values of a field

# $name is the heading of a field, such as “Tag”.
facets-open = { $name }, ausgeklappt
facets-folded = { $name }, eingeklappt
facets-none-holds-words = Keiner enthält diese Wörter
facets-none-left = Keiner unter dem, was übrig ist
# $field is what a field is called within a sentence, such as “tag”.
facets-find = In „{ $field }“ suchen
facets-show-few = Weniger zeigen
facets-show-all = Alle { $count } zeigen
facets-show-few-of = Weniger von „{ $field }“ zeigen
facets-show-all-of = Alle { $count } von „{ $field }“ zeigen
facets-any = eines davon
facets-all = alle davon
facets-any-chosen = { $field }: eines der gewählten; drücken für alle
facets-all-chosen = { $field }: alle der gewählten; drücken für eines
facets-any-hint = Es bleibt, was mindestens einen der gewählten Werte hat; ein Klick verlangt alle
facets-all-hint = Es bleibt, was alle gewählten Werte hat; ein Klick verlangt nur einen
# What a screen reader says of a value: “Tag ice, 3 items, included”.
facets-value = { $field } { $value }, { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }{ $choice ->
    [included] , eingeschlossen
    [excluded] , ausgeschlossen
   *[open] { "" }
 }
facets-exclude = { $field } { $value } ausschließen
# $left is a list such as “3 events, 1 relation”.
facets-left = { $left }; { $all } in der ganzen Story
facets-nothing-left = Nichts von dem, was der Filter übrig lässt; { $all } in der ganzen Story
facets-row-hint = Klick schließt ein, Strg+Klick oder Entf schließt aus

## Facets: time

facets-time = Zeit
# What empty fields for dates say of themselves.
facets-from = von
facets-to = bis
facets-from-name = Ab diesem Datum
facets-to-name = Bis zu diesem Datum
facets-date-hint = Etwa 2022, 2022-06 oder 2022-06-14
# $stretch is a stretch of time in words, such as “2022 to 2024”.
facets-histogram = Ereignisse nach ihrem Beginn, { $stretch }
facets-histogram-hint = { $stretch }; über einen Zeitabschnitt ziehen, um danach zu filtern

## Search

search-hint = Namen, Ereignisse, Zitate suchen
search-searching = Wird gesucht …
search-go-on = Bitte weiterschreiben.
search-none-passes = Kein Ereignis, kein Akteur und keine Beziehung entspricht „{ $query }“.
search-nothing-has = „{ $words }“ kommt nirgends vor.
# $counts is a list such as “3 events, 1 actor”.
search-only-these = Nur diese zeigen: { $counts }
search-only-what-has = Nur zeigen, was „{ $words }“ enthält
search-quotations = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
 }
# Two readings of a date such as 06/07/2023.
search-either = { $one } oder { $other }

## Search: what can be chosen

search-more = { $count } weitere zeigen
search-heading-actors = Akteure
search-heading-events = Ereignisse
search-heading-relations = Beziehungen
search-heading-quotations = Zitate
search-heading-sources = Quellen
search-heading-nearly = Mit ähnlichem Namen
search-what-was-meant = so gemeint?
# What a screen reader says of a row that completes what is typed.
search-write = { $words } schreiben
search-hit = { $kind ->
    [actor] Akteur
    [event] Ereignis
    [relation] Beziehung
    [passage] Textstelle
   *[source] Quelle
 }: { $title }, { $note }
search-undated = ohne Datum
# Another name of an actor, by which it was found.
search-also = auch „{ $name }“
search-key-tab = Tab
search-count-and-tab = { $count }  ·  Tab
search-key-only = Strg+Eingabe

## Map

map-pane-name = Karte
map-pane-arranging = Die Karte wird angeordnet …

## Map: the slider of time

map-pane-time = Zeit
map-pane-play = Zeit abspielen
map-pane-play-hint = Zeit abspielen (P)
map-pane-stop = Zeit anhalten
map-pane-stop-hint = Zeit anhalten (P)
map-pane-all-times = Alle Zeiten
# The day stands last: it is set in bold.
map-pane-as-of = Stand { $day }
map-pane-next-change = Nächste Änderung: { $day }
map-pane-no-change = Danach ändert sich nichts mehr
map-pane-in-force = { $holding } von { $all } in Kraft
map-pane-dim-unheld = Abschwächen, was nicht in Kraft ist
map-pane-hide-unheld = Ausblenden, was nicht in Kraft ist
map-pane-show-unheld = Alle gleich zeigen
map-pane-unheld-hint = Was aus Beziehungen wird, die nicht in Kraft sind
map-pane-follow = Der Zeitleiste folgen
map-pane-compare = Mit späteren Tagen vergleichen
map-pane-compare-hint = Zuerst am Zeitregler einen Tag wählen

## Timeline

timeline-pane-name = Zeitleiste
timeline-pane-overview = Übersicht über die Zeit
timeline-pane-arranging = Die Zeitleiste wird angeordnet …
timeline-pane-arranging-lanes = Die Spuren werden angeordnet …
timeline-pane-lane = Spur { $name }, { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
 }, { $state ->
    [collapsed] eingeklappt
   *[open] ausgeklappt
 }
timeline-pane-open-lane = Diese Spur ausklappen
timeline-pane-collapse-lane = Diese Spur einklappen
timeline-pane-collapse-others = Alle anderen einklappen
timeline-pane-open-lanes = Alle Spuren ausklappen
timeline-pane-move-up = Nach oben
timeline-pane-move-down = Nach unten
timeline-pane-reset-order = Reihenfolge der Spuren zurücksetzen

## Source reader

reader-name = Text der Quelle
reader-close = Lesefenster schließen (Strg+D)
reader-another = Eine andere Quelle lesen
reader-reading = Der Text wird gelesen …
# $problem is a sentence that says why.
reader-failed = „{ $file }“ lässt sich nicht anzeigen. { $problem }
reader-changed = Dies ist nicht die Datei, deren SHA-256 die Story nennt.
reader-no-text = Die Story nennt keinen Text dieser Quelle. Dazu eine Datei mit ihrem Text neben die Story legen (.txt, .md, .html oder .pdf) und ihren Namen in die Quelle schreiben: text: "report.txt". Dann werden die Zitate darin nachgeschlagen und hier gezeigt.
# At the edge of the text, where a page begins.
reader-page = S. { $page }

## Source reader: find and copy

reader-find = Im Text suchen
reader-find-before = Vorige Fundstelle (Umschalt+Eingabe)
reader-find-next = Nächste Fundstelle (Eingabe)
reader-find-none = nicht vorhanden
reader-find-place = { $place } von { $count }
reader-copy = Kopieren
reader-copy-as-passage = Als Textstelle kopieren
reader-copy-hint = Eine Textstelle für die Story-Datei in die Zwischenablage legen, mit Angabe des Ortes
reader-copy-needs = Zuerst Wörter im Text markieren: darüber ziehen
reader-copied = Eine Textstelle für die Story-Datei wurde kopiert.

## Source reader: marks at the edge of the text

# $state says how a quotation stands to its source.
reader-mark = { $state }: { $passage }
reader-resting = { $kind ->
    [actor] Akteur
    [event] Ereignis
    [relation] Beziehung
    [passage] Textstelle
   *[source] Quelle
 }: { $title }
reader-more-resting = { $count } weitere, die darauf beruhen

## Ledger of claims

ledger-claims = { $count ->
    [one] { $count } Aussage
   *[other] { $count } Aussagen
 }
ledger-gathering = Die Aussagen werden gesammelt …
ledger-none-passes = Keine Aussage entspricht dem Filter.
ledger-none-made = Diese Story enthält noch keine Aussagen: Ereignisse und Beziehungen hinzufügen, mit den Textstellen, auf denen sie beruhen.
ledger-none-holds-words = Keine Aussage enthält diese Wörter.
ledger-find = In Aussagen suchen
ledger-parted-hint = Was die Aussagenliste in Gruppen teilt
ledger-save = Speichern …
ledger-save-csv = Als CSV
ledger-save-markdown = Als Markdown
ledger-save-hint = Die aufgeführten Aussagen als Tabelle speichern
# $column is the heading of a column within a sentence.
ledger-sort = Sortieren nach { $column }{ $direction ->
    [ascending] , aufsteigend
    [descending] , absteigend
   *[none] { "" }
 }

## Two actors side by side

pair-instead = Einen anderen Akteur an die Stelle von { $name } setzen
pair-heading = Zwei Akteure im Vergleich
pair-close = Nicht mehr vergleichen
pair-gone = Einen dieser Akteure enthält die Story nicht mehr.
pair-comparing = Die beiden werden verglichen …
pair-failed = Sie ließen sich nicht vergleichen, wegen eines Fehlers in diesem Programm.
pair-nothing-shared = Nichts haben beide gemeinsam
pair-shared = { $events ->
    [one] { $events } gemeinsames Ereignis
   *[other] { $events } gemeinsame Ereignisse
 }, { $ties ->
    [one] { $ties } gemeinsame Verbindung
   *[other] { $ties } gemeinsame Verbindungen
 }
# Of whom an event or a tie is: of both actors.
pair-both = beide

## Bar of steps

# The title of a step that has none.
steps-bar-step = Schritt { $place }
steps-bar-place = { $place } von { $all }
steps-bar-announced = Schritt { $place } von { $all }: { $title }. { $caption }
steps-bar-all = Alle Schritte
steps-bar-before = Voriger Schritt
steps-bar-next = Nächster Schritt
steps-bar-leave = Schritte verlassen

## Quotations in the details

cards-show = In der Quelle zeigen
cards-cite = Zitieren
cards-cite-hint = Das Zitat mit Nachweis kopieren
# What a screen reader says before words that are struck out, and before those that are underlined.
cards-not-in-source = nicht in der Quelle: { $words }
cards-in-source = in der Quelle: { $words }
cards-differences-hint = Durchgestrichen: Wörter des Zitats, die in der Quelle fehlen. Unterstrichen: was in der Quelle steht.

## Problems

# $problems counts them, such as “2 errors, 1 warning”.
problems-panel-title = { $problems } in { $file }
problems-panel-last-good = { $problems } in { $file }; zu sehen bleibt die letzte fehlerfreie Fassung
problems-panel-story-before = { $problems } in { $file }; zu sehen bleibt die vorige Story
problems-panel-close = Probleme schließen
problems-panel-whole-file = Das betrifft die ganze Datei.

## Details

sidebar-evidence = Belege
sidebar-about = Angaben
sidebar-opens = Öffnet { $url } im Browser
sidebar-more = { $count ->
    [one] und { $count } weiterer Eintrag
   *[other] und { $count } weitere
 }

## Marks in the views

# What screen readers are told of marks that belong to what is selected or pointed at.
canvas-belongs = { $title } (gehört dazu)
marks-status = Status: { $status }
# How sure a claim is; within a sentence.

## Story format

format-page-title = Story-Format
format-page-close = Schließen
format-page-copy = Kopieren
