package org.huisheng.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads HTTP/1.1 answers off a kept connection: the status and the body, and nothing else of them. */
final class AnswerReader {

    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LINE = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST_LINE];
    private int position;
    private int end;
    private byte[] body = new byte[1024];
    private int bodyLength;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** @return the status */
    int read() throws IOException {
        var status = 0;
        do {
            status = exchange();
        } while (status < 200);
        return status;
    }

    byte[] body() {
        return Arrays.copyOf(body, bodyLength);
    }

    private int exchange() throws IOException {
        bodyLength = 0;
        var statusLine = line();
        if (statusLine < 12) {
            throw new IOException("No status line");
        }
        var from = position - statusLine - 2;
        var status = (buffer[from + 9] - '0') * 100 + (buffer[from + 10] - '0') * 10 + buffer[from + 11] - '0';
        var length = 0;
        var chunked = false;
        for (var header = line(); header > 0; header = line()) {
            from = position - header - 2;
            if (startsWith(from, header, CONTENT_LENGTH)) {
                length = number(from + CONTENT_LENGTH.length, 10);
            } else if (startsWith(from, header, CHUNKED)) {
                chunked = true;
            }
        }
        if (chunked) {
            chunks();
        } else if (status >= 200 && status != 204 && status != 304) {
            content(length);
        }
        return status;
    }

    private void chunks() throws IOException {
        while (true) {
            var sizeLine = line();
            var size = number(position - sizeLine - 2, 16);
            if (size == 0) {
                while (line() > 0) {
                    // trailers
                }
                return;
            }
            content(size);
            line();
        }
    }

    private void content(int length) throws IOException {
        if (body.length < bodyLength + length) {
            body = Arrays.copyOf(body, Math.max(body.length * 2, bodyLength + length));
        }
        for (var left = length; left > 0; ) {
            if (position == end) {
                fill();
            }
            var part = Math.min(left, end - position);
            System.arraycopy(buffer, position, body, bodyLength, part);
            position += part;
            bodyLength += part;
            left -= part;
        }
    }

    /** Goes past the next CR LF. @return the length of the line before it */
    private int line() throws IOException {
        for (var scanned = 0; ; ) {
            while (position + scanned < end) {
                if (buffer[position + scanned] == '\n') {
                    position += scanned + 1;
                    return scanned - 1;
                }
                scanned++;
            }
            fill();
        }
    }

    /** Appends what comes to what is unread, which it moves to the front. */
    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        if (end == buffer.length) {
            throw new IOException("A header line is too long");
        }
        var count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("The connection was closed");
        }
        end += count;
    }

    private boolean startsWith(int from, int length, byte[] prefix) {
        if (length < prefix.length) {
            return false;
        }
        for (var index = 0; index < prefix.length; index++) {
            if (Character.toLowerCase(buffer[from + index]) != prefix[index]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int radix) {
        var index = from;
        while (buffer[index] == ' ') {
            index++;
        }
        var value = 0;
        for (int digit; (digit = Character.digit(buffer[index], radix)) >= 0; index++) {
            value = value * radix + digit;
        }
        return value;
    }
}
