internal import Geometry

/// Finds for each item of a face the one that it was.
struct ItemPairing {
    let old: [ReferenceItem]
    let new: [ReferenceItem]
    /// For each new item the number of the old one.
    private(set) var partners: [Int?]
    private var isTaken: [Bool]

    init(_ old: [ReferenceItem], _ new: [ReferenceItem]) {
        self.old = old
        self.new = new
        partners = Array(repeating: nil, count: new.count)
        isTaken = Array(repeating: false, count: old.count)
    }

    /// Old items without a partner.
    var removed: [ReferenceItem] { zip(old, isTaken).compactMap { $1 ? nil : $0 } }

    mutating func pair() {
        let oldParts = old.map(\.part)
        let newParts = new.map(\.part)
        if oldParts == newParts, Set(newParts).count == newParts.count {
            for index in new.indices { join(index, index) }
            return
        }
        var places: [ReferenceItem.Part: [Int]] = [:]
        for (index, part) in oldParts.enumerated() { places[part, default: []].append(index) }
        // Of several with one role those that are the same belong together, the others by their order.
        for index in new.indices {
            if let same = places[newParts[index]]?.first(where: { !isTaken[$0] && old[$0] == new[index] }) {
                join(index, same)
            }
        }
        for index in new.indices where partners[index] == nil {
            if let next = places[newParts[index]]?.first(where: { !isTaken[$0] }) { join(index, next) }
        }
        pairLanguages()
        pairElements()
    }

    private mutating func join(_ new: Int, _ old: Int) {
        partners[new] = old
        isTaken[old] = true
    }

    /// The same words under another tag, as when `zh` becomes `zh-Hant`, and then what else belongs to that language.
    private mutating func pairLanguages() {
        var renamed: [String: String] = [:]
        func isCandidate(_ before: ReferenceText, _ text: ReferenceText) -> Bool {
            before.language != text.language && ReferenceDefaults.kind(of: before) == ReferenceDefaults.kind(of: text)
        }
        for isSameText in [true, false] {
            for index in new.indices where partners[index] == nil {
                guard case .text(let text) = new[index] else { continue }
                let partner = old.indices.first { candidate in
                    guard !isTaken[candidate], case .text(let before) = old[candidate], isCandidate(before, text)
                    else { return false }
                    return isSameText ? before.text == text.text : renamed[text.language] == before.language
                }
                guard let partner else { continue }
                renamed[text.language] = old[partner].language
                join(index, partner)
            }
        }
    }

    /// The same shapes of an element that the template calls otherwise now: nobody sees a name.
    private mutating func pairElements() {
        for index in new.indices where partners[index] == nil {
            guard case .shapes(var shapes) = new[index] else { continue }
            let partner = old.indices.first { candidate in
                guard !isTaken[candidate], case .shapes(let before) = old[candidate] else { return false }
                shapes.element = before.element
                return shapes == before
            }
            if let partner { join(index, partner) }
        }
    }

    /// For new items that are now painted over another which they lay under, what that is.
    func repainted() -> [Int: String] {
        var last = -1
        var isInOrder = true
        for case let partner? in partners {
            if partner < last { isInOrder = false }
            last = partner
        }
        guard !isInOrder else { return [:] }
        var result: [Int: String] = [:]
        for upper in new.indices {
            guard let upperBefore = partners[upper] else { continue }
            for lower in 0..<upper {
                guard let lowerBefore = partners[lower], upperBefore < lowerBefore, result[upper] == nil,
                    new[upper].box.overlaps(new[lower].box), old[upperBefore].box.overlaps(old[lowerBefore].box)
                else { continue }
                result[upper] = new[lower].part.field
            }
        }
        return result
    }
}
