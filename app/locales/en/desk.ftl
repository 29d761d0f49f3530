# English, for the desk: where the staff of organisations work.

desk-title = Desk
desk-nav-label = Desk
desk-sign-out = Sign out
desk-remove = Remove
desk-name-label = Name
desk-role-label = Role

## At the door
desk-sign-in = Sign in
desk-sign-in-about = This is for people who work for a brand, a partner or an authority. Checking a pack needs no account.
desk-sign-in-passkey = Sign in with a passkey
desk-sign-in-hint = No passkey yet? Somebody of your organisation can invite you.
desk-passkey-script = A passkey needs JavaScript, for this one step. Allow it for this site and load the page again.
desk-passkey-unsupported = This browser knows no passkeys. Use a newer one, or another device.
desk-passkey-failed = The device did not answer, or you cancelled. Try again.
desk-passkey-unknown = This passkey does not open anything here: it was removed, or the page had been open too long. Try again, or ask for a new invitation.
desk-passkey-not-made = No passkey was made that counts. Try again.
desk-invite-title = Join
desk-invite-about = { $organisation } invites you. Role: { $role }.
desk-invite-passkey = Your device then asks you to make a passkey: a key that stays on it, opened by your finger, your face or its PIN. There is no password.
desk-invite-join = Make a passkey and join
desk-no-invite-title = This invitation counts no more
desk-no-invite-about = It was used, withdrawn, or has expired. Ask whoever invited you for a new link. If you have joined already, sign in.

## Home
desk-home-title = Hello, { $person }
desk-home-about = { $role } at { $organisation } ({ $kind }).

## One's own
desk-me-title = My devices
desk-me-about = Your passkeys, and where you are signed in.
desk-passkeys-title = Passkeys
desk-passkey-added = Made { $when }.
desk-passkey-used = Last used { $when }.
desk-passkey-unused = Not used yet.
desk-passkey-last = This is your only one, so it can't be removed. A second one, on another device, keeps you from being locked out.
desk-passkey-add = Add a passkey
desk-device-unknown = A device
desk-sessions-title = Signed in
desk-session-this = This device
desk-session-seen = Last here { $when }.
desk-session-end = Sign out there
desk-sign-out-everywhere = Sign out everywhere
desk-sign-out-everywhere-about = Ends every session, this one too. Your passkeys stay.

## People
desk-members-title = People
desk-members-about = Invite somebody, change a role, remove somebody who left.
desk-member-me = You
desk-member-joined = Joined { $when }.
desk-member-role-label = New role of { $name }
desk-member-role-change = Change role
desk-invites-title = Invited
desk-invite-nameless = Somebody
desk-invite-expires = The link works until { $day }.
desk-invite-withdraw = Withdraw
desk-invite-new = Invite somebody
desk-invite-how = You get a link that works once, for three days. Send it to them in a way that nobody else reads.
desk-invite-make = Make a link
desk-invite-link-once = This link is shown this once. It lets one person join.

## Keys
desk-keys-title = API keys
desk-keys-about = For machines: what they may do for your organisation.
desk-keys-empty = No keys yet.
desk-key-nameless = Without a name
desk-key-made = Made { $when }.
desk-key-revoke = Revoke
desk-key-new = Make a key
desk-key-name-label = What it is for
desk-key-partner = Whose machine it is
desk-key-partner-none = Our own
desk-key-partner-hint = A partner's key captures events and sales of your goods, and sees the events that it told, and nothing else.
desk-key-of-partner = For { $partner }.
desk-key-scopes = What it opens
desk-key-make = Make a key
desk-key-once = This key is shown this once. Put it where the machine reads it.
scope-capture = Capture events
scope-query = Query events
scope-issue = Take serials from number pools
scope-hidden = Take the hidden codes of number pools
scope-links = Change links
scope-sales = Tell sales
scope-signals = See what to look into, and dismiss it
scope-packs = Verify, supply and undo single packs
scope-verification = Verify product identifiers (DSCSA)
scope-granted = Look into what was granted

