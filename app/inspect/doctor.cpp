#include "inspect/doctor.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/characters.h"
#include "base/path.h"
#include "content/model/snapshot.h"
#include "ui/touch/phantom_record.h"

namespace hub::inspect {

namespace {

using Kind = Finding::Kind;

// A Raspberry Pi slows down at 80 °C (at 60 some do already): a warm case is told before it comes to that.
constexpr double kWarm_c = 70;
constexpr double kHot_c = 80;
constexpr int kLeastMemory_mb = 150;                    // the kiosk has 60 to 100 in use
constexpr std::uint64_t kLeastFree_bytes = 50 << 20;    // a version of the content, twice
constexpr std::uint64_t kLittleFree_bytes = 200 << 20;  // a partition of its own may be small

Finding fine(std::string ja, std::string en) { return {Kind::fine, {std::move(ja), std::move(en)}, {}}; }

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
  return all;
}

std::string pixels(int width_px, int height_px) { return std::to_string(width_px) + "×" + std::to_string(height_px); }

std::string clock_face(base::LocalTime time) {
  const base::Date date = base::date_of(time);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(base::time_of_day(time)).count();
  char face[32];
  std::snprintf(face, sizeof face, "%04d-%02u-%02u %02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(minutes / 60),
                static_cast<int>(minutes % 60));
  return face;
}

bool draws_without_gpu(const std::string& renderer) {
  constexpr std::string_view kSoftware[] = {"llvmpipe", "softpipe", "swrast"};
  return std::ranges::any_of(kSoftware,
                             [&](std::string_view name) { return renderer.find(name) != std::string::npos; });
}

}  // namespace

Finding check_renderer(const base::Result<std::string>& gl_name) {
  if (!gl_name) return {Kind::wrong, gl_name.error().what, gl_name.error().remedy};
  const std::string& name = gl_name.value();
  if (!draws_without_gpu(name)) return fine("描画: " + name, "Drawing: " + name);
  return {
      Kind::doubtful,
      {"描画: GPU を使わずに描いています（" + name + "）。動きが遅くなります。",
       "Drawing: without the GPU (" + name + "); movements are slow."},
      {"Raspberry Pi では /boot/firmware/config.txt に dtoverlay=vc4-kms-v3d があるか、キオスクのユーザーが render "
       "グループに入っているかを確かめてください。",
       "On a Raspberry Pi see that /boot/firmware/config.txt has dtoverlay=vc4-kms-v3d, and that the kiosk's user is "
       "in the group render."}};
}

Finding check_display(const std::optional<platform::XFacts>& x, const base::FileReader& files) {
  if (x) {
    const std::string size = pixels(x->width_px, x->height_px);
    return fine("画面: " + size + " ピクセル", "Screen: " + size + " pixels");
  }
  const auto connected = platform::connected_displays(files);
  if (connected && connected->empty()) {
    return {Kind::wrong,
            {"画面: つながっている画面がありません。", "Screen: no display is connected."},
            {"画面の電源とケーブルを確かめてください。Raspberry Pi では電源に近いほうの HDMI 端子につなぎます。",
             "See to the display's power and cable. On a Raspberry Pi use the HDMI socket next to the power."}};
  }
  if (connected) {
    return fine("画面: つながっています（" + joined(*connected, "、") + "）",
                "Screen: connected (" + joined(*connected, ", ") + ")");
  }
  return {Kind::doubtful,
          {"画面: つながっているかどうか、ここからは分かりません。", "Screen: nobody here knows whether there is one."},
          {"キオスクの画面の中で実行するか、DISPLAY を設定して、もう一度実行してください。",
           "Run it again inside the kiosk's session, or with DISPLAY set."}};
}

