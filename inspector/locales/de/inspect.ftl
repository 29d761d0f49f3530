# Die Seite der Kontrolleure.

title = Kontrolle
to-desk = Zum Arbeitsplatz
parts = Teile dieser Seite
understood = Verstanden
close = Schließen
more = Eins mehr
less = Eins weniger
tab-sweep = Erfassen
tab-visit = Besuch
tab-queue = Ablage
tab-offline = Offline
link-asking = Verbindet…
link-here = Verbunden
link-away = Kein Netz
link-signed-out = Anmelden
device-locked = Dieses Gerät wurde am { $day } gesperrt. Was darauf ist, bleibt und wird noch gesendet.
device-left = { $n ->
    [0] Der Server hat alles, was hier aufgeschrieben wurde.
    [one] Eines ist noch zu senden: Lassen Sie dieses Telefon dort, wo ein Netz ist.
   *[other] { $n } sind noch zu senden: Lassen Sie dieses Telefon dort, wo ein Netz ist.
}
device-again = Noch einmal fragen und senden
device-name = Telefon { $name }
day-and-time = { $day }, { $time }

# Was am Telefon schiefging.
update-safe = Was aufgeschrieben ist, bleibt und wird gesendet wie vorher; ein offenes Formular geht verloren.
store-full = Auf diesem Telefon ist kein Platz mehr. Nichts ging verloren; schaffen Sie Platz oder sichern Sie alles unter „Ablage“, und halten Sie es dann noch einmal fest.
store-broken = Dieser Browser behält hier nichts, wie in einem privaten Fenster. Öffnen Sie die Seite in einem normalen Fenster, bevor Sie etwas festhalten.
no-signature = Dieser Browser kann nicht unterschreiben, was Sie festhalten. Öffnen Sie die Seite über https in einem aktuellen Browser und melden Sie sich einmal mit Netz an.

# Das Erfassen.
sweep-title = Erfassen
sweep-start = Erfassen beginnen
sweep-pause = Pause
sweep-hint = Halten Sie das Telefon über die Packungen. Jede bekommt ihr Zeichen dort, wo sie steht.
sweep-no-product = Das ist kein Code eines Produkts.
sweep-said = …{ $serial }: { $word }
sweep-unread = { $n ->
    [one] Ein Code ist nicht lesbar:
   *[other] { $n } Codes sind nicht lesbar:
}
unread-too-small = von hier zu klein. Gehen Sie näher heran.
unread-cut-off = nicht ganz im Bild. Gehen Sie etwas weiter weg.
unread-glare = im Gegenlicht. Kippen Sie die Packung aus dem Licht.
unread-blurred = unscharf. Halten Sie still oder gehen Sie etwas weiter weg.
unread-damaged = beschädigt, verschmutzt oder verdeckt. Kippen Sie die Packung oder halten Sie still.
unread-unsupported = von einer Art, die hier nicht gelesen wird.
unread-part = einer von mehreren, die zusammen etwas sagen. Zeigen Sie auch die anderen.
unread-no-product = ein Link oder eine Notiz, kein Code eines Produkts.
tally = Zahlen
kind-bad = Halt
kind-care = Prüfen
kind-unknown = Unbekannt
kind-waiting = Offen
kind-plain = Ohne Nummer
kind-good = In Ordnung
search-label = Zeige die Packung, die endet auf
search-none = Noch nicht erfasst.
search-seen = { $n ->
    [one] Erfasst, jetzt nicht im Bild.
   *[other] { $n } erfasst, jetzt keine im Bild.
}
search-in-view = { $n ->
    [one] Im Bild, mit einem Ring darum.
   *[other] { $n } im Bild, mit Ringen darum.
}
list = Packungen
list-more = { $n ->
    [one] Und eine weitere.
   *[other] Und { $n } weitere.
}
typed-label = Code eintippen
typed-send = Prüfen
market-label = Land, in dem Sie sind (zwei Buchstaben)
away-without-pack = Ohne Netz und ohne Offline-Paket lässt sich nichts beurteilen. Codes werden behalten und später gefragt.
away-with-old-pack = Das Offline-Paket ist veraltet: Ohne Netz werden nur noch Rückrufe und Sperren gesagt, die es kannte.
twice = Zwei Etiketten mit dieser Nummer sind zugleich im Bild: Eine der Packungen ist eine Kopie, oder ein Etikett wurde zweimal gedruckt.

