internal import Diagnostics
internal import DisplayList
internal import Geometry

/// A reference being read.
struct ReferenceReading {
    private let file: String
    private var line: LineScanner
    private var lineNumber = 0
    private var lineStart = 0
    private var faults: [Diagnostic] = []
    private var faultCount = 0
    private var conflicts: [Diagnostic] = []
    private let needsEnd: Bool
    private var hasEnd = false
    private var comments = ReferenceComments()
    /// Comments of which it is not known yet what they belong to.
    private var waiting: [String] = []

    // The head
    private var deck: String?
    private var template: String?
    private var savesInk: Bool?
    private var trim: (size: Size, bleed: Length, corner: Length)?
    private var bleed: Rect?
    private var fonts: [ReferenceFont] = []
    private var usualFonts: [String: [String]] = [:]
    private var usual = ReferenceDefaults()

    // Cards
    private var cards: [ReferenceCard] = []
    private var card: (id: String, line: Int)?
    private var faces: [ReferenceFace] = []
    private var face: (name: String, arrangement: String)?
    private var items: [ReferenceItem] = []
    private var lines: [String: Int] = [:]
    /// Counts faces, so that a size is known only on its own.
    private var faceNumber = 0
    /// Of the text above on this face.
    private var lastLanguage: (name: String, bytes: Range<Int>)?
    private var lastBaseline: Length?

    /// A field in a language, as lines name it, and what holds for it until its face ends.
    private struct Role {
        var kind: String
        var language: String
        var field: String
        var kindNumber: Int
        var fonts: [String]?
        var style: ReferenceDefaults.Style?
    }

    private var roles: [Role] = []
    private var roleNumbers: [UInt64: Int] = [:]
    private var kindNumbers: [String: Int] = [:]
    private var sizes: [(face: Int, size: Int)] = []
    /// Names that stand on many lines, by a hash of their bytes.
    private var knownNames: [UInt64: String] = [:]

    /// - Parameter needsEnd: whether a file without its last line is told to be incomplete.
    init(_ bytes: [UInt8], file: String, needsEnd: Bool) {
        self.file = file
        self.needsEnd = needsEnd
        line = LineScanner(bytes)
    }

    mutating func reference() throws(DiagnosticError) -> Reference {
        try readFirstLine()
        readLines()
        guard conflicts.isEmpty else { throw DiagnosticError(conflicts) }
        noteMissing()
        if faultCount > faults.count {
            faults.append(
                Diagnostic(.error, at: Place(file: file), "\(faultCount - faults.count) more lines are damaged"))
        }
        guard faults.isEmpty, let deck, let template, let savesInk, let trim else { throw DiagnosticError(faults) }
        return Reference(
            look: ReferenceLook(
                deck: deck, template: template, savesInk: savesInk, trim: trim.size, bleed: trim.bleed,
                cornerRadius: trim.corner, fonts: fonts),
            cards: cards, comments: comments)
    }

    /// What is left of a snapshot that is damaged; nil for what is none of this version or an older one.
    mutating func remains() -> ReferenceRemains? {
        do { try readFirstLine() } catch {
            guard line.bytes.isEmpty || isConflict else { return nil }
        }
        readLines()
        return ReferenceRemains(template: template, savesInk: savesInk, comments: comments)
    }

    private mutating func readLines() {
        while nextLine() {
            do throws(LineFault) { try readLine() } catch { note(error) }
        }
        keepComments()
        endCard()
    }

    // MARK: Lines

    /// Goes to the next line; false at the end of the file.
    private mutating func nextLine() -> Bool {
        let bytes = line.bytes
        var start = lineNumber == 0 ? 0 : line.end
        if lineNumber > 0 {
            while start < bytes.count, bytes[start] != UInt8(ascii: "\n") { start += 1 }
            start += 1
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            start = 3
        }
        guard start < bytes.count else { return false }
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        // git may have turned the ends of lines into those of Windows.
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        lineNumber += 1
        lineStart = start
        line.start(start, end)
        return true
    }

