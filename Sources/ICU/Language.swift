internal import CShims

/// What a BCP 47 tag means once the parts that it leaves out are filled in (UTS #35, likely subtags): `ja` is `ja-Jpan-JP`.
public struct Language: Hashable, Sendable {
    public let language: String
    /// The script as languages have it, which may stand for several: `Jpan`, `Hant`, `Latn`.
    public let script: String
    public let region: String

    /// The parts of a tag; `und` and empty texts where ICU does not know it.
    public init(_ tag: String) {
        var language = [CChar](repeating: 0, count: 12)
        var script = language
        var region = language
        let isKnown = tag.utf8.count < 100 && capprint_icu_likely_subtags(tag, &language, &script, &region)
        let parts = [language, script, region].map { buffer in
            String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        self.language = isKnown && !parts[0].isEmpty ? parts[0] : "und"
        self.script = isKnown ? parts[1] : ""
        self.region = isKnown ? parts[2] : ""
    }

    /// The scripts that text in this language is written in, by Unicode's script property.
    public var scripts: [Script] {
        switch script {
        case "Hans", "Hant", "Hanb": [.han, .bopomofo]
        case "Jpan", "Hrkt": [.han, .hiragana, .katakana]
        case "Kore": [.hangul, .han]
        case "Aran": [.arabic]
        default: Script(script).map { [$0] } ?? []
        }
    }
}

/// The script that text in a language is most likely written in, as ISO 15924 code such as `Latn`, `Jpan`, `Hant`; `Zyyy` where it is not known.
public func likelyScript(_ tag: String) -> String {
    let script = Language(tag).script
    return script.isEmpty ? Script.common.description : script
}

/// Whether a language is written from right to left, by its script: `ar` is, `ar-Latn` is not.
public func isRightToLeft(_ tag: String) -> Bool {
    Language(tag).scripts.first?.isRightToLeft ?? false
}

/// A language's own name for itself: "français", "日本語", "繁體中文" (`uldn_localeDisplayName`); its English name where ICU does not
/// know the language's own, the tag where it knows neither, nothing for `und`.
public func languageOwnName(_ tag: String) -> String {
    let subtag = tag.split(separator: "-").first.map(String.init) ?? tag
    if subtag.lowercased() == "und" { return "" }
    let name = languageName(tag, in: tag)
    // Where only the script or region has a name: "az (Arab)".
    return name == tag || name.hasPrefix("\(subtag) (") ? languageName(tag, in: "en") : name
}

/// A language's name in another, such as "Chinese (Hong Kong)" (`uldn_localeDisplayName`); the tag where there is none.
public func languageName(_ tag: String, in other: String) -> String {
    guard tag.utf8.count < 100, other.utf8.count < 100 else { return tag }
    var name = [UInt16](repeating: 0, count: 200)
    let count = capprint_icu_display_name(tag, other, &name, Int32(name.count))
    return count > 0 ? String(decoding: name.prefix(Int(count)), as: UTF16.self) : tag
}

/// A day of the Gregorian calendar as a language writes it in full: "November 30, 2025" for `en`, "30 novembre 2025" for `fr` (`udat_format`, long style).
///
/// Months and days outside the calendar carry over. Where ICU does not know the tag the date is given as 2025-11-30.
public func formatDate(year: Int, month: Int, day: Int, language: String) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(abs(number))
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let plain = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    guard language.utf8.count < 100, (-9999...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return plain }
    // Days from 1970-01-01: years counted from March, so that the leap day comes last.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    var text = [UInt16](repeating: 0, count: 200)
    let count = capprint_icu_long_date(language, Double(days), &text, Int32(text.count))
    return count > 0 ? String(decoding: text.prefix(Int(count)), as: UTF16.self) : plain
}
