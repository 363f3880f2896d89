package org.huisheng.feedback.sheet;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.Malformed;

/** CSV as RFC 4180 has it and spreadsheets write it: separated by what separates the first row, ended as any system ends lines. */
final class CsvFile {

    private static final char QUOTE = '"';
    private static final String SEPARATORS = ",;\t";

    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;

    private CsvFile(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /** @throws Malformed if a quotation has no end, or goes on behind it */
    static List<Row> rows(String text) {
        var file = new CsvFile(text);
        while (file.at < text.length()) {
            file.cell();
        }
        if (!file.cells.isEmpty()) {
            file.endRow();
        }
        return file.rows;
    }

    /** The first of them that stands in the first row outside quotation marks. */
    private static char separator(String text) {
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (sign == QUOTE) {
                quoted = !quoted;
            } else if (!quoted && (sign == '\n' || sign == '\r')) {
                break;
            } else if (!quoted && SEPARATORS.indexOf(sign) >= 0) {
                return sign;
            }
        }
        return SEPARATORS.charAt(0);
    }

    private void cell() {
        cells.add(text.charAt(at) == QUOTE ? quotation() : plain());
        if (at == text.length()) {
            return;
        }
        var end = text.charAt(at++);
        if (end == separator) {
            if (at == text.length()) {
                cells.add("");
            }
            return;
        }
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        endRow();
    }

    private String plain() {
        var begin = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quotation() {
        var said = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == QUOTE && (at + 1 == text.length() || text.charAt(at + 1) != QUOTE)) {
                at++;
                if (at < text.length() && !isEnd(text.charAt(at))) {
                    throw new Malformed("bad-table");
                }
                return said.toString();
            }
            if (text.charAt(at) == QUOTE) {
                at++;
            }
            said.append(text.charAt(at));
        }
        throw new Malformed("bad-table");
    }

    private boolean isEnd(char sign) {
        return sign == separator || sign == '\n' || sign == '\r';
    }

    private void endRow() {
        rows.add(new Row(rows.size() + 1, cells));
        cells = new ArrayList<>();
    }
}
