internal import DisplayList
internal import Geometry

/// Writes a reference as text that a person can review: `docs/snapshots.md` has its form.
public enum ReferenceWriter {
    static let firstLine = "capprint snapshot "
    static let version = 1
    /// How the file's own comment begins; all others are people's.
    static let ownComment = "# How each card looks."
    static let lastLine = "end"

    /// The whole file. ``ReferenceReader`` gives the same reference back, numbers to 0.01 mm, pt and degrees.
    public static func text(_ reference: Reference) -> String {
        let defaults = ReferenceDefaults(reference)
        var file = ByteText()
        file.reserve(2000 + 1200 * reference.cards.count)
        writeHead(reference.look, defaults, comments: reference.comments.head, to: &file)
        let bleed = bleedBox(reference.look)
        writeUsual(defaults, bleed: bleed, to: &file)
        for card in reference.cards {
            write(card, bleed, defaults, comments: reference.comments.cards[card.id] ?? [], to: &file)
        }
        file.endLine()
        file.add(lastLine)
        file.endLine()
        return file.string
    }

    static func write(
        _ card: ReferenceCard, _ bleed: [Int], _ defaults: ReferenceDefaults, comments: [String] = [],
        to file: inout ByteText
    ) {
        file.endLine()
        file.lines(comments)
        file.add("card " as StaticString)
        // An id may begin with a digit: nothing else stands there.
        file.name(card.id, afterWord: true)
        file.endLine()
        for (index, face) in card.faces.enumerated() {
            write(face, of: card.id, after: card.faces[..<index], bleed, defaults, to: &file)
        }
    }

    /// The bleed box in hundredths of a millimetre.
    static func bleedBox(_ look: ReferenceLook) -> [Int] {
        let bleed = Hundredths.millimetres(look.bleed)
        return [
            -bleed, -bleed, Hundredths.millimetres(look.trim.width) + 2 * bleed,
            Hundredths.millimetres(look.trim.height) + 2 * bleed,
        ]
    }

    // MARK: The head

    /// All above what is usual.
    static func writeHead(
        _ look: ReferenceLook, _ defaults: ReferenceDefaults, comments: [String] = [], to file: inout ByteText
    ) {
        file.add(firstLine)
        file.integer(version)
        file.endLine()
        file.add(ownComment)
        file.add(
            " If a change is meant: capprint snapshot accept deck.json\n" as StaticString)
        file.lines(comments)
        file.add("deck " as StaticString)
        file.name(look.deck)
        file.add("\ntemplate " as StaticString)
        file.name(look.template)
        file.add("\nink " as StaticString)
        file.add(look.savesInk ? "saved" : "full")
        file.add("\ntrim " as StaticString)
        file.size(look.trim)
        file.add(" bleed " as StaticString)
        file.number(Hundredths.millimetres(look.bleed))
        file.add(" corner " as StaticString)
        file.number(Hundredths.millimetres(look.cornerRadius))
        file.endLine()
        for font in look.fonts {
            file.add("font " as StaticString)
            file.name(font.name)
            file.space()
            file.name(font.contentHash, afterWord: true)
            let kinds = defaults.fonts.filter { $0.value == font.name }.map { "\($0.key.language):\($0.key.kind)" }
            for kind in kinds.sorted() {
                file.space()
                file.add(kind)
            }
            file.endLine()
        }
        let names = defaults.names.sorted { ($0.key.language, $0.key.size) < ($1.key.language, $1.key.size) }
        for (key, name) in names {
            file.add("name " as StaticString)
            file.quoted(name.text)
            file.space()
            file.add(key.language)
            file.space()
            file.fonts(name.fonts)
            file.space()
            file.number(key.size)
            file.add("pt +" as StaticString)
            file.number(Hundredths.millimetres(name.lines[0].width))
            file.space()
            file.colors(name.colors)
            file.space()
            file.letters(name)
            file.endLine()
        }
    }

    /// What holds where a line does not say otherwise.
    private static func writeUsual(_ defaults: ReferenceDefaults, bleed: [Int], to file: inout ByteText) {
        for (kind, style) in defaults.styles.sorted(by: { $0.key < $1.key }) {
            file.add("usual " as StaticString)
            file.add(kind)
            if let size = style.size {
                file.space()
                file.number(size)
                file.add("pt" as StaticString)
            }
            if let colors = style.colors {
                file.space()
                file.colors(colors)
            }
            file.endLine()
        }
        for (field, finish) in defaults.finishes.sorted(by: { $0.key < $1.key }) {
            file.add("usual art " as StaticString)
            file.name(field)
            file.finish(finish)
            file.endLine()
        }
        for (field, code) in defaults.codes.sorted(by: { $0.key < $1.key }) {
            file.add("usual code " as StaticString)
            file.name(field)
            file.space()
            file.quoted(code.prefix)
            if let symbol = code.symbol { file.symbol(symbol) }
            file.endLine()
        }
        let shapes = defaults.shapes.sorted {
            ($0.key.element, $0.key.shape) < ($1.key.element, $1.key.shape)
        }
        for (key, usual) in shapes {
            file.add("usual shapes " as StaticString)
            file.name(key.element)
            file.shapes(
                count: usual.count == 1 ? nil : usual.count, colors: usual.colors, box: usual.box, key.shape,
                bleed: bleed)
            file.endLine()
        }
    }

