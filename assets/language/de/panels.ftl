# Die Tafeln neben und um die Ansichten, und was die Ansichten selbst im Fenster sagen.

## Filterleiste

facets-heading = Filter
facets-close = Filter schließen
facets-counting = Es wird gezählt …
facets-nothing-to-filter-by = In dieser Story gibt es noch nichts, wonach sich filtern lässt.
facets-saved-views = Gespeicherte Ansichten
# Steht vor drei Knöpfen, die sagen, was damit geschieht: ausblenden, abschwächen, zeigen.
facets-left-out = Herausgefiltertes
facets-hide-left-out = Herausgefiltertes ausblenden
facets-dim-left-out = Herausgefiltertes abschwächen
facets-show-left-out = Herausgefiltertes zeigen
facets-all-shown = Die ganze Story ist zu sehen
facets-clear = Aufheben
facets-clear-hint = Nicht mehr filtern

## Filterleiste: die Werte eines Feldes

# $name: die Überschrift eines Feldes, etwa „Schlagwort“.
facets-open = { $name }, ausgeklappt
facets-folded = { $name }, eingeklappt
facets-none-holds-words = Kein Wert enthält diese Wörter
facets-none-left = Kein Wert unter dem, was übrig ist
# $field: wie ein Feld im Satz heißt, etwa „Schlagwort“.
facets-find = In „{ $field }“ suchen
facets-show-few = Weniger zeigen
facets-show-all = Alle { $count } zeigen
facets-show-few-of = Weniger von „{ $field }“ zeigen
facets-show-all-of = Alle { $count } von „{ $field }“ zeigen
facets-any = eines davon
facets-all = alle davon
facets-any-chosen = { $field }: mindestens einer der gewählten Werte; drücken für alle
facets-all-chosen = { $field }: alle gewählten Werte; drücken für mindestens einen
facets-any-hint = Es bleibt, was mindestens einen der gewählten Werte hat; ein Klick verlangt alle
facets-all-hint = Es bleibt, was alle gewählten Werte hat; ein Klick verlangt mindestens einen
# Was ein Vorleseprogramm von einem Wert sagt: „Schlagwort Eis, 3 Einträge, eingeschlossen“.
facets-value = { $field } { $value }, { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 }{ $choice ->
    [included] , eingeschlossen
    [excluded] , ausgeschlossen
   *[open] { "" }
 }
facets-exclude = { $field } { $value } ausschließen
# $left: eine Liste, etwa „3 Ereignisse, 1 Beziehung“.
facets-left = { $left }; { $all } in der ganzen Story
facets-nothing-left = Nichts von dem, was der Filter übrig lässt; { $all } in der ganzen Story
facets-row-hint = Klick schließt ein, Strg+Klick oder Entf schließt aus

## Filterleiste: Zeit

facets-time = Zeit
# Was leere Felder für Datumsangaben von sich sagen.
facets-from = von
facets-to = bis
facets-from-name = Ab diesem Datum
facets-to-name = Bis zu diesem Datum
facets-date-hint = Wie in 2022, 2022-06 oder 2022-06-14
# $stretch: ein Zeitabschnitt in Worten, etwa „2022 bis 2024“.
facets-histogram = Ereignisse nach ihrem Beginn, { $stretch }
facets-histogram-hint = { $stretch }; über einen Zeitabschnitt ziehen, um danach zu filtern

## Suche

search-hint = Namen, Ereignisse, Zitate suchen
search-searching = Es wird gesucht …
search-go-on = Weiterschreiben.
search-none-passes = Kein Ereignis, kein Akteur und keine Beziehung entspricht „{ $query }“.
search-nothing-has = „{ $words }“ kommt nirgends vor.
# $counts: eine Liste, etwa „3 Ereignisse, 1 Akteur“.
search-only-these = Nur diese zeigen: { $counts }
search-only-what-has = Nur zeigen, was „{ $words }“ enthält
search-quotations = { $count ->
    [one] { $count } Zitat
   *[other] { $count } Zitate
 }
