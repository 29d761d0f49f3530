# Service et retours : /returns, et ce qui y mène.

own-yours = Vous avez enregistré ce produit.
own-return = Réparation ou retour
own-return-open = Votre réparation ou retour est en cours

return-title = Réparation ou retour
return-known = Ce que nous savons déjà
return-not-said = Non indiqué
return-serial = Numéro de série
return-batch = Lot
return-warranty = Garantie
return-warranty-runs = Court jusqu’au { $day }
return-warranty-ended = A pris fin le { $day }
return-warranty-months = { $months ->
    [one] Un mois à partir de l’achat
   *[other] { $months } mois à partir de l’achat
}
return-warranty-none = Aucune connue ici
return-days = S’il n’a aucun défaut
return-days-run = Peut être rendu jusqu’au { $day }
return-days-ended = Pouvait être rendu jusqu’au { $day }
return-days-count = { $days ->
    [one] Peut être rendu au plus tard le lendemain de l’achat
   *[other] Peut être rendu dans les { $days } jours après l’achat
}
return-registered = Enregistré
return-evidence-claimed = Sur votre parole
return-evidence-supported = Avec une vente ou un reçu
return-evidence-proven = Avec le code caché
return-rights = Ce que la loi vous donne
return-service = Service de { $brand }
return-none-here = { $brand } ne prend ici ni réparations ni retours.
return-ask-shop = Acheté chez : { $shop }. Demandez d’abord là-bas.
return-recalled = Ce produit est rappelé. Le rappel vous donne plus qu’un retour : demandez-le d’abord.
return-to-recall = Voir le rappel
return-there-is = Il y a déjà un retour de ce produit : { $reference }.
return-there-is-claim = Il y a une demande au titre d’un rappel pour ce produit : { $reference }. Elle passe avant.
return-to-open = Voir votre retour
return-look-up = Avec sa référence et son code, vous pouvez la consulter.
return-near = Où vous pouvez l’apporter
return-near-unknown = Nous ne connaissons pas ce lieu. La liste ci-dessous n’est pas triée.
return-yours = Ce que nous ne savons pas
return-reason = Qu’est-ce qui ne va pas ?
return-reason-does-not-work = Il ne fonctionne pas
return-reason-damaged = Il est arrivé endommagé
return-reason-wrong-product = Ce n’est pas ce que j’ai commandé
return-reason-part-missing = Il manque une pièce
return-reason-changed-mind = Rien : je ne veux pas le garder
return-reason-other = Autre chose
return-words = Avec vos mots
return-words-hint = Que se passe-t-il, et depuis quand ? Nécessaire avec « Autre chose ».
return-photo = Photo
return-photo-hint = Seul le personnel de { $brand } la voit. Elle est réduite, et effacée dès la décision.
return-remedy-repair = Le réparer
return-remedy-replacement = M’en donner un autre
return-remedy-refund = Me rembourser
return-remedy-advice = Me dire ce que je peux faire
return-place = Où l’apportez-vous ?
return-place-none = Je ne sais pas encore
return-email-hint = Sans elle, vous ne voyez la réponse que sur cette page.
return-send = Envoyer à { $brand }
return-open-title = Votre demande est chez { $brand }
return-status-title = Réparation ou retour { $reference }
return-status-open = Personne n’a encore décidé. Gardez le produit jusqu’à ce que quelqu’un écrive.
return-status-need-more = La marque a besoin de quelque chose. Lisez son message et répondez.
return-status-accepted = Accepté. Apportez ou envoyez le produit avec le bordereau.
return-status-received = Votre produit est arrivé. Vous lirez ici ce qu’il devient.
return-status-paid = Réglé : vous avez été remboursé. Le produit n’est plus enregistré à vous.
return-status-repaired = Réglé : il a été réparé.
return-status-replaced = Réglé : vous en avez reçu un autre. L’ancien n’est plus enregistré à vous.
return-status-advised = Clos, avec le conseil du message.
return-status-refused = Refusé, pour la raison donnée dans le message.
return-status-withdrawn = Vous l’avez retiré. Vous pouvez en ouvrir un autre à tout moment.
return-wait = Attendez que { $brand } l’ait accepté avant de l’apporter ou de l’envoyer.
return-slip-open = Bordereau de retour, à imprimer
return-photo-kept = Envoyée, pas encore regardée
return-opened = Envoyé
return-said = Avec vos mots
return-wish = Ce que vous voulez
return-email = E-mail
return-withdraw-offer = Le retirer
return-withdraw-why = Plus rien ne se passe alors, et la photo est effacée. Ce que vous avez écrit reste jusqu’à ce que vous l’effaciez sous « Vos données ».
return-withdraw = Retirer le retour
return-own-title = Mes réparations et retours
return-slip-title = Bordereau de retour
return-slip-how = Imprimez cette page et joignez-la au produit. Ou montrez-la sur votre téléphone.
return-slip-product = Produit
return-slip-to = Va à
return-slip-nowhere = Demandez à { $brand } où l’envoyer.
return-slip-back = Revenir au retour
return-mail-subject = Votre retour { $reference } chez { $brand }
return-mail-about = Il s’agit de votre retour { $reference } : { $product }.
claim-is-received = Arrivé
claim-is-advised = Répondu
claim-is-withdrawn = Retiré
owner-returned = Vous l’avez rendu { $when }. Il n’est plus enregistré à vous.
problem-not-taken-back = La marque ne propose pas cela pour ce produit, ou plus. Rouvrez la page et choisissez parmi ce qu’elle propose.
