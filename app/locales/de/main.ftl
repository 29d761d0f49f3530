# Deutsch. Dieselben Ids und Variablen wie in locales/en.

## Überall
brand-name = Touchstone
tagline = Scannen. Wissen, was es ist, ob man ihm trauen kann und was zu tun ist.
skip-to-content = Zum Inhalt
nav-label = Hauptmenü
nav-scan = Scannen
nav-history = Verlauf
nav-mine = Meine Produkte
language-label = Sprache
footer-privacy = Kein Konto, keine Dritten. Was Sie scannen, bleibt auf diesem Gerät und bei der Marke, deren Produkt es ist.
footer-your-data = Ihre Daten ansehen oder löschen.
stored-copy = Sie sind offline. Diese Seite wurde am { $when } geladen und seitdem nicht neu geprüft.
optional = freiwillig

## Stand
standing-recalled = Zurückgerufen: nicht mehr benutzen
standing-blocked = Nicht annehmen
standing-not-issued = Nicht von { $brand } ausgegeben
standing-possibly-recalled = Charge vergleichen
standing-suspect = Vorsicht
standing-mismatch = Passt nicht zusammen
standing-expired = Abgelaufen
standing-unknown = Hier nicht bekannt
standing-product = { $product }
standing-batch = { $product }, Charge { $batch }
standing-issued = Von { $brand } ausgegeben
standing-confirmed = Bestätigt
standing-unchecked = Noch nicht geprüft
about-recalled = Dieses Produkt wird zurückgerufen. Benutzen Sie es nicht mehr.
about-blocked = Genau diese Packung darf nicht verkauft oder benutzt werden.
about-not-issued = { $brand } hat keine Packung mit dieser Nummer ausgegeben.
about-possibly-recalled = Manche Packungen dieses Produkts sind vielleicht zurückgerufen. Benutzen Sie es nicht, bevor Sie verglichen haben.
about-suspect = Wo und wie oft dieser Code gesehen wurde, passt nicht zu einer einzigen Packung.
about-mismatch = Was im Code steht, weicht von dem ab, was die Marke verzeichnet hat.
about-expired = Das Datum ist überschritten.
about-past-best-before = Das Mindesthaltbarkeitsdatum ist vorbei. Es kann noch gut sein: ansehen, riechen, schmecken.
about-unknown = Wir kennen diesen Code nicht. Das macht ihn noch nicht zur Fälschung.
about-product = Dieser Code nennt das Produkt. Einzelne Packungen unterscheidet er nicht.
about-batch = Dieser Code nennt die Charge. Einzelne Packungen unterscheidet er nicht.
about-issued = Keine Warnzeichen. Ein Code lässt sich kopieren: Vergleichen Sie Bild und Charge.
about-confirmed = Sie haben den verdeckten Code unter dem Siegel aufgedeckt, und sonst niemand.
about-unchecked = Sie sind offline. Der Code ist gemerkt und wird geprüft, sobald es ein Netz gibt.
about-unreachable = Unser Server antwortet nicht. Der Code ist gemerkt und wird geprüft, sobald er es tut.
unchecked-before = Am { $day } war es: { $word }. Das kann sich geändert haben.
caution-unchecked = Bei Arznei und Nahrung für kleine Kinder: warten, bis er geprüft ist.
also = Außerdem: { $standings }

## Start
home-title = Was haben Sie in der Hand?
home-scan = Code scannen
home-points-title = Was Sie erfahren
home-point-trust = Ob die Marke es ausgegeben hat und was dagegen spricht.
home-point-recall = Ob es zurückgerufen wird und wie Sie Ihr Geld bekommen.
home-point-journey = Woher es kommt und wie es zu Ihnen kam.
home-point-recycle = Wohin mit jedem Teil der Packung.
home-demo = Mit den Demo-Etiketten ausprobieren

