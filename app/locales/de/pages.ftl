# Deutsch, für Seiten, die nur der Server macht. Was der Browser sagt, steht in main.ftl.

## Warnungen
caution-do-not-use = Nicht anwenden. Fragen Sie in der Apotheke oder Praxis, was Sie stattdessen nehmen.
caution-do-not-use-until-clear = Nicht anwenden, bis das geklärt ist. Fragen Sie in der Apotheke oder Praxis.
caution-first-do-not-use = Nicht benutzen.
caution-first-do-not-use-until-clear = Nicht benutzen, bis das geklärt ist.

aloud = Vorlesen
aloud-stop = Nicht weiter vorlesen

## Gründe
reasons-title = Warum wir das sagen
reason-recalled = { $scope ->
    [batch] Diese Charge wurde am { $on } zurückgerufen.
    [serials] Packungen mit diesen Nummern wurden am { $on } zurückgerufen.
    [dates] Packungen mit diesen Daten wurden am { $on } zurückgerufen.
   *[product] Dieses Produkt wurde am { $on } zurückgerufen.
}
reason-possibly-recalled = { $scope ->
    [batch] Manche Chargen dieses Produkts wurden am { $on } zurückgerufen, und der Code sagt nicht, welche das ist.
    [serials] Manche Packungen dieses Produkts wurden am { $on } nach ihren Nummern zurückgerufen, und der Code hat keine.
    [dates] Packungen mit bestimmten Daten wurden am { $on } zurückgerufen, und von dieser ist keines bekannt.
   *[notice] Eine Behörde hat am { $on } eine Meldung veröffentlicht, die dieses Produkt zu meinen scheint. Die Marke hat es nicht bestätigt.
}
limit-possibly-recalled = Es entscheidet, was auf der Packung steht: Code und Aufzeichnungen sagen nicht genug.
reason-unit-stolen = Diese Packung wurde als gestohlen gemeldet.
reason-said-stolen = Jemand, der diese Packung registriert hat, meldet sie als gestohlen.
reason-unit-destroyed = Diese Packung wurde als vernichtet oder verwertet gemeldet.
reason-unit-exported = Diese Packung wurde für einen anderen Markt ausgeführt.
reason-unit-consumed = Diese Packung wurde bereits verbraucht oder abgegeben.
reason-unit-decommissioned = Diese Packung wurde aus dem Verkehr genommen.
reason-unit-rejected = Dieser Code wurde beim Druck verworfen.
reason-unit-locked = Die Marke hat diese Packung gesperrt.
reason-never-issued = { $since ->
    [none] { $brand } hat alle Nummern gemeldet, und diese ist nicht dabei.
   *[other] { $brand } hat seit { $since } alle Nummern gemeldet, und diese ist nicht dabei.
}
reason-never-issued-typed = { $brand } hat keine Packung mit der Nummer, die Sie eingetippt haben.
reason-impossible-travel = { $hours ->
    [0] Der Code wurde in { $from } geprüft und binnen einer Stunde in { $to }, { $km } km entfernt. Eine Packung kann nicht an beiden Orten sein.
    [one] Der Code wurde in { $from } geprüft und, eine Stunde auseinander, in { $to }, { $km } km entfernt. Eine Packung kann nicht an beiden Orten sein.
   *[other] Der Code wurde in { $from } geprüft und, { $hours } Stunden auseinander, in { $to }, { $km } km entfernt. Eine Packung kann nicht an beiden Orten sein.
}
reason-many-sessions = { $days ->
    [0] { $sessions } verschiedene Personen haben ihn heute geprüft. Eine einzige Packung erklärt das selten.
    [one] { $sessions } verschiedene Personen haben ihn binnen eines Tages geprüft. Eine einzige Packung erklärt das selten.
   *[other] { $sessions } verschiedene Personen haben ihn in { $days } Tagen geprüft. Eine einzige Packung erklärt das selten.
}
reason-many-owners = { $people } verschiedene Personen haben ihn an einem anderen Tag wieder angesehen, wie man es mit einer Packung zu Hause tut.
reason-many-countries = Verschiedene Personen haben ihn in { $countries } geprüft.
reason-many-towns = Verschiedene Personen haben ihn in { $towns } Orten geprüft, die weit auseinanderliegen.
reason-sold-elsewhere = { $hours ->
    [0] Die Packung wurde in { $from } verkauft und war binnen einer Stunde in { $to }, { $km } km entfernt.
    [one] Die Packung wurde in { $from } verkauft und war, eine Stunde auseinander, in { $to }, { $km } km entfernt.
   *[other] Die Packung wurde in { $from } verkauft und war, { $hours } Stunden auseinander, in { $to }, { $km } km entfernt.
}
reason-two-places = { $from ->
    [none] Der Handel meldet sie an zwei Orten, an denen eine einzige Packung nicht sein kann: an einem { $first }, am anderen { $again }.
   *[other] Der Handel meldet sie in { $from }, { $first }, und in { $to }, { $again }. Eine Packung kann nicht an beiden Orten sein.
}
reason-seen-after-end = Der Code wurde geprüft, { $last }, nachdem die Packung als vernichtet oder verwertet gemeldet war: { $since }.
reason-first-seen-expired = Niemand hat ihn geprüft, bevor das Datum vorbei war: { $on }. Zum ersten Mal: { $first }.
reason-lot-astray = Von { $of } geprüften Packungen dieser Charge waren { $units } in { $seen }, wofür sie nicht bestimmt ist.
reason-wrong-market = Die Packung ist für { $intended } bestimmt und wurde in { $seen } geprüft.
reason-signature-wrong = Die Unterschrift in diesem Code passt nicht zu dem, was er sagt.
reason-signature-unknown-key = Der Code ist mit einem Schlüssel unterschrieben, { $key }, der hier keiner von { $brand } ist.
reason-signature-revoked = Der Code ist unterschrieben, aber { $brand } hat den Schlüssel seitdem widerrufen: { $on }.
reason-signature-missing = { $brand } unterschreibt die Codes dieser Packung, und dieser ist nicht unterschrieben.
reason-signature-valid = { $brand } hat genau das unterschrieben, was dieser Code sagt.
reason-last-seen = Auf dem vorgesehenen Weg wurde sie zuletzt gesehen: { $at }.
reason-batch-differs = Im Code steht Charge { $code }. Verzeichnet ist Charge { $record }.
reason-expiry-differs = Im Code steht { $code } als Verfall. Verzeichnet ist { $record }.
reason-expired = { $days ->
    [one] Verfallen am { $on }, also gestern.
   *[other] Verfallen am { $on }, vor { $days } Tagen.
}
reason-past-best-before = { $days ->
    [one] Mindestens haltbar war sie bis { $on }, also bis gestern.
   *[other] Mindestens haltbar war sie bis { $on }, vor { $days } Tagen.
}
reason-unknown-product = Keine Marke, die Touchstone nutzt, hat diese Nummer vergeben.
reason-unknown-serial = { $brand } hat uns die Nummer dieser Packung nicht mitgeteilt.
reason-unknown-batch = { $brand } hat uns die Charge { $batch } nicht mitgeteilt.
reason-not-an-identity = Der Code enthält keine Produktnummer.
reason-no-serial = Dieser Code hat keine eigene Nummer für die einzelne Packung.
reason-in-house-number = Die Nummer des Produkts ist eine eigene von { $brand }, ohne Lizenz von GS1.
reason-issued = { $brand } hat diese Packung ausgegeben.
reason-issued-when-made = Bei dieser Charge gilt eine Nummer als ausgegeben, sobald es sie gibt; dass eine Packung sie trägt, ist noch nicht gemeldet.
reason-not-yet-issued = { $state ->
    [printed] { $brand } hat diese Nummer vergeben und gedruckt; dass eine Packung sie trägt, ist noch nicht gemeldet.
    [applied] { $brand } hat diese Nummer auf einer Packung angebracht; dass die Packung ausgeliefert ist, ist noch nicht gemeldet.
   *[allocated] { $brand } hat diese Nummer vergeben; dass sie gedruckt ist, ist noch nicht gemeldet.
}
reason-revealed = Sie haben den verdeckten Code aufgedeckt ({ $at }), und sonst niemand.
reason-revealed-before = Der verdeckte Code wurde in einem anderen Browser aufgedeckt: { $at }.
reason-revealed-again = Der verdeckte Code wurde aufgedeckt ({ $first }), und dann von jemand anderem ({ $again }).
reason-first-check = Dies ist die erste Prüfung dieses Codes.
reason-checked-before = { $checks ->
    [one] Er wurde schon einmal geprüft: { $first }.
   *[other] Er wurde { $checks }-mal geprüft, zuerst: { $first }.
}
reason-checked-by-you = Sie haben diesen Code schon geprüft, sonst niemand.
reason-good-until = { $days ->
    [0] Haltbar bis heute.
    [one] Haltbar bis { $on }, noch einen Tag.
   *[other] Haltbar bis { $on }, noch { $days } Tage.
}
limit-unit-stolen = Wenn Sie die Packung in gutem Glauben gekauft haben, fragen Sie die Marke, und behalten Sie den Beleg.
limit-said-stolen = Registriert wurde sie nur mit dem Code, den alle sehen können. Lassen Sie sich den Beleg zeigen.
limit-never-issued = Ein Druckfehler sähe genauso aus: Vergleichen Sie die Packung, bevor Sie entscheiden.
limit-never-issued-typed = Am wahrscheinlichsten ist ein Tippfehler.
limit-impossible-travel = Eine der beiden Packungen kann echt sein. Welche, sagt der Code nicht.
limit-many-sessions = Auch ein Ausstellungsstück im Laden kann so oft gescannt werden.
limit-many-owners = Eine Familie mit vielen Telefonen sieht für uns genauso aus.
limit-many-countries = Vielleicht steht ein Bild des Codes im Internet.
limit-many-towns = Vielleicht ist jemand umgezogen oder hat sie weitergegeben.
limit-sold-elsewhere = Eine falsch gehende Uhr sähe genauso aus.
limit-two-places = Eine der beiden Meldungen kann ein Irrtum sein.
limit-seen-after-end = Vielleicht wurde sie nie vernichtet.
limit-first-seen-expired = Vielleicht lag sie in einer Schublade.
limit-lot-astray = Das spricht nicht gegen die Packung selbst, nur gegen ihren Weg hierher.
limit-wrong-market = Vielleicht hat sie nur jemand auf eine Reise mitgenommen.
limit-unknown-product = Es kann echt sein: Nicht jede Marke ist hier.
limit-unknown-serial = Das spricht weder dafür noch dagegen.
limit-no-serial = Eine Kopie dieses Codes sieht für uns gleich aus.
limit-in-house-number = Anderswo kann dieselbe Nummer für etwas anderes stehen.
limit-issued = Der Code allein unterscheidet Kopie und Original nicht.
limit-issued-when-made = Eine Liste von Codes, die vor dem Druck gestohlen wurde, sähe genauso aus.
limit-not-yet-issued = Die Meldung kann sich verspäten, oder eine Liste von Codes wurde gestohlen. Das beweist keine Fälschung.
limit-signature-wrong = Diesen Code hat jemand geschrieben oder geändert, der den Schlüssel der Marke nicht hat. Ein beschädigter Code wird gar nicht erst gelesen.
limit-signature-unknown-key = Das spricht weder dafür noch dagegen.
limit-signature-revoked = Wer diesen Schlüssel hat, kann selbst unterschreiben: Die Unterschrift sagt nichts mehr.
limit-signature-missing = Eine Packung kann einen zweiten Code ohne Unterschrift tragen. Scannen Sie auch den anderen.
limit-signature-valid = Eine Kopie des Codes hat dieselbe Unterschrift.
limit-revealed = Das gilt für die Packung, in der Sie den Code gefunden haben, und für keine andere.
limit-revealed-before = Wenn Sie das waren, ist alles gut. Wenn das Siegel der Packung in Ihrer Hand heil ist, wurde ihr Code kopiert: Fragen Sie die Marke.
limit-revealed-again = Wer ein zweites Telefon hat oder die Packung vom ersten Besitzer bekam, sieht für uns genauso aus.
limit-first-check = Bei einem kopierten Code kann die Kopie zuerst geprüft werden.
limit-checked-before = Haushalte, Läden und Prüfer schauen mehr als einmal.
limit-past-best-before = Mindestens haltbar heißt nicht: danach verdorben. Schauen, riechen, schmecken.

