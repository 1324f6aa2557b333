#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Seconds that the processor has worked for this process (`clock(3)`): what else the machine does makes no difference.
struct ProcessorClock {
    var now: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    func measure(_ body: () -> Void) -> Double {
        let start = now
        body()
        return now - start
    }
}
