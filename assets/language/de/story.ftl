## How many there are

count-events = { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
 }
count-actors = { $count ->
    [one] { $count } Akteur
   *[other] { $count } Akteure
 }
count-relations = { $count ->
    [one] { $count } Beziehung
   *[other] { $count } Beziehungen
 }
count-passages = { $count ->
    [one] { $count } Textstelle
   *[other] { $count } Textstellen
 }
count-sources = { $count ->
    [one] { $count } Quelle
   *[other] { $count } Quellen
 }

## What somebody said, or what is called something

quoted = „{ $words }“
