import Foundation
import Testing

/// One change of the sample deck, and what `snapshot verify` has to say of it.
struct Mutation: Sendable, CustomTestStringConvertible {
    var name: String
    /// Each as `honey back words.fr.text`, `honey new`, `paper-boat missing`, `pot renamed from honey`. Empty where nothing is to be seen.
    var expected: [String]
    /// Of a copy of the deck's folder, beside which stand copies of `Templates` and `Fonts` without its fonts.
    var change: @Sendable (ChangedDeck) throws -> Void

    var testDescription: String { name }

    init(_ name: String, _ expected: [String] = [], _ change: @escaping @Sendable (ChangedDeck) throws -> Void) {
        self.name = name
        self.expected = expected
        self.change = change
    }

    private static let all8 = ["butterfly", "cat", "honey", "paper-boat", "pour", "strawberry", "sunflower", "teacup"]

    static let visible = [
        Mutation("a letter of a word", ["honey back words.fr.text"]) { try $0.replace("miel\",", "miels\",") },
        Mutation("a word in another script", ["cat back words.ja.text"]) {
            try $0.replace("{\"text\": \"猫\", \"ruby\": \"猫[ねこ]\",", "{\"text\": \"ネコ\",")
        },
        Mutation("a letter of a reading", ["honey back words.zh-Hant.reading"]) { try $0.replace("fēngmì", "fāngmì") },
        Mutation("a reading removed", ["cat front words.en.reading"]) {
            try $0.replace("\"reading\": \"/kæt/\", ", "")
        },
        Mutation("a word removed", ["cat back words.fr.text"]) {
            try $0.replace(
                "\"fr\": {\"text\": \"chat\", \"gender\": \"m\", \"reading\": \"/ʃa/\", \"example\": \"Le chat dort sous la table.\"},",
                "")
        },
        Mutation("the part of speech", ["pour front mark"]) { try $0.replace("\"verb\"", "\"noun\"") },
        Mutation("the deck's link", all8.map { "\($0) back link" }) {
            try $0.replace("cards.example.org/garden-tea", "cards.example.org/tea")
        },
        Mutation("the place of a scene", ["cat back caption"]) {
            try $0.replace("under the table\"", "on the table\"")
        },
        Mutation("the date of a scene", ["sunflower back caption"]) {
            try $0.replace("\"2025-06-14\"", "\"2025-06-15\"")
        },
        Mutation("a card renamed", ["honeypot renamed from honey", "honeypot back link"]) {
            try $0.replace("\"id\": \"honey\"", "\"id\": \"honeypot\"")
        },
        Mutation("a card taken out", ["paper-boat missing"]) {
            try $0.replace("\"sticker\": \"stickers/paper-boat.svg\",", "\"copies\": 0,")
        },
        Mutation("a sticker taken away", ["butterfly front sticker", "butterfly back sticker"]) {
            try $0.replace("\"sticker\": \"stickers/butterfly.svg\",", "")
        },
        Mutation("another sticker", ["butterfly front sticker", "butterfly back sticker"]) {
            try $0.replace("stickers/butterfly.svg", "stickers/cat.svg")
        },
        Mutation("another drawing in the same file", ["cat front sticker", "cat back sticker"]) {
            try $0.copy("stickers/honey.svg", to: "stickers/cat.svg")
        },
        Mutation("a box of the template, by half a millimetre", all8.map { "\($0) front mark" }) {
            try $0.replace("[5, 5, 4, 4]", "[5.5, 5, 4, 4]", in: "../Templates/classic.json")
        },
        Mutation("another font for a language", all8.map { "\($0) back words.ja.text" }) {
            try $0.replace(
                "\"KleeOne-Regular.ttf\", \"NotoSansCJK-Regular.ttc#0\"",
                "\"NotoSansCJK-Regular.ttc#0\", \"KleeOne-Regular.ttf\"", in: "../Fonts/fonts.json")
        },
    ]