Finding check_touch(const std::optional<platform::XFacts>& x, const base::FileReader& files) {
  if (x && !x->touch_screens.empty()) {
    return fine("タッチ: " + joined(x->touch_screens, "、"), "Touch: " + joined(x->touch_screens, ", "));
  }
  std::vector<std::string> screens;
  for (const platform::TouchDevice& device : platform::touch_devices(files)) {
    if (device.direct) screens.push_back(device.name);
  }
  if (screens.empty()) {
    return {Kind::wrong,
            {"タッチ: タッチパネルが見つかりません。", "Touch: there is no touch screen."},
            {"画面の USB ケーブル（タッチ用）を Raspberry Pi に差しなおしてください。",
             "Plug the display's USB cable (for touch) into the machine again."}};
  }
  if (!x) return fine("タッチ: " + joined(screens, "、"), "Touch: " + joined(screens, ", "));
  return {Kind::doubtful,
          {"タッチ: " + joined(screens, "、") + " がありますが、X サーバーには届いていません。",
           "Touch: there is " + joined(screens, ", ") + ", but the X server does not know it."},
          {"だれかが一度さわってから、もう一度実行してください。それでも同じなら、cage を再起動してください。",
           "Touch it once and run this again. If nothing changes, restart cage."}};
}

Finding check_rotation(const std::optional<platform::XFacts>& x, int rotate_deg) {
  const std::string angle = std::to_string(rotate_deg);
  if (!x) {
    return fine("向き: 設定では " + angle + " 度回します",
                "Rotation: " + angle + " degrees, as the configuration says");
  }
  const bool quarter = rotate_deg % 180 != 0;
  const int width = quarter ? x->height_px : x->width_px;
  const int height = quarter ? x->width_px : x->height_px;
  const bool upright = height > width;
  const std::string size = pixels(width, height);
  if (quarter && !upright) {
    return {Kind::doubtful,
            {"向き: 画面はもう縦長になっていますが、設定（rotate）でさらに " + angle + " 度回すので、横長に映ります。",
             "Rotation: the screen is upright already, and rotate turns it by " + angle + " degrees: it shows wide."},
            {"画面の回転は設定の rotate だけで行い、/boot/firmware/cmdline.txt や wlr-randr では回さないでください。",
             "Turn the picture by rotate alone, not also in /boot/firmware/cmdline.txt or with wlr-randr."}};
  }
  return fine("向き: " + angle + " 度回して " + size + "（" + (upright ? "縦長" : "横長") +
                  "）に映します。指との合い方は、スタッフ用の画面の「画面の反応をためす」で確かめられます",
              "Rotation: " + angle + " degrees, shown as " + size + (upright ? " (upright)" : " (wide)") +
                  "; the staff's panel shows whether fingers fit (「画面の反応をためす」)");
}

Finding check_light(platform::ScreenPower::Means means, bool has_hours) {
  using Means = platform::ScreenPower::Means;
  switch (means) {
    case Means::backlight:
      return fine("消灯: バックライトを消せます", "Light: the backlight can be switched off");
    case Means::dpms:
      return fine("消灯: 画面の電源を切れます（DPMS）", "Light: the display can be switched off (DPMS)");
    case Means::compositor:
      return fine("消灯: 画面の出力を切れます（wlr-randr）", "Light: the output can be switched off (wlr-randr)");
    case Means::none:
      break;
  }
  const base::Message what{"消灯: 画面を消す手段がここからは見つかりません。閉館中は黒い画面を映します。",
                           "Light: no means was found from here to switch it off; while closed the screen is black."};
  if (!has_hours) return fine(what.ja, what.en);
  return {Kind::doubtful,
          what,
          {"キオスクの画面の中で実行すると、くわしく調べられます。Debian 13 では sudo apt install wlr-randr "
           "で、出力を切れるようになります。",
           "Run it inside the kiosk's session to know more. On Debian 13 sudo apt install wlr-randr lets it switch the "
           "output off."}};
}

namespace {

// Who vouches for it, in brackets behind the time.
base::Message vouched_by(base::ClockSource source) {
  switch (source) {
    case base::ClockSource::synchronised:
      return {"時刻サーバーと合っています", "synchronised"};
    case base::ClockSource::battery:
      return {"電池の時計と合っています", "agrees with the battery's clock"};
    case base::ClockSource::set:
      return {"人が合わせました", "set by somebody"};
    case base::ClockSource::none:
      break;
  }
  return {"合っているか分かりません", "nobody vouches for it"};
}

constexpr std::chrono::hours kJapan{9};  // ahead of UTC, all year

}  // namespace