    private mutating func note(_ fault: LineFault) {
        faultCount += 1
        guard faults.count < ReferenceReader.mostFaults else { return }
        faults.append(
            Diagnostic(
                .error, at: place(of: fault.offset), card: card?.id, fault.message,
                hint: fault.hint
                    ?? "take the line from git, or take over how the deck looks now: capprint snapshot accept"))
    }

    private func place(of offset: Int) -> Place {
        let column = line.bytes[lineStart..<max(lineStart, offset)].reduce(1) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        return Place(file: file, line: lineNumber, column: column)
    }

    private mutating func readFirstLine() throws(DiagnosticError) {
        func failure(_ message: String, _ hint: String) -> DiagnosticError {
            DiagnosticError(
                Diagnostic(.error, at: Place(file: file, line: 1, column: 1), message, hint: hint))
        }
        guard nextLine() else {
            throw failure("the file is empty", "take it from git, or record it anew: capprint snapshot accept")
        }
        let bytes = line.bytes[line.position..<line.end]
        if isConflict { throw DiagnosticError(conflict()) }
        guard bytes.starts(with: ReferenceWriter.firstLine.utf8),
            let version = Int(line.string(line.position + ReferenceWriter.firstLine.utf8.count..<line.end))
        else {
            throw failure(
                "this is no snapshot: its first line should be '\(ReferenceWriter.firstLine)\(ReferenceWriter.version)'",
                "name a file that capprint snapshot record wrote")
        }
        guard version == ReferenceWriter.version else {
            throw failure(
                "the snapshot has version \(version), and this capprint knows version \(ReferenceWriter.version)",
                version > ReferenceWriter.version
                    ? "a newer capprint wrote it: use that one" : "record it anew: capprint snapshot accept")
        }
    }

    private var isConflict: Bool { line.bytes[line.position..<line.end].starts(with: "<<<<<<<".utf8) }

    private func conflict() -> Diagnostic {
        Diagnostic(
            .error, at: Place(file: file, line: lineNumber, column: 1),
            "a merge conflict of git has not been settled",
            hint: "settle the deck itself, then: capprint snapshot accept")
    }

    private mutating func readLine() throws(LineFault) {
        guard !line.isAtEnd else { return keepComments() }
        switch line.next {
        case UInt8(ascii: "#"): return readComment()
        case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|"): return try readConflict()
        default: break
        }
        guard !hasEnd else { throw line.fault("the snapshot has ended above this line", "remove the line") }
        if line.next == UInt8(ascii: " ") {
            line.space()
            keepComments()
            if !line.isAtEnd { try readItemOrFace() }
        } else {
            try readHead()
        }
    }

    private mutating func readComment() {
        let text = line.string(line.position..<line.end)
        if !text.hasPrefix(ReferenceWriter.ownComment) { waiting.append(text) }
    }

    /// Those that stand right above a card belong to it, others to what they stand in.
    private mutating func keepComments() {
        guard !waiting.isEmpty else { return }
        if let card { comments.cards[card.id, default: []] += waiting } else { comments.head += waiting }
        waiting.removeAll()
    }

    private mutating func readConflict() throws(LineFault) {
        let first = line.next
        guard line.end - line.position >= 7, line.bytes[line.position..<line.position + 7].allSatisfy({ $0 == first })
        else { throw line.fault("this line is no part of a snapshot") }
        if first == UInt8(ascii: "<") { conflicts.append(conflict()) }
        // A marker that was left over when the rest was settled.
        if conflicts.isEmpty { throw line.fault("a marker of a merge conflict is left over", "remove the line") }
    }

