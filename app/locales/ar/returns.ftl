# الخدمة والإرجاع: /returns وما يؤدي إليها.

own-yours = لقد سجلتَ هذه العبوة.
own-return = إصلاح أو إرجاع
own-return-open = طلب الإصلاح أو الإرجاع مفتوح

return-title = إصلاح أو إرجاع
return-known = ما نعرفه بالفعل
return-not-said = لم يُذكر
return-serial = الرقم التسلسلي
return-batch = التشغيلة
return-warranty = الضمان
return-warranty-runs = سارٍ حتى { $day }
return-warranty-ended = انتهى في { $day }
return-warranty-months = { $months ->
    [one] شهر واحد من الشراء
    [two] شهران من الشراء
    [few] { $months } أشهر من الشراء
   *[other] { $months } شهرًا من الشراء
}
return-warranty-none = لا ضمان مسجلًا هنا
return-days = إن لم يكن فيه عيب
return-days-run = يمكن إرجاعه حتى { $day }
return-days-ended = كان يمكن إرجاعه حتى { $day }
return-days-count = { $days ->
    [one] يمكن إرجاعه في اليوم التالي للشراء على الأكثر
    [two] يمكن إرجاعه خلال يومين من الشراء
    [few] يمكن إرجاعه خلال { $days } أيام من الشراء
   *[other] يمكن إرجاعه خلال { $days } يومًا من الشراء
}
return-registered = التسجيل
return-evidence-claimed = بناءً على قولك
return-evidence-supported = مع بيع أو إيصال مسجل
return-evidence-proven = مع الرمز المخفي
return-rights = ما يمنحك إياه القانون
return-service = خدمة { $brand }
return-none-here = لا تستقبل { $brand } طلبات إصلاح أو إرجاع هنا.
return-ask-shop = اشتريتَه من: { $shop }. اسأل هناك أولًا.
return-recalled = هذا المنتج مسحوب من السوق. يمنحك السحب أكثر من الإرجاع: اطلب ذلك أولًا.
return-to-recall = إلى إشعار السحب
return-there-is = يوجد بالفعل طلب إرجاع لهذا المنتج: { $reference }.
return-there-is-claim = توجد مطالبة بموجب سحب لهذا المنتج: { $reference }. وهي أولى.
return-to-open = اطلع على طلبك
return-look-up = يمكنك الاطلاع عليه بمرجعه ورمزه.
return-near = أين يمكنك إحضاره
return-near-unknown = لا نعرف هذا المكان. القائمة أدناه بلا ترتيب.
return-yours = ما لا نعرفه
return-reason = ما المشكلة؟
return-reason-does-not-work = لا يعمل
return-reason-damaged = وصل إليّ تالفًا
return-reason-wrong-product = ليس ما طلبته
return-reason-part-missing = ينقصه جزء
return-reason-changed-mind = لا شيء: لا أريد الاحتفاظ به
return-reason-other = شيء آخر
return-words = بكلماتك
return-words-hint = ماذا يحدث، ومنذ متى؟ مع «شيء آخر» هذا لازم.
return-photo = صورة
return-photo-hint = لا يراها إلا موظفو { $brand }. تُصغَّر، وتُحذف ما إن يقرروا.
return-remedy-repair = إصلاحه
return-remedy-replacement = إعطائي بديلًا
return-remedy-refund = استرداد مالي
return-remedy-advice = إخباري بما يمكنني فعله
return-place = إلى أين تحضره؟
return-place-none = لا أعرف بعد
return-email-hint = من دونه ترى الجواب في هذه الصفحة فقط.
return-send = أرسل إلى { $brand }
return-open-title = طلبك لدى { $brand }
return-status-title = إصلاح أو إرجاع { $reference }
return-status-open = لم يقرر أحد بعد. احتفظ بالمنتج حتى يكتب إليك أحد.
return-status-need-more = تحتاج العلامة إلى شيء منك. اقرأ رسالتها وأجب.
return-status-accepted = مقبول. أحضر المنتج أو أرسله مع القسيمة.
return-status-received = وصل منتجك. ستقرأ هنا ما يؤول إليه.
return-status-paid = سُوّي: أُعيد إليك مالك. لم يعد المنتج مسجلًا باسمك.
return-status-repaired = سُوّي: أُصلح.
return-status-replaced = سُوّي: حصلتَ على بديل. لم يعد القديم مسجلًا باسمك.
return-status-advised = أُغلق مع النصيحة في الرسالة.
return-status-refused = مرفوض للسبب المذكور في الرسالة.
return-status-withdrawn = لقد سحبتَه. يمكنك فتح غيره في أي وقت.
return-wait = انتظر حتى تقبله { $brand } قبل أن تحضره أو ترسله.
return-slip-open = قسيمة الإرجاع، للطباعة
return-photo-kept = أُرسلت، ولم يُنظر فيها بعد
return-opened = أُرسل
return-said = بكلماتك
return-wish = ما تريده
return-email = البريد الإلكتروني
return-withdraw-offer = سحب الطلب
return-withdraw-why = عندئذ لا يحدث شيء آخر، وتُحذف الصورة. ما كتبتَه يبقى حتى تمحوه في «بياناتك».
return-withdraw = اسحب الطلب
return-own-title = طلبات الإصلاح والإرجاع
return-slip-title = قسيمة الإرجاع
return-slip-how = اطبع هذه الصفحة وضعها مع المنتج. أو اعرضها على هاتفك.
return-slip-product = المنتج
return-slip-to = يُرسل إلى
return-slip-nowhere = اسأل { $brand } إلى أين ترسله.
return-slip-back = العودة إلى الطلب
return-mail-subject = طلب الإرجاع { $reference } لدى { $brand }
return-mail-about = هذه الرسالة عن طلب الإرجاع { $reference }: { $product }.
claim-is-received = وصل
claim-is-advised = أُجيب عنه
claim-is-withdrawn = مسحوب
owner-returned = أعدتَه { $when }. لم يعد مسجلًا باسمك.
problem-not-taken-back = لا تقدم العلامة هذا لهذا المنتج، أو لم تعد تقدمه. افتح الصفحة من جديد واختر مما تقدمه.
