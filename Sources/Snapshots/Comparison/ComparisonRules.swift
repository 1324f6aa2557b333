public import Diagnostics
public import Geometry

/// What a comparison passes over: small distances, fields and regions, for all cards and for single ones.
public struct ComparisonRules: Hashable, Sendable {
    /// Fields and elements as changes name them; `*` stands for any letters: `caption`, `words.*.reading`.
    public struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
        public var pattern: String
        /// Where the file has it.
        public var place: Place?

        public init(_ pattern: String, place: Place? = nil) {
            self.pattern = pattern
            self.place = place
        }

        public init(stringLiteral pattern: String) { self.init(pattern) }
    }

    /// A part of a side; what lies wholly in it is ignored.
    public struct Region: Hashable, Sendable {
        /// `front` or `back`; nil for both.
        public var side: String?
        /// In the face's coordinates.
        public var area: Rect
        /// Where the file has it.
        public var place: Place?

        public init(side: String?, area: Rect, place: Place? = nil) {
            self.side = side
            self.area = area
            self.place = place
        }

        func holds(_ box: Rect, on side: String) -> Bool {
            (self.side == nil || self.side == side) && area.contains(box)
        }
    }

    /// What holds for one card as well.
    public struct Exception: Hashable, Sendable {
        /// In place of the rules' own.
        public var tolerance: Length?
        /// Besides the rules' own.
        public var ignoredFields: [Field]
        public var ignoredRegions: [Region]
        /// Where the file has it.
        public var place: Place?

        public init(
            tolerance: Length? = nil, ignoredFields: [Field] = [], ignoredRegions: [Region] = [], place: Place? = nil
        ) {
            self.tolerance = tolerance
            self.ignoredFields = ignoredFields
            self.ignoredRegions = ignoredRegions
            self.place = place
        }
    }

    /// Places, extents and sizes of type (their em) that differ by no more are the same.
    public var tolerance: Length
    public var ignoredFields: [Field]
    public var ignoredRegions: [Region]
    /// By the card's id.
    public var exceptions: [String: Exception]

    /// The tolerance that holds unless another is asked for.
    public static let usualTolerance = Length.mm(0.05)

    public init(
        tolerance: Length = usualTolerance, ignoredFields: [Field] = [], ignoredRegions: [Region] = [],
        exceptions: [String: Exception] = [:]
    ) {
        self.tolerance = tolerance
        self.ignoredFields = ignoredFields
        self.ignoredRegions = ignoredRegions
        self.exceptions = exceptions
    }

    /// The rules with what one card has of its own.
    public func rules(for card: String) -> ComparisonRules {
        guard let exception = exceptions[card] else { return self }
        return ComparisonRules(
            tolerance: exception.tolerance ?? tolerance, ignoredFields: ignoredFields + exception.ignoredFields,
            ignoredRegions: ignoredRegions + exception.ignoredRegions)
    }

    func ignores(field: String) -> Bool {
        ignoredFields.contains { $0.matches(field) }
    }

    /// The parts of a side that are passed over, besides what holds for single cards.
    public func ignoredAreas(on side: String) -> [Rect] {
        ignoredRegions.filter { $0.side == nil || $0.side == side }.map(\.area)
    }

    func ignores(_ box: Rect, on side: String) -> Bool {
        ignoredRegions.contains { $0.holds(box, on: side) }
    }

}

extension ComparisonRules.Field {
    func matches(_ field: String) -> Bool { Self.matches(Array(pattern.utf8)[...], Array(field.utf8)[...]) }

    /// `*` stands for any number of any bytes.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (pattern, text) = (pattern, text)
        // Where to go on when a guess about the last star was wrong.
        var retry: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
        while let letter = text.first {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, text)
            } else if pattern.first == letter {
                pattern = pattern.dropFirst()
                text = text.dropFirst()
            } else if let last = retry {
                pattern = last.pattern
                text = last.text.dropFirst()
                retry = (pattern, text)
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
