# Read an export with base R, of the groups that count: contributions, votes, time to decide.
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

unit <- c("session.code", "group.id_in_subsession")
groups <- read("groups")
counting <- subset(groups, `group.counts` == 1)  # no pilots, no void groups, nothing set aside
# What a time-out or a stand-in decided is nobody's choice.
long <- merge(read("long"), counting[unit], by = unit)
long <- subset(long, `player.decided_by` == "participant")
long$fraction <- long$player.contribution / long$player.endowment
cat("Mean fraction of the endowment that is contributed\n")
if (nrow(long)) print(aggregate(fraction ~ player.role + subsession.stage, data = long, FUN = mean))

# Groups of ACQUIRE are of no contrast: mostly they play one mechanism twice.
compared <- subset(counting, !is.na(`group.contrast`))
votes <- subset(read("votes"), !is.na(`player.vote`))
votes <- merge(votes, compared, by = unit)
chosen <- ifelse(votes$player.vote == 1, votes$group.mechanism_1, votes$group.mechanism_2)
cat("\nVotes by contrast and mechanism\n")
if (nrow(votes)) print(table(votes$group.contrast, chosen))

people <- unique(long[c("session.code", "participant.code")])
names(people) <- c("session_code", "participant_code")
times <- merge(read("page_times"), people)
pages <- subset(times, page_name == "decide" & timeout_happened == 0)
seconds <- pages$page_time_ms / 1000
cat(sprintf("\nMedian time for a decision: %.1f s\n", median(seconds)))
