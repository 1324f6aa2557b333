import HarfBuzz
import Testing

@testable import Fonts

@Suite("Names of faces in a choice file")
struct FaceNameTests {
    @Test func `are read`() throws {
        #expect(FaceName("a.ttf") == FaceName(file: "a.ttf", index: 0))
        #expect(FaceName("a b[wght].TTC#12") == FaceName(file: "a b[wght].TTC", index: 12))
        #expect(FaceName("a.otc#1@Semi Bold")?.place == .instance("Semi Bold"))
        #expect(FaceName("a.otc#1@Semi Bold")?.index == 1)
        #expect(
            FaceName("a.otf@wght=650.5,opsz=9")?.place
                == .axes([
                    VariationAxis.Setting(tag: "wght", value: 650.5), VariationAxis.Setting(tag: "opsz", value: 9),
                ]))
    }

    @Test(
        arguments: [
            "", ".ttf", "a", "a.woff", "../a.ttf", "a.ttf#", "a.ttf#-1", "a.ttf#1000", "a.ttf@", "a.ttf@wght=",
            "a.ttf@wgt=1", "a.ttf@wght=1,", "a.ttf@wght=nan", "a.ttf@wght=1=2",
        ])
    func `are refused`(text: String) {
        #expect(FaceName(text) == nil)
    }

    @Test(
        "SHA-256 as in FIPS 180-4 and by sha256sum",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ])
    func hash(_ count: Int, _ digest: String) {
        #expect([UInt8](repeating: 0x61, count: count).withUnsafeBytes(SHA256.digest) == digest)
    }
}
