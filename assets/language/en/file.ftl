# What is wrong in a story file, and what to do about it. Messages are sentences without their full stop, and begin with a
# small letter where the language lets them. What stands between backticks is spelt as in the file and is not translated.

## How much a problem matters

# Before a problem in a report of the command line: "error[bad-date]: …".
file-severity-error = error
file-severity-warning = warning
file-severity-note = note

## Counts

file-report-no-problems = 0 problems
file-report-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
 }
file-report-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
 }
file-report-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }
# Last in a list such as "1,000 errors, 12 more that are not listed".
file-report-unlisted = { $count } more that are not listed
# The problems are such a list; each other variable one of `count-` in story.ftl.
file-report-summary = { $problems } ({ $actors }, { $events }, { $relations }, { $passages }, { $sources })
# Problems of one code beyond those that are shown one by one.
file-report-more = { $count } more
# Before what to do about a problem: "help: write …".
file-report-help = help

## Files from which no story can be read

file-missing = there is no such file
file-missing-help = check the path; a story file usually ends in .ron
file-no-permission = this file may not be read by you
file-no-permission-help = ask its owner for permission, or copy it to a folder of yours
# The error is what the system says.
file-unreadable = the file could not be read: { $error }
file-unreadable-help = try again, or copy the file to another disk
file-folder = this is a folder, not a story file
file-folder-help = name a file in it, such as story.ron
file-device = this is a device or a pipe, not a file
file-device-help = copy what it holds into a file
file-too-large = this file has { $size } MiB; a story file may have { $most }
file-too-large-help = divide the story into several files
file-empty = this file is empty
file-empty-help = a story begins with `Story(format: 1, title: "...", ...)`; data/FORMAT.md explains the rest
file-binary = this is not a text: it holds bytes that no text has
file-binary-of-kind = { $kind ->
    [pdf] this is a PDF document, not a text
    [zip] this is a ZIP archive, or an office document, not a text
    [png] this is a PNG picture, not a text
    [jpeg] this is a JPEG picture, not a text
    [gif] this is a GIF picture, not a text
    [program] this is a program, not a text
    [office] this is an old office document, not a text
    [compressed] this is a compressed file, not a text
   *[database] this is a database, not a text
 }
file-binary-help = open a story file (.ron or .json), which is plain text
file-utf16 = this text is saved as UTF-16
file-utf8-help = save it again as UTF-8; editors offer that under Save As or Encoding

## The text of a file

file-not-utf8 = { $count ->
    [one] the file is not UTF-8: { $count } character can't be read, the first of them here
   *[other] the file is not UTF-8: { $count } characters can't be read, the first of them here
 }
file-byte-order-mark = the file begins with a byte order mark; it is skipped
file-byte-order-mark-help = save it as UTF-8 without BOM, if your editor asks
file-crlf = lines end as on Windows (CRLF); they are read as any others

## What records and values are called

# The kind is source, passage, actor, event, relation, kind, step or unnamed; the id of unnamed people is that of the passage.
# Stands in other messages as $what, so it has to fit each of their places.
file-record = { $kind ->
    [unnamed] people that `said_by` of passage `{ $id }` leaves unnamed
   *[other] { $kind } `{ $id }`
 }
# The same with one of its fields. Stands in other messages as $name, and in those of problems.ftl.
file-field = { $kind ->
    [unnamed] `{ $field }` of people that `said_by` of passage `{ $id }` leaves unnamed
   *[other] `{ $field }` of { $kind } `{ $id }`
 }
# A field of the story itself, also as $name.
file-field-of-story = `{ $field }` of the story
# The noun is role, label or reason: what is said of an id in a list. Also as $name.
file-said-of = the { $noun } of `{ $id }`

## What to do

# The text is spelt as in the file.
file-write = write `{ $text }`
file-add = add `{ $text }`
file-did-you-mean = did you mean `{ $name }`?
file-fields-are = the fields are { $fields }
file-write-one-of = write one of { $words }
file-write-quoted = write it in quotation marks
file-write-number = write { $number } without quotation marks
file-write-flag = write `true` or `false`, without quotation marks
file-write-list = write it in `[` and `]`
file-write-braces = write `{"{"}` and `{"}"}`
# The noun is role, label or reason.
file-write-pair = write `{"{"} "id": "{ $noun }" {"}"}`
file-write-pair-or-empty = write `{"{"} "id": "{ $noun }" {"}"}`; a { $noun } may be empty

## Records and their fields

