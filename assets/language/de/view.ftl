# Wie die Story gezeigt wird: die Möglichkeiten, wie Menüs und Knöpfe sie nennen.

## Was die Zeitleiste in Spuren teilt

lanes-by-actor-kind = Art des Akteurs
lanes-by-actor = Akteur
lanes-by-event-kind = Art des Ereignisses
lanes-by-tag = Schlagwort
lanes-by-place = Ort
lanes-by-source = Quelle
lanes-by-status = Status
lanes-by-none = Keine Spuren

## Was mit Ereignissen außerhalb des markierten Zeitabschnitts geschieht

outside-show = Außerhalb Liegendes zeigen
outside-dim = Außerhalb Liegendes abschwächen
outside-hide = Außerhalb Liegendes ausblenden

## Was mit dem geschieht, was ein Filter auslässt, auf kleinen Knöpfen

filtered-out-hide = Ausblenden
filtered-out-dim = Abschwächen
filtered-out-show = Zeigen

## Was die Größe des Zeichens eines Akteurs zeigt

size-by-ties = Verbindungen und Gewicht
size-by-relations = Beziehungen
size-by-events = Ereignisse
size-by-passages = Textstellen
size-by-nothing = Alle gleich

## Was Akteure zu Gruppen sammelt

group-by-nothing = Keine Gruppen
group-by-whole = Übergeordneter Akteur
group-by-kind = Art des Akteurs
group-by-place = Land oder Ort
