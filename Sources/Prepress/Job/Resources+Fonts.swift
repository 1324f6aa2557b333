internal import Diagnostics
internal import Fonts

extension Resources {
    /// The fonts of the folders. Throws `DiagnosticError`.
    func fontBook() throws(DiagnosticError) -> FontBook {
        guard let choice = fontChoice else {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, "there is no Fonts folder with a fonts.json",
                    hint: "run make setup, or name the folder with --fonts"))
        }
        return try FontBook(choiceFile: choice.file, overlays: choice.overlays, folders: fontFolders)
    }
}