## Woher ein Ort bekannt ist
source-device = Ort: Standort des Telefons
source-typed = Ort: wie eingetippt
source-address = Ort: aus der Netzadresse geraten, die falsch sein kann

## Nächste Schritte
steps-title = Was jetzt zu tun ist
step-stop-using = Nicht mehr benutzen
step-do-not-accept = Nicht annehmen, kaufen oder benutzen
step-claim = Geld zurück oder Reparatur verlangen
step-check-typing = Die Nummer noch einmal mit der Packung vergleichen
step-check-batch = Charge auf der Packung vergleichen
step-compare-pack = Mit der Packung vergleichen
step-ask-brand = { $brand } fragen
step-report = { $brand } sagen, was nicht stimmt
step-register = Registrieren
step-recycle = Sehen, wie man es entsorgt
step-scan-another = Einen anderen Code scannen

## Produkt
usage-title = Gebrauch und Aufbewahrung
batch-title = Charge { $batch }
batch-produced = Hergestellt
batch-expiry = Zu verwenden bis
batch-best-before = Mindestens haltbar bis
batch-origin = Woher es kommt
batch-advice = Für diese Charge
batch-days = Das sind
batch-days-left = { $days ->
    [0] der letzte Tag
    [one] noch ein Tag
   *[other] noch { $days } Tage
}
batch-days-past = { $days ->
    [one] seit gestern vorbei
   *[other] seit { $days } Tagen vorbei
}
batch-allergens = Allergene:
batch-safety = Achtung:
batch-serving = Zubereiten und servieren
batch-storage = Aufbewahren
batch-dose = Dosis
batch-care = Pflege
batch-markets = Bestimmt für
unit-title = Diese Packung
unit-serial = Nummer dieser Packung

