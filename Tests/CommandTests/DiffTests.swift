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

    @Test("Two prints of a deck: nothing, then the page of the word that changed")
    func pages() throws {
        let folder = try TemporaryFolder()
        var words = Self.words
        for (name, word) in [("old", "tasse"), ("same", "tasse"), ("new", "bol")] {
            words["cup"] = word
            let deck = try folder.write("\(name).json", Self.deck(words))
            #expect(try Program.capprint(deck, "-o", folder.path("\(name).pdf")).status == 0)
        }
        let same = try Program.capprint("diff", "old.pdf", "same.pdf", in: folder.url)
        #expect(same.text == "2 pages are the same\n")
        #expect(same.status == 0)
        // Equal content is not drawn, so nothing is needed for it.
        let without = try Program.capprint(
            "diff", "old.pdf", "same.pdf", in: folder.url, environment: ["PATH": "/none"])
        #expect(without.status == 0)
        let new = try Program.capprint("diff", "old.pdf", "new.pdf", in: folder.url)
        #expect(
            new.text.wholeMatch(
                of:
                    /page 2: 0\.1 % of it differs, in one place \(.* mm at \d+, \d+\)\n1 page differs, 1 is the same\n/
            ) != nil)
        #expect(new.status == 1)
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
        #expect(result.errors.hasPrefix("tasse.pdf: error: its pages cannot be drawn"))
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
            (["--git", "..", "a.json"], "--git takes a revision"),
            (["--git", "main", "a.pdf"], "--git compares decks"),
        ])
    func wrongUse(arguments: [String], message: String) throws {
        let result = try Program.capprint(["diff"] + arguments)
        #expect(result.errors.contains(message))
        #expect(result.status == 64)
    }
}
