package org.huisheng.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The request that posts a response, formatted once; each response is made by overwriting an id and some answers of the
 * same width in place. One per thread.
 */
public final class ResponseTemplate {

    public static final List<String> RATINGS = List.of("awareness", "management", "mechanism", "service", "overall");

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final byte[] YES = "true ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO = "false".getBytes(StandardCharsets.US_ASCII);

    private final byte[] request;
    private final int id;
    private final int department;
    private final int[] ratings;
    private final int again;
    private final int years;
    private final int serial;
    private final int departments;

    /** @param departments how many of B1 … B9 are answered about in turn; 0 for the probe's department PB only */
    public ResponseTemplate(URI target, String link, int departments) {
        this.departments = departments;
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var body = """
                {"responseId":"%s","link":"%s","version":1,"answers":{"department":"PB","awareness":4,"management":4,\
                "mechanism":4,"service":4,"overall":4,"channels":["app","hall"],"again":true ,"years":10,\
                "comment":"停电通知可以再早一些，楼道灯坏了很久，希望尽快处理。00000000"},\
                "startedAt":"%s","submittedAt":"%s","locale":"zh-cn"}""".formatted(NO_ID, link, now.minusSeconds(90), now);
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        var text = "POST /api/survey/v1/responses HTTP/1.1\r\nHost: " + target.getHost() + ":" + target.getPort()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body;
        request = text.getBytes(StandardCharsets.UTF_8);
        id = after(text, "\"responseId\":\"");
        department = after(text, "\"department\":\"");
        ratings = RATINGS.stream()
                .mapToInt(rating -> after(text, "\"" + rating + "\":"))
                .toArray();
        again = after(text, "\"again\":");
        years = after(text, "\"years\":");
        serial = after(text, "尽快处理。");
    }

    byte[] next(long most, long least, SplittableRandom random) {
        hex(most >>> 32, id, 8);
        hex(most >>> 16, id + 9, 4);
        hex(most, id + 14, 4);
        hex(least >>> 48, id + 19, 4);
        hex(least, id + 24, 12);
        var dice = random.nextInt() & Integer.MAX_VALUE;
        if (departments > 0) {
            request[department] = 'B';
            request[department + 1] = (byte) ('1' + dice % departments);
        }
        for (var rating : ratings) {
            dice /= 5;
            request[rating] = (byte) ('1' + dice % 5);
        }
        System.arraycopy((dice & 1) == 0 ? YES : NO, 0, request, again, YES.length);
        request[years] = (byte) ('1' + dice % 9);
        hex(least ^ most, serial, 8);
        return request;
    }

    private void hex(long value, int from, int digits) {
        var left = value;
        for (var index = from + digits - 1; index >= from; index--) {
            request[index] = HEX[(int) (left & 15)];
            left >>>= 4;
        }
    }

    private static int after(String text, String marker) {
        var start = text.indexOf(marker);
        return text.substring(0, start + marker.length()).getBytes(StandardCharsets.UTF_8).length;
    }
}
