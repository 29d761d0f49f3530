# Hindi, for pages that only the server renders. What the browser says is in main.ftl.

## Cautions, for medicine and the like
caution-do-not-use = इसे इस्तेमाल न करें। इस बीच क्या इस्तेमाल करें, यह अपने फ़ार्मासिस्ट या डॉक्टर से पूछें।
caution-do-not-use-until-clear = बात साफ़ होने तक इसे इस्तेमाल न करें। अपने फ़ार्मासिस्ट या डॉक्टर से पूछें।
caution-first-do-not-use = इसे इस्तेमाल न करें।
caution-first-do-not-use-until-clear = बात साफ़ होने तक इसे इस्तेमाल न करें।

aloud = पढ़कर सुनाएँ
aloud-stop = पढ़ना रोकें

## Reasons, each with its evidence; limits say what it can't tell
reasons-title = हम ऐसा क्यों कहते हैं
reason-recalled = { $scope ->
    [batch] यह बैच { $on } को वापस मँगाया गया।
    [serials] इन नंबरों के पैक { $on } को वापस मँगाए गए।
    [dates] इन तारीखों के पैक { $on } को वापस मँगाए गए।
   *[product] यह प्रोडक्ट { $on } को वापस मँगाया गया।
}
reason-possibly-recalled = { $scope ->
    [batch] इस प्रोडक्ट के कुछ बैच { $on } को वापस मँगाए गए, और कोड नहीं बताता कि यह कौन-सा बैच है।
    [serials] इस प्रोडक्ट के कुछ पैक { $on } को नंबरों के आधार पर वापस मँगाए गए, और इस कोड में नंबर नहीं है।
    [dates] कुछ तारीखों के पैक { $on } को वापस मँगाए गए, और इस पैक की कोई तारीख पता नहीं है।
   *[notice] एक सरकारी संस्था ने { $on } को एक सूचना प्रकाशित की, जो इसी प्रोडक्ट के बारे में लगती है। ब्रांड ने इसकी पुष्टि नहीं की है।
}
limit-possibly-recalled = फ़ैसला उससे होगा जो पैक पर छपा है: कोड और हमारे रिकॉर्ड से काफ़ी पता नहीं चलता।
reason-unit-stolen = इस पैक के चोरी होने की रिपोर्ट की गई है।
reason-said-stolen = इस पैक को रजिस्टर करने वाले किसी व्यक्ति का कहना है कि यह चोरी हुआ था।
reason-unit-destroyed = इस पैक के नष्ट या रीसाइकल किए जाने की रिपोर्ट की गई है।
reason-unit-exported = इस पैक को दूसरे बाज़ार के लिए एक्सपोर्ट घोषित किया गया है।
reason-unit-consumed = यह पैक पहले ही इस्तेमाल हो चुका है या किसी को दिया जा चुका है।
reason-unit-decommissioned = इस पैक को चलन से हटा दिया गया है।
reason-unit-rejected = इस कोड को छपाई के समय ही खारिज कर दिया गया था।
reason-unit-locked = ब्रांड ने इस पैक को लॉक कर दिया है।
reason-never-issued = { $since ->
    [none] { $brand } ने अपने सारे नंबर बता दिए हैं, और यह उनमें नहीं है।
   *[other] { $brand } ने { $since } से अपने सारे नंबर बताए हैं, और यह उनमें नहीं है।
}
reason-never-issued-typed = आपने जो नंबर टाइप किया, उस नंबर का कोई पैक { $brand } के पास नहीं है।
reason-impossible-travel = { $hours ->
    [0] इसे { $from } में जाँचा गया और एक घंटे के अंदर { $to } में भी, जो { $km } किमी दूर है। एक ही पैक दोनों जगह नहीं हो सकता।
   *[other] इसे { $from } में जाँचा गया और { $hours } घंटे के अंतर से { $to } में भी, जो { $km } किमी दूर है। एक ही पैक दोनों जगह नहीं हो सकता।
}
reason-many-sessions = { $days ->
    [0] आज { $sessions } अलग-अलग लोगों ने इसे जाँचा है। एक ही पैक से ऐसा कम ही होता है।
   *[other] { $days } दिन के अंदर { $sessions } अलग-अलग लोगों ने इसे जाँचा है। एक ही पैक से ऐसा कम ही होता है।
}
reason-many-owners = { $people } अलग-अलग लोगों ने इसे किसी और दिन फिर से देखा, जैसे घर में रखे पैक को देखा जाता है।
reason-many-countries = अलग-अलग लोगों ने इसे { $countries } में जाँचा है।
reason-many-towns = अलग-अलग लोगों ने इसे { $towns } शहरों में जाँचा है, जो एक-दूसरे से दूर हैं।
reason-sold-elsewhere = { $hours ->
    [0] यह { $from } में बिका और एक घंटे के अंदर { $to } में था, जो { $km } किमी दूर है।
   *[other] यह { $from } में बिका और { $hours } घंटे के अंतर से { $to } में था, जो { $km } किमी दूर है।
}
reason-two-places = { $from ->
    [none] व्यापारियों की रिपोर्ट में यह ऐसी दो जगहों पर है, जहाँ एक ही पैक नहीं हो सकता: { $first } और { $again }।
   *[other] व्यापारियों की रिपोर्ट में यह { $from } में है ({ $first }), और { $to } में भी ({ $again })। एक ही पैक दोनों जगह नहीं हो सकता।
}
reason-seen-after-end = इसे जाँचा गया ({ $last }), जबकि इसके नष्ट या रीसाइकल किए जाने की रिपोर्ट पहले हो चुकी थी ({ $since })।
reason-first-seen-expired = इसकी तारीख { $on } थी, और इसकी पहली जाँच उसके बाद हुई: { $first }।
reason-lot-astray = इस बैच के जाँचे गए { $of } पैक में से { $units } की जाँच { $seen } में हुई, जबकि यह बैच वहाँ के लिए नहीं बना था।
reason-wrong-market = इसे { $intended } के लिए बनाया गया था और { $seen } में जाँचा गया।
reason-signature-wrong = इस कोड का सिग्नेचर उससे मेल नहीं खाता जो कोड बताता है।
reason-signature-unknown-key = कोड पर कुंजी { $key } का सिग्नेचर है, जो यहाँ { $brand } की कोई कुंजी नहीं है।
reason-signature-revoked = कोड पर सिग्नेचर है, पर उसकी कुंजी { $brand } ने बाद में रद्द कर दी: { $on }।
reason-signature-missing = इस पैक के कोड { $brand } के सिग्नेचर के साथ होते हैं, और इस कोड पर सिग्नेचर नहीं है।
reason-signature-valid = यह कोड जो बताता है, ठीक उसी पर { $brand } का सिग्नेचर है।
reason-last-seen = अपने तय रास्ते पर इसे आखिरी बार देखा गया: { $at }।
reason-batch-differs = कोड में बैच { $code } है। रिकॉर्ड में बैच { $record } है।
reason-expiry-differs = कोड में एक्सपायरी { $code } है। रिकॉर्ड में { $record } है।
reason-expired = यह { $on } को, यानी { $days } दिन पहले, एक्सपायर हुआ।
reason-past-best-before = इसकी बेस्ट बिफ़ोर तारीख { $on } थी, यानी { $days } दिन पहले।
reason-unknown-product = Touchstone इस्तेमाल करने वाले किसी ब्रांड ने यह नंबर जारी नहीं किया है।
reason-unknown-serial = { $brand } ने हमें इस पैक का नंबर नहीं बताया है।
reason-unknown-batch = { $brand } ने हमें बैच { $batch } के बारे में नहीं बताया है।
reason-not-an-identity = इस कोड में प्रोडक्ट नंबर नहीं है।
reason-no-serial = इस कोड में इस एक पैक का अपना नंबर नहीं है।
reason-in-house-number = प्रोडक्ट का नंबर { $brand } का अपना है, GS1 लाइसेंस के बिना।
reason-issued = { $brand } ने यह पैक जारी किया।
reason-issued-when-made = इस बैच में नंबर बनते ही जारी माना जाता है; अभी तक कुछ नहीं बताता कि वह किसी पैक पर है।
reason-not-yet-issued = { $state ->
    [printed] { $brand } ने यह नंबर बनाया और छापा; यह किसी पैक पर है, ऐसा रिकॉर्ड अभी नहीं है।
    [applied] { $brand } ने यह नंबर एक पैक पर लगाया; पैक वहाँ से निकला, ऐसा रिकॉर्ड अभी नहीं है।
   *[allocated] { $brand } ने यह नंबर बनाया; यह छपा, ऐसा रिकॉर्ड अभी नहीं है।
}
reason-revealed = छिपा कोड आपने खोला ({ $at }), और किसी ने नहीं।
reason-revealed-before = छिपा कोड किसी दूसरे ब्राउज़र में खोला गया: { $at }।
reason-revealed-again = छिपा कोड खोला गया ({ $first }), और किसी और ने भी खोला ({ $again })।
reason-first-check = इस कोड की यह पहली जाँच है।
reason-checked-before = { $checks ->
    [one] इसे पहले एक बार जाँचा गया: { $first }।
   *[other] इसे { $checks } बार जाँचा गया, पहली बार: { $first }।
}
reason-checked-by-you = यह कोड पहले आपने जाँचा था, और किसी ने नहीं।
reason-good-until = { $days ->
    [0] आज तक ठीक है।
   *[other] { $on } तक ठीक है, { $days } दिन और।
}
limit-unit-stolen = अगर आपने इसे सही समझकर खरीदा, तो रसीद संभालकर रखें और ब्रांड से पूछें।
limit-said-stolen = उन्होंने इसे सिर्फ़ सबको दिखने वाले कोड से रजिस्टर किया। जो इसे बेच रहा है, उससे रसीद माँगें।
limit-never-issued = छपाई की गलती भी ऐसी ही दिखेगी: फ़ैसला करने से पहले पैक का मिलान करें।
limit-never-issued-typed = सबसे ज़्यादा संभावना टाइप करने में चूक की है।
limit-impossible-travel = दोनों में से एक पैक असली हो सकता है। कौन-सा, यह हम कोड से नहीं बता सकते।
limit-many-sessions = दुकान में दिखाने के लिए रखा पैक भी इतनी बार स्कैन हो सकता है।
limit-many-owners = कई फ़ोन वाला परिवार भी हमें ऐसा ही दिखता है।
limit-many-countries = हो सकता है किसी ने कोड की तस्वीर इंटरनेट पर डाली हो।
limit-many-towns = हो सकता है किसी ने घर बदला हो, या यह किसी को दे दिया हो।
limit-sold-elsewhere = घड़ी गलत हो, तो भी ऐसा ही दिखेगा।
limit-two-places = दोनों में से एक रिपोर्ट गलत हो सकती है।
limit-seen-after-end = शायद इसे नष्ट किया ही नहीं गया।
limit-first-seen-expired = शायद यह दराज़ में पड़ा रहा।
limit-lot-astray = इससे पैक पर सवाल नहीं उठता, सिर्फ़ इसके यहाँ पहुँचने के रास्ते पर।
limit-wrong-market = हो सकता है कोई इसे बस सफ़र में साथ ले गया हो।
limit-unknown-product = यह असली हो सकता है: हर ब्रांड यहाँ नहीं है।
limit-unknown-serial = यह बात न इसके पक्ष में है, न इसके खिलाफ़।
limit-no-serial = इस कोड की नकल हमें बिल्कुल ऐसी ही दिखती है।
limit-in-house-number = कहीं और यही नंबर किसी और चीज़ का हो सकता है।
limit-issued = सिर्फ़ कोड से नकल और असली में फ़र्क नहीं किया जा सकता।
limit-issued-when-made = छपने से पहले चोरी हुई कोडों की सूची भी ऐसी ही दिखेगी।
limit-not-yet-issued = हो सकता है रिपोर्ट देर से आए, या कोडों की सूची चोरी हुई हो। यह नकली होने का सबूत नहीं है।
limit-signature-wrong = इस कोड को ऐसे किसी ने लिखा या बदला है जिसके पास ब्रांड की कुंजी नहीं है। खराब हुआ कोड तो पढ़ा ही नहीं जाता।
limit-signature-unknown-key = यह बात न इसके पक्ष में है, न इसके खिलाफ़।
limit-signature-revoked = जिसके पास वह कुंजी है, वह अपने कोडों पर भी सिग्नेचर कर सकता है: अब इस सिग्नेचर से कुछ पता नहीं चलता।
limit-signature-missing = पैक पर बिना सिग्नेचर का दूसरा कोड भी हो सकता है। दूसरा कोड भी स्कैन करें।
limit-signature-valid = कोड की नकल पर भी यही सिग्नेचर होता है।
limit-revealed = यह बात उसी पैक के लिए सही है जिसमें आपको कोड मिला, किसी और के लिए नहीं।
limit-revealed-before = अगर वह आप थे, तो सब ठीक है। अगर आपके हाथ के पैक की सील साबुत है, तो उसके कोड की नकल हुई है: ब्रांड से पूछें।
limit-revealed-again = जिसके पास दूसरा फ़ोन हो, या जिसे पैक पहले मालिक से मिला हो, वह भी हमें ऐसा ही दिखता है।
limit-first-check = कोड की नकल हुई हो, तो हो सकता है नकल की जाँच पहले हो।
limit-checked-before = घर के लोग, दुकानें और जाँच करने वाले एक से ज़्यादा बार देखते हैं।
limit-past-best-before = बेस्ट बिफ़ोर का मतलब एक्सपायरी नहीं है: देखें, सूँघें, चखें।

