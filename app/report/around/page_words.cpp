#include "report/around/page_words.h"

#include <string>

namespace hub::report {

namespace {

// Between spaces, and one at both ends.
constexpr std::u32string_view kAnywhere =
    U" 本文へ移動 本文へ移動する 本文へスキップ 本文へスキップします 本文へジャンプ 本文へジャンプする "
    U"本文へ 本文に移動 本文に移動する 本文にスキップ コンテンツへスキップ コンテンツに移動 "
    U"メインコンテンツへ移動 メインコンテンツにスキップ ここから本文 ここから本文です ここまで本文 "
    U"ここまで本文です 本文ここから 本文ここまで ページの本文へ メニューへ移動 メニューへスキップ "
    U"共通メニューなどをスキップして本文へ このページの先頭です ページの先頭です サイトメニューここから "
    U"サイトメニューここまで サブナビゲーションここから サブナビゲーションここまで フッターここから "
    U"フッターここまで このページの先頭へ このページの先頭へ戻る このページの先頭に戻る "
    U"このページの上へ戻る ページの先頭へ ページの先頭へ戻る ページの先頭に戻る ページの先頭へ移動 "
    U"ページの一番上へ ページ上部へ ページ上部へ戻る ページトップへ ページトップへ戻る ページトップに戻る "
    U"ページトップ pagetop 先頭へ戻る 先頭に戻る 上へ戻る 上に戻る トップへ戻る トップページへ戻る "
    U"トップページに戻る ホームへ戻る 一覧へ戻る 一覧に戻る 前のページへ戻る 前のページに戻る "
    U"前の画面に戻る backtotop scrolltotop 印刷する 印刷用ページ 印刷用ページを開く このページを印刷 "
    U"このページを印刷する ページを印刷 ページを印刷する 印刷用画面を開く 印刷プレビュー シェアする "
    U"この記事をシェア このページをシェア ツイートする ポストする lineで送る facebookでシェア "
    U"facebookでシェアする xでシェア xでシェアする xでポスト xでポストする twitterでシェア "
    U"twitterでシェアする twitterでツイート lineでシェア lineで送信 メールで送る メールで共有 urlをコピー "
    U"urlをコピーする リンクをコピー はてなブックマーク はてなブックマークに追加 文字サイズ 文字サイズ変更 "
    U"文字サイズの変更 文字の大きさ 文字の大きさを変える 文字の大きさを変更 背景色 背景色の変更 "
    U"背景色を変更 配色変更 音声読み上げ 音声で読み上げる 読み上げる ふりがなをつける ふりがな表示 "
    U"ルビをふる foreignlanguage サイト内検索 サイト内を検索 検索する キーワードで探す サイトマップ "
    U"個人情報保護方針 プライバシーポリシー サイトポリシー ウェブアクセシビリティ このサイトについて "
    U"利用規約 免責事項 リンク・著作権・免責事項 著作権について cookieの使用に同意する 同意して閉じる "
    U"すべて許可 すべて拒否 このページに関するお問い合わせ このページに関するお問い合わせ先 "
    U"このページに関するお問合せ このページへのお問い合わせ このページへの別ルート "
    U"このページへのお問合せ このページへの問合せ このページについてのお問い合わせ このページのお問い合わせ先 "
    U"過去の評価結果 過去の報告書 過去の評価 これまでの評価結果 これまでの報告書 バックナンバー "
    U"より良いウェブサイトにするためにご意見をお聞かせください このページの情報は役に立ちましたか? "
    U"この情報は役に立ちましたか? このページは見つけやすかったですか? ";

constexpr std::u32string_view kAround =
    U" ホーム トップ トップページ home top メニュー menu メニューを開く メニューを閉じる 閉じる 開く 検索 "
    U"search 戻る 印刷 print 共有 シェア share ツイート ポスト いいね! line facebook x twitter instagram "
    U"youtube メール rss english 中文 简体中文 繁體中文 한국어 やさしい日本語 language 標準 拡大 縮小 大 "
    U"中 小 白 黒 青 黄 前へ 次へ 前のページ 次のページ 最初 最後 もっと見る 続きを読む 一覧 一覧を見る "
    U"ログイン お知らせ 新着情報 アクセス 交通アクセス お問い合わせ お問合せ 問い合わせ お問い合わせ先 "
    U"お問合せ先 問合せ先 問い合わせ先 よくある質問 よくあるご質問 関連リンク 関連情報 関連ページ 関連記事 "
    U"関連ファイル 外部リンク リンク リンク集 ダウンロード 添付ファイル カテゴリー カテゴリ タグ "
    U"アーカイブ バックナンバー 目次 送信 役に立った 役に立たなかった 普通 はい いいえ 利用案内 施設案内 "
    U"ご利用案内 イベント イベント情報 ブログ sns ";

constexpr std::u32string_view kContactHeads =
    U" 過去の報告書 過去の報告 過去の重点目標 過去の評価 過去の評価結果 過年度の報告書 これまでの報告書 過年度分"
    U" 以前の報告書 前年度以前の報告書 年度別 その他の年度 他の年度 ほかの年度 バックナンバー 添付資料"
    U" お問い合わせ お問合せ お問い合わせ先 お問合せ先 問合せ先 問い合わせ先 "
    U"このページに関するお問い合わせ このページに関するお問い合わせ先 このページへのお問い合わせ "
    U"このページへのお問合せ このページへの問合せ このページについてのお問い合わせ このページのお問い合わせ先 "
    U"このページに関するお問合せ 関連リンク 関連情報 関連ページ 関連記事 関連ファイル アーカイブ "
    U"バックナンバー ";

constexpr std::u32string_view kAboutPage =
    U" 最終更新日 更新日 掲載日 公開日 登録日 ページ番号 ページid 記事番号 作成日 印刷日 copyright © (c) "
    U"現在位置 現在地: 現在のページ あなたは今ここにいます ";

constexpr std::u32string_view kContacts =
    U" 電話 tel ファクス ファックス fax 〒 メールアドレス メール: e-mail email mail: 住所 所在地 開所時間 "
    U"受付時間 法人番号 横浜市役所 ";

bool holds(std::u32string_view list, std::u32string_view words) {
  if (words.empty() || words.find(U' ') != words.npos) return false;
  return list.find(U" " + std::u32string(words) + U" ") != list.npos;
}

bool begins_with_one_of(std::u32string_view list, std::u32string_view words) {
  for (std::size_t at = 1; at < list.size();) {
    const std::size_t end = list.find(U' ', at);
    if (words.starts_with(list.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

bool stands_anywhere(std::u32string_view words) { return holds(kAnywhere, words); }
bool stands_around(std::u32string_view words) { return holds(kAround, words); }
bool heads_contacts(std::u32string_view words) { return holds(kContactHeads, words); }
bool begins_about_page(std::u32string_view words) { return begins_with_one_of(kAboutPage, words); }
bool begins_as_contact(std::u32string_view words) { return begins_with_one_of(kContacts, words); }

}  // namespace hub::report
