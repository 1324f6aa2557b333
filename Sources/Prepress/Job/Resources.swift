internal import Diagnostics
internal import FileAccess

/// The folders where templates, papers, fonts and hyphenation patterns are looked for, in order of preference.
public struct Resources: Hashable, Sendable {
    public var templateFolders: [String]
    public var fontFolders: [String]
    /// How many of the font folders a user has named.
    private var ownFontFolders: Int
    public var hyphenationFolders: [String]

    /// Folders that a user names come first, then `CAPPRINT_HOME`, then the folders that belong to the program: those above the program's own file (a checkout) and `share/capprint` of its install prefix.
    public init(templates: [String] = [], fonts: [String] = []) {
        let homes = Resources.homes
        templateFolders = templates + homes.map { Paths.join($0, "Templates") }.filter(Resources.isFolder)
        ownFontFolders = fonts.count
        // What a user drops into Fonts/ comes before the pinned fonts below it.
        fontFolders =
            fonts
            + homes.flatMap { [Paths.join($0, "Fonts"), Paths.join($0, "Fonts/debian")] }
            .filter(Resources.isFolder)
        hyphenationFolders = homes.flatMap { [Paths.join($0, "Hyphenation"), Paths.join($0, "Hyphenation/debian")] }
            .filter(Resources.isFolder)
    }

    private static var homes: [String] {
        var homes: [String] = []
        if let home = Environment.value("CAPPRINT_HOME") { homes.append(home) }
        if let program = Environment.programPath {
            var folder = Paths.folder(of: program)
            homes.append(Paths.join(Paths.folder(of: folder), "share/capprint"))
            // .build/<triple>/<configuration>/capprint lies three folders below a checkout.
            for _ in 0..<5 where folder != "/" {
                homes.append(folder)
                folder = Paths.folder(of: folder)
            }
        }
        return homes.filter { isFolder(Paths.join($0, "Templates")) && isFolder(Paths.join($0, "Fonts")) }
    }

    private static func isFolder(_ path: String) -> Bool { FileStatus(path: path)?.kind == .folder }

    /// The font choice: the first file for all languages, and those that lie in folders of the user's, which come before it.
    /// Where there is none but a user's, that is the one for all languages.
    var fontChoice: (file: String, overlays: [String])? {
        func choices(_ folders: some Collection<String>) -> [String] {
            folders.compactMap { Resources.file("fonts.json", in: [$0]) }
        }
        var own = choices(fontFolders.prefix(ownFontFolders))
        if let base = choices(fontFolders.dropFirst(ownFontFolders)).first { return (base, own.filter { $0 != base }) }
        return own.popLast().map { ($0, own) }
    }

    /// The first file of that name in the folders.
    static func file(_ name: String, in folders: [String]) -> String? {
        folders.map { Paths.join($0, name) }.first { FileStatus(path: $0)?.kind == .file }
    }
}
