/// Values made on worker tasks and handed over in order.
enum OrderedTasks {
    /// Makes `count` values, at most `workers` at a time and a window ahead of `body`, which gets them in order.
    ///
    /// Throws what `make` or `body` throws.
    static func run<Value: Sendable>(
        count: Int, workers: Int, _ make: @escaping @Sendable (Int) throws -> Value, _ body: (Value) throws -> Void
    ) async throws {
        let workers = min(workers, count)
        guard workers > 1 else {
            for index in 0..<count { try body(make(index)) }
            return
        }
        try await withThrowingTaskGroup(of: (index: Int, value: Value).self) { group in
            var waiting: [Int: Value] = [:]
            var (started, running, next) = (0, 0, 0)
            // As many at a time as there are workers, and not far ahead of the writer: memory is the window.
            func fill() {
                while running < workers, started < count, started - next < workers * 3 {
                    let index = started
                    started += 1
                    running += 1
                    group.addTask { (index, try make(index)) }
                }
            }
            fill()
            while next < count, let done = try await group.next() {
                running -= 1
                waiting[done.index] = done.value
                fill()
                while let value = waiting.removeValue(forKey: next) {
                    try body(value)
                    next += 1
                    fill()
                }
            }
        }
    }
}
