import Answers
import Foundation
import Study
import TestKit
import Testing

/// Degrees of visual angle, in a real browser.
@MainActor
struct CalibrationTests {
    private func person(in folder: URL) throws -> Participant {
        try .viewing(in: folder) { $0.size = .degrees(4) }
    }

    /// Moves the slider to so many CSS pixels a millimetre.
    private func fit(_ density: Double, _ person: Participant) throws {
        try person.page.wait(for: "#card-size")
        try person.page.run(
            """
            const range = document.getElementById("card-size")
            range.value = "\(density)"
            range.dispatchEvent(new Event("input"))
            """)
    }

    private func calibrations(_ person: Participant) throws -> [String] {
        try person.kept().filter { $0.contains("view.px_per_mm") }
    }

    @Test(
        "people fit a frame to a bank card, and images have their angle from then on, also enlarged and after a reload")
    func card() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder)
            try person.page.click("#agree")
            try fit(5, person)
            let box = "(e => [e.width, e.height])(document.getElementById('card').getBoundingClientRect())"
            let card: [Double] = try person.page.evaluate(box)
            #expect(abs(card[0] - 428) < 0.1 && abs(card[1] - 269.9) < 0.1)
            #expect(try person.page.evaluate("document.getElementById('calibration').innerText.includes('60 cm')"))
            try person.page.click("#card-fits")
            try person.page.click("#start")
            try person.await(trial: 1)
            // 4 degrees at 60 cm are 41.9 mm, at 5 pixels each.
            let side = 20 * 60 * tan(4 * Double.pi / 360) * 5
            #expect(try abs(person.boxes()[0].width - side) <= 1)
            #expect(try calibrations(person).count == 1 && calibrations(person)[0].contains(#""value":5"#))
            try person.page.reload()
            try person.await(trial: 1)
            #expect(try abs(person.boxes()[0].width - side) <= 1)
            // Enlarged to half as many CSS pixels, the screen is what it was.
            try person.page.resize(width: 640, height: 400, scale: 2)
            try person.page.wait(until: "Math.abs(document.querySelector('.picture').clientWidth - \(side / 2)) <= 1")
            try person.answer(["f", "j", "f", "j"])
            #expect(try person.answers().votes.count == 4)
        }
    }

    @Test("a frame that nobody moved fits nothing, and one fits on each screen, however enlarged the page is")
    func unmoved() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder)
            try person.page.click("#agree")
            try person.page.wait(for: "#card-size")
            let side = "document.getElementById('card').getBoundingClientRect().width"
            #expect(try person.page.evaluate("document.getElementById('card-fits').disabled"))
            // Smaller than what CSS takes for a card, so that nobody sees a fit before they moved it.
            #expect(try person.page.evaluate("\(side) < 0.7 * 85.6 * 96 / 25.4"))
            // 96 device pixels an inch at three times the size; a telephone's 460 at half of it.
            for density in [96 / 25.4 / 3, 460 / 25.4 / 1.5] {
                try fit(density, person)
                #expect(try abs(person.page.evaluate(side) - 85.6 * density) < 0.5)
            }
            // A telephone's frame has its room, whatever stands around it.
            try fit(4, person)
            try person.page.resize(width: 375, height: 667, phone: true)
            // What is wider than a telephone makes its window wider too.
            try person.page.wait(until: "innerWidth === 375")
            try fit(6.42, person)
            #expect(try person.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            #expect(
                try person.page.evaluate(
                    "(e => e.left >= 0 && e.right <= innerWidth)(document.getElementById('card').getBoundingClientRect())"
                ))
            try person.page.click("#card-fits")
            try person.page.wait(for: "#start")
            // Another person begins with a frame that nobody moved.
            try person.page.run("calibration.ask({ answer: () => undefined }, () => {})")
            #expect(try person.page.evaluate("document.getElementById('card-fits').disabled"))
        }
    }

    @Test("a frame that two fingers enlarge is as large as it is seen")
    func pinched() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder)
            try person.page.click("#agree")
            try person.page.wait(for: "#card-size")
            try person.page.run(
                "Object.defineProperty(window, 'visualViewport', { value: { scale: 1.5 }, configurable: true })")
            for density in [3.0, 4.0] { try fit(density, person) }
            // In pixels of the page, which are one and a half of the screen's.
            let side: Double = try person.page.evaluate("document.getElementById('card').getBoundingClientRect().width")
            #expect(abs(side - 85.6 * 4) < 0.5)
            try person.page.click("#card-fits")
            #expect(try calibrations(person).count == 1 && calibrations(person)[0].contains(#""value":6"#))
        }
    }

    @Test(
        "who has no card sees the millimetres of CSS, which is recorded, in a frame that stands upright on a telephone")
    func none() throws {
        try withTemporaryFolder { folder in
            let person = try person(in: folder)
            try person.page.resize(width: 390, height: 844, phone: true)
            try person.page.click("#agree")
            try fit(4, person)
            #expect(
                try person.page.evaluate(
                    "(e => e.height > e.width && e.right <= innerWidth)(document.getElementById('card').getBoundingClientRect())"
                ))
            try person.page.click("#no-card")
            try person.page.click("#start")
            try person.await(trial: 1)
            #expect(try abs(person.boxes()[0].width - 20 * 60 * tan(4 * Double.pi / 360) * 96 / 25.4) <= 1)
            #expect(try calibrations(person).count == 1 && calibrations(person)[0].contains(#""value":"none""#))
        }
    }
}
