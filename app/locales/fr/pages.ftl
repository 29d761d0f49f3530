# Français, pour les pages que seul le serveur affiche. Ce que dit le navigateur est dans main.ftl.

## Mises en garde, pour les médicaments et autres
caution-do-not-use = Ne l’utilisez pas. Demandez à votre pharmacien ou à votre médecin ce que vous pouvez utiliser en attendant.
caution-do-not-use-until-clear = Ne l’utilisez pas tant que ce n’est pas éclairci. Demandez conseil à votre pharmacien ou à votre médecin.
caution-first-do-not-use = Ne l’utilisez pas.
caution-first-do-not-use-until-clear = Ne l’utilisez pas tant que ce n’est pas éclairci.

aloud = Lire à voix haute
aloud-stop = Arrêter la lecture

## Raisons, chacune avec ce qui l’appuie ; les limites disent ce qu’elle ne peut pas dire
reasons-title = Pourquoi nous le disons
reason-recalled = { $scope ->
    [batch] Ce lot a été rappelé le { $on }.
    [serials] Les exemplaires portant ces numéros ont été rappelés le { $on }.
    [dates] Les exemplaires portant ces dates ont été rappelés le { $on }.
   *[product] Ce produit a été rappelé le { $on }.
}
reason-possibly-recalled = { $scope ->
    [batch] Certains lots de ce produit ont été rappelés le { $on }, et le code ne dit pas duquel il s’agit ici.
    [serials] Certains exemplaires de ce produit ont été rappelés le { $on }, d’après leurs numéros, et le code n’en a pas.
    [dates] Des exemplaires de certaines dates ont été rappelés le { $on }, et aucune date n’est connue pour celui-ci.
   *[notice] Une autorité a publié le { $on } un avis qui semble concerner ce produit. La marque ne l’a pas confirmé.
}
limit-possibly-recalled = C’est ce qui est imprimé sur l’emballage qui décide : le code et nos données n’en disent pas assez.
reason-unit-stolen = Cet exemplaire a été déclaré volé.
reason-said-stolen = Une personne qui a enregistré cet exemplaire dit qu’il a été volé.
reason-unit-destroyed = Cet exemplaire a été déclaré détruit ou recyclé.
reason-unit-exported = Cet exemplaire a été déclaré exporté vers un autre marché.
reason-unit-consumed = Cet exemplaire a déjà été utilisé ou délivré.
reason-unit-decommissioned = Cet exemplaire a été retiré de la circulation.
reason-unit-rejected = Ce code a été rejeté à l’impression.
reason-unit-locked = La marque a bloqué cet exemplaire.
reason-never-issued = { $since ->
    [none] { $brand } a déclaré tous ses numéros, et celui-ci n’en fait pas partie.
   *[other] { $brand } a déclaré tous ses numéros depuis le { $since }, et celui-ci n’en fait pas partie.
}
reason-never-issued-typed = { $brand } n’a aucun exemplaire portant le numéro que vous avez saisi.
reason-impossible-travel = { $hours ->
    [0] Il a été vérifié à deux endroits en moins d’une heure : { $from } et { $to }, à { $km } km de distance. Un même exemplaire ne peut pas être aux deux.
    [one] Il a été vérifié à deux endroits à une heure d’intervalle : { $from } et { $to }, à { $km } km de distance. Un même exemplaire ne peut pas être aux deux.
   *[other] Il a été vérifié à deux endroits à { $hours } heures d’intervalle : { $from } et { $to }, à { $km } km de distance. Un même exemplaire ne peut pas être aux deux.
}
reason-many-sessions = { $days ->
    [0] { $sessions } personnes différentes l’ont vérifié aujourd’hui. Un seul exemplaire l’explique rarement.
    [one] { $sessions } personnes différentes l’ont vérifié en un jour. Un seul exemplaire l’explique rarement.
   *[other] { $sessions } personnes différentes l’ont vérifié en { $days } jours. Un seul exemplaire l’explique rarement.
}
reason-many-owners = { $people } personnes différentes l’ont regardé de nouveau un autre jour, comme on le fait d’un produit qu’on a chez soi.
reason-many-countries = Des personnes différentes l’ont vérifié dans plusieurs pays : { $countries }.
reason-many-towns = Des personnes différentes l’ont vérifié dans { $towns } villes éloignées les unes des autres.
reason-sold-elsewhere = { $hours ->
    [0] Il a été vendu à un endroit ({ $from }) et se trouvait à un autre ({ $to }), à { $km } km, à moins d’une heure d’intervalle.
    [one] Il a été vendu à un endroit ({ $from }) et se trouvait à un autre ({ $to }), à { $km } km, à une heure d’intervalle.
   *[other] Il a été vendu à un endroit ({ $from }) et se trouvait à un autre ({ $to }), à { $km } km, à { $hours } heures d’intervalle.
}
reason-two-places = { $from ->
    [none] Les distributeurs le signalent à deux endroits où un même exemplaire ne peut pas être ({ $first }, puis { $again }).
   *[other] Les distributeurs le signalent à deux endroits : { $from } ({ $first }) et { $to } ({ $again }). Un même exemplaire ne peut pas être aux deux.
}
reason-seen-after-end = Il a été vérifié ({ $last }) après avoir été déclaré détruit ou recyclé ({ $since }).
reason-first-seen-expired = Personne ne l’a vérifié avant que sa date soit dépassée ({ $on }). Première vérification : { $first }.
reason-lot-astray = Sur { $of } exemplaires vérifiés de ce lot, { $units } étaient dans un pays pour lequel il n’a pas été fabriqué : { $seen }.
reason-wrong-market = Il a été fabriqué pour : { $intended }. Il a été vérifié ailleurs : { $seen }.
reason-signature-wrong = La signature de ce code ne concorde pas avec ce que dit le code.
reason-signature-unknown-key = Le code est signé avec une clé, { $key }, qui n’est pas connue ici comme une clé de la marque { $brand }.
reason-signature-revoked = Le code est signé, avec une clé que la marque { $brand } a révoquée depuis : { $on }.
reason-signature-missing = { $brand } signe les codes de cet exemplaire, et ce code n’est pas signé.
reason-signature-valid = { $brand } a signé exactement ce que dit ce code.
reason-last-seen = Sur son parcours prévu, il a été vu pour la dernière fois : { $at }.
reason-batch-differs = Le code indique le lot { $code }. Les données de la marque indiquent le lot { $record }.
reason-expiry-differs = Le code indique comme date de péremption : { $code }. Les données de la marque indiquent : { $record }.
reason-expired = { $days ->
    [one] Sa date de péremption était le { $on } (hier).
   *[other] Sa date de péremption était le { $on } (il y a { $days } jours).
}
reason-past-best-before = { $days ->
    [one] Il était à consommer de préférence avant le { $on } (hier).
   *[other] Il était à consommer de préférence avant le { $on } (il y a { $days } jours).
}
reason-unknown-product = Aucune marque qui utilise Touchstone n’a émis ce numéro.
reason-unknown-serial = { $brand } ne nous a pas communiqué le numéro de cet exemplaire.
reason-unknown-batch = { $brand } ne nous a pas communiqué le lot { $batch }.
reason-not-an-identity = Le code ne contient pas de numéro de produit.
reason-no-serial = Ce code n’a pas de numéro propre à chaque exemplaire.
reason-in-house-number = Le numéro du produit est propre à { $brand }, sans licence GS1.
reason-issued = { $brand } a émis le numéro de cet exemplaire.
reason-issued-when-made = Pour ce lot, un numéro compte comme émis dès qu’il est créé ; rien ne dit encore qu’il se trouve sur un exemplaire.
reason-not-yet-issued = { $state ->
    [printed] { $brand } a créé ce numéro et l’a imprimé ; les données ne disent pas encore qu’il se trouve sur un exemplaire.
    [applied] { $brand } a apposé ce numéro sur un exemplaire ; les données ne disent pas encore que l’exemplaire est parti.
   *[allocated] { $brand } a créé ce numéro ; les données ne disent pas encore qu’il a été imprimé.
}
reason-revealed = Vous avez révélé le code caché ({ $at }), et personne d’autre ne l’a fait.
reason-revealed-before = Le code caché a été révélé dans un autre navigateur : { $at }.
reason-revealed-again = Le code caché a été révélé ({ $first }), puis révélé encore par quelqu’un d’autre ({ $again }).
reason-first-check = C’est la première vérification de ce code.
reason-checked-before = { $checks ->
    [one] Il a déjà été vérifié une fois : { $first }.
   *[other] Il a été vérifié { $checks } fois, la première : { $first }.
}
reason-checked-by-you = Vous avez déjà vérifié ce code ; personne d’autre ne l’a fait.
reason-good-until = { $days ->
    [0] Bon jusqu’à aujourd’hui.
    [one] Bon jusqu’au { $on }, encore un jour.
   *[other] Bon jusqu’au { $on }, encore { $days } jours.
}
limit-unit-stolen = Si vous l’avez acheté de bonne foi, gardez le justificatif d’achat et contactez la marque.
limit-said-stolen = Cette personne ne l’a enregistré qu’avec le code visible de tous. Demandez le justificatif d’achat à qui vous le propose.
limit-never-issued = Une erreur d’impression donnerait le même résultat : comparez l’emballage avant de décider.
limit-never-issued-typed = Une faute de saisie est la cause la plus probable.
limit-impossible-travel = L’un des deux exemplaires est peut-être authentique. Le code ne nous permet pas de dire lequel.
limit-many-sessions = Un modèle d’exposition en magasin peut, lui aussi, être scanné aussi souvent.
limit-many-owners = Pour nous, une famille avec beaucoup de téléphones donne le même résultat.
limit-many-countries = Quelqu’un a peut-être mis une image du code sur internet.
limit-many-towns = Quelqu’un a peut-être déménagé, ou l’a donné.
limit-sold-elsewhere = Une horloge mal réglée donnerait le même résultat.
limit-two-places = L’un des deux signalements est peut-être une erreur.
limit-seen-after-end = Peut-être n’a-t-il jamais été détruit.
limit-first-seen-expired = Peut-être est-il resté dans un tiroir.
limit-lot-astray = Cela ne dit rien contre l’exemplaire lui-même, seulement contre son parcours jusqu’ici.
limit-wrong-market = Quelqu’un l’a peut-être simplement emporté en voyage.
limit-unknown-product = Il est peut-être authentique : toutes les marques ne sont pas ici.
limit-unknown-serial = Cela ne dit rien, ni pour ni contre.
limit-no-serial = Pour nous, une copie de ce code donne le même résultat.
limit-in-house-number = Ailleurs, le même numéro peut désigner autre chose.
limit-issued = Le code seul ne permet pas de distinguer une copie de l’original.
limit-issued-when-made = Une liste de codes volée avant leur impression donnerait le même résultat.
limit-not-yet-issued = Le signalement a peut-être du retard, ou une liste de codes a été volée. Cela ne prouve pas un faux.
limit-signature-wrong = Quelqu’un qui n’a pas la clé de la marque a écrit ou modifié ce code. Un code abîmé, lui, n’est pas lu du tout.
limit-signature-unknown-key = Cela ne dit rien, ni pour ni contre.
limit-signature-revoked = Qui possède cette clé peut signer ses propres codes : la signature ne dit plus rien.
limit-signature-missing = Un emballage peut porter un second code, sans signature. Scannez aussi l’autre.
limit-signature-valid = Une copie du code a la même signature.
limit-revealed = Cela vaut pour l’exemplaire dans lequel vous avez trouvé le code, et pour aucun autre.
limit-revealed-before = Si c’était vous, tout va bien. Si le scellé de l’exemplaire que vous tenez est intact, son code a été copié : contactez la marque.
limit-revealed-again = Pour nous, une personne qui utilise un second téléphone, ou qui tient l’exemplaire de son premier propriétaire, donne le même résultat.
limit-first-check = Quand un code est copié, la copie peut être vérifiée en premier.
limit-checked-before = Les familles, les magasins et les inspecteurs regardent plus d’une fois.
limit-past-best-before = « De préférence avant » n’est pas une date limite : regardez, sentez, goûtez.

