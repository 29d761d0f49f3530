# Arabic, for pages that only the server renders. What the browser says is in main.ftl.

## Cautions, for medicine and the like
caution-do-not-use = لا تستعمله. اسأل الصيدلي أو الطبيب عما تستعمله في هذه الأثناء.
caution-do-not-use-until-clear = لا تستعمله حتى يتضح الأمر. اسأل الصيدلي أو الطبيب.
caution-first-do-not-use = لا تستعمله.
caution-first-do-not-use-until-clear = لا تستعمله حتى يتضح الأمر.

aloud = اقرأ بصوت عالٍ
aloud-stop = أوقف القراءة

## Reasons, each with its evidence; limits say what it can't tell
reasons-title = لماذا نقول ذلك
reason-recalled = { $scope ->
    [batch] سُحبت هذه الدفعة من السوق في { $on }.
    [serials] سُحبت العبوات ذات هذه الأرقام من السوق في { $on }.
    [dates] سُحبت العبوات ذات هذه التواريخ من السوق في { $on }.
   *[product] سُحب هذا المنتج من السوق في { $on }.
}
reason-possibly-recalled = { $scope ->
    [batch] سُحبت بعض دفعات هذا المنتج من السوق في { $on }، والرمز لا يبين أي دفعة هذه.
    [serials] سُحبت بعض عبوات هذا المنتج من السوق في { $on } بحسب أرقامها، وليس في الرمز رقم.
    [dates] سُحبت عبوات ذات تواريخ معينة من السوق في { $on }، ولا يُعرف تاريخ هذه العبوة.
   *[notice] نشرت جهة رسمية في { $on } إشعارًا يبدو أنه عن هذا المنتج. ولم تؤكده العلامة.
}
limit-possibly-recalled = المطبوع على العبوة هو الفيصل: الرمز وسجلاتنا لا تكفي.
reason-unit-stolen = أُبلغ عن سرقة هذه العبوة.
reason-said-stolen = يقول شخص سجل هذه العبوة إنها سُرقت.
reason-unit-destroyed = أُبلغ عن إتلاف هذه العبوة أو إعادة تدويرها.
reason-unit-exported = أُعلن عن تصدير هذه العبوة إلى سوق أخرى.
reason-unit-consumed = استُهلكت هذه العبوة أو صُرفت من قبل.
reason-unit-decommissioned = أُخرجت هذه العبوة من التداول.
reason-unit-rejected = رُفض هذا الرمز عند طباعته.
reason-unit-locked = أوقفت العلامة هذه العبوة.
reason-never-issued = { $since ->
    [none] أعلنت { $brand } كل أرقامها، وليس هذا الرقم منها.
   *[other] أعلنت { $brand } كل أرقامها منذ { $since }، وليس هذا الرقم منها.
}
reason-never-issued-typed = ليست لدى { $brand } عبوة بالرقم الذي كتبتَه.
reason-impossible-travel = { $hours ->
    [0] تُحقق منه في { $from } وخلال ساعة في { $to } على بعد { $km } كم. لا يمكن أن تكون عبوة واحدة في المكانين.
    [one] تُحقق منه في { $from } ثم في { $to } على بعد { $km } كم، وبينهما ساعة. لا يمكن أن تكون عبوة واحدة في المكانين.
    [two] تُحقق منه في { $from } ثم في { $to } على بعد { $km } كم، وبينهما ساعتان. لا يمكن أن تكون عبوة واحدة في المكانين.
    [few] تُحقق منه في { $from } ثم في { $to } على بعد { $km } كم، وبينهما { $hours } ساعات. لا يمكن أن تكون عبوة واحدة في المكانين.
   *[other] تُحقق منه في { $from } ثم في { $to } على بعد { $km } كم، وبينهما { $hours } ساعة. لا يمكن أن تكون عبوة واحدة في المكانين.
}
reason-many-sessions = { $days ->
    [0] عدد من تحققوا منه اليوم: { $sessions }. قلما تفسر عبوة واحدة ذلك.
    [one] عدد من تحققوا منه خلال يوم: { $sessions }. قلما تفسر عبوة واحدة ذلك.
    [two] عدد من تحققوا منه خلال يومين: { $sessions }. قلما تفسر عبوة واحدة ذلك.
    [few] عدد من تحققوا منه خلال { $days } أيام: { $sessions }. قلما تفسر عبوة واحدة ذلك.
   *[other] عدد من تحققوا منه خلال { $days } يومًا: { $sessions }. قلما تفسر عبوة واحدة ذلك.
}
reason-many-owners = عدد من عادوا إليه في يوم آخر، كما يُفعل بعبوة في البيت: { $people }.
reason-many-countries = تحقق منه أشخاص مختلفون في { $countries }.
reason-many-towns = تحقق منه أشخاص مختلفون في مدن متباعدة، عددها { $towns }.
reason-sold-elsewhere = { $hours ->
    [0] بيع في { $from } وخلال ساعة كان في { $to } على بعد { $km } كم.
    [one] بيع في { $from } وكان في { $to } على بعد { $km } كم، وبينهما ساعة.
    [two] بيع في { $from } وكان في { $to } على بعد { $km } كم، وبينهما ساعتان.
    [few] بيع في { $from } وكان في { $to } على بعد { $km } كم، وبينهما { $hours } ساعات.
   *[other] بيع في { $from } وكان في { $to } على بعد { $km } كم، وبينهما { $hours } ساعة.
}
reason-two-places = { $from ->
    [none] تذكر جهات التوزيع أنه في مكانين لا تكون فيهما عبوة واحدة: { $first } و{ $again }.
   *[other] تذكر جهات التوزيع أنه في { $from }، { $first }، وفي { $to }، { $again }. لا يمكن أن تكون عبوة واحدة في المكانين.
}
reason-seen-after-end = تُحقق منه { $last } بعد أن أُبلغ عن إتلافه أو إعادة تدويره { $since }.
reason-first-seen-expired = لم يتحقق منه أحد قبل { $first }، أي بعد أن مضى تاريخه: { $on }.
reason-lot-astray = من عبوات هذه الدفعة التي تُحقق منها وعددها { $of }، كانت { $units } في { $seen }، ولم تُصنع الدفعة لها.
reason-wrong-market = صُنع لسوق { $intended } وتُحقق منه في { $seen }.
reason-signature-wrong = التوقيع في هذا الرمز لا يطابق ما يقوله الرمز.
reason-signature-unknown-key = وُقّع الرمز بمفتاح، { $key }، ليس من مفاتيح { $brand } هنا.
reason-signature-revoked = وُقّع الرمز بمفتاح ألغته { $brand } بعد ذلك: { $on }.
reason-signature-missing = توقّع { $brand } رموز هذه العبوة، وهذا الرمز غير موقَّع.
reason-signature-valid = وقّعت { $brand } ما يقوله هذا الرمز بعينه.
reason-last-seen = شوهد آخر مرة في طريقه المرسوم { $at }.
reason-batch-differs = يقول الرمز إن الدفعة { $code }. والمسجل هو الدفعة { $record }.
reason-expiry-differs = يقول الرمز إن الصلاحية حتى { $code }. والمسجل هو { $record }.
reason-expired = { $days ->
    [one] انتهت صلاحيته في { $on }، أمس.
    [two] انتهت صلاحيته في { $on }، قبل يومين.
    [few] انتهت صلاحيته في { $on }، قبل { $days } أيام.
   *[other] انتهت صلاحيته في { $on }، قبل { $days } يومًا.
}
reason-past-best-before = { $days ->
    [one] كان الأفضل استهلاكه قبل { $on }، أي حتى أمس.
    [two] كان الأفضل استهلاكه قبل { $on }، قبل يومين.
    [few] كان الأفضل استهلاكه قبل { $on }، قبل { $days } أيام.
   *[other] كان الأفضل استهلاكه قبل { $on }، قبل { $days } يومًا.
}
reason-unknown-product = لم تصدر هذا الرقم أي علامة تستعمل Touchstone.
reason-unknown-serial = لم تخبرنا { $brand } برقم هذه العبوة.
reason-unknown-batch = لم تخبرنا { $brand } بالدفعة { $batch }.
reason-not-an-identity = ليس في الرمز رقم منتج.
reason-no-serial = ليس في هذا الرمز رقم خاص بالعبوة الواحدة.
reason-in-house-number = رقم المنتج خاص بـ{ $brand } ومن دون ترخيص من GS1.
reason-issued = أصدرت { $brand } هذه العبوة.
reason-issued-when-made = في هذه الدفعة يُعد الرقم صادرًا منذ إنشائه؛ ولا شيء يقول بعد إنه على عبوة.
reason-not-yet-issued = { $state ->
    [printed] أنشأت { $brand } هذا الرقم وطبعته؛ ولم يُسجل بعد أنه على عبوة.
    [applied] وضعت { $brand } هذا الرقم على عبوة؛ ولم يُسجل بعد أن العبوة غادرت.
   *[allocated] أنشأت { $brand } هذا الرقم؛ ولم يُسجل بعد أنه طُبع.
}
reason-revealed = كشفتَ الرمز المخفي { $at }، ولم يكشفه أحد غيرك.
reason-revealed-before = كُشف الرمز المخفي { $at } في متصفح آخر.
reason-revealed-again = كُشف الرمز المخفي { $first }، ثم كشفه شخص آخر { $again }.
reason-first-check = هذا أول تحقق من هذا الرمز.
reason-checked-before = { $checks ->
    [one] تُحقق منه مرة واحدة من قبل، { $first }.
    [two] تُحقق منه مرتين، أولاهما { $first }.
    [few] تُحقق منه { $checks } مرات، أولاها { $first }.
   *[other] تُحقق منه { $checks } مرة، أولاها { $first }.
}
reason-checked-by-you = تحققتَ من هذا الرمز من قبل، ولم يتحقق منه أحد غيرك.
reason-good-until = { $days ->
    [0] صالح حتى اليوم.
    [one] صالح حتى { $on }، بقي يوم واحد.
    [two] صالح حتى { $on }، بقي يومان.
    [few] صالح حتى { $on }، بقيت { $days } أيام.
   *[other] صالح حتى { $on }، بقي { $days } يومًا.
}
limit-unit-stolen = إن كنت اشتريته بحسن نية فاسأل العلامة واحتفظ بالإيصال.
limit-said-stolen = سجّلها بالرمز الذي يراه الجميع فقط. اطلب الإيصال ممن يعرضها.
limit-never-issued = خطأ في الطباعة يبدو كذلك أيضًا: قارن العبوة قبل أن تقرر.
limit-never-issued-typed = الأرجح أنه خطأ في الكتابة.
limit-impossible-travel = قد تكون إحدى العبوتين أصلية. ولا نعرف من الرمز أيهما.
limit-many-sessions = قطعة معروضة في متجر قد تُمسح بهذا القدر أيضًا.
limit-many-owners = أسرة لديها هواتف كثيرة تبدو لنا كذلك.
limit-many-countries = ربما نشر أحدهم صورة الرمز على الإنترنت.
limit-many-towns = ربما انتقل صاحبه، أو أهداه.
limit-sold-elsewhere = ساعة غير مضبوطة تبدو كذلك أيضًا.
limit-two-places = قد يكون أحد الخبرين خطأ.
limit-seen-after-end = ربما لم يُتلف قط.
limit-first-seen-expired = ربما بقي في درج.
limit-lot-astray = لا يعيب ذلك العبوة نفسها، بل طريقها إلى هنا فقط.
limit-wrong-market = ربما حمله أحدهم معه في سفر فحسب.
limit-unknown-product = قد يكون أصليًا: ليست كل العلامات هنا.
limit-unknown-serial = لا يدل ذلك على شيء، لا له ولا عليه.
limit-no-serial = نسخة من هذا الرمز تبدو لنا مثله تمامًا.
limit-in-house-number = قد يدل الرقم نفسه في مكان آخر على شيء آخر.
limit-issued = الرمز وحده لا يفرق بين النسخة والأصل.
limit-issued-when-made = قائمة رموز سُرقت قبل طباعتها تبدو كذلك أيضًا.
limit-not-yet-issued = قد يكون الخبر متأخرًا، أو سُرقت قائمة رموز. وليس هذا دليلًا على التقليد.
limit-signature-wrong = كتب هذا الرمز أو غيّره شخص ليس لديه مفتاح العلامة. أما الرمز التالف فلا يُقرأ أصلًا.
limit-signature-unknown-key = لا يدل ذلك على شيء، لا له ولا عليه.
limit-signature-revoked = من لديه ذلك المفتاح يستطيع توقيع رموز من عنده: لم يعد التوقيع يدل على شيء.
limit-signature-missing = قد تحمل العبوة رمزًا ثانيًا من دون توقيع. امسح الرمز الآخر أيضًا.
limit-signature-valid = نسخة الرمز تحمل التوقيع نفسه.
limit-revealed = يصح ذلك للعبوة التي وجدتَ الرمز فيها، لا لغيرها.
limit-revealed-before = إن كنت أنت من فعل ذلك فكل شيء على ما يرام. وإن كان ختم العبوة التي في يدك سليمًا فقد نُسخ رمزها: اسأل العلامة.
limit-revealed-again = من لديه هاتف ثانٍ، أو من أخذ العبوة من مالكها الأول، يبدو لنا كذلك أيضًا.
limit-first-check = إن كان الرمز منسوخًا فقد يُتحقق من النسخة أولًا.
limit-checked-before = الأسر والمتاجر والمفتشون ينظرون أكثر من مرة.
limit-past-best-before = عبارة «الأفضل قبل» لا تعني انتهاء الصلاحية: انظر وشمّ وذُق.

