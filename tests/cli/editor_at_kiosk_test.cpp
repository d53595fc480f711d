// The editor as a kiosk's units start it: on a socket that it inherits, by a link that a script has made. What only a
// machine with systemd, NetworkManager and Wi-Fi can show is tests/appliance's, and a person's.
#include <doctest/doctest.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "base/child_process.h"
#include "base/file_descriptor.h"
#include "base/files.h"
#include "desk/store/editor_door.h"
#include "support/disk_place.h"
#include "support/fixtures.h"
#include "support/needs.h"
#include "support/slow.h"

using namespace hub;

namespace {

namespace fs = std::filesystem;

const std::string kPackaging = HUB_SOURCE_DIR "/app/packaging/";

// hub-kiosk-edit with what systemd gives it.
struct Unit : tests::DiskPlace {
  Unit() {
    fs::copy(HUB_SOURCE_DIR "/content", *this / "content", fs::copy_options::recursive);
    fs::create_directory(*this / "run");
    listens = base::FileDescriptor(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listens.number(), reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
    REQUIRE(::listen(listens.number(), 8) == 0);
    socklen_t size = sizeof at;
    REQUIRE(::getsockname(listens.number(), reinterpret_cast<sockaddr*>(&at), &size) == 0);
    port = ntohs(at.sin_port);
  }
  ~Unit() {
    if (process > 0) ::kill(process, SIGKILL), ::waitpid(process, nullptr, 0);
  }
  void start(const std::string& link_lines) {
    const std::string link = write("link", link_lines);
    process = ::fork();
    if (process != 0) return;
    ::dup2(listens.number(), 3);
    ::setenv("LISTEN_FDS", "1", 1);
    ::setenv("LISTEN_PID", std::to_string(::getpid()).c_str(), 1);
    ::setenv("RUNTIME_DIRECTORY", (*this / "run").c_str(), 1);
    ::setenv("HUB_KIOSK_BOOT", "boot", 1);
    ::execl(HUB_KIOSK_EDIT, HUB_KIOSK_EDIT, "--link", link.c_str(), "--state", (*this / "state").c_str(), "--content",
            (*this / "content").c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  int ended() {
    int status = 0;
    REQUIRE(::waitpid(std::exchange(process, 0), &status, 0) > 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  // What it says of itself once that fits.
  template <class Fits>
  desk::EditorNow until(Fits fits) const {
    for (int i = 0; i < 3000; ++i) {
      const auto now = desk::editor_now(calls, *this / "run");
      if (now && fits(*now)) return *now;
      ::usleep(10'000);
    }
    FAIL("the editor did not say so");
    return {};
  }
  std::string ask(const std::string& head) const {
    const base::FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(static_cast<std::uint16_t>(port));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket.number(), reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0);
    const std::string request = "GET " + head + "\r\nHost: 127.0.0.1:" + std::to_string(port) +
                                "\r\nUser-Agent: (iPhone)\r\nConnection: close\r\n\r\n";
    ::send(socket.number(), request.data(), request.size(), MSG_NOSIGNAL);
    std::string all;
    char chunk[4096];
    for (ssize_t got = 0; (got = ::recv(socket.number(), chunk, sizeof chunk, 0)) > 0;) {
      all.append(chunk, static_cast<std::size_t>(got));
    }
    return all;
  }

  base::SystemCalls calls;
  base::FileDescriptor listens;
  int port = 0;
  pid_t process = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Unit, "the panel's wish starts the editor, its code opens it once, and taking the wish away ends it" *
                            tests::slow()) {
  REQUIRE(desk::want_editor(calls, *this / "state", {"boot", "izumi"}).ok());
  start("address 127.0.0.1\n");
  const desk::EditorNow first = until([](const desk::EditorNow& now) { return !now.code.empty(); });
  CHECK(first.addresses == std::vector<std::string>{"http://127.0.0.1:" + std::to_string(port) + "/"});
  CHECK(ask("/izumi HTTP/1.1").starts_with("HTTP/1.1 403 "));
  CHECK(ask("/enter?code=" + first.code + " HTTP/1.1").starts_with("HTTP/1.1 200 "));
  const desk::EditorNow second = until([](const desk::EditorNow& now) { return now.devices.size() == 1; });
  CHECK(second.devices.front() == "iPhone");
  CHECK(second.code != first.code);
  CHECK(ask("/enter?code=" + first.code + " HTTP/1.1").starts_with("HTTP/1.1 403 "));
  desk::want_no_editor(calls, *this / "state");
  CHECK(ended() == 0);
}

TEST_CASE_FIXTURE(Unit, "what was wanted before the machine was switched off starts nothing") {
  REQUIRE(desk::want_editor(calls, *this / "state", {"an earlier one", "izumi"}).ok());
  start("address 127.0.0.1\n");
  CHECK(ended() == 0);
  CHECK_FALSE(desk::editor_wish(calls, *this / "state"));
}

TEST_CASE("the editor's units have next to no rights, and the kiosk's own unit is what it was") {
  if (!fs::exists("/usr/bin/systemd-analyze")) return tests::skip("systemd-analyze");
  for (const char* unit : {"hub-kiosk-edit.service", "hub-kiosk-edit-link.service", "hub-kiosk.service"}) {
    CAPTURE(unit);
    base::ChildProgram program;
    program.words = {"systemd-analyze", "security", "--offline=yes", "--threshold=25", kPackaging + unit};
    CHECK(base::run_child(program, {base::Seconds(30), 1 << 20}).status == 0);
  }
  const std::string kiosk = tests::bytes_of(kPackaging + "hub-kiosk.service");
  CHECK(kiosk.find("hub-kiosk-edit") == std::string::npos);
  const std::string editor = tests::bytes_of(kPackaging + "hub-kiosk-edit.service");
  for (const char* has :
       {"\nPrivateNetwork=yes\n", "\nCapabilityBoundingSet=\n", "\nReadWritePaths=/var/lib/hub-kiosk/desk\n",
        "\nUser=hub-kiosk\n", "\nMemoryMax=", " -/etc/hub-kiosk/kiosk.json\n"}) {
    CHECK_MESSAGE(editor.find(has) != std::string::npos, has);
  }
  const std::string link = tests::bytes_of(kPackaging + "hub-kiosk-edit-link.service");
  CHECK(link.find("\nCapabilityBoundingSet=\n") != std::string::npos);
  CHECK(link.find('%') == std::string::npos);  // nobody outside says anything to what runs as root
}

namespace {

// The script that makes the link, with a NetworkManager that writes down what it was told.
struct MadeLink : tests::DiskPlace {
  MadeLink() {
    tool("nmcli", R"(echo "nmcli $*" >>"$RUNTIME_DIRECTORY/told"
case "$*" in
  "-t -f RUNNING general") echo running ;;
  "-t -f DEVICE,TYPE device") printf 'lo:loopback\nwlan0:wifi\nend0:ethernet\nwlan1:wifi\n' ;;
  "-g IP4.ADDRESS "*) echo 10.42.0.1/24 ;;
  *" up id "*) [ ! -e "$RUNTIME_DIRECTORY/fails" ] ;;
esac)");
    tool("ip", R"(echo '2: end0    inet 192.168.1.20/24 brd 192.168.1.255 scope global dynamic end0'
echo '3: docker0    inet 172.17.0.1/16 scope global docker0'
echo '4: wlan0    inet 10.1.2.3/8 scope global wlan0')");
    fs::create_symlink(HUB_KIOSK_EDIT, *this / "bin/hub-kiosk-edit");
    fs::create_directory(*this / "run");
  }
  void tool(const std::string& name, const std::string& does) const {
    write("bin/" + name, "#!/bin/sh\n" + does + "\n");
    fs::permissions(*this / ("bin/" + name), fs::perms::owner_all);
  }
  int run(const char* verb, const std::string& config = "{}") const {
    base::ChildProgram program;
    program.words = {"env",
                     "PATH=" + (*this / "bin") + ":/usr/bin:/bin",
                     "RUNTIME_DIRECTORY=" + (*this / "run"),
                     "HUB_CONNECTIONS=" + (*this / "connections"),
                     "HUB_CONFIG=" + write("kiosk.json", config),
                     kPackaging + "edit-link",
                     verb};
    return base::run_child(program, {base::Seconds(60), 1 << 20}).status;
  }
  std::string link() const { return tests::bytes_of(*this / "run/link"); }
  std::string told() const { return tests::bytes_of(*this / "run/told"); }
  std::string connection() const { return *this / "connections/hub-kiosk-edit.nmconnection"; }
};

}  // namespace

TEST_CASE_FIXTURE(MadeLink, "the building's network is as it is: only the machine's addresses are told") {
  CHECK(run("up", R"({"editor": {"link": "lan"}})") == 0);
  CHECK(link() == "address 192.168.1.20\naddress 10.1.2.3\n");
  CHECK(tests::bytes_of(*this / "run/settings.json").find("\"link\": \"lan\"") != std::string::npos);
  CHECK_FALSE(fs::exists(*this / "run/told"));
  CHECK(run("down") == 0);
}

TEST_CASE_FIXTURE(MadeLink, "a hotspot is a connection of its own, with another passphrase each time, and goes again") {
  CHECK(run("up", R"({"editor": {"link": "hotspot"}})") == 0);
  const std::string first = link();
  CHECK(first.find("address 10.42.0.1\n") != std::string::npos);
  const std::size_t at = first.find("passphrase ");
  REQUIRE(at != std::string::npos);
  const std::string passphrase = first.substr(at + 11, first.size() - at - 12);
  CHECK(passphrase.size() == 12);
  const std::string made = tests::bytes_of(connection());
  CHECK(made.find("psk=" + passphrase + "\n") != std::string::npos);
  CHECK(made.find("interface-name=wlan0\n") != std::string::npos);
  CHECK(made.find("mode=ap\n") != std::string::npos);
  CHECK(made.find("method=shared\n") != std::string::npos);
  CHECK((fs::status(connection()).permissions() & fs::perms(0077)) == fs::perms::none);
  CHECK(told().find(passphrase) == std::string::npos);  // what a command line says, everybody may read
  CHECK(run("up", R"({"editor": {"link": "hotspot"}})") == 0);
  CHECK(link().find(passphrase) == std::string::npos);
  CHECK(run("down") == 0);
  CHECK_FALSE(fs::exists(connection()));
  CHECK(told().find("connection down id hub-kiosk-edit") != std::string::npos);
}

TEST_CASE_FIXTURE(MadeLink, "a cable shares what NetworkManager has; what cannot be made is said in a word") {
  CHECK(run("up", R"({"editor": {"link": "cable"}})") == 0);
  CHECK(link() == "address 10.42.0.1\n");
  CHECK(tests::bytes_of(connection()).find("type=ethernet\ninterface-name=end0\n") != std::string::npos);
  write("run/fails", "");
  CHECK(run("up", R"({"editor": {"link": "cable"}})") == 0);
  CHECK(link() == std::string("trouble ") + desk::kNoLink + "\n");
  CHECK_FALSE(fs::exists(connection()));
  tool("nmcli", "case \"$*\" in *RUNNING*) echo running ;; esac");
  CHECK(run("up", R"({"editor": {"link": "hotspot"}})") == 0);
  CHECK(link() == std::string("trouble ") + desk::kNoDevice + "\n");
  tool("nmcli", "exit 8");
  CHECK(run("up", R"({"editor": {"link": "hotspot"}})") == 0);
  CHECK(link() == std::string("trouble ") + desk::kNoManager + "\n");
  CHECK(run("up", R"({"editor": {"link": "none"}})") == 0);
  CHECK(link().empty());
  CHECK(run("up", R"({"editor": {"link": "anything"}})") == 0);  // is none
  CHECK(link().empty());
  CHECK(run("sideways") != 0);
}
