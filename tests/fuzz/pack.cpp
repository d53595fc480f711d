// A pack from anybody. The first byte says what the rest is: a whole file; changes of a pack that is good; or what
// somebody who has the key has signed, which is unpacked. Nothing but the good packs is ever taken unless it was
// signed.
#include <algorithm>
#include <array>

#include "base/check.h"
#include "bytes.h"
#include "pack/archive.h"
#include "pack/pack.h"
#include "pack/signature.h"

namespace {

using namespace hub;

// Of tests/support/test_keys.h.
constexpr const char* kSecret =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAF5CoHpKG68I/"
    "IAb1W1uuOsI1OfoTj9YeUoeDla5IGhymTu3Qaf5hgD0FObpCbGeSyhPFt9mMom136pPsXg7JA/"
    "RvVH1ocZMXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

const pack::SecretKey& key() {
  static const pack::SecretKey one = pack::SecretKey::from_file(kSecret, "").value();
  return one;
}

std::string good(const std::string& hub, int serial) {
  const base::FolderBytes files = {{hub + "/hub.json", "{\"id\": \"" + hub + "\"}"}, {"common/services.json", "[]"}};
  return pack::made_pack({hub, serial, "2026-11-27", "x"}, files, key()).value();
}

const std::array<std::string, 2>& goods() {
  static const std::array<std::string, 2> all = {good("izumi", 7), good("konan", 8)};
  return all;
}

// What is signed of it: all but the words of the first line.
std::string_view signed_part(std::string_view bytes) { return bytes.substr(std::min(bytes.find('\n'), bytes.size())); }

bool is_taken(std::string_view bytes) {
  const auto opened = pack::open_pack(bytes, "a.hubpack", {{key().public_key(), ""}});
  const auto* one = std::get_if<pack::Pack>(&opened);
  if (one == nullptr) {
    HUB_CHECK(!std::get<pack::Refused>(opened).error.what.ja.empty());
    return false;
  }
  HUB_CHECK(pack::is_hub(one->label.hub) && one->label.serial > 0);
  for (const auto& [name, content] : one->files) {
    HUB_CHECK(pack::is_name(name) && content.size() <= pack::kMostFileBytes);
    HUB_CHECK(name.starts_with(one->label.hub + "/") || name.starts_with("common/"));
  }
  return true;
}

void take_unsigned(std::string_view bytes) {
  if (!is_taken(bytes)) return;
  HUB_CHECK(signed_part(bytes) == signed_part(goods()[0]) || signed_part(bytes) == signed_part(goods()[1]));
}

// Four bytes a change: what, where (two), with what.
std::string changed(std::string_view changes) {
  std::string bytes = goods()[0];
  for (; changes.size() >= 4 && !bytes.empty(); changes.remove_prefix(4)) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(changes[i]); };
    const std::size_t where = (at(1) * 256U + at(2)) % bytes.size();
    switch (at(0) % 6) {
      case 0:
        bytes[where] = changes[3];
        break;
      case 1:
        bytes.erase(where, at(3));
        break;
      case 2:
        bytes.insert(where, 1, changes[3]);
        break;
      case 3:
        bytes.resize(where);
        break;
      case 4:
        bytes.replace(where, at(3), goods()[1].substr(std::min(where, goods()[1].size()), at(3)));
        break;
      default:
        bytes.append(at(3), changes[2]);
    }
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest = hub::fuzz::bytes(data + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      take_unsigned(rest);
      break;
    case 1:
      take_unsigned(changed(rest));
      break;
    default: {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string comment(rest.substr(0, std::min(end, hub::pack::kMostCommentBytes)));
      if (comment.find('\r') != comment.npos) break;
      const std::string payload(rest.substr(std::min(end + 1, rest.size())));
      is_taken(hub::pack::signature_of(key(), payload, comment) + payload);
    }
  }
  return 0;
}
