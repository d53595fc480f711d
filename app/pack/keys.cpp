#include "pack/keys.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>

#include "base/check.h"
#include "base/file_errors.h"
#include "base/folder_tree.h"
#include "pack/base64.h"

namespace hub::pack {

namespace {

// minisign's files. A public key: "Ed", its id, its point.
constexpr std::size_t kPublicBytes = 2 + 8 + 32;
// A secret key: "Ed", what protects it ("Sc": scrypt; zeros: nothing), "B2", the salt, scrypt's two costs, and from
// kSecretAt on, protected: id, secret key, BLAKE2b of "Ed", id and key.
constexpr std::size_t kSecretBytes = 158, kProtectedBy = 2, kSum = 4, kSalt = 6, kOperations = 38, kMemory = 46,
                      kSecretAt = 54, kKeyAt = kSecretAt + 8, kSumAt = kKeyAt + 64;
constexpr std::size_t kSumBytes = 32, kCoveredBytes = kSecretBytes - kSecretAt;
constexpr std::string_view kComment = "untrusted comment: ";

// What opening a key costs: a quarter of minisign's, so that a city's old PC can bear it. The file says so.
constexpr std::uint64_t kNewOperations = std::uint64_t{1} << 23, kNewMemory_bytes = std::uint64_t{1} << 28;
// More than minisign ever asks for is no key of anybody's.
constexpr std::uint64_t kMostOperations = std::uint64_t{1} << 26, kMostMemory_bytes = std::uint64_t{1} << 30;

using Secret = std::array<unsigned char, kSecretBytes>;

class Wiped {
 public:
  Wiped() = default;
  ~Wiped() { sodium_memzero(bytes.data(), bytes.size()); }
  Wiped(const Wiped&) = delete;
  Wiped& operator=(const Wiped&) = delete;
  Secret bytes{};
};

std::uint64_t number_at(const Secret& bytes, std::size_t at) {
  std::uint64_t number = 0;
  for (std::size_t i = 8; i-- > 0;) number = number << 8 | bytes[at + i];
  return number;
}

void put_number(Secret& bytes, std::size_t at, std::uint64_t number) {
  for (std::size_t i = 0; i < 8; ++i) bytes[at + i] = static_cast<unsigned char>(number >> (8 * i));
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

// The second line of minisign's files; the text itself where it has no comment.
std::string_view base64_part(std::string_view text) {
  if (!text.starts_with(kComment)) return without_end(text);
  const std::size_t end = text.find('\n');
  if (end == text.npos) return {};
  text.remove_prefix(end + 1);
  const std::size_t next = text.find('\n');
  return without_end(next == text.npos || next + 1 == text.size() ? text : std::string_view());
}

bool read_secret(std::string_view file, Secret& bytes) {
  if (file.size() > kMostKeyFileBytes || !take_base64(base64_part(file), bytes)) return false;
  const bool named = bytes[0] == 'E' && bytes[1] == 'd' && bytes[kSum] == 'B' && bytes[kSum + 1] == '2';
  const bool open = bytes[kProtectedBy] == 0 && bytes[kProtectedBy + 1] == 0;
  return named && (open || (bytes[kProtectedBy] == 'S' && bytes[kProtectedBy + 1] == 'c'));
}

bool is_protected(const Secret& bytes) { return bytes[kProtectedBy] != 0; }

// Protects and opens: the same twice is nothing.
bool apply_password(Secret& bytes, std::string_view password) {
  std::array<unsigned char, kCoveredBytes> stream{};
  if (crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), password.data(), password.size(),
                                         bytes.data() + kSalt, number_at(bytes, kOperations),
                                         static_cast<std::size_t>(number_at(bytes, kMemory))) != 0) {
    return false;
  }
  for (std::size_t i = 0; i < stream.size(); ++i) bytes[kSecretAt + i] ^= stream[i];
  sodium_memzero(stream.data(), stream.size());
  return true;
}

std::array<unsigned char, kSumBytes> sum_of(const Secret& bytes) {
  std::array<unsigned char, kSumBytes> sum{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, sum.size());
  crypto_generichash_update(&state, bytes.data(), 2);
  crypto_generichash_update(&state, bytes.data() + kSecretAt, kSumAt - kSecretAt);
  crypto_generichash_final(&state, sum.data(), sum.size());
  return sum;
}

base::Error no_secret_key() {
  return {{"署名に使う鍵のファイルではありません。", "This is no secret key."},
          {"「hub-kiosk key new」か minisign が作った、.key のファイルを書いてください。",
           "Give a .key file that \"hub-kiosk key new\" or minisign has made."}};
}

base::Error wrong_password() {
  return {{"鍵のパスワードがちがいます。", "This is not the key's password."},
          {"もう一度、打ってください。", "Type it again."}};
}

base::Error no_memory() {
  return {{"鍵を開けるメモリーが足りません。", "There is not enough memory to open the key."},
          {"ほかのプログラムを終えてから、もう一度お試しください。", "Close other programs, then try again."}};
}

base::Error no_random_numbers() {
  return {{"この機械では、鍵を作れません。", "This machine cannot make a key."},
          {"起動しなおしてから、もう一度お試しください。", "Restart it, and try again."}};
}

base::Error is_there(const std::string& path) {
  return {{"「" + path + "」は、もうあります。何も書いていません。",
           "\"" + path + "\" is there already. Nothing was written."},
          {"鍵を作りなおすと、前の鍵では送れなくなります。ほかの名前を付けてください。",
           "A new key does not replace the old one. Choose another name."}};
}

int write_new(const base::SystemCalls& calls, const std::string& path, std::string_view bytes, mode_t mode) {
  base::FileDescriptor file(calls, calls.open_at(base::kHere, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode));
  if (!file.open()) return -file.number();
  for (std::string_view left = bytes; !left.empty();) {
    const ssize_t wrote = calls.write(file.number(), left.data(), left.size());
    if (wrote < 0) return static_cast<int>(-wrote);
    left.remove_prefix(static_cast<std::size_t>(wrote));
  }
  if (const int failed = calls.sync(file.number())) return -failed;
  return -file.close();
}

}  // namespace

