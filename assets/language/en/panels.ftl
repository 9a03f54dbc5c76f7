# The panels beside and about the views, and what the views themselves say in the window.

## Facets

facets-heading = Filters
facets-close = Close the filters
facets-counting = Counting…
facets-nothing-to-filter-by = This story has nothing yet to filter by.
facets-saved-views = Saved views
# Stands before three buttons that say what becomes of it: hide, dim, show.
facets-left-out = What is filtered out
facets-hide-left-out = Hide what is filtered out
facets-dim-left-out = Dim what is filtered out
facets-show-left-out = Show what is filtered out
facets-all-shown = All of the story is shown
facets-clear = Clear
facets-clear-hint = Filter no longer

## Facets: the values of a field

# $name is the heading of a field, such as “Tag”.
facets-open = { $name }, open
facets-folded = { $name }, folded
facets-none-holds-words = None holds these words
facets-none-left = None among what is left
# $field is what a field is called within a sentence, such as “tag”.
facets-find = Find in { $field }
facets-show-few = Show few
facets-show-all = Show all { $count }
facets-show-few-of = Show few of { $field }
facets-show-all-of = Show all { $count } of { $field }
facets-any = any of these
facets-all = all of these
facets-any-chosen = { $field }: any of those chosen; press for all
facets-all-chosen = { $field }: all of those chosen; press for any
facets-any-hint = Items that have any of the chosen values pass; click for all
facets-all-hint = Items that have all of the chosen values pass; click for any
# What a screen reader says of a value: “Tag ice, 3 items, included”.
facets-value = { $field } { $value }, { $count ->
    [one] { $count } item
   *[other] { $count } items
 }{ $choice ->
    [included] , included
    [excluded] , excluded
   *[open] { "" }
 }
facets-exclude = Exclude { $field } { $value }
# $left is a list such as “3 events, 1 relation”.
facets-left = { $left }; { $all } in the whole story
facets-nothing-left = Nothing of what the filter leaves; { $all } in the whole story
facets-row-hint = Click to include, Ctrl+click or Delete to exclude

## Facets: time

facets-time = Time
# What empty fields for dates say of themselves.
facets-from = from
facets-to = to
facets-from-name = From this date
facets-to-name = To this date
facets-date-hint = As in 2022, 2022-06 or 2022-06-14
# $stretch is a stretch of time in words, such as “2022 to 2024”.
facets-histogram = Events by when they begin, { $stretch }
facets-histogram-hint = { $stretch }; drag over a stretch to filter by it

## Search

search-hint = Search names, events, quotations
search-searching = Searching…
search-go-on = Go on typing.
search-none-passes = No event, actor or relation passes “{ $query }”.
search-nothing-has = Nothing has “{ $words }”.
# $counts is a list such as “3 events, 1 actor”.
search-only-these = Show only these: { $counts }
search-only-what-has = Show only what has “{ $words }”
search-quotations = { $count ->
    [one] { $count } quotation
   *[other] { $count } quotations
 }
# Two readings of a date such as 06/07/2023.
search-either = { $one } or { $other }

## Search: what can be chosen

search-more = Show { $count } more
search-heading-actors = Actors
search-heading-events = Events
search-heading-relations = Relations
search-heading-quotations = Quotations
search-heading-sources = Sources
search-heading-nearly = Nearly called so
search-what-was-meant = what was meant?
# What a screen reader says of a row that completes what is typed.
search-write = write { $words }
search-hit = { $kind ->
    [actor] actor
    [event] event
    [relation] relation
    [passage] passage
   *[source] source
 }: { $title }, { $note }
search-undated = undated
# Another name of an actor, by which it was found.
search-also = also “{ $name }”
search-key-tab = Tab
search-count-and-tab = { $count }  ·  Tab
search-key-only = Ctrl+Enter

## Map

map-pane-name = Map
map-pane-arranging = Arranging the map…

## Map: the slider of time

map-pane-time = Time
map-pane-play = Play time
map-pane-play-hint = Play time (P)
map-pane-stop = Stop time
map-pane-stop-hint = Stop time (P)
map-pane-all-times = All times
# The day stands last: it is set in bold.
map-pane-as-of = As of { $day }
map-pane-next-change = Next change: { $day }
map-pane-no-change = Nothing changes after it
map-pane-in-force = { $holding } of { $all } in force
map-pane-dim-unheld = Dim what is not in force
map-pane-hide-unheld = Hide what is not in force
map-pane-show-unheld = Show all alike
map-pane-unheld-hint = What becomes of relations that are not in force
map-pane-follow = Follow the timeline
map-pane-compare = Compare with later days
map-pane-compare-hint = Choose a day on the slider first

## Timeline

