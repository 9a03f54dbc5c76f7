# Alles, was sich anfordern lässt: wie es in Menüs, in den Befehlen, auf dem Tastenblatt und in der README heißt.
# `.does`: was es tut, in einem Satz. `.also`: andere Wörter, unter denen danach gesucht wird.

## Datei

topic-File = Datei

action-Open = Öffnen …
    .does = Eine Story-Datei auswählen
    .also = datei laden aufmachen load file
action-OpenPath = Pfad öffnen …
    .does = Den Pfad einer Story-Datei eintippen
    .also = datei laden load file
action-OpenShipped = Mitgelieferte Story öffnen
    .does = Die Story zeigen, die mit dem Programm geliefert wird
    .also = demo beispiel muster example sample
action-Reload = Neu laden
    .does = Die Datei der Story noch einmal lesen; Auswahl und Zoom bleiben
    .also = aktualisieren auffrischen zurücksetzen reload refresh revert
action-NextTab = Nächste Story
    .does = Die offene Story nach dieser nach vorn holen
    .also = reiter wechseln datei tab switch
action-TabBefore = Vorige Story
    .does = Die offene Story vor dieser nach vorn holen
    .also = reiter wechseln datei vorherige tab switch
action-CloseTab = Story schließen
    .does = Die vordere Story aus dem Fenster nehmen; ihre Datei bleibt, wie sie ist
    .also = reiter datei zumachen tab close
action-Export = Bild exportieren …
    .does = Das Fenster, die Zeitleiste oder die Karte speichern
    .also = export speichern sichern png svg pdf html abbildung grafik drucken save print
action-Copy = Bild kopieren
    .does = Die Ansicht unter dem Mauszeiger als Bild in die Zwischenablage legen
    .also = zwischenablage kopie grafik copy clipboard
action-Quit = Beenden
    .does = Das Fenster schließen
    .also = verlassen schließen ende exit quit

## Zurechtfinden

topic-Go = Zurechtfinden

action-Back = Zurück
    .does = Dorthin zurückgehen, wo man war: was ausgewählt, was geöffnet und was zu sehen war
    .also = vorige auswahl vorherige back
action-Forward = Vor
    .does = Wieder dorthin gehen, von wo „Zurück“ wegführte
    .also = vorwärts nächste auswahl forward
action-Undo = Rückgängig
    .does = Die letzte Änderung der Ansicht zurücknehmen
action-Redo = Wiederholen
    .does = Noch einmal tun, was „Rückgängig“ zurücknahm
action-Search = Suchen …
    .does = Wörter in Namen, Titeln und Zitaten suchen und dorthin gehen
    .also = suche finden nachschlagen find search
action-JumpToDate = Zu einem Datum gehen …
    .does = Ein Datum in Worten oder als EDTF eintippen und zeigen
    .also = kalender wann springen tag date
action-Menu = Menü der Auswahl
    .does = Zeigen, was sich mit dem Ausgewählten tun lässt
    .also = kontextmenü rechtsklick context
action-Escape = Schließen oder abwählen
    .does = Schließen, was offen ist; dann alle Akteure zeigen; dann nichts mehr auswählen
    .also = abwählen schließen abbrechen aufheben escape

## In Schritten erzählen

topic-Tell = In Schritten erzählen

action-PlaySteps = Schritte abspielen
    .does = Die Schritte, in denen die Story erzählt wird, nacheinander zeigen oder sie verlassen
    .also = erzählen vortrag rundgang folien präsentation szenen play slides
action-NextStep = Nächster Schritt
    .does = Zum nächsten Schritt weitergehen
    .also = vorwärts weiter folie slide
action-StepBefore = Voriger Schritt
    .does = Zum Schritt davor zurückgehen
    .also = vorheriger zurück folie slide
action-AddStep = Ansicht als Schritt aufnehmen …
    .does = Was zu sehen ist, als Schritt aufnehmen, mit Titel und Text
    .also = hinzufügen festhalten speichern szene lesezeichen capture
action-Steps = Alle Schritte …
    .does = Die Schritte auflisten: zu einem gehen, aufgenommene betiteln, ordnen oder löschen, alle kopieren
    .also = szenen folien liste bearbeiten umordnen edit

## Ansicht

topic-View = Ansicht

action-FitAll = Alles einpassen
    .does = Die ganze Story in beiden Ansichten zeigen
    .also = ganz überblick zurücksetzen fit overview
