/// One step of a seat: what is asked at one place among the others.
///
/// A seat is a list of these, and each front shows one after the other. A kind of step that comes later is a case here; the
/// build then names each place that has to know it.
package enum SurveyItem: Sendable, Hashable {
    /// Two images: which is better?
    case pair(Trial)

    /// Position in the seat, from 1, by which events name it.
    package var number: Int {
        switch self {
        case .pair(let trial): trial.number
        }
    }

    /// The trial, where two images are shown.
    package var pair: Trial? {
        switch self {
        case .pair(let trial): trial
        }
    }
}
