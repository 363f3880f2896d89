package org.huisheng.bench.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.huisheng.bench.load.Bytes;
import org.huisheng.bench.load.Line;
import org.huisheng.demo.Api;

/** In what form answers can be had. They are counted only after they have been fetched, so that it costs no time. */
public enum Format {
    CSV {
        @Override
        public List<byte[]> fetch(Line line, String path, String token) throws IOException {
            return List.of(line.get(path, token, "text/csv"));
        }

        @Override
        public long rows(List<byte[]> parts) {
            return Bytes.count(parts.getFirst(), ascii("\r\n")) - 1;
        }
    },
    XLSX {
        @Override
        public List<byte[]> fetch(Line line, String path, String token) throws IOException {
            return List.of(line.get(path, token, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
        }

        @Override
        public long rows(List<byte[]> parts) throws IOException {
            // From a file, since its sizes are in the directory at the end only.
            var file = Files.createTempFile("huisheng-bench", ".xlsx");
            try {
                Files.write(file, parts.getFirst());
                return rows(file);
            } finally {
                Files.delete(file);
            }
        }

        private static long rows(Path file) throws IOException {
            var rows = -1L;
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith("xl/worksheets/")) {
                        rows += Bytes.count(zip.getInputStream(entry).readAllBytes(), ascii("<row "));
                    }
                }
            }
            return rows;
        }
    },
    JSON {
        @Override
        public List<byte[]> fetch(Line line, String path, String token) throws IOException {
            var pages = new ArrayList<byte[]>();
            for (var cursor = ""; ; ) {
                var page = line.get(path + "?limit=500" + cursor, token);
                pages.add(page);
                var tail = new String(
                        page, Math.max(0, page.length - TAIL), Math.min(TAIL, page.length), StandardCharsets.UTF_8);
                var next = NEXT.matcher(tail);
                if (!next.find()) {
                    return pages;
                }
                cursor = "&cursor=" + next.group(1);
            }
        }

        @Override
        public long rows(List<byte[]> parts) throws IOException {
            Set<String> ids = new HashSet<>();
            for (var page : parts) {
                for (var item : Api.JSON.readTree(page).path("items")) {
                    if (!ids.add(item.path("responseId").asText())) {
                        throw new IOException("Two pages have the same response");
                    }
                }
            }
            return ids.size();
        }
    };

    private static final int TAIL = 400;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"}$");

    public abstract List<byte[]> fetch(Line line, String path, String token) throws IOException;

    /** Responses, without the headings. */
    public abstract long rows(List<byte[]> parts) throws IOException;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
