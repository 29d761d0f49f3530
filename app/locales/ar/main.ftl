# Arabic. Ids are kebab-case; every id stands in every locale, with the same variables.
# Values are set apart from the text around them (U+2068, U+2069) when they are filled in.

## Everywhere
brand-name = Touchstone
tagline = امسح الرمز، واعرف ما هو، وهل تثق به، وماذا تفعل بعد ذلك.
skip-to-content = انتقل إلى المحتوى
nav-label = القائمة الرئيسية
nav-scan = مسح
nav-history = السجل
nav-mine = منتجاتي
language-label = اللغة
footer-privacy = بلا حساب وبلا طرف ثالث. ما تمسحه يبقى على هذا الجهاز ولدى العلامة صاحبة المنتج.
footer-your-data = اطّلع على بياناتك أو امحُها.
stored-copy = أنت غير متصل بالشبكة. حُمّلت هذه الصفحة في { $when } ولم يُعَد التحقق منها منذ ذلك الحين.
optional = اختياري

## Standings: the word, and the sentence below it
standing-recalled = مسحوب من السوق: توقف عن استعماله
standing-blocked = لا تقبله
standing-not-issued = لم تصدره { $brand }
standing-possibly-recalled = تحقق من رقم الدفعة
standing-suspect = كن حذرًا
standing-mismatch = غير مطابق
standing-expired = منتهي الصلاحية
standing-unknown = غير معروف هنا
standing-product = { $product }
standing-batch = { $product }، الدفعة { $batch }
standing-issued = أصدرته { $brand }
standing-confirmed = مؤكَّد
standing-unchecked = لم يُتحقق منه بعد
about-recalled = هذا المنتج مسحوب من السوق. توقف عن استعماله.
about-blocked = هذه العبوة بعينها لا يجوز بيعها ولا استعمالها.
about-not-issued = لم تصدر { $brand } عبوة بهذا الرقم.
about-possibly-recalled = ربما كانت بعض عبوات هذا المنتج مسحوبة من السوق. لا تستعمله قبل أن تقارن.
about-suspect = هناك ما يريب في الأماكن التي شوهد فيها هذا الرمز أو في عدد مرات ظهوره.
about-mismatch = المكتوب في الرمز يختلف عما هو مسجل لدى العلامة.
about-expired = لقد مضى تاريخه.
about-past-best-before = انقضى تاريخ أفضلية الاستهلاك. وقد يكون صالحًا بعد: انظر وشمّ وذق.
about-unknown = لا نعرف هذا الرمز. وهذا لا يعني أنه مقلَّد.
about-product = هذا الرمز يدل على المنتج، ولا يميز عبوة من أخرى.
about-batch = هذا الرمز يدل على الدفعة، ولا يميز عبوة من أخرى.
about-issued = لا علامات تحذير. لكن الرمز يمكن نسخه: قارن الصورة ورقم الدفعة.
about-confirmed = كشفتَ الرمز المخفي تحت الختم، ولم يكشفه أحد غيرك.
about-unchecked = أنت غير متصل بالشبكة. حُفظ الرمز وسيُتحقق منه عند توفر الشبكة.
about-unreachable = الخادم لا يجيب. حُفظ الرمز وسيُتحقق منه حالما يجيب.
unchecked-before = في { $day } كان: { $word }. وربما تغيّر ذلك منذئذ.
caution-unchecked = إن كان دواءً أو طعامًا للأطفال الصغار، فانتظر حتى يُتحقق منه.
also = وأيضًا: { $standings }

## Home
home-title = ما الذي في يدك؟
home-scan = امسح رمزًا
home-points-title = ما الذي تحصل عليه
home-point-trust = هل أصدرته العلامة، وما الذي يدعو إلى الشك فيه.
home-point-recall = هل هو مسحوب من السوق، وكيف تسترد مالك.
home-point-journey = من أين جاء، وكيف وصل إليك.
home-point-recycle = ماذا تفعل بكل جزء من العبوة.
home-demo = جرّب ملصقات العرض

