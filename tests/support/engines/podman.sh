#!/bin/sh
# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Podman engine of its own for tests and demos: storage, state and socket live in DIR, nothing of the
# machine's other containers is touched. Needs root, and neither systemd nor a registry.
#
#   podman.sh start DIR             set up and start; the API answers at DIR/podman.sock
#   podman.sh run DIR NAME CMD...   start a container in the background from a busybox image
#   podman.sh podman DIR ARG...     any podman command against this engine
#   podman.sh service DIR           start the API service alone (after it was killed)
#   podman.sh stop DIR              remove every container, stop the service, remove DIR
set -eu

usage() {
    sed -n '5,12s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

[ $# -ge 2 ] || usage
command=$1
dir=$2
shift 2

image=localhost/stratadeck-test:1
export CONTAINERS_CONF="$dir/containers.conf"
export CONTAINERS_STORAGE_CONF="$dir/storage.conf"
unset CONTAINER_HOST CONTAINER_CONNECTION

configure() {
    mkdir -p "$dir/image/bin" "$dir/image/tmp" "$dir/tmp"
    cat > "$CONTAINERS_CONF" <<CONF
[engine]
runtime="runc"
cgroup_manager="cgroupfs"
events_logger="file"
tmp_dir="$dir/tmp"
[containers]
default_ulimits=["nofile=1024:1024","nproc=1024:1024"]
netns="none"
CONF
    cat > "$CONTAINERS_STORAGE_CONF" <<CONF
[storage]
driver="vfs"
runroot="$dir/run"
graphroot="$dir/storage"
CONF
}

import_image() {
    cp "$(command -v busybox)" "$dir/image/bin/busybox"
    for applet in sh sleep cat dd true false echo; do
        ln -sf busybox "$dir/image/bin/$applet"
    done
    tar -C "$dir/image" -cf - . | podman import --quiet - "$image" > /dev/null
}

start_service() {
    rm -f "$dir/podman.sock"
    setsid podman system service --time=0 "unix://$dir/podman.sock" > "$dir/service.log" 2>&1 < /dev/null &
    echo $! > "$dir/service.pid"
    tries=0
    until [ -S "$dir/podman.sock" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ]; then
            cat "$dir/service.log" >&2
            exit 1
        fi
        sleep 0.1
    done
}

stop_service() {
    [ -f "$dir/service.pid" ] || return 0
    pid=$(cat "$dir/service.pid")
    # A service that a test has stopped must go on before it can end.
    kill -CONT "$pid" 2> /dev/null || true
    kill -TERM "$pid" 2> /dev/null || true
    rm -f "$dir/service.pid"
}

case $command in
start)
    configure
    import_image
    start_service
    ;;
run)
    [ $# -ge 2 ] || usage
    name=$1
    shift
    podman run --detach --name "$name" "$image" "$@"
    ;;
podman)
    exec podman "$@"
    ;;
service)
    start_service
    ;;
stop)
    [ -f "$CONTAINERS_CONF" ] || exit 0
    podman rm --all --force --time 0 > /dev/null || true
    stop_service
    # The service and what cleans up after containers may still write while they end.
    tries=0
    until rm -rf "$dir" 2> /dev/null; do
        tries=$((tries + 1))
        [ "$tries" -le 200 ] || exit 1
        sleep 0.1
    done
    ;;
*)
    usage
    ;;
esac
