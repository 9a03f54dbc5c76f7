# Die Karte: ihre Zeichen, wie Vorleseprogramme und Hinweise sie nennen, ihre Legende, und was in ihrer Ecke steht.

## Wo es nichts zu zeigen gibt

map-no-actors = Diese Story nennt noch keine Akteure.

## Namen der Zeichen

# $kind: die Art des Akteurs, etwa „Unternehmen“.
map-actor = { $name }, { $kind }: { $relations ->
    [one] { $relations } Beziehung
   *[other] { $relations } Beziehungen
 }, { $events ->
    [one] { $events } Ereignis
   *[other] { $events } Ereignisse
 }
# Die nächsten vier beenden den Namen einer Beziehung, nach ihrem Status und einem Komma.
map-relation-not-in-force = zu dieser Zeit nicht in Kraft
map-relation-began = begann in diesem Zeitabschnitt
map-relation-ended = endete in diesem Zeitabschnitt
map-relation-passed = begann und endete in diesem Zeitabschnitt
# Eine Linie zwischen zwei Zeichen, von denen eines für mehrere Akteure steht.
map-bundle = { $count ->
    [one] { $count } Beziehung
   *[other] { $count } Beziehungen
 } zwischen { $from } und { $to }
map-met = { $first } und { $second } waren gemeinsam an { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignissen
 } beteiligt; eine Beziehung ist damit nicht behauptet
map-ground = { $name }: eine Gruppe von { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteuren
 }; ein Klick fasst sie zu einem Zeichen zusammen
map-group = { $name }: { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
 } in einem Zeichen; ein Klick öffnet die Gruppe
# Mehrere nahe Akteure als ein Zeichen; $name ist der vorderste.
map-near = { $name } und Umgebung, { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
 }; ein Klick vergrößert

## Legende

# Etwa 90 Punkte breit.
map-legend-several = Mehrere Akteure
map-legend-same-events = Gemeinsame Ereignisse
map-legend-began = Begann
map-legend-ended = Endete
map-legend-passed = Begann und endete
map-legend-relations = Größe: Beziehungen
map-legend-events = Größe: Ereignisse
map-legend-passages = Größe: Textstellen
# $most: für wie viele das größte Zeichen steht.
map-legend-most-relations = Größe: Beziehungen, höchstens { $most }
map-legend-most-events = Größe: Ereignisse, höchstens { $most }
map-legend-most-passages = Größe: Textstellen, höchstens { $most }

## Was die Karte auslässt, in ihrer Ecke, mit Semikolons dazwischen

map-focus-actor = { $count } von { $all ->
    [one] { $all } Akteur
   *[other] { $all } Akteuren
 }, { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
 } um { $name }
map-focus-selection = { $count } von { $all ->
    [one] { $all } Akteur
   *[other] { $all } Akteuren
 }, { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
 } um die Auswahl
map-left-out = { $actors } von { $all_actors } Akteuren und { $relations } von { $all_relations } Beziehungen gezeigt: die mit den meisten Verbindungen
map-thinned = etwa { $count } von { $all } sichtbaren Beziehungen gezeichnet: Vergrößern zeigt alle
map-hidden = { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
 } von Hand ausgeblendet
