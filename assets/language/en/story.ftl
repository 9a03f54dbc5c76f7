## How many there are

count-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
 }
count-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
 }
count-relations = { $count ->
    [one] { $count } relation
   *[other] { $count } relations
 }
count-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
 }
count-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
 }

## What somebody said, or what is called something

quoted = “{ $words }”
