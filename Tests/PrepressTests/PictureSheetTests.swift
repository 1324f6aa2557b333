import Codecs
import Foundation
import Testing

@testable import Prepress
@testable import Proofing

@Suite("The picture sheet")
struct PictureSheetTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The fonts of the checkout, wherever the tests run.
    private let resources = Resources(
        fonts: [root.appending(path: "Fonts").path, root.appending(path: "Fonts/debian").path])

    /// A PNG file of one colour.
    private func png(_ width: Int, _ height: Int, _ color: [UInt8]) -> [UInt8] {
        let row: [UInt8] = [0] + Array(repeating: color + [255], count: width).joined()
        func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
            let body = Array(name.utf8) + bytes
            var sum: UInt32 = 0xFFFF_FFFF
            for byte in body {
                sum ^= UInt32(byte)
                for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
            }
            return number(bytes.count) + body + number(Int(~sum))
        }
        func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", number(width) + number(height) + [8, 6, 0, 0, 0])
            + chunk("IDAT", Deflate.compress(Array(Array(repeating: row, count: height).joined()))) + chunk("IEND", [])
    }

    private func report(_ items: [ProofItem]) -> ProofReport {
        ProofReport(
            title: "snapshot of kitchen", oldName: "reference", newName: "deck", items: items,
            same: (1...9).map(String.init),
            noun: "card", notes: [], acceptCommand: nil)
    }

    private func changed(_ name: String, _ pictures: [ProofItem.Pictures]) -> ProofItem {
        ProofItem(
            name: name, state: .changed,
            findings: [
                .init(side: "back", field: "words.ja.text", language: "ja", details: [("text", "text 珈琲 → コーヒー")])
            ], pictures: pictures)
    }

    private func image(_ bytes: [UInt8]) throws -> Bitmap { try ImageDecoder.decode(bytes, format: .png).bitmap }

    /// How many pixels have a colour.
    private func count(_ color: [UInt8], in image: Bitmap) -> Int {
        let pixels = image.pixels
        return stride(from: 0, to: pixels.count, by: 4).count {
            pixels[$0] == color[0] && pixels[$0 + 1] == color[1] && pixels[$0 + 2] == color[2]
        }
    }

    @Test("old, new and difference stand beside each other, at one scale")
    func three() throws {
        let (red, green, blue): ([UInt8], [UInt8], [UInt8]) = ([200, 0, 0], [0, 200, 0], [0, 0, 200])
        let pictures = ProofItem.Pictures(
            side: "back", old: png(63, 88, red), new: png(63, 44, green), difference: png(63, 88, blue), share: 0.5)
        let sheet = try image(PictureSheet.png(report([changed("cup", [pictures])]), resources: resources))
        let areas = [red, green, blue].map { count($0, in: sheet) }
        #expect(areas[0] > 40_000)
        #expect(abs(areas[0] - areas[2]) < areas[0] / 50)
        #expect(abs(areas[0] - areas[1] * 2) < areas[0] / 50)
    }

    @Test("words alone have a sheet too, and every name is written")
    func words() throws {
        let none = try image(PictureSheet.png(report([]), resources: resources))
        let one = try image(PictureSheet.png(report([changed("cup", [])]), resources: resources))
        #expect(one.height > none.height)
        #expect(
            try PictureSheet.png(report([changed("cup", [])]), resources: resources)
                != PictureSheet.png(report([changed("mug", [])]), resources: resources))
    }

    @Test("a deck that changed all over still gives a sheet that can be looked at")
    func many() throws {
        let picture = png(63, 88, [200, 0, 0])
        let items = (0..<60).map { number in
            changed("card-\(number)", [.init(side: "back", old: picture, new: picture, difference: picture, share: 1)])
        }
        let all = try #require(PNGSize.read(PictureSheet.png(report(items), resources: resources)))
        let shown = try #require(
            PNGSize.read(PictureSheet.png(report(Array(items.prefix(PictureSheet.limit))), resources: resources)))
        #expect(all.width < 1_700)
        #expect(all.height < 4_000)
        // One line more, which counts the others.
        #expect((20..<60).contains(all.height - shown.height))
    }

    @Test("the same report gives the same bytes")
    func same() throws {
        let report = report([
            changed("cup", [.init(side: "back", old: nil, new: png(63, 88, [9, 9, 9]), difference: nil, share: nil)])
        ])
        #expect(try PictureSheet.png(report, resources: resources) == PictureSheet.png(report, resources: resources))
    }
}
