# Was an einer Story-Datei nicht stimmt: Meldungen beginnen klein, soweit die Sprache es zulässt, und haben keinen Schlusspunkt.

## Berichtigungen, die oft vorgeschlagen werden

problem-write = `{ $text }` schreiben
problem-write-text = `"{ $text }"` schreiben
problem-end-with = mit `{ $end }` beenden
problem-leave-out = weglassen
problem-meant = ist `{ $meant }` gemeint?

## Texte, Kommentare und Zeichen

problem-comment-unclosed = dieser Kommentar wird nirgends geschlossen
problem-comment-unclosed-hint = mit `*/` beenden oder, wenn er nur eine Zeile lang ist, mit `//` beginnen
problem-text-unclosed = diesem Text fehlt das Anführungszeichen am Ende
problem-curly-quotes = ein Text steht in geraden Anführungszeichen, nicht in typografischen
problem-single-quotes = ein Text steht in doppelten Anführungszeichen, nicht in einfachen
problem-escape = `{ $escape }` bedeutet in einem Text nichts
problem-escape-hint = `\\` für einen umgekehrten Schrägstrich schreiben, `\"` für ein Anführungszeichen
problem-character = `{ $text }` bedeutet hier nichts

## Die Story als Ganzes

problem-no-story = das ist keine Story: Eine Story-Datei beginnt mit `{ $begin }`
problem-no-story-hint = `throughline` ohne Datei zeigt die mitgelieferte Story; wie man eine schreibt, erklärt data/FORMAT.de.md
problem-story-name = eine Story-Datei beginnt mit `Story(`, nicht mit `{ $name }`
# Beide sind Klammerpaare: `()`.
problem-story-brackets = die Story steht in `{ $right }`, nicht in `{ $wrong }`
problem-after-story = die Story ist zu Ende, und danach folgt noch dies
problem-after-story-hint = eine Datei enthält eine einzige `Story(...)`; alles gehört in deren runde Klammern
problem-part-unnamed = das hat keinen Namen
problem-part-unnamed-hint = die Teile der Story werden in der Form `name: value` geschrieben
problem-outside-sections = `{ $name }` steht außerhalb aller Abschnitte
problem-outside-sections-hint = davor steht vielleicht eine `{"}"}` zu viel; gelesen wird es als Teil des Abschnitts davor
problem-reading-cancelled = das Lesen wurde abgebrochen

## Namen, Werte und was zwischen ihnen steht

problem-no-name-before = davor fehlt ein Name
problem-separator = Einträge werden durch Kommas getrennt
problem-extra-comma = vor diesem Komma steht nichts
problem-missing-comma = hier fehlt ein Komma
problem-after-value = `{ $text }` ergibt nach einem Wert keinen Sinn
problem-after-value-hint = jeder Text steht in einem einzigen Paar Anführungszeichen; Einträge werden durch Kommas getrennt
problem-equals = zwischen einem Namen und seinem Wert steht ein Doppelpunkt
problem-second-colon = ein Doppelpunkt genügt
problem-missing-colon = hier fehlt ein Doppelpunkt
problem-missing-colon-hint = `:` zwischen einen Namen und seinen Wert schreiben
problem-no-value = `{ $name }` hat keinen Wert
problem-no-value-hint = einen Wert hinter den Doppelpunkt schreiben oder den Namen weglassen
problem-record-too-large = ein Datensatz darf { $most } Werte enthalten; der Rest von diesem entfällt
problem-record-too-large-hint = auf mehrere aufteilen

## Klammern

problem-bracket-unclosed = diese `{ $bracket }` wird nirgends geschlossen
problem-bracket-unclosed-hint = `{ $bracket }` dorthin schreiben, wo sie endet
problem-bracket-wrong = diese `{ $bracket }` schließt eine `{ $opened }`
problem-bracket-opened = geöffnet wurde sie hier
problem-bracket-stray = diese `{ $bracket }` schließt nichts
problem-too-deep = Klammern sind mehr als { $most }-fach verschachtelt
problem-too-deep-hint = vielleicht ist eine Klammer davor nicht geschlossen

