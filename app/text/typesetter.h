// The text room's front door: sets texts and remembers what it set, by (text, language, style, width).
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "text/lines/block.h"

namespace hub::text {

class Typesetter {
 public:
  Typesetter(const Analyser& analyser, const Faces& faces);
  ~Typesetter();

  // The block stays where it is until it is forgotten. width_px <= 0: one line, as long as it gets.
  const Block& set(std::string_view utf8, std::string_view language, const Style& style, int width_px);

  // Drops the blocks and keeps what is dear, the analyses: with another size of the screen, with another visitor.
  void forget_blocks();

  // Gives the dictionary's memory back until a text comes that it has not analysed.
  void rest();

  // How many texts it has analysed.
  std::size_t texts() const;

  // How often it has shaped and set since it was made: a frame that repeats adds nothing.
  std::size_t shapings() const;
  std::size_t settings() const;

  const Faces& faces() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hub::text
