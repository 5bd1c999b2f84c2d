/// Who can take part.
package struct AdmitSettings: Sendable, Codable, Hashable {
    /// The kinds of device on which the survey is shown.
    package var devices: [Device]
    /// The least window; nil for any.
    package var leastWindow: WindowSize?
    /// Which answers to questions of `before` admit somebody, by the question's id.
    package var answers: [String: AdmittedAnswers]

    /// Settings; what is left out admits everybody.
    package init(
        devices: [Device] = Device.allCases, leastWindow: WindowSize? = nil, answers: [String: AdmittedAnswers] = [:]
    ) {
        self.devices = devices
        self.leastWindow = leastWindow
        self.answers = answers
    }

    private enum CodingKeys: String, CodingKey {
        case devices, answers
        case leastWindow = "min_window"
    }

    /// A kind of device, as headers of answer files name it. A terminal is one of a computer.
    package enum Device: String, Sendable, Codable, CaseIterable {
        /// A computer.
        case desktop
        /// A tablet.
        case tablet
        /// A telephone.
        case phone
    }
}

/// The size of a window in device pixels, so that enlarging the text makes it no smaller.
package struct WindowSize: Sendable, Codable, Hashable {
    /// Pixels across.
    package var width: Int
    /// Pixels down.
    package var height: Int

    /// A size.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// The answers to one question with which somebody can take part.
package enum AdmittedAnswers: Sendable, Hashable {
    /// One of these options; of several that were chosen at least one.
    case options([String])
    /// A number, or a point of a scale, within these bounds; nil for none.
    case numbers(least: Double?, most: Double?)
}

/// As plans have it: the list, or the bounds.
extension AdmittedAnswers: Codable {
    private enum CodingKeys: String, CodingKey {
        case least = "min"
        case most = "max"
    }

    /// Reads either form.
    package init(from decoder: any Decoder) throws {
        if let options = try? decoder.singleValueContainer().decode([String].self) {
            self = .options(options)
        } else {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            self = .numbers(
                least: try keys.decodeIfPresent(Double.self, forKey: .least),
                most: try keys.decodeIfPresent(Double.self, forKey: .most))
        }
    }

    /// Writes the same.
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .options(let options):
            var list = encoder.singleValueContainer()
            try list.encode(options)
        case .numbers(let least, let most):
            var keys = encoder.container(keyedBy: CodingKeys.self)
            try keys.encodeIfPresent(least, forKey: .least)
            try keys.encodeIfPresent(most, forKey: .most)
        }
    }
}
