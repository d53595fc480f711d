#include "desk/typed/address.h"

namespace hub::desk {

std::string word_of(const Address& address) { return address.file + "#" + address.pointer; }

std::optional<Address> address_from(std::string_view word, const std::string& report) {
  const std::size_t hash = word.find('#');
  Address address{hash == word.npos ? report : std::string(word.substr(0, hash)),
                  std::string(hash == word.npos ? word : word.substr(hash + 1))};
  if (address.file.empty() || address.pointer.size() < 2 || address.pointer.front() != '/') return std::nullopt;
  return address;
}

}  // namespace hub::desk
