# What is wrong in a story file: messages begin in lower case in English and have no full stop.

## Corrections that many problems suggest

problem-write = write `{ $text }`
problem-write-text = write `"{ $text }"`
problem-end-with = end it with `{ $end }`
problem-leave-out = leave it out
problem-meant = did you mean `{ $meant }`?

## Texts, comments and characters

problem-comment-unclosed = this comment is never closed
problem-comment-unclosed-hint = end it with `*/`, or begin it with `//` if it is one line long
problem-text-unclosed = this text has no quotation mark at its end
problem-curly-quotes = a text stands in straight quotation marks, not in curly ones
problem-single-quotes = a text stands in double quotation marks, not in single ones
problem-escape = `{ $escape }` means nothing in a text
problem-escape-hint = write `\\` for a backslash, `\"` for a quotation mark
problem-character = `{ $text }` means nothing here

## The story as a whole

problem-no-story = this is no story: a story file begins with `{ $begin }`
problem-no-story-hint = `throughline` without a file shows the story that ships; data/FORMAT.md explains how one is written
problem-story-name = a story file begins with `Story(`, not with `{ $name }`
# Both are pairs of brackets: `()`.
problem-story-brackets = the story stands in `{ $right }`, not in `{ $wrong }`
problem-after-story = the story has ended, and this follows it
problem-after-story-hint = a file holds one `Story(...)`; put everything inside its parentheses
problem-part-unnamed = this has no name
problem-part-unnamed-hint = the story's parts are written `name: value`
problem-outside-sections = `{ $name }` stands outside every section
problem-outside-sections-hint = a `{"}"}` before it may be one too many; it is read as part of the section before
problem-reading-cancelled = the reading was cancelled

## Names, values and what stands between them

problem-no-name-before = there is no name before this
problem-separator = entries are separated by commas
problem-extra-comma = there is nothing before this comma
problem-missing-comma = a comma is missing here
problem-after-value = `{ $text }` makes no sense after a value
problem-after-value-hint = texts stand in one pair of quotation marks; entries are separated by commas
problem-equals = a name and its value are joined by a colon
problem-second-colon = one colon is enough
problem-missing-colon = a colon is missing here
problem-missing-colon-hint = write `:` between a name and its value
problem-no-value = `{ $name }` has no value
problem-no-value-hint = write one after the colon, or leave the name out
problem-record-too-large = a record may hold { $most } values; the rest of this one is left out
problem-record-too-large-hint = divide it into several

## Brackets

problem-bracket-unclosed = this `{ $bracket }` is never closed
problem-bracket-unclosed-hint = write `{ $bracket }` where it ends
problem-bracket-wrong = this `{ $bracket }` closes a `{ $opened }`
problem-bracket-opened = it was opened here
problem-bracket-stray = this `{ $bracket }` closes nothing
problem-too-deep = brackets are nested more than { $most } deep
problem-too-deep-hint = a bracket before this one may be unclosed

## Ids that no record bears

# `by` and `named_by` say what names the other, `kind` and `id` what is named, `comes` what comes of that.
problem-dangling = { $by ->
    [actor] actor
    [event] event
    [relation] relation
    [passage] passage
   *[step] step
 } `{ $named_by }` names { $kind ->
    [actor] an actor
    [event] an event
    [relation] a relation
    [passage] a passage
   *[source] a source
 } `{ $id }`, and there is none; { $comes ->
    [arrow] the arrow is left out
    [part] it takes part in nothing there
    [version] it stands as a version of nothing
    [passage] the passage is left out
    [speaker] nobody stands for these people
    [relation] the relation is left out
    [selection] it is not selected
    [map] the whole map is shown
   *[link] the link is left out
 }
problem-dangling-hint = write the id of { $kind ->
    [actor] an entry in `actors`
    [event] an entry in `events`
    [relation] one in `relations`
    [passage] one in `passages`
   *[source] one in `sources`
 }, or add one
problem-no-basis = `counted_from` names `{ $id }`, which is no source, no event and no date; it is left out
problem-no-basis-hint = write the id of a source or an event, or a date
problem-leads-to-itself = event `{ $event }` leads to itself; the arrow is left out
problem-leads-to-itself-hint = write the id of another event
problem-part-of-itself = `{ $part }` cannot be part of `{ $whole }`, which is itself part of it; the link is left out

## What is not wrong but looks forgotten

problem-no-evidence = { $kind ->
    [event] event
   *[relation] relation
 } `{ $id }` rests on no passage
problem-no-evidence-hint = add `evidence: [Supports("passage")]`
problem-unused-actor = actor `{ $actor }` takes part in nothing
problem-unused-actor-hint = name it in an event or a relation, or leave it out
problem-unused-passage = nothing rests on passage `{ $passage }`
problem-unused-passage-hint = name it in the evidence of an event, a relation or an actor
problem-unused-source = no passage quotes source `{ $source }`
problem-unused-source-hint = add a passage from it, or leave it out
problem-unknown-kind = the kind `{ $kind }` is neither built in nor declared

## Steps

problem-step-id = steps have no ids, and `{ $id }` is one
problem-step-id-hint = write `Step(...)` alone: the order of the list is the order of the steps
problem-too-many-steps = a story has at most { $most } steps; the rest are left out
# Follows "step `3` has no `title`; ".
problem-step-untitled = without a title and a caption it is left out
# The field is named with its record: "`select` of step `3`". The same below.
problem-too-many-entries = { $field } has at most { $most } entries; the rest are left out
problem-text-too-long = { $field } has at most { $most } letters; the rest is left out
problem-date-never-begins = { $field }: nobody knows when `{ $date }` begins; it is left out
problem-date-never-ends = { $field }: nobody knows when `{ $date }` ends; it is left out
problem-date-never-begins-hint = write a date that begins, such as `2023-04`
problem-date-never-ends-hint = write a date that ends, such as `2023-04`
problem-from-after-to = { $field } lies after its `to`; both are left out
problem-from-after-to-hint = write the earlier date in `from`
problem-steps-list = `steps` is a list: it stands in `[` and `]`
problem-no-such-item = `select` of step `{ $step }`: { $why }; it is not selected

