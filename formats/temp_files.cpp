#include "formats/temp_files.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>

namespace daicho {
namespace {

// A slot belongs to nobody (free), to the thread that fills or clears it (busy), or to the signal handler (named).
// The handler reads slots with async-signal-safe calls only, so there is neither a lock nor memory management.
enum SlotState : int { kFree, kBusy, kNamed };

struct Slot {
  std::atomic<int> state{kFree};
  char path[PATH_MAX] = {};
};
static_assert(std::atomic<int>::is_always_lock_free);

constexpr std::size_t kSlots = 64;
constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};
std::array<Slot, kSlots> slots;  // static storage: valid in a handler at any time

extern "C" void remove_named_files(int signal_number) {
  const int saved = errno;
  for (Slot& slot : slots) {
    if (slot.state.load(std::memory_order_acquire) == kNamed) ::unlink(slot.path);
  }
  errno = saved;
  // The action is the default again (SA_RESETHAND), so this ends the program with the status its parent expects.
  ::raise(signal_number);
}

void install_handlers() {
  for (const int number : kSignals) {
    struct sigaction current {};
    if (::sigaction(number, nullptr, &current) != 0 || current.sa_handler != SIG_DFL) continue;
    struct sigaction action {};
    action.sa_handler = remove_named_files;
    action.sa_flags = SA_RESETHAND;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }
}

}  // namespace

TempFileGuard::TempFileGuard(const std::string& path) : slot_(kSlots) {
  install_handlers();
  if (path.size() >= PATH_MAX) return;
  for (std::size_t i = 0; i < kSlots; ++i) {
    int expected = kFree;
    if (!slots[i].state.compare_exchange_strong(expected, kBusy, std::memory_order_acquire)) continue;
    std::memcpy(slots[i].path, path.c_str(), path.size() + 1);
    slots[i].state.store(kNamed, std::memory_order_release);
    slot_ = i;
    return;
  }
}

TempFileGuard::~TempFileGuard() {
  if (slot_ < kSlots) slots[slot_].state.store(kFree, std::memory_order_release);
}

}  // namespace daicho