## Scannen
scan-title = Scannen
scan-why-camera = Die Kamera sucht nach einem Code. Kein Bild verlässt Ihr Telefon.
scan-start = Kamera starten
scan-stop = Anhalten
scan-photo-label = Foto des Codes wählen
scan-photo-send = Foto lesen
scan-type-label = Nummer oder Link auf der Packung
scan-type-hint = Zum Beispiel (01)09506000134352(21)A1 oder die Ziffern unter den Strichen
scan-type-send = Prüfen
scan-paste = Einfügen
scan-torch = Licht
scan-lens = Andere Kamera
scan-sounds = Töne zum Zielen
scan-zoom = Zoom
scan-looking = Suche nach einem Code…
scan-starting = Kamera startet…
scan-checking = Wird geprüft…
scan-several = { $count ->
    [one] Ein Code im Bild. Antippen, um ihn zu prüfen.
   *[other] { $count } Codes im Bild. Welcher?
}
scan-part = Dieser Code ist einer von { $count }, die zusammen etwas sagen. Bisher gelesen: { $read }. Zeigen Sie auch die anderen.
scan-no-code = In diesem Foto ist kein Code, den wir lesen können. Versuchen Sie es näher, schärfer und ohne Spiegelung.
scan-unreadable = In diesem Foto ist ein Code, aber er ist zu beschädigt oder unscharf. Versuchen Sie es näher oder tippen Sie die Nummer ein.
scan-too-small = In diesem Foto ist ein Code, aber er ist zu klein. Gehen Sie näher heran.
scan-cut-off = Der Code ragt aus diesem Foto heraus. Nehmen Sie ihn von weiter weg auf, mit etwas Rand.
scan-glare = Auf dem Code in diesem Foto spiegelt sich Licht. Kippen Sie die Packung oder drehen Sie sich vom Licht weg, und versuchen Sie es noch einmal.
scan-blurred = Der Code in diesem Foto ist unscharf. Halten Sie still, lassen Sie die Kamera scharfstellen, und versuchen Sie es noch einmal.
scan-worker-lost = Der Leser musste neu starten. Halten Sie den Code noch einmal ins Bild.
scan-outdated = Es gibt eine neue Fassung. Neu laden und noch einmal scannen.
scan-no-picture = Diese Datei ist kein Bild, das der Browser öffnen kann. Wählen Sie eine andere.
scan-no-wasm = Dieser Browser kann den Kameraleser nicht ausführen. Wählen Sie ein Foto oder tippen Sie die Nummer ein: Beides geht hier.
camera-denied = Die Kamera ist für diese Seite nicht erlaubt. Erlauben Sie sie in den Einstellungen des Browsers für diese Website oder wählen Sie ein Foto.
camera-none = Dieses Gerät hat keine Kamera, die der Browser nutzen kann. Wählen Sie ein Foto oder tippen Sie die Nummer ein.
camera-busy = Die Kamera wird von einer anderen App benutzt. Schließen Sie diese oder wählen Sie ein Foto.
camera-lost = Die Kamera hat angehalten. Starten Sie sie neu oder wählen Sie ein Foto.
camera-insecure = Browser erlauben die Kamera nur auf einer sicheren Seite (https). Öffnen Sie diese Seite mit https oder wählen Sie ein Foto.
camera-slow = Wenn niemand nach der Kamera fragt: Öffnen Sie diese Seite in Ihrem eigenen Browser, oder wählen Sie ein Foto.
camera-retry = Noch einmal
other-uri-title = Dieser Code ist ein Link
other-uri-text = Er führt zu { $host } und nicht zu einem Produkt hier. Von selbst öffnen wir ihn nicht.
other-foreign-title = Dieser Code führt nicht zu { $brand }
other-foreign-text = Er sieht aus wie einer von { $brand } und führt zu { $host }; das ist keine Adresse von { $brand }. Geben Sie dort kein Passwort, keine Kartennummer und keinen Code von der Packung ein.
other-uri-open = { $host } öffnen
other-text-title = Dieser Code ist eine Notiz
other-text-text = Er enthält Text und keine Produktnummer:
result-back = Noch einen scannen