## Links der Marke
links-title = Mehr von { $brand }
links-choose = Es gibt mehrere. Wählen Sie einen; jeder führt auf eine andere Website.

## Weg
journey-title = Wo es war
journey-empty = Die Marke hat den Weg dieser Packung nicht mitgeteilt.
journey-gap = { $days ->
    [one] Einen Tag lang ist nichts bekannt
   *[other] { $days } Tage lang ist nichts bekannt
}
journey-made-from = Woraus es gemacht ist
journey-carried = In Container und auf Palette
did-commissioning = Nummeriert
did-creating-class-instance = Hergestellt
did-transforming = Hergestellt
did-transformation = Hergestellt
did-harvesting = Geerntet
did-packing = Verpackt
did-unpacking = Ausgepackt
did-shipping = Versandt
did-departing = Abgefahren
did-transporting = Unterwegs
did-arriving = Angekommen
did-receiving = Angenommen
did-storing = Eingelagert
did-stocking = Ins Regal gestellt
did-loading = Verladen
did-unloading = Ausgeladen
did-inspecting = Geprüft
did-accepting = Übernommen
did-retail-selling = Verkauft
did-dispensing = Abgegeben
did-holding = Zurückgehalten
did-destroying = Vernichtet
did-collecting = Zum Recycling angenommen
did-decommissioning = Aus dem Verkehr genommen
did-returning = Zurückgegeben
did-repairing = Repariert
did-other = Gesehen
was-stolen = gestohlen gemeldet
was-destroyed = vernichtet
was-recalled = zurückgerufen
was-damaged = beschädigt

## Entsorgung
recycling-title = Entsorgung
recycling-near-label = Ort oder Postleitzahl
recycling-near-send = Stellen finden
recycling-near-me = Meinen Standort nehmen
recycling-near-unknown = In der Nähe von „{ $near }“ kennen wir keine Stelle. Versuchen Sie die nächste größere Stadt.
recycling-places = Stellen, die es annehmen
recycling-place-km = { $km } km
recycling-place-map = In Karte öffnen
recycling-places-more = { $count ->
    [one] Eine weitere Stelle
   *[other] { $count } weitere Stellen
}
material-glass = Glas
material-paper = Papier
material-cardboard = Pappe
material-pet = PET-Kunststoff
material-plastic = Kunststoff
material-metal = Metall
material-aluminium = Aluminium
material-organic = Bioabfall
material-electronics = Elektronik
material-batteries = Batterien
material-medicine = Arzneimittel
material-residual = Restmüll
part-grams = { $grams } g
part-recycled = zu { $percent } % aus Rezyklat
part-reusable = wiederverwendbar

