# Deutsch: eine Packung vergleichen, sagen, dass etwas nicht stimmt. Nur der Server zeigt das.

## Mit dem Bild vergleichen
look-title = Mit dem Bild vergleichen
look-why = Drei Blicke sagen mehr als ein Code: Halten Sie die Packung neben dieses Bild.
look-legend = { $n }. { $part }
look-legend-line = { $n }.
look-yes = Ja
look-no = Nein
look-send = Fertig verglichen
look-more = Auch darauf achten
look-mark = Wohin man schaut, nach Nummern
look-done-title = Sie sieht aus, wie sie soll
look-done-text = Alles, was Sie verglichen haben, ist so, wie { $brand } es sagt. Eine gute Kopie kann genauso aussehen; ein Beweis ist das nicht.
look-differs-title = Nicht benutzen
look-differs-text = Ihre Packung sieht anders aus, als { $brand } eine richtige beschreibt.
look-differs-list = Das ist nicht, wie es sein soll
look-differs-ask = Behalten Sie Packung und Beleg, und fragen Sie { $brand }.
look-back = Zurück zur Packung
problem-look-missing = Beantworten Sie jede Frage: Ja oder Nein.
