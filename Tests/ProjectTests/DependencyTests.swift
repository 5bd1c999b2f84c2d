import Foundation
import TestKit
import Testing

@Suite("Dependencies")
struct DependencyTests {
    @Test("Package.swift names an exact version of each")
    func pinned() throws {
        let manifest = try String(contentsOf: Project.root.appending(path: "Package.swift"), encoding: .utf8)
        let packages = manifest.matches(of: /\.package\((.*)\)/).map { String($0.output.1) }
        #expect(packages.count > 5)
        for package in packages {
            #expect(package.contains(/, exact: "\d+\.\d+\.\d+"$/), "\(package)")
        }
    }
}
