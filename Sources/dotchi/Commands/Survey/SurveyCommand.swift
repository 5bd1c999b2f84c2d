import ArgumentParser

/// `dotchi survey`: what people are asked.
struct SurveyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "Freeze the plan, then ask people: on a page, or in this terminal.",
        subcommands: [
            SurveyPlanCommand.self, SurveyListCommand.self, SurveyBuildCommand.self, SurveyServeCommand.self,
            SurveyWatchCommand.self, SurveyTakeCommand.self,
        ])
}