action-FitSelection = Auswahl einpassen
    .does = In beiden Ansichten zeigen, was ausgewählt ist und was dazugehört
action-ZoomIn = Vergrößern
    .does = In der Ansicht unter dem Mauszeiger weniger zeigen, dafür größer
    .also = hineinzoomen lupe zoom größer
action-ZoomOut = Verkleinern
    .does = In der Ansicht unter dem Mauszeiger mehr zeigen, dafür kleiner
    .also = herauszoomen zoom kleiner
action-PanEarlier = Früher
    .does = Die Zeitleiste zu früheren Zeiten verschieben
action-PanLater = Später
    .does = Die Zeitleiste zu späteren Zeiten verschieben
action-ToggleLane = Spur ein- oder ausklappen
    .does = Alle Ereignisse in der Spur des ausgewählten Ereignisses in einer Zeile zusammenfassen oder nicht mehr
action-LaneUp = Spur nach oben
    .does = Die Spur des ausgewählten Ereignisses nach oben rücken
action-LaneDown = Spur nach unten
    .does = Die Spur des ausgewählten Ereignisses nach unten rücken
action-CollapseLanes = Alle Spuren einklappen
    .does = Jede Spur in einer Zeile zusammenfassen
action-OpenLanes = Alle Spuren ausklappen
    .does = Jede Spur mit allen ihren Zeilen zeigen
action-TimelineOverMap = Zeitleiste über Karte
    .does = Die Zeitleiste über die Karte stellen
    .also = anordnung aufteilung fenster layout panels
action-TimelineBesideMap = Zeitleiste neben Karte
    .does = Die Zeitleiste neben die Karte stellen
    .also = anordnung aufteilung fenster teilen layout panels split
action-TimelineAlone = Nur Zeitleiste
    .does = Die Zeitleiste im ganzen Fenster zeigen
    .also = anordnung allein fenster layout panels
action-MapAlone = Nur Karte
    .does = Die Karte im ganzen Fenster zeigen
    .also = anordnung allein fenster netz netzwerk graph layout panels
action-TimelineOverClaims = Zeitleiste über Aussagen
    .does = Die Zeitleiste über die Aussagenliste stellen
    .also = anordnung aufteilung fenster tabelle layout panels
action-MapBesideClaims = Karte neben Aussagen
    .does = Die Karte neben die Aussagenliste stellen
    .also = anordnung aufteilung fenster tabelle layout panels
action-CompareActors = Zwei Akteure nebeneinander
    .does = Die zwei ausgewählten Akteure vergleichen: was sie verbindet, zu wem beide Verbindungen haben, woran jeder beteiligt war
    .also = vergleich gegenüberstellen gemeinsam versus compare
action-ToggleFacets = Filter
    .does = Die Filterleiste aus- oder einblenden: Arten, Schlagwörter, Orte, Quellen und mehr, jeweils mit der Zahl der Einträge
    .also = filterleiste facetten zahlen facets
action-LeaveOut = Herausgefiltertes
    .does = Was der Filter auslässt, reihum ausblenden, abschwächen oder zeigen
    .also = abschwächen grau dim
action-SaveView = Ansicht speichern …
    .does = Filter, Zeiten, Zoom und Auswahl unter einem Namen behalten, um darauf zurückzukommen
    .also = lesezeichen sichern benannt schnappschuss bookmark save
action-ToggleDetails = Details
    .does = Die Details an der Seite aus- oder einblenden
    .also = seitenleiste einzelheiten sidebar panel
action-ToggleProblems = Probleme
    .does = Aus- oder einblenden, was in der Datei der Story nicht stimmt
    .also = fehler warnungen errors
action-ToggleTheme = Hell oder dunkel
    .does = Zwischen Dunkel auf Hell und Hell auf Dunkel wechseln
    .also = dunkelmodus nachtmodus farbschema dark mode theme
action-SystemTheme = Farbschema des Systems
    .does = Hell oder dunkel sein, wie das System es ist
    .also = dunkelmodus dark mode theme
action-ToggleContrast = Hoher Kontrast
    .does = Alles so deutlich wie möglich abheben oder wie üblich
    .also = barrierefreiheit farben farbschema contrast
action-ToggleStill = Weniger Bewegung
    .does = Nichts von selbst in Bewegung setzen oder wie üblich
    .also = barrierefreiheit animation reduzierte still motion
action-SystemLanguage = Sprache des Systems
    .does = Die Sprache sprechen, die das System spricht
    .also = language english englisch deutsch german
