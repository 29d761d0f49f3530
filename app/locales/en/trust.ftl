# English: comparing a pack, saying that something is wrong. Only the server renders these.

## Compare with the picture
look-title = Compare it with the picture
look-why = Looking tells more than a code can: hold the pack beside this picture.
look-legend = { $n }. { $part }
look-legend-line = { $n }.
look-yes = Yes
look-no = No
look-send = Done comparing
look-more = Look at this, too
look-mark = Where to look, by number
look-done-title = It looks as it should
look-done-text = All that you compared is as { $brand } says. A good copy can look the same, so this is no proof.
look-differs-title = Do not use it
look-differs-text = Your pack differs from what { $brand } says a right one looks like.
look-differs-list = How it should be, and yours is not
look-differs-ask = Keep the pack and its receipt, and ask { $brand }.
look-differs-report = Tell { $brand }, so that others are warned
look-back = Back to the pack
problem-look-missing = Answer every question: yes or no.

## Something is wrong?
report-title = Something is wrong?
report-why = Tell { $brand } what you see. You need no account, and nobody is told who you are.
report-words = What is wrong?
report-photo = A photo of it
report-photo-hint = Kept smaller, and without what your camera writes beside the picture. Cover faces and names.
report-near = Where did you get it?
report-near-hint = A town or postcode is enough. Kept to about 5 km.
report-send = Send the report
report-done-title = { $brand } has your report
report-done-text = Name this number when you ask about it.
report-done-meanwhile = Keep the pack and its receipt until you have an answer. If it might harm somebody, don't use it.
report-kept-photo = The photo was kept, without what your camera wrote beside it.
report-kept-place = The place was kept, to about 5 km.
report-kept-nobody = No name and no address was kept. Only this browser finds the report again.

## A link that leads elsewhere
reason-foreign-link = This code is a link to { $host }, which is none of { $brand }'s addresses.
limit-foreign-link = A shop may print links of its own. The product number in it proves nothing: anybody can write it.
about-foreign-link = This code does not lead to { $brand }. It leads to { $host }.

## A pack whose code can't be read
typed-title = Check this pack by what is printed on it
typed-why = This code does not tell one pack from another. What is printed beside it says more.
typed-picture = Where to look on { $product }
typed-batch = 1. Batch
typed-date = 2. Date
typed-date-hint = As it is printed: 31.08.2027, 08/2027 or 270831.
typed-batch-send = Check batch and date
typed-serial = 1. Number of this pack
typed-serial-third = 3. Or the number of this pack
typed-serial-hint = Four groups of five, or as it is printed.
typed-serial-send = Check the number
slip-group = Look at group { $group } again
slip-groups = Look at groups { $groups } again
slip-groups-text = Each group has a check character of its own, and it doesn't fit there. Compare it with the pack, letter by letter.
slip-length = Count the characters again
slip-length-text = The number has four groups of five characters. Something is missing, or there twice.
slip-batch = Look at the batch again
slip-batch-text = { $brand } has no batch “{ $batch }” of this product here. 0 and O, 1 and I look alike. If it is printed so, send it once more.
slip-no-date = Look at the date again
slip-no-date-text = “{ $date }” is no date. Type it as it is printed, in digits.
slip-date = Look at both again
slip-date-text = On { $brand }'s record, batch { $batch } has another date. A slip is the likeliest cause. If both are printed so, send them once more.
slip-date-twice = Batch and date don't belong together
slip-date-twice-text = On { $brand }'s record, batch { $batch } has another date than the one that you typed twice. Don't use it until that is settled, and tell { $brand } below.
