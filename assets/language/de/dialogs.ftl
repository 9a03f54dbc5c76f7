## Alle Dialoge

dialog-cancel = Abbrechen

## Das Datum, zu dem gegangen wird

jump-title = Zu einem Datum gehen
jump-label = Datum, in Worten oder als EDTF
jump-example = Juni 2023, um 1984, 44 v. Chr., 1980er
jump-go = Los

## Schritte

steps-dialog-both = Zeitleiste und Karte
steps-dialog-timeline = Zeitleiste
steps-dialog-map = Karte
steps-dialog-title = Schritte
steps-dialog-none = Diese Story wird noch nicht in Schritten erzählt. Etwas zeigen und als Schritt aufnehmen.
steps-dialog-play = Abspielen
steps-dialog-add = Ansicht als Schritt aufnehmen …
steps-dialog-copy = Als RON kopieren
steps-dialog-copy-hint = Alle Schritte als `steps: [...]` für die Story-Datei in die Zwischenablage legen
steps-dialog-close = Schließen
steps-dialog-words = Titel und Text des Schritts
steps-dialog-keep = Übernehmen
steps-dialog-add-title = Ansicht als Schritt aufnehmen
steps-dialog-add-do = Aufnehmen
steps-dialog-step-title = Titel
steps-dialog-caption = Text
steps-dialog-shows = Zeigt
steps-dialog-in-file = in der Story-Datei
steps-dialog-delete = Löschen
    .named = { $title } löschen
steps-dialog-edit = Bearbeiten …
    .named = { $title } bearbeiten …
steps-dialog-down = Nach unten
    .named = { $title } nach unten
steps-dialog-up = Nach oben
    .named = { $title } nach oben

## Gespeicherte Ansichten

saved-views-fleeting = Diese Story hat keine Datei, neben der Ansichten aufbewahrt werden: Ansichten bleiben nur erhalten, bis das Fenster geschlossen oder eine andere Story geöffnet wird.
saved-views-go = Dorthin gehen
    .does = Zeigen, was diese Ansicht zeigt
saved-views-replace = Durch das Gezeigte ersetzen
    .does = Unter diesem Namen behalten, was jetzt zu sehen ist
saved-views-replaced = Die gespeicherte Ansicht zeigt jetzt, was zu sehen ist; „Rückgängig“ bringt die vorige zurück.
saved-views-rename = Umbenennen …
    .does = Der Ansicht einen anderen Namen geben
saved-views-delete = Löschen
    .does = Diese Ansicht vergessen; „Rückgängig“ bringt sie zurück
saved-views-deleted = Die gespeicherte Ansicht wurde gelöscht; „Rückgängig“ bringt sie zurück.
saved-views-none = Eine gespeicherte Ansicht behält Filter, Zeiten, Zoom und Auswahl unter einem Namen.
saved-views-save = Ansicht speichern …
saved-views-more = Mehr zur Ansicht { $name }
saved-views-go-to = Zur Ansicht { $name } gehen
saved-views-rename-title = Ansicht umbenennen
saved-views-save-title = Ansicht speichern
saved-views-name = Name
saved-views-example = Behörden 2023
saved-views-replaces = So heißt schon eine Ansicht: Beim Speichern tritt diese an ihre Stelle.
saved-views-taken = So heißt schon eine andere Ansicht.
saved-views-full = Die Story hat so viele gespeicherte Ansichten, wie sie haben darf: zuerst eine löschen oder eine ersetzen.
saved-views-too-much = Diese Ansicht nennt mehr als 2.000 Einträge und Spuren, mehr als eine gespeicherte darf: einiges von Hand Ausgeblendete zeigen oder weniger auswählen.
saved-views-do-rename = Umbenennen
saved-views-do-replace = Ersetzen
saved-views-do-save = Speichern

## Der Export von Bildern

export-title = Bild exportieren
export-window = Das Fenster
export-timeline = Zeitleiste
export-map = Karte
export-steps = Schritte
export-png = Pixel, für Folien und Nachrichten
export-svg = Linien und Text, zum Weiterbearbeiten
export-pdf = Linien und Text, für den Druck
export-html = Eine eigene Seite: Ein Klick auf ein Zeichen zeigt dessen Zitate
export-size-screen = Wie auf dem Bildschirm
export-size-retina = Retina, wie auf dem Bildschirm, Faktor 2
export-size-slide = Folie, 1600 × 900
export-size-column = Spalte, 800 × 600
export-size-a4 = A4 quer, 1123 × 794
export-size-a4-portrait = A4 hoch, 794 × 1123
export-size-a3 = A3 quer, 1587 × 1123
export-size-letter = Letter quer, 1056 × 816
export-size-4k = 4K, 1920 × 1080, Faktor 2
export-size-own = Eigene Größe
export-of = Bild von
export-format = Format
export-shows = Zeigt
export-on-screen = Was zu sehen ist
export-whole = Die ganze Story
export-colours = Farben
export-colours-screen = Wie auf dem Bildschirm
export-light = Hell
export-dark = Dunkel
export-transparent = Durchsichtiger Hintergrund
export-around = Beigaben
export-credit = Urhebervermerk
export-credit-example = Erstellt mit Throughline
export-size = Größe
export-width = Breite
export-height = Höhe
export-scale = Pixel je Punkt
export-letters = Schrift
export-letters-name = Text, mit dem Namen der Schriftart
export-letters-embedded = Text, mit den Schriftarten in der Datei
export-letters-outlines = Umrisse
export-pages = Seiten
    .hint = Jede zeigt einen Zeitabschnitt, alle gleich lang
export-save-as = Speichern unter
export-browse = Durchsuchen …
export-exists = Diese Datei gibt es schon; sie wird ersetzt.
export-save = Speichern
export-copy = Kopieren
    .hint = Das Bild in die Zwischenablage legen (Strg+Umschalt+C)
export-cancelled = es wurde abgebrochen
export-broken = das Bild ließ sich nicht zeichnen; bitte zusammen mit der Story melden, bei der es geschieht
export-window-note = Das Fenster wird gespeichert, wie es zu sehen ist, ohne diesen Dialog.
export-preview = Vorschau des Bildes
export-pixels = { $width } × { $height } Pixel
export-points = { $width } × { $height } Punkte
