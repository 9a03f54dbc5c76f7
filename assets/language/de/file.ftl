# Was an einer Story-Datei nicht stimmt und was zu tun ist. Meldungen sind Sätze ohne Schlusspunkt und beginnen klein, soweit
# die Sprache es zulässt. Was zwischen Gravis-Zeichen steht, ist so geschrieben wie in der Datei und wird nicht übersetzt.

## Wie schwer ein Problem wiegt

file-severity-error = Fehler
file-severity-warning = Warnung
file-severity-note = Hinweis

## Anzahlen

file-report-no-problems = 0 Probleme
file-report-errors = { $count } Fehler
file-report-warnings = { $count ->
    [one] { $count } Warnung
   *[other] { $count } Warnungen
 }
file-report-notes = { $count ->
    [one] { $count } Hinweis
   *[other] { $count } Hinweise
 }
# Am Ende einer Liste wie „1.000 Fehler, 12 weitere, nicht aufgeführt“.
file-report-unlisted = { $count ->
    [one] { $count } weiteres, nicht aufgeführt
   *[other] { $count } weitere, nicht aufgeführt
 }
# $problems ist eine solche Liste; jede andere Variable eine Anzahl.
file-report-summary = { $problems } ({ $actors }, { $events }, { $relations }, { $passages }, { $sources })
# Probleme desselben Codes über die hinaus, die einzeln gezeigt werden.
file-report-more = { $count ->
    [one] { $count } weiteres
   *[other] { $count } weitere
 }
file-report-help = Hilfe

## Dateien, aus denen sich keine Story lesen lässt

file-missing = es gibt keine solche Datei
file-missing-help = den Pfad prüfen; eine Story-Datei endet meist auf .ron
file-no-permission = für diese Datei fehlt die Leseberechtigung
file-no-permission-help = vom Eigentümer die Berechtigung erbitten oder die Datei in einen eigenen Ordner kopieren
# $error: was das System sagt.
file-unreadable = die Datei ließ sich nicht lesen: { $error }
file-unreadable-help = noch einmal versuchen oder die Datei auf einen anderen Datenträger kopieren
file-folder = dies ist ein Ordner, keine Story-Datei
file-folder-help = eine Datei darin nennen, etwa story.ron
file-device = dies ist ein Gerät oder eine Pipe, keine Datei
file-device-help = den Inhalt in eine Datei kopieren
file-too-large = diese Datei hat { $size } MiB; eine Story-Datei darf { $most } haben
file-too-large-help = die Story auf mehrere Dateien verteilen
file-empty = diese Datei ist leer
file-empty-help = eine Story beginnt mit `Story(format: 1, title: "...", ...)`; das Übrige erklärt data/FORMAT.de.md
file-binary = dies ist kein Text: Die Datei enthält Bytes, die in keinem Text vorkommen
file-binary-of-kind = { $kind ->
    [pdf] dies ist ein PDF-Dokument, kein Text
    [zip] dies ist ein ZIP-Archiv oder ein Office-Dokument, kein Text
    [png] dies ist ein PNG-Bild, kein Text
    [jpeg] dies ist ein JPEG-Bild, kein Text
    [gif] dies ist ein GIF-Bild, kein Text
    [program] dies ist ein Programm, kein Text
    [office] dies ist ein altes Office-Dokument, kein Text
    [compressed] dies ist eine komprimierte Datei, kein Text
   *[database] dies ist eine Datenbank, kein Text
 }
file-binary-help = eine Story-Datei (.ron oder .json) öffnen; sie besteht aus reinem Text
file-utf16 = dieser Text ist als UTF-16 gespeichert
file-utf8-help = als UTF-8 neu speichern; Editoren bieten das unter „Speichern unter“ oder „Kodierung“ an

## Der Text einer Datei

file-not-utf8 = { $count ->
    [one] die Datei ist kein UTF-8: { $count } Zeichen ist nicht lesbar und steht hier
   *[other] die Datei ist kein UTF-8: { $count } Zeichen sind nicht lesbar, das erste davon steht hier
 }
file-byte-order-mark = die Datei beginnt mit einer Byte-Reihenfolge-Marke (BOM); sie wird übergangen
file-byte-order-mark-help = als UTF-8 ohne BOM speichern, falls der Editor danach fragt
file-crlf = die Zeilen enden wie unter Windows (CRLF); sie werden gelesen wie alle anderen

## Wie Datensätze und Werte heißen

