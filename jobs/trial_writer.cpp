#include "jobs/trial_writer.hpp"

#include <string_view>
#include <utility>

#include "formats/byte_sink.hpp"
#include "formats/writer.hpp"

namespace daicho {
namespace {

/// Swallows what a trial writes.
class NoSink : public ByteSink {
 public:
  void write(std::string_view) override {}
  void commit() override {}
  const std::string& name() const override { return name_; }

 private:
  std::string name_ = "trial";
};

}  // namespace

struct TrialWriter::Parts {
  Parts(std::shared_ptr<const Layout> of, FormatSpec format, const TextOptions& text)
      : layout(std::move(of)), block(layout->items.size()) {
    format.envelope = Envelope::none;  // control records say nothing of one record
    writer = make_writer(*layout, format, sink, found, {{}, {}, text});
  }

  std::shared_ptr<const Layout> layout;
  RecordBlock block;
  FindingList found;
  NoSink sink;
  std::unique_ptr<RecordWriter> writer;
};

TrialWriter::TrialWriter(std::shared_ptr<const Layout> layout, const FormatSpec& format, const TextOptions& text)
    : parts_(std::make_unique<Parts>(std::move(layout), format, text)) {}

TrialWriter::~TrialWriter() = default;
TrialWriter::TrialWriter(TrialWriter&&) noexcept = default;

bool TrialWriter::fits(const std::vector<std::string>& values, std::vector<Finding>& faults) {
  parts_->block.clear();
  parts_->block.append(values);
  parts_->found.findings.clear();
  const bool good = parts_->writer->write(parts_->block[0]);
  for (Finding& finding : parts_->found.findings) faults.push_back(std::move(finding));
  return good;
}

}  // namespace daicho
