internal import Diagnostics
internal import Geometry
internal import PageComparison
internal import Proofing
internal import Snapshots

/// The cards of two printed files, which tell how they look and where they lie.
struct PrintedCards {
    /// A side of a card.
    private struct Side: Hashable {
        var card: String
        var name: String
    }

    /// What a pair of parts is of.
    private struct Subject {
        var card: String
        var side: String
        /// Whether only its pixels can tell that it differs.
        var isSame: Bool
        /// Which of the card's copies, from 0.
        var copy: Int
    }

    let old: PrintRecord
    let new: PrintRecord
    let rules: ComparisonRules
    let comparison: PDFComparison
    private let places: (old: [Side: [PagePart]], new: [Side: [PagePart]])

    /// Cards whose pictures are shown.
    private static let mostPictured = HTMLReport.pictureLimit

    init(old: PrintRecord, new: PrintRecord, rules: ComparisonRules, comparison: PDFComparison) {
        self.old = old
        self.new = new
        self.comparison = comparison
        places = (Self.places(old), Self.places(new))
        self.rules = Self.rules(rules, leavingOut: comparison.ignoring, of: new.placements)
    }

    /// What a file tells; nil where it tells nothing, or nothing that can be read: whoever made it, it is compared as any other.
    static func record(in path: String) -> PrintRecord? {
        PrivateData.read(of: "capprint", in: path).flatMap { try? PrintRecordReader.read($0, file: path) }
    }

    private static func places(_ record: PrintRecord) -> [Side: [PagePart]] {
        var places: [Side: [PagePart]] = [:]
        for placement in record.placements {
            places[Side(card: placement.card, name: placement.side), default: []].append(
                PagePart(page: placement.page, box: placement.box, turns: placement.turns))
        }
        return places
    }

    /// Regions of pages as regions of the cards that lie there.
    private static func rules(
        _ rules: ComparisonRules, leavingOut regions: [IgnoredRegion], of placements: [PrintRecord.Placement]
    ) -> ComparisonRules {
        var rules = rules
        guard !regions.isEmpty else { return rules }
        for placement in placements {
            for region in regions where region.page == nil || region.page == placement.page {
                guard region.area.overlaps(placement.box) else { continue }
                let upright = Transform.quarterTurns(-placement.turns)
                let box = upright.apply(to: placement.box)
                let area = upright.apply(to: region.area).moved(by: Point(x: -box.minX, y: -box.minY))
                rules.exceptions[placement.card, default: .init()].ignoredRegions.append(
                    .init(side: placement.side, area: area))
            }
        }
        return rules
    }

    // MARK: Report

    /// What differs, card by card and then around the cards. Throws as ``PageComparison/PDFComparison/compare(old:new:progress:)``.
    func report(
        old oldFile: String, new newFile: String, _ progress: (_ done: Int, _ total: Int) -> Void
    ) async throws -> ProofReport {
        let words = ReferenceComparison.compare(old.reference, new.reference, rules: rules)
        var items = words.cards.map { ProofItem($0, place: nil) }
        let (subjects, pairs) = pairs(items)
        let found = try await comparison.compare(
            old: oldFile, new: newFile, parts: pairs, passingOver: passedOver, progress: progress)
        var notes = words.notes
        var seen: [String: ProofItem] = [:]
        var shown: [String: [ProofItem.Pictures]] = [:]
        for (subject, part) in zip(subjects, found.parts) {
            let pictures = part.pictures.map {
                ProofItem.Pictures(
                    side: subject.side, old: $0.old, new: $0.new, difference: $0.difference,
                    share: $0.difference == nil ? nil : part.share)
            }
            if !subject.isSame {
                if let pictures { shown[subject.card, default: []].append(pictures) }
            } else if part.share > 0 {
                var item = seen[subject.card] ?? ProofItem(name: subject.card, state: .changed, findings: [])
                // Of copies that all differ one is enough.
                guard !item.findings.contains(where: { $0.side == subject.side }) else { continue }
                let copy = subject.copy == 0 ? "" : " on copy \(subject.copy + 1)"
                let sentence = "\(PageWords.percent(part.share)) of it differs\(copy), in nothing that has a name"
                item.findings.append(
                    ProofItem.Finding(
                        side: subject.side, field: "", language: nil, details: [("pixels", sentence)]))
                if let pictures { item.pictures.append(pictures) }
                seen[subject.card] = item
            }
        }
        for index in items.indices { items[index].pictures = shown[items[index].name] ?? [] }
        items = inOrder(items, seen) + pages(found.pages, found.pageCounts)
        let pictured = Set(items.singled.prefix(Self.mostPictured).map(\.name))
        if comparison.hasPictures, items.singled.count > Self.mostPictured {
            for index in items.indices where !pictured.contains(items[index].name) { items[index].pictures = [] }
            notes.append("pictures are shown of the first \(Self.mostPictured) that differ")
        }
        notes += notesOnPlaces(found.pageCounts)
        return ProofReport(
            title: "\(oldFile) and \(newFile)", oldName: oldFile, newName: newFile,
            items: items, same: words.sameCards.filter { seen[$0] == nil }, noun: "card",
            notes: notes, acceptCommand: nil)
    }