# Steht in anderen Meldungen als $what: ohne Artikel und Beugung, da es in jedem Fall stehen kann.
file-record = { $kind ->
    [source] Quelle `{ $id }`
    [passage] Textstelle `{ $id }`
    [actor] Akteur `{ $id }`
    [event] Ereignis `{ $id }`
    [relation] Beziehung `{ $id }`
    [kind] Art `{ $id }`
    [unnamed] `Unnamed` in `said_by` von Textstelle `{ $id }`
   *[step] Schritt `{ $id }`
 }
# Dasselbe mit einem seiner Felder. Steht in anderen Meldungen als $name, auch in problems.ftl.
file-field = { $kind ->
    [source] `{ $field }` von Quelle `{ $id }`
    [passage] `{ $field }` von Textstelle `{ $id }`
    [actor] `{ $field }` von Akteur `{ $id }`
    [event] `{ $field }` von Ereignis `{ $id }`
    [relation] `{ $field }` von Beziehung `{ $id }`
    [kind] `{ $field }` von Art `{ $id }`
    [unnamed] `{ $field }` von `Unnamed` in `said_by` von Textstelle `{ $id }`
   *[step] `{ $field }` von Schritt `{ $id }`
 }
file-field-of-story = `{ $field }` der Story
# $noun: role, label oder reason, was in einer Liste von einer Id gesagt ist. Auch als $name.
file-said-of = { $noun ->
    [role] die Rolle von `{ $id }`
    [label] die Beschriftung von `{ $id }`
   *[reason] die Begründung von `{ $id }`
 }

## Was zu tun ist

file-write = `{ $text }` schreiben
file-add = `{ $text }` ergänzen
file-did-you-mean = ist `{ $name }` gemeint?
file-fields-are = die Felder sind { $fields }
file-write-one-of = eines davon schreiben: { $words }
file-write-quoted = in Anführungszeichen schreiben
file-write-number = { $number } ohne Anführungszeichen schreiben
file-write-flag = `true` oder `false` schreiben, ohne Anführungszeichen
file-write-list = zwischen `[` und `]` schreiben
file-write-braces = `{"{"}` und `{"}"}` schreiben
file-write-pair = { $noun ->
    [role] `{"{"} "id": "Rolle" {"}"}` schreiben
    [label] `{"{"} "id": "Beschriftung" {"}"}` schreiben
   *[reason] `{"{"} "id": "Begründung" {"}"}` schreiben
 }
file-write-pair-or-empty = { $noun ->
    [role] `{"{"} "id": "Rolle" {"}"}` schreiben; die Rolle darf leer sein
    [label] `{"{"} "id": "Beschriftung" {"}"}` schreiben; die Beschriftung darf leer sein
   *[reason] `{"{"} "id": "Begründung" {"}"}` schreiben; die Begründung darf leer sein
 }

## Datensätze und ihre Felder

file-is-written = { $what } ist als `{ $written }` zu schreiben; der Datensatz entfällt
file-wrong-name = { $what } ist als `{ $written }` zu schreiben, nicht als `{ $given }(...)`
file-record-in-braces = { $what } steht in `()`, nicht in `{"{}"}`
file-record-in-parentheses = { $what } steht in JSON in `{"{}"}`, nicht in `()`
file-value-without-name = dieser Wert von { $what } hat keinen Namen
file-quoted-field = der Name eines Feldes steht ohne Anführungszeichen: `{ $field }`
file-unknown-field = { $kind ->
    [source] eine Quelle hat kein Feld `{ $field }`; es wird übergangen
    [passage] eine Textstelle hat kein Feld `{ $field }`; es wird übergangen
    [actor] ein Akteur hat kein Feld `{ $field }`; es wird übergangen
    [event] ein Ereignis hat kein Feld `{ $field }`; es wird übergangen
    [relation] eine Beziehung hat kein Feld `{ $field }`; es wird übergangen
    [kind] eine Art hat kein Feld `{ $field }`; es wird übergangen
    [unnamed] `Unnamed` hat kein Feld `{ $field }`; es wird übergangen
   *[step] ein Schritt hat kein Feld `{ $field }`; es wird übergangen
 }
file-duplicate-field = `{ $field }` ist zweimal angegeben in { $what }; die erste Angabe gilt
file-given-here = hier ist es angegeben
# $comes: einer der Sätze darunter oder in problems.ftl.
file-missing-field = { $what } hat kein `{ $field }`; { $comes }
file-id-is-shown = gezeigt wird stattdessen die Id
file-passage-left-out = die Textstelle entfällt
file-relation-left-out = die Beziehung entfällt

## Werte

