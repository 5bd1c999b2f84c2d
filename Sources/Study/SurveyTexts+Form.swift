extension SurveyTexts.Key {
    /// Names of the placeholders that the text must have.
    package var placeholders: Set<String> {
        switch self {
        case .consentText: ["total"]
        case .consentKept: ["names"]
        case .receipt: ["code"]
        case .leave: ["host"]
        case .calibrationDistance: ["distance"]
        case .checkGraded: ["grade"]
        case .deviceRefused: ["devices"]
        case .windowSmall: ["width", "height"]
        case .numberFault, .wholeFault: ["least", "most"]
        case .progress, .practiceProgress, .breakText, .questionProgress: ["n", "total"]
        case .instructionsPractice: ["n"]
        case .instructionsQuestions: ["questions"]
        case .instructionsLimit, .instructionsExposure: ["seconds"]
        case .resumed, .imageFailed, .imagePostponed, .imageLast, .timeUp, .timeUpLast, .otherPlan,
            .earlierAnswers:
            ["n"]
        case .stopped: ["n", "total"]
        case .samePerson: ["n", "total", "time"]
        case .samePersonBegun: ["time"]
        case .saved, .saveUnsure: ["file"]
        case .unknownSeat: ["seat", "seats"]
        case .otherSeat: ["seat", "only"]
        case .thanksFailed, .thanksLeft: ["failed", "total"]
        case .terminalSmall: ["columns", "rows"]
        default: []
        }
    }

    /// Whether a language file may leave it out.
    package var isOptional: Bool { self == .contact || self == .contentWarning }

    /// Whether it is ``Prose``, written in Markdown; any other is one line as it stands.
    package var isProse: Bool {
        switch self {
        case .consentText, .consentStored, .consentStoredTerminal, .consentVoluntary, .consentKept, .contact,
            .consentAsked, .consentNotAsked, .deviceRefused, .windowSmall, .screenedOut,
            .fileAsked, .fileNotAsked, .consentPage,
            .instructionsTimed, .instructionsFlip, .instructionsLimit, .instructionsExposure, .instructionsEnlarge,
            .keysHintFlip, .pointerHintFlip, .thanksLeft, .calibrationText, .calibrationDistance,
            .contentWarning, .instructionsPractice, .practiceOver, .breakText,
            .consentTerminal, .declined, .declinedTerminal, .instructions, .instructionsText,
            .instructionsReference, .instructionsGraded, .instructionsQuestions, .keysHintGraded, .pointerHintGraded,
            .instructionsTie,
            .instructionsUndo,
            .consentSent, .full, .sending, .sent, .sentLast, .sendWaits, .sendRefused, .receipt, .goOnLink,
            .keysHint, .keysHintStacked, .pointerHint, .stopped, .samePerson, .samePersonBegun, .thanks, .thanksFailed,
            .handOver,
            .handedOver, .fileContent,
            .saved, .saveUnsure, .shared,
            .newPersonHint:
            true
        default: false
        }
    }

    /// What a grade is called, -3 ... 3.
    package static func grade(_ grade: Int) -> Self {
        switch grade {
        case ..<(-2): .gradeLeftMuch
        case -2: .gradeLeft
        case -1: .gradeLeftSlightly
        case 0: .tie
        case 1: .gradeRightSlightly
        case 2: .gradeRight
        default: .gradeRightMuch
        }
    }
}
