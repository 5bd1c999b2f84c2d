import Foundation
import Study
import TestKit
import Testing

@testable import Reports

@Suite("A training report")
struct TrainingReportTests {
    private static let stages = NetworkSettings(
        name: "faces128", architecture: .multistage(MultistageSettings(sizes: [64, 128], latent: 77)), batch: 48)

    private static func epochs(_ count: Int, redone: Double = 0) -> [EpochFacts] {
        (1...count).map { number in
            EpochFacts(
                number: number, seconds: 10 + Double(number) / 8, images: 800, redoneSeconds: redone,
                losses: [
                    "stage1.discriminator": 0.3 + Double(number) / 1000, "stage1.generator": 4.5,
                    "stage2.discriminator": 0.6, "stage2.generator": 8.125 - Double(number) / 100,
                ])
        }
    }

    private static func grid(_ epoch: Int) -> SampleGrid {
        SampleGrid(
            epoch: epoch, seconds: 60 * Double(epoch),
            picture: PagePicture(png: [0, 1, 2, UInt8(epoch)], width: 4, height: 2))
    }

    private func report(
        study: String = "Faces", network: NetworkSettings = stages, epochs: [EpochFacts] = epochs(3),
        samples: [SampleGrid] = [grid(1), grid(3)], _ words: ReportTexts = .english
    ) -> TrainingReport {
        TrainingReport(
            study: study, run: "\(network.name)/1", network: network,
            settings: [.init("latent", "77"), .init("batch", "48")],
            photographs: [.init("source", "lfw & more.tar"), .init("photographs", "4096")],
            machine: [.init("device", "cpu"), .init("engine", "libtorch 2.15.0")], epochs: epochs, progress: samples,
            last: samples.last,
            checkpoints: [
                .init(
                    id: 1, run: 1, epoch: 3, seconds: 30.75, file: "runs/faces128/3",
                    sha256: String(repeating: "ab", count: 32), madeAt: .distantPast)
            ], words: words)
    }

    @Test("tells settings, photographs, machine, checkpoints, and every epoch with its numbers")
    func everything() {
        let html = report().html
        for fact in [
            "77", "48", "lfw &amp; more.tar", "4096", "libtorch 2.15.0", "runs/faces128/3", "abababababababab",
        ] {
            #expect(html.contains(">\(fact)</"), "\(fact)")
        }
        let rows = [
            ["1", "10.12", "10.12", "79.0", "0.3010", "4.500", "0.6000", "8.115"],
            ["2", "10.25", "20.38", "78.0", "0.3020", "4.500", "0.6000", "8.105"],
            ["3", "10.38", "30.75", "77.1", "0.3030", "4.500", "0.6000", "8.095"],
        ]
        for row in rows {
            let cells = row.map { "<td class=\"number\">\($0)</td>" }.joined()
            #expect(html.contains("<tr>\(cells)</tr>"), "\(row)")
        }
        #expect(html.contains("Multi-stage GAN, 64x64 → 128x128"))
    }

