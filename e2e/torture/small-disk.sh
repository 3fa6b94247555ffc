#!/bin/sh
# small-disk.sh [ARGUMENT …]: runs $CLINIC_ELECTRON with a real file system of $SMALL_DISK_SIZE mounted on the folder $SMALL_DISK.
# Once $SMALL_DISK.grow exists, it has room again. Needs no root: it is mounted in namespaces of our own, which end with the program.
exec unshare --user --map-root-user --mount sh -c '
  mount -t tmpfs -o size="$SMALL_DISK_SIZE" tmpfs "$SMALL_DISK" || exit 97
  (
    while [ -d /proc/$$ ] && [ ! -e "$SMALL_DISK.grow" ]; do sleep 0.2; done
    mount -o remount,size=64m "$SMALL_DISK"
  ) < /dev/null > /dev/null 2>&1 &
  uid=$1 gid=$2
  shift 2
  exec unshare --user --map-user="$uid" --map-group="$gid" "$0" "$@"
' "$CLINIC_ELECTRON" "$(id -u)" "$(id -g)" "$@"
