package org.huisheng.kpi.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.huisheng.kit.web.EntityVersion;

/** Answers with a strong validator made of the very bytes, or 304 when the caller has them already. */
@ApplicationScoped
public class Answers {

    public static final String CSV = "text/csv";
    static final MediaType CSV_TYPE = new MediaType("text", "csv").withCharset("UTF-8");
    static final MediaType JSON_TYPE = MediaType.APPLICATION_JSON_TYPE;

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    public Response json(Object body, Request request) {
        return conditional(bytes(body), JSON_TYPE, request);
    }

    /** The body of a JSON answer. */
    public byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the caller named CSV before anything that JSON would do for. */
    public static boolean prefersCsv(List<MediaType> acceptable) {
        for (var type : acceptable) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.valueOf(CSV))) {
                return true;
            }
        }
        return false;
    }

    public static Response conditional(byte[] bytes, MediaType type, Request request) {
        return conditional(digest(bytes), type, request, () -> bytes);
    }

    /** The body is made only if the caller has not got it yet, as {@code digest} says. */
    public static Response conditional(String digest, MediaType type, Request request, Supplier<?> body) {
        var tag = new EntityTag(digest);
        var unchanged = EntityVersion.unchanged(request, tag);
        var answer = unchanged == null ? Response.ok(body.get(), type).tag(tag) : unchanged.tag(tag);
        // What is shown depends on who asks: only their own cache may keep it, and must ask each time.
        var cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        cache.setNoTransform(false);
        return answer.cacheControl(cache)
                .header(HttpHeaders.VARY, "Accept, Accept-Encoding, Authorization")
                .build();
    }

    public static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
