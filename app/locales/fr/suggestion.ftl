# Français : ce que proposent les règles des marques. Seul le serveur affiche ces textes.
suggestions-title = Suggestions
suggestions-ask = Me montrer, sur les pages des exemplaires et sous « Mes produits », ce qui, selon la marque, va avec ce que j’ai, est à renouveler ou le remplace. Ce que j’ai enregistré dans ce navigateur sert à cela et n’est communiqué à personne.
suggestions-on = Oui, montrer des suggestions
suggestions-off = Plus de suggestions
suggestions-none = Rien n’est suggéré pour l’instant.
suggestions-never = Jamais ce que vous avez enregistré, ce qui est rappelé, ni ce qui n’est pas vendu là où vous êtes.
suggestion-goes-with = Parce que, selon { $brand }, cela va avec { $of }.
suggestion-refill-due = { $days ->
    [one] Parce que vous avez eu { $of } il y a { $days } jour et que, selon { $brand }, il n’en reste plus.
   *[other] Parce que vous avez eu { $of } il y a { $days } jours et que, selon { $brand }, il n’en reste plus.
}
suggestion-replaces = Parce que, selon { $brand }, cela a remplacé { $of }.
privacy-consent-suggestions = Des suggestions selon les règles des marques, à partir de ce que vous avez enregistré dans ce navigateur.
