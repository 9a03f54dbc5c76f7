# What stands on and around figures: pictures, pages of PDF and HTML.

## The caption: clauses that stand one after the other, with semicolons between them

figure-events-some = { $shown } of { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
figure-actors-some = { $shown } of { $count ->
        [one] { $count } actor
       *[other] { $count } actors
    }
figure-relations-some = { $shown } of { $count ->
        [one] { $count } relation
       *[other] { $count } relations
    }
# Follows a number of events.
figure-undated = { $count } of them without a date
figure-between = between { $from } and { $to }
figure-as-of = as of { $day }
figure-unheld = without what is not in force
figure-around = { $count ->
        [one] { $count } step
       *[other] { $count } steps
    } around { $title }
figure-filtered = filtered by { $query }
# $parts: how much of what is, such as "14 of 62 events, 3 of 20 relations".
figure-filtered-hidden = filtered by { $query } ({ $parts } hidden)
figure-aside = what passes { $query } stands out
figure-aside-dimmed = what passes { $query } stands out ({ $parts } dimmed)
# $within: a stretch of time, such as "22 Jun 2023 to 1 Jul 2023".
figure-outside = without { $count ->
        [one] { $count } event
       *[other] { $count } events
    } outside { $within }
figure-by-hand = without { $count ->
        [one] { $count } actor
       *[other] { $count } actors
    } hidden by hand

## Around the view

figure-title = { $story }: { $shown ->
        [timeline] timeline
        [map] map
       *[step] step
    }
figure-credit = Made with Throughline
figure-page = page { $page } of { $pages }
figure-sources-more = and { $count } more sources
figure-step-of = { $number } of { $count }
# $who: who says what stands against the claim.
figure-against = Against it: { $who }

## The note on a mark: what it rests on
# $number: that of the source in the list; $place: its paragraph, with a blank before it, or nothing.

figure-note = { $bearing ->
        [disputes] Disputed by “{ $quote }”
        [mentions] Mentioned in “{ $quote }”
       *[supports] “{ $quote }”
    } ({ $who }; [{ $number }]{ $place })
figure-note-more = And { $count } more.

## What a figure lacks
# .lacking: as it stands among others in the first sentence.

figure-part-title = Title
    .lacking = title
figure-part-legend = Legend
    .lacking = legend
figure-part-caption = Caption
    .lacking = caption
figure-part-sources = Sources
    .lacking = sources
figure-part-credit = Credit
    .lacking = credit
figure-too-low = The figure is too low for its { $parts }: make it higher, or leave other parts out.
figure-not-embedded = The face { $face } cannot be put into the file: its letters ({ $letters }) will look as they do where the file is opened.
figure-no-font = No font here has { $characters } ({ $script }): install { $package }.

## The page of HTML

figure-html-skip = Skip to the list of items
figure-html-zoom = Zoom
figure-html-closer = Zoom in
    .hover = Zoom in (+)
figure-html-further = Zoom out
    .hover = Zoom out (-)
figure-html-whole = Whole
    .hover = Show the whole figure (0)
figure-html-rests = What it rests on
figure-html-hint = Click on a mark, or go to it with the arrow keys and press Enter, to see what it rests on. Drag to move; hold Ctrl and turn the wheel, or press + and −, to zoom.
figure-html-all = Everything in this figure
figure-html-all-steps = Everything in these figures
figure-html-steps = Steps
figure-html-step = Step { $number }
figure-html-next = Next
    .key = Page Down
figure-html-previous = Previous
    .key = Page Up

## Tables and articles on it

figure-html-events = Events
figure-html-actors = Actors
figure-html-relations = Relations
figure-html-sources = Sources
figure-html-when = When
figure-html-during = When
figure-html-kind = Kind
figure-html-published = Published
figure-html-what = What
figure-html-rests-on = Rests on
figure-html-undated = Undated
figure-html-evidence = Evidence
figure-html-about = About
figure-html-more = and { $count } more
