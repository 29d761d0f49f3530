# Arabic: what people think of packs. Only the server renders these.
feedback-title = رأي الناس فيه
feedback-average = { $average } من 5 نجوم، من { $count ->
    [one] شخص واحد
    [two] شخصين
    [few] { $count } أشخاص
   *[other] { $count } شخصًا
}
feedback-stars = { $count ->
    [one] نجمة واحدة
    [two] نجمتان
    [few] { $count } نجوم
   *[other] { $count } نجمة
}
feedback-of-five = { $stars } من 5 نجوم
feedback-none = لم يقل أحد شيئًا عنه بعد.
feedback-owners = { $count ->
    [0] لم يسجل أحد منهم العبوة، فلم يثبت أن أحدًا منهم مشترٍ.
    [one] سجل واحد منهم العبوة. ولم يثبت أن غيره مشترٍ.
    [two] سجل اثنان منهم العبوة. ولم يثبت أن غيرهما مشترٍ.
    [few] سجل { $count } منهم العبوة. ولم يثبت أن غيرهم مشترٍ.
   *[other] سجل { $count } منهم العبوة. ولم يثبت أن غيرهم مشترٍ.
}
feedback-hidden-count = { $count ->
    [one] نص واحد لا يُعرض لأنه خالف قاعدة. ونجومه محسوبة.
    [two] نصان لا يُعرضان لأنهما خالفا قاعدة. ونجومهما محسوبة.
    [few] { $count } نصوص لا تُعرض لأنها خالفت قاعدة. ونجومها محسوبة.
   *[other] { $count } نصًا لا تُعرض لأنها خالفت قاعدة. ونجومها محسوبة.
}
feedback-this-batch = الدفعة { $batch }، هذه
feedback-other-batch = الدفعة { $batch }، وليست هذه
feedback-owner = مالك مسجل
feedback-nobody = لم يثبت أنه مشترٍ
feedback-for-points = نال نقاطًا على الكتابة، أيًا كانت النجوم
feedback-photo-alt = الصورة المرفقة
feedback-answers = { $brand } تجيب { $when }
feedback-answer-before = تغيّر منذ ذلك ما تجيب عنه.
feedback-needs-batch = الرأي يخص دفعة واحدة. افتح صفحة عبوة، أو اكتب دفعتها، لتقول رأيك.
feedback-write = قل رأيك فيه
feedback-why = يرى الآخرون نجومك وكلماتك مع الدفعة، ولا يرون أبدًا من أنت. وتراها { $brand } أيضًا، وتستطيع أن تجيب هنا.
feedback-wrong = هل في هذه العبوة خطب، أو أضرّت بأحد؟ النجوم لا تصل إلى أحد في الوقت المناسب.
feedback-wrong-link = قل ذلك تحت «هل هناك خطب ما؟»
feedback-stars-label = نجومك
feedback-words = بكلماتك
feedback-photo = صورة
feedback-photo-hint = تُحفظ مصغّرة، ومن دون ما تكتبه الكاميرا مع الصورة. ويراها الآخرون بعد أن تنظر فيها { $brand }.
feedback-photo-again = لا تختر صورة أخرى إلا لتحل محل المحفوظة.
feedback-no-photo = أزل الصورة المحفوظة
feedback-quote-title = هل لعلامة { $brand } أن تقتبس كلماتك في إعلاناتها؟
feedback-quote-ask = تستطيع { $brand } أن تستعمل هذه الكلمات في الإعلان، بلا اسم. ولي أن أسحب هذه الموافقة في أي وقت، فينتهي ذلك.
feedback-quote-hint = اتركه فارغًا فيبقى كل شيء كما هو. ولا تتوقف عليه النجوم ولا النقاط.
feedback-points = { $points ->
    [one] لأنك المالك المسجل تنال نقطة واحدة عليه، أعجبك أم لم يعجبك. ويرى الآخرون ذلك.
    [two] لأنك المالك المسجل تنال نقطتين عليه، أعجبك أم لم يعجبك. ويرى الآخرون ذلك.
    [few] لأنك المالك المسجل تنال { $points } نقاط عليه، أعجبك أم لم يعجبك. ويرى الآخرون ذلك.
   *[other] لأنك المالك المسجل تنال { $points } نقطة عليه، أعجبك أم لم يعجبك. ويرى الآخرون ذلك.
}
feedback-points-register = { $points ->
    [one] ينال المالك المسجل نقطة واحدة عليه، أعجبه أم لم يعجبه.
    [two] ينال المالك المسجل نقطتين عليه، أعجبه أم لم يعجبه.
    [few] ينال المالك المسجل { $points } نقاط عليه، أعجبه أم لم يعجبه.
   *[other] ينال المالك المسجل { $points } نقطة عليه، أعجبه أم لم يعجبه.
}
feedback-send = أرسله
feedback-own-title = ما قلتَه
feedback-change = غيّره
feedback-send-again = احفظ التغيير
feedback-erase = امحُه
feedback-erase-why = تذهب نجومك وكلماتك وصورتك نهائيًا، ولا تُحسب بعد ذلك. وتعود نقاطها.
feedback-unquote = اسحب الموافقة على اقتباسك
feedback-quoted = وافقتَ على أن تقتبس { $brand } كلماتك في إعلاناتها.
feedback-photo-waits = يرى الآخرون صورتك بعد أن تنظر فيها { $brand }.
feedback-photo-shown = يرى الآخرون صورتك.
feedback-is-hidden = أخفت { $brand } كلماتك { $when }: { $why }
feedback-is-hidden-counts = ما زالت نجومك محسوبة. وإن غيّرت الكلمات فقد تعرضها { $brand } مرة أخرى.
feedback-is-hidden-spam = نجومك غير محسوبة. إن كان ذلك خطأ فاسأل { $brand } مع الرقم { $reference }.
hidden-because-spam = ليست عن هذه العبوة، بل إعلان عن شيء أو من كتابة آلة.
hidden-because-insult = تهين أحدًا.
hidden-because-person = تكشف هوية أحد.
hidden-because-elsewhere = عن منتج آخر، أو عن متجر أو توصيله.
hidden-because-unlawful = تخالف القانون.
feedback-done-title = شكرًا لك
feedback-done-text = نجومك محسوبة، وكلماتك على صفحة هذه العبوة.
feedback-done-stars = نجومك محسوبة.
feedback-done-hidden = حُفظ. كانت { $brand } قد أخفت كلماتك، وتستطيع أن تعرضها مرة أخرى.
feedback-done-owner = تظهر مالكًا مسجلًا، وبلا اسم.
feedback-done-nobody = يُكتب بجانبها أنه لم يثبت أنك مشترٍ. سجل العبوة في هذا المتصفح فيُكتب أنها لك.
feedback-done-quote = تستطيع { $brand } أن تقتبس كلماتك. ولك أن تسحب ذلك هنا، أو تحت «بياناتك».
feedback-done-points = { $points ->
    [one] نلتَ نقطة واحدة.
    [two] نلتَ نقطتين.
    [few] نلتَ { $points } نقاط.
   *[other] نلتَ { $points } نقطة.
}
feedback-done-waiting = { $points ->
    [one] نقطة واحدة تنتظر: انظر لماذا
    [two] نقطتان تنتظران: انظر لماذا
    [few] { $points } نقاط تنتظر: انظر لماذا
   *[other] { $points } نقطة تنتظر: انظر لماذا
}
feedback-done-again = هذا المتصفح وحده يجده مرة أخرى، ليغيّره أو يمحوه.
feedback-erased-title = مُحي
feedback-erased-text = ما قلتَه عن هذه العبوة ذهب ولا يُحسب بعد الآن.
feedback-unquoted-title = سُحبت الموافقة
feedback-unquoted-text = لا يجوز اقتباس كلماتك بعد الآن. وتبقى نجومك وكلماتك على صفحة العبوة.
feedback-mine-title = ما قلتَه عن العبوات
feedback-mine-open = انظر إليه، غيّره، امحُه
problem-no-feedback = النجوم لعبوات دفعتها معروفة، وليست مسحوبة ولا محظورة ولا مشكوكًا فيها. قل ما الخطب في هذه تحت «هل هناك خطب ما؟» على صفحتها.
privacy-kind-feedback = { $count ->
    [one] ما قلتَه عن عبوة واحدة
    [two] ما قلتَه عن عبوتين
    [few] ما قلتَه عن { $count } عبوات
   *[other] ما قلتَه عن { $count } عبوة
}
privacy-consent-quote = تستطيع { $brand } أن تقتبس في الإعلان ما قلتَه عن { $product }.
