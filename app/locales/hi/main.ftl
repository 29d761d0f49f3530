# Hindi. Ids are kebab-case; every id stands in every locale, with the same variables.
# A brand or a product may be of either gender: sentences are built so that no verb has to agree with its name.

## Everywhere
brand-name = Touchstone
tagline = स्कैन करें। जानें कि यह क्या है, इस पर भरोसा करें या नहीं, और आगे क्या करें।
skip-to-content = सीधे कॉन्टेंट पर जाएँ
nav-label = मुख्य मेनू
nav-scan = स्कैन
nav-history = इतिहास
nav-mine = मेरे प्रोडक्ट
language-label = भाषा
footer-privacy = कोई अकाउंट नहीं, कोई तीसरा पक्ष नहीं। आप जो स्कैन करते हैं, वह इस डिवाइस पर और उस ब्रांड के पास रहता है जिसका प्रोडक्ट है।
footer-your-data = अपना डेटा देखें या मिटाएँ।
stored-copy = आप ऑफ़लाइन हैं। यह पेज { $when } पर लोड हुआ था और उसके बाद दोबारा जाँचा नहीं गया है।
optional = ज़रूरी नहीं

## Standings: the word, and the sentence below it
standing-recalled = वापस मँगाया गया: इस्तेमाल बंद करें
standing-blocked = इसे न लें
standing-not-issued = { $brand } ने जारी नहीं किया
standing-possibly-recalled = बैच जाँचें
standing-suspect = सावधान रहें
standing-mismatch = मेल नहीं खाता
standing-expired = एक्सपायर हो चुका
standing-unknown = यहाँ इसकी जानकारी नहीं
standing-product = { $product }
standing-batch = { $product }, बैच { $batch }
standing-issued = { $brand } ने जारी किया
standing-confirmed = पुष्टि हुई
standing-unchecked = अभी जाँचा नहीं गया
about-recalled = यह प्रोडक्ट वापस मँगाया गया है। इसका इस्तेमाल बंद करें।
about-blocked = इसी पैक को बेचना या इस्तेमाल करना मना है।
about-not-issued = { $brand } ने इस नंबर का कोई पैक जारी नहीं किया।
about-possibly-recalled = हो सकता है कि इस प्रोडक्ट के कुछ पैक वापस मँगाए गए हों। मिलाकर देखने से पहले इसे इस्तेमाल न करें।
about-suspect = यह कोड जहाँ-जहाँ और जितनी बार देखा गया, उसमें कुछ ठीक नहीं है।
about-mismatch = कोड में जो छपा है और ब्रांड के रिकॉर्ड में जो है, उनमें अंतर है।
about-expired = इसकी तारीख निकल चुकी है।
about-past-best-before = इसकी “बेस्ट बिफ़ोर” तारीख निकल चुकी है। यह अब भी अच्छा हो सकता है: देखें, सूँघें, चखें।
about-unknown = हम इस कोड को नहीं जानते। इससे यह नकली नहीं हो जाता।
about-product = यह कोड प्रोडक्ट बताता है। एक पैक को दूसरे से अलग नहीं पहचानता।
about-batch = यह कोड बैच बताता है। एक पैक को दूसरे से अलग नहीं पहचानता।
about-issued = चेतावनी का कोई संकेत नहीं। कोड की नकल हो सकती है: तस्वीर और बैच का मिलान करें।
about-confirmed = सील के नीचे का छिपा कोड आपने खोला, और किसी ने नहीं।
about-unchecked = आप ऑफ़लाइन हैं। कोड रख लिया गया है और नेटवर्क मिलने पर जाँचा जाएगा।
about-unreachable = हमारा सर्वर जवाब नहीं दे रहा। कोड रख लिया गया है और सर्वर के जवाब देते ही जाँचा जाएगा।
unchecked-before = { $day } को यह था: { $word }। तब से यह बदल सकता है।
caution-unchecked = दवा या छोटे बच्चों का खाना हो, तो जाँच होने तक रुकें।
also = साथ ही: { $standings }

## Home
home-title = आपके हाथ में क्या है?
home-scan = कोड स्कैन करें
home-points-title = आपको क्या पता चलेगा
home-point-trust = ब्रांड ने इसे जारी किया या नहीं, और कौन-सी बात इसके खिलाफ़ है।
home-point-recall = यह वापस मँगाया गया है या नहीं, और पैसे वापस कैसे पाएँ।
home-point-journey = यह कहाँ से आया, और आप तक कैसे पहुँचा।
home-point-recycle = पैक के हर हिस्से का क्या करें।
home-demo = डेमो लेबल से आज़माएँ