## Places as a reason names them
source-device = المكان: موقع الهاتف نفسه
source-typed = المكان: كما كُتب
source-address = المكان: مقدَّر من عنوان الشبكة، وقد يكون خطأ

## Next steps
steps-title = ماذا تفعل الآن
step-stop-using = توقف عن استعماله
step-do-not-accept = لا تقبله ولا تشترِه ولا تستعمله
step-claim = اطلب استرداد مالك أو الإصلاح
step-check-typing = قارن الرقم بالعبوة مرة أخرى
step-check-batch = قارن رقم الدفعة المكتوب على العبوة
step-compare-pack = قارنه بالعبوة
step-ask-brand = اسأل { $brand }
step-report = أخبر { $brand } بما ليس صحيحًا
step-register = سجّله
step-recycle = اعرف كيف تعيد تدويره
step-scan-another = امسح رمزًا آخر

## The product
usage-title = الاستعمال والحفظ
batch-title = الدفعة { $batch }
batch-produced = تاريخ الصنع
batch-expiry = يُستعمل حتى
batch-best-before = الأفضل قبل
batch-origin = المنشأ
batch-advice = عن هذه الدفعة
batch-days = أي
batch-days-left = { $days ->
    [0] اليوم الأخير
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $days } أيام
   *[other] بقي { $days } يومًا
}
batch-days-past = { $days ->
    [one] مضى منذ أمس
    [two] مضى منذ يومين
    [few] مضى منذ { $days } أيام
   *[other] مضى منذ { $days } يومًا
}
batch-allergens = مسببات الحساسية:
batch-safety = انتبه:
batch-serving = التحضير والتقديم
batch-storage = الحفظ
batch-dose = الجرعة
batch-care = العناية
batch-markets = صُنع لسوق
unit-title = هذه العبوة
unit-serial = رقم هذه العبوة

