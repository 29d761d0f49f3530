# सेवा और वापसी: /returns, और जो वहाँ ले जाता है।

own-yours = यह पैक आपने पंजीकृत किया है।
own-return = मरम्मत या वापसी
own-return-open = आपकी मरम्मत या वापसी चल रही है

return-title = मरम्मत या वापसी
return-known = जो हमें पहले से पता है
return-not-said = बताया नहीं गया
return-serial = क्रमांक
return-batch = बैच
return-warranty = वारंटी
return-warranty-runs = { $day } तक चालू
return-warranty-ended = { $day } को समाप्त
return-warranty-months = { $months ->
    [one] ख़रीद से एक महीना
   *[other] ख़रीद से { $months } महीने
}
return-warranty-none = यहाँ कोई दर्ज नहीं
return-days = अगर कोई ख़राबी न हो
return-days-run = { $day } तक लौटाया जा सकता है
return-days-ended = { $day } तक लौटाया जा सकता था
return-days-count = { $days ->
    [one] ख़रीद के अगले दिन तक लौटाया जा सकता है
   *[other] ख़रीद के { $days } दिनों के भीतर लौटाया जा सकता है
}
return-registered = पंजीकरण
return-evidence-claimed = आपके कहने पर
return-evidence-supported = दर्ज बिक्री या रसीद के साथ
return-evidence-proven = छिपे कोड के साथ
return-rights = क़ानून आपको क्या देता है
return-service = { $brand } की सेवा
return-none-here = { $brand } यहाँ मरम्मत या वापसी नहीं लेता।
return-ask-shop = आपने इसे यहाँ से ख़रीदा: { $shop }। पहले वहाँ पूछें।
return-recalled = यह उत्पाद वापस मँगाया गया है। उससे आपको वापसी से ज़्यादा मिलता है: पहले वही माँगें।
return-to-recall = वापस मँगाने की सूचना पर जाएँ
return-there-is = इस उत्पाद की एक वापसी पहले से है: { $reference }।
return-there-is-claim = इस उत्पाद के लिए वापस मँगाने के तहत एक दावा है: { $reference }। वह पहले आता है।
return-to-open = अपनी वापसी देखें
return-look-up = संदर्भ और कोड से आप इसे देख सकते हैं।
return-near = आप इसे कहाँ ला सकते हैं
return-near-unknown = यह जगह हमें नहीं पता। नीचे की सूची किसी क्रम में नहीं है।
return-yours = जो हमें नहीं पता
return-reason = क्या ख़राबी है?
return-reason-does-not-work = यह काम नहीं करता
return-reason-damaged = यह टूटा हुआ मिला
return-reason-wrong-product = यह वह नहीं जो मँगाया था
return-reason-part-missing = एक हिस्सा नहीं है
return-reason-changed-mind = कुछ नहीं: मैं इसे नहीं रखना चाहता
return-reason-other = कुछ और
return-words = आपके शब्दों में
return-words-hint = क्या होता है, और कब से? “कुछ और” के साथ यह ज़रूरी है।
return-photo = फ़ोटो
return-photo-hint = इसे केवल { $brand } के कर्मचारी देखते हैं। इसे छोटा किया जाता है, और फ़ैसला होते ही मिटा दिया जाता है।
return-remedy-repair = इसकी मरम्मत करें
return-remedy-replacement = मुझे दूसरा दें
return-remedy-refund = मेरे पैसे लौटाएँ
return-remedy-advice = बताएँ कि मैं क्या कर सकता हूँ
return-place = आप इसे कहाँ लाएँगे?
return-place-none = अभी नहीं पता
return-email-hint = इसके बिना जवाब केवल इसी पृष्ठ पर दिखेगा।
return-send = { $brand } को भेजें
return-open-title = आपका अनुरोध { $brand } के पास है
return-status-title = मरम्मत या वापसी { $reference }
return-status-open = अभी किसी ने फ़ैसला नहीं किया। जब तक कोई न लिखे, उत्पाद अपने पास रखें।
return-status-need-more = ब्रांड को आपसे कुछ चाहिए। उसका संदेश पढ़ें और जवाब दें।
return-status-accepted = स्वीकृत। उत्पाद को पर्ची के साथ लाएँ या भेजें।
return-status-received = आपका उत्पाद पहुँच गया। आगे क्या हुआ, यहाँ पढ़ें।
return-status-paid = निपटा: आपके पैसे लौटा दिए गए। उत्पाद अब आपके नाम पंजीकृत नहीं है।
return-status-repaired = निपटा: मरम्मत हो गई।
return-status-replaced = निपटा: आपको दूसरा मिला। पुराना अब आपके नाम पंजीकृत नहीं है।
return-status-advised = बंद, संदेश में दी सलाह के साथ।
return-status-refused = अस्वीकृत, संदेश में दिए कारण से।
return-status-withdrawn = आपने इसे वापस ले लिया। आप कभी भी दूसरी खोल सकते हैं।
return-wait = लाने या भेजने से पहले { $brand } की स्वीकृति की प्रतीक्षा करें।
return-slip-open = वापसी पर्ची, छापने के लिए
return-photo-kept = भेजी गई, अभी देखी नहीं गई
return-opened = भेजा गया
return-said = आपके शब्दों में
return-wish = आप क्या चाहते हैं
return-email = ईमेल
return-withdraw-offer = इसे वापस लें
return-withdraw-why = फिर और कुछ नहीं होता, और फ़ोटो मिटा दी जाती है। आपने जो लिखा वह तब तक रहता है जब तक आप उसे “आपका डेटा” में न मिटाएँ।
return-withdraw = वापसी वापस लें
return-own-title = मेरी मरम्मतें और वापसियाँ
return-slip-title = वापसी पर्ची
return-slip-how = यह पृष्ठ छापें और उत्पाद के साथ रखें। या इसे अपने फ़ोन पर दिखाएँ।
return-slip-product = उत्पाद
return-slip-to = यहाँ जाएगा
return-slip-nowhere = { $brand } से पूछें कि कहाँ भेजना है।
return-slip-back = वापसी पर लौटें
return-mail-subject = { $brand } के पास आपकी वापसी { $reference }
return-mail-about = यह आपकी वापसी { $reference } के बारे में है: { $product }।
claim-is-received = पहुँचा
claim-is-advised = जवाब दिया गया
claim-is-withdrawn = वापस लिया गया
owner-returned = आपने इसे { $when } लौटाया। यह अब आपके नाम पंजीकृत नहीं है।
problem-not-taken-back = ब्रांड इस उत्पाद के लिए यह नहीं देता, या अब नहीं देता। पृष्ठ फिर खोलें और जो वह देता है उसमें से चुनें।