## Scan
scan-title = स्कैन
scan-why-camera = कैमरा कोड ढूँढता है। कोई तस्वीर आपके फ़ोन से बाहर नहीं जाती।
scan-start = कैमरा चालू करें
scan-stop = रोकें
scan-photo-label = कोड की फ़ोटो चुनें
scan-photo-send = फ़ोटो पढ़ें
scan-type-label = पैक पर छपा नंबर या लिंक
scan-type-hint = जैसे (01)09506000134352(21)A1, या लाइनों के नीचे के अंक
scan-type-send = जाँचें
scan-paste = पेस्ट करें
scan-torch = लाइट
scan-lens = दूसरा कैमरा
scan-sounds = दिशा बताने वाली आवाज़ें
scan-zoom = ज़ूम
scan-looking = कोड ढूँढ रहे हैं…
scan-starting = कैमरा चालू हो रहा है…
scan-checking = जाँच रहे हैं…
scan-several = { $count ->
    [one] { $count } कोड दिख रहा है। जाँचने के लिए उस पर टैप करें।
   *[other] { $count } कोड दिख रहे हैं। कौन-सा?
}
scan-part = यह कोड { $count } में से एक है, जो साथ मिलकर कुछ बताते हैं। अब तक पढ़े गए: { $read }। बाकी भी दिखाएँ।
scan-no-code = इस फ़ोटो में ऐसा कोई कोड नहीं है जिसे हम पढ़ सकें। और पास से, साफ़ और बिना चमक के फिर कोशिश करें।
scan-unreadable = इस फ़ोटो में कोड है, पर इतना खराब या धुँधला कि पढ़ा नहीं जाता। और पास से कोशिश करें, या नंबर टाइप करें।
scan-too-small = इस फ़ोटो में कोड है, पर बहुत छोटा है। और पास से लें।
scan-cut-off = कोड इस फ़ोटो से बाहर निकल रहा है। थोड़ा दूर से लें, चारों ओर जगह छोड़कर।
scan-glare = इस फ़ोटो में कोड पर रोशनी चमक रही है। पैक को तिरछा करें या रोशनी से हटें, और फिर कोशिश करें।
scan-blurred = इस फ़ोटो में कोड धुँधला है। हिलाएँ नहीं, कैमरे को फ़ोकस करने दें, और फिर कोशिश करें।
scan-worker-lost = कोड पढ़ने वाला हिस्सा फिर से शुरू हुआ। कोड को एक बार फिर कैमरे के सामने रखें।
scan-outdated = नया वर्शन आ गया है। पेज दोबारा लोड करें और फिर से स्कैन करें।
scan-no-picture = यह फ़ाइल ऐसी तस्वीर नहीं है जिसे ब्राउज़र खोल सके। दूसरी फ़ाइल चुनें।
scan-no-wasm = इस ब्राउज़र में कैमरे से कोड नहीं पढ़ा जा सकता। फ़ोटो चुनें या नंबर टाइप करें: यहाँ दोनों काम करते हैं।
camera-denied = इस पेज को कैमरे की इजाज़त नहीं है। ब्राउज़र की सेटिंग में इस साइट के लिए इजाज़त दें, या फ़ोटो चुनें।
camera-none = इस डिवाइस में ऐसा कोई कैमरा नहीं है जिसे ब्राउज़र इस्तेमाल कर सके। फ़ोटो चुनें या नंबर टाइप करें।
camera-busy = कैमरा किसी दूसरे ऐप में इस्तेमाल हो रहा है। वह ऐप बंद करें, या फ़ोटो चुनें।
camera-lost = कैमरा रुक गया। उसे फिर चालू करें, या फ़ोटो चुनें।
camera-insecure = ब्राउज़र कैमरे की इजाज़त सिर्फ़ सुरक्षित पेज (https) पर देते हैं। यह पेज https से खोलें, या फ़ोटो चुनें।
camera-slow = अगर आपसे कैमरे की इजाज़त नहीं माँगी जा रही, तो यह पेज अपने ब्राउज़र में खोलें, या फ़ोटो चुनें।
camera-retry = फिर कोशिश करें
other-uri-title = यह कोड एक लिंक है
other-uri-text = यह { $host } पर ले जाता है, यहाँ के किसी प्रोडक्ट पर नहीं। हम इसे अपने आप नहीं खोलते।
other-foreign-title = यह कोड { $brand } पर नहीं ले जाता
other-foreign-text = यह { $brand } का कोड लगता है, पर { $host } पर ले जाता है, जो { $brand } का कोई पता नहीं है। वहाँ पासवर्ड, कार्ड नंबर या पैक का कोई कोड न डालें।
other-uri-open = { $host } खोलें
other-text-title = यह कोड एक नोट है
other-text-text = इसमें टेक्स्ट है, प्रोडक्ट नंबर नहीं:
result-back = दूसरा कोड स्कैन करें