    // MARK: Faces

    private static func write(
        _ face: ReferenceFace, of card: String, after others: ArraySlice<ReferenceFace>, _ bleed: [Int],
        _ defaults: ReferenceDefaults,
        to file: inout ByteText
    ) {
        file.add(" -- " as StaticString)
        file.name(face.name)
        file.space()
        file.name(face.arrangement)
        file.endLine()
        var above = TextsAbove()
        for item in face.items {
            file.space()
            switch item {
            case .text(let text): write(text, &above, defaults, to: &file)
            case .art(let art):
                let twin = others.first { others.art(art.field, on: $0.name)?.source == art.source }
                write(art, asOn: twin?.name, usual: defaults.finishes[art.field], to: &file)
            case .code(let code): write(code, of: card, usual: defaults.codes[code.field], to: &file)
            case .shapes(let shapes): write(shapes, defaults, bleed: bleed, to: &file)
            }
            file.endLine()
        }
    }

    /// What a line need not say again because the texts above it on its face say it.
    private struct TextsAbove {
        /// By kind, in 1/100 pt.
        var sizes: [String: Int] = [:]
        var language: String?
        /// Of the last line, in 1/100 mm.
        var baseline: Int?
    }

    private static func write(
        _ text: ReferenceText, _ above: inout TextsAbove, _ defaults: ReferenceDefaults, to file: inout ByteText
    ) {
        let kind = ReferenceDefaults.kind(of: text)
        if ReferenceDefaults.wordParts.contains(kind) {
            file.add(kind)
        } else {
            file.name(text.field, orQuotes: isReserved(text.field))
        }
        let size = Hundredths.points(text.size)
        let shared = ReferenceDefaults.nameKey(of: text, kind: kind).flatMap { defaults.names[$0] }
        let style = defaults.styles[kind]
        if shared == nil {
            file.space()
            file.quoted(text.text)
        }
        let usualFont = defaults.fonts[.init(kind: kind, language: text.language)]
        let hasUsualFont = shared != nil || text.fonts.count == 1 && text.fonts[0] == usualFont
        // A word says its language; what belongs to it does not, where no font could be taken for one.
        if kind == "text" || text.language != above.language || !hasUsualFont {
            file.space()
            file.name(text.language)
        }
        above.language = text.language
        if !hasUsualFont {
            file.space()
            file.fonts(text.fonts)
        }
        if (above.sizes.updateValue(size, forKey: kind) ?? style?.size) != size || text.lines.isEmpty {
            file.space()
            file.number(size)
            file.add("pt" as StaticString)
        }
        if text.isVertical { file.add(" @down" as StaticString) }
        file.turn(text.turn)
        for line in text.lines {
            file.space()
            let baseline = Hundredths.millimetres(line.origin.y)
            if shared == nil, baseline == above.baseline {
                file.number(Hundredths.millimetres(line.origin.x))
            } else {
                file.point(line.origin)
            }
            above.baseline = baseline
            guard shared == nil else { continue }
            file.add(byte: UInt8(ascii: "+"))
            file.number(Hundredths.millimetres(line.width))
        }
        guard shared == nil else { return }
        if text.colors != style?.colors {
            file.space()
            file.colors(text.colors)
        }
        file.space()
        file.letters(text)
    }

    private static func write(
        _ art: ReferenceArt, asOn twin: String?, usual: ReferenceDefaults.Finish?, to file: inout ByteText
    ) {
        file.add("art " as StaticString)
        file.name(art.field)
        file.space()
        file.box(art.box)
        file.turn(art.turn)
        let finish = ReferenceDefaults.Finish(edge: Hundredths.millimetres(art.edge), finish: art.finish)
        if finish != usual { file.finish(finish) }
        if let twin {
            file.add(" as " as StaticString)
            file.name(twin)
        } else {
            write(art.source, to: &file)
        }
    }

    /// Whether a field or element could be taken for another kind of line.
    private static func isReserved(_ name: String) -> Bool {
        ReferenceDefaults.reserved.contains(name) || ReferenceDefaults.wordParts.contains(name)
    }

    private static func write(_ source: ArtSource, to file: inout ByteText) {
        file.space()
        file.integer(source.width)
        file.add(byte: UInt8(ascii: "x"))
        file.integer(source.height)
        if source.shown != [0, 0, 1, 1] {
            file.add(" shows " as StaticString)
            for (index, share) in source.shown.enumerated() {
                if index > 0 { file.add(byte: UInt8(ascii: ",")) }
                file.number(Hundredths.of(share * 100))
            }
        }
        file.space()
        file.digits(source.fileHash, LetterCode.artHashDigits)
        file.space()
        file.digits(source.pixelHash, LetterCode.artHashDigits)
        file.space()
        file.tiles(source.tiles)
    }

