// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/PdfFinish.h"

#include <QRegularExpression>

#include <algorithm>

namespace wherewithal::app {

namespace {

struct PdfObject
{
    int number = 0;
    QByteArray bytes; ///< "7 0 obj ... endobj\n"
};

struct PdfFile
{
    QByteArray head; ///< up to the first object
    std::vector<PdfObject> objects;
    int info = 0;
    int root = 0;

    [[nodiscard]] bool holds(int number) const
    {
        return std::ranges::find(objects, number, &PdfObject::number) != objects.end();
    }
    /// The number is one of the file's.
    [[nodiscard]] PdfObject& at(int number)
    {
        const auto found = std::ranges::find(objects, number, &PdfObject::number);
        return objects.at(static_cast<std::size_t>(std::distance(objects.begin(), found)));
    }
};

model::Result<PdfFile> broken(const char* what)
{
    return model::failure(
        model::ErrorCode::Internal, "pdf", std::string("the PDF writer gave an unexpected file: ") + what);
}

int referenceAfter(const QByteArray& text, const QByteArray& key)
{
    const auto at = text.indexOf(key);
    return at < 0 ? 0 : text.mid(at + key.size()).trimmed().split(' ').value(0).toInt();
}

model::Result<PdfFile> readObjects(const QByteArray& pdf)
{
    const auto startMark = pdf.lastIndexOf("startxref");
    const auto start =
        startMark < 0 ? 0 : pdf.mid(startMark + 9).trimmed().split('\n').value(0).trimmed().toLongLong();
    if (start <= 0 || start >= pdf.size() || !pdf.mid(start, 4).startsWith("xref")) {
        return broken("no cross-reference table");
    }
    const QList<QByteArray> lines = pdf.mid(start, startMark - start).split('\n');
    const int count = lines.value(1).trimmed().split(' ').value(1).toInt();
    std::vector<std::pair<qsizetype, int>> offsets; // where, which
    for (int number = 1; number < count; ++number) {
        const QByteArray line = lines.value(2 + number);
        const auto offset = line.left(10).toLongLong();
        if (line.contains(" n") && offset > 0) {
            offsets.emplace_back(offset, number);
        }
    }
    if (offsets.empty() || static_cast<int>(offsets.size()) != count - 1) {
        return broken("missing objects");
    }
    std::ranges::sort(offsets);
    PdfFile file{.head = pdf.left(offsets.front().first)};
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        const qsizetype end = i + 1 < offsets.size() ? offsets[i + 1].first : start;
        file.objects.push_back({offsets[i].second, pdf.mid(offsets[i].first, end - offsets[i].first)});
    }
    const QByteArray trailer = pdf.mid(start);
    file.info = referenceAfter(trailer, "/Info ");
    file.root = referenceAfter(trailer, "/Root ");
    if (!file.holds(file.info) || !file.holds(file.root)) {
        return broken("no catalogue");
    }
    return file;
}

/// Object numbers of the pages, in order.
std::vector<int> pageNumbers(PdfFile& file)
{
    std::vector<int> pages;
    const int number = referenceAfter(file.at(file.root).bytes, "/Pages ");
    if (!file.holds(number)) {
        return pages;
    }
    const QByteArray tree = file.at(number).bytes;
    const auto from = tree.indexOf('[');
    const auto to = tree.indexOf(']', from);
    const QList<QByteArray> words = tree.mid(from + 1, to - from - 1).simplified().split(' ');
    for (qsizetype i = 0; i + 2 < words.size(); i += 3) {
        pages.push_back(words[i].toInt());
    }
    return pages;
}

class Finisher
{
public:
    Finisher(PdfFile file, const PdfExtras& extras)
        : m_file(std::move(file))
        , m_extras(extras)
        , m_pages(pageNumbers(m_file))
    {}

    QByteArray finish()
    {
        setDate();
        linkAnchors();
        addCatalogueEntries();
        return write();
    }

private:
    [[nodiscard]] QByteArray destination(const PdfPlace& place) const
    {
        const auto index =
            static_cast<std::size_t>(std::clamp(place.page, 0, static_cast<int>(m_pages.size()) - 1));
        return "[" + QByteArray::number(m_pages.at(index)) + " 0 R /XYZ 0 "
               + QByteArray::number(m_extras.pageHeight - place.top, 'f', 1) + " 0]";
    }

    void setDate()
    {
        PdfObject& info = m_file.at(m_file.info);
        const QByteArray day =
            QByteArray::fromStdString(model::text(m_extras.date)).remove(4, 1).remove(6, 1);
        QString text = QString::fromLatin1(info.bytes);
        static const QRegularExpression kDate(QStringLiteral("/CreationDate \\([^)]*\\)"));
        text.replace(kDate,
                     QString(QStringLiteral("/CreationDate (D:") + QString::fromLatin1(day)
                             + QStringLiteral("000000Z)")));
        info.bytes = text.toLatin1();
    }

