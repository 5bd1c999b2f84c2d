#!/usr/bin/env bash
# A whole small study, command by command: run.sh DOTCHI FOLDER [PHOTOGRAPHS]
# Its generators come trained; `train` trains the one small network that does not.
set -euo pipefail
dotchi=$1
folder=$2
photographs=${3:-}
# Both as they can be pasted where this was called.
shown=${dotchi#"$PWD/"}

if [ -e "$folder" ]; then
    rm -rf "$folder.previous"
    mv "$folder" "$folder.previous"
    echo "The study that was in $folder lies in $folder.previous now."
fi

step() {
    printf '\n$ dotchi %s\n' "$*"
    "$dotchi" "$@"
}

step init "$folder" --template demo
if [ -n "$photographs" ]; then photographs=$(realpath "$photographs"); fi
cd "$folder"
if [ -n "$photographs" ]; then
    step dataset add "$photographs" --crop 160
else
    step dataset add procedural
fi
step train
step runs
step pool refresh
step survey plan --seats 40 --seed 1
step survey build page
step simulate --participants 20 --prefer B=0.7
step analyze
step report >/dev/null

printf '\n'
cat report/table-equal-iterations.md
printf '\n'
cat report/table-equal-time.md
cat <<END

Nobody was asked: these votes are simulated, and every table says so. The study is planned for 40 people and 20 were
simulated, so its hypothesis has no verdict yet ("interim").
  the page for people:  $folder/page/index.html
  the survey here:      $shown survey take --study $folder
  the report:           $folder/report/report.html
END
