import Testing

@testable import Snapshots

@Suite("Snapshots")
struct SnapshotsTests {}
