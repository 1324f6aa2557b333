import ArgumentParser
import FileAccess

/// A deck as it is named: a path, with a template of its own after an `@` if need be.
struct DeckArgument: ExpressibleByArgument {
    /// As it was written.
    let written: String
    let path: String
    let template: String?

    init(argument: String) {
        written = argument
        // A path that has an @ and is there means itself.
        if FileStatus(path: argument) == nil, let at = argument.lastIndex(of: "@"), at != argument.startIndex {
            let name = argument[argument.index(after: at)...]
            if !name.isEmpty {
                path = String(argument[..<at])
                template = String(name)
                return
            }
        }
        path = argument
        template = nil
    }
}
