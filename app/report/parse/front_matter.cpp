#include "report/parse/front_matter.h"

#include <algorithm>
#include <set>

#include "report/words/characters.h"
#include "report/words/outline_number.h"
#include "report/words/titles.h"

namespace hub::report {

namespace {

// How all wards word it. Only compared with, never written.
constexpr std::u32string_view kPurpose =
    U"市民が安心して子どもを生み育て、子育てに喜びを感じることができる社会環境を形成し、子育てを地域全体で支援する地域"
    U"力の"
    U"創出に寄与することを目的とします。";
constexpr std::u32string_view kPrinciples[] = {
    U"区における、地域による子育て支援の拠点施設としての運営",
    U"子どもの視点に立ち、すべての就学前児童及びその養育者、並びに子育てに関する支援活動を行う者に開かれた運営",
    U"子どもと家庭を支援する各種の行政等機関・地域等との連携を図る運営",
    U"利用者の意見、子育てをめぐる社会情勢、市民ニーズの変化に柔軟に対応できる運営",
    U"子ども及びその養育者の育ちを支援するとともに、養育者自身が事業の担い手として関わることができる視点に立った運営",
    U"地域の人と人とのつながりを広げ、地域ぐるみの子育て支援を目指す運営"};
constexpr std::u32string_view kServices[] = {
    U"乳幼児の遊びと育ちの場及びその養育者の交流の場の提供(親子の居場所事業)",
    U"子育てに関する相談及び関係機関との連携に関すること(子育て相談事業)",
    U"子育てに関する情報の収集及び提供に関すること(情報収集・提供事業)",
    U"子育てに関する支援活動を行う者同士の連携に関すること(支援者ネットワーク事業)",
    U"子育てに関する支援活動を行う者の育成、支援に関すること(人材育成、活動支援事業)",
    U"地域の住民同士で子どもを預け、預かる支え合いの促進に関すること(横浜子育てサポートシステム区支部事務局運営事業)",
    U"子育て家庭のニーズに応じた施設・事業等の利用の支援に関すること(利用者支援事業)"};
constexpr std::u32string_view kEvaluation[] = {
    U"今年度の取組状況や利用者アンケート結果等をもとに、協働契約書中の役割分担表の項目に沿って設定した、今年度の達成目"
    U"標の"
    U"うち、当該年度に特に重点的に取り組む達成目標である「重点目標」について、以下の通り、相互振り返りを踏まえた取組成"
    U"果と"
    U"課題を公表します。",
    U"今年度の取組状況や成果、課題を踏まえ、次年度の重点目標を公表します。"};
constexpr std::u32string_view kBodies[] = {U"法人",   U"財団",   U"社団",   U"協会",   U"協議会", U"会社",
                                           U"支援課", U"委員会", U"区役所", U"福祉会", U"NPO",    U"共同体"};
constexpr std::u32string_view kContactWords[] = {U"お問い合わせ", U"お問合せ", U"問合せ先", U"電話:", U"電話0",
                                                 U"電話番号",     U"TEL",      U"FAX",      U"http",  U"更新日"};
constexpr std::u32string_view kDateCharacters =
    U"年月日度令和平成元から至自まで目かヶヵケ箇間～〜~-－―‐第期()（）［］[]／/・、,";
constexpr std::u32string_view kTitleEnd = U"拠点事業", kHub = U"地域子育て支援拠点",
                              kHubTitle = U"地域子育て支援拠点事業";
constexpr std::ptrdiff_t kMostBetween = 3;  // entries of a list that are worded like none
constexpr std::size_t kFewestLeft = 2;      // characters; fewer are a full stop or a bracket
constexpr double kAlike = 0.6;              // enough to know a wording again
constexpr double kRelated = 0.45;           // enough below its own heading

struct Match {
  std::size_t index = 0;
  double likeness = 0;
};

template <class List>
Match best_match(std::u32string_view folded, const List& wordings) {
  Match best;
  for (std::size_t i = 0; i < std::size(wordings); ++i) {
    const double alike = likeness(folded, fold(wordings[i]));
    if (alike > best.likeness) best = {i, alike};
  }
  return best;
}

bool names_body(std::u32string_view folded) {
  if (folded.empty() || folded.size() > 60 || contains(folded, U"。")) return false;
  return std::ranges::any_of(kBodies, [&](std::u32string_view word) { return contains(folded, word); });
}

class FrontMatterFinder {
 public:
  explicit FrontMatterFinder(std::vector<Paragraph>& paragraphs)
      : paragraphs_(paragraphs), used_(paragraphs.size()), contexts_(contexts()) {}

