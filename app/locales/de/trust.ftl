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
look-differs-report = Sagen Sie es { $brand }, damit andere gewarnt sind
look-back = Zurück zur Packung
problem-look-missing = Beantworten Sie jede Frage: Ja oder Nein.

## Stimmt etwas nicht?
report-title = Stimmt etwas nicht?
report-why = Sagen Sie { $brand }, was Sie sehen. Sie brauchen kein Konto, und niemand erfährt, wer Sie sind.
report-words = Was stimmt nicht?
report-photo = Ein Foto davon
report-photo-hint = Wird kleiner aufbewahrt, ohne das, was die Kamera neben das Bild schreibt. Decken Sie Gesichter und Namen ab.
report-near = Woher haben Sie es? Ort oder Postleitzahl
report-near-hint = Wird auf etwa 5 km genau aufbewahrt.
report-send = Meldung senden
report-done-title = { $brand } hat Ihre Meldung
report-done-text = Nennen Sie diese Nummer, wenn Sie danach fragen.
report-done-meanwhile = Behalten Sie Packung und Beleg, bis Sie eine Antwort haben. Wenn es jemandem schaden könnte, benutzen Sie es nicht.
report-kept-photo = Das Foto wurde aufbewahrt, ohne das, was die Kamera daneben schrieb.
report-kept-place = Der Ort wurde aufbewahrt, auf etwa 5 km genau.
report-kept-nobody = Aufbewahrt wurde nichts, das zu Ihnen führt.

## Ein Link, der woandershin führt
reason-foreign-link = Dieser Code ist ein Link zu { $host }, und das ist keine Adresse von { $brand }.
limit-foreign-link = Ein Laden kann eigene Links drucken. Die Produktnummer darin beweist nichts: Jeder kann sie schreiben.
about-foreign-link = Dieser Code führt nicht zu { $brand }. Er führt zu { $host }.
