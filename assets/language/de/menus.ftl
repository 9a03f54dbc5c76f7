# Menüs, die Leiste oben, die Befehle, das Tastenblatt, der Rundgang, Meldungen, und warum es kein Fenster gibt.

## Die Leiste oben

bar-file = Datei
bar-go = Gehe zu
bar-view = Ansicht
bar-map = Karte
bar-evidence = Belege
bar-time = Zeit
bar-help = Hilfe
bar-arrange = Anordnen
bar-looks = Darstellung
bar-lanes = Spuren
bar-saved-views = Gespeicherte Ansichten
# Hinter dem deutschen Wort steht das englische, für alle, die sonst nicht zurückfänden.
bar-language = Sprache (Language)
bar-light = Dunkel auf Hell
bar-dark = Hell auf Dunkel
bar-details = Details aus- oder einblenden
bar-fit-all = Alles einpassen
bar-forward = Vor
bar-back = Zurück
bar-search = Suchen
    .does = Suchen
bar-export = Export
    .does = Ein Bild speichern
# $by: was die Zeitleiste in Spuren teilt, wie das Menü es nennt.
bar-lanes-by = Spuren: { $by }
    .does = Was die Zeitleiste in Spuren teilt

## Das Menü der Karte

map-menu-by-distances = Karte: Abstand
map-menu-by-communities = Karte: Gemeinschaft
map-menu-by-rings = Karte: Ringe
map-menu-by-layers = Karte: Schichten
map-menu-by-layers-of = Karte: Schichten ({ $kind })
map-menu-by-columns = Karte: Spalten
map-menu =
    .does = Wie die Karte angeordnet ist, was die Größe zeigt und wonach gruppiert wird
map-menu-layers = In Schichten nach einer Art
map-menu-size = Größe zeigt
map-menu-groups = Gruppen

## Das Menü eines Eintrags

item-menu = Menü des Angeklickten
item-menu-zoom = Darauf zoomen
item-menu-read = In der Quelle lesen
item-menu-unpin = Lösen
item-menu-only = Nur zeigen, woran er beteiligt ist

## Was von den Aussagen gezeigt wird, je nachdem, worauf sie beruhen

# `.alone`: wo es für sich steht, als Teil des Filters oder unter den Befehlen.
evidence-menu-rests = Nur zeigen: beruht auf
evidence-menu-rests-one-source = Nur einer Quelle
    .alone = Beruht auf: nur einer Quelle
evidence-menu-rests-one-voice = Nur einer Stimme
    .alone = Beruht auf: nur einer Stimme
evidence-menu-rests-unnamed = Nur Ungenannten
    .alone = Beruht auf: nur Ungenannten
evidence-menu-rests-nothing = Nichts
    .alone = Beruht auf: nichts
evidence-menu-voice = Nur zeigen: gesagt von
evidence-menu-voice-on-record = Jemandem mit Namen
    .alone = Gesagt von: jemandem mit Namen
evidence-menu-voice-spokesperson = Einer Pressestelle
    .alone = Gesagt von: einer Pressestelle
evidence-menu-voice-unnamed = Ungenannten
    .alone = Gesagt von: Ungenannten
evidence-menu-voice-declined = Niemandem: keine Stellungnahme
    .alone = Gesagt von: niemandem, keine Stellungnahme
evidence-menu-voice-document = Einem Dokument
    .alone = Gesagt von: einem Dokument
evidence-menu-voice-reporter = Dem Bericht selbst
    .alone = Gesagt von: dem Bericht selbst
evidence-menu-status = Nur zeigen: Status
evidence-menu-status-documented = Belegt
    .alone = Status: belegt
evidence-menu-status-attributed = Zugeschrieben
    .alone = Status: zugeschrieben
evidence-menu-status-anonymous = Anonym
    .alone = Status: anonym
evidence-menu-status-disputed = Umstritten
    .alone = Status: umstritten
evidence-menu-status-denied = Dementiert
    .alone = Status: dementiert
evidence-menu-status-planned = Geplant
    .alone = Status: geplant
evidence-menu-check = Nur zeigen: Zitate
evidence-menu-check-amiss = Beanstandet
    .alone = Zitate: beanstandet
evidence-menu-check-verified = Geprüft
    .alone = Zitate: geprüft
