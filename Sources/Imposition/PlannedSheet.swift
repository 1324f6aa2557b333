internal import Geometry

/// One sheet as it is printed any number of times: its places, and what stands in the waste around them.
public struct PlannedSheet: Hashable, Sendable {
    public let layout: SheetLayout
    public let front: SheetWaste
    /// Nil where sheets have no page for their back.
    public let back: SheetWaste?

    init(_ layout: SheetLayout, printable: Rect, request: SheetRequest) {
        self.layout = layout
        front = SheetWaste(layout, printable: printable, request: request)
        guard request.fold == nil, let axis = request.flip.axis(of: layout.sheetSize) else {
            back = nil
            return
        }
        var request = request
        if !request.hasMarksOnBacks { request.marks = .none }
        back = SheetWaste(layout.behind(axis, printable: printable), printable: printable, request: request)
    }

    public func waste(_ side: Side) -> SheetWaste { side == .back ? back ?? front : front }
}