timeline-pane-name = Timeline
timeline-pane-overview = Overview of time
timeline-pane-arranging = Arranging the timeline…
timeline-pane-arranging-lanes = Arranging the lanes…
timeline-pane-lane = Lane { $name }, { $count ->
    [one] { $count } event
   *[other] { $count } events
 }, { $state ->
    [collapsed] collapsed
   *[open] open
 }
timeline-pane-open-lane = Open this lane
timeline-pane-collapse-lane = Collapse this lane
timeline-pane-collapse-others = Collapse all others
timeline-pane-open-lanes = Open all lanes
timeline-pane-move-up = Move up
timeline-pane-move-down = Move down
timeline-pane-reset-order = Reset the order of lanes

## Source reader

reader-name = Text of the source
reader-close = Close the reader (Ctrl+D)
reader-another = Read another source
reader-reading = The text is being read…
# $problem is a sentence that says why.
reader-failed = “{ $file }” cannot be shown. { $problem }
reader-changed = This is not the file whose SHA-256 the story names.
reader-no-text = The story names no text of this source. Put a file with its text beside the story (.txt, .md, .html or .pdf), and write its name into the source: text: "report.txt". Then its quotations are looked up and shown here.
# At the edge of the text, where a page begins.
reader-page = p. { $page }

## Source reader: find and copy

reader-find = Find in the text
reader-find-before = The place before (Shift+Enter)
reader-find-next = The next place (Enter)
reader-find-none = not there
reader-find-place = { $place } of { $count }
reader-copy = Copy
reader-copy-as-passage = Copy as passage
reader-copy-hint = Put a passage for the story file on the clipboard, with its place
reader-copy-needs = Mark words in the text first: drag over them
reader-copied = Copied a passage for the story file.

## Source reader: marks at the edge of the text

# $state says how a quotation stands to its source.
reader-mark = { $state }: { $passage }
reader-resting = { $kind ->
    [actor] actor
    [event] event
    [relation] relation
    [passage] passage
   *[source] source
 }: { $title }
reader-more-resting = { $count } more that rest on it

## Ledger of claims

ledger-claims = { $count ->
    [one] { $count } claim
   *[other] { $count } claims
 }
ledger-gathering = Gathering the claims…
ledger-none-passes = No claim passes the filter.
ledger-none-made = This story makes no claims yet: add events and relations, with the passages they rest on.
ledger-none-holds-words = No claim holds these words.
ledger-find = Find in claims
ledger-parted-hint = What parts the ledger into groups
ledger-save = Save…
ledger-save-csv = As CSV
ledger-save-markdown = As Markdown
ledger-save-hint = Save the claims that are listed as a table
# $column is the heading of a column within a sentence.
ledger-sort = Sort by { $column }{ $direction ->
    [ascending] , ascending
    [descending] , descending
   *[none] { "" }
 }

## Two actors side by side

pair-instead = Put another actor in the place of { $name }
pair-heading = Two actors side by side
pair-close = Compare no longer
pair-gone = The story has one of these actors no more.
pair-comparing = Comparing the two…
pair-failed = They could not be compared, for a defect of this program.
pair-nothing-shared = Nothing that both share
pair-shared = { $events ->
    [one] { $events } shared event
   *[other] { $events } shared events
 }, { $ties ->
    [one] { $ties } shared tie
   *[other] { $ties } shared ties
 }
# Of whom an event or a tie is: of both actors.
pair-both = both

## Bar of steps

# The title of a step that has none.
steps-bar-step = Step { $place }
steps-bar-place = { $place } of { $all }
steps-bar-announced = Step { $place } of { $all }: { $title }. { $caption }
steps-bar-all = All steps
steps-bar-before = Step before
steps-bar-next = Next step
steps-bar-leave = Leave the steps

## Quotations in the details

cards-show = Show it in its source
cards-cite = Cite
cards-cite-hint = Copy the quotation with its citation
# What a screen reader says before words that are struck out, and before those that are underlined.
cards-not-in-source = not in the source: { $words }
cards-in-source = in the source: { $words }
cards-differences-hint = Struck out: words of the quotation that its source lacks. Underlined: what the source has.

## Problems

# $problems counts them, such as “2 errors, 1 warning”.
problems-panel-title = { $problems } in { $file }
problems-panel-last-good = { $problems } in { $file }; the last good version stays on screen
problems-panel-story-before = { $problems } in { $file }; the story before stays on screen
problems-panel-close = Close the problems
problems-panel-whole-file = This concerns the whole file.

## Details

sidebar-evidence = Evidence
sidebar-about = About
sidebar-opens = Opens { $url } in the browser
sidebar-more = and { $count } more

## Marks in the views

# What screen readers are told of marks that belong to what is selected or pointed at.
canvas-belongs = { $title } (belongs to it)
marks-status = Status: { $status }

## Story format

format-page-title = Story format
format-page-close = Close
format-page-copy = Copy