## Ids, die kein Datensatz trägt

# $by und $named_by: was den anderen Datensatz nennt; $kind und $id: was genannt wird; $comes: was daraus folgt.
problem-dangling = { $by ->
    [actor] Akteur
    [event] Ereignis
    [relation] Beziehung
    [passage] Textstelle
   *[step] Schritt
 } `{ $named_by }` nennt { $kind ->
    [actor] einen Akteur
    [event] ein Ereignis
    [relation] eine Beziehung
    [passage] eine Textstelle
   *[source] eine Quelle
 } `{ $id }`, { $kind ->
    [actor] den
    [event] das
    [relation] die
    [passage] die
   *[source] die
 } es nicht gibt; { $comes ->
    [arrow] der Pfeil entfällt
    [part] dort ist niemand unter diesem Namen beteiligt
    [version] es ist dann Fassung von nichts
    [passage] die Textstelle entfällt
    [speaker] für diese Personen steht niemand
    [relation] die Beziehung entfällt
    [selection] dieser Eintrag entfällt
    [map] gezeigt wird die ganze Karte
   *[link] der Verweis entfällt
 }
problem-dangling-hint = die Id eines Eintrags in { $kind ->
    [actor] `actors`
    [event] `events`
    [relation] `relations`
    [passage] `passages`
   *[source] `sources`
 } schreiben oder einen ergänzen
problem-no-basis = `counted_from` nennt `{ $id }`, und das ist weder eine Quelle noch ein Ereignis noch ein Datum; die Angabe entfällt
problem-no-basis-hint = die Id einer Quelle oder eines Ereignisses schreiben, oder ein Datum
problem-leads-to-itself = Ereignis `{ $event }` führt zu sich selbst; der Pfeil entfällt
problem-leads-to-itself-hint = die Id eines anderen Ereignisses schreiben
problem-part-of-itself = `{ $part }` kann nicht Teil von `{ $whole }` sein, denn das ist selbst Teil von `{ $part }`; der Verweis entfällt

## Was nicht falsch ist, aber vergessen wirkt

problem-no-evidence = { $kind ->
    [event] Ereignis
   *[relation] Beziehung
 } `{ $id }` beruht auf keiner Textstelle
problem-no-evidence-hint = `evidence: [Supports("passage")]` ergänzen
problem-unused-actor = Akteur `{ $actor }` ist an nichts beteiligt
problem-unused-actor-hint = ihn in einem Ereignis oder einer Beziehung nennen oder weglassen
problem-unused-passage = auf Textstelle `{ $passage }` beruht nichts
problem-unused-passage-hint = sie in den Belegen eines Ereignisses, einer Beziehung oder eines Akteurs nennen
problem-unused-source = keine Textstelle zitiert Quelle `{ $source }`
problem-unused-source-hint = eine Textstelle aus ihr ergänzen oder sie weglassen
problem-unknown-kind = die Art `{ $kind }` ist weder eingebaut noch in der Story festgelegt

## Schritte

problem-step-id = Schritte haben keine Ids, und `{ $id }` ist eine
problem-step-id-hint = nur `Step(...)` schreiben: Die Reihenfolge der Liste ist die der Schritte
problem-too-many-steps = eine Story hat höchstens { $most } Schritte; die übrigen entfallen
# Folgt auf „Schritt `3` hat kein `title`; “.
problem-step-untitled = ohne Titel und Text entfällt er
# $field: das Feld mit seinem Datensatz, etwa „`select` von Schritt `3`“. Ebenso darunter und bei den Datumsangaben.
problem-too-many-entries = { $field } hat höchstens { $most } Einträge; die übrigen entfallen
problem-text-too-long = { $field } hat höchstens { $most } Zeichen; der Rest entfällt
problem-date-never-begins = { $field }: niemand weiß, wann `{ $date }` beginnt; das Datum entfällt
problem-date-never-ends = { $field }: niemand weiß, wann `{ $date }` endet; das Datum entfällt
problem-date-never-begins-hint = ein Datum schreiben, das einen Anfang hat, etwa `2023-04`
problem-date-never-ends-hint = ein Datum schreiben, das ein Ende hat, etwa `2023-04`
problem-from-after-to = { $field } liegt nach `to`; beide entfallen
problem-from-after-to-hint = das frühere Datum in `from` schreiben
problem-steps-list = `steps` ist eine Liste: Sie steht in `[` und `]`
problem-no-such-item = `select` von Schritt `{ $step }`: { $why }; dieser Eintrag entfällt

