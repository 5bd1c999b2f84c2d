import Study

/// The keys of `pools`.
enum PoolKeys {
    static let table = KeyTable<PoolSettings>(
        { _ in PoolSettings() },
        [
            Key(
                "images", \.images, .whole(PoolSettings.Limits.images),
                "Images of each method under each condition, generated ahead; participants are shown some of them."),
            Key(
                "seed", \.seed, .seed,
                "Seed of the latent vectors: image i of every method comes from latent vector i of this seed."),
        ])

    static let example = """
        pools:
          images: 200
        """
}
