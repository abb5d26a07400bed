// The program's frame: from a command line to a command, and from whatever happens to an exit status.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <system_error>

#include "cli/command.hpp"
#include "cli/refusal_words.hpp"
#include "cli/report.hpp"
#include "cli/shared_options.hpp"
#include "formats/error.hpp"
#include "formats/own_table.hpp"
#include "formats/toml_reader.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

using Maker = std::function<std::unique_ptr<Command>()>;

std::vector<Maker>& makers() {
  static std::vector<Maker> list;
  return list;
}

Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string_view(value).starts_with("ja") ? Language::ja : Language::en;
    }
  }
  return Language::en;
}

/// The language in which a command line is to be answered that has not been parsed, and may not be one: --lang,
/// wherever it stands, else the locale's.
Language language_asked(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    if (word == "--") break;
    const bool apart = word == "--lang" && i + 1 < arguments.size();
    const std::string_view language = apart                         ? std::string_view(arguments[i + 1])
                                      : word.starts_with("--lang=") ? word.substr(word.find('=') + 1)
                                                                    : std::string_view();
    if (language == "ja" || language == "en") return language == "ja" ? Language::ja : Language::en;
  }
  return language_of_locale();
}

std::string_view try_help(Language language) {
  return language == Language::ja ? "使い方は 'daicho help' または 'daicho コマンド --help' で表示します\n"
                                  : "Try 'daicho help' or 'daicho COMMAND --help'.\n";
}

constexpr unsigned kMostThreads = 1024;  // also what `--threads=-1` becomes is beyond it

struct GlobalTexts {
  std::string language;
  std::string log = "text";
  std::string schemas;
};

po::options_description global_description(GlobalOptions& global, GlobalTexts& texts) {
  po::options_description description("Options of every command");
  auto add = description.add_options();
  add("help", po::bool_switch(), "show this help");
  add("lang", po::value(&texts.language)->value_name("ja|en"), "language of findings (default: the locale)");
  add("schemas", po::value(&texts.schemas)->value_name("DIR"), "a folder of your own schemas, looked at first");
  add("overwrite", po::bool_switch(), "replace an output file that exists");
  add("show-values", po::bool_switch(), "show personal values in findings");
  add("threads", po::value(&global.threads)->value_name("N"), "threads to use (default: the cores there are)");
  add("progress", po::value(&global.progress)->value_name("auto|always|never")->default_value("auto"),
      "show progress (auto: on a terminal)");
  add("log", po::value(&texts.log)->value_name("text|json")->default_value("text"), "form of messages");
  return description;
}

void take_globals(const po::variables_map& given, const GlobalTexts& texts, GlobalOptions& global) {
  global.language = language_of_locale();
  if (texts.language == "ja" || texts.language == "en") {
    global.language = texts.language == "ja" ? Language::ja : Language::en;
  } else if (!texts.language.empty()) {
    throw UsageError(fmt::format("--lang takes ja or en, not '{}'", texts.language));
  }
  if (texts.log != "text" && texts.log != "json") {
    throw UsageError(fmt::format("--log takes text or json, not '{}'", texts.log));
  }
  if (global.progress != "auto" && global.progress != "always" && global.progress != "never") {
    throw UsageError(fmt::format("--progress takes auto, always or never, not '{}'", global.progress));
  }
  if (global.threads > kMostThreads) throw UsageError(fmt::format("--threads takes 0 to {}", kMostThreads));
  global.log_json = texts.log == "json";
  global.schemas = texts.schemas;
  global.show_values = given["show-values"].as<bool>();
  global.overwrite = given["overwrite"].as<bool>() ? Overwrite::yes : Overwrite::no;
}

/// Lists the commands whose name begins so.
void print_commands(std::string_view beginning) {
  std::cout << "Commands:\n";
  for (const auto& command : all_commands()) {
    if (!command->text().name.starts_with(beginning)) continue;
    std::cout << fmt::format("  {:<18} {}\n", command->text().name, command->text().summary);
  }
  std::cout << "\n`daicho help COMMAND` or `daicho COMMAND --help` tells more.";
}

