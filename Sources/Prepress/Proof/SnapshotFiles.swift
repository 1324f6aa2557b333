internal import FileAccess

/// Where a deck's references are.
struct SnapshotFiles {
    /// The deck's file, or where it would be.
    let deck: String
    /// The reference of all cards, as text.
    let reference: String
    /// What the comparison passes over, as JSON; belongs to the deck, whatever the reference.
    let rules: String
    /// The folder of picture references.
    let pictures: String

    /// - Parameters:
    ///   - path: the deck as its user named it: a file or a folder.
    ///   - reference: the reference as its user named it; nil for the one beside the deck.
    init(deck path: String, reference: String?) {
        deck = FileStatus(path: path)?.kind == .folder ? Paths.join(path, "deck.json") : path
        let name = Paths.name(of: deck)
        let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
        let folder = Paths.folder(of: deck)
        let own = folder == "." && !deck.hasPrefix("./") ? "\(stem).snapshot" : Paths.join(folder, "\(stem).snapshot")
        self.reference = reference ?? own
        rules = "\(own)-rules.json"
        pictures = "\(self.reference)-pictures"
    }

    /// The picture reference of a side of a card.
    func picture(card: String, side: String) -> String { Paths.join(pictures, "\(card)-\(side).png") }

    // MARK: Templates

    /// A template as a reference names it: by name, or by its file's path from the deck's folder.
    static func template(_ nameOrPath: String, besideDeck folder: String) -> String {
        guard isPath(nameOrPath), let file = Files.resolved(nameOrPath), let base = Files.resolved(folder) else {
            return nameOrPath
        }
        let (parts, from) = (file.split(separator: "/"), base.split(separator: "/"))
        let shared = zip(parts, from).prefix { $0 == $1 }.count
        let path = Array(repeating: "..", count: from.count - shared) + parts[shared...].map(String.init)
        // A bare name would be looked for among the templates.
        return path.count == 1 ? "./\(path[0])" : path.joined(separator: "/")
    }

    /// The template that a reference names, as a job wants it.
    func template(named name: String) -> String {
        Self.isPath(name) ? Paths.join(Paths.folder(of: deck), name) : name
    }

    private static func isPath(_ template: String) -> Bool { template.contains("/") || template.hasSuffix(".json") }
}