action-English = English
    .does = Englisch sprechen
    .also = sprache englisch language
action-German = Deutsch
    .does = Deutsch sprechen
    .also = sprache german language
action-Larger = Alles größer
    .does = Text, Bedienelemente und Ansichten größer zeichnen
    .also = zoom oberfläche schrift schriftgröße textgröße font
action-Smaller = Alles kleiner
    .does = Text, Bedienelemente und Ansichten kleiner zeichnen
    .also = zoom oberfläche schrift schriftgröße textgröße font
action-UsualSize = Übliche Größe
    .does = Text, Bedienelemente und Ansichten in ihrer üblichen Größe zeichnen
    .also = zoom oberfläche zurücksetzen normal 100 %
action-Present = Präsentation
    .does = Nur die Ansichten auf dem ganzen Bildschirm zeigen; Esc beendet die Präsentation
    .also = vollbild vortrag folien vorführen full screen

## Zeit

topic-Time = Zeit

action-MarkRange = Diesen Zeitabschnitt markieren
    .does = Den Zeitabschnitt markieren, den die Zeitleiste zeigt, oder nicht mehr
    .also = auswählen zeitraum spanne periode range
action-Outside = Außerhalb des Zeitabschnitts
    .does = Die Ereignisse außerhalb des markierten Zeitabschnitts reihum abschwächen, ausblenden oder zeigen
    .also = markierten zeitraum abschwächen ausblenden range
action-Play = Zeit abspielen
    .does = Die Zeit auf der Karte ablaufen lassen oder anhalten
    .also = animation laufen play
action-ChangeBefore = Die Änderung davor
    .does = Die Karte mit dem Stand des Tages zeigen, an dem sich davor etwas änderte
action-ChangeAfter = Die nächste Änderung
    .does = Die Karte mit dem Stand des nächsten Tages zeigen, an dem sich etwas ändert
action-AllTimes = Alle Zeiten
    .does = Die Karte mit den Beziehungen aller Zeiten zeigen
action-Unheld = Was nicht in Kraft ist
    .does = Was auf der Karte nicht in Kraft ist, reihum abschwächen, ausblenden oder zeigen
    .also = abschwächen ausblenden beziehungen gültig
action-FollowTime = Der Zeitleiste folgen
    .does = Die Karte für den Zeitabschnitt auf dem Bildschirm zeigen oder nicht mehr
    .also = koppeln verknüpfen karte link

## Karte

topic-Map = Karte

action-FocusAll = Alle Akteure
    .does = Die ganze Karte zeigen
action-FocusOne = Nur einen Schritt weit
    .does = Nur zeigen, was einen Schritt von der Auswahl entfernt ist
    .also = nachbarn umgebung fokus ego
action-FocusTwo = Nur zwei Schritte weit
    .does = Nur zeigen, was höchstens zwei Schritte von der Auswahl entfernt ist
    .also = nachbarn umgebung fokus ego
action-FocusThree = Nur drei Schritte weit
    .does = Nur zeigen, was höchstens drei Schritte von der Auswahl entfernt ist
    .also = nachbarn umgebung fokus ego
action-ArrangeDistances = Nach Abstand
    .does = Akteure auf der Karte so weit auseinanderlegen, wie es ihren Beziehungen entspricht
    .also = anordnung layout kräfte force stress
action-ArrangeCommunities = Nach Gemeinschaft
    .does = Auf der Karte zusammenlegen, wer zusammengehört
    .also = anordnung layout cluster
action-ArrangeRings = In Ringen um die Auswahl
    .does = Akteure in Ringe legen, nach ihren Schritten von den ausgewählten aus oder von dem mit den meisten Beziehungen
    .also = anordnung layout kreis kreisförmig radial
action-ArrangeLayers = In Schichten nach Richtung
    .does = Beziehungen von links nach rechts laufen lassen, ausgehend von denen, die besitzen oder befehlen
    .also = anordnung layout hierarchie ebenen sugiyama
action-ArrangeColumns = In Spalten nach Art
    .does = Jeder Art von Akteuren eine Spalte geben
    .also = anordnung layout
action-Renew = Neu anordnen
    .does = Die Plätze der Akteure um die angehefteten herum neu ermitteln, gleich, wo sie vorher lagen
    .also = layout noch einmal erneut
action-NextSize = Was die Größe zeigt
    .does = Die Größe der Akteure reihum Verbindungen, Beziehungen, Ereignisse, Textstellen oder nichts zeigen lassen
    .also = grad maß messgröße degree