file-is-list = { $name } ist eine Liste
file-name-in-list = eine Liste hat keine Namen, `{ $name }` aber ist einer
file-holds-pairs = { $name } enthält Paare in geschweiften Klammern
file-pairs-in-parentheses = { $name } steht in `{"{}"}`, nicht in `()`
file-pairs-in-list = { $name } enthält Paare in geschweiften Klammern, keine Liste
file-holds-pairs-of-texts = { $name } enthält Paare aus einer Id und einem Text
file-number = { $name } ist eine ganze Zahl von { $least } bis { $most }
file-number-from = { $name } ist eine ganze Zahl ab { $least }
file-number-out = { $name } ist eine ganze Zahl von { $least } bis { $most }; { $given } ist es nicht
file-number-from-out = { $name } ist eine ganze Zahl ab { $least }; { $given } ist es nicht
file-is-flag = { $name } ist `true` oder `false`
file-is-one-word = { $name } ist ein einzelnes Wort
file-unquoted-text = { $name } ist ein Text, und Texte stehen in Anführungszeichen
file-number-for-text = { $name } ist ein Text, keine Zahl
file-group-for-text = { $name } ist ein Text; dies ist keiner
file-unquoted-id = der Id `{ $id }` fehlen die Anführungszeichen
file-quoted-word = `{ $word }` steht ohne Anführungszeichen
file-unknown-word = { $name } kann nicht `{ $word }` sein

## Ids

file-record-without-id = { $kind ->
    [source] diese Quelle hat keine Id; sie entfällt
    [passage] diese Textstelle hat keine Id; sie entfällt
    [actor] dieser Akteur hat keine Id; er entfällt
    [event] dieses Ereignis hat keine Id; es entfällt
    [relation] diese Beziehung hat keine Id; sie entfällt
   *[kind] diese Art hat keine Id; sie entfällt
 }
file-write-id = { $kind ->
    [source] `"eine-id": ` davor schreiben, mit einer Id, die keine andere Quelle hat
    [passage] `"eine-id": ` davor schreiben, mit einer Id, die keine andere Textstelle hat
    [actor] `"eine-id": ` davor schreiben, mit einer Id, die kein anderer Akteur hat
    [event] `"eine-id": ` davor schreiben, mit einer Id, die kein anderes Ereignis hat
    [relation] `"eine-id": ` davor schreiben, mit einer Id, die keine andere Beziehung hat
   *[kind] `"eine-id": ` davor schreiben, mit einer Id, die keine andere Art hat
 }
file-empty-id = { $kind ->
    [source] die Id dieser Quelle ist leer; die Quelle entfällt
    [passage] die Id dieser Textstelle ist leer; die Textstelle entfällt
    [actor] die Id dieses Akteurs ist leer; der Akteur entfällt
    [event] die Id dieses Ereignisses ist leer; das Ereignis entfällt
    [relation] die Id dieser Beziehung ist leer; die Beziehung entfällt
   *[kind] die Id dieser Art ist leer; die Art entfällt
 }
file-empty-id-help = ein kurzes Wort schreiben, das sonst keine Id ist
file-duplicate-id = { $kind ->
    [source] es gibt schon eine Quelle `{ $id }`; diese entfällt
    [passage] es gibt schon eine Textstelle `{ $id }`; diese entfällt
    [actor] es gibt schon einen Akteur `{ $id }`; dieser entfällt
    [event] es gibt schon ein Ereignis `{ $id }`; dieses entfällt
    [relation] es gibt schon eine Beziehung `{ $id }`; diese entfällt
   *[kind] es gibt schon eine Art `{ $id }`; diese entfällt
 }
file-duplicate-id-help = einem von beiden eine andere Id geben
file-first-here = hier steht das erste Vorkommen
file-named-twice = { $name } nennt `{ $id }` zweimal; die erste Angabe gilt
file-named-twice-help = { $noun ->
    [role] beide Rollen in einem Text zusammenfassen
    [label] beide Beschriftungen in einem Text zusammenfassen
   *[reason] beide Begründungen in einem Text zusammenfassen
 }

## Die Story und ihre Abschnitte

file-no-format = die Story sagt nicht, in welcher Version des Formats sie geschrieben ist
file-no-format-help = `format: 1,` als erstes Feld ergänzen
file-wrong-format = `format` ist { $number }
file-newer-format = diese Datei ist in Version { $written } des Formats geschrieben, dieses Programm liest Version { $read }
file-newer-format-help = mit einem neueren Throughline öffnen
file-no-title = die Story hat kein `title`
file-unknown-section = eine Story hat keinen Abschnitt `{ $name }`; die Datensätze darin entfallen
file-unknown-story-field = eine Story hat kein Feld `{ $name }`; es wird übergangen
file-section-twice = es gibt zwei Abschnitte `{ $name }`; die Datensätze beider werden gelesen
file-story-field-twice = `{ $name }` ist zweimal angegeben; die erste Angabe gilt
file-section-in-parentheses = die Datensätze von `{ $name }` stehen in `{"{}"}`, nicht in `()`
file-section-holds-records = `{ $name }` enthält Datensätze, jeden mit seiner Id, in geschweiften Klammern

