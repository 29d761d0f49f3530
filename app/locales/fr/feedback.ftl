# Français : ce que les gens pensent des exemplaires. Seul le serveur affiche ces textes.
feedback-title = Ce que d’autres en pensent
feedback-average = { $average } sur 5 étoiles, selon { $count ->
    [one] une personne
   *[other] { $count } personnes
}
feedback-stars = { $count ->
    [one] Une étoile
   *[other] { $count } étoiles
}
feedback-of-five = { $stars } sur 5 étoiles
feedback-none = Personne n’en a encore rien dit.
feedback-owners = { $count ->
    [0] Aucune de ces personnes n’a enregistré l’exemplaire ; l’achat n’est donc établi pour aucune.
    [one] Une de ces personnes a enregistré l’exemplaire. L’achat n’est établi pour aucune autre.
   *[other] { $count } de ces personnes ont enregistré l’exemplaire. L’achat n’est établi pour aucune autre.
}
feedback-hidden-count = { $count ->
    [one] Un avis n’est pas affiché, car ses mots enfreignent une règle. Ses étoiles comptent.
   *[other] { $count } avis ne sont pas affichés, car leurs mots enfreignent une règle. Leurs étoiles comptent.
}
feedback-this-batch = Lot { $batch }, celui-ci
feedback-other-batch = Lot { $batch }, pas celui-ci
feedback-owner = propriétaire enregistré
feedback-nobody = achat non établi
feedback-for-points = a reçu des points pour avoir écrit, quel que soit le nombre d’étoiles
feedback-photo-alt = Photo jointe
feedback-answers = { $brand } répond ({ $when })
feedback-answer-before = L’avis auquel ceci répond a été modifié depuis.
feedback-needs-batch = Un avis porte sur un lot. Ouvrez la page d’un exemplaire, ou saisissez son lot, pour dire ce que vous en pensez.
feedback-write = Donner votre avis
feedback-why = D’autres voient vos étoiles et vos mots avec le lot, et jamais qui vous êtes. { $brand } les voit aussi et peut y répondre ici.
feedback-wrong = Quelque chose ne va pas avec cet exemplaire, ou a-t-il fait du mal à quelqu’un ? Les étoiles n’avertissent personne à temps.
feedback-wrong-link = Dites-le sous « Quelque chose ne va pas ? »
feedback-stars-label = Vos étoiles
feedback-words = Avec vos mots
feedback-photo = Une photo
feedback-photo-hint = Conservée en plus petit, et sans ce que votre appareil écrit à côté de l’image. D’autres la verront quand { $brand } l’aura regardée.
feedback-photo-again = Ne choisissez une autre photo que pour remplacer celle qui est conservée.
feedback-no-photo = Retirer la photo conservée
feedback-quote-title = La marque { $brand } peut-elle vous citer dans sa publicité ?
feedback-quote-ask = { $brand } peut utiliser ces mots dans sa publicité, sans nom. Je peux revenir là-dessus à tout moment, et cela prend alors fin.
feedback-quote-hint = Si vous laissez cette case vide, rien d’autre ne change. Ni les étoiles ni les points n’en dépendent.
feedback-points = { $points ->
    [one] En tant que propriétaire enregistré, vous recevez un point pour cela, que le produit vous plaise ou non. D’autres le voient.
   *[other] En tant que propriétaire enregistré, vous recevez { $points } points pour cela, que le produit vous plaise ou non. D’autres le voient.
}
feedback-points-register = { $points ->
    [one] Les propriétaires enregistrés reçoivent un point pour cela, que le produit leur plaise ou non.
   *[other] Les propriétaires enregistrés reçoivent { $points } points pour cela, que le produit leur plaise ou non.
}
feedback-send = Envoyer
feedback-own-title = Ce que vous avez dit
feedback-change = Modifier
feedback-send-again = Enregistrer la modification
feedback-erase = Effacer
feedback-erase-why = Vos étoiles, vos mots et votre photo disparaissent définitivement et ne comptent plus. Les points reçus pour cela sont repris.
feedback-unquote = Retirer cette autorisation
feedback-quoted = Vous autorisez { $brand } à citer vos mots dans sa publicité.
feedback-photo-waits = D’autres verront votre photo quand { $brand } l’aura regardée.
feedback-photo-shown = D’autres voient votre photo.
feedback-is-hidden = { $brand } a masqué vos mots ({ $when }) : { $why }
feedback-is-hidden-counts = Vos étoiles comptent toujours. Si vous modifiez vos mots, { $brand } peut les afficher de nouveau.
feedback-is-hidden-spam = Vos étoiles ne comptent pas. Si c’est une erreur, contactez { $brand } avec le numéro { $reference }.
hidden-because-spam = ils ne parlent pas de cet exemplaire, mais font de la publicité ou ont été écrits par une machine.
hidden-because-insult = ils insultent quelqu’un.
hidden-because-person = ils révèlent l’identité de quelqu’un.
hidden-because-elsewhere = ils parlent d’un autre produit, ou d’un magasin ou de sa livraison.
hidden-because-unlawful = ils sont contraires à la loi.
feedback-done-title = Merci
feedback-done-text = Vos étoiles comptent, et vos mots sont sur la page de cet exemplaire.
feedback-done-stars = Vos étoiles comptent.
feedback-done-hidden = C’est sauvegardé. { $brand } avait masqué vos mots et peut les afficher de nouveau.
feedback-done-owner = Vous apparaissez comme propriétaire enregistré, sans aucun nom.
feedback-done-nobody = Il est indiqué à côté que votre achat n’est pas établi. Enregistrez l’exemplaire dans ce navigateur, et il sera indiqué qu’il est à vous.
feedback-done-quote = { $brand } peut citer vos mots. Vous pouvez revenir là-dessus ici, ou sous « Vos données ».
feedback-done-points = { $points ->
    [one] Vous avez reçu un point.
   *[other] Vous avez reçu { $points } points.
}
feedback-done-waiting = { $points ->
    [one] Un point est en attente : voir pourquoi
   *[other] { $points } points sont en attente : voir pourquoi
}
feedback-done-again = Seul ce navigateur retrouve votre avis, pour le modifier ou l’effacer.
feedback-erased-title = Effacé
feedback-erased-text = Ce que vous avez dit de cet exemplaire a disparu et ne compte plus.
feedback-unquoted-title = Autorisation retirée
feedback-unquoted-text = Vos mots ne peuvent plus être cités. Vos étoiles et vos mots restent sur la page de l’exemplaire.
feedback-mine-title = Vos avis
feedback-mine-open = Voir, modifier, effacer
problem-no-feedback = Les étoiles sont pour les exemplaires d’un lot connu qui ne sont ni rappelés, ni bloqués, ni douteux. Dites ce qui ne va pas avec celui-ci sous « Quelque chose ne va pas ? », sur sa page.
privacy-kind-feedback = { $count ->
    [one] Un avis sur un exemplaire
   *[other] { $count } avis sur des exemplaires
}
privacy-consent-quote = { $brand } peut citer dans sa publicité ce que vous avez dit de ce produit : { $product }.
