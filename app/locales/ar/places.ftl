## Places where parts are brought, their hours and what one gets back
place-way = { $distance } { $direction }
place-here = أقل من 100 م
place-meters = { $meters } م
place-km = { $km } كم
direction-0 = شمالًا
direction-1 = إلى الشمال الشرقي
direction-2 = شرقًا
direction-3 = إلى الجنوب الشرقي
direction-4 = جنوبًا
direction-5 = إلى الجنوب الغربي
direction-6 = غربًا
direction-7 = إلى الشمال الغربي
place-unnamed = نقطة إعادة تدوير
place-map-web = على openstreetmap.org
part-nearest = الأقرب:
part-nowhere = لا نعرف مكانًا قريبًا من هناك يستقبله.
part-deposit = التأمين: تسترد { $amount }.
part-deposit-scheme = التأمين: تسترد { $amount } ({ $scheme }).
part-deposit-in = التأمين في { $country }: تسترد { $amount }.
part-deposit-in-scheme = التأمين في { $country }: تسترد { $amount } ({ $scheme }).
map-label = { $count ->
    [one] خريطة مكان واحد مذكور أدناه، بحسب البعد والاتجاه عن الوسط.
    [two] خريطة مكانين مذكورين أدناه، بحسب البعد والاتجاه عن الوسط.
    [few] خريطة { $count } أماكن مذكورة أدناه، بحسب البعد والاتجاه عن الوسط.
   *[other] خريطة { $count } مكانًا مذكورًا أدناه، بحسب البعد والاتجاه عن الوسط.
}
map-caption = أنت في الوسط، والشمال إلى الأعلى، والدائرة الخارجية على بعد { $distance }.
map-beyond = السهم عند الحافة يشير إلى مكان أبعد.
map-osm = مع أماكن من OpenStreetMap والمساهمين فيها.
map-north = ش
hours-always = مفتوح دائمًا
hours-closed = مغلق
hours-holidays = في العطل
day-mo = الاثنين
day-tu = الثلاثاء
day-we = الأربعاء
day-th = الخميس
day-fr = الجمعة
day-sa = السبت
day-su = الأحد