# Zwei Lesarten eines Datums wie 06/07/2023.
search-either = { $one } oder { $other }

## Suche: was zur Auswahl steht

search-more = { $count ->
    [one] { $count } weiteren Treffer zeigen
   *[other] { $count } weitere zeigen
 }
search-heading-actors = Akteure
search-heading-events = Ereignisse
search-heading-relations = Beziehungen
search-heading-quotations = Zitate
search-heading-sources = Quellen
search-heading-nearly = Mit ähnlichem Namen
search-what-was-meant = so gemeint?
# Was ein Vorleseprogramm von einer Zeile sagt, die das Eingetippte ergänzt.
search-write = { $words } schreiben
search-hit = { $kind ->
    [actor] Akteur
    [event] Ereignis
    [relation] Beziehung
    [passage] Textstelle
   *[source] Quelle
 }: { $title }, { $note }
search-undated = ohne Datum
# Ein anderer Name eines Akteurs, unter dem er gefunden wurde.
search-also = auch „{ $name }“
search-key-tab = Tab
search-count-and-tab = { $count }  ·  Tab
search-key-only = Strg+Eingabe

## Karte

map-pane-name = Karte
map-pane-arranging = Die Karte wird angeordnet …

## Karte: der Zeitregler

map-pane-time = Zeit
map-pane-play = Zeit abspielen
map-pane-play-hint = Zeit abspielen (P)
map-pane-stop = Zeit anhalten
map-pane-stop-hint = Zeit anhalten (P)
map-pane-all-times = Alle Zeiten
# Der Tag steht am Ende: Er wird fett gesetzt.
map-pane-as-of = Stand { $day }
map-pane-next-change = Nächste Änderung: { $day }
map-pane-no-change = Danach ändert sich nichts mehr
map-pane-in-force = { $holding } von { $all } in Kraft
map-pane-dim-unheld = Abschwächen, was nicht in Kraft ist
map-pane-hide-unheld = Ausblenden, was nicht in Kraft ist
map-pane-show-unheld = Alle gleich zeigen
map-pane-unheld-hint = Was mit Beziehungen geschieht, die nicht in Kraft sind
map-pane-follow = Der Zeitleiste folgen
map-pane-compare = Mit späteren Tagen vergleichen
map-pane-compare-hint = Zuerst am Zeitregler einen Tag wählen

## Zeitleiste

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

## Lesefenster

reader-name = Text der Quelle
reader-close = Lesefenster schließen (Strg+D)
reader-another = Eine andere Quelle lesen
reader-reading = Der Text wird gelesen …
# $problem: ein Satz, der sagt, warum.
reader-failed = „{ $file }“ lässt sich nicht anzeigen. { $problem }
reader-changed = Dies ist nicht die Datei, deren SHA-256-Prüfsumme die Story nennt.
reader-no-text = Die Story nennt keinen Text dieser Quelle. Dazu eine Datei mit ihrem Text neben die Story legen (.txt, .md, .html oder .pdf) und ihren Namen in die Quelle schreiben: text: "report.txt". Dann werden die Zitate darin nachgeschlagen und hier gezeigt.
# Am Rand des Textes, wo eine Seite beginnt.
reader-page = S. { $page }

## Lesefenster: suchen und kopieren

reader-find = Im Text suchen
reader-find-before = Voriger Treffer (Umschalt+Eingabe)
reader-find-next = Nächster Treffer (Eingabe)
reader-find-none = nicht vorhanden
reader-find-place = { $place } von { $count }
reader-copy = Kopieren
reader-copy-as-passage = Als Textstelle kopieren
reader-copy-hint = Eine Textstelle für die Story-Datei in die Zwischenablage legen, mit Angabe der Stelle
reader-copy-needs = Zuerst Wörter im Text markieren: mit der Maus darüberziehen
reader-copied = Eine Textstelle für die Story-Datei wurde kopiert.

## Lesefenster: Zeichen am Rand des Textes

