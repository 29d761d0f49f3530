# Français. Les identifiants et les variables sont ceux de toutes les langues.

## Partout
brand-name = Touchstone
tagline = Scannez. Sachez ce que c’est, si vous pouvez vous y fier et que faire ensuite.
skip-to-content = Aller au contenu
nav-label = Navigation principale
nav-scan = Scanner
nav-history = Historique
nav-mine = Mes produits
language-label = Langue
footer-privacy = Pas de compte, pas de tiers. Ce que vous scannez reste sur cet appareil et chez la marque du produit.
footer-your-data = Voir ou effacer vos données.
stored-copy = Vous êtes hors ligne. Cette page a été chargée le { $when } et n’a pas été vérifiée depuis.
optional = facultatif

## Verdicts : le mot, et la phrase en dessous
standing-recalled = Rappelé : ne plus utiliser
standing-blocked = Ne pas accepter
standing-not-issued = Numéro non émis par { $brand }
standing-possibly-recalled = Vérifiez le lot
standing-suspect = Prudence
standing-mismatch = Ne correspond pas
standing-expired = Périmé
standing-unknown = Inconnu ici
standing-product = { $product }
standing-batch = { $product }, lot { $batch }
standing-issued = Numéro émis par { $brand }
standing-confirmed = Confirmé
standing-unchecked = Pas encore vérifié
about-recalled = Ce produit fait l’objet d’un rappel. Ne l’utilisez plus.
about-blocked = Cet exemplaire précis ne doit être ni vendu ni utilisé.
about-not-issued = { $brand } n’a émis ce numéro pour aucun exemplaire.
about-possibly-recalled = Certains exemplaires de ce produit font peut-être l’objet d’un rappel. Ne l’utilisez pas avant d’avoir comparé.
about-suspect = Quelque chose n’est pas normal dans les lieux et le nombre de fois où ce code a été vu.
about-mismatch = Ce qui est inscrit dans le code diffère des données de la marque.
about-expired = Sa date est dépassée.
about-past-best-before = Sa date de durabilité minimale est passée. Il peut être encore bon : regardez, sentez, goûtez.
about-unknown = Nous ne connaissons pas ce code. Cela n’en fait pas un faux.
about-product = Ce code désigne le produit. Il ne distingue pas un exemplaire d’un autre.
about-batch = Ce code désigne le lot. Il ne distingue pas un exemplaire d’un autre.
about-issued = Aucun signe d’alerte. Un code peut être copié : comparez l’image et le lot.
about-confirmed = Vous avez révélé le code caché sous le scellé, et personne d’autre ne l’a fait.
about-unchecked = Vous êtes hors ligne. Le code est conservé et sera vérifié dès qu’il y aura du réseau.
about-unreachable = Notre serveur ne répond pas. Le code est conservé et sera vérifié dès qu’il répondra.
unchecked-before = Le { $day } : { $word }. Cela a pu changer depuis.
caution-unchecked = Médicament, ou aliment pour jeunes enfants : attendez qu’il soit vérifié.
also = Et aussi : { $standings }

## Accueil
home-title = Qu’avez-vous entre les mains ?
home-scan = Scanner un code
home-points-title = Ce que vous apprenez
home-point-trust = Si la marque a émis ce numéro, et ce qui incite au doute.
home-point-recall = S’il y a un rappel, et comment être remboursé.
home-point-journey = D’où vient le produit, et comment il est arrivé jusqu’à vous.
home-point-recycle = Que faire de chaque partie de l’emballage.
home-demo = Essayer avec les étiquettes de démonstration

