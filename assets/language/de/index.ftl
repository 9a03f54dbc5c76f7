# Was Suche, Filter und Filterleiste sagen. Was zwischen Gravis-Zeichen steht, wird so eingetippt.

## Was an einem Filter falsch ist

query-field-meant = `{ $word }:` ist kein Feld eines Filters; ist `{ $meant }:` gemeint?
query-field = `{ $word }:` ist kein Feld eines Filters; die Felder sind { $names }
query-value = `{ $field }:` verlangt { $wants ->
        [word] ein Wort
        [date] ein Datum
        [number] eine Zahl
       *[value] einen Wert
    }, wie in `{ $example }`
query-word-meant = `{ $field }:` kennt `{ $word }` nicht; ist `{ $meant }` gemeint?
query-word = `{ $field }:` kennt `{ $word }` nicht; danach steht eines von { $known }
query-nothing = mit `{ $field }:{ $word }` ist in der Story nichts zu finden
query-date = `{ $text }` ist kein Datum: schreiben wie in 2023, 2023-06 oder 2023-06-22
query-number = `{ $field }` verlangt eine Zahl, wie in `{ $field }<2`, `{ $field }>=3` oder `{ $field }:1`
query-open = ein Anführungszeichen ist nicht geschlossen: { $text }
query-long = ein Filter hat höchstens { $most ->
        [one] { $most } Bedingung
       *[other] { $most } Bedingungen
    }

## Die Felder eines Filters: wie sie heißen
# .asks: wonach das Feld fragt, in wenigen Wörtern neben seinem Namen.

query-kind = Art
    .asks = die Art von Ereignis, Beziehung oder Akteur, oder von Beteiligten
query-tag = Schlagwort
    .asks = ein Schlagwort, das die Story vergibt
query-actor = Akteur
    .asks = wer beteiligt ist: ein Name, ein anderer Name oder eine Id
query-place = Ort
    .asks = Wörter der Ortsangabe
query-title = Titel
    .asks = Wörter aus Titel oder Name
query-source = Quelle
    .asks = eine Quelle, auf der es beruht: eine Id oder Wörter des Titels
query-said = Gesagt
    .asks = von wem eine Textstelle stammt, auf der es beruht
query-status = Status
    .asks = wie sicher es ist
query-when = Wann
    .asks = es kann zu dieser Zeit geschehen sein
query-from = Von
    .asks = davor noch nicht zu Ende
query-to = Bis
    .asks = nicht erst danach begonnen
query-importance = Gewicht
    .asks = wie viel Gewicht die Story ihm gibt, 1 bis 5
query-voice = Gesagt von
    .asks = wie benannt ist, wer spricht
query-voices = Stimmen
    .asks = unabhängige Stimmen, auf denen es beruht
query-sources = Quellen
    .asks = Quellen, auf denen es beruht
query-rests = Beruht auf
    .asks = es beruht auf nicht mehr als dem
query-check = Zitate
    .asks = wie seine Zitate in ihren Quellen stehen

## Werte in der Filterleiste

facet-voice = { $voice ->
        [on-record] Jemand mit Namen
        [spokesperson] Eine Pressestelle
        [unnamed] Ungenannte
        [declined] Niemand: keine Stellungnahme
        [document] Ein Dokument
       *[reporter] Der Bericht selbst
    }
facet-importance-most = 5, am meisten
facet-importance-usual = 3, wie die meisten
facet-importance-least = 1, am wenigsten

## Von wem eine Textstelle stammt, und wie sie in einer Zeile heißt

index-voice-record = { $name }, namentlich
index-voice-spokesperson = { $name }, Pressestelle
index-voice-declined = { $name }, keine Stellungnahme
index-voice-unnamed-count = { $count ->
        [one] { $count } ungenannte Person
       *[other] { $count } ungenannte Personen
    }
# $described: die Worte der Autoren, etwa „people with knowledge of the subject“.
index-voice-described = { $count } { $described }
index-voice-unnamed = Ungenannte Personen
index-voice-document = Das Dokument selbst
index-voice-reporter = Der Bericht selbst, mit eigener Stimme
