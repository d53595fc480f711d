// How a draft's record keeps its steps.
#pragma once

#include "desk/draft/work_step.h"
#include "desk/store/json.h"

namespace hub::desk {

Json json_of(const WorkStep& step);
// What is missing or of another kind is as in a new step.
WorkStep step_of(const Json& json);

}  // namespace hub::desk
