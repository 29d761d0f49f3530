# English, for pages that only the server renders. What the browser says is in main.ftl.

## Cautions, for medicine and the like
caution-do-not-use = Do not use it. Ask your pharmacist or doctor what to use meanwhile.
caution-do-not-use-until-clear = Do not use it until this is settled. Ask your pharmacist or doctor.
caution-first-do-not-use = Do not use it.
caution-first-do-not-use-until-clear = Do not use it until this is settled.

aloud = Read aloud
aloud-stop = Stop reading

## Reasons, each with its evidence; limits say what it can't tell
reasons-title = Why we say so
reason-recalled = { $scope ->
    [batch] This batch was recalled on { $on }.
    [serials] Packs with these numbers were recalled on { $on }.
    [dates] Packs with these dates were recalled on { $on }.
   *[product] This product was recalled on { $on }.
}
reason-possibly-recalled = { $scope ->
    [batch] Some batches of this product were recalled on { $on }, and the code does not say which one this is.
    [serials] Some packs of this product were recalled on { $on }, by their numbers, and the code has none.
    [dates] Packs of some dates were recalled on { $on }, and no date is known of this one.
   *[notice] An authority published a notice on { $on } that seems to be about this product. The brand has not confirmed it.
}
limit-possibly-recalled = What is printed on the pack decides: the code and our records do not say enough.
reason-unit-stolen = This pack was reported stolen.
reason-said-stolen = Somebody who registered this pack says that it was stolen.
reason-unit-destroyed = This pack was reported destroyed or recycled.
reason-unit-exported = This pack was declared exported to another market.
reason-unit-consumed = This pack was already used up or dispensed.
reason-unit-decommissioned = This pack was taken out of service.
reason-unit-rejected = This code was rejected when it was printed.
reason-unit-locked = The brand has locked this pack.
reason-never-issued = { $since ->
    [none] { $brand } has declared all its numbers, and this is none of them.
   *[other] { $brand } has declared all its numbers since { $since }, and this is none of them.
}
reason-never-issued-typed = { $brand } has no pack with the number that you typed.
reason-impossible-travel = { $hours ->
    [0] It was checked in { $from } and within the hour in { $to }, { $km } km away. One pack can't be in both places.
    [one] It was checked in { $from } and, an hour apart, in { $to }, { $km } km away. One pack can't be in both places.
   *[other] It was checked in { $from } and, { $hours } hours apart, in { $to }, { $km } km away. One pack can't be in both places.
}
reason-many-sessions = { $days ->
    [0] { $sessions } different people have checked it today. One pack rarely explains that.
    [one] { $sessions } different people have checked it within a day. One pack rarely explains that.
   *[other] { $sessions } different people have checked it in { $days } days. One pack rarely explains that.
}
reason-many-owners = { $people } different people looked at it again on another day, as one does with a pack at home.
reason-many-countries = Different people have checked it in { $countries }.
reason-many-towns = Different people have checked it in { $towns } towns that are far apart.
reason-sold-elsewhere = { $hours ->
    [0] It was sold in { $from } and within the hour was in { $to }, { $km } km away.
    [one] It was sold in { $from } and, an hour apart, was in { $to }, { $km } km away.
   *[other] It was sold in { $from } and, { $hours } hours apart, was in { $to }, { $km } km away.
}
reason-two-places = { $from ->
    [none] The trade reports it in two places that one pack can't be in both: in one { $first }, in the other { $again }.
   *[other] The trade reports it in { $from }, { $first }, and in { $to }, { $again }. One pack can't be in both places.
}
reason-seen-after-end = It was checked { $last }, after it had been reported destroyed or recycled { $since }.
reason-first-seen-expired = Nobody checked it before { $first }, after its date had passed: { $on }.
reason-lot-astray = Of { $of } packs of this batch that were checked, { $units } were in { $seen }, for which it was not made.
reason-wrong-market = It was made for { $intended } and was checked in { $seen }.
reason-signature-wrong = The signature in this code does not fit what the code says.
reason-signature-unknown-key = The code is signed with a key, { $key }, that is none of { $brand }'s here.
reason-signature-revoked = The code is signed, with a key that { $brand } has revoked since: { $on }.
reason-signature-missing = { $brand } signs the codes of this pack, and this code is not signed.
reason-signature-valid = { $brand } signed exactly what this code says.
reason-last-seen = On its planned way it was last seen { $at }.
reason-batch-differs = The code says batch { $code }. On record is batch { $record }.
reason-expiry-differs = The code says { $code } as expiry. On record is { $record }.
reason-expired = { $days ->
    [one] It expired on { $on }, yesterday.
   *[other] It expired on { $on }, { $days } days ago.
}
reason-past-best-before = { $days ->
    [one] It was best before { $on }, yesterday.
   *[other] It was best before { $on }, { $days } days ago.
}
reason-unknown-product = No brand that uses Touchstone has issued this number.
reason-unknown-serial = { $brand } has not told us about this pack's number.
reason-unknown-batch = { $brand } has not told us about batch { $batch }.
reason-not-an-identity = The code holds no product number.
reason-no-serial = This code has no number of its own for the single pack.
reason-in-house-number = The product's number is { $brand }'s own, without a GS1 licence.
reason-issued = { $brand } issued this pack.
reason-issued-when-made = For this batch a number counts as issued once it is made; nothing says yet that it is on a pack.
reason-not-yet-issued = { $state ->
    [printed] { $brand } made this number and printed it; it is not yet on record that it is on a pack.
    [applied] { $brand } put this number on a pack; it is not yet on record that the pack has left.
   *[allocated] { $brand } made this number; it is not yet on record that it was printed.
}
reason-revealed = You revealed the hidden code { $at }, and nobody else did.
reason-revealed-before = The hidden code was revealed { $at }, in another browser.
reason-revealed-again = The hidden code was revealed { $first }, and by somebody else { $again }.
reason-first-check = This is the first check of this code.
reason-checked-before = { $checks ->
    [one] It was checked once before, { $first }.
   *[other] It was checked { $checks } times, first { $first }.
}
reason-checked-by-you = You checked this code before; nobody else did.
reason-good-until = { $days ->
    [0] Good until today.
    [one] Good until { $on }, one more day.
   *[other] Good until { $on }, { $days } more days.
}
limit-unit-stolen = If you bought it in good faith, ask the brand, and keep the receipt.
limit-said-stolen = They registered it with nothing but the code that all can see. Ask whoever offers it for the receipt.
limit-never-issued = A printing error would look the same: compare the pack before you decide.
limit-never-issued-typed = A slip in typing is the likeliest cause.
limit-impossible-travel = One of the two packs may be real. We can't tell from the code which.
limit-many-sessions = A display piece in a shop can be scanned this often, too.
limit-many-owners = A family with many phones looks the same to us.
limit-many-countries = Somebody may have put a picture of the code on the internet.
limit-many-towns = Somebody may have moved, or given it away.
limit-sold-elsewhere = A clock that is wrong would look the same.
limit-two-places = One of the two reports may be a mistake.
limit-seen-after-end = Perhaps it was never destroyed.
limit-first-seen-expired = Perhaps it lay in a drawer.
limit-lot-astray = That says nothing against the pack itself, only against its way here.
limit-wrong-market = Somebody may simply have taken it along on a journey.
limit-unknown-product = It may be real: not every brand is here.
limit-unknown-serial = That says nothing for or against it.
limit-no-serial = A copy of this code looks the same to us.
limit-in-house-number = Elsewhere the same number can stand for something else.
limit-issued = The code alone can't tell a copy from the original.
limit-issued-when-made = A list of codes that was stolen before they were printed would look the same.
limit-not-yet-issued = The report may be late, or a list of codes was stolen. That is no proof of a fake.
limit-signature-wrong = Somebody wrote or changed this code who does not have the brand's key. A damaged code is not read at all.
limit-signature-unknown-key = That says nothing for or against it.
limit-signature-revoked = Whoever has that key can sign codes of their own: the signature says nothing any more.
limit-signature-missing = A pack may carry a second code without it. Scan the other one, too.
limit-signature-valid = A copy of the code has the same signature.
limit-revealed = That holds for the pack that you found the code in, and for no other.
limit-revealed-before = If that was you, all is well. If the seal of the pack in your hand is whole, its code was copied: ask the brand.
limit-revealed-again = Somebody with a second phone, or who got the pack from its first owner, looks the same to us.
limit-first-check = On a copied code, the copy may be checked first.
limit-checked-before = Households, shops and inspectors look more than once.
limit-past-best-before = Best before is not use by: look, smell, taste.