## Rückruf
recall-title = Sicherheitsrückruf
recall-possible-title = Produktsicherheitsrückruf: Charge vergleichen
recall-possible = Es ist nicht sicher, dass diese Packung gemeint ist. Vergleichen Sie, was auf der Packung steht, damit:
recall-possible-notice = Aus einer Meldung: { $source }, Nummer { $number }. { $brand } hat nicht bestätigt, dass sie dieses Produkt meint.
recall-notice-source = Aus einer Meldung: { $source }, Nummer { $number }.
notice-openfda = Lebens- und Arzneimittelbehörde der USA (FDA)
notice-cpsc = Verbraucherschutzbehörde der USA (CPSC)
notice-safety-gate = Safety Gate der Europäischen Union
recall-what = Was zurückgerufen wird
recall-number = Rückruf { $number }
recall-batches = Chargen: { $batches }
recall-serials = Nummern: { $serials }
recall-produced = Hergestellt { $days }
recall-expires = Verfalls- oder Mindesthaltbarkeitsdatum { $days }
recall-days = vom { $from } bis { $to }
recall-days-from = ab { $from }
recall-days-to = bis { $to }
recall-where-to-look = Wo es steht
recall-sold = Wo es verkauft wurde
recall-share = Sagen Sie es bitte allen weiter, die es haben könnten.
recall-check-batch = Charge auf der Packung
recall-check-send = Diese Charge prüfen
notice-instruction = Benutzen Sie es nicht, bevor Sie verglichen haben, was darauf steht und was in dieser Meldung steht.
recall-published = Veröffentlicht am { $on }
recall-hazard = Die Gefahr
recall-instruction = Was jetzt zu tun ist
recall-remedies = Das steht Ihnen zu
remedy-refund = Geld zurück
remedy-repair = Reparatur
remedy-replacement = Ersatz
place-gives = Was Sie hier bekommen: { $remedies }
near-unknown = „{ $near }“ ist hier nicht bekannt: Die Orte unten stehen in keiner Reihenfolge. Tippen Sie eine größere Stadt in der Nähe ein.
recall-places = Wohin damit
recall-contact = Fragen
claim-title = Hier verlangen
claim-remedy = Was möchten Sie?
claim-note = Was ist geschehen?
claim-email = E-Mail, für die Antwort
claim-send = Anspruch senden
claim-done-title = Ihr Anspruch liegt bei { $brand }
claim-done-text = Behalten Sie Kennzeichen und Code. Mit beiden können Sie nachsehen, und sonst niemand.
claim-asked = Verlangt: { $remedy }.
claim-status-open = Offen: Noch hat niemand entschieden. Kein Anspruch wird ohne die Entscheidung eines Menschen geschlossen.
claim-status-need-more = Die Marke braucht noch etwas. Die Nachricht lesen und unten antworten.
claim-status-accepted = Angenommen: Es kommt, was verlangt wurde, oder was die Nachricht sagt.
claim-status-paid = Erledigt: Das Geld wurde zurückgezahlt.
claim-status-repaired = Erledigt: Es wurde repariert.
claim-status-replaced = Erledigt: Es wurde ersetzt.
claim-status-refused = Abgelehnt, aus dem Grund in der Nachricht.
claim-is-open = Offen
claim-is-need-more = Es fehlt noch etwas
claim-is-accepted = Angenommen
claim-is-paid = Zurückgezahlt
claim-is-repaired = Repariert
claim-is-replaced = Ersetzt
claim-is-refused = Abgelehnt
claim-steps-title = Was daraus wurde
claim-by-you = Sie
claim-answer-label = Ihre Antwort
claim-answer-send = Antwort senden
claim-mail-subject = Ihr Anspruch { $reference } bei { $brand }
claim-mail-about = Es geht um Ihren Anspruch { $reference }: { $product }.
claim-mail-says = { $brand } schreibt:
claim-mail-where = Mit Kennung und Code lässt er sich hier ansehen und beantworten: { $address }
reference-label = Kennzeichen
code-label = Code
see-mine = Nachsehen

## Registrierung
register-title = Registrieren
register-why = Ein Nachweis Ihrer Registrierung und Rückrufnachrichten, ohne Konto.
register-points = { $points ->
    [one] Ein Punkt für Sie
   *[other] { $points } Punkte für Sie
}
register-warranty = { $months ->
    [one] Ein Monat Garantie ab Kauf
   *[other] { $months } Monate Garantie ab Kauf
}
register-bought-on = Gekauft am
register-shop = Laden
register-receipt = Nummer auf dem Kassenbon
register-receipt-hint = Wenn der Laden sie mit dem Verkauf gemeldet hat, beweist sie, dass die Packung Ihnen gehört. Sie wird verglichen und nicht behalten.
register-email = E-Mail, nur für Garantie und Rückruf
register-send = Registrieren
register-taken = Jemand hat diese Packung schon registriert. Wenn sie Ihnen gehört und Sie es nicht waren, fragen Sie die Marke.
register-done-title = Registriert
register-done-text = Behalten Sie Kennzeichen und Code: Mit beiden können Sie auf jedem Gerät nachsehen oder löschen, und sonst niemand. In diesem Browser brauchen Sie keins davon.
warranty-until = Garantie bis { $on }
points-earned = { $points ->
    [one] Ein Punkt gutgeschrieben
   *[other] { $points } Punkte gutgeschrieben
}

