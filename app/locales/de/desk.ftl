# Deutsch, für den Arbeitsplatz: wo die Leute der Organisationen arbeiten.

desk-title = Arbeitsplatz
desk-nav-label = Arbeitsplatz
desk-sign-out = Abmelden
desk-remove = Entfernen
desk-name-label = Name
desk-role-label = Rolle

## An der Tür
desk-sign-in = Anmelden
desk-sign-in-about = Für Leute, die für eine Marke, einen Partner oder eine Behörde arbeiten. Eine Packung zu prüfen braucht kein Konto.
desk-sign-in-passkey = Mit Passkey anmelden
desk-sign-in-hint = Noch kein Passkey? Jemand aus Ihrer Organisation kann Sie einladen.
desk-passkey-script = Ein Passkey braucht JavaScript, nur für diesen Schritt. Erlauben Sie es für diese Seite und laden Sie sie neu.
desk-passkey-unsupported = Dieser Browser kennt keine Passkeys. Nehmen Sie einen neueren oder ein anderes Gerät.
desk-passkey-failed = Das Gerät hat nicht geantwortet, oder Sie haben abgebrochen. Versuchen Sie es noch einmal.
desk-passkey-unknown = Dieser Passkey öffnet hier nichts: Er wurde entfernt, oder die Seite war zu lange offen. Versuchen Sie es noch einmal, oder bitten Sie um eine neue Einladung.
desk-passkey-not-made = Es ist kein gültiger Passkey entstanden. Versuchen Sie es noch einmal.
desk-invite-title = Mitmachen
desk-invite-about = { $organisation } lädt Sie ein. Rolle: { $role }.
desk-invite-passkey = Ihr Gerät fragt dann nach einem Passkey: einem Schlüssel, der auf ihm bleibt und den Ihr Finger, Ihr Gesicht oder seine PIN öffnet. Ein Passwort gibt es nicht.
desk-invite-join = Passkey anlegen und mitmachen
desk-no-invite-title = Diese Einladung gilt nicht mehr
desk-no-invite-about = Sie wurde benutzt, zurückgezogen oder ist abgelaufen. Bitten Sie um einen neuen Link. Wenn Sie schon dabei sind, melden Sie sich an.

## Anfang
desk-home-title = Guten Tag, { $person }
desk-home-about = { $role } bei { $organisation } ({ $kind }).

## Eigenes
desk-me-title = Meine Geräte
desk-me-about = Ihre Passkeys, und wo Sie angemeldet sind.
desk-passkeys-title = Passkeys
desk-passkey-added = Angelegt { $when }.
desk-passkey-used = Zuletzt benutzt { $when }.
desk-passkey-unused = Noch nicht benutzt.
desk-passkey-last = Es ist Ihr einziger, darum lässt er sich nicht entfernen. Ein zweiter auf einem anderen Gerät schützt davor, ausgesperrt zu sein.
desk-passkey-add = Passkey hinzufügen
desk-device-unknown = Ein Gerät
desk-sessions-title = Angemeldet
desk-session-this = Dieses Gerät
desk-session-seen = Zuletzt hier { $when }.
desk-session-end = Dort abmelden
desk-sign-out-everywhere = Überall abmelden
desk-sign-out-everywhere-about = Beendet jede Anmeldung, auch diese. Ihre Passkeys bleiben.

## Leute
desk-members-title = Leute
desk-members-about = Jemanden einladen, eine Rolle ändern, entfernen, wer gegangen ist.
desk-member-me = Sie
desk-member-joined = Dabei seit: { $when }.
desk-member-role-label = Neue Rolle von { $name }
desk-member-role-change = Rolle ändern
desk-invites-title = Eingeladen
desk-invite-nameless = Jemand
desk-invite-expires = Der Link gilt bis { $day }.
desk-invite-withdraw = Zurückziehen
desk-invite-new = Jemanden einladen
desk-invite-how = Sie bekommen einen Link, der einmal gilt, drei Tage lang. Schicken Sie ihn so, dass ihn sonst niemand liest.
desk-invite-make = Link erzeugen
desk-invite-link-once = Dieser Link wird nur dieses eine Mal gezeigt. Mit ihm kann eine Person mitmachen.

