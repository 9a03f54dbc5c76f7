# Menus, the bar at the top, the palette, the sheet of keys, the tour, notices, and why there is no window.

## The bar at the top

bar-file = File
bar-go = Go
bar-view = View
bar-map = Map
bar-evidence = Evidence
bar-time = Time
bar-help = Help
bar-arrange = Arrange
bar-looks = Appearance
bar-lanes = Lanes
bar-saved-views = Saved views
# In another language its own word stands before the English one, for those who are lost in it.
bar-language = Language
bar-light = Dark on light
bar-dark = Light on dark
bar-details = Hide or show the details
bar-fit-all = Fit all
bar-forward = Forward
bar-back = Back
bar-search = Search
    .does = Search
bar-export = Export
    .does = Save a picture
# by: what parts the timeline into lanes, as the menu calls it
bar-lanes-by = Lanes: { $by }
    .does = What parts the timeline into lanes

## The menu of the map

map-menu-by-distances = Map: Distance
map-menu-by-communities = Map: Community
map-menu-by-rings = Map: Rings
map-menu-by-layers = Map: Layers
map-menu-by-layers-of = Map: Layers ({ $kind })
map-menu-by-columns = Map: Columns
map-menu =
    .does = How the map is laid out, sized and grouped
map-menu-layers = In layers by one kind
map-menu-size = Size tells
map-menu-groups = Groups

## The menu of an item

item-menu = Menu of what was clicked
item-menu-zoom = Zoom to it
item-menu-read = Read it in its source
item-menu-unpin = Unpin
item-menu-only = Show only what it takes part in

## What is shown of claims by what they rest on

# `.alone`: where it stands by itself, as a chip of the filter or in the palette.
evidence-menu-rests = Show only: rests on
evidence-menu-rests-one-source = One source alone
    .alone = Rests on: one source alone
evidence-menu-rests-one-voice = One voice alone
    .alone = Rests on: one voice alone
evidence-menu-rests-unnamed = Unnamed people alone
    .alone = Rests on: unnamed people alone
evidence-menu-rests-nothing = Nothing
    .alone = Rests on: nothing
evidence-menu-voice = Show only: said by
evidence-menu-voice-on-record = Somebody on the record
    .alone = Said by: somebody on the record
evidence-menu-voice-spokesperson = A spokesperson
    .alone = Said by: a spokesperson
evidence-menu-voice-unnamed = Unnamed people
    .alone = Said by: unnamed people
evidence-menu-voice-declined = Nobody: declined to comment
    .alone = Said by: nobody: declined to comment
evidence-menu-voice-document = A document
    .alone = Said by: a document
evidence-menu-voice-reporter = The reporter
    .alone = Said by: the reporter
evidence-menu-status = Show only: status
evidence-menu-status-documented = Documented
    .alone = Status: documented
evidence-menu-status-attributed = Attributed
    .alone = Status: attributed
evidence-menu-status-anonymous = Anonymous
    .alone = Status: anonymous
evidence-menu-status-disputed = Disputed
    .alone = Status: disputed
evidence-menu-status-denied = Denied
    .alone = Status: denied
evidence-menu-status-planned = Planned
    .alone = Status: planned
evidence-menu-check = Show only: quotations
evidence-menu-check-amiss = Anything amiss
    .alone = Quotations: anything amiss
evidence-menu-check-verified = Verified
    .alone = Quotations: verified
evidence-menu-check-normalised = Verified after normalising
    .alone = Quotations: verified after normalising
evidence-menu-check-drifted = Drifted
    .alone = Quotations: drifted
evidence-menu-check-ambiguous = Ambiguous
    .alone = Quotations: ambiguous
evidence-menu-check-not-found = Not found
    .alone = Quotations: not found
evidence-menu-check-no-text = No text at hand
    .alone = Quotations: no text at hand

## The palette

palette-field = Do what?
palette-nothing = Nothing is called “{ $words }”.
palette-open = Open { $file }
palette-recent =
    .also = recent file
palette-lanes = Lanes: { $by }
    .does = What parts the timeline into lanes
palette-outside =
    .does = What becomes of events outside the marked stretch
palette-size = Size tells: { $what }
    .does = What the size of actors on the map tells
palette-groups = Groups: { $by }
    .does = What actors on the map are gathered by
# kind: a kind of relations with how many there are
palette-layers = In layers by: { $kind }
    .does = Let relations of this kind run from left to right
# what: a term of a filter, such as “Status: disputed”
palette-only = Show only { $what }
    .does = Show only what this holds for
palette-left-out =
    .does = What becomes of what the filter leaves out
palette-saved = Go to { $view }
    .does = A saved view

## The sheet of keys

