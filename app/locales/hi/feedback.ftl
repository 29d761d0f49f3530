# Hindi: what people think of packs. Only the server renders these.
feedback-title = लोग इसके बारे में क्या सोचते हैं
feedback-average = 5 में से { $average } स्टार, { $count ->
    [one] { $count } व्यक्ति की राय
   *[other] { $count } लोगों की राय
}
feedback-stars = { $count } स्टार
feedback-of-five = 5 में से { $stars } स्टार
feedback-none = अभी तक किसी ने इसके बारे में कुछ नहीं कहा है।
feedback-owners = { $count ->
    [0] इनमें से किसी ने पैक रजिस्टर नहीं किया, इसलिए किसी के खरीदार होने का सबूत नहीं है।
   *[other] इनमें से { $count } ने पैक रजिस्टर किया। और किसी के खरीदार होने का सबूत नहीं है।
}
feedback-hidden-count = { $count ->
    [one] { $count } राय नहीं दिखाई जाती, क्योंकि उसके शब्दों से नियम टूटा। उसके स्टार गिने जाते हैं।
   *[other] { $count } राय नहीं दिखाई जातीं, क्योंकि उनके शब्दों से नियम टूटा। उनके स्टार गिने जाते हैं।
}
feedback-this-batch = बैच { $batch }, यही वाला
feedback-other-batch = बैच { $batch }, यह वाला नहीं
feedback-owner = रजिस्टर्ड मालिक
feedback-nobody = खरीदार होने का सबूत नहीं
feedback-for-points = लिखने पर पॉइंट मिले, स्टार चाहे जितने हों
feedback-photo-alt = साथ में आई फ़ोटो
feedback-answers = { $brand } का जवाब, { $when }
feedback-answer-before = यह जवाब जिस बात पर है, वह बाद में बदली गई।
feedback-needs-batch = राय एक बैच के बारे में होती है। राय देने के लिए किसी पैक का पेज खोलें, या उसका बैच डालें।
feedback-write = इसके बारे में अपनी राय दें
feedback-why = दूसरों को आपके स्टार और शब्द बैच के साथ दिखते हैं, यह कभी नहीं कि आप कौन हैं। ये { $brand } को भी दिखते हैं, और वहाँ से यहाँ जवाब आ सकता है।
feedback-wrong = क्या इस पैक में कुछ गड़बड़ है, या इससे किसी को नुकसान हुआ है? स्टार समय रहते किसी तक नहीं पहुँचते।
feedback-wrong-link = “कुछ गड़बड़ है?” में बताएँ
feedback-stars-label = आपके स्टार
feedback-words = आपके शब्दों में
feedback-photo = फ़ोटो
feedback-photo-hint = छोटी करके रखी जाती है, और कैमरा तस्वीर के साथ जो जानकारी लिखता है उसके बिना। दूसरों को यह { $brand } के देखने के बाद ही दिखती है।
feedback-photo-again = दूसरी फ़ोटो तभी चुनें जब उसे रखी हुई फ़ोटो की जगह लगाना हो।
feedback-no-photo = रखी हुई फ़ोटो हटाएँ
feedback-quote-title = क्या आपके शब्द { $brand } के विज्ञापन में आ सकते हैं?
feedback-quote-ask = { $brand } को ये शब्द बिना नाम के विज्ञापन में इस्तेमाल करने की इजाज़त है। मुझे यह इजाज़त कभी भी वापस लेने का हक है, और तब यह खत्म हो जाती है।
feedback-quote-hint = इसे खाली छोड़ें, तो बाकी सब वैसा ही रहता है। स्टार और पॉइंट इस पर निर्भर नहीं हैं।
feedback-points = रजिस्टर्ड मालिक होने के नाते आपको इसके लिए { $points } पॉइंट मिलते हैं, चाहे यह आपको पसंद हो या न हो। दूसरों को यह दिखता है।
feedback-points-register = रजिस्टर्ड मालिकों को इसके लिए { $points } पॉइंट मिलते हैं, चाहे उन्हें यह पसंद हो या न हो।
feedback-send = भेजें
feedback-own-title = आपने क्या कहा
feedback-change = बदलें
feedback-send-again = बदलाव सेव करें
feedback-erase = मिटाएँ
feedback-erase-why = आपके स्टार, शब्द और फ़ोटो हमेशा के लिए हट जाते हैं और आगे नहीं गिने जाते। उनके पॉइंट वापस चले जाते हैं।
feedback-unquote = विज्ञापन की इजाज़त वापस लें
feedback-quoted = आपने { $brand } को अपने शब्द विज्ञापन में देने की इजाज़त दी है।
feedback-photo-waits = दूसरों को आपकी फ़ोटो { $brand } के देखने के बाद दिखेगी।
feedback-photo-shown = दूसरों को आपकी फ़ोटो दिखती है।
feedback-is-hidden = { $brand } ने आपके शब्द छिपाए ({ $when }): { $why }
feedback-is-hidden-counts = आपके स्टार अब भी गिने जाते हैं। आप शब्द बदलें, तो { $brand } की ओर से वे फिर दिखाए जा सकते हैं।
feedback-is-hidden-spam = आपके स्टार नहीं गिने जाते। अगर यह गलती है, तो नंबर { $reference } बताकर { $brand } से पूछें।
hidden-because-spam = वे इस पैक के बारे में नहीं हैं, किसी चीज़ का विज्ञापन करते हैं या मशीन के लिखे हैं।
hidden-because-insult = वे किसी का अपमान करते हैं।
hidden-because-person = वे बताते हैं कि कोई व्यक्ति कौन है।
hidden-because-elsewhere = वे किसी दूसरे प्रोडक्ट, या किसी दुकान या उसकी डिलीवरी के बारे में हैं।
hidden-because-unlawful = वे कानून के खिलाफ़ हैं।
feedback-done-title = धन्यवाद
feedback-done-text = आपके स्टार गिने जाते हैं, और आपके शब्द इस पैक के पेज पर हैं।
feedback-done-stars = आपके स्टार गिने जाते हैं।
feedback-done-hidden = सेव हो गया। आपके शब्द पहले { $brand } ने छिपाए थे, और वहीं से फिर दिखाए जा सकते हैं।
feedback-done-owner = आपको रजिस्टर्ड मालिक दिखाया जाता है, बिना किसी नाम के।
feedback-done-nobody = साथ में लिखा रहता है कि आपके खरीदार होने का सबूत नहीं है। इस ब्राउज़र में पैक रजिस्टर करें, तो लिखा रहेगा कि पैक आपका है।
feedback-done-quote = { $brand } को आपके शब्द विज्ञापन में देने की इजाज़त है। आप इसे यहाँ, या “आपका डेटा” में, वापस ले सकते हैं।
feedback-done-points = { $points ->
    [one] आपको { $points } पॉइंट मिला।
   *[other] आपको { $points } पॉइंट मिले।
}
feedback-done-waiting = { $points } पॉइंट इंतज़ार में: देखें क्यों
feedback-done-again = सिर्फ़ यही ब्राउज़र इसे फिर ढूँढ सकता है, बदलने या मिटाने के लिए।
feedback-erased-title = मिटा दिया
feedback-erased-text = आपने इस पैक के बारे में जो कहा था, वह हट गया है और अब गिना नहीं जाता।
feedback-unquoted-title = इजाज़त वापस ली
feedback-unquoted-text = आपके शब्द अब विज्ञापन में नहीं दिए जा सकते। आपके स्टार और शब्द पैक के पेज पर रहते हैं।
feedback-mine-title = आपने पैकों के बारे में क्या कहा
feedback-mine-open = देखें, बदलें, मिटाएँ
problem-no-feedback = स्टार उन पैकों के लिए हैं जिनका बैच पता हो, और जो न वापस मँगाए गए हों, न रोके गए हों, न शक के घेरे में हों। इस पैक में क्या गड़बड़ है, यह उसके पेज पर “कुछ गड़बड़ है?” में बताएँ।
privacy-kind-feedback = { $count ->
    [one] { $count } पैक के बारे में आपकी राय
   *[other] { $count } पैकों के बारे में आपकी राय
}
privacy-consent-quote = { $brand } को विज्ञापन में यह देने की इजाज़त है कि आपने { $product } के बारे में क्या कहा।
