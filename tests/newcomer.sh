#!/usr/bin/env bash
# What a newcomer meets: a bare Debian or Ubuntu (by default as this computer's), this repository, and the README's lines as they stand there.
#
#   tests/newcomer.sh [--suite NAME] [--wheels DIR] [--tests WHAT] [--keep]
#
# unpacks what is committed into a bare root (see bare_root.sh), runs the commands under the README's
# heading "Two commands" (those of apt first), and of the tests those that `--tests` names (by default
# tests/unit). It needs a package mirror and a package index; pip's own settings (PIP_*) are handed on.
# `--wheels` gives pip a folder of wheels besides, such as one with the build of PyTorch for the
# processor alone.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/bare_root.sh

wheels= tests=tests/unit
while (($#)); do
    case $1 in
    --suite) suite=$2 && shift ;;
    --wheels) wheels=$(realpath "$2") && shift ;;
    --tests) tests=$2 && shift ;;
    --keep) keep=yes ;;
    *) echo "newcomer.sh: what is $1? See the head of this file." >&2 && exit 2 ;;
    esac
    shift
done
unset DISPLAY

make_root "$suite"
mkdir "$root/home/newcomer/hcmd-lab"
git archive HEAD | tar --extract --directory "$root/home/newcomer/hcmd-lab"
if [[ $wheels ]]; then
    mkdir "$root/wheels"
    mount --bind "$wheels" "$root/wheels"
    export PIP_FIND_LINKS=/wheels
fi

# The README's commands below its heading, each in one line.
commands() {
    awk '/^## /{here = /^## Two commands/} /^```/{code = /^```sh/; next} here && code' README.md |
        sed ':join; /\\$/{N; s/\\\n *//; b join}'
}
installing=$(commands | grep '^sudo apt-get' || true)
[[ $installing == *apt-get* ]] || { echo "newcomer.sh: the README installs nothing by apt." >&2; exit 1; }

install_in_root "$installing"
commands | grep --quiet '^make demo' || { echo "newcomer.sh: the README has no make demo." >&2; exit 1; }
inside "cd hcmd-lab; make demo"
inside "cd hcmd-lab; make test ARGS='$tests'"
echo "newcomer: everything that the README names works in a bare $suite."
