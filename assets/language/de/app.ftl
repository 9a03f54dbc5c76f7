## Was das Fenster an seinem Fuß sagt

window-copied-window = Bild des Fensters kopiert
window-drop-here = Storys hier ablegen, um sie zu öffnen
window-source-changed = Der Text einer Quelle hat sich geändert: Ihre Zitate wurden neu nachgeschlagen.
window-no-source = Die Story hat keine Quelle zum Lesen.
window-saved = Gespeichert: { $path }
window-not-saved = { $path } wurde nicht gespeichert: { $why }
window-save-claims = Aussagen speichern
window-save-claims-path = Pfad der Datei (.csv oder .md)
window-save-claims-do = Speichern
window-not-opened-defect = { $name } wurde wegen eines Fehlers in diesem Programm nicht geöffnet.
window-gone = { $name } liegt nicht mehr im Ordner. Was zuletzt gelesen wurde, bleibt auf dem Bildschirm; sobald die Datei zurück ist, wird sie neu gelesen.
window-not-read-again = { $name } wurde nicht neu gelesen: { $why }. Die letzte gute Fassung bleibt auf dem Bildschirm.
window-not-opened-stays = { $name } wurde nicht geöffnet: { $why }. Die vorige Story bleibt auf dem Bildschirm.
window-not-opened = { $name } wurde nicht geöffnet: { $why }.
window-to-do = Abhilfe: { $help }.
window-no-file-chosen = Es wurde keine Datei ausgewählt.
window-not-kept = Was von Hand angeordnet wurde, ließ sich nicht sichern: { $why }.
window-copied-picture = Bild von { $width } × { $height } Pixeln kopiert
window-no-picture = Es gibt kein Bild: { $why }
window-no-file-manager = Kein Dateimanager hat { $folder } geöffnet: { $why }
# $problems: etwa „2 Fehler, 1 Warnung“.
window-refused-again = { $name } enthält { $problems }; die letzte gute Fassung bleibt auf dem Bildschirm.
window-refused = { $name } enthält { $problems }; die vorige Story bleibt auf dem Bildschirm.
window-shown-in-part = { $name } enthält { $problems }; gezeigt wird, was in Ordnung ist.
window-kept-unknown = Was von Hand angeordnet wurde, ist nicht bekannt und wird nicht gesichert: { $why }.
window-read-again = { $name } wurde neu gelesen.

## Die Statuszeile und das leere Fenster

window-cancel = Abbrechen
window-opening = { $name } wird geöffnet
window-drawing = Das Bild wird gezeichnet
window-problems-hint = Was in der Story-Datei nicht stimmt
window-play-steps = { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
 } abspielen
window-play-steps-hint = Die Schritte durchgehen, in denen die Story erzählt wird
window-selected = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
 } ausgewählt
window-copied-quotation = Zitat mit Nachweis kopiert.
window-empty = Keine Story ist offen. Eine Datei auswählen oder hier ablegen.
window-empty-open = Story öffnen …
window-path = Pfad öffnen
window-path-label = Pfad der Story-Datei
window-path-open = Öffnen
window-path-no-file = Das ist keine Datei, sondern ein Ordner oder etwas anderes: { $path }
window-path-nothing = Es gibt keine solche Datei: { $path }

## Nach einem unerwarteten Ende

crash-restored = Throughline wurde unerwartet beendet; was zu sehen war, ist wiederhergestellt.
crash-again = Throughline wurde mit { $name } erneut unerwartet beendet; diese Story wird nicht mehr von selbst geöffnet.
crash-while-open = Throughline wurde unerwartet beendet, während { $name } offen war.
crash-plain = Throughline wurde unerwartet beendet.
crash-report = Ein Bericht, der nichts aus der Story enthält, liegt in { $folder }.
crash-part = Ein Teil von Throughline ist ausgefallen, das Fenster läuft ohne ihn weiter. Es gibt einen Bericht, der nichts aus der Story enthält.

## Reiter und Schritte

tabs-open = Weitere Story öffnen
tabs-close = { $title } schließen
tabs-menu-close = Schließen
tabs-menu-close-others = Die anderen schließen
tabs-menu-reveal = Im Ordner zeigen
tabs-menu-copy-path = Pfad kopieren
telling-full = Es sind schon { $most } Schritte aufgenommen; zuerst einen löschen.
telling-too-much = Für einen Schritt ist zu viel ausgewählt oder ausgeblendet; weniger auswählen.
telling-filter = Der Filter wird nicht angewendet: { $why }.
telling-added = Als letzter Schritt aufgenommen.
telling-added-fleeting = Als letzter Schritt aufgenommen. Er bleibt nur erhalten, bis das Fenster geschlossen wird: Die mitgelieferte Story hat keine Datei.
telling-copied = { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
 } kopiert. In der Story-Datei an die Stelle der vorhandenen `steps` setzen.
telling-unwritten = Die Schritte ließen sich nicht schreiben: { $why }

## Wohin gegangen wurde und was nicht zu sehen ist

# Zwischen den Gründen, aus denen etwas nicht zu sehen ist.
revealing-and = { " und " }
# $reasons: etwa „durch den Filter ausgeblendet“, mit denen unter `hiding-` in menus.ftl.
revealing-hidden = „{ $title }“ ist { $reasons }.

## Öffnen und speichern

opening-shipped = { $file } (mit Throughline geliefert)
opening-open = Story öffnen
opening-story-files = Story-Dateien
opening-all-files = Alle Dateien
opening-export = Bild exportieren
