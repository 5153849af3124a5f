#!/bin/sh
# Sees to it that the browser tests find a Chromium: installs Debian's where it is missing and
# where that is allowed (as root, or by sudo without a password). Says in one line what it did.
# Without a browser it succeeds, and those tests are skipped; under CI=true it fails instead.
set -eu

packages="chromium fontconfig fonts-dejavu-core"
log=$(mktemp)
trap 'rm -f "$log"' EXIT

present() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

without() {
  if [ "${CI:-}" = true ]; then
    echo "Chromium: $1" >&2
    exit 1
  fi
  echo "Chromium: $1 The browser tests are skipped."
  exit 0
}

if found=$(present); then
  echo "Chromium: $found"
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  without "missing, and there is no apt-get. Install Chromium or Chrome."
fi

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif sudo -n true 2>/dev/null; then
  as_root="sudo -n"
else
  without "missing. Install it: sudo apt-get install $packages."
fi

# Unquoted on purpose: $as_root may be empty, $packages is a list.
# shellcheck disable=SC2086
if {
  $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -qq --yes --no-install-recommends $packages
} >"$log" 2>&1 && found=$(present); then
  echo "Chromium: installed $found (apt-get install $packages)"
else
  without "missing, and apt-get could not install it ($(tail -n 1 "$log"))."
fi
