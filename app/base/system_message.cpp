#include "base/system_message.h"

#include <cerrno>

namespace hub::base {

Message system_message(int error_number) {
  switch (error_number) {
    case ENOENT:
      return {"見つかりません", "it does not exist"};
    case EACCES:
    case EPERM:
      return {"使う権限がありません", "permission is denied"};
    case ENOSPC:
      return {"ディスクがいっぱいです", "the disk is full"};
    case EDQUOT:
      return {"使ってよい容量がいっぱいです", "the disk quota is used up"};
    case EFBIG:
      return {"ファイルが大きすぎます", "the file is too large"};
    case EROFS:
      return {"書き込めない場所です（読み取り専用）", "the place is read-only"};
    case EISDIR:
      return {"ファイルではなくフォルダーです", "it is a folder, not a file"};
    case ENOTDIR:
      return {"フォルダーではありません", "it is not a folder"};
    case EEXIST:
      return {"同じ名前のものがすでにあります", "something of that name is already there"};
    case ENAMETOOLONG:
      return {"名前が長すぎます", "the name is too long"};
    case ELOOP:
      return {"リンクがたどれません", "its links lead in a circle"};
    case EMFILE:
    case ENFILE:
      return {"開いているファイルが多すぎます", "too many files are open"};
    case EIO:
      return {"ディスクを読み書きできません", "the disk cannot be read or written"};
    default:
      break;
  }
  const std::string number = std::to_string(error_number);
  return {"システムのエラー " + number + " です", "system error " + number};
}

Message system_remedy(int error_number) {
  switch (error_number) {
    case ENOENT:
      return {"名前と場所を確かめてください。", "Check its name and place."};
    case EACCES:
    case EPERM:
      return {"ファイルとフォルダーの権限を確かめてください。", "Check the permissions of the file and its folder."};
    case EISDIR:
      return {"ファイルの名前まで書いてください（例: フォルダー/ファイル）。",
              "Give the name of a file, such as folder/file."};
    case ENOSPC:
    case EDQUOT:
      return {"いらないファイルを消してから、もう一度お試しください。",
              "Delete files that are not needed, then try again."};
    case EROFS:
      return {"書き込める場所を選んでください。", "Choose a place that can be written to."};
    case ENAMETOOLONG:
      return {"短い名前に変えてください。", "Choose a shorter name."};
    case EIO:
      return {"ディスクが傷んでいるおそれがあります。設置した人に連絡してください。",
              "The disk may be damaged. Call whoever set up the machine."};
    default:
      return {};
  }
}

}  // namespace hub::base
