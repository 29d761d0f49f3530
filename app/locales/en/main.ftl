# English. Ids are kebab-case; every id stands in every locale, with the same variables.

## Everywhere
brand-name = Touchstone
tagline = Scan it. Know what it is, whether to trust it, and what to do next.
skip-to-content = Skip to content
nav-label = Main
nav-scan = Scan
nav-history = History
nav-mine = My products
nav-home = Home
language-label = Language
footer-privacy = No account, no third party. What you scan stays on this device and with the brand whose product it is.
stored-copy = You are offline. This page was loaded on { $when } and has not been checked again.
details = Details
optional = optional
send = Send
close = Close

## Standings: the word, and the sentence below it
standing-recalled = Recalled: stop using
standing-blocked = Do not accept
standing-not-issued = Not issued by { $brand }
standing-suspect = Be careful
standing-mismatch = Does not match
standing-expired = Expired
standing-unknown = Not known here
standing-product = { $product }
standing-batch = { $product }, batch { $batch }
standing-issued = Issued by { $brand }
standing-confirmed = Confirmed
standing-unchecked = Not checked yet
about-recalled = This product is under recall. Stop using it.
about-blocked = This very pack must not be sold or used.
about-not-issued = { $brand } did not issue a pack with this number.
about-suspect = Something about where and how often this code was seen is not right.
about-mismatch = What is printed in the code and what the brand has on record differ.
about-expired = Its date has passed.
about-unknown = We don't know this code. That does not make it a fake.
about-product = This code names the product. It does not tell one pack from another.
about-batch = This code names the batch. It does not tell one pack from another.
about-issued = No warning signs. A code can be copied: compare the picture and the batch.
about-confirmed = The hidden code under the seal was revealed once.
about-unchecked = You are offline. It is kept and will be checked when there is a network.
about-unreachable = Our server does not answer. The code is kept and will be checked as soon as it does.
caution-unchecked = Medicine or food for small children: wait with it until it is checked.
also = Also: { $standings }

## Cautions, for medicine and the like
caution-do-not-use = Do not use it. Ask your pharmacist or doctor what to use meanwhile.
caution-do-not-use-until-clear = Do not use it until this is settled. Ask your pharmacist or doctor.

## Reasons, each with its evidence; limits say what it can't tell
reasons-title = Why we say so
reason-recalled = { $scope ->
    [batch] This batch was recalled on { $on }.
    [serials] Packs with these numbers were recalled on { $on }.
   *[product] This product was recalled on { $on }.
}
reason-unit-stolen = This pack was reported stolen.
reason-unit-destroyed = This pack was reported destroyed.
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
reason-wrong-market = It was made for { $intended } and was checked in { $seen }.
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
reason-issued = { $brand } issued this pack.
reason-revealed = The hidden code was revealed { $at }.
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
limit-unit-stolen = If you bought it in good faith, keep the receipt and ask the brand.
limit-never-issued = A printing error would look the same: compare the pack before you decide.
limit-never-issued-typed = A slip in typing is the likeliest cause.
limit-impossible-travel = One of the two packs may be real. We can't tell from the code which.
limit-many-sessions = A display piece in a shop can be scanned this often, too.
limit-wrong-market = Somebody may simply have taken it along on a journey.
limit-unknown-product = It may be real: not every brand is here.
limit-unknown-serial = That says nothing for or against it.
limit-no-serial = A copy of this code looks the same to us.
limit-issued = The code alone can't tell a copy from the original.
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
step-compare-pack = Compare it with the pack
step-ask-brand = Ask { $brand }
step-register = Register it
step-recycle = See how to recycle it
step-scan-another = Scan another code

## The product
product-title = The product
compare-title = Compare with the pack in your hand
usage-title = Use and storage
batch-title = Batch { $batch }
batch-produced = Made
batch-expiry = Use by
batch-best-before = Best before
batch-origin = Where it comes from
batch-advice = For this batch
batch-markets = Made for
unit-title = This pack
unit-serial = Number of this pack

## Journey
journey-title = Where it has been
journey-empty = The brand has not shared this pack's journey.
journey-gap = { $days ->
    [one] Nothing known for one day
   *[other] Nothing known for { $days } days
}
journey-made-from = What it was made from
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

## Recall
recall-title = Product safety recall
recall-published = Published on { $on }
recall-hazard = The danger
recall-instruction = What to do now
recall-remedies = You can have
remedy-refund = your money back
remedy-repair = it repaired
remedy-replacement = a replacement
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
reference-label = Reference
code-label = Code
see-mine = Look it up