## Schlüssel
desk-keys-title = API-Schlüssel
desk-keys-about = Für Maschinen: was sie für Ihre Organisation dürfen.
desk-keys-empty = Noch keine Schlüssel.
desk-key-nameless = Ohne Namen
desk-key-made = Angelegt { $when }.
desk-key-revoke = Widerrufen
desk-key-new = Schlüssel anlegen
desk-key-name-label = Wofür er ist
desk-key-partner = Wessen Maschine es ist
desk-key-partner-none = Unsere eigene
desk-key-partner-hint = Der Schlüssel eines Partners meldet Ereignisse und Verkäufe Ihrer Waren und sieht die Ereignisse, die er gemeldet hat, sonst nichts.
desk-key-of-partner = Für { $partner }.
desk-key-scopes = Was er öffnet
desk-key-make = Schlüssel anlegen
desk-key-once = Dieser Schlüssel wird nur dieses eine Mal gezeigt. Legen Sie ihn dort ab, wo die Maschine ihn liest.
scope-capture = Ereignisse erfassen
scope-query = Ereignisse abfragen
scope-issue = Nummern aus Vorräten holen
scope-hidden = Versteckte Codes zu Nummern aus Vorräten holen
scope-links = Links ändern
scope-sales = Verkäufe melden
scope-signals = Anzeichen sehen und verwerfen
scope-packs = Einzelne Packungen prüfen, abgeben und zurückbuchen
scope-verification = Produktkennzeichen prüfen (DSCSA)
scope-granted = In Freigegebenes hineinsehen

## Ansprüche
desk-claims-title = Ansprüche
desk-claims-about = Was Menschen nach Rückrufen verlangen, und wie darüber entschieden wird.
desk-claims-empty = Keiner steht so.
desk-claims-next = Spätere
desk-claim-title = Anspruch { $reference }
desk-claim-asks = Möchte { $remedy }.
desk-claim-recall = Rückruf
desk-claim-note = Was geschehen ist
desk-claim-email = E-Mail
desk-claim-steps = Was daraus wurde
desk-claim-holder = Die Person
desk-claim-somebody = Jemand vom Personal
desk-claim-decide = Entscheiden
desk-claim-message = Nachricht an die Person
desk-claim-message-hint = Sie steht auf deren Seite und wird gemailt, wenn eine Adresse da ist. Wer nachfragt, ablehnt oder wieder öffnet, sagt, warum.
claim-wants-refund = Geld zurück
claim-wants-repair = eine Reparatur
claim-wants-replacement = Ersatz
claim-do-open = Wieder öffnen
claim-do-need-more = Nachfragen
claim-do-accepted = Annehmen
claim-do-paid = Geld ist zurückgezahlt
claim-do-repaired = Ist repariert
claim-do-replaced = Ist ersetzt
claim-do-refused = Ablehnen

