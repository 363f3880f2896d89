package org.huisheng.survey.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.huisheng.kit.table.CsvCell;
import org.huisheng.survey.campaign.Links.Link;

/** All links of a campaign for a mail merge or a printer, a page of them in memory at a time. */
@ApplicationScoped
class LinkExport {

    static final int PAGE = 1_000;

    private final Links links;
    private final RespondentPage page;
    private final ObjectMapper json;

    LinkExport(Links links, RespondentPage page, ObjectMapper json) {
        this.links = links;
        this.page = page;
        this.json = json;
    }

    private interface Row {
        void write(Writer out, Link link) throws IOException;
    }

    StreamingOutput csv(UUID campaignId) {
        return output -> {
            try (var out = writer(output)) {
                // Excel takes a file without the mark for one in its own code page.
                out.write("\uFEFFtoken,url,station\r\n");
                each(campaignId, out, this::csvRow);
            }
        };
    }

    StreamingOutput lines(UUID campaignId) {
        return output -> {
            try (var out = writer(output)) {
                each(campaignId, out, this::jsonRow);
            }
        };
    }

    private void each(UUID campaignId, Writer out, Row row) throws IOException {
        var after = "";
        while (true) {
            var some = links.page(campaignId, after, PAGE);
            for (var link : some) {
                row.write(out, link);
            }
            if (some.size() < PAGE) {
                return;
            }
            after = some.getLast().token();
        }
    }

    private void csvRow(Writer out, Link link) throws IOException {
        out.write(CsvCell.plain(link.token()) + ',' + CsvCell.plain(page.of(link.token())) + ','
                + CsvCell.of(link.station() == null ? "" : link.station()) + "\r\n");
    }

    private void jsonRow(Writer out, Link link) throws IOException {
        var row = new LinkedHashMap<String, String>();
        row.put("token", link.token());
        row.put("url", page.of(link.token()));
        if (link.station() != null) {
            row.put("station", link.station());
        }
        out.write(json.writeValueAsString(row) + '\n');
    }

    private static BufferedWriter writer(OutputStream output) {
        return new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    }
}
