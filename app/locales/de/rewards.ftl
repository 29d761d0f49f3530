## Punkte
rewards-title = Punkte
rewards-intro = Marken geben Punkte für das, was ihnen und anderen hilft. Sie stehen in diesem Browser, ohne Konto.
rewards-sum = { $points ->
    [one] Ein Punkt
   *[other] { $points } Punkte
}
rewards-empty = Noch keine Punkte. Für eine Registrierung gibt es welche.
rewards-all = Woher sie kommen
rewards-waiting-title = Noch offen
rewards-waiting = { $points ->
    [one] Einer kommt noch
   *[other] { $points } kommen noch
}
rewards-waiting-line = { $points ->
    [one] Ein Punkt ist offen: { $product }
   *[other] { $points } Punkte sind offen: { $product }
}
rewards-history-title = Wofür sie waren
rewards-fair = Eine Packung bringt ihre Punkte einmal. Noch einmal zu prüfen, auch durch andere im Haus, kostet nichts.
rewards-to-pack = Verdeckten Code eingeben
points-waiting = { $points ->
    [one] Ein Punkt ist noch offen: sehen Sie, was fehlt
   *[other] { $points } Punkte sind noch offen: sehen Sie, was fehlt
}
waits-basis = Sie kommen, wenn Sie den verdeckten Code der Packung eingeben: Der sichtbare Code steht auch auf Fotos und in Listen.
waits-receipt = Sie kommen, wenn die Marke Ihren Beleg gesehen hat: Der sichtbare Code steht auch auf Fotos und in Listen. Schreiben Sie der Marke und nennen Sie das Kennzeichen.
waits-again = Diese Packung war schon registriert und wurde gelöscht. Sie kommen, wenn Sie ihren verdeckten Code eingeben.
waits-person = Sie haben heute schon viele bekommen. Diese kommen von selbst in den nächsten Tagen.
waits-network = Aus Ihrem Netz kamen heute viele. Diese kommen von selbst morgen, oder sofort mit dem verdeckten Code.
waits-staff = Die Marke sieht es sich erst an.
reward-registration = Registrierung { $reference }
reward-registration-erased = Registrierung { $reference } gelöscht
reward-recycling = Zurückgegeben: { $reference }
reward-recycling-erased = Zurückgegeben, gelöscht: { $reference }
reward-report = Meldung { $reference }
reward-report-erased = Meldung { $reference } gelöscht
reward-review = Bewertung { $reference }
reward-review-erased = Bewertung { $reference } gelöscht