## Quellen

file-unsafe-url = { $name } ist keine Adresse, die geöffnet werden darf; die Angabe entfällt
file-unsafe-url-help = mit `https://`, `http://` oder `mailto:` beginnen lassen
file-path-outside = { $name } nennt eine Datei außerhalb des Ordners der Story; die Angabe entfällt
file-path-outside-help = die Datei neben die Story legen und allein ihren Namen schreiben
file-bad-hash = { $name } ist keine SHA-256-Prüfsumme; die Angabe entfällt
file-bad-hash-help = die 64 Ziffern schreiben, die `sha256sum` für die Datei ausgibt

## Textstellen und von wem sie stammen

file-bad-position = `start` und `end` eines Zitats bezeichnen kein Stück eines Textes; beide entfallen
file-bad-position-help = beide angeben, in Zeichen ab 0 gezählt, `start` vor `end`
file-no-speaker = { $name } sagt nicht, wer gesprochen hat; die Textstelle entfällt
file-no-speaker-help = die Id eines Akteurs schreiben, in Anführungszeichen
# $word: OnRecord, Spokesperson oder Declined.
file-write-speaker = `{ $word }("akteur")` schreiben
file-voices = { $name } sagt, wer gesprochen hat; die Textstelle entfällt
file-voices-help = `OnRecord("akteur")`, `Spokesperson("akteur")`, `Declined("akteur")`, `Unnamed(...)`, `Document` oder `Reporter` schreiben
file-voice-stands-alone = `{ $word }` steht allein, ohne runde Klammern

## Belege, Arten und Warnungen, die stehen bleiben dürfen

file-bearings = { $name } sagt, was jede Textstelle für die Aussage leistet
file-bearings-help = `Supports("textstelle")`, `Disputes("textstelle")` oder `Mentions("textstelle")` schreiben
file-bad-colour = { $name } ist keine Farbe
file-bad-colour-help = in der Form `"#8C3B2E"` schreiben: Rot, Grün und Blau mit je zwei Hexadezimalziffern
# $warning: ein Code, etwa one-source.
file-no-reason = `{ $warning }` soll ohne Begründung stehen bleiben
file-no-reason-help = in wenigen Worten begründen; bis dahin bleibt die Warnung

## Was jeder Code bedeutet