## Scan
scan-title = مسح
scan-why-camera = تبحث الكاميرا عن رمز. لا تغادر أي صورة هاتفك.
scan-start = شغّل الكاميرا
scan-stop = إيقاف
scan-photo-label = اختر صورة للرمز
scan-photo-send = اقرأ الصورة
scan-type-label = الرقم أو الرابط المكتوب على العبوة
scan-type-hint = مثلًا (01)09506000134352(21)A1، أو الأرقام تحت الخطوط
scan-type-send = تحقق منه
scan-paste = لصق
scan-torch = الضوء
scan-lens = كاميرا أخرى
scan-sounds = أصوات للتوجيه
scan-zoom = تقريب
scan-looking = جارٍ البحث عن رمز…
scan-starting = جارٍ تشغيل الكاميرا…
scan-checking = جارٍ التحقق…
scan-several = { $count ->
    [one] رمز واحد في الصورة. المسه للتحقق منه.
    [two] رمزان في الصورة. أيهما تريد؟
    [few] { $count } رموز في الصورة. أيها تريد؟
   *[other] { $count } رمزًا في الصورة. أيها تريد؟
}
scan-part = هذا الرمز واحد من { $count } رموز تقول معًا شيئًا واحدًا. ما قُرئ حتى الآن: { $read }. اعرض الباقي أيضًا.
scan-no-code = لا يوجد في هذه الصورة رمز نستطيع قراءته. حاول من مسافة أقرب، وبصورة أوضح، ومن دون وهج.
scan-unreadable = في هذه الصورة رمز، لكنه تالف أو ضبابي فلا يُقرأ. حاول من مسافة أقرب، أو اكتب الرقم.
scan-too-small = في هذه الصورة رمز، لكنه أصغر من أن يُقرأ. صوّره من مسافة أقرب.
scan-cut-off = الرمز يخرج عن حدود هذه الصورة. صوّره من مسافة أبعد مع هامش صغير حوله.
scan-glare = ينعكس الضوء على الرمز في هذه الصورة. أمِل العبوة أو ابتعد عن الضوء، ثم حاول مجددًا.
scan-blurred = الرمز ضبابي في هذه الصورة. اثبُت ودَع الكاميرا تضبط تركيزها، ثم حاول مجددًا.
scan-worker-lost = اضطر القارئ إلى البدء من جديد. ضع الرمز أمام الكاميرا مرة أخرى.
scan-outdated = توجد نسخة جديدة. أعد تحميل الصفحة ثم امسح مرة أخرى.
scan-no-picture = هذا الملف ليس صورة يستطيع المتصفح فتحها. اختر ملفًا آخر.
scan-no-wasm = لا يستطيع هذا المتصفح تشغيل قارئ الكاميرا. اختر صورة أو اكتب الرقم: كلاهما يعمل هنا.
camera-denied = الكاميرا غير مسموح بها لهذه الصفحة. اسمح بها لهذا الموقع في إعدادات المتصفح، أو اختر صورة.
camera-none = لا توجد في هذا الجهاز كاميرا يستطيع المتصفح استعمالها. اختر صورة أو اكتب الرقم.
camera-busy = الكاميرا يستعملها تطبيق آخر. أغلقه، أو اختر صورة.
camera-lost = توقفت الكاميرا. شغّلها من جديد، أو اختر صورة.
camera-insecure = لا تسمح المتصفحات بالكاميرا إلا في صفحة آمنة (https). افتح هذه الصفحة عبر https، أو اختر صورة.
camera-slow = إن لم يُطلب منك الإذن بالكاميرا، فافتح هذه الصفحة في متصفحك المعتاد، أو اختر صورة.
camera-retry = حاول مرة أخرى
other-uri-title = هذا الرمز رابط
other-uri-text = يقود إلى { $host } وليس إلى منتج هنا. لن نفتحه من تلقاء أنفسنا.
other-foreign-title = هذا الرمز لا يقود إلى { $brand }
other-foreign-text = يشبه رابط { $brand }، لكنه يقود إلى { $host }، وليس هذا من عناوين { $brand }. لا تكتب هناك كلمة مرور ولا رقم بطاقة ولا رمزًا من العبوة.
other-uri-open = افتح { $host }
other-text-title = هذا الرمز ملاحظة
other-text-text = فيه نص وليس فيه رقم منتج:
result-back = امسح رمزًا آخر