## Packungen
desk-packs-title = Packungen
desk-packs-about = Einzelne Packungen prüfen, abgeben und zurückbuchen.
desk-packs-code = Code
desk-packs-code-hint = Scannen, oder eintippen, wie er unter dem Symbol steht: (01)… (17)… (10)… (21)…
desk-packs-site = Standort (GLN)
desk-packs-desk = Kasse
desk-packs-desk-hint = Ein zweiter Scan derselben Kasse innerhalb einer Minute ist derselbe Scan.
desk-packs-others = Nicht für Patienten
desk-packs-state = Packung
desk-packs-since = Seit
desk-packs-product = Produkt
desk-packs-serial = Seriennummer
desk-packs-batch = Charge
desk-packs-expiry = Verfall
desk-packs-alert = Alarmcode
pack-act-verify = Prüfen
pack-act-supply = Abgeben
pack-act-undo = Zurückbuchen
pack-act-destroy = Vernichten
pack-act-export = Ausführen
pack-act-sample = Behördliches Muster
pack-act-free-sample = Gratismuster
pack-act-lock = Beiseitelegen
pack-act-stolen = Als gestohlen melden
pack-state-active = aktiv
pack-state-supplied = abgegeben
pack-state-destroyed = vernichtet
pack-state-exported = ausgeführt
pack-state-sample = behördliches Muster
pack-state-free-sample = Gratismuster
pack-state-locked = beiseitegelegt
pack-state-stolen = gestohlen
pack-state-withdrawn = aus dem Handel
pack-outcome-done = Erledigt.
pack-outcome-same-scan = Derselbe Scan noch einmal. Nichts hat sich geändert.
pack-outcome-active = Sie darf abgegeben werden.
pack-outcome-inactive = Sie ist nicht aktiv. Nicht abgeben.
pack-outcome-expired = Sie ist verfallen. Nichts wurde getan.
pack-outcome-recalled = Sie ist zurückgerufen. Nicht abgeben und getrennt aufbewahren.
pack-outcome-unknown-serial = Diese Packung ist nicht verzeichnet. Getrennt aufbewahren und den Hersteller fragen.
pack-outcome-unknown-batch = Diese Charge ist nicht verzeichnet. Die Charge mit der Packung vergleichen.
pack-outcome-other-expiry = Der Verfall ist ein anderer als verzeichnet. Mit der Packung vergleichen.
pack-outcome-other-batch = Diese Packung ist mit einer anderen Charge verzeichnet. Mit der Packung vergleichen.
pack-outcome-undo-mismatch = Hier gibt es nichts zurückzubuchen.
pack-outcome-already-so = Laut Verzeichnis eines anderen Marktes ist das schon geschehen.
pack-outcome-undo-late = Das war vor mehr als zehn Tagen und lässt sich nicht mehr zurückbuchen.
pack-outcome-undo-elsewhere = Das hat ein anderer Standort getan. Nur dort lässt es sich zurückbuchen.
pack-outcome-already-inactive = Sie ist nicht mehr aktiv. Nichts wurde getan.
pack-outcome-not-possible = Sie ist in einem anderen Markt nicht mehr aktiv. Nichts wurde getan.
pack-wrong-code = Das nennt keine einzelne Packung, die hier bekannt ist. Den quadratischen Code auf der Packung noch einmal scannen.
pack-wrong-site = Der Standort ist keine GLN. Die 13 Ziffern schreiben.
pack-wrong-desk = Der Name der Kasse ist zu lang. Höchstens 40 Zeichen schreiben.
pack-wrong-act = Wählen, was zu tun ist.

## Freigaben
desk-grants-title = Behörden
desk-grants-about = Welche Behörden was wie tief sehen dürfen.
desk-grants-empty = Noch darf niemand hineinsehen.
desk-grants-nobody = Hier ist noch keine Behörde zugelassen. Das tut, wer diesen Server betreibt.
desk-grant-new = Eine Behörde hineinsehen lassen
desk-grant-authority = Behörde
desk-grant-product = Produktnummer (GTIN)
desk-grant-product-hint = Leer lassen für jedes Produkt der Marke, auch spätere.
desk-grant-gtin = GTIN
desk-grant-depth = Wie tief
desk-grant-give = Hineinsehen lassen
desk-grant-end = Beenden
desk-grant-all = Jedes Produkt
desk-grant-given = Von { $person }, { $when }.
depth-record = Die Angaben zu Produkten, Chargen und Packungen
depth-journey = Die Angaben, und wo Packungen waren
depth-evidence = Die Angaben, der Weg, und die Prüfungen hinter einer Warnung