code-missing-file = Es gibt keine solche Datei.
code-folder = Der Pfad ist ein Ordner.
code-not-a-file = Der Pfad ist eine Pipe, ein Socket oder ein Gerät.
code-no-permission = Die Datei darf nicht gelesen werden.
code-unreadable = Das System konnte die Datei nicht lesen.
code-too-large = Die Datei ist größer, als eine Story sein darf.
code-binary-file = Die Datei ist ein Bild, ein Dokument oder ein Programm, kein Text.
code-utf-16 = Der Text ist als UTF-16 gespeichert.
code-not-utf8 = Der Text enthält Bytes, die kein UTF-8 sind.
code-empty-file = Die Datei enthält keinen Text.
code-byte-order-mark = Die Datei beginnt mit einem unsichtbaren Zeichen; es wird übergangen.
code-crlf = Die Zeilen enden wie unter Windows; sie werden gelesen wie alle anderen.
code-not-a-story = Der Text beginnt nicht mit `Story(`.
code-text-after-story = Auf das Ende der Story folgt noch etwas.
code-unclosed-bracket = Eine Klammer wird geöffnet und nie geschlossen.
code-stray-bracket = Eine Klammer wird geschlossen, die nie geöffnet wurde.
code-wrong-bracket = Eine Klammer wird durch eine anderer Art geschlossen.
code-braces-for-parentheses = Ein Datensatz steht in `{"{}"}`; Datensätze stehen in `()`.
code-parentheses-for-braces = Eine Liste von Ids steht in `()`; sie gehört in `{ "{}" }`.
code-unclosed-string = Am Ende eines Textes fehlt ein Anführungszeichen.
code-unclosed-comment = Zu einem `/*` fehlt das `*/`.
code-curly-quotes = Ein Text steht in typografischen Anführungszeichen, wie Textverarbeitungen sie setzen.
code-single-quotes = Ein Text steht in einfachen Anführungszeichen.
code-bad-escape = Auf einen umgekehrten Schrägstrich folgt etwas, das nichts bedeutet.
code-unquoted-text = Einem Text oder einer Id fehlen die Anführungszeichen.
code-quoted-word = Ein Wort des Formats steht in Anführungszeichen.
code-missing-comma = Zwischen zwei Einträgen fehlt ein Komma.
code-extra-comma = Vor einem Komma steht nichts.
code-wrong-separator = Ein `;` steht, wo ein Komma hingehört.
code-missing-colon = Zwischen einem Namen und seinem Wert fehlt ein Doppelpunkt.
code-equals-for-colon = Ein `=` steht, wo ein Doppelpunkt hingehört.
code-missing-value = Ein Name hat keinen Wert.
code-unexpected-text = Etwas steht, wo es keinen Sinn ergibt.
code-unexpected-character = Ein Zeichen bedeutet hier nichts.
code-too-deep = Klammern sind tiefer verschachtelt, als eine Story es braucht.
code-record-too-large = Ein Datensatz enthält mehr Werte, als er darf; der Rest davon entfällt.
code-text-too-long = Ein Text ist länger, als sein Feld es zulässt; der Rest davon entfällt.
code-too-many = Eine Liste enthält mehr, als sie darf; der Rest davon entfällt.
code-misplaced-record = Ein Datensatz steht außerhalb der geschweiften Klammern seines Abschnitts.
code-newer-format = Die Datei ist für eine spätere Version des Programms geschrieben.
code-missing-field = Ein Feld fehlt, das jeder solche Datensatz braucht.
code-unknown-field = Ein Feld hat einen Namen, den das Format nicht kennt; es wird übergangen.
code-unknown-section = Ein Abschnitt hat einen Namen, den das Format nicht kennt; er entfällt.
code-duplicate-field = Ein Feld ist zweimal angegeben; das erste gilt.
code-wrong-type = Ein Wert ist von falscher Art: etwa ein Text statt einer Zahl.
code-wrong-name = Ein Datensatz trägt den Namen einer anderen Art von Datensatz.
code-unknown-word = Ein Wort ist keines von denen, die das Feld zulässt.
code-out-of-range = Eine Zahl ist zu klein oder zu groß für ihr Feld.
code-empty-id = Ein Datensatz hat eine leere Id.
code-bad-date = Ein Datum ist nicht so geschrieben, wie EDTF es verlangt.
code-impossible-date = Ein Datum nennt einen Tag oder einen Monat, den kein Kalender hat.
code-reversed-date = Eine Zeitspanne endet, bevor sie beginnt.
code-date-out-of-range = Ein Datum liegt weiter entfernt, als die Zeitleiste reicht.
code-duplicate-id = Zwei Datensätze eines Abschnitts tragen dieselbe Id; der erste gilt.
code-dangling-reference = Eine Id wird genannt, die kein Datensatz trägt.
code-self-link = Ein Ereignis führt zu sich selbst.
code-part-of-cycle = Ein Akteur ist letztlich Teil seiner selbst.
code-path-outside = Eine Datei wird genannt, die nicht neben der Story liegt.
code-bad-position = `start` und `end` eines Zitats bezeichnen kein Stück eines Textes.
code-bad-hash = Eine SHA-256-Prüfsumme besteht nicht aus 64 Hexadezimalziffern.
code-unsafe-url = Eine Adresse ist weder http noch https noch mailto.
code-unknown-kind = Eine Art sieht nach einem Schreibfehler aus.
code-no-evidence = Ein Ereignis oder eine Beziehung beruht auf keiner Textstelle.
code-one-source = Eine Aussage beruht auf einer einzigen Quelle, die kein maßgebliches Dokument ist, obwohl die Story mehrere Quellen hat.
code-unnamed-alone = Eine Aussage beruht allein auf ungenannten Personen, und ihr Status sagt das nicht.
code-quote-drifted = Ein Zitat steht in seiner Quelle in anderen Worten.
code-quote-moved = Ein Zitat steht in einem anderen Absatz, als seine Textstelle angibt.
code-quote-ambiguous = Ein Zitat steht in seiner Quelle mehr als einmal.
code-quote-not-found = Ein Zitat steht nicht in seiner Quelle.
code-source-unread = Der Text einer Quelle ließ sich nicht lesen.
code-source-changed = Der Text einer Quelle ist nicht die Datei, deren SHA-256-Prüfsumme die Story nennt.
code-bad-filter = Der Filter eines Schritts lässt sich nicht lesen; der Schritt zeigt alles.
code-unused-actor = Ein Akteur ist an nichts beteiligt.
code-unused-passage = Auf einer Textstelle beruht nichts.
code-unused-source = Eine Quelle wird von keiner Textstelle zitiert.