## Rückrufnachrichten
follow-title = Bei einem Rückruf Bescheid bekommen
follow-why = Wird das später zurückgerufen, erfahren Sie es. Sonst wird nichts geschickt, und Sie brauchen kein Konto.
follow-email = E-Mail
follow-by-mail = Per E-Mail Bescheid geben
follow-by-link = Einen privaten Link bekommen
follow-link-why = Eine eigene Seite, die zeigt, was sich geändert hat. Heben Sie die Adresse auf.
follow-by-push = Auf diesem Gerät melden
follow-push-none = Dieser Server schickt keine Meldungen an Geräte.
follow-push-script = Meldungen auf diesem Gerät brauchen JavaScript, das hier aus ist. Die Wege darunter gehen ohne.
follow-push-install = Auf iPhone und iPad kommen Meldungen nur in die installierte App: das Teilen-Menü öffnen, Zum Home-Bildschirm wählen und sie von dort öffnen. Die Wege darunter gehen sofort.
follow-push-unable = Dieser Browser kann keine Meldungen zeigen. Die Wege darunter gehen trotzdem.
follow-push-denied = Meldungen sind für diese Seite gesperrt. Erlauben Sie sie in den Einstellungen des Browsers, oder nehmen Sie einen der Wege darunter.
follow-push-failed = Das ging nicht: Der Push-Dienst des Browsers oder unserer gab keine Antwort. Versuchen Sie es noch einmal, oder nehmen Sie einen der Wege darunter.
follow-page-title = Was Sie verfolgen
follow-done-title = Vorgemerkt
follow-done-mail = Wir haben Ihnen geschrieben. Öffnen Sie den Link in der E-Mail, um Ja zu sagen: Vorher wird nichts weiter geschickt.
follow-done-confirmed = Wird es zurückgerufen, schreiben wir Ihnen. Jede solche E-Mail hat einen Link, der sie beendet.
follow-done-push = Wird es zurückgerufen, zeigt dieses Gerät eine Nachricht.
follow-done-link = Sehen Sie auf Ihre private Seite, wann immer Sie wollen: Sie zeigt, ob es zurückgerufen wurde.
follow-asked-title = Sollen wir Bescheid geben?
follow-asked = Jemand hat gebeten, dass wir Ihnen schreiben, wenn { $product } von { $brand } zurückgerufen wird.
follow-yes = Ja, Bescheid geben
follow-ended-title = Beendet
follow-ended = Sie erfahren nichts mehr über { $product }, und was Sie uns dafür gegeben haben, ist gelöscht.
follow-to-pack = Zur Seite der Packung
follow-nothing = Kein Rückruf betrifft es. Sie verfolgen es seit: { $since }.
follow-recalled = Zurückgerufen am { $on }: nicht mehr benutzen.
follow-possible = Vielleicht zurückgerufen am { $on }: Charge auf der Packung vergleichen.
follow-new = neu
follow-what-to-do = Was jetzt zu tun ist
follow-keep-title = Ihre private Seite
follow-keep = Wer diese Adresse hat, kann die Seite sehen und beenden. Über Sie sagt sie nichts.
follow-end = Nicht mehr Bescheid geben
follow-waits = Wartet auf das Ja in Ihrer E-Mail.
follow-mine-title = Was Sie in diesem Browser verfolgen
follow-mail-subject = Sollen wir Ihnen Rückrufe von { $product } melden?
follow-mail-asked = Jemand, hoffentlich Sie, möchte erfahren, wenn { $product } von { $brand } zurückgerufen wird.
follow-mail-confirm = Öffnen Sie das, um Ja zu sagen: { $address }
follow-mail-ignore = Wenn Sie das nicht waren, tun Sie nichts: Sonst wird nichts geschickt.
alert-subject = Produktsicherheitsrückruf: { $product }
alert-about = { $brand } hat { $product } zurückgerufen. Sie wollten davon erfahren. Der Rückruf wurde am { $on } veröffentlicht.
alert-subject-possible = Produktsicherheitsrückruf, Charge vergleichen: { $product }
alert-about-possible = Am { $on } wurde ein Rückruf von { $product } veröffentlicht, von dem Sie erfahren wollten. Vielleicht meint er Ihre Packung: Vergleichen Sie, was darauf steht.
alert-where = Was zu tun ist, und was Ihnen zusteht: { $address }
alert-why = Sie bekommen das, weil Sie darum gebeten haben. Beenden: { $address }

## Hidden code
reveal-title = Der Code unter dem Siegel
reveal-why = Diese Packung hat einen zweiten Code, den niemand sieht, bevor sie geöffnet ist. Er bestätigt die Packung.
reveal-once = Er zählt einmal: Wer ihn zuerst eingibt, bekommt die Bestätigung, und alle danach erfahren, dass er benutzt ist. Geben Sie ihn erst ein, wenn die Packung Ihnen gehört.
reveal-code = Code unter dem Siegel
reveal-send = Bestätigen, einmal
reveal-send-all-the-same = Trotzdem prüfen
reveal-is-yours = Sie haben den verdeckten Code eingegeben ({ $when }), und er war richtig.
reveal-is-known = Der verdeckte Code wurde schon eingegeben: { $when }, in einem anderen Browser.
reveal-first-title = Bestätigt
reveal-first-text = Der Code stimmt, und niemand hatte ihn zuvor eingegeben. { $brand } hat ihn in eine einzige Packung gelegt, und lesen kann ihn nur, wer sie öffnet.
reveal-yours-title = Von Ihnen bestätigt
reveal-before-title = Schon eingegeben
reveal-before-text = Der Code stimmt, aber jemand hat ihn schon eingegeben: { $when }, in einem anderen Browser. Wenn Sie das nicht waren, verwenden Sie die Packung nicht und fragen Sie { $brand }: Der Code wurde kopiert, oder die Packung wurde geöffnet.
reveal-back = Zurück zur Packung

## Meine Produkte
mine-title = Meine Produkte und Ansprüche
mine-intro = Tippen Sie Kennzeichen und Code ein, die Sie bekommen haben.
mine-look-up = Nachsehen
mine-erase = Löschen
mine-erase-why = Löscht, was Sie uns gegeben haben, sofort und endgültig. Punkte gehen zurück.
mine-erased = Gelöscht. Nichts von dem, was Sie uns für { $reference } gegeben haben, ist noch da.
mine-unknown = Zu diesem Kennzeichen und Code gibt es nichts. Prüfen Sie beide; Groß- und Kleinschreibung ist gleich.
mine-registered-at = Registriert { $when }
mine-opened-at = Eröffnet { $when }

