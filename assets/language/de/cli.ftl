# Was das Programm ausgibt, wo es von einer Befehlszeile aufgerufen wird. Was zwischen Gravis-Zeichen steht, und
# Optionen wie --pages, werden so eingetippt.

## Wie Zeilen beginnen

cli-error = Fehler: { $message }
cli-warning = Warnung: { $message }
cli-help = Hilfe: { $help }

## Falsche Aufrufe

cli-subcommand = Fehler: eine Story zum Öffnen, --renderer und --generate vertragen sich mit keinem Unterbefehl
cli-size = Breite und Höhe in Punkten angeben, wie in 1600x900; jede Seite 100 bis 16384
cli-paper = A4, A3 oder Letter angeben, mit -portrait für ein stehendes Blatt, oder Breite und Höhe wie in 297x210mm; jede Seite 50 bis 2000
cli-scale = eine Zahl von 0.25 bis 8 angeben
cli-format = `{ $file }` hat keine Endung, die ein Format nennt: Möglich sind .svg, .png, .pdf, .html, .ron, .json, .md, NAME.claims.csv, NAME.claims.md oder NAME.positions.csv
cli-pages-view = --pages verteilt die Zeit auf Seiten; nur mit --view timeline möglich
cli-pages-format = nur .pdf hat Seiten; eine solche Datei nennen oder --pages weglassen
cli-window-format = ein Bild des Fensters besteht aus Pixeln: eine .png-Datei nennen statt { $file }
cli-made-at = SOURCE_DATE_EPOCH ist keine Zahl von Sekunden seit 1970; die Variable löschen oder berichtigen
cli-from-after-to = --from liegt nach --to oder nach allem, was in der Story ein Datum hat; das frühere Datum zuerst angeben
cli-item = { $argument }: die Story hat { $kind ->
        [event] kein Ereignis
        [actor] keinen Akteur
        [relation] keine Beziehung
        [passage] keine Textstelle
       *[source] keine Quelle
    } `{ $id }`
cli-item-meant = Hilfe: ist `{ $item }` gemeint?
cli-saved = --saved: keine Ansicht heißt `{ $name }`
cli-saved-meant = Hilfe: ist `{ $name }` gemeint?
cli-saved-none = Hilfe: neben dieser Story ist keine Ansicht gespeichert
cli-saved-views = Hilfe: die Ansichten sind { $names }

## Wie eine Karte angeordnet ist

cli-layer-kind = keine Beziehung der Story ist von der Art `{ $kind }`
cli-layer-direction = keine Beziehung der Art `{ $kind }` hat eine Richtung, der Schichten folgen könnten
cli-layer-arrange = --layer-kind gehört allein zu --arrange layers
cli-collapse = --collapse nennt eine Gruppe; mit --group-by angeben, was Gruppen bildet
cli-group = keine Gruppe heißt `{ $name }`; es gibt: { $groups }

## Schritte

cli-steps-format = Schritte sind Seiten: eine .pdf- oder .html-Datei nennen statt { $file }
cli-steps-own = jeder Schritt sagt selbst, was er zeigt; { $argument } weglassen oder es in die `steps` der Story schreiben
cli-steps-none = die Story hat keine Schritte; `steps: [Step(title: "...")]` in sie hineinschreiben oder im Fenster welche aufnehmen
cli-step-filter = der Filter von Schritt `{ $step }` wird nicht angewendet: { $error }
    .help = zu schreiben wie im Filterfeld: `kind:agency -tag:cloud`

## Lesen und Schreiben

# $counts: etwa „2 Fehler, 1 Hinweis“.
cli-exported-with = Warnung: { $file } enthält { $counts }; exportiert wird, was in Ordnung ist
    .help = Hilfe: `throughline check { $file }` führt sie auf
cli-not-kept = Warnung: was von Hand angeordnet wurde, ist nicht gezeichnet: { $error }
cli-unwritten = { $file } ließ sich nicht schreiben: { $error }
cli-icon = das Symbol lässt sich nicht zeichnen
# Zwei Zeilen, von denen die zweite unter den Wörtern der ersten steht.
cli-no-window = Hilfe: ohne Fenster zeichnet throughline export { $story } -o picture.png die Story,{"\u000A"}       und throughline check { $story } sagt, was an ihr falsch ist

## Quellen importieren

cli-import-there = Fehler: { $file } gibt es schon; eine andere Datei nennen oder mit --force überschreiben
cli-import-format = Fehler: `{ $file }` hat keine Endung, die ein Format nennt; mit --as angeben, welches es ist
cli-import-nothing = Fehler: es fand sich nichts, was eine Quelle sein könnte
cli-import-large = eine Datei, die importiert wird, darf { $most } MiB haben

## Aus einer Quelle zitieren

cli-quote-missing = Fehler: diese Wörter stehen nicht in { $file }
cli-quote-normalised = Hinweis: die Quelle hat andere Leerzeichen, Satzzeichen oder Groß- und Kleinschreibung; zitiert sind ihre eigenen Wörter
cli-quote-drifted = Warnung: die Quelle hat andere Wörter; zitiert sind ihre eigenen
cli-quote-ambiguous = Warnung: diese Wörter stehen dort { $count }-mal; die gemeinte Textstelle auswählen

## Die Sprache

cli-language = en für Englisch oder de für Deutsch angeben
