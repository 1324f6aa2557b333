public import Calibration
public import Diagnostics
internal import FileAccess

/// The folder where a user's printers are kept, each as `NAME.json`.
public struct PrinterFolder: Hashable, Sendable {
    /// Nil where the system says of no place for settings.
    public var path: String?

    public init(path: String?) {
        self.path = path
    }

    /// The user's own: `capprint/printers` in `XDG_CONFIG_HOME` or `~/.config` (XDG Base Directory Specification), on macOS in `~/Library/Application Support`.
    public static var user: PrinterFolder {
        let home = Environment.value("HOME")
        #if os(macOS)
            let base = home.map { Paths.join($0, "Library/Application Support") }
        #else
            let base = Environment.value("XDG_CONFIG_HOME") ?? home.map { Paths.join($0, ".config") }
        #endif
        return PrinterFolder(path: base.map { Paths.join($0, "capprint/printers") })
    }

    /// The printers kept, sorted.
    public var names: [String] {
        guard let path, let files = try? Files.list(path) else { return [] }
        return files.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    }

    /// The name of a printer that is given by its name or the path of its profile.
    public static func name(of nameOrPath: String) -> String {
        let name = Paths.name(of: nameOrPath)
        return isPath(nameOrPath) && name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    }

    private static func isPath(_ text: String) -> Bool { text.contains("/") || text.hasSuffix(".json") }

    /// The file of a printer. Throws ``DiagnosticError`` for a name that cannot be a file's, or where there is no folder for it.
    public func file(of nameOrPath: String) throws(DiagnosticError) -> String {
        if Self.isPath(nameOrPath) { return nameOrPath }
        guard !nameOrPath.isEmpty, !nameOrPath.hasPrefix("."), nameOrPath.utf8.count <= 100,
            nameOrPath.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "a printer cannot be called \(Quotation.quoted(nameOrPath))",
                    hint: "choose a short name, such as kitchen-hp"))
        }
        guard let path else {
            throw DiagnosticError(
                Diagnostic(
                    .missingInput, "there is no folder for settings, because HOME is not set",
                    hint: "name a file instead: --printer ./\(nameOrPath).json"))
        }
        return Paths.join(path, "\(nameOrPath).json")
    }

    /// The profile of a printer. Throws ``DiagnosticError``: there is none, with the nearest name and those that there are, or what is wrong with its file.
    public func profile(_ nameOrPath: String) throws(DiagnosticError) -> PrinterProfile {
        let file = try file(of: nameOrPath)
        guard FileStatus(path: file)?.kind == .file else { throw DiagnosticError(missing(nameOrPath, file)) }
        return try Self.read(file)
    }

    /// The profile in a printer's file, or an empty one where there is no such file yet. Throws as ``profile(_:)``.
    func profileOrNew(_ nameOrPath: String) throws(DiagnosticError) -> PrinterProfile {
        let file = try file(of: nameOrPath)
        guard FileStatus(path: file) != nil else { return PrinterProfile(name: Self.name(of: nameOrPath)) }
        return try Self.read(file)
    }

    private static func read(_ file: String) throws(DiagnosticError) -> PrinterProfile {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try Files.read(file, limit: 1_000_000)
        } catch {
            throw DiagnosticError(Diagnostic(.missingInput, "\(error)"))
        }
        return try PrinterProfile(file: file, bytes: bytes)
    }

    private func missing(_ nameOrPath: String, _ file: String) -> Diagnostic {
        let measure = "to measure one: capprint calibrate --printer \(nameOrPath)"
        if Self.isPath(nameOrPath) {
            return Diagnostic(.missingInput, "there is no printer profile '\(nameOrPath)'", hint: measure)
        }
        let names = names
        let known = names.isEmpty ? nil : "there are \(names.joined(separator: ", "))"
        let guess = Suggestion.hint(for: nameOrPath, among: names)
        return Diagnostic(
            .missingInput, "there is no printer \(Quotation.quoted(nameOrPath)) in \(Paths.folder(of: file))",
            hint: [guess, known.map { "\($0);" }, measure].compactMap { $0 }.joined(separator: " "))
    }
}