## Der Code selbst
code-title = Der Code
code-text = Wie gescannt
code-faults = Was daran falsch ist
code-elements = Was er enthält
code-typed = Von Hand eingetippt
ai-00 = die Versandnummer
ai-01 = die Produktnummer
ai-02 = die Produktnummer des Inhalts
ai-10 = die Charge
ai-11 = das Herstelldatum
ai-12 = das Fälligkeitsdatum
ai-13 = das Packdatum
ai-15 = das Mindesthaltbarkeitsdatum
ai-16 = das Verkaufsdatum
ai-17 = das Verfallsdatum
ai-20 = die Variante
ai-21 = die Seriennummer
ai-22 = die Produktvariante
ai-37 = die Anzahl
ai-240 = die Zusatznummer
ai-250 = die zweite Seriennummer
ai-414 = die Ortsnummer
ai-8003 = die Behälternummer
ai-8004 = die Anlagennummer
ai-8006 = die Teilenummer
ai-8020 = die Zahlungsnummer
ai-other = die Angabe ({ $ai })
ai-none = diese Angabe
fault-empty = Es steht nichts darin. Scannen oder tippen Sie den Code noch einmal.
fault-no-gs1-data = Es steht keine Produktnummer darin.
fault-unsupported-symbology = Codes der Art „{ $part }“ tragen keine GS1-Daten.
fault-link-in-gs1-mode = Ein Link darf nicht in einem GS1-Code stehen: Er gehört in einen gewöhnlichen QR-Code oder Data-Matrix-Code.
fault-unknown-ai = „{ $text }“ ist kein GS1-Datenbezeichner. Prüfen Sie auf Tippfehler oder scannen Sie neu.
fault-empty-element = Hier fehlt etwas: Zwischen zwei Trennzeichen oder Klammern steht nichts.
fault-empty-value = Für { $title } steht nichts da. Prüfen Sie auf Tippfehler oder scannen Sie neu.
fault-unbalanced-brackets = Die Klammern um „{ $text }“ gehen nicht auf.
fault-too-many-elements = Es ist mehr darin, als eine Packung tragen kann, ab „{ $text }“.
fault-not-a-gtin = „{ $text }“ ist nicht, was ein solcher Code fasst: eine Produktnummer von { $digits } Ziffern.
fault-malformed-urn = „{ $text }“ ist nicht so geschrieben, wie ein EPC es muss: etwa urn:epc:id:sgtin:9506000.013435.A1.
fault-illegal-uri-character = „{ $text }“ ist ein Zeichen, das ein Link nicht haben kann.
fault-illegal-uri-host = „{ $text }“ ist kein Name, zu dem ein Link führen kann.
fault-mixed-case-scheme = „{ $text }“ muss ganz klein oder ganz groß geschrieben sein.
fault-not-a-qualifier = { $title } kann im Pfad nicht hinter der Nummer stehen, von der der Link handelt. Es gehört hinter das Fragezeichen oder in einen anderen Link.
fault-qualifier-order = „{ $text }“ steht in einer Reihenfolge, die ein Link nicht haben darf.
fault-not-an-attribute = Ein Link darf { $title } nicht hinter dem Fragezeichen tragen.
fault-belongs-in-path = Ein Link muss { $title } vor dem Fragezeichen tragen.
fault-too-short = „{ $text }“ ist zu kurz für { $title }. Es fehlt etwas.
fault-too-long = „{ $text }“ ist mehr, als { $title } fassen darf.
fault-not-a-digit = „{ $text }“ steht, wo { $title } eine Ziffer haben muss.
fault-not-cset-82 = „{ $text }“ ist ein Zeichen, das { $title } nicht haben darf.
fault-not-cset-39 = „{ $text }“ ist ein Zeichen, das { $title } nicht haben darf: nur Großbuchstaben, Ziffern und # - /.
fault-not-cset-64 = „{ $text }“ ist ein Zeichen, das { $title } nicht haben darf: nur Buchstaben, Ziffern, Bindestrich, Unterstrich und =.
fault-not-cset-32 = „{ $text }“ kann kein Prüfzeichen sein. Vergleichen Sie die letzten zwei Zeichen mit der Packung.
fault-incorrect-check-digit = Die letzte Ziffer, „{ $text }“, passt nicht zu den anderen: Eine davon ist falsch. Vergleichen Sie alle Ziffern mit der Packung.
fault-incorrect-check-pair = Die letzten zwei Zeichen, „{ $text }“, passen nicht zu den anderen: Eines davon ist falsch. Vergleichen Sie alle Zeichen mit der Packung.
fault-not-a-company-prefix = „{ $text }“ kann nicht stehen, wo die Nummer einer Firma beginnt.
fault-illegal-month = „{ $text }“ ist kein Monat.
fault-illegal-day = „{ $text }“ ist kein Tag dieses Monats.
fault-illegal-hour = „{ $text }“ ist keine Stunde eines Tages.
fault-illegal-minute = „{ $text }“ ist keine Minute einer Stunde.
fault-illegal-second = „{ $text }“ ist keine Sekunde einer Minute.
fault-not-a-country = „{ $text }“ ist kein Ländercode.
fault-not-a-currency = „{ $text }“ ist kein Währungscode.
fault-not-a-sex = „{ $text }“ ist keiner der Codes 0, 1, 2 und 9 für das Geschlecht einer Person.
fault-not-a-media-type = „{ $text }“ ist kein Code dafür, worauf die Identität einer Person gedruckt ist.
fault-not-a-package-type = „{ $text }“ ist kein Code für eine Art von Packung.
fault-not-an-importer-index = „{ $text }“ kann kein Index eines Importeurs sein: Er ist ein Buchstabe, eine Ziffer, ein Binde- oder ein Unterstrich.
fault-illegal-latitude = „{ $text }“ liegt jenseits des Pols.
fault-illegal-longitude = „{ $text }“ geht mehr als einmal um die Erde.
fault-not-zero = „{ $text }“ steht, wo eine Null sein muss.
fault-zero = Nur Nullen: Das kann für { $title } nicht stimmen.
fault-zero-prefix = „{ $text }“ darf nicht mit einer Null beginnen.
fault-not-yes-or-no = Für { $title } gibt es nur 0 oder 1.
fault-not-a-hyphen = „{ $text }“ steht, wo ein Bindestrich sein muss: Er heißt unter null.
fault-illegal-winding = „{ $text }“ ist keine der Wickelrichtungen 0, 1 und 9.
fault-needs-non-digit = „{ $text }“ hat nur Ziffern; { $title } hat ein anderes Zeichen darunter.
fault-not-iban = „{ $text }“ ist ein Zeichen, das keine Kontonummer hat.
fault-incorrect-iban-check = Die Prüfziffern des Kontos, „{ $text }“, passen nicht zum Rest.
fault-bad-percent-encoding = „{ $text }“ ist kein Zeichen: Hinter einem Prozentzeichen stehen zwei hexadezimale Ziffern.
fault-odd-piece-of-total = „{ $text }“ lässt sich nicht in Stück und Gesamtzahl teilen.
fault-zero-piece = Stücke zählen ab eins: „{ $text }“ kann nicht sein.
fault-zero-total = Eine Gesamtzahl von „{ $text }“ Stücken kann nicht sein.
fault-piece-exceeds-total = „{ $text }“ nennt ein Stück über der Gesamtzahl.
fault-malformed-sequence = „{ $text }“ muss eine Stelle und ein Ende sein, etwa 1/3.
fault-position-exceeds-end = „{ $text }“ nennt eine Stelle hinter dem Ende.
fault-coupon-missing = Dem Gutschein fehlt { $part }.
fault-coupon-truncated = Auf dem Gutschein ist { $part } zu kurz: „{ $text }“.
fault-coupon-illegal = Auf dem Gutschein kann { $part } nicht „{ $text }“ sein.
fault-coupon-expires-before-start = Der Gutschein endet, bevor er beginnt: „{ $text }“.
fault-coupon-excess = Der Gutschein geht hinter seinem letzten Feld weiter: „{ $text }“.
fault-missing-association = Zu { $title } muss eine Packung auch { $others } tragen, in diesem Code oder in einem anderen.
fault-excluded-pair = Eine Packung kann { $title } und { $others } nicht zugleich tragen.
fault-repeated-ai = { $title } steht mehrmals da: „{ $text }“ ist eines davon.
fault-unsigned-serial = Die digitale Signatur signiert { $title }, die dann ihre Seriennummer haben muss: „{ $text }“ hat keine.
fault-short-gtin = „{ $text }“ ist eine ältere Schreibweise der Produktnummer: Links schreiben jetzt alle 14 Ziffern.
fault-trailing-slash = Der Link endet mit einem Schrägstrich, den er nicht haben sollte.
fault-other = „{ $text }“ kann nicht stimmen.
list-or = { $first } oder { $last }
coupon-format-code = der Formatcode
coupon-funder-length = die Länge des Geldgebers
coupon-funder = der Geldgeber
coupon-company-prefix-length = die Länge der Firmennummer
coupon-company-prefix = die Firmennummer
coupon-offer-code = der Angebotscode
coupon-save-value-length = die Länge der Ersparnis
coupon-save-value = die Ersparnis
coupon-additional-purchase-rules-code = der Code für weitere Käufe
coupon-first-purchase-requirement-length = die Länge der Bedingung des ersten Kaufs
coupon-first-purchase-requirement = die Bedingung des ersten Kaufs
coupon-first-purchase-requirement-code = der Code der Bedingung des ersten Kaufs
coupon-first-purchase-family-code = der Familiencode des ersten Kaufs
coupon-second-purchase-requirement-length = die Länge der Bedingung des zweiten Kaufs
coupon-second-purchase-requirement = die Bedingung des zweiten Kaufs
coupon-second-purchase-requirement-code = der Code der Bedingung des zweiten Kaufs
coupon-second-purchase-family-code = der Familiencode des zweiten Kaufs
coupon-second-purchase-company-prefix-length = die Länge der Firmennummer des zweiten Kaufs
coupon-second-purchase-company-prefix = die Firmennummer des zweiten Kaufs
coupon-third-purchase-requirement-length = die Länge der Bedingung des dritten Kaufs
coupon-third-purchase-requirement = die Bedingung des dritten Kaufs
coupon-third-purchase-requirement-code = der Code der Bedingung des dritten Kaufs
coupon-third-purchase-family-code = der Familiencode des dritten Kaufs
coupon-third-purchase-company-prefix-length = die Länge der Firmennummer des dritten Kaufs
coupon-third-purchase-company-prefix = die Firmennummer des dritten Kaufs
coupon-expiration-date = der letzte Tag
coupon-start-date = der erste Tag
coupon-serial-number-length = die Länge der Seriennummer
coupon-serial-number = die Seriennummer
coupon-retailer-company-prefix-length = die Länge der Händlernummer
coupon-retailer-company-prefix = die Händlernummer
coupon-save-value-code = der Code der Ersparnis
coupon-save-value-applies-to = die Ware, für die die Ersparnis gilt
coupon-store-coupon-flag = das Zeichen für einen Händlergutschein
coupon-dont-multiply-flag = das Zeichen gegen das Vervielfachen

