/// How many images each pool holds.
package struct PoolSettings: Sendable, Codable, Hashable {
    /// Images in a pool; at least 1.
    package var images: Int
    /// Seed of the latent vectors: image i of every method comes from latent vector i of this seed.
    package var seed: UInt64

    /// Settings; what is left out has its default.
    package init(images: Int = 500, seed: UInt64 = 1) {
        self.images = images
        self.seed = seed
    }
}

/// Names one pool: the images of a method under a condition.
package struct PoolKey: Sendable, Codable, Hashable {
    /// The method's name.
    package var method: String
    /// The condition's name.
    package var condition: String

    /// The pool of `method` under `condition`.
    package init(method: String, condition: String) {
        self.method = method
        self.condition = condition
    }

    /// `METHOD/CONDITION`, as commands take and print it.
    package var name: String { "\(method)/\(condition)" }

    /// The pool of ruined copies of this one's first images, which catch trials show beside them. Its condition is none
    /// that study.yaml can name.
    package var ruined: PoolKey { PoolKey(method: method, condition: condition + Self.ruinedMark) }

    /// Whether this pool holds ruined copies of another's images.
    package var isRuined: Bool { condition.hasSuffix(Self.ruinedMark) }

    private static let ruinedMark = "~ruined"
}

/// A published, numbered list of images of a pool; never changed after it is published.
package struct PoolGeneration: Sendable, Codable, Hashable {
    /// Whose images.
    package var pool: PoolKey
    /// 1 for the first generation of the pool, then counting up.
    package var number: Int
    /// How many images it holds, at indices 0 ..< `count`.
    package var count: Int

    /// Generation `number` of `pool` with `count` images.
    package init(pool: PoolKey, number: Int, count: Int) {
        self.pool = pool
        self.number = number
        self.count = count
    }
}

/// Names one image of a pool for ever: pool, generation, index.
package struct PoolEntry: Sendable, Codable, Hashable {
    /// Whose image.
    package var pool: PoolKey
    /// Number of the generation.
    package var generation: Int
    /// Index in it, from 0.
    package var index: Int

    /// Image `index` of generation `generation` of `pool`.
    package init(pool: PoolKey, generation: Int, index: Int) {
        self.pool = pool
        self.generation = generation
        self.index = index
    }

    /// `METHOD/CONDITION@GENERATION#INDEX`, for messages.
    package var name: String { "\(pool.name)@\(generation)#\(index)" }
}
