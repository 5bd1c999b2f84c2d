import Study

extension TrainingReport {
    /// The report as one HTML page with everything in it: pictures as data, charts as SVG. It loads nothing, needs no
    /// script, and is light or dark as the reader's system is.
    package var html: String {
        let parts = [header, keyFigures, samples, curves, facts, epochTable, checkpointTable, footer]
        return HTML.page(
            title: "\(run) – \(study)", style: ChartStyle.css + "\n" + PageStyle.css,
            body: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
    }

    private var header: String {
        """
        <header>
        <p>\(HTML.escaped(study))</p>
        <h1>Training of \(HTML.escaped(network.name))</h1>
        <p>\(HTML.escaped(network.architecture.sentence))</p>
        </header>
        """
    }

    private var keyFigures: String {
        var figures = [
            (number: "\(epochs.count)", name: epochs.count.word("epoch", "epochs")),
            (NumberText.duration(seconds: seconds), "of training"),
            (imagesPerSecond.map { NumberText.fixed($0, 1) } ?? NumberText.none, "images a second"),
            ("\(checkpoints.count)", checkpoints.count.word("checkpoint", "checkpoints")),
        ]
        if let peakMemory { figures.append(("\(NumberText.megabytes(peakMemory)) MB", "of memory at most")) }
        if redoneSeconds > 0 {
            figures.append((NumberText.duration(seconds: redoneSeconds), "done again after kills, not among the time"))
        }
        return HTML.keyFigures(figures)
    }

    private var samples: String {
        guard let last else {
            let why =
                checkpoints.isEmpty
                ? "Samples come with the first checkpoint." : "No samples of this run lie beside its checkpoints."
            return HTML.section("samples", "Samples", [HTML.paragraph(why)])
        }
        let notes =
            switch network.architecture {
            case .dcgan, .multistage:
                (over: "The same latent vectors every time.", end: "All of the last checkpoint.")
            case .srcnn:
                (
                    over: "The same photographs every time.",
                    end: "In each row: a photograph enlarged bicubically, repaired by the network, and whole. "
                        + "This page shows photographs: mind their terms before you pass it on."
                )
            case .bicubic: preconditionFailure("a network without training has no run")
            }
        let small = progress.map { "<li>\(figure($0))</li>" }.joined(separator: "\n")
        let overTime = [HTML.paragraph(notes.over), "<ol class=\"samples\">\n\(small)\n</ol>"]
        return HTML.section("progress", "Samples over time", progress.count < 2 ? [] : overTime) + "\n"
            + HTML.section("samples", "Samples at the end", [HTML.paragraph(notes.end), figure(last)])
    }

    private func figure(_ grid: SampleGrid) -> String {
        "<figure>\(grid.picture.html(alt: "Samples after epoch \(grid.epoch)"))"
            + "<figcaption>epoch \(grid.epoch), \(NumberText.duration(seconds: grid.seconds))</figcaption></figure>"
    }

    private var curves: String {
        let figures = epochs.isEmpty ? [] : charts.map { HTML.figure($0) }
        return HTML.section(
            "curves", "Curves",
            figures.isEmpty ? [] : ["<div class=\"pair\">\n\(figures.joined(separator: "\n"))\n</div>"])
    }

    private var facts: String {
        let lists = [("Network", list(settings)), ("Photographs", list(photographs)), ("Machine", list(machine))]
        let columns = lists.filter { !$0.1.isEmpty }.map { "<div><h3>\($0.0)</h3>\n\($0.1)</div>" }
        return HTML.section(
            "settings", "Settings", ["<div class=\"facts\">\n\(columns.joined(separator: "\n"))\n</div>"])
    }

    private func list(_ facts: [Fact]) -> String {
        facts.isEmpty ? "" : HTML.list(facts.map { ($0.name, $0.value) })
    }

    private var footer: String {
        """
        <footer><p>Seconds are of training alone: no evaluation, pictures or writing of files; they add up over \
        restarts. Losses are the ones that were optimised, means over an epoch: nats for the adversarial ones, squared \
        difference of samples in 0 … 1 for mse. Memory is the most that the training process held at once, mapped \
        photographs included, the memory of a GPU not.</p>
        <p>Written by dotchi.</p></footer>
        """
    }
}

extension NetworkSettings.Architecture {
    /// What it is, in words.
    fileprivate var sentence: String {
        switch self {
        case .dcgan(let dcgan): "DCGAN, \(dcgan.size)x\(dcgan.size)"
        case .multistage(let multistage):
            "Multi-stage GAN, " + multistage.sizes.map { "\($0)x\($0)" }.joined(separator: " → ")
        case .srcnn(let srcnn):
            "SRCNN \(srcnn.kernels.map(String.init).joined(separator: "-")), "
                + "\(srcnn.size / srcnn.factor)x\(srcnn.size / srcnn.factor) → \(srcnn.size)x\(srcnn.size)"
        case .bicubic: preconditionFailure("a network without training has no run")
        }
    }
}