## Places as a reason names them
source-device = जगह: फ़ोन की अपनी लोकेशन
source-typed = जगह: जैसी टाइप की गई
source-address = जगह: नेटवर्क के पते से लगाया अंदाज़ा, जो गलत हो सकता है

## Next steps
steps-title = अब क्या करें
step-stop-using = इस्तेमाल बंद करें
step-do-not-accept = इसे न लें, न खरीदें, न इस्तेमाल करें
step-claim = रिफ़ंड या मरम्मत माँगें
step-check-typing = नंबर पैक से फिर मिलाकर देखें
step-check-batch = पैक पर छपा बैच मिलाकर देखें
step-compare-pack = पैक से मिलाकर देखें
step-ask-brand = { $brand } से पूछें
step-report = { $brand } को बताएँ कि क्या गड़बड़ है
step-register = रजिस्टर करें
step-recycle = रीसाइकल करने का तरीका देखें
step-scan-another = दूसरा कोड स्कैन करें

## The product
usage-title = इस्तेमाल और रखरखाव
batch-title = बैच { $batch }
batch-produced = बनने की तारीख
batch-expiry = एक्सपायरी
batch-best-before = बेस्ट बिफ़ोर
batch-origin = यह कहाँ से आया
batch-advice = इस बैच के लिए
batch-days = यानी
batch-days-left = { $days ->
    [0] आखिरी दिन
   *[other] { $days } दिन और
}
batch-days-past = { $days } दिन पहले निकल चुकी
batch-allergens = एलर्जी वाली चीज़ें:
batch-safety = ध्यान दें:
batch-serving = बनाना और परोसना
batch-storage = कैसे रखें
batch-dose = खुराक
batch-care = देखभाल
batch-markets = किनके लिए बना
unit-title = यह पैक
unit-serial = इस पैक का नंबर

