package org.huisheng.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/** Ports of this machine's loopback address. */
public final class LoopbackPorts {

    private static final int CONNECT_MILLIS = 500;

    private LoopbackPorts() {}

    /** Listens on the port so that nobody else takes it before its owner has been started. */
    public static Optional<ServerSocket> reserve(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, loopback()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public static boolean isFree(int port) {
        var reserved = reserve(port);
        reserved.ifPresent(LoopbackPorts::release);
        return reserved.isPresent();
    }

    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