answer-confirmed = Bestätigt
answer-issued = Ausgegeben
answer-signature-valid = Signatur gültig
answer-listed-as-issued = Als ausgegeben gelistet
answer-product = Bekanntes Produkt
answer-batch = Bekannte Charge
answer-unknown = Nicht bekannt
answer-not-in-pack = Nicht im Offline-Paket
answer-unchecked = Noch nicht geprüft
answer-suspect = Vorsicht
answer-mismatch = Passt nicht zusammen
answer-expired = Abgelaufen
answer-possibly-recalled = Womöglich zurückgerufen
answer-not-listed = Nicht gelistet
answer-wrong-market = Falscher Markt
answer-not-issued = Nicht ausgegeben
answer-blocked = Gesperrt
answer-recalled = Zurückgerufen
answer-other = Bitte ansehen

said-waiting = Niemand hat sie bisher beurteilt. Gefragt wird, sobald es ein Netz gibt.
phone-listed = Als ausgegeben gelistet. Von { $n } Nummern, die nie ausgegeben wurden, ist eine auch gelistet.
phone-recalled = Zurückgerufen, Stand { $at }.
phone-possibly-recalled = Womöglich zurückgerufen, Stand { $at }: Prüfen Sie die Charge.
phone-blocked = Gesperrt, Stand { $at }.
phone-not-listed = Nicht gelistet: Keine Nummer, die bis dahin ausgegeben wurde, ist diese.
phone-signature-valid = Signatur gültig: Der Schlüssel der Marke hat genau das unterschrieben, was der Code sagt. Eine Kopie hat dieselbe Signatur.
phone-product = Ein Produkt des Pakets, dessen Packungen nicht einzeln nummeriert sind.
phone-not-in-pack = Das Offline-Paket enthält nichts zu diesem Produkt.
phone-from = Auf diesem Telefon beurteilt, nach dem Paket vom { $at } ({ $since }). Mit Netz wird noch einmal gefragt.
doubt-pack-out-of-date = Das Offline-Paket ist veraltet.
doubt-signature-wrong = Die Signatur im Code passt nicht zu dem, was der Code sagt.
doubt-signature-unknown-key = Die Signatur ist von einem Schlüssel, den das Paket nicht kennt.
doubt-signature-revoked = Die Signatur ist von einem widerrufenen Schlüssel.
doubt-expired = Abgelaufen.
doubt-past-best-before = Mindesthaltbarkeit überschritten.
doubt-date-differs = Code und Eintrag nennen verschiedene Daten.
doubt-unknown-batch = Das Paket kennt diese Charge nicht.
doubt-other-market = Die Charge war für andere Märkte bestimmt.
doubt-not-numbered = Packungen dieses Produkts haben keine eigenen Nummern.
doubt-no-serial = Packungen dieses Produkts haben eine Nummer, dieser Code hat keine.
doubt-list-partial = Nicht alle Nummern dieses Produkts sind bekannt: Nicht gelistet sagt wenig.
doubt-list-begins = Ältere Packungen dieses Produkts sind womöglich nicht gelistet.

# Die Einzelheiten.
fact-product = Produkt
fact-batch = Charge
fact-expiry = Datum
fact-market = Bestimmt für
fact-last = Zuletzt unterwegs gesehen
fact-parent = Gehört in
fact-age = Im Handel
fact-state = Zustand
fact-checks = Prüfungen durch Kontrolleure
expires-in = { $day }, { $n ->
    [one] noch ein Tag
   *[other] noch { $n } Tage
}
expired-since = { $day }, { $n ->
    [one] seit einem Tag vorbei
   *[other] seit { $n } Tagen vorbei
}
expiry-order = { $left } (geht als Nummer { $order } seines Produkts hinaus)
market-right = { $markets }: richtig
market-wrong = { $markets }; Sie sind in { $place }
last-at = { $place }, { $when }
last-held = { $place }, { $when }, bei { $who }
parent-left = { $name }, entnommen { $when }
parent-received = { $name }, angekommen { $place }
age-received = Angekommen
age-shipped = Versandt
age-produced = Hergestellt
state-active = Aktiv
state-sold = Verkauft
state-stolen = Als gestohlen gemeldet
state-destroyed = Vernichtet
state-exported = Ausgeführt
state-consumed = Aufgebraucht
state-decommissioned = Abgemeldet
state-rejected = Im Druck verworfen
state-locked = Von der Marke gesperrt
recall-line = Zurückgerufen am { $on }: { $hazard }
ungranted = Die Marke lässt Sie nicht mehr sehen als alle.
consumer-page = Was alle sehen
signals = Was Prüfungen sagen
checks-counted = { $n ->
    [0] Kein Verbraucher hat sie geprüft.
    [one] Ein Verbraucher hat sie geprüft.
   *[other] { $n } Verbraucher haben sie geprüft.
}
signal-line = { $name }, zuletzt { $when }
signal-travel = An zwei Orten zugleich
signal-address-travel = An zwei Orten, nach Netzadresse
signal-sessions = Viele Sitzungen
signal-owners = Viele kamen wieder
signal-countries = Viele Länder
signal-towns = Viele Orte
signal-sold-elsewhere = Anderswo als verkauft
signal-two-places = Zwei Orte im Handel
signal-after-end = Nach der Vernichtung geprüft
signal-first-seen-expired = Erst nach Ablauf geprüft
signal-wrong-market = Anderer Markt
signal-lot-astray = Charge verirrt
signal-burst = Nummern, die niemand vergeben hat

