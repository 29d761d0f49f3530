# The field inspector's page.

title = Inspection
to-desk = To the desk
parts = Parts of this page
understood = Understood
close = Close
more = One more
less = One less
tab-sweep = Sweep
tab-visit = Visit
tab-queue = Queue
tab-offline = Offline
link-asking = Connecting…
link-here = Connected
link-away = No network
link-signed-out = Sign in
device-locked = The desk locked this device on { $day }. What is on it stays and is still sent.
device-left = { $n ->
    [0] The server has everything that was written down here.
    [one] One thing still has to be sent: leave this phone where there is a network.
   *[other] { $n } things still have to be sent: leave this phone where there is a network.
}
device-again = Ask and send again
device-name = Phone { $name }
day-and-time = { $day }, { $time }

# What went wrong on the phone.
update-safe = What was written down stays, and is sent as before; a form that is open is not kept.
store-full = This phone has no room left. Nothing was lost; free some room, or export everything under “Queue”, and write it down again.
store-broken = This browser keeps nothing here, as in a private window. Open the page in a normal window before you write anything down.
no-signature = This browser can't sign what you write down. Open the page over https in an up-to-date browser, and sign in once with a network.

# The sweep.
sweep-title = Sweep
sweep-start = Start the sweep
sweep-pause = Pause
sweep-hint = Hold the phone over the packs. Each one gets its mark where it stands.
sweep-no-product = That is no product's code.
sweep-said = …{ $serial }: { $word }
sweep-unread = { $n ->
    [one] One code can't be read:
   *[other] { $n } codes can't be read:
}
unread-too-small = too small from here. Go closer.
unread-cut-off = not wholly in the picture. Draw back a little.
unread-glare = in glare. Tilt the pack out of the light.
unread-blurred = blurred. Hold still, or draw back a little.
unread-damaged = damaged, dirty or covered. Tilt the pack, or hold still.
unread-unsupported = of a kind that is not read here.
unread-part = one of several that say something together. Show the others, too.
unread-no-product = a link or a note, no product's code.
tally = Counts
kind-bad = Stop
kind-care = Look
kind-unknown = Unknown
kind-waiting = Waiting
kind-plain = No number
kind-good = Fine
search-label = Show the pack that ends in
search-none = Not swept yet.
search-seen = { $n ->
    [one] Swept, not in view now.
   *[other] { $n } swept, none in view now.
}
search-in-view = { $n ->
    [one] In view, with a ring around it.
   *[other] { $n } in view, with rings around them.
}
list = Packs
list-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
}
typed-label = Type a code
typed-send = Check
market-label = Country that you are in (two letters)
away-without-pack = Without a network and without an offline pack nothing can be judged. Codes are kept and asked about later.
away-with-old-pack = The offline pack is out of date: without a network only recalls and blocks that it knew are still said.
twice = Two labels with this serial are in view at once: one of the packs is a copy, or a label was printed twice.

answer-confirmed = Confirmed
answer-issued = Issued
answer-signature-valid = Signature valid
answer-listed-as-issued = Listed as issued
answer-product = Known product
answer-batch = Known batch
answer-unknown = Not known
answer-not-in-pack = Not in the offline pack
answer-unchecked = Not checked yet
answer-suspect = Be careful
answer-mismatch = Does not match
answer-expired = Expired
answer-possibly-recalled = Possibly recalled
answer-not-listed = Not listed
answer-wrong-market = Wrong market
answer-not-issued = Not issued
answer-blocked = Blocked
answer-recalled = Recalled
answer-other = Have a look