## Places as a reason names them
source-device = Place: the phone's own location
source-typed = Place: as typed
source-address = Place: guessed from the network address, which can be wrong

## Next steps
steps-title = What to do now
step-stop-using = Stop using it
step-do-not-accept = Do not accept, buy or use it
step-claim = Ask for your refund or repair
step-check-typing = Compare the number with the pack once more
step-check-batch = Compare the batch on the pack
step-compare-pack = Compare it with the pack
step-ask-brand = Ask { $brand }
step-report = Tell { $brand } what is wrong
step-register = Register it
step-recycle = See how to recycle it
step-scan-another = Scan another code

## The product
usage-title = Use and storage
batch-title = Batch { $batch }
batch-produced = Made
batch-expiry = Use by
batch-best-before = Best before
batch-origin = Where it comes from
batch-advice = For this batch
batch-days = That is
batch-days-left = { $days ->
    [0] the last day
    [one] one more day
   *[other] { $days } more days
}
batch-days-past = { $days ->
    [one] over since yesterday
   *[other] over for { $days } days
}
batch-allergens = Allergens:
batch-safety = Mind:
batch-serving = Preparing and serving
batch-storage = Keeping
batch-dose = Dose
batch-care = Care
batch-markets = Made for
unit-title = This pack
unit-serial = Number of this pack

