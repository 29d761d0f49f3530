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
waits-receipt = They come when the brand has seen your receipt: the code that all can see is also in photos and lists. Write to the brand with the reference.
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
