# Service and returns: /returns, and what leads there.

own-yours = You registered this pack.
own-return = Repair or return
own-return-open = Your repair or return is open

return-title = Repair or return
return-known = What we know already
return-not-said = Not given
return-serial = Serial number
return-batch = Batch
return-warranty = Warranty
return-warranty-runs = Runs until { $day }
return-warranty-ended = Ended on { $day }
return-warranty-months = { $months ->
    [one] One month from the purchase
   *[other] { $months } months from the purchase
}
return-warranty-none = None on record here
return-days = If nothing is wrong
return-days-run = Can go back until { $day }
return-days-ended = Could go back until { $day }
return-days-count = { $days ->
    [one] Can go back on the day after the purchase at the latest
   *[other] Can go back within { $days } days of the purchase
}
return-registered = Registered
return-evidence-claimed = On your word
return-evidence-supported = With a sale or receipt on record
return-evidence-proven = With the hidden code
return-rights = What the law gives you
return-service = Service of { $brand }
return-none-here = { $brand } takes no repairs or returns here.
return-ask-shop = You bought it at: { $shop }. Ask there first.
return-recalled = This product is recalled. The recall gives you more than a return: ask for that first.
return-to-recall = Go to the recall
return-there-is = There is a return of this product already: { $reference }.
return-there-is-claim = There is a claim under a recall for this product: { $reference }. It comes first.
return-to-open = Look at your return
return-look-up = With its reference and code you can look it up.
return-near = Where you can bring it
return-near-unknown = We don't know that place. The list below is in no order.
return-yours = What we don't know
return-reason = What is wrong?
return-reason-does-not-work = It does not work
return-reason-damaged = It was damaged when I got it
return-reason-wrong-product = It is not what I ordered
return-reason-part-missing = A part is missing
return-reason-changed-mind = Nothing: I don't want to keep it
return-reason-other = Something else
return-words = In your words
return-words-hint = What happens, and since when? With “Something else” this is needed.
return-photo = Photo
return-photo-hint = Only the staff of { $brand } see it. It is made smaller, and deleted once they have decided.
return-remedy-repair = Repair it
return-remedy-replacement = Give me another one
return-remedy-refund = Give me my money back
return-remedy-advice = Tell me what I can do
return-place = Where do you bring it?
return-place-none = I don't know yet
return-email-hint = Without it you see the answer on this page only.
return-send = Send to { $brand }
return-open-title = Your request is with { $brand }
return-status-title = Repair or return { $reference }
return-status-open = Nobody has decided yet. Keep the product until somebody writes.
return-status-need-more = The brand needs something from you. Read its message and answer.
return-status-accepted = Accepted. Bring or send the product with the slip.
return-status-received = Your product has arrived. You will read here what becomes of it.
return-status-paid = Settled: your money was paid back. The product is registered to you no more.
return-status-repaired = Settled: it was repaired.
return-status-replaced = Settled: you got another one. The old one is registered to you no more.
return-status-advised = Closed, with the advice in the message.
return-status-refused = Refused, for the reason in the message.
return-status-withdrawn = You withdrew it. You can open another one at any time.
return-wait = Wait until { $brand } has accepted it before you bring or send it.
return-slip-open = Return slip, to print
return-photo-kept = Sent, not looked at yet
return-opened = Sent
return-said = In your words
return-wish = What you would like
return-email = E-mail
return-withdraw-offer = Withdraw it
return-withdraw-why = Nothing more happens then, and the photo is deleted. What you wrote stays until you erase it under “Your data”.
return-withdraw = Withdraw the return
return-own-title = My repairs and returns
return-slip-title = Return slip
return-slip-how = Print this page and put it in with the product. Or show it on your phone.
return-slip-product = Product
return-slip-to = Goes to
return-slip-nowhere = Ask { $brand } where to send it.
return-slip-back = Back to the return
return-mail-subject = Your return { $reference } with { $brand }
return-mail-about = This is about your return { $reference }: { $product }.
claim-is-received = Arrived
claim-is-advised = Answered
claim-is-withdrawn = Withdrawn
owner-returned = You gave it back { $when }. It is registered to you no more.
problem-not-taken-back = The brand doesn't offer this for this product, or no longer. Open the page again and choose from what it offers.