## Links of the brand
links-title = المزيد من { $brand }
links-choose = هناك عدة روابط. اختر واحدًا؛ كل منها يقود إلى موقع آخر.

## Journey
journey-title = أين كان
journey-empty = لم تنشر العلامة مسار هذه العبوة.
journey-gap = { $days ->
    [one] لا يُعرف شيء عن يوم واحد
    [two] لا يُعرف شيء عن يومين
    [few] لا يُعرف شيء عن { $days } أيام
   *[other] لا يُعرف شيء عن { $days } يومًا
}
journey-made-from = مما صُنع
journey-carried = في حاويته وعلى منصته
did-commissioning = رُقّم
did-creating-class-instance = صُنع
did-transforming = صُنع
did-transformation = صُنع
did-harvesting = حُصد
did-packing = عُبّئ
did-unpacking = أُخرج من العبوة
did-shipping = أُرسل
did-departing = غادر
did-transporting = في الطريق
did-arriving = وصل
did-receiving = استُلم
did-storing = خُزّن
did-stocking = وُضع على الرف
did-loading = حُمّل
did-unloading = أُنزل
did-inspecting = فُحص
did-accepting = قُبل
did-retail-selling = بيع
did-dispensing = صُرف
did-holding = حُجز
did-destroying = أُتلف
did-collecting = جُمع لإعادة التدوير
did-decommissioning = أُخرج من التداول
did-returning = أُعيد
did-repairing = أُصلح
did-other = شوهد
was-stolen = أُبلغ عن سرقته
was-destroyed = متلَف
was-recalled = مسحوب من السوق
was-damaged = تالف

## Recycling
recycling-title = إعادة التدوير
recycling-near-label = المدينة أو الرمز البريدي
recycling-near-send = ابحث عن أماكن
recycling-near-me = استعمل موقعي
recycling-near-unknown = ليس في قائمتنا مكان قرب «{ $near }». جرّب أقرب مدينة كبيرة.
recycling-places = أماكن تستقبله
recycling-place-km = { $km } كم
recycling-place-map = افتح في الخريطة
recycling-places-more = { $count ->
    [one] مكان آخر
    [two] مكانان آخران
    [few] { $count } أماكن أخرى
   *[other] { $count } مكانًا آخر
}
material-glass = زجاج
material-paper = ورق
material-cardboard = كرتون
material-pet = بلاستيك PET
material-plastic = بلاستيك
material-metal = معدن
material-aluminium = ألومنيوم
material-organic = مواد عضوية
material-electronics = إلكترونيات
material-batteries = بطاريات
material-medicine = أدوية
material-residual = نفايات متبقية
part-grams = { $grams } غ
part-recycled = { $percent }٪ معاد تدويره
part-reusable = قابل لإعادة الاستعمال

