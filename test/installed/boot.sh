#!/bin/sh
# First process of a qube, in namespaces of its own: lays out its file systems and becomes its systemd. What Qubes does between the start
# of a VM and its init.
# usage: boot.sh NAME LOWER-DIRECTORIES DIRECTORY
set -eu
name=$1
layers=$2
directory=$3
root=$directory/root

mount -t overlay overlay -o "lowerdir=$layers,upperdir=$directory/upper,workdir=$directory/work" "$root"
mount -t proc proc "$root/proc"
# The kernel is this machine's, and so are its settings.
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,bind,ro "$root/proc/sys"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for device in null zero full random urandom tty; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mkdir -p "$root/run/qubes" "$root/run/systemd/system"
mount --bind "$directory/qubes" "$root/run/qubes"
# They belong to the kernel, which is not this qube's, or fetch updates.
for unit in systemd-modules-load.service sys-kernel-debug.mount sys-kernel-tracing.mount sys-fs-fuse-connections.mount \
  dev-hugepages.mount apt-daily.timer apt-daily-upgrade.timer; do
  ln -s /dev/null "$root/run/systemd/system/$unit"
done

echo "$name" > "$root/etc/hostname"
cd "$root"
pivot_root . mnt
umount -l /mnt
sh -eu /run/qubes/prepare
exec env -i container=qube NOTIFY_SOCKET=/run/qubes/notify PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  /usr/lib/systemd/systemd --log-target=journal --show-status=no
