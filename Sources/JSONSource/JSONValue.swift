/// A value of a JSON document (RFC 8259) and where it starts.
public struct JSONValue: Sendable {
    /// What the value is, members and elements in the order of the file, doubled names included.
    public enum Kind: Sendable {
        case object([Member])
        case array([JSONValue])
        case string(String)
        case number(Double)
        case bool(Bool)
        case null

        /// The kind in words that someone who has never read RFC 8259 understands.
        public var name: String {
            switch self {
            case .object: "an object { … }"
            case .array: "a list [ … ]"
            case .string: "text"
            case .number: "a number"
            case .bool(true): "true"
            case .bool(false): "false"
            case .null: "null"
            }
        }
    }

    /// A name and its value in an object.
    public struct Member: Sendable {
        public var name: String
        /// Where the name starts: line and column from 1.
        public var line: Int32
        /// In Unicode scalars.
        public var column: Int32
        public var value: JSONValue

        public init(name: String, line: Int32, column: Int32, value: JSONValue) {
            self.name = name
            self.line = line
            self.column = column
            self.value = value
        }

        /// The name as a value, for notes about it.
        public var namePlace: JSONValue { JSONValue(.string(name), line: line, column: column) }
    }

    public var kind: Kind
    /// From 1.
    public var line: Int32
    /// From 1, in Unicode scalars.
    public var column: Int32

    public init(_ kind: Kind, line: Int32, column: Int32) {
        self.kind = kind
        self.line = line
        self.column = column
    }
}
