import Analysis
import Preference

extension ReportTables {
    /// The best or the worst images of a condition.
    struct RankedImages {
        /// What they are called together.
        var heading: String
        /// The images; none where all of the condition are tied.
        var images: [ImageSection.Image]
        /// What ties leave open; empty without such.
        var note: String
    }

    /// How many of the best and of the worst images of a condition are shown, if it has twice as many.
    private static let shownImages = 6

    static func best(_ section: ImageSection) -> [ImageSection.Image] {
        pick(section.images.map(\.rate).bestFirst, by: \.low, of: section)
    }

    /// The worst that are not among the best.
    static func worst(_ section: ImageSection) -> [ImageSection.Image] {
        let best = Set(best(section).map(\.rate.image))
        return pick(section.images.map(\.rate).worstFirst, by: \.high, of: section).filter {
            !best.contains($0.rate.image)
        }
    }

    /// The first of a condition's images in their order, at most half of them; none where all share one place.
    private static func pick(
        _ rates: [ImageRate], by place: KeyPath<Interval, Double>, of section: ImageSection
    ) -> [ImageSection.Image] {
        guard rates.count == 1 || rates.first?.place(place) != rates.last?.place(place) else { return [] }
        return rates.prefix(min(shownImages, (rates.count + 1) / 2)).map { section.images[$0.image] }
    }

    /// The best and the worst images of each condition that has any.
    var images: [RankedImages] {
        summary.images.flatMap { section in
            let (best, worst) = (Self.best(section), Self.worst(section))
            let shown = Set((best + worst).map(\.rate.image))
            return [
                list(words[.best], best, by: \.low, of: section, shown: shown),
                list(words[.worst], worst, by: \.high, of: section, shown: shown),
            ].compactMap(\.self)
        }
    }

    private func list(
        _ heading: String, _ images: [ImageSection.Image], by place: KeyPath<Interval, Double>,
        of section: ImageSection, shown: Set<Int>
    ) -> RankedImages? {
        let places = section.images.compactMap { $0.rate.place(place) }
        let heading = title(heading, section.condition)
        guard let last = images.last?.rate.place(place) else {
            let areTied = places.count > 1 && Set(places).count == 1
            return areTied
                ? RankedImages(heading: heading, images: [], note: words(.allTied, ["count": "\(places.count)"])) : nil
        }
        let tied = section.images.count { $0.rate.place(place) == last && !shown.contains($0.rate.image) }
        return RankedImages(
            heading: heading, images: images, note: tied > 0 ? words(.tiedWithLast, ["count": "\(tied)"]) : "")
    }

    /// Images with their counts.
    func table(_ heading: String, _ images: [ImageSection.Image]) -> Table {
        Table(
            [
                .init(words[.image], .left) { .text($0.name) }, methodField(\.method),
                .init(words[.wins]) { .count($0.rate.votes.wins) },
                .init(words[.losses]) { .count($0.rate.votes.losses) },
                .init(words[.tiesHeading]) { .count($0.rate.votes.ties) },
                .init(words[.rate], unit: "[%]") {
                    (try? $0.rate.votes.proportion.rate.get()).map { .number($0, .percent) } ?? .none
                },
                .init("Wilson", unit: "[%]") {
                    (try? $0.rate.wilson.get()).map { .interval($0, .percent) } ?? .none
                },
                .init(words[.adjustedP]) { (try? $0.rate.adjustedP.get()).map { .number($0, .p) } ?? .none },
            ], images, caption: heading)
    }

    /// How the images are ordered, and how many of them differ from one half.
    var imagesNote: String {
        let different = summary.images.reduce(0) { count, section in
            count + section.images.count { (try? $0.rate.adjustedP.get()).map { $0 < 1 - summary.level } ?? false }
        }
        let count = summary.images.reduce(0) { $0 + $1.images.count }
        return words(.imagesNote, ["level": level, "different": "\(different)", "count": "\(count)"])
    }
}

extension ImageRate {
    /// An end of the image's interval; nil without votes for or against it.
    fileprivate func place(_ end: KeyPath<Interval, Double>) -> Double? { (try? wilson.get())?[keyPath: end] }
}