# Der Besuch.
begin-title = Besuch beginnen
begin-visit = Beginnen
begin-more = Adresse, Team, Sendung
begin-place = Festhalten, wo dieses Telefon ist
begin-signed-out = Melden Sie sich einmal mit Netz an: Was Sie festhalten, wird mit Ihrem Namen unterschrieben.
shop-name = Laden, Lager oder Posten
shop-address = Adresse
shop-gln = Global Location Number
shop-missing = Sagen Sie, wo Sie sind: Ein Name genügt.
team-label = Wer noch da ist (Namen mit Kommas)
purpose-label = Warum
purpose-other = Ein anderer Grund
purpose-spot-check = Stichprobe
purpose-complaint = Beschwerde
purpose-recall-check = Rückrufkontrolle
purpose-consignment = Sendung
visit-close = Besuch beenden
visit-ended = Besuch beendet: { $shop }
visit-go-on = Weitermachen
visit-needed = Beginnen Sie einen Besuch, um festzuhalten, was nicht stimmt.
place-known = Der Ort dieses Telefons wird festgehalten.
place-unknown = Der Ort dieses Telefons wird nicht festgehalten.
earlier = Frühere Besuche auf diesem Telefon
lines-counted = { $n ->
    [one] ein Eintrag
   *[other] { $n } Einträge
}
written-down = Festgehalten
withdraw = Zurücknehmen
finding-add = Befund festhalten
finding-title = Was stimmt nicht?
finding-keep = Festhalten
finding-kept = Festgehalten und unterschrieben.
reason-label = Grund
reason-missing = Wählen Sie einen Grund.
reason-suspected-counterfeit = Verdacht auf Fälschung
reason-recalled-on-sale = Zurückgerufen, noch im Verkauf
reason-expired-on-sale = Abgelaufen, noch im Verkauf
reason-wrong-market = Falscher Markt
reason-seal-broken = Siegel verletzt
reason-label-damaged = Etikett beschädigt
reason-code-unreadable = Code nicht lesbar
reason-stored-wrong = Falsch gelagert
reason-no-papers = Keine Papiere
reason-other = Etwas anderes
severity-label = Wie schlimm
severity-minor = Gering
severity-major = Erheblich
severity-critical = Gefährlich
quantity-label = Packungen
note-label = In Ihren Worten
photo = Foto
photo-take = Foto hinzufügen
photo-remove = Dieses Foto herausnehmen
photo-unreadable = Dieses Foto lässt sich nicht lesen. Nehmen Sie es noch einmal auf oder speichern Sie es als JPEG.
photo-sent = { $percent } % gesendet
custody-add = Probe oder Einzug
custody-title = Probe oder Einzug
custody-sample = Probe
custody-seizure = Einzug
custody-hand-over = Weitergegeben
custody-seal = Nummer auf Beutel oder Siegel
custody-from = Von wem
custody-to = An wen
custody-keep = Festhalten
custody-missing = Nennen Sie die Nummer des Siegels, von wem und an wen.
ground-label = Rechtsgrund
ground-missing = Wählen Sie einen Rechtsgrund.
ground-suspected-counterfeit = Verdacht auf Fälschung
ground-recalled = Zurückgerufen
ground-expired = Abgelaufen
ground-wrong-market = Falscher Markt
ground-papers-missing = Papiere fehlen
ground-nothing-found = Nichts gefunden
decision-add = Freigeben oder anhalten
decision-title = Was wird daraus?
decision-release = Freigeben
decision-detain = Anhalten
decision-seize = Einziehen
decision-keep = Festhalten
stock-total = { $n ->
    [one] Eine Packung nach Datum gezählt
   *[other] { $n } Packungen nach Datum gezählt
}
stock-out-of-order = Packungen, die später ablaufen, stehen vorn
stock-keep = Zahlen festhalten
act-opened = Besuch begonnen
act-checked = { $answer }: …{ $code }
act-same = Noch einmal gefragt, { $answer }: …{ $code }
act-differs = Noch einmal gefragt, jetzt { $answer }: …{ $code }
act-found = { $about }, { $count ->
    [one] eine Packung
   *[other] { $count } Packungen
}, Fotos: { $pictures }
act-custody = { $kind } { $number }, { $quantity ->
    [one] eine Packung
   *[other] { $quantity } Packungen
}
act-counted = { $quantity } × { $gtin }
act-withdrawn = Zurückgenommen
act-closed = Besuch beendet