## Links of the brand
links-title = More from { $brand }
links-choose = There are several. Choose one; each leads to another site.

## Journey
journey-title = Where it has been
journey-empty = The brand has not shared this pack's journey.
journey-gap = { $days ->
    [one] Nothing known for one day
   *[other] Nothing known for { $days } days
}
journey-made-from = What it was made from
journey-carried = In its container and on its pallet
did-commissioning = Numbered
did-creating-class-instance = Made
did-transforming = Made
did-transformation = Made
did-harvesting = Harvested
did-packing = Packed
did-unpacking = Unpacked
did-shipping = Sent
did-departing = Left
did-transporting = On its way
did-arriving = Arrived
did-receiving = Received
did-storing = Stored
did-stocking = Put on the shelf
did-loading = Loaded
did-unloading = Unloaded
did-inspecting = Inspected
did-accepting = Accepted
did-retail-selling = Sold
did-dispensing = Dispensed
did-holding = Held back
did-destroying = Destroyed
did-collecting = Collected for recycling
did-decommissioning = Taken out of service
did-returning = Returned
did-repairing = Repaired
did-other = Seen
was-stolen = reported stolen
was-destroyed = destroyed
was-recalled = recalled
was-damaged = damaged

## Recycling
recycling-title = Recycling
recycling-near-label = Town or postcode
recycling-near-send = Find places
recycling-near-me = Use my location
recycling-near-unknown = We have no place near “{ $near }” on our list. Try the nearest larger town.
recycling-places = Places that take it
recycling-place-km = { $km } km
recycling-place-map = Open in map
recycling-places-more = { $count ->
    [one] One more place
   *[other] { $count } more places
}
material-glass = Glass
material-paper = Paper
material-cardboard = Cardboard
material-pet = PET plastic
material-plastic = Plastic
material-metal = Metal
material-aluminium = Aluminium
material-organic = Organic
material-electronics = Electronics
material-batteries = Batteries
material-medicine = Medicine
material-residual = Residual waste
part-grams = { $grams } g
part-recycled = { $percent } % recycled
part-reusable = reusable

