# Was auf und um Abbildungen steht: Bilder, Seiten in PDF und HTML.

## Die Bildunterschrift: Glieder, die mit Semikolons dazwischen aufeinanderfolgen

figure-events-some = { $shown } von { $count ->
        [one] { $count } Ereignis
       *[other] { $count } Ereignissen
    }
figure-actors-some = { $shown } von { $count ->
        [one] { $count } Akteur
       *[other] { $count } Akteuren
    }
figure-relations-some = { $shown } von { $count ->
        [one] { $count } Beziehung
       *[other] { $count } Beziehungen
    }
# Folgt auf eine Zahl von Ereignissen.
figure-undated = { $count } davon ohne Datum
figure-between = zwischen { $from } und { $to }
figure-as-of = Stand { $day }
figure-unheld = ohne das, was nicht in Kraft ist
figure-around = { $count ->
        [one] { $count } Schritt
       *[other] { $count } Schritte
    } um { $title }
figure-filtered = gefiltert nach { $query }
# $parts: wie viel wovon, etwa „14 von 62 Ereignissen, 3 von 20 Beziehungen“.
figure-filtered-hidden = gefiltert nach { $query } ({ $parts } ausgeblendet)
figure-aside = hervorgehoben ist, was { $query } entspricht
figure-aside-dimmed = hervorgehoben ist, was { $query } entspricht ({ $parts } abgeschwächt)
# $within: ein Zeitabschnitt, etwa „22. Juni 2023 bis 1. Juli 2023“.
figure-outside = ohne { $count ->
        [one] { $count } Ereignis
       *[other] { $count } Ereignisse
    } außerhalb des Zeitabschnitts { $within }
figure-by-hand = ohne { $count ->
        [one] { $count } von Hand ausgeblendeten Akteur
       *[other] { $count } von Hand ausgeblendete Akteure
    }

## Um die Ansicht herum

figure-title = { $story }: { $shown ->
        [timeline] Zeitleiste
        [map] Karte
       *[step] Schritt
    }
figure-credit = Erstellt mit Throughline
figure-page = Seite { $page } von { $pages }
figure-sources-more = und { $count } weitere Quellen
figure-step-of = { $number } von { $count }
# $who: von wem stammt, was gegen die Aussage steht.
figure-against = Dagegen: { $who }

## Die Anmerkung zu einem Zeichen: worauf es beruht
# $number: die Nummer der Quelle in der Liste; $place: ihr Absatz mit einem Leerzeichen davor, oder nichts.

figure-note = { $bearing ->
        [disputes] Bestritten durch „{ $quote }“
        [mentions] Erwähnt in „{ $quote }“
       *[supports] „{ $quote }“
    } ({ $who }; [{ $number }]{ $place })
figure-note-more = Und { $count } weitere.

## Was einer Abbildung fehlt
# .lacking: wie es neben anderen im ersten Satz steht.

figure-part-title = Titel
    .lacking = den Titel
figure-part-legend = Legende
    .lacking = die Legende
figure-part-caption = Bildunterschrift
    .lacking = die Bildunterschrift
figure-part-sources = Quellen
    .lacking = die Quellen
figure-part-credit = Urhebervermerk
    .lacking = den Urhebervermerk
figure-too-low = Die Abbildung ist zu niedrig für { $parts }: höher machen oder andere Teile weglassen.
figure-not-embedded = Die Schriftart { $face } lässt sich nicht in die Datei aufnehmen: Wie ihre Zeichen ({ $letters }) aussehen, hängt davon ab, wo die Datei geöffnet wird.
figure-no-font = Keine Schriftart auf diesem Rechner hat { $characters } ({ $script }): { $package } installieren.

## Die Seite in HTML

figure-html-skip = Zur Liste der Einträge springen
figure-html-zoom = Zoomen
figure-html-closer = Vergrößern
    .hover = Vergrößern (+)
figure-html-further = Verkleinern
    .hover = Verkleinern (-)
figure-html-whole = Ganz
    .hover = Die ganze Abbildung zeigen (0)
figure-html-rests = Worauf es beruht
figure-html-hint = Ein Klick auf ein Zeichen zeigt, worauf es beruht; ebenso die Pfeiltasten, die zu ihm führen, und die Eingabetaste. Ziehen verschiebt; Strg mit dem Mausrad oder die Tasten + und − zoomen.
figure-html-all = Alles in dieser Abbildung
figure-html-all-steps = Alles in diesen Abbildungen
figure-html-steps = Schritte
figure-html-step = Schritt { $number }
figure-html-next = Weiter
    .key = Bild ab
figure-html-previous = Zurück
    .key = Bild auf

## Tabellen und Artikel darauf

figure-html-events = Ereignisse
figure-html-actors = Akteure
figure-html-relations = Beziehungen
figure-html-sources = Quellen
figure-html-when = Wann
figure-html-during = Wann
figure-html-kind = Art
figure-html-published = Veröffentlicht
figure-html-what = Was
figure-html-rests-on = Beruht auf
figure-html-undated = Ohne Datum
figure-html-evidence = Belege
figure-html-about = Angaben
figure-html-more = { $count ->
    [one] und { $count } weiterer Eintrag
   *[other] und { $count } weitere
 }
