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
reward-voucher = Gutschein: { $reference }
rewards-offers-title = Was { $brand } dafür gibt
rewards-take = Für { $points } Punkte nehmen
rewards-more-needed = Dafür braucht es { $points } Punkte.
rewards-vouchers-title = Ihre Gutscheine
voucher-until = Bis { $date }. Zeigen oder nennen Sie den Code im Laden; er zählt einmal.
voucher-used = Eingelöst { $when }.
report-points = Für Punkte vormerken, falls die Marke dafür welche gibt. Ihre Meldung steht dann bei den Punkten dieses Browsers.
desk-report-right = Sie stimmt: die offenen Punkte dafür geben
problem-few-points = Ihre Punkte reichen dafür nicht. Sehen Sie nach, was noch offen ist und warum.
problem-no-voucher = Diesen Gutschein gibt es nicht, oder es ist keiner mehr da, oder seine Zeit ist um.
problem-voucher-used = Dieser Gutschein wurde schon eingelöst. Sein Code zählt einmal.

## Punkte am Pult
desk-rewards-title = Punkte
desk-rewards-about = Wofür Sie Punkte geben, was auf Ihren Blick wartet, und Gutscheine.
desk-rewards-held-title = Noch offen
desk-rewards-held-empty = Nichts ist offen.
desk-rewards-more = Mehr
desk-rewards-grant = Punkte geben
desk-rewards-refuse = Ablehnen
desk-rewards-rules = Regeln
desk-rewards-from = Punkte für eine Registrierung kommen von selbst mit
desk-rewards-from-hint = Mit weniger bleiben sie offen. Der sichtbare Code steht auf Fotos und in Listen, und den Tag eines Verkaufs erfährt, wer die Packung scannt: Sammler bekämen die Hälfte der Punkte, oder ein Achtel.
from-proven = dem verdeckten Code
from-supported = dem Tag eines gemeldeten Verkaufs
from-claimed = dem sichtbaren Code
desk-rewards-report = Punkte für eine Meldung, die stimmt
desk-rewards-recycling = Punkte für eine zurückgegebene Packung, deren Vernichtung gemeldet ist
desk-rewards-review = Punkte für eine Bewertung
desk-rewards-day = Höchstens so oft am Tag für eine Person
desk-rewards-month = Höchstens so oft in 30 Tagen für eine Person
desk-rewards-network = Höchstens so oft am Tag aus einem Netz, ohne verdeckten Code
desk-rewards-save = Regeln speichern
deed-registration = Registrierung
deed-recycling = Zurückgegeben
deed-report = Meldung
deed-review = Bewertung
held-basis = Sie beruht allein auf dem sichtbaren Code. Geben Sie sie, wenn Sie einen Beleg gesehen haben.
held-again = Die Packung war schon registriert und wurde gelöscht.
held-person = Viele kamen von einer Person; diese kommen von selbst.
held-network = Viele kamen aus einem Netz; diese kommen von selbst.
held-staff = Sie wartet auf Ihren Blick.
desk-vouchers-title = Gutscheine
desk-vouchers-about = Einen Gutschein annehmen: Jeder Code zählt einmal.
desk-vouchers-name = Wofür er gut ist
desk-vouchers-points = Punkte, die er kostet
desk-vouchers-count = Wie viele es gibt
desk-vouchers-ends = Letzter Tag
desk-vouchers-make = Diese Gutscheine anlegen
desk-vouchers-stand = { $taken } von { $count } genommen, { $redeemed } eingelöst, bis { $date }
desk-voucher-redeem = Einlösen
desk-voucher-redeemed = Gut für: { $name }. Der Code zählte jetzt, und zählt nicht mehr.
act-reward-rules-set = hat die Regeln für Punkte gesetzt
act-reward-decided = hat über Punkte entschieden
act-vouchers-made = hat Gutscheine angelegt
act-voucher-redeemed = hat einen Gutschein eingelöst

report-kept-points = { $points ->
    [one] Ein Punkt ist offen, bis die Marke nachgesehen hat. Bei Ihrer Meldung ist nur vermerkt, zu welchen Punkten sie gehört.
   *[other] { $points } Punkte sind offen, bis die Marke nachgesehen hat. Bei Ihrer Meldung ist nur vermerkt, zu welchen Punkten sie gehört.
}
