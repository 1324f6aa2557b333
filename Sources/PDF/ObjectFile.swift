internal import Codecs
internal import FileAccess

/// A PDF file as it grows: objects in the order in which they come, the table of their places at the end (ISO 32000-2, 7.5).
///
/// Streams go to the file at once, other objects into object streams (7.5.7) of some hundred. Of each object eight bytes stay in memory: where it is.
final class ObjectFile {
    /// Where an object is: nowhere yet, at an offset, or in an object stream.
    private struct Place {
        private var bits: UInt64

        static let none = Place(bits: 0)

        static func offset(_ offset: Int) -> Place { Place(bits: UInt64(offset) << 2 | 1) }

        static func member(_ index: Int, of stream: Int) -> Place {
            Place(bits: UInt64(stream) << 32 | UInt64(index) << 2 | 2)
        }

        /// The fields of a cross-reference stream's row (7.5.8.3).
        var fields: (kind: UInt64, second: UInt64, third: UInt64) {
            switch bits & 3 {
            case 1: (1, bits >> 2, 0)
            case 2: (2, bits >> 32, (bits & 0xFFFF_FFFF) >> 2)
            // The head of the list of free objects, as which all others count too.
            default: (0, 0, 0)
            }
        }
    }

    private let stream: OutputStream
    private let hasher: ContentHasher
    /// By object number.
    private var places: [Place] = [.none]
    /// Objects that wait for their object stream, and where each begins.
    private var members: [(number: Int, start: Int)] = []
    private var text: [UInt8] = []

    private static let membersPerStream = 256

    /// Begins the file. Throws ``FileAccess/FileError``.
    init(path: String, version: String) throws {
        let hasher = try ContentHasher()
        self.hasher = hasher
        stream = try OutputStream(path: path) { hasher.add($0) }
        // Four bytes above 127 tell programs that move files that this one is no text (7.5.2).
        try stream.write(Array("%PDF-\(version)\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    }

    /// A new object's number; the object comes later.
    func reserve() -> Int {
        places.append(.none)
        return places.count - 1
    }

    /// Adds an object that is no stream, in PDF syntax. Throws ``FileAccess/FileError``.
    func add(_ object: [UInt8], as number: Int) throws {
        members.append((number, text.count))
        text += object
        text.append(0x0A)
        if members.count == Self.membersPerStream { try closeObjectStream() }
    }

    /// Adds an object that is no stream. Throws ``FileAccess/FileError``.
    func add(_ object: String, as number: Int) throws {
        try add(Array(object.utf8), as: number)
    }

    /// Adds a new object that is no stream; its number. Throws ``FileAccess/FileError``.
    func add(_ object: String) throws -> Int {
        let number = reserve()
        try add(object, as: number)
        return number
    }

    /// Adds a stream: its dictionary in PDF syntax, without the length, and its data as the dictionary says they are encoded. Throws
    /// ``FileAccess/FileError``.
    func add(dictionary: some StringProtocol, data: [UInt8], as number: Int) throws {
        places[number] = .offset(stream.count)
        // The length goes behind what the dictionary has.
        let entries = dictionary.hasSuffix(">>") ? dictionary.dropLast(2) : dictionary[...]
        try stream.write("\(number) 0 obj\n\(entries)/Length \(data.count) >>\nstream\n")
        try stream.write(data)
        try stream.write("\nendstream\nendobj\n")
    }

    /// Adds a new stream; its number. Throws ``FileAccess/FileError``.
    func add(dictionary: String, data: [UInt8]) throws -> Int {
        let number = reserve()
        try add(dictionary: dictionary, data: data, as: number)
        return number
    }

    private func closeObjectStream() throws {
        guard !members.isEmpty else { return }
        let number = reserve()
        for (index, member) in members.enumerated() { places[member.number] = .member(index, of: number) }
        let head = members.map { "\($0.number) \($0.start)" }.joined(separator: " ") + "\n"
        let plain = Array(head.utf8) + text
        try add(
            dictionary:
                "<< /Type /ObjStm /N \(members.count) /First \(head.utf8.count) /Filter /FlateDecode >>",
            data: Deflate.compress(plain, level: 6), as: number)
        members.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Ends the file with its cross-reference stream (7.5.8) and an identifier made from all that stands before. Throws ``FileAccess/FileError``.
    func finish(catalog: Int, information: Int) throws {
        try closeObjectStream()
        let number = reserve()
        let start = stream.count
        places[number] = .offset(start)
        // Wide enough for every offset and every number of an object stream; no object stream has more than 65,536 members.
        var width = 1
        while max(start, places.count) >> (8 * width) > 0 { width += 1 }
        let row = 1 + width + 2
        var rows: [UInt8] = []
        rows.reserveCapacity(places.count * (row + 1))
        var above = [UInt8](repeating: 0, count: row)
        for place in places {
            let (kind, second, third) = place.fields
            var here = [UInt8(kind)]
            for byte in (0..<width).reversed() { here.append(UInt8(truncatingIfNeeded: second >> (8 * UInt64(byte)))) }
            here += [UInt8(truncatingIfNeeded: third >> 8), UInt8(truncatingIfNeeded: third)]
            // Differences from the row above (7.4.4.4, PNG Up): most rows are like their neighbours.
            rows.append(2)
            for index in here.indices { rows.append(here[index] &- above[index]) }
            above = here
        }
        try stream.flush()
        let identifier = hasher.hash.text
        try add(
            dictionary: """
                << /Type /XRef /Size \(places.count) /W [1 \(width) 2] /Root \(catalog) 0 R /Info \(information) 0 R \
                /ID [<\(identifier)> <\(identifier)>] /Filter /FlateDecode \
                /DecodeParms << /Predictor 12 /Columns \(row) >> >>
                """, data: Deflate.compress(rows, level: 6), as: number)
        try stream.write("startxref\n\(start)\n%%EOF\n")
        try stream.flush()
    }
}