    private mutating func noteMissing() {
        if needsEnd, !hasEnd, faultCount < ReferenceReader.mostFaults {
            faults.append(
                Diagnostic(
                    .error, at: Place(file: file, line: lineNumber),
                    "the file breaks off here: its last line should be '\(ReferenceWriter.lastLine)'",
                    hint: "take it from git, or take over how the deck looks now: capprint snapshot accept"))
        }
        for (word, isThere) in [
            ("deck", deck != nil), ("template", template != nil), ("ink", savesInk != nil), ("trim", trim != nil),
        ] where !isThere && faultCount == 0 {
            faults.append(
                Diagnostic(
                    .error, at: Place(file: file), "the line '\(word) …' is missing from the head",
                    hint: "take it from git, or take over how the deck looks now: capprint snapshot accept"))
        }
    }

    // MARK: The head

    private static let headWords = ["card", "deck", "template", "ink", "trim", "usual", "font", "name", "end"]

    private mutating func readHead() throws(LineFault) {
        let start = line.position
        let word = line.string(line.bareWord())
        line.space()
        if word == "card" { return try readCard() }
        keepComments()
        if word == ReferenceWriter.lastLine {
            hasEnd = true
            endCard()
            return try line.finish()
        }
        guard Self.headWords.contains(word) else {
            throw line.fault(
                word.isEmpty
                    ? "this line is no part of a snapshot" : "a line cannot begin with \(Quotation.quoted(word))",
                Suggestion.hint(for: word, among: Self.headWords), at: start)
        }
        guard card == nil else {
            throw line.fault("'\(word)' belongs above the first card", at: start)
        }
        let isKnown = ["deck": deck != nil, "template": template != nil, "ink": savesInk != nil, "trim": trim != nil]
        guard isKnown[word] != true else { throw line.fault("'\(word)' stands here twice", at: start) }
        switch word {
        case "deck": deck = try line.name("the deck's id")
        case "template": template = try line.name("the template's name")
        case "ink":
            if line.take("full") {
                savesInk = false
            } else if line.take("saved") {
                savesInk = true
            } else {
                throw line.missing("'full' or 'saved'")
            }
        case "trim": try readTrim()
        case "usual": try readUsual()
        case "font": try readFont()
        default: try readName()
        }
        try line.finish()
    }

    private mutating func readTrim() throws(LineFault) {
        let size = try line.size()
        line.space()
        guard line.take("bleed") else { throw line.missing("'bleed'") }
        line.space()
        let bleed = try line.length("the bleed in mm")
        line.space()
        guard line.take("corner") else { throw line.missing("'corner'") }
        line.space()
        trim = (size, bleed, try line.length("the corners' radius in mm"))
        let (margin, width, height) = (
            Hundredths.millimetres(bleed), Hundredths.millimetres(size.width), Hundredths.millimetres(size.height)
        )
        self.bleed = Rect(
            x: Hundredths.length(millimetres: -margin), y: Hundredths.length(millimetres: -margin),
            width: Hundredths.length(millimetres: width + 2 * margin),
            height: Hundredths.length(millimetres: height + 2 * margin))
    }

    private mutating func readUsual() throws(LineFault) {
        let kind = try line.name("art, code, shapes or a field")
        line.space()
        switch kind {
        case "art":
            let field = try line.name("a field such as sticker")
            line.space()
            usual.finishes[field] = try readFinish()
        case "code":
            let field = try line.name("a field such as link")
            line.space()
            let prefix = try line.quoted("what the codes' texts begin with")
            line.space()
            usual.codes[field] = .init(prefix: prefix, symbol: line.isAtEnd ? nil : try readSymbol())
        case "shapes":
            let element = try line.name("an element's name")
            line.space()
            let shapes = try readShapeParts()
            usual.shapes[.init(element: element, shape: shapes.shape)] = .init(
                count: shapes.count ?? 1, colors: shapes.colors, box: shapes.box)
        default:
            var style = ReferenceDefaults.Style()
            if !line.isAtEnd, line.next != UInt8(ascii: "#") {
                style.size = try line.hundredths("a size in pt")
                guard line.take("pt") else { throw line.missing("'pt'") }
                line.space()
            }
            if !line.isAtEnd { style.colors = try line.colors() }
            usual.styles[kind] = style
        }
    }