## Les lieux tels qu’une raison les nomme
source-device = Lieu : la position du téléphone
source-typed = Lieu : tel qu’il a été saisi
source-address = Lieu : deviné d’après l’adresse réseau, ce qui peut être faux

## Prochaines étapes
steps-title = Que faire maintenant
step-stop-using = Ne l’utilisez plus
step-do-not-accept = Ne l’acceptez pas, ne l’achetez pas, ne l’utilisez pas
step-claim = Demander le remboursement ou la réparation
step-check-typing = Comparer encore une fois le numéro avec l’emballage
step-check-batch = Comparer le lot sur l’emballage
step-compare-pack = Comparer avec l’emballage
step-ask-brand = Contacter { $brand }
step-report = Signaler le problème à { $brand }
step-register = Enregistrer ce produit
step-recycle = Voir comment le recycler
step-scan-another = Scanner un autre code

## Le produit
usage-title = Utilisation et conservation
batch-title = Lot { $batch }
batch-produced = Fabriqué le
batch-expiry = À utiliser jusqu’au
batch-best-before = De préférence avant le
batch-origin = D’où il vient
batch-advice = Pour ce lot
batch-days = Soit
batch-days-left = { $days ->
    [0] le dernier jour
    [one] encore un jour
   *[other] encore { $days } jours
}
batch-days-past = { $days ->
    [one] dépassé depuis hier
   *[other] dépassé depuis { $days } jours
}
batch-allergens = Allergènes :
batch-safety = Attention :
batch-serving = Préparation et service
batch-storage = Conservation
batch-dose = Dose
batch-care = Entretien
batch-markets = Fabriqué pour
unit-title = Cet exemplaire
unit-serial = Numéro de cet exemplaire

