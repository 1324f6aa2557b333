public import Diagnostics

/// Reads one JSON object's members by name and collects what is wrong with them.
///
/// Ask for each member that the object may have, then call ``finish(unknown:)``: names that nobody asked for are reported with the nearest that was.
/// Each problem is noted once, with line and column of the value or name that it is about.
public struct ObjectReader {
    /// The file as its user named it.
    public let file: String
    /// The card's id that diagnostics carry.
    public var card: String?
    /// The prefix of the members' field paths, such as `words.fr`.
    public let path: String
    /// Where the object stands.
    public let source: JSONValue
    /// Everything noted so far, here and in nested readers that have ended.
    public private(set) var diagnostics: [Diagnostic] = []

    private let members: [JSONValue.Member]
    private let isObject: Bool
    private var asked: [String] = []

    /// A reader of the value. One that is no object is noted as such and has no members.
    public init(_ value: JSONValue, file: String, card: String? = nil, path: String = "") {
        self.file = file
        self.card = card
        self.path = path
        source = value
        if case .object(let members) = value.kind {
            self.members = members
            isObject = true
        } else {
            members = []
            isObject = false
            note(.error, at: value, path.isEmpty ? nil : path, "must be an object { … }, found \(value.kind.name)")
        }
    }

    // MARK: Notes

    /// Notes a problem with one of the object's members.
    public mutating func report(
        _ severity: Diagnostic.Severity = .error, at value: JSONValue, _ name: String?, _ message: String,
        hint: String? = nil
    ) {
        note(severity, at: value, field(name), message, hint: hint)
    }

    /// Notes a problem that was put together elsewhere.
    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// The place of a value in this file.
    public func place(_ value: JSONValue) -> Place {
        Place(file: file, line: Int(value.line), column: Int(value.column))
    }

    /// The field path of one of the object's members, or of the object itself.
    public func field(_ name: String?) -> String? {
        guard let name else { return path.isEmpty ? nil : path }
        return path.isEmpty ? name : "\(path).\(name)"
    }

    private mutating func note(
        _ severity: Diagnostic.Severity, at value: JSONValue, _ field: String?, _ message: String, hint: String? = nil
    ) {
        diagnostics.append(
            Diagnostic(severity, at: place(value), card: card, field: field, message, hint: hint))
    }

    // MARK: Members

    /// The member's value, whatever it is; the last where the name is doubled.
    public mutating func value(_ name: String, required: Bool = false) -> JSONValue? {
        asked.append(name)
        if let member = members.last(where: { $0.name == name }) { return member.value }
        if required, isObject {
            note(.error, at: source, field(nil), "the field '\(name)' is missing")
        }
        return nil
    }

    /// Text.
    public mutating func string(_ name: String, required: Bool = false) -> (String, JSONValue)? {
        guard let value = value(name, required: required) else { return nil }
        guard case .string(let text) = value.kind else { return wrongType(value, name, "text in double quotes") }
        return (text, value)
    }

    /// Text that is one of the words given.
    public mutating func choice(_ name: String, of words: [String], required: Bool = false) -> (String, JSONValue)? {
        guard let (text, value) = string(name, required: required) else { return nil }
        guard words.contains(text) else {
            let list = words.joined(separator: ", ")
            report(
                at: value, name, "\(Quotation.quoted(text)) is none of: \(list)",
                // Every single letter is near to every other.
                hint: text.count > 1 ? Suggestion.hint(for: text, among: words) : nil)
            return nil
        }
        return (text, value)
    }

    /// A number in a range.
    public mutating func number(
        _ name: String, in range: ClosedRange<Double>? = nil, required: Bool = false
    ) -> (Double, JSONValue)? {
        guard let value = value(name, required: required) else { return nil }
        guard case .number(let number) = value.kind else { return wrongType(value, name, "a number") }
        if let range, !range.contains(number) {
            report(
                at: value, name,
                "must be from \(text(range.lowerBound)) to \(text(range.upperBound)), found \(text(number))")
            return nil
        }
        return (number, value)
    }

    /// A whole number in a range.
    public mutating func integer(
        _ name: String, in range: ClosedRange<Int>, required: Bool = false
    ) -> (Int, JSONValue)? {
        guard let value = value(name, required: required) else { return nil }
        guard case .number(let number) = value.kind else { return wrongType(value, name, "a whole number") }
        guard let whole = Int(exactly: number) else {
            report(at: value, name, "must be a whole number, found \(text(number))")
            return nil
        }
        guard range.contains(whole) else {
            report(at: value, name, "must be from \(range.lowerBound) to \(range.upperBound), found \(whole)")
            return nil
        }
        return (whole, value)
    }

