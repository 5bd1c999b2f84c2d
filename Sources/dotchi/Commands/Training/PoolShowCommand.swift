import ArgumentParser
import Foundation
import Pictures
import Reports
import Study
import StudyStore
import Workflows

/// `dotchi pool show`: a generation's facts and pictures.
struct PoolShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show where a pool's images come from, and the images as one grid.")

    @OptionGroup var options: StudyOptions

    @Argument(help: "METHOD/CONDITION, or METHOD/CONDITION@GENERATION.")
    var pool: PoolName

    @Option(help: "Write the first images as a grid to this PNG file.", completion: .file(extensions: ["png"]))
    var grid: String?

    @Option(parsing: .unconditional, help: "Images in the grid, from 1.")
    var images: WholeArgument = 64

    @OptionGroup var language: LanguageOption

    func validate() throws {
        try pool.check(options)
        try check("--images", images.value, from: 1)
    }

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let words = try language.words
        let record = try pool.find(in: study)
        let entries = try study.store.entries(of: record.generation)
        let contexts = try study.store.itemContexts(of: record.generation)
        if let grid { try write(entries, of: record.generation, in: study.store, to: grid) }
        try Console.result(
            (facts(of: record, entries, words) + facts(of: contexts, words)).map(words.fact).joined(separator: "\n"))
    }

    private func facts(
        of record: GenerationRecord, _ entries: [EntryRecord], _ words: ReportTexts
    ) -> [(name: String, value: String)] {
        let sides = Set(entries.map { "\($0.width)x\($0.height)" }).sorted()
        let generation = record.generation
        var facts = [
            (name: words.list(.pool), value: generation.pool.name),
            (words.list(.generation), "\(generation.number)"), (words.list(.images), "\(generation.count)"),
            (words.training(.size), words.listed(sides)),
            (words.list(.published), record.publishedAt.formatted(.iso8601)),
        ]
        guard let recipe = record.recipe else { return facts }
        facts.append((words.training(.seed), "\(recipe.seed)"))
        facts.append((words.training(.epochs), words.listed(record.epochs.map(String.init))))
        facts.append(
            (words.list(.trainingTime), record.trainingSeconds.map(words.duration) ?? NumberText.none))
        facts += recipe.checkpoints.map { (words.list(.checkpoint), $0) }
        facts += (recipe.bicubic ?? [:]).sorted { $0.key < $1.key }.map { place, side in
            (words.list(.enlarged), words.list(.bicubically, ["side": "\(side)", "link": "\(place + 1)"]))
        }
        return facts
    }

    /// How many images have what is shown above a pair; nothing where none has.
    private func facts(of contexts: [ItemContext], _ words: ReportTexts) -> [(name: String, value: String)] {
        guard !contexts.isEmpty else { return [] }
        return [
            (words.list(.texts), "\(contexts.count { $0.text != nil })"),
            (words.list(.references), "\(contexts.count { $0.reference != nil })"),
        ]
    }

    private func write(_ entries: [EntryRecord], of generation: PoolGeneration, in store: StudyStore, to grid: String)
        throws
    {
        let pictures = try entries.prefix(images.value).map { entry in
            let key = PoolEntry(
                pool: generation.pool, generation: generation.number, index: entry.index)
            return try PixelBuffer(decoding: Array(store.image(key)), name: key.name)
        }
        try PixelBuffer.grid(pictures, columns: 8).writePNG(to: URL(filePath: grid))
        Console.say("grid: \(grid)")
    }
}
