import Foundation

/// All of a plan but its seats, and a hash by which it holds them: what a plan's hash is taken of.
///
/// Its text is JSON in UTF-8 with sorted keys and no spaces, and is kept as it was hashed. The text of each seat
/// (``SeatText``) is hashed by itself, so that a seat can be read and compared without the others.
package struct PlanHead: Sendable, Codable, Hashable {
    /// What the text is: ``currentFormat``.
    package var format = Self.currentFormat
    /// The study's id.
    package var study: String
    /// Seed of pairs, orders and sides.
    package var seed: UInt64
    /// Wording and rules.
    package var survey: SurveySettings
    /// SHA-256 of the file of texts of each language that is offered.
    package var texts: [Language: String]
    /// The generations the images come from; seats name them by their places here.
    package var pools: [PoolGeneration]
    /// The seats.
    package var seats: Seats

    /// What the head says of the seats.
    package struct Seats: Sendable, Codable, Hashable {
        /// How many there are, numbered from 1.
        package var count: Int
        /// SHA-256 of the hashes of all seats in their order, each as ``PlanHead/line(ofSeat:)`` writes it.
        package var sha256: String
    }

    /// The format of plans that are frozen now.
    package static let currentFormat = "dotchi-plan-2"

    /// The head of `plan`.
    ///
    /// - Parameter seatsSHA256: the hash over the hashes of its seats.
    package init(of plan: SurveyPlan, seatsSHA256: String) {
        study = plan.study
        seed = plan.seed
        survey = plan.survey
        texts = plan.texts
        pools = plan.generations
        seats = Seats(count: plan.seats.count, sha256: seatsSHA256)
    }

    /// Reads the text of a head.
    ///
    /// - Returns: nil where it is none of this format.
    package init?(text: String) {
        guard let head = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)), head.format == Self.currentFormat
        else { return nil }
        self = head
    }

    /// The text: the same for the same head on every machine.
    package var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            preconditionFailure("a head holds only texts, whole numbers and lists, which JSON can say: \(error)")
        }
    }

    /// The plan of this head with these seats.
    package func plan(seats: [Seat]) -> SurveyPlan {
        SurveyPlan(study: study, seed: seed, survey: survey, texts: texts, generations: pools, seats: seats)
    }

    /// What the hash over all seats takes of one: its SHA-256 in lower-case hexadecimal, and a line feed.
    package static func line(ofSeat sha256: String) -> [UInt8] { Array("\(sha256)\n".utf8) }
}