    static let invisible = [
        Mutation("white space and line ends") { try $0.replace("\n", "\r\n  ") },
        Mutation("order of members") { try $0.sortMembers() },
        Mutation("escaped characters") { try $0.replace("é", "\\u00e9") },
        Mutation("characters taken apart") { try $0.replace("é", "e\u{301}") },
        Mutation("a note, tags, an example") {
            try $0.replace("always hers", "hers")
            try $0.replace("[\"tea\", \"doing\"]", "[\"doing\"]")
            try $0.replace("The teacup is still warm.", "The teacup is cold.")
        },
        Mutation("the same drawing with a remark, under another name") {
            try $0.copy("stickers/cat.svg", to: "stickers/cat-2.svg")
            try $0.replace("</svg>", "<!-- by another program --></svg>", in: "stickers/cat-2.svg")
            try $0.replace("stickers/cat.svg", "stickers/cat-2.svg")
        },
        Mutation("a box of the template, by less than the tolerance") {
            try $0.replace("[5, 5, 4, 4]", "[5.01, 5, 4, 4]", in: "../Templates/classic.json")
        },
        Mutation("the name of an arrangement") {
            try $0.replace(
                "\"sticker\": {\n      \"when\"", "\"other\": {\n      \"when\"", in: "../Templates/classic.json")
        },
    ]
}

/// A copy of the sample deck and of what it is printed with, to be changed.
final class ChangedDeck {
    let folder: TemporaryFolder

    init(recorded: URL) throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: recorded, to: folder.url.appending(path: "deck"))
        for name in ["Templates", "Fonts"] {
            let target = folder.url.appending(path: name)
            try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
            let source = Program.root.appending(path: name)
            for file in try FileManager.default.contentsOfDirectory(atPath: source.path) where file.hasSuffix(".json") {
                try FileManager.default.copyItem(at: source.appending(path: file), to: target.appending(path: file))
            }
        }
    }

    private func url(_ file: String) -> URL { folder.url.appending(path: "deck").appending(path: file).standardized }

    struct NothingReplaced: Error { var text: String }

    /// Compares scalars: composed and decomposed characters are different things here.
    func replace(_ old: String, _ new: String, in file: String = "deck.json") throws {
        let bytes = try Data(contentsOf: url(file))
        guard bytes.range(of: Data(old.utf8)) != nil else { throw NothingReplaced(text: old) }
        let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: old, with: new, options: .literal)
        try Data(text.utf8).write(to: url(file))
    }

    func copy(_ file: String, to other: String) throws { try Data(contentsOf: url(file)).write(to: url(other)) }

    func sortMembers() throws {
        let deck = try JSONSerialization.jsonObject(with: Data(contentsOf: url("deck.json")))
        try JSONSerialization.data(withJSONObject: deck, options: .sortedKeys).write(to: url("deck.json"))
    }

    /// What `snapshot verify` says of it: exit status, and what it names as `Mutation.expected` has it.
    func verify() throws -> (status: Int32, named: Set<String>, errors: String) {
        let result = try Program.capprint(
            "snapshot", "verify", url("deck.json").path, "--templates", folder.path("Templates"), "--fonts",
            folder.path("Fonts"), "--ci", "--format", "json")
        guard let report = try? JSONDecoder().decode(Report.self, from: result.output) else {
            return (result.status, [], result.errors)
        }
        var named: Set<String> = []
        for item in report.items {
            switch item.state {
            case "changed": break
            case "renamed": named.insert("\(item.name) renamed from \(item.oldName ?? "nothing")")
            default: named.insert("\(item.name) \(item.state)")
            }
            for change in item.changes { named.insert("\(item.name) \(change.side) \(change.field)") }
        }
        return (result.status, named, result.errors)
    }

    private struct Report: Decodable {
        struct Item: Decodable {
            struct Change: Decodable {
                var side: String
                var field: String
            }

            var name: String
            var state: String
            var oldName: String?
            var changes: [Change]

            enum CodingKeys: String, CodingKey {
                case name, state, changes
                case oldName = "old_name"
            }
        }

        var items: [Item]
    }
}