## Freigegeben
desk-granted-title = Freigegebene Produkte
desk-granted-about = Wo Marken Ihre Organisation hineinsehen lassen.
desk-granted-empty = Noch lässt keine Marke Sie hineinsehen.
desk-granted-logged = Jeder Blick steht im Zugriffsprotokoll der Marke.
desk-granted-since = Seit: { $when }.
desk-granted-by = { $brand } lässt Ihre Organisation in dieses Produkt hineinsehen.
desk-granted-critical = Ein Mangel an diesem Produkt kann jemanden verletzen.
desk-granted-sector = Branche
desk-granted-open = Die Seite, die alle sehen
desk-look-title = Packung oder Charge ansehen
desk-look-serial = Seriennummer
desk-look-batch = Charge
desk-look-go = Ansehen
desk-look-state = Zustand
desk-look-since = Seit
desk-look-stage = Wie weit sie ist
desk-look-issued = Nummer vergeben
desk-look-recalled = Zurückgerufen: { $id }, { $on }
desk-look-no-pack = Die Marke hat keine solche Packung verzeichnet.
desk-look-no-batch = Die Marke hat keine solche Charge verzeichnet.
desk-look-checks = Prüfungen und Anzeichen
desk-look-sessions = So viele haben sie geprüft: { $count }
desk-look-no-signals = Keine Anzeichen.
desk-look-dismissed = Die Marke hat nichts Auffälliges gefunden
stage-allocated = Nummer vergeben
stage-printed = Gedruckt
stage-applied = Auf der Packung
stage-shipped = Ausgeliefert

## Organisationen
desk-organisations-title = Organisationen
desk-organisations-about = Partner und Behörden zulassen, und ihre ersten Leute einladen.
desk-organisation-new = Einen Partner oder eine Behörde zulassen
desk-organisation-id = Kennung
desk-organisation-id-hint = 2 bis 64 Kleinbuchstaben, Ziffern und Bindestriche. Sie bleibt, wie sie ist.
desk-organisation-kind = Was sie ist
desk-organisation-admit = Zulassen
desk-organisation-suspend = Aussetzen
desk-organisation-suspended = Ausgesetzt
desk-organisation-resume = Wieder arbeiten lassen
desk-organisation-invite = Ihre erste Person einladen
desk-organisation-which = Organisation
kind-operator = betreibt diesen Server
kind-brand = Marke
kind-partner = Partner
kind-authority = Behörde

## Das Protokoll
desk-log-title = Zugriffsprotokoll
desk-log-about = Wer was getan hat, und wer hineingesehen hat.
desk-log-hint = Hier wird nie etwas geändert oder entfernt. Zeiten in UTC.
desk-log-when = Wann
desk-log-who = Wer
desk-log-what = Was
desk-log-with = Womit
desk-log-command = Kommandozeile
desk-log-older = Ältere
act-invited = hat eingeladen
act-withdrawn = hat eine Einladung zurückgezogen
act-joined = ist dazugekommen
act-signed-in = hat sich angemeldet
act-signed-out-everywhere = hat sich überall abgemeldet
act-passkey-added = hat einen Passkey hinzugefügt
act-passkey-removed = hat einen Passkey entfernt
act-role-changed = hat eine Rolle geändert
act-removed = hat entfernt
act-key-made = hat einen API-Schlüssel angelegt
act-key-revoked = hat einen API-Schlüssel widerrufen
act-signing-key-made = hat einen Schlüssel angelegt, der Codes signiert
act-signing-key-revoked = hat einen Schlüssel widerrufen, der Codes signiert
act-granted = lässt hineinsehen
act-grant-ended = hat eine Freigabe beendet
act-looked = hat hineingesehen
act-admitted = hat zugelassen
act-suspended = hat ausgesetzt
act-resumed = lässt wieder arbeiten
act-signal-dismissed = verwarf ein Anzeichen
act-link-put = setzte einen Link
act-link-removed = entfernte einen Link
act-pack-acted = bearbeitete eine Packung
act-notice-decided = Entschieden, ob eine Meldung ein Produkt meint
act-claim-decided = entschied über einen Anspruch
act-report-closed = schloss eine Meldung
act-hidden-codes-taken = hat die versteckten Codes eines Nummernvorrats abgeholt

## Rollen
role-brand-manager = Markenleitung
role-quality = Qualität
role-marketing = Marketing
role-inspector = Inspektion
role-shop = Laden
role-returns-desk = Rücknahme
role-pharmacist = Apotheke
role-processor = Verarbeitung
role-auditor = Revision
role-manager = Leitung
role-operator = Betrieb

