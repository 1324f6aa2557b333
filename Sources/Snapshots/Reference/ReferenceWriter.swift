internal import DisplayList
internal import Geometry

/// Writes a reference as text that a person can review: `docs/snapshots.md` has its form.
public enum ReferenceWriter {
    static let firstLine = "capprint snapshot "
    static let version = 1
    static let comment =
        "# How each card looks. After a change that you want: capprint snapshot accept deck.json (docs/snapshots.md)"

    /// The whole file. ``ReferenceReader`` gives the same reference back, numbers to 0.01 mm, pt and degrees.
    public static func text(_ reference: Reference) -> String {
        let defaults = ReferenceDefaults(reference)
        var file = ByteText()
        file.reserve(2000 + 1200 * reference.cards.count)
        file.add(firstLine)
        file.integer(version)
        file.endLine()
        file.add(comment)
        file.endLine()
        write(reference.look, defaults, to: &file)
        let bleed = bleedBox(reference.look)
        for card in reference.cards {
            file.add("\ncard " as StaticString)
            // An id may begin with a digit: nothing else stands there.
            file.name(card.id, afterWord: true)
            file.endLine()
            for (index, face) in card.faces.enumerated() {
                write(face, after: card.faces[..<index], bleed, defaults, to: &file)
            }
        }
        return file.string
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

    private static func write(_ look: ReferenceLook, _ defaults: ReferenceDefaults, to file: inout ByteText) {
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
        for (kind, colors) in defaults.colors.sorted(by: { $0.key < $1.key }) {
            file.add("colour " as StaticString)
            file.add(kind)
            file.space()
            file.colors(colors)
            file.endLine()
        }
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

    // MARK: Faces

    private static func write(
        _ face: ReferenceFace, after others: ArraySlice<ReferenceFace>, _ bleed: [Int], _ defaults: ReferenceDefaults,
        to file: inout ByteText
    ) {
        file.add(" -- " as StaticString)
        file.name(face.name)
        file.space()
        file.name(face.arrangement)
        file.endLine()
        var sizes: [String: Int] = [:]
        for item in face.items {
            file.space()
            switch item {
            case .text(let text): write(text, &sizes, defaults, to: &file)
            case .art(let art):
                let twin = others.first { others.art(art.field, on: $0.name)?.source == art.source }
                write(art, asOn: twin?.name, to: &file)
            case .code(let code): write(code, to: &file)
            case .shapes(let shapes): write(shapes, bleed, to: &file)
            }
            file.endLine()
        }
    }

    private static func write(
        _ text: ReferenceText, _ sizes: inout [String: Int], _ defaults: ReferenceDefaults, to file: inout ByteText
    ) {
        let kind = ReferenceDefaults.kind(of: text)
        if ReferenceDefaults.wordParts.contains(kind) {
            file.add(kind)
        } else {
            file.name(text.field, orQuotes: reserved.contains(text.field))
        }
        let size = Hundredths.points(text.size)
        let shared = ReferenceDefaults.nameKey(of: text).flatMap { defaults.names[$0] }
        if shared == nil {
            file.space()
            file.quoted(text.text)
        }
        file.space()
        file.name(text.language)
        if shared == nil {
            let usual = defaults.fonts[.init(kind: kind, language: text.language)]
            if text.fonts.count != 1 || text.fonts[0] != usual {
                file.space()
                file.fonts(text.fonts)
            }
        }
        if sizes.updateValue(size, forKey: kind) != size || text.lines.isEmpty {
            file.space()
            file.number(size)
            file.add("pt" as StaticString)
        }
        file.turn(text.turn)
        for line in text.lines {
            file.space()
            file.point(line.origin)
            guard shared == nil else { continue }
            file.add(byte: UInt8(ascii: "+"))
            file.number(Hundredths.millimetres(line.width))
        }
        guard shared == nil else { return }
        if text.colors.isEmpty || text.colors != defaults.colors[kind] {
            file.space()
            file.colors(text.colors)
        }
        file.space()
        file.letters(text)
    }

    /// First words that say what a line is.
    private static let reserved = ["art", "code"] + ReferenceDefaults.wordParts

    private static func write(_ art: ReferenceArt, asOn twin: String?, to file: inout ByteText) {
        file.add("art " as StaticString)
        file.name(art.field)
        file.space()
        file.box(art.box)
        file.turn(art.turn)
        if Hundredths.millimetres(art.edge) != 0 {
            file.add(" edge " as StaticString)
            file.number(Hundredths.millimetres(art.edge))
        }
        if let twin {
            file.add(" as " as StaticString)
            file.name(twin)
        } else {
            write(art.source, to: &file)
        }
        file.space()
        file.hash(art.finish)
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
        if source.tiles.isEmpty { file.add(byte: UInt8(ascii: "*")) }
        for tile in source.tiles { file.add(byte: LetterCode.digits[Int(tile & 63)]) }
    }

    private static func write(_ code: ReferenceCode, to file: inout ByteText) {
        file.add("code " as StaticString)
        file.name(code.field)
        file.space()
        file.quoted(code.text)
        file.space()
        file.box(code.box)
        file.space()
        file.integer(code.modules)
        guard code.color != .black else { return }
        file.space()
        file.color(code.color)
    }

    private static func write(_ shapes: ReferenceShapes, _ bleed: [Int], to file: inout ByteText) {
        file.name(shapes.element, orQuotes: reserved.contains(shapes.element))
        if shapes.count != 1 {
            file.add(" x" as StaticString)
            file.integer(shapes.count)
        }
        if !shapes.colors.isEmpty {
            file.space()
            file.colors(shapes.colors)
        }
        file.space()
        let box = shapes.box
        let numbers = [box.minX, box.minY, box.width, box.height].map(Hundredths.millimetres)
        if numbers == bleed { file.add("bleed" as StaticString) } else { file.box(box) }
        file.space()
        file.hash(shapes.shape)
    }
}

extension ByteText {
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
        glyphs(of: text.lines, text: text.text)
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