file-is-written = { $what } is written `{ $written }`; it is left out
file-wrong-name = { $what } is written `{ $written }`, not `{ $given }(...)`
file-record-in-braces = { $what } stands in `()`, not in `{"{}"}`
file-record-in-parentheses = { $what } stands in `{"{}"}` in JSON, not in `()`
file-value-without-name = this value of { $what } has no name
file-quoted-field = the name of a field stands without quotation marks: `{ $field }`
# The kind is as in file-record.
file-unknown-field = { $kind ->
    [actor] an actor has no field `{ $field }`; it is ignored
    [event] an event has no field `{ $field }`; it is ignored
    [unnamed] unnamed people have no field `{ $field }`; it is ignored
   *[other] a { $kind } has no field `{ $field }`; it is ignored
 }
file-duplicate-field = `{ $field }` is given twice in { $what }; the first counts
# Where that field was given first.
file-given-here = it was given here
# What comes of it is one of the sentences below, or of those in problems.ftl.
file-missing-field = { $what } has no `{ $field }`; { $comes }
file-id-is-shown = its id is shown for it
file-passage-left-out = the passage is left out
file-relation-left-out = the relation is left out

## Values

file-is-list = { $name } is a list
file-name-in-list = a list has no names, and `{ $name }` is one
file-holds-pairs = { $name } holds pairs in braces
file-pairs-in-parentheses = { $name } stands in `{"{}"}`, not in `()`
file-pairs-in-list = { $name } holds pairs in braces, not a list
file-holds-pairs-of-texts = { $name } holds pairs of an id and a text
file-number = { $name } is a whole number from { $least } to { $most }
file-number-from = { $name } is a whole number from { $least } up
file-number-out = { $name } is a whole number from { $least } to { $most }; { $given } is not
file-number-from-out = { $name } is a whole number from { $least } up; { $given } is not
file-is-flag = { $name } is `true` or `false`
file-is-one-word = { $name } is one word
file-unquoted-text = { $name } is a text, and texts stand in quotation marks
file-number-for-text = { $name } is a text, not a number
file-group-for-text = { $name } is a text; this is not one
file-unquoted-id = the id `{ $id }` lacks its quotation marks
file-quoted-word = `{ $word }` stands without quotation marks
file-unknown-word = { $name } cannot be `{ $word }`

## Ids

# The kind is source, passage, actor, event, relation or kind.
file-record-without-id = this { $kind } has no id; it is left out
file-write-id = write `"an-id": ` before it, with an id that no other { $kind } has
file-empty-id = the id of this { $kind } is empty; it is left out
file-empty-id-help = write a short word that no other has
file-duplicate-id = { $kind ->
    [actor] there is already an actor `{ $id }`; this one is left out
    [event] there is already an event `{ $id }`; this one is left out
   *[other] there is already a { $kind } `{ $id }`; this one is left out
 }
file-duplicate-id-help = give one of them another id
# Where the first of two is that bear one id or one name.
file-first-here = the first is here
file-named-twice = { $name } names `{ $id }` twice; the first counts
# The noun is role, label or reason.
file-named-twice-help = write both { $noun }s into one text

## The story and its sections

file-no-format = the story does not say which version of the format it is written in
file-no-format-help = add `format: 1,` as its first field
file-wrong-format = `format` is { $number }
file-newer-format = this file is written in version { $written } of the format, and this program reads version { $read }
file-newer-format-help = open it with a newer Throughline
file-no-title = the story has no `title`
file-unknown-section = a story has no `{ $name }`; its records are left out
file-unknown-story-field = a story has no `{ $name }`; it is ignored
file-section-twice = there are two sections `{ $name }`; the records of both are read
file-story-field-twice = `{ $name }` is given twice; the first counts
file-section-in-parentheses = the records of `{ $name }` stand in `{"{}"}`, not in `()`
file-section-holds-records = `{ $name }` holds records, each with its id, in braces

## Sources

file-unsafe-url = { $name } is no address that may be opened; it is left out
file-unsafe-url-help = begin it with `https://`, `http://` or `mailto:`
file-path-outside = { $name } names a file outside the story's folder; it is left out
file-path-outside-help = put the file beside the story and write its name alone
file-bad-hash = { $name } is no SHA-256; it is left out
file-bad-hash-help = write the 64 digits that `sha256sum` prints for the file

## Passages and who said them

file-bad-position = a quotation's `start` and `end` are no stretch of a text; both are left out
file-bad-position-help = give both, counted in characters from 0, `start` before `end`
file-no-speaker = { $name } does not say who; the passage is left out
file-no-speaker-help = write the id of one actor, in quotation marks
# The word is OnRecord, Spokesperson or Declined.
file-write-speaker = write `{ $word }("actor")`
file-voices = { $name } says who spoke; the passage is left out
file-voices-help = write `OnRecord("actor")`, `Spokesperson("actor")`, `Declined("actor")`, `Unnamed(...)`, `Document` or `Reporter`
file-voice-stands-alone = `{ $word }` stands alone, without parentheses

## Evidence, kinds and warnings that may stand

