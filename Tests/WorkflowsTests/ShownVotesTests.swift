import Answers
import Reports
import Testing
import Votes

@testable import Workflows

@Suite("How votes were shown")
struct ShownVotesTests {
    @Test("ways of drawing have the sessions that were drawn so, however many votes those gave")
    func sessions() throws {
        let shown = try shown(
            """
            participant,left,right,choice,session,render,shown_px
            ada,A,B,left,1,img,256
            ada,A,B,left,1,img,512
            bo,A,B,left,2,img,
            cy,A,B,left,3,kitty,300
            cy,A,B,left,3,,300
            dee,A,B,left,,img,
            """)
        #expect(Set(shown.renders) == [.init("img", 2), .init("kitty", 1)])
        #expect(shown.pixels == 256...512)
    }

    @Test("where votes name no session, nothing is counted")
    func unknown() throws {
        let shown = try shown("participant,left,right,choice,render\nada,A,B,left,img\nbo,A,B,left,img\n")
        #expect(shown.renders.isEmpty && shown.pixels == nil)
    }

    private func shown(_ csv: String) throws -> ShownVotes { ShownVotes(try VoteTable(csv: csv.utf8)) }
}