## Zielen, auch für alle, die den Bildschirm nicht sehen: kurz, und eins nach dem anderen
aim-move = { $way ->
    [left] Handy nach links.
    [right] Handy nach rechts.
    [up] Handy nach oben.
    [down] Handy nach unten.
    [up-left] Handy nach links oben.
    [up-right] Handy nach rechts oben.
    [down-left] Handy nach links unten.
   *[down-right] Handy nach rechts unten.
}
aim-little = { $way ->
    [left] Etwas nach links.
    [right] Etwas nach rechts.
    [up] Etwas nach oben.
    [down] Etwas nach unten.
    [up-left] Etwas nach links oben.
    [up-right] Etwas nach rechts oben.
    [down-left] Etwas nach links unten.
   *[down-right] Etwas nach rechts unten.
}
aim-closer = Code im Bild. Näher heran.
aim-back = Code im Bild. Weiter weg.
aim-hold = Code im Bild. Still halten.
aim-tilt = Code im Bild. Aus dem Licht kippen.
aim-blurred = Code im Bild, unscharf. Still halten oder etwas weiter weg.
aim-damaged = Code im Bild, er wirkt beschädigt. Wenn er nicht lesbar ist, die Nummer eintippen.
aim-search-back = Kein Code im Bild. Handy langsam zurückziehen.
aim-search = { $way ->
    [left] Kein Code im Bild. Langsam nach links.
    [right] Kein Code im Bild. Langsam nach rechts.
    [up] Kein Code im Bild. Langsam nach oben.
   *[down] Kein Code im Bild. Langsam nach unten.
}
aim-turn = Auf dieser Seite ist wohl kein Code. Packung drehen und näher heran.

## Verlauf
history-title = Verlauf
history-empty = Auf diesem Gerät wurde noch nichts gescannt.
short-issued = Ausgegeben
short-not-issued = Nicht ausgegeben
short-recalled = Zurückgerufen
short-possibly-recalled = Charge vergleichen
short-product = Produkt
short-batch = Charge
history-erase = Löschen
history-erase-all = Alles löschen
history-erased = Gelöscht.
history-undo = Rückgängig
history-pending = Wartet auf ein Netz
history-before = Wartet auf ein Netz · am { $day }: { $word }
history-private = Diese Liste liegt nur auf diesem Gerät. Sobald es ein Netz gibt, fragt das Telefon, was davon seither zurückgerufen wurde; davon wird nichts behalten.
history-alerts = { $count ->
    [one] Etwas, das Sie gescannt haben, wurde seither zurückgerufen. Nachsehen.
   *[other] { $count } Dinge, die Sie gescannt haben, wurden seither zurückgerufen. Nachsehen.
}
history-recalled-since = Zurückgerufen, erfahren am { $day }: nicht mehr benutzen
history-maybe-recalled-since = Ein Rückruf kann es betreffen, erfahren am { $day }: Charge vergleichen

## Forms that wait for a network
queue-title = Formulare
queue-kept = Wartet, nicht gesendet. Es geht ab, sobald es ein Netz gibt; Sie finden es im Verlauf.
queue-waiting = Wartet, nicht gesendet
queue-sent = Gesendet
queue-refused = Nicht angenommen
queue-again = Seite wieder öffnen
queue-forget = Löschen
queue-report = Meldung
queue-claim = Antrag
queue-register = Registrierung
queue-feedback = Ihre Meinung
queue-follow = Rückrufe erfahren

## Ärger unterwegs
offline = Es gibt kein Netz. Ihre Eingaben bleiben stehen; versuchen Sie es wieder, sobald eines da ist.
unreachable = Der Server antwortet nicht. Ihre Eingaben bleiben stehen; versuchen Sie es in einer Minute wieder.
refused = Der Server hat es nicht angenommen: { $detail }
broken = Der Server hat ein Problem. Ihre Eingaben bleiben stehen; versuchen Sie es in einer Minute wieder.
try-again = Noch einmal
problem-title = Das hat nicht geklappt
problem-reference = Wenn Sie danach fragen, nennen Sie { $instance }.
update-ready = Eine neue Version ist bereit.
update-now = Jetzt neu laden
install = Als App installieren

## Zeit
date = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
just-now = gerade eben
minutes-ago = { $n ->
    [one] vor einer Minute
   *[other] vor { $n } Minuten
}
hours-ago = { $n ->
    [one] vor einer Stunde
   *[other] vor { $n } Stunden
}
days-ago = { $n ->
    [one] gestern
   *[other] vor { $n } Tagen
}
list-and = { $first } und { $last }
