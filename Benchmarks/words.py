"""Sixty nouns and fifteen qualities in five languages: nine hundred different cards with real words and readings."""

# English, IPA | French, gender | Chinese, pinyin | Japanese, romaji | Arabic, gender, transliteration
_NOUNS = """
apple ˈæpəl|pomme f|蘋果 píngguǒ|りんご ringo|تفاحة f tuffāḥa
ball bɔːl|ballon m|球 qiú|ボール bōru|كرة f kura
banana bəˈnɑːnə|banane f|香蕉 xiāngjiāo|バナナ banana|موزة f mawza
basket ˈbɑːskɪt|panier m|籃子 lánzi|籠 kago|سلة f salla
bed bɛd|lit m|床 chuáng|ベッド beddo|سرير m sarīr
bell bɛl|cloche f|鈴 líng|鈴 suzu|جرس m jaras
bicycle ˈbaɪsɪkəl|vélo m|腳踏車 jiǎotàchē|自転車 jitensha|دراجة f darrāja
bird bɜːd|oiseau m|鳥 niǎo|鳥 tori|طائر m ṭāʼir
boat bəʊt|bateau m|船 chuán|船 fune|قارب m qārib
book bʊk|livre m|書 shū|本 hon|كتاب m kitāb
bottle ˈbɒtəl|bouteille f|瓶子 píngzi|瓶 bin|زجاجة f zujāja
bowl bəʊl|bol m|碗 wǎn|茶碗 chawan|وعاء m wiʻāʼ
box bɒks|boîte f|盒子 hézi|箱 hako|صندوق m ṣundūq
bread brɛd|pain m|麵包 miànbāo|パン pan|خبز m khubz
bridge brɪdʒ|pont m|橋 qiáo|橋 hashi|جسر m jisr
brush brʌʃ|brosse f|刷子 shuāzi|ブラシ burashi|فرشاة f furshāh
bucket ˈbʌkɪt|seau m|水桶 shuǐtǒng|バケツ baketsu|دلو m dalw
button ˈbʌtən|bouton m|鈕扣 niǔkòu|ボタン botan|زر m zirr
cake keɪk|gâteau m|蛋糕 dàngāo|ケーキ kēki|كعكة f kaʻka
car kɑː|voiture f|汽車 qìchē|車 kuruma|سيارة f sayyāra
cat kæt|chat m|貓 māo|猫 neko|قطة f qiṭṭa
chair tʃɛə|chaise f|椅子 yǐzi|椅子 isu|كرسي m kursī
cheese tʃiːz|fromage m|起司 qǐsī|チーズ chīzu|جبن m jubn
clock klɒk|horloge f|時鐘 shízhōng|時計 tokei|ساعة f sāʻa
coat kəʊt|manteau m|外套 wàitào|コート kōto|معطف m miʻṭaf
cup kʌp|tasse f|杯子 bēizi|カップ kappu|فنجان m finjān
dog dɒɡ|chien m|狗 gǒu|犬 inu|كلب m kalb
door dɔː|porte f|門 mén|ドア doa|باب m bāb
drum drʌm|tambour m|鼓 gǔ|太鼓 taiko|طبل m ṭabl
egg ɛɡ|œuf m|蛋 dàn|卵 tamago|بيضة f bayḍa
elephant ˈɛlɪfənt|éléphant m|大象 dàxiàng|象 zō|فيل m fīl
fish fɪʃ|poisson m|魚 yú|魚 sakana|سمكة f samaka
flower ˈflaʊə|fleur f|花 huā|花 hana|زهرة f zahra
fork fɔːk|fourchette f|叉子 chāzi|フォーク fōku|شوكة f shawka
frog frɒɡ|grenouille f|青蛙 qīngwā|蛙 kaeru|ضفدع m ḍifdaʻ
glove ɡlʌv|gant m|手套 shǒutào|手袋 tebukuro|قفاز m quffāz
hat hæt|chapeau m|帽子 màozi|帽子 bōshi|قبعة f qubbaʻa
horse hɔːs|cheval m|馬 mǎ|馬 uma|حصان m ḥiṣān
house haʊs|maison f|房子 fángzi|家 ie|بيت m bayt
key kiː|clé f|鑰匙 yàoshi|鍵 kagi|مفتاح m miftāḥ
kite kaɪt|cerf-volant m|風箏 fēngzhēng|凧 tako|طائرة ورقية f ṭāʼira waraqiyya
lamp læmp|lampe f|燈 dēng|ランプ ranpu|مصباح m miṣbāḥ
leaf liːf|feuille f|葉子 yèzi|葉 ha|ورقة f waraqa
lemon ˈlɛmən|citron m|檸檬 níngméng|レモン remon|ليمونة f laymūna
mirror ˈmɪrə|miroir m|鏡子 jìngzi|鏡 kagami|مرآة f mirʼāh
moon muːn|lune f|月亮 yuèliang|月 tsuki|قمر m qamar
mouse maʊs|souris f|老鼠 lǎoshǔ|鼠 nezumi|فأر m faʼr
pencil ˈpɛnsəl|crayon m|鉛筆 qiānbǐ|鉛筆 enpitsu|قلم m qalam
plate pleɪt|assiette f|盤子 pánzi|皿 sara|طبق m ṭabaq
rabbit ˈræbɪt|lapin m|兔子 tùzi|兎 usagi|أرنب m arnab
ring rɪŋ|bague f|戒指 jièzhǐ|指輪 yubiwa|خاتم m khātam
shell ʃɛl|coquillage m|貝殼 bèiké|貝殻 kaigara|صدفة f ṣadafa
shoe ʃuː|chaussure f|鞋子 xiézi|靴 kutsu|حذاء m ḥidhāʼ
spoon spuːn|cuillère f|湯匙 tāngchí|匙 saji|ملعقة f milʻaqa
star stɑː|étoile f|星星 xīngxing|星 hoshi|نجمة f najma
stone stəʊn|pierre f|石頭 shítou|石 ishi|حجر m ḥajar
table ˈteɪbəl|table f|桌子 zhuōzi|机 tsukue|طاولة f ṭāwila
train treɪn|train m|火車 huǒchē|電車 densha|قطار m qiṭār
tree triː|arbre m|樹 shù|木 ki|شجرة f shajara
umbrella ʌmˈbrɛlə|parapluie m|雨傘 yǔsǎn|傘 kasa|مظلة f miẓalla
"""

