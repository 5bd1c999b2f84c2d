import Answers
import Study

extension AnswerFile {
    /// How the person of a session leaves, or has left, as what they answered on `seat` says: whoever fails two instructed checks
    /// by `failed_checks`, whoever has pairs left by `stopped`, whoever misses too many that could not be shown by `technical`.
    func outcome(on seat: Seat, of survey: SurveySettings) -> ExitReason {
        let state = SessionState(events, trials: Set(seat.trials.map(\.number)), rules: SessionRules(survey))
        let failed = seat.trials.count { trial in
            guard let side = trial.instructed else { return false }
            return state.votes.contains { $0.key.trial == trial.number && $0.value.choice != side }
        }
        if failed >= 2 { return .failedChecks }
        guard state.next == nil else { return .stopped }
        return state.isComplete ? .finished : .technical
    }
}
