#!/usr/bin/env bash
# What a newcomer meets: a bare Debian or Ubuntu (by default as this computer's), this repository, and the README's lines as they stand there.
#
#   tests/newcomer.sh [--suite NAME] [--wheels DIR] [--tests WHAT] [--keep]
#
# makes a root without anything by mmdebstrap or debootstrap, unpacks what is committed into it, runs
# the commands under the README's heading "Two commands" (those of apt first), and of the tests those
# that `--tests` names (by default tests/unit). It needs root, a package mirror and a package index;
# pip's own settings (PIP_*) are handed on. `--wheels` gives pip a folder of wheels besides, such as
# one with the build of PyTorch for the processor alone.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}") wheels= tests=tests/unit keep=
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
((EUID == 0)) || { echo "newcomer.sh: only root may make a root." >&2 && exit 2; }

root=$(mktemp --directory /var/tmp/newcomer.XXXXXX)
leave() {
    for place in wheels proc dev/pts dev; do
        mountpoint --quiet "$root/$place" && umount "$root/$place"
    done
    [[ $keep ]] && echo "The root is kept: $root" || rm --recursive --force --one-file-system "$root"
}
trap leave EXIT

if command -v mmdebstrap >/dev/null; then
    # From the mirrors that this computer itself uses.
    shopt -s nullglob
    mmdebstrap --variant=apt --include=ca-certificates --quiet "$suite" "$root" \
        /etc/apt/sources.lis[t] /etc/apt/sources.list.d/{debia[n],ubunt[u]}.sources
elif command -v debootstrap >/dev/null; then
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" >/dev/null
else
    echo "newcomer.sh: neither mmdebstrap nor debootstrap is installed." >&2 && exit 2
fi

for place in dev dev/pts; do mount --bind "/$place" "$root/$place"; done
mount -t proc proc "$root/proc"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp --dereference /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
mkdir --parents "$root/home/newcomer/hcmd-lab"
git archive HEAD | tar --extract --directory "$root/home/newcomer/hcmd-lab"
if [[ $wheels ]]; then
    mkdir "$root/wheels"
    mount --bind "$wheels" "$root/wheels"
    export PIP_FIND_LINKS=/wheels
fi

inside() {
    echo "newcomer: $*"
    local settings=(HOME=/home/newcomer PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8)
    local name
    for name in ${!PIP_*}; do settings+=("$name=${!name}"); done
    chroot "$root" /usr/bin/env --ignore-environment "${settings[@]}" \
        /bin/bash -euc "sudo() { \"\$@\"; }; export -f sudo; cd /home/newcomer/hcmd-lab; $*"
}

# The README's commands below its heading, each in one line.
commands() {
    awk '/^## /{here = /^## Two commands/} /^```/{code = /^```sh/; next} here && code' README.md |
        sed ':join; /\\$/{N; s/\\\n *//; b join}'
}
installing=$(commands | grep '^sudo apt-get' || true)
[[ $installing == *apt-get* ]] || { echo "newcomer.sh: the README installs nothing by apt." >&2; exit 1; }

inside "apt-get update --quiet --quiet"
inside "DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; ${installing//apt-get install/apt-get install --yes --quiet}"
commands | grep --quiet '^make demo' || { echo "newcomer.sh: the README has no make demo." >&2; exit 1; }
inside "make demo"
inside "make test ARGS='$tests'"
echo "newcomer: everything that the README names works in a bare $suite."
