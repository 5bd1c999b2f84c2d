/// The keys of a block of study.yaml, in the order of the page, and what relates them to each other and to other blocks.
struct KeyTable<Settings: Sendable>: Sendable {
    /// The settings of a block, which has the given name where its place gives it one.
    let read: @Sendable (Block, String) -> Settings
    /// All settings, by their keys in the block.
    let listing: @Sendable (Settings) -> [Setting]
    /// The rows of all keys, each behind the prefix.
    let rows: @Sendable (String) -> [KeyRow]

    /// A block that always has the same keys.
    ///
    /// - Parameters:
    ///   - start: the settings of a block of that name that is left empty: every default is taken from there.
    ///   - check: makes findings of values that do not fit each other, or what was read before.
    init(
        _ start: @escaping @Sendable (_ name: String) -> Settings, _ keys: [Key<Settings>],
        check: @escaping @Sendable (Block, inout Settings) -> Void = { _, _ in }
    ) {
        read = { block, name in
            block.allow(keys.map(\.name))
            var settings = start(name)
            for key in keys { key.read(block, &settings) }
            check(block, &settings)
            return settings
        }
        listing = { settings in keys.flatMap { $0.listing(settings) } }
        rows = { prefix in keys.flatMap { $0.rows(start(""), prefix) } }
    }
}