## Claims
desk-claims-title = Claims
desk-claims-about = What people ask for under recalls, and what you decide about it.
desk-claims-empty = None stands so.
desk-claims-next = Later ones
desk-claim-title = Claim { $reference }
desk-claim-asks = Asks for { $remedy }.
desk-claim-recall = Recall
desk-claim-note = What happened
desk-claim-email = E-mail
desk-claim-steps = What became of it
desk-claim-holder = The claimant
desk-claim-somebody = Somebody of the staff
desk-claim-decide = Decide
desk-claim-message = Message to the claimant
desk-claim-message-hint = It stands on their page, and is mailed to them where they left an address. To ask for more, to refuse or to open again, say why.
claim-wants-refund = a refund
claim-wants-repair = a repair
claim-wants-replacement = a replacement
claim-do-open = Open again
claim-do-need-more = Ask for more
claim-do-accepted = Accept
claim-do-paid = It is paid back
claim-do-repaired = It is repaired
claim-do-replaced = It is replaced
claim-do-refused = Refuse

## Packs
desk-packs-title = Packs
desk-packs-about = Verify single packs, supply them, and take that back.
desk-packs-code = Code
desk-packs-code-hint = Scan it, or type it as it stands below the symbol: (01)… (17)… (10)… (21)…
desk-packs-site = Site (GLN)
desk-packs-desk = Desk
desk-packs-desk-hint = A second scan within a minute by the same desk is the same scan.
desk-packs-others = Not for a patient
desk-packs-state = Pack
desk-packs-since = Since
desk-packs-product = Product
desk-packs-serial = Serial
desk-packs-batch = Batch
desk-packs-expiry = Expiry
desk-packs-alert = Alert code
pack-act-verify = Verify
pack-act-supply = Supply
pack-act-undo = Undo
pack-act-destroy = Destroy
pack-act-export = Export
pack-act-sample = Sample for an authority
pack-act-free-sample = Free sample
pack-act-lock = Set aside
pack-act-stolen = Report stolen
pack-state-active = active
pack-state-supplied = supplied
pack-state-destroyed = destroyed
pack-state-exported = exported
pack-state-sample = sample for an authority
pack-state-free-sample = free sample
pack-state-locked = set aside
pack-state-stolen = stolen
pack-state-withdrawn = out of the trade
pack-outcome-done = Done.
pack-outcome-same-scan = The same scan once more. Nothing changed.
pack-outcome-active = It may be supplied.
pack-outcome-inactive = It is not active. Do not supply it.
pack-outcome-expired = It has expired. Nothing was done.
pack-outcome-recalled = It is recalled. Do not supply it; keep it apart.
pack-outcome-unknown-serial = This pack is not on record. Keep it apart and ask the maker.
pack-outcome-unknown-batch = This batch is not on record. Compare the batch with the pack.
pack-outcome-other-expiry = The expiry is another one than on record. Compare it with the pack.
pack-outcome-other-batch = This pack is on record with another batch. Compare the batch with the pack.
pack-outcome-undo-mismatch = There is nothing here that could be undone.
pack-outcome-already-so = Another market’s record says that this was done already.
pack-outcome-undo-late = That was more than ten days ago and can’t be undone.
pack-outcome-undo-elsewhere = Another site did that. Only there can it be undone.
pack-outcome-already-inactive = It is not active any more. Nothing was done.
pack-outcome-not-possible = It is not active any more, in another market. Nothing was done.
pack-wrong-code = That names no single pack known here. Scan the square code on the pack once more.
pack-wrong-site = The site is no GLN. Write its 13 digits.
pack-wrong-desk = The name of the desk is too long. Write at most 40 characters.
pack-wrong-act = Choose what to do.

## Grants
desk-grants-title = Authorities
desk-grants-about = Which authorities may look, at which products and how deep.
desk-grants-empty = Nobody may look yet.
desk-grants-nobody = No authority is admitted here yet. Whoever runs this server admits them.
desk-grant-new = Let an authority look
desk-grant-authority = Authority
desk-grant-product = Product number (GTIN)
desk-grant-product-hint = Leave it empty for every product of the brand, later ones too.
desk-grant-gtin = GTIN
desk-grant-depth = How deep
desk-grant-give = Let them look
desk-grant-end = End it
desk-grant-all = Every product
desk-grant-given = Given by { $person }, { $when }.
depth-record = The record of products, batches and packs
depth-journey = The record, and where packs have been
depth-evidence = The record, the way, and the checks behind a warning

