# The map: its marks as screen readers and hints name them, its legend, and what its corner says.

## Where there is nothing to show

map-no-actors = This story names no actors yet.

## Names of marks

# $kind: the kind of the actor, such as “company”
map-actor = { $name }, { $kind }: { $relations ->
    [one] { $relations } relation
   *[other] { $relations } relations
 }, { $events ->
    [one] { $events } event
   *[other] { $events } events
 }
# The next four end the name of a relation, after its status and a comma.
map-relation-not-in-force = not in force then
map-relation-began = began in this stretch
map-relation-ended = ended in this stretch
map-relation-passed = began and ended in this stretch
# A line between two marks of which one stands for several actors
map-bundle = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
 } between { $from } and { $to }
# A line between two actors who took part in the same events
map-met = { $first } and { $second } took part in { $count ->
    [one] { $count } event
   *[other] { $count } events
 } together; nobody states a relation by that
# The ground of a group
map-ground = { $name }: a group of { $count ->
    [one] { $count } actor
   *[other] { $count } actors
 }; click to draw it as one
# A group that is drawn as one mark
map-group = { $name }: { $count ->
    [one] { $count } actor
   *[other] { $count } actors
 } drawn as one; click to open
# Several actors near each other that are drawn as one mark, called by the foremost of them
map-near = { $name } and those near, { $count ->
    [one] { $count } actor
   *[other] { $count } actors
 }; click to look closer

## Legend

# About 90 points wide
map-legend-several = Several actors
map-legend-same-events = Same events
map-legend-began = Began
map-legend-ended = Ended
map-legend-passed = Began and ended
# What the size of an actor’s mark tells
map-legend-relations = Size: relations
map-legend-events = Size: events
map-legend-passages = Size: passages
# $most: how many the largest mark stands for
map-legend-most-relations = Size: relations, at most { $most }
map-legend-most-events = Size: events, at most { $most }
map-legend-most-passages = Size: passages, at most { $most }

## What the map leaves out, in its corner, with semicolons between

# How many of all actors are in sight when the map is focused on one
map-focus-actor = { $count } of { $all ->
    [one] { $all } actor
   *[other] { $all } actors
 }, { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
 } round { $name }
map-focus-selection = { $count } of { $all ->
    [one] { $all } actor
   *[other] { $all } actors
 }, { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
 } round what is selected
map-left-out = { $actors } of { $all_actors } actors and { $relations } of { $all_relations } relations shown: those with the most ties
map-thinned = about { $count } of { $all } relations in sight drawn: zoom in for all
map-hidden = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
 } hidden by hand
