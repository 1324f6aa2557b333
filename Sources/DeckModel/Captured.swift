/// When and where the scene was.
public struct Captured: Hashable, Sendable {
    public var date: CalendarDate?
    public var place: String?

    public init(date: CalendarDate? = nil, place: String? = nil) {
        self.date = date
        self.place = place
    }
}
