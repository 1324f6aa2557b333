import Artwork
import CardLayout
import DeckModel
import Diagnostics
import Geometry
import Testing

@Suite("One size on all cards where the template says so: the longest word decides")
struct DeckSizesTests {
    private static let cards = """
        [{"id": "cup", "words": {"en": {"text": "cup", "reading": "kʌp"}, "fr": "tasse"}},
         {"id": "caterpillar", "words": {"en": {"text": "caterpillar", "reading": "ˈkætəˌpɪlə"}, "fr": "chenille"}},
         {"id": "chameleon", "words": {"en": "chameleon", "fr": "hippopotame amphibie commun"}}]
        """

    private static let template = """
        {"size": [63, 88], "bleed": 3, "safe": 4,
         "front": {"only": {"elements": {"headword":
           {"kind": "headword", "box": [5, 20, 32, 48], "size": [34, 12], "readingSize": [11, 8], "lines": 1%}}}},
         "back": {"only": {"elements": {"words":
           {"kind": "words", "style": "list", "box": [6, 10, 40, 48], "size": [20, 9]%}}}}}
        """

    /// The sizes of a field on each of the deck's cards.
    private func sizes(_ field: String, ofTemplate extra: String, isBack: Bool) throws -> [Double] {
        let folder = try Room.Folder()
        let file = try folder.write(
            "template.json",
            Self.template.split(separator: "%", omittingEmptySubsequences: false).joined(separator: extra))
        let json = #"{"version": 1, "id": "test", "languages": ["en", "fr"], "cards": \#(Self.cards)}"#
        let deck = try #require(DeckReader.read(bytes: Array(json.utf8), file: "deck.json", folder: folder.path).0)
        let studio = try ArtworkStudio(options: ArtworkOptions(dpi: 100, isLossless: false, cacheFolder: nil))
        defer { studio.finish() }
        let layouter = CardLayouter(
            deck: deck, template: try Room.library.template(file), typesetter: try Room.typesetter(), studio: studio)
        return deck.cards.enumerated().flatMap { index, card in
            let faces = layouter.faces(of: card, number: index + 1)
            #expect(faces.diagnostics.filter(\.isError).isEmpty, "\(faces.diagnostics)")
            return (isBack ? faces.back?.texts ?? [] : faces.front.texts).filter { $0.field == field }.map(
                \.size.points)
        }
    }

    @Test("headword, reading and list", arguments: [("text", false), ("reading", false), ("text", true)])
    func oneSize(field: String, isBack: Bool) throws {
        let each = try sizes(field, ofTemplate: "", isBack: isBack)
        let one = try sizes(field, ofTemplate: #", "sameSize": true"#, isBack: isBack)
        let smallest = try #require(each.min())
        if field == "text" { #expect(Set(each).count > 1, "\(each)") }
        #expect(one == each.map { _ in smallest })
    }
}
