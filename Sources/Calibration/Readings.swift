/// What a person read off a printed calibration sheet.
public struct Readings: Hashable, Sendable {
    /// The two readings of a place; nil where one could not be made out.
    public struct Pair: Hashable, Sendable {
        public var across: Double?
        public var down: Double?

        public init(across: Double? = nil, down: Double? = nil) {
            self.across = across
            self.down = down
        }

        public subscript(axis: ReadingScale.Axis) -> Double? {
            get { axis == .across ? across : down }
            set { if axis == .across { across = newValue } else { down = newValue } }
        }
    }

    /// By the places' letters, in millimetres on the scales.
    public var places: [String: Pair]
    /// How long the two long rulers are on paper, in millimetres; nil where nobody measured.
    public var ruler: Pair

    public init(places: [String: Pair] = [:], ruler: Pair = Pair()) {
        self.places = places
        self.ruler = ruler
    }
}