## Links of the brand
links-title = { $brand } के और लिंक
links-choose = कई लिंक हैं। एक चुनें; हर लिंक दूसरी साइट पर ले जाता है।

## Journey
journey-title = यह कहाँ-कहाँ रहा
journey-empty = ब्रांड ने इस पैक का सफ़र नहीं बताया है।
journey-gap = { $days } दिन की कोई जानकारी नहीं
journey-made-from = यह किससे बना
journey-carried = अपने कंटेनर में और पैलेट पर
did-commissioning = नंबर दिया गया
did-creating-class-instance = बनाया गया
did-transforming = बनाया गया
did-transformation = बनाया गया
did-harvesting = फ़सल ली गई
did-packing = पैक किया गया
did-unpacking = पैक से निकाला गया
did-shipping = भेजा गया
did-departing = रवाना हुआ
did-transporting = रास्ते में
did-arriving = पहुँचा
did-receiving = प्राप्त हुआ
did-storing = स्टोर किया गया
did-stocking = शेल्फ़ पर रखा गया
did-loading = लादा गया
did-unloading = उतारा गया
did-inspecting = जाँचा गया
did-accepting = स्वीकार किया गया
did-retail-selling = बिका
did-dispensing = दिया गया
did-holding = रोका गया
did-destroying = नष्ट किया गया
did-collecting = पुनर्चक्रण के लिए लिया गया
did-decommissioning = चलन से हटाया गया
did-returning = लौटाया गया
did-repairing = मरम्मत हुई
did-other = देखा गया
was-stolen = चोरी होने की रिपोर्ट
was-destroyed = नष्ट किया गया
was-recalled = वापस मँगाया गया
was-damaged = खराब हुआ

## Recycling
recycling-title = रीसाइक्लिंग
recycling-near-label = शहर या पिन कोड
recycling-near-send = जगहें ढूँढें
recycling-near-me = मेरी लोकेशन लें
recycling-near-unknown = हमारी सूची में “{ $near }” के पास कोई जगह नहीं है। सबसे पास के बड़े शहर से कोशिश करें।
recycling-places = इसे लेने वाली जगहें
recycling-place-km = { $km } किमी
recycling-place-map = नक्शे में खोलें
recycling-places-more = और जगहें: { $count }
material-glass = काँच
material-paper = कागज़
material-cardboard = गत्ता
material-pet = PET प्लास्टिक
material-plastic = प्लास्टिक
material-metal = धातु
material-aluminium = एल्युमिनियम
material-organic = जैविक कचरा
material-electronics = इलेक्ट्रॉनिक्स
material-batteries = बैटरी
material-medicine = दवा
material-residual = बाकी कचरा
part-grams = { $grams } ग्राम
part-recycled = { $percent } % रीसाइकल किया हुआ
part-reusable = दोबारा इस्तेमाल लायक