## Recall
recall-title = Product safety recall
recall-possible-title = Product safety recall: compare the batch
recall-possible = It is not certain that it is about this pack. Compare what is printed on the pack with this:
recall-possible-notice = Taken from a notice of { $source }, number { $number }. { $brand } has not confirmed that it is about this product.
recall-notice-source = Taken from a notice of { $source }, number { $number }.
notice-openfda = the U.S. Food and Drug Administration
notice-cpsc = the U.S. Consumer Product Safety Commission
notice-safety-gate = Safety Gate of the European Union
recall-what = What is recalled
recall-number = Recall { $number }
recall-batches = Batches: { $batches }
recall-serials = Numbers: { $serials }
recall-produced = Produced { $days }
recall-expires = Expiry or best before { $days }
recall-days = from { $from } to { $to }
recall-days-from = from { $from } on
recall-days-to = up to { $to }
recall-where-to-look = Where to look
recall-sold = Where it was sold
recall-share = Please tell others who may have it.
recall-check-batch = Batch on the pack
recall-check-send = Check this batch
notice-instruction = Do not use it before you have compared what is printed on it with this notice.
recall-published = Published on { $on }
recall-hazard = The danger
recall-instruction = What to do now
recall-remedies = You can have
remedy-refund = your money back
remedy-repair = it repaired
remedy-replacement = a replacement
place-gives = Here you can get { $remedies }.
near-unknown = “{ $near }” is no place that is known here: the places below are in no order. Type a larger town nearby.
recall-places = Where to bring it
recall-contact = Questions
claim-title = Ask for it here
claim-remedy = What would you like?
claim-note = What happened?
claim-email = E-mail, for the answer
claim-send = Send the claim
claim-done-title = Your claim is with { $brand }
claim-done-text = Keep the reference and the code. With both you can look it up, and nobody else can.
claim-asked = You asked for { $remedy }.
claim-status-open = Open: nobody has decided yet. A claim is never closed without a person's decision.
claim-status-need-more = The brand needs something from you. Read its message and answer below.
claim-status-accepted = Accepted: you will get what you asked for, or what the message says.
claim-status-paid = Settled: your money was paid back.
claim-status-repaired = Settled: it was repaired.
claim-status-replaced = Settled: you got another one.
claim-status-refused = Refused, for the reason in the message.
claim-is-open = Open
claim-is-need-more = More is needed
claim-is-accepted = Accepted
claim-is-paid = Paid back
claim-is-repaired = Repaired
claim-is-replaced = Replaced
claim-is-refused = Refused
claim-steps-title = What became of it
claim-by-you = You
claim-answer-label = Your answer
claim-answer-send = Send the answer
claim-mail-subject = Your claim { $reference } with { $brand }
claim-mail-about = This is about your claim { $reference }: { $product }.
claim-mail-says = { $brand } writes:
claim-mail-where = With your reference and your code you can look it up and answer: { $address }
reference-label = Reference
code-label = Code
see-mine = Look it up

## Registration
register-title = Register it
register-why = A record of your purchase and recall notices, without an account.
register-points = { $points ->
    [one] One point for you
   *[other] { $points } points for you
}
register-warranty = { $months ->
    [one] One month of warranty from the purchase
   *[other] { $months } months of warranty from the purchase
}
register-bought-on = Bought on
register-shop = Shop
register-receipt = Number on the receipt
register-receipt-hint = Where the shop told it with the sale, it proves that the pack is yours. It is compared and not kept.
register-email = E-mail, only for warranty and recall notices
register-send = Register
register-taken = Somebody has registered this pack already. If it is yours and that was not you, ask the brand.
register-done-title = Registered
register-done-text = Keep the reference and the code: with both you can look it up or erase it on any device, and nobody else can. In this browser you need neither.
warranty-until = Warranty until { $on }
points-earned = { $points ->
    [one] One point earned
   *[other] { $points } points earned
}

