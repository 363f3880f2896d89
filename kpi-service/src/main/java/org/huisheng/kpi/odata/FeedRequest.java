package org.huisheng.kpi.odata;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kpi.odata.filter.Refusal;
import org.huisheng.kpi.odata.query.QueryString;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came from outside.
 *
 * @param query not decoded
 * @param path below {@link ODataRoute#ROOT}, not decoded
 * @param root the address under which the caller knows the feed
 */
record FeedRequest(
        String root,
        String path,
        String query,
        QueryString options,
        List<MediaType> accepted,
        @Nullable Integer wished) {

    /** More rows than this are never on a page. */
    static final int LARGEST_PAGE = 10_000;

    private static final int USUAL_PAGE = 5_000;
    private static final Pattern PAGE_SIZE =
            Pattern.compile("(?:^|[,;\\s])(?:odata\\.)?maxpagesize\\s*=\\s*\"?(\\d{1,9})\"?");
    private static final Pattern VERSION = Pattern.compile("\\s*(\\d+)\\.(\\d+)\\s*(?:;.*)?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
    private static final int OURS = 4;

    static FeedRequest of(HttpServerRequest exchange, String rawPath, @Nullable String rawQuery, HttpHeaders headers) {
        refuseOldClients(exchange.getHeader("OData-MaxVersion"));
        var path = rawPath.substring(Math.min(rawPath.length(), ODataRoute.ROOT.length()));
        var preference = PAGE_SIZE.matcher(String.join(",", exchange.headers().getAll("Prefer")));
        return new FeedRequest(
                root(exchange),
                path,
                rawQuery == null ? "" : rawQuery,
                QueryString.parse(rawQuery),
                headers.getAcceptableMediaTypes(),
                preference.find() ? Integer.valueOf(preference.group(1)) : null);
    }

    private static void refuseOldClients(@Nullable String highest) {
        if (highest == null) {
            return;
        }
        var version = VERSION.matcher(highest);
        if (!version.matches() || version.group(1).length() > 3 || Integer.parseInt(version.group(1)) < OURS) {
            throw Refusal.malformed("odata-version", highest);
        }
    }

    /** What the gateway says it was asked as, or how this service itself was asked. */
    private static String root(HttpServerRequest exchange) {
        var host = exchange.getHeader("X-Forwarded-Host");
        var protocol = exchange.getHeader("X-Forwarded-Proto");
        var known = host != null && HOST.matcher(host).matches();
        var authority = exchange.authority();
        var own = authority == null ? "localhost" : authority.toString();
        return ("https".equals(protocol) ? "https" : "http") + "://" + (known ? host : own) + ODataRoute.ROOT;
    }

    /** All that an answer's bytes depend on beside the format. */
    String meaning() {
        return String.join("\n", root, path, query, String.valueOf(pageSize()));
    }

    int pageSize() {
        return wished == null ? USUAL_PAGE : Math.clamp(wished, 1, LARGEST_PAGE);
    }
}
