package import Study

extension NetworkSettings {
    /// Sides in pixels of the photographs that training needs, one for each stage in order; none where nothing is trained.
    package var trainingSizes: [Int] {
        switch architecture {
        case .dcgan(let settings): [settings.size]
        case .multistage(let settings): settings.sizes
        case .srcnn(let settings): [settings.size]
        case .bicubic: []
        }
    }
}
