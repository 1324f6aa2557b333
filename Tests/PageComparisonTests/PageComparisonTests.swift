import Testing

@testable import PageComparison

@Suite("PageComparison")
struct PageComparisonTests {}