## Recall
recall-title = सुरक्षा के लिए प्रोडक्ट वापस मँगाया गया
recall-possible-title = सुरक्षा के लिए वापस मँगाने की सूचना: बैच मिलाकर देखें
recall-possible = यह पक्का नहीं है कि बात इसी पैक की है। पैक पर जो छपा है, उसे इससे मिलाकर देखें:
recall-possible-notice = { $source } की सूचना से लिया गया, नंबर { $number }। { $brand } ने इसकी पुष्टि नहीं की है कि यह इसी प्रोडक्ट के बारे में है।
recall-notice-source = { $source } की सूचना से लिया गया, नंबर { $number }।
notice-openfda = अमेरिकी फ़ूड एंड ड्रग एडमिनिस्ट्रेशन (FDA)
notice-cpsc = अमेरिकी कंज़्यूमर प्रोडक्ट सेफ़्टी कमीशन (CPSC)
notice-safety-gate = यूरोपीय संघ के Safety Gate
recall-what = क्या वापस मँगाया गया
recall-number = वापस मँगाने का नंबर: { $number }
recall-batches = बैच: { $batches }
recall-serials = नंबर: { $serials }
recall-produced = बनने की तारीख { $days }
recall-expires = एक्सपायरी या बेस्ट बिफ़ोर { $days }
recall-days = { $from } से { $to } तक
recall-days-from = { $from } से
recall-days-to = { $to } तक
recall-where-to-look = कहाँ देखें
recall-sold = यह कहाँ बिका
recall-share = जिनके पास यह हो सकता है, कृपया उन्हें भी बताएँ।
recall-check-batch = पैक पर छपा बैच
recall-check-send = यह बैच जाँचें
notice-instruction = जब तक इस पर छपी जानकारी इस सूचना से मिलाकर न देख लें, इसे इस्तेमाल न करें।
recall-published = { $on } को प्रकाशित
recall-hazard = खतरा
recall-instruction = अब क्या करें
recall-remedies = आप यह ले सकते हैं
remedy-refund = पैसे वापस
remedy-repair = मरम्मत
remedy-replacement = बदले में दूसरा
place-gives = यहाँ आपको मिलेगा: { $remedies }
near-unknown = “{ $near }” यहाँ ज्ञात नहीं है: नीचे की जगहें किसी क्रम में नहीं हैं। पास का कोई बड़ा शहर लिखें।
recall-places = इसे कहाँ ले जाएँ
recall-contact = सवाल
claim-title = यहाँ माँगें
claim-remedy = आप क्या चाहते हैं?
claim-note = क्या हुआ?
claim-email = ईमेल, जवाब के लिए
claim-send = क्लेम भेजें
claim-done-title = आपका क्लेम { $brand } के पास है
claim-done-text = रेफ़रेंस और कोड संभालकर रखें। दोनों से आप इसे देख सकते हैं, और कोई नहीं।
claim-asked = आपने माँगा: { $remedy }।
claim-status-open = खुला है: अभी किसी ने फ़ैसला नहीं किया। कोई क्लेम किसी इंसान के फ़ैसले के बिना कभी बंद नहीं होता।
claim-status-need-more = ब्रांड को आपसे कुछ चाहिए। उसका संदेश पढ़ें और नीचे जवाब दें।
claim-status-accepted = मंज़ूर: आपको वही मिलेगा जो आपने माँगा, या जो संदेश में लिखा है।
claim-status-paid = निपट गया: आपके पैसे लौटा दिए गए।
claim-status-repaired = निपट गया: इसकी मरम्मत हो गई।
claim-status-replaced = निपट गया: आपको दूसरा मिल गया।
claim-status-refused = नामंज़ूर, संदेश में लिखे कारण से।
claim-is-open = खुला
claim-is-need-more = कुछ और चाहिए
claim-is-accepted = मंज़ूर
claim-is-paid = पैसे लौटाए
claim-is-repaired = मरम्मत हुई
claim-is-replaced = दूसरा दिया
claim-is-refused = नामंज़ूर
claim-steps-title = इसका क्या हुआ
claim-by-you = आप
claim-answer-label = आपका जवाब
claim-answer-send = जवाब भेजें
claim-mail-subject = { $brand } के पास आपका क्लेम { $reference }
claim-mail-about = यह आपके क्लेम { $reference } के बारे में है: { $product }।
claim-mail-says = { $brand } ने लिखा है:
claim-mail-where = अपने रेफ़रेंस और कोड से आप इसे यहाँ देख सकते हैं और जवाब दे सकते हैं: { $address }
reference-label = रेफ़रेंस
code-label = कोड
see-mine = इसे देखें

## Registration
register-title = इसे रजिस्टर करें
register-why = आपके रजिस्ट्रेशन का रिकॉर्ड और वापस मँगाए जाने की सूचना, बिना अकाउंट के।
register-points = आपके लिए { $points } पॉइंट
register-warranty = खरीद से { $months } महीने की वारंटी
register-bought-on = खरीद की तारीख
register-shop = दुकान
register-receipt = रसीद का नंबर
register-receipt-hint = अगर दुकान ने बिक्री के साथ इसे बताया है, तो इससे साबित होता है कि पैक आपका है। इसका मिलान होता है, इसे रखा नहीं जाता।
register-email = ईमेल, सिर्फ़ वारंटी और वापस मँगाए जाने की सूचना के लिए
register-send = रजिस्टर करें
register-taken = यह पैक पहले ही किसी ने रजिस्टर किया है। अगर यह आपका है और वह आप नहीं थे, तो ब्रांड से पूछें।
register-done-title = रजिस्टर हो गया
register-done-text = रेफ़रेंस और कोड संभालकर रखें: दोनों से आप इसे किसी भी डिवाइस पर देख या मिटा सकते हैं, और कोई नहीं। इस ब्राउज़र में इनकी ज़रूरत नहीं।
warranty-until = { $on } तक वारंटी
points-earned = { $points ->
    [one] { $points } पॉइंट मिला
   *[other] { $points } पॉइंट मिले
}