said-waiting = Nobody has judged it yet. It is asked about as soon as there is a network.
phone-listed = Listed as issued. One in { $n } numbers that were never issued is listed, too.
phone-recalled = Recalled as of { $at }.
phone-possibly-recalled = Possibly recalled as of { $at }: check the batch.
phone-blocked = Blocked as of { $at }.
phone-not-listed = Not listed: no number that was issued by then is this one.
phone-signature-valid = Signature valid: the brand's key signed exactly what the code says. A copy has the same signature.
phone-product = A product of the pack, whose packs are not numbered one by one.
phone-not-in-pack = The offline pack has nothing of this product.
phone-from = Judged on this phone from the pack of { $at } ({ $since }). It is asked again once there is a network.
doubt-pack-out-of-date = The offline pack is out of date.
doubt-signature-wrong = The signature in the code does not fit what the code says.
doubt-signature-unknown-key = The signature is of a key that the pack does not have.
doubt-signature-revoked = The signature is of a key that was revoked.
doubt-expired = Past its expiry date.
doubt-past-best-before = Past its best-before date.
doubt-date-differs = The code and the record differ in a date.
doubt-unknown-batch = The pack does not know this batch.
doubt-other-market = The batch was made for other markets.
doubt-not-numbered = Packs of this product have no numbers of their own.
doubt-no-serial = Packs of this product have a number, and this code has none.
doubt-list-partial = Not all numbers of this product are known to the server: not listed says little.
doubt-list-begins = Older packs of this product may not be listed.

# The details.
fact-product = Product
fact-batch = Batch
fact-expiry = Date
fact-market = Made for
fact-last = Last seen on its way
fact-parent = Belongs in
fact-age = In the trade
fact-state = State
fact-checks = Checks by inspectors
expires-in = { $day }, { $n ->
    [one] one day left
   *[other] { $n } days left
}
expired-since = { $day }, { $n ->
    [one] one day over
   *[other] { $n } days over
}
expiry-order = { $left } (goes out as number { $order } of its product)
market-right = { $markets }: right
market-wrong = { $markets }; you are in { $place }
last-at = { $place }, { $when }
last-held = { $place }, { $when }, with { $who }
parent-left = { $name }, taken out { $when }
parent-received = { $name }, received { $place }
age-received = Received
age-shipped = Shipped
age-produced = Made
state-active = Active
state-sold = Sold
state-stolen = Reported stolen
state-destroyed = Destroyed
state-exported = Exported
state-consumed = Used up
state-decommissioned = Taken off the record
state-rejected = Rejected in print
state-locked = Locked by the brand
recall-line = Recalled on { $on }: { $hazard }
ungranted = The brand has not let you see more than everybody sees.
consumer-page = What everybody sees
signals = What checks tell
checks-counted = { $n ->
    [0] No consumer has checked it.
    [one] One consumer has checked it.
   *[other] { $n } consumers have checked it.
}
signal-line = { $name }, last { $when }
signal-travel = In two places at once
signal-address-travel = In two places, by network address
signal-sessions = Many sessions
signal-owners = Many people came back
signal-countries = Many countries
signal-towns = Many towns
signal-sold-elsewhere = Elsewhere than it was sold
signal-two-places = Two places in the trade
signal-after-end = Checked after it was destroyed
signal-first-seen-expired = First checked after its date
signal-wrong-market = Another market
signal-lot-astray = Batch astray
signal-burst = Serials that nobody issued

