#include "desk/edit/found.h"

namespace hub::desk {

namespace {

std::string counted(const ReportEditor& report, const std::string& goals, const std::string& list, const char* name) {
  std::size_t all = 0;
  for (std::size_t i = 0; i < report.size(goals); ++i) {
    all += report.size(goals + "/" + std::to_string(i) + "/" + list);
  }
  return name + std::string("が") + std::to_string(all) + "つ";
}

}  // namespace

std::vector<std::string> found_in(const ReportEditor& report) {
  const auto many = [&](const std::string& list) { return std::to_string(report.size(list)); };
  return {"これからの重点目標が" + many("/goals") + "つ、" + counted(report, "/goals", "activities", "取組内容") + "。",
          "ふりかえる重点目標が" + many("/review") + "つ、" + counted(report, "/review", "outcomes", "成果") + "、" +
              counted(report, "/review", "challenges", "課題") + "。",
          "事業が" + many("/services") + "つ、基本理念が" + many("/principles") + "つ。"};
}

}  // namespace hub::desk
