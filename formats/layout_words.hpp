// The words of a layout file that stand for values: pictures, kinds, presences and the like. Each reader throws
// SchemaError at the word's place, with the nearest word as a hint.
#pragma once

#include <string>

#include "formats/layout.hpp"
#include "formats/toml_reader.hpp"

namespace daicho {

/// `9(n)`, `X(n)`, `N(n)` with n from 1 to 4000.
Picture read_picture(const TomlTable& table, const std::string& text);

/// A kind that the picture can hold: dates have the length of their form, flags are 9(1), kana and kanji are N.
Kind read_kind(const TomlTable& table, const std::string& word, Picture picture);

Presence read_presence(const TomlTable& table, const std::string& word);

Privacy read_privacy(const TomlTable& table, const std::string& word);

/// A check digit kind whose numbers have the picture's length.
CheckDigit read_check_digit(const TomlTable& table, const std::string& word, Picture picture);

/// The key `pattern`: an ECMAScript expression that compiles, or empty where there is none.
std::string read_pattern(const TomlTable& table, Picture picture);

std::string_view presence_name(Presence presence);
std::string_view privacy_name(Privacy privacy);

}  // namespace daicho
