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
look-back = Back to the pack
problem-look-missing = Answer every question: yes or no.