action-NextGroups = Gruppen
    .does = Akteure reihum nach übergeordnetem Akteur, nach Art, nach Ort oder gar nicht zu Gruppen sammeln
    .also = gruppieren hülle cluster
action-CollapseGroups = Gruppen zusammenfassen
    .does = Jede Gruppe von Akteuren als ein Zeichen zeichnen
action-OpenGroups = Alle Gruppen öffnen
    .does = Jeden Akteur jeder Gruppe zeichnen
action-Meetings = Gemeinsame Ereignisse
    .does = Wer an denselben Ereignissen beteiligt war, mit gepunkteten Linien verbinden oder nicht mehr
    .also = zusammentreffen beteiligte begegnungen
action-Fold = Nahe Akteure zusammenfassen
    .does = Akteure, die zum Unterscheiden zu nah beieinanderliegen, als ein Zeichen mit ihrer Anzahl zeichnen oder jeden für sich
    .also = bündeln häufen cluster
action-Inset = Übersichtskarte
    .does = Die ganze Karte in einer Ecke zeigen, wenn nur ein Teil zu sehen ist, oder nicht mehr
action-Hide = Auf der Karte ausblenden
    .does = Die ausgewählten Akteure auf der Karte nicht mehr zeigen
    .also = entfernen verstecken akteur hide
action-ShowHidden = Ausgeblendete Akteure zeigen
    .does = Jeden Akteur zeigen, der auf der Karte ausgeblendet wurde
action-UnpinAll = Alle Akteure lösen
    .does = Die Anordnung wieder über den Platz jedes Akteurs entscheiden lassen
    .also = loslassen angeheftete unpin

## Belege

topic-Evidence = Belege

action-ToggleLedger = Aussagenliste
    .does = Jede Aussage als Zeile einer Tabelle zeigen oder wieder Zeitleiste und Karte
    .also = tabelle liste behauptungen ledger claims
action-ToggleReader = Lesefenster
    .does = Den Text einer Quelle mit ihren markierten Textstellen zeigen oder nicht mehr
    .also = quelle dokument text zitat leser reader
action-ToggleVoices = Wer es sagt
    .does = Auf Zeitleiste und Karte zeigen, wer für jede Aussage spricht: namentlich, durch jemanden, ungenannt, ein Dokument
    .also = zuschreibung stimmen sprecher voices

## Hilfe

topic-Help = Hilfe

action-Palette = Alle Befehle …
    .does = Ein paar Buchstaben dessen eintippen, was getan werden soll
    .also = befehlspalette suche menü palette
action-ShowFormat = Story-Format …
    .does = Lesen, wie eine Story-Datei geschrieben wird, mit Beispielen zum Kopieren
    .also = hilfe nachschlagen handbuch anleitung ron syntax dokumentation manual
action-Tour = Rundgang
    .does = In fünf Hinweisen zeigen, was wo ist
    .also = hilfe einführung lernen anfang tour start
action-ShowKeys = Tastenkürzel
    .does = Zeigen, was die Tasten und die Maus bewirken
    .also = tastenkürzel tastenkombinationen kurzbefehle hilfe shortcuts

## Was zuerst zu tun ist

needs-NoDialog = Ein Dialog des Systems ist offen
needs-Story = Zuerst eine Story öffnen
needs-File = Die mitgelieferte Story hat keine Datei
needs-Back = Weiter zurück geht es nicht
needs-Forward = Weiter vor geht es nicht
needs-Undo = Es gibt nichts rückgängig zu machen
needs-Redo = Es gibt nichts zu wiederholen
needs-Selection = Zuerst etwas auswählen
needs-Actors = Zuerst einen Akteur auswählen
needs-Lane = Zuerst ein Ereignis auf der Zeitleiste auswählen
needs-Map = Die Karte wird noch angeordnet
needs-Picture = Ein Bild wird noch gezeichnet
needs-Pins = Kein Akteur ist angeheftet
needs-Hidden = Kein Akteur ist ausgeblendet
needs-Groups = Zuerst Akteure zu Gruppen sammeln
needs-Collapsed = Keine Gruppe ist zusammengefasst
needs-Filter = Zuerst die Story filtern
needs-Range = Zuerst einen Zeitabschnitt markieren
needs-Times = Keine Beziehung hat ein Datum
needs-Moment = Es werden schon alle Zeiten gezeigt
needs-Steps = Zuerst einen Schritt aufnehmen
needs-Pair = Zuerst zwei Akteure auswählen, den zweiten mit gedrückter Strg-Taste
needs-Tabs = Nur eine Story ist offen
needs-Playing = Zuerst die Schritte abspielen

