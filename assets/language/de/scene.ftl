# Kennzeichen und ihre Legenden, und was Dateien von Abbildungen über sich sagen.

## Wie Zitate zu ihren Quellen stehen: Kennzeichen in Legenden

sign-legend-verified = Zitat geprüft
sign-legend-normalised = Zitat normalisiert
sign-legend-no-text = Zitat ohne Text
sign-legend-drifted = Zitat abweichend
sign-legend-ambiguous = Zitat mehrdeutig
sign-legend-not-found = Zitat nicht gefunden

## Wie Zitate zu ihren Quellen stehen: das Ende des Namens eines Zeichens

sign-title-drifted = ; ein Zitat dazu weicht ab
sign-title-ambiguous = ; ein Zitat dazu ist mehrdeutig
sign-title-not-found = ; ein Zitat dazu wurde nicht gefunden

## Wer spricht

speech-on-record = Namentlich
speech-spokesperson = Pressestelle
speech-unnamed = Ungenannte
speech-document = Dokument
speech-reporter = Bericht
speech-declined = Keine Stellungnahme

## SVG

# Das Ende einer Liste dessen, wofür ein Zeichen steht.
svg-more = { $count ->
    [one] und { $count } weiterer Eintrag
   *[other] und { $count } weitere
 }

## PDF

pdf-page = { $title } ({ $page } von { $pages })
pdf-events = Ereignisse
pdf-actors = Akteure
pdf-relations = Beziehungen
pdf-sources = Quellen
# Der Hinweis eines Verweises. $id: woran er in der Story-Datei zu finden ist.
pdf-link = { $title }: die Quelle von { $id }
pdf-size = eine Seite von { $width } × { $height } Punkten ist nicht möglich
pdf-write = das Dokument ließ sich nicht schreiben: { $why }

## PNG

png-size = ein Bild von { $width } × { $height } Pixeln ist nicht möglich: Jede Seite muss 1 bis { $most } Pixel messen
png-raster = die Abbildung ließ sich nicht in Pixel umsetzen: { $why }
png-encode = das Bild ließ sich nicht kodieren: { $why }
png-cancelled = das Bild wurde abgebrochen

## Farben und Schriftarten

scene-no-color = `{ $text }` ist keine Farbe: sechs Hexadezimalziffern schreiben, wie in `#8A1C2B`
fonts-either = fonts-noto-core oder fonts-unifont
