/// A colour in sRGB (IEC 61966-2-1), components 0…1, opaque.
public struct Color: Hashable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double

    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A neutral grey: 0 black, 1 white. Printed with black ink alone.
    public static func gray(_ level: Double) -> Color { Color(red: level, green: level, blue: level) }

    public static let black = Color.gray(0)
    public static let white = Color.gray(1)

    /// The colour mixed with another: 0 this one, 1 the other, linear in the encoded components.
    public func mixed(with other: Color, _ share: Double) -> Color {
        Color(
            red: red + (other.red - red) * share, green: green + (other.green - green) * share,
            blue: blue + (other.blue - blue) * share)
    }

    /// Relative luminance, 0…1 (WCAG 2.2, "relative luminance").
    public var luminance: Double {
        func linear(_ value: Double) -> Double {
            value <= 0.04045 ? value / 12.92 : Color.power((value + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// x to the 2.4, by square roots: `pow` is not the same to the last bit on every system.
    private static func power(_ x: Double) -> Double {
        let fifth = Color.fifthRoot(x)
        return x * x * fifth * fifth
    }

    private static func fifthRoot(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        var root = 0.5 + x / 2
        for _ in 0..<40 {
            let fourth = root * root * root * root
            root = (4 * root + x / fourth) / 5
        }
        return root
    }

    /// Contrast ratio 1…21 with another colour (WCAG 2.2, "contrast ratio").
    public func contrast(with other: Color) -> Double {
        let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }
}