## Being told of a recall
follow-title = Be told of a recall
follow-why = If this is recalled later, you hear of it. Nothing else is sent, and you need no account.
follow-email = E-mail
follow-by-mail = Tell me by e-mail
follow-by-link = Give me a private link
follow-link-why = A page of your own that shows what has changed. Keep its address.
follow-by-push = Show a notice on this device
follow-push-none = This server sends no notices to devices.
follow-push-script = Notices on this device need JavaScript, which is off here. The ways below work without it.
follow-push-install = On an iPhone or iPad, notices come only to the installed app: open the Share menu, choose Add to Home Screen, and open it from there. The ways below work at once.
follow-push-unable = This browser can't show notices. The ways below work all the same.
follow-push-denied = Notices are blocked for this page. Allow them in the browser's settings, or take one of the ways below.
follow-push-failed = That did not work: the browser's push service, or ours, gave no answer. Try again, or take one of the ways below.
follow-page-title = What you follow
follow-done-title = Noted
follow-done-mail = We have written to you. Open the link in that mail to say yes: before, nothing else is sent.
follow-done-confirmed = If it is recalled, we write to you. Each such mail has a link that ends them.
follow-done-push = If it is recalled, this device shows a notice.
follow-done-link = Look at your private page whenever you like: it shows whether it was recalled.
follow-asked-title = Shall we tell you?
follow-asked = Somebody asked that we write to you if { $product } of { $brand } is recalled.
follow-yes = Yes, tell me
follow-ended-title = Ended
follow-ended = You are told nothing more about { $product }, and what you gave us for it is erased.
follow-to-pack = To the pack's page
follow-nothing = No recall covers it. You follow it since { $since }.
follow-recalled = Recalled on { $on }: stop using it.
follow-possible = Perhaps recalled on { $on }: compare the batch on the pack.
follow-new = new
follow-what-to-do = What to do now
follow-keep-title = Your private page
follow-keep = Whoever has this address can see this page and end it. It says nothing about you.
follow-end = Tell me no more
follow-waits = Waits for the yes in your mail.
follow-mine-title = What you follow in this browser
follow-mail-subject = Shall we tell you of recalls of { $product }?
follow-mail-asked = Somebody, we hope you, asked to be told if { $product } of { $brand } is recalled.
follow-mail-confirm = Open this to say yes: { $address }
follow-mail-ignore = If that was not you, do nothing: nothing else is sent.
alert-subject = Product safety recall: { $product }
alert-about = { $brand } has recalled { $product }, which you asked to be told about. The recall was published on { $on }.
alert-subject-possible = Product safety recall, compare the batch: { $product }
alert-about-possible = A recall of { $product }, which you asked to be told about, was published on { $on }. It may be about your pack: compare what is printed on it.
alert-where = What to do, and what you can have for it: { $address }
alert-why = You get this because you asked for it. To end it: { $address }

## Hidden code
reveal-title = The code under the seal
reveal-why = This pack has a second code where nobody sees it before the pack is opened. It confirms the pack.
reveal-once = It counts once: whoever types it first gets the confirmation, and everybody after is told that it was used. Type it only when the pack is yours.
reveal-code = Code under the seal
reveal-send = Confirm, once
reveal-send-all-the-same = Check it all the same
reveal-is-yours = You typed its hidden code { $when }, and it was right.
reveal-is-known = Its hidden code was typed before: { $when }, in another browser.
reveal-first-title = Confirmed
reveal-first-text = The code is right, and nobody had typed it before. { $brand } put it into one pack, and only whoever opens that pack can read it.
reveal-yours-title = Confirmed by you
reveal-before-title = Typed before
reveal-before-text = The code is right, but somebody typed it before: { $when }, in another browser. If that was not you, do not use the pack, and ask { $brand }: the code was copied, or the pack was opened.
reveal-back = Back to the pack

## My products
mine-title = My products and claims
mine-intro = Type the reference and the code that you were given.
mine-look-up = Look up
mine-erase = Erase it
mine-erase-why = Erases what you gave us, at once and for good. Points go back.
mine-erased = Erased. Nothing that you gave us for { $reference } is left.
mine-unknown = No registration or claim has this reference and code. Check both; letters may be upper or lower case.
mine-registered-at = Registered { $when }
mine-opened-at = Opened { $when }

