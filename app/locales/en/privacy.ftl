## What is kept about this browser
privacy-title = Your data
privacy-intro = You have no account here. This is everything that this server keeps about this browser, found by its cookie.
privacy-intro-devices = You have no account here. This is everything that this server keeps about you, from all devices that have your products open.
privacy-nothing = Nothing is kept about this browser.
privacy-on-device = { $count ->
    [one] On this device alone: one scanned code. It is in the copy, too, and is erased with the rest.
   *[other] On this device alone: { $count } scanned codes. They are in the copy, too, and are erased with the rest.
}
privacy-forms-on-device = On this device alone, forms that you sent or that wait for a network: { $count }. They are in the copy, too, photos by name and size, and are erased with the rest.
privacy-photo = with a photo
privacy-more = and { $count } more, all in the copy
privacy-kind-registrations = { $count ->
    [one] One registered pack
   *[other] { $count } registered packs
}
privacy-kind-claims = { $count ->
    [one] One claim
   *[other] { $count } claims
}
privacy-kind-reports = { $count ->
    [one] One report
   *[other] { $count } reports
}
privacy-kind-follows = { $count ->
    [one] One wish to be told of recalls
   *[other] { $count } wishes to be told of recalls
}
privacy-kind-checks = { $count ->
    [one] One check of a code
   *[other] { $count } checks of codes
}
privacy-kind-reveals = { $count ->
    [one] One hidden code that you typed
   *[other] { $count } hidden codes that you typed
}
privacy-kind-points = { $count ->
    [one] One entry in your points
   *[other] { $count } entries in your points
}
privacy-kind-passkeys = { $count ->
    [one] One passkey
   *[other] { $count } passkeys
}
privacy-kind-devices = { $count ->
    [one] One device that has this open
   *[other] { $count } devices that have this open
}
privacy-export = Save a copy of everything
privacy-erase = Erase everything
privacy-consents-title = What you said yes to
privacy-consent-mail = Mail to { $address } when { $path } is recalled.
privacy-consent-push = A message on this device when { $path } is recalled.
privacy-consent-none = Nothing. Each yes is asked for on its own, where it is needed.
privacy-consents-hint = Taking one back changes nothing else.
privacy-take-back = Take it back
privacy-how-title = How it is kept
privacy-how-anonymous = You are a random number in a cookie. No name is asked for. An e-mail address is kept only where you gave one.
privacy-how-place = Your place is asked for only when you tap for it, and rounded to about 5 km before it is kept. Without it, a check may be kept with the country that your network address belongs to, never with the address.
privacy-how-photo = A photo is drawn anew, smaller, without what the camera wrote into it. The original is not kept.
privacy-how-parties = No page loads anything from anybody else. The brand sees what you send to it, and who checks its packs only as counts.
privacy-how-long = Checks are kept for 400 days unless whoever runs this server chose another time. What you gave with a pack stays until you erase it.
privacy-how-passkeys = A passkey that you made is kept until you remove it: its public half, and when it was made and last used. A device has your products open until it is signed out, or has not been here for two years.
privacy-how-history = The list of what you scanned is kept by your browser, not by this server.
privacy-elsewhere-title = Done in another browser?
privacy-elsewhere = What you registered or claimed elsewhere opens with its number and code:
privacy-erase-title = Erase everything?
privacy-erase-text = Your registrations, reports, feedback, claims, wishes, checks and points go now and for good, and the list that this browser keeps. Save a copy first if you want one.
privacy-erase-devices = It goes on all your devices, and your passkeys open nothing any more. Your devices may still list them: remove them there.
privacy-left-title = What remains, without you
privacy-left-checks = How often and when a pack was checked or its hidden code typed, without you and your place: copies of its code are found by that.
privacy-left-claims = That a claim was settled, with pack, remedy and day: the brand's books need it. Your words and address go.
privacy-left-reports = That there was a report about this pack, its day, and what the brand found out. Your words, photo and place go.
privacy-left-points = That a pack earned points or was given to another, without you: it earns them once, and stays its holder's.
privacy-left-log = The number of a claim, report or feedback, where staff worked on it: what they did stays on record. A wrong guess at a hidden code counts for 30 days, as a digest.
privacy-left-copies = Copies that whoever runs this server made before, until they are replaced, and mail that was sent.
privacy-open-claims = { $count ->
    [one] You have an open claim. It ends with this: you get nothing for it any more.
   *[other] You have { $count } open claims. They end with this: you get nothing for them any more.
}
privacy-keep-claims = Let open claims go on. I have their numbers and codes, and can erase them later.
privacy-erase-now = Erase everything now
privacy-keep = Keep it
privacy-erased-title = Erased
privacy-erased-text = Nothing is kept here any more that leads to you. This browser has forgotten what it kept, too; for 40 days it remembers when you erased, so that a scan that still waits for a network brings nothing back.
privacy-erased-on = To the start