## Liens de la marque
links-title = Liens de la marque { $brand }
links-choose = Il y en a plusieurs. Choisissez-en un ; chacun mène à un autre site.

## Parcours
journey-title = Par où il est passé
journey-empty = La marque n’a pas communiqué le parcours de cet exemplaire.
journey-gap = { $days ->
    [one] Rien de connu pendant un jour
   *[other] Rien de connu pendant { $days } jours
}
journey-made-from = De quoi il est fait
journey-carried = Dans son conteneur et sur sa palette
did-commissioning = Numéroté
did-creating-class-instance = Fabriqué
did-transforming = Fabriqué
did-transformation = Fabriqué
did-harvesting = Récolté
did-packing = Emballé
did-unpacking = Déballé
did-shipping = Expédié
did-departing = Parti
did-transporting = En route
did-arriving = Arrivé
did-receiving = Reçu
did-storing = Entreposé
did-stocking = Mis en rayon
did-loading = Chargé
did-unloading = Déchargé
did-inspecting = Inspecté
did-accepting = Accepté
did-retail-selling = Vendu
did-dispensing = Délivré
did-holding = Retenu
did-destroying = Détruit
did-collecting = Collecté pour recyclage
did-decommissioning = Retiré de la circulation
did-returning = Retourné
did-repairing = Réparé
did-other = Vu
was-stolen = déclaré volé
was-destroyed = détruit
was-recalled = rappelé
was-damaged = endommagé

## Recyclage
recycling-title = Recyclage
recycling-near-label = Ville ou code postal
recycling-near-send = Chercher
recycling-near-me = Utiliser ma position
recycling-near-unknown = Nous n’avons dans notre liste aucun point de collecte près de « { $near } ». Essayez une ville plus grande à proximité.
recycling-places = Points de collecte qui le prennent
recycling-place-km = { $km } km
recycling-place-map = Ouvrir sur la carte
recycling-places-more = { $count } autres points de collecte
material-glass = Verre
material-paper = Papier
material-cardboard = Carton
material-pet = Plastique PET
material-plastic = Plastique
material-metal = Métal
material-aluminium = Aluminium
material-organic = Biodéchets
material-electronics = Appareils électroniques
material-batteries = Piles et batteries
material-medicine = Médicaments
material-residual = Ordures ménagères
part-grams = { $grams } g
part-recycled = recyclé à { $percent } %
part-reusable = réutilisable

