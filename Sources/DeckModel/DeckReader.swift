public import Diagnostics
import FileAccess
import JSONSource

/// Reads decks (deck format, version 1) and tells their author everything that is wrong with them in one run.
public enum DeckReader {
    /// A deck file longer than this is none: 1 GiB.
    private static let sizeLimit = 1 << 30

    /// Reads the deck at a path: of the deck file, or of the folder that holds `deck.json`.
    ///
    /// The deck comes back without what is wrong with it, so that later stages can report what they find; it is nil where nothing of it can be told.
    public static func read(path: String) -> (deck: Deck?, diagnostics: [Diagnostic]) {
        switch DeckLocation.file(for: path) {
        case .failure(let error): return (nil, error.diagnostics)
        case .success(let file):
            do throws(FileError) {
                let bytes = try Files.read(file, limit: sizeLimit)
                return read(bytes: bytes, file: file, folder: Paths.folder(of: file))
            } catch {
                return (nil, [Diagnostic(.missingInput, at: Place(file: file), error.description)])
            }
        }
    }

    /// Reads a deck from the bytes of its file. `file` names it in messages; paths are relative to `folder`.
    public static func read(
        bytes: [UInt8], file: String, folder: String
    ) -> (deck: Deck?, diagnostics: [Diagnostic]) {
        var builder = DeckBuilder(file: file, folder: folder)
        do throws(DiagnosticError) {
            let top = try JSONParser.parse(bytes, file: file, streaming: "cards") { builder.add($0) }
            let deck = builder.finish(top)
            return (deck, sorted(builder.diagnostics))
        } catch {
            return (nil, sorted(builder.diagnostics + error.diagnostics))
        }
    }

    /// In the order of the file, whatever the order in which things were checked.
    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func key(_ index: Int) -> (Int, Int, Int) {
            (diagnostics[index].place?.line ?? 0, diagnostics[index].place?.column ?? 0, index)
        }
        return diagnostics.indices.sorted { key($0) < key($1) }.map { diagnostics[$0] }
    }
}