## التوجيه، لمن لا يرى الشاشة أيضًا: قصير، وواحد بعد آخر
aim-move = { $way ->
    [left] حرّك الهاتف إلى اليسار.
    [right] حرّك الهاتف إلى اليمين.
    [up] حرّك الهاتف إلى أعلى.
    [down] حرّك الهاتف إلى أسفل.
    [up-left] حرّك الهاتف إلى أعلى اليسار.
    [up-right] حرّك الهاتف إلى أعلى اليمين.
    [down-left] حرّك الهاتف إلى أسفل اليسار.
   *[down-right] حرّك الهاتف إلى أسفل اليمين.
}
aim-little = { $way ->
    [left] قليلًا إلى اليسار.
    [right] قليلًا إلى اليمين.
    [up] قليلًا إلى أعلى.
    [down] قليلًا إلى أسفل.
    [up-left] قليلًا إلى أعلى اليسار.
    [up-right] قليلًا إلى أعلى اليمين.
    [down-left] قليلًا إلى أسفل اليسار.
   *[down-right] قليلًا إلى أسفل اليمين.
}
aim-closer = الرمز في الصورة. اقترب.
aim-back = الرمز في الصورة. ابتعد.
aim-hold = الرمز في الصورة. اثبُت.
aim-tilt = الرمز في الصورة. أمِله بعيدًا عن الضوء.
aim-blurred = الرمز في الصورة، لكنه ضبابي. اثبُت أو ابتعد قليلًا.
aim-damaged = الرمز في الصورة ويبدو تالفًا. إن لم يُقرأ فاكتب الرقم.
aim-search-back = لا رمز في الصورة. أبعد الهاتف ببطء.
aim-search = { $way ->
    [left] لا رمز في الصورة. تحرك ببطء إلى اليسار.
    [right] لا رمز في الصورة. تحرك ببطء إلى اليمين.
    [up] لا رمز في الصورة. تحرك ببطء إلى أعلى.
   *[down] لا رمز في الصورة. تحرك ببطء إلى أسفل.
}
aim-turn = يبدو أنه لا رمز في هذا الجانب. أدر العبوة واقترب.

## History
history-title = السجل
history-empty = لم يُمسح شيء على هذا الجهاز بعد.
short-issued = صادر
short-not-issued = غير صادر
short-recalled = مسحوب
short-possibly-recalled = تحقق من الدفعة
short-product = منتج
short-batch = دفعة
history-erase = امحُ
history-erase-all = امحُ الكل
history-erased = مُحي.
history-undo = تراجع
history-pending = في انتظار الشبكة
history-before = في انتظار الشبكة · في { $day }: { $word }
history-private = هذه القائمة محفوظة على هذا الجهاز وحده. وعند توفر الشبكة يسأل الهاتف عما سُحب منها بعد ذلك، ولا يُحفظ من السؤال شيء.
history-alerts = { $count ->
    [one] سُحب منتج واحد مسحته من قبل. انظر ما هو.
    [two] سُحب منتجان مسحتهما من قبل. انظر ما هما.
    [few] سُحبت { $count } منتجات مسحتها من قبل. انظر ما هي.
   *[other] سُحب { $count } منتجًا مسحته من قبل. انظر ما هي.
}
history-recalled-since = سُحب، عُلم ذلك في { $day }: توقف عن استخدامه
history-maybe-recalled-since = قد يشمله سحب، عُلم ذلك في { $day }: قارن رقم الدفعة

## Forms that wait for a network
queue-title = النماذج
queue-kept = في الانتظار، لم يُرسَل. يُرسَل عند توفر الشبكة، وتجده في السجل.
queue-waiting = في الانتظار، لم يُرسَل
queue-sent = أُرسل
queue-refused = لم يُقبَل
queue-again = افتح الصفحة من جديد
queue-forget = امحُ
queue-report = بلاغ
queue-claim = مطالبة
queue-register = تسجيل
queue-feedback = رأيك
queue-follow = الإبلاغ عن السحب

## Trouble on the way
offline = لا توجد شبكة. ما كتبتَه محفوظ؛ حاول مرة أخرى عند توفرها.
unreachable = الخادم لا يجيب. ما كتبتَه محفوظ؛ حاول مرة أخرى بعد دقيقة.
refused = لم يقبله الخادم: { $detail }
broken = في الخادم مشكلة. ما كتبتَه محفوظ؛ حاول مرة أخرى بعد دقيقة.
try-again = حاول مرة أخرى
problem-title = لم ينجح ذلك
problem-reference = إن سألت عن ذلك فاذكر { $instance }.
update-ready = توجد نسخة جديدة جاهزة.
update-now = أعد التحميل الآن
install = ثبّته كتطبيق

## Time
date = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
just-now = الآن
minutes-ago = { $n ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $n } دقائق
   *[other] قبل { $n } دقيقة
}
hours-ago = { $n ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $n } ساعات
   *[other] قبل { $n } ساعة
}
days-ago = { $n ->
    [one] أمس
    [two] قبل يومين
    [few] قبل { $n } أيام
   *[other] قبل { $n } يومًا
}
list-and = { $first } و{ $last }