## Being told of a recall
follow-title = वापस मँगाए जाने की खबर पाएँ
follow-why = अगर यह बाद में वापस मँगाया गया, तो आपको खबर मिलेगी। और कुछ नहीं भेजा जाता, और अकाउंट ज़रूरी नहीं।
follow-email = ईमेल
follow-by-mail = ईमेल से बताएँ
follow-by-link = निजी लिंक दें
follow-link-why = आपका अपना पेज, जो दिखाता है कि क्या बदला। उसका पता संभालकर रखें।
follow-by-push = इस डिवाइस पर सूचना दिखाएँ
follow-push-none = यह सर्वर डिवाइस पर सूचनाएँ नहीं भेजता।
follow-push-script = इस डिवाइस पर सूचनाओं के लिए JavaScript चाहिए, जो यहाँ बंद है। नीचे के तरीके उसके बिना काम करते हैं।
follow-push-install = iPhone या iPad पर सूचनाएँ सिर्फ़ इंस्टॉल किए हुए ऐप में आती हैं: शेयर मेनू खोलें, “होम स्क्रीन में जोड़ें” चुनें, और ऐप वहाँ से खोलें। नीचे के तरीके तुरंत काम करते हैं।
follow-push-unable = यह ब्राउज़र सूचनाएँ नहीं दिखा सकता। नीचे के तरीके फिर भी काम करते हैं।
follow-push-denied = इस पेज की सूचनाएँ ब्लॉक हैं। ब्राउज़र की सेटिंग में उनकी इजाज़त दें, या नीचे का कोई तरीका चुनें।
follow-push-failed = यह नहीं हो पाया: ब्राउज़र की पुश सेवा ने, या हमारी ने, जवाब नहीं दिया। फिर कोशिश करें, या नीचे का कोई तरीका चुनें।
follow-page-title = आपकी माँगी हुई खबरें
follow-done-title = दर्ज कर लिया गया
follow-done-mail = हमने आपको ईमेल लिखा है। हाँ कहने के लिए उसमें दिया लिंक खोलें: उससे पहले और कुछ नहीं भेजा जाता।
follow-done-confirmed = अगर यह वापस मँगाया गया, तो हम आपको लिखेंगे। ऐसे हर ईमेल में उन्हें बंद करने का लिंक होता है।
follow-done-push = अगर यह वापस मँगाया गया, तो यह डिवाइस सूचना दिखाएगा।
follow-done-link = अपना निजी पेज जब चाहें देखें: वह दिखाता है कि इसे वापस मँगाया गया या नहीं।
follow-asked-title = क्या हम आपको बताएँ?
follow-asked = किसी ने कहा है कि अगर { $brand } के { $product } को वापस मँगाया गया, तो हम आपको लिखें।
follow-yes = हाँ, मुझे बताएँ
follow-ended-title = बंद हुआ
follow-ended = { $product } के बारे में अब आपको कुछ नहीं बताया जाएगा, और इसके लिए आपने हमें जो दिया था, वह मिटा दिया गया है।
follow-to-pack = पैक के पेज पर जाएँ
follow-nothing = वापस मँगाने की कोई सूचना इस पर लागू नहीं है। आपने इसकी खबर माँगी: { $since }।
follow-recalled = { $on } को वापस मँगाया गया: इसका इस्तेमाल बंद करें।
follow-possible = शायद { $on } को वापस मँगाया गया: पैक पर छपा बैच मिलाकर देखें।
follow-new = नया
follow-what-to-do = अब क्या करें
follow-keep-title = आपका निजी पेज
follow-keep = जिसके पास यह पता हो, वह यह पेज देख सकता है और इसे बंद कर सकता है। यह आपके बारे में कुछ नहीं बताता।
follow-end = अब न बताएँ
follow-waits = आपके ईमेल में हाँ का इंतज़ार।
follow-mine-title = इस ब्राउज़र में माँगी हुई खबरें
follow-mail-subject = क्या हम आपको बताएँ, अगर { $product } को वापस मँगाया जाए?
follow-mail-asked = किसी ने, उम्मीद है आपने, कहा है कि अगर { $brand } के { $product } को वापस मँगाया गया, तो आपको बताया जाए।
follow-mail-confirm = हाँ कहने के लिए इसे खोलें: { $address }
follow-mail-ignore = अगर वह आप नहीं थे, तो कुछ न करें: और कुछ नहीं भेजा जाता।
alert-subject = सुरक्षा के लिए वापस मँगाया गया: { $product }
alert-about = { $brand } ने { $product } को वापस मँगाया है, जिसकी खबर आपने माँगी थी। वापस मँगाने की सूचना { $on } को प्रकाशित हुई।
alert-subject-possible = सुरक्षा के लिए वापस मँगाने की सूचना, बैच मिलाकर देखें: { $product }
alert-about-possible = { $product } को वापस मँगाने की सूचना { $on } को प्रकाशित हुई; आपने इसकी खबर माँगी थी। यह आपके पैक के बारे में हो सकती है: पैक पर जो छपा है, उसे मिलाकर देखें।
alert-where = क्या करें, और इसके बदले आपको क्या मिल सकता है: { $address }
alert-why = यह आपको इसलिए मिला क्योंकि आपने इसे माँगा था। इसे बंद करने के लिए: { $address }

## Hidden code
reveal-title = सील के नीचे का कोड
reveal-why = इस पैक में एक दूसरा कोड है, ऐसी जगह जहाँ पैक खुलने से पहले उसे कोई नहीं देखता। उससे पैक की पुष्टि होती है।
reveal-once = यह एक ही बार गिना जाता है: जो इसे सबसे पहले डाले, उसे पुष्टि मिलती है, और बाद में सबको बताया जाता है कि यह इस्तेमाल हो चुका है। इसे तभी डालें जब पैक आपका हो।
reveal-code = सील के नीचे का कोड
reveal-send = पुष्टि करें, एक ही बार
reveal-send-all-the-same = फिर भी जाँचें
reveal-is-yours = आपने इसका छिपा कोड डाला ({ $when }), और वह सही था।
reveal-is-known = इसका छिपा कोड पहले डाला जा चुका है: { $when }, किसी दूसरे ब्राउज़र में।
reveal-first-title = पुष्टि हुई
reveal-first-text = कोड सही है, और इससे पहले किसी ने नहीं डाला था। { $brand } ने इसे एक ही पैक में डाला, और इसे सिर्फ़ वही पढ़ सकता है जो वह पैक खोले।
reveal-yours-title = आपने पुष्टि की
reveal-before-title = पहले डाला जा चुका
reveal-before-text = कोड सही है, पर इसे पहले कोई डाल चुका है: { $when }, किसी दूसरे ब्राउज़र में। अगर वह आप नहीं थे, तो पैक इस्तेमाल न करें और { $brand } से पूछें: या तो कोड की नकल हुई, या पैक खोला गया।
reveal-back = पैक पर वापस

## My products
mine-title = मेरे प्रोडक्ट और क्लेम
mine-intro = आपको जो रेफ़रेंस और कोड दिया गया था, वह डालें।
mine-look-up = देखें
mine-erase = मिटाएँ
mine-erase-why = आपने हमें जो दिया, वह तुरंत और हमेशा के लिए मिटाता है। पॉइंट वापस चले जाते हैं।
mine-erased = मिटा दिया। { $reference } के लिए आपने हमें जो दिया था, उसमें से कुछ नहीं बचा।
mine-unknown = इस रेफ़रेंस और कोड का कोई रजिस्ट्रेशन या क्लेम नहीं है। दोनों जाँचें; अक्षर छोटे हों या बड़े, फ़र्क नहीं पड़ता।
mine-registered-at = रजिस्टर किया: { $when }
mine-opened-at = खोला गया: { $when }

