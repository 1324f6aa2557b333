import DeckModel
import Diagnostics
import FileAccess

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A deck's folder on disk with the files that tests name, beside a file that no deck may reach.
enum DeckFolder {
    static let path: String = {
        do {
            let base = try Files.makeTemporaryFolder()
            let deck = Paths.join(base, "Deck of Tests")
            for folder in ["stickers", "audio/fr", "photos"] { try Files.makeFolder(Paths.join(deck, folder)) }
            for file in [
                "../outside.png", "stickers/cup.png", "stickers/cup.jpg", "stickers/Mug.PNG", "audio/fr/tasses.mp3",
                "photos/scene.jpg", "notes.txt", "stickers/e\u{301}.png",
            ] {
                try write("", to: Paths.join(deck, file))
            }
            symlink("../outside.png", Paths.join(deck, "out.png"))
            symlink("stickers/cup.png", Paths.join(deck, "in.png"))
            atexit { Files.removeFolder(Paths.folder(of: DeckFolder.path)) }
            return deck
        } catch {
            return "/nowhere: \(error)"
        }
    }()

    static func write(_ text: String, to path: String) throws(FileError) {
        let file = try ReplacedFile(path: path)
        try file.write(Array(text.utf8))
        try file.commit()
    }

    /// Reads a deck as if it stood in the folder.
    static func read(_ source: String) -> (deck: Deck?, diagnostics: [Diagnostic]) {
        DeckReader.read(bytes: Array(source.utf8), file: "deck.json", folder: path)
    }

    /// Reads a deck of one card with the fields given.
    static func read(card fields: String) -> (deck: Deck?, diagnostics: [Diagnostic]) {
        read(#"{"version": 1, "link": "https://e.org/kitchen/", "cards": [{"id": "cup", \#(fields)}]}"#)
    }
}
