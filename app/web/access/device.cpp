#include "web/access/device.h"

namespace hub::web {

namespace {

struct Known {
  std::string_view says;
  const char* is;
};
// The first that fits: an Android tablet also says Linux, an iPhone also Mac OS X.
constexpr Known kKnown[] = {{"iPhone", "iPhone"},
                            {"iPad", "iPad"},
                            {"Android", "Android のスマホ"},
                            {"CrOS", "Chromebook"},
                            {"Windows", "Windows のパソコン"},
                            {"Macintosh", "Mac"},
                            {"Linux", "Linux のパソコン"}};

}  // namespace

std::string device_of(std::string_view user_agent) {
  for (const Known& one : kKnown) {
    if (user_agent.find(one.says) != std::string_view::npos) return one.is;
  }
  return "パソコンかスマホ";
}

}  // namespace hub::web