## Recall
recall-title = سحب منتج من السوق حفاظًا على السلامة
recall-possible-title = سحب منتج من السوق حفاظًا على السلامة: قارن رقم الدفعة
recall-possible = ليس مؤكدًا أن الأمر يخص هذه العبوة. قارن المطبوع على العبوة بما يلي:
recall-possible-notice = من إشعار { $source } رقم { $number }. لم تؤكد { $brand } أنه عن هذا المنتج.
recall-notice-source = من إشعار { $source } رقم { $number }.
notice-openfda = إدارة الغذاء والدواء الأمريكية
notice-cpsc = لجنة سلامة المنتجات الاستهلاكية الأمريكية
notice-safety-gate = نظام Safety Gate للاتحاد الأوروبي
recall-what = ما الذي سُحب
recall-number = السحب { $number }
recall-batches = الدفعات: { $batches }
recall-serials = الأرقام: { $serials }
recall-produced = أُنتج { $days }
recall-expires = تنتهي صلاحيته أو الأفضل قبل { $days }
recall-days = من { $from } إلى { $to }
recall-days-from = ابتداءً من { $from }
recall-days-to = حتى { $to }
recall-where-to-look = أين تنظر
recall-sold = أين بيع
recall-share = نرجو أن تخبر من قد يكون لديه.
recall-check-batch = رقم الدفعة على العبوة
recall-check-send = تحقق من هذه الدفعة
notice-instruction = لا تستعمله قبل أن تقارن المطبوع عليه بهذا الإشعار.
recall-published = نُشر في { $on }
recall-hazard = الخطر
recall-instruction = ماذا تفعل الآن
recall-remedies = يحق لك
remedy-refund = استرداد مالك
remedy-repair = إصلاحه
remedy-replacement = بديل عنه
place-gives = ما تحصل عليه هنا: { $remedies }
near-unknown = «{ $near }» غير معروف هنا: الأماكن أدناه بلا ترتيب. اكتب مدينة أكبر قريبة.
recall-places = إلى أين تعيده
recall-contact = للأسئلة
claim-title = اطلبه هنا
claim-remedy = ماذا تريد؟
claim-note = ماذا حدث؟
claim-email = البريد الإلكتروني، من أجل الجواب
claim-send = أرسل المطالبة
claim-done-title = وصلت مطالبتك إلى { $brand }
claim-done-text = احتفظ بالمرجع والرمز. بهما تستطيع الاطلاع عليها، ولا يستطيع ذلك أحد غيرك.
claim-asked = طلبتَ: { $remedy }.
claim-status-open = مفتوحة: لم يقرر أحد بعد. لا تُغلق مطالبة قط من دون قرار إنسان.
claim-status-need-more = تحتاج العلامة إلى شيء منك. اقرأ رسالتها وأجب أدناه.
claim-status-accepted = مقبولة: ستحصل على ما طلبتَه، أو على ما تقوله الرسالة.
claim-status-paid = سُويت: أُعيد إليك مالك.
claim-status-repaired = سُويت: أُصلح المنتج.
claim-status-replaced = سُويت: حصلتَ على بديل.
claim-status-refused = مرفوضة للسبب المذكور في الرسالة.
claim-is-open = مفتوحة
claim-is-need-more = يلزم المزيد
claim-is-accepted = مقبولة
claim-is-paid = أُعيد المال
claim-is-repaired = أُصلح
claim-is-replaced = استُبدل
claim-is-refused = مرفوضة
claim-steps-title = ما الذي جرى فيها
claim-by-you = أنت
claim-answer-label = جوابك
claim-answer-send = أرسل الجواب
claim-mail-subject = مطالبتك { $reference } لدى { $brand }
claim-mail-about = هذه الرسالة عن مطالبتك { $reference }: { $product }.
claim-mail-says = كتبت { $brand }:
claim-mail-where = بمرجعك ورمزك تستطيع الاطلاع عليها والرد: { $address }
reference-label = المرجع
code-label = الرمز
see-mine = اطّلع عليه

## Registration
register-title = سجّله
register-why = سجل لتسجيلك وإشعارات الاستدعاء، من دون حساب.
register-points = { $points ->
    [one] نقطة واحدة لك
    [two] نقطتان لك
    [few] { $points } نقاط لك
   *[other] { $points } نقطة لك
}
register-warranty = { $months ->
    [one] ضمان شهر واحد من الشراء
    [two] ضمان شهرين من الشراء
    [few] ضمان { $months } أشهر من الشراء
   *[other] ضمان { $months } شهرًا من الشراء
}
register-bought-on = تاريخ الشراء
register-shop = المتجر
register-receipt = الرقم على إيصال الشراء
register-receipt-hint = إن كان المتجر قد أبلغ به مع البيع فهو يثبت أن العبوة لك. يُقارَن ولا يُحفَظ.
register-email = البريد الإلكتروني، للضمان وإشعارات السحب فقط
register-send = سجّل
register-taken = سجّل شخص ما هذه العبوة من قبل. إن كانت لك ولم تكن أنت من سجّلها فاسأل العلامة.
register-done-title = تم التسجيل
register-done-text = احتفظ بالمرجع والرمز: بهما تستطيع الاطلاع عليه أو محوه من أي جهاز، ولا يستطيع ذلك أحد غيرك. وفي هذا المتصفح لا تحتاج إليهما.
warranty-until = الضمان حتى { $on }
points-earned = { $points ->
    [one] كسبتَ نقطة واحدة
    [two] كسبتَ نقطتين
    [few] كسبتَ { $points } نقاط
   *[other] كسبتَ { $points } نقطة
}

