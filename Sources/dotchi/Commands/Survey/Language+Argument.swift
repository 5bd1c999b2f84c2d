import ArgumentParser
import Study

extension Language: ExpressibleByArgument {}
