import Foundation
import StudyStore

/// Makes studies with as many votes and plans as are asked for, and says how long reading them takes.
///
/// `StoreBenchmark make FOLDER [--votes N] [--trials N] [--plans N] [--seats N]` makes a study with that many votes on one
/// plan, beside so many other plans of so many seats, which nobody answered. `dotchi` takes the folder as any study.
/// `StoreBenchmark read FOLDER` reads the votes of its plan, and freezes one more plan while another connection votes.
@main
struct StoreBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let command = arguments.first, let path = arguments.dropFirst().first else {
            print("StoreBenchmark make FOLDER [--votes N] [--trials N] [--plans N] [--seats N] | read FOLDER")
            exit(64)
        }
        func option(_ name: String, _ usual: Int) -> Int {
            guard let place = arguments.firstIndex(of: "--" + name), place + 1 < arguments.endIndex else {
                return usual
            }
            return Int(arguments[place + 1]) ?? usual
        }
        let size = LargeStudy(
            votes: option("votes", 4_000), trials: option("trials", 20), otherPlans: option("plans", 4),
            otherSeats: option("seats", 30_000))
        let folder = URL(filePath: path)
        switch command {
        case "make": try size.make(in: folder)
        default: try StoreReading(folder).measure(size)
        }
    }
}
