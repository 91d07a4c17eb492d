#!/bin/bash
# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A real libvirtd with real QEMU guests for the tests, apart from everything else on the machine:
# mount, network and process namespaces of its own, all its files under one directory, gone as a
# whole when its outermost process ends. Works as root without systemd, KVM (TCG is used) or cgroup v2.
#
#   libvirt.sh start DIR                 prints the URI; ends by itself after LIFETIME seconds
#   libvirt.sh guest DIR NAME [KIB_PER_S [BURN_PERCENT [MIB]]]   creates a transient guest
#   libvirt.sh define DIR NAME [obey]    defines a guest and does not start it; 1 of 2 vCPUs; obeys the power button
#   libvirt.sh terminal DIR NAME         creates a transient guest whose serial line can be connected to
#   libvirt.sh await DIR NAME            until a guest that was started is up
#   libvirt.sh signal DIR NAME SIGNAL    to the QEMU process of a guest (STOP, CONT, KILL)
#   libvirt.sh cpu DIR NAME              CPU seconds of a guest's QEMU process, from the kernel
#   libvirt.sh daemon DIR kill|stop|cont|start      kill -9, SIGSTOP, SIGCONT or start anew
#   libvirt.sh auth DIR none|sasl        whom the daemon lets in after a restart: everyone, or who can log in
#                                        (DIR/auth.right and DIR/auth.wrong hold a right and a wrong password)
#   libvirt.sh virsh DIR ARGS...         on the private daemon
#   libvirt.sh stop DIR
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
cache=${STRATADECK_ENGINE_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/stratadeck-engines}
lifetime=${LIFETIME:-900}
PATH=$PATH:/usr/sbin:/sbin

die() {
    echo "libvirt.sh: $*" >&2
    exit 1
}

need() {
    for tool in "$@"; do
        command -v "$tool" >/dev/null || die "$tool is missing; install the packages named in tests/support/engines/README.md"
    done
}

uri() { echo "qemu+unix:///system?socket=$dir/run/libvirt-sock"; }
private_virsh() { virsh -q -c "$(uri)" "$@"; }

# Retries `test` for about `seconds`.
wait_for() {
    local seconds=$1
    shift
    for _ in $(seq $((seconds * 20))); do
        "$@" && return 0
        sleep 0.05
    done
    return 1
}

holder() { cat "$dir/holder.pid"; }
# --root: in a chroot the namespace's own root is not ours.
inside() { nsenter --target "$(holder)" --root --mount --net --pid --wd=/ -- "$@"; }

# A machine that has just been made may know packages that its mirror no longer has, or lose the network for a
# moment: then the lists are read anew.
download_kernel() {
    local try package
    for try in 1 2 3; do
        ((try == 1)) || apt-get update -qq || sleep 5
        package=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
        [ -n "$package" ] || continue
        (cd "$1" && apt-get download -qq -o APT::Sandbox::User=root -o Acquire::Retries=3 "$package") && return 0
    done
    [ -n "$package" ] || die "apt knows no linux-image-cloud-amd64; the guest's kernel comes from there (apt-get update?)"
    die "cannot download $package"
}

fetch_kernel() {
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock 9
    [ -s "$cache/vmlinuz" ] && [ -s "$cache/initrd" ] && [ "$cache/initrd" -nt "$here/guestinit.sh" ] &&
        [ "$cache/initrd" -nt "$here/libvirt.sh" ] && return 0
    need apt-get apt-cache dpkg cpio busybox
    local work
    work=$(mktemp -d "$cache/work.XXXXXX")
    download_kernel "$work"
    dpkg -x "$work"/linux-image-*.deb "$work/kernel"
    build_initrd "$work"
    cp "$work"/kernel/boot/vmlinuz-* "$cache/vmlinuz"
    mv "$work/initrd" "$cache/initrd"
    rm -rf "$work"
}

build_initrd() {
    local work=$1 root=$1/root module path
    mkdir -p "$root/bin" "$root/modules"
    cp "$(command -v busybox)" "$root/bin/busybox"
    ldd "$root/bin/busybox" >/dev/null 2>&1 && die "busybox must be static; install busybox-static"
    ln -s busybox "$root/bin/sh"
    install -m 755 "$here/guestinit.sh" "$root/init"
    for module in virtio_ring virtio virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci virtio_balloon \
        virtio_blk failover net_failover virtio_net button evdev; do
        path=$(find "$work/kernel" -name "$module.ko*" | head -n 1)
        [ -n "$path" ] || continue # built in
        cp "$path" "$root/modules/"
        basename "$path" >>"$root/modules/order"
    done
    (cd "$root" && find . | cpio -o -H newc --quiet | gzip -1) >"$work/initrd"
}

