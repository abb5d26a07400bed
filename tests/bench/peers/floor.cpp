// The floor: a file read and copied once in memory, block by block. floor FILE
#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <vector>

int main(int argc, char** argv) {
  const int file = open(argc > 1 ? argv[1] : "", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 3;
  std::vector<char> block(std::size_t{1} << 18);
  std::vector<char> copy(block.size());
  ssize_t got = 0;
  while ((got = read(file, block.data(), block.size())) > 0) {
    std::memcpy(copy.data(), block.data(), static_cast<std::size_t>(got));
    if (write(STDOUT_FILENO, copy.data(), static_cast<std::size_t>(got)) != got) return 3;
  }
  return got < 0 ? 3 : 0;
}
