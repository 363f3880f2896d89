package org.huisheng.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** A response, formatted once; each one is made by overwriting an id and some answers of the same width in place. */
final class ResponseTemplate {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final byte[] YES = "true ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO = "false".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int departments;
    private final int id;
    private final int department;
    private final int[] ratings;
    private final int[] flags;
    private final int[] numbers;
    private final int serial;

    private ResponseTemplate(String text, Answering answering) {
        var questionnaire = answering.questionnaire();
        bytes = text.getBytes(StandardCharsets.UTF_8);
        departments = answering.departments();
        id = after(text, "\"responseId\":\"");
        department = after(text, "\"department\":\"");
        ratings = after(text, questionnaire.ratings());
        flags = after(text, questionnaire.flags());
        numbers = after(text, questionnaire.numbers());
        serial = after(text, Questionnaire.COMMENT);
    }

    /** The response alone. */
    static ResponseTemplate item(Answering answering) {
        return new ResponseTemplate(body(answering), answering);
    }

    /** The request that posts it. */
    static ResponseTemplate request(URI target, Answering answering) {
        var body = body(answering);
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return new ResponseTemplate(HttpText.post(target, "/api/survey/v1/responses", length, "") + body, answering);
    }

    int length() {
        return bytes.length;
    }

    /** @return always the same array */
    byte[] next(RandomId fresh, SplittableRandom random) {
        var most = fresh.most();
        var least = fresh.least();
        hex(most >>> 32, id, 8);
        hex(most >>> 16, id + 9, 4);
        hex(most, id + 14, 4);
        hex(least >>> 48, id + 19, 4);
        hex(least, id + 24, 12);
        var dice = random.nextLong() & Long.MAX_VALUE;
        if (departments > 0) {
            bytes[department] = 'B';
            bytes[department + 1] = (byte) ('1' + dice % departments);
        }
        for (var rating : ratings) {
            dice /= 5;
            bytes[rating] = (byte) ('1' + dice % 5);
        }
        for (var flag : flags) {
            dice >>= 1;
            System.arraycopy((dice & 1) == 0 ? YES : NO, 0, bytes, flag, YES.length);
        }
        for (var number : numbers) {
            dice /= 9;
            bytes[number] = (byte) ('1' + dice % 9);
        }
        hex(least ^ most, serial, 8);
        return bytes;
    }

    private static String body(Answering answering) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return """
                {"responseId":"%s","link":"%s","version":1,"answers":%s,\
                "startedAt":"%s","submittedAt":"%s","locale":"zh-cn"}""".formatted(NO_ID, answering.link(), answering.questionnaire().answers(), now.minusSeconds(90), now);
    }

    private void hex(long value, int from, int digits) {
        var left = value;
        for (var index = from + digits - 1; index >= from; index--) {
            bytes[index] = HEX[(int) (left & 15)];
            left >>>= 4;
        }
    }

    private static int[] after(String text, List<String> questions) {
        return questions.stream()
                .mapToInt(question -> after(text, "\"" + question + "\":"))
                .toArray();
    }

    private static int after(String text, String marker) {
        var start = text.indexOf(marker);
        return text.substring(0, start + marker.length()).getBytes(StandardCharsets.UTF_8).length;
    }
}