# English, IPA | French masculine, feminine | Chinese, pinyin | Japanese, romaji | Arabic masculine, feminine; transliterations
_QUALITIES = """
red rɛd|rouge rouge|紅色的 hóngsè de|赤い akai|أحمر حمراء aḥmar ḥamrāʼ
blue bluː|bleu bleue|藍色的 lánsè de|青い aoi|أزرق زرقاء azraq zarqāʼ
green ɡriːn|vert verte|綠色的 lǜsè de|緑の midori-no|أخضر خضراء akhḍar khaḍrāʼ
yellow ˈjɛləʊ|jaune jaune|黃色的 huángsè de|黄色い kiiroi|أصفر صفراء aṣfar ṣafrāʼ
white waɪt|blanc blanche|白色的 báisè de|白い shiroi|أبيض بيضاء abyaḍ bayḍāʼ
black blæk|noir noire|黑色的 hēisè de|黒い kuroi|أسود سوداء aswad sawdāʼ
grey ɡreɪ|gris grise|灰色的 huīsè de|灰色の haiiro-no|رمادي رمادية ramādī ramādiyya
brown braʊn|marron marron|棕色的 zōngsè de|茶色の chairo-no|بني بنية bunnī bunniyya
pink pɪŋk|rose rose|粉紅色的 fěnhóngsè de|ピンクの pinku-no|وردي وردية wardī wardiyya
purple ˈpɜːpəl|violet violette|紫色的 zǐsè de|紫の murasaki-no|بنفسجي بنفسجية banafsajī banafsajiyya
clean kliːn|propre propre|乾淨的 gānjìng de|きれいな kirei-na|نظيف نظيفة naẓīf naẓīfa
heavy ˈhɛvi|lourd lourde|沉重的 chénzhòng de|重い omoi|ثقيل ثقيلة thaqīl thaqīla
warm wɔːm|chaud chaude|溫暖的 wēnnuǎn de|温かい atatakai|دافئ دافئة dāfiʼ dāfiʼa
cold kəʊld|froid froide|冰冷的 bīnglěng de|冷たい tsumetai|بارد باردة bārid bārida
round raʊnd|rond ronde|圓形的 yuánxíng de|丸い marui|مستدير مستديرة mustadīr mustadīra
"""

LANGUAGES = ["en", "fr", "zh-Hant", "ja", "ar"]


def _rows(text):
    return [[field.split(" ") for field in line.split("|")] for line in text.strip().splitlines()]


def cards():
    """Yields (id, words) with words as deck.json has them; the nouns change fastest, so that neighbours differ."""
    for english_quality, french_quality, chinese_quality, japanese_quality, arabic_quality in _rows(_QUALITIES):
        for english, french, chinese, japanese, arabic in _rows(_NOUNS):
            arabic_words, arabic_gender, arabic_reading = _arabic(arabic)
            feminine = arabic_gender == "f"
            yield (
                f"{english_quality[0]}-{english[0]}",
                {
                    "en": {
                        "text": f"{english_quality[0]} {english[0]}",
                        "reading": f"/{english_quality[1]} {english[1]}/",
                    },
                    "fr": {"text": f"{french[0]} {french_quality[french[1] == 'f']}", "gender": french[1]},
                    "zh-Hant": {
                        "text": chinese_quality[0] + chinese[0],
                        "reading": " ".join(chinese_quality[1:] + chinese[1:]),
                    },
                    "ja": {
                        "text": japanese_quality[0] + japanese[0],
                        "reading": f"{japanese_quality[1]} {japanese[1]}",
                    },
                    "ar": {
                        "text": f"{arabic_words} {arabic_quality[feminine]}",
                        "reading": f"{arabic_reading} {arabic_quality[2 + feminine]}",
                    },
                },
            )


def _arabic(fields):
    """Words, gender and transliteration, each of which may be more than one word."""
    gender = next(index for index, field in enumerate(fields) if field in ("m", "f"))
    return " ".join(fields[:gender]), fields[gender], " ".join(fields[gender + 1 :])
