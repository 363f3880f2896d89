package org.huisheng.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The only way from a browser to the stack, to be pulled out. The browser's own offline mode ends with the page it is set
 * on, some moments before the page itself does: time enough for a last request.
 */
final class NetworkCable implements AutoCloseable {

    private final ServerSocket near;
    private final URI far;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean isPluggedIn = true;

    private NetworkCable(ServerSocket near, URI far) {
        this.near = near;
        this.far = far;
    }

    static NetworkCable to(String gateway) throws IOException {
        var cable = new NetworkCable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), URI.create(gateway));
        Thread.startVirtualThread(cable::accept);
        return cable;
    }

    /** The same address, reached through this cable. */
    String through(String url) {
        return url.replace(":" + far.getPort() + "/", ":" + near.getLocalPort() + "/");
    }

    void pullOut() {
        isPluggedIn = false;
        ends.forEach(NetworkCable::cut);
    }

    void plugIn() {
        isPluggedIn = true;
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                join(near.accept());
            } catch (IOException closedOrRefused) {
                // The browser sees a connection that ends, as it should.
            }
        }
    }

    private void join(Socket browser) throws IOException {
        ends.add(browser);
        // After it is among the ends: what pulling out did not see is seen here.
        if (!isPluggedIn) {
            cut(browser);
            return;
        }
        var gateway = new Socket(far.getHost(), far.getPort());
        ends.add(gateway);
        Thread.startVirtualThread(() -> pump(browser, gateway));
        Thread.startVirtualThread(() -> pump(gateway, browser));
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cutMeanwhile) {
            // Both ends are closed below, whoever began.
        } finally {
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            throw new IllegalStateException(alreadyGone);
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        pullOut();
    }
}