    /// "/S /URI /URI (#name)" becomes a jump; a name that leads nowhere loses its action.
    void linkAnchors()
    {
        if (m_pages.empty()) {
            return;
        }
        for (PdfObject& object : m_file.objects) {
            if (object.bytes.contains("stream")) {
                continue;
            }
            const auto at = object.bytes.indexOf("/URI (#");
            const auto type = object.bytes.lastIndexOf("/S /URI", at);
            if (at < 0 || type < 0) {
                continue;
            }
            const auto end = object.bytes.indexOf(')', at);
            const QString anchor = QString::fromLatin1(object.bytes.mid(at + 7, end - at - 7));
            const PdfPlace place = m_extras.anchors.value(anchor);
            object.bytes.replace(type, end + 1 - type, QByteArray("/S /GoTo\n/D " + destination(place)));
        }
    }

    static QByteArray pdfText(const QString& text)
    {
        QByteArray bytes = "<FEFF";
        for (const QChar c : text) {
            bytes += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
        }
        return bytes + ">";
    }

    [[nodiscard]] int nextNumber() const
    {
        return std::ranges::max_element(m_file.objects, {}, &PdfObject::number)->number + 1;
    }

    /// Bookmarks in two levels. Returns the number of the outline object, 0 without bookmarks.
    int addBookmarks()
    {
        const auto& marks = m_extras.bookmarks;
        if (marks.empty() || m_pages.empty()) {
            return 0;
        }
        const int outline = nextNumber();
        const auto number = [outline](std::size_t index) -> int {
            return outline + 1 + static_cast<int>(index);
        };
        const auto reference = [](int n) -> QByteArray {
            return QByteArray::number(n) + " 0 R";
        };
        std::vector<std::size_t> top;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (marks[i].level == 1 || top.empty()) {
                top.push_back(i);
            }
        }
        m_file.objects.push_back({outline,
                                  QByteArray::number(outline) + " 0 obj\n<<\n/Type /Outlines\n/First "
                                      + reference(number(top.front())) + "\n/Last "
                                      + reference(number(top.back())) + "\n/Count "
                                      + QByteArray::number(top.size()) + "\n>>\nendobj\n"});
        for (std::size_t t = 0; t < top.size(); ++t) {
            const std::size_t self = top[t];
            const std::size_t after = t + 1 < top.size() ? top[t + 1] : marks.size();
            QByteArray entry = item(marks[self], number(self), outline);
            if (t > 0) {
                entry += "/Prev " + reference(number(top[t - 1])) + "\n";
            }
            if (t + 1 < top.size()) {
                entry += "/Next " + reference(number(after)) + "\n";
            }
            if (after - self > 1) {
                entry += "/First " + reference(number(self + 1)) + "\n/Last " + reference(number(after - 1))
                         + "\n/Count -" + QByteArray::number(after - self - 1) + "\n";
            }
            m_file.objects.push_back({number(self), entry + ">>\nendobj\n"});
            for (std::size_t child = self + 1; child < after; ++child) {
                QByteArray part = item(marks[child], number(child), number(self));
                part += child > self + 1 ? "/Prev " + reference(number(child - 1)) + "\n" : QByteArray();
                part += child + 1 < after ? "/Next " + reference(number(child + 1)) + "\n" : QByteArray();
                m_file.objects.push_back({number(child), part + ">>\nendobj\n"});
            }
        }
        return outline;
    }

    [[nodiscard]] QByteArray item(const PdfBookmark& mark, int number, int parent) const
    {
        return QByteArray::number(number) + " 0 obj\n<<\n/Title " + pdfText(mark.title) + "\n/Parent "
               + QByteArray::number(parent) + " 0 R\n/Dest " + destination(mark.place) + "\n";
    }

    void addCatalogueEntries()
    {
        const int outline = addBookmarks();
        QByteArray entries =
            "/Lang (" + m_extras.language.toLatin1() + ")\n/ViewerPreferences << /DisplayDocTitle true >>\n";
        if (outline > 0) {
            entries += "/Outlines " + QByteArray::number(outline) + " 0 R\n/PageMode /UseOutlines\n";
        }
        PdfObject& root = m_file.at(m_file.root);
        root.bytes.insert(root.bytes.lastIndexOf(">>"), entries);
    }

    QByteArray write()
    {
        const int count = nextNumber();
        std::vector<qsizetype> offsets(static_cast<std::size_t>(count), 0);
        QByteArray out = m_file.head;
        for (const PdfObject& object : m_file.objects) {
            offsets[static_cast<std::size_t>(object.number)] = out.size();
            out += object.bytes;
        }
        const qsizetype start = out.size();
        out += "xref\n0 " + QByteArray::number(count) + "\n0000000000 65535 f \n";
        for (std::size_t i = 1; i < offsets.size(); ++i) {
            out += QByteArray::number(offsets[i]).rightJustified(10, '0') + " 00000 n \n";
        }
        return out + "trailer\n<<\n/Size " + QByteArray::number(count) + "\n/Info "
               + QByteArray::number(m_file.info) + " 0 R\n/Root " + QByteArray::number(m_file.root)
               + " 0 R\n>>\nstartxref\n" + QByteArray::number(start) + "\n%%EOF\n";
    }

    PdfFile m_file;
    const PdfExtras& m_extras;
    std::vector<int> m_pages;
};

} // namespace

model::Result<QByteArray> finishPdf(const QByteArray& pdf, const PdfExtras& extras)
{
    return readObjects(pdf).map(
        [&extras](PdfFile file) { return Finisher(std::move(file), extras).finish(); });
}

} // namespace wherewithal::app
