internal import Geometry

/// Cut lines as DXF of AutoCAD R12 (AC1009): polylines with bulges on named layers; y points up from the sheet's bottom.
struct DXFCutFile {
    let bytes: [UInt8]

    init(_ drawing: CutDrawing, title: String) {
        var lines: [String] = []
        func add(_ code: Int, _ value: String) { lines += ["\(code)", value] }
        func y(_ length: Length) -> String { Millimetres.text(drawing.sheet.height - length) }
        // Group codes and their order: AutoCAD R12 DXF reference.
        add(999, DXFCutFile.plain(title))
        add(0, "SECTION")
        add(2, "HEADER")
        add(9, "$ACADVER")
        add(1, "AC1009")
        // Millimetres.
        add(9, "$INSUNITS")
        add(70, "4")
        add(9, "$EXTMIN")
        add(10, "0")
        add(20, "0")
        add(9, "$EXTMAX")
        add(10, Millimetres.text(drawing.sheet.width))
        add(20, Millimetres.text(drawing.sheet.height))
        add(0, "ENDSEC")
        add(0, "SECTION")
        add(2, "TABLES")
        add(0, "TABLE")
        add(2, "LTYPE")
        add(70, "1")
        add(0, "LTYPE")
        add(2, "CONTINUOUS")
        add(70, "0")
        add(3, "Solid line")
        add(72, "65")
        add(73, "0")
        add(40, "0")
        add(0, "ENDTAB")
        add(0, "TABLE")
        add(2, "LAYER")
        add(70, "\(drawing.layers.count)")
        for (layer, _) in drawing.layers {
            add(0, "LAYER")
            add(2, layer.rawValue)
            add(70, "0")
            // Red, blue, black or white.
            add(62, layer == .cut ? "1" : layer == .crease ? "5" : "7")
            add(6, "CONTINUOUS")
        }
        add(0, "ENDTAB")
        add(0, "ENDSEC")
        add(0, "SECTION")
        add(2, "ENTITIES")
        for (layer, paths) in drawing.layers {
            for path in paths {
                add(0, "POLYLINE")
                add(8, layer.rawValue)
                add(66, "1")
                add(10, "0")
                add(20, "0")
                add(30, "0")
                add(70, path.isClosed ? "1" : "0")
                for vertex in path.vertices {
                    add(0, "VERTEX")
                    add(8, layer.rawValue)
                    add(10, Millimetres.text(vertex.point.x))
                    add(20, y(vertex.point.y))
                    add(30, "0")
                    // Upwards, what turned clockwise turns the other way.
                    if vertex.bulge != 0 { add(42, DXFCutFile.number(-vertex.bulge)) }
                }
                add(0, "SEQEND")
                add(8, layer.rawValue)
            }
        }
        add(0, "ENDSEC")
        add(0, "EOF")
        bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Seven decimals: a tenth of a micrometre on a card.
    private static func number(_ value: Double) -> String {
        let scaled = Int((value.magnitude * 10_000_000).rounded())
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: 10_000_000)
        return "\(value < 0 ? "-" : "")\(whole).\(String(rest + 10_000_000).dropFirst())"
    }

    /// R12 knows ASCII, and a line break would end the comment.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? $0 : $0.value == 0x2013 ? "-" : "?" }))
    }
}
