## The pedigree: what does not fit
pedigree-title = Tout le parcours
pedigree-whole = Tout le parcours : de quoi il est fait, certificats, températures, et ce qui manque
pedigree-by = Tel que communiqué par { $brand } et ses partenaires.
pedigree-back = Que penser de celui-ci, et que faire
pedigree-notices = Ce qui ne concorde pas
pedigree-fits = Chaque étape communiquée concorde avec la précédente. Ce que personne n’a communiqué ne se voit pas ici.
pedigree-broken = Le { $on }, il a été conservé hors de ses limites pendant { $hours } heures, jusqu’à { $worst }.
finding-too-much-made = { $about } : il en a été fabriqué plus que ne le permet la quantité utilisée ({ $input }). Autre chose peut s’y trouver.
finding-too-much-lost = { $input } : il en est entré trop dans { $about } pour que les pertes en route l’expliquent.
finding-input-missing = { $about } se fabrique avec { $input }, et personne n’indique en avoir utilisé.
finding-not-in-recipe = { $input } a servi à fabriquer { $about }, et la recette ne le prévoit pas.
finding-overdrawn = { $input } : il en a été pris plus qu’il n’y en a jamais eu. Il n’est pas certain de quoi se compose { $about }.
finding-used-twice = { $input } : épuisé auparavant, puis utilisé de nouveau pour { $about }.
finding-unproven = Personne n’indique d’où vient { $input }, qui a servi à fabriquer { $about }.
finding-certificate-expired = Quand { $input } a servi à fabriquer { $about }, son certificat ({ $certificate }) n’était pas valable. Son dernier jour : { $until }.
finding-certificate-missing = { $input } a servi à fabriquer { $about } sans le certificat nécessaire ({ $certificate }).
finding-input-expired = { $input } a servi à fabriquer { $about } alors que sa date ({ $until }) était dépassée.
figures-at-most = { $found }, pour un maximum possible de { $expected }.
figures-at-least = Quantité utilisée : { $found } ; minimum nécessaire : { $expected }.
gap-silence = { $days ->
    [one] Rien n’est communiqué pendant un jour.
   *[other] Rien n’est communiqué pendant { $days } jours.
}
gap-origin = Personne n’indique d’où il vient.
gap-inputs = Personne n’indique de quoi il est fait.
gap-receipt = Il a été expédié. Personne n’indique qu’il soit arrivé.
gap-dispatch = Il est arrivé ailleurs. Personne n’indique qu’il ait été expédié.
gap-packing = Il a été sorti de quelque chose, et personne n’indique qu’il y ait été mis.
gap-end = Il en est encore question après sa fin.
cut-levels = Le parcours est plus long que ce qui est montré ici.
cut-things = D’autres choses en font partie, qui ne sont pas montrées ici.
cut-events = Il s’est passé plus de choses que ce qui est montré ici.

## The way
pedigree-somewhere = À un endroit qui n’est pas connu ici
pedigree-inside = Comme partie de : { $what }
pedigree-error = Déclaré erroné le { $on }. Ne compte plus.
pedigree-case = Carton ou palette
pedigree-thing = Objet
pedigree-pieces = pièces
pedigree-made-of-it = Ce qui en a été fait
pedigree-contents = Ce qu’il contenait
pedigree-certificates = Certificats
pedigree-documents = Documents et images
certificate-organic = biologique
certificate-gmp = bonnes pratiques de fabrication
certificate-fair-trade = commerce équitable
certificate-state-valid = Valable
certificate-state-ended = Expiré
certificate-state-early = Pas encore valable
certificate-state-open = Aucune date connue

## How it was kept
pedigree-kept = Comment il a été conservé
measure-temperature = Température
measure-relativehumidity = Humidité
curve-broken = Il est resté hors de ses limites trop longtemps pour que ce soit sans dommage.
curve-kept = Il est resté dans ses limites, pour ce que des capteurs en ont communiqué.
curve-unlimited = Ce que des capteurs ont communiqué ; aucune limite n’est connue.
curve-outside = Hors limites
curve-table = En tableau
curve-when = Quand
curve-value = Valeur
curve-limits = Limites

## The graph
graph-title = De quoi chaque chose est faite
graph-how = Ce qui est entré se trouve au-dessus de ce qui est sorti. Chaque case mène à sa partie de cette page.
graph-table = En tableau
graph-what = Quoi
graph-bond = Comment
graph-into = Dans quoi
graph-amount = Combien
graph-left = reste { $left } sur { $had }
graph-taken = { $taken } utilisés
graph-papers = { $count ->
    [one] un document y est joint
   *[other] { $count } documents y sont joints
}
graph-doubt = quelque chose ne concorde pas
graph-more = { $count ->
    [one] Un élément de plus est dans le tableau.
   *[other] { $count } éléments de plus sont dans le tableau.
}
bond-made = a servi à fabriquer
bond-packed = emballé dans
bond-member = fait partie du lot
side-subject = celui-ci
side-class = son lot
side-container = ce qui le contenait
side-content = ce qu’il contenait
side-source = ce dont il est fait
side-product = ce qui en a été fait

## The route
route-title = Sur la carte
route-label = Carte des { $count } lieux de la liste ci-dessous, avec les mêmes numéros.
route-caption = Le nord est en haut. Les lignes sont droites : elles relient ce qui a été dit, et le trajet entre deux lieux n’est pas connu.
route-own = son propre parcours
