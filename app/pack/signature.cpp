#include "pack/signature.h"

#include <algorithm>
#include <span>

#include "base/check.h"
#include "pack/base64.h"

namespace hub::pack {

namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ", kTrusted = "trusted comment: ";
constexpr std::size_t kSignatureBytes = 2 + 8 + 64;
using Hash = std::array<unsigned char, crypto_generichash_BYTES_MAX>;  // BLAKE2b-512

const unsigned char* begin_of(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Hash hash_of(std::string_view payload) {
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), begin_of(payload), payload.size(), nullptr, 0);
  return hash;
}

std::string_view view_of(std::span<const unsigned char> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string with_comment(const Signature& signature, std::string_view comment) {
  return std::string(view_of(signature)).append(comment);
}

bool has_signed(const PublicKey& key, const Signature& signature, std::string_view bytes) {
  return crypto_sign_ed25519_verify_detached(signature.data(), begin_of(bytes), bytes.size(), key.point.data()) == 0;
}

// The next line, which is taken away; nothing: it is too long, or has no end.
std::optional<std::string_view> take_line(std::string_view& rest, std::string_view begins) {
  const std::size_t end = rest.substr(0, kMostCommentBytes + kUntrusted.size() + 1).find('\n');
  if (end == rest.npos || !rest.starts_with(begins) || end < begins.size()) return std::nullopt;
  const std::string_view line = rest.substr(begins.size(), end - begins.size());
  rest.remove_prefix(end + 1);
  return line;
}

}  // namespace

std::string signature_of(const SecretKey& key, std::string_view payload, std::string_view comment) {
  HUB_CHECK(comment.size() <= kMostCommentBytes && comment.find_first_of("\r\n") == comment.npos);
  const Signature signature = key.sign(view_of(hash_of(payload)));
  std::array<unsigned char, kSignatureBytes> first{'E', 'D'};
  std::ranges::copy(key.public_key().id, first.begin() + 2);
  std::ranges::copy(signature, first.begin() + 10);
  const Signature second = key.sign(with_comment(signature, comment));
  std::string lines = std::string(kUntrusted) + "signature from hub-kiosk\n" + base64_of(first) + "\n";
  lines.append(kTrusted).append(comment).append("\n");
  return lines + base64_of(second) + "\n";
}

std::optional<SignedBytes> signed_bytes_in(std::string_view bytes) {
  SignedBytes found;
  std::array<unsigned char, kSignatureBytes> first{};
  if (!take_line(bytes, kUntrusted)) return std::nullopt;
  const auto signature = take_line(bytes, "");
  if (!signature || !take_base64(*signature, first) || first[0] != 'E' || first[1] != 'D') return std::nullopt;
  const auto comment = take_line(bytes, kTrusted);
  if (!comment) return std::nullopt;
  const auto global = take_line(bytes, "");
  if (!global || !take_base64(*global, found.of_comment)) return std::nullopt;
  std::ranges::copy(std::span(first).subspan(2, 8), found.key.begin());
  std::ranges::copy(std::span(first).subspan(10), found.of_payload.begin());
  found.comment = *comment;
  found.payload = bytes;
  return found;
}

bool verified(const SignedBytes& bytes, const PublicKey& key) {
  if (sodium_init() < 0 || bytes.key != key.id) return false;
  return has_signed(key, bytes.of_payload, view_of(hash_of(bytes.payload))) &&
         has_signed(key, bytes.of_comment, with_comment(bytes.of_payload, bytes.comment));
}

}  // namespace hub::pack
