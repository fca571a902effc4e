# Read an export with base R: contributions by role and stage, votes by mechanism.
#
#   Rscript docs/analysis/read_export.R FOLDER

folder <- commandArgs(trailingOnly = TRUE)[1]
if (is.na(folder) || !file.exists(file.path(folder, "datapackage.json"))) {
  message("Name the folder of an export, as written by: hcmd-lab export STUDY FOLDER")
  quit(status = 2)
}
read <- function(name) {
  read.csv(file.path(folder, paste0(name, ".csv")), check.names = FALSE,
           na.strings = "", fileEncoding = "UTF-8", stringsAsFactors = FALSE)
}

long <- read("long")
# Void groups are no data; what a time-out or a stand-in decided is nobody's choice.
long <- subset(long, `group.status` != "void" & `player.decided_by` == "participant")
long$fraction <- long$player.contribution / long$player.endowment
cat("Mean fraction of the endowment that is contributed\n")
print(aggregate(fraction ~ player.role + subsession.stage, data = long, FUN = mean))

votes <- read("votes")
votes <- votes[!is.na(votes$player.vote), ]
votes <- merge(votes, read("groups"), by = c("session.code", "group.id_in_subsession"))
chosen <- ifelse(votes$player.vote == 1, votes$group.mechanism_1, votes$group.mechanism_2)
cat("\nVotes by mechanism\n")
print(table(chosen))

times <- read("page_times")
pages <- subset(times, page_name == "decide" & timeout_happened == 0)
seconds <- pages$page_time_ms / 1000
cat(sprintf("\nMedian time for a decision: %.1f s\n", median(seconds)))
