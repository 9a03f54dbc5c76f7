# What the sidebar says of an item, the ledger of claims, and what exports print of both.

## Facts

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
# $wording: what the source says of a date; $basis: the date or the title that it was counted from
details-wording-counted = „{ $wording }“, gezählt ab { $basis }
# Roles of actors that belong to a group
details-part-of = Teil von
details-member = Mitglied

## What a page is about

details-story = Die Story
details-relation = Beziehung
details-passage = Textstelle
details-source = Quelle
details-selected = Ausgewählt

## Headings of lists

details-prominent = Wichtigste Ereignisse
details-events = Ereignisse
details-relations = Beziehungen
details-sources = Quellen
# Other versions of an event
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
# Relations between selected actors
details-selected-between = Untereinander

## Evidence

# What a passage does for what rests on it
details-supported = gestützt
details-disputed = infrage gestellt
details-mentioned = erwähnt
# Headings of the passages that do so
details-supporting = Belege
details-against = Dagegen
details-mentioning = Erwähnt in
details-no-evidence = Keine Belege
# How much a claim rests on; sources only where there are several
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
# Who says so: of a version of an event
details-nobody-quoted = niemand wird dafür zitiert
# $reason: the author’s words
details-remark-accepted = Bewusst so belassen: { $reason }
details-remark-ambiguous =
    { $count ->
        [one] An { $count } Stelle
       *[other] An { $count } Stellen
    }: Abs.{"\u00A0"}{ $paragraphs }
details-remark-moved = Steht in Abs.{"\u00A0"}{ $paragraph } des vorliegenden Textes

## Where a passage stands

details-place-paragraph = Abs.{"\u00A0"}{ $number }
details-place-page = S.{"\u00A0"}{ $page }

## Kinds of items

details-kind-event = Ereignis
details-kind-actor = Akteur
details-kind-relation = Beziehung
details-kind-passage = Textstelle
details-kind-source = Quelle

## How two actors are joined

details-between = Zwei Akteure
details-between-title = { $first } und { $second }
details-between-none = Keine Beziehungen führen vom einen zum anderen.
details-between-only = Durch 1 Weg mit { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritten
    } verbunden.
# $longest: steps of the ways that were looked for
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

## Two actors side by side

details-compare-between = Zwischen beiden
details-compare-common = Verbindungen zu denselben Akteuren
details-compare-alone = Verbindungen nur eines der beiden
details-compare-events = Ereignisse

## What a view leaves out

# $parts: the messages below, parted by commas
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

## Whether something is in force as of a date

details-in-force = In Kraft, Stand { $at }
details-in-force-perhaps = Vielleicht in Kraft, Stand { $at }
details-in-force-between = In Kraft vom { $since } bis zum { $at }
details-began = Begann zwischen dem { $since } und dem { $at }
details-ended = Endete zwischen dem { $since } und dem { $at }
details-passed = Begann und endete zwischen dem { $since } und dem { $at }
details-not-in-force = Nicht in Kraft, Stand { $at }
details-not-yet-in-force = Nicht in Kraft, Stand { $at }: beginnt erst später
details-no-longer-in-force = Nicht in Kraft, Stand { $at }: endete schon vorher

## The ledger of claims

details-ledger-date = Datum
details-ledger-claim = Aussage
details-ledger-kind = Art
details-ledger-status = Status
details-ledger-voices = Stimmen
details-ledger-sources = Quellen
details-ledger-check = Zitate
details-ledger-by-nothing = Ohne Gruppen
details-ledger-by-source = Nach Quelle
details-ledger-by-voice = Nach Stimme
# Heading of the claims that rest on no source or no voice
details-ledger-nothing = Nichts
# A voice that a source has besides those of people
details-ledger-document = { $source } (Dokument)
details-ledger-reporter = { $source } (Berichterstatter)
# Who speaks for a claim
details-ledger-nobody = niemand
details-ledger-speakers = { $count }: { $first } und { $more } weitere
details-ledger-disputed = { $voices }; { $count } dagegen
# Title of the table in Markdown
details-ledger-title = { $story }: Aussagen

## The chronology in Markdown

# $query: the filter in the language of queries
details-chronology-filtered = {"*"}Nur was der Filter durchlässt:* `{ $query }`
details-chronology-aside = {"*"}Alles; auf dem Bildschirm tritt nur hervor, was der Filter durchlässt:* `{ $query }`
# Heading of events whose beginning is open
details-chronology-open = Offener Anfang
details-chronology-undated = Ohne Datum
details-chronology-relations = Wer mit wem verbunden ist
details-chronology-sources = Quellen
details-chronology-no-evidence = keine Belege
# $footnotes: their signs, which follow without a blank
details-chronology-against = Dagegen:{ $footnotes }

## Footnotes and quotations that are copied

details-footnote = „{ $quote }“ ({ $who }). { $citation }
details-footnote-placed = „{ $quote }“ ({ $who }), { $place }. { $citation }
# $state: one of the messages evidence-state-…
details-unverified = nicht bestätigt: { $state }
