package org.huisheng.gateway.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes no HTTP client would, and returns what comes back until the connection closes. */
public final class RawExchange {

    private RawExchange() {}

    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public static String send(URI gateway, Writing writing) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            writing.to(socket.getOutputStream());
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