Finding check_clock(const base::FileReader& files, const platform::MachineClock& clock, const content::Hub* hub,
                    bool has_hours) {
  const base::ClockSource source = platform::clock_source(files, clock);
  const std::string face = clock_face(clock.local);
  const base::Message by = vouched_by(source);
  const base::Message what{"時計: " + face + "（" + clock.zone + "、" + by.ja + "）",
                           "Clock: " + face + " (" + clock.zone + ", " + by.en + ")"};
  if (hub != nullptr && !content::is_plausible(base::date_of(clock.local), *hub)) {
    return {Kind::wrong,
            {what.ja + "。まちがっています。映す年度が合わず、開館時間も働きません。",
             what.en + ". It is wrong: the year shown may be, too, and opening hours have no effect."},
            {"ネットワークにつなぐか、sudo timedatectl set-time で合わせてください。",
             "Connect it to the network, or set it with sudo timedatectl set-time."}};
  }
  if (has_hours && clock.ahead_of_utc != kJapan) {
    return {Kind::doubtful,
            {what.ja + "。日本の時刻ではないので、開館時間がずれます。",
             what.en + ". It does not keep Japanese time, so opening hours are off."},
            {"sudo timedatectl set-timezone Asia/Tokyo を実行してください。",
             "Run sudo timedatectl set-timezone Asia/Tokyo."}};
  }
  if (source == base::ClockSource::none) {
    const bool battery = platform::has_battery_clock(files);
    return {
        Kind::doubtful,
        {what.ja +
             (battery ? "。電池の時計とも合っていません。" : "。電池のない時計は、電源を切っているあいだ止まります。") +
             (has_hours ? "閉館の時刻になっても、画面は消えません。" : ""),
         what.en +
             (battery ? ". The clock with a battery says something else."
                      : "; without battery it stands still without power.") +
             (has_hours ? " The screen stays lit while the hub is closed." : "")},
        {std::string("ネットワークにつなぐか、sudo timedatectl set-time で合わせてください。") +
             (has_hours
                  ? "合っているなら、スタッフ用の画面で「合っています」を押すと、起動しなおすまで開館時間が働きます。"
                  : ""),
         std::string("Connect it to the network, or set it with sudo timedatectl set-time.") +
             (has_hours ? " If it is right, say so on the staff's panel: opening hours then count until the kiosk "
                          "starts again."
                        : "")}};
  }
  if (has_hours && clock.kernel_synchronised && !platform::timesyncd_synchronised(files)) {
    return {Kind::doubtful,
            {what.ja + "。systemd-timesyncd のほかのプログラムが合わせているので、キオスクには分かりません。",
             what.en + ", by another program than systemd-timesyncd: the kiosk cannot know."},
            {"sudo apt install systemd-timesyncd と sudo timedatectl set-ntp true を実行してください。",
             "Run sudo apt install systemd-timesyncd and sudo timedatectl set-ntp true."}};
  }
  return {Kind::fine, what, {}};
}

std::vector<Finding> check_phantoms(const base::FileReader& files, const std::string& state_folder) {
  std::vector<Finding> findings;
  if (state_folder.empty()) return findings;
  const auto read = files.read(base::join(state_folder, ui::kPhantomFile), ui::kMostPhantomBytes);
  const auto record = read ? ui::parse_phantoms(read.value()) : std::nullopt;
  if (!record) return findings;
  for (const ui::PhantomSpot& spot : record->spots) {
    const base::Error about = ui::about_phantom(spot, record->screen_px);
    findings.push_back({Kind::doubtful, {"タッチ: " + about.what.ja, "Touch: " + about.what.en}, about.remedy});
  }
  return findings;
}

