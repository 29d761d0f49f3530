# Français : comparer un exemplaire, dire que quelque chose ne va pas. Seul le serveur affiche ces textes.

## Comparer avec l’image
look-title = Comparer avec l’image
look-why = Regarder en dit plus qu’un code : tenez l’exemplaire à côté de cette image.
look-legend = { $n }. { $part }
look-legend-line = { $n }.
look-yes = Oui
look-no = Non
look-send = Comparaison terminée
look-more = Regardez aussi ceci
look-mark = Où regarder, par numéro
look-done-title = Il a l’aspect attendu
look-done-text = Tout ce que vous avez comparé est comme { $brand } l’indique. Une bonne copie peut avoir le même aspect : ce n’est donc pas une preuve.
look-differs-title = Ne l’utilisez pas
look-differs-text = Selon { $brand }, un exemplaire correct a un autre aspect que le vôtre.
look-differs-list = Comment le vôtre devrait être, et n’est pas
look-differs-ask = Gardez l’exemplaire et son justificatif d’achat, et contactez { $brand }.
look-differs-report = Prévenir { $brand }, pour que d’autres soient avertis
look-back = Retour à l’exemplaire
problem-look-missing = Répondez à chaque question : oui ou non.

## Quelque chose ne va pas ?
report-title = Quelque chose ne va pas ?
report-why = Dites à { $brand } ce que vous voyez. Vous n’avez pas besoin de compte, et personne n’apprend qui vous êtes.
report-words = Qu’est-ce qui ne va pas ?
report-photo = Une photo
report-photo-hint = Conservée en plus petit, et sans ce que votre appareil écrit à côté de l’image. Masquez les visages et les noms.
report-near = Où l’avez-vous eu ?
report-near-hint = Une ville ou un code postal suffit. Conservé à environ 5 km près.
report-send = Envoyer le signalement
report-done-title = { $brand } a votre signalement
report-done-text = Indiquez ce numéro pour toute question à ce sujet.
report-done-meanwhile = Gardez l’exemplaire et son justificatif d’achat jusqu’à ce que vous ayez une réponse. S’il peut faire du mal à quelqu’un, ne l’utilisez pas.
report-kept-photo = La photo a été conservée, sans ce que votre appareil a écrit à côté.
report-kept-place = Le lieu a été conservé, à environ 5 km près.
report-kept-nobody = Ni nom ni adresse n’ont été conservés. Seul ce navigateur retrouve le signalement.

## Un lien qui mène ailleurs
reason-foreign-link = Ce code est un lien vers { $host }, qui n’est pas une adresse de la marque { $brand }.
limit-foreign-link = Un magasin peut imprimer ses propres liens. Le numéro de produit qu’ils contiennent ne prouve rien : n’importe qui peut l’écrire.
about-foreign-link = Ce code ne mène pas à { $brand }. Il mène à { $host }.

## Un exemplaire dont le code est illisible
typed-title = Vérifier cet exemplaire d’après ce qui est imprimé dessus
typed-why = Ce code ne distingue pas un exemplaire d’un autre. Ce qui est imprimé à côté en dit plus.
typed-picture = Où regarder : { $product }
typed-batch = 1. Lot
typed-date = 2. Date
typed-date-hint = Comme elle est imprimée : 31.08.2027, 08/2027 ou 270831.
typed-batch-send = Vérifier le lot et la date
typed-serial = 1. Numéro de cet exemplaire
typed-serial-third = 3. Ou le numéro de cet exemplaire
typed-serial-hint = Quatre groupes de cinq, ou comme il est imprimé.
typed-serial-send = Vérifier le numéro
slip-group = Regardez encore le groupe { $group }
slip-groups = Regardez encore les groupes { $groups }
slip-groups-text = Chaque groupe a son propre caractère de contrôle, et il ne concorde pas à cet endroit. Comparez avec l’emballage, caractère par caractère.
slip-length = Comptez encore les caractères
slip-length-text = Le numéro a quatre groupes de cinq caractères. Il manque quelque chose, ou quelque chose y est deux fois.
slip-batch = Regardez encore le lot
slip-batch-text = { $brand } n’a pas ici de lot « { $batch } » pour ce produit. 0 et O, 1 et I se ressemblent. S’il est imprimé ainsi, envoyez-le encore une fois.
slip-no-date = Regardez encore la date
slip-no-date-text = « { $date } » n’est pas une date. Saisissez-la comme elle est imprimée, en chiffres.
slip-date = Regardez encore les deux
slip-date-text = Selon les données de la marque { $brand }, le lot { $batch } a une autre date. Une faute de saisie est la cause la plus probable. Si les deux sont imprimés ainsi, envoyez-les encore une fois.
slip-date-twice = Le lot et la date ne vont pas ensemble
slip-date-twice-text = Selon les données de la marque { $brand }, le lot { $batch } a une autre date que celle que vous avez saisie deux fois. N’utilisez pas le produit tant que ce n’est pas éclairci, et dites-le plus bas à { $brand }.
