/// What is wrong with a value by itself, before it is known where it stands.
struct Fault: Error, Equatable {
    var message: String
    var hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