## Granted
desk-granted-title = Granted products
desk-granted-about = What brands let your organisation look into.
desk-granted-empty = No brand has let you look yet.
desk-granted-logged = Each look is in the brand's access log.
desk-granted-since = Since { $when }.
desk-granted-by = { $brand } lets your organisation look into this product.
desk-granted-critical = A trouble with this product can hurt somebody.
desk-granted-sector = Sector
desk-granted-open = The page that everybody sees
desk-look-title = Look at a pack or a batch
desk-look-serial = Serial
desk-look-batch = Batch
desk-look-go = Look
desk-look-state = State
desk-look-since = Since
desk-look-stage = How far it has come
desk-look-issued = Serial issued
desk-look-recalled = Recalled: { $id }, { $on }
desk-look-no-pack = No such pack is on the brand's record.
desk-look-no-batch = No such batch is on the brand's record.
desk-look-checks = Checks and warnings
desk-look-sessions = People who checked it: { $count }
desk-look-no-signals = No warnings.
desk-look-dismissed = The brand found nothing wrong
stage-allocated = Serial made
stage-printed = Printed
stage-applied = On the pack
stage-shipped = Shipped

## Organisations
desk-organisations-title = Organisations
desk-organisations-about = Admit partners and authorities, and invite their first people.
desk-organisation-new = Admit a partner or an authority
desk-organisation-id = Identifier
desk-organisation-id-hint = 2 to 64 lower-case letters, digits and hyphens. It stays as it is.
desk-organisation-kind = What it is
desk-organisation-admit = Admit
desk-organisation-suspend = Suspend
desk-organisation-suspended = Suspended
desk-organisation-resume = Let work again
desk-organisation-invite = Invite its first person
desk-organisation-which = Organisation
kind-operator = runs this server
kind-brand = brand
kind-partner = partner
kind-authority = authority

## The log
desk-log-title = Access log
desk-log-about = Who did what, and who looked.
desk-log-hint = Nothing here is ever changed or removed. Times are UTC.
desk-log-when = When
desk-log-who = Who
desk-log-what = What
desk-log-with = With
desk-log-command = Command line
desk-log-older = Older
act-invited = invited
act-withdrawn = withdrew an invitation
act-joined = joined
act-signed-in = signed in
act-signed-out-everywhere = signed out everywhere
act-passkey-added = added a passkey
act-passkey-removed = removed a passkey
act-role-changed = changed a role
act-removed = removed
act-key-made = made an API key
act-key-revoked = revoked an API key
act-signing-key-made = made a key that signs codes
act-signing-key-revoked = revoked a key that signs codes
act-granted = let look
act-grant-ended = ended a grant
act-looked = looked
act-admitted = admitted
act-suspended = suspended
act-resumed = let work again
act-signal-dismissed = dismissed a signal
act-link-put = set a link
act-link-removed = removed a link
act-pack-acted = did something to a pack
act-notice-decided = Decided whether a notice is about a product
act-claim-decided = decided about a claim
act-report-closed = closed a report
act-hidden-codes-taken = took the hidden codes of a number pool

## Roles
role-brand-manager = Brand manager
role-quality = Quality
role-marketing = Marketing
role-inspector = Inspector
role-shop = Shop
role-returns-desk = Returns desk
role-pharmacist = Pharmacist
role-processor = Processor
role-auditor = Auditor
role-manager = Manager
role-operator = Operator

## Errors
problem-sign-in = You are not signed in any more. Sign in at the desk and do it again.
problem-role = Your role does not allow this. Ask somebody who manages the people of your organisation.
problem-no-origin = Nobody can sign in here: passkeys belong to a name, and this server was not told its own. Whoever runs it starts it with a public origin.

## What to look into
desk-signals-title = Signals
desk-signals-about = Codes, batches and products that look wrong.
desk-signals-hint = What adds up to 100 makes a code suspect. Dismiss what you looked into and found nothing wrong with: it weighs nothing there any more, and everything else weighs as before.
desk-signals-empty = Nothing looks wrong.
desk-signal-weight = Weight { $weight }
desk-signal-seen = Last seen { $when }
desk-signal-dismiss = Nothing is wrong
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

