package org.huisheng.feedback.confirmation;

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

/** An address to be read by a telephone, off a screen or a sheet of paper. */
public final class QrCode {

    private static final int QUIET_ZONE = 4;
    private static final int PIXELS = 480;

    private QrCode() {}

    /** One square per dark module. */
    public static String svg(String address) {
        var modules = encode(address, 0);
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
                shape-rendering="crispEdges"><rect width="100%%" height="100%%" fill="#ffffff"/>\
                <path fill="#000000" d="%3$s"/></svg>""".formatted(modules.getWidth(), PIXELS, path);
    }

    public static byte[] png(String address) {
        var image = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(encode(address, PIXELS), "PNG", image);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return image.toByteArray();
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
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Not an address for a QR code", tooLong);
        }
    }
}
