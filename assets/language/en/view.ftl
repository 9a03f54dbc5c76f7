# Choices of how the story is shown, as menus and buttons call them.

## What parts the timeline into lanes

lanes-by-actor-kind = Kind of actor
lanes-by-actor = Actor
lanes-by-event-kind = Kind of event
lanes-by-tag = Tag
lanes-by-place = Place
lanes-by-source = Source
lanes-by-status = Status
lanes-by-none = No lanes

## What becomes of events outside the marked stretch of time

outside-show = Show what lies outside
outside-dim = Dim what lies outside
outside-hide = Hide what lies outside

## What becomes of what a filter leaves out, on small buttons

filtered-out-hide = Hide
filtered-out-dim = Dim
filtered-out-show = Show

## What the size of an actor’s mark tells

size-by-ties = Ties and importance
size-by-relations = Relations
size-by-events = Events
size-by-passages = Passages
size-by-nothing = All alike

## What gathers actors into groups

group-by-nothing = No groups
group-by-whole = What they are part of
group-by-kind = Kind of actor
group-by-place = Country or place
