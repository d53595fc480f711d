#include "base/file_errors.h"

#include "base/system_message.h"

namespace hub::base {

namespace {

Error failure(const char* doing_ja, const char* doing_en, const std::string& path, int error_number) {
  const Message why = system_message(error_number);
  return Error{
      {"「" + path + "」を" + doing_ja + "。" + why.ja + "。", "\"" + path + "\" " + doing_en + ": " + why.en + "."},
      system_remedy(error_number)};
}

}  // namespace

Error cannot_read(const std::string& path, int error_number) {
  return failure("読めません", "cannot be read", path, error_number);
}

Error cannot_write(const std::string& path, int error_number) {
  return failure("書き込めません", "cannot be written", path, error_number);
}

Message size_text(std::size_t bytes) {
  constexpr std::size_t kKilobyte = 1024, kMegabyte = kKilobyte * kKilobyte;
  const auto in = [&](std::size_t unit, const char* name) { return std::to_string(bytes / unit) + " " + name; };
  if (bytes >= kMegabyte && bytes % kMegabyte == 0) return {in(kMegabyte, "MB"), in(kMegabyte, "MB")};
  if (bytes >= kKilobyte && bytes % kKilobyte == 0) return {in(kKilobyte, "KB"), in(kKilobyte, "KB")};
  return {in(1, "バイト"), in(1, bytes == 1 ? "byte" : "bytes")};
}

Error too_large(const std::string& path, std::size_t max_bytes) {
  const Message limit = size_text(max_bytes);
  return Error{{"「" + path + "」が大きすぎます（" + limit.ja + " まで）。",
                "\"" + path + "\" is too large (at most " + limit.en + ")."},
               {"正しいファイルかどうか確かめて、不要な部分を減らしてください。",
                "Check that it is the right file and take out what is not needed."}};
}

Error not_regular(const std::string& path) {
  return Error{{"「" + path + "」は普通のファイルではありません。", "\"" + path + "\" is not an ordinary file."},
               {"ファイルの場所を確かめてください。", "Check where the file is."}};
}

Error is_a_link(const std::string& path) {
  return Error{{"「" + path + "」はリンク（別の場所を指すもの）です。リンクの先は読みません。",
                "\"" + path + "\" is a link to another place. Links are not followed."},
               {"リンクのかわりに、ファイルやフォルダーそのものを置いてください。",
                "Put the file or folder itself in its place."}};
}

}  // namespace hub::base
