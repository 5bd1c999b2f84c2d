extension ReportTexts {
    /// A time: `42 s`, `3 min 05 s`, `2 h 07 min`.
    package func duration(seconds: Double) -> String {
        switch NumberText.wholeUnits(seconds: seconds) {
        case .seconds(let seconds): training(.durationSeconds, ["seconds": seconds])
        case .minutes(let minutes, let seconds):
            training(.durationMinutes, ["minutes": minutes, "seconds": seconds])
        case .hours(let hours, let minutes): training(.durationHours, ["hours": hours, "minutes": minutes])
        }
    }

    /// A fact on a line of its own: `seed: 1`.
    package func fact(_ name: String, _ value: String) -> String { name + self[.colon] + value }

    /// As many names of a list are shown.
    private static let mostNamed = 20

    /// The names within a line; of very many the first, and how many more there are.
    package func listed(_ names: [String]) -> String {
        guard !names.isEmpty else { return list(.none) }
        let rest = names.count - Self.mostNamed
        let shown = (rest > 1 ? Array(names.prefix(Self.mostNamed)) : names).joined(separator: self[.comma])
        return rest > 1 ? list(.more, ["list": shown, "count": "\(rest)"]) : shown
    }

    /// A loss by its name in checkpoints, as `generator` or `stage2.discriminator`; another name stays as it is.
    package func loss(_ name: String) -> String {
        guard let match = name.wholeMatch(of: /stage(\d+)\.(.+)/) else { return lossOfNetwork(name) }
        return training(.stageLoss, ["stage": String(match.output.1), "loss": lossOfNetwork(String(match.output.2))])
    }

    /// The same without its stage.
    func lossOfNetwork(_ name: String) -> String {
        switch name {
        case "discriminator": training(.discriminator)
        case "generator": training(.generator)
        case "mse": training(.briefSquaredError)
        default: name
        }
    }

    /// A front by its name in answer files; one that is not dotchi's has no other name.
    func front(_ name: String) -> String {
        switch name {
        case "page": self[.frontPage]
        case "terminal": self[.frontTerminal]
        case "simulation": self[.frontSimulation]
        default: name
        }
    }

    /// How people came, by its name in answer files; the names of panels stay as they are.
    func source(_ name: String) -> String {
        switch name {
        case "link": self[.sourceLink]
        case "simulated": self[.sourceSimulated]
        case "terminal": self[.frontTerminal]
        default: name
        }
    }

    /// A kind of device by its name in answer files.
    func device(_ name: String) -> String {
        switch name {
        case "desktop": self[.deviceDesktop]
        case "tablet": self[.deviceTablet]
        case "phone": self[.devicePhone]
        default: name
        }
    }
}
