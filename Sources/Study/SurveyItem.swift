/// One step of a seat: what is asked at one place among the others.
///
/// A seat is a list of these, and each front shows one after the other. A kind of step that comes later is a case here; the
/// build then names each place that has to know it.
package enum SurveyItem: Sendable, Hashable {
    /// Two images: which is better?
    case pair(Trial)
    /// Two images to practise on, before all pairs: what is answered counts nowhere.
    case practice(Trial)

    /// Position in the seat, from 1, by which events name it.
    package var number: Int { shown.number }

    /// The trial, where what is answered is a vote.
    package var pair: Trial? {
        switch self {
        case .pair(let trial): trial
        case .practice: nil
        }
    }

    /// The images that are shown, whatever becomes of the answer.
    package var shown: Trial {
        switch self {
        case .pair(let trial), .practice(let trial): trial
        }
    }
}
