package org.huisheng.gateway.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** All files of the web module, read once, and the routes its pages are shown at. */
@ApplicationScoped
class WebFiles {

    private static final String FOLDER = "web-pages/";
    private static final String GZIPPED = ".gz";
    private static final String ANYTHING_BELOW = "/**";

    /**
     * @param routes path to page; a star stands for one segment, two for any number of them and for none
     * @param files with a digest of each as built
     * @param gzipped files that have a second form
     */
    record Contents(Map<String, String> routes, Map<String, String> files, Set<String> gzipped) {}

    private final Map<String, WebFile> byPath = new HashMap<>();
    private final Map<String, WebFile> byRoute = new HashMap<>();
    /** Pages that tell by themselves what is where below them. */
    private final Map<String, WebFile> byRoot = new HashMap<>();

    WebFiles(ObjectMapper json, @ConfigProperty(name = "huisheng.organisation") Optional<String> organisation)
            throws IOException {
        var contents = json.readValue(read("contents.json"), Contents.class);
        for (var file : contents.files().entrySet()) {
            byPath.put("/" + file.getKey(), file(file.getKey(), file.getValue(), contents, organisation.orElse("")));
        }
        contents.routes().forEach((route, page) -> put(route, Objects.requireNonNull(byPath.get("/" + page))));
    }

    private void put(String route, WebFile page) {
        if (route.endsWith(ANYTHING_BELOW)) {
            byRoot.put(route.substring(0, route.length() - ANYTHING_BELOW.length()), page);
        } else {
            byRoute.put(route, page);
        }
    }

    /** What is shown at a path; null if nothing of ours. */
    @Nullable
    WebFile at(String path) {
        var file = byPath.get(path);
        if (file != null) {
            return file;
        }
        var page = byRoute.getOrDefault(path, byRoute.get(withStar(path)));
        return page != null ? page : byRoot.get(firstSegment(path));
    }

    private static String firstSegment(String path) {
        var end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    private static String withStar(String path) {
        var last = path.lastIndexOf('/') + 1;
        return last == path.length() ? path : path.substring(0, last) + '*';
    }

    private static WebFile file(String name, String digest, Contents contents, String organisation) throws IOException {
        if (name.endsWith(".html")) {
            var page = new String(read(name), StandardCharsets.UTF_8).replace("{organisation}", escape(organisation));
            return WebFile.ofPage(name, page.getBytes(StandardCharsets.UTF_8));
        }
        return WebFile.asBuilt(
                name, digest, read(name), contents.gzipped().contains(name) ? read(name + GZIPPED) : null);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    private static byte[] read(String name) throws IOException {
        try (var resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        }
    }
}
