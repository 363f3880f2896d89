package org.huisheng.feedback.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a CSV file. Excel in China writes GB18030 unless told otherwise, and UTF-8 with a mark if it is. What is
 * UTF-8 to the letter is hardly ever anything else, so that is tried first, and nothing is read with letters replaced.
 */
final class CsvText {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    private CsvText() {}

    /** @throws Malformed if it is in none of these, or holds what is no text */
    static String decode(byte[] file, @Nullable String announced) {
        var text = charsets(file, announced).stream()
                .map(charset -> strictly(file, charset))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Malformed("bad-encoding"));
        if (text.indexOf('\0') >= 0) {
            throw new Malformed("bad-encoding");
        }
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static List<Charset> charsets(byte[] file, @Nullable String announced) {
        if (begins(file, 0xFF, 0xFE)) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return List.of(StandardCharsets.UTF_8);
        }
        return announced == null ? List.of(StandardCharsets.UTF_8, CHINESE) : List.of(named(announced));
    }

    /** GB2312 and GBK are what GB18030 began as, and are announced where it is meant. */
    private static Charset named(String announced) {
        try {
            var charset = Charset.forName(announced);
            return charset.name().startsWith("GB") ? CHINESE : charset;
        } catch (IllegalArgumentException unknown) {
            throw new Malformed("bad-encoding");
        }
    }

    private static Optional<String> strictly(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] file, int... octets) {
        for (var i = 0; i < octets.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
