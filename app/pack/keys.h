// Keys that sign packs, as minisign keeps them (https://jedisct1.github.io/minisign/): Ed25519, a number that says
// which key it is, and a secret key that a password may protect (scrypt).
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/system_calls.h"

namespace hub::pack {

inline constexpr std::size_t kMostKeyFileBytes = 4096;  // more is no key of anybody's

// Which key it is. Not secret, and no proof of anything.
using KeyId = std::array<unsigned char, 8>;
std::string text_of(const KeyId& id);  // C2EB86921EA89017, as minisign says it

using Signature = std::array<unsigned char, 64>;

struct PublicKey {
  KeyId id{};
  std::array<unsigned char, 32> point{};
  bool operator==(const PublicKey&) const = default;
};

// Of the line that minisign says after -P, or of the file that it writes. Nothing: it is neither.
std::optional<PublicKey> public_key_from(std::string_view text);
std::string line_of(const PublicKey& key);  // RWQX…, 56 characters
std::string file_of(const PublicKey& key);

// Whether a text is a secret key, by its form: its file or the line in it.
bool is_secret_key(std::string_view text);

// Overwritten when it goes.
class SecretKey {
 public:
  // Error: the machine gives no random numbers.
  static base::Result<SecretKey> make();

  // Whether a file is a secret key that only a password opens.
  static bool wants_password(std::string_view file);
  // Takes up to 1 GB of memory for a moment where the file wants a password: that is what minisign asks for. Error: the
  // file is no secret key, or the password is not its password.
  static base::Result<SecretKey> from_file(std::string_view file, std::string_view password);
  // An empty password: not protected. Error: there is no memory left.
  base::Result<std::string> to_file(std::string_view password) const;

  const PublicKey& public_key() const { return public_key_; }
  Signature sign(std::string_view bytes) const;

 private:
  using Bytes = std::array<unsigned char, 64>;  // the seed, then the public key
  struct Wipe {
    void operator()(Bytes* bytes) const;
  };
  SecretKey() : bytes_(new Bytes{}) {}

  std::unique_ptr<Bytes, Wipe> bytes_;
  PublicKey public_key_;
};

// Writes NAME.key, which nobody else may read, and NAME.pub. Error: one of them is there already, or cannot be written;
// then neither is new. `name` may be a path.
base::Status write_key_pair(const base::SystemCalls& calls, const std::string& name, const SecretKey& key,
                            std::string_view password);

}  // namespace hub::pack
