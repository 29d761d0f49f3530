# The texts of the certificate are printed as Latin-1: they have no U+2019 and no U+202F.

## Whose a pack is: for its holder
own-title = Enregistrés dans ce navigateur
own-manage = Certificat, vente, vol et autres
evidence-claimed = Déclaré sur votre seule parole : le code imprimé est visible de tous.
evidence-supported = Étayé par une vente signalée ou par votre justificatif.
evidence-proven = Prouvé : par le code caché de cet exemplaire ou par le numéro du ticket de caisse.
owner-waiting = Son détenteur doit dire oui. Sans réponse d’ici au { $date }, il ne vous est pas cédé.
owner-not-given = Il ne vous a pas été cédé : son détenteur a refusé, ou n’a pas répondu en deux semaines.
owner-displaced = Fin ({ $when }) : quelqu’un d’autre a prouvé, par le code caché de cet exemplaire ou par le numéro du ticket, qu’il est à lui ; c’est plus que le code visible de tous. Si l’exemplaire est à vous, contestez.
owner-transferred = Cédé à quelqu’un d’autre ({ $when }).
owner-decided = Fin ({ $when }), par une décision de la marque.
owner-stolen-since = Déclaré volé : { $when }.
certificate-get = Certificat en PDF
certificate-title = Certificat d'enregistrement
certificate-says = Cet exemplaire figure comme enregistré chez { $brand }. Qui détient la référence et son code en est le propriétaire enregistré.
certificate-serial = Numéro de série : { $serial }
certificate-bought = Acheté le { $date }
certificate-shop = Magasin : { $shop }
certificate-reference = Référence : { $reference }
certificate-made = Établi le { $date }. Seule une nouvelle consultation montre la situation après ce jour.
receipt-offer = Envoyer le justificatif d’achat
receipt-why = { $brand } l’examine. S’il étaye que l’exemplaire est à vous, personne ne peut plus le prendre avec le seul code visible, et les points qui l’attendent arrivent.
receipt-photo = Une photo du justificatif
receipt-hint = Conservée en plus petit, vue par le seul personnel de la marque, et effacée dès qu’il a pris sa décision. Masquez les numéros de carte et les noms.
receipt-send = Envoyer le justificatif
receipt-open = Votre justificatif est chez { $brand } (envoyé : { $when }).
receipt-supported = { $brand } a vu votre justificatif : il étaye votre déclaration de propriété.
receipt-refused = { $brand } n’a pas pu utiliser votre justificatif. Vous pouvez envoyer une autre photo.
owner-mail-supported = Votre justificatif a été vu ({ $product }) : il étaye votre déclaration de propriété.
owner-mail-unsupported = Votre justificatif n’a pas pu être utilisé ({ $product }). La marque dit : { $reason } Vous pouvez envoyer une autre photo.
proof-offer = Montrer à un acheteur qu’il est à vous
proof-why = Crée un lien qui montre, à toute personne qui l’a, que l’exemplaire est à vous et n’est pas déclaré volé, sans votre nom. Elle peut y demander l’exemplaire ; il reste à vous jusqu’à ce que vous disiez oui.
proof-days = Le lien fonctionne pendant
proof-days-1 = un jour
proof-days-7 = une semaine
proof-days-30 = 30 jours
proof-make = Créer le lien
proof-made = Envoyez ce lien à votre acheteur. Il fonctionne jusqu’au { $date }. Il n’est affiché que cette fois.
transfer-title = Quelqu’un demande cet exemplaire
transfer-why = La personne qui a ouvert votre lien veut devenir le nouveau propriétaire. Dites oui quand vous avez votre argent. Sans réponse d’ici au { $date }, la réponse est non.
transfer-give = Oui, je le cède
transfer-refuse = Non
theft-offer = On me l’a volé
theft-why = Toute personne qui vérifie cet exemplaire apprend alors qu’il est déclaré volé. Sans justificatif ni code caché, nous disons que c’est sur votre seule parole.
theft-report = Déclarer le vol
theft-over = Je l’ai récupéré
dispute-offer = Il y a une erreur sur le propriétaire
dispute-label = Comment l’exemplaire est-il devenu le vôtre, et que pouvez-vous montrer à l’appui ?
dispute-send = Demander à la marque de trancher
dispute-title = Votre contestation
dispute-is-open = La marque n’a pas encore décidé.
dispute-is-kept = Décidé : le détenteur actuel garde l’exemplaire.
dispute-is-given = Décidé : l’exemplaire est à vous.
owner-mail-subject = À propos de votre enregistrement { $reference }
owner-mail-displaced = Quelqu’un a prouvé, par le code caché ou par le numéro du ticket, qu’un exemplaire que vous aviez enregistré est à lui : { $product }. C’est plus que le code visible de tous ; l’exemplaire est donc maintenant enregistré pour cette personne. S’il est à vous, consultez votre enregistrement et contestez.
owner-mail-decided = Il a été décidé à qui est cet exemplaire : { $product }. La marque dit : { $reason }

## Whose a pack is: for a buyer
proof-title = À qui est-il ?
proof-says = La personne qui vous a donné ce lien est le propriétaire enregistré de cet exemplaire. Il n’est pas déclaré volé.
proof-stolen = Cet exemplaire est déclaré volé. Ne l’achetez pas.
proof-compare = Cela vaut pour l’exemplaire qui porte ce numéro de série, en ce moment. Comparez ce numéro avec celui de l’emballage, et vérifiez le code de l’exemplaire, avant de payer.
proof-evidence-claimed = Déclaré, sur la seule parole du propriétaire : demandez aussi le justificatif d’achat.
proof-evidence-supported = Étayé par une vente signalée, ou par un justificatif que la marque a vu.
proof-evidence-proven = Prouvé : enregistré par la personne qui avait le code caché de l’exemplaire ou le numéro du ticket.
proof-ends = Ce lien fonctionne jusqu’au { $date }.
proof-take-why = Quand vous êtes d’accord avec le propriétaire, demandez l’exemplaire ici. Le propriétaire a deux semaines pour dire oui ; d’ici là, l’exemplaire reste le sien.
proof-take = Demander à devenir propriétaire
proof-asked-for = Quelqu’un l’a déjà demandé et attend la réponse du propriétaire.
asked-for-title = Demande envoyée
asked-for-text = Gardez la référence et le code. Avec les deux, vous pouvez voir si le propriétaire a dit oui ; à partir de là, l’exemplaire est à vous.

## In a frame on a brand’s own page
framed-pack = Tout sur cet exemplaire, chez { $name }
framed-closed = Cet exemplaire ne peut pas être enregistré. Sa propre page dit pourquoi.
problem-origin = Cette page n’a pas le droit d’enregistrer des exemplaires de cette marque. Ouvrez la page de l’exemplaire et enregistrez-le là.
