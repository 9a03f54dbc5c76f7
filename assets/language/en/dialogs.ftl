## All dialogs

dialog-cancel = Cancel

## The date that is gone to

jump-title = Go to a date
jump-label = Date, in plain words or as EDTF
jump-example = June 2023, about 1984, 44 BC, 1980s
jump-go = Go

## Steps

steps-dialog-both = Timeline and map
steps-dialog-timeline = Timeline
steps-dialog-map = Map
steps-dialog-title = Steps
steps-dialog-none = This story is told in no steps yet. Show something, and add it.
steps-dialog-play = Play
steps-dialog-add = Add this view as a step…
steps-dialog-copy = Copy as RON
steps-dialog-copy-hint = Put all steps on the clipboard as `steps: [...]`, for the story’s file
steps-dialog-close = Close
steps-dialog-words = Words of the step
steps-dialog-keep = Keep
steps-dialog-add-title = Add this view as a step
steps-dialog-add-do = Add
steps-dialog-step-title = Title
steps-dialog-caption = Caption
steps-dialog-shows = Shows
steps-dialog-in-file = in the story’s file
steps-dialog-delete = Delete
    .named = Delete { $title }
steps-dialog-edit = Edit…
    .named = Edit… { $title }
steps-dialog-down = Down
    .named = Down { $title }
steps-dialog-up = Up
    .named = Up { $title }

## Saved views

saved-views-fleeting = This story has no file beside which views are kept: they last until the window closes or another story opens.
saved-views-go = Go there
    .does = Show what this view shows
saved-views-replace = Replace by what is shown
    .does = Let the name stand for what is on screen now
saved-views-replaced = The saved view is what is on screen now; Undo brings the former one back.
saved-views-rename = Rename…
    .does = Call it otherwise
saved-views-delete = Delete
    .does = Forget this view; Undo brings it back
saved-views-deleted = The saved view was deleted; Undo brings it back.
saved-views-none = A saved view keeps filter, dates, zoom and selection under a name.
saved-views-save = Save this view…
saved-views-more = More on the view { $name }
saved-views-go-to = Go to the view { $name }
saved-views-rename-title = Rename the view
saved-views-save-title = Save this view
saved-views-name = Name
saved-views-example = Agencies in 2023
saved-views-replaces = A view is called so already: saving puts this one in its place.
saved-views-taken = Another view is called so already.
saved-views-full = There are as many saved views as a story may have: delete one first, or replace one.
saved-views-too-much = This view names more than 2,000 items and lanes, more than a saved one may: show some of what is hidden by hand, or select less.
saved-views-do-rename = Rename
saved-views-do-replace = Replace
saved-views-do-save = Save

## The export of pictures

export-title = Export a picture
export-window = The window
export-timeline = Timeline
export-map = Map
export-steps = Steps
export-png = Pixels, for slides and messages
export-svg = Lines and text, to edit further
export-pdf = Lines and text, for print
export-html = A page of its own: a click on a mark shows its quotations
export-size-screen = As on screen
export-size-retina = Retina, as on screen at 2
export-size-slide = Slide, 1600 × 900
export-size-column = Column, 800 × 600
export-size-a4 = A4 lying, 1123 × 794
export-size-a4-portrait = A4 standing, 794 × 1123
export-size-a3 = A3 lying, 1587 × 1123
export-size-letter = Letter lying, 1056 × 816
export-size-4k = 4K, 1920 × 1080 at 2
export-size-own = My own size
export-of = Picture of
export-format = Format
export-shows = Shows
export-on-screen = What is on screen
export-whole = The whole story
export-colours = Colours
export-colours-screen = As on screen
export-light = Light
export-dark = Dark
export-transparent = Transparent ground
export-around = Around it
export-credit = Credit
export-credit-example = Made with Throughline
export-size = Size
export-width = Width
export-height = Height
export-scale = Pixels to the point
export-letters = Letters
export-letters-name = Text, by the name of the face
export-letters-embedded = Text, with its faces in the file
export-letters-outlines = Outlines
export-pages = Pages
    .hint = Each shows a stretch of the time, all equally long
export-save-as = Save as
export-browse = Browse…
export-exists = This file exists and will be replaced.
export-save = Save
export-copy = Copy
    .hint = Put the picture on the clipboard (Ctrl+Shift+C)
export-cancelled = it was cancelled
export-broken = the picture could not be drawn; please report this with the story that shows it
export-window-note = The window is saved as it is on screen, without this dialog.
export-preview = Preview of the picture
export-pixels = { $width } × { $height } pixels
export-points = { $width } × { $height } points
