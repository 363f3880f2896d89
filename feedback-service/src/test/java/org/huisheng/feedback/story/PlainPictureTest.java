package org.huisheng.feedback.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.junit.jupiter.api.Test;

class PlainPictureTest {

    private static final String SECRET = "GPS 39.38N 117.04E by somebody";

    static byte[] painted(String format) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 40; x++) {
            for (var y = 0; y < 30; y++) {
                image.setRGB(x, y, x * 6 << 16 | y * 8 << 8 | (x ^ y));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static byte[] segment(int kind, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) kind)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    /** As a camera writes it: which way is up, and a place. */
    private static byte[] exif(int up) {
        var secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + secret.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(0x4D4D002A)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) up)
                .putShort((short) 0)
                .putInt(0)
                .put(secret)
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] inserted(byte[] whole, int at, byte[] part) {
        return ByteBuffer.allocate(whole.length + part.length)
                .put(whole, 0, at)
                .put(part)
                .put(whole, at, whole.length - at)
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int pixel(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes)).getRGB(17, 11);
    }

    @Test
    void of_a_photograph_only_the_picture_stays_and_which_way_is_up() throws Exception {
        var photograph = inserted(painted("jpg"), 2, segment(0xE1, exif(6)));
        photograph = inserted(photograph, 2, segment(0xFE, SECRET.getBytes(StandardCharsets.US_ASCII)));
        photograph = inserted(photograph, photograph.length, SECRET.getBytes(StandardCharsets.US_ASCII));

        var plain = PlainPicture.of(photograph, "image/jpeg");

        assertThat(text(plain)).doesNotContain(SECRET).contains("Exif");
        assertThat(pixel(plain)).isEqualTo(pixel(photograph));
        assertThat(PlainPicture.of(plain, "image/jpeg")).isEqualTo(plain);
    }

    @Test
    void of_a_drawing_only_the_picture_stays() throws Exception {
        var beginning = 8 + 25;
        var drawing = inserted(
                painted("png"), beginning, chunk("tEXt", ("Author\0" + SECRET).getBytes(StandardCharsets.US_ASCII)));
        drawing = inserted(drawing, beginning, chunk("eXIf", exif(1)));

        var plain = PlainPicture.of(drawing, "image/png");

        assertThat(plain).isEqualTo(painted("png"));
    }

    @Test
    void what_is_cut_off_or_of_another_kind_is_refused() throws Exception {
        for (var format : new String[] {"jpg", "png"}) {
            var whole = painted(format);
            var type = format.equals("jpg") ? "image/jpeg" : "image/png";
            for (var length = 0; length < whole.length - 2; length += 7) {
                var part = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> PlainPicture.of(part, type)).isInstanceOf(RuleViolated.class);
            }
        }
        assertThatThrownBy(() -> PlainPicture.of(new byte[100], "image/gif")).isInstanceOf(RuleViolated.class);
    }
}
