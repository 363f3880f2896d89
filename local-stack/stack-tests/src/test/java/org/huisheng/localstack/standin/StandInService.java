package org.huisheng.localstack.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Takes a service's place in a stack: healthy from the start, and tells its environment to whoever asks. */
public final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        if (Boolean.getBoolean("huisheng.standin.broken") || System.getenv("HUISHENG_HTTP_PORT") == null) {
            System.err.println("The stand-in refuses to start");
            System.exit(3);
        }
        var port = Integer.parseInt(System.getenv("HUISHENG_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(System.getenv("HUISHENG_HTTP_HOST"), port), 0);
        server.createContext("/", exchange -> {
            var name = exchange.getRequestURI().getPath().substring(1);
            var value = System.getenv().getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, value.length == 0 ? -1 : value.length);
            exchange.getResponseBody().write(value);
            exchange.close();
        });
        server.start();
    }
}
