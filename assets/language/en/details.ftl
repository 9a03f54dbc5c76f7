# What the sidebar says of an item, the ledger of claims, and what exports print of both.

## Facts

details-wording = In the source
details-reported = Reported
details-place = Place
details-tags = Tags
details-notes = Notes
details-aliases = Also known as
details-author = Author
details-publisher = Publisher
details-language = Language
details-undated = undated
# $wording: what the source says of a date; $basis: the date or the title that it was counted from
details-wording-counted = “{ $wording }”, counted from { $basis }
# Roles of actors that belong to a group
details-part-of = part of
details-member = member

## What a page is about

details-story = The story
details-relation = Relation
details-passage = Passage
details-source = Source
details-selected = Selected

## Headings of lists

details-prominent = Most important events
details-events = Events
details-relations = Relations
details-sources = Sources
# Other versions of an event
details-versions = Told otherwise
details-follows = Follows from
details-leads = Leads to
details-around = Around it
details-bears-on = Relations it bears on
details-between-same = Between the same two
details-resting = What rests on it
details-all-passages = Passages
details-first-passages = The first { $count } passages
details-selected-actors = Selected actors
details-selected-events = Selected events
details-selected-relations = Selected relations
details-selected-passages = Selected passages
details-selected-sources = Selected sources
# Relations between selected actors
details-selected-between = Between them

## Evidence

# What a passage does for what rests on it
details-supported = supported
details-disputed = disputed
details-mentioned = mentioned
# Headings of the passages that do so
details-supporting = Evidence
details-against = Against
details-mentioning = Mentioned in
details-no-evidence = No evidence
# How much a claim rests on; sources only where there are several
details-note =
    { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, { $voices ->
        [one] { $voices } voice
       *[other] { $voices } voices
    }{ $against ->
        [0] {""}
       *[other] ; { $against } against
    }{ $sources ->
        [0] {""}
        [one] {""}
       *[other] , { $sources } sources
    }
# Who says so: of a version of an event
details-nobody-quoted = nobody is quoted for it
# $reason: the author’s words
details-remark-accepted = Let stand by the author: { $reason }
details-remark-ambiguous = In { $count ->
        [one] { $count } place
       *[other] { $count } places
    }: ¶{"\u00A0"}{ $paragraphs }
details-remark-moved = It stands in ¶{"\u00A0"}{ $paragraph } of the text at hand

## Where a passage stands

details-place-paragraph = ¶{"\u00A0"}{ $number }
details-place-page = p.{"\u00A0"}{ $page }

## Kinds of items

details-kind-event = Event
details-kind-actor = Actor
details-kind-relation = Relation
details-kind-passage = Passage
details-kind-source = Source

## How two actors are joined

details-between = Two actors
details-between-title = { $first } and { $second }
details-between-none = No relations lead from one to the other.
details-between-only = Joined by 1 way of { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }.
# $longest: steps of the ways that were looked for
details-between-ways = Joined by { $count ->
        [one] { $count } way
       *[other] { $count } ways
    } of up to { $longest } steps; the shortest has { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }.
details-between-at-least = Joined by at least { $count ->
        [one] { $count } way
       *[other] { $count } ways
    } of up to { $longest } steps; the shortest has { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }.
details-between-way = Way { $number }: { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }

## Two actors side by side

details-compare-between = Between them
details-compare-common = Ties to the same actors
details-compare-alone = Ties of one alone
details-compare-events = Events

## What a view leaves out

# $parts: the messages below, parted by commas
details-hidden = { $parts } hidden
details-dimmed = { $parts } dimmed
details-part-events =
    { $some } of { $all ->
        [one] { $all } event
       *[other] { $all } events
    }
details-part-relations =
    { $some } of { $all ->
        [one] { $all } relation
       *[other] { $all } relations
    }
details-part-actors =
    { $some } of { $all ->
        [one] { $all } actor
       *[other] { $all } actors
    }

## Whether something is in force as of a date

details-in-force = In force as of { $at }
details-in-force-perhaps = Perhaps in force as of { $at }
details-in-force-between = In force from { $since } to { $at }
details-began = Began between { $since } and { $at }
details-ended = Ended between { $since } and { $at }
details-passed = Began and ended between { $since } and { $at }
details-not-in-force = Not in force as of { $at }
details-not-yet-in-force = Not in force as of { $at }: it begins later
details-no-longer-in-force = Not in force as of { $at }: it ended before

## The ledger of claims

details-ledger-date = Date
details-ledger-claim = Claim
details-ledger-kind = Kind
details-ledger-status = Status
details-ledger-voices = Voices
details-ledger-sources = Sources
details-ledger-check = Quotations
details-ledger-by-nothing = Not grouped
details-ledger-by-source = By source
details-ledger-by-voice = By voice
# Heading of the claims that rest on no source or no voice
details-ledger-nothing = Nothing
# A voice that a source has besides those of people
details-ledger-document = { $source } (document)
details-ledger-reporter = { $source } (reporter)
# Who speaks for a claim
details-ledger-nobody = nobody
details-ledger-speakers = { $count }: { $first } and { $more } more
details-ledger-disputed = { $voices }; { $count } against
# Title of the table in Markdown
details-ledger-title = { $story }: claims

## The chronology in Markdown

# $query: the filter in the language of queries
details-chronology-filtered = {"*"}Only what passes the filter* `{ $query }`
details-chronology-aside = {"*"}All of it; on screen only what passes the filter* `{ $query }` *stands out*
# Heading of events whose beginning is open
details-chronology-open = Open beginnings
details-chronology-undated = Undated
details-chronology-relations = Who is connected
details-chronology-sources = Sources
details-chronology-no-evidence = no evidence
# $footnotes: their signs, which follow without a blank
details-chronology-against = Against it:{ $footnotes }

## Footnotes and quotations that are copied

details-footnote = “{ $quote }” ({ $who }). { $citation }
details-footnote-placed = “{ $quote }” ({ $who }), { $place }. { $citation }
# $state: one of the messages evidence-state-…
details-unverified = not verified: { $state }