void print_overview() {
  std::cout
      << "daicho reads, checks, converts and produces the batch files of the resident register (住民基本台帳).\n\n"
         "Usage: daicho COMMAND [OPTIONS] [FILES]\n\n";
  print_commands("");
  std::cout << " `daicho --version` prints the version.\n";
}

/// Whether the words ask for help about a group of commands, such as `run`; then it is printed.
bool print_group_help(const std::vector<std::string>& words) {
  if (words.size() != 2 || words[1] != "--help") return false;
  const std::string beginning = words[0] + ' ';
  const auto commands = all_commands();
  const auto in_group = [&](const auto& command) { return command->text().name.starts_with(beginning); };
  const auto itself = [&](const auto& command) { return command->text().name == words[0]; };  // `kit`, `kit verify`
  if (std::any_of(commands.begin(), commands.end(), itself)) return false;
  if (std::none_of(commands.begin(), commands.end(), in_group)) return false;
  std::cout << "Usage: daicho " << beginning << "COMMAND [OPTIONS] [FILES]\n\n";
  print_commands(beginning);
  std::cout << "\n";
  return true;
}

void print_help(const Command& command, const po::options_description& own, const po::options_description& shared) {
  const CommandText& text = command.text();
  std::cout << "daicho " << text.name << ": " << text.summary << "\n\nUsage: daicho " << text.synopsis << "\n";
  if (!own.options().empty()) std::cout << "\n" << own;
  std::cout << "\n" << shared << "\nExample:\n";
  std::istringstream lines(text.example);
  for (std::string line; std::getline(lines, line);) std::cout << "  " << line << "\n";
}

/// Options of every command whose value is the next word, so that `--lang ja convert` finds its command.
constexpr std::array<std::string_view, 5> kWithValue = {"--lang", "--schemas", "--threads", "--progress", "--log"};

/// The first word that is neither an option of every command nor the value of one.
std::vector<std::string>::iterator command_word(std::vector<std::string>& arguments) {
  auto first = arguments.begin();
  while (first != arguments.end() && first->starts_with("-") && *first != "-") {
    const bool value_follows = std::find(kWithValue.begin(), kWithValue.end(), *first) != kWithValue.end();
    first += value_follows && first + 1 != arguments.end() ? 2 : 1;
  }
  return first;
}

/// `help` behind options of every command, which help does not heed: what follows it is asked for help. Whether nothing
/// does, so that the overview is due.
bool take_help_word(std::vector<std::string>& words) {
  const auto word = command_word(words);
  if (word == words.end() || *word != "help") return false;
  words.erase(words.begin(), word + 1);
  words.emplace_back("--help");
  return words.size() == 1;
}

