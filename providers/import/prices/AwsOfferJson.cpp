// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/import/prices/AwsOffer.h"
#include "providers/import/prices/JsonCutter.h"
#include "providers/import/prices/OrderedPipeline.h"
#include "providers/import/prices/Readers.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <fmt/format.h>
#include <unordered_map>

namespace wherewithal::providers {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t kBatchBytes = 1U << 20U;
constexpr std::array kProductFields = {AwsField::ProductFamily,
                                       AwsField::ServiceCode,
                                       AwsField::Location,
                                       AwsField::InstanceType,
                                       AwsField::InstanceFamily,
                                       AwsField::Vcpu,
                                       AwsField::Memory,
                                       AwsField::PhysicalProcessor,
                                       AwsField::ProcessorArchitecture,
                                       AwsField::Storage,
                                       AwsField::NetworkPerformance,
                                       AwsField::Gpu,
                                       AwsField::GpuMemory,
                                       AwsField::Tenancy,
                                       AwsField::OperatingSystem,
                                       AwsField::LicenseModel,
                                       AwsField::PreInstalledSw,
                                       AwsField::UsageType,
                                       AwsField::Operation,
                                       AwsField::AvailabilityZone,
                                       AwsField::CapacityStatus,
                                       AwsField::MarketOption,
                                       AwsField::RegionCode,
                                       AwsField::FromLocation,
                                       AwsField::FromRegionCode,
                                       AwsField::DatabaseEngine,
                                       AwsField::Group};

/// One term of one product: a record without the product's fields, and its components.
struct Term
{
    AwsRecord record;
    std::uint32_t firstComponent = 0;
    std::uint32_t componentCount = 0;
    std::uint64_t line = 0;
};

enum class ElementKind : std::uint8_t
{
    Product,   ///< {sku, productFamily, attributes}
    Terms,     ///< {SKU.TERM: {...}}
    PriceItem, ///< {product, terms}: one answer of the query API
};

struct Piece
{
    std::size_t begin = 0;
    std::size_t size = 0;
    ElementKind kind = ElementKind::Product;
    std::string termType; ///< OnDemand, Reserved
    std::uint64_t line = 0;
};

/// The fields of attribute names as written: a file has a few dozen of them, a million times over.
class FieldNames
{
public:
    [[nodiscard]] std::optional<AwsField> of(std::string_view name)
    {
        Entry& entry = m_entries[slotOf(name)];
        if (entry.name != name || !entry.isKnown) {
            entry = {.name = std::string(name), .field = awsField(name), .isKnown = true};
        }
        return entry.field;
    }

private:
    struct Entry
    {
        std::string name;
        std::optional<AwsField> field;
        bool isKnown = false;
    };
    static constexpr std::size_t kSlots = 512;

    [[nodiscard]] static std::size_t slotOf(std::string_view name)
    {
        const auto byte = [&](std::size_t at) {
            return std::size_t{static_cast<unsigned char>(name[at])};
        };
        return name.empty()
                   ? 0
                   : (byte(0) * 31 + byte(name.size() / 2) * 7 + byte(name.size() - 1) * 3 + name.size() * 61)
                         % kSlots;
    }

    std::array<Entry, kSlots> m_entries;
};

/// Some elements on their way through the pipeline.
struct Job
{
    std::vector<char> buffer;
    std::size_t size = 0;
    std::vector<Piece> pieces;

    // Filled by the worker; texts point into the buffer or the element's own store.
    std::unique_ptr<JsonElement> element = std::make_unique<JsonElement>();
    std::unique_ptr<FieldNames> fields = std::make_unique<FieldNames>();
    std::vector<std::pair<AwsRecord, std::uint64_t>> products;
    std::vector<Term> terms;
    std::vector<PriceComponent> components;
    std::vector<RowIssue> issues;
    std::uint64_t rows = 0;
};

/// Turns the elements of a job into products and terms.
class ElementWorker
{
public:
    explicit ElementWorker(Job& job)
        : m_job(job)
        , m_element(*job.element)
    {}