## Registration
register-title = Register it
register-why = Proof of purchase and recall notices, without an account.
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
register-email = E-mail, only for warranty and recall notices
register-send = Register
register-taken = Somebody has registered this pack already. If it is yours and that was not you, ask the brand.
register-done-title = Registered
register-done-text = Keep the reference and the code. With both you can look it up or erase it, and nobody else can.
register-claimed = Registered on your word alone: the code is printed on the pack for everyone to see.
warranty-until = Warranty until { $on }
points-earned = { $points ->
    [one] One point earned
   *[other] { $points } points earned
}

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
rewards-title = Points
rewards-sum = { $points ->
    [one] One point
   *[other] { $points } points
}
rewards-empty = No points yet. Registering a product earns some.
reward-registration = Registration { $reference }
reward-registration-erased = Registration { $reference } erased

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
ai-8003 = the asset number
ai-8004 = the asset number
ai-8006 = the part number
ai-8020 = the payment number
ai-other = the value of ({ $ai })
ai-none = this value
fault-empty = There is nothing in it. Scan or type the code again.
fault-unknown-ai = “{ $text }” is no GS1 application identifier. Check for a slip, or scan again.
fault-too-short = “{ $text }” is too short for { $title }. Something is missing.
fault-too-long = “{ $text }” is more than { $title } may hold.
fault-not-a-digit = “{ $text }” stands where { $title } must have a digit.
fault-not-cset-82 = “{ $text }” is a character that { $title } may not have.
fault-not-cset-39 = “{ $text }” is a character that { $title } may not have.
fault-not-cset-64 = “{ $text }” is a character that { $title } may not have.
fault-incorrect-check-digit = The last digit, “{ $text }”, does not fit the others: one of them is wrong. Compare all digits with the pack.
fault-illegal-month = “{ $text }” is no month.
fault-illegal-day = “{ $text }” is no day of that month.
fault-illegal-time = “{ $text }” is no time of day.
fault-not-zero = “{ $text }” stands where a zero must be.
fault-zero = Nothing but zeros can't be { $title }.
fault-not-yes-or-no = For { $title }, only 0 or 1 is possible.
fault-missing-separator = A separator is missing before “{ $text }”.
fault-unbalanced-brackets = The brackets around “{ $text }” don't pair.
fault-repeated-ai = “{ $text }” says something else for { $title } than before.
fault-bad-percent-encoding = “{ $text }” is not written as a link must write it.
fault-qualifier-order = “{ $text }” stands in an order that a link may not have.
fault-not-an-attribute = A link may not carry { $title } behind its question mark.
fault-no-gs1-data = There is no product number in it.
fault-other = “{ $text }” can't be right.

## Home
home-title = What do you have in your hand?
home-scan = Scan a code
home-points-title = What you get
home-point-trust = Whether the brand issued it, and what speaks against it.
home-point-recall = Whether it is recalled, and how to get your money back.
home-point-journey = Where it comes from, and how it got to you.
home-point-recycle = What to do with every part of the pack.
home-demo = Try it with the demo labels

## Scan
scan-title = Scan
scan-why-camera = The camera looks for a code. No picture leaves your phone.
scan-start = Start the camera
scan-stop = Stop
scan-photo = Photo
scan-photo-label = Choose a photo of the code
scan-photo-send = Read the photo
scan-type = Type it
scan-type-label = Number or link on the pack
scan-type-hint = For example (01)09506000134352(21)A1, or the digits below the bars
scan-type-send = Check it
scan-paste = Paste
scan-torch = Light
scan-torch-off = Light off
scan-lens = Other camera
scan-zoom = Zoom
scan-looking = Looking for a code…
scan-starting = Starting the camera…
scan-hold = Code in view. Hold still, or come closer.
scan-checking = Checking…
scan-several = { $count ->
    [one] One code in view. Tap it to check it.
   *[other] { $count } codes in view. Which one?
}
scan-no-code = There is no code in this photo that we can read. Try again closer, sharper, and without glare.
scan-unreadable = There is a code in this photo, but it is too damaged or blurred to read. Try closer, or type the number.
scan-worker-lost = The reader had to start again. Hold the code in view once more.
scan-outdated = A new version is there. Reload, and scan again.
scan-no-picture = This file is no picture that the browser can open. Choose another one.
scan-no-wasm = This browser can't run the camera reader. Choose a photo or type the number: both work here.
camera-denied = The camera is not allowed for this page. Allow it in the browser's settings for this site, or choose a photo.
camera-none = This device has no camera that the browser can use. Choose a photo or type the number.
camera-busy = The camera is in use by another app. Close it, or choose a photo.
camera-lost = The camera stopped. Start it again, or choose a photo.
camera-insecure = Browsers allow the camera only on a secure page (https). Open this page with https, or choose a photo.
camera-slow = If nothing asks you for the camera, open this page in your own browser, or choose a photo.
camera-retry = Try again
other-uri-title = This code is a link
other-uri-text = It leads to { $host } and not to a product here. We don't open it by ourselves.
other-uri-open = Open { $host }
other-text-title = This code is a note
other-text-text = It holds text and no product number:
result-back = Scan another

## History
history-title = History
history-empty = Nothing scanned on this device yet.
history-open = Open
history-erase = Erase
history-erase-all = Erase all
history-erased = Erased.
history-undo = Undo
history-pending = Waiting for a network
history-private = This list is kept on this device only.

## Trouble on the way
offline = There is no network. What you typed is kept; try again when there is one.
refused = The server did not accept it: { $detail }
broken = The server has a problem. What you typed is kept; try again in a minute.
try-again = Try again
problem-title = That did not work
problem-reference = If you ask about it, name { $instance }.
update-ready = A new version is ready.
update-now = Reload now
install = Install as an app

## Demo
demo-title = Demo labels
demo-intro = Open the scanner on a phone and point it at a label on this screen. Each says what it should answer.
demo-expect = Should answer
demo-open = Open its page

## Time
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
just-now = just now
minutes-ago = { $n ->
    [one] a minute ago
   *[other] { $n } minutes ago
}
hours-ago = { $n ->
    [one] an hour ago
   *[other] { $n } hours ago
}
days-ago = { $n ->
    [one] yesterday
   *[other] { $n } days ago
}
list-and = { $first } and { $last }

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
