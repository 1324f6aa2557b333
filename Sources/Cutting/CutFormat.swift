/// The file formats of cut lines, known by the endings of their names.
public enum CutFormat: String, Hashable, Sendable, CaseIterable {
    /// SVG 1.1 in millimetres, layers as groups as Inkscape makes them.
    case svg
    /// DXF of AutoCAD R12, which every cutting program reads, in millimetres.
    case dxf

    /// The format of a file with this name; nil where its ending is neither.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }

    /// The file's bytes; `title` is what its reader is told it is.
    public func bytes(_ drawing: CutDrawing, title: String) -> [UInt8] {
        switch self {
        case .svg: SVGCutFile(drawing, title: title).bytes
        case .dxf: DXFCutFile(drawing, title: title).bytes
        }
    }
}
