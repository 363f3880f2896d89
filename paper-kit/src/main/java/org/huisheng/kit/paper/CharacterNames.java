package org.huisheng.kit.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * By which characters a page's text is found and copied. Where a font draws an ideograph and a radical alike, the printed file
 * names the radical, which nobody types; here it is put right in the fonts' own tables, after they were cut down to what is used.
 */
final class CharacterNames {

    /** So many lines a block of a table may have. */
    private static final int MOST = 100;

    private static final Pattern BLOCKS = Pattern.compile("\\d+ beginbfrange.*endbfrange", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("<([0-9A-F]{4})> <([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>");

    private CharacterNames() {}

    /** @param document as it was saved: only then its fonts have their tables */
    static void putRight(PDDocument document) throws IOException {
        for (var font : document.getDocument().getObjectsByType(COSName.FONT)) {
            if (font.getObject() instanceof COSDictionary dictionary
                    && dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table) {
                putRight(table);
            }
        }
    }

    private static void putRight(COSStream table) throws IOException {
        String text;
        try (var input = table.createInputStream()) {
            text = new String(input.readAllBytes(), StandardCharsets.US_ASCII);
        }
        var blocks = BLOCKS.matcher(text);
        if (!blocks.find()) {
            return;
        }
        var renamed = text.substring(0, blocks.start()) + written(names(blocks.group())) + text.substring(blocks.end());
        try (var output = table.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(renamed.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static SortedMap<Integer, String> names(String blocks) {
        var names = new TreeMap<Integer, String>();
        var line = LINE.matcher(blocks);
        while (line.find()) {
            var first = Integer.parseInt(line.group(1), 16);
            var last = Integer.parseInt(line.group(2), 16);
            var name = new String(HexFormat.of().parseHex(line.group(3)), StandardCharsets.UTF_16BE);
            for (var glyph = first; glyph <= last; glyph++) {
                names.put(glyph, Radicals.asTyped(following(name, glyph - first)));
            }
        }
        return names;
    }

    /** Of a range of glyphs the names are one after the other, too. */
    private static String following(String name, int steps) {
        var last = name.length() - 1;
        return name.substring(0, last) + (char) (name.charAt(last) + steps);
    }

    private static String written(SortedMap<Integer, String> names) {
        var lines = names.entrySet().stream()
                .map(each -> "<%04X> <%s>"
                        .formatted(
                                each.getKey(),
                                HexFormat.of()
                                        .withUpperCase()
                                        .formatHex(each.getValue().getBytes(StandardCharsets.UTF_16BE))))
                .toList();
        var blocks = new StringBuilder();
        for (var from = 0; from < lines.size(); from += MOST) {
            var block = lines.subList(from, Math.min(from + MOST, lines.size()));
            blocks.append(block.size())
                    .append(" beginbfchar\n")
                    .append(block.stream().collect(Collectors.joining("\n")))
                    .append("\nendbfchar\n");
        }
        return blocks.toString().strip();
    }
}
