import Diagnostics

/// The language tags that occur in a deck's cards.
struct TagList {
    /// Each tag as it was first spelt.
    private(set) var firstSpellings: [String] = []
    /// For every spelling that occurs, its language's number in ``firstSpellings``.
    private var numbers: [String: Int] = [:]
    /// The same for spellings in lower case: tags differ not by case (RFC 5646, 2.1.1).
    private var lowercased: [String: Int] = [:]

    /// Why a text is not a language tag.
    static func fault(in tag: String) -> Fault? {
        if LanguageTag.isWellFormed(tag) { return nil }
        let mended = String(tag.prefix(64).map { $0 == "_" || $0 == " " ? "-" : $0 })
        let hint =
            LanguageTag.isWellFormed(mended)
            ? "did you mean '\(mended)'?" : "tags are written as in BCP 47: en, fr, zh-Hant, pt-BR"
        return Fault("\(Quotation.quoted(tag)) is not a language tag", hint: hint)
    }

    /// Notes a good tag; gives back the number of its language.
    mutating func add(_ tag: String) throws(Fault) -> Int {
        if let number = numbers[tag] { return number }
        if let fault = TagList.fault(in: tag) { throw fault }
        let number = lowercased[tag.lowercased()] ?? firstSpellings.count
        if number == firstSpellings.count {
            firstSpellings.append(tag)
            lowercased[tag.lowercased()] = number
        }
        numbers[tag] = number
        return number
    }

    /// Where a tag that was noted stands among languages; nil where it does not.
    func position(of tag: String, in order: [Int?]) -> Int? {
        numbers[tag].flatMap { order[$0] }
    }

    /// For every language that occurs, by number, its place among the languages given.
    func order(by languages: [String]) -> [Int?] {
        var order = [Int?](repeating: nil, count: firstSpellings.count)
        for (position, language) in languages.enumerated() {
            if let number = lowercased[language.lowercased()] { order[number] = position }
        }
        return order
    }
}
