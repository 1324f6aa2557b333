/// How heavy letters are.
public enum FontWeight: String, Sendable, Hashable {
    case regular, bold
}