## The code itself
# A title stands before a colon, or is a subject: behind a postposition some would change.
code-title = कोड
code-text = जैसा स्कैन हुआ
code-faults = इसमें क्या गलत है
code-elements = इसमें क्या है
code-typed = हाथ से टाइप किया गया
ai-00 = शिपिंग नंबर
ai-01 = प्रोडक्ट नंबर
ai-02 = अंदर के सामान का प्रोडक्ट नंबर
ai-10 = बैच
ai-11 = बनने की तारीख
ai-12 = भुगतान की आखिरी तारीख
ai-13 = पैकिंग की तारीख
ai-15 = बेस्ट बिफ़ोर तारीख
ai-16 = बेचने की आखिरी तारीख
ai-17 = एक्सपायरी की तारीख
ai-20 = वेरिएंट
ai-21 = सीरियल नंबर
ai-22 = प्रोडक्ट का वेरिएंट
ai-37 = गिनती
ai-240 = अतिरिक्त नंबर
ai-250 = दूसरा सीरियल नंबर
ai-414 = जगह का नंबर
ai-8003 = एसेट नंबर
ai-8004 = एसेट नंबर
ai-8006 = पार्ट नंबर
ai-8020 = भुगतान नंबर
ai-other = ({ $ai }) का मान
ai-none = यह मान
fault-empty = इसमें कुछ नहीं है। कोड फिर से स्कैन या टाइप करें।
fault-no-gs1-data = इसमें प्रोडक्ट नंबर नहीं है।
fault-unsupported-symbology = “{ $part }” किस्म के कोड में GS1 डेटा नहीं होता।
fault-link-in-gs1-mode = GS1 कोड में लिंक नहीं होना चाहिए: उसकी जगह सादे QR कोड या Data Matrix में है।
fault-unknown-ai = “{ $text }” कोई GS1 एप्लिकेशन आइडेंटिफ़ायर नहीं है। देखें कहीं चूक तो नहीं हुई, या फिर से स्कैन करें।
fault-empty-element = यहाँ कुछ छूटा है: दो विभाजकों या ब्रैकेट के बीच कुछ नहीं है।
fault-empty-value = { $title }: इसके आगे कुछ नहीं है। देखें कहीं चूक तो नहीं हुई, या फिर से स्कैन करें।
fault-unbalanced-brackets = “{ $text }” के दोनों ओर के ब्रैकेट का जोड़ नहीं बनता।
fault-too-many-elements = इसमें उससे ज़्यादा है जितना एक पैक पर हो सकता है, “{ $text }” से आगे।
fault-not-a-gtin = “{ $text }” वह नहीं है जो ऐसे कोड में होता है: { $digits } अंकों का प्रोडक्ट नंबर।
fault-malformed-urn = “{ $text }” उस तरह नहीं लिखा है जैसे EPC लिखा जाना चाहिए, मसलन urn:epc:id:sgtin:9506000.013435.A1।
fault-illegal-uri-character = “{ $text }” ऐसा चिह्न है जो लिंक में नहीं हो सकता।
fault-illegal-uri-host = “{ $text }” ऐसा नाम नहीं है जिस पर लिंक ले जा सके।
fault-mixed-case-scheme = “{ $text }” में सारे अक्षर छोटे होने चाहिए या सारे बड़े।
fault-not-a-qualifier = { $title }: लिंक जिस नंबर के बारे में है, उसके आगे पाथ में यह नहीं हो सकता। इसकी जगह प्रश्नचिह्न के बाद या किसी दूसरे लिंक में है।
fault-qualifier-order = “{ $text }” ऐसे क्रम में है जो लिंक में नहीं हो सकता।
fault-not-an-attribute = { $title }: लिंक में यह प्रश्नचिह्न के बाद नहीं हो सकता।
fault-belongs-in-path = { $title }: लिंक में यह प्रश्नचिह्न से पहले होना चाहिए।
fault-too-short = { $title }: “{ $text }” इसके लिए छोटा है। कुछ छूटा है।
fault-too-long = { $title }: “{ $text }” इसकी सीमा से ज़्यादा है।
fault-not-a-digit = { $title }: जहाँ अंक होना चाहिए, वहाँ “{ $text }” है।
fault-not-cset-82 = { $title }: इसमें “{ $text }” चिह्न नहीं हो सकता।
fault-not-cset-39 = { $title }: इसमें “{ $text }” चिह्न नहीं हो सकता; सिर्फ़ बड़े अक्षर, अंक और # - / हो सकते हैं।
fault-not-cset-64 = { $title }: इसमें “{ $text }” चिह्न नहीं हो सकता; सिर्फ़ अक्षर, अंक, हाइफ़न, अंडरस्कोर और = हो सकते हैं।
fault-not-cset-32 = “{ $text }” जाँच अक्षर नहीं हो सकता। आखिरी दो अक्षर पैक से मिलाकर देखें।
fault-incorrect-check-digit = आखिरी अंक, “{ $text }”, बाकी अंकों से मेल नहीं खाता: कोई एक अंक गलत है। सारे अंक पैक से मिलाकर देखें।
fault-incorrect-check-pair = आखिरी दो अक्षर, “{ $text }”, बाकी अक्षरों से मेल नहीं खाते: कोई एक अक्षर गलत है। सारे अक्षर पैक से मिलाकर देखें।
fault-not-a-company-prefix = जहाँ कंपनी का नंबर शुरू होता है, वहाँ “{ $text }” नहीं हो सकता।
fault-illegal-month = “{ $text }” कोई महीना नहीं है।
fault-illegal-day = “{ $text }” उस महीने का कोई दिन नहीं है।
fault-illegal-hour = “{ $text }” दिन का कोई घंटा नहीं है।
fault-illegal-minute = “{ $text }” घंटे का कोई मिनट नहीं है।
fault-illegal-second = “{ $text }” मिनट का कोई सेकंड नहीं है।
fault-not-a-country = “{ $text }” किसी देश का कोड नहीं है।
fault-not-a-currency = “{ $text }” किसी मुद्रा का कोड नहीं है।
fault-not-a-sex = “{ $text }” व्यक्ति के लिंग के कोड 0, 1, 2 और 9 में से नहीं है।
fault-not-a-media-type = “{ $text }” इसका कोड नहीं है कि व्यक्ति की पहचान किस चीज़ पर छपी है।
fault-not-a-package-type = “{ $text }” किसी तरह के पैकेज का कोड नहीं है।
fault-not-an-importer-index = “{ $text }” इंपोर्टर का इंडेक्स नहीं हो सकता: वह एक अक्षर, अंक, हाइफ़न या अंडरस्कोर होता है।
fault-illegal-latitude = “{ $text }” ध्रुव से आगे है।
fault-illegal-longitude = “{ $text }” पृथ्वी का एक से ज़्यादा चक्कर लगाता है।
fault-not-zero = जहाँ शून्य होना चाहिए, वहाँ “{ $text }” है।
fault-zero = { $title }: यहाँ सिर्फ़ शून्य नहीं हो सकते।
fault-zero-prefix = “{ $text }” शून्य से शुरू नहीं होना चाहिए।
fault-not-yes-or-no = { $title }: यहाँ सिर्फ़ 0 या 1 हो सकता है।
fault-not-a-hyphen = जहाँ हाइफ़न होना चाहिए, वहाँ “{ $text }” है: हाइफ़न का मतलब शून्य से नीचे है।
fault-illegal-winding = “{ $text }” लपेटने की दिशाओं 0, 1 और 9 में से नहीं है।
fault-needs-non-digit = { $title }: “{ $text }” में सिर्फ़ अंक हैं; इसमें कोई और चिह्न भी होता है।
fault-not-iban = “{ $text }” ऐसा चिह्न है जो किसी बैंक खाते के नंबर में नहीं होता।
fault-incorrect-iban-check = बैंक खाते के जाँच अंक, “{ $text }”, बाकी नंबर से मेल नहीं खाते।
fault-bad-percent-encoding = “{ $text }” कोई चिह्न नहीं है: प्रतिशत चिह्न के बाद दो हेक्साडेसिमल अंक चाहिए।
fault-odd-piece-of-total = “{ $text }” को टुकड़े और कुल में नहीं बाँटा जा सकता।
fault-zero-piece = टुकड़े एक से गिने जाते हैं: “{ $text }” नहीं हो सकता।
fault-zero-total = कुल “{ $text }” टुकड़े नहीं हो सकते।
fault-piece-exceeds-total = “{ $text }” में टुकड़े का नंबर कुल से ज़्यादा है।
fault-malformed-sequence = “{ $text }” में स्थान और अंत होने चाहिए, जैसे 1/3।
fault-position-exceeds-end = “{ $text }” में स्थान अंत से आगे है।
fault-coupon-missing = कूपन में यह हिस्सा नहीं है: { $part }।
fault-coupon-truncated = कूपन का यह हिस्सा बहुत छोटा है: { $part }, “{ $text }”।
fault-coupon-illegal = कूपन के इस हिस्से में “{ $text }” नहीं हो सकता: { $part }।
fault-coupon-expires-before-start = कूपन शुरू होने से पहले ही खत्म होता है: “{ $text }”।
fault-coupon-excess = कूपन अपने आखिरी हिस्से के बाद भी चलता है: “{ $text }”।
fault-missing-association = { $title }: इसके साथ पैक पर { $others } भी होना चाहिए, इसी कोड में या किसी दूसरे में।
fault-excluded-pair = { $title } और { $others } एक पैक पर साथ नहीं हो सकते।
fault-repeated-ai = { $title }: यह एक से ज़्यादा बार है; “{ $text }” उनमें से एक है।
fault-unsigned-serial = { $title }: डिजिटल सिग्नेचर इसी पर है, इसलिए इसमें सीरियल होना चाहिए; “{ $text }” में वह नहीं है।
fault-short-gtin = “{ $text }” प्रोडक्ट नंबर लिखने का पुराना तरीका है: लिंक में अब पूरे 14 अंक लिखे जाते हैं।
fault-trailing-slash = लिंक के आखिर में एक स्लैश है, जो नहीं होना चाहिए।
fault-other = “{ $text }” सही नहीं हो सकता।
list-or = { $first } या { $last }
coupon-format-code = फ़ॉर्मेट कोड
coupon-funder-length = पैसे देने वाले के नंबर की लंबाई
coupon-funder = पैसे देने वाला
coupon-company-prefix-length = कंपनी के नंबर की लंबाई
coupon-company-prefix = कंपनी का नंबर
coupon-offer-code = ऑफ़र कोड
coupon-save-value-length = बचत की लंबाई
coupon-save-value = बचत
coupon-additional-purchase-rules-code = और खरीद के नियमों का कोड
coupon-first-purchase-requirement-length = पहली खरीद की शर्त की लंबाई
coupon-first-purchase-requirement = पहली खरीद की शर्त
coupon-first-purchase-requirement-code = पहली खरीद की शर्त का कोड
coupon-first-purchase-family-code = पहली खरीद का फ़ैमिली कोड
coupon-second-purchase-requirement-length = दूसरी खरीद की शर्त की लंबाई
coupon-second-purchase-requirement = दूसरी खरीद की शर्त
coupon-second-purchase-requirement-code = दूसरी खरीद की शर्त का कोड
coupon-second-purchase-family-code = दूसरी खरीद का फ़ैमिली कोड
coupon-second-purchase-company-prefix-length = दूसरी खरीद की कंपनी के नंबर की लंबाई
coupon-second-purchase-company-prefix = दूसरी खरीद की कंपनी का नंबर
coupon-third-purchase-requirement-length = तीसरी खरीद की शर्त की लंबाई
coupon-third-purchase-requirement = तीसरी खरीद की शर्त
coupon-third-purchase-requirement-code = तीसरी खरीद की शर्त का कोड
coupon-third-purchase-family-code = तीसरी खरीद का फ़ैमिली कोड
coupon-third-purchase-company-prefix-length = तीसरी खरीद की कंपनी के नंबर की लंबाई
coupon-third-purchase-company-prefix = तीसरी खरीद की कंपनी का नंबर
coupon-expiration-date = आखिरी दिन
coupon-start-date = पहला दिन
coupon-serial-number-length = सीरियल नंबर की लंबाई
coupon-serial-number = सीरियल नंबर
coupon-retailer-company-prefix-length = दुकानदार के नंबर की लंबाई
coupon-retailer-company-prefix = दुकानदार का नंबर
coupon-save-value-code = बचत का कोड
coupon-save-value-applies-to = जिस चीज़ पर बचत है
coupon-store-coupon-flag = दुकान के कूपन का निशान
coupon-dont-multiply-flag = कई गुना न करने का निशान

