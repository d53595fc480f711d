// Packs: what is signed comes back as it was, and nothing else does.
#include "pack/pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <functional>
#include <random>
#include <string>

#include "base/sha256.h"
#include "pack/archive.h"
#include "pack/signature.h"
#include "support/slow.h"
#include "support/test_keys.h"

using namespace hub;
using namespace hub::tests;
using pack::KnownKey;
using pack::Refusal;

namespace {

const base::FolderBytes kFiles = {{"common/services.json", "[1, 2]\n"},
                                  {"izumi/hub.json", "{\"name\": \"泉区\"}\n"},
                                  {"izumi/images/a.png", std::string("\0\x89\n\r\n", 5)},
                                  {"izumi/reports/2026.json", std::string(600, 'x')}};
const pack::Label kLabel{"izumi", 7, "2026-11-27", "泉区役所"};

std::vector<KnownKey> known(const pack::SecretKey& key, const std::string& hub = "") {
  return {{key.public_key(), hub}};
}

std::string made(const pack::SecretKey& key, const pack::Label& label = kLabel) {
  base::FolderBytes files;
  for (const auto& [name, content] : kFiles) {
    files[name.starts_with("izumi/") ? label.hub + name.substr(5) : name] = content;
  }
  auto bytes = pack::made_pack(label, files, key);
  REQUIRE(bytes);
  return std::move(bytes).value();
}

// Signed by whoever has the key, whatever it is.
std::string signed_by(const pack::SecretKey& key, const std::string& payload, const std::string& comment) {
  return pack::signature_of(key, payload, comment) + payload;
}

// Why it is refused, which is said.
std::string refused(const std::string& bytes, const std::vector<KnownKey>& keys) {
  const auto opened = pack::open_pack(bytes, "a.hubpack", keys);
  const auto* why = std::get_if<pack::Refused>(&opened);
  if (why == nullptr) return "taken";
  CHECK(why->error.what.ja.find("「a.hubpack」") != std::string::npos);
  CHECK(why->error.what.en.find("\"a.hubpack\"") != std::string::npos);
  CHECK_FALSE(why->error.remedy.ja.empty());
  CHECK_FALSE(why->error.remedy.en.empty());
  return pack::word_of(why->why);
}

struct TarEntry {
  std::string name;
  std::string bytes = "x";
  unsigned type = AE_IFREG;
  std::string link = {};
};

la_ssize_t append(archive*, void* to, const void* bytes, std::size_t count) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

std::string tar_of(const std::vector<TarEntry>& entries, bool pax = false) {
  std::string bytes;
  archive* writer = archive_write_new();
  REQUIRE((pax ? archive_write_set_format_pax(writer) : archive_write_set_format_ustar(writer)) == ARCHIVE_OK);
  REQUIRE(archive_write_open(writer, &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
  for (const TarEntry& one : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, one.name.c_str());
    archive_entry_set_filetype(entry, one.type);
    archive_entry_set_perm(entry, 0644);
    if (one.type == AE_IFLNK) archive_entry_set_symlink(entry, one.link.c_str());
    if (one.type == AE_IFREG && !one.link.empty()) archive_entry_set_hardlink(entry, one.link.c_str());
    const bool has_bytes = one.type == AE_IFREG && one.link.empty();
    archive_entry_set_size(entry, has_bytes ? static_cast<la_int64_t>(one.bytes.size()) : 0);
    REQUIRE(archive_write_header(writer, entry) >= ARCHIVE_WARN);  // of a name that is not ASCII
    if (has_bytes) archive_write_data(writer, one.bytes.data(), one.bytes.size());
    archive_entry_free(entry);
  }
  REQUIRE(archive_write_free(writer) == ARCHIVE_OK);
  return bytes;
}

}  // namespace

TEST_CASE("what is packed comes back as it was") {
  const pack::SecretKey key = new_key();
  const auto opened = pack::open_pack(made(key), "a.hubpack", known(key));
  const auto* one = std::get_if<pack::Pack>(&opened);
  REQUIRE(one != nullptr);
  CHECK(one->files == kFiles);
  CHECK(one->label.hub == "izumi");
  CHECK(one->label.serial == 7);
  CHECK(one->label.made == "2026-11-27");
  CHECK(one->label.from == "泉区役所");
  CHECK(one->key == key.public_key().id);
  CHECK(one->may_change_common);
  const auto by_hub = pack::open_pack(made(key), "a.hubpack", known(key, "izumi"));
  REQUIRE(std::holds_alternative<pack::Pack>(by_hub));
  CHECK_FALSE(std::get<pack::Pack>(by_hub).may_change_common);
}

TEST_CASE("the same content, label and key give the same bytes, on every Debian") {
  const std::string bytes = made(city_key());
  CHECK(bytes == made(city_key()));
  CHECK(base::sha256_text(bytes) == "8e0f84941ff6e252fd11bcf9b6283131afbaec4053fd1587c51d3ade03b77f3f");
  CHECK(bytes != made(city_key(), {"izumi", 8, "2026-11-27", "泉区役所"}));
}

TEST_CASE("each pack that is not taken says why, and what to do") {
  const pack::SecretKey city = new_key(), izumi = new_key(), stranger = new_key();
  const std::vector<KnownKey> keys = {{city.public_key(), ""}, {izumi.public_key(), "izumi"}};
  const std::string tar = tar_of({{"izumi/hub.json"}});
  CHECK(refused(made(city), keys) == "taken");
  CHECK(refused(made(izumi), keys) == "taken");
  CHECK(refused(made(stranger), keys) == "unknown-key");
  CHECK(refused(made(city), {}) == "unknown-key");
  CHECK(refused(made(izumi, {"konan", 7, "", ""}), keys) == "other-key");
  CHECK(refused(made(city, {"konan", 7, "", ""}), keys) == "taken");  // whose screen this is, the desk knows
  CHECK(refused(std::string(pack::kMostPackBytes + 1, 'x'), keys) == "too-large");
  CHECK(refused("", keys) == "damaged");
  CHECK(refused("%PDF-1.7\nnot a pack\n\n\n\n", keys) == "damaged");
  CHECK(refused(signed_by(city, tar, "hub=izumi serial=7"), keys) == "taken");
  CHECK(refused(signed_by(city, tar, "hub=izumi serial=7 format=2"), keys) == "newer-format");
  CHECK(refused(signed_by(city, "of another kind", "everything=otherwise format=2"), keys) == "newer-format");
  // Somebody else with the number of a key that is known.
  std::string forged = made(stranger);
  pack::PublicKey name_of_another = stranger.public_key();
  CHECK(refused(forged, {{{name_of_another.id, city.public_key().point}, ""}}) == "damaged");
  // A key that is known twice, for two hubs, signs for both and for no third.
  const std::vector<KnownKey> two = {{city.public_key(), "konan"}, {city.public_key(), "izumi"}};
  CHECK(refused(made(city), two) == "taken");
  CHECK(refused(made(city, {"sakae", 7, "", ""}), two) == "other-key");
  CHECK(pack::of_other_hub("a.hubpack", kLabel, "konan").error.what.ja.find("「izumi」") != std::string::npos);
  CHECK(pack::of_older("a.hubpack", kLabel, 9).error.what.ja.find("9 番") != std::string::npos);
}

TEST_CASE("a label that says no hub or no serial, or one twice, is none") {
  const pack::SecretKey key = new_key();
  const std::string tar = tar_of({{"izumi/hub.json"}});
  for (const char* comment :
       {"", "hub=izumi", "serial=7", "hub=izumi serial=0", "hub=izumi serial=-1", "hub=izumi serial=7x",
        "hub=izumi serial=1000000000", "hub=izumi serial=7 serial=8", "hub=../izumi serial=7", "hub=common serial=7",
        "hub= serial=7", "Hub=izumi serial=7", "hub=izumi  serial=", "hub=izumi,serial=7"}) {
    CAPTURE(comment);
    CHECK(refused(signed_by(key, tar, comment), known(key)) == "damaged");
  }
  const auto opened =
      pack::open_pack(signed_by(key, tar, "hub=izumi serial=7 made=yesterday from=\x1b[2J later=3"), "a", known(key));
  REQUIRE(std::holds_alternative<pack::Pack>(opened));
  CHECK(std::get<pack::Pack>(opened).label.made.empty());
  CHECK(std::get<pack::Pack>(opened).label.from.empty());
}

TEST_CASE("also of signed bytes nothing but files of the hub and of all hubs comes out") {
  const pack::SecretKey key = new_key();
  const auto of = [&](const std::string& tar) {
    return refused(signed_by(key, tar, "hub=izumi serial=1"), known(key));
  };
  const TarEntry good{"izumi/hub.json"};
  CHECK(of(tar_of({good})) == "taken");
  CHECK(of(tar_of({good}, true)) == "taken");
  CHECK(of(tar_of({good, {"common/a.json"}})) == "taken");
  for (const char* name : {"konan/hub.json", "izumi", "hub.json", "/izumi/hub.json", "izumi/../konan/hub.json",
                           "../izumi/a.json", "izumi//a.json", "izumi/.a.json", "izumi/a b.json", "izumi/a\nb",
                           "izumi/報告.json", "izumix/a.json", "izumi/"}) {
    CAPTURE(name);
    CHECK(of(tar_of({good, {name}}, true)) == "damaged");
  }
  CHECK(of(tar_of({good, good})) == "damaged");
  CHECK(of(tar_of({good, {"izumi/a", "", AE_IFDIR}})) == "damaged");
  CHECK(of(tar_of({good, {"izumi/a", "", AE_IFLNK, "/etc/passwd"}})) == "damaged");
  CHECK(of(tar_of({good, {"izumi/a", "", AE_IFREG, "izumi/hub.json"}})) == "damaged");
  CHECK(of(tar_of({good, {"izumi/a", "", AE_IFIFO}})) == "damaged");
  CHECK(of(tar_of({{"izumi/a", std::string(pack::kMostFileBytes, 'x')}})) == "taken");
  CHECK(of(tar_of({{"izumi/a", std::string(pack::kMostFileBytes + 1, 'x')}})) == "damaged");
  std::vector<TarEntry> many;
  for (std::size_t i = 0; i < pack::kMostFiles; ++i) many.push_back({"izumi/" + std::to_string(i)});
  CHECK(of(tar_of(many)) == "taken");
  many.push_back({"izumi/one-more"});
  CHECK(of(tar_of(many)) == "damaged");
  CHECK(of("") == "damaged");
  CHECK(of(std::string(10240, '\0')) == "damaged");
  const std::string whole = tar_of({good, {"izumi/a", std::string(600, 'x')}});
  CHECK(of(whole.substr(0, 700)) == "damaged");
}

TEST_CASE("what cannot be in a pack is refused when it is made") {
  const pack::SecretKey key = new_key();
  const auto made_of = [&](const base::FolderBytes& files) { return pack::made_pack(kLabel, files, key); };
  for (const char* name : {"izumi/写真.png", "konan/hub.json", "izumi/../a", "izumi/.a", "/izumi/a"}) {
    CAPTURE(name);
    const auto refused = made_of({{name, "x"}});
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().remedy.ja.empty());
  }
  CHECK_FALSE(made_of({{"izumi/a", std::string(pack::kMostFileBytes + 1, 'x')}}));
  base::FolderBytes many, large;
  for (std::size_t i = 0; i <= pack::kMostFiles; ++i) many["izumi/" + std::to_string(i)] = "x";
  CHECK_FALSE(made_of(many));
  for (int i = 0; i < 32; ++i) large["izumi/" + std::to_string(i)] = std::string(pack::kMostFileBytes, 'x');
  CHECK_FALSE(made_of(large));
}

