#!/bin/sh
# small-disk.sh [ARGUMENT …]: runs $CLINIC_ELECTRON with a real file system mounted on the folder $SMALL_DISK, of 16 MB, of which all
# but $SMALL_DISK_SIZE bytes are taken. Once $SMALL_DISK.room exists, there is room again. Needs no root: it is mounted in namespaces of our own, which end with the program.
exec unshare --user --map-root-user --mount sh -c '
  mount -t tmpfs -o size=16777216 tmpfs "$SMALL_DISK" || exit 97
  head -c $((16777216 - SMALL_DISK_SIZE)) /dev/zero > "$SMALL_DISK/filling"
  (
    while [ -d /proc/$$ ] && [ ! -e "$SMALL_DISK.room" ]; do sleep 0.2; done
    rm "$SMALL_DISK/filling"
  ) < /dev/null > /dev/null 2>&1 &
  uid=$1 gid=$2
  shift 2
  exec unshare --user --map-user="$uid" --map-group="$gid" "$0" "$@"
' "$CLINIC_ELECTRON" "$(id -u)" "$(id -g)" "$@"
