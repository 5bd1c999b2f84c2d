import Foundation
import Study

/// What is written of a page.
extension SurveyPage {
    /// Writes index.html, style, script, data, and a file for each seat and image.
    func writeFiles(
        _ images: PageImages, _ templates: PageTemplates, _ earlier: [EarlierBuild], to new: URL
    ) throws {
        let seats = try images.seats.map {
            (
                number: $0.number,
                script: try PageData.script(seat: $0.number, trials: $0.trials, texts: $0.texts, checks: $0.checks)
            )
        }
        let folders = PagePlan.Folders(
            seats: "plan-\(ContentHash.name(seats.lazy.map(\.script)))",
            images: "images-\(ContentHash.name(images.names))")
        for folder in [folders.seats, folders.images] {
            try FileManager.default.createDirectory(at: new.appending(path: folder), withIntermediateDirectories: false)
        }
        for seat in seats { try write(seat.script, to: new.appending(path: "\(folders.seats)/\(seat.number).js")) }
        try images.each { name, file in try file.write(to: new.appending(path: "\(folders.images)/\(name).png")) }

        let data = try data(images, earlier: earlier, folders: folders).script()
        var names: [String: String] = [:]
        for (kind, text, ending) in [
            ("styles", templates.styles, "css"), ("data", data, "js"), ("script", templates.script, "js"),
        ] {
            let name = "\(kind == "data" ? "data" : "survey")-\(ContentHash.name([text])).\(ending)"
            try write(text, to: new.appending(path: name))
            names[kind] = name
        }
        try write(index(templates, filesPolicy, names, inlined: false), to: new.appending(path: PageEntries.index))
    }

    /// Writes index.html with everything in it.
    func writeSingleFile(
        _ images: PageImages, _ templates: PageTemplates, _ earlier: [EarlierBuild], to new: URL
    ) throws {
        var data = data(images, earlier: earlier)
        for seat in images.seats {
            data.seats["\(seat.number)"] = seat.trials
            if !seat.checks.isEmpty { data.checks["\(seat.number)"] = PageData.byName(seat.checks) }
            if !seat.texts.isEmpty { data.prompts["\(seat.number)"] = seat.texts }
        }
        var addresses: [String: String] = [:]
        try images.each { name, file in
            addresses[name] = "data:image/png;base64,\(file.base64EncodedString())"
        }
        data.images = addresses
        let script = try data.script()
        let parts = ["styles": templates.styles, "data": script, "script": templates.script]
        let policy =
            "default-src 'none'; img-src data:; script-src \(ContentHash.source(script)) "
            + "\(ContentHash.source(templates.script)); style-src \(ContentHash.source(templates.styles))" + connections
        try write(index(templates, policy, parts, inlined: true), to: new.appending(path: PageEntries.index))
    }

    /// What a page of files may load and send.
    var filesPolicy: String {
        "default-src 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'" + connections
    }

    /// The one host to which a page sends, where it sends.
    private var connections: String {
        switch plan.survey.submit {
        case .file: return ""
        case .collector: return "; connect-src 'self'"
        case .address(let address):
            // The origin alone: a path would close the address to what it is redirected to.
            let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
            return "; connect-src \(parts.joined(separator: "/"))"
        }
    }

    /// The policy with what holds for each page.
    func whole(_ policy: String) -> String { "\(policy); base-uri 'none'; form-action 'none'" }

    /// index.html: `parts` are the style, the data and the script, or the names of their files.
    func index(
        _ templates: PageTemplates, _ policy: String, _ parts: [String: String], inlined: Bool
    ) -> String {
        var values: [String: Any] = [
            "language": languages[0].rawValue,
            "direction": direction(languages[0]),
            "study": plan.study,
            "plan": planHash,
            "policy": whole(policy),
            "title": texts[languages[0]]?[.pageTitle] ?? "",
            "languages": languages.map {
                [
                    "tag": $0.rawValue, "direction": direction($0), "incomplete": texts[$0]?[.incomplete] ?? "",
                    "needsScript": texts[$0]?[.needsScript] ?? "",
                ]
            },
            "inlined": inlined,
            "reference": plan.survey.usedContext == .reference,
            "parts": parts,
        ]
        if let seat { values["seat"] = "\(seat)" }
        return templates.index(values)
    }

    private func direction(_ language: Language) -> String { language.isRightToLeft ? "rtl" : "ltr" }

    private func write(_ text: String, to file: URL) throws { try Data(text.utf8).write(to: file) }
}
