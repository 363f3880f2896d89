package org.huisheng.survey.poster;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** An address as a QR code that is still read when a quarter of its surface is dirty. */
final class QrCode {

    private static final int QUIET_ZONE = 4;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    static QrCode of(String address) {
        return new QrCode(encode(address, 0));
    }

    private static BitMatrix encode(String address, int size) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            size,
                            size,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.Q,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Not an address for a QR code: " + address, tooLong);
        }
    }

    /** One path of rectangles, each a run of dark modules of a line. */
    String svg() {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var begin = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append('M').append(begin).append(' ').append(y);
                    path.append('h')
                            .append(x - begin)
                            .append("v1h-")
                            .append(x - begin)
                            .append('z');
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
                shape-rendering="crispEdges"><rect width="100%%" height="100%%" fill="#ffffff"/>\
                <path fill="#000000" d="%3$s"/></svg>""".formatted(modules.getWidth(), modules.getWidth() * 8, path);
    }

    /** @param size of a side in pixels, about: modules are drawn whole */
    static byte[] png(String address, int size) {
        var image = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(encode(address, size), "PNG", image);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return image.toByteArray();
    }
}