## Dates

# The field is named with its record: "`when` of event `letter`".
problem-date-reversed = { $field }: `{ $date }` ends before it begins
problem-date-impossible = { $field }: there is no `{ $date }`: { $why }
problem-date-impossible-hint = write only as much of the date as is known
problem-date-bad = { $field }: `{ $date }` is not a date in EDTF: { $why }
problem-date-bad-hint = write year, month and day with hyphens, as far as they are known: `2023-04-17`, `2023-04`, `2023`; `2022/2023` for an interval, `2023~` for about, `2023?` for uncertain
problem-date-wrong = { $field }: { $why }

## Why a text is no date in EDTF; each follows a colon

problem-edtf-empty = empty input
problem-edtf-ascii = EDTF permits ASCII characters only
problem-edtf-whitespace = whitespace is not allowed
problem-edtf-number-too-large = number out of supported range
problem-edtf-month-digits = month must be two digits (or X)
problem-edtf-day-digits = day must be two digits (or X)
problem-edtf-empty-date = empty date
problem-edtf-year-digits = year must have exactly four digits (or X)
problem-edtf-negative-unspecified = negative years cannot contain unspecified digits
problem-edtf-negative-zero-year = -0000 is not a valid year
problem-edtf-significant-unspecified = significant digits cannot combine with unspecified digits
problem-edtf-significant-four = significant digits must be 1-4 for a four-digit year
problem-edtf-significant-precision = significant-digit years are year-precision only
problem-edtf-month-hyphen = expected '-' before month
problem-edtf-day-hyphen = expected '-' before day
problem-edtf-after-day = unexpected characters after day
problem-edtf-month-or-season = month must be 01-12 or a sub-year code 21-41
problem-edtf-season-day = sub-year groupings cannot carry a day
problem-edtf-month-unspecified = no calendar month matches the unspecified digits
problem-edtf-day-range = day is out of range for the month
problem-edtf-y-digits = expected digits after 'Y'
problem-edtf-y-zeros = leading zeros are not allowed in Y-prefixed years
problem-edtf-exponent-digits = expected digits after exponent 'E'
problem-edtf-exponent-zero = exponential year significand cannot be zero
problem-edtf-exponent-range = exponent out of supported range
problem-edtf-y-small = Y-prefixed years require |year| > 9999
problem-edtf-significant-count = significant digits exceed the year's digit count
problem-edtf-y-precision = Y-prefixed years are year-precision only
problem-edtf-time-t = datetime requires 'T'
problem-edtf-time-complete = date-times require a complete YYYY-MM-DD date
problem-edtf-time-plain = date-times require a plain all-digit date
problem-edtf-month-specified = month must be fully specified
problem-edtf-month-range = month must be 01-12
problem-edtf-time-form = time must be hh:mm:ss
problem-edtf-time-digits = time components must be two digits
problem-edtf-hour-range = hour must be 00-23 (24 is not allowed)
problem-edtf-minute-range = minute must be 00-59
problem-edtf-second-range = second must be 00-60
problem-edtf-shift = time shift must be Z, +hh, +hh:mm or negative
problem-edtf-shift-form = time shift must be ±hh or ±hh:mm
problem-edtf-shift-minutes = shift minutes must be 00-59
problem-edtf-shift-range = time shift exceeds ±14:00
problem-edtf-shift-zero = negative zero time shift is not allowed
problem-edtf-shift-digits = time shift components must be two digits
problem-edtf-interval-slash = interval requires '/'
problem-edtf-interval-slashes = interval must contain exactly one '/'
problem-edtf-interval-undated = interval needs at least one dated endpoint
problem-edtf-interval-reversed = interval end precedes interval start
problem-edtf-open-start = '..'-prefixed date is only allowed as interval start
problem-edtf-open-end = '..'-suffixed date is only allowed as interval end
problem-edtf-set-unclosed = unterminated set
problem-edtf-set-empty = set must contain at least one element
problem-edtf-set-nested = sets cannot nest
problem-edtf-set-element-empty = empty set element
problem-edtf-set-dots = '..' alone is not a set element
problem-edtf-set-many-dots = set element cannot contain multiple '..'
problem-edtf-range-precision = set range endpoints must share precision
problem-edtf-range-reversed = set range end precedes range start
problem-edtf-range-unspecified = set range endpoints cannot contain unspecified digits
problem-edtf-range-qualified = set range endpoints cannot be qualified
problem-edtf-range-season = set range endpoints cannot be seasons
problem-edtf-range-significant = set range endpoints cannot carry significant digits

## Writing files; each follows the path and a colon

problem-write-folder = it is a folder
problem-write-nameless = it has no name
problem-write-unfinished = the folder is full of unfinished files (.part); delete them

## The file beside the story that keeps what was arranged by hand

problem-beside-no-file = { $path } is no plain file; move it away to keep what is arranged by hand
problem-beside-too-large = { $path } is too large to be what this program keeps there
problem-beside-broken = { $path } cannot be read: { $why }; delete it or mend it
problem-beside-newer = { $path } was written by a newer Throughline