    void run()
    {
        m_job.products.clear();
        m_job.terms.clear();
        m_job.components.clear();
        m_job.issues.clear();
        m_job.rows = 0;
        m_element.clear();
        for (const Piece& piece : m_job.pieces) {
            m_line = piece.line;
            const std::string_view text(m_job.buffer.data() + piece.begin, piece.size);
            if (auto parsed = m_element.parse(text); !parsed) {
                ++m_job.rows;
                reject({},
                       text,
                       parsed.error().code,
                       "the element " + parsed.error().message,
                       "is the file damaged?");
                continue;
            }
            switch (piece.kind) {
            case ElementKind::Product:
                readProduct(m_element.root());
                break;
            case ElementKind::Terms:
                readTerms(m_element.root(), piece.termType);
                break;
            case ElementKind::PriceItem:
                readItem();
                break;
            }
        }
    }

private:
    void reject(
        std::string column, std::string_view raw, ErrorCode code, std::string message, std::string hint = {})
    {
        m_job.issues.push_back({.severity = Severity::Error,
                                .code = code,
                                .line = m_line,
                                .column = std::move(column),
                                .raw = shortened(raw),
                                .message = std::move(message),
                                .hint = std::move(hint)});
    }

    /// `service` serves where the product names none: items of the query API say it beside the product.
    void readProduct(const JsonNode& product, std::string_view service = {})
    {
        AwsRecord record;
        const auto take = [&](const JsonNode& member) {
            if (member.kind != JsonKind::String) {
                return;
            }
            if (const auto field = m_job.fields->of(member.key)) {
                record[*field] = member.text;
            }
        };
        m_element.forEach(product, take);
        if (const JsonNode* attributes = m_element.find(product, "attributes")) {
            m_element.forEach(*attributes, take);
        }
        if (record[AwsField::Sku].empty()) {
            reject("sku", {}, ErrorCode::MissingField, "a product without sku");
            return;
        }
        if (record[AwsField::ServiceCode].empty()) {
            record[AwsField::ServiceCode] = service;
        }
        m_job.products.emplace_back(record, m_line);
    }

    void readItem()
    {
        const JsonNode& root = m_element.root();
        const JsonNode* product = m_element.find(root, "product");
        const JsonNode* terms = m_element.find(root, "terms");
        if (product == nullptr || terms == nullptr) {
            reject({},
                   {},
                   ErrorCode::MissingField,
                   "an item without product and terms",
                   "the answers of the query API have both");
            return;
        }
        readProduct(*product, m_element.text(m_element.root(), "serviceCode"));
        m_element.forEach(*terms, [&](const JsonNode& type) { readTerms(type, type.key); });
    }

    void readTerms(const JsonNode& terms, std::string_view type)
    {
        m_element.forEach(terms, [&](const JsonNode& term) { readTerm(term, type); });
    }

    void readTerm(const JsonNode& term, std::string_view type)
    {
        Term out;
        out.line = m_line;
        AwsRecord& record = out.record;
        record[AwsField::TermType] = type == "Reserved" ? "Reserved" : "OnDemand";
        record[AwsField::Sku] = m_element.text(term, "sku");
        record[AwsField::OfferTermCode] = m_element.text(term, "offerTermCode");
        record[AwsField::EffectiveDate] = m_element.text(term, "effectiveDate");
        if (const JsonNode* attributes = m_element.find(term, "termAttributes")) {
            record[AwsField::LeaseContractLength] = m_element.text(*attributes, "LeaseContractLength");
            record[AwsField::PurchaseOption] = m_element.text(*attributes, "PurchaseOption");
            record[AwsField::OfferingClass] = m_element.text(*attributes, "OfferingClass");
        }
        const JsonNode* dimensions = m_element.find(term, "priceDimensions");
        if (record[AwsField::Sku].empty() || dimensions == nullptr) {
            ++m_job.rows;
            reject("priceDimensions",
                   term.key,
                   ErrorCode::MissingField,
                   "a term without sku or price dimensions");
            return;
        }
        for (const std::string_view currency : currenciesOf(*dimensions)) {
            out.firstComponent = static_cast<std::uint32_t>(m_job.components.size());
            record[AwsField::Currency] = currency;
            record[AwsField::PriceDescription] = {};
            m_element.forEach(*dimensions,
                              [&](const JsonNode& dimension) { readDimension(dimension, record); });
            out.componentCount = static_cast<std::uint32_t>(m_job.components.size()) - out.firstComponent;
            std::ranges::sort(std::span(m_job.components).subspan(out.firstComponent),
                              [](const PriceComponent& a, const PriceComponent& b) {
                                  if (a.kind != b.kind) {
                                      return a.kind < b.kind;
                                  }
                                  if (a.from == b.from) {
                                      return a.rateCode < b.rateCode;
                                  }
                                  return a.from.toDouble() < b.from.toDouble();
                              });
            if (out.componentCount > 0) {
                m_job.terms.push_back(out);
            }
        }
    }

