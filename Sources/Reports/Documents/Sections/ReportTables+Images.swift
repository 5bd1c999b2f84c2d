import Preference

extension ReportTables {
    /// How many of the best and of the worst images of a condition are shown.
    private static let shownImages = 6

    static func best(_ section: ImageSection) -> [ImageSection.Image] {
        pick(section.images.map(\.rate).bestFirst, of: section)
    }

    /// The worst that are not among the best.
    static func worst(_ section: ImageSection) -> [ImageSection.Image] {
        let best = Set(best(section).map(\.name))
        return pick(
            section.images.map(\.rate).worstFirst.filter { !best.contains(section.images[$0.image].name) }, of: section)
    }

    private static func pick(_ rates: [ImageRate], of section: ImageSection) -> [ImageSection.Image] {
        rates.prefix(shownImages).map { section.images[$0.image] }
    }

    /// The best and the worst images of each condition, with what all of them are called together.
    var images: [(heading: String, images: [ImageSection.Image])] {
        summary.images.flatMap { section in
            [(words.best, Self.best(section)), (words.worst, Self.worst(section))].map { heading, images in
                (heading: title(heading, section.condition), images: images)
            }
        }.filter { !$0.images.isEmpty }
    }

    /// Images with their counts.
    func table(_ heading: String, _ images: [ImageSection.Image]) -> SectionTable {
        let columns: [TextTable.Column] = [
            .init(heading: words.image, isNumber: false), .init(heading: tableWords.method, isNumber: false),
            .init(heading: tableWords.wins), .init(heading: tableWords.losses), .init(heading: tableWords.tiesHeading),
            .init(heading: tableWords.rate, unit: "[%]"), .init(heading: "Wilson", unit: "[%]"),
            .init(heading: words.adjustedP),
        ]
        let rows = images.map { image in
            let votes = image.rate.votes
            return [
                image.name, label(image.method), "\(votes.wins)", "\(votes.losses)", "\(votes.ties)",
                (try? votes.proportion.rate.get()).map(NumberText.percent) ?? NumberText.none,
                (try? image.rate.wilson.get()).map(NumberText.percent) ?? NumberText.none,
                (try? image.rate.adjustedP.get()).map(NumberText.p) ?? NumberText.none,
            ]
        }
        return SectionTable(columns, rows, caption: heading)
    }

    /// How the images are ordered, and how many of them differ from one half.
    var imagesNote: String {
        let different = summary.images.reduce(0) { count, section in
            count + section.images.count { (try? $0.rate.adjustedP.get()).map { $0 < 1 - summary.level } ?? false }
        }
        return words.imagesNote(different, of: summary.images.reduce(0) { $0 + $1.images.count }, level: level)
    }
}
