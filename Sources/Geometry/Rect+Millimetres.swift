extension Rect {
    /// From x, y, width and height in millimetres; nil for anything else, for what has no area, and for what no paper is large enough.
    public init?(millimetres numbers: [Double]) {
        // Also false for what is no number.
        guard numbers.count == 4, numbers.allSatisfy({ $0.magnitude <= 10_000 }), numbers[2] > 0, numbers[3] > 0 else {
            return nil
        }
        self.init(x: .mm(numbers[0]), y: .mm(numbers[1]), width: .mm(numbers[2]), height: .mm(numbers[3]))
    }

    /// From `10,20,30,5`.
    public init?(millimetres text: Substring) {
        self.init(
            millimetres: text.split(separator: ",", omittingEmptySubsequences: false).map {
                Double($0.trimmingPrefix { $0 == " " }) ?? .nan
            })
    }
}
