// Templates of messages: `{name}` is an argument, and a part in brackets is left out where an argument in it is
// missing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// What is wrong with a template (an unclosed or nested bracket, a brace without a name), or nothing.
std::optional<std::string> template_fault(std::string_view text);

/// The template with its arguments filled in. `value_of` answers an argument's value, or empty where it is missing:
/// then the bracketed part around it is left out, and outside of brackets `?` stands for it. The template must be
/// sound.
std::string fill_template(std::string_view text, const std::function<std::string(std::string_view name)>& value_of);

}  // namespace daicho
