#!/bin/bash
# After the package's files are gone. `remove` leaves what an administrator put down and what people keep, for the next installation.
# `purge` takes both, unless CLINIC_KEEP_PROFILES=1: docs/administration.md.
set -e

if type update-alternatives >/dev/null 2>&1; then
    update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' || true
else
    rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ "$1" != upgrade ] && [ -f "$profile" ]; then
    if apparmor_status --enabled >/dev/null 2>&1; then apparmor_parser --remove "$profile" || true; fi
    rm -f "$profile"
fi

# Numbers and home of everybody with an account that this computer lists, and of whom a folder in /home belongs to.
people() {
    getent passwd | cut -d: -f3,4,6
    stat --format '%u:%g:%n' /home/* 2>/dev/null || true
}

# As the person themself, never as root: a home belongs to its person, who may have put links anywhere in it. A link itself is removed.
forget() {
    setpriv --reuid="$1" --regid="$2" --clear-groups --inh-caps=-all -- rm -rf -- "$3/.config/${sanitizedProductName}" \
        "$3/.config/autostart/${executable}.desktop" "$3/.cache/${executable}-updater" </dev/null \
        || echo "Not all that ${executable} keeps in $3 could be removed." >&2
}

if [ "$1" = purge ]; then
    rm -rf '/etc/${executable}'
    if [ "$CLINIC_KEEP_PROFILES" != 1 ]; then
        people | sort -u | while IFS=: read -r uid gid home; do
            if [ "$uid" -ge 1000 ] && [ -d "$home" ] && [ "$home" != / ]; then forget "$uid" "$gid" "$home"; fi
        done
    fi
fi