evidence-menu-check-normalised = Nach Normalisierung geprüft
    .alone = Zitate: nach Normalisierung geprüft
evidence-menu-check-drifted = Abweichend
    .alone = Zitate: abweichend
evidence-menu-check-ambiguous = Mehrdeutig
    .alone = Zitate: mehrdeutig
evidence-menu-check-not-found = Nicht gefunden
    .alone = Zitate: nicht gefunden
evidence-menu-check-no-text = Ohne Text
    .alone = Zitate: ohne Text

## Die Befehle

palette-field = Was tun?
palette-nothing = Nichts heißt „{ $words }“.
palette-open = { $file } öffnen
palette-recent =
    .also = zuletzt letzte datei recent file
palette-lanes = Spuren: { $by }
    .does = Was die Zeitleiste in Spuren teilt
palette-outside =
    .does = Was mit Ereignissen außerhalb des markierten Zeitabschnitts geschieht
palette-size = Größe zeigt: { $what }
    .does = Was die Größe der Akteure auf der Karte zeigt
palette-groups = Gruppen: { $by }
    .does = Wonach Akteure auf der Karte gesammelt werden
# $kind: eine Art von Beziehungen, mit ihrer Anzahl.
palette-layers = In Schichten nach: { $kind }
    .does = Beziehungen dieser Art von links nach rechts laufen lassen
# $what: eine Bedingung eines Filters, etwa „Status: umstritten“.
palette-only = Nur „{ $what }“ zeigen
    .does = Nur zeigen, wofür dies gilt
palette-left-out =
    .does = Was mit dem geschieht, was der Filter auslässt
palette-saved = Zur Ansicht { $view } gehen
    .does = Eine gespeicherte Ansicht

## Das Tastenblatt

keys-title = Tasten und Maus
keys-find = Taste oder Befehl suchen
keys-help = Ein Klick auf ein Tastenkürzel ersetzt es durch das, was danach gedrückt wird.
keys-close = Schließen
keys-reset-all = Alle Tastenkürzel zurücksetzen
keys-hands = In den Ansichten
keys-nothing = Nichts heißt „{ $words }“.
keys-of = Tasten für { $command }: { $keys }
keys-none = keine
keys-press = Tasten drücken …
    .does = Andere Tasten drücken: Esc belässt diese, die Rücktaste nimmt sie weg
keys-lost = „{ $command }“ hat jetzt keine Tasten
keys-reset = Zurücksetzen
    .label = Tastenkürzel für { $command } zurücksetzen

## Wonach gefiltert wird und was ausgeblendet ist, in der Zeile unter der Leiste

chips-show-everything = Alles zeigen
    .does = Nicht mehr filtern und auch zeigen, was sonst ausgeblendet ist
chips-unreadable = Der Filter lässt sich nicht lesen: { $error }
chips-drop-term = Nicht mehr nach { $term } filtern
    .does = Nicht mehr danach filtern
chips-by-hand = { $count ->
    [one] { $count } Akteur von Hand ausgeblendet
   *[other] { $count } Akteure von Hand ausgeblendet
 }
chips-show-hidden = Ausgeblendete Akteure zeigen
    .does = Sie wieder zeigen
chips-only = Nur { $stretch }
chips-show-outside = Zeigen, was außerhalb des markierten Zeitabschnitts liegt
chips-hidden = Ausgeblendet
    .label = Herausgefiltertes: ausblenden
chips-dimmed = Abgeschwächt
    .label = Herausgefiltertes: abschwächen
chips-shown = Gezeigt
    .label = Herausgefiltertes: zeigen
chips-left-out = Herausgefiltertes ausblenden, abschwächen oder zeigen
chips-hide = Herausgefiltertes ausblenden
chips-dim = Herausgefiltertes abschwächen
chips-show = Herausgefiltertes zeigen
chips-all-shown = { $count ->
    [one] { $passing } von { $count } Ereignis entspricht dem Filter, alles wird gezeigt
   *[other] { $passing ->
        [one] { $passing } von { $count } Ereignissen entspricht dem Filter, alle werden gezeigt
       *[other] { $passing } von { $count } Ereignissen entsprechen dem Filter, alle werden gezeigt
    }
 }
chips-nothing = Nichts ist ausgeblendet

## Warum ein Eintrag nicht zu sehen ist

