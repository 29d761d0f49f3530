# English: comparing a pack, saying that something is wrong. Only the server renders these.

## Compare with the picture
look-title = Compare it with the picture
look-why = Three looks tell more than a code can: hold the pack beside this picture.
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
look-differs-list = This is not as it should be
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
report-near = Where did you get it? Town or postcode
report-near-hint = Kept to about 5 km.
report-send = Send the report
report-done-title = { $brand } has your report
report-done-text = Name this number when you ask about it.
report-done-meanwhile = Keep the pack and its receipt until you have an answer. If it might harm somebody, don't use it.
report-kept-photo = The photo was kept, without what your camera wrote beside it.
report-kept-place = The place was kept, to about 5 km.
report-kept-nobody = Nothing was kept that leads to you.

## A link that leads elsewhere
reason-foreign-link = This code is a link to { $host }, which is none of { $brand }'s addresses.
limit-foreign-link = A shop may print links of its own. The product number in it proves nothing: anybody can write it.
about-foreign-link = This code does not lead to { $brand }. It leads to { $host }.
