## The pedigree: what does not fit
pedigree-title = The whole way
pedigree-whole = The whole way: what it is made of, certificates, temperatures, and what is missing
pedigree-by = As { $brand } and its partners have told it.
pedigree-back = What to think of this one, and what to do
pedigree-notices = What does not fit
pedigree-fits = Each step that was told fits the one before it. What nobody told can't be seen here.
pedigree-broken = { $hours ->
    [one] On { $on } it was kept outside of its limits for an hour, up to { $worst }.
   *[other] On { $on } it was kept outside of its limits for { $hours } hours, up to { $worst }.
}
finding-too-much-made = More of { $about } was made than the { $input } that went in allows. Something else may be in it.
finding-too-much-lost = More { $input } went into { $about } than its making can lose.
finding-input-missing = { $about } is made of { $input }, and nobody tells that any went in.
finding-not-in-recipe = { $input } went into { $about }, and its recipe doesn't have it.
finding-overdrawn = More was taken of { $input } than there ever was. It is not certain what { $about } is made of.
finding-used-twice = { $input } was used up before, and then again for { $about }.
finding-unproven = Nobody tells where { $input } comes from. It went into { $about }.
finding-certificate-expired = When { $input } went into { $about }, its certificate ({ $certificate }) was not valid. Its last day: { $until }.
finding-certificate-missing = { $input } went into { $about } without the certificate that it needs ({ $certificate }).
finding-input-expired = { $input } was past its date ({ $until }) when it went into { $about }.
figures-at-most = { $found }, and at the most { $expected } are possible.
figures-at-least = { $found } went in, and at the least { $expected } are needed.
gap-silence = { $days ->
    [one] Nothing is told for one day.
   *[other] Nothing is told for { $days } days.
}
gap-origin = Nobody tells where it comes from.
gap-inputs = Nobody tells what it was made of.
gap-receipt = It was sent. Nobody tells that it came.
gap-dispatch = It came somewhere else. Nobody tells that it was sent.
gap-packing = It was taken out of something, and nobody tells that it was put in.
gap-end = It is told of after it had ended.
cut-levels = The way is longer than what is shown here.
cut-things = More things belong to it than are shown here.
cut-events = More happened than is shown here.

## The way
pedigree-somewhere = At a place that is not known here
pedigree-inside = As a part of: { $what }
pedigree-error = Declared to be an error on { $on }. It counts no more.
pedigree-case = Case or pallet
pedigree-thing = Thing
pedigree-pieces = pieces
pedigree-made-of-it = What was made of it
pedigree-contents = What was in it
pedigree-certificates = Certificates
pedigree-documents = Documents and pictures
certificate-organic = organic
certificate-gmp = good manufacturing practice
certificate-fair-trade = fair trade
certificate-state-valid = Valid
certificate-state-ended = Ended
certificate-state-early = Not valid yet
certificate-state-open = No dates on record

## How it was kept
pedigree-kept = How it was kept
measure-temperature = Temperature
measure-relativehumidity = Humidity
curve-broken = It was outside of its limits for longer than it may be.
curve-kept = It was within its limits, as far as sensors told.
curve-unlimited = What sensors told; no limits are on record.
curve-outside = Outside
curve-table = As a table
curve-when = When
curve-value = Value
curve-limits = Limits

## The graph
graph-title = What was made of what
graph-how = What something was made from stands above it. Each box leads to its own part of this page.
graph-table = As a table
graph-what = What
graph-bond = How
graph-into = Into what
graph-amount = How much
graph-left = { $left } left of { $had }
graph-taken = { $taken } used up
graph-papers = { $count ->
    [one] one paper hangs on it
   *[other] { $count } papers hang on it
}
graph-doubt = something does not fit
graph-more = { $count ->
    [one] One more is in the table.
   *[other] { $count } more are in the table.
}
bond-made = went into
bond-packed = was packed into
bond-member = is of the batch
side-subject = this one
side-class = its batch
side-container = what it was in
side-content = what was in it
side-source = what it was made of
side-product = what was made of it

## The route
route-title = On the map
route-label = Map of the { $count } places in the list below, with the same numbers.
route-caption = North is up. The lines are straight: they join what was told, and how it went between is not known.
route-own = its own way
