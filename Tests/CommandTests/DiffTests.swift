import Foundation
import Testing

@Suite("capprint diff")
struct DiffTests {
    private static func deck(_ words: [String: String], extra: String = "") -> String {
        let cards = words.sorted { $0.key < $1.key }.map {
            #"{"id": "\#($0.key)", "words": {"en": "\#($0.key)", "fr": "\#($0.value)"}\#(extra)}"#
        }
        return #"{"version": 1, "id": "words", "cards": [\#(cards.joined(separator: ", "))]}"#
    }

    private static let words = ["cup": "tasse", "cat": "chat", "tea": "thé"]

    /// A folder with a deck `kitchen/deck.json` under git, committed as `main`.
    private static func repository(_ deck: String, files: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.write("kitchen/deck.json", deck)
        for (name, text) in files { _ = try folder.write(name, text) }
        for words in [["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "first"]] {
            try git(folder, words)
        }
        return folder
    }

    private static func git(_ folder: TemporaryFolder, _ words: [String]) throws {
        let own = ["-C", folder.url.path, "-c", "user.name=test", "-c", "user.email=test@example.org"]
        let result = try Program.tool("git", own + words)
        try #require(result.status == 0, "\(result.errors)")
    }

    @Test("Two prints of a deck: nothing, then the word that changed, or its page in files of others")
    func pages() throws {
        let folder = try TemporaryFolder()
        var words = Self.words
        for (name, word) in [("old", "tasse"), ("same", "tasse"), ("new", "bol")] {
            words["cup"] = word
            let deck = try folder.write("\(name).json", Self.deck(words))
            #expect(try Program.capprint(deck, "-o", folder.path("\(name).pdf")).status == 0)
        }
        let same = try Program.capprint("diff", "old.pdf", "same.pdf", in: folder.url)
        #expect(same.text == "3 cards are the same\n")
        #expect(same.status == 0)
        // Equal content is not drawn, so nothing is needed for it.
        let without = try Program.capprint(
            "diff", "old.pdf", "same.pdf", in: folder.url, environment: ["PATH": "/none"])
        #expect(without.status == 0)
        let new = try Program.capprint("diff", "old.pdf", "new.pdf", in: folder.url)
        #expect(new.text == "card 'cup', back, fr: text tasse → bol\n1 card differs, 2 are the same\n")
        #expect(new.status == 1)
        try Self.forgetCards("old.pdf", as: "foreign.pdf", in: folder)
        let pages = try Program.capprint("diff", "foreign.pdf", "new.pdf", in: folder.url)
        #expect(
            pages.text.wholeMatch(
                of:
                    /page 2: 0\.1 % of it differs, in one place \(.* mm at \d+, \d+\)\n1 page differs, 1 is the same\n/
            ) != nil)
        #expect(pages.status == 1)
        let ignored = try Program.capprint(
            "diff", "old.pdf", "new.pdf", "--ignore-region", "2:0,0,210,297", in: folder.url)
        #expect(ignored.status == 0)
        let bare = try Program.capprint("diff", "old.pdf", "new.pdf", in: folder.url, environment: ["PATH": "/none"])
        #expect(bare.errors.contains("pages are drawn by the program 'pdftoppm', which is not here"))
        #expect(bare.errors.contains("poppler-utils"))
        #expect(bare.status == 66)
        let over = try Program.capprint("diff", "old.pdf", "new.pdf", "-o", "old.pdf", in: folder.url)
        #expect(over.errors.contains("would be written over"))
        #expect(over.status == 64)
        _ = try Program.tool(
            "qpdf", "--encrypt", "secret", "owner", "256", "--", folder.path("old.pdf"), folder.path("locked.pdf"))
        let locked = try Program.capprint("diff", "locked.pdf", "new.pdf", in: folder.url)
        #expect(locked.errors.hasPrefix("locked.pdf: error: it is locked with a password\n  hint: "))
        #expect(locked.status == 65)
    }

    /// A copy of a print that does not tell what its cards look like.
    private static func forgetCards(_ name: String, as copy: String, in folder: TemporaryFolder) throws {
        _ = try Program.tool("qpdf", "--object-streams=disable", folder.path(name), folder.path(copy))
        var bytes = try Data(contentsOf: folder.url.appending(path: copy))
        let place = try #require(bytes.range(of: Data("/PieceInfo".utf8)))
        bytes.replaceSubrange(place, with: Data("/PieceNone".utf8))
        try bytes.write(to: folder.url.appending(path: copy))
    }

