// A run as its job sees it: the JobRun of the runtime, over draft, state and publisher.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "jobs/data_files.hpp"
#include "jobs/job.hpp"
#include "jobs/register_pass.hpp"
#include "jobs/rejects.hpp"
#include "jobs/run_request.hpp"
#include "jobs/state.hpp"

namespace daicho {

/// soufusaki compares with what cs-update keeps, where the settings say that this is another state folder.
inline constexpr std::string_view kForeignStateSetting = "soufusaki.honnin_state";
inline constexpr std::string_view kForeignStateReader = "soufusaki";
inline constexpr std::string_view kForeignStateOwner = "cs-update";

/// What a run is made of; all must outlive it.
struct RunParts {
  const RunRequest& request;
  const RunWorld& world;
  const CharacterTables& characters;
  const Layout& register_layout;
  const RunRow& row;
  PartialDate as_of;
  RegisterDraft& draft;
  std::filesystem::path draft_file;
  State& state;
  RejectList& rejects;
  DataFiles& files;
};

class CurrentRun : public JobRun {
 public:
  explicit CurrentRun(RunParts parts);
  ~CurrentRun() override;

  const Catalog& catalog() const override { return parts_.world.catalog; }
  const Settings& settings() const override { return parts_.world.settings; }
  const CharacterTables& characters() const override { return parts_.characters; }
  const Layout& register_layout() const override { return parts_.register_layout; }
  PartialDate as_of() const override { return parts_.as_of; }
  const std::string& clock() const override { return parts_.row.clock; }
  const std::string& control_no() const override { return control_no_; }
  bool initial() const override { return parts_.request.initial; }
  bool full() const override { return parts_.request.full; }

  void for_each_change(const std::function<void(const PersonChange&)>& visit) override;
  void for_each_person(const std::function<void(PersonKey, const RecordView&)>& visit) override;
  void for_each_kept(const std::function<void(PersonKey, const RecordView&)>& visit) override;

  std::uint64_t next_number(std::string_view series, std::string_view key) override;
  std::string stored(std::string_view store, PersonKey person) override;
  void put(std::string_view store, PersonKey person, std::string_view value) override;
  void forget(std::string_view store, PersonKey person) override;
  void for_each_stored(std::string_view store, const std::function<void(PersonKey, std::string_view)>& visit) override;

  DataFile& data_file(const DataFileRequest& request) override { return parts_.files.open(request); }
  void document(const RunDocument& about, const std::function<void(ByteSink&)>& write) override {
    parts_.files.document(about, write);
  }

  void reject(PersonKey person, const std::vector<Finding>& findings) override;
  void wait(PersonKey person, std::string_view reason) override;
  void warn(PersonKey person, const Finding& finding) override { parts_.rejects.add(person, finding); }

  std::optional<std::string> side_file(std::string_view option) const override;
  std::string stored_by(std::string_view job, std::string_view store, PersonKey person) override;

  const PendingState& pending() const { return pending_; }
  /// Those whom the job rejected or lets wait.
  const std::unordered_set<PersonKey>& held() const { return held_; }

 private:
  RunParts parts_;
  std::string control_no_;
  PendingState pending_;
  std::unordered_set<PersonKey> held_;
  std::unique_ptr<ForeignState> foreign_;
};

}  // namespace daicho
