# Everything that can be asked for: what menus, the palette, the sheet of keys and the README call it.
# `.does`: what it does, in a sentence. `.also`: other words under which people look for it.

## File

topic-File = File

action-Open = Open…
    .does = Choose a story file
    .also = load file
action-OpenPath = Open a path…
    .does = Type the path of a story file
    .also = load file
action-OpenShipped = Open the story that ships
    .does = Show the story that comes with the program
    .also = demo example sample
action-Reload = Reload
    .does = Read the story’s file again; selection and zoom stay
    .also = refresh revert
action-NextTab = Next story
    .does = Put the open story after this one in front
    .also = tab switch file
action-TabBefore = Story before
    .does = Put the open story before this one in front
    .also = tab switch file previous
action-CloseTab = Close the story
    .does = Take the story in front from the window; its file stays as it is
    .also = tab file
action-Export = Export a picture…
    .does = Save the window, the timeline or the map
    .also = save png svg pdf html figure print
action-Copy = Copy a picture
    .does = Put the view under the pointer on the clipboard as a picture
    .also = clipboard image
action-Quit = Quit
    .does = Close the window
    .also = exit close

## Getting about

topic-Go = Getting about

action-Back = Back
    .does = Go back to where you were: what was selected, what was open, what was in sight
    .also = previous selection
action-Forward = Forward
    .does = Go again to where Back left
    .also = next selection
action-Undo = Undo
    .does = Take the last change of the view back
action-Redo = Redo
    .does = Do again what Undo took back
action-Search = Search…
    .does = Look for words in names, titles and quotations, and go there
    .also = find look for
action-JumpToDate = Go to a date…
    .does = Type a date in plain words or as EDTF, and show it
    .also = calendar when
action-Menu = Menu of the selection
    .does = Show what can be done with what is selected
    .also = context right-click
action-Escape = Leave
    .does = Close what is open; then show all actors; then select nothing
    .also = deselect close clear

## Telling in steps

topic-Tell = Telling in steps

action-PlaySteps = Play the steps
    .does = Show the steps in which the story is told, one after the other, or leave them
    .also = story mode tour slides presentation scenes
action-NextStep = Next step
    .does = Go on to the next step
    .also = forward slide
action-StepBefore = Step before
    .does = Go back to the step before
    .also = previous slide
action-AddStep = Add this view as a step…
    .does = Capture what is on screen as a step, with a title and a caption
    .also = capture save view scene bookmark
action-Steps = All steps…
    .does = List the steps: go to one, word, order or delete those that were captured, copy them
    .also = scenes slides list edit reorder

## View

topic-View = View

action-FitAll = Fit all
    .does = Show the whole story in both views
    .also = whole overview reset
action-FitSelection = Fit the selection
    .does = Show what is selected, and what belongs to it, in both views
action-ZoomIn = Zoom in
    .does = Show less, larger, in the view under the pointer
    .also = magnify larger
action-ZoomOut = Zoom out
    .does = Show more, smaller, in the view under the pointer
    .also = smaller
action-PanEarlier = Earlier
    .does = Move the timeline to earlier dates
action-PanLater = Later
    .does = Move the timeline to later dates
action-ToggleLane = Collapse or open the lane
    .does = Fold all events of the selected event’s lane into one row, or no longer
action-LaneUp = Lane up
    .does = Move the selected event’s lane up
action-LaneDown = Lane down
    .does = Move the selected event’s lane down
action-CollapseLanes = Collapse all lanes
    .does = Fold every lane into one row
action-OpenLanes = Open all lanes
    .does = Show every lane with all its rows
action-TimelineOverMap = Timeline over map
    .does = Let the timeline stand over the map
    .also = panels layout arrange window
action-TimelineBesideMap = Timeline beside map
    .does = Let the timeline stand beside the map
    .also = panels layout arrange window split
action-TimelineAlone = Timeline alone
    .does = Show the timeline in the whole window
    .also = panels layout arrange window
action-MapAlone = Map alone
    .does = Show the map in the whole window
    .also = panels layout arrange window network graph
action-TimelineOverClaims = Timeline over claims
    .does = Let the timeline stand over the ledger of claims
    .also = panels layout arrange window table
action-MapBesideClaims = Map beside claims
    .does = Let the map stand beside the ledger of claims
    .also = panels layout arrange window table
action-CompareActors = Two actors side by side
    .does = Compare the two selected actors: what joins them, whom both are tied to, what each took part in
    .also = compare versus common shared
action-ToggleFacets = Filters
    .does = Hide or show the facets: kinds, tags, places, sources and more, with how many items have each
    .also = facets panel counts
action-LeaveOut = What is filtered out
    .does = Hide, dim or show what the filter leaves out, in turn
    .also = dim grey
