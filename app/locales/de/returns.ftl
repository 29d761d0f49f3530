# Service und Rückgabe: /returns, und was dorthin führt.

own-yours = Sie haben diese Packung registriert.
own-return = Reparatur oder Rückgabe
own-return-open = Ihre Reparatur oder Rückgabe ist offen

return-title = Reparatur oder Rückgabe
return-known = Was schon bekannt ist
return-not-said = Nicht angegeben
return-serial = Seriennummer
return-batch = Charge
return-warranty = Garantie
return-warranty-runs = Läuft bis { $day }
return-warranty-ended = Endete am { $day }
return-warranty-months = { $months ->
    [one] Ein Monat ab dem Kauf
   *[other] { $months } Monate ab dem Kauf
}
return-warranty-none = Hier ist keine bekannt
return-days = Wenn nichts fehlt
return-days-run = Kann bis { $day } zurück
return-days-ended = Konnte bis { $day } zurück
return-days-count = { $days ->
    [one] Kann spätestens am Tag nach dem Kauf zurück
   *[other] Kann innerhalb von { $days } Tagen nach dem Kauf zurück
}
return-registered = Registriert
return-evidence-claimed = Auf Ihr Wort
return-evidence-supported = Mit Verkauf oder Beleg
return-evidence-proven = Mit dem verdeckten Code
return-rights = Was das Gesetz Ihnen gibt
return-service = Service von { $brand }
return-none-here = { $brand } nimmt hier keine Reparaturen und Rückgaben an.
return-ask-shop = Gekauft bei: { $shop }. Fragen Sie zuerst dort.
return-recalled = Dieses Produkt ist zurückgerufen. Der Rückruf gibt Ihnen mehr als eine Rückgabe: Verlangen Sie das zuerst.
return-to-recall = Zum Rückruf
return-there-is = Es gibt schon eine Rückgabe dieses Produkts: { $reference }.
return-there-is-claim = Es gibt einen Anspruch aus einem Rückruf für dieses Produkt: { $reference }. Er geht vor.
return-to-open = Ihre Rückgabe ansehen
return-look-up = Mit Kennzeichen und Code können Sie nachsehen.
return-near = Wohin Sie es bringen können
return-near-unknown = Diesen Ort kennen wir nicht. Die Liste unten ist ungeordnet.
return-yours = Was wir nicht wissen
return-reason = Was ist damit?
return-reason-does-not-work = Es funktioniert nicht
return-reason-damaged = Es kam beschädigt an
return-reason-wrong-product = Es ist nicht das Bestellte
return-reason-part-missing = Ein Teil fehlt
return-reason-changed-mind = Nichts: Ich möchte es nicht behalten
return-reason-other = Etwas anderes
return-words = In Ihren Worten
return-words-hint = Was geschieht, und seit wann? Bei „Etwas anderes“ ist das nötig.
return-photo = Foto
return-photo-hint = Nur das Personal von { $brand } sieht es. Es wird verkleinert, und gelöscht, sobald entschieden ist.
return-remedy-repair = Reparieren
return-remedy-replacement = Ersatz geben
return-remedy-refund = Geld zurückgeben
return-remedy-advice = Sagen, was ich tun kann
return-place = Wohin bringen Sie es?
return-place-none = Weiß ich noch nicht
return-email-hint = Ohne sie steht die Antwort nur auf dieser Seite.
return-send = An { $brand } senden
return-open-title = Ihre Anfrage liegt bei { $brand }
return-status-title = Reparatur oder Rückgabe { $reference }
return-status-open = Noch hat niemand entschieden. Behalten Sie das Produkt, bis jemand schreibt.
return-status-need-more = Die Marke braucht noch etwas. Nachricht lesen und antworten.
return-status-accepted = Angenommen. Bringen oder senden Sie das Produkt mit dem Begleitschein.
return-status-received = Ihr Produkt ist angekommen. Hier steht, was daraus wird.
return-status-paid = Erledigt: Das Geld wurde zurückgezahlt. Das Produkt ist nicht mehr auf Sie registriert.
return-status-repaired = Erledigt: Es wurde repariert.
return-status-replaced = Erledigt: Es wurde ersetzt. Das alte ist nicht mehr auf Sie registriert.
return-status-advised = Geschlossen, mit dem Rat in der Nachricht.
return-status-refused = Abgelehnt, aus dem Grund in der Nachricht.
return-status-withdrawn = Sie haben sie zurückgezogen. Eine neue ist jederzeit möglich.
return-wait = Warten Sie mit dem Bringen oder Senden, bis { $brand } angenommen hat.
return-slip-open = Begleitschein, zum Drucken
return-photo-kept = Gesendet, noch nicht angesehen
return-opened = Gesendet
return-said = In Ihren Worten
return-wish = Was Sie möchten
return-email = E-Mail
return-withdraw-offer = Zurückziehen
return-withdraw-why = Dann geschieht nichts mehr, und das Foto wird gelöscht. Was Sie geschrieben haben, bleibt, bis Sie es unter „Ihre Daten“ löschen.
return-withdraw = Rückgabe zurückziehen
return-own-title = Meine Reparaturen und Rückgaben
return-slip-title = Begleitschein
return-slip-how = Drucken Sie diese Seite und legen Sie sie dem Produkt bei. Oder zeigen Sie sie auf dem Telefon.
return-slip-product = Produkt
return-slip-to = Geht an
return-slip-nowhere = Fragen Sie { $brand }, wohin es geht.
return-slip-back = Zurück zur Rückgabe
return-mail-subject = Ihre Rückgabe { $reference } bei { $brand }
return-mail-about = Es geht um Ihre Rückgabe { $reference }: { $product }.
claim-is-received = Angekommen
claim-is-advised = Beantwortet
claim-is-withdrawn = Zurückgezogen
owner-returned = Sie haben es { $when } zurückgegeben. Es ist nicht mehr auf Sie registriert.
problem-not-taken-back = Die Marke bietet das für dieses Produkt nicht oder nicht mehr an. Öffnen Sie die Seite neu und wählen Sie aus dem, was sie anbietet.