## Scanner
scan-title = Scanner
scan-why-camera = La caméra cherche un code. Aucune image ne quitte votre téléphone.
scan-start = Démarrer la caméra
scan-stop = Arrêter
scan-photo-label = Choisir une photo du code
scan-photo-send = Lire la photo
scan-type-label = Numéro ou lien sur l’emballage
scan-type-hint = Par exemple (01)09506000134352(21)A1, ou les chiffres sous les barres
scan-type-send = Vérifier
scan-paste = Coller
scan-torch = Lampe
scan-lens = Autre caméra
scan-sounds = Sons de guidage
scan-zoom = Zoom
scan-looking = Recherche d’un code…
scan-starting = Démarrage de la caméra…
scan-checking = Vérification…
scan-several = { $count ->
    [one] Un code en vue. Touchez-le pour le vérifier.
   *[other] { $count } codes en vue. Lequel ?
}
scan-part = Ce code est l’un de { $count } qui se lisent ensemble. Lus jusqu’ici : { $read }. Montrez aussi les autres.
scan-no-code = Il n’y a dans cette photo aucun code que nous puissions lire. Réessayez de plus près, plus net et sans reflet.
scan-unreadable = Il y a un code dans cette photo, mais il est trop abîmé ou trop flou pour être lu. Essayez de plus près, ou saisissez le numéro.
scan-too-small = Il y a un code dans cette photo, mais il est trop petit. Rapprochez-vous.
scan-cut-off = Le code dépasse de cette photo. Reprenez-la de plus loin, avec un peu de marge.
scan-glare = De la lumière se reflète sur le code. Inclinez l’emballage ou éloignez-vous de la lumière, puis réessayez.
scan-blurred = Le code est flou sur cette photo. Ne bougez plus, laissez l’appareil faire le point, puis réessayez.
scan-worker-lost = Le lecteur a dû redémarrer. Présentez le code encore une fois.
scan-outdated = Il y a une nouvelle version. Rechargez la page et scannez de nouveau.
scan-no-picture = Ce fichier n’est pas une image que le navigateur peut ouvrir. Choisissez-en un autre.
scan-no-wasm = Ce navigateur ne peut pas faire fonctionner la lecture par caméra. Choisissez une photo ou saisissez le numéro : les deux marchent ici.
camera-denied = La caméra n’est pas autorisée pour cette page. Autorisez-la dans les réglages du navigateur pour ce site, ou choisissez une photo.
camera-none = Cet appareil n’a pas de caméra que le navigateur puisse utiliser. Choisissez une photo ou saisissez le numéro.
camera-busy = La caméra est utilisée par une autre application. Fermez-la, ou choisissez une photo.
camera-lost = La caméra s’est arrêtée. Redémarrez-la, ou choisissez une photo.
camera-insecure = Les navigateurs n’autorisent la caméra que sur une page sécurisée (https). Ouvrez cette page en https, ou choisissez une photo.
camera-slow = Si rien ne vous demande l’accès à la caméra, ouvrez cette page dans votre propre navigateur, ou choisissez une photo.
camera-retry = Réessayer
other-uri-title = Ce code est un lien
other-uri-text = Il mène à { $host }, et non à un produit connu ici. Nous ne l’ouvrons pas de nous-mêmes.
other-foreign-title = Ce code ne mène pas à { $brand }
other-foreign-text = Il ressemble à un code { $brand }, mais mène à { $host }, qui n’est pas une adresse de cette marque. N’y saisissez ni mot de passe, ni numéro de carte, ni code figurant sur l’emballage.
other-uri-open = Ouvrir { $host }
other-text-title = Ce code est une note
other-text-text = Il contient du texte, et pas de numéro de produit :
result-back = Scanner un autre code