action-SaveView = Save this view…
    .does = Keep filter, dates, zoom and selection under a name, to come back to
    .also = bookmark named view snapshot
action-ToggleDetails = Details
    .does = Hide or show the details at the side
    .also = sidebar panel
action-ToggleProblems = Problems
    .does = Hide or show what is wrong in the story’s file
    .also = errors warnings
action-ToggleTheme = Light or dark
    .does = Change between dark on light and light on dark
    .also = dark mode night
action-SystemTheme = The system’s theme
    .does = Be light or dark as the system is
    .also = dark mode
action-ToggleContrast = High contrast
    .does = Let everything stand out as far as it can, or as usual
    .also = accessibility colours theme
action-ToggleStill = Reduced motion
    .does = Let nothing move by itself, or as usual
    .also = accessibility animation still
action-SystemLanguage = The system’s language
    .does = Speak the language that the system speaks
    .also = language sprache english german
action-English = English
    .does = Speak English
    .also = language englisch sprache
action-German = Deutsch
    .does = Speak German
    .also = language german sprache
action-Larger = Everything larger
    .does = Draw text, controls and views larger
    .also = zoom interface font text size
action-Smaller = Everything smaller
    .does = Draw text, controls and views smaller
    .also = zoom interface font text size
action-UsualSize = Usual size
    .does = Draw text, controls and views in their usual size
    .also = zoom interface reset 100 %
action-Present = Presentation
    .does = Show the views alone on the whole screen; Esc ends it
    .also = full screen talk slides

## Time

topic-Time = Time

action-MarkRange = Mark this stretch of time
    .does = Mark the stretch that the timeline shows, or no longer
    .also = select stretch period brush
action-Outside = Outside the marked stretch
    .does = Dim, hide or show the events outside the marked stretch, in turn
    .also = range dim hide
action-Play = Play time
    .does = Let time run on the map, or stop it
    .also = animate
action-ChangeBefore = The change before
    .does = Show the map as of the day on which something changed before
action-ChangeAfter = The next change
    .does = Show the map as of the next day on which something changes
action-AllTimes = All times
    .does = Show the map with relations of all times
action-Unheld = What is not in force
    .does = Dim, hide or show what is not in force on the map, in turn
    .also = dim hide relations
action-FollowTime = Follow the timeline
    .does = Show the map for the stretch of time on screen, or no longer
    .also = link map timeline

## Map

topic-Map = Map

action-FocusAll = All actors
    .does = Show the whole map
action-FocusOne = Only one step away
    .does = Show only what is one step from the selection
    .also = neighbours ego
action-FocusTwo = Only two steps away
    .does = Show only what is within two steps of the selection
    .also = neighbours ego
action-FocusThree = Only three steps away
    .does = Show only what is within three steps of the selection
    .also = neighbours ego
action-ArrangeDistances = By distance
    .does = Let actors lie as far apart on the map as relations have them
    .also = layout force stress
action-ArrangeCommunities = By community
    .does = Let those lie together on the map who belong together
    .also = layout cluster
action-ArrangeRings = In rings round the selection
    .does = Let actors lie in rings by their steps from those selected, or from the one with the most relations
    .also = layout radial circular
action-ArrangeLayers = In layers by direction
    .does = Let relations run from left to right, from who owns or commands to whom
    .also = layout hierarchy sugiyama
action-ArrangeColumns = In columns by kind
    .does = Let each kind of actor have a column
    .also = layout
action-Renew = Arrange anew
    .does = Find anew where actors lie, whatever lay before, round those who are pinned
    .also = layout again
action-NextSize = What size tells
    .does = Let the size of actors tell of ties, relations, events, passages or nothing, in turn
    .also = degree measure
action-NextGroups = Groups
    .does = Gather actors by what they are part of, by kind, by place or not at all, in turn
    .also = cluster hull
action-CollapseGroups = Draw groups as one
    .does = Draw every group of actors as one mark
action-OpenGroups = Open all groups
    .does = Draw every actor of every group
action-Meetings = Shared events
    .does = Join who took part in the same events by dotted lines, or no longer
    .also = co-occurrence participants
action-Fold = Close actors as one
    .does = Draw actors that lie too close to be told apart as one mark with their count, or each by itself
    .also = cluster merge
action-Inset = Inset of the whole map
    .does = Show the whole map in its corner where only a part is in sight, or no longer
action-Hide = Hide on the map
    .does = Show the selected actors no more on the map
    .also = remove actor
action-ShowHidden = Show hidden actors
    .does = Show every actor on the map that was hidden
action-UnpinAll = Unpin all actors
    .does = Let the layout place every actor again
    .also = release

## Evidence

topic-Evidence = Evidence

