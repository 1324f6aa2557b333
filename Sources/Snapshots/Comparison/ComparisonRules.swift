public import Diagnostics
public import Geometry

/// What a comparison passes over: small distances, fields and regions, for all cards and for single ones.
public struct ComparisonRules: Hashable, Sendable {
    /// A part of a side; what lies wholly in it is ignored.
    public struct Region: Hashable, Sendable {
        /// `front` or `back`; nil for both.
        public var side: String?
        /// In the face's coordinates.
        public var area: Rect

        public init(side: String?, area: Rect) {
            self.side = side
            self.area = area
        }
    }

    /// What holds for one card as well.
    public struct Exception: Hashable, Sendable {
        /// In place of the rules' own.
        public var tolerance: Length?
        /// Besides the rules' own.
        public var ignoredFields: [String]
        public var ignoredRegions: [Region]
        /// Where the file has it.
        public var place: Place?

        public init(
            tolerance: Length? = nil, ignoredFields: [String] = [], ignoredRegions: [Region] = [], place: Place? = nil
        ) {
            self.tolerance = tolerance
            self.ignoredFields = ignoredFields
            self.ignoredRegions = ignoredRegions
            self.place = place
        }
    }

    /// Places, extents and sizes of type (their em) that differ by no more are the same.
    public var tolerance: Length
    /// Fields and elements as changes name them; `*` stands for any letters: `caption`, `words.*.reading`.
    public var ignoredFields: [String]
    public var ignoredRegions: [Region]
    /// By the card's id.
    public var exceptions: [String: Exception]

    /// The tolerance that holds unless another is asked for.
    public static let usualTolerance = Length.mm(0.05)

    public init(
        tolerance: Length = usualTolerance, ignoredFields: [String] = [], ignoredRegions: [Region] = [],
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
        ignoredFields.contains { Self.matches(Array($0.utf8)[...], Array(field.utf8)[...]) }
    }

    /// The parts of a side that are passed over, besides what holds for single cards.
    public func ignoredAreas(on side: String) -> [Rect] {
        ignoredRegions.filter { $0.side == nil || $0.side == side }.map(\.area)
    }

    func ignores(_ box: Rect, on side: String) -> Bool {
        ignoredRegions.contains { ($0.side == nil || $0.side == side) && $0.area.contains(box) }
    }

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