## What people say is wrong
desk-reports-title = Reports
desk-reports-about = What people say is wrong with packs, with photos and places.
desk-reports-hint = Nobody knows who sent them. A report proves nothing by itself; several of one batch or town say more.
desk-reports-empty = There are none.
desk-reports-older = Older ones
desk-report-title = Report { $reference }
desk-report-pack = Code
desk-report-words = What they say
desk-report-differs = Found different from the picture
desk-report-place = Where
desk-report-point = To about 5 km
desk-report-language = They read
desk-report-photo = The photo that came with it
desk-report-has-photo = with a photo
desk-report-came = Came { $when }
desk-report-others = { $count ->
    [0] The only report about this code
    [one] One more report about this code
   *[other] { $count } more reports about this code
}
desk-report-finding = What you found out
desk-report-close = Close the report
desk-report-close-hint = Nobody is told: whoever sent it left no address.
report-is-open = Open
report-is-closed = Closed
## Disputes
desk-disputes-title = Disputes
desk-disputes-about = Whose a pack is, where those who registered it disagree. What you decide is told to both, with your reason.
desk-disputes-empty = Nobody disputes anything.
desk-dispute-by = Disputed by
desk-dispute-holder = Holds it now
desk-dispute-nobody = nobody
desk-dispute-reason = Why; both read it
desk-dispute-give = It is of whoever disputes
desk-dispute-keep = It stays as it is
desk-evidence-claimed = on their word alone
desk-evidence-supported = with a sale or a receipt
desk-evidence-proven = with the hidden code
act-dispute-decided = decided a dispute

## Notices
desk-notices-title = Notices
desk-notices-about = Notices of authorities that seem to be about your products: say whether they are.
desk-notices-hint = Packs are called perhaps recalled as long as nobody has decided. Once confirmed, they are recalled.
desk-notices-empty = No notice waits for a decision.
desk-notice-fits = Fits to { $confidence } of 100: { $grounds }.
ground-gtin = product number
ground-brand = brand
ground-name = name
ground-batch = batch
desk-notice-read = Read the notice
desk-notice-confirm = It is about this product
desk-notice-dismiss = It is not

## Points at the desk
desk-report-right = It is right: give the points that wait for it
desk-rewards-title = Points
desk-rewards-about = What you give points for, what waits for your look, and vouchers.
desk-rewards-held-title = Waiting
desk-rewards-held-empty = Nothing waits.
desk-rewards-more = More
desk-rewards-grant = Give the points
desk-rewards-refuse = Refuse
desk-rewards-rules = Rules
desk-rewards-from = Points for a registration come by themselves with
desk-rewards-from-hint = With less, they wait. The visible code is in photos and lists, and the day of a sale is told to whoever scans the pack: farms get half of the points, or an eighth.
from-proven = the hidden code
from-supported = the day of a recorded sale
from-claimed = the visible code
desk-rewards-report = Points for a report that you find right
desk-rewards-recycling = Points for a pack that was given back and recorded as destroyed
desk-rewards-review = Points for a review
desk-rewards-day = At most so often a day for one person
desk-rewards-month = At most so often in 30 days for one person
desk-rewards-network = At most so often a day out of one network, without the hidden code
desk-rewards-save = Save the rules
deed-registration = Registration
deed-recycling = Given back
deed-report = Report
deed-review = Review
held-basis = It rests on the visible code alone. Give them where you have seen a receipt.
held-again = The pack was registered before and erased.
held-person = Many came from one person; these come by themselves.
held-network = Many came out of one network; these come by themselves.
held-staff = It waits for your look.
desk-vouchers-title = Vouchers
desk-vouchers-about = Take a voucher: each code counts once.
desk-vouchers-name = What it is good for
desk-vouchers-points = Points that it costs
desk-vouchers-count = How many there are
desk-vouchers-ends = Last day
desk-vouchers-make = Make these vouchers
desk-vouchers-stand = { $taken } of { $count } taken, { $redeemed } redeemed, until { $date }
desk-voucher-redeem = Redeem
desk-voucher-redeemed = Good for: { $name }. The code counted now, and counts no more.
act-reward-rules-set = set the rules for points
act-reward-decided = decided about points
act-vouchers-made = made vouchers
act-voucher-redeemed = redeemed a voucher
