import ArgumentParser
import Workflows

extension TrainingDevice: ExpressibleByArgument {}