## Rappel
recall-title = Rappel de produit pour raison de sécurité
recall-possible-title = Rappel de produit pour raison de sécurité : comparez le lot
recall-possible = Il n’est pas certain qu’il concerne cet exemplaire. Comparez ce qui est imprimé sur l’emballage avec ceci :
recall-possible-notice = Tiré d’un avis : { $source }, numéro { $number }. { $brand } n’a pas confirmé qu’il concerne ce produit.
recall-notice-source = Tiré d’un avis : { $source }, numéro { $number }.
notice-openfda = Food and Drug Administration des États-Unis (FDA)
notice-cpsc = Consumer Product Safety Commission des États-Unis (CPSC)
notice-safety-gate = Safety Gate de l’Union européenne
recall-what = Ce qui est rappelé
recall-number = Rappel { $number }
recall-batches = Lots : { $batches }
recall-serials = Numéros : { $serials }
recall-produced = Fabriqué { $days }
recall-expires = Date de péremption ou de durabilité minimale : { $days }
recall-days = du { $from } au { $to }
recall-days-from = à partir du { $from }
recall-days-to = jusqu’au { $to }
recall-where-to-look = Où regarder
recall-sold = Où il a été vendu
recall-share = Merci de prévenir les personnes qui pourraient l’avoir.
recall-check-batch = Lot sur l’emballage
recall-check-send = Vérifier ce lot
notice-instruction = Ne l’utilisez pas avant d’avoir comparé ce qui est imprimé dessus avec cet avis.
recall-published = Publié le { $on }
recall-hazard = Le danger
recall-instruction = Que faire maintenant
recall-remedies = Vous pouvez obtenir
remedy-refund = un remboursement
remedy-repair = une réparation
remedy-replacement = un remplacement
place-gives = Ce que vous obtenez ici : { $remedies }
near-unknown = « { $near } » n’est pas connu ici : les lieux ci-dessous ne sont pas triés. Saisissez une plus grande ville à proximité.
recall-places = Où le rapporter
recall-contact = Questions
claim-title = Faites votre demande ici
claim-remedy = Que souhaitez-vous ?
claim-note = Que s’est-il passé ?
claim-email = E-mail, pour la réponse
claim-send = Envoyer la demande
claim-done-title = Votre demande est chez { $brand }
claim-done-text = Gardez la référence et le code. Avec les deux, vous pouvez la consulter, et personne d’autre ne le peut.
claim-asked = Vous avez demandé { $remedy }.
claim-status-open = Ouverte : personne n’a encore décidé. Une demande n’est jamais close sans la décision d’une personne.
claim-status-need-more = La marque a besoin de quelque chose de votre part. Lisez son message et répondez ci-dessous.
claim-status-accepted = Acceptée : vous recevrez ce que vous avez demandé, ou ce que dit le message.
claim-status-paid = Réglée : votre argent vous a été rendu.
claim-status-repaired = Réglée : le produit a été réparé.
claim-status-replaced = Réglée : vous en avez reçu un autre.
claim-status-refused = Refusée, pour la raison donnée dans le message.
claim-is-open = Ouverte
claim-is-need-more = Complément demandé
claim-is-accepted = Acceptée
claim-is-paid = Remboursement effectué
claim-is-repaired = Réparation effectuée
claim-is-replaced = Remplacement effectué
claim-is-refused = Refusée
claim-steps-title = Suivi de la demande
claim-by-you = Vous
claim-answer-label = Votre réponse
claim-answer-send = Envoyer la réponse
claim-mail-subject = Votre demande { $reference } chez { $brand }
claim-mail-about = Il s’agit de votre demande { $reference } : { $product }.
claim-mail-says = { $brand } écrit :
claim-mail-where = Avec votre référence et votre code, vous pouvez la consulter et répondre : { $address }
reference-label = Référence
code-label = Code
see-mine = Consulter

## Enregistrement
register-title = Enregistrer ce produit
register-why = Une trace de votre enregistrement et les avis de rappel, sans compte.
register-points = { $points ->
    [one] { $points } point pour vous
   *[other] { $points } points pour vous
}
register-warranty = { $months ->
    [one] { $months } mois de garantie à partir de l’achat
   *[other] { $months } mois de garantie à partir de l’achat
}
register-bought-on = Acheté le
register-shop = Magasin
register-receipt = Numéro du ticket de caisse
register-receipt-hint = Si le magasin l’a transmis avec la vente, il prouve que l’exemplaire est à vous. Il est comparé, puis oublié.
register-email = E-mail, seulement pour la garantie et les avis de rappel
register-send = Enregistrer
register-taken = Quelqu’un a déjà enregistré cet exemplaire. S’il est à vous et que ce n’était pas vous, contactez la marque.
register-done-title = Enregistré
register-done-text = Gardez la référence et le code : avec les deux, vous pouvez consulter ou effacer l’enregistrement sur tout appareil, et personne d’autre ne le peut. Dans ce navigateur, ils ne sont pas nécessaires.
warranty-until = Fin de la garantie : { $on }
points-earned = { $points ->
    [one] { $points } point gagné
   *[other] { $points } points gagnés
}

