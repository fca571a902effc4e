# Sourced by the scripts that try something in a bare Debian or Ubuntu: makes it and runs things in it.
#
#   make_root SUITE    a root without anything, its name in $root; gone at the end unless $keep
#   inside COMMAND     runs a command in it, in /home/newcomer
#
# It needs root, and mmdebstrap (which takes the mirrors that this computer itself uses) or debootstrap.

suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-}") keep=
me=$(basename "$0")

leave_root() {
    for place in wheels proc dev/pts dev; do
        mountpoint --quiet "$root/$place" && umount "$root/$place"
    done
    [[ $keep ]] && echo "The root is kept: $root" || rm --recursive --force --one-file-system "$root"
}

make_root() {
    ((EUID == 0)) || { echo "$me: only root may make a root." >&2 && exit 2; }
    root=$(mktemp --directory /var/tmp/newcomer.XXXXXX)
    trap leave_root EXIT
    if command -v mmdebstrap >/dev/null; then
        (shopt -s nullglob && mmdebstrap --variant=apt --include=ca-certificates --quiet "$1" "$root" \
            /etc/apt/sources.lis[t] /etc/apt/sources.list.d/{debia[n],ubunt[u]}.sources)
    elif command -v debootstrap >/dev/null; then
        debootstrap --variant=minbase --include=ca-certificates "$1" "$root" >/dev/null
    else
        echo "$me: neither mmdebstrap nor debootstrap is installed." >&2 && exit 2
    fi
    for place in dev dev/pts; do mount --bind "/$place" "$root/$place"; done
    mount -t proc proc "$root/proc"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    cp --dereference /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    mkdir --parents "$root/home/newcomer"
    inside "apt-get update --quiet --quiet"
}

inside() {
    echo "$me: $*"
    local settings=(HOME=/home/newcomer PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8)
    local name
    for name in ${!PIP_*} DISPLAY; do [[ ${!name:-} ]] && settings+=("$name=${!name}"); done
    chroot "$root" /usr/bin/env --ignore-environment "${settings[@]}" \
        /bin/bash -euc "sudo() { \"\$@\"; }; export -f sudo; cd /home/newcomer; $*"
}

install_in_root() {
    inside "DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; ${*//apt-get install/apt-get install --yes --quiet}"
}
