import Analysis

extension ReportTables {
    /// How often images could not be shown, by condition and method; nil where all were.
    var failedImages: String? {
        guard !contents.failedImages.isEmpty else { return nil }
        let counts = contents.failedImages.map { failed in
            [name(failed.condition), label(failed.method)].compactMap(\.self).joined(separator: words[.comma])
                + words[.colon] + "\(failed.images)"
        }
        return words[.failedImages] + words[.colon] + counts.joined(separator: words[.semicolon]) + words[.fullStop]
    }

    /// How often the time to answer was over; nil where it never was.
    var timeouts: String? { contents.timeouts > 0 ? words(.timeouts, ["count": "\(contents.timeouts)"]) : nil }

    /// How often the study was looked at while it ran; nil where it never was.
    var boardViews: String? {
        let views = contents.boardViews
        return views.all > 0
            ? words(.boardViews, ["count": "\(views.all)", "rates": "\(views.withRates)"]) : nil
    }

    /// The images that people reported; nil where nobody reported any.
    var reportedImages: String? { words.reportedImages(summary.reportedImages) }
}
