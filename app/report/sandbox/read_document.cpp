#include "report/sandbox/read_document.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "report/words/kinds.h"
#include "report/words/limits.h"

namespace hub::report {

namespace {

const base::Message kSaveAsPdf{
    "そのファイルを開いて「名前を付けて保存」（またはエクスポート）で PDF "
    "にするか、文章をコピーしてメモ帳に貼り付け、テキスト（.txt）で保存し、そのファイルを選んでください。",
    "Open it and save or export it as PDF, or copy its words into a text file (.txt), and choose that file."};
const base::Message kSaveAnew{
    "そのファイルを開いて「名前を付けて保存」で PDF か新しい形（.docx、.xlsx）にし、そのファイルを選んでください。"
    "開くのにパスワードがいるときは、パスワードを外して保存してください。",
    "Open it and save it as PDF, .docx or .xlsx, and choose that file. If it asks for a password, save it without "
    "one."};
const base::Message kOfPhoto = choose_words();
const base::Message kUnpack{"中のファイルを取り出して（展開して）、報告書のファイルを選んでください。",
                            "Unpack it, and choose the report in it."};
const base::Message kOpenAndSave{
    "ブラウザーで開いて、報告書のページが出たら「名前を付けて保存」で「ウェブページ、HTML のみ」を選んで保存し、その"
    "ファイル（.html）を選んでください。報告書が PDF で出たら、その PDF を保存してください。",
    "Open it in a browser; when the report's page shows, save it as \"Webpage, HTML only\" (or the PDF, if it is one), "
    "and choose that file."};

struct Magic {
  std::string_view bytes;   // the file begins so
  std::string_view within;  // … and has this in it
  base::Message kind;
  const base::Message& remedy;
};
const base::Message kShortcut{"ショートカット（ファイルやページの場所だけを書いたもの）",
                              "a shortcut: it only says where something is"};
constexpr std::string_view kZip = "PK\x03\x04";
const Magic kOthers[] = {
    {"\xFF\xD8\xFF", "", {"JPEG の写真", "a JPEG picture"}, kOfPhoto},
    {"\x89PNG", "", {"PNG の画像", "a PNG picture"}, kOfPhoto},
    {"GIF8", "", {"GIF の画像", "a GIF picture"}, kOfPhoto},
    {{"II*\0", 4}, "", {"TIFF の画像", "a TIFF picture"}, kOfPhoto},
    {{"MM\0*", 4}, "", {"TIFF の画像", "a TIFF picture"}, kOfPhoto},
    {"RIFF", "WEBPVP8", {"WebP の画像", "a WebP picture"}, kOfPhoto},
    {{"\0\0\0", 3}, "ftyphei", {"スマートフォンの写真（HEIC）", "a phone's picture (HEIC)"}, kOfPhoto},
    {{"\0\0\0", 3}, "ftypmif1", {"スマートフォンの写真（HEIC）", "a phone's picture (HEIC)"}, kOfPhoto},
    {kZip, "ppt/", {"PowerPoint のファイル", "a PowerPoint file"}, kSaveAsPdf},
    {kZip, "vnd.oasis.opendocument", {"LibreOffice のファイル", "a LibreOffice file"}, kSaveAsPdf},
    {kZip, "Index/Document.iwa", {"Pages や Numbers のファイル", "a file of Pages or Numbers"}, kSaveAsPdf},
    {kZip, "", {"圧縮されたファイル（ZIP）", "a compressed file (ZIP)"}, kUnpack},
    {"\xD0\xCF\x11\xE0", "", {"古い Word や Excel、一太郎などのファイル", "an old Word or Excel file"}, kSaveAnew},
    {"bplist00", "WebMainResource", {"Safari のウェブアーカイブ", "a web archive of Safari"}, kOpenAndSave},
    {{"L\0\0\0\x01\x14\x02\0", 8}, "", kShortcut, kOpenAndSave},
    {"\x1F\x8B", "", {"圧縮されたファイル", "a compressed file"}, kUnpack},
    {"{\\rtf", "", {"リッチテキスト（RTF）", "rich text (RTF)"}, kSaveAsPdf}};

std::string lower(std::string_view words) {
  std::string lowered(words);
  std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lowered;
}

base::Error wrong_kind(const base::Message& kind, const base::Message& remedy) {
  return {{"これは報告書の " + readable_kinds().ja + "ではなく、" + kind.ja + "です。",
           "This is no " + readable_kinds().en + ", but " + kind.en + "."},
          remedy};
}

// What text begins with that some program has written around a page, or in place of one. A mail has the same head as a
// saved page, and says to whom it went.
std::optional<base::Error> wrong_text(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  std::string head = lower(bytes.substr(0, kHead));
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  const auto has = [&](std::string_view words) { return head.find(words) != head.npos; };
  const auto begins = [&](std::string_view words) { return head.starts_with(words) || has("\n" + std::string(words)); };
  if (begins("mime-version:") && begins("content-type: multipart/related") && !begins("received:")) {
    return wrong_kind(
        {"ホームページを 1 つのファイルにまとめて保存したもの（MHTML）", "a web page saved as one file (MHTML)"},
        kOpenAndSave);
  }
  if (begins("received:") || (begins("mime-version:") && begins("content-type:"))) {
    return wrong_kind({"メール", "a mail"}, {"メールに付いている報告書を保存して、そのファイルを選んでください。",
                                             "Save the report that came with the mail, and choose that file."});
  }
  const bool shortcut = begins("[internetshortcut]") || begins("[desktop entry]") ||
                        (head.starts_with("<?xml") && has("<plist") && has("<key>url</key>"));
  if (shortcut) return wrong_kind(kShortcut, kOpenAndSave);
  return std::nullopt;
}

// Its bytes say nothing of it to anybody else.
bool is_docuworks(const std::string& path) {
  const std::string name = lower(path);
  return name.ends_with(".xdw") || name.ends_with(".xbd");
}

base::Error empty_file() {
  return {{"このファイルは空です（中に何も入っていません）。", "This file is empty: there is nothing in it."},
          {"ダウンロードや保存が途中で止まったようです。報告書をもう一度保存してください。",
           "A download or a copy may have stopped half way: save the report again."}};
}

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != bytes.npos; }

// Word and Excel files are archives, in which the names of their parts stand as they are.
std::optional<Document::Kind> office_kind(std::string_view bytes) {
  if (!bytes.starts_with(kZip)) return std::nullopt;
  if (bytes.find("word/document.xml") != bytes.npos) return Document::Kind::word;
  return bytes.find("xl/workbook.xml") != bytes.npos ? std::optional(Document::Kind::excel) : std::nullopt;
}

// A name that says HTML; the reader looks into the bytes as well.
Document::Kind kind_by_name(const std::string& path) {
  const std::string name = lower(path);
  const bool html = name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml");
  return html ? Document::Kind::html : Document::Kind::text;
}

base::Error no_words(Document::Kind kind) {
  if (kind == Document::Kind::html) {
    return {{"このホームページのファイルには、文が入っていません。開いてから文を読みこむページのようです。",
             "There are no words in this web page: it seems to load them only when it is opened."},
            {"ブラウザーで開いて報告書の文をコピーし、メモ帳に貼ってテキスト（.txt）で保存するか、PDF の報告書を選んで"
             "ください。",
             "Open it in a browser and copy the report's words into a text file (.txt), or choose the report as PDF."}};
  }
  if (kind != Document::Kind::pdf) {
    return {{"このファイルには文字がありません。", "There are no words in this file."}, choose_report()};
  }
  return {{"これは文字のない（紙をスキャンした、または白紙の）PDF です。この PDF には文字がありません。",
           "This PDF has no words in it: it is a scan, or empty."},
          choose_words()};
}

}  // namespace

