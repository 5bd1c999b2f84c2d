import Files
package import Foundation
import Pairing
package import Study

/// The static survey page of a frozen plan: a folder that works from any web server and from a disk.
///
/// Images carry opaque names, and nothing on the page says which method, condition or kind of trial they belong to; the
/// key stays in the study. Each seat is a file of its own, which a visitor's browser loads when the seat is known.
package struct SurveyPage: Sendable {
    /// What people are asked.
    package let plan: SurveyPlan
    /// SHA-256 of the frozen plan, 64 lower-case hexadecimal digits.
    package let planHash: String
    /// The languages offered; the first is the default.
    package let languages: [Language]
    /// Whether everything is put into index.html, the images as data URIs, instead of into files beside it.
    package let singleFile: Bool
    /// The only seat that the page carries; nil for all.
    package let seat: Int?
    /// Whether each seat has images under names of its own, so that no name is met in two seats.
    package let unlinked: Bool
    /// What participants read, by language.
    let texts: [Language: SurveyTexts]
    let names: ImageNames
    /// How many seats the plan has.
    private let seatCount: Int

    /// A page of a plan; of one seat, whose others need not be there.
    ///
    /// - Parameter texts: what participants read, in each language offered.
    /// - Parameter languages: those offered; nil offers all of the plan.
    /// - Throws: ``SurveyPageError`` where the plan has nothing to ask, or does not have the language or the seat.
    package init(
        plan frozen: FrozenPlan, texts: [Language: SurveyTexts], languages: [Language]? = nil, singleFile: Bool = false,
        seat: Int? = nil,
        unlinked: Bool = false
    ) throws(SurveyPageError) {
        let plan = frozen.plan
        let offered = plan.survey.languages
        if let other = languages?.first(where: { !offered.contains($0) }) {
            throw .languageNotOffered(other, offered: offered)
        }
        if let seat, !plan.seats.contains(where: { $0.number == seat }) {
            throw .noSuchSeat(seat, seats: frozen.seatCount)
        }
        guard plan.seats.contains(where: { !$0.items.isEmpty }) else { throw .nothingToAsk(study: plan.study) }
        self.plan = plan
        planHash = frozen.hash
        seatCount = frozen.seatCount
        names = ImageNames(plan: frozen)
        // A store may say that there are none.
        self.languages = languages ?? (offered.isEmpty ? [.english] : offered)
        precondition(self.languages.allSatisfy { texts[$0] != nil }, "there are texts in each language offered")
        self.texts = texts
        self.singleFile = singleFile
        self.seat = seat
        self.unlinked = unlinked
    }

    /// Writes the page: whole, or not at all. The files of earlier builds in the folder stay. A page takes no place
    /// of another study's page, nor the file of one seat that of a page with other seats, unless earlier builds go: people who
    /// come by the links of those would be asked something else, or could not go on.
    ///
    /// - Parameter folder: a new or empty folder, or one with an earlier page of dotchi.
    /// - Parameter templates: survey-templates/, with `page`.
    /// - Parameter discardEarlier: whether the files of earlier builds go.
    /// - Parameter plans: the hashes of all plans of the study, to know its pages by; nil looks at the study's id alone.
    /// - Parameter exchange: how two folders change places.
    /// - Parameter announce: told how large the page will be, before anything is written.
    /// - Parameter contexts: what is shown of the items of pairs.
    /// - Parameter image: the image of a pool entry; asked for each entry of the plan, and again for each name it has.
    /// - Throws: ``SurveyPageError``, and what `announce` and `image` throw.
    package func write(
        to folder: URL, templates: URL, discardEarlier: Bool = false, plans: Set<String>? = nil,
        exchange: @escaping (URL, URL) throws -> Void = WholeFile.exchange,
        announce: (PageSize) throws -> Void = { _ in }, contexts: PageContexts = PageContexts(),
        image: @escaping (PoolEntry) throws -> PageImage
    ) throws {
        let folder = try PageFolder(folder, exchange: exchange)
        if !discardEarlier {
            try folder.expectNoStudy(but: plan.study)
            if let plans { try folder.expectNoPlan(but: plans.union([planHash]), of: plan.study) }
            if let seat { try folder.expectNoSeat(but: seat) }
        }
        let templates = try PageTemplates(folder: templates, survey: plan.survey)
        let images = try PageImages(
            of: plan.seats.filter { seat == nil || $0.number == seat }, names: names, unlinked: unlinked,
            contexts: contexts, image: image)
        let size = PageSize(images, singleFile: singleFile)
        try announce(size)
        if let free = FreeRoom.bytes(at: folder.place), free < size.bytes {
            throw SurveyPageError.noRoom(path: folder.place.path, needed: size.bytes, free: free)
        }
        let earlier = discardEarlier ? [] : try EarlierBuild.all(in: folder.place, except: planHash)
        try folder.write(keepsEarlier: !discardEarlier) { new in
            if singleFile {
                try writeSingleFile(images, templates, earlier, to: new)
            } else {
                try writeFiles(images, templates, earlier, to: new)
            }
        }
    }

    /// What every visitor gets, without seats and images.
    func data(_ images: PageImages, earlier: [EarlierBuild], folders: PagePlan.Folders? = nil) -> PageData {
        let survey = plan.survey
        let head = PagePlan(
            study: plan.study, hash: planHash, imagePixels: images.largestSide, languages: languages.map(\.rawValue),
            rightToLeft: languages.filter(\.isRightToLeft).map(\.rawValue),
            rules: .init(
                ties: survey.ties, graded: survey.isGraded, undo: survey.undo,
                minimumViewMilliseconds: survey.minimumViewMilliseconds,
                minimumResponseMilliseconds: survey.minimumResponseMilliseconds,
                imageTries: SessionRules(survey).imageTries, consent: survey.consent.isRequired,
                consents: survey.consent.isRequired
                    ? Dictionary(
                        uniqueKeysWithValues: languages.map {
                            (
                                $0.rawValue,
                                ContentHash.whole(
                                    texts[$0]?.consent(on: .page, of: survey) ?? "")
                            )
                        }) : [:]),
            steps: PageSteps(survey), view: PageView(settings: survey.usedView, context: survey.usedContext),
            questions: survey.questionIDs, entry: survey.entry, exit: exits, before: survey.before, after: survey.after,
            admit: survey.admit, quota: survey.quotas.isEmpty ? nil : true, seats: seatCount, seat: seat,
            folders: folders, submit: address,
            trials: images.seats.first?.trials.count)
        let offered = texts.filter { languages.contains($0.key) }
        return PageData(
            plan: head,
            texts: Dictionary(uniqueKeysWithValues: offered.map { ($0.key.rawValue, pageTexts($0.key, $0.value)) }),
            earlier: earlier)
    }

    /// The address below which the collector answers, empty where it serves the page; nil where nothing is sent.
    private var address: String? {
        switch plan.survey.submit {
        case .file: nil
        case .collector: ""
        case .address(let address): address
        }
    }

    /// Where the page sends people. What needs a collector is not among it: anybody could read it in the page. A collector says
    /// all of it.
    private var exits: [String: String] {
        if plan.survey.submit.isSent { return [:] }
        let reasons: [ExitReason] = [.finished, .screenedOut, .declined, .stopped, .technical]
        return Dictionary(
            uniqueKeysWithValues: reasons.compactMap { reason in plan.survey.exit[reason].map { (reason.rawValue, $0) }
            })
    }

    /// The texts of the page in a language, the study's own questions among them.
    private func pageTexts(_ language: Language, _ texts: SurveyTexts) -> [String: PageText] {
        var all: [String: PageText] = [:]
        for key in SurveyTexts.Key.allCases where !key.isOfTerminal && !texts[key].isEmpty {
            all[key.rawValue] = PageText(key, of: texts)
        }
        // One place of the page says either.
        let (asked, file): (SurveyTexts.Key, SurveyTexts.Key) =
            plan.survey.asksPeople ? (.consentAsked, .fileAsked) : (.consentNotAsked, .fileNotAsked)
        for (place, key) in [(SurveyTexts.Key.consentAsked, asked), (.fileAsked, file)] {
            all[place.rawValue] = texts[key].isEmpty ? nil : PageText(key, of: texts)
        }
        for key in [SurveyTexts.Key.consentNotAsked, .fileNotAsked] { all[key.rawValue] = nil }
        if plan.survey.submit.isSent {
            all[SurveyTexts.Key.consentPage.rawValue] = PageText(.consentSent, of: texts)
            all[SurveyTexts.Key.consentSent.rawValue] = nil
        } else {
            for key in SurveyTexts.Key.ofCollector { all[key.rawValue] = nil }
        }
        if let question = plan.survey.question[language] { all[SurveyTexts.Key.question.rawValue] = .line(question) }
        for id in plan.survey.questionIDs {
            all["question \(id)"] = .line(plan.survey.wording(of: id, in: language) ?? texts[.question])
        }
        return all
    }
}

extension SurveyTexts.Key {
    /// What is said only where a collector takes the answers.
    fileprivate static let ofCollector: [Self] = [
        .consentSent, .finish, .sending, .sent, .sentLast, .sendWaits, .sendRefused, .receipt, .goOnLink, .full,
    ]

    /// Whether only the terminal says it.
    fileprivate var isOfTerminal: Bool { rawValue.hasPrefix("terminal_") || rawValue.hasSuffix("_terminal") }
}