## Datumsangaben

problem-date-reversed = { $field }: `{ $date }` endet, bevor es beginnt
problem-date-impossible = { $field }: `{ $date }` gibt es nicht: { $why }
problem-date-impossible-hint = nur so viel vom Datum schreiben, wie bekannt ist
problem-date-bad = { $field }: `{ $date }` ist kein Datum in EDTF: { $why }
problem-date-bad-hint = Jahr, Monat und Tag mit Bindestrichen schreiben, soweit bekannt: `2023-04-17`, `2023-04`, `2023`; `2022/2023` für eine Zeitspanne, `2023~` für etwa, `2023?` für unsicher
problem-date-wrong = { $field }: { $why }

## Warum ein Text kein Datum in EDTF ist; steht hinter einem Doppelpunkt

problem-edtf-empty = die Angabe ist leer
problem-edtf-ascii = EDTF erlaubt nur ASCII-Zeichen
problem-edtf-whitespace = Leerraum ist nicht erlaubt
problem-edtf-number-too-large = die Zahl ist zu groß
problem-edtf-month-digits = der Monat muss zwei Ziffern haben (oder X)
problem-edtf-day-digits = der Tag muss zwei Ziffern haben (oder X)
problem-edtf-empty-date = das Datum ist leer
problem-edtf-year-digits = das Jahr muss genau vier Ziffern haben (oder X)
problem-edtf-negative-unspecified = negative Jahre dürfen keine offenen Ziffern enthalten
problem-edtf-negative-zero-year = -0000 ist kein gültiges Jahr
problem-edtf-significant-unspecified = signifikante Ziffern vertragen sich nicht mit offenen
problem-edtf-significant-four = ein vierstelliges Jahr hat 1 bis 4 signifikante Ziffern
problem-edtf-significant-precision = ein Jahr mit signifikanten Ziffern hat weder Monat noch Tag
problem-edtf-month-hyphen = vor dem Monat fehlt ‚-‘
problem-edtf-day-hyphen = vor dem Tag fehlt ‚-‘
problem-edtf-after-day = nach dem Tag folgen weitere Zeichen
problem-edtf-month-or-season = der Monat muss 01 bis 12 sein oder ein Teil des Jahres, 21 bis 41
problem-edtf-season-day = ein Teil des Jahres (21 bis 41) hat keinen Tag
problem-edtf-month-unspecified = zu den offenen Ziffern passt kein Monat
problem-edtf-day-range = diesen Tag hat der Monat nicht
problem-edtf-y-digits = nach ‚Y‘ fehlen Ziffern
problem-edtf-y-zeros = Jahre mit Y beginnen nicht mit Nullen
problem-edtf-exponent-digits = nach ‚E‘ fehlen die Ziffern des Exponenten
problem-edtf-exponent-zero = bei einem Jahr mit Exponent darf die Zahl davor nicht null sein
problem-edtf-exponent-range = der Exponent ist zu groß
problem-edtf-y-small = Jahre mit Y liegen jenseits von ±9999
problem-edtf-significant-count = das Jahr hat nicht so viele Ziffern, wie signifikant sein sollen
problem-edtf-y-precision = ein Jahr mit Y hat weder Monat noch Tag
problem-edtf-time-t = vor der Uhrzeit fehlt ‚T‘
problem-edtf-time-complete = vor einer Uhrzeit steht ein vollständiges Datum, JJJJ-MM-TT
problem-edtf-time-plain = vor einer Uhrzeit steht ein Datum nur aus Ziffern
problem-edtf-month-specified = der Monat muss ganz angegeben sein
problem-edtf-month-range = der Monat muss 01 bis 12 sein
problem-edtf-time-form = die Uhrzeit muss hh:mm:ss lauten
problem-edtf-time-digits = Stunden, Minuten und Sekunden haben je zwei Ziffern
problem-edtf-hour-range = die Stunde muss 00 bis 23 sein (24 ist nicht erlaubt)
problem-edtf-minute-range = die Minute muss 00 bis 59 sein
problem-edtf-second-range = die Sekunde muss 00 bis 60 sein
problem-edtf-shift = die Zeitverschiebung muss Z, +hh, +hh:mm oder negativ sein
problem-edtf-shift-form = die Zeitverschiebung muss ±hh oder ±hh:mm lauten
problem-edtf-shift-minutes = die Minuten der Zeitverschiebung müssen 00 bis 59 sein
problem-edtf-shift-range = die Zeitverschiebung liegt jenseits von ±14:00
problem-edtf-shift-zero = eine Zeitverschiebung von minus null ist nicht erlaubt
problem-edtf-shift-digits = Stunden und Minuten der Zeitverschiebung haben je zwei Ziffern
problem-edtf-interval-slash = einer Zeitspanne fehlt ‚/‘
problem-edtf-interval-slashes = eine Zeitspanne enthält genau einen ‚/‘
problem-edtf-interval-undated = eine Zeitspanne braucht mindestens ein Ende mit Datum
problem-edtf-interval-reversed = die Zeitspanne endet, bevor sie beginnt
problem-edtf-open-start = ein Datum mit ‚..‘ davor darf nur am Anfang einer Zeitspanne stehen
problem-edtf-open-end = ein Datum mit ‚..‘ dahinter darf nur am Ende einer Zeitspanne stehen
problem-edtf-set-unclosed = die Menge wird nicht geschlossen
problem-edtf-set-empty = eine Menge muss mindestens ein Element enthalten
problem-edtf-set-nested = Mengen lassen sich nicht verschachteln
problem-edtf-set-element-empty = ein Element der Menge ist leer
problem-edtf-set-dots = ‚..‘ allein ist kein Element einer Menge
problem-edtf-set-many-dots = ein Element einer Menge darf ‚..‘ nur einmal enthalten
problem-edtf-range-precision = beide Enden eines Bereichs in einer Menge müssen gleich genau sein
problem-edtf-range-reversed = der Bereich in der Menge endet, bevor er beginnt
problem-edtf-range-unspecified = die Enden eines Bereichs in einer Menge dürfen keine offenen Ziffern enthalten
problem-edtf-range-qualified = die Enden eines Bereichs in einer Menge dürfen weder unsicher noch ungefähr sein
problem-edtf-range-season = die Enden eines Bereichs in einer Menge dürfen keine Jahreszeiten sein
problem-edtf-range-significant = die Enden eines Bereichs in einer Menge dürfen keine signifikanten Ziffern haben

## Dateien schreiben; steht hinter dem Pfad und einem Doppelpunkt

problem-write-folder = dort liegt ein Ordner
problem-write-nameless = es fehlt der Name
problem-write-unfinished = der Ordner ist voll unfertiger Dateien (.part); diese löschen

## Die Datei neben der Story, die von Hand Angeordnetes festhält

problem-beside-no-file = { $path } ist keine gewöhnliche Datei; verschieben, damit von Hand Angeordnetes erhalten bleibt
problem-beside-too-large = { $path } ist zu groß, um von diesem Programm zu stammen
problem-beside-broken = { $path } lässt sich nicht lesen: { $why }; die Datei löschen oder berichtigen
problem-beside-newer = { $path } wurde von einem neueren Throughline geschrieben
