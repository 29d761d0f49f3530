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
waits-receipt = Sie kommen, wenn die Marke Ihren Beleg gesehen hat: Der sichtbare Code steht auch auf Fotos und in Listen. Senden Sie ihn von der Seite der Packung aus.
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
reward-voucher = Gutschein: { $reference }
rewards-offers-title = Was { $brand } dafür gibt
rewards-take = Für { $points } Punkte nehmen
rewards-more-needed = Dafür braucht es { $points } Punkte.
rewards-vouchers-title = Ihre Gutscheine
voucher-until = Bis { $date }. Zeigen oder nennen Sie den Code im Laden; er zählt einmal.
voucher-used = Eingelöst { $when }.
report-points = Für Punkte vormerken, falls die Marke dafür welche gibt. Ihre Meldung steht dann bei den Punkten dieses Browsers.
problem-few-points = Ihre Punkte reichen dafür nicht. Sehen Sie nach, was noch offen ist und warum.
problem-no-voucher = Diesen Gutschein gibt es nicht, oder es ist keiner mehr da, oder seine Zeit ist um.
problem-voucher-used = Dieser Gutschein wurde schon eingelöst. Sein Code zählt einmal.
report-kept-points = { $points ->
    [one] Ein Punkt ist offen, bis die Marke nachgesehen hat. Bei Ihrer Meldung ist nur vermerkt, zu welchen Punkten sie gehört.
   *[other] { $points } Punkte sind offen, bis die Marke nachgesehen hat. Bei Ihrer Meldung ist nur vermerkt, zu welchen Punkten sie gehört.
}