keys-title = Keys and mouse
keys-find = Find a key or a command
keys-help = A click on keys lets you press others in their place.
keys-close = Close
keys-reset-all = All keys as at first
keys-hands = In the views
keys-nothing = Nothing is called “{ $words }”.
keys-of = Keys of { $command }: { $keys }
keys-none = none
keys-press = Press the keys…
    .does = Press other keys: Esc leaves these, Backspace takes them away
keys-lost = “{ $command }” has no keys now
keys-reset = Reset
    .label = Keys of { $command } as at first

## What is filtered by and hidden, in the row under the bar

chips-show-everything = Show everything
    .does = Filter no longer, and show what is hidden otherwise
chips-unreadable = The filter cannot be read: { $error }
chips-drop-term = Filter no longer by { $term }
    .does = Filter no longer by this
chips-by-hand = { $count ->
    [one] { $count } actor hidden by hand
   *[other] { $count } actors hidden by hand
 }
chips-show-hidden = Show hidden actors
    .does = Show them again
chips-only = Only { $stretch }
chips-show-outside = Show what lies outside the marked stretch
chips-hidden = Hidden
    .label = What is filtered out: hide
chips-dimmed = Dimmed
    .label = What is filtered out: dim
chips-shown = Shown
    .label = What is filtered out: show
chips-left-out = Hide, dim or show what is filtered out
chips-hide = Hide what is filtered out
chips-dim = Dim what is filtered out
chips-show = Show what is filtered out
chips-all-shown = { $count ->
    [one] { $passing } of { $count } event pass, all are shown
   *[other] { $passing } of { $count } events pass, all are shown
 }
chips-nothing = Nothing is hidden

## Why an item is out of sight

# In a list, behind a title.
hiding-filter = hidden by the filter
hiding-map = hidden on the map
hiding-stretch = outside the marked stretch
hiding-day = not in force then
hiding-focus = beyond the map’s focus

# In a sentence that begins: “The meeting” is …
hiding-is-filter-of = hidden by the filter { $terms }
hiding-is-filter = hidden by the filter
hiding-is-map = hidden on the map
hiding-is-stretch = outside the marked stretch of time
hiding-is-day = not in force on the day that the map shows
hiding-is-focus = further off than the map’s focus reaches

## The tour of the first run

tour-when = When
    .says = The wheel zooms, a drag moves. What is only known to the month is a soft bar over that month, never a false point; faded ends are approximate.
tour-says-who = Says who
    .says = Click anything, and the passages that it rests on stand here, word for word, with who said it and where.
tour-who = Who
    .says = Everybody who takes part, and what joins them. The slider below shows it as of a day; what is selected here is lit on the timeline too.
tour-find = Find it
    .says = Search names, events and quotations with Ctrl+F. Ctrl+K finds everything that can be done, and ? shows the keys.
tour-own = Your own story
    .says = File > Open shows a story of yours. Help > Story format explains how one is written; save it in your editor, and the window follows.
tour-next = Next
tour-done = Done
tour-back = Back
tour-end = End the tour
tour-count = { $at } of { $of }

## What a notice offers

notice-show-problems = Show the problems
notice-reveal = Show in folder
notice-type-path = Type a path
notice-show-report = Show the report
notice-restore = Open it again
notice-start-afresh = Start afresh
notice-show-hidden = Show it
notice-close = Close this message

## Why there is no window, or no picture of it

no-window-no-display = the window could not be opened: no display was found (neither WAYLAND_DISPLAY nor DISPLAY is set)
# display: a variable with what it says, such as DISPLAY=:0, or no-window-system
no-window-unreachable = the window could not be opened: the display that { $display } names cannot be reached; does it run, and may you use it? ({ $reason })
no-window-system = the system
no-window-library = the window could not be opened: a library is missing ({ $library }); on Debian and Ubuntu: sudo apt install { $packages }
# advice: no-window-other-way or no-window-install
no-window-undrawn = the window could not be opened: nothing can draw it ({ $reasons }); { $advice }
no-window-other-way = leave out --renderer, and another way is tried
no-window-install = on Debian and Ubuntu: sudo apt install libegl1 libgl1-mesa-dri
no-window-closed = the window had to close: { $reason }
no-window-opened-twice = it was open already
no-window-no-card = no graphics card can show a window
no-window-no-vulkan = the window cannot be drawn without Vulkan, and none was found ({ $reason }); on Debian and Ubuntu install mesa-vulkan-drivers, which needs no graphics card, or export --view timeline or map
no-window-size = a window of { $width } x { $height } pixels cannot be drawn: each side must be 1 to { $most }
no-window-not-drawn = the window could not be drawn: { $reason }