    private static func write(
        _ code: ReferenceCode, of card: String, usual: ReferenceDefaults.Code?, to file: inout ByteText
    ) {
        file.add("code " as StaticString)
        file.name(code.field)
        if let prefix = usual?.prefix, !prefix.isEmpty, code.text.utf8.starts(with: prefix.utf8) {
            let rest = code.text.utf8.dropFirst(prefix.utf8.count)
            if !rest.elementsEqual(card.utf8) {
                file.space()
                file.quoted(String(decoding: rest, as: UTF8.self), after: true)
            }
        } else {
            file.space()
            file.quoted(code.text)
        }
        let symbol = ReferenceDefaults.Symbol(box: code.box, modules: code.modules, color: code.color)
        if symbol != usual?.symbol { file.symbol(symbol) }
    }

    private static func write(
        _ shapes: ReferenceShapes, _ defaults: ReferenceDefaults, bleed: [Int], to file: inout ByteText
    ) {
        let usual = defaults.shapes[.init(element: shapes.element, shape: shapes.shape)]
        file.name(shapes.element, orQuotes: isReserved(shapes.element))
        file.shapes(
            count: shapes.count == (usual?.count ?? 1) ? nil : shapes.count,
            colors: shapes.colors == (usual?.colors ?? []) ? nil : shapes.colors,
            box: shapes.box == usual?.box ? nil : shapes.box, shapes.shape, bleed: bleed)
    }
}

extension ByteText {
    mutating func lines(_ lines: [String]) {
        for line in lines {
            add(line)
            endLine()
        }
    }

    mutating func point(_ point: Point) {
        number(Hundredths.millimetres(point.x))
        add(byte: UInt8(ascii: ","))
        number(Hundredths.millimetres(point.y))
    }

    mutating func size(_ size: Size) {
        number(Hundredths.millimetres(size.width))
        add(byte: UInt8(ascii: "x"))
        number(Hundredths.millimetres(size.height))
    }

    mutating func box(_ box: Rect) {
        point(box.origin)
        space()
        size(box.size)
    }

    /// ` @-2`: degrees clockwise; nothing for what stands upright.
    mutating func turn(_ degrees: Double) {
        let hundredths = Hundredths.of(degrees)
        guard hundredths != 0 else { return }
        add(" @" as StaticString)
        number(hundredths)
    }

    mutating func finish(_ finish: ReferenceDefaults.Finish) {
        add(" edge " as StaticString)
        number(finish.edge)
        space()
        hash(finish.finish)
    }

    mutating func symbol(_ symbol: ReferenceDefaults.Symbol) {
        space()
        box(symbol.box)
        space()
        integer(symbol.modules)
        guard symbol.color != .black else { return }
        space()
        color(symbol.color)
    }

    /// What is nil is usual.
    mutating func shapes(count: Int?, colors: [Color]?, box: Rect?, _ shape: UInt32, bleed: [Int]) {
        if let count {
            add(" x" as StaticString)
            integer(count)
        }
        if let colors {
            space()
            self.colors(colors)
        }
        if let box {
            space()
            let numbers = [box.minX, box.minY, box.width, box.height].map(Hundredths.millimetres)
            if numbers == bleed { add("bleed" as StaticString) } else { self.box(box) }
        }
        space()
        hash(shape)
    }

    /// Three tiles of 4 bits in two digits, and their count where it is not the usual one.
    mutating func tiles(_ tiles: [UInt8]) {
        if tiles.count != LetterCode.tileCount {
            integer(tiles.count)
            add(byte: UInt8(ascii: ":"))
        }
        for start in stride(from: 0, to: tiles.count, by: 3) {
            var bits = 0
            for index in start..<start + 3 { bits = bits << 4 | (index < tiles.count ? Int(tiles[index] & 15) : 0) }
            digits(UInt64(bits), 2)
        }
    }

    mutating func colors(_ colors: [Color]) {
        if colors.isEmpty { add(byte: UInt8(ascii: "#")) }
        for (index, color) in colors.enumerated() {
            if index > 0 { add(byte: UInt8(ascii: ",")) }
            self.color(color)
        }
    }

    mutating func fonts(_ names: [String]) {
        if names.isEmpty { add(byte: UInt8(ascii: "?")) }
        for (index, name) in names.enumerated() {
            if index > 0 { add(byte: UInt8(ascii: "+")) }
            self.name(name)
        }
    }

    /// How the letters look, then their glyphs.
    mutating func letters(_ text: ReferenceText) {
        hash(text.shape)
        if text.keepsGlyphs { glyphs(of: text.lines, text: text.text) }
    }
}

extension Sequence<ReferenceFace> {
    /// The first piece of art of a field on the first face of a name.
    func art(_ field: String, on name: String) -> ReferenceArt? {
        guard let face = first(where: { $0.name == name }) else { return nil }
        for case .art(let art) in face.items where art.field == field { return art }
        return nil
    }
}
