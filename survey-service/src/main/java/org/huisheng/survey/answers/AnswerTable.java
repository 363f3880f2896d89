package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.definition.CompiledVersions;
import org.huisheng.survey.table.CsvCell;
import org.jspecify.annotations.Nullable;

/** All responses of a campaign as a table, written while it is read. */
@ApplicationScoped
class AnswerTable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);
    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int LONGEST_CELL = 32_767;

    private final CampaignAnswers answers;
    private final CompiledVersions versions;

    AnswerTable(CampaignAnswers answers, CompiledVersions versions) {
        this.answers = answers;
        this.versions = versions;
    }

    StreamingOutput csv(CampaignFacts campaign) {
        return output -> {
            var columns = columns(campaign);
            try (var out = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
                // Excel takes a file without the mark for one in its own code page.
                out.write('\uFEFF');
                out.write(String.join(
                        ",",
                        headers(campaign, columns).stream().map(CsvCell::of).toList()));
                out.write("\r\n");
                each(campaign, given -> out.write(csvRow(campaign, given, columns)));
            }
        };
    }

    StreamingOutput xlsx(CampaignFacts campaign) {
        return output -> {
            var columns = columns(campaign);
            try (var workbook = new Workbook(new KeptOpen(output), "Huisheng", "1.0")) {
                var sheets = new Sheets(workbook, headers(campaign, columns));
                each(campaign, given -> {
                    var sheet = sheets.next();
                    var cell = 0;
                    for (var text : known(campaign, given)) {
                        sheets.text(sheet, cell++, text);
                    }
                    for (var column : columns) {
                        sheets.answer(sheet, cell++, column.in(given.answers()));
                    }
                });
                sheets.finish();
            }
        };
    }

    private void each(CampaignFacts campaign, CampaignAnswers.Reader reader) throws IOException {
        try {
            answers.each(campaign, reader);
        } catch (SQLException outage) {
            throw new IOException(outage); // the answer has begun: only its end can tell that it is not whole
        }
    }

    private List<Column> columns(CampaignFacts campaign) {
        return Column.of(
                versions.require(campaign.surveyId(), campaign.version()).definition());
    }

    private static List<String> headers(CampaignFacts campaign, List<Column> columns) {
        var headers = new ArrayList<>(
                campaign.anonymous()
                        ? List.of("month", "station", "locale")
                        : List.of("responseId", "submittedAt", "receivedAt", "station", "locale"));
        columns.forEach(column -> headers.add(column.header()));
        return headers;
    }

    private static List<String> known(CampaignFacts campaign, GivenAnswers given) {
        var station = given.station() == null ? "" : given.station();
        return campaign.anonymous()
                ? List.of(given.month(), station, given.locale())
                : List.of(
                        String.valueOf(given.responseId()),
                        time(given.submittedAt()),
                        time(given.receivedAt()),
                        station,
                        given.locale());
    }

    private static String csvRow(CampaignFacts campaign, GivenAnswers given, List<Column> columns) {
        var cells = new ArrayList<String>(columns.size() + 5);
        known(campaign, given).forEach(text -> cells.add(CsvCell.of(text)));
        for (var column : columns) {
            var answer = column.in(given.answers());
            cells.add(answer.isNumber() ? CsvCell.plain(Column.text(answer)) : CsvCell.of(Column.text(answer)));
        }
        return String.join(",", cells) + "\r\n";
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /** One sheet after the other, each flushed as it grows. Texts stand in their cells, so no list of them is kept. */
    private static final class Sheets {

        private final Workbook workbook;
        private final List<String> headers;
        private @Nullable Worksheet sheet;
        private int number;
        private int row;

        Sheets(Workbook workbook, List<String> headers) throws IOException {
            this.workbook = workbook;
            this.headers = headers;
            next();
            row = 0;
        }

        Worksheet next() throws IOException {
            var present = sheet;
            if (present == null || row == ROWS_OF_A_SHEET) {
                finish();
                present = workbook.newWorksheet("responses" + (++number == 1 ? "" : " " + number));
                sheet = present;
                row = 0;
                for (var column = 0; column < headers.size(); column++) {
                    text(present, column, headers.get(column));
                }
                present.freezePane(0, 1);
            }
            if (++row % CampaignAnswers.FETCHED == 0) {
                present.flush();
            }
            return present;
        }

        void text(Worksheet target, int column, String text) {
            // A text cell is never a formula, whatever it begins with.
            target.inlineString(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        }

        void answer(Worksheet target, int column, JsonNode answer) {
            if (answer.isNumber()) {
                target.value(row, column, answer.decimalValue());
            } else if (!answer.isMissingNode()) {
                text(target, column, Column.text(answer));
            }
        }

        void finish() throws IOException {
            if (sheet != null) {
                sheet.finish();
            }
        }
    }

    /** The container closes its own stream. */
    private static final class KeptOpen extends OutputStream {

        private final OutputStream target;

        KeptOpen(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int octet) throws IOException {
            target.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            target.write(octets, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