Finding check_temperature(const base::FileReader& files) {
  const auto hottest = platform::temperature_c(files);
  if (!hottest) return fine("温度: この機械では測れません", "Temperature: not measured on this machine");
  const std::string now = std::to_string(std::lround(*hottest)) + " ℃";
  if (*hottest < kWarm_c) return fine("温度: " + now, "Temperature: " + now);
  const bool hot = *hottest >= kHot_c;
  return {hot ? Kind::wrong : Kind::doubtful,
          {"温度: " + now + (hot ? "。熱すぎるので、動きが遅くなります。" : "。少し熱くなっています。"),
           "Temperature: " + now + (hot ? ": too hot, it slows down." : ": warm.")},
          {"まわりに空気が通るようにして、ファンか放熱板を付けてください。", "Give it air, and a fan or a heat sink."}};
}

std::optional<Finding> check_supply(const base::FileReader& files) {
  const auto voltage = platform::supply_voltage(files);
  if (!voltage) return std::nullopt;
  if (!voltage->low_now && !voltage->low_before) return fine("電源: 足りています", "Power supply: strong enough");
  return Finding{voltage->low_now ? Kind::wrong : Kind::doubtful,
                 voltage->low_now
                     ? base::Message{"電源: いま電圧が足りません。突然止まったり、カードが壊れたりします。",
                                     "Power supply: the voltage is too low; it may stop, and the card may break."}
                     : base::Message{"電源: 電源を入れてから、電圧が足りないことがありました。",
                                     "Power supply: the voltage has been too low since it started."},
                 {"Raspberry Pi 公式の電源とケーブルに替えてください。USB 機器を減らすのも助けになります。",
                  "Use the official power supply and cable; fewer USB devices help."}};
}

Finding check_memory(const base::FileReader& files) {
  const auto memory = platform::memory(files);
  if (!memory) return fine("メモリー: 調べられません", "Memory: unknown");
  const std::string left = std::to_string(memory->available_mb), of = std::to_string(memory->total_mb);
  const base::Message what{"メモリー: " + of + " MB のうち " + left + " MB が空いています",
                           "Memory: " + left + " of " + of + " MB are free"};
  if (memory->available_mb >= kLeastMemory_mb) return {Kind::fine, what, {}};
  return {Kind::doubtful,
          what,
          {"ほかのプログラム（デスクトップなど）を止めてください。", "Stop other programs, such as a desktop."}};
}

Finding check_root(const base::FileReader& files) {
  const auto root = platform::mount_of(files, "/");
  if (!root) return fine("システム: 調べられません", "System: unknown");
  if (root->type == "overlay" || root->read_only) {
    return fine("システム: 読み取り専用です（電源を急に切っても壊れません）",
                "System: read-only, and safe when the power goes");
  }
  return {Kind::doubtful,
          {"システム: カードに書き込む設定です。電源を急に切ると、壊れることがあります。",
           "System: written to; it may break when the power goes."},
          {"raspi-config の Performance Options → Overlay File System で読み取り専用にできます。",
           "raspi-config, Performance Options, Overlay File System makes it read-only."}};
}

Finding check_state_folder(const base::FileReader& files, const Folder& folder) {
  if (folder.path.empty()) {
    return {Kind::doubtful,
            {"保存場所: ありません。スタッフの選んだ拠点は、再起動すると忘れます。",
             "State folder: none; what staff choose is forgotten at the next start."},
            {"環境変数 STATE_DIRECTORY に、書き込めるフォルダーを指定してください。",
             "Name a folder that can be written to in STATE_DIRECTORY."}};
  }
  if (!folder.writable) {
    return {
        Kind::wrong,
        {"保存場所: " + folder.path + " に書き込めません。", "State folder: " + folder.path + " cannot be written to."},
        {"sudo を付けて打ちなおしてください。それでも出るなら、フォルダーを作り、"
         "持ち主をキオスクのユーザー（hub-kiosk）にしてください。",
         "Type it again with sudo. If it is still said: make the folder, and have it owned by the kiosk's user "
         "(hub-kiosk)."}};
  }
  const auto mount = platform::mount_of(files, folder.path);
  if (mount && (mount->type == "overlay" || mount->type == "tmpfs")) {
    return {
        Kind::doubtful,
        {"保存場所: " + folder.path + " に書いたものは、再起動すると消えます。",
         "State folder: what is written to " + folder.path + " is gone after a restart."},
        {"書き込める小さな区画を用意して、そこに置いてください。もう用意してあるなら、つながっていません。"
         "sudo mount -a を試してから、キオスクを起動しなおしてください。",
         "Put it on a small partition of its own. If it has one, that is not mounted: try sudo mount -a, then restart "
         "the kiosk."}};
  }
  if (!folder.free_bytes || *folder.free_bytes >= kLittleFree_bytes) {
    return fine("保存場所: " + folder.path, "State folder: " + folder.path);
  }
  const std::string left = std::to_string(*folder.free_bytes >> 20);
  return {*folder.free_bytes < kLeastFree_bytes ? Kind::wrong : Kind::doubtful,
          {"保存場所: " + folder.path + " の空きは " + left + " MB しかありません。",
           "State folder: only " + left + " MB are free at " + folder.path + "."},
          {"いらないファイルを消してください（sudo apt clean、sudo journalctl --vacuum-size=50M）。",
           "Remove what is not needed (sudo apt clean, sudo journalctl --vacuum-size=50M)."}};
}