std::string text_of(const KeyId& id) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text;
  for (std::size_t i = id.size(); i-- > 0;) {
    text += kDigits[id[i] >> 4];
    text += kDigits[id[i] & 15];
  }
  return text;
}

std::optional<PublicKey> public_key_from(std::string_view text) {
  std::array<unsigned char, kPublicBytes> bytes{};
  if (text.size() > kMostKeyFileBytes || !take_base64(base64_part(text), bytes)) return std::nullopt;
  if (bytes[0] != 'E' || bytes[1] != 'd') return std::nullopt;
  PublicKey key;
  std::ranges::copy(std::span(bytes).subspan(2, 8), key.id.begin());
  std::ranges::copy(std::span(bytes).subspan(10), key.point.begin());
  return key;
}

std::string line_of(const PublicKey& key) {
  std::array<unsigned char, kPublicBytes> bytes{'E', 'd'};
  std::ranges::copy(key.id, bytes.begin() + 2);
  std::ranges::copy(key.point, bytes.begin() + 10);
  return base64_of(bytes);
}

std::string file_of(const PublicKey& key) {
  return std::string(kComment) + "minisign public key " + text_of(key.id) + "\n" + line_of(key) + "\n";
}

void SecretKey::Wipe::operator()(Bytes* bytes) const {
  sodium_memzero(bytes->data(), bytes->size());
  delete bytes;
}

base::Result<SecretKey> SecretKey::make() {
  if (sodium_init() < 0) return no_random_numbers();
  SecretKey key;
  randombytes_buf(key.public_key_.id.data(), key.public_key_.id.size());
  crypto_sign_ed25519_keypair(key.public_key_.point.data(), key.bytes_->data());
  return key;
}

