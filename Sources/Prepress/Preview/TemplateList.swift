internal import CardLayout
public import Diagnostics

/// The templates at hand, for people.
public struct TemplateList: Sendable {
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var summary: String
    }

    public var entries: [Entry]
    /// Problems of templates that could not be read.
    public var diagnostics: [Diagnostic]

    public init(resources: Resources) {
        let library = TemplateLibrary(folders: resources.templateFolders)
        entries = []
        diagnostics = []
        for name in library.names {
            do {
                let template = try library.template(name)
                entries.append(
                    Entry(name: name, summary: template.summary))
            } catch {
                diagnostics += error.diagnostics
            }
        }
    }
}
