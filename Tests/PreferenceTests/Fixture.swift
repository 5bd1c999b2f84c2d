import Foundation
import Testing

/// The figures of a file in `Fixtures/`, from established programs.
func fixture<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}

/// Expects two numbers to agree to a relative difference, or to the same one of 1 for numbers below 1e-300.
func expectClose(
    _ found: Double, _ expected: Double, _ relative: Double, _ what: String = "",
    location: SourceLocation = #_sourceLocation
) {
    let difference = abs(found - expected) / max(abs(expected), 1e-300)
    #expect(difference <= relative, "\(what): \(found), expected \(expected)", sourceLocation: location)
}
