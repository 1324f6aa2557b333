/// What became of one of Unicode's test files.
public struct ConformanceResult: Sendable {
    /// The cases that failed for one reason.
    public struct Failure: Sendable {
        /// The rule, as the file names it.
        public var rule: String
        /// Why it is so, where that is known.
        public var reason: String
        public var count: Int
        /// The first such line of the file.
        public var example: String
    }

    public var file: String
    /// The file's first line, which tells the version of Unicode.
    public var version = ""
    public var cases = 0
    public var passed = 0
    /// Cases whose levels have other numbers for the same directions and the same order.
    public var equivalent = 0
    /// Cases that ask for what capprint never does.
    public var skipped = 0
    /// In the order of their first appearance.
    public var failures: [Failure] = []

    public init(file: String) {
        self.file = file
    }

    mutating func fail(_ rule: String, because reason: String, _ example: some StringProtocol) {
        if let known = failures.firstIndex(where: { $0.rule == rule && $0.reason == reason }) {
            failures[known].count += 1
        } else {
            failures.append(Failure(rule: rule, reason: reason, count: 1, example: String(example)))
        }
    }
}
