## Der Stammbaum: was nicht passt
pedigree-title = Der ganze Weg
pedigree-whole = Der ganze Weg: woraus es ist, Zertifikate, Temperaturen, und was fehlt
pedigree-by = So haben es { $brand } und Partner mitgeteilt.
pedigree-back = Was von diesem Stück zu halten ist, und was zu tun ist
pedigree-notices = Was nicht passt
pedigree-fits = Jeder mitgeteilte Schritt passt zu dem davor. Was niemand mitgeteilt hat, sieht man hier nicht.
pedigree-broken = { $hours ->
    [one] Am { $on } war es eine Stunde lang außerhalb seiner Grenzen, bis { $worst }.
   *[other] Am { $on } war es { $hours } Stunden lang außerhalb seiner Grenzen, bis { $worst }.
}
finding-too-much-made = Von { $about } wurde mehr hergestellt, als { $input } hergibt. Es kann etwas anderes darin sein.
finding-too-much-lost = In { $about } ging mehr { $input } ein, als bei der Herstellung verloren gehen kann.
finding-input-missing = { $about } wird aus { $input } gemacht, und niemand teilt mit, dass davon etwas hineinkam.
finding-not-in-recipe = { $input } ging in { $about }, und steht nicht im Rezept.
finding-overdrawn = Von { $input } wurde mehr entnommen, als es je gab. Woraus { $about } gemacht ist, ist nicht sicher.
finding-used-twice = { $input } war schon verbraucht, und wurde es für { $about } noch einmal.
finding-unproven = Niemand teilt mit, woher { $input } kommt. Es ging in { $about }.
finding-certificate-expired = Als { $input } in { $about } ging, galt das Zertifikat ({ $certificate }) nicht. Sein letzter Tag: { $until }.
finding-certificate-missing = { $input } ging in { $about } ohne das nötige Zertifikat ({ $certificate }).
finding-input-expired = { $input } war über sein Datum ({ $until }) hinaus, als es in { $about } ging.
figures-at-most = { $found }, und höchstens { $expected } sind möglich.
figures-at-least = { $found } gingen hinein, und mindestens { $expected } sind nötig.
gap-silence = { $days ->
    [one] Einen Tag lang ist nichts mitgeteilt.
   *[other] { $days } Tage lang ist nichts mitgeteilt.
}
gap-origin = Niemand teilt mit, woher es kommt.
gap-inputs = Niemand teilt mit, woraus es gemacht ist.
gap-receipt = Es wurde versandt. Niemand teilt mit, dass es ankam.
gap-dispatch = Es kam woanders an. Niemand teilt mit, dass es versandt wurde.
gap-packing = Es wurde irgendwo herausgenommen, und niemand teilt mit, dass es hineinkam.
gap-end = Es kommt vor, nachdem es damit zu Ende war.
cut-levels = Der Weg ist länger als das, was hier steht.
cut-things = Es gehört mehr dazu, als hier steht.
cut-events = Es ist mehr geschehen, als hier steht.

## Der Weg
pedigree-somewhere = An einem Ort, der hier nicht bekannt ist
pedigree-inside = Als Teil von: { $what }
pedigree-error = Am { $on } zum Irrtum erklärt. Es zählt nicht mehr.
pedigree-case = Karton oder Palette
pedigree-thing = Ding
pedigree-pieces = Stück
pedigree-made-of-it = Was daraus wurde
pedigree-contents = Was darin war
pedigree-certificates = Zertifikate
pedigree-documents = Dokumente und Bilder
certificate-organic = biologisch
certificate-gmp = gute Herstellungspraxis
certificate-fair-trade = fairer Handel
certificate-state-valid = Gültig
certificate-state-ended = Abgelaufen
certificate-state-early = Noch nicht gültig
certificate-state-open = Keine Daten bekannt

## Wie es gehalten wurde
pedigree-kept = Wie es gelagert war
measure-temperature = Temperatur
measure-relativehumidity = Feuchte
curve-broken = Es war länger außerhalb seiner Grenzen, als es darf.
curve-kept = Es war innerhalb seiner Grenzen, soweit Sensoren es mitteilten.
curve-unlimited = Was Sensoren mitteilten; Grenzen sind nicht bekannt.
curve-outside = Außerhalb
curve-table = Als Tabelle
curve-when = Wann
curve-value = Wert
curve-limits = Grenzen

## Das Bild
graph-title = Was woraus gemacht ist
graph-how = Woraus etwas gemacht wurde, steht darüber. Jeder Kasten führt zu seinem Teil dieser Seite.
graph-table = Als Tabelle
graph-what = Was
graph-bond = Wie
graph-into = Wohin
graph-amount = Wie viel
graph-left = { $left } von { $had } übrig
graph-taken = { $taken } verbraucht
graph-papers = { $count ->
    [one] ein Dokument hängt daran
   *[other] { $count } Dokumente hängen daran
}
graph-doubt = etwas passt nicht
graph-more = { $count ->
    [one] Eines mehr steht in der Tabelle.
   *[other] { $count } mehr stehen in der Tabelle.
}
bond-made = ging in
bond-packed = wurde verpackt in
bond-member = gehört zur Charge
side-subject = dieses hier
side-class = seine Charge
side-container = worin es war
side-content = was darin war
side-source = woraus es ist
side-product = was daraus wurde

## The route
route-title = Auf der Karte
route-label = Karte der { $count } Orte in der Liste darunter, mit denselben Nummern.
route-caption = Norden ist oben. Die Linien sind gerade: Sie verbinden, was erzählt wurde. Wie es dazwischen ging, ist nicht bekannt.
route-own = sein eigener Weg
