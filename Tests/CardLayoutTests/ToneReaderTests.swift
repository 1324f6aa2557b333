import Testing

@testable import CardLayout

@Suite("Tones are read where the writing tells them, and nowhere else")
struct ToneReaderTests {
    private func shown(_ syllables: [ToneSyllable]) -> String {
        syllables.map { "\($0.text)\($0.tone.map { "\($0.rawValue)" } ?? "?")" }.joined(separator: "|")
    }

    @Test(
        "of a reading",
        arguments: [
            ("zh-Hant", "chábēi", "chá2|bēi1"), ("zh", "xiàngrìkuí", "xiàng4|rì4|kuí2"),
            ("zh", "kāfēi bēi", "kā1|fēi 1|bēi1"), ("zh", "Xī’ān", "Xī’1|ān1"), ("zh", "bēizi", "bēi1|zi0"),
            ("zh", "zhǐchuán", "zhǐ3|chuán2"), ("zh", "fāngàn", "fān1|gàn4"), ("zh", "nǚ'ér", "nǚ'3|ér2"),
            ("zh", "huār", "huār1"), ("zh", "lǜsè", "lǜ4|sè4"), ("zh", "māma hǎo", "mā1|ma 0|hǎo3"),
            ("zh", "ma1ma5 hao3", "ma11|ma5 0|hao33"), ("cmn-Hans", "nǐ hǎo", "nǐ 3|hǎo3"),
            ("zh-Hant", "ㄒㄧˇ ㄏㄨㄢ", "ㄒㄧˇ 3|ㄏㄨㄢ1"), ("zh-TW", "ㄇㄚ ㄇㄚ˙", "ㄇㄚ 1|ㄇㄚ˙0"),
            ("zh-TW", "ㄏㄠˇ˙ㄇㄚ", "ㄏㄠˇ3|˙ㄇㄚ0"),
            ("yue", "maau1", "maau11"), ("zh-yue-HK", "seoi2 bui1", "seoi2 2|bui11"), ("yue", "si4-fu6", "si4-4|fu66"),
            ("th", "nâam khǎao", "nâam 3|khǎao5"),
        ])
    func readings(_ language: String, _ reading: String, _ wanted: String) {
        let syllables = ToneReader.syllables(ofReading: reading, language: language)
        #expect(shown(syllables) == wanted)
        #expect(syllables.map(\.text).joined() == reading)
    }

    @Test(
        "a reading without marks, or with marks that mean something else, tells none",
        arguments: [
            ("zh", "kafei"), ("th", "h̄n̂ā ling"), ("th", "maeo"), ("ja", "kōhī"), ("hi", "bandara kā cēharā"),
            ("yue", "maau"), ("zh", "/kʰä˥/"), ("zh", ""), ("en", "mā"),
        ])
    func silent(_ language: String, _ reading: String) {
        #expect(ToneReader.syllables(ofReading: reading, language: language).isEmpty)
    }

    @Test("Thai words of several syllables in one are left alone")
    func thai() {
        #expect(shown(ToneReader.syllables(ofReading: "mamûang wǎan", language: "th")) == "mamûang ?|wǎan5")
    }

    @Test(
        "of Vietnamese itself",
        arguments: [
            ("con mèo", "con 1|mèo2"), ("tách trà", "tách 3|trà2"), ("xe đạp", "xe 1|đạp6"),
            ("bánh mì ổ", "bánh 3|mì 2|ổ4"),
            ("quả dưa hấu chín", "quả 4|dưa 1|hấu 3|chín3"), ("mũ", "mũ5"), ("貓", ""),
        ])
    func vietnamese(_ text: String, _ wanted: String) {
        #expect(shown(ToneReader.syllables(ofText: text, language: "vi")) == wanted)
    }

    @Test(
        "an ideograph has the tone of its syllable, as far as they come out",
        arguments: [
            ("茶杯", "chábēi", "茶2|杯1"), ("水", "shuǐ", "水3"), ("花儿", "huār", "花儿1"), ("小花儿", "xiǎo huār", "小3|花1|儿1"),
            ("儿子", "érzi", "儿2|子0"), ("茶杯", "chá", "茶杯2"), ("咖啡杯", "kāfēi", "咖啡杯?"),
            ("爸爸，妈妈", "bàba, māma", "爸4|爸0|，?|妈1|妈0"),
        ])
    func ideographs(_ text: String, _ reading: String, _ wanted: String) {
        let said = ToneReader.syllables(ofReading: reading, language: "zh")
        #expect(shown(TonedText.syllables(text, said)) == wanted)
    }
}
