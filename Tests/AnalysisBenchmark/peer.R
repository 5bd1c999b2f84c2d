# R's side of `make bench-analyze`: one computation, warm, that takes orders as AnalysisBenchmark does.
#
#     Rscript peer.R CONTEST FILE
#
# FILE: the votes that AnalysisBenchmark saved. As there, every run starts from single votes in memory.

arguments <- commandArgs(trailingOnly = TRUE)
votes <- read.csv(arguments[2])

contests <- list(
  # Maximum likelihood by adaptive Gauss-Hermite quadrature with 25 nodes.
  mixed = function() {
    wins <- (votes$left == "M1") == (votes$choice == "left")
    people <- aggregate(list(wins = wins, trials = 1), list(person = votes$participant), sum)
    fit <- lme4::glmer(cbind(wins, trials - wins) ~ 1 + (1 | person), people, family = binomial, nAGQ = 25)
    c(lme4::fixef(fit)[[1]], attr(lme4::VarCorr(fit)$person, "stddev")[[1]])
  },
  fit = function() {
    methods <- paste0("M", seq_along(unique(c(votes$left, votes$right))) - 1)
    wins <- table(factor(ifelse(votes$choice == "left", votes$left, votes$right), methods),
                  factor(ifelse(votes$choice == "left", votes$right, votes$left), methods))
    pairs <- BradleyTerry2::countsToBinomial(wins)
    pairs <- pairs[pairs$win1 + pairs$win2 > 0, ]
    fit <- BradleyTerry2::BTm(cbind(win1, win2), player1, player2, data = pairs)
    worths <- BradleyTerry2::BTabilities(fit)[methods, "ability"]
    worths - mean(worths)
  })
package <- c(mixed = "lme4", fit = "BradleyTerry2")[[arguments[1]]]
suppressPackageStartupMessages(library(package, character.only = TRUE))
run <- contests[[arguments[1]]]

answer <- function(text) {
  cat(text, "\n", sep = "")
  flush(stdout())
}

answer(sprintf('{"version": "%s %s, R %s"}', package, packageVersion(package), getRversion()))
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  order <- strsplit(line, " ")[[1]]
  figures <- if (order[1] == "run") {
    vapply(seq_len(as.integer(order[2])), function(turn) system.time(run())[["elapsed"]], 0)
  } else {
    run()
  }
  answer(sprintf("[%s]", paste(sprintf("%.12g", figures), collapse = ", ")))
}
