// hub-kiosk.txt, as whoever hangs a screen up left it on the card.
#include "card/card.h"

#include "base/check.h"
#include "base/pin.h"
#include "base/utf8.h"
#include "bytes.h"

using namespace hub;

namespace {

const std::vector<card::KnownHub> kHubs = {{"izumi", "泉区", "すきっぷ"}, {"konan", "港南区", "はっち"}};
constexpr const char* kHash =
    "$argon2id$v=19$m=65536,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g";

void check_network(const card::Network& network) {
  const bool wifi = network.kind == card::Network::Kind::wifi;
  HUB_CHECK(wifi == !network.wifi_name.empty());
  HUB_CHECK(network.wifi_name.size() <= 32 && network.wifi_password.size() <= 64);
  HUB_CHECK(network.wifi_password.find_first_of("\r\n") == std::string::npos);
  for (const std::string& server : network.time_servers) {
    HUB_CHECK(server.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:") == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string file(fuzz::bytes(data, size));
  const card::Card card = card::read_card(file, kHubs);
  check_network(card.network);
  for (const content::Diagnostic& one : card.findings) {
    HUB_CHECK(one.line >= 1 && !one.remedy.ja.empty());
    HUB_CHECK(!base::first_invalid_utf8(describe(one, base::StaffLanguage::ja)));
  }
  HUB_CHECK(card.pin.empty() || !base::fault_of_pin(card.pin));
  // Hidden once, a PIN stays hidden. The letters that are gone may tell Shift_JIS from EUC-JP, and a line has an end.
  if (base::first_invalid_utf8(file) || file.size() + 100 * card.pins.size() > card::kMostLineBytes) return 0;
  const card::Card next = card::read_card(card::with_hash(file, card.pins, kHash), kHubs);
  HUB_CHECK(card.pins.empty() || next.pins.empty());
  HUB_CHECK(card.pin.empty() || card.pins.empty() || next.pin_hash == kHash);
  return 0;
}
