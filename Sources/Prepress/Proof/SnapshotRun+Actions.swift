internal import Diagnostics
internal import FileAccess
internal import Proofing
internal import Snapshots

extension SnapshotRun {
    func record(_ hand: Hand, _ result: inout SnapshotOutcome) throws {
        let new = hand.cards { $0 == .new }
        let differs = new.count < hand.comparison.cards.count
        guard hand.isOneLook else {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, at: Place(file: files.reference),
                    "the references were made with \(Self.describe(hand))",
                    hint: hand.isOneTemplate
                        ? "look at the cards, then accept all of them: '\(acceptCommand(nil))'"
                        : "leave out --template and --ink-saver, or run '\(acceptCommand(nil))' with them"))
        }
        if !new.isEmpty || hand.old == nil { try write(merged(hand, taking: Set(new), removing: []), hand) }
        let gone = Set(hand.comparison.cards.map(\.id)).subtracting(new)
        if request.keepsPictures || (hand.pictures.exist && !new.isEmpty) {
            let settled = hand.deck.reference.cards.map(\.id).filter { !gone.contains($0) }
            try hand.pictures.write(
                request.keepsPictures ? settled : new, of: hand.deck, replacing: false)
        }
        result.deeds.append(
            new.isEmpty
                ? "\(files.reference): nothing to record, \(Plural.counted(hand.comparison.sameCards.count, "card")) the same"
                : "\(files.reference): \(Plural.counted(new.count, "card")) recorded")
        guard differs else { return }
        result.isSame = false
        var shown = hand
        shown.comparison.cards.removeAll { $0.state == .new }
        result.report = try report(shown)
        result.deeds.append(
            "what differs was not recorded: look at it, then run '\(acceptCommand(nil))', or name single cards with --card"
        )
    }

    func verify(_ hand: Hand, _ result: inout SnapshotOutcome) throws {
        var report = try report(hand)
        let new = hand.cards { $0 == .new }
        if !new.isEmpty {
            let cards = Plural.counted(new.count, "card")
            let (has, was, it) = new.count == 1 ? ("has", "was", "it") : ("have", "were", "them")
            if request.isUnattended {
                report.notes.append(
                    "\(cards) \(has) no reference in \(files.reference): run '\(command("record"))', look at \(it), and commit the file"
                )
            } else if hand.isOneLook {
                do {
                    try write(merged(hand, taking: Set(new), removing: []), hand)
                    if hand.pictures.exist { try hand.pictures.write(new, of: hand.deck, replacing: true) }
                    report.notes.append(
                        "\(cards) had no reference and \(was) recorded just now in \(files.reference): look at \(it); the next run passes"
                    )
                } catch {
                    // What differs is told all the same.
                    result.outcome.note(error)
                    report.notes.append("\(cards) \(has) no reference, and none could be written")
                }
            } else {
                report.notes.append("\(cards) \(has) no reference: accept the new look first")
            }
        }
        result.isSame = report.isSame
        result.report = report
    }

    func accept(_ asked: [String], _ hand: Hand, _ result: inout SnapshotOutcome) throws {
        var newNames: [String: String] = [:]
        for card in hand.comparison.cards {
            if case .renamed(let old) = card.state { newNames[old] = card.id }
        }
        // A renamed card may be called by either name.
        let named = asked.map { newNames[$0] ?? $0 }
        let different = hand.comparison.cards
        let isWhole = named.isEmpty
        if !isWhole { try check(named, hand) }
        let meant = isWhole ? different : different.filter { named.contains($0.id) }
        var removed: Set<String> = []
        for card in meant {
            if case .renamed(let old) = card.state { removed.insert(old) }
            if card.state == .missing { removed.insert(card.id) }
        }
        let taken = meant.map(\.id).filter { !removed.contains($0) }
        // All of it, what is within the tolerance as well: the references are then what one sees.
        try write(isWhole ? hand.deck.reference : merged(hand, taking: Set(named), removing: removed), hand)
        if hand.pictures.exist {
            try hand.pictures.write(taken, of: hand.deck, replacing: true)
            try hand.pictures.write(
                isWhole ? hand.deck.reference.cards.map(\.id) : [], of: hand.deck, replacing: false)
            let unused = hand.pictures.unused(besides: kept(hand))
            remove(unused.filter { isWhole || removed.contains($0.card) }, &result)
        }
        let deeds = Self.tell(taken, "accepted") + Self.tell(removed.sorted(), "removed")
        let lead = hand.isDamaged ? "\(files.reference), which was damaged, is written anew" : files.reference
        result.deeds.append("\(lead): " + (deeds.isEmpty ? "nothing to accept" : deeds.joined(separator: "; ")))
    }

    func prune(_ hand: Hand, _ result: inout SnapshotOutcome) throws {
        let gone = hand.cards { $0 == .missing }
        if !gone.isEmpty { try write(merged(hand, taking: [], removing: Set(gone)), hand) }
        var renamed: Set<String> = []
        for case .renamed(let old) in hand.comparison.cards.map(\.state) { renamed.insert(old) }
        let unused = hand.pictures.unused(besides: kept(hand).union(renamed))
        let count = remove(unused, &result)
        var deeds = Self.tell(gone, "removed")
        if count > 0 { deeds.append("\(Plural.counted(count, "picture")) removed") }
        result.deeds.append(
            "\(files.reference): " + (deeds.isEmpty ? "nothing to prune" : deeds.joined(separator: "; ")))
    }

    // MARK: Parts

    /// Removes pictures and says how many; those that cannot be removed are told all at once.
    @discardableResult
    private func remove(_ pictures: [(card: String, path: String)], _ result: inout SnapshotOutcome) -> Int {
        let errors = pictures.compactMap { Files.remove($0.path) }
        // One of them is the run's failure.
        if let first = errors.first { result.outcome.note(first) }
        result.outcome.diagnostics += errors.dropFirst().map {
            Diagnostic(.warning, at: Place(file: $0.path), "the picture cannot be removed: \($0.reason)")
        }
        return pictures.count - errors.count
    }

    /// Ids of the cards that have a picture by right.
    func kept(_ hand: Hand) -> Set<String> { Set(hand.deck.reference.cards.map(\.id)) }

    /// Every card named must be in the deck or in its references.
    private func check(_ named: [String], _ hand: Hand) throws(DiagnosticError) {
        let known = hand.deck.reference.cards.map(\.id) + (hand.old?.cards.map(\.id) ?? [])
        var problems = named.filter { !known.contains($0) }.map {
            Diagnostic(
                .missingInput, at: Place(file: files.deck), "there is no card '\($0)' in the deck or its references",
                hint: Suggestion.hint(for: $0, among: known))
        }
        if !hand.isOneLook {
            problems.append(
                Diagnostic(
                    .wrongUse, at: Place(file: files.reference),
                    "the references were made with \(Self.describe(hand)), and all of a deck's have one look",
                    hint: "accept without --card"))
        }
        if !problems.isEmpty { throw DiagnosticError(problems) }
    }

    /// The references with some cards as the deck has them now: in the deck's order, then those that it no longer has.
    private func merged(_ hand: Hand, taking taken: Set<String>, removing removed: Set<String>) -> Reference {
        let new = hand.deck.reference
        guard let old = hand.old else {
            return Reference(look: new.look, cards: new.cards.filter { taken.contains($0.id) })
        }
        let known = Dictionary(old.cards.map { ($0.id, $0) }) { first, _ in first }
        let present = Set(new.cards.map(\.id))
        var keptFonts: Set<String> = []
        var usedFonts: Set<String> = []
        var cards: [ReferenceCard] = []
        for card in new.cards {
            if taken.contains(card.id) {
                cards.append(card)
                usedFonts.formUnion(card.fontNames)
            } else if let old = known[card.id], !removed.contains(card.id) {
                cards.append(old)
                keptFonts.formUnion(old.fontNames)
            }
        }
        for card in old.cards where !present.contains(card.id) && !removed.contains(card.id) {
            cards.append(card)
            keptFonts.formUnion(card.fontNames)
        }
        // A font that an older reference was set with stays as that reference has it.
        var look = old.look
        look.fonts = ReferenceFont.merged(
            old.look.fonts.filter { keptFonts.contains($0.name) }
                + new.look.fonts.filter { usedFonts.contains($0.name) && !keptFonts.contains($0.name) })
        return Reference(look: look, cards: cards)
    }

    /// People's comments stay with their cards, also with those that are renamed by this.
    private func write(_ reference: Reference, _ hand: Hand) throws(FileError) {
        var reference = reference
        reference.comments = hand.comments
        let written = Set(reference.cards.map(\.id))
        for card in hand.comparison.cards where written.contains(card.id) {
            guard case .renamed(let old) = card.state, !written.contains(old) else { continue }
            reference.comments.cards[card.id, default: []] += hand.comments.cards[old] ?? []
        }
        _ = try Files.replace(files.reference, with: Array(ReferenceWriter.text(reference).utf8))
    }

    /// What the references were made with and the deck is not.
    private static func describe(_ hand: Hand) -> String {
        guard let look = hand.old?.look else { return "another look" }
        var words: [String] = []
        if !hand.isOneTemplate {
            words.append("template '\(look.template)'" + (look.savesInk ? " and --ink-saver" : " without --ink-saver"))
        }
        if !hand.isOneFormat {
            words.append("cards of \(look.formatInWords) (now \(hand.deck.reference.look.formatInWords))")
        }
        return words.joined(separator: " and ")
    }

    /// `2 cards accepted: a, b`; nothing where there is none.
    private static func tell(_ names: [String], _ done: String) -> [String] {
        guard !names.isEmpty else { return [] }
        let list = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
        return ["\(Plural.counted(names.count, "card")) \(done): \(list)"]
    }
}

extension ReferenceCard {
    /// Names of the fonts of all its texts.
    fileprivate var fontNames: Set<String> {
        var names: Set<String> = []
        for case .text(let text) in faces.lazy.flatMap(\.items) { names.formUnion(text.fonts) }
        return names
    }
}