/// Finds the command whose name the first words spell, and takes these words off. Options before it stay.
std::unique_ptr<Command> take_command(std::vector<std::string>& arguments) {
  const auto first = command_word(arguments);
  if (first == arguments.end()) throw UsageError("no command given");
  const std::string one = *first;
  const std::string two = first + 1 != arguments.end() ? one + " " + *(first + 1) : one;
  std::vector<std::unique_ptr<Command>> commands = all_commands();
  for (const std::string& wanted : {two, one}) {  // `kit verify` before `kit`
    for (auto& command : commands) {
      if (command->text().name != wanted) continue;
      arguments.erase(first, first + (wanted == one ? 1 : 2));
      return std::move(command);
    }
  }
  std::vector<std::string> names;
  names.reserve(commands.size());
  for (const auto& command : commands) names.push_back(command->text().name);
  std::vector<std::string> below;
  for (const std::string& name : names) {
    if (name.starts_with(one + " ")) below.push_back(name);
  }
  if (!below.empty()) {
    throw UsageError(fmt::format("'{}' needs one of: {}", one, fmt::join(below, ", ")));
  }
  const auto near = nearest_word(one, names);
  throw UsageError(fmt::format("no command '{}'{}", one, near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

void check_operand_count(const Command& command, const std::vector<std::string>& names, std::size_t count) {
  const bool open_ended = !names.empty() && (names.back().ends_with("...") || names.back().ends_with("...]"));
  if (count < names.size() && !names[count].starts_with("["))
    throw UsageError(fmt::format("{} is missing", names[count]));
  if (count > names.size() && !open_ended) {
    throw UsageError(fmt::format("too many operands for '{}'", command.text().name));
  }
}

}  // namespace

po::options_description shared_options() {
  static GlobalOptions global;  // what the table's values would go to
  static GlobalTexts texts;
  return global_description(global, texts);
}

CommandRegistration::CommandRegistration(Maker make) { makers().push_back(std::move(make)); }

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  for (const Maker& make : makers()) commands.push_back(make());
  std::sort(commands.begin(), commands.end(),
            [](const auto& a, const auto& b) { return a->text().name < b->text().name; });
  return commands;
}

std::unique_ptr<Command> parse_program(const std::vector<std::string>& arguments, GlobalOptions& global) {
  std::vector<std::string> words = arguments;
  if (words.empty() || words == std::vector<std::string>{"--help"}) {
    print_overview();
    return nullptr;
  }
  if (words[0] == "--version") {
    std::cout << "daicho " DAICHO_VERSION "\n";
    return nullptr;
  }
  if (take_help_word(words)) {
    print_overview();
    return nullptr;
  }
  if (print_group_help(words)) return nullptr;
  std::unique_ptr<Command> command = take_command(words);
  GlobalTexts texts;
  const po::options_description shared = global_description(global, texts);
  po::options_description own("Options");
  std::vector<std::string> operand_names;
  command->declare(own, operand_names);
  po::options_description all;
  std::vector<std::string> operands;
  all.add(own).add(shared).add_options()("operand", po::value(&operands));
  po::positional_options_description positional;
  positional.add("operand", -1);
  po::variables_map given;
  try {
    namespace style = po::command_line_style;
    po::store(po::command_line_parser(words)
                  .options(all)
                  .positional(positional)
                  .style(style::unix_style & ~style::allow_guessing)
                  .run(),
              given);
    if (given["help"].as<bool>()) {
      print_help(*command, own, shared);
      return nullptr;
    }
    po::notify(given);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  take_globals(given, texts, global);
  check_operand_count(*command, operand_names, operands.size());
  command->accept(operands, given);
  return command;
}

ExitStatus run_program(const std::vector<std::string>& arguments) {
  GlobalOptions global;
  global.language = language_asked(arguments);  // also of what is wrong with the command line
  const auto complain = [&](const char* what) { std::cerr << message_line("error", what, global) << "\n"; };
  const auto told = [&](const std::exception& error) {  // programs that read JSON get one language
    return sentence_in(global.log_json ? Language::en : global.language, error.what());
  };
  try {
    std::unique_ptr<Command> command;
    try {
      command = parse_program(arguments, global);
    } catch (const UsageError& error) {
      complain(told(error).c_str());
      if (!global.log_json) std::cerr << try_help(global.language);
      return ExitStatus::usage;
    }
    const ExitStatus status = command ? command->run(global) : ExitStatus::done;
    std::cout.flush();
    if (!std::cout || std::fflush(stdout) != 0) throw_errno("write to", "standard output");
    return status;
  } catch (const OwnTableError& error) {
    complain(error.in(global.log_json ? Language::en : global.language).c_str());
    return ExitStatus::usage;
  } catch (const UsageError& error) {
    complain(told(error).c_str());
    return ExitStatus::usage;
  } catch (const WorldError& error) {
    complain(told(error).c_str());
    return ExitStatus::world;
  } catch (const std::system_error& error) {  // std::filesystem's
    complain(told(error).c_str());
    return ExitStatus::world;
  } catch (const RefusedError& error) {
    complain(told(error).c_str());
    return ExitStatus::refused;
  } catch (const std::bad_alloc&) {
    complain(sentence_in(global.log_json ? Language::en : global.language, "out of memory").c_str());
    return ExitStatus::world;
  } catch (const std::exception& error) {
    complain(fmt::format("a defect of the program: {}; please report it with the command line", error.what()).c_str());
    return ExitStatus::defect;
  }
}

}  // namespace daicho