## Alertes en cas de rappel
follow-title = Alerte en cas de rappel
follow-why = S’il est rappelé plus tard, vous l’apprenez. Rien d’autre n’est envoyé, et vous n’avez pas besoin de compte.
follow-email = E-mail
follow-by-mail = M’avertir par e-mail
follow-by-link = Me donner un lien privé
follow-link-why = Une page à vous, qui montre ce qui a changé. Gardez son adresse.
follow-by-push = Notification sur cet appareil
follow-push-none = Ce serveur n’envoie pas de notifications aux appareils.
follow-push-script = Les notifications sur cet appareil ont besoin de JavaScript, qui est désactivé ici. Les moyens ci-dessous fonctionnent sans.
follow-push-install = Sur un iPhone ou un iPad, les notifications n’arrivent que dans l’application installée : ouvrez le menu Partager, choisissez « Sur l’écran d’accueil », puis ouvrez-la depuis cet écran. Les moyens ci-dessous fonctionnent tout de suite.
follow-push-unable = Ce navigateur ne peut pas afficher de notifications. Les moyens ci-dessous fonctionnent quand même.
follow-push-denied = Les notifications sont bloquées pour cette page. Autorisez-les dans les réglages du navigateur, ou choisissez un des moyens ci-dessous.
follow-push-failed = Cela n’a pas fonctionné : le service de notifications du navigateur, ou le nôtre, n’a pas répondu. Réessayez, ou choisissez un des moyens ci-dessous.
follow-page-title = Ce que vous suivez
follow-done-title = Suivi demandé
follow-done-mail = Nous vous avons écrit. Ouvrez le lien dans cet e-mail pour dire oui : avant cela, rien d’autre n’est envoyé.
follow-done-confirmed = S’il est rappelé, nous vous écrivons. Chaque e-mail de ce genre contient un lien pour ne plus en recevoir.
follow-done-push = S’il est rappelé, cet appareil affiche une notification.
follow-done-link = Regardez votre page privée quand vous voulez : elle montre s’il a été rappelé.
follow-asked-title = Faut-il vous avertir ?
follow-asked = Quelqu’un a demandé que nous vous écrivions si ce produit est rappelé : { $product }, de la marque { $brand }.
follow-yes = Oui, m’avertir
follow-ended-title = Terminé
follow-ended = Vous ne recevez plus rien au sujet de ce produit : { $product }. Ce que vous nous aviez donné pour cela est effacé.
follow-to-pack = Vers la page de l’exemplaire
follow-nothing = Aucun rappel ne le concerne. Début du suivi : { $since }.
follow-recalled = Rappelé le { $on } : ne l’utilisez plus.
follow-possible = Peut-être rappelé le { $on } : comparez le lot sur l’emballage.
follow-new = nouveau
follow-what-to-do = Que faire maintenant
follow-keep-title = Votre page privée
follow-keep = Toute personne qui a cette adresse peut voir cette page et y mettre fin. Elle ne dit rien sur vous.
follow-end = Ne plus m’avertir
follow-waits = Attend le oui dans votre e-mail.
follow-mine-title = Ce que vous suivez dans ce navigateur
follow-mail-subject = Faut-il vous avertir en cas de rappel ? { $product }
follow-mail-asked = Quelqu’un, vous-même espérons-le, a demandé à être averti si ce produit est rappelé : { $product }, de la marque { $brand }.
follow-mail-confirm = Ouvrez ceci pour dire oui : { $address }
follow-mail-ignore = Si ce n’était pas vous, ne faites rien : rien d’autre n’est envoyé.
alert-subject = Rappel de produit pour raison de sécurité : { $product }
alert-about = { $brand } a rappelé ce produit : { $product }. Vous aviez demandé à le savoir. Le rappel a été publié le { $on }.
alert-subject-possible = Rappel de produit pour raison de sécurité, comparez le lot : { $product }
alert-about-possible = Un rappel de ce produit a été publié le { $on } : { $product }. Vous aviez demandé à le savoir. Il concerne peut-être votre exemplaire : comparez ce qui est imprimé dessus.
alert-where = Que faire, et ce que vous pouvez obtenir : { $address }
alert-why = Vous recevez ceci parce que vous l’avez demandé. Pour y mettre fin : { $address }

## Code caché
reveal-title = Le code sous le scellé
reveal-why = Cet exemplaire a un second code, là où personne ne le voit avant l’ouverture. Il confirme l’exemplaire.
reveal-once = Il compte une seule fois : qui le saisit en premier obtient la confirmation, et les suivants apprennent qu’il a été utilisé. Ne le saisissez que si l’exemplaire est à vous.
reveal-code = Code sous le scellé
reveal-send = Confirmer, une fois
reveal-send-all-the-same = Vérifier quand même
reveal-is-yours = Vous avez saisi son code caché ({ $when }), et il était juste.
reveal-is-known = Son code caché a déjà été saisi : { $when }, dans un autre navigateur.
reveal-first-title = Confirmé
reveal-first-text = Le code est juste, et personne ne l’avait saisi auparavant. { $brand } l’a mis dans un seul exemplaire, et seule la personne qui ouvre cet exemplaire peut le lire.
reveal-yours-title = Confirmé par vous
reveal-before-title = Déjà saisi
reveal-before-text = Le code est juste, mais quelqu’un l’a déjà saisi : { $when }, dans un autre navigateur. Si ce n’était pas vous, n’utilisez pas l’exemplaire et contactez { $brand } : le code a été copié, ou l’exemplaire a été ouvert.
reveal-back = Retour à l’exemplaire

## Mes produits
mine-title = Mes produits et demandes
mine-intro = Saisissez la référence et le code que vous avez reçus.
mine-look-up = Consulter
mine-erase = Effacer
mine-erase-why = Efface ce que vous nous avez donné, tout de suite et définitivement. Les points sont repris.
mine-erased = Effacé. Il ne reste rien de ce que vous nous aviez donné pour { $reference }.
mine-unknown = Aucun enregistrement ni aucune demande n’a cette référence et ce code. Vérifiez les deux ; majuscules et minuscules comptent de la même façon.
mine-registered-at = Enregistré : { $when }
mine-opened-at = Ouverture : { $when }

