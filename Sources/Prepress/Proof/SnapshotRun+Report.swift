internal import Diagnostics
internal import Proofing
internal import Snapshots

extension SnapshotRun {
    /// Cards that get pictures in a report: more would be more than anyone looks at.
    private static let mostPictured = HTMLReport.pictureLimit

    /// What differs, for people and programs.
    func report(_ hand: Hand) throws -> ProofReport {
        var items = hand.comparison.cards.map { card in
            var item = ProofItem(card, place: hand.deck.place(of: card.id) ?? Place(file: files.deck))
            item.acceptCommand = hand.isOneLook ? acceptCommand(card.id) : nil
            return item
        }
        items += unusedPictures(hand)
        var notes = hand.comparison.notes
        if !hand.isOneLook, !items.isEmpty {
            notes.append("all cards of a deck have one look: they can only be accepted together")
        }
        if reports.showPictures {
            let singled = items.singled
            let pictured = Set(singled.prefix(Self.mostPictured).map(\.name))
            for index in items.indices where pictured.contains(items[index].name) {
                items[index].pictures = try pictures(items[index], hand)
            }
            if singled.count > Self.mostPictured {
                notes.append("pictures are shown of the first \(Self.mostPictured) cards")
            }
        }
        return ProofReport(
            title: "snapshot of \(hand.deck.reference.look.deck)", oldName: "reference", newName: "deck", items: items,
            same: hand.comparison.sameCards, noun: "card", notes: notes,
            acceptCommand: items.isEmpty ? nil : acceptCommand(nil))
    }

    /// Cards of which nothing is left but a picture.
    private func unusedPictures(_ hand: Hand) -> [ProofItem] {
        var known = kept(hand)
        for card in hand.comparison.cards {
            known.insert(card.id)
            if let old = Self.oldName(card.state) { known.insert(old) }
        }
        var items: [ProofItem] = []
        for (card, path) in hand.pictures.unused(besides: known) where items.last?.name != card {
            items.append(
                ProofItem(
                    name: card, state: .missing, place: Place(file: files.deck),
                    findings: [
                        ProofItem.Finding(
                            side: "", field: "", language: nil, details: [("picture", "its picture is left: \(path)")])
                    ], acceptCommand: command("prune")))
        }
        return items
    }

    private static func oldName(_ state: CardComparison.State) -> String? {
        if case .renamed(let old) = state { old } else { nil }
    }

    // MARK: Pictures

    /// The sides that differ, of a new or missing card both.
    private func pictures(_ item: ProofItem, _ hand: Hand) throws -> [ProofItem.Pictures] {
        let changed = Set(item.findings.map(\.side))
        let isWhole = item.state == .new || item.state == .missing
        return try PictureReferences.sides.filter { isWhole || changed.contains($0) }.compactMap { side in
            let old = item.state == .new ? nil : hand.pictures.read(card: item.oldName ?? item.name, side: side)
            let new =
                item.state == .missing
                ? nil : try hand.deck.png(card: item.name, side: side, dpi: PictureReferences.dpi)
            guard old != nil || new != nil else { return nil }
            let difference = PictureDifference.between(
                old, new, ignoring: hand.rules.rules(for: item.name).ignoredAreas(on: side), dpi: PictureReferences.dpi)
            return ProofItem.Pictures(
                side: side, old: old, new: new, difference: difference?.png, share: difference?.share)
        }
    }

    // MARK: Commands to copy

    /// The command that accepts a card; nil for all.
    func acceptCommand(_ card: String?) -> String {
        command("accept", card.map { $0.hasPrefix("-") ? ["--card=\($0)"] : ["--card", $0] } ?? [])
    }

    func command(_ action: String, _ options: [String] = []) -> String {
        var words = ["capprint", "snapshot", action] + options
        if let reference = request.reference { words += ["--reference", ShellWord.path(reference)] }
        if request.action == .verify || request.action == .record {
            if let template = request.template { words += ["--template", ShellWord.path(template)] }
            if request.savesInk == true { words.append("--ink-saver") }
        }
        for folder in request.fontFolders { words += ["--fonts", ShellWord.path(folder)] }
        for folder in request.templateFolders { words += ["--templates", ShellWord.path(folder)] }
        return (words + [ShellWord.path(job.deck)]).map(ShellWord.quoted).joined(separator: " ")
    }
}
