# Choices of how the story is shown, as menus and buttons call them.

## What parts the timeline into lanes

lanes-by-actor-kind = Art des Akteurs
lanes-by-actor = Akteur
lanes-by-event-kind = Art des Ereignisses
lanes-by-tag = Schlagwort
lanes-by-place = Ort
lanes-by-source = Quelle
lanes-by-status = Status
lanes-by-none = Keine Spuren

## What becomes of events outside the marked stretch of time

outside-show = Außerhalb Liegendes zeigen
outside-dim = Außerhalb Liegendes abschwächen
outside-hide = Außerhalb Liegendes ausblenden

## What becomes of what a filter leaves out, on small buttons

filtered-out-hide = Ausblenden
filtered-out-dim = Abschwächen
filtered-out-show = Zeigen

## What the size of an actor’s mark tells

size-by-ties = Verbindungen und Gewicht
size-by-relations = Beziehungen
size-by-events = Ereignisse
size-by-passages = Textstellen
size-by-nothing = Alle gleich

## What gathers actors into groups

group-by-nothing = Keine Gruppen
group-by-whole = Übergeordneter Akteur
group-by-kind = Art des Akteurs
group-by-place = Land oder Ort