## The code itself
code-title = The code
code-text = As scanned
code-faults = What is wrong with it
code-elements = What it holds
code-typed = Typed by hand
ai-00 = the shipping number
ai-01 = the product number
ai-02 = the product number of the content
ai-10 = the batch
ai-11 = the production date
ai-12 = the due date
ai-13 = the packaging date
ai-15 = the best-before date
ai-16 = the sell-by date
ai-17 = the expiry date
ai-20 = the variant
ai-21 = the serial number
ai-22 = the variant of the product
ai-37 = the count
ai-240 = the additional number
ai-250 = the second serial number
ai-414 = the place number
ai-8003 = the number of the returnable asset
ai-8004 = the asset number
ai-8006 = the part number
ai-8020 = the payment number
ai-other = the value of ({ $ai })
ai-none = this value
fault-empty = There is nothing in it. Scan or type the code again.
fault-no-gs1-data = There is no product number in it.
fault-unsupported-symbology = Codes of the kind “{ $part }” carry no GS1 data.
fault-link-in-gs1-mode = A link must not stand in a GS1 code: it belongs in a plain QR Code or Data Matrix.
fault-unknown-ai = “{ $text }” is no GS1 application identifier. Check for a slip, or scan again.
fault-empty-element = Something is missing here: there is nothing between two separators or brackets.
fault-empty-value = There is nothing behind { $title }. Check for a slip, or scan again.
fault-unbalanced-brackets = The brackets around “{ $text }” don't pair.
fault-too-many-elements = There is more in it than a pack can carry, from “{ $text }” on.
fault-not-a-gtin = “{ $text }” is not what such a code holds: a product number of { $digits } digits.
fault-malformed-urn = “{ $text }” is not written as an EPC must be: urn:epc:id:sgtin:9506000.013435.A1, say.
fault-illegal-uri-character = “{ $text }” is a character that a link can't have.
fault-illegal-uri-host = “{ $text }” is no name that a link can lead to.
fault-mixed-case-scheme = “{ $text }” must be all small letters or all capitals.
fault-not-a-qualifier = { $title } can't stand in the path behind the number that the link is about. It belongs behind the question mark, or in another link.
fault-qualifier-order = “{ $text }” stands in an order that a link may not have.
fault-not-an-attribute = A link may not carry { $title } behind its question mark.
fault-belongs-in-path = A link must carry { $title } before its question mark.
fault-too-short = “{ $text }” is too short for { $title }. Something is missing.
fault-too-long = “{ $text }” is more than { $title } may hold.
fault-not-a-digit = “{ $text }” stands where { $title } must have a digit.
fault-not-cset-82 = “{ $text }” is a character that { $title } may not have.
fault-not-cset-39 = “{ $text }” is a character that { $title } may not have: it has capitals, digits, and # - / only.
fault-not-cset-64 = “{ $text }” is a character that { $title } may not have: it has letters, digits, hyphens, underscores and = only.
fault-not-cset-32 = “{ $text }” can't be a check character. Compare the last two characters with the pack.
fault-incorrect-check-digit = The last digit, “{ $text }”, does not fit the others: one of them is wrong. Compare all digits with the pack.
fault-incorrect-check-pair = The last two characters, “{ $text }”, don't fit the others: one of them is wrong. Compare all characters with the pack.
fault-not-a-company-prefix = “{ $text }” can't be where a company's number begins.
fault-illegal-month = “{ $text }” is no month.
fault-illegal-day = “{ $text }” is no day of that month.
fault-illegal-hour = “{ $text }” is no hour of a day.
fault-illegal-minute = “{ $text }” is no minute of an hour.
fault-illegal-second = “{ $text }” is no second of a minute.
fault-not-a-country = “{ $text }” is no country's code.
fault-not-a-currency = “{ $text }” is no currency's code.
fault-not-a-sex = “{ $text }” is none of the codes 0, 1, 2 and 9 for a person's sex.
fault-not-a-media-type = “{ $text }” is no code for what a person's identity is printed on.
fault-not-a-package-type = “{ $text }” is no code for a kind of package.
fault-not-an-importer-index = “{ $text }” can't be an importer's index: it is one letter, digit, hyphen or underscore.
fault-illegal-latitude = “{ $text }” lies beyond the pole.
fault-illegal-longitude = “{ $text }” goes around the Earth more than once.
fault-not-zero = “{ $text }” stands where a zero must be.
fault-zero = Nothing but zeros can't be { $title }.
fault-zero-prefix = “{ $text }” must not begin with a zero.
fault-not-yes-or-no = For { $title }, only 0 or 1 is possible.
fault-not-a-hyphen = “{ $text }” stands where a hyphen must be: it means below zero.
fault-illegal-winding = “{ $text }” is none of the winding directions 0, 1 and 9.
fault-needs-non-digit = “{ $text }” has digits only; { $title } has another character among them.
fault-not-iban = “{ $text }” is a character that no bank account's number has.
fault-incorrect-iban-check = The check digits of the bank account, “{ $text }”, don't fit the rest of it.
fault-bad-percent-encoding = “{ $text }” is no character: a percent sign needs two hexadecimal digits behind it.
fault-odd-piece-of-total = “{ $text }” can't be split into a piece and a total.
fault-zero-piece = Pieces are counted from one: “{ $text }” can't be.
fault-zero-total = A total of “{ $text }” pieces can't be.
fault-piece-exceeds-total = “{ $text }” names a piece beyond the total.
fault-malformed-sequence = “{ $text }” must be a position and an end, such as 1/3.
fault-position-exceeds-end = “{ $text }” names a position beyond the end.
fault-coupon-missing = The coupon's { $part } is missing.
fault-coupon-truncated = The coupon's { $part } is too short: “{ $text }”.
fault-coupon-illegal = The coupon's { $part } can't be “{ $text }”.
fault-coupon-expires-before-start = The coupon ends before it starts: “{ $text }”.
fault-coupon-excess = The coupon goes on behind its last field: “{ $text }”.
fault-missing-association = With { $title }, a pack must carry { $others } too, in this code or in another.
fault-excluded-pair = A pack can't carry { $title } and { $others } together.
fault-repeated-ai = { $title } is there more than once: “{ $text }” is one of them.
fault-unsigned-serial = The digital signature signs { $title }, which must have its serial then: “{ $text }” has none.
fault-short-gtin = “{ $text }” is an older way to write the product number: links write all 14 digits now.
fault-trailing-slash = The link ends with a slash that it should not have.
fault-other = “{ $text }” can't be right.
list-or = { $first } or { $last }
coupon-format-code = format code
coupon-funder-length = length of the funder
coupon-funder = funder
coupon-company-prefix-length = length of the company's number
coupon-company-prefix = company's number
coupon-offer-code = offer code
coupon-save-value-length = length of the saving
coupon-save-value = saving
coupon-additional-purchase-rules-code = code for further purchases
coupon-first-purchase-requirement-length = length of the first purchase's requirement
coupon-first-purchase-requirement = first purchase's requirement
coupon-first-purchase-requirement-code = code of the first purchase's requirement
coupon-first-purchase-family-code = family code of the first purchase
coupon-second-purchase-requirement-length = length of the second purchase's requirement
coupon-second-purchase-requirement = second purchase's requirement
coupon-second-purchase-requirement-code = code of the second purchase's requirement
coupon-second-purchase-family-code = family code of the second purchase
coupon-second-purchase-company-prefix-length = length of the company's number of the second purchase
coupon-second-purchase-company-prefix = company's number of the second purchase
coupon-third-purchase-requirement-length = length of the third purchase's requirement
coupon-third-purchase-requirement = third purchase's requirement
coupon-third-purchase-requirement-code = code of the third purchase's requirement
coupon-third-purchase-family-code = family code of the third purchase
coupon-third-purchase-company-prefix-length = length of the company's number of the third purchase
coupon-third-purchase-company-prefix = company's number of the third purchase
coupon-expiration-date = last day
coupon-start-date = first day
coupon-serial-number-length = length of the serial number
coupon-serial-number = serial number
coupon-retailer-company-prefix-length = length of the retailer's number
coupon-retailer-company-prefix = retailer's number
coupon-save-value-code = code of the saving
coupon-save-value-applies-to = item that the saving is for
coupon-store-coupon-flag = mark of a store coupon
coupon-dont-multiply-flag = mark against multiplying

