# Deutsch: eine Packung vergleichen, sagen, dass etwas nicht stimmt. Nur der Server zeigt das.

## Mit dem Bild vergleichen
look-title = Mit dem Bild vergleichen
look-why = Hinsehen sagt mehr als ein Code: Halten Sie die Packung neben dieses Bild.
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
look-differs-list = So soll es sein, und Ihre ist es nicht
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
report-near = Woher haben Sie es?
report-near-hint = Ort oder Postleitzahl genügt. Wird auf etwa 5 km genau aufbewahrt.
report-send = Meldung senden
report-done-title = { $brand } hat Ihre Meldung
report-done-text = Nennen Sie diese Nummer, wenn Sie danach fragen.
report-done-meanwhile = Behalten Sie Packung und Beleg, bis Sie eine Antwort haben. Wenn es jemandem schaden könnte, benutzen Sie es nicht.
report-kept-photo = Das Foto wurde aufbewahrt, ohne das, was die Kamera daneben schrieb.
report-kept-place = Der Ort wurde aufbewahrt, auf etwa 5 km genau.
report-kept-nobody = Weder Name noch Adresse wurden aufbewahrt. Nur dieser Browser findet die Meldung wieder.

## Ein Link, der woandershin führt
reason-foreign-link = Dieser Code ist ein Link zu { $host }, und das ist keine Adresse von { $brand }.
limit-foreign-link = Ein Laden kann eigene Links drucken. Die Produktnummer darin beweist nichts: Jeder kann sie schreiben.
about-foreign-link = Dieser Code führt nicht zu { $brand }. Er führt zu { $host }.

## Eine Packung, deren Code nicht lesbar ist
typed-title = Diese Packung nach dem Aufdruck prüfen
typed-why = Dieser Code unterscheidet keine Packung von einer anderen. Was daneben gedruckt ist, sagt mehr.
typed-picture = Wohin man schaut: { $product }
typed-batch = 1. Charge
typed-date = 2. Datum
typed-date-hint = Wie es gedruckt ist: 31.08.2027, 08/2027 oder 270831.
typed-batch-send = Charge und Datum prüfen
typed-serial = 1. Nummer dieser Packung
typed-serial-third = 3. Oder die Nummer dieser Packung
typed-serial-hint = Vier Gruppen zu fünf Zeichen, oder wie sie gedruckt ist.
typed-serial-send = Nummer prüfen
slip-group = Sehen Sie Gruppe { $group } noch einmal an
slip-groups = Sehen Sie die Gruppen { $groups } noch einmal an
slip-groups-text = Jede Gruppe hat ihr eigenes Prüfzeichen, und dort passt es nicht. Vergleichen Sie sie Zeichen für Zeichen mit der Packung.
slip-length = Zählen Sie die Zeichen noch einmal
slip-length-text = Die Nummer hat vier Gruppen zu fünf Zeichen. Etwas fehlt, oder ist doppelt.
slip-batch = Sehen Sie die Charge noch einmal an
slip-batch-text = { $brand } hat hier keine Charge „{ $batch }“ dieses Produkts. 0 und O, 1 und I sehen sich ähnlich. Wenn sie so gedruckt ist, senden Sie sie noch einmal.
slip-no-date = Sehen Sie das Datum noch einmal an
slip-no-date-text = „{ $date }“ ist kein Datum. Tippen Sie es in Ziffern, wie es gedruckt ist.
slip-date = Sehen Sie beides noch einmal an
slip-date-text = Bei { $brand } hat Charge { $batch } ein anderes Datum. Am wahrscheinlichsten ist ein Tippfehler. Wenn beides so gedruckt ist, senden Sie es noch einmal.
slip-date-twice = Charge und Datum gehören nicht zusammen
slip-date-twice-text = Bei { $brand } hat Charge { $batch } ein anderes Datum, als Sie zweimal getippt haben. Benutzen Sie die Packung nicht, bis das geklärt ist, und sagen Sie es { $brand } unten.
