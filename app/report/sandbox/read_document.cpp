#include "report/sandbox/read_document.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "report/words/limits.h"

namespace hub::report {

namespace {

const base::Message kChoose{"公表された報告書の PDF、HTML、テキストを選んでください。",
                            "Choose the published report as PDF, HTML or text."};
const base::Message kSaveAsPdf{
    "そのファイルを開いて「名前を付けて保存」（またはエクスポート）で PDF "
    "にするか、文章をコピーしてメモ帳に貼り付け、テキスト（.txt）で保存し、そのファイルを選んでください。",
    "Open it and save or export it as PDF, or copy its words into a text file (.txt), and choose that file."};
const base::Message kOfPhoto{
    "文字を選べる PDF か、ホームページの報告書（HTML）を選んでください。写真の文字は読み取れません。",
    "Choose a PDF whose words can be selected, or the report's web page (HTML): words in a picture cannot be read."};
const base::Message kUnpack{"中のファイルを取り出して（展開して）、報告書の PDF、HTML、テキストを選んでください。",
                            "Unpack it, and choose the report as PDF, HTML or text."};

struct Magic {
  std::string_view bytes;   // the file begins so
  std::string_view within;  // … and has this in it
  base::Message kind;
  const base::Message& remedy;
};
constexpr std::string_view kZip = "PK\x03\x04";
const Magic kOthers[] = {
    {"\xFF\xD8\xFF", "", {"JPEG の写真", "a JPEG picture"}, kOfPhoto},
    {"\x89PNG", "", {"PNG の画像", "a PNG picture"}, kOfPhoto},
    {"GIF8", "", {"GIF の画像", "a GIF picture"}, kOfPhoto},
    {"II*", "", {"TIFF の画像", "a TIFF picture"}, kOfPhoto},
    {kZip, "word/", {"Word のファイル", "a Word file"}, kSaveAsPdf},
    {kZip, "xl/", {"Excel のファイル", "an Excel file"}, kSaveAsPdf},
    {kZip, "ppt/", {"PowerPoint のファイル", "a PowerPoint file"}, kSaveAsPdf},
    {kZip, "vnd.oasis.opendocument", {"LibreOffice のファイル", "a LibreOffice file"}, kSaveAsPdf},
    {kZip, "", {"圧縮されたファイル（ZIP）", "a compressed file (ZIP)"}, kUnpack},
    {"\xD0\xCF\x11\xE0", "", {"古い Word や Excel のファイル", "an old Word or Excel file"}, kSaveAsPdf},
    {"\x1F\x8B", "", {"圧縮されたファイル", "a compressed file"}, kUnpack},
    {"{\\rtf", "", {"リッチテキスト（RTF）", "rich text (RTF)"}, kSaveAsPdf}};

std::string lower(std::string_view words) {
  std::string lowered(words);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != bytes.npos; }

// A name that says HTML; the reader looks into the bytes as well.
Document::Kind kind_by_name(const std::string& path) {
  const std::string name = lower(path);
  const bool html = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
  return html ? Document::Kind::html : Document::Kind::text;
}

base::Error wrong_kind(const base::Message& kind, const base::Message& remedy) {
  return {{"これは報告書の PDF、HTML、テキストではなく、" + kind.ja + "です。",
           "This is no PDF, HTML or text, but " + kind.en + "."},
          remedy};
}

base::Error no_words(bool pdf) {
  if (!pdf) {
    return {{"このファイルには文字がありません。", "There are no words in this file."},
            {"報告書のファイルかどうか確かめてください。", "Check that it is the report."}};
  }
  return {{"これは文字のない（紙をスキャンした、または白紙の）PDF です。この PDF には文字がありません。",
           "This PDF has no words in it: it is a scan, or empty."},
          {"文字を選べる PDF か、ホームページの報告書（HTML）を使ってください。元の Word などがあれば、そこから PDF "
           "にしてください。",
           "Use a PDF whose words can be selected, or the report's web page (HTML), or make a PDF from the original."}};
}

}  // namespace

base::Result<Document> read_document(const std::string& path, std::string_view bytes, const Readers& readers) {
  if (bytes.empty()) return no_words(false);
  base::Result<Document> read = Document{};
  if (is_pdf(bytes)) {
    const base::Result<std::string> words = readers.pdf_words(bytes);
    if (!words) return words.error();
    read = readers.document(Document::Kind::pdf, words.value());
  } else {
    for (const Magic& other : kOthers) {
      const bool is_it = bytes.starts_with(other.bytes) && bytes.find(other.within) != bytes.npos;
      if (is_it) return wrong_kind(other.kind, other.remedy);
    }
    if (bytes.size() > kMaxTextBytes)
      return wrong_kind({"大きすぎるファイル（4 MB より上）", "too large a file (over 4 MB)"}, kChoose);
    read = readers.document(kind_by_name(path), bytes);
  }
  if (!read) return read;
  if (read.value().refused) return error_of(*read.value().refused);
  if (read.value().lines.empty()) return no_words(read.value().kind == Document::Kind::pdf);
  return read;
}

}  // namespace hub::report