write_config() {
    mkdir -p "$dir"/{run,sasl,etc/qemu,lib/qemu,cache,log/qemu,images}
    cat >"$dir/etc/libvirtd.conf" <<CONF
auth_unix_ro = "none"
auth_unix_rw = "none"
unix_sock_ro_perms = "0777"
unix_sock_rw_perms = "0700"
CONF
    cat >"$dir/sasl/libvirt.conf" <<CONF
mech_list: scram-sha-256
sasldb_path: $dir/sasl/passwd.db
CONF
    echo right | saslpasswd2 -p -c -f "$dir/sasl/passwd.db" -a libvirt operator
    local password
    for password in right wrong; do
        cat >"$dir/auth.$password" <<CONF
[credentials-test]
authname=operator
password=$password
[auth-libvirt-localhost]
credentials=test
CONF
    done
    cat >"$dir/etc/qemu.conf" <<CONF
user = "root"
group = "root"
dynamic_ownership = 0
remember_owner = 0
security_driver = "none"
cgroup_controllers = [ ]
namespaces = [ ]
stdio_handler = "file"
CONF
}

# Runs as process 1 of the namespaces, under tini.
run_inside() {
    mount --bind "$dir/run" /run/libvirt
    mount --bind "$dir/etc" /etc/libvirt
    mount --bind "$dir/sasl" /etc/sasl2
    mount --bind "$dir/lib" /var/lib/libvirt
    mount --bind "$dir/cache" /var/cache/libvirt
    mount --bind "$dir/log" /var/log/libvirt
    ip link set lo up
    ip link add sdbr0 type bridge
    ip addr add 10.77.0.1/24 dev sdbr0
    ip link set sdbr0 up
    while :; do
        if [ ! -e "$dir/down" ]; then
            libvirtd --pid-file "$dir/run/libvirtd.pid" >>"$dir/log/libvirtd.out" 2>&1 || true
        fi
        sleep 0.1
    done
}

answers() { private_virsh version >/dev/null 2>&1; }

start() {
    [ "$(id -u)" = 0 ] || die "needs root for namespaces and a bridge of its own"
    need libvirtd virsh qemu-system-x86_64 qemu-img tini unshare nsenter ip timeout saslpasswd2
    fetch_kernel
    write_config
    mkdir -p /run/libvirt /var/lib/libvirt /var/cache/libvirt /var/log/libvirt /etc/sasl2 # mount points
    setsid timeout --signal=KILL "$lifetime" unshare --mount --net --pid --fork --kill-child --mount-proc \
        tini -s -- "$0" inside "$dir" >"$dir/log/inside.out" 2>&1 9>&- </dev/null &
    echo $! >"$dir/keeper.pid"
    wait_for 30 find_holder || die "the namespaces did not come up: $(cat "$dir/log/inside.out")"
    wait_for 90 answers || die "libvirtd does not answer: $(tail -n 5 "$dir/log/libvirtd.out" "$dir/log/inside.out")"
    uri
}

# Process 1 of the namespaces as seen from outside: keeper (timeout) -> unshare -> tini.
find_holder() {
    local unshare_pid
    unshare_pid=$(pgrep -P "$(cat "$dir/keeper.pid")" -x unshare) || return 1
    pgrep -P "$unshare_pid" -x tini >"$dir/holder.pid"
}

