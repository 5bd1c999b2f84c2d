extension SurveyTexts {
    /// The texts of both fronts, by their keys in the language files.
    package enum Key: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        /// The language's own name, as the switch shows it.
        case languageName = "language_name"
        /// Label of the switch.
        case language
        /// Title of the window.
        case pageTitle = "page_title"
        /// The question, where the study words none itself.
        case question
        /// The question of a check that asks for the left image.
        case checkLeft = "check_left"
        /// The question of a check that asks for the right image.
        case checkRight = "check_right"
        /// The question of a check that asks for the left image, where that stands above (page).
        case checkUpper = "check_upper"
        /// The question of a check that asks for the right image, where that stands below (page).
        case checkLower = "check_lower"
        /// The question of a check that asks for a grade.
        case checkGraded = "check_graded"
        /// Heading of the consent.
        case consentTitle = "consent_title"
        /// What taking part means.
        case consentText = "consent_text"
        /// What is stored (page).
        case consentStored = "consent_stored"
        /// What is stored (terminal).
        case consentStoredTerminal = "consent_stored_terminal"
        /// That taking part is voluntary.
        case consentVoluntary = "consent_voluntary"
        /// Whom to ask; no language file needs it, since the study alone knows.
        case contact
        /// What may disturb in the images, before the consent and again at the start; no language file has it, since the study
        /// alone knows.
        case contentWarning = "content_warning"
        /// Which values of the link are stored, where some are (page).
        case consentKept = "consent_kept"
        /// Where answers go that a collector takes (page).
        case consentSent = "consent_sent"
        /// Where answers go (page).
        case consentPage = "consent_page"
        /// Where answers go (terminal).
        case consentTerminal = "consent_terminal"
        /// Answer to the consent.
        case agree
        /// The other answer to the consent.
        case decline
        /// After a refusal (page).
        case declined
        /// After a refusal (terminal).
        case declinedTerminal = "declined_terminal"
        /// That nothing about the person is asked, where the study has no questionnaires.
        case consentNotAsked = "consent_not_asked"
        /// That questions are asked besides the pairs, and their answers stored, where it has.
        case consentAsked = "consent_asked"
        /// The survey is not shown on this kind of device (page).
        case deviceRefused = "device_refused"
        /// Heading of the page that measures the screen (page).
        case calibrationTitle = "calibration_title"
        /// How a bank card measures the screen (page).
        case calibrationText = "calibration_text"
        /// How far to sit from the screen (page).
        case calibrationDistance = "calibration_distance"
        /// The slider that changes the frame (page).
        case calibrationLabel = "calibration_label"
        /// The frame is as large as the card (page).
        case calibrationFits = "calibration_fits"
        /// There is no card (page).
        case noCard = "no_card"
        /// Kinds of device, as ``deviceRefused`` lists them.
        case deviceDesktop = "device_desktop"
        case deviceTablet = "device_tablet"
        case devicePhone = "device_phone"
        /// Between the last two kinds of device.
        case deviceOr = "device_or"
        /// The window is smaller than the study admits (page).
        case windowSmall = "window_small"
        /// No seat is left (page).
        case full
        /// The answers screen the person out.
        case screenedOut = "screened_out"
        /// Heading of the questions before the first pair (page).
        case beforeTitle = "before_title"
        /// Heading of the questions after the last pair (page).
        case afterTitle = "after_title"
        /// That a question may be skipped.
        case optional
        /// That several answers can be chosen.
        case chooseSeveral = "choose_several"
        /// Skips a question that was answered (page).
        case noAnswer = "no_answer"
        /// A required answer is missing.
        case answerMissing = "answer_missing"
        /// The answer is no number that is taken.
        case numberFault = "number_fault"
        /// The answer is no whole number that is taken.
        case wholeFault = "whole_fault"
        /// Heading of the instructions.
        case instructionsTitle = "instructions_title"
        /// What to do.
        case instructions
        /// The same, where time is limited: nothing says that there is no hurry.
        case instructionsTimed = "instructions_timed"
        /// The same, where both images stand in one place.
        case instructionsFlip = "instructions_flip"
        /// That each pair has a text, where it does.
        case instructionsText = "instructions_text"
        /// That each pair has a reference image, where it does.
        case instructionsReference = "instructions_reference"
        /// The same, where answers have grades.
        case instructionsGraded = "instructions_graded"
        /// How long an answer may take, where that is limited.
        case instructionsLimit = "instructions_limit"
        /// How long the images are in view, where they are hidden before the answer.
        case instructionsExposure = "instructions_exposure"
        /// That both images can be enlarged (page).
        case instructionsEnlarge = "instructions_enlarge"
        /// How many questions there are about a pair, where there are several.
        case instructionsQuestions = "instructions_questions"
        /// That "no difference" is an answer, where it is.
        case instructionsTie = "instructions_tie"
        /// That the last answer can be taken back, where it can.
        case instructionsUndo = "instructions_undo"
        /// That pairs to practise on come first, where they do.
        case instructionsPractice = "instructions_practice"
        /// How to answer with a mouse or a finger (page).
        case pointerHint = "pointer_hint"
        /// How to answer with keys (page).
        case keysHint = "keys_hint"
        /// The keys of images that stand one above the other (page).
        case keysHintStacked = "keys_hint_stacked"
        /// How to answer with a mouse or a finger, where answers have grades (page).
        case pointerHintGraded = "pointer_hint_graded"
        /// The same with keys (page).
        case keysHintGraded = "keys_hint_graded"
        /// How to see the other image and to answer with a mouse or a finger, where both stand in one place (page).
        case pointerHintFlip = "pointer_hint_flip"
        /// The same with keys (page).
        case keysHintFlip = "keys_hint_flip"
        /// Switches keys of one character off (page).
        case lettersOff = "letters_off"
        /// Begins the trials.
        case start
        /// The left side, short.
        case left
        /// The right side, short.
        case right
        /// The left image, for screen readers.
        case leftImage = "left_image"
        /// The right image, for screen readers.
        case rightImage = "right_image"
        /// Button that shows the other image, where both stand in one place (page).
        case exchange
        /// Button that enlarges both images (page).
        case enlarge
        /// The left side, short, where it stands above (page).
        case upper
        /// The right side, short, where it stands below (page).
        case lower
        /// The upper image, for screen readers (page).
        case upperImage = "upper_image"
        /// The lower image, for screen readers (page).
        case lowerImage = "lower_image"
        /// The reference image, short.
        case reference
        /// The reference image, for screen readers (page).
        case referenceImage = "reference_image"
        /// The text above a pair, for screen readers (page).
        case contextText = "context_text"
        /// The window is too small for images as large as the study wants them (page).
        case imagesSmall = "images_small"
        /// Neither is better.
        case tie
        /// A grade: the left image is much better.
        case gradeLeftMuch = "grade_left_much"
        /// A grade: the left image is better.
        case gradeLeft = "grade_left"
        /// A grade: the left image is slightly better.
        case gradeLeftSlightly = "grade_left_slightly"
        /// A grade: the right image is slightly better.
        case gradeRightSlightly = "grade_right_slightly"
        /// A grade: the right image is better.
        case gradeRight = "grade_right"
        /// A grade: the right image is much better.
        case gradeRightMuch = "grade_right_much"
        /// Takes the last answer back.
        case undo
        /// Which trial of how many.
        case progress
        /// Which of how many pairs to practise on.
        case practiceProgress = "practice_progress"
        /// Which question of how many about the pair.
        case questionProgress = "question_progress"
        /// While images load.
        case loading
        /// While the seat's pairs load (page).
        case loadingSurvey = "loading_survey"
        /// Before answers are taken, where a least viewing time is set.
        case lookFirst = "look_first"
        /// Answers are taken when both images were in view, where both stand in one place.
        case flipFirst = "flip_first"
        /// When a session goes on.
        case resumed
        /// Heading after practice.
        case practiceOverTitle = "practice_over_title"
        /// That answers count from here on.
        case practiceOver = "practice_over"
        /// Heading of a break.
        case breakTitle = "break_title"
        /// How far the person came, and that they may rest.
        case breakText = "break_text"
        /// Reports an image.
        case reportImage = "report_image"
        /// Which image is reported?
        case reportWhich = "report_which"
        /// Reports none after all (page).
        case reportCancel = "report_cancel"
        /// After a report: the pair is still to be answered.
        case reported
        /// An image could not be shown, and the pair is left out (terminal).
        case imageFailed = "image_failed"
        /// An image could not be shown, and the pair comes again at the end.
        case imagePostponed = "image_postponed"
        /// An image could not be shown, and who goes on leaves the pair out (page).
        case imageLast = "image_last"
        /// The time of a pair is over; it comes again.
        case timeUp = "time_up"
        /// The time of a pair is over again; it is left out.
        case timeUpLast = "time_up_last"
        /// No images can be shown at the moment (page).
        case imagesStopped = "images_stopped"
        /// Goes on after a notice.
        case `continue`
        /// Stops at any pair (page).
        case stopHere = "stop_here"
        /// Heading after stopping (page).
        case stoppedTitle = "stopped_title"
        /// How far the person came, and that they need not go on (page).
        case stopped
        /// The browser keeps nothing.
        case noStorage = "no_storage"
        /// The same session is open elsewhere.
        case otherTab = "other_tab"
        /// Takes the session over.
        case goOnHere = "go_on_here"
        /// Asks whether the person is the one who began the survey in this browser: heading (page).
        case samePersonTitle = "same_person_title"
        /// How far somebody came in this browser, and when they began (page).
        case samePerson = "same_person"
        /// The same, where no pair was answered yet (page).
        case samePersonBegun = "same_person_begun"
        /// The person is that one (page).
        case samePersonYes = "same_person_yes"
        /// The person is another one (page).
        case samePersonNo = "same_person_no"
        /// The link began a session under another plan, which has not ended or whose answers nobody has (page).
        case otherPlan = "other_plan"
        /// The same, where another study is here now, or nobody can begin by the link (page).
        case earlierAnswers = "earlier_answers"
        /// Begins a session under the plan of this page all the same.
        case beginThis = "begin_this"
        /// The participant's id in the link can be none (page).
        case badParticipant = "bad_participant"
        /// The link has no participant's id, which the study needs (page).
        case missingParticipant = "missing_participant"
        /// The service that made the link did not fill in the participant's id (page).
        case unfilledLink = "unfilled_link"
        /// Goes to the page that the study sends people to (page).
        case leave
        /// The link names a seat that is not there.
        case unknownSeat = "unknown_seat"
        /// The link names another seat than the single one of the file (page).
        case otherSeat = "other_seat"
        /// The seat's pairs could not be loaded (page).
        case seatFailed = "seat_failed"
        /// Loads them again.
        case tryAgain = "try_again"
        /// A file of the page is missing.
        case incomplete
        /// JavaScript is switched off (page).
        case needsScript = "needs_script"
        /// Heading of the end.
        case thanksTitle = "thanks_title"
        /// Thanks.
        case thanks
        /// Thanks, where pairs could not be shown.
        case thanksFailed = "thanks_failed"
        /// The end, where pairs are left out and time is limited.
        case thanksLeft = "thanks_left"
        /// Ends the session, where a collector takes the answers (page).
        case finish
        /// That answers are on their way to the collector (page).
        case sending
        /// That the collector has all answers (page).
        case sent
        /// The same, where the session is still to be ended (page).
        case sentLast = "sent_last"
        /// That the collector cannot be reached (page).
        case sendWaits = "send_waits"
        /// That the collector refuses the answers, and trying again is of no use (page).
        case sendRefused = "send_refused"
        /// The code by which answers can be erased (page).
        case receipt
        /// What stands before the address by which the person goes on anywhere (page).
        case goOnLink = "go_on_link"
        /// What to do with the answer file (page).
        case handOver = "hand_over"
        /// The same, once it was saved or copied.
        case handedOver = "handed_over"
        /// What the answer file has (page).
        case fileContent = "file_content"
        /// That the answer file has nothing else about the person (page).
        case fileNotAsked = "file_not_asked"
        /// That it has answers to questionnaires, where the study has some (page).
        case fileAsked = "file_asked"
        /// Saves the answer file.
        case download
        /// After saving, with the name of the file.
        case saved
        /// The same where the page is in a sandbox that may forbid it, which no page can find out.
        case saveUnsure = "save_unsure"
        /// Hands the answers to another program of the device (page).
        case share
        /// After that.
        case shared
        /// Copies the answers.
        case copy
        /// After copying.
        case copied
        /// Copying was not allowed.
        case copyFailed = "copy_failed"
        /// Takes the last answer back, at the end.
        case undoLast = "undo_last"
        /// Opens the answers as text.
        case showAnswers = "show_answers"
        /// Begins a new session.
        case newPerson = "new_person"
        /// When to begin a new session.
        case newPersonHint = "new_person_hint"
        /// Keys of the consent (terminal).
        case terminalAgree = "terminal_agree"
        /// Key that begins the trials (terminal).
        case terminalStart = "terminal_start"
        /// Key that goes on after a break or practice (terminal).
        case terminalContinue = "terminal_continue"
        /// Keys of the answers (terminal).
        case terminalKeys = "terminal_keys"
        /// Key of "no difference" (terminal).
        case terminalKeysTie = "terminal_keys_tie"
        /// Key that shows the other image, where both stand in one place (terminal).
        case terminalKeysFlip = "terminal_keys_flip"
        /// Key that takes back (terminal).
        case terminalKeysUndo = "terminal_keys_undo"
        /// Key that reports an image (terminal).
        case terminalKeysReport = "terminal_keys_report"
        /// Keys that say which image is reported (terminal).
        case terminalReportKeys = "terminal_report_keys"
        /// Key that stops (terminal).
        case terminalKeysQuit = "terminal_keys_quit"
        /// Keys that choose one answer (terminal).
        case terminalChoice = "terminal_choice"
        /// Keys that choose several answers (terminal).
        case terminalChoices = "terminal_choices"
        /// How an answer is typed (terminal).
        case terminalEntry = "terminal_entry"
        /// Key that goes back to the question before (terminal).
        case terminalBack = "terminal_back"
        /// The window is too small (terminal).
        case terminalSmall = "terminal_small"
        /// After stopping; the command that goes on follows (terminal).
        case terminalStopped = "terminal_stopped"
        /// No images can be shown at the moment; the command that goes on follows (terminal).
        case terminalImagesStopped = "terminal_images_stopped"
        /// That all is stored (terminal).
        case terminalThanks = "terminal_thanks"
        /// How to leave at the end (terminal).
        case terminalClose = "terminal_close"
        /// Keys that read on in a page that is longer than the terminal (terminal).
        case terminalMore = "terminal_more"
        /// While another program keeps an answer from being stored (terminal).
        case terminalWaiting = "terminal_waiting"
        /// The last answer could not be stored (terminal).
        case terminalNotStored = "terminal_not_stored"
        /// The session takes no more answers: it was erased, or ended elsewhere (terminal).
        case terminalClosed = "terminal_closed"
    }
}