action-ToggleLedger = Ledger of claims
    .does = Show every claim as a line of a table, or timeline and map again
    .also = table list claims
action-ToggleReader = Source reader
    .does = Show the text of a source with its passages marked, or no longer
    .also = document text quotation
action-ToggleVoices = Who says so
    .does = Mark on timeline and map who speaks for each claim: by name, through somebody, unnamed, a document
    .also = attribution speakers

## Help

topic-Help = Help

action-Palette = All commands…
    .does = Type a few letters of what is to be done
    .also = palette search menu
action-ShowFormat = Story format…
    .does = Read how a story file is written, with examples to copy
    .also = help reference manual ron syntax documentation
action-Tour = Tour
    .does = Show five hints of what is where
    .also = help introduction learn start
action-ShowKeys = Keys
    .does = Show what the keys and the mouse do
    .also = shortcuts hotkeys help

## What has to be done first

needs-NoDialog = A dialog of the system is open
needs-Story = Open a story first
needs-File = The story that ships has no file
needs-Back = There is nothing to go back to
needs-Forward = There is nothing to go forward to
needs-Undo = There is nothing to undo
needs-Redo = There is nothing to do again
needs-Selection = Select something first
needs-Actors = Select an actor first
needs-Lane = Select an event on the timeline first
needs-Map = The map is still being laid out
needs-Picture = A picture is still being drawn
needs-Pins = No actor is pinned
needs-Hidden = No actor is hidden
needs-Groups = Gather actors into groups first
needs-Collapsed = No group is drawn as one
needs-Filter = Filter the story first
needs-Range = Mark a stretch of time first
needs-Times = No relation has a date
needs-Moment = All times are shown already
needs-Steps = Add a step first
needs-Pair = Select two actors first, the second with Ctrl held
needs-Tabs = Only one story is open
needs-Playing = Play the steps first

## What the mouse and the keys do inside the views

hands-wheel = Wheel
    .does = zooms at the pointer
hands-wheel-sideways = Shift+wheel, sideways wheel
    .does = pans the timeline and the map
hands-wheel-ctrl = Ctrl+wheel, pinch
    .does = zooms, whatever is under the pointer
hands-wheel-alt = Alt+wheel
    .does = scrolls the lanes
hands-drag = Drag on the background, middle drag
    .does = pans
hands-drag-actor = Drag an actor
    .does = moves and pins it
hands-right-click = Right-click
    .does = offers what can be done there
hands-drag-box = Shift+drag on the map
    .does = selects the actors in a box; with Ctrl besides what is selected
hands-ground = A group’s ground on the map
    .does = a click beside an actor’s mark draws the group as one mark; a click on that opens it
hands-inset = Inset of the map
    .does = a click or a drag looks at what stands there
hands-click = Click, Ctrl+click
    .does = selects; adds to the selection or takes out of it; of two actors, the details show how they are joined
hands-hover = Pointer over an item
    .does = lights up what belongs to it in every view
hands-double-click = Double-click
    .does = zooms in there; on an item, zooms to it
hands-tab = Tab
    .does = moves to the next view or control
hands-search-field = Search field
    .does = Tab completes a term, arrows and Enter go to a hit, Ctrl+Enter shows only what was found
hands-arrows = Arrows, Home, End
    .does = the next event in time, or neighbour on the map; first, last
hands-strip = Overview strip
    .does = drag the window or its edges; click to jump
hands-slider = Slider of time
    .does = a drag or a click chooses the day that the map is shown as of; Shift+drag marks a stretch; a double-click shows all times
hands-lane = Heading of a lane
    .does = click collapses the lane or opens it; drag moves it; right-click offers more
hands-axis = Drag on the axis
    .does = marks a stretch of time; a click beside it marks nothing
hands-folded = Click on a folded mark
    .does = zooms in until it splits; where it cannot, selects what is in it

## Keys, as they are called on the screen

key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-left = Left
key-right = Right
key-up = Up
key-down = Down
key-escape = Esc
key-tab = Tab
key-enter = Enter
key-space = Space
key-backspace = Backspace
key-insert = Insert
key-delete = Delete
key-home = Home
key-end = End
key-page-up = PageUp
key-page-down = PageDown
key-copy = Copy
key-cut = Cut
key-paste = Paste
key-colon = Colon
key-semicolon = Semicolon
key-backslash = Backslash
key-pipe = Pipe
key-exclamation-mark = Exclamationmark
key-open-brace = OpenCurlyBracket
key-close-brace = CloseCurlyBracket
key-backtick = Backtick
key-quote = Quote

key-reserved = { $keys } moves about in the views and in fields, and can be given to nothing else
key-needed = { $keys } stays with “{ $command }”: without it one would not find back