# describe NAME KERNEL_WORDS MIB VCPUS_NOW VCPUS [SERIAL_XML]: writes NAME.xml and makes the disk.
describe() {
    local name=$1 words=$2 mib=$3 now=$4 vcpus=$5 serial=${6:-} mac uuid
    [ -n "$serial" ] || serial="<serial type='file'><source path='$dir/$name.log'/><target port='0'/></serial>"
    qemu-img create -q -f qcow2 "$dir/images/$name.qcow2" 64M
    mac=$(printf '%s' "$name" | md5sum | sed 's/\(..\)\(..\)\(..\).*/52:54:00:\1:\2:\3/')
    uuid=$(printf '%s' "$name" | md5sum | sed 's/\(.\{8\}\)\(....\)\(....\)\(....\)\(.\{12\}\).*/\1-\2-\3-\4-\5/')
    rm -f "$dir/$name.log"
    cat >"$dir/$name.xml" <<XML
<domain type='qemu'>
  <name>$name</name>
  <uuid>$uuid</uuid>
  <memory unit='MiB'>$mib</memory>
  <vcpu current='$now'>$vcpus</vcpu>
  <os>
    <type arch='x86_64' machine='pc'>hvm</type>
    <kernel>$cache/vmlinuz</kernel>
    <initrd>$cache/initrd</initrd>
    <cmdline>console=ttyS0 quiet rdinit=/init $words</cmdline>
  </os>
  <features><acpi/></features>
  <on_crash>destroy</on_crash>
  <devices>
    <emulator>$(command -v qemu-system-x86_64)</emulator>
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='$dir/images/$name.qcow2'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
    <interface type='bridge'>
      <mac address='$mac'/>
      <source bridge='sdbr0'/>
      <model type='virtio'/>
    </interface>
    $serial
    <memballoon model='virtio'><stats period='1'/></memballoon>
  </devices>
</domain>
XML
}

guest() {
    describe "$1" "stratadeck.write=${2:-0} stratadeck.burn=${3:-0}" "${4:-128}" 1 1
    private_virsh create "$dir/$1.xml"
    await "$1"
}

# What it writes goes into NAME.log, too.
terminal() {
    describe "$1" "" 128 1 1 "<serial type='pty'><log file='$dir/$1.log'/><target port='0'/></serial>"
    private_virsh create "$dir/$1.xml"
    await "$1"
}

define() {
    describe "$1" "${2:+stratadeck.$2}" 128 1 2
    private_virsh define "$dir/$1.xml"
}

await() {
    wait_for 180 grep -q '^STRATADECK' "$dir/$1.log" || die "guest $1 did not come up: $(tail -n 5 "$dir/$1.log")"
}

cpu() {
    # Field 14 and 15 of /proc/PID/stat, counted after the name in parentheses.
    inside cat "/proc/$(cat "$dir/run/qemu/$1.pid")/stat" |
        sed 's/.*) //' | awk -v hz="$(getconf CLK_TCK)" '{ printf "%.2f\n", ($12 + $13) / hz }'
}

daemon() {
    local pid
    pid=$(cat "$dir/run/libvirtd.pid")
    case $1 in
        kill)
            touch "$dir/down"
            inside kill -KILL "$pid"
            ;;
        stop) inside kill -STOP "$pid" ;;
        cont) inside kill -CONT "$pid" ;;
        start)
            rm -f "$dir/down"
            wait_for 90 answers || die "libvirtd did not come back"
            ;;
        *) die "unknown daemon command $1" ;;
    esac
}

asks_for_a_login() { [[ $(private_virsh version </dev/null 2>&1) == *authentication* ]]; }

auth() {
    sed -i "s/^\(auth_unix_r[ow]\) = .*/\1 = \"$1\"/" "$dir/etc/libvirtd.conf"
    daemon kill
    rm -f "$dir/down"
    case $1 in
        none) wait_for 90 answers || die "libvirtd did not come back" ;;
        sasl) wait_for 90 asks_for_a_login || die "libvirtd lets everyone in" ;;
        *) die "unknown way to log in $1" ;;
    esac
}

stop() {
    local keeper
    keeper=$(cat "$dir/keeper.pid" 2>/dev/null) || return 0
    # Ending the keeper's child ends process 1 of the namespaces and with it every process inside.
    pkill -KILL -P "$keeper" -x unshare || true
    wait_for 30 gone "$keeper" || die "process $keeper does not end"
    rm -f "$dir"/{keeper,holder}.pid
}

gone() { ! kill -0 "$1" 2>/dev/null; }

[ $# -ge 2 ] || die "usage: $0 start|guest|define|terminal|await|signal|cpu|daemon|auth|virsh|stop DIR ..."
command=$1
dir=$(readlink -m "$2")
shift 2
case $command in
    start) start ;;
    inside) run_inside ;;
    guest) guest "$@" ;;
    define) define "$@" ;;
    terminal) terminal "$@" ;;
    await) await "$@" ;;
    signal) inside kill "-$2" "$(cat "$dir/run/qemu/$1.pid")" ;;
    cpu) cpu "$@" ;;
    daemon) daemon "$@" ;;
    auth) auth "$@" ;;
    virsh) private_virsh "$@" ;;
    stop) stop ;;
    *) die "unknown command $command" ;;
esac
