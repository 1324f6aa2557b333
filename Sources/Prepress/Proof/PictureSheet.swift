internal import Diagnostics
internal import DisplayList
internal import FileAccess
internal import Fonts
internal import Geometry
public import Proofing
internal import Raster
internal import Typesetting

/// What differs as one picture for a comment in a pull request: old, new and difference of each side, two sides in a row, with names.
public enum PictureSheet {
    /// How many sides are shown; the others are counted.
    static let limit = 16
    /// Two rows of three pictures are as wide as a comment at twice its pixels.
    static let dpi = 108.0

    /// The sheet as a PNG file. Throws `DiagnosticError` where there are no fonts, what `FontBook` and the renderer throw,
    /// and `CodecError` where a picture of the report is none.
    public static func png(_ report: ProofReport, resources: Resources) throws -> [UInt8] {
        guard let choice = Resources.file("fonts.json", in: resources.fontFolders) else {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, "there is no Fonts folder with a fonts.json, and the picture sheet has names in it",
                    hint: "run make setup, or name the folder with --fonts"))
        }
        let book = try FontBook(choiceFile: choice, folders: resources.fontFolders)
        let layout = PictureSheetLayout(report, Typesetter(fonts: book), limit: limit)
        return try FrameRenderer.png(
            layout.frame, dpi: dpi, area: .trim, pictures: SheetPixels(files: layout.files), background: .white)
    }
}
