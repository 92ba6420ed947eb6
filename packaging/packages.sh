# SPDX-License-Identifier: GPL-3.0-or-later
# Debian 12 packages, and how to install what is missing of them. Sourced by packaging/run and packaging/test.

build_packages=(
    build-essential cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6opengl6-dev libgl1-mesa-dev libxkbcommon-dev
    libsqlitecpp-dev libsqlite3-dev libeigen3-dev nlohmann-json3-dev libsimdjson-dev libexpected-dev libfmt-dev
    libcli11-dev libxlsxwriter-dev libboost-math-dev libtbb-dev zlib1g-dev libzip-dev libexpat1-dev
)
run_packages=(fonts-roboto-unhinted libqt6svg6 qt6-qpa-plugins)
test_packages=(lld librapidcheck-dev libbenchmark-dev xvfb xauth poppler-utils unzip at-spi2-core gir1.2-atspi-2.0 python3-gi dbus-daemon)
check_packages=(clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev)

# install_missing PACKAGE...: installs those that are not there, with sudo when not root, and says so.
install_missing()
{
    local missing=() package
    for package in "$@"; do
        # dpkg-query also knows a package by the name it provides only if that is its own name: ask for the status.
        if ! dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed'; then
            missing+=("$package")
        fi
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing and need an administrator: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing with ${as_root[*]:+sudo }apt-get: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
