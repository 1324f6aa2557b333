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
}
