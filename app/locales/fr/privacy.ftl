## What is kept about this browser
privacy-title = Vos données
privacy-intro = Vous n’avez pas de compte ici. Voici tout ce que ce serveur conserve au sujet de ce navigateur, retrouvé grâce à son cookie.
privacy-intro-devices = Vous n’avez pas de compte ici. Voici tout ce que ce serveur conserve à votre sujet, depuis tous les appareils qui ont ouvert vos produits.
privacy-nothing = Rien n’est conservé au sujet de ce navigateur.
privacy-on-device = Codes scannés, sur cet appareil seulement : { $count }. Ils sont aussi dans la copie et sont effacés avec le reste.
privacy-forms-on-device = Sur cet appareil seulement, formulaires envoyés ou en attente de réseau : { $count }. Ils sont aussi dans la copie, les photos par leur nom et leur taille, et sont effacés avec le reste.
privacy-photo = avec une photo
privacy-more = et { $count } de plus, tous dans la copie
privacy-kind-registrations = { $count ->
    [one] Un exemplaire enregistré
   *[other] { $count } exemplaires enregistrés
}
privacy-kind-claims = { $count ->
    [one] Une demande
   *[other] { $count } demandes
}
privacy-kind-reports = { $count ->
    [one] Un signalement
   *[other] { $count } signalements
}
privacy-kind-follows = { $count ->
    [one] Une alerte de rappel demandée
   *[other] { $count } alertes de rappel demandées
}
privacy-kind-checks = { $count ->
    [one] Une vérification de code
   *[other] { $count } vérifications de codes
}
privacy-kind-reveals = { $count ->
    [one] Un code caché que vous avez saisi
   *[other] { $count } codes cachés que vous avez saisis
}
privacy-kind-points = { $count ->
    [one] Une ligne dans vos points
   *[other] { $count } lignes dans vos points
}
privacy-kind-passkeys = { $count ->
    [one] Une clé d’accès
   *[other] { $count } clés d’accès
}
privacy-kind-devices = { $count ->
    [one] Un appareil qui a ouvert tout cela
   *[other] { $count } appareils qui ont ouvert tout cela
}
privacy-export = Télécharger une copie de tout
privacy-erase = Tout effacer
privacy-consents-title = Ce que vous avez accepté
privacy-consent-mail = Un e-mail à { $address } quand { $path } est rappelé.
privacy-consent-push = Un message sur cet appareil quand { $path } est rappelé.
privacy-consent-none = Rien. Chaque accord est demandé à part, là où il est nécessaire.
privacy-consents-hint = Retirer un accord ne change rien d’autre.
privacy-take-back = Retirer l’accord
privacy-how-title = Comment c’est conservé
privacy-how-anonymous = Vous êtes un nombre aléatoire dans un cookie. Aucun nom n’est demandé. Une adresse e-mail n’est conservée que là où vous en avez donné une.
privacy-how-place = Votre position n’est demandée que si vous touchez le bouton prévu pour cela, et elle est arrondie à environ 5 km avant d’être conservée. Sans lui, une vérification peut être conservée avec le pays auquel appartient votre adresse réseau, jamais avec l’adresse.
privacy-how-photo = Une photo est redessinée, plus petite, sans ce que l’appareil y a inscrit. L’original n’est pas conservé.
privacy-how-parties = Aucune page ne charge quoi que ce soit chez quelqu’un d’autre. La marque voit ce que vous lui envoyez, et les vérifications de ses exemplaires seulement sous forme de nombres.
privacy-how-long = Les vérifications sont conservées 400 jours, sauf si l’exploitant de ce serveur a choisi une autre durée. Ce que vous avez donné avec un exemplaire reste jusqu’à ce que vous l’effaciez.
privacy-how-passkeys = Une clé d’accès que vous avez créée est conservée jusqu’à ce que vous la supprimiez : sa moitié publique, et quand elle a été créée et utilisée pour la dernière fois. Un appareil a vos produits ouverts jusqu’à ce qu’il soit déconnecté, ou n’ait pas été ici pendant deux ans.
privacy-how-history = La liste de ce que vous avez scanné est conservée par votre navigateur, pas par ce serveur.
privacy-elsewhere-title = Fait dans un autre navigateur ?
privacy-elsewhere = Ce que vous avez enregistré ou demandé ailleurs s’ouvre avec son numéro et son code :
privacy-erase-title = Tout effacer ?
privacy-erase-text = Vos enregistrements, signalements, avis, demandes, alertes, vérifications et points disparaissent maintenant et définitivement, ainsi que la liste conservée par ce navigateur. Téléchargez d’abord une copie si vous en voulez une.
privacy-erase-devices = Tout disparaît sur tous vos appareils, et vos clés d’accès n’ouvrent plus rien. Vos appareils les affichent peut-être encore : supprimez-les là.
privacy-left-title = Ce qui reste, sans vous
privacy-left-checks = Combien de fois et quand un exemplaire a été vérifié ou son code caché saisi, sans vous ni votre lieu : c’est ainsi qu’on trouve les copies de son code.
privacy-left-claims = Le fait qu’une demande a été réglée, avec l’exemplaire, ce qui a été accordé et le jour : la comptabilité de la marque en a besoin. Vos mots et votre adresse disparaissent.
privacy-left-reports = Le fait qu’il y a eu un signalement sur cet exemplaire, son jour, et ce que la marque a constaté. Vos mots, votre photo et votre lieu disparaissent.
privacy-left-points = Le fait qu’un exemplaire a rapporté des points ou a été cédé à quelqu’un d’autre, sans vous : il n’en rapporte qu’une fois, et reste à son détenteur.
privacy-left-log = Le numéro d’une demande, d’un signalement ou d’un avis que le personnel a traité : ce qu’il a fait reste inscrit. Une tentative erronée de code caché compte pendant 30 jours, sous forme d’empreinte.
privacy-left-copies = Les sauvegardes que l’exploitant de ce serveur a faites auparavant, jusqu’à leur remplacement, et les e-mails déjà envoyés.
privacy-open-claims = { $count ->
    [one] Vous avez une demande ouverte. Elle prend fin avec cet effacement : vous ne recevez plus rien pour elle.
   *[other] Vous avez { $count } demandes ouvertes. Elles prennent fin avec cet effacement : vous ne recevez plus rien pour elles.
}
privacy-keep-claims = Laisser les demandes ouvertes suivre leur cours. J’ai leurs numéros et leurs codes, et peux les effacer plus tard.
privacy-erase-now = Tout effacer maintenant
privacy-keep = Ne rien effacer
privacy-erased-title = Effacé
privacy-erased-text = Plus rien de ce qui est conservé ici ne mène à vous. Ce navigateur a, lui aussi, oublié ce qu’il conservait ; pendant 40 jours il retient quand vous avez effacé, pour qu’un scan qui attend encore un réseau ne ramène rien.
privacy-erased-on = Retour à l’accueil
