# English: what people think of packs. Only the server renders these.
feedback-title = What people think of it
feedback-average = { $average } of 5 stars, from { $count ->
    [one] one person
   *[other] { $count } people
}
feedback-stars = { $count ->
    [one] One star
   *[other] { $count } stars
}
feedback-of-five = { $stars } of 5 stars
feedback-none = Nobody has said anything about it yet.
feedback-owners = { $count ->
    [0] None of them registered the pack, so none is shown to be a buyer.
    [one] One of them registered the pack. Nobody else is shown to be a buyer.
   *[other] { $count } of them registered the pack. Nobody else is shown to be a buyer.
}
feedback-hidden-count = { $count ->
    [one] One is not shown, because its words broke a rule. Its stars count.
   *[other] { $count } are not shown, because their words broke a rule. Their stars count.
}
feedback-this-batch = Batch { $batch }, this one
feedback-other-batch = Batch { $batch }, not this one
feedback-owner = registered owner
feedback-nobody = not shown to be from a buyer
feedback-for-points = got points for writing, whatever the stars
feedback-photo-alt = Photo that came with it
feedback-answers = { $brand } answers { $when }
feedback-answer-before = What it answers was changed since.
feedback-needs-batch = Feedback is about one batch. Open the page of a pack, or type its batch, to say what you think.
feedback-write = Say what you think of it
feedback-why = Others see your stars and words with the batch, and never who you are. { $brand } sees them, too, and can answer here.
feedback-wrong = Is something wrong with this pack, or has it harmed somebody? Stars reach nobody in time.
feedback-wrong-link = Tell it under “Something is wrong?”
feedback-stars-label = Your stars
feedback-words = In your words
feedback-photo = A photo
feedback-photo-hint = Kept smaller, and without what your camera writes beside the picture. Others see it once { $brand } has looked at it.
feedback-photo-again = Choose another photo only to put it in the place of the one that is kept.
feedback-no-photo = Take away the photo that is kept
feedback-quote-title = May { $brand } quote you in advertising?
feedback-quote-ask = { $brand } may use these words in advertising, without a name. I can take this back at any time, and it then ends.
feedback-quote-hint = Leave it empty and everything else stays the same. Stars and points do not depend on it.
feedback-points = { $points ->
    [one] As the registered owner you get one point for it, whether you like it or not. Others see that.
   *[other] As the registered owner you get { $points } points for it, whether you like it or not. Others see that.
}
feedback-points-register = { $points ->
    [one] Registered owners get one point for it, whether they like it or not.
   *[other] Registered owners get { $points } points for it, whether they like it or not.
}
feedback-send = Send it
feedback-own-title = What you said
feedback-change = Change it
feedback-send-again = Save the change
feedback-erase = Erase it
feedback-erase-why = Your stars, words and photo go for good, and are not counted any more. Points for them go back.
feedback-unquote = Take back that you may be quoted
feedback-quoted = You let { $brand } quote your words in advertising.
feedback-photo-waits = Others see your photo once { $brand } has looked at it.
feedback-photo-shown = Others see your photo.
feedback-is-hidden = { $brand } hid your words { $when }: { $why }
feedback-is-hidden-counts = Your stars count on. If you change the words, { $brand } can show them again.
feedback-is-hidden-spam = Your stars do not count. If that is a mistake, ask { $brand } with the number { $reference }.
hidden-because-spam = they are not about this pack, but advertise something or were written by a machine.
hidden-because-insult = they insult somebody.
hidden-because-person = they tell who somebody is.
hidden-because-elsewhere = they are about another product, or about a shop or its delivery.
hidden-because-unlawful = they are against the law.
feedback-done-title = Thank you
feedback-done-text = Your stars count, and your words are on the page of this pack.
feedback-done-stars = Your stars count.
feedback-done-hidden = It is saved. { $brand } had hidden your words before and can show them again.
feedback-done-owner = You are shown as a registered owner, and by no name.
feedback-done-nobody = It says beside it that you are not shown to be a buyer. Register the pack in this browser, and it says that you own it.
feedback-done-quote = { $brand } may quote your words. You can take that back here, or under “Your data”.
feedback-done-points = { $points ->
    [one] You got one point.
   *[other] You got { $points } points.
}
feedback-done-waiting = { $points ->
    [one] One point waits: see what for
   *[other] { $points } points wait: see what for
}
feedback-done-again = Only this browser finds it again, to change or erase it.
feedback-erased-title = Erased
feedback-erased-text = What you said about this pack is gone and is not counted any more.
feedback-unquoted-title = Taken back
feedback-unquoted-text = Your words may not be quoted any more. Your stars and words stay on the page of the pack.
feedback-mine-title = What you said of packs
feedback-mine-open = See it, change it, erase it
problem-no-feedback = Stars are for packs of a known batch that are not recalled, blocked or in doubt. Say what is wrong with this one under “Something is wrong?” on its page.
privacy-kind-feedback = { $count ->
    [one] What you said about one pack
   *[other] What you said about { $count } packs
}
privacy-consent-quote = { $brand } may quote what you said of { $product } in advertising.
