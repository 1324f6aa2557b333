import Testing

@testable import Proofing

@Suite("Proofing")
struct ProofingTests {}