## Viser, aussi pour qui ne voit pas l’écran : court, et une chose à la fois
aim-move = { $way ->
    [left] Téléphone vers la gauche.
    [right] Téléphone vers la droite.
    [up] Téléphone vers le haut.
    [down] Téléphone vers le bas.
    [up-left] Téléphone vers le haut et la gauche.
    [up-right] Téléphone vers le haut et la droite.
    [down-left] Téléphone vers le bas et la gauche.
   *[down-right] Téléphone vers le bas et la droite.
}
aim-little = { $way ->
    [left] Un peu à gauche.
    [right] Un peu à droite.
    [up] Un peu plus haut.
    [down] Un peu plus bas.
    [up-left] Un peu plus haut et à gauche.
    [up-right] Un peu plus haut et à droite.
    [down-left] Un peu plus bas et à gauche.
   *[down-right] Un peu plus bas et à droite.
}
aim-closer = Code en vue. Plus près.
aim-back = Code en vue. Plus loin.
aim-hold = Code en vue. Ne bougez plus.
aim-tilt = Code en vue. Inclinez-le hors de la lumière.
aim-blurred = Code en vue, flou. Ne bougez plus, ou reculez un peu.
aim-damaged = Code en vue, il semble abîmé. S’il reste illisible, saisissez le numéro.
aim-search-back = Pas de code en vue. Reculez lentement le téléphone.
aim-search = { $way ->
    [left] Pas de code en vue. Lentement vers la gauche.
    [right] Pas de code en vue. Lentement vers la droite.
    [up] Pas de code en vue. Lentement vers le haut.
   *[down] Pas de code en vue. Lentement vers le bas.
}
aim-turn = Pas de code de ce côté, semble-t-il. Tournez l’emballage et rapprochez le téléphone.

## Historique
history-title = Historique
history-empty = Rien n’a encore été scanné sur cet appareil.
short-issued = Numéro émis
short-not-issued = Numéro non émis
short-recalled = Rappelé
short-possibly-recalled = Vérifiez le lot
short-product = Produit
short-batch = Lot
history-erase = Effacer
history-erase-all = Tout effacer
history-erased = Effacé.
history-undo = Annuler
history-pending = En attente de réseau
history-before = En attente de réseau · le { $day } : { $word }
history-private = Cette liste n’est conservée que sur cet appareil. Dès qu’il y a du réseau, le téléphone demande ce qui a été rappelé depuis ; rien n’en est conservé.
history-alerts = { $count ->
    [one] Un produit que vous avez scanné a été rappelé depuis. Voir lequel.
   *[other] { $count } produits que vous avez scannés ont été rappelés depuis. Voir lesquels.
}
history-recalled-since = Rappelé, appris le { $day } : ne l’utilisez plus
history-maybe-recalled-since = Un rappel peut le concerner, appris le { $day } : comparez le lot

## Forms that wait for a network
queue-title = Formulaires
queue-kept = En attente, pas envoyé. L’envoi se fera dès qu’il y aura du réseau ; vous le trouverez dans l’historique.
queue-waiting = En attente, pas envoyé
queue-sent = Envoyé
queue-refused = Refusé
queue-again = Rouvrir la page
queue-forget = Effacer
queue-report = signalement
queue-claim = demande
queue-register = enregistrement
queue-feedback = votre avis
queue-follow = alerte en cas de rappel

## Ennuis en chemin
offline = Il n’y a pas de réseau. Votre saisie est conservée ; réessayez quand il y en aura.
unreachable = Le serveur ne répond pas. Votre saisie est conservée ; réessayez dans une minute.
refused = Le serveur ne l’a pas accepté : { $detail }
broken = Le serveur a un problème. Votre saisie est conservée ; réessayez dans une minute.
try-again = Réessayer
problem-title = Cela n’a pas fonctionné
problem-reference = Pour toute question à ce sujet, indiquez { $instance }.
update-ready = Une nouvelle version est prête.
update-now = Recharger
install = Installer l’application

## Dates et durées
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
just-now = à l’instant
minutes-ago = { $n ->
    [one] il y a une minute
   *[other] il y a { $n } minutes
}
hours-ago = { $n ->
    [one] il y a une heure
   *[other] il y a { $n } heures
}
days-ago = { $n ->
    [one] hier
   *[other] il y a { $n } jours
}
list-and = { $first } et { $last }