    /// The currencies of a term's dimensions, each once, in order of appearance.
    [[nodiscard]] std::vector<std::string_view> currenciesOf(const JsonNode& dimensions) const
    {
        std::vector<std::string_view> currencies;
        m_element.forEach(dimensions, [&](const JsonNode& dimension) {
            if (const JsonNode* price = m_element.find(dimension, "pricePerUnit")) {
                m_element.forEach(*price, [&](const JsonNode& amount) {
                    if (std::ranges::find(currencies, amount.key) == currencies.end()) {
                        currencies.push_back(amount.key);
                    }
                });
            }
        });
        if (currencies.empty()) {
            currencies.emplace_back(); // so that each dimension is looked at, and found to lack a price
        }
        return currencies;
    }

    void readDimension(const JsonNode& dimension, AwsRecord& record)
    {
        ++m_job.rows;
        record[AwsField::RateCode] = m_element.text(dimension, "rateCode");
        record[AwsField::StartingRange] = m_element.text(dimension, "beginRange");
        record[AwsField::EndingRange] = m_element.text(dimension, "endRange");
        record[AwsField::Unit] = m_element.text(dimension, "unit");
        const std::string_view description = m_element.text(dimension, "description");
        if (record[AwsField::PriceDescription].empty()) {
            record[AwsField::PriceDescription] = description;
        }
        const JsonNode* price = m_element.find(dimension, "pricePerUnit");
        const JsonNode* amount =
            price == nullptr ? nullptr : m_element.find(*price, record[AwsField::Currency]);
        if (amount == nullptr) {
            reject("pricePerUnit",
                   description,
                   ErrorCode::MissingField,
                   fmt::format("the price dimension {} has no price", dimension.key));
            return;
        }
        record[AwsField::PricePerUnit] = amount->text;
        auto component = awsComponent(record);
        if (!component) {
            reject(component.error().where,
                   amount->text,
                   component.error().code,
                   component.error().message,
                   component.error().hint);
            return;
        }
        m_job.components.push_back(*component);
    }

    Job& m_job;
    JsonElement& m_element;
    std::uint64_t m_line = 0;
};

/// Equal texts once: half a million products share a few thousand attribute values.
class TextPool
{
public:
    TextPool() { static_cast<void>(idOf({})); } // id 0 is the empty text

    [[nodiscard]] std::uint32_t idOf(std::string_view text)
    {
        if (const auto found = m_ids.find(text); found != m_ids.end()) {
            return found->second;
        }
        const auto id = static_cast<std::uint32_t>(m_texts.size());
        m_texts.emplace_back(text);
        m_ids.emplace(m_texts.back(), id);
        return id;
    }
    [[nodiscard]] std::string_view text(std::uint32_t id) const { return m_texts[id]; }

private:
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, std::uint32_t> m_ids;
};

/// The products of a file, for the terms that follow them.
class ProductTable
{
public:
    void add(const AwsRecord& record)
    {
        const auto index = static_cast<std::uint32_t>(m_products.size());
        auto& ids = m_products.emplace_back();
        for (std::size_t i = 0; i < kProductFields.size(); ++i) {
            const std::string_view text = record[kProductFields[i]];
            if (m_pool.text(m_last[i]) != text) { // most fields are those of the product before
                m_last[i] = m_pool.idOf(text);
            }
            ids[i] = m_last[i];
        }
        m_skus.emplace_back(record[AwsField::Sku]);
        m_bySku.insert_or_assign(m_skus.back(), index);
    }

    /// Sets the product's fields; false if the SKU is unknown.
    [[nodiscard]] bool complete(AwsRecord& record) const
    {
        const auto found = m_bySku.find(record[AwsField::Sku]);
        if (found == m_bySku.end()) {
            return false;
        }
        const auto& ids = m_products[found->second];
        for (std::size_t i = 0; i < kProductFields.size(); ++i) {
            record[kProductFields[i]] = m_pool.text(ids[i]);
        }
        return true;
    }

    void clear() { *this = ProductTable{}; }

private:
    TextPool m_pool;
    std::array<std::uint32_t, kProductFields.size()> m_last{}; ///< of the product before
    std::deque<std::array<std::uint32_t, kProductFields.size()>> m_products;
    std::deque<std::string> m_skus;
    std::unordered_map<std::string_view, std::uint32_t> m_bySku;
};

/// Cuts the file into elements, has them read, and joins terms to products.
class OfferJsonReader
{
public:
    enum class Shape
    {
        OfferFile, ///< {products, terms}
        PriceList, ///< items of the query API
    };

