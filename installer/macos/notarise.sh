#!/usr/bin/env bash
# Signs an application for the hardened runtime, puts it into a disk image and has Apple notarise it.
#
#   installer/macos/notarise.sh hcmd-lab.app hcmd-lab.dmg
#
# IDENTITY is the certificate's name ("Developer ID Application: ..."), PROFILE the one under which
# `xcrun notarytool store-credentials` keeps the account. Written after Apple's documentation and never
# run: the project has no certificate.
set -euo pipefail
application=$1 image=$2
entitlements=$(dirname "$0")/entitlements.plist

# From the inside out: a signature covers those of what it holds.
find "$application/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 -n 1 codesign --force --timestamp --options runtime --sign "$IDENTITY"
codesign --force --timestamp --options runtime --entitlements "$entitlements" \
    --sign "$IDENTITY" "$application"
codesign --verify --deep --strict "$application"
hdiutil create -volname "$(basename "$application" .app)" -srcfolder "$application" -ov "$image"
codesign --force --timestamp --sign "$IDENTITY" "$image"
xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$image"
