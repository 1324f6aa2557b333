import Testing
import Typesetting

/// Words as readers of their languages part them when they learn to read.
@Suite("Words fall into the syllables that their readers learn")
struct SyllableTests {
    @Test(
        "One text",
        arguments: [
            ("de", "Erd-bee-re"), ("de", "Schmet-ter-ling"), ("de", "Kat-ze"), ("fr", "cho-co-lat"), ("es", "a-be-ja"),
            ("es", "ma-ri-po-sa"), ("es", "pie-dra"), ("it", "gat-to"), ("pl", "ry-ba"), ("fi", "i-so-äi-ti"),
            ("fi", "pol-ku-pyö-rä"), ("tr", "ke-di"), ("tr", "a-nah-tar"), ("sw", "ba-i-si-ke-li"),
            ("et", "jalg-ra-tas"),
            ("ka", "კა-ტა"), ("ru", "кош-ка"), ("vi", "con -mèo"), ("fr", "l’eau"), ("fr", "la -pluie"),
            ("ko", "고-양-이"), ("ja", "ティ-ー-カ-ッ-プ"), ("ja", "と-しょ-か-ん"), ("ja", "紙-の-船"), ("zh", "蝴-蝶"),
            ("hi", "बि-ल्ली"), ("hi", "वि-द्या-र्थी"), ("hi", "स्ट्रॉ-बे-री"), ("bn", "বি-ড়া-ল"), ("ta", "பூ-னை"), ("ta", "ம-ரம்"),
            ("te", "పి-ల్లి"), ("ml", "പൂ-ച്ച"), ("my", "ကြောင်"), ("my", "ပေါင်-မုန့်"), ("km", "ឆ្មា"), ("km", "សៀវ-ភៅ"),
            ("th", "แมว"), ("th", "กล้วย"), ("th", "มะ-ม่วง"), ("th", "ข-นม-ปัง"), ("th", "หมู"), ("lo", "ແມວ"),
            ("bo", "དཀར་-ཡོལ"), ("am", "ድ-መ-ት"), ("en", "♥ rab-bit!"), ("mk", "мач-ка"),
        ])
    func syllables(_ language: String, _ wanted: String) throws {
        let typesetter = try PinnedFonts.partingTypesetter()
        let text = wanted.filter { $0 != "-" }
        let syllables = typesetter.syllables(of: text, language: language)
        #expect(syllables.joined(separator: "-") == wanted)
        #expect(syllables.joined() == text)
    }

    @Test(
        "where letters or language do not tell, there are none",
        arguments: [("ar", "فِنْجان"), ("he", "חתול"), ("zxx", "cat"), ("en", "cat קט"), ("en", "12"), ("en", "")])
    func unknown(_ language: String, _ text: String) throws {
        #expect(try PinnedFonts.partingTypesetter().syllables(of: text, language: language).isEmpty)
    }
}
