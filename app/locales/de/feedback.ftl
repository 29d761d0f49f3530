# Deutsch: was Menschen von Packungen halten. Nur der Server zeigt diese.
feedback-title = Was andere davon halten
feedback-average = { $average } von 5 Sternen, von { $count ->
    [one] einem Menschen
   *[other] { $count } Menschen
}
feedback-stars = { $count ->
    [one] Ein Stern
   *[other] { $count } Sterne
}
feedback-of-five = { $stars } von 5 Sternen
feedback-none = Noch hat niemand etwas dazu gesagt.
feedback-owners = { $count ->
    [0] Niemand davon hat die Packung registriert, niemand ist also als Käufer ausgewiesen.
    [one] Eine Person davon hat die Packung registriert. Sonst ist niemand als Käufer ausgewiesen.
   *[other] { $count } davon haben die Packung registriert. Sonst ist niemand als Käufer ausgewiesen.
}
feedback-hidden-count = { $count ->
    [one] Ein Text wird nicht gezeigt, weil er eine Regel verletzt. Seine Sterne zählen.
   *[other] { $count } Texte werden nicht gezeigt, weil sie eine Regel verletzen. Ihre Sterne zählen.
}
feedback-this-batch = Charge { $batch }, diese hier
feedback-other-batch = Charge { $batch }, nicht diese
feedback-owner = hat die Packung registriert
feedback-nobody = nicht als Käufer ausgewiesen
feedback-for-points = bekam Punkte fürs Schreiben, gleich wie viele Sterne
feedback-photo-alt = Foto dazu
feedback-answers = { $brand } antwortet { $when }
feedback-answer-before = Worauf das antwortet, wurde seither geändert.
feedback-needs-batch = Bewertet wird eine Charge. Öffnen Sie die Seite einer Packung oder geben Sie ihre Charge ein, um zu sagen, was Sie davon halten.
feedback-write = Sagen Sie, was Sie davon halten
feedback-why = Andere sehen Ihre Sterne und Worte mit der Charge, und nie, wer Sie sind. Auch { $brand } sieht sie und kann hier antworten.
feedback-wrong = Stimmt etwas mit dieser Packung nicht, oder hat sie jemandem geschadet? Sterne erreichen niemanden rechtzeitig.
feedback-wrong-link = Sagen Sie es unter „Stimmt etwas nicht?“
feedback-stars-label = Ihre Sterne
feedback-words = In Ihren Worten
feedback-photo = Ein Foto
feedback-photo-hint = Wird kleiner aufbewahrt, ohne das, was die Kamera neben das Bild schreibt. Andere sehen es, sobald { $brand } es angesehen hat.
feedback-photo-again = Wählen Sie ein anderes Foto nur, um das aufbewahrte zu ersetzen.
feedback-no-photo = Das aufbewahrte Foto entfernen
feedback-quote-title = Darf { $brand } Sie in Werbung zitieren?
feedback-quote-ask = { $brand } darf diese Worte in der Werbung verwenden, ohne Namen. Ich kann das jederzeit zurücknehmen, dann endet es.
feedback-quote-hint = Lassen Sie es leer, bleibt alles andere gleich. Sterne und Punkte hängen nicht davon ab.
feedback-points = { $points ->
    [one] Weil Sie die Packung registriert haben, bekommen Sie dafür einen Punkt, ob sie Ihnen gefällt oder nicht. Andere sehen das.
   *[other] Weil Sie die Packung registriert haben, bekommen Sie dafür { $points } Punkte, ob sie Ihnen gefällt oder nicht. Andere sehen das.
}
feedback-points-register = { $points ->
    [one] Wer die Packung registriert hat, bekommt dafür einen Punkt, ob sie gefällt oder nicht.
   *[other] Wer die Packung registriert hat, bekommt dafür { $points } Punkte, ob sie gefällt oder nicht.
}
feedback-send = Senden
feedback-own-title = Was Sie gesagt haben
feedback-change = Ändern
feedback-send-again = Änderung sichern
feedback-erase = Löschen
feedback-erase-why = Ihre Sterne, Worte und Ihr Foto verschwinden endgültig und zählen nicht mehr. Punkte dafür gehen zurück.
feedback-unquote = Zurücknehmen, dass Sie zitiert werden dürfen
feedback-quoted = { $brand } darf Ihre Worte in Werbung zitieren.
feedback-photo-waits = Andere sehen Ihr Foto, sobald { $brand } es angesehen hat.
feedback-photo-shown = Andere sehen Ihr Foto.
feedback-is-hidden = { $brand } hat Ihre Worte { $when } ausgeblendet: { $why }
feedback-is-hidden-counts = Ihre Sterne zählen weiter. Wenn Sie die Worte ändern, kann { $brand } sie wieder zeigen.
feedback-is-hidden-spam = Ihre Sterne zählen nicht. Ist das ein Irrtum, fragen Sie { $brand } mit der Nummer { $reference }.
hidden-because-spam = sie handeln nicht von dieser Packung, sondern werben für etwas oder stammen von einer Maschine.
hidden-because-insult = sie beleidigen jemanden.
hidden-because-person = sie verraten, wer jemand ist.
hidden-because-elsewhere = sie handeln von einem anderen Produkt, einem Laden oder seiner Lieferung.
hidden-because-unlawful = sie verstoßen gegen das Gesetz.
feedback-done-title = Danke
feedback-done-text = Ihre Sterne zählen, und Ihre Worte stehen auf der Seite dieser Packung.
feedback-done-stars = Ihre Sterne zählen.
feedback-done-hidden = Gesichert. { $brand } hatte Ihre Worte ausgeblendet und kann sie wieder zeigen.
feedback-done-owner = Gezeigt wird, dass Sie die Packung registriert haben, und kein Name.
feedback-done-nobody = Daneben steht, dass Sie nicht als Käufer ausgewiesen sind. Registrieren Sie die Packung in diesem Browser, dann steht dort, dass sie Ihnen gehört.
feedback-done-quote = { $brand } darf Ihre Worte zitieren. Das können Sie hier oder unter „Ihre Daten“ zurücknehmen.
feedback-done-points = { $points ->
    [one] Sie haben einen Punkt bekommen.
   *[other] Sie haben { $points } Punkte bekommen.
}
feedback-done-waiting = { $points ->
    [one] Ein Punkt steht aus: wofür?
   *[other] { $points } Punkte stehen aus: wofür?
}
feedback-done-again = Nur dieser Browser findet es wieder, um es zu ändern oder zu löschen.
feedback-erased-title = Gelöscht
feedback-erased-text = Was Sie über diese Packung gesagt haben, ist weg und zählt nicht mehr.
feedback-unquoted-title = Zurückgenommen
feedback-unquoted-text = Ihre Worte dürfen nicht mehr zitiert werden. Sterne und Worte bleiben auf der Seite der Packung.
feedback-mine-title = Was Sie von Packungen gesagt haben
feedback-mine-open = Ansehen, ändern, löschen
problem-no-feedback = Sterne gibt es für Packungen einer bekannten Charge, die nicht zurückgerufen, gesperrt oder zweifelhaft sind. Was mit dieser nicht stimmt, sagen Sie auf ihrer Seite unter „Stimmt etwas nicht?“.
privacy-kind-feedback = { $count ->
    [one] Was Sie über eine Packung gesagt haben
   *[other] Was Sie über { $count } Packungen gesagt haben
}
privacy-consent-quote = { $brand } darf in der Werbung zitieren, was Sie über { $product } gesagt haben.
