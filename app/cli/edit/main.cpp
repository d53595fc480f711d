// hub-kiosk-edit: the desk in a browser. This process listens; what draws and what works are the same program once
// more, beside it.
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/child_process.h"
#include "base/files.h"
#include "base/system_calls.h"
#include "cli/command_line.h"
#include "cli/print.h"
#include "cli/read_files.h"
#include "cli/secret_key.h"
#include "config/keys.h"
#include "config/paths.h"
#include "desk/jobs/publishing_in_place.h"
#include "desk/jobs/worker.h"
#include "desk/store/editor_door.h"
#include "fleet/sending.h"
#include "pack/keys.h"
#include "pack/pack.h"
#include "platform/service_manager.h"
#include "web/access/open_settings.h"
#include "web/door.h"
#include "web/draw/draw_process.h"
#include "web/http/server.h"
#include "web/site.h"

namespace hub::cli {

namespace {

constexpr int kUsualPort = 8137;
constexpr std::size_t kMostSettingsBytes = 1 << 20;
constexpr const char* kThisProgram = "/proc/self/exe";

struct EditOptions : KioskOptions {
  int port = 0;
  bool no_browser = false;
  std::string behind;  // https://… of who stands before it; empty: nobody does
  std::string link;    // at a kiosk: the file that says how this machine is reached
  std::string key;     // that packs are signed with; empty: none go out from here
  std::string packs;
  std::string statuses;
  std::string from;
};

base::Error nowhere() {
  return {{"下書きを置くフォルダーがありません。", "There is no folder for drafts."},
          {"--state フォルダー を付けてください。", "Give --state FOLDER."}};
}

// A plain folder stays one; what was published once is published again.
bool is_published(const std::string& folder) {
  std::string leads_to;
  const std::size_t slash = folder.find_last_of('/');
  const std::string name = folder.substr(slash == std::string::npos ? 0 : slash + 1);
  const std::string above = slash == std::string::npos ? "." : folder.substr(0, slash + 1);
  const base::SystemCalls calls;
  const base::FileDescriptor parent(calls, calls.open_at(base::kHere, above, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return parent.open() && calls.read_link_at(parent.number(), name, leads_to) == 0;
}

EditOptions completed(EditOptions options) {
  const base::DiskFiles files;
  if (options.content.empty()) options.content = config::default_content_folder(files);
  while (options.content.size() > 1 && options.content.back() == '/') options.content.pop_back();
  static_cast<KioskOptions&>(options) = on_this_machine(files, options);
  return options;
}

std::vector<std::string> words_of(const char* command, const EditOptions& options) {
  std::vector<std::string> words = {kThisProgram, command, "--content", options.content, "--state", options.state};
  if (!options.config.empty()) words.insert(words.end(), {"--config", options.config});
  return words;
}

// Where packs go out from here, and what opens the key.
struct Sending {
  fleet::SendingPlace place;
  Secret password;
};

fleet::SendingPlace place_of(const EditOptions& options, const pack::PublicKey& key) {
  return {options.key, key, options.packs, options.statuses, options.from};
}

std::vector<std::string> working_words_of(const EditOptions& options) {
  std::vector<std::string> words = words_of("work", options);
  const std::pair<const char*, const std::string*> of_sending[] = {{"--key", &options.key},
                                                                   {"--packs", &options.packs},
                                                                   {"--statuses", &options.statuses},
                                                                   {"--from", &options.from}};
  for (const auto& [option, value] : of_sending) {
    if (!value->empty()) words.insert(words.end(), {option, *value});
  }
  return words;
}

// Asks for the key's password where it has one. What may come back by itself, a folder of a server perhaps, is only
// told; the pages tell it as well.
std::optional<Failure> prepare(const EditOptions& options, Sending& sending) {
  if (!options.from.empty() && !pack::is_from(options.from)) {
    return Failure::usage({"--from は、空白のない短いことば（例: 泉区役所）にしてください。",
                           "--from wants one short word without spaces."});
  }
  const auto file = read_key_file(options.key, options.staff);
  if (!file) return Failure(file.error());
  if (auto failure = ask_password_of(file.value(), options.staff, sending.password)) return failure;
  const auto key = pack::SecretKey::from_file(file.value(), sending.password.view());
  if (!key) return Failure(key.error());
  sending.place = place_of(options, key.value().public_key());
  for (const base::Error& fault : fleet::faults_of(base::SystemCalls(), sending.place)) {
    print_error(fault, options.staff);
  }
  return std::nullopt;
}

// The process that does the desk's jobs, and a socket to wake it by. What opens the key is told by that as well: others
// on this machine can see what a program was started with.
class Worker {
 public:
  // `sending` outlives it; null: nothing is sent.
  Worker(std::vector<std::string> words, const Sending* sending) : words_(std::move(words)), sending_(sending) {}

  void wake() {
    if (send()) return;
    start();
    send();
  }

 private:
  bool send() const { return send("\n"); }
  bool send(std::string_view bytes) const {
    return socket_.open() &&
           ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }
  void start() {
    child_.reset();
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
    socket_ = base::FileDescriptor(ends[0]);
    const base::FileDescriptor theirs(ends[1]);
    base::ChildProgram program;
    program.words = words_;
    program.files = {theirs.number()};
    child_ = std::make_unique<base::ChildProcess>(program);
    if (sending_ == nullptr) return;
    send(pack::line_of(sending_->place.key) + "\n");
    send(sending_->password.view());
    send("\n");
  }

  std::vector<std::string> words_;
  const Sending* sending_;
  base::FileDescriptor socket_;
  std::unique_ptr<base::ChildProcess> child_;
};

// A browser of this desktop, where there is one. It stays when this program ends.
void open_in_browser(const std::string& address) {
  if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) return;
  base::ChildProgram program;
  program.words = {"setsid", "--fork", "xdg-open", address};
  static_cast<void>(base::run_child(program, {base::Seconds(10), 65536}));
}

base::Result<std::unique_ptr<web::Server>> listening(const base::Clock& clock, const EditOptions& options) {
  web::ServerSetup setup;
  setup.drawing_program = words_of("draw", options);
  setup.port = options.port != 0 ? options.port : kUsualPort;
  auto server = web::Server::open(clock, setup);
  if (server || options.port != 0) return server;
  setup.port = 0;
  return web::Server::open(clock, setup);
}

base::Error sends_no_packs() {
  return {{"--key と --link は、いっしょには使えません。", "--key and --link cannot be used together."},
          {"パックは、市のサーバーか自分のパソコンで始めた編集の画面から送ります。",
           "Packs are sent from an editor on the city's server, or on a PC."}};
}

base::Error not_at_a_kiosk() {
  return {{"--link は、キオスクの hub-kiosk-edit.service が使うものです。",
           "--link is for a kiosk's hub-kiosk-edit.service."},
          {"自分で開くときは、付けずに始めてください。", "Leave it out to open the editor yourself."}};
}

std::string of_environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

base::Error no_secure_address(const std::string& given) {
  return {{"--behind に書けない番地です: " + given, "Not an address for --behind: " + given},
          {"https:// で始まる、サーバーの名前だけを書いてください。例: https://edit.example.jp",
           "Write https:// and the server's name alone: https://edit.example.jp"}};
}

// edit.example.jp, of https://edit.example.jp; nothing: it is no such address.
std::optional<std::string> secure_host(std::string_view address) {
  constexpr std::string_view kScheme = "https://";
  if (!address.starts_with(kScheme)) return std::nullopt;
  address.remove_prefix(kScheme.size());
  if (address.ends_with('/')) address.remove_suffix(1);
  const auto may = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
  };
  if (address.empty() || !std::ranges::all_of(address, may)) return std::nullopt;
  return std::string(address);
}

constexpr std::size_t kMostLinkBytes = 4096;

// As the panel wants it: on the socket of the unit, for who has the panel's code, and the jobs are hub-kiosk-work's.
Outcome edit_at_kiosk(const EditOptions& options) {
  const auto socket = platform::inherited_socket();
  const std::string run_folder = of_environment("RUNTIME_DIRECTORY");
  if (!socket || run_folder.empty()) return Failure(not_at_a_kiosk());
  const base::SystemCalls calls;
  const base::SystemClock clock;
  const auto lines = base::DiskFiles().read(options.link, kMostLinkBytes);
  web::DoorSetup at{options.state, run_folder, of_environment("HUB_KIOSK_BOOT"), 0, {}};
  at.link = web::parse_link(lines ? lines.value() : "");
  const auto wish = desk::editor_wish(calls, options.state);
  std::optional<web::Door> door;
  web::ServerSetup setup;
  setup.drawing_program = words_of("draw", options);
  setup.inherited = *socket;
  // Without a link nobody is heard, on whatever network this machine may be.
  setup.own_addresses = at.link.addresses.empty() ? std::vector<std::string>{"nobody"} : at.link.addresses;
  setup.goes_on = [&door] { return door->look(); };
  setup.watched_folder = desk::editor_wish_folder(options.state);
  auto server = web::Server::open(clock, setup);
  if (!server) return Failure(server.error());
  at.port = server.value()->port();
  web::Gate gate(clock, {});
  door.emplace(calls, clock, gate, std::move(at));
  const auto log = [](const std::string& line) { print_line(stderr, line); };
  web::Site site(calls, clock, gate, {options.state, options.content, wish ? wish->hub : "", [] {}, log});
  server.value()->run(site);
  door->close();
  return Exit::done;
}

Outcome edit(const EditOptions& given) {
  const EditOptions options = completed(given);
  if (options.state.empty()) return Failure(nowhere());
  if (!options.link.empty() && !options.key.empty()) return Failure(sends_no_packs());
  if (!options.link.empty()) return edit_at_kiosk(options);
  const auto behind = secure_host(options.behind);
  if (!options.behind.empty() && !behind) return Failure(no_secure_address(options.behind));
  const base::SystemCalls calls;
  const base::SystemClock clock;
  if (!options.hub.empty()) {
    if (auto known = desk::Desk(calls, clock, {options.state, options.content, options.hub}).known(); !known) {
      return Failure(known.error());
    }
  }
  Sending sending;
  if (!options.key.empty()) {
    if (auto failure = prepare(options, sending)) return *std::move(failure);
  }
  auto server = listening(clock, options);
  if (!server) return Failure(server.error());
  const std::string port = std::to_string(server.value()->port());
  web::Gate gate(clock, {"127.0.0.1:" + port, "localhost:" + port});
  if (behind) gate.stand_behind(*behind);
  Worker worker(working_words_of(options), options.key.empty() ? nullptr : &sending);
  const auto log = [](const std::string& line) { print_line(stderr, line); };
  web::SiteSetup at{options.state, options.content, options.hub, [&] { worker.wake(); }, log};
  if (!options.key.empty()) at.sending = sending.place;
  web::Site site(calls, clock, gate, std::move(at));
  const std::string server_name = behind ? "https://" + *behind : "http://127.0.0.1:" + port;
  const std::string address = server_name + "/enter?code=" + gate.new_code();
  const auto say = [&](const base::Message& what) { print_line(stdout, what.in(options.staff)); };
  say({"編集の画面（このリンクで開けるのは 1 回です）:", "The editor (this link opens it once):"});
  print_line(stdout, address);
  say({"終わるには Ctrl+C", "To end it: Ctrl+C"});
  if (std::fflush(stdout) != 0) return Exit::at_fault;
  worker.wake();
  if (!options.no_browser && !behind) open_in_browser(address);
  if (server.value()->run(site) == web::Server::End::idle) {
    say({"15 分使われなかったので、終わりました。下書きは残っています。",
         "Nobody used it for 15 minutes, so it has ended. The draft is kept."});
  }
  return Exit::done;
}

// What the editor says first, a byte at a time: nothing of it stays behind in a buffer.
bool hear_line(Secret& line) {
  char byte = 0;
  while (::read(base::kChildFile, &byte, 1) == 1) {
    if (byte == '\n') return true;
    line.add(byte);
  }
  return false;
}

// Until the editor ends: it holds the other end.
Outcome work(const EditOptions& given) {
  const EditOptions options = completed(given);
  const base::DiskFiles files;
  desk::WorkSetup setup;
  setup.state_folder = options.state;
  setup.content_folder = options.content;
  setup.without_sandbox_allowed = allows_without_sandbox(files, {false, options.config});
  if (!is_published(options.content)) setup.publish = desk::publish_in_place;
  Secret line, password;
  if (!options.key.empty()) {
    if (!hear_line(line) || !hear_line(password)) return Exit::done;
    const auto key = pack::public_key_from(line.view());
    if (!key) return Exit::at_fault;
    setup.send = [place = place_of(options, *key), &password](
                     const auto& calls, const auto& clock, const std::string& content, const std::string& hub,
                     bool anew) { return fleet::send_pack(calls, clock, place, password.view(), content, hub, anew); };
  }
  std::array<char, 64> woken{};
  while (::read(base::kChildFile, woken.data(), woken.size()) > 0) {
    const auto ended = desk::work(base::SystemCalls(), base::SystemClock(), setup);
    if (!ended) return Failure(ended.error());
  }
  return Exit::done;
}

Outcome draw(const EditOptions& given) {
  const EditOptions options = completed(given);
  const base::DiskFiles files;
  const config::Config config = read_config(files, options.config, options.staff).config;
  const auto done = web::draw_screens(base::SystemCalls(), base::SystemClock(),
                                      {options.state, options.content, config}, base::kChildFile);
  if (!done) return Failure(done.error());
  return Exit::done;
}

void declare_sending(Options& options, EditOptions& values) {
  Option key =
      options.text("--key", {"鍵", "KEY"}, values.key,
                   {"署名に使う鍵（名前.key）。映した内容を、署名したパックにして、ほかの画面にも送ります",
                    "The key that signs (NAME.key): what is shown also goes to other screens as a signed pack"});
  Option packs = options.text("--packs", {"フォルダー", "FOLDER"}, values.packs,
                              {"パックを置くフォルダー（市のサーバーの hubs か、Syncthing のフォルダー）",
                               "Where packs go: a server's hubs, or a folder of Syncthing"});
  key.goes_with(packs);
  packs.goes_with(key);
  options
      .text("--statuses", {"フォルダー", "FOLDER"}, values.statuses,
            {"画面の知らせが集まるフォルダー。どの画面に届いたかを出し、番号を決めるのにも見ます",
             "Where screens' statuses come together: the pages say which screen has it, and serials follow them"})
      .goes_with(key);
  options
      .text("--from", {"ことば", "WORD"}, values.from,
            {"だれが送ったか（例: 泉区役所）。受け取った画面のパネルに出ます",
             "Who sends; the panel of a screen says so"})
      .goes_with(key);
}

void declare_place(Options& options, EditOptions& values) {
  options.messages(values);
  options.content(values, {"はじめに開く拠点のフォルダーの名前。書かなければ、選ぶところから",
                           "The name of the folder of the hub to open (default: a choice)"});
  options.text("--state", {"フォルダー", "FOLDER"}, values.state,
               {"下書きと履歴を置くフォルダー。書かなければ、このユーザーのもの",
                "Where drafts and history are kept (default: this user's)"});
  options.text_or_none("--config", {"ファイル", "FILE"}, values.config,
                       {"この設定のキオスクで見えるとおりにします", "As on the kiosk with this configuration"});
}

void declare_work(Options& options, EditOptions& values) {
  declare_place(options, values);
  declare_sending(options, values);
}

// How staff's PC or phone is to reach this kiosk, in the configuration's word: none where it says nothing that counts.
Outcome link(const EditOptions& options) {
  const base::DiskFiles files;
  const config::Config config = read_config(files, completed(options).config, options.staff).config;
  print_line(stdout, std::string(config::kLinkWords[static_cast<std::size_t>(config.editor.link)]));
  return Exit::done;
}

// What the editor at this kiosk may know of its configuration.
Outcome settings(const EditOptions& options) {
  const auto file = base::DiskFiles().read(completed(options).config, kMostSettingsBytes);
  print_line(stdout, web::open_settings(file ? file.value() : ""));
  return Exit::done;
}

void declare(Options& options, EditOptions& values) {
  declare_place(options, values);
  declare_sending(options, values);
  options.text("--behind", {"番地", "ADDRESS"}, values.behind,
               {"証明書のあるサーバー（nginx など）の後ろで動かすときの、外から見た番地。例: https://edit.example.jp",
                "Its address from outside, behind a server with a certificate: https://edit.example.jp"});
  options.text("--link", {"ファイル", "FILE"}, values.link,
               {"キオスクで、systemd のソケットで待ちます（hub-kiosk-edit.service が使います）",
                "At a kiosk, on systemd's socket (used by hub-kiosk-edit.service)"});
  options.number("--port", {"番号", "NUMBER"}, values.port, {1, 65535},
                 {"待つポート。書かなければ 8137、使われていれば空いているところ",
                  "Port to listen on (default: 8137, or any that is free)"});
  options.flag("--no-browser", values.no_browser,
               {"ブラウザーを開かず、リンクを表示するだけにします", "Print the link, and open no browser"});
}

}  // namespace

}  // namespace hub::cli

int main(int argc, char** argv) {
  using namespace hub::cli;
  ::setenv("HUB_KIOSK_COMMAND", "hub-kiosk-edit", 0);
  CommandLine line(argc, argv,
                   {"hub-kiosk-edit",
                    {"拠点の画面の内容を、ブラウザーで編集します", "edit what a hub's screen says, in a browser"}});
  line.add_default("edit", {"編集の画面を開きます（書かなくても同じ）", "Open the editor (the same without a command)"},
                   declare, edit);
  line.add("draw", {"画面を描きます（このプログラムが自分で使います）", "Draw screens (used by this program itself)"},
           declare_place, draw);
  line.add(
      "work",
      {"頼まれた仕事をします（このプログラムが自分で使います）", "Do the desk's jobs (used by this program itself)"},
      declare_work, work);
  line.add("link",
           {"設定の editor.link を表示します（キオスクが自分で使います）",
            "Print editor.link of the configuration (used by a kiosk itself)"},
           declare_place, link);
  line.add("settings",
           {"設定を、暗証番号の 1 行を除いて表示します（キオスクが自分で使います）",
            "Print the configuration without the PIN's line (used by a kiosk itself)"},
           declare_place, settings);
  return static_cast<int>(line.run());
}
