# What searching, filters and the list of facets say. What stands between backticks is typed as it is.

## What is wrong with a filter

query-field-meant = `{ $word }:` is no field of a filter; did you mean `{ $meant }:`?
query-field = `{ $word }:` is no field of a filter; the fields are { $names }
query-value = `{ $field }:` wants { $wants ->
        [word] a word
        [date] a date
        [number] a number
       *[value] a value
    }, as in `{ $example }`
query-word-meant = `{ $field }:` knows no `{ $word }`; did you mean `{ $meant }`?
query-word = `{ $field }:` knows no `{ $word }`; after it comes one of { $known }
query-nothing = nothing in the story is found by `{ $field }:{ $word }`
query-date = `{ $text }` is no date: write it as in 2023, 2023-06 or 2023-06-22
query-number = `{ $field }` wants a number, as in `{ $field }<2`, `{ $field }>=3` or `{ $field }:1`
query-open = a quotation mark is not closed: { $text }
query-long = a filter has at most { $most ->
        [one] { $most } term
       *[other] { $most } terms
    }

## The fields of a filter: what people call them
# .asks: what the field asks for, in a few words that stand beside its name.

query-kind = Kind
    .asks = the kind of event, relation or actor, or of who takes part
query-tag = Tag
    .asks = a label of the author’s
query-actor = Actor
    .asks = who takes part: a name, another name, or an id
query-place = Place
    .asks = words of where it is
query-title = Title
    .asks = words of its title or name
query-source = Source
    .asks = a source it rests on: an id, or words of its title
query-said = Said
    .asks = who said a passage it rests on
query-status = Status
    .asks = how sure it is
query-when = When
    .asks = it may have happened then
query-from = From
    .asks = not over before then
query-to = To
    .asks = not begun after then
query-importance = Importance
    .asks = how weighty the author has it, 1 to 5
query-voice = Said by
    .asks = how somebody who speaks is named
query-voices = Voices
    .asks = independent voices it rests on
query-sources = Sources
    .asks = sources it rests on
query-rests = Rests
    .asks = it rests on no more than this
query-check = Quotations
    .asks = how its quotations stand in their sources

## Values in the list of facets

facet-voice = { $voice ->
        [on-record] Somebody on the record
        [spokesperson] A spokesperson
        [unnamed] Unnamed people
        [declined] Nobody: declined to comment
        [document] A document
       *[reporter] The reporter
    }
facet-importance-most = 5, most
facet-importance-usual = 3, as most are
facet-importance-least = 1, least

## Who said a passage, and what it is called in a line

index-voice-record = { $name }, on the record
index-voice-spokesperson = A spokesperson for { $name }
index-voice-declined = { $name } declined to comment
index-voice-unnamed-count = { $count } unnamed people
# $described: the author's own words, such as "people with knowledge of the subject".
index-voice-described = { $count } { $described }
index-voice-unnamed = Unnamed people
index-voice-document = The document itself
index-voice-reporter = The reporter, in the report’s own voice