TEST_CASE("a pack that is cut off anywhere, or of which one bit is another, is not taken" * slow()) {
  const std::string whole = made(city_key());
  const auto keys = known(city_key());
  const auto taken = [&](const std::string& bytes) {
    return std::holds_alternative<pack::Pack>(pack::open_pack(bytes, "a", keys));
  };
  REQUIRE(taken(whole));
  // The first line is signed by nobody, and nothing is made of it.
  const std::size_t words = whole.find('\n');
  const int step = kSanitized ? 7 : 1;
  int accepted = 0;
  for (std::size_t at = 0; at < whole.size(); at += static_cast<std::size_t>(step)) {
    accepted += taken(whole.substr(0, at));
    if (at < words) continue;
    for (int bit = 0; bit < 8; ++bit) {
      std::string other = whole;
      other[at] = static_cast<char>(other[at] ^ (1 << bit));
      accepted += taken(other);
    }
  }
  CHECK(accepted == 0);
  CHECK(taken("untrusted comment: anything\n" + whole.substr(words + 1)));
}

TEST_CASE("of a hundred thousand packs that were changed at random none is taken" * slow()) {
  const std::string whole = made(city_key()), other = made(city_key(), {"konan", 9, "", ""});
  const auto keys = known(city_key());
  const std::size_t begin = whole.find('\n') + 1;  // what stands before is signed by nobody
  std::mt19937 random(18);
  const auto below = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(random); };
  const std::vector<std::function<void(std::string&)>> changes = {
      [&](std::string& bytes) { bytes[begin + below(bytes.size() - begin)] = static_cast<char>(below(256)); },
      [&](std::string& bytes) { bytes.resize(below(bytes.size())); },
      [&](std::string& bytes) { bytes.append(1 + below(1024), static_cast<char>(below(256))); },
      [&](std::string& bytes) { bytes.erase(begin + below(bytes.size() - begin), 1 + below(64)); },
      [&](std::string& bytes) { bytes.insert(begin + below(bytes.size() - begin), 1 + below(64), 'A'); },
      [&](std::string& bytes) {  // from another pack that is right
        const std::size_t at = begin + below(bytes.size() - begin), count = 1 + below(400);
        if (at < other.size()) bytes.replace(at, std::min(count, bytes.size() - at), other.substr(at, count));
      },
      [&](std::string& bytes) { std::swap(bytes[begin + below(300)], bytes[begin + below(300)]); },
  };
  const int count = kSanitized ? 5000 : 100'000;
  int accepted = 0, same = 0;
  for (int i = 0; i < count; ++i) {
    std::string bytes = whole;
    for (std::size_t left = 1 + below(3); left > 0 && bytes.size() > begin + 300; --left) {
      changes[below(changes.size())](bytes);
    }
    if (bytes == whole || bytes == other) {
      ++same;
    } else {
      accepted += std::holds_alternative<pack::Pack>(pack::open_pack(bytes, "a", keys));
    }
  }
  CHECK(accepted == 0);
  CHECK(same < count / 5);
}
