// The staff's PIN: what may be one, and its hash for the configuration file (Argon2id, RFC 9106, as libsodium writes
// it). The hash keeps the PIN from whoever sees the file, not from whoever takes it home: all 4-digit PINs are tried in
// minutes. What guards the file is its permissions.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hub::base {

inline constexpr std::size_t kLeastPinDigits = 4;
inline constexpr std::size_t kMostPinDigits = 8;

// Why this is no PIN: it is not 4 to 8 digits, or it is one that anybody tries first: the shapes that lead the
// published counts of PINs that leaked or were told (DataGenetics, "PIN analysis", 2012; birthdays: Bonneau, Preibusch,
// Anderson, "A birthday present every eleven wallets?", 2012), and a few that Japanese read as words. Nothing: it is
// one.
std::optional<Error> fault_of_pin(std::string_view pin);

// Whether this has the form of what hash_pin makes, whole and at a cost that a kiosk can bear. Plain text work: who
// only asks this does not need libsodium.
bool is_pin_hash(std::string_view hash);

// An Error when the PIN has a fault or the machine has no memory left. The salt, so the hash, differs each time.
Result<std::string> hash_pin(std::string_view pin);

// False for whatever is no hash. Takes as long as hashing, several frames: call it where nothing is being drawn.
bool pin_matches(std::string_view hash, std::string_view pin);

// Overwrites what held a PIN, where a compiler would leave out a plain memset.
void wipe(std::span<char> secret);

}  // namespace hub::base