    @Test("A card that is added moves all others, which stay the same")
    func addedCard() throws {
        let folder = try TemporaryFolder()
        let deck = Program.root.appending(path: "Samples/garden-tea/deck.json")
        let text = try String(contentsOf: deck, encoding: .utf8)
        let stickers = #""cards": ["#
        try #require(text.contains(stickers))
        for art in ["stickers", "photos"] {
            try FileManager.default.copyItem(
                at: deck.deletingLastPathComponent().appending(path: art), to: folder.url.appending(path: art))
        }
        // Two cards: all stand elsewhere, and a second sheet is begun.
        let added = stickers + #"{"id": "mug", "words": {"en": "mug"}}, {"id": "jug", "words": {"en": "jug"}}, "#
        _ = try folder.write("old.json", text)
        _ = try folder.write("new.json", text.replacing(stickers, with: added))
        for name in ["old", "new"] {
            #expect(try Program.capprint(folder.path("\(name).json"), "-o", folder.path("\(name).pdf")).status == 0)
        }
        let result = try Program.capprint("diff", "old.pdf", "new.pdf", "--ignore", "number", in: folder.url)
        #expect(
            result.text == """
                card 'mug' is new
                card 'jug' is new
                note: 8 cards lie elsewhere on the pages
                note: 2 → 4 pages
                2 cards are new, 8 are the same

                """)
        #expect(result.status == 1)
    }

    @Test("What cards look like is told by words first, then by pixels; what is beside them by its page")
    func unnamedDifferences() throws {
        let folder = try TemporaryFolder()
        let deck = try folder.write("deck.json", Self.deck(Self.words))
        for (name, day) in [("old", "2025-06-14"), ("dated", "2026-01-31")] {
            #expect(try Program.capprint(deck, "-o", folder.path("\(name).pdf"), "--date", day).status == 0)
        }
        let beside = try Program.capprint("diff", "old.pdf", "dated.pdf", in: folder.url)
        #expect(beside.text.contains("page 1: "))
        #expect(beside.text.contains(", beside the cards\n"))
        #expect(beside.text.hasSuffix("3 cards are the same; 2 pages differ\n"))
        #expect(beside.status == 1)
        // Whoever stamps a printed file changes nothing that it tells.
        #expect(try Program.capprint(deck, "-o", folder.path("plain.pdf")).status == 0)
        let stamp = SquarePDF.bytes(x: 60, y: 842 - 160, side: 60)
        try stamp.write(to: folder.url.appending(path: "stamp.pdf"))
        _ = try Program.tool(
            "qpdf", folder.path("plain.pdf"), "--overlay", folder.path("stamp.pdf"), "--to=1", "--",
            folder.path("stamped.pdf"))
        let stamped = try Program.capprint("diff", "plain.pdf", "stamped.pdf", in: folder.url)
        #expect(
            stamped.text.wholeMatch(
                of:
                    /card 'cat', front: [\d.]+ % of it differs, in nothing that has a name\n1 card differs, 2 are the same\n/
            ) != nil, "\(stamped.text)")
        #expect(stamped.status == 1)
        let coarse = try Program.capprint(
            "diff", "plain.pdf", "stamped.pdf", "--color-tolerance", "100%", in: folder.url)
        #expect(coarse.status == 0, "\(coarse.text)\(coarse.errors)")
        let unused = try Program.capprint(
            "diff", "plain.pdf", "plain.pdf", "--ignore", "captoin", "--ignore-region", "9:1,2,3,4", in: folder.url)
        #expect(unused.errors.contains("no card has a field 'captoin'"), "\(unused.errors)")
    }

    @Test(
        "A program that draws nothing, or without end, is told of",
        arguments: ["echo 'Syntax Error: nope' >&2; exit 1", "exec /usr/bin/yes 'Syntax Error: nope'"])
    func brokenRenderer(script: String) throws {
        let folder = try TemporaryFolder()
        let program = try folder.write("bin/pdftoppm", "#!/bin/sh\n\(script)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        for word in ["tasse", "bol"] {
            let deck = try folder.write("\(word).json", Self.deck(["cup": word]))
            #expect(try Program.capprint(deck, "-o", folder.path("\(word).pdf")).status == 0)
        }
        let result = try Program.capprint(
            "diff", "tasse.pdf", "bol.pdf", in: folder.url, environment: ["PATH": folder.path("bin")])
        #expect(result.errors.hasPrefix("bol.pdf: error: its pages cannot be drawn"))
        #expect(result.status == 65)
    }

    @Test("Two decks, card by card")
    func decks() throws {
        let folder = try TemporaryFolder()
        var words = Self.words
        _ = try folder.write("old.json", Self.deck(words))
        words["cup"] = "bol"
        words["tea"] = nil
        _ = try folder.write("new.json", Self.deck(words))
        let result = try Program.capprint("diff", "old.json", "new.json", "--ignore", "number", in: folder.url)
        #expect(
            result.text == """
                card 'cup', back, fr: text tasse → bol
                card 'tea' is gone
                1 card differs, 1 is gone, 1 is the same

                """)
        #expect(result.status == 1)
        #expect(try Program.capprint("diff", "old.json", "old.json", in: folder.url).status == 0)
    }

    @Test("A report never replaces what a deck is made of, also where the deck is taken from a revision")
    func overwriting() throws {
        let folder = try Self.repository(Self.deck(Self.words), files: ["kitchen/deck.snapshot-rules.json": "{}"])
        _ = try folder.write("new.json", Self.deck(Self.words))
        _ = try folder.write("new.snapshot", "")
        for (words, name) in [
            (["kitchen/deck.json", "new.json", "-o", "kitchen/deck.json"], "deck.json"),
            (["kitchen", "new.json", "--report", "kitchen/deck.json"], "deck.json"),
            (["--git", "main..main", "kitchen/deck.json", "-o", "kitchen/deck.json"], "deck.json"),
            (["kitchen", "new.json", "-o", "kitchen/deck.snapshot-rules.json"], "deck.snapshot-rules.json"),
            (["kitchen", "new.json", "-o", "new.snapshot"], "new.snapshot"),
        ] {
            let result = try Program.capprint(["diff"] + words, in: folder.url)
            #expect(result.errors.contains("is '\(name)' of the deck and would be written over"), "\(words)")
            #expect(result.status == 64)
        }
        let verified = try Program.capprint(
            "snapshot", "verify", "kitchen", "-o", "kitchen/deck.snapshot-rules.json", in: folder.url)
        #expect(verified.errors.contains("is 'deck.snapshot-rules.json' of the deck and would be written over"))
        #expect(try String(contentsOfFile: folder.path("kitchen/deck.json"), encoding: .utf8) == Self.deck(Self.words))
    }

    @Test("A deck as it was at a revision")
    func revision() throws {
        var words = Self.words
        let folder = try Self.repository(Self.deck(words))
        #expect(
            try Program.capprint("diff", "--git", "main", "kitchen", in: folder.url).text == "3 cards are the same\n")
        words["cup"] = "bol"
        _ = try folder.write("kitchen/deck.json", Self.deck(words))
        // From within the deck's folder too.
        let inside = try Program.capprint(
            "diff", "--git", "main", "deck.json", in: folder.url.appending(path: "kitchen"))
        #expect(inside.text.hasPrefix("card 'cup', back, fr: text tasse → bol\n"))
        #expect(inside.status == 1)
        try Self.git(folder, ["commit", "-q", "-a", "-m", "second"])
        #expect(try Program.capprint("diff", "--git", "main", "kitchen", in: folder.url).status == 0)
        let back = try Program.capprint("diff", "--git", "main..main~1", "kitchen", in: folder.url)
        #expect(back.text.hasPrefix("card 'cup', back, fr: text bol → tasse\n"))
        let wrong = try Program.capprint("diff", "--git", "mian", "kitchen", in: folder.url)
        #expect(
            wrong.errors.hasPrefix(
                "error: there is no revision 'mian' in the repository\n  hint: did you mean 'main'?\n"))
        #expect(wrong.status == 64)
        _ = try folder.write("later/deck.json", Self.deck(words))
        let later = try Program.capprint("diff", "--git", "main", "later", in: folder.url)
        #expect(later.errors.hasPrefix("error: 'later/deck.json' was not there at main\n"))
        #expect(later.status == 66)
    }

    @Test("Links of the repository lead to their files, which the deck need not name, and never out of it")
    func links() throws {
        let folder = try Self.repository(Self.deck(["cup": "tasse"], extra: #", "sticker": "cup.svg""#))
        let svg = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7h-7z"/></svg>"#
        _ = try folder.write("kitchen/art/cup.svg", svg)
        let manager = FileManager.default
        let link = folder.path("kitchen/cup.svg")
        try manager.createSymbolicLink(atPath: link, withDestinationPath: "art/mug.svg")
        try manager.createSymbolicLink(atPath: folder.path("kitchen/art/mug.svg"), withDestinationPath: "cup.svg")
        try Self.git(folder, ["add", "."])
        try Self.git(folder, ["commit", "-q", "-m", "links"])
        let same = try Program.capprint("diff", "--git", "main", "kitchen", in: folder.url)
        #expect(same.text == "1 card is the same\n", "\(same.errors)")
        let outside = try TemporaryFolder()
        try manager.removeItem(atPath: link)
        try manager.createSymbolicLink(atPath: link, withDestinationPath: try outside.write("cup.svg", svg))
        try Self.git(folder, ["commit", "-q", "-a", "-m", "outside"])
        let lost = try Program.capprint("diff", "--git", "main", "kitchen", in: folder.url)
        #expect(lost.errors.contains("main:kitchen/"), "\(lost.errors)")
        #expect(lost.status != 0 && lost.status != 1)
    }

    @Test("Templates of the repository are those of the revision")
    func template() throws {
        let template = try String(contentsOf: Program.root.appending(path: "Templates/classic.json"), encoding: .utf8)
        let folder = try Self.repository(Self.deck(Self.words), files: ["Templates/house.json": template])
        let looser = template.replacing(#""bleed": 3"#, with: #""bleed": 2"#)
        #expect(looser != template)
        _ = try folder.write("Templates/house.json", looser)
        let named = try Program.capprint(
            "diff", "--git", "main", "kitchen", "--templates", "Templates", "--template", "house", in: folder.url)
        #expect(named.status == 1, "\(named.errors)")
        let path = try Program.capprint(
            "diff", "--git", "main", "kitchen", "--template", "Templates/house.json", in: folder.url)
        #expect(path.status == 1, "\(path.errors)")
    }

    @Test("What Git LFS keeps elsewhere, a folder outside any repository")
    func absent() throws {
        let pointer = """
            version https://git-lfs.github.com/spec/v1
            oid sha256:\(String(repeating: "ab", count: 32))
            size 12345

            """
        let deck = Self.deck(Self.words, extra: #", "sticker": "cup.png""#)
        let folder = try Self.repository(deck, files: ["kitchen/cup.png": pointer])
        let kept = try Program.capprint("diff", "--git", "main", "kitchen", in: folder.url)
        #expect(kept.errors.contains("'kitchen/cup.png' at main is kept by Git LFS, and is not on this machine"))
        #expect(kept.errors.contains("git lfs fetch origin main"))
        let bare = try TemporaryFolder()
        let deckFile = try bare.write("deck.json", Self.deck(Self.words))
        let outside = try Program.capprint(
            "diff", "--git", "main", deckFile,
            environment: ["GIT_CEILING_DIRECTORIES": bare.url.deletingLastPathComponent().path])
        #expect(outside.errors.contains("lies in no git repository"))
        #expect(outside.status == 64)
    }

    @Test(
        "What makes no sense is refused",
        arguments: [
            (["a.pdf"], "one file has nothing to differ from"),
            (["a.pdf", "b.json"], "a PDF and a deck have nothing in common"),
            (["a.pdf", "b.pdf", "c.pdf"], "two files are compared; there are 3"),
            (["a.pdf", "b.pdf", "--rules", "c.json"], "--rules is for decks"),
            (["a.pdf", "b.pdf", "--ignore-region", "back:1,2,3,4"], "--ignore-region takes a page"),
            (["a.json", "b.json", "--ignore-region", "3:1,2,3,4"], "--ignore-region takes a side"),
            (["a.json", "b.json", "--color-tolerance", "5"], "--color-tolerance is for PDF files"),
            (["a.pdf", "b.pdf", "--color-tolerance", "120"], "--color-tolerance takes 0 to 100 per cent"),
            (["--git", "..", "a.json"], "--git takes a revision"),
            (["--git", "main", "a.pdf"], "--git compares decks"),
        ])
    func wrongUse(arguments: [String], message: String) throws {
        let result = try Program.capprint(["diff"] + arguments)
        #expect(result.errors.contains(message))
        #expect(result.status == 64)
    }
}

/// A page of A4 with a black square.
private enum SquarePDF {
    /// In points from the page's lower left corner.
    static func bytes(x: Int, y: Int, side: Int) -> Data {
        let commands = "0 g \(x) \(y) \(side) \(side) re f"
        return Data(
            """
            %PDF-1.5
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R /Resources << >> >> endobj
            4 0 obj << /Length \(commands.utf8.count) >> stream
            \(commands)
            endstream endobj
            trailer << /Root 1 0 R /Size 5 >>
            """.utf8)
    }
}
