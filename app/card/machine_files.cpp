#include "card/machine_files.h"

namespace hub::card {

namespace {

constexpr std::size_t kWifiKeyDigits = 64;

std::string hexadecimal(const std::string& bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

// systemd.network(5). Nothing waits for the network, and no name is asked for on it but by DNS.
std::string network_file(const Network& network) {
  if (network.kind == Network::Kind::none) return "";
  const bool wifi = network.kind == Network::Kind::wifi;
  return std::string("[Match]\n") + (wifi ? "Name=" + std::string(kWifiDevice) : "Type=ether\nKind=!*") +
         "\n\n[Link]\nRequiredForOnline=no\n\n[Network]\nDHCP=yes\nLLMNR=no\nMulticastDNS=no\n" +
         (wifi ? "IgnoreCarrierLoss=3s\n" : "");
}

// wpa_supplicant.conf(5): the name in hexadecimal stands for any bytes; a password ends at the last quotation mark of
// its line, so it may hold some. WPA3 where the radio can, as Japan's rules have it.
std::string wifi_file(const Network& network) {
  if (network.kind != Network::Kind::wifi) return "";
  std::string file = "country=JP\nupdate_config=0\nsae_pwe=2\n\nnetwork={\n  ssid=" + hexadecimal(network.wifi_name) +
                     "\n  scan_ssid=1\n";
  const std::string& password = network.wifi_password;
  if (password.empty()) {
    file += "  key_mgmt=NONE\n";
  } else if (password.size() == kWifiKeyDigits) {
    file += "  key_mgmt=WPA-PSK\n  psk=" + password + "\n";
  } else {
    file += "  key_mgmt=WPA-PSK WPA-PSK-SHA256 SAE\n  ieee80211w=1\n  psk=\"" + password + "\"\n";
  }
  return file + "}\n";
}

std::string time_file(const Network& network) {
  if (network.time_servers.empty()) return "";
  std::string file = "[Time]\nNTP=";
  for (const std::string& server : network.time_servers) file += (file.back() == '=' ? "" : " ") + server;
  return file + "\n";
}

}  // namespace

std::vector<MachineFile> machine_files(const Network& network) {
  return {{"/etc/systemd/network/50-hub-kiosk.network", network_file(network)},
          {std::string("/etc/wpa_supplicant/wpa_supplicant-") + kWifiDevice + ".conf", wifi_file(network), true},
          {"/etc/systemd/timesyncd.conf.d/50-hub-kiosk.conf", time_file(network)}};
}

}  // namespace hub::card
