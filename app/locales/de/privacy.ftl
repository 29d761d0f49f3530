## Was über diesen Browser aufbewahrt wird
privacy-title = Ihre Daten
privacy-intro = Sie haben hier kein Konto. Das ist alles, was dieser Server über diesen Browser aufbewahrt, gefunden anhand seines Cookies.
privacy-intro-devices = Sie haben hier kein Konto. Das ist alles, was dieser Server über Sie aufbewahrt, von allen Geräten, die Ihre Produkte geöffnet haben.
privacy-nothing = Über diesen Browser wird nichts aufbewahrt.
privacy-on-device = { $count ->
    [one] Nur auf diesem Gerät: ein gescannter Code. Auch er steht in der Kopie und wird mit dem Rest gelöscht.
   *[other] Nur auf diesem Gerät: { $count } gescannte Codes. Auch sie stehen in der Kopie und werden mit dem Rest gelöscht.
}
privacy-forms-on-device = Nur auf diesem Gerät, Formulare, die Sie gesendet haben oder die auf ein Netz warten: { $count }. Auch sie stehen in der Kopie, Fotos mit Namen und Größe, und werden mit dem Rest gelöscht.
privacy-photo = mit Foto
privacy-more = und { $count } weitere, alle in der Kopie
privacy-kind-registrations = { $count ->
    [one] Eine registrierte Packung
   *[other] { $count } registrierte Packungen
}
privacy-kind-claims = { $count ->
    [one] Ein Anspruch
   *[other] { $count } Ansprüche
}
privacy-kind-reports = { $count ->
    [one] Eine Meldung
   *[other] { $count } Meldungen
}
privacy-kind-follows = { $count ->
    [one] Ein Wunsch, von Rückrufen zu hören
   *[other] { $count } Wünsche, von Rückrufen zu hören
}
privacy-kind-checks = { $count ->
    [one] Eine Prüfung eines Codes
   *[other] { $count } Prüfungen von Codes
}
privacy-kind-reveals = { $count ->
    [one] Ein verdeckter Code, den Sie eingegeben haben
   *[other] { $count } verdeckte Codes, die Sie eingegeben haben
}
privacy-kind-points = { $count ->
    [one] Ein Eintrag bei Ihren Punkten
   *[other] { $count } Einträge bei Ihren Punkten
}
privacy-kind-passkeys = { $count ->
    [one] Ein Passkey
   *[other] { $count } Passkeys
}
privacy-kind-devices = { $count ->
    [one] Ein Gerät, das dies geöffnet hat
   *[other] { $count } Geräte, die dies geöffnet haben
}
privacy-export = Kopie von allem sichern
privacy-erase = Alles löschen
privacy-consents-title = Wozu Sie Ja gesagt haben
privacy-consent-mail = E-Mail an { $address }, wenn { $path } zurückgerufen wird.
privacy-consent-push = Eine Nachricht auf diesem Gerät, wenn { $path } zurückgerufen wird.
privacy-consent-none = Zu nichts. Um jedes Ja wird einzeln gebeten, dort, wo es gebraucht wird.
privacy-consents-hint = Nehmen Sie eines zurück, ändert sich sonst nichts.
privacy-take-back = Zurücknehmen
privacy-how-title = Wie es aufbewahrt wird
privacy-how-anonymous = Sie sind eine Zufallszahl in einem Cookie. Nach einem Namen wird nicht gefragt. Eine Mailadresse wird nur aufbewahrt, wo Sie eine angegeben haben.
privacy-how-place = Nach Ihrem Ort wird nur gefragt, wenn Sie darauf tippen. Bevor er aufbewahrt wird, wird er auf etwa 5 km gerundet. Ohne sie kann eine Prüfung mit dem Land gespeichert werden, zu dem Ihre Netzadresse gehört, nie mit der Adresse.
privacy-how-photo = Ein Foto wird neu und kleiner gezeichnet, ohne das, was die Kamera hineingeschrieben hat. Das Original wird nicht aufbewahrt.
privacy-how-parties = Keine Seite lädt etwas von Dritten. Die Marke sieht, was Sie ihr senden, und wie oft ihre Packungen geprüft werden, aber nicht von wem.
privacy-how-long = Prüfungen werden 400 Tage aufbewahrt, wenn der Betreiber dieses Servers nichts anderes gewählt hat. Was Sie zu einer Packung angegeben haben, bleibt, bis Sie es löschen.
privacy-how-passkeys = Ein Passkey, den Sie angelegt haben, wird aufbewahrt, bis Sie ihn entfernen: seine öffentliche Hälfte, und wann er angelegt und zuletzt benutzt wurde. Ein Gerät hat Ihre Produkte geöffnet, bis es abgemeldet wird oder zwei Jahre nicht hier war.
privacy-how-history = Die Liste dessen, was Sie gescannt haben, bewahrt Ihr Browser auf, nicht dieser Server.
privacy-elsewhere-title = In einem anderen Browser gewesen?
privacy-elsewhere = Was Sie anderswo registriert oder beansprucht haben, öffnen Nummer und Code:
privacy-erase-title = Alles löschen?
privacy-erase-text = Ihre Registrierungen, Meldungen, Bewertungen, Ansprüche, Wünsche, Prüfungen und Punkte verschwinden jetzt und endgültig, auch die Liste, die dieser Browser aufbewahrt. Sichern Sie vorher eine Kopie, wenn Sie eine wollen.
privacy-erase-devices = Es verschwindet auf allen Ihren Geräten, und Ihre Passkeys öffnen nichts mehr. Ihre Geräte führen sie vielleicht noch auf: Entfernen Sie sie dort.
privacy-left-title = Was bleibt, ohne Sie
privacy-left-checks = Wie oft und wann eine Packung geprüft oder ihr verdeckter Code eingegeben wurde, ohne Sie und Ihren Ort: Daran werden Kopien ihres Codes erkannt.
privacy-left-claims = Dass ein Anspruch erfüllt wurde, mit Packung, Leistung und Tag: Das brauchen die Bücher der Marke. Ihre Worte und Ihre Adresse verschwinden.
privacy-left-reports = Dass es eine Meldung zu dieser Packung gab, ihr Tag und was die Marke herausfand. Ihre Worte, Ihr Foto und Ihr Ort verschwinden.
privacy-left-points = Dass eine Packung Punkte brachte oder weitergegeben wurde, ohne Sie: Sie bringt sie nur einmal und bleibt bei dem, der sie hat.
privacy-left-log = Die Nummer eines Anspruchs, einer Meldung oder Bewertung, die bearbeitet wurde: Was das Personal tat, bleibt verzeichnet. Ein falscher Versuch bei einem verdeckten Code zählt 30 Tage, als Prüfsumme.
privacy-left-copies = Kopien, die der Betreiber dieses Servers vorher gemacht hat, bis sie ersetzt werden, und E-Mails, die verschickt wurden.
privacy-open-claims = { $count ->
    [one] Sie haben einen offenen Anspruch. Er endet damit: Sie bekommen nichts mehr dafür.
   *[other] Sie haben { $count } offene Ansprüche. Sie enden damit: Sie bekommen nichts mehr dafür.
}
privacy-keep-claims = Offene Ansprüche weiterlaufen lassen. Ich habe ihre Nummern und Codes und kann sie später löschen.
privacy-erase-now = Jetzt alles löschen
privacy-keep = Behalten
privacy-erased-title = Gelöscht
privacy-erased-text = Hier wird nichts mehr aufbewahrt, das zu Ihnen führt. Auch dieser Browser hat vergessen, was er aufbewahrt hat; 40 Tage lang merkt er sich, wann Sie gelöscht haben, damit ein Scan, der noch auf ein Netz wartet, nichts zurückbringt.
privacy-erased-on = Zum Anfang
