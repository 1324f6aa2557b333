import DeckModel
import Testing

@Suite("Ruby")
struct RubyRunTests {
    /// Text, ruby, and the runs as `base(reading)` parted by `|`.
    static let examples: [(String, String, String)] = [
        // The format's own examples.
        ("食べ物", "食[た]べ物[もの]", "食(た)|べ|物(もの)"),
        ("コップ一杯の水", "コップ一杯[いっぱい]の水[みず]", "コップ|一杯(いっぱい)|の|水(みず)"),
        ("咖啡杯", "咖啡[kāfēi]杯[bēi]", "咖啡(kāfēi)|杯(bēi)"),
        ("咖啡", "咖[ㄎㄚ]啡[ㄈㄟ]", "咖(ㄎㄚ)|啡(ㄈㄟ)"),
        ("取り出し", "取[と]り 出し[だし]", "取(と)|り|出し(だし)"),
        ("珈琲茶碗", "珈琲[コーヒー]茶碗[ちゃわん]", "珈琲(コーヒー)|茶碗(ちゃわん)"),
        // Bases that are no ideographs, with a space where they start.
        ("茶の間", " 茶の間[ちゃのま]", "茶の間(ちゃのま)"),
        ("このケトル", "この ケトル[kettle]", "この|ケトル(kettle)"),
        // A space of the text is no mark where ideographs stand before the bracket…
        ("あの 赤い花", "あの 赤[あか]い花[はな]", "あの |赤(あか)|い|花(はな)"),
        ("赤い 花", "赤[あか]い 花[はな]", "赤(あか)|い |花(はな)"),
        ("お 茶の間", "お 茶の間[ま]", "お 茶の|間(ま)"),
        // … but is one where none does, and a second space always is.
        ("ice cream", "ice cream[クリーム]", "ice |cream(クリーム)"),
        ("お 茶の間", "お  茶の間[ちゃのま]", "お |茶の間(ちゃのま)"),
        ("ice cream", " ice cream[アイスクリーム]", "ice cream(アイスクリーム)"),
        // Spaces of the ruby that are not the text's do not print.
        ("大人", " 大人[おとな] ", "大人(おとな)"),
        ("人々", "人々[ひとびと]", "人々(ひとびと)"),
        ("辻󠄀さん", "辻󠄀[つじ]さん", "辻󠄀(つじ)|さん"),
        ("𠮟る", "𠮟[しか]る", "𠮟(しか)|る"),
        ("ひらがな", "ひらがな", "ひらがな"),
        // NFD in the one, NFC in the other: the text's own scalars are kept.
        ("か\u{3099}学", "が学[がく]", "か\u{3099}|学(がく)"),
    ]

    @Test("readings find their bases", arguments: examples)
    func runs(_ text: String, _ ruby: String, _ expected: String) throws {
        let (deck, diagnostics) = DeckFolder.read(card: #""words": {"ja": {"text": "\#(text)", "ruby": "\#(ruby)"}}"#)
        #expect(diagnostics.isEmpty)
        let runs = try #require(deck).cards[0].words[0].ruby
        let shown = runs.map { run in run.base + (run.reading.map { "(\($0))" } ?? "") }.joined(separator: "|")
        #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(Array(runs.map(\.base).joined().unicodeScalars) == Array(text.unicodeScalars))
    }
}