## Demo
demo-title = डेमो लेबल
demo-intro = फ़ोन पर स्कैनर खोलें और उसे इस स्क्रीन के किसी लेबल की ओर करें। हर लेबल पर लिखा है कि क्या जवाब आना चाहिए।
demo-expect = यह जवाब आना चाहिए
demo-open = इसका पेज खोलें

## Countries that the demo and many others need; elsewhere the code is shown
country-ae = संयुक्त अरब अमीरात
country-ar = अर्जेंटीना
country-at = ऑस्ट्रिया
country-au = ऑस्ट्रेलिया
country-ba = बोस्निया और हर्ज़ेगोविना
country-bd = बांग्लादेश
country-be = बेल्जियम
country-bg = बुल्गारिया
country-br = ब्राज़ील
country-ca = कनाडा
country-ch = स्विट्ज़रलैंड
country-ci = कोट डी आइवर
country-cl = चिली
country-cn = चीन
country-co = कोलंबिया
country-cr = कोस्टा रिका
country-cy = साइप्रस
country-cz = चेकिया
country-de = जर्मनी
country-dj = जिबूती
country-dk = डेनमार्क
country-do = डोमिनिकन गणराज्य
country-dz = अल्जीरिया
country-ec = इक्वाडोर
country-ee = एस्टोनिया
country-eg = मिस्र
country-es = स्पेन
country-et = इथियोपिया
country-fi = फ़िनलैंड
country-fr = फ़्रांस
country-gb = ब्रिटेन
country-ge = जॉर्जिया
country-gh = घाना
country-gr = ग्रीस
country-gt = ग्वाटेमाला
country-hk = हांगकांग
country-hn = होंडुरास
country-hr = क्रोएशिया
country-hu = हंगरी
country-id = इंडोनेशिया
country-ie = आयरलैंड
country-il = इज़राइल
country-in = भारत
country-is = आइसलैंड
country-it = इटली
country-jo = जॉर्डन
country-jp = जापान
country-ke = केन्या
country-kr = दक्षिण कोरिया
country-kz = कज़ाखस्तान
country-li = लिकटेंस्टीन
country-lk = श्रीलंका
country-lt = लिथुआनिया
country-lu = लग्ज़मबर्ग
country-lv = लातविया
country-ma = मोरक्को
country-md = मोल्दोवा
country-me = मोंटेनेग्रो
country-mk = उत्तरी मैसेडोनिया
country-mt = माल्टा
country-mx = मेक्सिको
country-my = मलेशिया
country-ng = नाइजीरिया
country-nl = नीदरलैंड
country-no = नॉर्वे
country-nz = न्यूज़ीलैंड
country-pa = पनामा
country-pe = पेरू
country-ph = फ़िलिपींस
country-pk = पाकिस्तान
country-pl = पोलैंड
country-pt = पुर्तगाल
country-ro = रोमानिया
country-rs = सर्बिया
country-ru = रूस
country-rw = रवांडा
country-sa = सऊदी अरब
country-se = स्वीडन
country-sg = सिंगापुर
country-si = स्लोवेनिया
country-sk = स्लोवाकिया
country-sn = सेनेगल
country-th = थाईलैंड
country-tn = ट्यूनीशिया
country-tr = तुर्किये
country-tw = ताइवान
country-tz = तंज़ानिया
country-ua = यूक्रेन
country-ug = युगांडा
country-us = अमेरिका
country-uy = उरुग्वे
country-uz = उज़्बेकिस्तान
country-vn = वियतनाम
country-za = दक्षिण अफ़्रीका

