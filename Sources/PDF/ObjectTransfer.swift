internal import QPDF

/// Carries objects over from a PDF that Cairo wrote, each once and under a new number, and all that they name.
final class ObjectTransfer {
    private let document: QPDFDocument
    private let file: ObjectFile
    /// The number of an object that stands for one that is in the file already; nil for all others.
    private let standIn: (Int) -> Int?
    private var numbers: [Int: Int] = [:]
    private var waiting: [Int] = []

    init(from document: QPDFDocument, into file: ObjectFile, standIn: @escaping (Int) -> Int? = { _ in nil }) {
        self.document = document
        self.file = file
        self.standIn = standIn
    }

    /// An object's number in the file; what is new is carried over with the next ``finish()``.
    func number(of object: Int) -> Int {
        if let known = numbers[object] { return known }
        let number: Int
        if let other = standIn(object) {
            document.forget(object)
            number = other
        } else {
            number = file.reserve()
            waiting.append(object)
        }
        numbers[object] = number
        return number
    }

    /// Carries over what was named so far. Throws ``QPDFError`` or ``FileAccess/FileError``.
    func finish() throws {
        var next = 0
        while next < waiting.count {
            let object = waiting[next]
            next += 1
            guard let number = numbers[object] else { continue }
            let (text, data) = try document.take(object, rename: number(of:))
            if let data {
                try file.add(dictionary: String(decoding: text, as: UTF8.self), data: data, as: number)
            } else {
                try file.add(text, as: number)
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
