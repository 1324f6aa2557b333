internal import DisplayList
internal import Geometry

/// One template file as it stands, before it is laid over the template that it extends: everything may be missing.
struct TemplateLayer {
    /// A side's arrangement; `isRemoved` where the file says null.
    struct Arrangement {
        var name: String
        var condition: CardLayout.Arrangement.Condition?
        var elements: [ElementLayer]
        var isRemoved = false
    }

    var file: String
    var name: String
    var summary: String?
    var extends: String?
    /// Where `extends` stands, for messages.
    var extendsLine: Int?
    /// Whether what is inherited is scaled to this template's size.
    var isScaled: Bool
    var size: Size?
    var bleed: Length?
    var edgeBleed: EdgeBleed?
    var safe: Length?
    var corner: Length?
    var backs: Backs?
    var colors: [(path: any WritableKeyPath<Palette, Color> & Sendable, color: Color)]
    /// By language.
    var articles: [String: [String]]
    var front: [Arrangement]
    var back: [Arrangement]

    /// This layer over the one that it extends: members that it names replace the parent's, null removes, all else stays in the parent's order.
    func laid(over parent: TemplateLayer) -> TemplateLayer {
        var base = parent
        if isScaled, let size, let old = parent.size { base = parent.scaled(from: old, to: size) }
        var result = self
        result.extends = nil
        result.size = size ?? base.size
        result.bleed = bleed ?? base.bleed
        result.edgeBleed = edgeBleed ?? base.edgeBleed
        result.safe = safe ?? base.safe
        result.corner = corner ?? base.corner
        result.backs = backs ?? base.backs
        result.summary = summary ?? base.summary
        result.colors = base.colors + colors
        result.articles = base.articles.merging(articles) { _, own in own }
        result.front = Self.merge(front, over: base.front)
        // A back for all cards has nothing in common with backs for each.
        let inherited = (base.backs ?? .own) == (result.backs ?? .own) ? base.back : []
        result.back = Self.merge(back, over: inherited)
        return result
    }

    private static func merge(_ child: [Arrangement], over parent: [Arrangement]) -> [Arrangement] {
        var result = parent
        for arrangement in child {
            guard let index = result.firstIndex(where: { $0.name == arrangement.name }) else {
                result.append(arrangement)
                continue
            }
            result[index].isRemoved = arrangement.isRemoved
            result[index].condition = arrangement.condition ?? result[index].condition
            for element in arrangement.elements {
                if let place = result[index].elements.firstIndex(where: { $0.name == element.name }) {
                    result[index].elements[place] = element.laid(over: result[index].elements[place])
                } else {
                    result[index].elements.append(element)
                }
            }
        }
        return result
    }

    /// The layer in another size: places in proportion to each side, type and borders in proportion to the lesser growth; readable floors stay.
    private func scaled(from old: Size, to new: Size) -> TemplateLayer {
        let (x, y) = (new.width / old.width, new.height / old.height)
        func scaled(_ arrangement: Arrangement) -> Arrangement {
            var result = arrangement
            result.elements = arrangement.elements.map { $0.scaled(x, y) }
            return result
        }
        var result = self
        result.front = front.map(scaled)
        result.back = back.map(scaled)
        return result
    }
}