## Demo
demo-title = Demo-Etiketten
demo-intro = Öffnen Sie den Scanner auf einem Telefon und richten Sie ihn auf ein Etikett auf diesem Bildschirm. Jedes sagt, was es antworten sollte.
demo-expect = Sollte antworten
demo-open = Seite öffnen

## Länder
country-ae = Vereinigte Arabische Emirate
country-ar = Argentinien
country-at = Österreich
country-au = Australien
country-ba = Bosnien und Herzegowina
country-bd = Bangladesch
country-be = Belgien
country-bg = Bulgarien
country-br = Brasilien
country-ca = Kanada
country-ch = Schweiz
country-ci = Elfenbeinküste
country-cl = Chile
country-cn = China
country-co = Kolumbien
country-cr = Costa Rica
country-cy = Zypern
country-cz = Tschechien
country-de = Deutschland
country-dj = Dschibuti
country-dk = Dänemark
country-do = Dominikanische Republik
country-dz = Algerien
country-ec = Ecuador
country-ee = Estland
country-eg = Ägypten
country-es = Spanien
country-et = Äthiopien
country-fi = Finnland
country-fr = Frankreich
country-gb = Vereinigtes Königreich
country-ge = Georgien
country-gh = Ghana
country-gr = Griechenland
country-gt = Guatemala
country-hk = Hongkong
country-hn = Honduras
country-hr = Kroatien
country-hu = Ungarn
country-id = Indonesien
country-ie = Irland
country-il = Israel
country-in = Indien
country-is = Island
country-it = Italien
country-jo = Jordanien
country-jp = Japan
country-ke = Kenia
country-kr = Südkorea
country-kz = Kasachstan
country-li = Liechtenstein
country-lk = Sri Lanka
country-lt = Litauen
country-lu = Luxemburg
country-lv = Lettland
country-ma = Marokko
country-md = Moldau
country-me = Montenegro
country-mk = Nordmazedonien
country-mt = Malta
country-mx = Mexiko
country-my = Malaysia
country-ng = Nigeria
country-nl = Niederlande
country-no = Norwegen
country-nz = Neuseeland
country-pa = Panama
country-pe = Peru
country-ph = Philippinen
country-pk = Pakistan
country-pl = Polen
country-pt = Portugal
country-ro = Rumänien
country-rs = Serbien
country-ru = Russland
country-rw = Ruanda
country-sa = Saudi-Arabien
country-se = Schweden
country-sg = Singapur
country-si = Slowenien
country-sk = Slowakei
country-sn = Senegal
country-th = Thailand
country-tn = Tunesien
country-tr = Türkei
country-tw = Taiwan
country-tz = Tansania
country-ua = Ukraine
country-ug = Uganda
country-us = Vereinigte Staaten
country-uy = Uruguay
country-uz = Usbekistan
country-vn = Vietnam
country-za = Südafrika

