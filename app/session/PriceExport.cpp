// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/PriceExport.h"

#include <QSaveFile>

#include <cerrno>
#include <fmt/format.h>

namespace wherewithal::app {

namespace {

constexpr std::size_t kWindow = 2000; // lines read at a time

std::string textCell(const std::string& text)
{
    std::string cell = text;
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos) {
        cell.insert(cell.begin(), '\''); // a spreadsheet program would take it for a formula
    }
    if (cell.find_first_of(",\"\n\r") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

std::string numberCell(const std::optional<double>& value)
{
    return value ? fmt::format("{}", *value) : std::string();
}

model::Error saveError(const QSaveFile& file, const std::string& path)
{
    const int number = errno;
    const model::ErrorCode code = number == ENOSPC   ? model::ErrorCode::DiskFull
                                  : number == EACCES ? model::ErrorCode::PermissionDenied
                                  : number == ENOENT ? model::ErrorCode::NotFound
                                                     : model::ErrorCode::InputOutput;
    return {.code = code,
            .where = path,
            .message = file.errorString().toStdString(),
            .hint = "choose another place"};
}

} // namespace

std::string priceCsvHeader()
{
    return "provider,service,machine,region,os,tenancy,purchase,term_months,payment,vcpus,memory_gib,"
           "accelerator,accelerator_count,accelerator_memory_gib,unit,currency,amount,upfront,effective_"
           "hourly,"
           "each_usd_per_hour,effective_from,sheet,sku\n";
}

std::string priceCsvLine(const PriceLine& line)
{
    const providers::PriceRow& row = line.price();
    const providers::ProductFacts& product = line.product();
    const auto hourly = providers::effectiveHourly(row);
    std::string text;
    bool isFirst = true;
    const auto put = [&](const std::string& cell) {
        text += isFirst ? cell : ',' + cell;
        isFirst = false;
    };
    put(textCell(row.provider));
    put(textCell(row.service));
    put(textCell(row.machine));
    put(textCell(row.region));
    put(textCell(row.os));
    put(textCell(row.tenancy));
    put(std::string(model::name(row.purchase)));
    put(fmt::format("{}", row.termMonths));
    put(std::string(model::name(row.payment)));
    put(numberCell(product.vcpus));
    put(numberCell(product.memoryGib));
    put(textCell(product.accelerator));
    put(product.acceleratorCount > 0 ? fmt::format("{}", product.acceleratorCount) : std::string());
    put(numberCell(product.acceleratorMemoryGib));
    put(textCell(row.unit));
    put(row.currency.code());
    put(row.amount.toText());
    put(row.upfront ? row.upfront->toText() : std::string());
    put(numberCell(hourly));
    put(numberCell(line.listed.eachUsd));
    put(row.effectiveFrom);
    put(textCell(row.sheet));
    put(textCell(row.sku));
    return text + '\n';
}

model::Result<std::size_t>
exportPrices(const PriceResult& result, const std::string& path, const std::stop_token& stop)
{
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly)) {
        return model::failure(saveError(file, path));
    }
    std::string text = priceCsvHeader();
    std::size_t written = 0;
    while (written < result.size()) {
        const auto lines = result.lines(written, kWindow);
        if (!lines) {
            return model::failure(lines.error());
        }
        if (stop.stop_requested() || lines->empty()) {
            return model::failure(model::ErrorCode::Cancelled, path, "cancelled; nothing was written");
        }
        for (const PriceLine& line : *lines) {
            text += priceCsvLine(line);
        }
        written += lines->size();
        if (file.write(text.data(), static_cast<qint64>(text.size())) != static_cast<qint64>(text.size())) {
            return model::failure(saveError(file, path));
        }
        text.clear();
    }
    file.write(text.data(), static_cast<qint64>(text.size())); // the header of an empty list
    if (!file.commit()) {
        return model::failure(saveError(file, path));
    }
    return written;
}

} // namespace wherewithal::app
