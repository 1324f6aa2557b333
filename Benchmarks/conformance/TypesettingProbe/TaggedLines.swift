/// Lines of standard input: a language's tag, a tab, a text.
enum TaggedLines {
    static func read() -> [(language: String, text: String)] {
        var lines: [(language: String, text: String)] = []
        while let line = readLine() {
            let parts = line.split(separator: "\t", maxSplits: 1)
            if parts.count == 2 { lines.append((String(parts[0]), String(parts[1]))) }
        }
        return lines
    }
}