## Being told of a recall
follow-title = اعلم بأي سحب من السوق
follow-why = إن سُحب هذا لاحقًا فستُخبَر به. لا يُرسل شيء غير ذلك، ولا تحتاج إلى حساب.
follow-email = البريد الإلكتروني
follow-by-mail = أخبرني بالبريد الإلكتروني
follow-by-link = أعطني رابطًا خاصًا
follow-link-why = صفحة خاصة بك تبين ما تغير. احتفظ بعنوانها.
follow-by-push = أظهر إشعارًا على هذا الجهاز
follow-push-none = هذا الخادم لا يرسل إشعارات إلى الأجهزة.
follow-push-script = الإشعارات على هذا الجهاز تحتاج إلى JavaScript، وهو متوقف هنا. والطرق أدناه تعمل من دونه.
follow-push-install = على iPhone أو iPad لا تصل الإشعارات إلا إلى التطبيق المثبَّت: افتح قائمة المشاركة، واختر «إضافة إلى الشاشة الرئيسية»، وافتحه من هناك. والطرق أدناه تعمل فورًا.
follow-push-unable = لا يستطيع هذا المتصفح إظهار الإشعارات. والطرق أدناه تعمل مع ذلك.
follow-push-denied = الإشعارات محظورة لهذه الصفحة. اسمح بها في إعدادات المتصفح، أو اختر إحدى الطرق أدناه.
follow-push-failed = لم ينجح ذلك: لم تجب خدمة الإشعارات في المتصفح أو خدمتنا. حاول مرة أخرى، أو اختر إحدى الطرق أدناه.
follow-page-title = ما تتابعه
follow-done-title = تم تسجيل طلبك
follow-done-mail = كتبنا إليك. افتح الرابط في تلك الرسالة لتوافق: وقبل ذلك لا يُرسل شيء آخر.
follow-done-confirmed = إن سُحب من السوق كتبنا إليك. وفي كل رسالة رابط لإنهائها.
follow-done-push = إن سُحب من السوق أظهر هذا الجهاز إشعارًا.
follow-done-link = انظر إلى صفحتك الخاصة متى شئت: تبين هل سُحب من السوق.
follow-asked-title = هل نخبرك؟
follow-asked = طلب شخص ما أن نكتب إليك إن سُحب { $product } من { $brand }.
follow-yes = نعم، أخبروني
follow-ended-title = انتهى
follow-ended = لن تُخبَر بشيء آخر عن { $product }، ومُحي ما أعطيتنا لأجله.
follow-to-pack = إلى صفحة العبوة
follow-nothing = لا يشمله أي سحب. تتابعه منذ { $since }.
follow-recalled = سُحب من السوق في { $on }: توقف عن استعماله.
follow-possible = ربما سُحب من السوق في { $on }: قارن رقم الدفعة على العبوة.
follow-new = جديد
follow-what-to-do = ماذا تفعل الآن
follow-keep-title = صفحتك الخاصة
follow-keep = من لديه هذا العنوان يستطيع رؤية هذه الصفحة وإنهاءها. ولا شيء فيها عنك.
follow-end = لا تخبروني بعد الآن
follow-waits = تنتظر موافقتك في بريدك.
follow-mine-title = ما تتابعه في هذا المتصفح
follow-mail-subject = هل نخبرك بسحب { $product } من السوق؟
follow-mail-asked = طلب شخص ما، ونرجو أن يكون أنت، أن يُخبَر إن سُحب { $product } من { $brand }.
follow-mail-confirm = افتح هذا لتوافق: { $address }
follow-mail-ignore = إن لم تكن أنت فلا تفعل شيئًا: لن يُرسل شيء آخر.
alert-subject = سحب منتج من السوق حفاظًا على السلامة: { $product }
alert-about = سحبت { $brand } من السوق { $product }، وقد طلبتَ أن تُخبَر به. نُشر السحب في { $on }.
alert-subject-possible = سحب منتج من السوق حفاظًا على السلامة، قارن رقم الدفعة: { $product }
alert-about-possible = نُشر في { $on } سحب لمنتج { $product } الذي طلبتَ أن تُخبَر به. وقد يشمل عبوتك: قارن المطبوع عليها.
alert-where = ماذا تفعل، وما يحق لك مقابله: { $address }
alert-why = تصلك هذه الرسالة لأنك طلبتها. لإنهائها: { $address }

## Hidden code
reveal-title = الرمز تحت الختم
reveal-why = لهذه العبوة رمز ثانٍ لا يراه أحد قبل فتحها. وهو يؤكد العبوة.
reveal-once = يُحسب مرة واحدة: من يكتبه أولًا يحصل على التأكيد، ويُخبَر كل من بعده بأنه استُعمل. لا تكتبه إلا إذا كانت العبوة لك.
reveal-code = الرمز تحت الختم
reveal-send = أكّد، مرة واحدة
reveal-send-all-the-same = تحقق منه مع ذلك
reveal-is-yours = كتبتَ رمزه المخفي { $when }، وكان صحيحًا.
reveal-is-known = كُتب رمزه المخفي من قبل: { $when }، في متصفح آخر.
reveal-first-title = مؤكَّد
reveal-first-text = الرمز صحيح، ولم يكتبه أحد من قبل. وضعته { $brand } في عبوة واحدة، ولا يقرؤه إلا من يفتح تلك العبوة.
reveal-yours-title = أكّدتَه أنت
reveal-before-title = كُتب من قبل
reveal-before-text = الرمز صحيح، لكن شخصًا ما كتبه من قبل: { $when }، في متصفح آخر. إن لم تكن أنت فلا تستعمل العبوة، واسأل { $brand }: إما أن الرمز نُسخ أو أن العبوة فُتحت.
reveal-back = العودة إلى العبوة

