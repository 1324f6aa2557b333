import Diagnostics

/// A piece of text and what is written small above it.
public struct RubyRun: Hashable, Sendable {
    public var base: String
    /// Nil for text that needs none.
    public var reading: String?

    public init(base: String, reading: String? = nil) {
        self.base = base
        self.reading = reading
    }
}

extension RubyRun {
    /// A character of the text as it is printed, and how many spaces stand before it.
    private struct Letter {
        var character: Character
        var spaces = ""
    }

    /// A bracket: the letters before it that no bracket had before, and its reading.
    private struct Bracket {
        var letters: Range<Int>
        var reading: String
    }

    /// The runs of a text whose readings stand in square brackets (deck format, `ruby`). Their bases add up to `text`.
    ///
    /// A bracket belongs to the unbroken run of ideographs before it. A space that the text itself lacks marks the base's start instead,
    /// and where no ideograph stands before the bracket, so does one that the text has.
    static func parse(_ ruby: String, text: String) throws(Fault) -> [RubyRun] {
        let (written, brackets) = try brackets(in: ruby)
        let (letters, trailing) = letters(of: text)
        guard written.map(\.character) == letters.map(\.character) else {
            throw Fault(
                "does not match the text: without brackets it is "
                    + "\(Quotation.quoted(String(written.map(\.character)))), the text is \(Quotation.quoted(text))",
                hint: "write the text again and put each reading in [ ] behind its base")
        }
        var runs: [RubyRun] = []
        func append(_ range: Range<Int>, _ reading: String?) {
            for (offset, letter) in letters[range].enumerated() {
                if reading == nil {
                    appendPlain(letter.spaces + String(letter.character))
                } else if offset == 0 {
                    appendPlain(letter.spaces)
                    runs.append(RubyRun(base: String(letter.character), reading: reading))
                } else {
                    runs[runs.count - 1].base += letter.spaces + String(letter.character)
                }
            }
        }
        func appendPlain(_ text: String) {
            guard !text.isEmpty else { return }
            if let last = runs.last, last.reading == nil {
                runs[runs.count - 1].base += text
            } else {
                runs.append(RubyRun(base: text))
            }
        }
        var end = 0
        for bracket in brackets {
            let start = try baseStart(of: bracket, written: written, letters: letters)
            append(end..<start, nil)
            append(start..<bracket.letters.upperBound, bracket.reading)
            end = bracket.letters.upperBound
        }
        append(end..<letters.count, nil)
        appendPlain(trailing)
        return runs
    }

    /// The letters that stand outside the brackets, and the brackets.
    private static func brackets(in ruby: String) throws(Fault) -> ([Letter], [Bracket]) {
        var letters: [Letter] = []
        var brackets: [Bracket] = []
        var spaces = ""
        var reading: String?
        var done = 0
        for character in ruby {
            switch (character, reading) {
            case ("[", nil): reading = ""
            case ("[", .some): throw Fault("has a '[' inside brackets", hint: "close the first bracket with ]")
            case ("]", nil): throw Fault("has a ']' without its '['", hint: "a reading stands in [ ] behind its base")
            case ("]", .some(let text)):
                guard !text.allSatisfy(\.isWhitespace) else {
                    throw Fault("has brackets with nothing in them", hint: "put the reading there, or remove them")
                }
                // A space right before a bracket leaves it without a base.
                brackets.append(
                    Bracket(letters: (spaces.isEmpty ? done : letters.count)..<letters.count, reading: text))
                done = letters.count
                reading = nil
            case (_, .some(let text)): reading = text + String(character)
            case (_, nil):
                if character.isWhitespace {
                    spaces.append(character)
                } else {
                    letters.append(Letter(character: character, spaces: spaces))
                    spaces = ""
                }
            }
        }
        guard reading == nil else { throw Fault("has a '[' without its ']'", hint: "close the bracket with ]") }
        return (letters, brackets)
    }

    private static func letters(of text: String) -> (letters: [Letter], trailing: String) {
        var letters: [Letter] = []
        var spaces = ""
        for character in text {
            if character.isWhitespace {
                spaces.append(character)
            } else {
                letters.append(Letter(character: character, spaces: spaces))
                spaces = ""
            }
        }
        return (letters, spaces)
    }

    /// The first letter of a bracket's base.
    private static func baseStart(of bracket: Bracket, written: [Letter], letters: [Letter]) throws(Fault) -> Int {
        let range = bracket.letters
        if let marked = range.last(where: { written[$0].spaces.count > letters[$0].spaces.count }) { return marked }
        let ideographs = range.reversed().prefix { isIdeograph(letters[$0].character) }
        if let first = unbroken(ideographs, letters) { return first }
        if let spaced = range.last(where: { !letters[$0].spaces.isEmpty }) { return spaced }
        let before = String(letters[range].map(\.character))
        throw Fault(
            "has a bracket without a base: no ideograph stands right before \(Quotation.quoted("[\(bracket.reading)]"))",
            hint: before.isEmpty
                ? "a reading stands right behind its base"
                : "put a space where its base starts, as in \(Quotation.quoted(" \(before)[\(bracket.reading)]"))")
    }

    /// The first of letters that are given from the last backwards, as far as no space parts them.
    private static func unbroken(_ backwards: some Sequence<Int>, _ letters: [Letter]) -> Int? {
        var first: Int?
        for index in backwards {
            first = index
            if !letters[index].spaces.isEmpty { break }
        }
        return first
    }

    /// Unicode's Ideographic property, and the marks that repeat an ideograph.
    private static func isIdeograph(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return scalar.properties.isIdeographic || scalar == "々" || scalar == "〻"
    }
}
