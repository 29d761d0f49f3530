# Arabic: comparing a pack, saying that something is wrong. Only the server renders these.

## Compare with the picture
look-title = قارنه بالصورة
look-why = النظر يكشف أكثر مما يكشفه الرمز: ضع العبوة بجانب هذه الصورة.
look-legend = { $n }. { $part }
look-legend-line = { $n }.
look-yes = نعم
look-no = لا
look-send = انتهيت من المقارنة
look-more = انظر إلى هذا أيضًا
look-mark = أين تنظر، بحسب الأرقام
look-done-title = يبدو كما ينبغي
look-done-text = كل ما قارنتَه هو كما تقول { $brand }. وقد تبدو النسخة المتقنة كذلك، فليس هذا دليلًا قاطعًا.
look-differs-title = لا تستعمله
look-differs-text = عبوتك تختلف عما تقول { $brand } إن العبوة الصحيحة تبدو عليه.
look-differs-list = كيف ينبغي أن تكون، وعبوتك ليست كذلك
look-differs-ask = احتفظ بالعبوة وبالإيصال، واسأل { $brand }.
look-differs-report = أخبر { $brand } لكي يُحذَّر الآخرون
look-back = العودة إلى العبوة
problem-look-missing = أجب عن كل سؤال: نعم أو لا.

## Something is wrong?
report-title = هل هناك خطب ما؟
report-why = أخبر { $brand } بما تراه. لا تحتاج إلى حساب، ولا يُخبَر أحد بهويتك.
report-words = ما الخطب؟
report-photo = صورة له
report-photo-hint = تُحفظ مصغّرة، ومن دون ما تكتبه الكاميرا مع الصورة. غطِّ الوجوه والأسماء.
report-near = من أين حصلت عليه؟
report-near-hint = تكفي المدينة أو الرمز البريدي. يُحفظ بدقة 5 كم تقريبًا.
report-send = أرسل البلاغ
report-done-title = وصل بلاغك إلى { $brand }
report-done-text = اذكر هذا الرقم عندما تسأل عنه.
report-done-meanwhile = احتفظ بالعبوة وبالإيصال حتى يأتيك الجواب. وإن كان قد يضر أحدًا فلا تستعمله.
report-kept-photo = حُفظت الصورة من دون ما كتبته الكاميرا معها.
report-kept-place = حُفظ المكان بدقة 5 كم تقريبًا.
report-kept-nobody = لم يُحفظ اسم ولا عنوان. هذا المتصفح وحده يجد البلاغ مرة أخرى.

## A link that leads elsewhere
reason-foreign-link = هذا الرمز رابط إلى { $host }، وليس هذا من عناوين { $brand }.
limit-foreign-link = قد يطبع متجر روابط خاصة به. ورقم المنتج فيه لا يثبت شيئًا: يستطيع أي أحد أن يكتبه.
about-foreign-link = هذا الرمز لا يقود إلى { $brand }، بل إلى { $host }.

## A pack whose code can't be read
typed-title = تحقق من هذه العبوة بما هو مطبوع عليها
typed-why = هذا الرمز لا يميز عبوة من أخرى. والمطبوع بجانبه يقول أكثر.
typed-picture = أين تنظر على { $product }
typed-batch = 1. الدفعة
typed-date = 2. التاريخ
typed-date-hint = كما هو مطبوع: 31.08.2027 أو 08/2027 أو 270831.
typed-batch-send = تحقق من الدفعة والتاريخ
typed-serial = 1. رقم هذه العبوة
typed-serial-third = 3. أو رقم هذه العبوة
typed-serial-hint = أربع مجموعات من خمسة أحرف، أو كما هو مطبوع.
typed-serial-send = تحقق من الرقم
slip-group = انظر إلى المجموعة { $group } مرة أخرى
slip-groups = انظر إلى المجموعات { $groups } مرة أخرى
slip-groups-text = لكل مجموعة حرف تحقق خاص بها، وهو لا يطابق هناك. قارنها بالعبوة حرفًا حرفًا.
slip-length = عُدّ الأحرف مرة أخرى
slip-length-text = يتكون الرقم من أربع مجموعات من خمسة أحرف. هناك شيء ناقص أو مكرر.
slip-batch = انظر إلى الدفعة مرة أخرى
slip-batch-text = ليس لدى { $brand } هنا دفعة «{ $batch }» من هذا المنتج. يتشابه 0 وO، و1 وI. إن كانت مطبوعة هكذا فأرسلها مرة أخرى.
slip-no-date = انظر إلى التاريخ مرة أخرى
slip-no-date-text = «{ $date }» ليس تاريخًا. اكتبه كما هو مطبوع، بالأرقام.
slip-date = انظر إلى كليهما مرة أخرى
slip-date-text = في سجل { $brand } للدفعة { $batch } تاريخ آخر. والأرجح أنه خطأ في الكتابة. إن كان كلاهما مطبوعًا هكذا فأرسلهما مرة أخرى.
slip-date-twice = الدفعة والتاريخ لا يتوافقان
slip-date-twice-text = في سجل { $brand } للدفعة { $batch } تاريخ غير الذي كتبتَه مرتين. لا تستعمله حتى يتضح الأمر، وأخبر { $brand } أدناه.