    @Test("has a chart of the losses of each stage, of the pace and of the time")
    func charts() {
        let html = report().html
        #expect(
            html.matches(of: /<figcaption>([^<]*)<\/figcaption>\n<div class="at-page"><svg/).map(\.output.1) == [
                "Losses of stage 1", "Losses of stage 2", "Pace", "Time",
            ])
        let dcgan = NetworkSettings(name: "faces64", architecture: .dcgan(.init()))
        let losses = [EpochFacts(number: 1, seconds: 1, images: 8, redoneSeconds: 0, losses: ["generator": 2])]
        #expect(report(network: dcgan, epochs: losses).html.contains("<figcaption>Losses</figcaption>"))
    }

    @Test("holds its pictures and loads nothing from elsewhere")
    func selfContained() {
        let html = report().html
        let pictures = html.matches(of: /src="data:image\/png;base64,([^"]*)"/).map {
            Data(base64Encoded: String($0.output.1))
        }
        #expect(pictures == [Data([0, 1, 2, 1]), Data([0, 1, 2, 3]), Data([0, 1, 2, 3])])
        #expect(html.contains("epoch 1, 1 min 00 s") && html.contains("epoch 3, 3 min 00 s"))
        #expect(!html.contains("<script") && !html.contains("<link") && !html.contains("url("))
        #expect(html.matches(of: /(src|href)="/).count == pictures.count)
        #expect(html.contains("prefers-color-scheme: dark"))
    }

    @Test("shows names as they are, whatever they hold")
    func escapes() {
        let html = report(study: "<script>alert('x')</script> \"faces\"\n& more").html
        #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;faces&quot; &amp; more"))
        #expect(!html.contains("<script"))
    }

    @Test("tells of work done again where there was any, and only there")
    func redone() {
        #expect(!report().html.contains("done again"))
        let html = report(epochs: Self.epochs(3, redone: 30)).html
        #expect(
            html.contains("<b>1 min 30 s</b> done again after kills")
                && html.contains("<td class=\"number\">30.00</td>"))
    }

    @Test("tells the most memory that was held, and of each epoch, where it is known, and only there")
    func memory() {
        #expect(!report().html.contains("of memory at most") && !report().html.contains("memory [MB]"))
        var epochs = Self.epochs(3)
        (epochs[0].peakMemory, epochs[1].peakMemory) = (1_234_567_890, 987_000_000)
        let html = report(epochs: epochs).html
        #expect(html.contains("<b>1235 MB</b> of memory at most"))
        let rows = [
            ["1", "10.12", "10.12", "79.0", "1235", "0.3010"], ["2", "10.25", "20.38", "78.0", "987", "0.3020"],
            ["3", "10.38", "30.75", "77.1", "–", "0.3030"],
        ]
        for row in rows {
            let cells = row.map { "<td class=\"number\">\($0)</td>" }.joined()
            #expect(html.contains("<tr>\(cells)"), "\(row)")
        }
    }

    @Test(
        "on SRCNN says that it shows photographs, of however few checkpoints",
        arguments: [[grid(1)], [grid(1), grid(3)]])
    func photographs(samples: [SampleGrid]) {
        let network = NetworkSettings(name: "enlarge", architecture: .srcnn(.init(size: 128)))
        #expect(
            report(network: network, samples: samples).html.contains("This page shows photographs: mind their terms"))
    }

    @Test("says that there is nothing yet, or that the samples are gone")
    func nothing() {
        let gone = report(samples: []).html
        #expect(gone.contains("No samples of this run lie beside") && !gone.contains("<img"))
        var new = report(epochs: [], samples: [])
        new.checkpoints = []
        #expect(
            new.html.contains("Samples come with the first checkpoint.") && new.html.contains("No epoch was trained"))
    }

    @Test("closes long tables, and keeps all of their rows")
    func long() {
        #expect(report().html.contains("<details open><summary>3 epochs"))
        let html = report(epochs: Self.epochs(6000)).html
        #expect(html.contains("<details><summary>6000 epochs"))
        #expect(html.matches(of: /<tr><td class="number">\d+<\/td><td class="number">\d+\.\d\d<\/td>/).count == 6001)
    }

    /// Reports of a generator in stages with all that a report can say, of a super-resolution network, and of a run that
    /// has nothing yet.
    private func all(_ words: ReportTexts) -> [TrainingReport] {
        var epochs = Self.epochs(3, redone: 30)
        for index in epochs.indices { epochs[index].peakMemory = 900_000_000 + index }
        let srcnn = NetworkSettings(name: "enlarge", architecture: .srcnn(.init(size: 128)))
        let errors = (1...2).map { number in
            EpochFacts(number: number, seconds: 4000, images: 800, losses: ["mse": 0.01 / Double(number)])
        }
        var new = report(network: .init(name: "faces64", architecture: .dcgan(.init())), epochs: [], samples: [], words)
        new.checkpoints = []
        return [
            report(epochs: epochs, words), report(network: srcnn, epochs: errors, words), new,
            report(epochs: Self.epochs(1), samples: [], words),
        ]
    }

    @Test("is well-formed and says all in its language", arguments: Language.standard)
    func languages(language: Language) throws {
        let pages = all(.of(language)).map(\.html)
        for page in pages {
            #expect(Markup.fault(in: page) == nil && page.contains("<html lang=\"\(language.rawValue)\">"))
        }
        let texts = pages.map { VisibleWords.lines(of: $0).joined(separator: "\n") }
        try expectGolden(texts.joined(separator: "\n\n---\n\n") + "\n", "training-\(language.rawValue).txt")
    }

    @Test("has in Japanese no English words but names and units", arguments: [Language.japanese, .kansai])
    func japanese(language: Language) {
        // Names of this study and of its files, the keys of its settings, proper names, units.
        let names: Set = [
            "Faces", "faces", "lfw", "more", "tar", "enlarge", "cpu", "libtorch", "runs", "latent", "batch", "study",
            "yaml", "source", "photographs", "device", "engine", "dotchi", "DCGAN", "GAN", "SRCNN", "SHA", "GPU", "MB",
            "MSE",
            "nat", "abababababababab",
        ]
        for page in all(.of(language)) {
            let words = VisibleWords.latin(in: VisibleWords.lines(of: page.html).joined(separator: "\n"))
            #expect(words.subtracting(names).isEmpty, "\(words.subtracting(names))")
        }
        #expect(VisibleWords.latin(in: "エポック3、epoch <b>4</b>") == ["epoch"])
    }
}