  FrontMatter find() {
    titles();
    if (found_.ward.empty()) ward_elsewhere();
    chapters();
    contacts();
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].kind == Paragraph::Kind::item && !paragraphs_[i].words.empty()) known_wording(i);
    }
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!used_[i] && paragraphs_[i].kind == Paragraph::Kind::item && !paragraphs_[i].words.empty()) by_heading(i);
    }
    between(principles_);
    between(evaluation_);
    lone_neighbours();
    above_title();
    found_.principles = in_order(principles_);
    found_.evaluation = in_order(evaluation_);
    found_.services = services_in_order();
    years();
    std::vector<Paragraph> rest;
    bool taken = false;  // what was placed parts what stood around it
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!used_[i]) {
        rest.push_back(std::move(paragraphs_[i]));
        rest.back().gap = rest.back().gap || taken;
      }
      taken = used_[i];
    }
    paragraphs_ = std::move(rest);
    return std::move(found_);
  }

 private:
  struct Context {
    std::optional<Field> before;  // the heading above, when no goal's heading stands between
    std::optional<Field> after;   // the heading right below
  };

  std::vector<Context> contexts() const {
    std::vector<Context> all(paragraphs_.size());
    std::optional<Field> field;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].kind == Paragraph::Kind::label) field = paragraphs_[i].label.field;
      all[i].before = field;
    }
    field.reset();
    for (std::size_t i = paragraphs_.size(); i-- > 0;) {
      if (paragraphs_[i].kind == Paragraph::Kind::label) field = paragraphs_[i].label.field;
      all[i].after = field;
    }
    return all;
  }

  // What was found, and the paragraph it was found in.
  struct Placed {
    std::size_t at = 0;
    SourceText words;
  };
  struct PlacedService {
    std::size_t at = 0;
    FoundService service;
  };

  static SourceText words_of(const Paragraph& paragraph, double confidence) {
    return {paragraph.words, paragraph.place, confidence};
  }

  void titles() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (paragraphs_[i].kind != Paragraph::Kind::title) continue;
      used_[i] = true;
      const std::u32string folded = fold(paragraphs_[i].words);
      if (!found_.title) title(i);
      // 令和2年度重点目標 above 平成31年度重点目標評価結果・次年度重点目標 is the page's.
      const bool says_more = names_all_years(folded) && !names_all_years(title_years_);
      if (contains(folded, U"目標") || says_more || contains(folded, U"評価結果")) {
        if (title_years_.empty() || says_more) title_years_ = folded;
      }
    }
  }
  void title(std::size_t i) {
    const Place place = paragraphs_[i].place;
    const std::size_t date = date_length(paragraphs_[i].words);
    leave(paragraphs_[i].words.substr(0, date), i);
    const std::u32string words = paragraphs_[i].words.substr(date), folded = fold(words);
    const std::size_t of_folded = folded.find(kTitleEnd), named = words.find(kTitleEnd);
    if (of_folded != folded.npos) {
      const std::size_t end = named + kTitleEnd.size();
      // 泉 区 地 域 … has its letters set apart.
      const bool spaced = named == words.npos;
      found_.title =
          SourceText{spaced ? folded.substr(0, of_folded + kTitleEnd.size()) : trimmed(words.substr(0, end)), place, 1};
      found_.ward = ward_in(fold(found_.title->words));
      const std::u32string_view rest = spaced ? std::u32string_view() : std::u32string_view(words).substr(end);
      if (!contains(rest, U"年度") && !contains(rest, U"重点目標") && !contains(rest, U"評価")) leave(rest, i);
      return;
    }
    const std::size_t hub = folded.find(kHub);
    if (hub == folded.npos) return;
    found_.hub_name = words;
    if (found_.ward.empty()) found_.ward = ward_in(folded);
    if (!found_.ward.empty()) found_.title = SourceText{found_.ward + std::u32string(kHubTitle), place, 0.6};
  }

  static bool is_motto(const Paragraph& paragraph) {
    constexpr std::u32string_view kOrnaments = U"～〜~－―「『＜<〈《";
    const std::u32string& words = paragraph.words;
    return paragraph.kind == Paragraph::Kind::item && !words.empty() && !ends_sentence(words) &&
           kOrnaments.find(words.front()) != kOrnaments.npos;
  }

  // 中区地域子育て支援拠点のんびりんこ通信 第48号: no title, but it tells whose report this is.
  void ward_elsewhere() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const std::u32string folded = fold(paragraphs_[i].words);
      const std::size_t hub = folded.find(kHub);
      if (hub == folded.npos || hub == 0 || folded[hub - 1] != U'区') continue;
      const std::u32string ward = ward_in(std::u32string_view(folded).substr(0, hub));
      if (ward.empty()) continue;
      found_.ward = ward;
      found_.hub_name = paragraphs_[i].words;
      if (!found_.title) found_.title = SourceText{ward + std::u32string(kHubTitle), paragraphs_[i].place, 0.6};
      return;
    }
  }

  // Menus and letterheads stand above the title, or where there is none above the first heading of a section; of the
  // report itself, whole sentences at most.
  void above_title() {
    std::size_t end = 0;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      if (paragraph.kind == Paragraph::Kind::title) end = i;
      if (paragraph.kind != Paragraph::Kind::label) continue;
      const bool no_title = !found_.title || found_.title->confidence < 1;
      if (end == 0 && heads_section(paragraph.label) && no_title) end = i;
      // ～みんなで編む子育て～ below the title
      while (end > 0 && end < i && (is_motto(paragraphs_[end]) || used_[end])) ++end;
      break;
    }
    for (std::size_t i = 0; i < end; ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      if (used_[i] || paragraph.kind != Paragraph::Kind::item || paragraph.words.empty()) continue;
      const bool tells_of_page = contains(paragraph.words, U"お知らせ") || contains(paragraph.words, U"公表します") ||
                                 contains(paragraph.words, U"掲載") || contains(paragraph.words, U"ご覧");
      if (ends_sentence(paragraph.words) && !tells_of_page) continue;
      used_[i] = true;
      found_.above_title.push_back(words_of(paragraph, 0.1));
    }
  }

  // What the words say of themselves.
  void known_wording(std::size_t i) {
    const Paragraph& paragraph = paragraphs_[i];
    const std::u32string folded = fold(paragraph.words);
    if (!found_.period) {
      if (const auto period = find_period(folded); period && !ends_sentence(paragraph.words)) {
        found_.period = period;
        found_.period_words = words_of(paragraph, 1);
        leave_around_period(i);
        used_[i] = true;
        return;
      }
    }
    const double purpose = likeness(folded, fold(kPurpose));
    if (purpose >= kAlike && found_.purpose.empty()) return put(i, found_.purpose, purpose);
    const Match principle = best_match(folded, kPrinciples), service = best_match(folded, kServices),
                evaluation = best_match(folded, kEvaluation);
    const double best = std::max({principle.likeness, service.likeness, evaluation.likeness});
    if (best < kAlike) return;
    if (best == principle.likeness) return put(i, principles_, best);
    if (best == evaluation.likeness) return put(i, evaluation_, best);
    put_service(i, static_cast<int>(service.index) + 1, best);
  }

  // Words of a ward's own, below the heading that names them or above it.
  void by_heading(std::size_t i) {
    const Paragraph& paragraph = paragraphs_[i];
    const std::u32string folded = fold(paragraph.words);
    const Context& context = contexts_[i];
    const auto near = [&](Field field) { return context.before == field || context.after == field; };
    if (near(Field::implementers) && names_body(folded)) return put(i, found_.implementers, 0.95);
    if (near(Field::services) || near(Field::purpose)) {
      if (const Match service = best_match(folded, kServices); service.likeness >= kRelated) {
        return put_service(i, static_cast<int>(service.index) + 1, service.likeness);
      }
    }
    const bool listed = paragraph.number > 0 || paragraph.bullet || !paragraph.marks.empty();
    const bool numbered = paragraph.number > 0 && near(Field::services);
    if ((numbered || context.before == Field::services) && folded.ends_with(U"事業)")) {
      return put_service(i, numbered ? paragraph.number : static_cast<int>(services_.size()) + 1, 0.6);
    }
    if (near(Field::purpose) && found_.purpose.empty() && contains(folded, U"目的と"))
      return put(i, found_.purpose, 0.8);
    if (context.before == Field::purpose && found_.purpose.empty() && ends_sentence(paragraph.words)) {
      return put(i, found_.purpose, 0.6);
    }
    if (near(Field::principles) && listed && folded.ends_with(U"運営")) return put(i, principles_, 0.8);
    if (context.before == Field::principles && listed) return put(i, principles_, 0.7);
    if (goes_on_with_principles(i)) {
      used_[i - 1] = used_[i - 1] || is_number_alone(i - 1);
      return put(i, principles_, 0.6);
    }
    if (near(Field::evaluation) && contains(folded, U"公表し")) return put(i, evaluation_, 0.7);
    if (context.before == Field::evaluation && listed) return put(i, evaluation_, 0.6);
  }

  // Of a list, in a cell of its own.
  bool is_number_alone(std::size_t i) const {
    return paragraphs_[i].kind == Paragraph::Kind::item && paragraphs_[i].words.empty();
  }

  // A ward's own words without numbers or bullets: what stands right below the heading, and what goes on like it, a row
  // or a line each.
  bool goes_on_with_principles(std::size_t i) const {
    constexpr std::size_t kLongest = 80;  // characters
    const std::u32string& words = paragraphs_[i].words;
    if (contexts_[i].before != Field::principles || i == 0) return false;
    if (words.size() > kLongest || std::u32string_view(U"（(※").find(words.front()) != words.npos) return false;
    std::size_t before = i - 1;
    while (before > 0 && is_number_alone(before)) --before;
    const Paragraph& above = paragraphs_[before];
    // 次の理念のもとに運営します。 tells of a list, and is none of it.
    if (above.kind == Paragraph::Kind::label) return !contains(words, U"次の") && !contains(words, U"以下の");
    const auto placed = std::ranges::find(principles_, before, &Placed::at);
    return placed != principles_.end() && ends_sentence(above.words) == ends_sentence(words) &&
           (above.row > 0) == (paragraphs_[i].row > 0);
  }

  // １ 事業の概要 above 事業実施期間 heads what stands there anyway.
  void chapters() {
    constexpr std::u32string_view kChapters[] = {U"事業の概要",     U"事業概要", U"概要",         U"はじめに",
                                                 U"基本情報",       U"基本事項", U"拠点の概要",   U"拠点事業の概要",
                                                 U"事業のあらまし", U"あらまし", U"事業について", U"拠点について"};
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      // From the goals on, 拠点について may be a goal's short name.
      if (paragraph.kind == Paragraph::Kind::label && !is_front_matter(paragraph.label.field)) return;
      if (used_[i] || paragraph.kind != Paragraph::Kind::item) continue;
      std::u32string folded = fold(paragraph.words);
      if (const auto number = outline_number_of(folded)) folded.erase(0, number->length);
      std::erase_if(folded, [](char32_t c) { return is_bullet(c) || c == U'【' || c == U'】'; });
      used_[i] = std::ranges::find(kChapters, folded) != std::end(kChapters);
    }
  }

  // お問い合わせ, 電話: of the page around the report.
  void contacts() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      if (used_[i] || paragraph.kind != Paragraph::Kind::item || ends_sentence(paragraph.words)) continue;
      const std::u32string folded = fold(paragraph.words);
      const bool contact =
          std::ranges::any_of(kContactWords, [&](std::u32string_view w) { return contains(folded, w); });
      // 117001: how often the page was looked at, or what else is counted beside a report
      const bool number = !folded.empty() && std::ranges::all_of(folded, is_digit);
      if ((!contact && !number) || folded.size() > 60) continue;
      used_[i] = true;
      found_.leftover.push_back(words_of(paragraph, 0.1));
    }
  }

  // The ward office on a line of its own, beside the other implementer and far from any heading.
  void lone_neighbours() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      if (used_[i] || paragraph.kind != Paragraph::Kind::item || paragraph.words.empty()) continue;
      const std::u32string folded = fold(paragraph.words);
      if (!names_body(folded) || ends_sentence(paragraph.words) || !paragraph.marks.empty()) continue;
      const bool office = folded.ends_with(U"こども家庭支援課") || folded.ends_with(U"支援課");
      if (office || folded.size() <= 30) put(i, found_.implementers, office ? 0.9 : 0.6);
    }
    std::ranges::stable_sort(found_.implementers, {}, &SourceText::place);
    const auto is_office = [](const SourceText& words) { return fold(words.words).ends_with(U"支援課"); };
    if (std::ranges::count_if(found_.implementers, is_office) > 1) {
      for (SourceText& words : found_.implementers) words.confidence = std::min(words.confidence, 0.6);
    }
  }

  void put(std::size_t i, std::vector<SourceText>& list, double likeness) {
    used_[i] = true;
    list.push_back(words_of(paragraphs_[i], std::min(1.0, 0.7 + likeness * 0.3)));
  }
  void put(std::size_t i, std::vector<Placed>& list, double likeness) {
    used_[i] = true;
    list.push_back({i, words_of(paragraphs_[i], std::min(1.0, 0.7 + likeness * 0.3))});
  }

  // Between two entries of a list stands another, whatever its words.
  void between(std::vector<Placed>& list) {
    std::ranges::sort(list, {}, &Placed::at);
    const std::vector<Placed> known = list;
    for (std::size_t k = 0; k + 1 < known.size(); ++k) {
      const auto first = paragraphs_.begin() + static_cast<std::ptrdiff_t>(known[k].at + 1);
      const auto last = paragraphs_.begin() + static_cast<std::ptrdiff_t>(known[k + 1].at);
      const auto is_item = [](const Paragraph& one) { return one.kind == Paragraph::Kind::item; };
      if (last - first > kMostBetween || !std::all_of(first, last, is_item)) continue;
      for (std::size_t i = known[k].at + 1; i < known[k + 1].at; ++i) {
        if (!used_[i] && !paragraphs_[i].words.empty()) put(i, list, 0);
      }
    }
  }

  // The report's own order: its numbers', or where it has none that of its lines.
  template <class List>
  void sort(List& list) const {
    std::ranges::sort(list, {}, [](const auto& one) { return one.at; });
    std::set<int> numbers;
    for (const auto& one : list) numbers.insert(paragraphs_[one.at].number);
    if (numbers.size() != list.size() || numbers.contains(0)) return;
    std::ranges::sort(list, {}, [&](const auto& one) { return paragraphs_[one.at].number; });
  }
  std::vector<SourceText> in_order(std::vector<Placed>& list) const {
    sort(list);
    std::vector<SourceText> words;
    words.reserve(list.size());
    for (Placed& one : list) words.push_back(std::move(one.words));
    return words;
  }
  std::vector<FoundService> services_in_order() {
    sort(services_);
    std::set<int> own, alike;
    for (const PlacedService& one : services_) {
      own.insert(paragraphs_[one.at].number);
      alike.insert(one.service.number);
    }
    const bool numbered = own.size() == services_.size() && !own.contains(0);
    std::vector<FoundService> services;
    for (PlacedService& one : services_) {
      if (numbered) one.service.number = paragraphs_[one.at].number;
      if (!numbered && alike.size() != services_.size()) one.service.number = static_cast<int>(services.size()) + 1;
      services.push_back(std::move(one.service));
    }
    return services;
  }

  // description（program）: the last bracket is the program's name.
  void put_service(std::size_t i, int number, double likeness) {
    const Paragraph& paragraph = paragraphs_[i];
    // A reworded one may be most like another: its own number tells.
    const auto is_same = [&](const PlacedService& other) {
      const int theirs = paragraphs_[other.at].number;
      const bool numbered = paragraph.number > 0 && theirs > 0;
      return numbered ? theirs == paragraph.number : other.service.number == number;
    };
    if (std::ranges::any_of(services_, is_same)) return;
    const std::u32string& words = paragraph.words;
    const std::size_t open = words.find_last_of(U"（("), close = words.find_last_of(U"）)");
    if (open == words.npos || close == words.npos || close < open || open == 0) return;
    used_[i] = true;
    const double confidence = std::min(1.0, 0.7 + likeness * 0.3);
    const std::u32string_view all = words;
    services_.push_back({i,
                         {number,
                          {trimmed(all.substr(0, open)), paragraph.place, confidence},
                          {trimmed(all.substr(open + 1, close - open - 1)), paragraph.place, confidence}}});
    leave(all.substr(close + 1), i);
  }

  // Words beside what was taken from paragraph i belong to it no more.
  void leave(std::u32string_view words, std::size_t i) {
    const std::u32string rest = trimmed(words);
    if (rest.size() >= kFewestLeft) found_.leftover.push_back({rest, paragraphs_[i].place, 0.1});
  }
  void leave_around_period(std::size_t i) {
    const std::u32string& words = paragraphs_[i].words;
    const auto of_date = [](char32_t c) {
      return is_digit(c) || is_space(c) || kDateCharacters.find(c) != kDateCharacters.npos ||
             (!is_japanese(c) && c > 0x7F);
    };
    const auto other = std::ranges::find_if_not(words, of_date);
    const auto last = std::find_if_not(words.rbegin(), words.rend(), of_date).base();
    if (other < last) leave(std::u32string(other, last), i);
  }

  // The title's years; where it says 次年度 or nothing, the period's and the headings'.
  void years() {
    if (const auto said = years_of_title(title_years_)) {
      found_.review_year = said->review;
      found_.goal_year = said->goal;
      found_.years_said = true;
    }
    if (found_.review_year > 0) return;
    int reviewed = 0, newest = 0;
    for (const Paragraph& paragraph : paragraphs_) {
      if (paragraph.kind != Paragraph::Kind::label || paragraph.label.year == 0) continue;
      if (paragraph.label.field == Field::review_header) reviewed = paragraph.label.year;
      newest = std::max(newest, paragraph.label.year);
    }
    found_.years_said = reviewed > 0 && newest == reviewed + 1;
    if (found_.period && reviewed == 0) {
      const int year = static_cast<int>(found_.period->from.year());
      reviewed = found_.period->from.month() >= std::chrono::April ? year : year - 1;
    }
    if (reviewed == 0 && newest > 0) reviewed = newest - 1;
    if (reviewed == 0) return;
    found_.review_year = reviewed;
    found_.goal_year = reviewed + 1;
  }

  std::vector<Paragraph>& paragraphs_;
  std::vector<bool> used_;
  std::vector<Context> contexts_;
  FrontMatter found_;
  std::vector<Placed> principles_;
  std::vector<Placed> evaluation_;
  std::vector<PlacedService> services_;
  std::u32string title_years_;
};

}  // namespace

FrontMatter find_front_matter(std::vector<Paragraph>& paragraphs) { return FrontMatterFinder(paragraphs).find(); }

void take_ward(const std::u32string& ward, FrontMatter& front_matter) {
  front_matter.ward = ward;
  if (!ward.empty() && !front_matter.title) {
    front_matter.title = SourceText{ward + std::u32string(kHubTitle), {}, 0.5};
  }
}

}  // namespace hub::report
