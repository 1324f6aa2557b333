// swift-tools-version: 6.2

import PackageDescription

/// Swift 6 language mode is the tools version's default; the rest makes imports and existentials say what they are.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A room of the program: a Swift target with the strict settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of a room, named alike.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// Other programs, run as children: git, and poppler for the pages of any PDF.
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
    name: "capprint",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "capprint", targets: ["capprint"]),
        .library(name: "Prepress", targets: ["Prepress"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Without the parts that need Foundation.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // C libraries
        system("CCairo", "cairo-ft", apt: "libcairo2-dev", brew: "cairo"),
        system("CDeflate", "libdeflate", apt: "libdeflate-dev", brew: "libdeflate"),
        system("CExif", "libexif", apt: "libexif-dev", brew: "libexif"),
        system("CHarfBuzz", "harfbuzz", apt: "libharfbuzz-dev", brew: "harfbuzz"),
        system("CHEIF", "libheif", apt: "libheif-dev", brew: "libheif"),
        system("CICU", "icu-uc", apt: "libicu-dev", brew: "icu4c"),
        system("CICUInternational", "icu-i18n", apt: "libicu-dev", brew: "icu4c"),
        system("CJPEG", "libjpeg", apt: "libjpeg62-turbo-dev", brew: "jpeg-turbo"),
        system("CLCMS", "lcms2", apt: "liblcms2-dev", brew: "little-cms2"),
        system("CQPDFLibrary", "libqpdf", apt: "libqpdf-dev", brew: "qpdf"),
        system("CQREncode", "libqrencode", apt: "libqrencode-dev", brew: "qrencode"),
        system("CRsvg", "librsvg-2.0", apt: "librsvg2-dev", brew: "librsvg"),
        system("CSPNG", "spng", apt: "libspng-dev", brew: "libspng"),
        system("CWebP", "libwebp", apt: "libwebp-dev", brew: "webp"),
        system("CXXHash", "libxxhash", apt: "libxxhash-dev", brew: "xxhash"),
        .target(
            name: "CShims",
            dependencies: ["CICU", "CICUInternational", "CJPEG", "CLCMS", "CRsvg", "CExif", "CCairo"]),
        .target(name: "CQPDF", dependencies: ["CQPDFLibrary", "CDeflate", "CXXHash"]),

        // Bindings: the only rooms with C pointers
        room("FileAccess"),
        room("ICU", ["CShims"]),
        room("HarfBuzz", ["CHarfBuzz", "FileAccess"]),
        room("Cairo", ["CCairo"]),
        room("QPDF", ["CQPDF"]),
        room("Codecs", ["CDeflate", "CHEIF", "CSPNG", "CWebP", "CXXHash", "CShims"]),

        // Values that everyone may know
        room("Geometry"),
        room("Diagnostics"),
        room("JSONSource", ["Diagnostics"]),
        room("DisplayList", ["Geometry"]),

        // Stages
        room("DeckModel", ["Diagnostics", "JSONSource", "FileAccess"]),
        room("Fonts", ["Diagnostics", "DisplayList", "JSONSource", "FileAccess", "HarfBuzz", "ICU"]),
        room("Hyphenation", ["Diagnostics", "JSONSource", "FileAccess", "ICU"]),
        room("Typesetting", ["Geometry", "DisplayList", "Fonts", "HarfBuzz", "Hyphenation", "ICU"]),
        room("Artwork", ["Geometry", "DisplayList", "FileAccess", "Codecs"]),
        room("QRCode", ["Geometry", "DisplayList", "CQREncode"]),
        room(
            "CardLayout",
            [
                "Geometry", "Diagnostics", "JSONSource", "FileAccess", "DisplayList", "DeckModel", "Fonts",
                "Typesetting", "Artwork", "QRCode", "ICU",
            ]),
        room("Imposition", ["Geometry", "Diagnostics", "JSONSource", "DisplayList"]),
        room("Calibration", ["Geometry", "Diagnostics", "JSONSource", "Imposition"]),
        room("Cutting", ["Geometry", "DisplayList", "Imposition"]),
        room("Painting", ["Geometry", "DisplayList", "Cairo"]),
        room("Raster", ["Geometry", "DisplayList", "Painting", "Cairo"]),
        room("PDF", ["Geometry", "DisplayList", "Painting", "Cairo", "QPDF", "Codecs", "FileAccess"]),
        room("Snapshots", ["Geometry", "Diagnostics", "JSONSource", "FileAccess", "DisplayList"]),
        room("PageComparison", ["Geometry", "Diagnostics", "FileAccess", "QPDF", "Codecs", subprocess]),
        room(
            "Proofing", ["Diagnostics", "JSONSource"],
            resources: [.embedInCode("HTML/report.css"), .embedInCode("HTML/report.js")]),
        room(
            "Prepress",
            [
                "Geometry", "Diagnostics", "JSONSource", "FileAccess", "DisplayList", "DeckModel", "Fonts",
                "Hyphenation", "Typesetting", "Artwork", "Codecs", "CardLayout", "Imposition", "Calibration", "Cutting",
                "PDF",
                "Raster",
                "ICU", "HarfBuzz",
                "Snapshots", "PageComparison", "Proofing", subprocess,
            ]),
        .executableTarget(
            name: "capprint",
            dependencies: [
                "Prepress", "Calibration", "Diagnostics", "DisplayList", "Geometry", "FileAccess", "Imposition",
                "Cutting",
                "PageComparison",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Proofs: typesetting against Unicode's tests, HarfBuzz and Pango (Benchmarks/conformance); not installed
        .target(
            name: "TypesettingConformance",
            dependencies: ["CardLayout", "DisplayList", "FileAccess", "Fonts", "Geometry", "ICU", "Typesetting"],
            path: "Benchmarks/conformance/TypesettingConformance", swiftSettings: strict),
        .executableTarget(
            name: "TypesettingProbe",
            dependencies: [
                "CardLayout", "DisplayList", "FileAccess", "Fonts", "Geometry", "Hyphenation", "JSONSource",
                "Typesetting", "TypesettingConformance",
            ],
            path: "Benchmarks/conformance/TypesettingProbe", swiftSettings: strict),

        // References of the project's own, kept by the engine of capprint snapshot; for the tests, not installed
        .target(
            name: "ReferenceKeeping", dependencies: ["Snapshots", "Proofing", "Prepress", "Diagnostics", "FileAccess"],
            path: "Tests/ReferenceKeeping", swiftSettings: strict),

        // Tests, one target a room
        tests("Geometry", ["Geometry"]),
        tests("Diagnostics", ["Diagnostics"]),
        tests("JSONSource", ["JSONSource", "Diagnostics"]),
        tests("FileAccess", ["FileAccess"]),
        tests("DisplayList", ["DisplayList", "Geometry"]),
        tests("DeckModel", ["DeckModel", "Diagnostics", "FileAccess"]),
        tests("Fonts", ["Fonts", "DisplayList", "Diagnostics", "FileAccess", "HarfBuzz", "ICU"]),
        tests("Hyphenation", ["Hyphenation", "Diagnostics", "FileAccess"]),
        tests("Typesetting", ["Typesetting", "Fonts", "Hyphenation", "DisplayList", "Geometry", "FileAccess", "ICU"]),
        tests(
            "TypesettingConformance",
            ["TypesettingConformance", "CardLayout", "Typesetting", "Fonts", "DisplayList", "Geometry", "FileAccess"]),
        tests("Artwork", ["Artwork", "Codecs", "DisplayList", "Geometry", "FileAccess"]),
        tests("QRCode", ["QRCode", "DisplayList", "Geometry"]),
        tests(
            "CardLayout",
            [
                "CardLayout", "DeckModel", "Fonts", "Hyphenation", "Typesetting", "Artwork", "DisplayList", "Geometry",
                "Diagnostics", "FileAccess", "Snapshots", "ReferenceKeeping",
            ]),
        tests(
            "Imposition",
            ["Imposition", "DisplayList", "Geometry", "Diagnostics", "FileAccess", "Snapshots", "ReferenceKeeping"]),
        tests("Calibration", ["Calibration", "Imposition", "Geometry", "Diagnostics"]),
        tests("Cutting", ["Cutting", "Imposition", "DisplayList", "Geometry"]),
        tests("Painting", ["Painting", "Cairo", "DisplayList", "Geometry"]),
        tests(
            "PDF", ["PDF", "QRCode", "DisplayList", "Geometry", "QPDF", "FileAccess", "CHarfBuzz"]),
        tests("Raster", ["Raster", "DisplayList", "Geometry"]),
        tests("Snapshots", ["Snapshots", "DisplayList", "Geometry", "Diagnostics"]),
        tests("PageComparison", ["PageComparison", "FileAccess", "QPDF", "Geometry", "Diagnostics"]),
        tests("Proofing", ["Proofing", "Diagnostics", "FileAccess"]),
        tests("Prepress", ["Prepress", "DisplayList", "Proofing", "DeckModel", "PDF", "Codecs", "FileAccess"]),
        tests("Command", ["capprint", "ReferenceKeeping"]),
    ]
)