# In einer Liste, hinter einem Titel.
hiding-filter = durch den Filter ausgeblendet
hiding-map = auf der Karte ausgeblendet
hiding-stretch = außerhalb des markierten Zeitabschnitts
hiding-day = zu dieser Zeit nicht in Kraft
hiding-focus = außerhalb des Fokus der Karte

# In einem Satz, der beginnt: „Das Treffen“ ist …
hiding-is-filter-of = durch den Filter { $terms } ausgeblendet
hiding-is-filter = durch den Filter ausgeblendet
hiding-is-map = auf der Karte ausgeblendet
hiding-is-stretch = außerhalb des markierten Zeitabschnitts
hiding-is-day = an dem Tag, den die Karte zeigt, nicht in Kraft
hiding-is-focus = weiter entfernt, als der Fokus der Karte reicht

## Der Rundgang beim ersten Start

tour-when = Wann
    .says = Das Mausrad zoomt, Ziehen verschiebt. Was nur auf den Monat genau bekannt ist, erscheint als weicher Balken über diesem Monat, nie als falscher Punkt; verblassende Enden sind ungefähr.
tour-says-who = Wer sagt das?
    .says = Ein Klick auf irgendetwas, und hier stehen die Textstellen, auf denen es beruht, Wort für Wort, mit der Angabe, wer es wo gesagt hat.
tour-who = Wer
    .says = Alle, die beteiligt sind, und was sie verbindet. Der Zeitregler darunter zeigt den Stand eines Tages; was hier ausgewählt ist, wird auch auf der Zeitleiste hervorgehoben.
tour-find = Finden
    .says = Namen, Ereignisse und Zitate lassen sich mit Strg+F suchen. Strg+K findet alles, was sich tun lässt, und ? zeigt die Tasten.
tour-own = Die eigene Story
    .says = Datei > Öffnen zeigt eine eigene Story. Hilfe > Story-Format erklärt, wie sie geschrieben wird; nach jedem Speichern im Editor zieht das Fenster nach.
tour-next = Weiter
tour-done = Fertig
tour-back = Zurück
tour-end = Rundgang beenden
tour-count = { $at } von { $of }

## Was eine Meldung anbietet

notice-show-problems = Probleme zeigen
notice-reveal = Im Ordner zeigen
notice-type-path = Pfad eintippen
notice-show-report = Bericht zeigen
notice-restore = Wieder öffnen
notice-start-afresh = Neu anfangen
notice-show-hidden = Zeigen
notice-close = Diese Meldung schließen

## Warum es kein Fenster gibt oder kein Bild davon

no-window-no-display = das Fenster ließ sich nicht öffnen: Es wurde keine Anzeige gefunden (weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt)
# $display: eine Variable mit ihrem Wert, etwa DISPLAY=:0, oder no-window-system.
no-window-unreachable = das Fenster ließ sich nicht öffnen: Die Anzeige, die { $display } nennt, ist nicht erreichbar; läuft sie, und ist der Zugriff erlaubt? ({ $reason })
no-window-system = das System
no-window-library = das Fenster ließ sich nicht öffnen: Eine Bibliothek fehlt ({ $library }); unter Debian und Ubuntu: sudo apt install { $packages }
# $advice: no-window-other-way oder no-window-install.
no-window-undrawn = das Fenster ließ sich nicht öffnen: Nichts kann es zeichnen ({ $reasons }); { $advice }
no-window-other-way = ohne --renderer wird ein anderer Weg versucht
no-window-install = unter Debian und Ubuntu: sudo apt install libegl1 libgl1-mesa-dri
no-window-closed = das Fenster musste geschlossen werden: { $reason }
no-window-opened-twice = es war schon offen
no-window-no-card = keine Grafikkarte kann ein Fenster zeigen
no-window-no-vulkan = das Fenster lässt sich ohne Vulkan nicht zeichnen, und Vulkan wurde nicht gefunden ({ $reason }); unter Debian und Ubuntu mesa-vulkan-drivers installieren, das keine Grafikkarte braucht, oder mit --view timeline oder map exportieren
no-window-size = ein Fenster von { $width } × { $height } Pixeln lässt sich nicht zeichnen: Jede Seite muss 1 bis { $most } Pixel messen
no-window-not-drawn = das Fenster ließ sich nicht zeichnen: { $reason }
