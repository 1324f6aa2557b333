import ArgumentParser
import Diagnostics
import FileAccess

/// A subcommand that is misspelt or does not come first arrives as the name of a deck.
enum Subcommands {
    /// Throws `ValidationError` for a word that is no file and looks like a subcommand, before anything is printed.
    static func refuse(amongDecks words: [String]) throws {
        let names = Capprint.configuration.subcommands.map { $0._commandName }
        let nested = Capprint.configuration.subcommands.flatMap { parent in
            parent.configuration.subcommands.map { (parent: parent._commandName, name: $0._commandName) }
        }
        for word in words where !word.contains("/") && !word.contains(".") && FileStatus(path: word) == nil {
            if let (parent, name) = nested.first(where: { $0.name == word }) {
                throw ValidationError("'\(word)' belongs to \(parent): capprint \(parent) \(name) …")
            }
            if names.contains(word) { throw ValidationError("'\(word)' comes first: capprint \(word) …") }
            if let name = Suggestion.nearest(to: word, among: names) {
                throw ValidationError("'\(word)' is no deck and no subcommand. Did you mean 'capprint \(name)'?")
            }
        }
    }

    /// Throws `ValidationError` where what follows a subcommand that has some of its own, as `capprint snapshot`, is none of them.
    static func refuse(afterParent words: ArraySlice<String>) throws {
        guard let first = words.first, let word = words.dropFirst().first, !word.hasPrefix("-"), word != "help" else {
            return
        }
        var names: [String] = []
        for parent in Capprint.configuration.subcommands where parent._commandName == first {
            names = parent.configuration.subcommands.map { $0._commandName }
        }
        guard !names.isEmpty, !names.contains(word) else { return }
        guard let name = Suggestion.nearest(to: word, among: names) else {
            throw ValidationError(
                "'capprint \(first)' is followed by one of: \(names.joined(separator: ", ")); not by '\(word)'.")
        }
        throw ValidationError(
            "'\(word)' is no subcommand of \(first). Did you mean 'capprint \(first) \(name)'?")
    }
}
