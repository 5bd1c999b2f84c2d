// swift-tools-version: 6.2
import PackageDescription

// What every target of our own is compiled with. (Not `-Xswiftc`, which would reach the dependencies.)
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The same for our own C.
let warnings: [CSetting] = [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]

/// A room of dotchi: a Swift module and what it may use.
func room(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The same for arithmetic over millions of numbers or pixels: optimised in debug builds too, where tests would take
/// minutes.
func arithmeticRoom(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + [.unsafeFlags(["-O"])])
}

/// The tests of one room, and the folders of data beside them, which they read by path.
func tests(_ name: String, uses dependencies: [Target.Dependency], data: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestKit"], exclude: data, swiftSettings: strict)
}

/// A C library behind a narrow shim of our own; its setjmp, macros and variadics stay inside.
func shim(_ name: String, links library: String) -> Target {
    .target(name: name, cSettings: warnings, linkerSettings: [.linkedLibrary(library)])
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let metrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let numerics: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
    name: "dotchi",
    products: [.executable(name: "dotchi", targets: ["dotchi"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // The study: values, settings, plan, answers, statistics. No IO but reading study.yaml.
        room("Files"),
        room("Parallel"),
        room("Randomness"),
        .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        room("Prose", uses: ["CMark"]),
        room("Study", uses: ["Prose"]),
        room("Text"),
        room("StudyFiles", uses: ["Files", "Study", yams]),
        room("Pairing", uses: ["Study", "Randomness", crypto]),
        room("CSV"),
        room("Answers", uses: ["Study", "Text", crypto]),
        room("Votes", uses: ["Answers", "CSV", "Parallel", "Study", "Text"]),
        room("Simulation", uses: ["Study", "Randomness", "Pairing", "Answers"]),
        arithmeticRoom("Preference", uses: ["Parallel", "Randomness", numerics]),

        // Pictures and photographs.
        shim("CPNG", links: "png16"),
        shim("CJPEG", links: "jpeg"),
        shim("CArchive", links: "archive"),
        arithmeticRoom("Pictures", uses: ["Files", "CPNG", "CJPEG"]),
        arithmeticRoom("ImageQuality", uses: ["Parallel", "Pictures", "Randomness"]),
        arithmeticRoom(
            "Datasets", uses: ["Files", "Parallel", "Study", "Randomness", "Pictures", "CArchive", crypto]),

        // Training and generation. TorchEngine is no target: `make engine` compiles it to a plug-in.
        .target(name: "Engine"),
        room("Tensors", uses: ["Engine", "Files", "Randomness", crypto]),
        room("Networks", uses: ["Tensors", "Randomness"]),
        room("Generators", uses: ["Parallel", "Study", "Randomness", "Tensors", "Networks", "Pictures"]),
        room(
            "Training",
            uses: [
                "Files", "Study", "StudyFiles", "Randomness", "Tensors", "Networks", "Generators", "Pictures",
                "Datasets",
            ]),

        // What is kept, shown and told.
        room("StudyStore", uses: ["Answers", "Files", "Parallel", "Study", "Text", "Votes", crypto, grdb, sqlite]),
        room("SurveyPage", uses: ["Files", "Prose", "Study", "Randomness", "Pairing", "Pictures", crypto, mustache]),
        .systemLibrary(name: "Chafa", pkgConfig: "chafa", providers: [.apt(["libchafa-dev", "libglib2.0-dev"])]),
        .target(name: "CChafa", dependencies: ["Chafa"], cSettings: warnings),
        room("SurveyTerminal", uses: ["Study", "Answers", "Prose", "Pictures", "Text", "CChafa"]),
        room("Analysis", uses: ["Parallel", "Preference", "Study", "Votes"]),
        room("Reports", uses: ["Analysis", "CSV", "Parallel", "Study", "Preference", "Text", "Votes", crypto]),

        // What a study is worked on with: the only place where rooms of different kinds meet. Knows no console.
        room(
            "Workflows",
            uses: [
                "Analysis", "Answers", "CSV", "Datasets", "Files", "Generators", "ImageQuality", "Pairing", "Parallel",
                "Pictures",
                "Preference", "Randomness", "Reports", "Simulation", "Study", "StudyFiles", "StudyStore", "SurveyPage",
                "SurveyTerminal", "Tensors", "Text", "Training", "Votes", crypto, logging,
            ]),

        // The collector over HTTP. The only room that knows Hummingbird.
        room(
            "SurveyServer",
            uses: [
                "Answers", "Reports", "Study", "StudyStore", "SurveyPage", "Workflows", hummingbird, hummingbirdCore,
                httpTypes,
                lifecycle, metrics, signals, nio, logging,
            ]),

        // The command: parses, prints, ends.
        .executableTarget(
            name: "dotchi",
            dependencies: [
                "Datasets", "Files", "Pairing", "Pictures", "Preference", "Reports", "Study", "StudyFiles",
                "StudyStore",
                "SurveyServer", "SurveyTerminal", "Text", "Votes", "Workflows", argumentParser, logging,
            ],
            swiftSettings: strict),

        // dotchi's side of `make bench-train`.
        .executableTarget(
            name: "TrainingBenchmark",
            dependencies: ["Study", "Datasets", "Generators", "Networks", "Pictures", "Tensors", "Training"],
            path: "Tests/TrainingBenchmark", exclude: ["train.py", "peer.py"], swiftSettings: strict),

        // dotchi's side of `make bench-analyze`.
        .executableTarget(
            name: "AnalysisBenchmark", dependencies: ["Parallel", "Preference", "Randomness"],
            path: "Tests/AnalysisBenchmark", exclude: ["analyze.py", "peer.py", "peer.R"],
            swiftSettings: strict),

        // Studies with as many votes and plans as are asked for.
        .executableTarget(
            name: "StoreBenchmark", dependencies: ["Answers", "Pairing", "Pictures", "Study", "StudyStore"],
            path: "Tests/StoreBenchmark", swiftSettings: strict),

        .target(name: "TestKit", path: "Tests/TestKit", swiftSettings: strict),
        tests("FilesTests", uses: ["Files"]),
        tests("ProseTests", uses: ["Prose"]),
        tests("ParallelTests", uses: ["Parallel"]),
        tests("RandomnessTests", uses: ["Randomness"]),
        tests("StudyFilesTests", uses: ["Study", "StudyFiles", yams], data: ["Fixtures", "Goldens"]),
        tests("PairingTests", uses: ["Study", "Pairing", "Randomness", crypto], data: ["Goldens"]),
        tests("CSVTests", uses: ["CSV"]),
        tests("TextTests", uses: ["Text"]),
        .target(
            name: "SessionLists", dependencies: ["Answers", "Study", "TestKit"], path: "Tests/SessionLists",
            exclude: ["Goldens"], swiftSettings: strict),
        tests("AnswersTests", uses: ["Study", "Answers", "SessionLists"]),
        tests("VotesTests", uses: ["Study", "Answers", "Votes", "VoteTestKit"]),
        .target(name: "VoteTestKit", dependencies: ["Votes"], path: "Tests/VoteTestKit", swiftSettings: strict),
        tests("SimulationTests", uses: ["Study", "Pairing", "Answers", "Simulation", "Randomness"]),
        tests("PreferenceTests", uses: ["Preference", "Randomness"], data: ["Fixtures"]),
        tests("PicturesTests", uses: ["Pictures"], data: ["Fixtures"]),
        tests("ImageQualityTests", uses: ["ImageQuality", "Pictures", "Randomness"], data: ["Fixtures"]),
        tests(
            "DatasetsTests", uses: ["Study", "Datasets", "Pictures", "ImageQuality", "Randomness"], data: ["Fixtures"]),
        tests("TensorsTests", uses: ["Tensors", "Engine", "Randomness"], data: ["Fixtures"]),
        .target(
            name: "TensorTestKit", dependencies: ["Tensors"], path: "Tests/TensorTestKit", swiftSettings: strict),
        tests("NetworksTests", uses: ["Networks", "Tensors", "TensorTestKit", "Randomness"], data: ["Fixtures"]),
        .target(
            name: "GeneratorTestKit", dependencies: ["Pictures", "Randomness", "Study", "Tensors"],
            path: "Tests/GeneratorTestKit", swiftSettings: strict),
        tests(
            "GeneratorsTests",
            uses: ["Study", "Generators", "GeneratorTestKit", "Networks", "Tensors", "Pictures"]),
        tests(
            "TrainingTests",
            uses: [
                "Study", "Generators", "GeneratorTestKit", "Training", "Networks", "Tensors", "TensorTestKit",
                "Datasets",
                "Pictures", "ImageQuality", "Randomness",
            ],
            data: ["Fixtures"]),
        tests(
            "StudyStoreTests",
            uses: [
                "Files", "Study", "StudyFiles", "Answers", "Pairing", "SessionLists", "Votes", "StudyStore", crypto,
                grdb,
            ],
            data: ["Goldens"]),
        tests(
            "SurveyPageTests",
            uses: [
                "Files", "Study", "Pairing", "Answers", "SessionLists", "Pictures", "SurveyPage", crypto,
            ]),
        tests(
            "SurveyTerminalTests",
            uses: ["Files", "Study", "Answers", "SessionLists", "Pictures", "SurveyTerminal", "Text"]),
        tests(
            "ReportsTests",
            uses: [
                "Analysis", "CSV", "Study", "Preference", "Reports", "Pictures", "Text", "Votes", "VoteTestKit", crypto,
            ],
            data: ["Goldens"]),
        tests(
            "WorkflowsTests",
            uses: [
                "Analysis", "Answers", "Pairing", "Pictures", "Randomness", "Reports", "Study", "StudyFiles",
                "StudyStore",
                "SurveyTerminal", "Votes", "Workflows",
            ]),
        tests("ConsoleTests", uses: ["Reports", "Study", "Workflows", "dotchi", argumentParser]),
        tests("CommandTests", uses: [grdb], data: ["Fixtures"]),
        tests("ProjectTests", uses: []),
    ],
    swiftLanguageModes: [.v6]
)

// What `make fuzz` builds, and nothing else: its rooms count which of their branches are taken.
if Context.environment["DOTCHI_FUZZ"] != nil {
    let fuzzed = strict + [.unsafeFlags(["-sanitize=fuzzer"])]
    package.targets.append(
        .executableTarget(
            name: "AnswersFuzz", dependencies: ["Answers", "Study"], path: "Tests/Fuzz", exclude: ["Corpus"],
            swiftSettings: fuzzed, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
    for target in package.targets where ["Answers", "Text"].contains(target.name) {
        target.swiftSettings = fuzzed
    }
}
