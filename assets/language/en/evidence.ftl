# What claims rest on: how quotations stand to their sources, and what is thin or amiss.

## How a quotation stands to its source, within a line; then in a sentence without its full stop

evidence-state-verified = verified
    .meaning = Verified: stands in the source word for word
evidence-state-normalised = normalised
    .meaning = Verified after normalising: stands in the source but for spaces, quotation marks, dashes or case
evidence-state-no-text = no text
    .meaning = No text of the source at hand
evidence-state-drifted = drifted
    .meaning = Drifted: stands in the source in other words
evidence-state-ambiguous = ambiguous
    .meaning = Ambiguous: stands in the source more than once
evidence-state-not-found = not found
    .meaning = Not found in the source

## What claims rest on too thinly

# $kind: event or relation; $code: the warning, as story files name it
evidence-one-source =
    { $kind ->
        [event] event
       *[relation] relation
    } `{ $id }` rests on one source alone
    .suggestion = add a passage from another source, or say why one is enough: `accept: {"{"} "{ $code }": "why" {"}"}`
evidence-unnamed-alone =
    { $kind ->
        [event] event
       *[relation] relation
    } `{ $id }` rests on unnamed people alone
    .suggestion = add somebody who is named, or write `status: Anonymous`, or say why it may stand: `accept: {"{"} "{ $code }": "why" {"}"}`

## What is amiss about the text of a source

# $id: the source; $reason: one of the messages evidence-problem-… as the end of the sentence
evidence-source-unread = the text of source `{ $id }`, `{ $file }`, is not at hand: { $reason }
    .suggestion = put the file beside the story, or leave `text` out
evidence-source-changed = `{ $file }`, the text of source `{ $id }`, is not the file that the story names: its SHA-256 is { $sha }
    .suggestion = look through its passages; then write this SHA-256 instead, or bring back the file

## What is amiss about a quotation

# $id: the passage; $place: one of the messages evidence-place-…
evidence-quote-drifted = passage `{ $id }` stands in `{ $file }` in other words, { $place }: { $differences }
    .suggestion = quote the source word for word
evidence-quote-moved = passage `{ $id }` says paragraph { $said }, but stands in paragraph { $found } of `{ $file }`, { $place }
    .suggestion = write `paragraph: { $found }`
# $places: some of the messages evidence-place-…, parted by semicolons
evidence-quote-ambiguous = passage `{ $id }` stands { $count } times in `{ $file }`: { $places }
    .more = passage `{ $id }` stands { $count } times in `{ $file }`: { $places } and { $more } more
    .suggestion = say which one is meant: the first has `{ $fields }`
    .position = say which one is meant by `start` and `end`
evidence-quote-not-found = passage `{ $id }` is not in `{ $file }`: “{ $quote }”
    .suggestion = look whether the quotation, or the file, has changed

## Where a quotation stands

evidence-place-paragraph = ¶{"\u00A0"}{ $paragraph }
    .page = page { $page }, ¶{"\u00A0"}{ $paragraph }
evidence-place-line = line { $line }
    .page = page { $page }, line { $line }

## Why the words of a source could not be had: what is wrong and what to do

evidence-problem-name = The name of a source must be the bare name of a file beside the story, without a folder; put the file there and name it so.
evidence-problem-missing = There is no file of this name beside the story; copy it into the story's folder or correct the name.
evidence-problem-outside = The file is a link that leads out of the story's folder; put a copy of the file there instead.
evidence-problem-not-a-file = This is a folder, a pipe or a device, not a file; name a file that holds text.
evidence-problem-too-large = The file is larger than 64 MiB, the most that a source may have; keep only the part that is quoted.
evidence-problem-long-markdown = The file is larger than 8 MiB, the most that a Markdown source may have; keep only the part that is quoted, or save it as .txt.
evidence-problem-too-long = The file holds more than 64 MiB of text or a million paragraphs, the most that a source may have; keep only the part that is quoted.
evidence-problem-too-much = The texts of all sources are larger than 512 MiB together, the most that a story may have; divide the story.
evidence-problem-unreadable = The file could not be read ({ $error }); check that you may open it.
evidence-problem-unknown-kind = The words of a source can be read from files that end in .txt, .md, .html or .pdf; save it as one of these.
evidence-problem-not-text = The file does not hold text as its name says; open it in the program that made it and save it as UTF-8 text or PDF.
evidence-problem-no-words = The file has no words that can be read; if it shows scanned pages, have their text recognised first.
evidence-problem-broken = The file is a damaged PDF; open it in a PDF viewer and save it anew.
evidence-problem-locked = The PDF asks for a password; save a copy without one.
evidence-problem-too-hard = Reading the file takes more memory than it may; it is damaged or made to do harm. Save its text as .txt to quote it.
evidence-problem-timeout = Reading the file takes longer than it may; it is damaged or made to do harm. Save its text as .txt to quote it.
evidence-problem-no-helper = The part of the program that reads PDF files could not be started ({ $error }); install the program anew.
evidence-problem-cancelled = The reading was cancelled.
