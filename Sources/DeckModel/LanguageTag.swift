/// Language tags, BCP 47 (RFC 5646).
enum LanguageTag {
    /// Whether the tag follows the grammar of RFC 5646, 2.1.
    static func isWellFormed(_ tag: String) -> Bool {
        let lowercased = tag.lowercased()
        if irregular.contains(lowercased) { return true }
        // Longer than any tag of use; bounds the work.
        guard tag.utf8.count <= 255 else { return false }
        var subtags = lowercased.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
        guard subtags.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }) else { return false }
        if subtags.first?.elementsEqual("x".utf8) == true { return subtags.count > 1 }
        guard let language = subtags.popFirst(), language.count >= 2, isLetters(language) else { return false }
        if language.count <= 3 {
            for _ in 0..<3 where subtags.first.map({ $0.count == 3 && isLetters($0) }) == true {
                subtags = subtags.dropFirst()
            }
        }
        if let script = subtags.first, script.count == 4, isLetters(script) { subtags = subtags.dropFirst() }
        if let region = subtags.first,
            region.count == 2 && isLetters(region) || region.count == 3 && region.allSatisfy(isDigit)
        {
            subtags = subtags.dropFirst()
        }
        while let variant = subtags.first,
            variant.count >= 5 || variant.count == 4 && variant.first.map(isDigit) == true
        {
            subtags = subtags.dropFirst()
        }
        return isExtensions(subtags)
    }

    /// Extensions (`u-nu-latn`), then what is private (`x-mia`): each a single character and at least one subtag.
    private static func isExtensions(_ subtags: ArraySlice<Substring.UTF8View>) -> Bool {
        var rest = subtags
        while let singleton = rest.popFirst() {
            guard singleton.count == 1 else { return false }
            if singleton.elementsEqual("x".utf8) { return !rest.isEmpty }
            let values = rest.prefix { $0.count >= 2 }
            guard !values.isEmpty else { return false }
            rest = rest.dropFirst(values.count)
        }
        return true
    }

    /// The first subtag in lower case.
    static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" }).lowercased()
    }

    /// Whether no language can have the tag: registered first subtags have two or three letters.
    static func isUnregistrable(_ tag: String) -> Bool {
        !irregular.contains(tag.lowercased()) && (4...8).contains(primary(tag).utf8.count)
    }

    /// Grandfathered tags that the grammar does not produce (RFC 5646, 2.1, irregular).
    private static let irregular: Set<String> = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
        "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    ]

    private static func isLetters(_ subtag: Substring.UTF8View) -> Bool { subtag.allSatisfy(isLetter) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