# The visit.
begin-title = Begin a visit
begin-visit = Begin
begin-more = Address, team, consignment
begin-place = Note where this phone is
begin-signed-out = Sign in once with a network: what you write down is signed with your name.
shop-name = Shop, warehouse or post
shop-address = Address
shop-gln = Global Location Number
shop-missing = Say where you are: a name is enough.
team-label = Who else is here (names with commas)
purpose-label = Why
purpose-other = Another reason
purpose-spot-check = Spot check
purpose-complaint = Complaint
purpose-recall-check = Recall check
purpose-consignment = Consignment
visit-close = End the visit
visit-ended = Visit ended: { $shop }
visit-go-on = Go on with it
visit-needed = Begin a visit to write down what is wrong.
place-known = This phone's place is noted.
place-unknown = This phone's place is not noted.
earlier = Earlier visits on this phone
lines-counted = { $n ->
    [one] one entry
   *[other] { $n } entries
}
written-down = Written down
withdraw = Withdraw
finding-add = Add a finding
finding-title = What is wrong?
finding-keep = Write it down
finding-kept = Written down and signed.
reason-label = Reason
reason-missing = Choose a reason.
reason-suspected-counterfeit = Suspected counterfeit
reason-recalled-on-sale = Recalled, still on sale
reason-expired-on-sale = Expired, still on sale
reason-wrong-market = Wrong market
reason-seal-broken = Seal broken
reason-label-damaged = Label damaged
reason-code-unreadable = Code unreadable
reason-stored-wrong = Stored wrong
reason-no-papers = No papers
reason-other = Something else
severity-label = How bad
severity-minor = Minor
severity-major = Major
severity-critical = Dangerous
quantity-label = Packs
note-label = In your words
photo = Photograph
photo-take = Add a photograph
photo-remove = Take this photograph out
photo-unreadable = This photograph can't be read. Take it again, or save it as JPEG.
photo-sent = { $percent } % sent
custody-add = Sample or seizure
custody-title = Sample or seizure
custody-sample = Sample
custody-seizure = Seizure
custody-hand-over = Handed on
custody-seal = Number on the bag or seal
custody-from = From whom
custody-to = To whom
custody-keep = Write it down
custody-missing = Say the number of the seal, from whom and to whom.
ground-label = Ground
ground-missing = Choose a ground.
ground-suspected-counterfeit = Suspected counterfeit
ground-recalled = Recalled
ground-expired = Expired
ground-wrong-market = Wrong market
ground-papers-missing = Papers missing
ground-nothing-found = Nothing found
decision-add = Release or hold
decision-title = What becomes of it?
decision-release = Release
decision-detain = Detain
decision-seize = Seize
decision-keep = Write it down
stock-total = { $n ->
    [one] One pack counted by date
   *[other] { $n } packs counted by date
}
stock-out-of-order = Packs that expire later stand in front
stock-keep = Write the counts down
act-opened = Visit begun
act-checked = { $answer }: …{ $code }
act-same = Asked again, { $answer }: …{ $code }
act-differs = Asked again, now { $answer }: …{ $code }
act-found = { $about }, { $count ->
    [one] one pack
   *[other] { $count } packs
}, photographs: { $pictures }
act-custody = { $kind } { $number }, { $quantity ->
    [one] one pack
   *[other] { $quantity } packs
}
act-counted = { $quantity } × { $gtin }
act-withdrawn = Withdrawn
act-closed = Visit ended

# The queue.
queue-title = Queue
stage-here = on this phone
stage-sent = on its way
stage-confirmed = confirmed by the server
sending = Sending…
send-now = Send now
export = Export everything to a file
export-hint = The file holds every visit on this phone with its photographs, sealed by this phone. Keep it safe: it can be checked and handed in later.
export-failed = There is nothing to export yet, or this phone has no room for the file.
refused-title = The server refused
room = { $n } MB free for this page.
room-kept = The browser has promised to keep what is here.
room-not-kept = The browser may throw it away when the phone gets full. Put this page on the home screen.

# What is judged by without a network.
pack-title = Offline pack
pack-hint = Load one before you leave. Without a network, packs are then judged from it, and everything is asked again on return.
pack-none = No pack on this phone.
pack-load = Load { $name }
pack-load-all = Load all brands
pack-loading = Loading the pack…
pack-made = Made { $at }
pack-until = Good until { $at }
pack-over = This pack is out of date. Load a new one.
pack-holds = { $products ->
    [one] One product
   *[other] { $products } products
}, { $recalls ->
    [one] one recall
   *[other] { $recalls } recalls
}, { $units ->
    [one] one blocked pack
   *[other] { $units } blocked packs
}
pack-eight = { $n ->
    [one] One product: one in 256 numbers that were never issued is listed all the same
   *[other] { $n } products: one in 256 numbers that were never issued is listed all the same
}
pack-sixteen = { $n ->
    [one] One safety-critical product: one in 65,536
   *[other] { $n } safety-critical products: one in 65,536
}
pack-size = { $n } KB
pack-no-network = There is no network. Load the pack where there is one.
pack-signed-out = Sign in first: a pack is for staff.
pack-later = The server could not make the pack just now. Try again in a minute.
pack-refused = The pack was not taken: { $why }.

