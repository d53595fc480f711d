#include "report/read.h"

#include <algorithm>
#include <cctype>

#include "report/characters.h"
#include "report/encoding.h"

namespace hub::report {

namespace {

struct Magic {
  std::string_view bytes;
  const char* ja;
  const char* en;
};
constexpr std::string_view kJpeg = "\xFF\xD8\xFF";
constexpr std::string_view kPng = "\x89PNG";
constexpr Magic kOthers[] = {
    {kJpeg, "JPEG の写真", "a JPEG picture"},
    {kPng, "PNG の画像", "a PNG picture"},
    {"GIF8", "GIF の画像", "a GIF picture"},
    {"PK\x03\x04", "Word や Excel などのファイル（または ZIP）", "a Word or Excel file, or a ZIP"},
    {"\xD0\xCF\x11\xE0", "古い Word や Excel のファイル", "an old Word or Excel file"},
    {"\x1F\x8B", "圧縮されたファイル", "a compressed file"},
    {"{\\rtf", "リッチテキスト（RTF）", "rich text (RTF)"}};

std::string lower(std::string_view words) {
  std::string lowered(words);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != bytes.npos; }

// Tags of a whole page; a text with <p> left in it is still a text.
bool is_html(std::string_view utf8, const std::string& path) {
  const std::string start = lower(utf8.substr(0, 4096));
  for (const char* tag : {"<!doctype html", "<html", "<head", "<body"}) {
    if (start.find(tag) != std::string::npos) return true;
  }
  const std::string name = lower(path);
  if (!name.ends_with(".html") && !name.ends_with(".htm") && !name.ends_with(".xhtml")) return false;
  const std::string all = lower(utf8);
  for (const char* tag : {"<table", "<div", "<section", "<h1", "<h2", "<h3", "<dl"}) {
    if (all.find(tag) != std::string::npos) return true;
  }
  return false;
}

base::Error wrong_kind(const char* ja, const char* en) {
  return {{std::string("これは報告書の PDF、HTML、テキストではなく、") + ja + "です。",
           std::string("This is no PDF, HTML or text, but ") + en + "."},
          {"公表された報告書の PDF、HTML、テキストを選んでください。",
           "Choose the published report as PDF, HTML or text."}};
}

base::Error no_words(bool pdf) {
  if (!pdf) {
    return {{"このファイルには文字がありません。", "There are no words in this file."},
            {"報告書のファイルかどうか確かめてください。", "Check that it is the report."}};
  }
  return {{"この PDF には文字がありません（紙を写したものか、白紙です）。",
           "This PDF has no words in it: it is a scan, or empty."},
          {"文字を選べる PDF か、ホームページの報告書（HTML）を使ってください。",
           "Use a PDF whose words can be selected, or the report's web page (HTML)."}};
}

}  // namespace

base::Result<Document> read_document(const std::string& path, std::string_view bytes, const PdfReader& pdf_reader) {
  if (bytes.empty()) return no_words(false);
  Document document;
  if (is_pdf(bytes)) {
    const base::Result<std::string> words = pdf_reader.words(bytes);
    if (!words) return words.error();
    base::Result<Document> read = read_pdf_words(words.value());
    if (!read) return read.error();
    document = std::move(read.value());
  } else {
    for (const Magic& other : kOthers) {
      if (bytes.starts_with(other.bytes)) return wrong_kind(other.ja, other.en);
    }
    if (bytes.size() > kMaxTextBytes)
      return wrong_kind("大きすぎるファイル（4 MB より上）", "too large a file (over 4 MB)");
    const auto utf8 = to_utf8(bytes);
    if (!utf8 || utf8->find('\0') != std::string::npos)
      return wrong_kind("文字でないファイル", "a file without readable words");
    document = is_html(*utf8, path) ? read_html(*utf8) : read_text(*utf8);
  }
  if (document.lines.empty()) return no_words(document.kind == Document::Kind::pdf);
  return document;
}

}  // namespace hub::report