## Demo
demo-title = Demo labels
demo-intro = Open the scanner on a phone and point it at a label on this screen. Each says what it should answer.
demo-expect = Should answer
demo-open = Open its page

## Countries that the demo and many others need; elsewhere the code is shown
country-ae = United Arab Emirates
country-ar = Argentina
country-at = Austria
country-au = Australia
country-ba = Bosnia and Herzegovina
country-bd = Bangladesh
country-be = Belgium
country-bg = Bulgaria
country-br = Brazil
country-ca = Canada
country-ch = Switzerland
country-ci = Côte d’Ivoire
country-cl = Chile
country-cn = China
country-co = Colombia
country-cr = Costa Rica
country-cy = Cyprus
country-cz = Czechia
country-de = Germany
country-dj = Djibouti
country-dk = Denmark
country-do = Dominican Republic
country-dz = Algeria
country-ec = Ecuador
country-ee = Estonia
country-eg = Egypt
country-es = Spain
country-et = Ethiopia
country-fi = Finland
country-fr = France
country-gb = United Kingdom
country-ge = Georgia
country-gh = Ghana
country-gr = Greece
country-gt = Guatemala
country-hk = Hong Kong
country-hn = Honduras
country-hr = Croatia
country-hu = Hungary
country-id = Indonesia
country-ie = Ireland
country-il = Israel
country-in = India
country-is = Iceland
country-it = Italy
country-jo = Jordan
country-jp = Japan
country-ke = Kenya
country-kr = South Korea
country-kz = Kazakhstan
country-li = Liechtenstein
country-lk = Sri Lanka
country-lt = Lithuania
country-lu = Luxembourg
country-lv = Latvia
country-ma = Morocco
country-md = Moldova
country-me = Montenegro
country-mk = North Macedonia
country-mt = Malta
country-mx = Mexico
country-my = Malaysia
country-ng = Nigeria
country-nl = Netherlands
country-no = Norway
country-nz = New Zealand
country-pa = Panama
country-pe = Peru
country-ph = Philippines
country-pk = Pakistan
country-pl = Poland
country-pt = Portugal
country-ro = Romania
country-rs = Serbia
country-ru = Russia
country-rw = Rwanda
country-sa = Saudi Arabia
country-se = Sweden
country-sg = Singapore
country-si = Slovenia
country-sk = Slovakia
country-sn = Senegal
country-th = Thailand
country-tn = Tunisia
country-tr = Türkiye
country-tw = Taiwan
country-tz = Tanzania
country-ua = Ukraine
country-ug = Uganda
country-us = United States
country-uy = Uruguay
country-uz = Uzbekistan
country-vn = Vietnam
country-za = South Africa

