#include "base/pin.h"

#include <sodium.h>

namespace hub::base {

namespace {

// OWASP's least for Argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. More would make staff wait at a
// Raspberry Pi 3 and buy nothing, as there are so few PINs; libsodium's own 64 MiB are a lot beside 1 GB shared with
// the GPU.
constexpr unsigned long long kPasses = crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE;
constexpr std::size_t kMemory_bytes = std::size_t{19} * 1024 * 1024;

}  // namespace

Result<std::string> hash_pin(std::string_view pin) {
  if (std::optional<Error> fault = fault_of_pin(pin)) return std::move(*fault);
  char hash[crypto_pwhash_argon2id_STRBYTES];
  // libsodium remembers by itself that it is ready: sodium_init may be called again, from any thread.
  const bool done =
      sodium_init() >= 0 && crypto_pwhash_argon2id_str(hash, pin.data(), pin.size(), kPasses, kMemory_bytes) == 0;
  if (done) return std::string(hash);
  return Error{
      {"暗証番号を変換できませんでした。メモリーが足りません。", "The PIN could not be hashed: out of memory."},
      {"ほかのプログラムを終えてから、もう一度お試しください。", "Close other programs, then try again."}};
}

bool pin_matches(std::string_view hash, std::string_view pin) {
  if (!is_pin_hash(hash) || sodium_init() < 0) return false;
  return crypto_pwhash_argon2id_str_verify(std::string(hash).c_str(), pin.data(), pin.size()) == 0;
}

void wipe(std::span<char> secret) { sodium_memzero(secret.data(), secret.size()); }

}  // namespace hub::base
