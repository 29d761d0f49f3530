# Hindi: what brands' rules suggest. Only the server renders these.
suggestions-title = सुझाव
suggestions-ask = पैक के पेजों पर और “मेरे प्रोडक्ट” में मुझे दिखाएँ कि ब्रांड के मुताबिक मेरी चीज़ों के साथ क्या चलता है, क्या फिर लेने का समय है, या उनकी जगह क्या आया है। इसके लिए वही इस्तेमाल होता है जो मैंने इस ब्राउज़र में रजिस्टर किया, और वह किसी को नहीं बताया जाता।
suggestions-on = हाँ, सुझाव दिखाएँ
suggestions-off = अब सुझाव नहीं
suggestions-none = अभी कोई सुझाव नहीं है।
suggestions-never = वह कभी नहीं जो आपने रजिस्टर किया, जो वापस मँगाया गया है, या जो आपके यहाँ नहीं बिकता।
suggestion-goes-with = क्योंकि { $brand } के मुताबिक यह { $of } के साथ चलता है।
suggestion-refill-due = क्योंकि आपने { $of } को { $days } दिन पहले लिया, और { $brand } के मुताबिक अब तक वह खत्म हो चुका है।
suggestion-replaces = क्योंकि { $brand } के मुताबिक इसने { $of } की जगह ले ली है।
privacy-consent-suggestions = ब्रांडों के नियमों से सुझाव, इस ब्राउज़र में आपके रजिस्टर किए प्रोडक्ट के आधार पर।
