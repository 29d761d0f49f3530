# English: what brands' rules suggest. Only the server renders these.
suggestions-title = Suggestions
suggestions-ask = Show me on pages of packs and under “My products” what the brand says goes with what I have, is due again, or takes its place. What I registered in this browser is used for that and told to nobody.
suggestions-on = Yes, show suggestions
suggestions-off = No suggestions any more
suggestions-none = Nothing is suggested just now.
suggestions-never = Never what you registered, what is recalled, or what is not sold where you are.
suggestion-goes-with = Because { $brand } says that it goes with { $of }.
suggestion-refill-due = { $days ->
    [one] Because you got { $of } a day ago, and { $brand } says that it is used up by now.
   *[other] Because you got { $of } { $days } days ago, and { $brand } says that it is used up by now.
}
suggestion-replaces = Because { $brand } says that it took the place of { $of }.
privacy-consent-suggestions = Suggestions by rules of brands, from what you registered in this browser.
