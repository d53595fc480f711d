# For 64-bit Raspberry Pis on another Debian: crossbuild-essential-arm64 and the libraries as NAME:arm64 (multiarch).
# Where qemu-user-static is installed, the tests run through it.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)

# Debian 12 has no pkgconf of its own for this: only arm64's descriptions, never those of the build machine.
set(ENV{PKG_CONFIG_LIBDIR} /usr/lib/aarch64-linux-gnu/pkgconfig:/usr/share/pkgconfig)

find_program(HUB_QEMU qemu-aarch64-static)
if(HUB_QEMU)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${HUB_QEMU})
endif()
