# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What packaging/run, packaging/test and .ci/ share. Sourced, with `set -euo pipefail` in force.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LANG=${LANG:-C.UTF-8} # a bare machine sets none, and Qt wants UTF-8

[[ -r /proc/meminfo ]] || {
    echo "error: /proc is not mounted here; building, watching and testing need it." >&2
    exit 1
}

note() { printf '== %s\n' "$*" >&2; }

die()
{
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# listPackages build run ... : the names in packaging/packages/*.txt, without comments.
listPackages()
{
    local list
    for list in "$@"; do
        sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$root/packaging/packages/$list.txt"
    done | tr -d ' \t' | sort -u
}

missingPackages()
{
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' | sed -n 's/^.i //p' | sort -u)
    comm -23 <(listPackages "$@") <(printf '%s\n' "$installed")
}

# As root when we are, through sudo when it is there, otherwise the person must do it.
aptGet()
{
    local -a become=()
    if ((EUID != 0)); then
        command -v sudo > /dev/null ||
            die "installing packages needs root: run this as root, install sudo, or have somebody run: apt-get install $(missingPackages "${lists[@]}" | tr '\n' ' ')"
        become=(sudo)
    fi
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" < /dev/null
}

# installPackages build run ... : installs what is missing of those lists and nothing else. With nothing
# missing it neither needs the network nor root.
installPackages()
{
    local -a lists=("$@") missing
    command -v dpkg-query > /dev/null ||
        die "this script installs Debian 12 packages, and this is no Debian. The list is in packaging/packages/."
    mapfile -t missing < <(missingPackages "${lists[@]}")
    ((${#missing[@]})) || return 0
    note "installing ${#missing[@]} packages: ${missing[*]}"
    aptGet update || note "not every package list could be fetched, trying with what is known"
    aptGet install --no-install-recommends "${missing[@]}" || die "apt-get could not install the packages above."
}

# One compiler a CPU, but no more than memory carries: Qt Charts sources and sanitized builds peak near 1 GiB.
jobCount()
{
    local cpus fits
    cpus=$(nproc)
    fits=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
    ((fits > 0)) || fits=1
    echo $((cpus < fits ? cpus : fits))
}

# A checkout that was copied or moved carries build directories that name the old place.
dropForeignBuild()
{
    local cache=$root/build/$1/CMakeCache.txt
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        note "build/$1 belongs to another checkout, starting it afresh"
        rm -rf "${root:?}/build/$1"
    fi
}

# buildPreset release [target ...]
buildPreset()
{
    local preset=$1
    shift
    dropForeignBuild "$preset"
    (
        cd "$root" || exit
        cmake --preset "$preset" > "$(logFile "configure-$preset")" 2>&1 ||
            { cat "$root/build/logs/configure-$preset.log" >&2 && die "configuring the $preset build failed."; }
        cmake --build --preset "$preset" -j "$(jobCount)" ${1:+--target "$@"}
    )
}

logFile()
{
    mkdir -p "$root/build/logs"
    echo "$root/build/logs/$1.log"
}
