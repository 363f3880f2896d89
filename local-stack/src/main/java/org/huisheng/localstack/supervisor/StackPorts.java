package org.huisheng.localstack.supervisor;

import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.localstack.process.LoopbackPorts;
import org.huisheng.localstack.process.StartFailed;

/**
 * The ports of one stack. The gateway's is the caller's choice; the inner ones lie far from it, so that a second stack on the very next
 * port finds its gateway's port free, and below the range the system takes outgoing ports from. Two stacks that start at once never
 * choose the same ones: each stays claimed while its owner is not there yet, or not there again.
 */
final class StackPorts {

    private static final int DISTANCE = 10_000;
    private static final int HIGHEST = 32_000;

    private final int gateway;
    private final Map<Integer, ServerSocket> reserved = new HashMap<>();
    private int next;

    StackPorts(int gateway) {
        this.gateway = gateway;
        this.next = gateway + DISTANCE < HIGHEST ? gateway + DISTANCE : 1024 + gateway % DISTANCE;
        if (!LoopbackPorts.isFree(gateway)) {
            throw new StartFailed("Port " + gateway + " is in use; choose another with --port N");
        }
    }

    /** The next free port, kept from programs of others until {@link #release}, and from other stacks as long as we live. */
    synchronized int reserve() {
        while (next < HIGHEST) {
            var port = ++next;
            var socket = LoopbackPorts.reserve(port);
            if (socket.isPresent() && !PortClaims.claim(port)) {
                LoopbackPorts.release(socket.get());
            } else if (socket.isPresent()) {
                reserved.put(port, socket.get());
                return port;
            }
        }
        throw new StartFailed("No free port found for the stack on port " + gateway);
    }

    /** To be called right before the port's owner starts. */
    synchronized void release(int port) {
        var socket = reserved.remove(port);
        if (socket != null) {
            LoopbackPorts.release(socket);
        }
    }
}
