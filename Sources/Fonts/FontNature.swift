internal import HarfBuzz
internal import ICU

/// What a user's font is made for, as far as its file tells. Decides where a font that no rule names is used.
struct FontNature: Sendable {
    enum Fitness: Sendable {
        case unfit
        /// It has the letters.
        case able
        /// It says that it is for the language.
        case made
    }

    /// The languages that the designer had in mind (OpenType 1.9, table `meta`, `dlng`).
    private let designLanguages: [FontTag]
    /// The East Asian writing systems that it says to serve, as scripts of languages (table OS/2, `ulCodePageRange1`).
    private let eastAsian: Set<String>
    /// The scripts that it has letters of, and the one of which it has most; nil for a font of signs.
    private let scripts: Set<Script>
    private let mainScript: Script?
    private let isNastaliq: Bool
    private let hasPictures: Bool

    init(_ font: Font) {
        let face = font.face
        hasPictures = face.hasPictures
        isNastaliq = face.name.lowercased().contains("nastal")
        designLanguages = FontNature.designLanguages(face.table("meta"))
        eastAsian = FontNature.codePages(face.table("OS/2"))
        let letters = FontNature.letters(face.characters)
        scripts = Set(letters.keys)
        var counts = letters
        // One font sets all the scripts of East Asia.
        counts[.han] = letters.filter { Script.eastAsian.contains($0.key) }.values.reduce(0, +)
        mainScript = counts.filter { $0.value > 0 }.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
    }

    /// Scripts whose letters most fonts of other scripts have too, for foreign words.
    private static let companions: Set<Script> = [.latin, .greek, .cyrillic]

    /// - Parameter hasRule: Whether a rule names the language itself.
    func fitness(for language: Language, script: Script, hasRule: Bool) -> Fitness {
        if hasPictures || script == .emoji { return hasPictures || mainScript == nil ? emoji(script) : .unfit }
        // Text without any letter takes whatever has its signs.
        if script != .common, !scripts.contains(script) { return .unfit }
        if !designLanguages.isEmpty {
            let tags = designLanguages.filter { $0.matches(language, script: script) }
            if tags.contains(where: { $0.language != "und" || $0.script != script.description }) { return .made }
            return tags.isEmpty ? .unfit : .able
        }
        if Script.eastAsian.contains(script), !eastAsian.isEmpty {
            return eastAsian.contains(language.script) ? .made : .unfit
        }
        if isNastaliq, script == .arabic { return hasRule ? .made : .unfit }
        guard let mainScript, FontNature.companions.contains(script), !FontNature.companions.contains(mainScript) else {
            return .able
        }
        return language.scripts.contains(mainScript) ? .able : .unfit
    }

    private func emoji(_ script: Script) -> Fitness { script == .emoji ? .able : .unfit }

    /// How many letters of each script there are.
    private static func letters(_ characters: [Unicode.Scalar]) -> [Script: Int] {
        var counts: [Script: Int] = [:]
        for scalar in characters {
            let script = UnicodeText.script(of: scalar)
            if script == .common || script == .inherited || script == .unknown { continue }
            counts[script, default: 0] += 1
        }
        return counts
    }

    private static func codePages(_ table: [UInt8]) -> Set<String> {
        guard table.count >= 82, Int(table[0]) << 8 | Int(table[1]) >= 1 else { return [] }
        let bits = table[78..<82].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let pages = [(17, "Jpan"), (18, "Hans"), (19, "Kore"), (20, "Hant"), (21, "Kore")]
        return Set(pages.filter { bits >> UInt32($0.0) & 1 == 1 }.map(\.1))
    }

    /// The entries of `dlng`: language tags that may begin with the script.
    private static func designLanguages(_ table: [UInt8]) -> [FontTag] {
        func uint32(_ at: Int) -> Int? {
            table.count >= at + 4 ? table[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } : nil
        }
        guard let count = uint32(12), count <= 64 else { return [] }
        for map in 0..<count {
            let at = 16 + 12 * map
            guard let tag = uint32(at), let offset = uint32(at + 4), let length = uint32(at + 8) else { return [] }
            // 'dlng'
            guard tag == 0x646C_6E67, offset + length <= table.count else { continue }
            let text = String(decoding: table[offset..<offset + length], as: UTF8.self)
            return text.split(separator: ",").compactMap { part in
                let tag = part.split(separator: " ").joined()
                return FontTag(tag) ?? FontTag("und-\(tag)")
            }
        }
        return []
    }
}