## Le code lui-même
code-title = Le code
code-text = Tel que scanné
code-faults = Ce qui ne va pas
code-elements = Ce qu’il contient
code-typed = Saisi à la main
ai-00 = le numéro d’expédition
ai-01 = le numéro de produit
ai-02 = le numéro de produit du contenu
ai-10 = le lot
ai-11 = la date de production
ai-12 = la date d’échéance
ai-13 = la date d’emballage
ai-15 = la date de durabilité minimale
ai-16 = la date limite de vente
ai-17 = la date de péremption
ai-20 = la variante
ai-21 = le numéro de série
ai-22 = la variante du produit
ai-37 = la quantité
ai-240 = le numéro complémentaire
ai-250 = le second numéro de série
ai-414 = le numéro de lieu
ai-8003 = le numéro de bien
ai-8004 = le numéro de bien
ai-8006 = le numéro de pièce
ai-8020 = le numéro de paiement
ai-other = la valeur de ({ $ai })
ai-none = cette valeur
fault-empty = Il n’y a rien dedans. Scannez ou saisissez le code de nouveau.
fault-no-gs1-data = Il ne contient pas de numéro de produit.
fault-unsupported-symbology = Les codes de type « { $part } » ne portent pas de données GS1.
fault-link-in-gs1-mode = Un lien ne doit pas figurer dans un code GS1 : sa place est dans un code QR ou un Data Matrix ordinaire.
fault-unknown-ai = « { $text } » n’est pas un identifiant d’application GS1. Cherchez une faute de saisie, ou scannez de nouveau.
fault-empty-element = Il manque quelque chose ici : il n’y a rien entre deux séparateurs ou parenthèses.
fault-empty-value = Il n’y a rien après { $title }. Cherchez une faute de saisie, ou scannez de nouveau.
fault-unbalanced-brackets = Les parenthèses autour de « { $text } » ne vont pas par paires.
fault-too-many-elements = Il contient plus que ce qu’un emballage peut porter, à partir de « { $text } ».
fault-not-a-gtin = « { $text } » n’est pas ce que contient un tel code : un numéro de produit à { $digits } chiffres.
fault-malformed-urn = « { $text } » n’est pas écrit comme un EPC doit l’être : par exemple urn:epc:id:sgtin:9506000.013435.A1.
fault-illegal-uri-character = « { $text } » est un caractère qu’un lien ne peut pas contenir.
fault-illegal-uri-host = « { $text } » n’est pas un nom auquel un lien peut mener.
fault-mixed-case-scheme = « { $text } » doit être tout en minuscules ou tout en majuscules.
fault-not-a-qualifier = Dans le chemin, après le numéro dont parle le lien, il ne peut pas y avoir { $title }. Sa place est après le point d’interrogation, ou dans un autre lien.
fault-qualifier-order = « { $text } » se trouve dans un ordre qu’un lien ne peut pas avoir.
fault-not-an-attribute = Un lien ne peut pas porter { $title } après son point d’interrogation.
fault-belongs-in-path = Un lien doit porter { $title } avant son point d’interrogation.
fault-too-short = « { $text } » est trop court pour { $title }. Il manque quelque chose.
fault-too-long = « { $text } » est plus long que ce que { $title } peut contenir.
fault-not-a-digit = « { $text } » se trouve là où { $title } doit avoir un chiffre.
fault-not-cset-82 = « { $text } » est un caractère que { $title } ne peut pas contenir.
fault-not-cset-39 = « { $text } » est un caractère que { $title } ne peut pas contenir : seulement des majuscules, des chiffres et # - /.
fault-not-cset-64 = « { $text } » est un caractère que { $title } ne peut pas contenir : seulement des lettres, des chiffres, le trait d’union, le tiret bas et =.
fault-not-cset-32 = « { $text } » ne peut pas être un caractère de contrôle. Comparez les deux derniers caractères avec l’emballage.
fault-incorrect-check-digit = Le dernier chiffre, « { $text } », ne concorde pas avec les autres : l’un d’eux est faux. Comparez tous les chiffres avec l’emballage.
fault-incorrect-check-pair = Les deux derniers caractères, « { $text } », ne concordent pas avec les autres : l’un d’eux est faux. Comparez tous les caractères avec l’emballage.
fault-not-a-company-prefix = « { $text } » ne peut pas se trouver là où commence le numéro d’une entreprise.
fault-illegal-month = « { $text } » n’est pas un mois.
fault-illegal-day = « { $text } » n’est pas un jour de ce mois.
fault-illegal-hour = « { $text } » n’est pas une heure de la journée.
fault-illegal-minute = « { $text } » n’est pas une minute d’une heure.
fault-illegal-second = « { $text } » n’est pas une seconde d’une minute.
fault-not-a-country = « { $text } » n’est pas un code de pays.
fault-not-a-currency = « { $text } » n’est pas un code de monnaie.
fault-not-a-sex = « { $text } » n’est aucun des codes 0, 1, 2 et 9 pour le sexe d’une personne.
fault-not-a-media-type = « { $text } » n’est pas un code pour ce sur quoi est imprimée l’identité d’une personne.
fault-not-a-package-type = « { $text } » n’est pas un code pour un type d’emballage.
fault-not-an-importer-index = « { $text } » ne peut pas être l’indice d’un importateur : c’est une lettre, un chiffre, un trait d’union ou un tiret bas.
fault-illegal-latitude = « { $text } » se trouve au-delà du pôle.
fault-illegal-longitude = « { $text } » fait plus d’une fois le tour de la Terre.
fault-not-zero = « { $text } » se trouve là où il doit y avoir un zéro.
fault-zero = Rien que des zéros : c’est impossible pour { $title }.
fault-zero-prefix = « { $text } » ne doit pas commencer par un zéro.
fault-not-yes-or-no = Pour { $title }, seuls 0 et 1 sont possibles.
fault-not-a-hyphen = « { $text } » se trouve là où il doit y avoir un trait d’union : il signifie au-dessous de zéro.
fault-illegal-winding = « { $text } » n’est aucun des sens d’enroulement 0, 1 et 9.
fault-needs-non-digit = « { $text } » n’a que des chiffres ; { $title } contient aussi un autre caractère.
fault-not-iban = « { $text } » est un caractère qu’aucun numéro de compte bancaire ne contient.
fault-incorrect-iban-check = Les chiffres de contrôle du compte bancaire, « { $text } », ne concordent pas avec le reste.
fault-bad-percent-encoding = « { $text } » n’est pas un caractère : un signe pour cent doit être suivi de deux chiffres hexadécimaux.
fault-odd-piece-of-total = « { $text } » ne peut pas être divisé en une pièce et un total.
fault-zero-piece = Les pièces se comptent à partir de un : « { $text } » est impossible.
fault-zero-total = Un total de « { $text } » pièces est impossible.
fault-piece-exceeds-total = « { $text } » désigne une pièce au-delà du total.
fault-malformed-sequence = « { $text } » doit être une position et une fin, comme 1/3.
fault-position-exceeds-end = « { $text } » désigne une position au-delà de la fin.
fault-coupon-missing = Il manque au coupon cet élément : { $part }.
fault-coupon-truncated = Cet élément du coupon est trop court ({ $part }) : « { $text } ».
fault-coupon-illegal = Cet élément du coupon ({ $part }) ne peut pas être « { $text } ».
fault-coupon-expires-before-start = Le coupon se termine avant de commencer : « { $text } ».
fault-coupon-excess = Le coupon continue après son dernier champ : « { $text } ».
fault-missing-association = Avec { $title }, un emballage doit aussi porter { $others }, dans ce code ou dans un autre.
fault-excluded-pair = Un emballage ne peut pas porter à la fois { $title } et { $others }.
fault-repeated-ai = Ceci s’y trouve plus d’une fois : { $title }. « { $text } » en est une occurrence.
fault-unsigned-serial = La signature numérique signe { $title }, qui doit alors avoir son numéro de série : « { $text } » n’en a pas.
fault-short-gtin = « { $text } » est une ancienne façon d’écrire le numéro de produit : dans un lien, on écrit maintenant les 14 chiffres.
fault-trailing-slash = Le lien se termine par une barre oblique qu’il ne devrait pas avoir.
fault-other = « { $text } » ne peut pas être juste.
list-or = { $first } ou { $last }
coupon-format-code = code de format
coupon-funder-length = longueur du financeur
coupon-funder = financeur
coupon-company-prefix-length = longueur du numéro d’entreprise
coupon-company-prefix = numéro d’entreprise
coupon-offer-code = code d’offre
coupon-save-value-length = longueur de la réduction
coupon-save-value = réduction
coupon-additional-purchase-rules-code = code des achats supplémentaires
coupon-first-purchase-requirement-length = longueur de la condition du premier achat
coupon-first-purchase-requirement = condition du premier achat
coupon-first-purchase-requirement-code = code de la condition du premier achat
coupon-first-purchase-family-code = code de famille du premier achat
coupon-second-purchase-requirement-length = longueur de la condition du deuxième achat
coupon-second-purchase-requirement = condition du deuxième achat
coupon-second-purchase-requirement-code = code de la condition du deuxième achat
coupon-second-purchase-family-code = code de famille du deuxième achat
coupon-second-purchase-company-prefix-length = longueur du numéro d’entreprise du deuxième achat
coupon-second-purchase-company-prefix = numéro d’entreprise du deuxième achat
coupon-third-purchase-requirement-length = longueur de la condition du troisième achat
coupon-third-purchase-requirement = condition du troisième achat
coupon-third-purchase-requirement-code = code de la condition du troisième achat
coupon-third-purchase-family-code = code de famille du troisième achat
coupon-third-purchase-company-prefix-length = longueur du numéro d’entreprise du troisième achat
coupon-third-purchase-company-prefix = numéro d’entreprise du troisième achat
coupon-expiration-date = dernier jour
coupon-start-date = premier jour
coupon-serial-number-length = longueur du numéro de série
coupon-serial-number = numéro de série
coupon-retailer-company-prefix-length = longueur du numéro du détaillant
coupon-retailer-company-prefix = numéro du détaillant
coupon-save-value-code = code de la réduction
coupon-save-value-applies-to = article auquel s’applique la réduction
coupon-store-coupon-flag = marque de coupon de magasin
coupon-dont-multiply-flag = marque d’interdiction de multiplier

