package org.huisheng.bench.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.huisheng.bench.load.Line;
import org.huisheng.demo.Api;

/** All pages of the observations, as a BI tool pulls them: from one next link to the next. */
public final class Feed {

    private static final String FIRST = "/odata/v4/Observations";
    private static final int TAIL = 2_000;
    private static final Pattern NEXT = Pattern.compile("\"@odata\\.nextLink\":\"https?://[^/\"]+([^\"]+)\"}$");

    private Feed() {}

    public static List<byte[]> pull(Line line, String token) throws IOException {
        var pages = new ArrayList<byte[]>();
        for (var path = FIRST; !path.isEmpty(); path = next(pages.getLast())) {
            pages.add(line.get(path, token));
        }
        return pages;
    }

    /** @return empty after the last page */
    static String next(byte[] page) {
        var from = Math.max(0, page.length - TAIL);
        var next = NEXT.matcher(new String(page, from, page.length - from, StandardCharsets.UTF_8));
        return next.find() ? next.group(1) : "";
    }

    /** Of all rows, in the order they came. */
    public static void keys(List<byte[]> pages, Consumer<String> action) throws IOException {
        for (var page : pages) {
            for (var row : Api.JSON.readTree(page).path("value")) {
                action.accept(
                        row.path("eventId").asText() + "/" + row.path("ordinal").asText());
            }
        }
    }
}
