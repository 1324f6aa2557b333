import Artwork
import CardLayout
import DeckModel
import Diagnostics
import DisplayList
import FileAccess
import Fonts
import Geometry
import Testing
import Typesetting

/// The project's own templates and fonts, and decks written for a test.
enum Room {
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    static let library = TemplateLibrary(folders: ["\(root)/Templates"])

    /// The fonts that `make setup` fetches.
    static func fonts() throws -> FontBook {
        try FontBook(choiceFile: "\(root)/Fonts/fonts.json", folders: ["\(root)/Fonts", "\(root)/Fonts/debian"])
    }

    static func typesetter() throws -> Typesetter { Typesetter(fonts: try fonts()) }

    /// A folder that goes with its owner.
    final class Folder {
        let path: String

        init() throws { path = try Files.makeTemporaryFolder() }

        deinit { Files.removeFolder(path) }

        func write(_ name: String, _ text: String) throws -> String {
            try Files.replace("\(path)/\(name)", with: Array(text.utf8))
        }
    }

    /// The faces of a deck's first card, with the sample deck's folder behind it.
    static func faces(_ card: String, languages: String = #"["en"]"#, template: String = "classic") throws -> CardFaces
    {
        let folder = "\(root)/Samples/garden-tea"
        let json =
            #"{"version": 1, "id": "test", "link": "https://cards.example.org/garden/", "languages": \#(languages), "cards": [\#(card)]}"#
        let (deck, problems) = DeckReader.read(bytes: Array(json.utf8), file: "deck.json", folder: folder)
        #expect(problems.filter(\.isError).isEmpty, "\(problems)")
        let read = try #require(deck)
        let studio = try ArtworkStudio(options: ArtworkOptions(dpi: 100, isLossless: false, cacheFolder: nil))
        defer { studio.finish() }
        let layouter = CardLayouter(
            deck: read, template: try library.template(template), typesetter: try typesetter(), studio: studio)
        return layouter.faces(of: read.cards[0], number: 7)
    }
}
