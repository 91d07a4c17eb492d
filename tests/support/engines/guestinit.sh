#!/bin/sh
# SPDX-FileCopyrightText: The Stratadeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Process 1 of the test guest (static busybox). Does a known amount of work and says on the serial
# console what it really did, one line a second:
#   STRATADECK <uptime s> <busy CPU time in 1/100 s> <bytes written to the disk> <echo replies>
# The busy time is what the scheduler measured by the clock, not the ticks of /proc/stat: of those the guest misses
# all but one when its CPU had to wait for the host.
# Kernel command line: stratadeck.write=<KiB per second> stratadeck.burn=<0..100 % of the CPU>
# stratadeck.obey makes it shut down or reboot at the power button, as libvirt asked for; else it ignores it.
# shellcheck shell=dash
/bin/busybox mkdir -p /proc /sys /dev
/bin/busybox --install -s /bin
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
exec </dev/ttyS0 >/dev/ttyS0 2>&1
while read -r module; do
    insmod "/modules/$module" || echo "no module $module"
done </modules/order

kib=0
burn=0
obey=
read -r cmdline </proc/cmdline
for word in $cmdline; do
    case $word in
        stratadeck.write=*) kib=${word#*=} ;;
        stratadeck.burn=*) burn=${word#*=} ;;
        stratadeck.obey) obey=1 ;;
    esac
done

ip link set lo up
# An address of its own, from the last byte of the MAC.
if read -r mac </sys/class/net/eth0/address; then
    ip link set eth0 up
    ip addr add "10.77.0.$((2 + 0x${mac##*:} % 250))/24" dev eth0
fi

# Spins for `burn` hundredths of every second, by the clock.
burner() {
    while :; do
        read -r now _ </proc/uptime
        fraction=${now#*.}
        if [ "${fraction#0}" -ge "$burn" ]; then
            # To the end of the second at one go: each waking up costs the host more than it costs the guest.
            usleep $(((100 - ${fraction#0}) * 10000))
            continue
        fi
        i=0
        while [ $i -lt 400 ]; do i=$((i + 1)); done
    done
}
[ "$burn" -gt 0 ] && burner &

# Any event of the power button will do. QEMU makes a reset of the power-off when a reboot was asked for.
if [ -n "$obey" ]; then
    button=$(grep -l 'Power Button' /sys/class/input/event*/device/name | sed 's|.*/\(event[0-9]*\)/.*|\1|')
    (head -c 24 "/dev/input/$button" >/dev/null && poweroff -f) &
fi

written=0
replies=0
offset=0
while :; do
    if [ "$kib" -gt 0 ] && [ -b /dev/vda ]; then
        # Round through the first 32 MiB, whole blocks, flushed, so that the host sees each byte once.
        dd if=/dev/zero of=/dev/vda bs=1k seek=$offset count="$kib" conv=notrunc,fsync 2>/dev/null &&
            written=$((written + kib * 1024))
        offset=$(((offset + kib) % 32768))
    fi
    ping -c 1 -W 1 10.77.0.1 >/dev/null 2>&1 && replies=$((replies + 1))
    read -r uptime _ </proc/uptime
    busy=$(awk '/^cpu0 / { printf "%d", $8 / 10000000 }' /proc/schedstat)
    echo "STRATADECK $uptime $busy $written $replies"
    sleep 1
done
