// The key that a pack is signed with, from its file, with its password where it has one.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/result.h"
#include "cli/typed_secret.h"
#include "pack/keys.h"

namespace hub::cli {

// Says so where others can read a secret key.
base::Result<std::string> read_key_file(const std::string& path, base::StaffLanguage language);

// Asks for the password where the file wants one; else it stays empty.
std::optional<Failure> ask_password_of(const std::string& file, base::StaffLanguage language, Secret& password);

using SecretKeyOrFailure = std::variant<pack::SecretKey, Failure>;
// Asks for the password that the file wants.
SecretKeyOrFailure secret_key_in(const std::string& file, base::StaffLanguage language);

// For a new key; typed twice.
std::optional<Failure> ask_new_password(base::StaffLanguage language, Secret& password);

}  // namespace hub::cli
