## Points
rewards-title = النقاط
rewards-intro = تعطي العلامات نقاطًا على ما ينفعها وينفع الآخرين. وتُحفظ في هذا المتصفح، بلا حساب.
rewards-sum = { $points ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $points } نقاط
   *[other] { $points } نقطة
}
rewards-empty = لا نقاط بعد. تسجيل منتج يُكسب بعضها.
rewards-all = انظر من أين جاءت
rewards-waiting-title = في الانتظار
rewards-waiting = { $points ->
    [one] نقطة أخرى تنتظر
    [two] نقطتان أخريان تنتظران
    [few] { $points } نقاط أخرى تنتظر
   *[other] { $points } نقطة أخرى تنتظر
}
rewards-waiting-line = { $points ->
    [one] نقطة واحدة تنتظر: { $product }
    [two] نقطتان تنتظران: { $product }
    [few] { $points } نقاط تنتظر: { $product }
   *[other] { $points } نقطة تنتظر: { $product }
}
rewards-history-title = على ماذا كانت
rewards-fair = تكسب العبوة نقاطها مرة واحدة. والتحقق منها مرة أخرى، منك أو من غيرك في البيت، لا يكلف شيئًا.
rewards-to-pack = اكتب الرمز المخفي
points-waiting = { $points ->
    [one] نقطة واحدة تنتظر: انظر لماذا
    [two] نقطتان تنتظران: انظر لماذا
    [few] { $points } نقاط تنتظر: انظر لماذا
   *[other] { $points } نقطة تنتظر: انظر لماذا
}
waits-basis = تأتي عندما تكتب الرمز المخفي للعبوة: فالرمز الذي يراه الجميع موجود في صور وقوائم أيضًا.
waits-receipt = تأتي عندما ترى العلامة إيصالك: فالرمز الذي يراه الجميع موجود أيضًا في الصور والقوائم. أرسله من صفحة العبوة.
waits-again = سُجلت هذه العبوة من قبل ومُحي تسجيلها. تأتي عندما تكتب رمزها المخفي.
waits-person = كسبتَ كثيرًا اليوم. تأتي هذه من تلقاء نفسها خلال أيام.
waits-network = جاء كثير من شبكتك اليوم. تأتي هذه من تلقاء نفسها غدًا، أو فورًا بالرمز المخفي.
waits-staff = تنظر فيها العلامة أولًا.
reward-registration = تسجيل { $reference }
reward-registration-erased = تسجيل { $reference }، مُحي
reward-recycling = إعادة: { $reference }
reward-recycling-erased = إعادة، مُحيت: { $reference }
reward-report = بلاغ { $reference }
reward-report-erased = بلاغ { $reference }، مُحي
reward-review = تقييم { $reference }
reward-review-erased = تقييم { $reference }، مُحي
reward-voucher = قسيمة: { $reference }
rewards-offers-title = ما تعطيه { $brand } مقابلها
rewards-take = خذها مقابل { $points ->
    [one] نقطة واحدة
    [two] نقطتين
    [few] { $points } نقاط
   *[other] { $points } نقطة
}
rewards-more-needed = { $points ->
    [one] تلزم لها نقطة واحدة.
    [two] تلزم لها نقطتان.
    [few] تلزم لها { $points } نقاط.
   *[other] تلزم لها { $points } نقطة.
}
rewards-vouchers-title = قسائمك
voucher-until = حتى { $date }. أظهر الرمز في المتجر أو اكتبه؛ يُحسب مرة واحدة.
voucher-used = استُعملت { $when }.
report-points = سجّله للحصول على نقاط، إن كانت العلامة تعطيها. عندئذ يُحفظ بلاغك مع نقاط هذا المتصفح.
problem-few-points = نقاطك لا تكفي لهذا. انظر ما الذي ينتظر منها، وماذا ينتظر.
problem-no-voucher = لا توجد قسيمة كهذه، أو لم يبق منها شيء، أو انقضت مدتها.
problem-voucher-used = استُعملت هذه القسيمة من قبل. يُحسب رمزها مرة واحدة.
report-kept-points = { $points ->
    [one] نقطة واحدة تنتظر حتى تنظر العلامة. ولم يُسجل مع بلاغك إلا نقاط هذا المتصفح.
    [two] نقطتان تنتظران حتى تنظر العلامة. ولم يُسجل مع بلاغك إلا نقاط هذا المتصفح.
    [few] { $points } نقاط تنتظر حتى تنظر العلامة. ولم يُسجل مع بلاغك إلا نقاط هذا المتصفح.
   *[other] { $points } نقطة تنتظر حتى تنظر العلامة. ولم يُسجل مع بلاغك إلا نقاط هذا المتصفح.
}
