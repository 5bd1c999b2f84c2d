package import Analysis
import Preference

extension ReportPage {
    /// Names of the images whose pictures the page shows.
    package static func imageNames(of summary: AnalysisSummary) -> [String] {
        summary.images.flatMap { section in
            (ReportTables.best(section) + ReportTables.worst(section)).map(\.name)
        }
    }

    /// The best and the worst images with their counts: their pictures, or a table where none of them has one.
    var images: Section {
        let lists = told.images
        let names = lists.flatMap { $0.images.map(\.name) }
        let hasPictures = names.contains { contents.pictures[$0] != nil }
        let blocks = lists.flatMap { list in
            let shown = list.images.isEmpty || hasPictures ? cards(list) : told.table(list.heading, list.images).html
            return [shown, HTML.paragraph(list.note, style: "note")]
        }
        return Section("images", words[.images], blocks.isEmpty ? [] : [HTML.paragraph(told.imagesNote)] + blocks)
    }

    private func cards(_ list: ReportTables.RankedImages) -> String {
        let items = list.images.map { "<li>\(card($0))</li>" }.joined(separator: "\n")
        let heading = "<h3>\(HTML.escaped(list.heading))</h3>"
        return items.isEmpty ? heading : "\(heading)\n<ol class=\"images\">\n\(items)\n</ol>"
    }

    private func card(_ image: ImageSection.Image) -> String {
        let votes = image.rate.votes
        let counts = words(
            .chosen, ["wins": "\(votes.wins)", "shown": "\(votes.wins + votes.losses)"])
        let alt = "\(image.name): \(counts)"
        let picture =
            contents.pictures[image.name]?.html(alt: alt)
            ?? "<div class=\"absent\">\(HTML.escaped(words[.noPicture]))</div>"
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
            return "<figure class=\"card\">\(sheet.picture.html(alt: "\(words[.samples]): \(title)"))"
                + "<figcaption>\(HTML.escaped(title))</figcaption></figure>"
        }
        return Section(
            "samples", words[.samples],
            figures.isEmpty ? [] : ["<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>"])
    }
}
