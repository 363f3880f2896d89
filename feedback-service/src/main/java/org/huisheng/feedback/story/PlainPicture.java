package org.huisheng.feedback.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import org.huisheng.kit.problem.DomainException.RuleViolated;

/**
 * A picture without what a camera and its programs wrote into it: where it was taken, when and by whom. The picture itself
 * stays as it is, byte by byte; of all else only which way is up is kept.
 */
final class PlainPicture {

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    /** What a browser needs to show it; text, time and Exif are not among them. */
    private static final Set<String> CHUNKS = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "hIST", "pHYs",
            "acTL", "fcTL", "fdAT");

    private static final int SIGNATURE = 8;
    private static final int CHUNK_FRAME = 12;

    private static final int MARK = 0xFF;
    private static final int SOI = 0xD8;
    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private PlainPicture() {}

    /** @throws RuleViolated if it is none, or is not whole */
    static byte[] of(byte[] picture, String mediaType) {
        try {
            return switch (mediaType) {
                case JPEG -> jpeg(picture);
                case PNG -> png(picture);
                default -> throw new RuleViolated("story-picture-type", mediaType);
            };
        } catch (IndexOutOfBoundsException | IOException cutOff) {
            throw new RuleViolated("story-picture-broken");
        }
    }

    private static byte[] png(byte[] picture) throws IOException {
        var plain = new ByteArrayOutputStream(picture.length);
        plain.write(picture, 0, SIGNATURE);
        var from = SIGNATURE;
        String name;
        do {
            var length = ByteBuffer.wrap(picture).getInt(from);
            if (length < 0 || length > picture.length - from - CHUNK_FRAME) {
                throw new IOException("Chunk beyond the end");
            }
            name = new String(picture, from + Integer.BYTES, Integer.BYTES, StandardCharsets.US_ASCII);
            if (CHUNKS.contains(name)) {
                plain.write(picture, from, length + CHUNK_FRAME);
            }
            from += length + CHUNK_FRAME;
        } while (!name.equals("IEND"));
        return plain.toByteArray();
    }

    private static byte[] jpeg(byte[] picture) throws IOException {
        var plain = new ByteArrayOutputStream(picture.length);
        if (unsigned(picture, 0) != MARK || unsigned(picture, 1) != SOI) {
            throw new IOException("No beginning");
        }
        plain.write(picture, 0, 2);
        var from = 2;
        while (true) {
            if (unsigned(picture, from) != MARK) {
                throw new IOException("No mark");
            }
            var kind = unsigned(picture, from + 1);
            if (kind == MARK) {
                from++; // filling
                continue;
            }
            if (kind == EOI) {
                plain.write(picture, from, 2);
                return plain.toByteArray();
            }
            var length = unsigned(picture, from + 2) << 8 | unsigned(picture, from + 3);
            if (length < 2 || length > picture.length - from - 2) {
                throw new IOException("Segment beyond the end");
            }
            var end = from + 2 + length;
            if (kind == APP1 && startsWith(picture, from + 4, EXIF)) {
                var up = orientation(picture, from + 4 + EXIF.length, end);
                if (up.isPresent()) {
                    plain.write(onlyOrientation(up.getAsInt()));
                }
            } else if (isShown(picture, kind, from)) {
                plain.write(picture, from, length + 2);
            }
            from = end;
            if (kind == SOS) {
                from = scan(picture, from, plain);
            }
        }
    }

    /** The picture's own data up to the next mark; what follows the end, as previews and films do, is left out. */
    private static int scan(byte[] picture, int begin, ByteArrayOutputStream plain) {
        var end = begin;
        while (unsigned(picture, end) != MARK || isWithinData(unsigned(picture, end + 1))) {
            end++;
        }
        plain.write(picture, begin, end - begin);
        return end;
    }

    /** A byte that looks like a mark, and where decoding may begin again. */
    private static boolean isWithinData(int kind) {
        return kind == 0 || kind >= 0xD0 && kind <= 0xD7;
    }

    private static boolean isShown(byte[] picture, int kind, int from) {
        if (kind == COM) {
            return false;
        }
        if (kind < APP0 || kind > APP15) {
            return true;
        }
        return kind == APP0 || kind == APP14 || kind == APP2 && startsWith(picture, from + 4, COLOURS);
    }

    private static OptionalInt orientation(byte[] picture, int begin, int end) {
        var tiff = ByteBuffer.wrap(picture, begin, end - begin).slice();
        if (tiff.remaining() < 8) {
            return OptionalInt.empty();
        }
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var at = tiff.getInt(4);
        if (at < 0 || at > tiff.limit() - 2) {
            return OptionalInt.empty();
        }
        var entries = Short.toUnsignedInt(tiff.getShort(at));
        for (var i = 0; i < entries && at + 2 + (i + 1) * ENTRY <= tiff.limit(); i++) {
            var entry = at + 2 + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION) {
                var up = tiff.getShort(entry + 8);
                return up >= 1 && up <= 8 ? OptionalInt.of(up) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Exif with nothing but which way is up. */
    private static byte[] onlyOrientation(int up) {
        var tiff = 8 + 2 + ENTRY + 4;
        var length = 2 + EXIF.length + tiff;
        return ByteBuffer.allocate(2 + length)
                .put((byte) MARK)
                .put((byte) APP1)
                .putShort((short) length)
                .put(EXIF)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) up)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static boolean startsWith(byte[] picture, int from, byte[] beginning) {
        for (var i = 0; i < beginning.length; i++) {
            if (unsigned(picture, from + i) != Byte.toUnsignedInt(beginning[i])) {
                return false;
            }
        }
        return true;
    }

    private static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }
}
