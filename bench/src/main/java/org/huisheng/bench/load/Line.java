package org.huisheng.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One kept connection, one request at a time, the cheapest way the JDK has. */
public final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final OutputStream out;
    private final AnswerReader answers;
    private final String host;

    public Line(URI target) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), PATIENCE_MILLIS);
        out = socket.getOutputStream();
        answers = new AnswerReader(socket.getInputStream());
        host = target.getHost() + ":" + target.getPort();
    }

    /** @return the status */
    int exchange(byte[] request) throws IOException {
        out.write(request);
        return answers.read();
    }

    /** @return the body of a 200 */
    public byte[] get(String path, String bearer) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n"
                + (bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n") + "\r\n";
        var status = exchange(request.getBytes(StandardCharsets.US_ASCII));
        if (status != 200) {
            throw new IOException("GET " + path + " was answered " + status);
        }
        return answers.body();
    }

    byte[] body() {
        return answers.body();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
