import ArgumentParser
import Foundation
import Pictures
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

    func validate() throws {
        try pool.check(options)
        try check("--images", images.value, from: 1)
    }

    func run() throws {
        let study = try OpenStudy(options, readOnly: true)
        let record = try pool.find(in: study)
        let entries = try study.store.entries(of: record.generation)
        let sides = Set(entries.map { "\($0.width)x\($0.height)" }).sorted()
        var facts = [
            ["pool", record.generation.pool.name], ["generation", "\(record.generation.number)"],
            ["images", "\(record.generation.count)"], ["size", sides.list],
            ["published", record.publishedAt.formatted(.iso8601)],
        ]
        if let recipe = record.recipe {
            facts.append(["seed", "\(recipe.seed)"])
            facts.append(["epochs", record.epochs.map(String.init).list])
            facts.append(["training", record.trainingSeconds?.duration ?? "–"])
            facts += recipe.checkpoints.map { ["checkpoint", $0] }
            facts += (recipe.bicubic ?? [:]).sorted { $0.key < $1.key }.map { place, side in
                ["enlarged", "bicubically to \(side)x\(side), as link \(place + 1) of the chain"]
            }
        }
        if let grid { try write(entries, of: record.generation, in: study.store, to: grid) }
        try Console.result(facts.map { "\($0[0]): \($0[1])" }.joined(separator: "\n"))
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
