import Answers
import Study

extension AnswerFile {
    /// How the person of a session leaves, or has left, as what they answered on `seat` says: whoever fails two instructed checks
    /// by `failed_checks`, whoever misses too many pairs that could not be shown by `technical`, whoever else has not answered enough by `stopped`:
    /// pairs are left, or their time passed.
    func outcome(on seat: Seat, of survey: SurveySettings) -> ExitReason {
        let state = SessionState(events, trials: Set(seat.trials.map(\.number)), rules: SessionRules(survey))
        let failed = seat.trials.count { trial in
            guard let side = trial.instructed else { return false }
            return state.votes.contains { $0.key.trial == trial.number && $0.value.choice != side }
        }
        if failed >= 2 { return .failedChecks }
        if state.isComplete { return .finished }
        return state.lacksImages ? .technical : .stopped
    }
}