## My products
mine-title = منتجاتي ومطالباتي
mine-intro = اكتب المرجع والرمز اللذين أُعطيتَهما.
mine-look-up = اطّلع
mine-erase = امحُه
mine-erase-why = يمحو ما أعطيتنا، فورًا وإلى الأبد. وتعود النقاط.
mine-erased = مُحي. لم يبق شيء مما أعطيتنا لأجل { $reference }.
mine-unknown = لا يوجد تسجيل ولا مطالبة بهذا المرجع والرمز. تحقق من كليهما؛ لا فرق بين الأحرف الكبيرة والصغيرة.
mine-registered-at = سُجل { $when }
mine-opened-at = فُتحت { $when }

## The code itself
code-title = الرمز
code-text = كما مُسح
code-faults = ما الخطأ فيه
code-elements = ما الذي فيه
code-typed = مكتوب باليد
ai-00 = رقم الشحن
ai-01 = رقم المنتج
ai-02 = رقم منتج المحتوى
ai-10 = الدفعة
ai-11 = تاريخ الإنتاج
ai-12 = تاريخ الاستحقاق
ai-13 = تاريخ التعبئة
ai-15 = تاريخ «الأفضل قبل»
ai-16 = آخر تاريخ للبيع
ai-17 = تاريخ انتهاء الصلاحية
ai-20 = النوع
ai-21 = الرقم التسلسلي
ai-22 = نوع المنتج
ai-37 = العدد
ai-240 = الرقم الإضافي
ai-250 = الرقم التسلسلي الثاني
ai-414 = رقم المكان
ai-8003 = رقم الأصل
ai-8004 = رقم الأصل
ai-8006 = رقم الجزء
ai-8020 = رقم الدفع
ai-other = قيمة ({ $ai })
ai-none = هذه القيمة
fault-empty = لا شيء فيه. امسح الرمز أو اكتبه مرة أخرى.
fault-no-gs1-data = ليس فيه رقم منتج.
fault-unsupported-symbology = الرموز من نوع «{ $part }» لا تحمل بيانات GS1.
fault-link-in-gs1-mode = لا يجوز أن يكون رابط في رمز GS1: مكانه رمز QR أو Data Matrix عادي.
fault-unknown-ai = «{ $text }» ليس معرّف تطبيق في GS1. ابحث عن خطأ في الكتابة، أو امسح مرة أخرى.
fault-empty-element = هنا شيء ناقص: لا شيء بين فاصلين أو قوسين.
fault-empty-value = لا شيء بعد { $title }. ابحث عن خطأ في الكتابة، أو امسح مرة أخرى.
fault-unbalanced-brackets = الأقواس حول «{ $text }» غير متزاوجة.
fault-too-many-elements = فيه أكثر مما تحمله عبوة، ابتداءً من «{ $text }».
fault-not-a-gtin = «{ $text }» ليس ما يحمله رمز كهذا: رقم منتج من { $digits } خانة.
fault-malformed-urn = «{ $text }» غير مكتوب كما يجب في EPC: مثلًا urn:epc:id:sgtin:9506000.013435.A1.
fault-illegal-uri-character = «{ $text }» حرف لا يجوز في رابط.
fault-illegal-uri-host = «{ $text }» ليس اسمًا يقود إليه رابط.
fault-mixed-case-scheme = يجب أن يكون «{ $text }» كله بأحرف صغيرة أو كله بأحرف كبيرة.
fault-not-a-qualifier = لا يجوز أن يكون { $title } في المسار بعد الرقم الذي عنه الرابط. مكانه بعد علامة الاستفهام، أو في رابط آخر.
fault-qualifier-order = «{ $text }» في ترتيب لا يجوز في رابط.
fault-not-an-attribute = لا يجوز أن يحمل رابط { $title } بعد علامة الاستفهام.
fault-belongs-in-path = يجب أن يحمل الرابط { $title } قبل علامة الاستفهام.
fault-too-short = «{ $text }» أقصر مما يلزم لـ{ $title }. هناك شيء ناقص.
fault-too-long = «{ $text }» أطول مما يجوز لـ{ $title }.
fault-not-a-digit = «{ $text }» في موضع يجب أن يكون فيه رقم من { $title }.
fault-not-cset-82 = «{ $text }» حرف لا يجوز في { $title }.
fault-not-cset-39 = «{ $text }» حرف لا يجوز في { $title }: فيه أحرف كبيرة وأرقام و# و- و/ فقط.
fault-not-cset-64 = «{ $text }» حرف لا يجوز في { $title }: فيه أحرف وأرقام وواصلات وشرطات سفلية و= فقط.
fault-not-cset-32 = لا يمكن أن يكون «{ $text }» حرف تحقق. قارن الحرفين الأخيرين بالعبوة.
fault-incorrect-check-digit = الرقم الأخير «{ $text }» لا يطابق سائر الأرقام: أحدها خطأ. قارن كل الأرقام بالعبوة.
fault-incorrect-check-pair = الحرفان الأخيران «{ $text }» لا يطابقان سائر الأحرف: أحدها خطأ. قارن كل الأحرف بالعبوة.
fault-not-a-company-prefix = لا يمكن أن يبدأ رقم شركة عند «{ $text }».
fault-illegal-month = «{ $text }» ليس شهرًا.
fault-illegal-day = «{ $text }» ليس يومًا من ذلك الشهر.
fault-illegal-hour = «{ $text }» ليس ساعة من يوم.
fault-illegal-minute = «{ $text }» ليس دقيقة من ساعة.
fault-illegal-second = «{ $text }» ليس ثانية من دقيقة.
fault-not-a-country = «{ $text }» ليس رمز بلد.
fault-not-a-currency = «{ $text }» ليس رمز عملة.
fault-not-a-sex = «{ $text }» ليس من الرموز 0 و1 و2 و9 لجنس الشخص.
fault-not-a-media-type = «{ $text }» ليس رمزًا لما تُطبع عليه هوية شخص.
fault-not-a-package-type = «{ $text }» ليس رمزًا لنوع عبوة.
fault-not-an-importer-index = لا يمكن أن يكون «{ $text }» دليل مستورد: هو حرف أو رقم أو واصلة أو شرطة سفلية واحدة.
fault-illegal-latitude = «{ $text }» وراء القطب.
fault-illegal-longitude = «{ $text }» يدور حول الأرض أكثر من مرة.
fault-not-zero = «{ $text }» في موضع يجب أن يكون فيه صفر.
fault-zero = لا يمكن أن يكون { $title } أصفارًا فقط.
fault-zero-prefix = لا يجوز أن يبدأ «{ $text }» بصفر.
fault-not-yes-or-no = لا يجوز لـ{ $title } إلا 0 أو 1.
fault-not-a-hyphen = «{ $text }» في موضع يجب أن تكون فيه واصلة: ومعناها تحت الصفر.
fault-illegal-winding = «{ $text }» ليس من اتجاهات اللف 0 و1 و9.
fault-needs-non-digit = في «{ $text }» أرقام فقط؛ ويجب أن يكون في { $title } حرف آخر.
fault-not-iban = «{ $text }» حرف لا يوجد في رقم أي حساب مصرفي.
fault-incorrect-iban-check = رقما التحقق في الحساب المصرفي «{ $text }» لا يطابقان بقيته.
fault-bad-percent-encoding = «{ $text }» ليس حرفًا: علامة النسبة المئوية يتبعها رقمان ست عشريان.
fault-odd-piece-of-total = لا يمكن تقسيم «{ $text }» إلى قطعة ومجموع.
fault-zero-piece = تُعد القطع من واحد: لا يمكن «{ $text }».
fault-zero-total = لا يمكن أن يكون المجموع «{ $text }» قطع.
fault-piece-exceeds-total = «{ $text }» يسمي قطعة تتجاوز المجموع.
fault-malformed-sequence = يجب أن يكون «{ $text }» موضعًا ونهاية، مثل 1/3.
fault-position-exceeds-end = «{ $text }» يسمي موضعًا بعد النهاية.
fault-coupon-missing = حقل القسيمة «{ $part }» ناقص.
fault-coupon-truncated = حقل القسيمة «{ $part }» أقصر مما يلزم: «{ $text }».
fault-coupon-illegal = لا يمكن أن يكون حقل القسيمة «{ $part }»: «{ $text }».
fault-coupon-expires-before-start = تنتهي القسيمة قبل أن تبدأ: «{ $text }».
fault-coupon-excess = تستمر القسيمة بعد حقلها الأخير: «{ $text }».
fault-missing-association = مع { $title } يجب أن تحمل العبوة { $others } أيضًا، في هذا الرمز أو في آخر.
fault-excluded-pair = لا يجوز أن تحمل عبوة { $title } و{ $others } معًا.
fault-repeated-ai = { $title } موجود أكثر من مرة: «{ $text }» أحدها.
fault-unsigned-serial = التوقيع الرقمي يوقّع { $title }، ويجب أن يكون له رقم تسلسلي: وليس لـ«{ $text }» رقم.
fault-short-gtin = «{ $text }» طريقة قديمة لكتابة رقم المنتج: تكتب الروابط الآن 14 خانة كلها.
fault-trailing-slash = ينتهي الرابط بشرطة مائلة لا ينبغي أن تكون.
fault-other = لا يمكن أن يكون «{ $text }» صحيحًا.
list-or = { $first } أو { $last }
coupon-format-code = رمز الصيغة
coupon-funder-length = طول الممول
coupon-funder = الممول
coupon-company-prefix-length = طول رقم الشركة
coupon-company-prefix = رقم الشركة
coupon-offer-code = رمز العرض
coupon-save-value-length = طول التوفير
coupon-save-value = التوفير
coupon-additional-purchase-rules-code = رمز المشتريات الأخرى
coupon-first-purchase-requirement-length = طول شرط الشراء الأول
coupon-first-purchase-requirement = شرط الشراء الأول
coupon-first-purchase-requirement-code = رمز شرط الشراء الأول
coupon-first-purchase-family-code = رمز فئة الشراء الأول
coupon-second-purchase-requirement-length = طول شرط الشراء الثاني
coupon-second-purchase-requirement = شرط الشراء الثاني
coupon-second-purchase-requirement-code = رمز شرط الشراء الثاني
coupon-second-purchase-family-code = رمز فئة الشراء الثاني
coupon-second-purchase-company-prefix-length = طول رقم شركة الشراء الثاني
coupon-second-purchase-company-prefix = رقم شركة الشراء الثاني
coupon-third-purchase-requirement-length = طول شرط الشراء الثالث
coupon-third-purchase-requirement = شرط الشراء الثالث
coupon-third-purchase-requirement-code = رمز شرط الشراء الثالث
coupon-third-purchase-family-code = رمز فئة الشراء الثالث
coupon-third-purchase-company-prefix-length = طول رقم شركة الشراء الثالث
coupon-third-purchase-company-prefix = رقم شركة الشراء الثالث
coupon-expiration-date = اليوم الأخير
coupon-start-date = اليوم الأول
coupon-serial-number-length = طول الرقم التسلسلي
coupon-serial-number = الرقم التسلسلي
coupon-retailer-company-prefix-length = طول رقم المتجر
coupon-retailer-company-prefix = رقم المتجر
coupon-save-value-code = رمز التوفير
coupon-save-value-applies-to = السلعة التي لها التوفير
coupon-store-coupon-flag = علامة قسيمة متجر
coupon-dont-multiply-flag = علامة منع المضاعفة

