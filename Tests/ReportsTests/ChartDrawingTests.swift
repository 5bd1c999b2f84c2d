import Preference
import Study
import Testing

@testable import Reports

@Suite("Drawings of charts")
struct ChartDrawingTests {
    /// A text of a drawing, with the box it takes.
    private struct Text {
        var text: String
        var box: LabelPlacement.Box
    }

    @Test(
        "are well-formed, hold their numbers in words, and nothing that is no number",
        arguments: [1, 2, 8, 60], [Language.english, .japanese])
    func wellFormed(count: Int, language: Language) throws {
        for chart in SampleCharts.all(count, language) {
            for width in [ChartStyle.narrow, chart.ownWidth] {
                let svg = chart.svg(width: width, watermark: "SIMULATED – not people")
                #expect(Markup.fault(in: svg) == nil, "\(chart.title) of \(count) at \(width)")
                #expect(!svg.contains("nan") && !svg.contains("inf"), "\(chart.title) of \(count)")
                #expect(svg.contains("<title>\(chart.title)</title>\n<desc>SIMULATED – not people. "))
                #expect(!svg.contains("<script") && !svg.contains("url("))
            }
        }
    }

    @Test(
        "no text touches another or leaves the drawing, of 1 to 60 methods, wide and narrow",
        arguments: [1, 2, 8, 60])
    func overlaps(count: Int) throws {
        for chart in SampleCharts.all(count) + SampleCharts.all(count, .japanese) {
            for width in [ChartStyle.narrow, chart.ownWidth] {
                let drawing = chart.drawing(width: width)
                let texts = try texts(drawing.svg(title: "", description: ""))
                #expect(!texts.isEmpty)
                for (index, text) in texts.enumerated() {
                    let box = text.box
                    #expect(
                        box.left >= -1 && box.right <= width + 1 && box.top >= -1 && box.bottom <= drawing.height + 1,
                        "\(chart.title) of \(count) at \(width): “\(text.text)” at \(box)")
                    for other in texts[..<index] where other.box.touches(box) {
                        Issue.record("\(chart.title) of \(count) at \(width): “\(text.text)” touches “\(other.text)”")
                    }
                }
            }
        }
    }

    @Test("what is missing has its reason in place of a mark")
    func missing() {
        let words = ReportTexts.of(.english)
        let chart = ForestPlot(
            title: "Rates",
            rows: [
                .init(
                    heading: nil, label: "A",
                    rate: ChartEstimate(22.7, naive: Interval(low: 10, high: 43), why: "no persons")),
                .init(heading: nil, label: "B", rate: ChartEstimate(nil, why: "no votes")),
                .init(heading: nil, label: "C", rate: ChartEstimate(.nan)),
            ], level: 0.95, words: words)
        let svg = chart.svg(width: 700)
        #expect(svg.contains(">22.7 (no persons)<") && svg.contains(">– (no votes)<") && svg.contains(">–<"))
        #expect(svg.matches(of: /class="point"/).count == 1, "A's")
        #expect(!svg.contains("by person") && svg.contains(words[.chartNaive]), "the legend names what is drawn")
        #expect(chart.description == "A 22.7 (no persons); B – (no votes); C –")
    }

    @Test("the forest plot's axis has one half in its middle and is no wider than it must be")
    func symmetry() {
        func svg(_ value: Double) -> String {
            let rate = ChartEstimate(value, interval: Interval(low: value - 1, high: value + 1))
            return ForestPlot(
                title: "", rows: [.init(heading: nil, label: "A", rate: rate)], level: 0.95, words: .of(.english)
            ).svg(width: 700)
        }
        #expect(svg(52).contains(">45<") && svg(52).contains(">55<") && !svg(52).contains(">40<"))
        #expect(svg(35).contains(">30<") && svg(35).contains(">70<") && !svg(35).contains(">20<"))
        #expect(svg(3).contains(">0<") && svg(3).contains(">100<"))
    }

    @Test("methods stand by their place on the scale; brackets that overlap stand in columns of their own")
    func brackets() {
        let brackets = Brackets([[0, 1], [1, 2], [3], [3, 4], [0, 1, 2]], order: [2, 1, 0, 3, 4])
        #expect(brackets.columns == 3)
        #expect(
            brackets.spans == [
                .init(rows: [0, 1], column: 0), .init(rows: [0, 1, 2], column: 1), .init(rows: [1, 2], column: 2),
                .init(rows: [3, 4], column: 0),
            ])
        let chart = SampleCharts.jod(3, .of(.english))
        #expect(
            chart.description.hasPrefix(
                "DCGAN 64 + SRCNN 0.70 (0.30–1.00); <script>alert('x')</script> & \"more\" −1.60 ("))
    }

    @Test("a funnel says what is left, what is left out, what was planned, and where far more was left out")
    func funnel() {
        let chart = SampleCharts.funnel(3, .of(.english))
        #expect(
            chart.description == "A: votes left 19500, votes out 2500, people out 12 (10.0 %), planned 5.0 %; "
                + "DCGAN 64 + SRCNN: votes left 17000, votes out 2500, people out 13 (10.0 %); "
                + "<script>alert('x')</script> & \"more\": votes left 14500, votes out 2500, people out 14 (10.0 %), "
                + "planned 5.0 %, far more than planned")
        let svg = chart.svg(width: 700)
        #expect(svg.contains(">▲ 14 (10.0 %)<") && svg.matches(of: /class="alarm"/).count == 2)
        let none = FunnelChart(title: "", votes: 0, steps: [], words: .of(.english))
        #expect(none.svg(width: 700).contains(">0<"))
    }

    @Test("response times fall into classes of equal ratio, with every vote in one, and have their median")
    func times() {
        let times = [(milliseconds: 1000, votes: 2), (milliseconds: 999, votes: 1), (milliseconds: 0, votes: 1)]
        let classes = ResponseTimeHistogram.classes(times)
        #expect(classes.reduce(0) { $0 + $1.votes } == 4)
        #expect(classes.first.map { abs($0.low - 0.001) < 1e-12 && $0.votes == 1 } == true)
        #expect(classes.last.map { abs($0.low - 1) < 1e-12 && $0.votes == 2 } == true)
        #expect(ResponseTimeHistogram.median(times) == 0.9995)
        #expect(ResponseTimeHistogram.median([(3, 0)]) == nil && ResponseTimeHistogram.classes([]).isEmpty)
        // A count is a weight, never a loop.
        #expect(ResponseTimeHistogram.median([(2000, 90_000_000), (1000, 89_999_999)]) == 2)
    }

    @Test("the evidence keeps its peaks and its end, however many people there are")
    func thinning() {
        let points = (1...100_000).map { people in
            EvidenceChart.Point(people: people, logE: people == 61_803 ? 9 : -Double(people) / 1e5)
        }
        let thinned = EvidenceChart.thinned(points)
        #expect(thinned.count <= 300 && thinned.contains(points[61_802]) && thinned.last == points.last)
        #expect(thinned.map(\.people) == thinned.map(\.people).sorted())
        #expect(EvidenceChart.thinned(Array(points.prefix(100))) == Array(points.prefix(100)))
        let texts = [(0.0, "1.0"), (3.0, "20"), (-1, "0.37"), (400, "10¹⁷⁴"), (.infinity, "–")]
        for (logE, text) in texts { #expect(EValueText.text(logE: logE) == text) }
    }

    @Test("logarithmic axes mark 1, 2 and 5 of each power, or powers alone, within their ends")
    func logarithms() {
        #expect(
            LogAxis("", values: [0.08, 12]).marks.map { NumberText.significant($0, 1) } == [
                "0.1", "0.2", "0.5", "1", "2", "5", "10",
            ])
        let wide = LogAxis("", values: [1e-9, 1e7])
        #expect(wide.marks.count <= 10 && wide.label(wide.marks[0]) == "10⁻⁹")
        let one = LogAxis("", values: [3])
        #expect(abs(one.share(of: 3) - 0.5) < 1e-9)
        #expect(PowerAxis("", powers: [0, 0]).share(of: 0) == 0)
    }

    @Test("names are shortened to the room they have, and whole in the tooltip")
    func shortened() {
        #expect(TextWidth.shortened("方法", to: 26) == "方法" && TextWidth.shortened("方法の名前", to: 40) == "方…前")
        var drawing = Drawing(width: 100)
        drawing.text("<b>a very long name</b>", at: .init(x: 0, y: 10), limit: 60)
        let svg = drawing.svg(title: "", description: "")
        #expect(
            TextWidth.shortened("A very long name of a generator 10", to: 100)
                != TextWidth.shortened("A very long name of a generator 11", to: 100))
        #expect(svg.contains(">&lt;b&gt;…b&gt;<title>&lt;b&gt;a very long name&lt;/b&gt;</title></text>"))
    }

    @Test("few methods are named at their points, many in rows")
    func cost() {
        #expect(SampleCharts.cost(2, .of(.english)).ownWidth == 500)
        #expect(SampleCharts.cost(7, .of(.english)).ownWidth == 700)
        var unknown = SampleCharts.cost(2, .of(.english))
        unknown = CostChart(
            title: "", items: unknown.items + [.init(label: "imported", hours: nil, rate: ChartEstimate(40))],
            level: 0.95, words: .of(.english))
        #expect(unknown.svg(width: 700).contains(">imported<"))
    }

    @Test("the legend of costs names the kind of interval that is drawn, at points and in rows", arguments: [2, 8])
    func costLegend(count: Int) {
        let words = ReportTexts.of(.english)
        let byPerson = SampleCharts.cost(count, words)
        let nameless = CostChart(
            title: "",
            items: byPerson.items.map {
                .init(label: $0.label, hours: $0.hours, rate: .init(50, naive: $0.rate.naive))
            },
            level: 0.95, words: words)
        let bare = CostChart(
            title: "", items: byPerson.items.map { .init(label: $0.label, hours: $0.hours, rate: .init(50)) },
            level: 0.95, words: words)
        for (chart, hasPeople, hasNaive) in [(byPerson, true, false), (nameless, false, true), (bare, false, false)] {
            let svg = chart.svg(width: 700)
            #expect(svg.contains("interval by person") == hasPeople && svg.contains(words[.chartNaive]) == hasNaive)
            #expect(svg.contains("class=\"by-person\"") == hasPeople && svg.contains("class=\"naive\"") == hasNaive)
        }
    }

    @Test("the people of a figure of sides are counted in words that fit one of them")
    func onePerson() {
        #expect(ReportTexts.english(.chartPeopleSorted, ["count": "1"]) == "1 person, by the share")
        #expect(ReportTexts.english(.chartPeopleSorted, ["count": "2"]) == "2 people, by their share")
    }

    /// The texts of a drawing, one a line.
    private func texts(_ svg: String) throws -> [Text] {
        try svg.split(separator: "\n").filter { $0.hasPrefix("<text") }.map { line in
            // Attribute names and values take turns: <text class="…" x="…" y="…" dy="0.35em">….
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
            let isStyled = parts[0].hasSuffix("class=")
            let style = isStyled ? parts[1] : ""
            let x = try #require(Double(parts[isStyled ? 3 : 1]))
            let y = try #require(Double(parts[isStyled ? 5 : 3]))
            let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            let escaped = (parts.last ?? "").dropFirst().prefix { $0 != "<" }
            let text = marks.reduce(String(escaped)) { $0.replacing($1.0, with: $1.1) }
            let width = TextWidth.of(text)
            let classes = style.split(separator: " ")
            let left = classes.contains("end") ? x - width : classes.contains("middle") ? x - width / 2 : x
            return Text(text: text, box: .init(left: left, right: left + width, top: y - 6, bottom: y + 6))
        }
    }
}