    private mutating func readFinish() throws(LineFault) -> ReferenceDefaults.Finish {
        guard line.take("edge") else { throw line.missing("'edge'") }
        line.space()
        let edge = try line.hundredths("the edge's width in mm")
        line.space()
        return ReferenceDefaults.Finish(edge: edge, finish: try line.hash())
    }

    private mutating func readSymbol() throws(LineFault) -> ReferenceDefaults.Symbol {
        let box = try line.box()
        line.space()
        let modules = try line.integer("how many modules a side has")
        line.space()
        guard !line.isAtEnd else { return .init(box: box, modules: modules, color: .black) }
        let start = line.position
        let colors = try line.colors()
        guard colors.count == 1 else { throw line.fault("a code has one colour", at: start) }
        return .init(box: box, modules: modules, color: colors[0])
    }

    /// What a line says of shapes; the hash is its last word.
    private mutating func readShapeParts() throws(LineFault) -> (
        count: Int?, colors: [Color]?, box: Rect?, shape: UInt32
    ) {
        var count: Int?
        if !line.isAtLastWord, line.take(UInt8(ascii: "x")) {
            count = try line.integer("how many shapes there are")
            line.space()
        }
        var colors: [Color]?
        if line.next == UInt8(ascii: "#") {
            colors = try line.colors()
            line.space()
        }
        var box: Rect?
        if !line.isAtLastWord {
            if let bleed, line.take("bleed") { box = bleed } else { box = try line.box() }
            line.space()
        }
        return (count, colors, box, try line.hash())
    }

    private mutating func readFont() throws(LineFault) {
        let start = line.position
        let name = try line.name("the font's name")
        line.space()
        let hash = try line.name("the hash of the font's content")
        guard !fonts.contains(where: { $0.name == name }) else {
            throw line.fault(
                "the font stands here twice", "keep the line that belongs to the fonts of this deck", at: start)
        }
        fonts.append(ReferenceFont(name: name, contentHash: hash))
        line.space()
        while !line.isAtEnd {
            let start = line.position
            guard !line.bareWord().isEmpty, line.take(UInt8(ascii: ":")), !line.bareWord().isEmpty else {
                throw line.fault("a language and a field such as ja:text should stand here", at: start)
            }
            usualFonts[line.string(start..<line.position)] = [name]
            line.space()
        }
    }

    private mutating func readName() throws(LineFault) {
        let text = try line.quoted("the name of a language")
        line.space()
        let language = try line.name("a language tag")
        line.space()
        let fonts = try readFonts()
        line.space()
        let size = try line.hundredths("a size in pt")
        guard line.take("pt") else { throw line.missing("'pt'") }
        line.space()
        guard line.take(UInt8(ascii: "+")) else { throw line.missing("a plus sign and the width") }
        let width = try line.length("the width in mm")
        line.space()
        let colors = try line.colors()
        line.space()
        let shape = try line.hash()
        let lines = [ReferenceText.Line(origin: .zero, width: width, glyphs: [])]
        usual.names[.init(language: language, size: size)] = ReferenceText(
            field: "words.\(language).name", language: language, text: text, fonts: fonts,
            size: Hundredths.length(points: size), colors: colors, lines: lines, shape: shape, turn: 0)
    }

    private mutating func readFonts() throws(LineFault) -> [String] {
        if line.take(UInt8(ascii: "?")) { return [] }
        var fonts: [String] = []
        repeat {
            let start = line.position
            let name = try knownName("a font")
            guard self.fonts.contains(where: { $0.name == name }) else {
                throw line.fault(
                    "the head has no font \(Quotation.quoted(name))",
                    Suggestion.hint(for: name, among: self.fonts.map(\.name)), at: start)
            }
            fonts.append(name)
        } while line.take(UInt8(ascii: "+"))
        return fonts
    }

    // MARK: Cards and faces