## Was schiefging, nach der Art, die der Server nennt; seine eigenen Sätze sind englisch
problem-code = Dieser Link ist beschädigt: Eine Ziffer der Produktnummer ist falsch, oder es fehlt etwas. Vergleichen Sie ihn mit der Packung oder scannen Sie neu.
problem-form-expired = Dieses Formular ist abgelaufen oder wurde nicht in diesem Browser geöffnet. Öffnen Sie die Seite noch einmal und senden Sie es neu.
problem-not-found = Unter dieser Adresse gibt es nichts. Prüfen Sie sie, oder beginnen Sie auf der ersten Seite.
problem-no-link = Zu diesem Produkt ist hier nichts dieser Art verlinkt. Öffnen Sie die Seite über den Code auf der Packung.
problem-no-such-reference = Zu diesem Kennzeichen und Code gibt es nichts. Prüfen Sie beide und versuchen Sie es noch einmal.
problem-not-on-record = Diese Packung ist bei der Marke nicht verzeichnet und kann nicht registriert werden. Scannen Sie den Code noch einmal.
problem-too-slow = Die Anfrage hat zu lange gedauert. Versuchen Sie es noch einmal, vielleicht in einem besseren Netz.
problem-taken = Jemand hat diese Packung schon registriert. Wenn sie Ihnen gehört und Sie es nicht waren, fragen Sie die Marke.
problem-blocked = Diese Packung kann nicht registriert werden: Laut Marke darf sie nicht verkauft oder benutzt werden.
problem-not-sold = Laut der Marke ist diese Packung noch nicht verkauft und kann deshalb nicht registriert werden. Bitten Sie das Geschäft, den Verkauf zu melden, und versuchen Sie es noch einmal.
problem-ownership-moved = Das ist inzwischen anders. Sehen Sie noch einmal nach, was möglich ist.
problem-no-proof = Dieser Link zeigt nichts mehr: Seine Zeit ist um, oder die Packung gehört inzwischen jemand anderem. Bitten Sie um einen neuen.
problem-claimed = Für diese Packung gibt es schon einen Anspruch. Wenn sie Ihnen gehört und Sie es nicht waren, fragen Sie die Marke.
problem-claim-moved = Dieser Anspruch steht inzwischen anders: Jemand war schneller. Noch einmal öffnen und ansehen.
problem-body-too-large = Das ist zu groß. Senden Sie weniger oder ein kleineres Bild.
problem-field = Im Formular stimmt etwas nicht: Prüfen Sie die E-Mail-Adresse, das Datum und die Länge des Textes.
problem-not-covered = Dieser Rückruf gilt nicht für diese Packung oder bietet das nicht an. Öffnen Sie die Seite der Packung und wählen Sie aus, was sie anbietet.
problem-picture = Dieses Bild ist nicht lesbar. Nehmen Sie ein anderes, als JPEG oder PNG.
problem-too-many = Aus Ihrem Netz oder zu diesem Code kamen in kurzer Zeit zu viele Anfragen. Warten Sie einen Augenblick und versuchen Sie es dann wieder.
problem-busy = Gerade werden zu viele Bilder gelesen. Versuchen Sie es in ein paar Sekunden wieder oder tippen Sie die Nummer ein.
problem-records = Der Server erreicht seine Akten gerade nicht. Es ist nichts verloren; versuchen Sie es in einer Minute wieder.
problem-internal = Auf dem Server ist etwas kaputt. Es ist notiert; versuchen Sie es in einer Minute wieder.
