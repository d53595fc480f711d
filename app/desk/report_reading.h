// A published report's file → its lines, in a sandbox, or where that does not work and it is allowed, without one.
#pragma once

#include <optional>
#include <string>

#include "base/files.h"
#include "base/result.h"
#include "report/words/document.h"

namespace hub::desk {

struct ReadReport {
  base::Result<report::Document> document;
  std::optional<base::Message> unprotected = std::nullopt;  // there was no sandbox: to be said each time
};

ReadReport read_report(const base::FileReader& files, const std::string& path, bool without_sandbox_allowed);

}  // namespace hub::desk
