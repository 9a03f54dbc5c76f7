# Signs and their legends, and what files of figures say of themselves.

## How quotations stand to their sources: badges in legends

sign-legend-verified = Zitat geprüft
sign-legend-normalised = Zitat normalisiert
sign-legend-no-text = Zitat ohne Text
sign-legend-drifted = Zitat abweichend
sign-legend-ambiguous = Zitat mehrdeutig
sign-legend-not-found = Zitat nicht gefunden

## How quotations stand to their sources: the end of a mark’s name

sign-title-drifted = ; ein Zitat dazu weicht ab
sign-title-ambiguous = ; ein Zitat dazu ist mehrdeutig
sign-title-not-found = ; ein Zitat dazu wurde nicht gefunden

## Who speaks

speech-on-record = Namentlich
speech-spokesperson = Pressestelle
speech-unnamed = Ungenannte
speech-document = Dokument
speech-reporter = Der Bericht selbst
speech-declined = Keine Stellungnahme

## SVG

svg-more = und { $count } weitere

## PDF

pdf-page = { $title } ({ $page } von { $pages })
pdf-events = Ereignisse
pdf-actors = Akteure
pdf-relations = Beziehungen
pdf-sources = Quellen
pdf-link = { $title }: die Quelle von { $id }
pdf-size = Eine Seite von { $width } × { $height } Punkten ist nicht möglich
pdf-write = Das Dokument ließ sich nicht schreiben: { $why }

## PNG

png-size = Ein Bild von { $width } × { $height } Pixeln ist nicht möglich: Jede Seite muss 1 bis { $most } Pixel messen
png-raster = Die Abbildung ließ sich nicht in Pixel umsetzen: { $why }
png-encode = Das Bild ließ sich nicht kodieren: { $why }
png-cancelled = Das Bild wurde abgebrochen

## Colours and faces

scene-no-color = `{ $text }` ist keine Farbe: sechs hexadezimale Ziffern schreiben, wie in `#8A1C2B`
fonts-either = fonts-noto-core oder fonts-unifont
