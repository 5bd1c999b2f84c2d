import Study

/// How the page shows images.
struct PageView: Encodable {
    var settings: ViewSettings
    /// What is shown of the item of a pair.
    var context: SurveySettings.Context

    enum CodingKeys: String, CodingKey {
        case size, surround, context, mode, enlarge, degrees
        case distance = "distance_cm"
        case limit = "limit_ms"
        case exposure = "exposure_ms"
        case maxScale = "max_scale"
        case minimum = "min"
    }

    func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        switch settings.size {
        case .pixels(let pixels): try keys.encode(pixels, forKey: .size)
        case .fit, .native: try keys.encode(settings.size.word, forKey: .size)
        case .degrees(let degrees):
            try keys.encode("degrees", forKey: .size)
            try keys.encode(degrees, forKey: .degrees)
            try keys.encode(settings.distance, forKey: .distance)
        }
        try keys.encode(settings.maxScale, forKey: .maxScale)
        try keys.encodeIfPresent(settings.minimum, forKey: .minimum)
        try keys.encodeIfPresent(settings.surround, forKey: .surround)
        try keys.encode(context, forKey: .context)
        try keys.encode(settings.mode, forKey: .mode)
        try keys.encode(settings.enlarges, forKey: .enlarge)
        try keys.encodeIfPresent(settings.limitMilliseconds, forKey: .limit)
        try keys.encodeIfPresent(settings.exposureMilliseconds, forKey: .exposure)
    }
}
