# English. Ids are kebab-case; every id stands in every locale, with the same variables.

## Everywhere
brand-name = Touchstone
tagline = Scan it. Know what it is, whether to trust it, and what to do next.
skip-to-content = Skip to content
nav-label = Main
nav-scan = Scan
nav-history = History
nav-mine = My products
language-label = Language
footer-privacy = No account, no third party. What you scan stays on this device and with the brand whose product it is.
footer-your-data = See or erase your data.
stored-copy = You are offline. This page was loaded on { $when } and has not been checked again.
optional = optional

## Standings: the word, and the sentence below it
standing-recalled = Recalled: stop using
standing-blocked = Do not accept
standing-not-issued = Not issued by { $brand }
standing-possibly-recalled = Check the batch
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
about-possibly-recalled = Some packs of this product may be under recall. Do not use it before you have compared.
about-suspect = Something about where and how often this code was seen is not right.
about-mismatch = What is printed in the code and what the brand has on record differ.
about-expired = Its date has passed.
about-past-best-before = Its best-before date has passed. It may be good yet: look, smell, taste.
about-unknown = We don't know this code. That does not make it a fake.
about-product = This code names the product. It does not tell one pack from another.
about-batch = This code names the batch. It does not tell one pack from another.
about-issued = No warning signs. A code can be copied: compare the picture and the batch.
about-confirmed = You revealed the hidden code under the seal, and nobody else did.
about-unchecked = You are offline. It is kept and will be checked when there is a network.
about-unreachable = Our server does not answer. The code is kept and will be checked as soon as it does.
unchecked-before = On { $day } it was: { $word }. That may have changed since.
caution-unchecked = Medicine, or food for small children: wait with it until it is checked.
also = Also: { $standings }

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
scan-photo-label = Choose a photo of the code
scan-photo-send = Read the photo
scan-type-label = Number or link on the pack
scan-type-hint = For example (01)09506000134352(21)A1, or the digits below the bars
scan-type-send = Check it
scan-paste = Paste
scan-torch = Light
scan-lens = Other camera
scan-sounds = Tones to aim by
scan-zoom = Zoom
scan-looking = Looking for a code…
scan-starting = Starting the camera…
scan-checking = Checking…
scan-several = { $count ->
    [one] One code in view. Tap it to check it.
   *[other] { $count } codes in view. Which one?
}
scan-part = This code is one of { $count } that say something together. Read by now: { $read }. Show the others, too.
scan-no-code = There is no code in this photo that we can read. Try again closer, sharper, and without glare.
scan-unreadable = There is a code in this photo, but it is too damaged or blurred to read. Try closer, or type the number.
scan-too-small = There is a code in this photo, and it is too small to read. Take it from closer.
scan-cut-off = The code reaches out of this photo. Take it from further away, with a little margin around it.
scan-glare = Light is reflected on the code in this photo. Tilt the pack, or turn away from the light, and try again.
scan-blurred = The code in this photo is blurred. Hold still, let the camera focus, and try again.
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
other-foreign-title = This code does not lead to { $brand }
other-foreign-text = It looks like { $brand }'s, and leads to { $host }, which is none of { $brand }'s addresses. Don't type a password, a card number or a code from the pack there.
other-uri-open = Open { $host }
other-text-title = This code is a note
other-text-text = It holds text and no product number:
result-back = Scan another

## Aiming, for whoever doesn't see the screen, too: short, and said one at a time
aim-move = { $way ->
    [left] Move the phone left.
    [right] Move the phone right.
    [up] Move the phone up.
    [down] Move the phone down.
    [up-left] Move the phone up and left.
    [up-right] Move the phone up and right.
    [down-left] Move the phone down and left.
   *[down-right] Move the phone down and right.
}
aim-little = { $way ->
    [left] A little left.
    [right] A little right.
    [up] A little up.
    [down] A little down.
    [up-left] A little up and left.
    [up-right] A little up and right.
    [down-left] A little down and left.
   *[down-right] A little down and right.
}
aim-closer = Code in view. Closer.
aim-back = Code in view. Further away.
aim-hold = Code in view. Hold still.
aim-tilt = Code in view. Tilt it out of the light.
aim-blurred = Code in view, blurred. Hold still, or draw back a little.
aim-damaged = Code in view, and it seems damaged. If it can’t be read, type the number.
aim-search-back = No code in view. Draw the phone back slowly.
aim-search = { $way ->
    [left] No code in view. Move slowly to the left.
    [right] No code in view. Move slowly to the right.
    [up] No code in view. Move slowly up.
   *[down] No code in view. Move slowly down.
}
aim-turn = No code on this side, it seems. Turn the pack, and come closer.

## History
history-title = History
history-empty = Nothing scanned on this device yet.
short-issued = Issued
short-not-issued = Not issued
short-recalled = Recalled
short-possibly-recalled = Check the batch
short-product = Product
short-batch = Batch
history-erase = Erase
history-erase-all = Erase all
history-erased = Erased.
history-undo = Undo
history-pending = Waiting for a network
history-before = Waiting for a network · on { $day }: { $word }
history-private = This list is kept on this device only. When there is a network, the phone asks which of it was recalled since; nothing of that is kept.
history-alerts = { $count ->
    [one] One thing that you scanned has been recalled since. See which.
   *[other] { $count } things that you scanned have been recalled since. See which.
}
history-recalled-since = Recalled, learned { $day }: stop using it
history-maybe-recalled-since = A recall may be about it, learned { $day }: compare the batch

## Forms that wait for a network
queue-title = Forms
queue-kept = Waiting, not sent. It goes when there is a network; you find it in the history.
queue-waiting = Waiting, not sent
queue-sent = Sent
queue-refused = Not taken
queue-again = Open the page again
queue-forget = Erase
queue-report = report
queue-claim = claim
queue-register = registration
queue-feedback = what you think
queue-follow = being told of recalls

## Trouble on the way
offline = There is no network. What you typed is kept; try again when there is one.
unreachable = The server does not answer. What you typed is kept; try again in a minute.
refused = The server did not accept it: { $detail }
broken = The server has a problem. What you typed is kept; try again in a minute.
try-again = Try again
problem-title = That did not work
problem-reference = If you ask about it, name { $instance }.
update-ready = A new version is ready.
update-now = Reload now
install = Install as an app

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