# Die Ablage.
queue-title = Ablage
stage-here = auf diesem Telefon
stage-sent = unterwegs
stage-confirmed = vom Server bestätigt
sending = Wird gesendet…
send-now = Jetzt senden
export = Alles in eine Datei sichern
export-hint = Die Datei enthält jeden Besuch auf diesem Telefon mit seinen Fotos, versiegelt von diesem Telefon. Bewahren Sie sie gut auf: Sie lässt sich später prüfen und einreichen.
export-failed = Es gibt noch nichts zu sichern, oder das Telefon hat keinen Platz für die Datei.
refused-title = Der Server lehnte ab
room = { $n } MB frei für diese Seite.
room-kept = Der Browser hat zugesagt, zu behalten, was hier ist.
room-not-kept = Der Browser darf es löschen, wenn das Telefon voll wird. Legen Sie diese Seite auf den Startbildschirm.

# Wonach ohne Netz beurteilt wird.
pack-title = Offline-Paket
pack-hint = Laden Sie eins, bevor Sie losgehen. Ohne Netz werden Packungen danach beurteilt, und bei der Rückkehr wird alles noch einmal gefragt.
pack-none = Kein Paket auf diesem Telefon.
pack-load = { $name } laden
pack-load-all = Alle Marken laden
pack-loading = Das Paket wird geladen…
pack-made = Erstellt { $at }
pack-until = Gültig bis { $at }
pack-over = Dieses Paket ist veraltet. Laden Sie ein neues.
pack-holds = { $products ->
    [one] Ein Produkt
   *[other] { $products } Produkte
}, { $recalls ->
    [one] ein Rückruf
   *[other] { $recalls } Rückrufe
}, { $units ->
    [one] eine gesperrte Packung
   *[other] { $units } gesperrte Packungen
}
pack-eight = { $n ->
    [one] Ein Produkt: Eine von 256 nie ausgegebenen Nummern ist trotzdem gelistet
   *[other] { $n } Produkte: Eine von 256 nie ausgegebenen Nummern ist trotzdem gelistet
}
pack-sixteen = { $n ->
    [one] Ein sicherheitskritisches Produkt: eine von 65.536
   *[other] { $n } sicherheitskritische Produkte: eine von 65.536
}
pack-size = { $n } KB
pack-no-network = Es gibt kein Netz. Laden Sie das Paket dort, wo es eins gibt.
pack-signed-out = Melden Sie sich zuerst an: Ein Paket ist für Mitarbeitende.
pack-later = Der Server konnte das Paket gerade nicht erstellen. Versuchen Sie es in einer Minute noch einmal.
pack-refused = Das Paket wurde nicht angenommen: { $why }.

