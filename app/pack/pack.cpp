#include "pack/pack.h"

#include <algorithm>
#include <iterator>

#include "base/characters.h"
#include "base/file_errors.h"
#include "base/parse.h"
#include "pack/archive.h"
#include "pack/signature.h"

namespace hub::pack {

namespace {

constexpr const char* kWords[] = {"damaged",      "too-large", "unknown-key", "other-key",
                                  "newer-format", "other-hub", "older",       "not-shown"};  // as Refusal
constexpr std::size_t kMostWordBytes = 60;

std::string named(std::string_view name) { return "「" + base::shown(name) + "」"; }
std::string in_quotes(std::string_view name) { return "\"" + base::shown(name) + "\""; }

Refused damaged(std::string_view name) {
  return {Refusal::damaged,
          {{named(name) + "は、こわれているか、途中までしか届いていません。",
            in_quotes(name) + " is damaged, or only a part of it has come."},
           {"もう一度、もとのところから写してください。", "Copy it once more from where it came."}}};
}

Refused too_large(std::string_view name) {
  const base::Message most = base::size_text(kMostPackBytes);
  return {Refusal::too_large,
          {{named(name) + "は、大きすぎるパックです（" + most.ja + " まで）。",
            in_quotes(name) + " is too large a pack (at most " + most.en + ")."},
           {"使っていない写真をへらして、作りなおしてください。", "Make it again with fewer pictures."}}};
}

Refused unknown_key(std::string_view name, const KeyId& key) {
  return {Refusal::unknown_key,
          {{named(name) + "は、この画面の知らない鍵（" + text_of(key) + "）で署名されています。",
            in_quotes(name) + " is signed with a key that this screen does not know (" + text_of(key) + ")."},
           {"市の担当の方に、どの鍵で署名したか聞いてください。鍵を替えたときは、画面の設定（packs）も替えます。",
            "Ask the city which key it signed with. A new key has to stand in this screen's configuration (packs)."}}};
}

Refused other_key(std::string_view name, const Label& label, const std::string& hub_of_key) {
  return {
      Refusal::other_key,
      {{named(name) + "は、拠点「" + label.hub + "」のパックなのに、拠点「" + hub_of_key + "」の鍵で署名されています。",
        in_quotes(name) + " is a pack of the hub " + label.hub + ", and signed with the key of the hub " + hub_of_key +
            "."},
       {"「" + label.hub + "」の鍵か市の鍵で、作りなおしてください。",
        "Make it again with the key of " + label.hub + ", or the city's."}}};
}

Refused newer_format(std::string_view name) {
  return {Refusal::newer_format,
          {{named(name) + "は、新しい形のパックで、この画面では開けません。",
            in_quotes(name) + " is a pack of a newer format, which this screen cannot open."},
           {"この画面の hub-kiosk を新しくしてください。", "Update the hub-kiosk of this screen."}}};
}

base::Error bad_name(const std::string& name) {
  return {{named(name) + "という名前のファイルは、パックに入れられません。",
           "A file called " + in_quotes(name) + " cannot be in a pack."},
          {"ファイルの名前を、半角の英数字と - _ . だけにしてください。",
           "Use only ASCII letters, digits and - _ . in its name."}};
}

base::Error too_much(const std::string& what_ja, const std::string& what_en) {
  return {{"パックに入れるには" + what_ja + "。", "For a pack, " + what_en + "."},
          {"使っていない写真や古い報告書をへらしてください。", "Leave out pictures or old reports that nobody needs."}};
}

bool is_of(std::string_view name, std::string_view folder) {
  return name.size() > folder.size() + 1 && name.starts_with(folder) && name[folder.size()] == '/';
}

std::string comment_of(const Label& label) {
  std::string comment = "hub=" + label.hub + " serial=" + std::to_string(label.serial);
  if (!label.made.empty()) comment += " made=" + label.made;
  if (!label.from.empty()) comment += " from=" + label.from;
  return comment + " format=" + std::to_string(kFormat);
}

// What stands after "key="; nothing: it does not stand there, or twice.
std::optional<std::string> value_of(std::string_view comment, std::string_view key) {
  std::optional<std::string> found;
  for (std::string_view rest = comment; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!word.starts_with(key) || word.size() <= key.size() || word[key.size()] != '=') continue;
    if (found) return std::nullopt;
    found = std::string(word.substr(key.size() + 1));
  }
  return found;
}

std::optional<Label> label_in(std::string_view comment) {
  Label label;
  label.hub = value_of(comment, "hub").value_or("");
  label.serial = base::parse_count(value_of(comment, "serial").value_or(""), kMostSerial).value_or(0);
  label.made = value_of(comment, "made").value_or("");
  label.from = value_of(comment, "from").value_or("");
  if (!is_hub(label.hub) || label.serial == 0) return std::nullopt;
  // Only told, so what it cannot be is left out.
  if (!base::parse_iso_date(label.made)) label.made.clear();
  if (!is_from(label.from)) label.from.clear();
  return label;
}

}  // namespace

