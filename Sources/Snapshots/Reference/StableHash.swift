/// A hash that is the same in every run and on every machine: a multiplication a number, mixed at the end as in MurmurHash3 (`fmix64`).
struct StableHash {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ value: UInt64) {
        state = (state ^ value) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }

    var value: UInt32 {
        var mixed = state
        mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return UInt32(truncatingIfNeeded: mixed ^ mixed >> 33)
    }
}