## Problems, by the kind that the server names; the server's own sentences are in English
problem-code = यह लिंक खराब है: इसके प्रोडक्ट नंबर का कोई अंक गलत है, या कुछ छूटा है। इसे पैक से मिलाकर देखें, या कोड फिर से स्कैन करें।
problem-form-expired = इस फ़ॉर्म का समय खत्म हो गया है, या यह इस ब्राउज़र में नहीं खोला गया था। पेज फिर से खोलें और एक बार फिर भेजें।
problem-not-found = इस पते पर कुछ नहीं है। पता जाँचें, या पहले पेज से शुरू करें।
problem-no-link = इसके लिए यहाँ ऐसा कोई लिंक नहीं है। पैक के कोड से पेज खोलें।
problem-no-such-reference = इस रेफ़रेंस और कोड का कोई रजिस्ट्रेशन या क्लेम नहीं है। दोनों जाँचें और फिर कोशिश करें।
problem-not-on-record = यह पैक ब्रांड के रिकॉर्ड में नहीं है, इसलिए रजिस्टर नहीं हो सकता। इसका कोड फिर से स्कैन करें।
problem-too-slow = इसमें बहुत समय लग गया। फिर कोशिश करें, हो सके तो बेहतर नेटवर्क से।
problem-taken = यह पैक पहले ही किसी ने रजिस्टर किया है। अगर यह आपका है और वह आप नहीं थे, तो ब्रांड से पूछें।
problem-blocked = यह पैक रजिस्टर नहीं हो सकता: ब्रांड के रिकॉर्ड के मुताबिक इसे बेचना या इस्तेमाल करना मना है।
problem-not-sold = ब्रांड के रिकॉर्ड के मुताबिक यह पैक अभी बिका नहीं है, इसलिए रजिस्टर नहीं हो सकता। दुकान से बिक्री दर्ज करने को कहें, फिर कोशिश करें।
problem-ownership-moved = इसकी स्थिति अब बदल चुकी है। इसे फिर से खोलें, और देखें क्या हो सकता है।
problem-no-proof = यह लिंक अब कुछ नहीं दिखाता: इसका समय खत्म हो गया है, या पैक का मालिक कोई और है। जिसने आपको यह दिया, उससे नया माँगें।
problem-claimed = इस पैक के लिए पहले से एक क्लेम है। अगर पैक आपका है और वह आप नहीं थे, तो ब्रांड से पूछें।
problem-claim-moved = इस क्लेम की स्थिति अब बदल चुकी है: किसी ने पहले कुछ कर दिया। इसे फिर से खोलें और देखें।
problem-body-too-large = यह बहुत बड़ा है। कम भेजें, या छोटी तस्वीर।
problem-field = फ़ॉर्म में कुछ सही नहीं है: ईमेल पता, तारीख और टेक्स्ट की लंबाई जाँचें।
problem-not-covered = वापस मँगाने की यह सूचना इस पैक पर लागू नहीं है, या इसमें यह नहीं दिया जाता। पैक का पेज खोलें और वहाँ जो दिया जाता है, उसमें से चुनें।
problem-picture = यह तस्वीर पढ़ी नहीं जा सकती। दूसरी लें, JPEG या PNG में।
problem-too-many = थोड़े समय में आपके नेटवर्क से, या इस कोड के बारे में, बहुत ज़्यादा अनुरोध आए। थोड़ा रुकें, फिर कोशिश करें।
problem-busy = अभी बहुत सारी तस्वीरें पढ़ी जा रही हैं। कुछ सेकंड बाद फिर कोशिश करें, या नंबर टाइप करें।
problem-records = सर्वर अभी अपने रिकॉर्ड तक नहीं पहुँच पा रहा। कुछ खोया नहीं है; एक मिनट बाद फिर कोशिश करें।
problem-internal = सर्वर में कुछ खराब हो गया। यह दर्ज कर लिया गया है; एक मिनट बाद फिर कोशिश करें।