# $state: wie ein Zitat zu seiner Quelle steht.
reader-mark = { $state }: { $passage }
reader-resting = { $kind ->
    [actor] Akteur
    [event] Ereignis
    [relation] Beziehung
    [passage] Textstelle
   *[source] Quelle
 }: { $title }
reader-more-resting = { $count ->
    [one] { $count } weiterer Eintrag, der darauf beruht
   *[other] { $count } weitere, die darauf beruhen
 }

## Aussagenliste

ledger-claims = { $count ->
    [one] { $count } Aussage
   *[other] { $count } Aussagen
 }
ledger-gathering = Die Aussagen werden gesammelt …
ledger-none-passes = Keine Aussage entspricht dem Filter.
ledger-none-made = Diese Story enthält noch keine Aussagen: Ereignisse und Beziehungen ergänzen, mit den Textstellen, auf denen sie beruhen.
ledger-none-holds-words = Keine Aussage enthält diese Wörter.
ledger-find = In Aussagen suchen
ledger-parted-hint = Was die Aussagenliste in Gruppen teilt
ledger-save = Speichern …
ledger-save-csv = Als CSV
ledger-save-markdown = Als Markdown
ledger-save-hint = Die aufgeführten Aussagen als Tabelle speichern
# $column: die Überschrift einer Spalte, im Satz.
ledger-sort = Nach { $column } sortieren{ $direction ->
    [ascending] , aufsteigend
    [descending] , absteigend
   *[none] {""}
 }

## Zwei Akteure nebeneinander

pair-instead = Einen anderen Akteur an die Stelle von { $name } setzen
pair-heading = Zwei Akteure nebeneinander
pair-close = Nicht mehr vergleichen
pair-gone = Einen dieser Akteure enthält die Story nicht mehr.
pair-comparing = Die beiden werden verglichen …
pair-failed = Die beiden ließen sich wegen eines Fehlers in diesem Programm nicht vergleichen.
pair-nothing-shared = Nichts Gemeinsames
pair-shared = { $events ->
    [one] { $events } gemeinsames Ereignis
   *[other] { $events } gemeinsame Ereignisse
 }, { $ties ->
    [one] { $ties } gemeinsame Verbindung
   *[other] { $ties } gemeinsame Verbindungen
 }
# Von wem ein Ereignis oder eine Verbindung ist: von beiden Akteuren.
pair-both = beide

## Leiste der Schritte

# Der Titel eines Schritts, der keinen hat.
steps-bar-step = Schritt { $place }
steps-bar-place = { $place } von { $all }
steps-bar-announced = Schritt { $place } von { $all }: { $title }. { $caption }
steps-bar-all = Alle Schritte
steps-bar-before = Voriger Schritt
steps-bar-next = Nächster Schritt
steps-bar-leave = Schritte verlassen

## Zitate in den Details

cards-show = In der Quelle zeigen
cards-cite = Zitieren
cards-cite-hint = Das Zitat mit Nachweis kopieren
# Was ein Vorleseprogramm vor durchgestrichenen und vor unterstrichenen Wörtern sagt.
cards-not-in-source = nicht in der Quelle: { $words }
cards-in-source = in der Quelle: { $words }
cards-differences-hint = Durchgestrichen: Wörter des Zitats, die in der Quelle fehlen. Unterstrichen: was in der Quelle steht.

## Probleme

# $problems: ihre Anzahl, etwa „2 Fehler, 1 Warnung“.
problems-panel-title = { $problems } in { $file }
problems-panel-last-good = { $problems } in { $file }; die letzte gute Fassung bleibt auf dem Bildschirm
problems-panel-story-before = { $problems } in { $file }; die vorige Story bleibt auf dem Bildschirm
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

## Zeichen in den Ansichten

# Was Vorleseprogramme von Zeichen sagen, die zum Ausgewählten oder zu dem unter dem Mauszeiger gehören.
canvas-belongs = { $title } (gehört dazu)
marks-status = Status: { $status }

## Story-Format

format-page-title = Story-Format
format-page-close = Schließen
format-page-copy = Kopieren
