#include "desk/taken_pack.h"

#include <algorithm>

#include "base/sha256.h"
#include "desk/desk.h"
#include "desk/store/folders.h"

namespace hub::desk {

namespace {

using What = TakenPack::What;

// 7 番、2026-11-27 に作成、泉区役所から
base::Message about(const pack::Label& label) {
  base::Message said = {std::to_string(label.serial) + " 番", "number " + std::to_string(label.serial)};
  if (!label.made.empty()) said = {said.ja + "、" + label.made + " に作成", said.en + ", made " + label.made};
  if (!label.from.empty()) said = {said.ja + "、" + label.from + "から", said.en + ", from " + label.from};
  return said;
}

// Hears whether it was the content that was refused, and not the machine that could not write it.
class HearsRefusal : public PublishingListener {
 public:
  explicit HearsRefusal(PublishingListener& listener) : listener_(listener) {}

  void cannot_be_published(const base::Error& what) override {
    refused_ = true;
    listener_.cannot_be_published(what);
  }
  void copied(const content::Copied& copied) override { listener_.copied(copied); }
  void begins(inspect::Depth depth) override { listener_.begins(depth); }
  void screen_inspected() override { listener_.screen_inspected(); }
  void ended(inspect::Depth depth, const std::vector<inspect::ContentFinding>& findings) override {
    refused_ = refused_ || std::ranges::any_of(findings, &inspect::ContentFinding::refuses);
    listener_.ended(depth, findings);
  }
  bool refused() const { return refused_; }

 private:
  PublishingListener& listener_;
  bool refused_ = false;
};

TakenPack ended(What what, base::Error error, TakenPack taken = {}) {
  taken.what = what;
  taken.said = std::move(error.what);
  taken.remedy = std::move(error.remedy);
  return taken;
}

TakenPack refused(pack::Refused why, TakenPack taken = {}) {
  taken.why = why.why;
  return ended(What::refused, std::move(why.error), std::move(taken));
}

base::Error cannot_show(const std::string& name, const TakenPack& taken, const base::Error& why) {
  const std::string serial = std::to_string(taken.label.serial);
  return {{"「" + name + "」の内容（" + serial + " 番）は、映していません。" + why.what.ja,
           "\"" + name + "\" (number " + serial + ") does not show. " + why.what.en},
          why.remedy};
}

base::Error was_here(const std::string& name, const pack::Label& label) {
  const std::string serial = std::to_string(label.serial);
  return {{"「" + name + "」の内容（" + serial + " 番）は、もう受け取っています。",
           "\"" + name + "\" (number " + serial + ") has been taken already."},
          {}};
}

base::Error now_shows(const std::string& name, const pack::Label& label) {
  const base::Message which = about(label);
  return {
      {"「" + name + "」の内容（" + which.ja + "）を映しました。", "\"" + name + "\" (" + which.en + ") shows now."},
      {"前の内容に戻すときは、「前に戻す」を使います。", "What showed before can be shown again."}};
}

}  // namespace

const char* word_of(const TakenPack& taken) {
  switch (taken.what) {
    case What::shows:
      return "shows";
    case What::was_here:
      return "was-here";
    case What::refused:
      return pack::word_of(taken.why);
    case What::failed:
      break;
  }
  return "failed";
}

TakenPack Desk::take(std::string_view bytes, const std::string& name, const std::vector<pack::KnownKey>& keys,
                     PublishingListener& listener) {
  const std::string called = name_alone(name);
  auto opened = pack::open_pack(bytes, called, keys);
  if (auto* why = std::get_if<pack::Refused>(&opened)) return refused(std::move(*why));
  pack::Pack& pack = std::get<pack::Pack>(opened);
  TakenPack taken;
  taken.label = pack.label;
  taken.key = pack::text_of(pack.key);
  if (pack.label.hub != setup_.hub) return refused(pack::of_other_hub(called, pack.label, setup_.hub), taken);
  if (auto done = settle_history(); !done) return ended(What::failed, cannot_show(called, taken, done.error()), taken);
  const auto newest = History(calls_, paths_.folder).newest_of_key(taken.key);
  if (!newest) return ended(What::failed, cannot_show(called, taken, newest.error()), taken);
  const std::string sha256 = base::sha256_text(bytes);
  if (newest.value() && newest.value()->pack.serial >= pack.label.serial) {
    const PublishedVersion& before = *newest.value();
    const bool same = before.pack.serial == pack.label.serial && before.sha256 == sha256;
    if (same) return ended(What::was_here, was_here(called, pack.label), taken);
    return refused(pack::of_older(called, pack.label, before.pack.serial), taken);
  }
  if (!pack.may_change_common) std::erase_if(pack.files, [](const auto& one) { return is_of_all_hubs(one.first); });
  HearsRefusal hears(listener);
  PublishedVersion version{0, now(), pack.label.from, called, sha256, "", 0, true};
  version.pack = {pack.label.serial, taken.key, pack.label.made, pack.label.from};
  const auto shown = show(std::move(version), pack.files, hears);
  if (!shown) {
    taken.why = pack::Refusal::not_shown;
    const What what = hears.refused() ? What::refused : What::failed;
    return ended(what, cannot_show(called, taken, shown.error()), taken);
  }
  taken.version = shown.value().number;
  return ended(What::shows, now_shows(called, pack.label), taken);
}

}  // namespace hub::desk
