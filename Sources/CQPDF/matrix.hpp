#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/* The painting commands of each matrix, in the order in which they are stored (CQPDF.h, cqpdf_content). Throws
 * std::runtime_error where the bytes are cut short. */
std::vector<std::string> matrixCommands(const uint8_t *bytes, size_t count);