## Demo
demo-title = ملصقات العرض
demo-intro = افتح الماسح على هاتف ووجّهه إلى ملصق على هذه الشاشة. وتحت كل ملصق ما ينبغي أن يجيب به.
demo-expect = ينبغي أن يجيب
demo-open = افتح صفحته

## Countries that the demo and many others need; elsewhere the code is shown
country-ae = الإمارات العربية المتحدة
country-ar = الأرجنتين
country-at = النمسا
country-au = أستراليا
country-ba = البوسنة والهرسك
country-bd = بنغلاديش
country-be = بلجيكا
country-bg = بلغاريا
country-br = البرازيل
country-ca = كندا
country-ch = سويسرا
country-ci = ساحل العاج
country-cl = تشيلي
country-cn = الصين
country-co = كولومبيا
country-cr = كوستاريكا
country-cy = قبرص
country-cz = التشيك
country-de = ألمانيا
country-dj = جيبوتي
country-dk = الدنمارك
country-do = جمهورية الدومينيكان
country-dz = الجزائر
country-ec = الإكوادور
country-ee = إستونيا
country-eg = مصر
country-es = إسبانيا
country-et = إثيوبيا
country-fi = فنلندا
country-fr = فرنسا
country-gb = المملكة المتحدة
country-ge = جورجيا
country-gh = غانا
country-gr = اليونان
country-gt = غواتيمالا
country-hk = هونغ كونغ
country-hn = هندوراس
country-hr = كرواتيا
country-hu = المجر
country-id = إندونيسيا
country-ie = أيرلندا
country-il = إسرائيل
country-in = الهند
country-is = آيسلندا
country-it = إيطاليا
country-jo = الأردن
country-jp = اليابان
country-ke = كينيا
country-kr = كوريا الجنوبية
country-kz = كازاخستان
country-li = ليختنشتاين
country-lk = سريلانكا
country-lt = ليتوانيا
country-lu = لوكسمبورغ
country-lv = لاتفيا
country-ma = المغرب
country-md = مولدوفا
country-me = الجبل الأسود
country-mk = مقدونيا الشمالية
country-mt = مالطا
country-mx = المكسيك
country-my = ماليزيا
country-ng = نيجيريا
country-nl = هولندا
country-no = النرويج
country-nz = نيوزيلندا
country-pa = بنما
country-pe = بيرو
country-ph = الفلبين
country-pk = باكستان
country-pl = بولندا
country-pt = البرتغال
country-ro = رومانيا
country-rs = صربيا
country-ru = روسيا
country-rw = رواندا
country-sa = المملكة العربية السعودية
country-se = السويد
country-sg = سنغافورة
country-si = سلوفينيا
country-sk = سلوفاكيا
country-sn = السنغال
country-th = تايلاند
country-tn = تونس
country-tr = تركيا
country-tw = تايوان
country-tz = تنزانيا
country-ua = أوكرانيا
country-ug = أوغندا
country-us = الولايات المتحدة
country-uy = أوروغواي
country-uz = أوزبكستان
country-vn = فيتنام
country-za = جنوب أفريقيا

