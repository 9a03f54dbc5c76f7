# What the program prints where it is called from a command line. What stands between backticks, and options such as
# --pages, are typed as they are.

## How lines begin

cli-error = error: { $message }
cli-warning = warning: { $message }
cli-help = help: { $help }

## Calls that are wrong

cli-subcommand = error: a story to open, --renderer or --generate goes with no subcommand
cli-size = write width and height in points, as in 1600x900; each side 100 to 16384
cli-paper = write A4, A3 or Letter, with -portrait for a standing sheet, or width and height as in 297x210mm; each side 50 to 2000
cli-scale = write a number from 0.25 to 8
cli-format = `{ $file }` has no ending that names a format: write .svg, .png, .pdf, .html, .ron, .json, .md, NAME.claims.csv, NAME.claims.md or NAME.positions.csv
cli-pages-view = --pages spreads time over pages; only --view timeline has it
cli-pages-format = only .pdf has pages; name such a file, or leave --pages out
cli-window-format = a picture of the window is pixels: name a .png file instead of { $file }
cli-made-at = SOURCE_DATE_EPOCH is not a number of seconds since 1970; unset it or mend it
cli-from-after-to = --from lies after --to, or after all that the story dates; give the earlier date first
cli-item = { $argument }: the story has no { $kind ->
        [event] event
        [actor] actor
        [relation] relation
        [passage] passage
       *[source] source
    } `{ $id }`
cli-item-meant = help: did you mean `{ $item }`?
cli-saved = --saved: no view is called `{ $name }`
cli-saved-meant = help: did you mean `{ $name }`?
cli-saved-none = help: no view is saved beside this story
cli-saved-views = help: the views are { $names }

## How a map is laid out

cli-layer-kind = no relation of the story is of the kind `{ $kind }`
cli-layer-direction = no relation of the kind `{ $kind }` has a direction that layers could follow
cli-layer-arrange = --layer-kind goes with --arrange layers alone
cli-collapse = --collapse names a group; say with --group-by what makes groups
cli-group = no group is called `{ $name }`; there are: { $groups }

## Steps

cli-steps-format = steps are pages: name a .pdf or .html file instead of { $file }
cli-steps-own = each step says for itself what it shows; leave { $argument } out, or write it in the story's `steps`
cli-steps-none = the story has no steps; write `steps: [Step(title: "...")]` in it, or capture some in the window
cli-step-filter = the filter of step `{ $step }` is not applied: { $error }
    .help = write it as in the filter field: `kind:agency -tag:cloud`

## Reading and writing

# $counts: such as "2 errors, 1 note".
cli-exported-with = warning: { $file } has { $counts }; what is sound is exported
    .help = help: `throughline check { $file }` lists them
cli-not-kept = warning: what was arranged by hand is not drawn: { $error }
cli-unwritten = { $file } could not be written: { $error }
cli-icon = the icon cannot be drawn
# Two lines, of which the second stands under the words of the first.
cli-no-window = help: without a window, throughline export { $story } -o picture.png draws it,{"\u000A"}      and throughline check { $story } says what is wrong in it

## Importing sources

cli-import-there = error: { $file } is there already; name another file, or write over it with --force
cli-import-format = error: `{ $file }` has no ending that names a format; say which with --as
cli-import-nothing = error: nothing was found that could be a source
cli-import-large = a file that is imported may have { $most } MiB

## Quoting a source

cli-quote-missing = error: these words are not in { $file }
cli-quote-normalised = note: the source has other spaces, marks or case; its own words are quoted
cli-quote-drifted = warning: the source has other words; its own are quoted
cli-quote-ambiguous = warning: these words stand there { $count } times; choose the passage that is meant

## The language

cli-language = write en for English or de for German
