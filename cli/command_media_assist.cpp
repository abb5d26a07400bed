// daicho media assist: a dialogue for staff who write a medium once a month.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/media_assistant.hpp"
#include "cli/media_options.hpp"
#include "cli/report.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{"media assist", "write a medium step by step, asked in Japanese", "media assist --state DIR",
                        "daicho media assist --state /var/lib/daicho"};

class MediaAssist : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& /*operands*/) override {
    auto add = options.add_options();
    add("state", po::value(&state_)->value_name("DIR"), "the state folder whose runs are offered");
    add("now", po::value(&now_)->value_name("TIMESTAMP"), "when the medium is made, YYYYMMDDhhmmss (default: now)");
  }

  void accept(const std::vector<std::string>& /*operands*/, const po::variables_map& /*given*/) override {
    if (state_.empty()) throw UsageError("--state is missing");
    now_ = past_moment_of_option("now", now_);
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    Dialogue dialogue(std::cin, std::cout);
    try {
      return write(MediaAssistant(state_, now_, catalog, dialogue).ask(), catalog, dialogue);
    } catch (const DialogueEnded&) {
      dialogue.say("やめました。何も書いていません。");
      return ExitStatus::done;
    } catch (const RefusedError& refusal) {
      return tell_failure(refusal, ExitStatus::refused, global);
    } catch (const WorldError& error) {
      return tell_failure(error, ExitStatus::world, global);
    }
  }

 private:
  /// Staff read Japanese, whatever the locale.
  static ExitStatus tell_failure(const std::exception& error, ExitStatus status, const GlobalOptions& global) {
    std::cout << std::flush;
    std::cerr << message_line("error", reason_for_staff(error.what()), global) << "\n";
    return status;
  }

  static ExitStatus write(const MediumRequest& request, const Catalog& catalog, Dialogue& dialogue) {
    dialogue.say("書き込んでいます。終わるまで媒体を抜かないでください。");
    std::cout << std::flush;
    LedgerNotices notices;
    notices.say = [&](const std::string& sentence) { dialogue.line("　" + note_for_staff(sentence)); };
    const MediumResult result = write_medium(request, catalog, notices);
    dialogue.say(result.outcome == MediumOutcome::written ? "書き終わり、媒体から読み戻して確かめました。"
                                                          : "途中で止まっていた媒体を確かめ、仕上げました。");
    dialogue.line(fmt::format("管理番号は {} です。", result.facts.delivery.number));
    dialogue.line("次にすること：");
    for (const auto& folder : request.to) {
      dialogue.line(
          fmt::format("　・{} をブラウザーで開き、送付票を印刷する（A4 一枚）", (folder / kSlipPageName).string()));
    }
    dialogue.line("　・媒体を正しい手順で取り出し、送付票と一緒に施錠できるケースに入れる");
    dialogue.line(
        fmt::format("　・渡したら記録する：daicho media close --state {} --medium {} --event handed --by 氏名",
                    request.state.string(), result.facts.delivery.number));
    return ExitStatus::done;
  }

  std::string state_;
  std::string now_;
};

const CommandRegistration registration([] { return std::make_unique<MediaAssist>(); });

}  // namespace
}  // namespace daicho
