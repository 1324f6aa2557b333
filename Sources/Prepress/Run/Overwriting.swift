internal import DeckModel
internal import Diagnostics
internal import FileAccess

/// Keeps a run from writing over what it reads, or over what it has just written.
enum Overwriting {
    /// Throws `DiagnosticError` where the job's output or report is a file of the deck, the other one, or an earlier deck's output.
    static func refuse(_ job: Job, _ decks: [Deck]) throws(DiagnosticError) {
        let deck = decks[0]
        let outputs = OutputFile.paths(job.destination, deckID: deck.id, separatesBacks: job.separatesBacks)
        var problems: [Diagnostic] = []
        func refuse(_ path: String, _ reason: String, _ hint: String) {
            problems.append(Diagnostic(.wrongUse, "'\(path)' \(reason)", hint: hint))
        }
        for output in outputs + job.cutLines where job.reportPath.map({ isSame(output, $0) }) == true {
            refuse(
                output, "would be both the \(outputs.contains(output) ? "cards" : "cut lines") and the report",
                "name two files")
        }
        for output in outputs where job.cutLines.contains(where: { isSame(output, $0) }) {
            refuse(output, "would be both the cards and the cut lines", "name two files")
        }
        let stock = job.stock.map { [$0] } ?? []
        for path in outputs + job.cutLines + [job.reportPath].compactMap({ $0 }) {
            guard let target = FileStatus(path: path), target.kind == .file else { continue }
            if stock.contains(where: { FileStatus(path: $0)?.identity == target.identity }) {
                refuse(path, "is the file of your own stock and would be written over", "name another file")
            }
            if let own = decks.flatMap(inputs).first(where: { FileStatus(path: $0)?.identity == target.identity }) {
                refuse(
                    path, "is '\(Paths.name(of: own))' of the deck and would be written over",
                    "name another file with -o")
            }
        }
        for output in outputs where job.written.contains(where: { isSame($0, output) }) {
            refuse(
                output, "was just written for another deck with the id '\(deck.id)'",
                "give the decks different ids, or print them one by one with -o")
        }
        if !problems.isEmpty { throw DiagnosticError(problems) }
    }

    /// Throws `DiagnosticError` where one of the files to be written, each with what it is for, is a file of the deck,
    /// one of those beside it or another of them.
    static func refuse(
        _ outputs: [(purpose: String, path: String)], of deck: Deck, beside others: [String]
    ) throws(DiagnosticError) {
        try refuse(outputs, inputs: inputs(of: deck) + others, owner: " of the deck")
    }

    /// Throws `DiagnosticError` where one of the files to be written, each with what it is for, is one that is read or another of them.
    static func refuse(
        _ outputs: [(purpose: String, path: String)], inputs: [String], owner: String = ""
    ) throws(DiagnosticError) {
        var problems: [Diagnostic] = []
        for (index, output) in outputs.enumerated() {
            if let other = outputs[..<index].first(where: { isSame($0.path, output.path) }) {
                problems.append(
                    Diagnostic(
                        .wrongUse, "'\(output.path)' would be both \(other.purpose) and \(output.purpose)",
                        hint: "name two files"))
            }
            guard let target = FileStatus(path: output.path), target.kind == .file,
                let own = inputs.first(where: { FileStatus(path: $0)?.identity == target.identity })
            else { continue }
            problems.append(
                Diagnostic(
                    .wrongUse, "'\(output.path)' is '\(Paths.name(of: own))'\(owner) and would be written over",
                    hint: "name another file for \(output.purpose)"))
        }
        if !problems.isEmpty { throw DiagnosticError(problems) }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let (first, second) = (FileStatus(path: left), FileStatus(path: right))
        guard let first, let second else {
            // What is not there yet is the same where its folder and its name are.
            guard first == nil, second == nil, Paths.name(of: left) == Paths.name(of: right),
                let one = FileStatus(path: Paths.folder(of: left)),
                let other = FileStatus(path: Paths.folder(of: right))
            else { return false }
            return one.identity == other.identity
        }
        return first.identity == second.identity && first.kind == .file
    }

    /// The deck's own file and those that its cards name.
    static func inputs(of deck: Deck) -> [String] {
        [deck.file]
            + deck.cards.flatMap { card in
                [card.sticker, card.photo, card.clip].compactMap { $0?.absolute }
                    + card.words.compactMap { word in
                        if case .file(let path) = word.audio { path.absolute } else { nil }
                    }
            }
    }
}
