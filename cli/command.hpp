// What a command is. Each stands in its own file, cli/command_<name>.cpp, and announces itself there.
#pragma once

#include <boost/program_options.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"
#include "formats/byte_sink.hpp"
#include "formats/catalog.hpp"
#include "formats/finding_texts.hpp"

namespace daicho {

/// What a person reads of a command.
struct CommandText {
  std::string name;      ///< as typed: `convert`, `run cs-update`
  std::string summary;   ///< one line
  std::string synopsis;  ///< after `daicho `
  std::string example;   ///< one or more whole command lines, with a comment line above each where it helps
};

/// The options that every command takes.
struct GlobalOptions {
  Language language = Language::ja;  ///< --lang, else the locale
  bool log_json = false;
  std::string progress = "auto";
  unsigned threads = 0;  ///< 0: the cores there are
  std::filesystem::path schemas;
  bool show_values = false;
  Overwrite overwrite = Overwrite::no;
};

class Command {
 public:
  virtual ~Command() = default;

  virtual const CommandText& text() const = 0;

  /// Declares options (bound to members with po::value(&member)) and the names of operands, in order. The last operand
  /// may end with `...`, and one in brackets may be left out: `[FILE...]`. Operands arrive through `accept`.
  virtual void declare(boost::program_options::options_description& options, std::vector<std::string>& operands) = 0;

  /// Takes the operands, and checks what options mean together; throws UsageError. Touches no file.
  virtual void accept(const std::vector<std::string>& operands, const boost::program_options::variables_map& given) = 0;

  /// Acts. Data goes to standard output or files, messages to standard error.
  virtual ExitStatus run(const GlobalOptions& global) = 0;
};

/// Announces a command: `static const CommandRegistration registration([] { return std::make_unique<Convert>(); });`
class CommandRegistration {
 public:
  explicit CommandRegistration(std::function<std::unique_ptr<Command>()> make);
};

/// Fresh instances of every command, sorted by name.
std::vector<std::unique_ptr<Command>> all_commands();

/// Parses and runs a whole command line without the program's name; messages go to standard error. The one place that
/// turns exceptions into messages and exit statuses.
ExitStatus run_program(const std::vector<std::string>& arguments);

/// The parse phase alone: finds the command, parses its options, and answers it ready to run, or null where help or the
/// version was asked for (and printed to standard output). Throws UsageError.
std::unique_ptr<Command> parse_program(const std::vector<std::string>& arguments, GlobalOptions& global);

}  // namespace daicho
