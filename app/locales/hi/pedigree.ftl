## The pedigree: what does not fit
pedigree-title = पूरा रास्ता
pedigree-whole = पूरा रास्ता: किससे बना है, सर्टिफ़िकेट, तापमान, और क्या नहीं बताया गया
pedigree-by = जैसा { $brand } और उसके साझेदारों ने बताया है।
pedigree-back = इस पैक के बारे में क्या समझें, और क्या करें
pedigree-notices = क्या मेल नहीं खाता
pedigree-fits = बताया गया हर कदम अपने से पहले वाले से मेल खाता है। जो किसी ने नहीं बताया, वह यहाँ नहीं दिख सकता।
pedigree-broken = { $on } को यह { $hours } घंटे अपनी सीमा से बाहर रखा गया, { $worst } तक।
finding-too-much-made = { $input } की जितनी मात्रा डाली गई, { $about } उससे बन सकने वाली मात्रा से ज़्यादा है। हो सकता है इसमें कुछ और भी हो।
finding-too-much-lost = { $about } में { $input } की इतनी ज़्यादा मात्रा डाली गई कि रास्ते में हुए नुकसान से उसका हिसाब नहीं मिलता।
finding-input-missing = { $about } को { $input } से बनाया जाता है, और कोई नहीं बताता कि उसे डाला गया।
finding-not-in-recipe = { $input } को { $about } में डाला गया, पर इसकी रेसिपी में वह नहीं है।
finding-overdrawn = { $input } की जितनी मात्रा थी, उससे ज़्यादा निकाली गई। { $about } को किससे बनाया गया, यह पक्का नहीं है।
finding-used-twice = { $input } को पहले ही खत्म किया जा चुका था, और फिर { $about } के लिए दोबारा इस्तेमाल किया गया।
finding-unproven = कोई नहीं बताता कि { $input } को कहाँ से लाया गया। इसे { $about } में डाला गया।
finding-certificate-expired = जब { $input } को { $about } में डाला गया, तब इसका सर्टिफ़िकेट ({ $certificate }) मान्य नहीं था। उसका आखिरी दिन: { $until }।
finding-certificate-missing = { $input } को { $about } में उस सर्टिफ़िकेट ({ $certificate }) के बिना डाला गया जो इसके लिए ज़रूरी है।
finding-input-expired = जब { $input } को { $about } में डाला गया, तब इसकी तारीख ({ $until }) निकल चुकी थी।
figures-at-most = { $found }, जबकि ज़्यादा से ज़्यादा { $expected } हो सकता है।
figures-at-least = { $found } डाला गया, जबकि कम से कम { $expected } चाहिए।
gap-silence = { $days } दिन के बारे में कुछ नहीं बताया गया है।
gap-origin = कोई नहीं बताता कि यह कहाँ से आया।
gap-inputs = कोई नहीं बताता कि यह किससे बना।
gap-receipt = इसे भेजा गया। कोई नहीं बताता कि यह पहुँचा।
gap-dispatch = यह दूसरी जगह पहुँचा। कोई नहीं बताता कि इसे भेजा गया।
gap-packing = इसे किसी चीज़ में से निकाला गया, और कोई नहीं बताता कि इसे उसमें रखा गया था।
gap-end = इसके खत्म होने के बाद भी इसके बारे में बताया गया है।
cut-levels = रास्ता यहाँ दिखाए गए से लंबा है।
cut-things = इससे जुड़ी चीज़ें यहाँ दिखाई गई चीज़ों से ज़्यादा हैं।
cut-events = यहाँ जितना दिखाया गया है, उससे ज़्यादा हुआ है।

## The way
pedigree-somewhere = ऐसी जगह जिसकी यहाँ जानकारी नहीं
pedigree-inside = इसका हिस्सा होकर: { $what }
pedigree-error = { $on } को इसे गलती बताया गया। अब यह गिना नहीं जाता।
pedigree-case = पेटी या पैलेट
pedigree-thing = चीज़
pedigree-pieces = नग
pedigree-made-of-it = इससे क्या बना
pedigree-contents = इसके अंदर क्या था
pedigree-certificates = सर्टिफ़िकेट
pedigree-documents = दस्तावेज़ और तस्वीरें
certificate-organic = ऑर्गैनिक
certificate-gmp = अच्छी निर्माण प्रक्रिया (GMP)
certificate-fair-trade = फ़ेयर ट्रेड
certificate-state-valid = मान्य
certificate-state-ended = खत्म
certificate-state-early = अभी मान्य नहीं
certificate-state-open = रिकॉर्ड में तारीख नहीं

## How it was kept
pedigree-kept = इसे कैसे रखा गया
measure-temperature = तापमान
measure-relativehumidity = नमी
curve-broken = यह अपनी सीमा से बाहर उतने समय से ज़्यादा रहा, जितने में नुकसान नहीं होता।
curve-kept = जहाँ तक सेंसर ने बताया, यह अपनी सीमा के अंदर रहा।
curve-unlimited = सेंसर ने जो बताया; रिकॉर्ड में कोई सीमा नहीं है।
curve-outside = बाहर
curve-table = तालिका में
curve-when = कब
curve-value = मान
curve-limits = सीमा

## The graph
graph-title = क्या किससे बना
graph-how = जो डाला गया, वह उससे ऊपर है जो बना। हर खाना इस पेज पर अपने हिस्से तक ले जाता है।
graph-table = तालिका में
graph-what = क्या
graph-bond = कैसे
graph-into = किसमें
graph-amount = कितना
graph-left = { $had } में से { $left } बाकी
graph-taken = { $taken } इस्तेमाल हुआ
graph-papers = { $count ->
    [one] इससे एक दस्तावेज़ जुड़ा है
   *[other] इससे { $count } दस्तावेज़ जुड़े हैं
}
graph-doubt = कुछ मेल नहीं खाता
graph-more = { $count } और तालिका में।
bond-made = इसमें डाला गया
bond-packed = इसमें पैक किया गया
bond-member = इस बैच का है
side-subject = यही
side-class = इसका बैच
side-container = यह किसमें था
side-content = इसके अंदर क्या था
side-source = यह किससे बना
side-product = इससे क्या बना

## The route
route-title = नक्शे पर
route-label = नीचे की सूची की { $count } जगहों का नक्शा, उन्हीं नंबरों के साथ।
route-caption = उत्तर ऊपर है। रेखाएँ सीधी हैं: वे बताई गई जगहों को जोड़ती हैं, और बीच का रास्ता पता नहीं है।
route-own = इसका अपना रास्ता
