#!/usr/bin/env bash
# What a lab meets that installs the packages: a bare Debian or Ubuntu (by default as this computer's), apt, both programs in windows, and nothing left of them.
#
#   tests/installed.sh OUT [--suite NAME] [--keep]
#
# installs the .deb files in OUT into a bare root (see bare_root.sh), plays a small study, opens the
# window of each program on a screen of its own, and removes them. It needs a package mirror, Xvfb and
# xdotool.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/bare_root.sh

(($#)) || { echo "installed.sh: where are the packages? See the head of this file." >&2 && exit 2; }
out=$(realpath "$1") && shift
while (($#)); do
    case $1 in
    --suite) suite=$2 && shift ;;
    --keep) keep=yes ;;
    *) echo "installed.sh: what is $1? See the head of this file." >&2 && exit 2 ;;
    esac
    shift
done
for tool in Xvfb xdotool; do
    command -v $tool >/dev/null || { echo "installed.sh: there is no $tool." >&2 && exit 2; }
done

make_root "$suite"
number=$(mktemp)
Xvfb -displayfd 1 -screen 0 1280x900x24 -nolisten tcp >"$number" 2>/dev/null &
server=$!
trap 'kill "$server"; rm "$number"; leave_root' EXIT
until [[ -s $number ]]; do sleep 0.1; done
export DISPLAY=:$(<"$number")

# Everything in the root that has one of the programs in its path, users' own files aside.
traces() {
    find "$root" -xdev \( -path "$root/home" -o -path "$root/var/log" -o -path "$root/packages" \) -prune \
        -o -iname '*hcmd*' -print
}

# Starts a program, waits until its window is there, and ends it.
window() {
    set -m  # so that it can be ended with all that it has started
    inside "exec $2" &
    local program=$!
    set +m
    timeout 120 xdotool search --sync --onlyvisible --name "$1" >/dev/null ||
        { echo "installed.sh: $2 showed no window." >&2; exit 1; }
    kill -- -"$program"
    wait "$program" || true
}

before=$(traces)
mkdir "$root/packages"
cp "$out"/*.deb "$root/packages"
names=$(cd "$root/packages" && printf '%s\n' *.deb | sed 's/_.*//')
install_in_root "apt-get install --no-install-recommends /packages/*.deb"
for name in $names; do
    inside "$name --version"
    case $name in
    hcmd-lab)
        inside "hcmd-lab doctor --display"
        inside "hcmd-lab simulate --seed 7 --set 'groups=[5, 5]' --set 'updates=[4, 4]' --set games=50"
        window "HCMD Lab" hcmd-lab
        ;;
    hcmd-kiosk) window "HCMD Lab" "hcmd-kiosk --windowed --server 127.0.0.1:9 --station 7" ;;
    esac
done
inside "apt-get purge --yes --quiet ${names//$'\n'/ }"
left=$(comm -13 <(sort <<<"$before") <(traces | grep --invert-match /var/lib/apt/ | sort))
[[ -z $left ]] || { echo "installed.sh: this was left: $left" >&2; exit 1; }
echo "installed.sh: installed in a bare $suite, run, shown in windows, and nothing left: ${names//$'\n'/, }."
