## Points
rewards-title = Points
rewards-intro = Brands give points for what helps them and others. They are kept in this browser, without an account.
rewards-sum = { $points ->
    [one] One point
   *[other] { $points } points
}
rewards-empty = No points yet. Registering a product earns some.
rewards-all = See where they come from
rewards-waiting-title = Waiting
rewards-waiting = { $points ->
    [one] One more waits
   *[other] { $points } more wait
}
rewards-waiting-line = { $points ->
    [one] One point waits: { $product }
   *[other] { $points } points wait: { $product }
}
rewards-history-title = What they were for
rewards-fair = A pack earns its points once. Checking it again, or by somebody else at home, costs nothing.
rewards-to-pack = Type the hidden code
points-waiting = { $points ->
    [one] One point waits: see what for
   *[other] { $points } points wait: see what for
}
waits-basis = They come when you type the hidden code of the pack: the code that all can see is also in photos and lists.
waits-receipt = They come when the brand has seen your receipt: the code that all can see is also in photos and lists. Send it from the page of the pack.
waits-again = This pack was registered before and erased. They come when you type its hidden code.
waits-person = You earned many today. These come by themselves within days.
waits-network = Many came out of your network today. These come by themselves tomorrow, or at once with the hidden code.
waits-staff = The brand looks at it first.
reward-registration = Registration { $reference }
reward-registration-erased = Registration { $reference } erased
reward-recycling = Given back: { $reference }
reward-recycling-erased = Given back, erased: { $reference }
reward-report = Report { $reference }
reward-report-erased = Report { $reference } erased
reward-review = Review { $reference }
reward-review-erased = Review { $reference } erased
reward-voucher = Voucher: { $reference }
rewards-offers-title = What { $brand } gives for them
rewards-take = Take it for { $points } points
rewards-more-needed = It takes { $points } points.
rewards-vouchers-title = Your vouchers
voucher-until = Until { $date }. Show or type the code in the shop; it counts once.
voucher-used = Redeemed { $when }.
report-points = Note it for points, if the brand gives some for it. Your report is then kept beside the points of this browser.
problem-few-points = Your points are too few for this. See what waits, and what it waits for.
problem-no-voucher = There is no such voucher, or none is left, or its time is over.
problem-voucher-used = This voucher was redeemed before. Its code counts once.
report-kept-points = { $points ->
    [one] One point waits until the brand has looked. Beside your report, only this browser's points were noted.
   *[other] { $points } points wait until the brand has looked. Beside your report, only this browser's points were noted.
}
