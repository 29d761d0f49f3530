## The pedigree: what does not fit
pedigree-title = المسار كله
pedigree-whole = المسار كله: مما صُنع، والشهادات، ودرجات الحرارة، وما الذي ينقص
pedigree-by = كما روته { $brand } وشركاؤها.
pedigree-back = ما رأينا في هذا، وماذا تفعل
pedigree-notices = ما الذي لا يتفق
pedigree-fits = كل خطوة رُويت تتفق مع ما قبلها. أما ما لم يروه أحد فلا يُرى هنا.
pedigree-broken = في { $on } حُفظ خارج حدوده مدة { $hours } ساعة، وبلغ { $worst }.
finding-too-much-made = صُنع من { $about } أكثر مما تسمح به الكمية الداخلة من { $input }. قد يكون فيه شيء آخر.
finding-too-much-lost = دخل من { $input } في { $about } أكثر مما يمكن أن يضيع في الطريق.
finding-input-missing = يُصنع { $about } من { $input }، ولم يروِ أحد أن شيئًا منه دخل.
finding-not-in-recipe = دخل { $input } في { $about }، وليس في وصفته.
finding-overdrawn = أُخذ من { $input } أكثر مما كان موجودًا. فليس مؤكدًا مما صُنع { $about }.
finding-used-twice = استُهلك { $input } من قبل، ثم استُهلك مرة أخرى لصنع { $about }.
finding-unproven = لم يروِ أحد من أين جاء { $input }. وقد دخل في { $about }.
finding-certificate-expired = عندما دخل { $input } في { $about } لم تكن شهادته ({ $certificate }) سارية. آخر يوم لها: { $until }.
finding-certificate-missing = دخل { $input } في { $about } من دون الشهادة اللازمة له ({ $certificate }).
finding-input-expired = كان { $input } قد مضى تاريخه ({ $until }) عندما دخل في { $about }.
figures-at-most = { $found }، والممكن على الأكثر { $expected }.
figures-at-least = دخل { $found }، واللازم على الأقل { $expected }.
gap-silence = { $days ->
    [one] لم يُروَ شيء عن يوم واحد.
    [two] لم يُروَ شيء عن يومين.
    [few] لم يُروَ شيء عن { $days } أيام.
   *[other] لم يُروَ شيء عن { $days } يومًا.
}
gap-origin = لم يروِ أحد من أين جاء.
gap-inputs = لم يروِ أحد مما صُنع.
gap-receipt = أُرسل. ولم يروِ أحد أنه وصل.
gap-dispatch = وصل إلى مكان آخر. ولم يروِ أحد أنه أُرسل.
gap-packing = أُخرج من شيء، ولم يروِ أحد أنه وُضع فيه.
gap-end = يُروى عنه بعد أن انتهى.
cut-levels = المسار أطول مما يُعرض هنا.
cut-things = ينتمي إليه أكثر مما يُعرض هنا.
cut-events = حدث أكثر مما يُعرض هنا.

## The way
pedigree-somewhere = في مكان غير معروف هنا
pedigree-inside = كجزء من: { $what }
pedigree-error = أُعلن أنه خطأ في { $on }. ولم يعد يُحسب.
pedigree-case = صندوق أو منصة
pedigree-thing = شيء
pedigree-pieces = قطع
pedigree-made-of-it = ما صُنع منه
pedigree-contents = ما كان فيه
pedigree-certificates = الشهادات
pedigree-documents = الوثائق والصور
certificate-organic = عضوي
certificate-gmp = ممارسة التصنيع الجيدة
certificate-fair-trade = تجارة عادلة
certificate-state-valid = سارية
certificate-state-ended = منتهية
certificate-state-early = لم تسرِ بعد
certificate-state-open = لا تواريخ مسجلة

## How it was kept
pedigree-kept = كيف حُفظ
measure-temperature = درجة الحرارة
measure-relativehumidity = الرطوبة
curve-broken = كان خارج حدوده مدة أطول مما لا يضر.
curve-kept = كان ضمن حدوده، بقدر ما روته أجهزة القياس.
curve-unlimited = ما روته أجهزة القياس؛ ولا حدود مسجلة.
curve-outside = خارج الحدود
curve-table = كجدول
curve-when = متى
curve-value = القيمة
curve-limits = الحدود

## The graph
graph-title = ما الذي صُنع مماذا
graph-how = ما دخل فوق ما خرج. وكل مربع يقود إلى موضعه في هذه الصفحة.
graph-table = كجدول
graph-what = ماذا
graph-bond = كيف
graph-into = في ماذا
graph-amount = كم
graph-left = بقي { $left } من { $had }
graph-taken = استُهلك { $taken }
graph-papers = { $count ->
    [one] وثيقة واحدة مرفقة
    [two] وثيقتان مرفقتان
    [few] { $count } وثائق مرفقة
    [many] { $count } وثيقة مرفقة
   *[other] { $count } وثيقة مرفقة
}
graph-doubt = شيء لا يتفق
graph-more = { $count ->
    [one] واحد آخر في الجدول.
    [two] اثنان آخران في الجدول.
    [few] { $count } أخرى في الجدول.
   *[other] { $count } أخرى في الجدول.
}
bond-made = دخل في
bond-packed = عُبّئ في
bond-member = من دفعة
side-subject = هذا
side-class = دفعته
side-container = ما كان فيه
side-content = ما كان بداخله
side-source = مما صُنع
side-product = ما صُنع منه

## The route
route-title = على الخريطة
route-label = خريطة أماكن القائمة أدناه بالأرقام نفسها، وعددها { $count }.
route-caption = الشمال في الأعلى. الخطوط مستقيمة: تصل بين ما رُوي، وما جرى بينها من طريق غير معروف.
route-own = مساره هو
