## What the window says at its foot

window-copied-window = Copied a picture of the window
window-drop-here = Drop stories here to open them
window-source-changed = The text of a source has changed: its quotations were looked up again.
window-no-source = The story has no source to read.
window-saved = Saved { $path }
window-not-saved = { $path } was not saved: { $why }
window-save-claims = Save the claims
window-save-claims-path = Path of the file (.csv or .md)
window-save-claims-do = Save
window-not-opened-defect = { $name } was not opened, for a defect of this program.
window-gone = { $name } is not in its folder any more. What was read last stays on screen; once the file is back, it is read again.
window-not-read-again = { $name } was not read again: { $why }. The last good version stays on screen.
window-not-opened-stays = { $name } was not opened: { $why }. The story before stays on screen.
window-not-opened = { $name } was not opened: { $why }.
window-to-do = To do: { $help }.
window-no-file-chosen = No file was chosen.
window-not-kept = What you arranged by hand could not be kept: { $why }.
window-copied-picture = Copied a picture of { $width } × { $height } pixels
window-no-picture = There is no picture: { $why }
window-no-file-manager = No file manager opened { $folder }: { $why }
# $problems: such as “2 errors, 1 warning”.
window-refused-again = { $name } has { $problems }; the last good version stays on screen.
window-refused = { $name } has { $problems }; the story before stays on screen.
window-shown-in-part = { $name } has { $problems }; what is sound is shown.
window-kept-unknown = What was arranged by hand is not known, and will not be kept: { $why }.
window-read-again = { $name } was read again.

## The status line and the empty window

window-cancel = Cancel
window-opening = Opening { $name }
window-drawing = Drawing the picture
window-problems-hint = What is wrong in the story’s file
window-play-steps = Play { $count ->
    [one] { $count } step
   *[other] { $count } steps
 }
window-play-steps-hint = Go through the steps in which the story is told
window-selected = { $count ->
   *[other] { $count } items selected
 }
window-copied-quotation = Copied the quotation with its citation.
window-empty = No story is open. Choose a file, or drop one here.
window-empty-open = Open a story…
window-path = Open a path
window-path-label = Path of the story file
window-path-open = Open
window-path-no-file = There is no file, but a folder or something else: { $path }
window-path-nothing = There is no such file: { $path }

## After an unexpected end

crash-restored = Throughline ended unexpectedly; what you looked at is restored.
crash-again = Throughline ended unexpectedly again with { $name }, which is not opened by itself any more.
crash-while-open = Throughline ended unexpectedly while { $name } was open.
crash-plain = Throughline ended unexpectedly.
crash-report = A report that holds nothing of your story lies in { $folder }.
crash-part = A part of Throughline failed, and the window goes on without it. There is a report that holds nothing of your story.

## Tabs and steps

tabs-open = Open another story
tabs-close = Close { $title }
tabs-menu-close = Close
tabs-menu-close-others = Close the others
tabs-menu-reveal = Show in folder
tabs-menu-copy-path = Copy the path
telling-full = There are { $most } captured steps already; delete one first.
telling-too-much = Too much is selected or hidden for a step; select less.
telling-filter = The filter is not applied: { $why }.
telling-added = Added as the last step.
telling-added-fleeting = Added as the last step. It lasts as long as this window: the story that ships has no file.
telling-copied = Copied { $count ->
   *[other] { $count } steps
 }. Put them into the story’s file in place of its `steps`.
telling-unwritten = The steps could not be written: { $why }

## What was gone to, and is out of sight

# Between the reasons why something is out of sight.
revealing-and = { " and " }
# $reasons: such as “left out by the filter”, with those of `hiding-` in menus.ftl.
revealing-hidden = “{ $title }” is { $reasons }.

## Opening and saving

opening-shipped = { $file } (ships with Throughline)
opening-open = Open a story
opening-story-files = Story files
opening-all-files = All files
opening-export = Export a picture
