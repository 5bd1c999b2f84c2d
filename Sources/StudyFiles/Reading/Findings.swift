/// What was found so far, and where in the text each value stands.
final class Findings {
    private let file: String
    private var positions: [KeyPlace: TextPosition] = [:]
    private var faulty: Set<KeyPlace> = []
    private(set) var all: [Finding] = []

    init(file: String) {
        self.file = file
    }

    /// The error of all findings; there must be one.
    var error: StudyFileError { StudyFileError(all) }

    /// Remembers where the value at `place` stands.
    func note(_ position: TextPosition?, at place: KeyPlace) {
        positions[place] = position
    }

    /// Adds a finding on the value at `place`, at `position` or else where that value (or what it is part of) stands.
    func add(_ position: TextPosition? = nil, at place: KeyPlace, _ message: String) {
        let position = position ?? nearestPosition(to: place)
        faulty.insert(place)
        all.append(
            Finding(file: file, line: position.line, column: position.column, key: place.description, message: message))
    }

    /// Whether nothing was found at `place` or inside it, so that checks against other values make sense.
    func isSound(_ place: KeyPlace) -> Bool {
        !faulty.contains { $0.isWithin(place) }
    }

    private func nearestPosition(to place: KeyPlace) -> TextPosition {
        var place: KeyPlace? = place
        while let here = place {
            if let position = positions[here] { return position }
            place = here.parent
        }
        return TextPosition(line: 1, column: 1)
    }
}