    OfferJsonReader(const ByteSource& source, Encoding encoding, ImportRun& run, Shape shape)
        : m_source(source)
        , m_encoding(encoding)
        , m_run(run)
        , m_shape(shape)
    {
        m_run.sheet().provider = "aws";
    }

    Result<void> read()
    {
        if (auto passed = pass(); !passed) {
            return passed;
        }
        if (m_hasEarlyTerms) { // terms stood before products: once more, now that the products are known
            m_isSecondPass = true;
            if (auto passed = pass(); !passed) {
                return passed;
            }
        }
        return m_run.begin();
    }

private:
    Result<void> pass()
    {
        auto text = m_run.openText(m_source, m_encoding);
        if (!text) {
            return failure(text.error());
        }
        std::vector<JsonPath> rules = m_shape == Shape::OfferFile
                                          ? std::vector<JsonPath>{{"products", "*"}, {"terms", "*", "*"}}
                                          : priceListRules();
        m_cutter = std::make_unique<JsonCutter>(std::move(*text), std::move(rules));
        m_isOver = false;
        return runOrdered<Job>(
            m_run.options().workers,
            m_run.stopToken(),
            [this](Job& job) { return produce(job); },
            [](Job& job) { ElementWorker(job).run(); },
            [this](Job& job) { return consume(job); });
    }

    /// An array of items, {"PriceList": [...]}, or items one after the other: the first bytes tell.
    [[nodiscard]] std::vector<JsonPath> priceListRules() const
    {
        constexpr std::size_t kLookedAt = 4096;
        const auto head = headOf(m_source, kLookedAt);
        const std::string_view text = head ? stripped(*head) : std::string_view{};
        if (text.starts_with('[')) {
            return {{"*"}};
        }
        return text.find("\"PriceList\"") != std::string_view::npos
                   ? std::vector<JsonPath>{{"PriceList", "*"}}
                   : std::vector<JsonPath>{{}};
    }

    Result<bool> produce(Job& job)
    {
        job.pieces.clear();
        job.size = 0;
        while (!m_isOver && job.size < kBatchBytes) {
            auto event = m_cutter->next();
            if (!event) {
                event.error().where =
                    m_run.sheet().fileName + (event.error().where.empty() ? "" : ": " + event.error().where);
                return failure(event.error());
            }
            switch (event->kind) {
            case JsonCutter::Kind::Element:
                addPiece(job, *event);
                break;
            case JsonCutter::Kind::Scalar:
                takeScalar(*event);
                break;
            case JsonCutter::Kind::Oversize:
                m_run.reject(event->line,
                             {},
                             {},
                             ErrorCode::TooLarge,
                             "an element is larger than 4 MB",
                             "this is not what AWS publishes");
                break;
            case JsonCutter::Kind::Cut:
                m_run.reject(event->line,
                             {},
                             {},
                             ErrorCode::InvalidSyntax,
                             "the file ends in the middle of a value",
                             "download it again: what follows is missing");
                m_isOver = true;
                break;
            case JsonCutter::Kind::RootEnd:
                break;
            case JsonCutter::Kind::End:
                m_isOver = true;
                break;
            }
        }
        return !job.pieces.empty();
    }

    void addPiece(Job& job, const JsonCutter::Event& event)
    {
        Piece piece;
        piece.line = event.line;
        std::string unescaped;
        std::string_view text = event.text;
        if (m_shape == Shape::PriceList) {
            piece.kind = ElementKind::PriceItem;
            if (text.starts_with('"')) {
                auto plain = unescapedJson(text);
                if (!plain) {
                    m_run.reject(event.line,
                                 {},
                                 text,
                                 ErrorCode::InvalidSyntax,
                                 "the text of an item holds a wrong escape");
                    return;
                }
                unescaped = std::move(*plain);
                text = unescaped;
            }
        } else {
            piece.kind = event.rule == 0 ? ElementKind::Product : ElementKind::Terms;
            if (piece.kind == ElementKind::Product && m_isSecondPass) {
                return;
            }
            if (piece.kind == ElementKind::Terms) {
                piece.termType = m_cutter->path()[1];
                if (!m_hasProducts && !m_isSecondPass) {
                    m_hasEarlyTerms = true;
                }
                if (m_hasEarlyTerms && !m_isSecondPass) {
                    return;
                }
            } else {
                m_hasProducts = true;
            }
        }
        piece.begin = job.size;
        piece.size = text.size();
        job.size += text.size();
        if (job.buffer.size() < job.size + kJsonPadding) {
            job.buffer.resize(std::max(job.size + kJsonPadding, kBatchBytes + kBatchBytes / 4));
        }
        std::memcpy(job.buffer.data() + piece.begin, text.data(), text.size());
        job.pieces.push_back(std::move(piece));
    }

