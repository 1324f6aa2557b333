internal import Geometry

/// What is printed beside the cards on one side of a sheet.
public struct SheetWaste: Hashable, Sendable {
    /// Marks of a full sheet, in the page's coordinates. On each sheet all of them, so that a pile can be cut at once.
    public let marks: [Mark]
    /// Where the slug line goes; nil where none is wanted or none fits, see ``omissions``.
    public let slug: Slug?
    /// The ruler; nil where none is wanted or none fits, see ``omissions``.
    public let ruler: Ruler?
    /// What was wanted and has no room outside the cards.
    public let omissions: [Omission]

    init(_ layout: SheetLayout, printable: Rect, request: SheetRequest) {
        let surroundings = Surroundings(layout, printable: printable, request: request)
        marks = surroundings.marks
        (slug, ruler, omissions) = surroundings.fitted()
    }
}