    /// `true` or `false`.
    public mutating func bool(_ name: String, required: Bool = false) -> (Bool, JSONValue)? {
        guard let value = value(name, required: required) else { return nil }
        guard case .bool(let bool) = value.kind else { return wrongType(value, name, "true or false") }
        return (bool, value)
    }

    /// A list, whatever its elements.
    public mutating func array(_ name: String, required: Bool = false) -> ([JSONValue], JSONValue)? {
        guard let value = value(name, required: required) else { return nil }
        guard case .array(let values) = value.kind else { return wrongType(value, name, "a list [ … ]") }
        return (values, value)
    }

    /// A list of texts; elements that are something else are noted and left out.
    public mutating func strings(_ name: String, required: Bool = false) -> ([(String, JSONValue)], JSONValue)? {
        guard let (values, list) = array(name, required: required) else { return nil }
        var strings: [(String, JSONValue)] = []
        for (index, value) in values.enumerated() {
            if case .string(let text) = value.kind {
                strings.append((text, value))
            } else {
                let _: Never? = wrongType(value, "\(name)[\(index)]", "text in double quotes")
            }
        }
        return (strings, list)
    }

    /// The members of an object whose names are free, such as language tags; doubled names are noted.
    public mutating func members(_ name: String, required: Bool = false) -> ([JSONValue.Member], JSONValue)? {
        guard let value = value(name, required: required) else { return nil }
        guard case .object(let members) = value.kind else { return wrongType(value, name, "an object { … }") }
        noteDoubled(members, field: field(name))
        return (members, value)
    }

    /// An object, given to `body` as a reader of its own; what that notes is noted here too. `body` finishes it.
    public mutating func object<Result>(
        _ name: String, required: Bool = false, _ body: (inout ObjectReader) -> Result
    ) -> Result? {
        guard let value = value(name, required: required) else { return nil }
        guard case .object = value.kind else { return wrongType(value, name, "an object { … }") }
        return nested(value, name, body)
    }

    /// A list of objects, each given to `body` as a reader of its own, with a path such as `name[0]`.
    public mutating func objects<Result>(
        _ name: String, required: Bool = false, _ body: (inout ObjectReader) -> Result
    ) -> [Result]? {
        guard let (values, _) = array(name, required: required) else { return nil }
        return values.enumerated().map { nested($1, "\(name)[\($0)]", body) }
    }

    /// A value below this object, read by a reader of its own; what that notes is noted here too.
    public mutating func nested<Result>(
        _ value: JSONValue, _ name: String, _ body: (inout ObjectReader) -> Result
    ) -> Result {
        var reader = ObjectReader(value, file: file, card: card, path: field(name) ?? "")
        let result = body(&reader)
        diagnostics += reader.diagnostics
        return result
    }

    /// Notes that a value is not what it has to be.
    public mutating func wrongType<Result>(_ value: JSONValue, _ name: String?, _ wanted: String) -> Result? {
        let hint: String? =
            if case .null = value.kind { "leave the field out where there is nothing to say" } else { nil }
        report(at: value, name, "must be \(wanted), found \(value.kind.name)", hint: hint)
        return nil
    }

    // MARK: The end

    /// Notes the members that nobody asked for, and doubled ones. Call it once, after the last question.
    public mutating func finish(unknown severity: Diagnostic.Severity = .warning) {
        for member in members where !asked.contains(member.name) {
            diagnostics.append(
                Diagnostic(
                    severity, at: Place(file: file, line: Int(member.line), column: Int(member.column)), card: card,
                    field: field(nil), "unknown field \(Quotation.quoted(member.name))",
                    hint: Suggestion.hint(for: member.name, among: asked)))
        }
        noteDoubled(members, field: field(nil))
    }

    private mutating func noteDoubled(_ members: [JSONValue.Member], field: String?) {
        var first: [String: Int32] = [:]
        first.reserveCapacity(members.count)
        for member in members {
            guard let line = first.updateValue(member.line, forKey: member.name) else { continue }
            first[member.name] = line
            diagnostics.append(
                Diagnostic(
                    .error, at: Place(file: file, line: Int(member.line), column: Int(member.column)), card: card,
                    field: field, "the field \(Quotation.quoted(member.name)) stands here twice",
                    hint: "it stands first in line \(line)"))
        }
    }

    private func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? number.description
    }
}