std::optional<base::Error> wrong_kind_of_file(std::string_view bytes) {
  if (bytes.empty()) return empty_file();
  if (is_pdf(bytes) || office_kind(bytes)) return std::nullopt;
  for (const Magic& other : kOthers) {
    const bool is_it = bytes.starts_with(other.bytes) && bytes.find(other.within) != bytes.npos;
    if (is_it) return wrong_kind(other.kind, other.remedy);
  }
  if (auto wrong = wrong_text(bytes)) return wrong;
  if (bytes.size() > kMaxTextBytes)
    return wrong_kind({"大きすぎるファイル（4 MB より上）", "too large a file (over 4 MB)"}, choose_report());
  return std::nullopt;
}

base::Result<Document> read_document(const std::string& path, std::string_view bytes, const Readers& readers) {
  if (auto wrong = wrong_kind_of_file(bytes)) return *std::move(wrong);
  base::Result<Document> read = Document{};
  if (is_pdf(bytes)) {
    const base::Result<std::string> words = readers.pdf_words(bytes);
    if (!words) return words.error();
    read = readers.document(Document::Kind::pdf, words.value());
  } else if (const auto kind = office_kind(bytes)) {
    read = readers.document(*kind, bytes);
  } else {
    read = readers.document(kind_by_name(path), bytes);
  }
  if (!read) return read;
  if (read.value().refused == Refusal::no_text && is_docuworks(path)) {
    return wrong_kind({"DocuWorks のファイル", "a DocuWorks file"}, kSaveAsPdf);
  }
  if (read.value().refused) return error_of(*read.value().refused);
  if (read.value().lines.empty()) return no_words(read.value().kind);
  return read;
}

}  // namespace hub::report