## Problems, by the kind that the server names; the server's own sentences are in English
problem-code = This link is damaged: a digit of its product number is wrong, or something is missing. Compare it with the pack, or scan the code again.
problem-form-expired = This form has expired, or was not opened in this browser. Open the page again and send it once more.
problem-not-found = There is nothing at this address. Check it, or start from the first page.
problem-no-link = Nothing of this kind is linked here for this product. Open the page from the code on the pack.
problem-no-such-reference = No registration or claim has this reference and code. Check both and try again.
problem-not-on-record = This pack is not on the brand's record, so it can't be registered. Scan its code again.
problem-too-slow = The request took too long. Try again, perhaps from a better network.
problem-taken = Somebody has registered this pack already. If it is yours and that was not you, ask the brand.
problem-blocked = This pack can't be registered: the brand's record says that it must not be sold or used.
problem-not-sold = This pack is not sold yet by the brand's record, so it can't be registered. Ask the shop to record the sale, then try again.
problem-ownership-moved = This has changed meanwhile. Look it up again, and see what can be done.
problem-no-proof = This link shows nothing any more: its time is over, or the pack has another holder. Ask whoever gave it to you for a new one.
problem-claimed = There is a claim for this pack already. If it is yours and that was not you, ask the brand.
problem-claim-moved = This claim stands otherwise by now: somebody was faster. Open it again and look.
problem-body-too-large = This is too large. Send less, or a smaller picture.
problem-field = Something in the form is not right: check the e-mail address, the date, and the length of the text.
problem-not-covered = This recall doesn't cover this pack, or doesn't offer this remedy. Open the pack's page and choose from what it offers.
problem-picture = This picture can't be read. Take another one, as JPEG or PNG.
problem-too-many = Too many requests came from your network, or about this code, in a short time. Wait a moment, then try again.
problem-busy = Too many pictures are being read just now. Try again in a few seconds, or type the number.
problem-records = The server can't reach its records just now. Nothing was lost; try again in a minute.
problem-internal = Something broke on the server. It has been noted; try again in a minute.
