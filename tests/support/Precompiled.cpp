// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of its own: compiled for the precompiled header that the tests share.