    /// Cards in the order of the new deck, those that are gone last.
    private func inOrder(_ items: [ProofItem], _ seen: [String: ProofItem]) -> [ProofItem] {
        guard !seen.isEmpty else { return items }
        let told = Dictionary(items.map { ($0.name, $0) }) { first, _ in first }
        let cards = new.reference.cards.compactMap { card in
            told[card.id].flatMap { $0.state == .missing ? nil : $0 } ?? seen[card.id]
        }
        return cards + items.filter { $0.state == .missing }
    }

    // MARK: Pairs

    private func pairs(_ items: [ProofItem]) -> (subjects: [Subject], pairs: [PartPair]) {
        var subjects: [Subject] = []
        var pairs: [PartPair] = []
        if comparison.hasPictures {
            for item in items.singled.prefix(Self.mostPictured) {
                let changed = Set(item.findings.map(\.side))
                let isWhole = item.state == .new || item.state == .missing
                for side in PictureReferences.sides where isWhole || changed.contains(side) {
                    let before = item.state == .new ? nil : first(side, of: item.oldName ?? item.name, in: places.old)
                    let after = item.state == .missing ? nil : first(side, of: item.name, in: places.new)
                    guard before != nil || after != nil else { continue }
                    subjects.append(Subject(card: item.name, side: side, isSame: false, copy: 0))
                    pairs.append(PartPair(old: before, new: after, isShown: true))
                }
            }
        }
        let told = Set(items.map(\.name))
        let before = Dictionary(old.reference.cards.map { ($0.id, $0) }) { first, _ in first }
        for card in new.reference.cards where !told.contains(card.id) {
            for face in card.faces {
                // What the rules pass over may well be seen.
                guard before[card.id]?.faces.contains(face) ?? false else { continue }
                let side = Side(card: card.id, name: face.name)
                for (copy, parts) in zip(places.old[side] ?? [], places.new[side] ?? []).enumerated() {
                    subjects.append(Subject(card: card.id, side: face.name, isSame: true, copy: copy))
                    pairs.append(PartPair(old: parts.0, new: parts.1, isShown: false, isCopy: copy > 0))
                }
            }
        }
        return (subjects, pairs)
    }

    private func first(_ side: String, of card: String, in places: [Side: [PagePart]]) -> PagePart? {
        places[Side(card: card, name: side)]?.first
    }

    /// The cards with their bleed; lines that count the pages where there are others.
    private var passedOver: [Rect] {
        let bleed = max(old.reference.look.bleed, new.reference.look.bleed)
        let boxes = Set(old.placements.map(\.box)).union(new.placements.map(\.box))
        var areas = boxes.sorted { ($0.minY, $0.minX, $0.width) < ($1.minY, $1.minX, $1.width) }.map {
            $0.inset(by: -bleed)
        }
        if pageCount(old) != pageCount(new) { areas += [old.slug, new.slug].compactMap { $0 } }
        return areas
    }

    private func pageCount(_ record: PrintRecord) -> Int { record.placements.map(\.page).max() ?? 0 }

    // MARK: Pages

    /// What differs around the cards, and pages without any that are new or gone.
    private func pages(_ pages: [PageDifference], _ counts: (old: Int, new: Int)) -> [ProofItem] {
        var pages = pages.sorted { ($0.new ?? 0) < ($1.new ?? 0) }
        let filled = (old: Set(old.placements.map(\.page)), new: Set(new.placements.map(\.page)))
        for page in 1..<max(counts.old, counts.new) + 1 where page > min(counts.old, counts.new) {
            let isNew = page <= counts.new
            guard !(isNew ? filled.new : filled.old).contains(page) else { continue }
            pages.append(PageDifference(old: isNew ? nil : page, new: isNew ? page : nil))
        }
        return pages.map { page in
            var item = PageWords.item(page)
            for finding in item.findings.indices {
                for detail in item.findings[finding].details.indices
                where item.findings[finding].details[detail].kind == "pixels" {
                    item.findings[finding].details[detail].sentence += ", beside the cards"
                }
            }
            return item
        }
    }

    private func notesOnPlaces(_ counts: (old: Int, new: Int)) -> [String] {
        var notes: [String] = []
        var (moved, copied) = (0, 0)
        let known = Set(old.reference.cards.map(\.id))
        for card in new.reference.cards where known.contains(card.id) {
            let sides = card.faces.map { Side(card: card.id, name: $0.name) }
            if sides.contains(where: { (places.old[$0] ?? []).count != (places.new[$0] ?? []).count }) { copied += 1 }
            if sides.contains(where: { side in
                zip(places.old[side] ?? [], places.new[side] ?? []).contains { !$0.isClose(to: $1) }
            }) {
                moved += 1
            }
        }
        func lead(_ count: Int, _ one: String, _ many: String) -> String {
            count == 1 ? "1 card \(one)" : "\(count) cards \(many)"
        }
        if moved > 0 { notes.append("\(lead(moved, "lies", "lie")) elsewhere on the pages") }
        if copied > 0 { notes.append("\(lead(copied, "has", "have")) another number of copies") }
        if counts.old != counts.new { notes.append("\(counts.old) → \(counts.new) pages") }
        return notes
    }
}
