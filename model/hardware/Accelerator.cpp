// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/hardware/Accelerator.h"

#include <array>
#include <utility>

namespace wherewithal::model {

std::string_view name(Precision precision)
{
    switch (precision) {
    case Precision::Fp32:
        return "fp32";
    case Precision::Tf32:
        return "tf32";
    case Precision::Bf16:
        return "bf16";
    case Precision::Fp8:
        return "fp8";
    case Precision::Int8:
        return "int8";
    case Precision::Fp4:
        return "fp4";
    case Precision::Int4:
        break;
    }
    return "int4";
}

std::optional<Precision> parsePrecision(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, Precision>, 20> kNames{{
        {"fp32", Precision::Fp32},     {"float32", Precision::Fp32},  {"float", Precision::Fp32},   {"tf32", Precision::Tf32},
        {"bf16", Precision::Bf16},     {"bfloat16", Precision::Bf16}, {"fp16", Precision::Bf16},    {"float16", Precision::Bf16},
        {"half", Precision::Bf16},     {"fp8", Precision::Fp8},       {"fp8_e4m3", Precision::Fp8}, {"float8_e4m3fn", Precision::Fp8},
        {"int8", Precision::Int8},     {"w8a8", Precision::Int8},     {"fp4", Precision::Fp4},      {"mxfp4", Precision::Fp4},
        {"nvfp4", Precision::Fp4},     {"int4", Precision::Int4},     {"awq", Precision::Int4},     {"gptq", Precision::Int4},
    }};
    for (const auto& [known, precision] : kNames) {
        if (known == text) {
            return precision;
        }
    }
    return std::nullopt;
}

double bytesPerNumber(Precision precision)
{
    switch (precision) {
    case Precision::Fp32:
    case Precision::Tf32:
        return 4.0;
    case Precision::Bf16:
        return 2.0;
    case Precision::Fp8:
    case Precision::Int8:
        return 1.0;
    case Precision::Fp4:
    case Precision::Int4:
        break;
    }
    return 0.5;
}

std::optional<double> Accelerator::peakFlopsPerSecond(Precision precision) const
{
    switch (precision) {
    case Precision::Fp32:
        return fp32FlopsPerSecond;
    case Precision::Tf32:
        return tf32FlopsPerSecond;
    case Precision::Fp8:
        return fp8FlopsPerSecond;
    case Precision::Int8:
        return int8OpsPerSecond;
    case Precision::Fp4:
        return fp4FlopsPerSecond;
    case Precision::Bf16:
    case Precision::Int4:
        break;
    }
    return bf16FlopsPerSecond;
}

} // namespace wherewithal::model