Finding check_watchdog(const base::FileReader& files) {
  const platform::Watchdog watchdog = platform::hardware_watchdog(files);
  if (watchdog == platform::Watchdog::active) {
    return fine("見張り: 機械が止まると、自動で再起動します", "Watchdog: the machine restarts when it hangs");
  }
  if (watchdog == platform::Watchdog::none) {
    return fine("見張り: この機械には、止まったときに再起動するしくみがありません",
                "Watchdog: this machine has no timer that restarts it");
  }
  return {Kind::doubtful,
          {"見張り: 機械そのものが止まったときに再起動する設定がありません（アプリは systemd が見張ります）。",
           "Watchdog: nothing restarts the machine when it hangs (systemd watches the app)."},
          {"機械を再起動すると（sudo reboot）、パッケージの設定が働きます。それでも同じなら、/etc/systemd/system.conf "
           "に RuntimeWatchdogSec=15 と書いて、もう一度再起動してください。",
           "Restart the machine (sudo reboot): the package's setting then works. If nothing changes, write "
           "RuntimeWatchdogSec=15 into /etc/systemd/system.conf and restart again."}};
}

std::optional<Finding> check_pin_file(const std::string& path, bool everybody_reads_it) {
  if (!everybody_reads_it) return std::nullopt;
  return Finding{
      Kind::wrong,
      {"暗証番号: " + path + " は、この機械を使うだれにでも読めます。変換した 1 行からは、番号が割り出せます。",
       "PIN: everybody on this machine can read " + path + ", and find the PIN from its hash."},
      {"sudo chown root:hub-kiosk " + path + " と sudo chmod 640 " + path + " を実行してください。",
       "Run sudo chown root:hub-kiosk " + path + " and sudo chmod 640 " + path + "."}};
}

Finding check_sandbox(const base::Status& probe, config::Config::Reports::Sandbox wanted) {
  if (probe) return fine("囲い: 報告書を囲い（bubblewrap）の中で読めます", "Sandbox: reports are read in bubblewrap");
  if (wanted == config::Config::Reports::Sandbox::if_possible) {
    return {Kind::doubtful,
            {"囲い: " + probe.error().what.ja + "設定（reports.sandbox）のとおり、報告書を囲いなしで読みます。",
             "Sandbox: " + probe.error().what.en + " As configured (reports.sandbox), reports are read without it."},
            probe.error().remedy};
  }
  return {Kind::doubtful,
          {"囲い: " + probe.error().what.ja + "報告書を読み込めません。",
           "Sandbox: " + probe.error().what.en + " No report can be imported."},
          probe.error().remedy};
}

std::string describe(const Finding& finding, base::StaffLanguage language) {
  constexpr const char* kMarks[] = {"○ ", "△ ", "× "};
  std::string said = kMarks[static_cast<std::size_t>(finding.kind)] + base::shown(finding.what.in(language));
  const std::string remedy = base::shown(finding.remedy.in(language));
  if (!remedy.empty()) said += "\n    → " + remedy;
  return said;
}

}  // namespace hub::inspect