## Fehler
problem-sign-in = Sie sind nicht mehr angemeldet. Melden Sie sich am Arbeitsplatz an und tun Sie es noch einmal.
problem-role = Ihre Rolle erlaubt das nicht. Fragen Sie jemanden, der die Leute Ihrer Organisation verwaltet.
problem-no-origin = Hier kann sich niemand anmelden: Passkeys gehören zu einem Namen, und dieser Server kennt seinen nicht. Wer ihn betreibt, startet ihn mit einer öffentlichen Adresse.

## Wonach zu sehen ist
desk-signals-title = Anzeichen
desk-signals-about = Codes, Chargen und Produkte, mit denen etwas nicht stimmt.
desk-signals-hint = Was zusammen 100 ergibt, macht einen Code verdächtig. Verwerfen Sie, was Sie geprüft haben und was in Ordnung ist: Dort wiegt es nichts mehr, und alles andere wiegt wie zuvor.
desk-signals-empty = Nichts sieht falsch aus.
desk-signal-weight = Gewicht { $weight }
desk-signal-seen = Zuletzt gesehen: { $when }
desk-signal-dismiss = Alles in Ordnung
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

## Was Menschen melden
desk-reports-title = Meldungen
desk-reports-about = Was laut Käufern mit Packungen nicht stimmt, mit Fotos und Orten.
desk-reports-hint = Niemand weiß, wer sie sandte. Eine Meldung allein beweist nichts; mehrere zu einer Charge oder einem Ort sagen mehr.
desk-reports-empty = Es gibt keine.
desk-reports-older = Ältere
desk-report-title = Meldung { $reference }
desk-report-pack = Code
desk-report-words = Was gesagt wird
desk-report-differs = Anders als auf dem Bild
desk-report-place = Wo
desk-report-point = Auf etwa 5 km genau
desk-report-language = Liest
desk-report-photo = Das Foto dazu
desk-report-has-photo = mit Foto
desk-report-came = Kam { $when }
desk-report-others = { $count ->
    [0] Die einzige Meldung zu diesem Code
    [one] Eine weitere Meldung zu diesem Code
   *[other] { $count } weitere Meldungen zu diesem Code
}
desk-report-finding = Was Sie herausgefunden haben
desk-report-close = Meldung schließen
desk-report-close-hint = Niemand wird benachrichtigt: Wer sie sandte, ließ keine Adresse da.
report-is-open = Offen
report-is-closed = Geschlossen
## Widersprüche
desk-disputes-title = Widersprüche
desk-disputes-about = Wem eine Packung gehört, wo sich die uneins sind, die sie registriert haben. Beide erfahren, was Sie entscheiden, und warum.
desk-disputes-empty = Niemand widerspricht.
desk-dispute-by = Widerspruch von
desk-dispute-holder = Hat sie jetzt
desk-dispute-nobody = niemand
desk-dispute-reason = Warum; beide lesen es
desk-dispute-give = Sie gehört dem, der widerspricht
desk-dispute-keep = Es bleibt, wie es ist
desk-evidence-claimed = allein auf das eigene Wort
desk-evidence-supported = mit Verkauf oder Beleg
desk-evidence-proven = mit dem verdeckten Code
act-dispute-decided = hat über einen Widerspruch entschieden

## Meldungen
desk-notices-title = Meldungen
desk-notices-about = Meldungen von Behörden, die Ihre Produkte zu meinen scheinen: Sagen Sie, ob es so ist.
desk-notices-hint = Packungen heißen vielleicht zurückgerufen, solange niemand entschieden hat. Sobald bestätigt ist, sind sie zurückgerufen.
desk-notices-empty = Keine Meldung wartet auf eine Entscheidung.
desk-notice-fits = Passt zu { $confidence } von 100: { $grounds }.
ground-gtin = Produktnummer
ground-brand = Marke
ground-name = Name
ground-batch = Charge
desk-notice-read = Meldung lesen
desk-notice-confirm = Sie meint dieses Produkt
desk-notice-dismiss = Sie meint es nicht

## Punkte am Pult
desk-report-right = Sie stimmt: die offenen Punkte dafür geben
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
