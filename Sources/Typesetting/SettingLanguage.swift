internal import ICU

/// The language that each part of a text is set in: the text's own, and where that does not say, what the letters tell.
struct SettingLanguage {
    /// The text's BCP 47 tag without extensions and private use: they say nothing about letters.
    let tag: String
    let parsed: Language
    /// The language of Chinese characters, kana and hangul in a text whose own language does not use them.
    private let eastAsian: String

    /// - Parameters:
    ///   - tag: The text's tag without extensions, and what it means.
    ///   - scripts: The scripts of the text.
    init(tag: String, parsed: Language, scripts: [Script]) {
        self.tag = tag
        self.parsed = parsed
        // What is most likely by UTS #35, likely subtags: und-Hani is zh, und-Kana ja, und-Hang ko, und-Bopo zh-TW.
        eastAsian =
            if scripts.contains(.hiragana) || scripts.contains(.katakana) {
                "ja"
            } else if scripts.contains(.hangul) {
                "ko"
            } else if scripts.contains(.bopomofo) {
                "zh-Hant"
            } else {
                "zh-Hans"
            }
    }

    /// The tag that picks fonts and local letterforms for characters of a script.
    func tag(for script: Script) -> String {
        guard Script.eastAsian.contains(script), !parsed.scripts.contains(where: Script.eastAsian.contains) else {
            return tag
        }
        return eastAsian
    }

    /// `zh-Hant-HK-u-co-stroke-x-mine` becomes `zh-Hant-HK` (RFC 5646, 2.2.6 and 2.2.7: extensions begin with a single letter or digit).
    static func withoutExtensions(_ tag: String) -> String {
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let kept = parts.prefix { $0.utf8.count != 1 }
        return kept.isEmpty ? "und" : kept.joined(separator: "-")
    }
}