    void takeScalar(const JsonCutter::Event& event)
    {
        if (m_cutter->path().size() != 1) {
            return;
        }
        const auto text = unescapedJson(event.text);
        const std::string& key = m_cutter->path().front();
        PriceSheet& sheet = m_run.sheet();
        if (key == "offerCode") {
            sheet.title = text.value_or("");
        } else if (key == "version") {
            sheet.version = text.value_or("");
        } else if (key == "publicationDate") {
            sheet.published = text.value_or("");
        }
    }

    Result<void> consume(Job& job)
    {
        if (auto begun = m_run.begin(); !begun) {
            return begun;
        }
        if (auto counted = m_run.countRow(job.rows); !counted) {
            return counted;
        }
        for (RowIssue& issue : job.issues) {
            m_run.issue(std::move(issue));
        }
        if (m_shape == Shape::PriceList) {
            m_products.clear(); // an item brings its own product
        }
        for (const auto& [record, line] : job.products) {
            if (auto taken = takeProduct(record, line); !taken) {
                return taken;
            }
        }
        for (const Term& term : job.terms) {
            if (auto taken = takeTerm(term, job); !taken) {
                return taken;
            }
        }
        return {};
    }

    Result<void> takeProduct(const AwsRecord& record, std::uint64_t line)
    {
        const std::string_view family = record[AwsField::ProductFamily];
        const auto& families = m_run.options().families;
        if (!families.empty() && std::ranges::find(families, family) == families.end()) {
            m_run.skip("other-family", line, family);
            return {};
        }
        m_products.add(record);
        const std::string_view machine = record[AwsField::InstanceType];
        if (!machine.empty() && machine != "NA" && m_run.isNewMachine("aws", machine)) {
            return m_run.machine(awsMachine(record));
        }
        return {};
    }

    Result<void> takeTerm(const Term& term, Job& job)
    {
        AwsRecord record = term.record;
        if (!m_products.complete(record)) {
            m_run.skip(m_run.options().families.empty() ? "unknown-sku" : "other-family",
                       term.line,
                       record[AwsField::Sku],
                       term.componentCount);
            return {};
        }
        OfferRow offer = awsOffer(record, m_run.sheet().title);
        const auto& regions = m_run.options().regions;
        if (!regions.empty() && std::ranges::find(regions, offer.region) == regions.end()) {
            m_run.skip("other-region", term.line, offer.region, term.componentCount);
            return {};
        }
        offer.line = term.line;
        offer.components = std::span(job.components).subspan(term.firstComponent, term.componentCount);
        const AwsGap gap = awsGap(offer);
        if (gap == AwsGap::Upfront) {
            m_run.warn(term.line,
                       "PurchaseOption",
                       offer.paymentText,
                       fmt::format("{}.{} is paid upfront, and the file has no upfront amount for it",
                                   offer.sku,
                                   offer.rate),
                       "its hourly rate alone is too low and is not used");
        }
        if (gap == AwsGap::Tiers) {
            m_run.warn(
                term.line,
                "beginRange",
                {},
                fmt::format("the tiers of {}.{} do not reach from 0 to infinity", offer.sku, offer.rate));
        }
        judgeAwsOffer(offer);
        return m_run.offer(offer);
    }

    const ByteSource& m_source;
    Encoding m_encoding;
    ImportRun& m_run;
    Shape m_shape;
    std::unique_ptr<JsonCutter> m_cutter;
    ProductTable m_products;
    bool m_isOver = false;
    bool m_hasProducts = false;
    bool m_hasEarlyTerms = false;
    bool m_isSecondPass = false;
};

} // namespace

Result<void> readAwsOfferJson(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    return OfferJsonReader(source, encoding, run, OfferJsonReader::Shape::OfferFile).read();
}

Result<void> readAwsPriceList(const ByteSource& source, Encoding encoding, ImportRun& run)
{
    return OfferJsonReader(source, encoding, run, OfferJsonReader::Shape::PriceList).read();
}

} // namespace wherewithal::providers
