# Signs and their legends, and what files of figures say of themselves.

## How quotations stand to their sources: badges in legends

sign-legend-verified = Quotation verified
sign-legend-normalised = Quotation normalised
sign-legend-no-text = Quotation no text
sign-legend-drifted = Quotation drifted
sign-legend-ambiguous = Quotation ambiguous
sign-legend-not-found = Quotation not found

## How quotations stand to their sources: the end of a mark’s name

# “It”: the event, actor or relation that the mark stands for
sign-title-drifted = ; a quotation of it is drifted
sign-title-ambiguous = ; a quotation of it is ambiguous
sign-title-not-found = ; a quotation of it is not found

## Who speaks

speech-on-record = On the record
speech-spokesperson = Spokesperson
speech-unnamed = Unnamed people
speech-document = Document
speech-reporter = Reporter
speech-declined = Declined to comment

## SVG

# The end of a list of what a mark stands for
svg-more = and { $count } more

## PDF

# The title of one page of several
pdf-page = { $title } ({ $page } of { $pages })
pdf-events = Events
pdf-actors = Actors
pdf-relations = Relations
pdf-sources = Sources
# The hint of a link. $id: what the reader finds it by in the story’s file
pdf-link = { $title }: the source of { $id }
pdf-size = a page of { $width } x { $height } points cannot be made
pdf-write = the document could not be written: { $why }

## PNG

png-size = a picture of { $width } x { $height } pixels cannot be made: each side must be 1 to { $most }
png-raster = the figure could not be rasterised: { $why }
png-encode = the picture could not be encoded: { $why }
png-cancelled = the picture was cancelled

## Colours and faces

scene-no-color = `{ $text }` is no colour: write six hexadecimal digits, as in `#8A1C2B`
# Names of Debian packages
fonts-either = fonts-noto-core or fonts-unifont
