import Study

extension MethodsWriter {
    /// How large images were shown, how they stood, and what was around them.
    var view: [String?] {
        let viewing = facts.viewing
        return [
            viewing.settings.map(size),
            viewing.settings.flatMap(\.minimum).map { say(.sizeLeast, ["pixels": "\($0)"]) },
            list(viewing.layouts, .layouts) { name in
                ["side-by-side": say(.sideBySide), "stacked": say(.stacked), "flip": say(.inOnePlace)][name] ?? name
            },
            viewing.settings.flatMap { $0.mode == .flip ? say(.flipped) : nil },
            // The page alone offers it.
            viewing.settings.flatMap {
                $0.enlarges && viewing.fronts.map(\.name) != ["terminal"] ? say(.enlarged) : nil
            },
            viewing.settings.flatMap(\.exposureMilliseconds).map { say(.exposed, ["seconds": seconds($0)]) },
            viewing.settings.flatMap(\.limitMilliseconds).map { say(.limited, ["seconds": seconds($0)]) },
            viewing.settings.flatMap(\.surround).map { say(.surround, ["level": "\($0)"]) }
                ?? list(viewing.surrounds, .surrounds),
        ]
    }

    private func seconds(_ milliseconds: Int) -> String { NumberText.shortest(Double(milliseconds) / 1000) }

    private func size(_ view: ViewSettings) -> String {
        switch view.size {
        case .fit: say(.sizeFit, ["scale": NumberText.shortest(view.maxScale)])
        case .pixels(let pixels): say(.sizeFixed, ["pixels": "\(pixels)"])
        case .native: say(.sizeNative)
        case .degrees(let degrees):
            say(.sizeDegrees, ["degrees": NumberText.shortest(degrees), "distance": "\(view.distance)"])
        }
    }

    /// What was shown of the item of a pair; nil where nothing was.
    func context(_ context: SurveySettings.Context) -> String? {
        switch context {
        case .none: nil
        case .text: say(.contextText)
        case .reference: say(.contextReference)
        }
    }
}
