import Study
import Yams

/// Reads the blocks of study.yaml in the order in which they refer to each other, and makes a finding of all that does
/// not fit.
struct StudyReader {
    let findings: Findings

    /// The study of the document `root`; of no use where there are findings, nil where there is none to make.
    func study(_ root: Node) -> Study? {
        let top = Block(root, at: KeyPlace(), findings: findings)
        guard findings.all.isEmpty else { return nil }
        top.allow(["study", "dataset", "networks", "methods", "conditions", "pools", "survey", "analysis"])
        let identity = identity(top.block("study"))
        let dataset = dataset(top.block("dataset"))
        let networks = top.namedBlocks("networks").map { network($0.name, $0.block, dataset: dataset) }
        let methods = top.namedBlocks("methods").map { method($0.name, $0.block, networks: networks) }
        let conditions = top.namedBlocks("conditions").map {
            condition($0.name, $0.block, methods: methods, networks: networks)
        }
        let survey = survey(top.block("survey"))
        return Study(
            identity: identity, dataset: dataset, networks: networks.compactMap(\.settings), methods: methods,
            conditions: conditions, pools: pools(top.block("pools")), survey: survey,
            analysis: analysis(top.block("analysis"), conditions: conditions, survey: survey))
    }

    private func identity(_ block: Block) -> StudyIdentity {
        block.allow(["id", "title"])
        guard block.has("id") else {
            block.fault("id", "is missing; a study needs an id: lower-case letters, digits and hyphens")
            return StudyIdentity(id: "study")
        }
        let id = block.text("id", default: "study")
        let allowed = id.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        }
        if !allowed || id.count > 64 {
            block.fault("id", "expected 1 to 64 lower-case letters, digits and hyphens, found \"\(id.prefix(80))\"")
        }
        return StudyIdentity(id: id, title: block.text("title", default: id))
    }

    private func dataset(_ block: Block) -> DatasetSettings {
        block.allow(["source", "count", "crop", "holdout", "seed"])
        let standard = DatasetSettings()
        let count = block.integer("count", in: 1...10_000_000, default: standard.count)
        // The largest square is the meaning of a crop left out, and of one that is left empty.
        let crop = block["crop"].flatMap { $0.isNull ? nil : block.integer("crop", in: 8...16_384, default: 8) }
        let holdout = block.integer("holdout", in: 0...Int.max, default: standard.holdout)
        if holdout >= count {
            let origin = block.has("holdout") ? "" : " (its default)"
            block.fault(
                "holdout",
                "keeps \(holdout)\(origin) of \(count.counted("photograph")) from training; expected less than count")
        }
        return DatasetSettings(
            source: block.text("source", default: standard.source), count: count, crop: crop, holdout: holdout,
            seed: block.seed("seed", default: standard.seed))
    }

    private func pools(_ block: Block) -> PoolSettings {
        block.allow(["images", "seed"])
        let standard = PoolSettings()
        return PoolSettings(
            images: block.integer("images", in: 1...1_000_000, default: standard.images),
            seed: block.seed("seed", default: standard.seed))
    }
}
