import Cutting
import Foundation
import Geometry
import Testing

@Suite("Contours of stickers")
struct ContourTests {
    /// Pixels of 300 to the inch.
    private static let pixel = 25.4 / 300
    private static let side = 480

    /// A picture of what is inside a signed distance in millimetres, with edges a pixel soft.
    private static func picture(_ inside: (Double, Double) -> Double) -> [UInt8] {
        (0..<side * side).map { index in
            let (x, y) = ((Double(index % side) + 0.5) * pixel, (Double(index / side) + 0.5) * pixel)
            return UInt8(min(max(0.5 + inside(x, y) / pixel, 0), 1) * 255)
        }
    }

    private static func trace(_ picture: [UInt8]) -> [CutPath] {
        let size = Length.mm(Double(side) * pixel)
        return Contour.trace(
            picture, columns: side, rows: side, over: Rect(x: .zero, y: .zero, width: size, height: size))
    }

    /// Places on a path in millimetres, close together, arcs followed.
    private static func places(_ path: CutPath) -> [(x: Double, y: Double)] {
        var places: [(x: Double, y: Double)] = []
        for (index, vertex) in path.vertices.enumerated() {
            let next = path.vertices[(index + 1) % path.vertices.count].point
            let (x, y) = (vertex.point.x.millimetres, vertex.point.y.millimetres)
            let (dx, dy) = (next.x.millimetres - x, next.y.millimetres - y)
            for step in 0..<16 {
                let share = Double(step) / 16
                guard vertex.bulge != 0 else {
                    places.append((x + dx * share, y + dy * share))
                    continue
                }
                // Through the centre, at (1 − b²) / 4b of the chord beside its middle.
                let aside = (1 - vertex.bulge * vertex.bulge) / (4 * vertex.bulge)
                let (cx, cy) = (x + dx / 2 - dy * aside, y + dy / 2 + dx * aside)
                let angle = 4 * atan(vertex.bulge) * share
                let (rx, ry) = (x - cx, y - cy)
                places.append((cx + rx * cos(angle) - ry * sin(angle), cy + rx * sin(angle) + ry * cos(angle)))
            }
        }
        return places
    }

    @Test("follow a disc to a few hundredths of a millimetre, in few arcs", arguments: [2.0, 7.5, 15.0])
    func disc(_ radius: Double) throws {
        let paths = Self.trace(
            Self.picture { radius - (($0 - 20) * ($0 - 20) + ($1 - 20.3) * ($1 - 20.3)).squareRoot() })
        #expect(paths.count == 1)
        let path = try #require(paths.first)
        #expect(path.isClosed)
        #expect(path.vertices.count <= 24)
        for place in Self.places(path) {
            let distance = ((place.x - 20) * (place.x - 20) + (place.y - 20.3) * (place.y - 20.3)).squareRoot()
            #expect(abs(distance - radius) < 0.05)
        }
    }

    @Test("keep large holes, and leave out specks that no blade cuts")
    func holes() {
        let paths = Self.trace(
            Self.picture { x, y in
                let center = ((x - 20) * (x - 20) + (y - 20) * (y - 20)).squareRoot()
                let speck = ((x - 38) * (x - 38) + (y - 38) * (y - 38)).squareRoot()
                return max(min(15 - center, center - 6), 0.5 - speck)
            })
        #expect(paths.count == 2)
        // Clockwise around, the other way within: the signed area tells.
        let areas = paths.map { path in
            let places = Self.places(path)
            return zip(places, places.dropFirst() + places.prefix(1)).reduce(0.0) {
                $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
            }
        }.sorted()
        #expect(abs(areas[0] + Double.pi * 36) < 1)
        #expect(abs(areas[1] - Double.pi * 225) < 2)
    }

    @Test("turn the corners of a square without leaving it by more than a blade's thickness")
    func square() throws {
        let paths = Self.trace(Self.picture { min(min($0 - 8, 32 - $0), min($1 - 8, 32 - $1)) })
        let path = try #require(paths.first)
        for place in Self.places(path) {
            let distance = min(min(place.x - 8, 32 - place.x), min(place.y - 8, 32 - place.y))
            #expect(abs(distance) < 0.15)
        }
    }

    @Test("of art that fills its picture close along the picture's edge")
    func full() throws {
        let paths = Self.trace([UInt8](repeating: 255, count: Self.side * Self.side))
        #expect(paths.count == 1)
        let places = Self.places(try #require(paths.first))
        #expect(places.allSatisfy { $0.x > -0.1 && $0.y > -0.1 })
    }

    @Test("are the same from the same picture")
    func deterministic() {
        let picture = Self.picture { x, y in 10 - abs(x - 20) - abs(y - 20) / 2 + sin(x) }
        #expect(Self.trace(picture) == Self.trace(picture))
    }
}
