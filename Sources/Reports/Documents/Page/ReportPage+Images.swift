import Preference

extension ReportPage {
    /// How many of the best and of the worst images of a condition are shown.
    private static let shownImages = 6

    /// Names of the images whose pictures the page shows.
    package static func imageNames(of summary: AnalysisSummary) -> [String] {
        summary.images.flatMap { section in (best(section) + worst(section)).map(\.name) }
    }

    private static func best(_ section: ImageSection) -> [ImageSection.Image] {
        pick(section.images.map(\.rate).bestFirst, of: section)
    }

    /// The worst that are not among the best.
    private static func worst(_ section: ImageSection) -> [ImageSection.Image] {
        let best = Set(best(section).map(\.name))
        return pick(
            section.images.map(\.rate).worstFirst.filter { !best.contains(section.images[$0.image].name) }, of: section)
    }

    private static func pick(_ rates: [ImageRate], of section: ImageSection) -> [ImageSection.Image] {
        rates.prefix(shownImages).map { section.images[$0.image] }
    }

    /// The best and the worst images with their counts.
    var images: Section {
        let blocks = summary.images.filter { !$0.images.isEmpty }.flatMap { section in
            [
                (words.best, Self.best(section)), (words.worst, Self.worst(section)),
            ].filter { !$0.1.isEmpty }.map { heading, images in
                let title = title(heading, section.condition)
                let items = images.map { "<li>\(card($0))</li>" }
                return "<h3>\(HTML.escaped(title))</h3>\n<ol class=\"images\">\n\(items.joined(separator: "\n"))\n</ol>"
            }
        }
        guard !blocks.isEmpty else { return Section("images", words.images, []) }
        let different = summary.images.reduce(0) { count, section in
            count + section.images.count { (try? $0.rate.adjustedP.get()).map { $0 < 1 - summary.level } ?? false }
        }
        let all = summary.images.reduce(0) { $0 + $1.images.count }
        return Section(
            "images", words.images, [HTML.paragraph(words.imagesNote(different, of: all, level: level))] + blocks)
    }

    private func card(_ image: ImageSection.Image) -> String {
        let votes = image.rate.votes
        let counts = words.chosen(votes.wins, of: votes.wins + votes.losses)
        let alt = "\(image.name): \(counts)"
        let picture =
            contents.pictures[image.name]?.html(alt: alt)
            ?? "<div class=\"absent\">\(HTML.escaped(words.noPicture))</div>"
        let interval = (try? image.rate.wilson.get()).map { " (\(NumberText.percent($0)))" } ?? ""
        let rate = (try? votes.proportion.rate.get()).map { "\(NumberText.percent($0)) %\(interval)" } ?? ""
        let p = (try? image.rate.adjustedP.get()).map { NumberText.named(p: $0) } ?? ""
        let lines = [image.name, counts, rate, p].filter { !$0.isEmpty }.map(HTML.escaped).joined(separator: "<br>")
        let method = "<b>\(HTML.escaped(label(image.method)))</b>"
        return "<figure>\(picture)<figcaption>\(method)<br>\(lines)</figcaption></figure>"
    }

    /// The grids of samples.
    var samples: Section {
        let figures = contents.samples.map { sheet in
            let title = [label(sheet.method), sheet.condition].compactMap(\.self).joined(separator: " – ")
            return "<figure class=\"card\">\(sheet.picture.html(alt: "\(words.samples): \(title)"))"
                + "<figcaption>\(HTML.escaped(title))</figcaption></figure>"
        }
        return Section(
            "samples", words.samples,
            figures.isEmpty ? [] : ["<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>"])
    }
}
