import CardLayout
import DisplayList
import Geometry
import Testing

@Suite("Backs: each card's own, one for all, none")
struct BacksTests {
    private static let cup = #"{"id": "cup", "kind": "noun", "words": {"en": "cup"}, "sticker": "stickers/teacup.svg"}"#
    private static let run = #"{"id": "run", "kind": "verb", "words": {"en": "run"}}"#

    @Test("a shared back tells nothing of the card, and names the deck")
    func shared() throws {
        let cup = try Room.faces(Self.cup, template: "memory")
        let run = try Room.faces(Self.run, template: "memory")
        #expect(cup.diagnostics.isEmpty && run.diagnostics.isEmpty)
        #expect(cup.front.frame != run.front.frame)
        let back = try #require(cup.back)
        #expect(back.frame == run.back?.frame)
        #expect(back.texts.map(\.text) == ["test", "test"])
        #expect(back.codes.isEmpty && back.pictures.isEmpty)
    }

    @Test("a shared back has no up: turned round, its text lies where its text lies")
    func turned() throws {
        let back = try #require(try Room.faces(Self.cup, template: "memory").back)
        let size = back.frame.boxes.trim.size
        let boxes = back.texts.map(\.box)
        #expect(boxes.count == 2)
        #expect(boxes[0].minX.isClose(to: size.width - boxes[1].maxX))
        #expect(boxes[0].minY.isClose(to: size.height - boxes[1].maxY))
        #expect(boxes[0].maxY < size.height / 2)
    }

    @Test("cards without backs have a front alone, whatever the template extends")
    func none() throws {
        let folder = try Room.Folder()
        let file = try folder.write("fronts.json", #"{"extends": "classic", "backs": "none"}"#)
        let template = try Room.library.template(file)
        #expect(template.backs == .none && template.back.isEmpty && !template.front.isEmpty)
        let faces = try Room.faces(Self.cup, template: file)
        #expect(faces.back == nil && faces.sides.map(\.name) == ["front"])
        #expect(faces.diagnostics.isEmpty)
    }
}