# The check of a report.
verify-title = Check a report
verify-hint = The file stays on this device. What is checked: the seal, every entry's signature and place in its chain, what the server witnessed, and every photograph.
verify-choose = Choose the report
verify-unreadable = This file can no longer be read. Choose it again.
verify-other = The report is of another server
verify-key = That server's public key (base64)
verify-holds = Nothing was changed
verify-broken = Do not rely on this report
verify-by-server = Sealed by the server at { $origin }.
verify-by-device = Sealed by the inspector's device alone. No server has vouched for the device's key.
verify-chain = { $device }: { $n ->
    [one] one entry
   *[other] { $n } entries
}
verify-span = { $first } to { $last }, by the device's clock
verify-witnessed = The server had entry { $n } and all before it by { $when }.
verify-unwitnessed = { $n ->
    [one] One entry was witnessed by no server: its time is the device's word.
   *[other] { $n } entries were witnessed by no server: their times are the device's word.
}
verify-photos = { $n ->
    [0] No photographs.
    [one] One photograph, as it was taken in.
   *[other] { $n } photographs, as they were taken in.
}
verify-missing = { $n ->
    [one] One photograph that is named is not in the file.
   *[other] { $n } photographs that are named are not in the file.
}
verify-limits = This does not prove that the device's clock and place were right, that a photograph shows what is said of it, or that everything was written down.

# The PIN of a phone that is passed on.
lock-title = Locked
lock-pin = PIN
lock-open = Open
lock-until = Without a network it opens until { $at }: so long is the offline pack good.
lock-wrong = That is not the PIN.
lock-wait = Too many wrong PINs. Wait { $n ->
    [one] one second.
   *[other] { $n } seconds.
}
lock-over = The offline pack is out of date. Sign in where there is a network.
lock-set-title = A PIN for this phone
lock-hint = The page then asks for it whenever it is opened. Whoever takes the phone over signs in; what the one before wrote down stays and is sent.
lock-save = Set the PIN
lock-set = The PIN is set.
lock-now = Lock now
lock-short = A PIN has four digits or more.

# A consignment.
consignment-label = Consignment: SSCC, or number of the despatch note
consignment-open = Open
consignment-title = Consignment { $id }
despatch-title = Despatch note { $id }
consignment-waiting = Asked for as soon as there is a network.
consignment-again = Ask again
consignment-sent = Sent
consignment-received = Received
consignment-unpacked = Unpacked: { $told }. This is what was in it before; the packs may be anywhere by now.
consignment-as-of = What events said on { $at }.
consignment-cut = It holds more than this list: a pack that isn’t listed may still belong to it.
consignment-total = { $seen } of { $expected } packs swept
consignment-cases = Cases and pallets: { $seen } of { $expected } swept
consignment-of = { $seen } of { $expected }
consignment-seen = Swept
consignment-missing = { $n ->
    [one] One number not swept yet
   *[other] { $n } numbers not swept yet
}
consignment-strangers = { $n ->
    [one] One pack that is no part of it
   *[other] { $n } packs that are no part of it
}
consignment-look = Open this consignment
act-decided-of = { $decision }: { $id }

# Making room.
cleared = { $n ->
    [one] One visit that the server has whole was cleared from this phone.
   *[other] { $n } visits that the server has whole were cleared from this phone.
}
clear-now = Clear what the server has
cleared-none = Nothing to clear: the server does not have any visit whole that has ended.