const char* word_of(Refusal refusal) { return kWords[static_cast<std::size_t>(refusal)]; }

bool is_hub(std::string_view text) {
  const auto may = [](char c) { return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
  return !text.empty() && text.size() <= kMostWordBytes && text != kCommonFolder && std::ranges::all_of(text, may);
}

bool is_from(std::string_view text) {
  return !text.empty() && text.size() <= kMostWordBytes && text.find(' ') == text.npos && base::shown(text) == text;
}

base::Result<std::string> made_pack(const Label& label, const base::FolderBytes& files, const SecretKey& key) {
  HUB_CHECK(is_hub(label.hub) && label.serial > 0 && label.serial <= kMostSerial);
  HUB_CHECK((label.from.empty() || is_from(label.from)) && (label.made.empty() || base::parse_iso_date(label.made)));
  if (files.size() > kMostFiles) {
    return too_much("ファイルが多すぎます（" + std::to_string(kMostFiles) + " 個まで）",
                    "there are too many files (at most " + std::to_string(kMostFiles) + ")");
  }
  for (const auto& [name, bytes] : files) {
    const bool belongs = is_of(name, label.hub) || is_of(name, kCommonFolder);
    if (!belongs || !is_name(name)) return bad_name(name);
    if (bytes.size() > kMostFileBytes) return base::too_large(name, kMostFileBytes);
  }
  const std::string archive = archive_of(files);
  std::string pack = signature_of(key, archive, comment_of(label)) + archive;
  if (pack.size() <= kMostPackBytes) return pack;
  const base::Message most = base::size_text(kMostPackBytes);
  return too_much("全部では大きすぎます（" + most.ja + " まで）", "it is too large (at most " + most.en + ")");
}

std::variant<Pack, Refused> open_pack(std::string_view bytes, std::string_view name,
                                      const std::vector<KnownKey>& keys) {
  if (bytes.size() > kMostPackBytes) return too_large(name);
  const auto signed_bytes = signed_bytes_in(bytes);
  if (!signed_bytes) return damaged(name);
  std::vector<KnownKey> fitting;
  std::ranges::copy_if(keys, std::back_inserter(fitting),
                       [&](const KnownKey& one) { return one.key.id == signed_bytes->key; });
  if (fitting.empty()) return unknown_key(name, signed_bytes->key);
  std::erase_if(fitting, [&](const KnownKey& one) { return !verified(*signed_bytes, one.key); });
  if (fitting.empty()) return damaged(name);
  // From here on it is what somebody with the key has made.
  const auto format = value_of(signed_bytes->comment, "format");
  if (format && base::parse_count(*format, kFormat) != kFormat) return newer_format(name);
  const auto label = label_in(signed_bytes->comment);
  if (!label) return damaged(name);
  const auto may_sign = [&](const KnownKey& one) { return one.hub.empty() || one.hub == label->hub; };
  const bool every_hub = std::ranges::any_of(fitting, [](const KnownKey& one) { return one.hub.empty(); });
  if (std::ranges::none_of(fitting, may_sign)) return other_key(name, *label, fitting.front().hub);
  auto files = files_in(signed_bytes->payload);
  if (!files) return damaged(name);
  const bool all_belong = std::ranges::all_of(
      *files, [&](const auto& one) { return is_of(one.first, label->hub) || is_of(one.first, kCommonFolder); });
  if (!all_belong) return damaged(name);
  return Pack{*label, signed_bytes->key, every_hub, *std::move(files)};
}

std::optional<Label> label_unverified(std::string_view bytes) {
  const auto signed_bytes = signed_bytes_in(bytes);
  return signed_bytes ? label_in(signed_bytes->comment) : std::nullopt;
}

bool is_for_another(std::string_view bytes, const std::string& hub) {
  const auto label = label_unverified(bytes);
  return label && label->hub != hub;
}

Refused of_other_hub(std::string_view name, const Label& label, const std::string& hub_here) {
  return {Refusal::other_hub,
          {{named(name) + "は、ほかの拠点「" + label.hub + "」のパックです。この画面は「" + hub_here + "」です。",
            in_quotes(name) + " is a pack of another hub, " + label.hub + "; this screen is of " + hub_here + "."},
           {"「" + hub_here + "」のパックを入れてください。", "Bring a pack of " + hub_here + "."}}};
}

Refused of_older(std::string_view name, const Label& label, int newest_serial) {
  const std::string serial = std::to_string(label.serial), newest = std::to_string(newest_serial);
  return {Refusal::older,
          {{named(name) + "は、古いパックです（" + serial + " 番。" + newest + " 番を、もう受け取っています）。",
            in_quotes(name) + " is an old pack (number " + serial + "; number " + newest + " has been here)."},
           {"映っているのは新しいほうなので、何もしなくてかまいません。前の内容に戻すときは、パネルの「前に戻す」を使い"
            "ます。",
            "The newer one shows: there is nothing to do. To go back, use the panel."}}};
}

}  // namespace hub::pack