    private mutating func readCard() throws(LineFault) {
        endCard()
        let start = line.position
        let id = try line.name("the card's id")
        try line.finish()
        card = (id, lineNumber)
        keepComments()
        if let first = lines.updateValue(lineNumber, forKey: id) {
            throw line.fault(
                "the card \(Quotation.quoted(id)) stands here twice",
                "it stands first in line \(first); remove one, then: capprint snapshot accept", at: start)
        }
    }

    private mutating func endCard() {
        endFace()
        if let card { cards.append(ReferenceCard(id: card.id, faces: faces)) }
        faces.removeAll(keepingCapacity: true)
        card = nil
    }

    private mutating func endFace() {
        if let face { faces.append(ReferenceFace(name: face.name, arrangement: face.arrangement, items: items)) }
        items.removeAll(keepingCapacity: true)
        face = nil
        faceNumber += 1
        lastLanguage = nil
        lastBaseline = nil
    }

    private mutating func readItemOrFace() throws(LineFault) {
        guard card != nil else { throw line.fault("no card stands above this line") }
        if line.take("--") {
            line.space()
            endFace()
            let name = try knownName("the face's name")
            line.space()
            face = (name, try knownName("the arrangement's name"))
            return try line.finish()
        }
        guard face != nil else { throw line.fault("no face such as '-- front' stands above this line") }
        if line.take("art") {
            line.space()
            items.append(.art(try readArt()))
        } else if line.take("code") {
            line.space()
            items.append(.code(try readCode()))
        } else {
            let isQuoted = line.next == UInt8(ascii: "\"")
            let start = line.position
            let field = try knownName("a field")
            let fieldBytes = start..<line.position
            line.space()
            if line.next == UInt8(ascii: "\"") {
                let isNoPart = isQuoted && ReferenceDefaults.wordParts.contains(field)
                items.append(.text(try readText(isNoPart ? "\"\(field)" : field, fieldBytes)))
            } else if !isQuoted, field == "name" {
                items.append(.text(try readSharedName(fieldBytes)))
            } else {
                items.append(.shapes(try readShapes(field)))
            }
        }
        try line.finish()
    }

    /// A name that stands on many lines: one string for all of them.
    private mutating func knownName(_ what: String) throws(LineFault) -> String {
        guard line.next != UInt8(ascii: "\"") else { return try line.quoted(what) }
        let word = line.bareWord()
        guard !word.isEmpty else { throw line.missing(what) }
        let hash = Self.hash(line.bytes, word, seed: 0)
        if let known = knownNames[hash], known.utf8.elementsEqual(line.bytes[word]) { return known }
        let name = line.string(word)
        knownNames[hash] = name
        return name
    }