bool is_secret_key(std::string_view text) {
  Wiped secret;
  return read_secret(text, secret.bytes);
}

bool SecretKey::wants_password(std::string_view file) {
  Wiped secret;
  return read_secret(file, secret.bytes) && is_protected(secret.bytes);
}

base::Result<SecretKey> SecretKey::from_file(std::string_view file, std::string_view password) {
  Wiped secret;
  if (sodium_init() < 0) return no_random_numbers();
  if (!read_secret(file, secret.bytes)) return no_secret_key();
  if (is_protected(secret.bytes)) {
    const bool bearable = number_at(secret.bytes, kOperations) <= kMostOperations &&
                          number_at(secret.bytes, kMemory) <= kMostMemory_bytes;
    if (!bearable) return no_secret_key();
    if (!apply_password(secret.bytes, password)) return no_memory();
    if (sodium_memcmp(sum_of(secret.bytes).data(), secret.bytes.data() + kSumAt, kSumBytes) != 0)
      return wrong_password();
  }
  SecretKey key;
  std::memcpy(key.public_key_.id.data(), secret.bytes.data() + kSecretAt, key.public_key_.id.size());
  // The public half stands there as well: a file that was damaged makes no signatures.
  crypto_sign_ed25519_seed_keypair(key.public_key_.point.data(), key.bytes_->data(), secret.bytes.data() + kKeyAt);
  if (sodium_memcmp(key.bytes_->data(), secret.bytes.data() + kKeyAt, key.bytes_->size()) != 0) return no_secret_key();
  return key;
}

base::Result<std::string> SecretKey::to_file(std::string_view password) const {
  Wiped secret;
  Secret& bytes = secret.bytes;
  bytes[0] = 'E', bytes[1] = 'd', bytes[kSum] = 'B', bytes[kSum + 1] = '2';
  std::memcpy(bytes.data() + kSecretAt, public_key_.id.data(), public_key_.id.size());
  std::memcpy(bytes.data() + kKeyAt, bytes_->data(), bytes_->size());
  if (!password.empty()) {
    bytes[kProtectedBy] = 'S', bytes[kProtectedBy + 1] = 'c';
    randombytes_buf(bytes.data() + kSalt, crypto_pwhash_scryptsalsa208sha256_SALTBYTES);
    put_number(bytes, kOperations, kNewOperations);
    put_number(bytes, kMemory, kNewMemory_bytes);
    const auto sum = sum_of(bytes);
    std::memcpy(bytes.data() + kSumAt, sum.data(), sum.size());
    if (!apply_password(bytes, password)) return no_memory();
  }
  return std::string(kComment) + "minisign encrypted secret key\n" + base64_of(bytes) + "\n";
}

Signature SecretKey::sign(std::string_view bytes) const {
  Signature signature{};
  HUB_CHECK(crypto_sign_ed25519_detached(signature.data(), nullptr,
                                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                                         bytes_->data()) == 0);
  return signature;
}

base::Status write_key_pair(const base::SystemCalls& calls, const std::string& name, const SecretKey& key,
                            std::string_view password) {
  const std::string secret_path = name + ".key", public_path = name + ".pub";
  const auto secret = key.to_file(password);
  if (!secret) return secret.error();
  struct stat there {};
  for (const std::string& path : {secret_path, public_path}) {
    if (calls.status_at(base::kHere, path, there) == 0) return is_there(path);
  }
  if (const int failed = write_new(calls, secret_path, secret.value(), 0600)) {
    if (failed != EEXIST) calls.remove_at(base::kHere, secret_path);
    return base::cannot_write(secret_path, failed);
  }
  if (const int failed = write_new(calls, public_path, file_of(key.public_key()), 0644)) {
    calls.remove_at(base::kHere, secret_path);
    if (failed != EEXIST) calls.remove_at(base::kHere, public_path);
    return base::cannot_write(public_path, failed);
  }
  return base::Done{};
}

}  // namespace hub::pack
