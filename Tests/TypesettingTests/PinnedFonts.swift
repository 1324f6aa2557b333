import FileAccess
import Fonts
import Hyphenation
import Testing
import Typesetting

/// The fonts that `Fonts/fetch` puts beside the sources.
enum PinnedFonts {
    static let folder = Paths.join(
        Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath))), "Fonts")

    /// A typesetter with them, the same for all tests; fails with what to do where they are not there.
    static func typesetter() throws -> Typesetter { try shared.get() }

    private static let shared = Result { try make() }

    private static func make() throws -> Typesetter {
        try #require(
            FileStatus(path: Paths.join(folder, "debian/Andika-Regular.ttf")) != nil,
            "the fonts are not there: run Fonts/fetch (or make setup)")
        return Typesetter(
            fonts: try FontBook(
                choiceFile: Paths.join(folder, "fonts.json"), folders: [Paths.join(folder, "debian")]))
    }

    /// One that parts long words too, by the patterns that `Hyphenation/fetch` puts beside the sources.
    static func partingTypesetter() throws -> Typesetter {
        let home = Paths.folder(of: folder)
        return Typesetter(
            fonts: try FontBook(
                choiceFile: Paths.join(folder, "fonts.json"), folders: [Paths.join(folder, "debian")]),
            hyphenator: try Hyphenator(
                choiceFile: Paths.join(home, "Hyphenation/hyphenation.json"),
                folders: [Paths.join(home, "Hyphenation/debian")]))
    }
}
