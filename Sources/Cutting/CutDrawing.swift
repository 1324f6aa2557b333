public import Geometry

/// The lines for one sheet, in the coordinates of the page that shows its fronts.
public struct CutDrawing: Hashable, Sendable {
    public var sheet: Size
    public var paths: [CutLayer: [CutPath]]

    public init(sheet: Size, paths: [CutLayer: [CutPath]] = [:]) {
        self.sheet = sheet
        self.paths = paths
    }

    /// The layers that have lines, in their order.
    var layers: [(layer: CutLayer, paths: [CutPath])] {
        CutLayer.allCases.compactMap { layer in
            paths[layer].flatMap { $0.isEmpty ? nil : (layer, $0) }
        }
    }
}
