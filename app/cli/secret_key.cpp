#include "cli/secret_key.h"

#include <sys/stat.h>

#include "base/files.h"
#include "cli/print.h"

namespace hub::cli {

namespace {

constexpr std::size_t kLeastPassword = 8;

std::optional<base::Error> fault_of_password(std::string_view password) {
  if (password.size() > Secret::kMost) {
    return base::Error{{"パスワードが長すぎます。", "The password is too long."},
                       {"60 文字までにしてください。", "Use at most 60 characters."}};
  }
  return std::nullopt;
}

std::optional<base::Error> fault_of_new_password(std::string_view password) {
  if (password.size() >= kLeastPassword) return fault_of_password(password);
  return base::Error{{"パスワードが短すぎます。", "The password is too short."},
                     {"8 文字以上にしてください。パスワードで守らないときは、--no-password を付けます。",
                      "Use eight characters or more; --no-password is for a key without one."}};
}

base::Error open_to_others(const std::string& path) {
  return {{"鍵のファイル「" + path + "」を、この機械のほかの人も読めます。",
           "Others on this machine can read the key \"" + path + "\"."},
          {"「chmod 600 " + path + "」で、自分だけが読めるようにしてください。", "Run \"chmod 600 " + path + "\"."}};
}

}  // namespace

base::Result<std::string> read_key_file(const std::string& path, base::StaffLanguage language) {
  auto file = base::DiskFiles().read(path, pack::kMostKeyFileBytes);
  struct stat status {};
  const bool open = ::stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
  if (file && open && pack::is_secret_key(file.value())) print_error(open_to_others(path), language);
  return file;
}

std::optional<Failure> ask_password_of(const std::string& file, base::StaffLanguage language, Secret& password) {
  if (!pack::SecretKey::wants_password(file)) return std::nullopt;
  const SecretQuestion question{{"パスワード", "password"},
                                {"鍵のパスワード（画面には出ません）", "The key's password (not shown)"},
                                "",
                                fault_of_password};
  return ask_secret(question, language, password);
}

SecretKeyOrFailure secret_key_in(const std::string& file, base::StaffLanguage language) {
  Secret password;
  if (auto failure = ask_password_of(file, language, password)) return *std::move(failure);
  auto key = pack::SecretKey::from_file(file, password.view());
  if (!key) return Failure(key.error());
  return std::move(key).value();
}

std::optional<Failure> ask_new_password(base::StaffLanguage language, Secret& password) {
  const SecretQuestion question{{"パスワード", "password"},
                                {"新しい鍵のパスワード（8 文字以上。画面には出ません）",
                                 "Password of the new key (eight characters or more, not shown)"},
                                "key new",
                                fault_of_new_password};
  return ask_secret(question, language, password);
}

}  // namespace hub::cli
