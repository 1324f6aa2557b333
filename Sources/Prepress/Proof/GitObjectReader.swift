internal import Subprocess

/// Reads what `git cat-file --batch` writes: for each object a line with its name, kind and size, then its content.
struct GitObjectReader {
    private var source: SubprocessOutputSequence.Iterator
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ source: SubprocessOutputSequence) {
        self.source = source.makeAsyncIterator()
    }

    /// The next object's content; nil where it is not there.
    mutating func next() async throws -> [UInt8]? {
        var line: [UInt8] = []
        while let byte = try await take(1).first, byte != UInt8(ascii: "\n") { line.append(byte) }
        let words = line.split(separator: UInt8(ascii: " "))
        guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0 else { return nil }
        let content = try await take(size)
        // A line feed that is not the content's follows.
        guard content.count == size, try await take(1).count == 1 else { return nil }
        return Array(content)
    }

    private mutating func take(_ count: Int) async throws -> ArraySlice<UInt8> {
        while buffer.count - position < count {
            guard let part = try await source.next() else { break }
            buffer.removeFirst(position)
            position = 0
            part.withUnsafeBytes { buffer += $0 }
        }
        let end = min(buffer.count, position + count)
        defer { position = end }
        return buffer[position..<end]
    }
}