# Die Prüfung eines Berichts.
verify-title = Bericht prüfen
verify-hint = Die Datei bleibt auf diesem Gerät. Geprüft werden das Siegel, die Unterschrift jedes Eintrags und sein Platz in der Kette, was der Server bezeugt hat, und jedes Foto.
verify-choose = Bericht auswählen
verify-unreadable = Diese Datei lässt sich nicht mehr lesen. Wählen Sie sie noch einmal aus.
verify-other = Der Bericht ist von einem anderen Server
verify-key = Öffentlicher Schlüssel jenes Servers (base64)
verify-holds = Nichts wurde verändert
verify-broken = Verlassen Sie sich nicht auf diesen Bericht
verify-by-server = Versiegelt vom Server unter { $origin }.
verify-by-device = Nur vom Gerät des Kontrolleurs versiegelt. Kein Server hat für den Schlüssel des Geräts gebürgt.
verify-chain = { $device }: { $n ->
    [one] ein Eintrag
   *[other] { $n } Einträge
}
verify-span = { $first } bis { $last }, nach der Uhr des Geräts
verify-witnessed = Der Server hatte Eintrag { $n } und alle davor spätestens { $when }.
verify-unwitnessed = { $n ->
    [one] Einen Eintrag hat kein Server bezeugt: Seine Zeit sagt nur das Gerät.
   *[other] { $n } Einträge hat kein Server bezeugt: Ihre Zeiten sagt nur das Gerät.
}
verify-photos = { $n ->
    [0] Keine Fotos.
    [one] Ein Foto, wie es aufgenommen wurde.
   *[other] { $n } Fotos, wie sie aufgenommen wurden.
}
verify-missing = { $n ->
    [one] Ein genanntes Foto ist nicht in der Datei.
   *[other] { $n } genannte Fotos sind nicht in der Datei.
}
verify-limits = Das beweist nicht, dass Uhr und Ort des Geräts stimmten, dass ein Foto zeigt, was von ihm gesagt wird, oder dass alles festgehalten wurde.

# Die PIN eines Telefons, das weitergegeben wird.
lock-title = Gesperrt
lock-pin = PIN
lock-open = Öffnen
lock-until = Ohne Netz öffnet es bis { $at }: So lange gilt das Offline-Paket.
lock-wrong = Das ist nicht die PIN.
lock-wait = Zu viele falsche PINs. Warten Sie { $n ->
    [one] eine Sekunde.
   *[other] { $n } Sekunden.
}
lock-over = Das Offline-Paket ist veraltet. Melden Sie sich dort an, wo es ein Netz gibt.
lock-set-title = Eine PIN für dieses Telefon
lock-hint = Die Seite fragt dann danach, wenn sie geöffnet wird. Wer das Telefon übernimmt, meldet sich an; was vorher festgehalten wurde, bleibt und wird gesendet.
lock-save = PIN setzen
lock-set = Die PIN ist gesetzt.
lock-now = Jetzt sperren
lock-short = Eine PIN hat vier Ziffern oder mehr.

# A consignment.
consignment-label = Sendung: SSCC oder Nummer des Lieferscheins
consignment-open = Öffnen
consignment-title = Sendung { $id }
despatch-title = Lieferschein { $id }
consignment-waiting = Wird erfragt, sobald es ein Netz gibt.
consignment-again = Noch einmal fragen
consignment-sent = Versandt
consignment-received = Empfangen
consignment-unpacked = Ausgepackt: { $told }. Das war vorher darin; die Packungen können inzwischen überall sein.
consignment-as-of = Was Ereignisse am { $at } sagten.
consignment-cut = Sie enthält mehr als diese Liste: Eine Packung, die nicht darin steht, kann trotzdem dazugehören.
consignment-total = { $seen } von { $expected } Packungen erfasst
consignment-cases = Kartons und Paletten: { $seen } von { $expected } erfasst
consignment-of = { $seen } von { $expected }
consignment-seen = Erfasst
consignment-missing = { $n ->
    [one] Eine Nummer noch nicht erfasst
   *[other] { $n } Nummern noch nicht erfasst
}
consignment-strangers = { $n ->
    [one] Eine Packung, die nicht dazugehört
   *[other] { $n } Packungen, die nicht dazugehören
}
consignment-look = Diese Sendung öffnen
act-decided-of = { $decision }: { $id }

# Making room.
cleared = { $n ->
    [one] Ein Besuch, den der Server ganz hat, wurde von diesem Telefon geräumt.
   *[other] { $n } Besuche, die der Server ganz hat, wurden von diesem Telefon geräumt.
}
clear-now = Räumen, was der Server hat
cleared-none = Nichts zu räumen: Der Server hat noch keinen beendeten Besuch ganz.
