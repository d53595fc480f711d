// A hub's home screen as its kiosk shows it, made small: what staff know a version by.
#pragma once

#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "base/parse.h"
#include "base/result.h"
#include "config/config.h"

namespace hub::render {

inline constexpr int kHomePicture_px = 480;  // its longer side, at most

struct HomeQuery {
  std::string content_folder;  // as `files` have it
  std::string hub;
  config::Config config;  // of the kiosk
  base::Size screen_px{1920, 1080};
  base::Date today{};
};

struct HomePicture {
  int width_px = 0;
  int height_px = 0;
  std::string rgb;  // rows from the top, 3 bytes a pixel
};

// Opens a display off screen of its own, and takes a second. Error: the content has errors, or nothing can be drawn.
base::Result<HomePicture> draw_home(const base::FileReader& files, const HomeQuery& query);

}  // namespace hub::render