## Démonstration
demo-title = Étiquettes de démonstration
demo-intro = Ouvrez le scanner sur un téléphone et pointez-le vers une étiquette de cet écran. Chacune indique la réponse attendue.
demo-expect = Réponse attendue
demo-open = Ouvrir sa page

## Pays dont la démonstration et beaucoup d’autres ont besoin ; ailleurs, le code est montré
country-ae = Émirats arabes unis
country-ar = Argentine
country-at = Autriche
country-au = Australie
country-ba = Bosnie-Herzégovine
country-bd = Bangladesh
country-be = Belgique
country-bg = Bulgarie
country-br = Brésil
country-ca = Canada
country-ch = Suisse
country-ci = Côte d’Ivoire
country-cl = Chili
country-cn = Chine
country-co = Colombie
country-cr = Costa Rica
country-cy = Chypre
country-cz = Tchéquie
country-de = Allemagne
country-dj = Djibouti
country-dk = Danemark
country-do = République dominicaine
country-dz = Algérie
country-ec = Équateur
country-ee = Estonie
country-eg = Égypte
country-es = Espagne
country-et = Éthiopie
country-fi = Finlande
country-fr = France
country-gb = Royaume-Uni
country-ge = Géorgie
country-gh = Ghana
country-gr = Grèce
country-gt = Guatemala
country-hk = Hong Kong
country-hn = Honduras
country-hr = Croatie
country-hu = Hongrie
country-id = Indonésie
country-ie = Irlande
country-il = Israël
country-in = Inde
country-is = Islande
country-it = Italie
country-jo = Jordanie
country-jp = Japon
country-ke = Kenya
country-kr = Corée du Sud
country-kz = Kazakhstan
country-li = Liechtenstein
country-lk = Sri Lanka
country-lt = Lituanie
country-lu = Luxembourg
country-lv = Lettonie
country-ma = Maroc
country-md = Moldavie
country-me = Monténégro
country-mk = Macédoine du Nord
country-mt = Malte
country-mx = Mexique
country-my = Malaisie
country-ng = Nigéria
country-nl = Pays-Bas
country-no = Norvège
country-nz = Nouvelle-Zélande
country-pa = Panama
country-pe = Pérou
country-ph = Philippines
country-pk = Pakistan
country-pl = Pologne
country-pt = Portugal
country-ro = Roumanie
country-rs = Serbie
country-ru = Russie
country-rw = Rwanda
country-sa = Arabie saoudite
country-se = Suède
country-sg = Singapour
country-si = Slovénie
country-sk = Slovaquie
country-sn = Sénégal
country-th = Thaïlande
country-tn = Tunisie
country-tr = Turquie
country-tw = Taïwan
country-tz = Tanzanie
country-ua = Ukraine
country-ug = Ouganda
country-us = États-Unis
country-uy = Uruguay
country-uz = Ouzbékistan
country-vn = Vietnam
country-za = Afrique du Sud

