package org.huisheng.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One kept connection of many that a single thread serves. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOMENT = Duration.ofNanos(20_000).toNanos();

    final Talk talk;
    private final AnswerReader answers;
    private final SocketChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(1 << 20);
    private boolean waiting;
    private long asked;

    Wire(URI target, Talk talk, Selector selector) throws IOException {
        this.talk = talk;
        channel = SocketChannel.open(new InetSocketAddress(target.getHost(), target.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
        answers = new AnswerReader(new Incoming(channel));
    }

    void ask() throws IOException {
        waiting = true;
        asked = System.nanoTime();
        out.clear().put(talk.next()).flip();
        while (out.hasRemaining()) {
            if (channel.write(out) == 0) {
                LockSupport.parkNanos(MOMENT);
            }
        }
    }

    /** Once it is readable. @return how many things the answer brought */
    int take() throws IOException {
        var status = answers.read();
        waiting = false;
        return talk.answered(status, answers::body);
    }

    boolean waiting() {
        return waiting;
    }

    /** When the present request was sent, or the last one. */
    long asked() {
        return asked;
    }

    void insistOnAnAnswer(long now) throws IOException {
        if (waiting && now - asked > PATIENCE.toNanos()) {
            throw new IOException("No answer within " + PATIENCE);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** An answer comes whole almost always; for the rest of one that does not it is not worth going back to the selector. */
    private static final class Incoming extends InputStream {
        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024);

        Incoming(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            buffer.clear().limit(Math.min(length, buffer.capacity()));
            var began = 0L;
            int count;
            while ((count = channel.read(buffer)) == 0) {
                began = began == 0 ? System.nanoTime() : began;
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new EOFException("The rest of an answer did not come");
                }
                LockSupport.parkNanos(MOMENT);
            }
            if (count > 0) {
                buffer.flip().get(target, from, count);
            }
            return count;
        }
    }
}
