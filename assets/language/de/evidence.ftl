# Worauf Aussagen beruhen: wie Zitate zu ihren Quellen stehen, und was dünn belegt oder zu beanstanden ist.

## Wie ein Zitat zu seiner Quelle steht, in einer Zeile; dann in einem Satz ohne Schlusspunkt

evidence-state-verified = geprüft
    .meaning = Geprüft: steht wörtlich in der Quelle
evidence-state-normalised = normalisiert
    .meaning = Nach Normalisierung geprüft: steht bis auf Leerzeichen, Anführungszeichen, Striche oder Groß- und Kleinschreibung in der Quelle
evidence-state-no-text = ohne Text
    .meaning = Der Text der Quelle liegt nicht vor
evidence-state-drifted = abweichend
    .meaning = Abweichend: steht in anderen Worten in der Quelle
evidence-state-ambiguous = mehrdeutig
    .meaning = Mehrdeutig: steht mehr als einmal in der Quelle
evidence-state-not-found = nicht gefunden
    .meaning = Nicht in der Quelle gefunden

## Was zu dünn belegt ist

# $kind: event oder relation; $code: die Warnung, wie Story-Dateien sie nennen.
evidence-one-source =
    { $kind ->
        [event] Ereignis
       *[relation] Beziehung
    } `{ $id }` beruht auf einer einzigen Quelle
    .suggestion = eine Textstelle aus einer anderen Quelle ergänzen oder angeben, warum eine genügt: `accept: { "{" } "{ $code }": "Grund" { "}" }`
evidence-unnamed-alone =
    { $kind ->
        [event] Ereignis
       *[relation] Beziehung
    } `{ $id }` beruht allein auf ungenannten Personen
    .suggestion = jemanden ergänzen, der namentlich genannt ist, oder `status: Anonymous` schreiben oder angeben, warum es so bleiben darf: `accept: { "{" } "{ $code }": "Grund" { "}" }`

## Was am Text einer Quelle zu beanstanden ist

# $id: die Quelle; $reason: eine der Meldungen evidence-problem-… als Ende des Satzes.
evidence-source-unread = der Text von Quelle `{ $id }`, `{ $file }`, liegt nicht vor: { $reason }
    .suggestion = die Datei neben die Story legen oder `text` weglassen
evidence-source-changed = `{ $file }`, der Text von Quelle `{ $id }`, ist nicht die Datei, die die Story nennt: Ihre SHA-256-Prüfsumme ist { $sha }
    .suggestion = ihre Textstellen durchsehen; dann stattdessen diese Prüfsumme eintragen oder die alte Datei zurückholen

## Was an einem Zitat zu beanstanden ist

# $id: die Textstelle; $place: eine der Meldungen evidence-place-…
evidence-quote-drifted = Textstelle `{ $id }` steht in `{ $file }` in anderen Worten, { $place }: { $differences }
    .suggestion = die Quelle wörtlich zitieren
evidence-quote-moved = Textstelle `{ $id }` nennt Absatz { $said }, steht aber in Absatz { $found } von `{ $file }`, { $place }
    .suggestion = `paragraph: { $found }` schreiben
# $places: einige der Meldungen evidence-place-…, mit Semikolons dazwischen.
evidence-quote-ambiguous = Textstelle `{ $id }` steht { $count }-mal in `{ $file }`: { $places }
    .more = Textstelle `{ $id }` steht { $count }-mal in `{ $file }`: { $places } und { $more } weitere
    .suggestion = angeben, welche gemeint ist: Die erste hat `{ $fields }`
    .position = mit `start` und `end` angeben, welche gemeint ist
evidence-quote-not-found = Textstelle `{ $id }` steht nicht in `{ $file }`: „{ $quote }“
    .suggestion = nachsehen, ob sich das Zitat oder die Datei geändert hat

## Wo ein Zitat steht

evidence-place-paragraph = Abs.{"\u00A0"}{ $paragraph }
    .page = Seite { $page }, Abs.{"\u00A0"}{ $paragraph }
evidence-place-line = Zeile { $line }
    .page = Seite { $page }, Zeile { $line }

## Warum sich der Wortlaut einer Quelle nicht lesen ließ: was falsch ist und was zu tun ist

evidence-problem-name = Der Name einer Quelle muss der bloße Name einer Datei neben der Story sein, ohne Ordner; die Datei dorthin legen und den Namen so angeben.
evidence-problem-missing = Neben der Story gibt es keine Datei dieses Namens; die Datei in den Ordner der Story kopieren oder den Namen berichtigen.
evidence-problem-outside = Die Datei ist eine Verknüpfung, die aus dem Ordner der Story hinausführt; stattdessen eine Kopie der Datei dorthin legen.
evidence-problem-not-a-file = Das ist ein Ordner, eine Pipe oder ein Gerät, keine Datei; eine Datei nennen, die Text enthält.
evidence-problem-too-large = Die Datei ist größer als 64 MiB; mehr darf eine Quelle nicht haben. Nur den zitierten Teil behalten.
evidence-problem-long-markdown = Die Datei ist größer als 8 MiB; mehr darf eine Markdown-Quelle nicht haben. Nur den zitierten Teil behalten oder sie als .txt speichern.
evidence-problem-too-long = Die Datei enthält mehr als 64 MiB Text oder eine Million Absätze; mehr darf eine Quelle nicht haben. Nur den zitierten Teil behalten.
evidence-problem-too-much = Die Texte aller Quellen sind zusammen größer als 512 MiB; mehr darf eine Story nicht haben. Die Story teilen.
evidence-problem-unreadable = Die Datei ließ sich nicht lesen ({ $error }); prüfen, ob sie geöffnet werden darf.
evidence-problem-unknown-kind = Der Wortlaut einer Quelle lässt sich aus Dateien lesen, die auf .txt, .md, .html oder .pdf enden; die Quelle in einem dieser Formate speichern.
evidence-problem-not-text = Die Datei enthält nicht den Text, den ihr Name verspricht; sie in dem Programm öffnen, mit dem sie erstellt wurde, und als UTF-8-Text oder PDF speichern.
evidence-problem-no-words = Die Datei enthält keine lesbaren Wörter; zeigt sie gescannte Seiten, zuerst deren Text erkennen lassen.
evidence-problem-broken = Die Datei ist ein beschädigtes PDF; sie in einem PDF-Betrachter öffnen und neu speichern.
evidence-problem-locked = Das PDF verlangt ein Passwort; eine Kopie ohne Passwort speichern.
evidence-problem-too-hard = Das Lesen der Datei braucht mehr Speicher, als es darf; sie ist beschädigt oder soll Schaden anrichten. Um sie zu zitieren, ihren Text als .txt speichern.
evidence-problem-timeout = Das Lesen der Datei dauert länger, als es darf; sie ist beschädigt oder soll Schaden anrichten. Um sie zu zitieren, ihren Text als .txt speichern.
evidence-problem-no-helper = Der Teil des Programms, der PDF-Dateien liest, ließ sich nicht starten ({ $error }); das Programm neu installieren.
evidence-problem-cancelled = Das Lesen wurde abgebrochen.
