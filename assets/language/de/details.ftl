# Was die Details von einem Eintrag sagen, die Aussagenliste, und was Exporte von beidem drucken.

## Angaben

details-wording = In der Quelle
details-reported = Berichtet
details-place = Ort
details-tags = Schlagwörter
details-notes = Anmerkungen
details-aliases = Auch bekannt als
details-author = Verfasst von
details-publisher = Veröffentlicht von
details-language = Sprache
details-undated = ohne Datum
# $wording: was die Quelle zum Datum sagt; $basis: das Datum oder der Titel, von dem an gerechnet wird.
details-wording-counted = „{ $wording }“, gerechnet ab { $basis }
# Rollen von Akteuren, die zu einer Gruppe gehören.
details-part-of = Teil von
details-member = Mitglied

## Wovon eine Seite handelt

details-story = Die Story
details-relation = Beziehung
details-passage = Textstelle
details-source = Quelle
details-selected = Ausgewählt

## Überschriften von Listen

details-prominent = Wichtigste Ereignisse
details-events = Ereignisse
details-relations = Beziehungen
details-sources = Quellen
# Andere Fassungen eines Ereignisses.
details-versions = Anders erzählt
details-follows = Folgt aus
details-leads = Führt zu
details-around = Im Umfeld
details-bears-on = Betroffene Beziehungen
details-between-same = Zwischen denselben beiden
details-resting = Was darauf beruht
details-all-passages = Textstellen
details-first-passages = Die ersten { $count } Textstellen
details-selected-actors = Ausgewählte Akteure
details-selected-events = Ausgewählte Ereignisse
details-selected-relations = Ausgewählte Beziehungen
details-selected-passages = Ausgewählte Textstellen
details-selected-sources = Ausgewählte Quellen
# Beziehungen zwischen ausgewählten Akteuren.
details-selected-between = Untereinander

## Belege

# Was eine Textstelle für das leistet, was auf ihr beruht.
details-supported = gestützt
details-disputed = bestritten
details-mentioned = erwähnt
# Überschriften der Textstellen, die das tun.
details-supporting = Belege
details-against = Dagegen
details-mentioning = Erwähnt in
details-no-evidence = Keine Belege
# Worauf eine Aussage beruht; Quellen nur, wo es mehrere sind.
details-note =
    { $passages ->
        [one] { $passages } Textstelle
       *[other] { $passages } Textstellen
    }, { $voices ->
        [one] { $voices } Stimme
       *[other] { $voices } Stimmen
    }{ $against ->
        [0] {""}
       *[other] ; { $against } dagegen
    }{ $sources ->
        [0] {""}
        [one] {""}
       *[other] , { $sources } Quellen
    }
# Wer es sagt: von einer Fassung eines Ereignisses.
details-nobody-quoted = niemand wird dafür zitiert
# $reason: die Worte der Autoren.
details-remark-accepted = Bewusst so belassen: { $reason }
details-remark-ambiguous =
    { $count ->
        [one] An { $count } Stelle
       *[other] An { $count } Stellen
    }: Abs.{"\u00A0"}{ $paragraphs }
details-remark-moved = Steht in Abs.{"\u00A0"}{ $paragraph } des vorliegenden Textes

## Wo eine Textstelle steht

details-place-paragraph = Abs.{"\u00A0"}{ $number }
details-place-page = S.{"\u00A0"}{ $page }

## Arten von Einträgen

details-kind-event = Ereignis
details-kind-actor = Akteur
details-kind-relation = Beziehung
details-kind-passage = Textstelle
details-kind-source = Quelle

## Was zwei Akteure verbindet

details-between = Zwei Akteure
details-between-title = { $first } und { $second }
details-between-none = Keine Beziehung führt vom einen zum anderen.
details-between-only = Durch 1 Weg mit { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritten
    } verbunden.
# $longest: Schritte der Wege, nach denen gesucht wurde.
details-between-ways = Durch { $count ->
        [one] { $count } Weg
       *[other] { $count } Wege
    } mit bis zu { $longest } Schritten verbunden; der kürzeste hat { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    }.