file-bearings = { $name } says what each passage does for the claim
file-bearings-help = write `Supports("passage")`, `Disputes("passage")` or `Mentions("passage")`
file-bad-colour = { $name } is no colour
file-bad-colour-help = write it as `"#8C3B2E"`: red, green and blue in two hexadecimal digits each
# The warning is a code such as one-source.
file-no-reason = `{ $warning }` is let stand without a reason
file-no-reason-help = say why in a few words; until then the warning stays

## What each code means

code-missing-file = There is no such file.
code-folder = The path is a folder.
code-not-a-file = The path is a pipe, a socket or a device.
code-no-permission = The file may not be read.
code-unreadable = The system could not read the file.
code-too-large = The file is larger than a story may be.
code-binary-file = The file is a picture, a document or a program, not text.
code-utf-16 = The text is saved as UTF-16.
code-not-utf8 = The text holds bytes that are not UTF-8.
code-empty-file = The file holds no text.
code-byte-order-mark = The file begins with an invisible mark; it is skipped.
code-crlf = Lines end as on Windows; they are read as any others.
code-not-a-story = The text does not begin with `Story(`.
code-text-after-story = Something follows the end of the story.
code-unclosed-bracket = A bracket is opened and never closed.
code-stray-bracket = A bracket is closed that was never opened.
code-wrong-bracket = A bracket is closed by one of another kind.
code-braces-for-parentheses = A record stands in `{"{}"}`; records stand in `()`.
code-parentheses-for-braces = A list of ids stands in `()`; it stands in `{"{}"}`.
code-unclosed-string = A quotation mark is missing at the end of a text.
code-unclosed-comment = A `/*` has no `*/`.
code-curly-quotes = A text stands in curly quotation marks, as word processors make them.
code-single-quotes = A text stands in single quotation marks.
code-bad-escape = A backslash is followed by something that means nothing.
code-unquoted-text = A text or an id lacks its quotation marks.
code-quoted-word = A word of the format stands in quotation marks.
code-missing-comma = Two entries have no comma between them.
code-extra-comma = A comma has nothing before it.
code-wrong-separator = A `;` stands where a comma belongs.
code-missing-colon = A name and its value have no colon between them.
code-equals-for-colon = A `=` stands where a colon belongs.
code-missing-value = A name has no value.
code-unexpected-text = Something stands where it makes no sense.
code-unexpected-character = A character means nothing here.
code-too-deep = Brackets are nested deeper than any story needs.
code-record-too-large = A record holds more values than a record may; the rest of it is left out.
code-text-too-long = A text is longer than its field takes; the rest of it is left out.
code-too-many = A list holds more than it may; the rest of it is left out.
code-misplaced-record = A record stands outside the braces of its section.
code-newer-format = The file is written for a later version of the program.
code-missing-field = A field that every such record needs is missing.
code-unknown-field = A field has a name that the format does not know; it is ignored.
code-unknown-section = A section has a name that the format does not know; it is left out.
code-duplicate-field = A field is given twice; the first counts.
code-wrong-type = A value is of the wrong kind: text for a number, say.
code-wrong-name = A record bears the name of another kind of record.
code-unknown-word = A word is none of those that the field allows.
code-out-of-range = A number is too small or too large for its field.
code-empty-id = A record has an empty id.
code-bad-date = A date is not written as EDTF has it.
code-impossible-date = A date names a day or a month that no calendar has.
code-reversed-date = An interval ends before it begins.
code-date-out-of-range = A date lies further away than the timeline reaches.
code-duplicate-id = Two records of one section bear the same id; the first counts.
code-dangling-reference = An id is named that no record bears.
code-self-link = An event leads to itself.
code-part-of-cycle = An actor is, in the end, part of itself.
code-path-outside = A file is named that does not stand beside the story.
code-bad-position = A quotation's `start` and `end` are no stretch of a text.
code-bad-hash = A SHA-256 is not 64 hexadecimal digits.
code-unsafe-url = An address is neither http, https nor mailto.
code-unknown-kind = A kind looks like a misspelt one.
code-no-evidence = An event or a relation rests on no passage.
code-one-source = A claim rests on one source alone, which is no document of record, in a story that has several.
code-unnamed-alone = A claim rests on unnamed people alone, and its status does not say so.
code-quote-drifted = A quotation stands in its source in other words.
code-quote-moved = A quotation stands in another paragraph than its passage says.
code-quote-ambiguous = A quotation stands in its source more than once.
code-quote-not-found = A quotation is not in its source.
code-source-unread = The text of a source could not be read.
code-source-changed = The text of a source is not the file whose SHA-256 the story has.
code-bad-filter = The filter of a step cannot be read; the step shows everything.
code-unused-actor = An actor takes part in nothing.
code-unused-passage = Nothing rests on a passage.
code-unused-source = No passage quotes a source.
