import Preference

extension ReportPage {
    /// Names of the images whose pictures the page shows.
    package static func imageNames(of summary: AnalysisSummary) -> [String] {
        summary.images.flatMap { section in
            (ReportTables.best(section) + ReportTables.worst(section)).map(\.name)
        }
    }

    /// The best and the worst images with their counts.
    var images: Section {
        let blocks = told.images.map { heading, images in
            let items = images.map { "<li>\(card($0))</li>" }
            return "<h3>\(HTML.escaped(heading))</h3>\n<ol class=\"images\">\n\(items.joined(separator: "\n"))\n</ol>"
        }
        return Section("images", words.images, blocks.isEmpty ? [] : [HTML.paragraph(told.imagesNote)] + blocks)
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
