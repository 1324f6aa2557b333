import DisplayList
import FileAccess
import Foundation
import Testing

@testable import Prepress

@Suite("How glyphs look")
struct FontShapesTests {
    @Test("the instances of a variable font look each their own way")
    func instances() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let file = "\(folder)/boxes.ttf"
        try Data(VariableFont.bytes()).write(to: URL(filePath: file))
        let shapes = FontShapes()
        func outline(_ weight: Double?) throws -> UInt64 {
            let variations = weight.map { [FontReference.Variation(tag: "wght", value: $0)] } ?? []
            return try shapes.outline(
                of: 1, in: FontReference(file: file, index: 0, name: "Boxes", contentHash: "1", variations: variations))
        }
        #expect(try outline(nil) != 0)
        #expect(try outline(400) == outline(nil))
        #expect(try outline(900) != outline(400))
    }

    @Test("a point that a font has on a straight line is not to be seen, wherever it stands there")
    func pointsOnLines() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        // The stem of the k of Andika goes up in six steps; each is told from the one before.
        let steps: [UInt8] = [0x79, 0x01, 0x11, 0x01, 0x10, 0xF1, 0xB4, 0x2B, 0xA1, 0xF5]
        let fonts = Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath))) + "/Fonts/debian"
        let font = Array(try Data(contentsOf: URL(filePath: "\(fonts)/Andika-Regular.ttf")))
        let place = try #require(font.firstRange(of: steps)?.lowerBound)
        func outline(_ changed: [Int: UInt8]) throws -> UInt64 {
            var bytes = font
            for (offset, byte) in changed { bytes[place + offset] = byte }
            let file = "\(folder)/\(changed.count).ttf"
            try Data(bytes).write(to: URL(filePath: file))
            return try FontShapes().outline(
                of: 78, in: FontReference(file: file, index: 0, name: "Andika", contentHash: "1"))
        }
        let whole = try outline([:])
        // The third point six units higher, and the way to the fourth so much shorter.
        #expect(try outline([2: 0x17, 4: 0x0A]) == whole)
        // The way to the last shorter: the corner stands lower.
        #expect(try outline([9: 0xE5]) != whole)
    }
}