details-between-at-least = Durch mindestens { $count ->
        [one] { $count } Weg
       *[other] { $count } Wege
    } mit bis zu { $longest } Schritten verbunden; der kürzeste hat { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    }.
details-between-way = Weg { $number }: { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    }

## Zwei Akteure nebeneinander

details-compare-between = Zwischen beiden
details-compare-common = Verbindungen zu denselben Akteuren
details-compare-alone = Verbindungen nur eines der beiden
details-compare-events = Ereignisse

## Was eine Ansicht auslässt

# $parts: die Meldungen darunter, mit Kommas dazwischen.
details-hidden = { $parts } ausgeblendet
details-dimmed = { $parts } abgeschwächt
details-part-events =
    { $some } von { $all ->
        [one] { $all } Ereignis
       *[other] { $all } Ereignissen
    }
details-part-relations =
    { $some } von { $all ->
        [one] { $all } Beziehung
       *[other] { $all } Beziehungen
    }
details-part-actors =
    { $some } von { $all ->
        [one] { $all } Akteur
       *[other] { $all } Akteuren
    }

## Ob etwas an einem Tag in Kraft ist

details-in-force = In Kraft, Stand { $at }
details-in-force-perhaps = Vielleicht in Kraft, Stand { $at }
details-in-force-between = In Kraft vom { $since } bis zum { $at }
details-began = Begann zwischen dem { $since } und dem { $at }
details-ended = Endete zwischen dem { $since } und dem { $at }
details-passed = Begann und endete zwischen dem { $since } und dem { $at }
details-not-in-force = Nicht in Kraft, Stand { $at }
details-not-yet-in-force = Nicht in Kraft, Stand { $at }: beginnt erst später
details-no-longer-in-force = Nicht in Kraft, Stand { $at }: endete schon vorher

## Die Aussagenliste

details-ledger-date = Datum
details-ledger-claim = Aussage
details-ledger-kind = Art
details-ledger-status = Status
details-ledger-voices = Stimmen
details-ledger-sources = Quellen
details-ledger-check = Zitate
details-ledger-by-nothing = Nicht gruppiert
details-ledger-by-source = Nach Quelle
details-ledger-by-voice = Nach Stimme
# Überschrift der Aussagen, die auf keiner Quelle oder keiner Stimme beruhen.
details-ledger-nothing = Nichts
# Eine Stimme, die eine Quelle neben denen von Personen hat.
details-ledger-document = { $source } (Dokument)
details-ledger-reporter = { $source } (Bericht)
# Wer für eine Aussage spricht.
details-ledger-nobody = niemand
details-ledger-speakers = { $count }: { $first } und { $more } weitere
details-ledger-disputed = { $voices }; { $count } dagegen
# Titel der Tabelle in Markdown.
details-ledger-title = { $story }: Aussagen

## Die Chronologie in Markdown

# $query: der Filter, wie er eingetippt wird.
details-chronology-filtered = { "*" }Nur was dem Filter entspricht:* `{ $query }`
details-chronology-aside = { "*" }Alles; auf dem Bildschirm tritt nur hervor, was dem Filter entspricht:* `{ $query }`
# Überschrift der Ereignisse, deren Anfang offen ist.
details-chronology-open = Offener Anfang
details-chronology-undated = Ohne Datum
details-chronology-relations = Wer mit wem verbunden ist
details-chronology-sources = Quellen
details-chronology-no-evidence = keine Belege
# $footnotes: ihre Zeichen, die ohne Leerzeichen folgen.
details-chronology-against = Dagegen:{ $footnotes }

## Fußnoten und kopierte Zitate

details-footnote = „{ $quote }“ ({ $who }). { $citation }
details-footnote-placed = „{ $quote }“ ({ $who }), { $place }. { $citation }
# $state: eine der Meldungen evidence-state-…
details-unverified = nicht bestätigt: { $state }
