import Study

extension TrainingReport {
    /// The report as one HTML page with everything in it: pictures as data, charts as SVG. It loads nothing, needs no
    /// script, and is light or dark as the reader's system is.
    package var html: String {
        let parts = [header, keyFigures, samples, curves, facts, epochTable, checkpointTable, footer]
        return HTML.page(
            title: "\(run) – \(study)", language: words.language, style: ChartStyle.css + "\n" + PageStyle.css,
            body: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    }

    private var header: String {
        """
        <header>
        <p>\(HTML.escaped(study))</p>
        <h1>\(HTML.escaped(words.training(.title, ["network": network.name])))</h1>
        <p>\(HTML.escaped(network.architecture.sentence(words)))</p>
        </header>
        """
    }

    private var keyFigures: String {
        func counted(_ number: Int, _ key: ReportTexts.TrainingKey) -> (number: String, name: String) {
            ("\(number)", words.training(key, ["count": "\(number)"]))
        }
        var figures = [
            counted(epochs.count, .figureEpochs),
            (words.duration(seconds: seconds), words.training(.figureTime)),
            (imagesPerSecond.map { NumberText.fixed($0, 1) } ?? NumberText.none, words.training(.imagesASecond)),
            counted(checkpoints.count, .figureCheckpoints),
        ]
        if let peakMemory {
            figures.append(("\(NumberText.megabytes(peakMemory)) MB", words.training(.figureMemory)))
        }
        if redoneSeconds > 0 {
            figures.append((words.duration(seconds: redoneSeconds), words.training(.figureDoneAgain)))
        }
        return HTML.keyFigures(figures)
    }

    private var samples: String {
        guard let last else {
            let why = words.training(checkpoints.isEmpty ? .samplesNotYet : .samplesGone)
            return HTML.section("samples", words[.samples], [HTML.paragraph(why)])
        }
        let notes: (over: ReportTexts.TrainingKey, end: ReportTexts.TrainingKey) =
            switch network.architecture {
            case .dcgan, .multistage: (over: .sameLatents, end: .allOfLast)
            case .srcnn: (over: .samePhotographs, end: .threeInRow)
            case .bicubic: preconditionFailure("a network without training has no run")
            }
        let small = progress.map { "<li>\(figure($0))</li>" }.joined(separator: "\n")
        let overTime = [
            HTML.paragraph(words.training(notes.over)), "<ol class=\"samples\">\n\(small)\n</ol>",
        ]
        return HTML.section("progress", words.training(.samplesOverTime), progress.count < 2 ? [] : overTime) + "\n"
            + HTML.section(
                "samples", words.training(.samplesAtEnd), [HTML.paragraph(words.training(notes.end)), figure(last)])
    }

    private func figure(_ grid: SampleGrid) -> String {
        let (epoch, time) = ("\(grid.epoch)", words.duration(seconds: grid.seconds))
        let caption = words.training(.sampleCaption, ["epoch": epoch, "time": time])
        return "<figure>\(grid.picture.html(alt: words.training(.sampleAlternative, ["epoch": epoch])))"
            + "<figcaption>\(HTML.escaped(caption))</figcaption></figure>"
    }

    private var curves: String {
        let figures = epochs.isEmpty ? [] : charts.map { HTML.figure($0) }
        return HTML.section(
            "curves", words.training(.curves),
            figures.isEmpty ? [] : ["<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>"])
    }

    private var facts: String {
        let lists: [(ReportTexts.TrainingKey, [Fact])] = [
            (.networkSettings, settings), (.photographFacts, photographs), (.machine, machine),
        ]
        let columns = lists.filter { !$0.1.isEmpty }.map { heading, facts in
            let list = HTML.list(facts.map { ($0.name, $0.value) })
            return "<div><h3>\(HTML.escaped(words.training(heading)))</h3>\n\(list)</div>"
        }
        return HTML.section(
            "settings", words.training(.settings),
            ["<div class=\"facts\">\n\(columns.joined(separator: "\n"))\n</div>"])
    }

    private var footer: String {
        """
        <footer><p>\(HTML.escaped(words.training(.numbersNote)))</p>
        <p>\(HTML.escaped(words[.written]))</p></footer>
        """
    }
}

extension NetworkSettings.Architecture {
    /// What it is, in a few words.
    fileprivate func sentence(_ words: ReportTexts) -> String {
        switch self {
        case .dcgan(let dcgan): "DCGAN\(words[.comma])\(dcgan.size)x\(dcgan.size)"
        case .multistage(let multistage):
            words.training(.multistage) + words[.comma]
                + multistage.sizes.map { "\($0)x\($0)" }.joined(separator: " → ")
        case .srcnn(let srcnn):
            "SRCNN \(srcnn.kernels.map(String.init).joined(separator: "-"))\(words[.comma])"
                + "\(srcnn.size / srcnn.factor)x\(srcnn.size / srcnn.factor) → \(srcnn.size)x\(srcnn.size)"
        case .bicubic: preconditionFailure("a network without training has no run")
        }
    }
}
