# Arabic: what brands' rules suggest. Only the server renders these.
suggestions-title = اقتراحات
suggestions-ask = اعرض لي على صفحات العبوات وتحت «منتجاتي» ما تقول العلامة إنه يلائم ما لديّ، أو حان وقته من جديد، أو حل محله. يُستعمل لذلك ما سجلتُه في هذا المتصفح، ولا يُخبَر به أحد.
suggestions-on = نعم، اعرض الاقتراحات
suggestions-off = لا اقتراحات بعد الآن
suggestions-none = لا اقتراحات الآن.
suggestions-never = ليس فيها أبدًا ما سجلتَه، ولا ما سُحب من السوق، ولا ما لا يُباع حيث أنت.
suggestion-goes-with = لأن { $brand } تقول إنه يلائم { $of }.
suggestion-refill-due = { $days ->
    [one] لأن { $of } لديك منذ يوم واحد، وتقول { $brand } إنه نفد الآن.
    [two] لأن { $of } لديك منذ يومين، وتقول { $brand } إنه نفد الآن.
    [few] لأن { $of } لديك منذ { $days } أيام، وتقول { $brand } إنه نفد الآن.
   *[other] لأن { $of } لديك منذ { $days } يومًا، وتقول { $brand } إنه نفد الآن.
}
suggestion-replaces = لأن { $brand } تقول إنه حل محل { $of }.
privacy-consent-suggestions = اقتراحات بقواعد العلامات، مما سجلتَه في هذا المتصفح.