## Problems, by the kind that the server names; the server's own sentences are in English
problem-code = هذا الرابط تالف: رقم من أرقام المنتج خطأ، أو هناك شيء ناقص. قارنه بالعبوة، أو امسح الرمز مرة أخرى.
problem-form-expired = انتهت مدة هذا النموذج، أو لم يُفتح في هذا المتصفح. افتح الصفحة من جديد وأرسله مرة أخرى.
problem-not-found = لا شيء في هذا العنوان. تحقق منه، أو ابدأ من الصفحة الأولى.
problem-no-link = لا يوجد هنا رابط كهذا لهذا. افتح الصفحة من الرمز الذي على العبوة.
problem-no-such-reference = لا يوجد تسجيل ولا مطالبة بهذا المرجع والرمز. تحقق من كليهما وحاول مرة أخرى.
problem-not-on-record = هذه العبوة ليست في سجل العلامة، فلا يمكن تسجيلها. امسح رمزها مرة أخرى.
problem-too-slow = استغرق الطلب وقتًا أطول مما يجوز. حاول مرة أخرى، ربما من شبكة أفضل.
problem-taken = سجّل شخص ما هذه العبوة من قبل. إن كانت لك ولم تكن أنت من سجّلها فاسأل العلامة.
problem-blocked = لا يمكن تسجيل هذه العبوة: يقول سجل العلامة إنه لا يجوز بيعها ولا استعمالها.
problem-not-sold = لم تُبع هذه العبوة بعد بحسب سجل العلامة، فلا يمكن تسجيلها. اطلب من المتجر أن يسجل البيع، ثم حاول مرة أخرى.
problem-ownership-moved = تغير الحال منذ ذلك الحين. اطّلع عليه مرة أخرى، وانظر ما الذي يمكن فعله.
problem-no-proof = لم يعد هذا الرابط يبين شيئًا: انقضت مدته، أو صارت العبوة لغيره. اطلب رابطًا جديدًا ممن أعطاك إياه.
problem-claimed = توجد مطالبة لهذه العبوة من قبل. إن كانت لك ولم تكن أنت من قدمها فاسأل العلامة.
problem-claim-moved = تغير حال هذه المطالبة: سبقك شخص ما. افتحها مرة أخرى وانظر.
problem-body-too-large = هذا أكبر مما يجوز. أرسل أقل، أو صورة أصغر.
problem-field = في النموذج شيء غير صحيح: تحقق من البريد الإلكتروني والتاريخ وطول النص.
problem-not-covered = هذا السحب لا يشمل هذه العبوة، أو لا يعرض هذا الحل. افتح صفحة العبوة واختر مما تعرضه.
problem-picture = لا يمكن قراءة هذه الصورة. التقط صورة أخرى، بصيغة JPEG أو PNG.
problem-too-many = جاءت طلبات كثيرة من شبكتك، أو عن هذا الرمز، في وقت قصير. انتظر لحظة ثم حاول مرة أخرى.
problem-busy = تُقرأ الآن صور كثيرة. حاول مرة أخرى بعد ثوانٍ، أو اكتب الرقم.
problem-records = لا يستطيع الخادم الوصول إلى سجلاته الآن. لم يضع شيء؛ حاول مرة أخرى بعد دقيقة.
problem-internal = تعطل شيء في الخادم. وقد سُجل ذلك؛ حاول مرة أخرى بعد دقيقة.
