public import CardLayout
internal import Fonts
internal import Geometry
public import Typesetting

/// A box of a template that text is fitted into.
public struct InkPlace: Sendable {
    public let name: String
    let box: Size
    let sizes: SizeRange
    let lines: Int
    let weight: FontWeight

    /// The boxes of headwords and of words in lists, each once.
    public static func places(in templates: [Template]) -> [InkPlace] {
        var places: [InkPlace] = []
        for template in templates {
            for arrangement in template.front + template.back {
                for element in arrangement.elements {
                    guard let place = place(element, "\(template.name) \(arrangement.name)"),
                        !places.contains(where: { $0.box == place.box && $0.sizes == place.sizes })
                    else { continue }
                    places.append(place)
                }
            }
        }
        return places
    }

    private static func place(_ element: Element, _ name: String) -> InkPlace? {
        switch element.kind {
        case .headword(let headword):
            InkPlace(
                name: "\(name) headword", box: element.box.size, sizes: headword.size, lines: headword.mostLines,
                weight: headword.weight)
        case .words(let words) where words.style == .list:
            InkPlace(
                name: "\(name) words",
                box: Size(width: element.box.width / Double(words.columns), height: element.box.height),
                sizes: words.size, lines: 2, weight: .regular)
        default: nil
        }
    }

    public func fit(_ text: String, language: String, _ typesetter: Typesetter) -> FittedText {
        typesetter.fit(
            text, style: TextStyle(language: language, weight: weight), box: box, largest: sizes.largest,
            smallest: sizes.smallest, maxLines: lines, alignment: .center)
    }

    /// Whether all ink lies in the box.
    public func holds(_ paragraph: Paragraph) -> Bool {
        let slack = Length.tolerance
        return paragraph.lines.allSatisfy { line in
            line.ink.minX >= -slack && line.ink.maxX <= box.width + slack && line.ink.minY >= -slack
                && line.ink.maxY <= box.height + slack
        }
    }

    /// Whether ink of one line reaches into that of the next.
    public static func touches(_ paragraph: Paragraph) -> Bool {
        zip(paragraph.lines, paragraph.lines.dropFirst()).contains { $0.ink.maxY >= $1.ink.minY }
    }
}
