import Study

/// How the page shows images.
struct PageView: Encodable {
    var settings: ViewSettings
    /// What is shown of the item of a pair.
    var context: SurveySettings.Context

    enum CodingKeys: String, CodingKey {
        case size, surround, context
        case maxScale = "max_scale"
        case minimum = "min"
    }

    func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        if case .pixels(let pixels) = settings.size {
            try keys.encode(pixels, forKey: .size)
        } else {
            try keys.encode(settings.size.word, forKey: .size)
        }
        try keys.encode(settings.maxScale, forKey: .maxScale)
        try keys.encodeIfPresent(settings.minimum, forKey: .minimum)
        try keys.encodeIfPresent(settings.surround, forKey: .surround)
        try keys.encode(context, forKey: .context)
    }
}
