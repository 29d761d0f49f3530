# Hindi: comparing a pack, saying that something is wrong. Only the server renders these.

## Compare with the picture
look-title = तस्वीर से मिलाकर देखें
look-why = देखने से कोड के मुकाबले ज़्यादा पता चलता है: पैक को इस तस्वीर के पास रखें।
look-legend = { $n }. { $part }
look-legend-line = { $n }.
look-yes = हाँ
look-no = नहीं
look-send = मिलाकर देख लिया
look-more = यह भी देखें
look-mark = कहाँ देखें, नंबर से
look-done-title = यह वैसा ही दिखता है जैसा होना चाहिए
look-done-text = आपने जो-जो मिलाकर देखा, सब वैसा है जैसा { $brand } ने बताया है। अच्छी नकल भी ऐसी दिख सकती है, इसलिए यह सबूत नहीं है।
look-differs-title = इसे इस्तेमाल न करें
look-differs-text = { $brand } ने सही पैक जैसा बताया है, आपका पैक उससे अलग है।
look-differs-list = कैसा होना चाहिए, और आपका वैसा नहीं है
look-differs-ask = पैक और रसीद संभालकर रखें, और { $brand } से पूछें।
look-differs-report = { $brand } को बताएँ, ताकि दूसरे सावधान हो सकें
look-back = पैक पर वापस
problem-look-missing = हर सवाल का जवाब दें: हाँ या नहीं।

## Something is wrong?
report-title = कुछ गड़बड़ है?
report-why = आपको जो दिखता है, वह { $brand } को बताएँ। अकाउंट ज़रूरी नहीं, और किसी को नहीं बताया जाता कि आप कौन हैं।
report-words = क्या गड़बड़ है?
report-photo = इसकी फ़ोटो
report-photo-hint = छोटी करके रखी जाती है, और कैमरा तस्वीर के साथ जो जानकारी लिखता है उसके बिना। चेहरे और नाम ढक दें।
report-near = यह आपको कहाँ से मिला?
report-near-hint = शहर या पिन कोड काफ़ी है। जगह करीब 5 किमी तक गोल करके रखी जाती है।
report-send = रिपोर्ट भेजें
report-done-title = { $brand } को आपकी रिपोर्ट मिल गई है
report-done-text = इसके बारे में पूछें, तो यह नंबर बताएँ।
report-done-meanwhile = जवाब मिलने तक पैक और रसीद संभालकर रखें। अगर इससे किसी को नुकसान हो सकता है, तो इसे इस्तेमाल न करें।
report-kept-photo = फ़ोटो रखी गई, कैमरे की साथ में लिखी जानकारी के बिना।
report-kept-place = जगह रखी गई, करीब 5 किमी तक गोल करके।
report-kept-nobody = न नाम रखा गया, न पता। सिर्फ़ यही ब्राउज़र इस रिपोर्ट को फिर ढूँढ सकता है।

## A link that leads elsewhere
reason-foreign-link = यह कोड { $host } का लिंक है, जो { $brand } का कोई पता नहीं है।
limit-foreign-link = दुकानें अपने लिंक छाप सकती हैं। इसमें लिखा प्रोडक्ट नंबर कुछ साबित नहीं करता: उसे कोई भी लिख सकता है।
about-foreign-link = यह कोड { $brand } पर नहीं ले जाता। यह { $host } पर ले जाता है।

## A pack whose code can't be read
typed-title = इस पैक को उस पर छपी जानकारी से जाँचें
typed-why = यह कोड एक पैक को दूसरे से अलग नहीं पहचानता। इसके पास जो छपा है, उससे ज़्यादा पता चलता है।
typed-picture = { $product } पर कहाँ देखें
typed-batch = 1. बैच
typed-date = 2. तारीख
typed-date-hint = जैसी छपी है: 31.08.2027, 08/2027 या 270831।
typed-batch-send = बैच और तारीख जाँचें
typed-serial = 1. इस पैक का नंबर
typed-serial-third = 3. या इस पैक का नंबर
typed-serial-hint = पाँच-पाँच के चार समूह, या जैसा छपा है।
typed-serial-send = नंबर जाँचें
slip-group = समूह { $group } फिर से देखें
slip-groups = समूह { $groups } फिर से देखें
slip-groups-text = हर समूह का अपना एक जाँच अक्षर होता है, और वहाँ वह मेल नहीं खाता। पैक से एक-एक अक्षर मिलाकर देखें।
slip-length = अक्षर फिर से गिनें
slip-length-text = नंबर में पाँच-पाँच अक्षरों के चार समूह होते हैं। कुछ छूटा है, या दो बार आया है।
slip-batch = बैच फिर से देखें
slip-batch-text = यहाँ { $brand } के इस प्रोडक्ट का बैच “{ $batch }” नहीं है। 0 और O, 1 और I एक जैसे दिखते हैं। अगर यही छपा है, तो एक बार फिर भेजें।
slip-no-date = तारीख फिर से देखें
slip-no-date-text = “{ $date }” कोई तारीख नहीं है। जैसी छपी है, वैसी ही अंकों में टाइप करें।
slip-date = दोनों फिर से देखें
slip-date-text = { $brand } के रिकॉर्ड में बैच { $batch } की तारीख अलग है। सबसे ज़्यादा संभावना टाइप करने में चूक की है। अगर दोनों ऐसे ही छपे हैं, तो एक बार फिर भेजें।
slip-date-twice = बैच और तारीख मेल नहीं खाते
slip-date-twice-text = { $brand } के रिकॉर्ड में बैच { $batch } की तारीख उससे अलग है जो आपने दो बार टाइप की। बात साफ़ होने तक इसे इस्तेमाल न करें, और नीचे { $brand } को बताएँ।
