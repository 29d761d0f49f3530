## Points
rewards-title = Points
rewards-intro = Les marques donnent des points pour ce qui leur est utile, à elles et à d’autres. Ils sont conservés dans ce navigateur, sans compte.
rewards-sum = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
rewards-empty = Pas encore de points. Enregistrer un produit en rapporte.
rewards-all = Voir d’où ils viennent
rewards-waiting-title = En attente
rewards-waiting = { $points ->
    [one] Un de plus en attente
   *[other] { $points } de plus en attente
}
rewards-waiting-line = { $points ->
    [one] Un point en attente : { $product }
   *[other] { $points } points en attente : { $product }
}
rewards-history-title = À quoi ils correspondent
rewards-fair = Un exemplaire ne rapporte ses points qu’une fois. Une nouvelle vérification, même par quelqu’un d’autre à la maison, ne coûte rien.
rewards-to-pack = Saisir le code caché
points-waiting = { $points ->
    [one] Un point est en attente : voir pourquoi
   *[other] { $points } points sont en attente : voir pourquoi
}
waits-basis = Ils arrivent quand vous saisissez le code caché de l’exemplaire : le code visible de tous figure aussi dans des photos et des listes.
waits-receipt = Ils arrivent quand la marque a vu votre justificatif d’achat : le code visible de tous figure aussi dans des photos et des listes. Envoyez-le depuis la page de l’exemplaire.
waits-again = Cet exemplaire a déjà été enregistré, puis effacé. Ils arrivent quand vous saisissez son code caché.
waits-person = Vous en avez gagné beaucoup aujourd’hui. Ceux-ci arrivent d’eux-mêmes en quelques jours.
waits-network = Beaucoup ont été gagnés aujourd’hui depuis votre réseau. Ceux-ci arrivent d’eux-mêmes demain, ou tout de suite avec le code caché.
waits-staff = La marque examine d’abord.
reward-registration = Enregistrement { $reference }
reward-registration-erased = Enregistrement { $reference } effacé
reward-recycling = Rapporté : { $reference }
reward-recycling-erased = Rapporté, effacé : { $reference }
reward-report = Signalement { $reference }
reward-report-erased = Signalement { $reference } effacé
reward-review = Avis { $reference }
reward-review-erased = Avis { $reference } effacé
reward-voucher = Bon : { $reference }
rewards-offers-title = Ce que { $brand } donne en échange
rewards-take = Prendre pour { $points } points
rewards-more-needed = Il faut { $points } points.
rewards-vouchers-title = Vos bons
voucher-until = Jusqu’au { $date }. Montrez ou saisissez le code en magasin ; il compte une fois.
voucher-used = Utilisé ({ $when }).
report-points = Noter ce signalement pour des points, si la marque en donne pour cela. Il est alors conservé à côté des points de ce navigateur.
problem-few-points = Vos points ne suffisent pas pour cela. Voyez ce qui est en attente, et pourquoi.
problem-no-voucher = Ce bon n’existe pas, ou il n’en reste plus, ou sa durée est passée.
problem-voucher-used = Ce bon a déjà été utilisé. Son code compte une fois.
report-kept-points = { $points ->
    [one] Un point attend que la marque ait examiné. À côté de votre signalement, seuls les points de ce navigateur ont été notés.
   *[other] { $points } points attendent que la marque ait examiné. À côté de votre signalement, seuls les points de ce navigateur ont été notés.
}
