#!/bin/bash
# After the package's files are gone. `purge` also takes away what an administrator put down for it; what people keep
# (their own settings and sealed data) is theirs: docs/administration.md says how it is wiped.
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

if [ "$1" = purge ]; then rm -rf '/etc/${executable}'; fi