    /// FNV-1a.
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>, seed: UInt64) -> UInt64 {
        var hash = seed ^ 0xCBF2_9CE4_8422_2325
        for offset in range { hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
        return hash
    }

    // MARK: Texts

    private mutating func readText(_ kind: String, _ kindBytes: Range<Int>) throws(LineFault) -> ReferenceText {
        let text = try line.quoted("the text")
        line.space()
        let role = roles[try readRole(kind, kindBytes)]
        var fonts = role.fonts
        if LineScanner.isLetter(line.next) || line.next == UInt8(ascii: "\"") || line.next == UInt8(ascii: "?") {
            fonts = try readFonts()
            line.space()
        }
        guard let fonts else { throw line.missing("a font: the head names none for \(kind) in \(role.language)") }
        let (size, lines) = try readPlaces(role, hasWidths: true)
        var colors = role.style?.colors
        if line.next == UInt8(ascii: "#") {
            colors = try line.colors()
            line.space()
        }
        guard let colors else { throw line.missing("a colour: the head names none for \(kind)") }
        var result = ReferenceText(
            field: role.field, language: role.language, text: text, fonts: fonts, size: size.size, colors: colors,
            lines: lines, shape: try line.hash(), turn: size.turn, isVertical: size.isVertical)
        if result.keepsGlyphs { try line.glyphs(for: &result.lines, text: text) }
        return result
    }

    /// The number of the role of a field in the language that stands here, else that of the text above.
    private mutating func readRole(_ kind: String, _ kindBytes: Range<Int>) throws(LineFault) -> Int {
        if LineScanner.isLetter(line.next) || line.next == UInt8(ascii: "\"") {
            let start = line.position
            let name = try knownName("a language tag")
            lastLanguage = (name, start..<line.position)
            line.space()
        }
        guard let lastLanguage else { throw line.missing("a language tag") }
        let hash = Self.hash(line.bytes, lastLanguage.bytes, seed: Self.hash(line.bytes, kindBytes, seed: 0))
        return role(kind, lastLanguage.name, hash: hash)
    }

    /// The number of the role of a field in a language; the hash is that of the words in the file that name it.
    private mutating func role(_ kind: String, _ language: String, hash: UInt64) -> Int {
        if let known = roleNumbers[hash], roles[known].kind == kind, roles[known].language == language { return known }
        let field =
            if ReferenceDefaults.wordParts.contains(kind) {
                "words.\(language).\(kind)"
            } else {
                kind.first == "\"" ? String(kind.dropFirst()) : kind
            }
        let kindNumber = kindNumbers[kind] ?? sizes.count
        if kindNumber == sizes.count {
            kindNumbers[kind] = kindNumber
            sizes.append((-1, 0))
        }
        roleNumbers[hash] = roles.count
        roles.append(
            Role(
                kind: kind, language: language, field: field, kindNumber: kindNumber,
                fonts: usualFonts["\(language):\(kind)"], style: usual.styles[kind]))
        return roles.count - 1
    }

    /// Size, turn and the places of the lines.
    private mutating func readPlaces(_ role: Role, hasWidths: Bool) throws(LineFault) -> (
        (size: Length, turn: Double, isVertical: Bool), [ReferenceText.Line]
    ) {
        let start = line.position
        var size: Int?
        if line.next != UInt8(ascii: "@"), line.next != UInt8(ascii: "#") {
            let number = try line.hundredths("a size in pt or a place in mm")
            if line.take("pt") {
                size = number
                line.space()
            } else {
                line.start(start, line.end)
            }
        }
        if let size {
            sizes[role.kindNumber] = (faceNumber, size)
        } else if sizes[role.kindNumber].face == faceNumber {
            size = sizes[role.kindNumber].size
        } else if let usual = role.style?.size {
            size = usual
            sizes[role.kindNumber] = (faceNumber, usual)
        }
        guard let size else {
            throw line.fault(
                "no size: no \(role.kind) stands above on this face", "put the size here, such as 18pt", at: start)
        }
        let isVertical = line.take("@down")
        if isVertical { line.space() }
        let turn = try line.turn()
        var lines: [ReferenceText.Line] = []
        while isPlace {
            let x = try line.length("a place x,y in mm")
            let isBeside = hasWidths && line.next == UInt8(ascii: "+")
            guard let y = isBeside ? lastBaseline : try line.ordinate() else {
                throw line.missing("a comma and y: no text stands above on this face")
            }
            lastBaseline = y
            let origin = Point(x: x, y: y)
            var width = Length.zero
            if hasWidths {
                guard line.take(UInt8(ascii: "+")) else { throw line.missing("a plus sign and the width") }
                width = try line.length("a width in mm")
            }
            lines.append(ReferenceText.Line(origin: origin, width: width, glyphs: []))
            line.space()
        }
        return ((Hundredths.length(points: size), turn, isVertical), lines)
    }

    /// Whether a place follows: the only word with a comma or a plus sign in it.
    private var isPlace: Bool {
        for byte in line.bytes[line.position..<line.end] {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "+"): return true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
            default: return false
            }
        }
        return false
    }

    /// The place of a language's name whose letters the head tells.
    private mutating func readSharedName(_ kindBytes: Range<Int>) throws(LineFault) -> ReferenceText {
        let start = line.position
        let role = roles[try readRole("name", kindBytes)]
        let (size, lines) = try readPlaces(role, hasWidths: false)
        let key = ReferenceDefaults.NameKey(language: role.language, size: Hundredths.points(size.size))
        guard lines.count == 1, size.turn == 0, !size.isVertical else { throw line.missing("one place x,y in mm") }
        guard var name = usual.names[key] else {
            throw line.fault(
                "the head has no name of the language \(Quotation.quoted(role.language)) in \(Hundredths.text(key.size)) pt",
                at: start)
        }
        name.lines[0].origin = lines[0].origin
        return name
    }

    // MARK: Other items

    private mutating func readArt() throws(LineFault) -> ReferenceArt {
        let field = try knownName("a field such as sticker")
        line.space()
        let box = try line.box()
        line.space()
        let turn = try line.turn()
        guard let finish = line.next == UInt8(ascii: "e") ? try readFinish() : usual.finishes[field] else {
            throw line.missing("'edge'")
        }
        line.space()
        let source: ArtSource
        let start = line.position
        if line.take("as") {
            line.space()
            let name = try knownName("a face's name")
            guard let twin = faces.art(field, on: name) else {
                throw line.fault("no \(field) stands on a face \(Quotation.quoted(name)) above", at: start)
            }
            source = twin.source
        } else {
            source = try readSource()
        }
        return ReferenceArt(
            field: field, source: source, box: box, turn: turn, edge: Hundredths.length(millimetres: finish.edge),
            finish: finish.finish)
    }

    private mutating func readSource() throws(LineFault) -> ArtSource {
        let width = try line.integer("the picture's size such as 640x480")
        guard line.take(UInt8(ascii: "x")) else { throw line.missing("an x and the picture's height") }
        let height = try line.integer("the picture's height")
        line.space()
        var shown = [0.0, 0, 1, 1]
        if line.take("shows") {
            shown.removeAll()
            line.space()
            repeat {
                shown.append(Double(try line.hundredths("a share in per cent")) / 10_000)
            } while line.take(UInt8(ascii: ","))
            guard shown.count == 4 else {
                throw line.fault("the shown part has four numbers: x,y,width,height in per cent")
            }
            line.space()
        }
        let fileHash = try line.digits(LetterCode.artHashDigits, "the hash of the picture's file")
        line.space()
        let pixelHash = try line.digits(LetterCode.artHashDigits, "the hash of the picture's pixels")
        line.space()
        let tiles = try line.tiles()
        return ArtSource(
            fileHash: fileHash, pixelHash: pixelHash, width: width, height: height, tiles: tiles, shown: shown)
    }

    private mutating func readCode() throws(LineFault) -> ReferenceCode {
        let field = try knownName("a field such as link")
        line.space()
        let usual = usual.codes[field]
        let opening = line.position
        let isUsual = line.next != UInt8(ascii: "\"")
        var text = isUsual ? "…\(card?.id ?? "")" : try line.quoted("the code's text")
        // An escaped one is part of the text.
        if isUsual || line.bytes[opening...].dropFirst().starts(with: "…".utf8) {
            guard let prefix = usual?.prefix else {
                throw line.fault("the head does not say what the texts of \(field) begin with", at: opening)
            }
            text = prefix + String(decoding: text.utf8.dropFirst("…".utf8.count), as: UTF8.self)
        }
        line.space()
        guard let symbol = line.isAtEnd ? usual?.symbol : try readSymbol() else {
            throw line.missing("a place x,y in mm")
        }
        return ReferenceCode(
            field: field, text: text, modules: symbol.modules, color: symbol.color, box: symbol.box)
    }

    private mutating func readShapes(_ element: String) throws(LineFault) -> ReferenceShapes {
        let start = line.position
        let parts = try readShapeParts()
        let usual = usual.shapes[.init(element: element, shape: parts.shape)]
        guard let box = parts.box ?? usual?.box else {
            throw line.fault("no place: the head has no shapes of \(element) with this hash", at: start)
        }
        return ReferenceShapes(
            element: element, count: parts.count ?? usual?.count ?? 1, colors: parts.colors ?? usual?.colors ?? [],
            box: box, shape: parts.shape)
    }
}