## Problèmes, selon le type que nomme le serveur ; les phrases propres du serveur sont en anglais
problem-code = Ce lien est abîmé : un chiffre de son numéro de produit est faux, ou il manque quelque chose. Comparez-le avec l’emballage, ou scannez le code de nouveau.
problem-form-expired = Ce formulaire a expiré, ou n’a pas été ouvert dans ce navigateur. Ouvrez la page de nouveau et envoyez-le encore une fois.
problem-not-found = Il n’y a rien à cette adresse. Vérifiez-la, ou partez de la première page.
problem-no-link = Il n’y a pas ici de tel lien pour cela. Ouvrez la page à partir du code sur l’emballage.
problem-no-such-reference = Aucun enregistrement ni aucune demande n’a cette référence et ce code. Vérifiez les deux et réessayez.
problem-not-on-record = Cet exemplaire ne figure pas dans les données de la marque ; il ne peut donc pas être enregistré. Scannez son code de nouveau.
problem-too-slow = La requête a pris trop de temps. Réessayez, peut-être avec un meilleur réseau.
problem-taken = Quelqu’un a déjà enregistré cet exemplaire. S’il est à vous et que ce n’était pas vous, contactez la marque.
problem-blocked = Cet exemplaire ne peut pas être enregistré : selon les données de la marque, il ne doit être ni vendu ni utilisé.
problem-not-sold = Selon les données de la marque, cet exemplaire n’est pas encore vendu ; il ne peut donc pas être enregistré. Demandez au magasin de signaler la vente, puis réessayez.
problem-ownership-moved = La situation a changé entre-temps. Consultez l’enregistrement de nouveau et voyez ce qui est possible.
problem-no-proof = Ce lien ne montre plus rien : sa durée est passée, ou l’exemplaire a un autre détenteur. Demandez-en un nouveau à qui vous l’a donné.
problem-claimed = Il y a déjà une demande pour cet exemplaire. S’il est à vous et que ce n’était pas vous, contactez la marque.
problem-claim-moved = L’état de cette demande a changé entre-temps : quelqu’un a été plus rapide. Ouvrez-la de nouveau et regardez.
problem-body-too-large = C’est trop volumineux. Envoyez-en moins, ou une image plus petite.
problem-field = Quelque chose ne va pas dans le formulaire : vérifiez l’adresse e-mail, la date et la longueur du texte.
problem-not-covered = Ce rappel ne concerne pas cet exemplaire, ou ne propose pas cette solution. Ouvrez la page de l’exemplaire et choisissez parmi ce qu’elle propose.
problem-picture = Cette image ne peut pas être lue. Prenez-en une autre, en JPEG ou PNG.
problem-too-many = Trop de requêtes sont venues de votre réseau, ou au sujet de ce code, en peu de temps. Attendez un moment, puis réessayez.
problem-busy = Trop d’images sont en cours de lecture. Réessayez dans quelques secondes, ou saisissez le numéro.
problem-records = Le serveur n’a pas accès à ses données en ce moment. Rien n’a été perdu ; réessayez dans une minute.
problem-internal = Une panne s’est produite sur le serveur. Elle est notée ; réessayez dans une minute.
