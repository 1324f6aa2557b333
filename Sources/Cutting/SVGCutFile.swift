internal import Geometry

/// Cut lines as SVG 1.1: one user unit is a millimetre, a layer is a group with Inkscape's attributes.
struct SVGCutFile {
    let bytes: [UInt8]

    init(_ drawing: CutDrawing, title: String) {
        let (width, height) = (Millimetres.text(drawing.sheet.width), Millimetres.text(drawing.sheet.height))
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" \
            version="1.1" width="\(width)mm" height="\(height)mm" viewBox="0 0 \(width) \(height)">
            <title>\(SVGCutFile.escaped(title))</title>

            """
        for (layer, paths) in drawing.layers {
            let paint =
                switch layer {
                case .cut: ##"fill="none" stroke="#ff0000" stroke-width="0.1""##
                case .crease: ##"fill="none" stroke="#0000ff" stroke-width="0.1" stroke-dasharray="1 1""##
                case .print: ##"fill="#000000" stroke="none""##
                }
            text +=
                "<g id=\"\(layer.rawValue)\" inkscape:groupmode=\"layer\" inkscape:label=\"\(layer.rawValue)\" \(paint)>\n"
            for path in paths { text += "<path d=\"\(SVGCutFile.data(path))\"/>\n" }
            text += "</g>\n"
        }
        bytes = Array((text + "</svg>\n").utf8)
    }

    private static func data(_ path: CutPath) -> String {
        guard let first = path.vertices.first else { return "" }
        var text = "M\(point(first.point))"
        for (index, vertex) in path.vertices.enumerated() {
            let isLast = index + 1 == path.vertices.count
            if isLast, !path.isClosed { break }
            let next = path.vertices[isLast ? 0 : index + 1].point
            if vertex.bulge != 0 {
                let radius = Millimetres.text(Arc(from: vertex.point, to: next, bulge: vertex.bulge).radius)
                text +=
                    "A\(radius) \(radius) 0 \(abs(vertex.bulge) > 1 ? 1 : 0) \(vertex.bulge > 0 ? 1 : 0) \(point(next))"
            } else if !isLast {
                text += "L\(point(next))"
            }
        }
        return path.isClosed ? text + "Z" : text
    }

    private static func point(_ point: Point) -> String {
        "\(Millimetres.text(point.x)) \(Millimetres.text(point.y))"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}
