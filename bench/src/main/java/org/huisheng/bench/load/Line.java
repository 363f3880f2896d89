package org.huisheng.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** One kept connection, one request at a time, by a thread that waits for the answer. */
public final class Line implements AutoCloseable {

    // Longer than anybody waits: a slow answer is a figure, too.
    private static final int PATIENCE_MILLIS = 180_000;

    private final Socket socket;
    private final OutputStream out;
    private final AnswerReader answers;
    private final URI target;

    public Line(URI target) throws IOException {
        this.target = target;
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), PATIENCE_MILLIS);
        out = socket.getOutputStream();
        answers = new AnswerReader(socket.getInputStream());
    }

    /** @return the status */
    public int exchange(byte[] request) throws IOException {
        out.write(request);
        return answers.read();
    }

    /** One request and its answer. @return how many things it brought */
    public int exchange(Talk talk) throws IOException {
        return talk.answered(exchange(talk.next()), answers::body);
    }

    /** @return the body of a 200 */
    public byte[] get(String path, String bearer) throws IOException {
        return get(path, bearer, "application/json");
    }

    /** @return the body of a 200 */
    public byte[] get(String path, String bearer, String accept) throws IOException {
        var status = exchange(HttpText.get(target, path, bearer, accept));
        if (status != 200) {
            throw new IOException("GET " + path + " was answered " + status);
        }
        return answers.body();
    }

    /** Of the last answer. */
    public byte[] body() {
        return answers.body();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
