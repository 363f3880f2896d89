package org.huisheng.feedback.attachment;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/** The name of a file, of which nothing is left that leads out of a folder, hides or turns letters around. */
final class FileName {

    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 16;
    private static final String FALLBACK = "attachment";
    private static final String RESERVED = "<>:\"|?*";

    private FileName() {}

    static String clean(@Nullable String given) {
        if (given == null) {
            return FALLBACK;
        }
        var name = Normalizer.normalize(given, Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints().filter(FileName::isHarmless).forEach(kept::appendCodePoint);
        var trimmed = kept.toString().strip().replaceAll("^[. ]+|[. ]+$", "");
        return trimmed.isEmpty() ? FALLBACK : shortened(trimmed);
    }

    private static boolean isHarmless(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> RESERVED.indexOf(sign) < 0;
        };
    }

    /** The ending stays: it is what opens the file. */
    private static String shortened(String name) {
        var signs = name.codePointCount(0, name.length());
        if (signs <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var room = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, room)) + ending;
    }
}
