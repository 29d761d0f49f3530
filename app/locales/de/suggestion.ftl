# Deutsch: was Regeln der Marken vorschlagen. Nur der Server zeigt diese.
suggestions-title = Vorschläge
suggestions-ask = Auf Seiten von Packungen und unter „Meine Produkte“ zeigen, was laut Marke zu meinen Produkten passt, wieder fällig ist oder sie ersetzt. Dafür wird benutzt, was ich in diesem Browser registriert habe, und niemandem gesagt.
suggestions-on = Ja, Vorschläge zeigen
suggestions-off = Keine Vorschläge mehr
suggestions-none = Gerade wird nichts vorgeschlagen.
suggestions-never = Nie, was Sie registriert haben, was zurückgerufen ist oder was es bei Ihnen nicht gibt.
suggestion-goes-with = Weil es laut { $brand } zu { $of } passt.
suggestion-refill-due = { $days ->
    [one] Weil Sie { $of } seit einem Tag haben und es laut { $brand } nun verbraucht ist.
   *[other] Weil Sie { $of } seit { $days } Tagen haben und es laut { $brand } nun verbraucht ist.
}
suggestion-replaces = Weil es laut { $brand } an die Stelle von { $of } getreten ist.
privacy-consent-suggestions = Vorschläge nach Regeln von Marken, aus dem, was Sie in diesem Browser registriert haben.
