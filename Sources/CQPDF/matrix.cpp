#include "matrix.hpp"

#include <cmath>
#include <cstring>
#include <stdexcept>

namespace {

struct Reader {
    const uint8_t *at;
    const uint8_t *end;

    const uint8_t *take(size_t count) {
        if (size_t(end - at) < count) throw std::runtime_error("a matrix is cut short");
        const uint8_t *start = at;
        at += count;
        return start;
    }
    template <typename Value>
    Value value() {
        Value result;
        memcpy(&result, take(sizeof result), sizeof result);
        return result;
    }
};

void append(std::string &text, uint32_t value) {
    char digits[10];
    int count = 0;
    do digits[count++] = char('0' + value % 10);
    while (value /= 10);
    while (count) text += digits[--count];
}

// printf would follow the locale.
void append(std::string &text, double value, int decimals) {
    if (!std::isfinite(value) || std::fabs(value) > 1e6) throw std::runtime_error("a matrix lies beyond any page");
    double scale = 1;
    for (int i = 0; i < decimals; i++) scale *= 10;
    auto scaled = int64_t(std::llround(value * scale));
    if (scaled < 0) {
        text += '-';
        scaled = -scaled;
    }
    append(text, uint32_t(scaled / int64_t(scale)));
    int64_t part = scaled % int64_t(scale);
    if (part) {
        text += '.';
        for (auto digit = int64_t(scale) / 10; part; digit /= 10) {
            text += char('0' + part / digit);
            part %= digit;
        }
    }
    text += ' ';
}

}  // namespace

// One path of whole module coordinates: viewers that smooth edges leave no seams between rows.
std::vector<std::string> matrixCommands(const uint8_t *bytes, size_t count) {
    std::vector<std::string> result;
    Reader reader{bytes, bytes + count};
    while (reader.at < reader.end) {
        auto side = reader.value<uint32_t>();
        if (side > 4096) throw std::runtime_error("a matrix is too large");
        double color[3], map[6];
        for (double &component : color) component = reader.value<double>();
        for (double &number : map) number = reader.value<double>();
        const uint8_t *modules = reader.take((size_t(side) * side + 7) / 8);
        auto isDark = [&](size_t row, size_t column) {
            size_t bit = row * side + column;
            return modules[bit / 8] >> (bit % 8) & 1;
        };
        std::string text = "q ";
        text.reserve(side * side * 3 + 100);
        for (int i = 0; i < 6; i++) append(text, map[i], i < 4 ? 7 : 4);
        text += "cm ";
        if (color[0] == color[1] && color[1] == color[2]) {
            append(text, color[0], 4);
            text += "g\n";
        } else {
            for (double component : color) append(text, component, 4);
            text += "rg\n";
        }
        for (uint32_t row = 0; row < side; row++) {
            for (uint32_t column = 0; column < side; column++) {
                if (!isDark(row, column)) continue;
                uint32_t start = column;
                while (column < side && isDark(row, column)) column++;
                append(text, start);
                text += ' ';
                append(text, row);
                text += ' ';
                append(text, column - start);
                text += " 1 re\n";
            }
        }
        text += "f Q";
        result.push_back(std::move(text));
    }
    return result;
}
