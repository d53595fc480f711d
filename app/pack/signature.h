// A minisign signature in front of what it signs: its four lines, then the payload. The signature is prehashed (Ed25519
// of BLAKE2b-512, "ED"), and a second one covers the first with its trusted comment.
//
//   untrusted comment: …              what anybody may change; means nothing
//   Base64 of "ED", key id, signature of the payload's hash
//   trusted comment: …
//   Base64 of the signature of the signature and the trusted comment
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "pack/keys.h"

namespace hub::pack {

inline constexpr std::size_t kMostCommentBytes = 1000;

// The four lines. Precondition: the comment is one line of at most kMostCommentBytes.
std::string signature_of(const SecretKey& key, std::string_view payload, std::string_view trusted_comment);

// What stands in such a file, by its form alone: nothing in it is to be believed before `verified`.
struct SignedBytes {
  KeyId key{};
  Signature of_payload{};
  Signature of_comment{};
  std::string_view comment;  // without "trusted comment: "
  std::string_view payload;
};
// Nothing: it has not this form. The result looks into `bytes`.
std::optional<SignedBytes> signed_bytes_in(std::string_view bytes);

// Whether `key` has signed payload and comment, and neither has changed since.
bool verified(const SignedBytes& bytes, const PublicKey& key);

}  // namespace hub::pack
