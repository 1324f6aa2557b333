/// Where in a file something stands: line and column count from 1, columns in Unicode scalars.
public struct Place: Hashable, Sendable {
    /// The file as its user named it.
    public var file: String
    public var line: Int?
    public var column: Int?

    public init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: CustomStringConvertible {
    /// `file:line:column`, as compilers write it, so that editors can jump there.
    public var description: String {
        [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    }
}