## Was Maus und Tasten in den Ansichten bewirken

hands-wheel = Mausrad
    .does = vergrößert und verkleinert am Mauszeiger
hands-wheel-sideways = Umschalt+Mausrad, Mausrad seitwärts
    .does = verschiebt die Zeitleiste und die Karte
hands-wheel-ctrl = Strg+Mausrad, Zweifingerzoom
    .does = vergrößert und verkleinert, gleich was unter dem Mauszeiger ist
hands-wheel-alt = Alt+Mausrad
    .does = rollt durch die Spuren
hands-drag = Ziehen auf dem Hintergrund, Ziehen mit der mittleren Taste
    .does = verschiebt
hands-drag-actor = Ziehen eines Akteurs
    .does = bewegt ihn und heftet ihn an
hands-right-click = Rechtsklick
    .does = bietet an, was sich dort tun lässt
hands-drag-box = Umschalt+Ziehen auf der Karte
    .does = wählt die Akteure in einem Rechteck aus; mit Strg zusätzlich zur Auswahl
hands-ground = Fläche einer Gruppe auf der Karte
    .does = ein Klick neben das Zeichen eines Akteurs fasst die Gruppe zu einem Zeichen zusammen; ein Klick darauf öffnet sie
hands-inset = Übersichtskarte
    .does = ein Klick oder Ziehen zeigt, was dort steht
hands-click = Klick, Strg+Klick
    .does = wählt aus; fügt zur Auswahl hinzu oder nimmt aus ihr heraus; bei zwei Akteuren zeigen die Details, was sie verbindet
hands-hover = Mauszeiger über einem Eintrag
    .does = hebt in jeder Ansicht hervor, was dazugehört
hands-double-click = Doppelklick
    .does = vergrößert dort; auf einem Eintrag zoomt er auf diesen
hands-tab = Tab
    .does = geht zur nächsten Ansicht oder zum nächsten Bedienelement
hands-search-field = Suchfeld
    .does = Tab ergänzt eine Bedingung, Pfeiltasten und Eingabe gehen zu einem Treffer, Strg+Eingabe zeigt nur das Gefundene
hands-arrows = Pfeiltasten, Pos1, Ende
    .does = das nächste Ereignis in der Zeit oder der nächste Nachbar auf der Karte; das erste, das letzte
hands-strip = Übersichtsstreifen
    .does = Ziehen verschiebt das Fenster darin oder seine Ränder; ein Klick springt dorthin
hands-slider = Zeitregler
    .does = Ziehen oder ein Klick wählt den Tag, dessen Stand die Karte zeigt; Umschalt+Ziehen markiert einen Zeitabschnitt; ein Doppelklick zeigt alle Zeiten
hands-lane = Überschrift einer Spur
    .does = ein Klick klappt die Spur ein oder aus; Ziehen verschiebt sie; ein Rechtsklick bietet mehr
hands-axis = Ziehen auf der Achse
    .does = markiert einen Zeitabschnitt; ein Klick daneben hebt die Markierung auf
hands-folded = Klick auf ein zusammengefasstes Zeichen
    .does = vergrößert, bis es sich teilt; geht das nicht, wählt er aus, was darin ist

## Tasten, wie sie auf dem Bildschirm heißen

key-ctrl = Strg
key-alt = Alt
key-shift = Umschalt
key-left = Links
key-right = Rechts
key-up = Auf
key-down = Ab
key-escape = Esc
key-tab = Tab
key-enter = Eingabe
key-space = Leertaste
key-backspace = Rücktaste
key-insert = Einfg
key-delete = Entf
key-home = Pos1
key-end = Ende
key-page-up = Bild auf
key-page-down = Bild ab
key-copy = Kopieren
key-cut = Ausschneiden
key-paste = Einfügen
key-colon = :
key-semicolon = ;
key-backslash = \
key-pipe = |
key-exclamation-mark = !
key-open-brace = {"{"}
key-close-brace = {"}"}
key-backtick = `
key-quote = '

key-reserved = { $keys } dient der Bewegung in Ansichten und Feldern und lässt sich nicht anders belegen
key-needed = { $keys } bleibt bei „{ $command }“: Ohne diese Tasten fände man nicht zurück