## Aiming, for whoever doesn't see the screen, too: short, and said one at a time
aim-move = { $way ->
    [left] फ़ोन बाईं ओर ले जाएँ।
    [right] फ़ोन दाईं ओर ले जाएँ।
    [up] फ़ोन ऊपर ले जाएँ।
    [down] फ़ोन नीचे ले जाएँ।
    [up-left] फ़ोन ऊपर और बाईं ओर ले जाएँ।
    [up-right] फ़ोन ऊपर और दाईं ओर ले जाएँ।
    [down-left] फ़ोन नीचे और बाईं ओर ले जाएँ।
   *[down-right] फ़ोन नीचे और दाईं ओर ले जाएँ।
}
aim-little = { $way ->
    [left] थोड़ा बाईं ओर।
    [right] थोड़ा दाईं ओर।
    [up] थोड़ा ऊपर।
    [down] थोड़ा नीचे।
    [up-left] थोड़ा ऊपर और बाईं ओर।
    [up-right] थोड़ा ऊपर और दाईं ओर।
    [down-left] थोड़ा नीचे और बाईं ओर।
   *[down-right] थोड़ा नीचे और दाईं ओर।
}
aim-closer = कोड दिख रहा है। पास लाएँ।
aim-back = कोड दिख रहा है। दूर ले जाएँ।
aim-hold = कोड दिख रहा है। हिलाएँ नहीं।
aim-tilt = कोड दिख रहा है। चमक से हटाकर तिरछा करें।
aim-blurred = कोड दिख रहा है, धुँधला है। हिलाएँ नहीं, या थोड़ा दूर ले जाएँ।
aim-damaged = कोड दिख रहा है, पर खराब लगता है। न पढ़ा जाए तो नंबर टाइप करें।
aim-search-back = कोड नहीं दिख रहा। फ़ोन धीरे-धीरे पीछे लाएँ।
aim-search = { $way ->
    [left] कोड नहीं दिख रहा। धीरे-धीरे बाईं ओर ले जाएँ।
    [right] कोड नहीं दिख रहा। धीरे-धीरे दाईं ओर ले जाएँ।
    [up] कोड नहीं दिख रहा। धीरे-धीरे ऊपर ले जाएँ।
   *[down] कोड नहीं दिख रहा। धीरे-धीरे नीचे ले जाएँ।
}
aim-turn = लगता है इस तरफ़ कोड नहीं है। पैक घुमाएँ और पास लाएँ।

## History
history-title = इतिहास
history-empty = इस डिवाइस पर अभी तक कुछ स्कैन नहीं किया गया है।
short-issued = जारी किया गया
short-not-issued = जारी नहीं किया गया
short-recalled = वापस मँगाया गया
short-possibly-recalled = बैच जाँचें
short-product = प्रोडक्ट
short-batch = बैच
history-erase = मिटाएँ
history-erase-all = सब मिटाएँ
history-erased = मिटा दिया।
history-undo = वापस लाएँ
history-pending = नेटवर्क का इंतज़ार
history-before = नेटवर्क का इंतज़ार · { $day }: { $word }
history-private = यह सूची सिर्फ़ इसी डिवाइस पर रहती है। नेटवर्क मिलने पर फ़ोन पूछता है कि इसमें से क्या वापस मँगाया गया; उसका कुछ भी रखा नहीं जाता।
history-alerts = { $count ->
    [one] आपकी स्कैन की हुई एक चीज़ उसके बाद वापस मँगाई गई है। देखें कौन-सी।
   *[other] आपकी स्कैन की हुई { $count } चीज़ें उसके बाद वापस मँगाई गई हैं। देखें कौन-सी।
}
history-recalled-since = वापस मँगाया गया, { $day } को पता चला: इस्तेमाल बंद करें
history-maybe-recalled-since = हो सकता है इसे वापस मँगाया गया हो, { $day } को पता चला: बैच मिलाएँ

## Forms that wait for a network
queue-title = फ़ॉर्म
queue-kept = इंतज़ार में, भेजा नहीं गया। नेटवर्क मिलते ही जाएगा; आप इसे इतिहास में देख सकते हैं।
queue-waiting = इंतज़ार में, भेजा नहीं गया
queue-sent = भेजा गया
queue-refused = स्वीकार नहीं हुआ
queue-again = पेज फिर खोलें
queue-forget = मिटाएँ
queue-report = शिकायत
queue-claim = दावा
queue-register = रजिस्ट्रेशन
queue-feedback = आपकी राय
queue-follow = वापस मँगाने की सूचना

## Trouble on the way
offline = नेटवर्क नहीं है। आपने जो टाइप किया है, वह रखा हुआ है; नेटवर्क मिलने पर फिर कोशिश करें।
unreachable = सर्वर जवाब नहीं दे रहा। आपने जो टाइप किया है, वह रखा हुआ है; एक मिनट बाद फिर कोशिश करें।
refused = सर्वर ने इसे स्वीकार नहीं किया: { $detail }
broken = सर्वर में कुछ खराबी है। आपने जो टाइप किया है, वह रखा हुआ है; एक मिनट बाद फिर कोशिश करें।
try-again = फिर कोशिश करें
problem-title = यह नहीं हो पाया
problem-reference = इसके बारे में पूछें, तो { $instance } बताएँ।
update-ready = नया वर्शन तैयार है।
update-now = अभी दोबारा लोड करें
install = ऐप की तरह इंस्टॉल करें

## Time
date = { $day } { $month } { $year }
month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर
just-now = अभी-अभी
# “कल” is both yesterday and tomorrow: days are counted.
minutes-ago = { $n } मिनट पहले
hours-ago = { $n } घंटे पहले
days-ago = { $n } दिन पहले
list-and = { $first } और { $last }
