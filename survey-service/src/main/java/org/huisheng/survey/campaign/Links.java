package org.huisheng.survey.campaign;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.survey.definition.CompiledVersions;
import org.jspecify.annotations.Nullable;

/**
 * The tokens people answer through. Targets are remembered for a moment, since every posted response asks for one; what
 * must not be a moment late (closing, quota, single use) is asked again in the statement that stores the response.
 */
@ApplicationScoped
public class Links {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AT_ONCE = 1_000;
    /** 128 bits in base64url. What looks otherwise needs no look-up, and may be what PostgreSQL would choke on. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final String TARGET = """
            SELECT l.token, l.used, l.station, c.id, c.name, c.status, c.opens_at, c.closes_at, c.anonymous, c.access,
                   c.quota, c.response_count, c.department, c.survey_id, c.version, c.closed_at, c.grace_days
            FROM link l JOIN campaign c ON c.id = l.campaign_id
            WHERE l.token = ?
            """;

    private final DataSource dataSource;
    private final CompiledVersions versions;
    private final LoadingCache<String, LinkTarget> targets;

    @SuppressWarnings("NullAway") // a loader's null is Caffeine's "no such entry"
    Links(DataSource dataSource, CompiledVersions versions) {
        this.dataSource = dataSource;
        this.versions = versions;
        this.targets = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(10))
                .refreshAfterWrite(Duration.ofSeconds(1))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build(this::load);
    }

    /** Told when a campaign changed in this process; others notice within a second. */
    record CampaignChanged(UUID campaignId) {}

    /** @param token what goes into the link, unguessable */
    public record Link(
            String token, UUID campaignId, @Nullable String station) {}

    /** A target that needs no look-up; may be called on the event loop. */
    public @Nullable LinkTarget remembered(String token) {
        return targets.getIfPresent(token);
    }

    /** A target as remembered, else looked up. */
    public Optional<LinkTarget> find(String token) {
        return isToken(token) ? Optional.ofNullable(targets.get(token)) : Optional.empty();
    }

    /**
     * A target as it is in the database now. Many asking at once share one look-up; until it has succeeded, what is
     * remembered goes on serving those who post.
     */
    public Optional<LinkTarget> findFresh(String token) {
        return isToken(token) ? Optional.ofNullable(targets.refresh(token).join()) : Optional.empty();
    }

    static boolean isToken(String token) {
        return TOKEN.matcher(token).matches();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CampaignChanged changed) {
        targets.asMap().values().removeIf(target -> target.campaignId().equals(changed.campaignId()));
    }

    List<Link> create(UUID campaignId, int count, @Nullable String station) {
        var links = new ArrayList<Link>(count);
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO link (token, campaign_id, station) SELECT token, ?, ? FROM unnest(?) AS token")) {
            insert.setObject(1, campaignId);
            insert.setString(2, station);
            while (links.size() < count) {
                var some = Stream.generate(Links::newToken)
                        .limit(Math.min(AT_ONCE, count - links.size()))
                        .toArray(String[]::new);
                insert.setArray(3, connection.createArrayOf("text", some));
                insert.executeUpdate();
                for (var token : some) {
                    links.add(new Link(token, campaignId, station));
                }
            }
            return links;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A link made for a device or a poster. Part of the caller's transaction. */
    public Link createOne(UUID campaignId, @Nullable String station) {
        return create(campaignId, 1, station).getFirst();
    }

    /** @throws NotFound if the campaign has no such link */
    public Link require(UUID campaignId, String token) {
        try (var connection = dataSource.getConnection();
                var select =
                        connection.prepareStatement("SELECT station FROM link WHERE token = ? AND campaign_id = ?")) {
            select.setString(1, token);
            select.setObject(2, campaignId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("link", token);
                }
                return new Link(token, campaignId, row.getString("station"));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In the order of their tokens. */
    public List<Link> page(UUID campaignId, @Nullable String after, int limit) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                        SELECT token, station FROM link WHERE campaign_id = ? AND token > ? ORDER BY token LIMIT ?
                        """)) {
            select.setObject(1, campaignId);
            select.setString(2, after == null ? "" : after);
            select.setInt(3, limit);
            try (var rows = select.executeQuery()) {
                var links = new ArrayList<Link>();
                while (rows.next()) {
                    links.add(new Link(rows.getString("token"), campaignId, rows.getString("station")));
                }
                return links;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private @Nullable LinkTarget load(String token) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var select = connection.prepareStatement(TARGET)) {
            select.setString(1, token);
            try (var row = select.executeQuery()) {
                return row.next() ? target(row) : null;
            }
        }
    }

    private LinkTarget target(ResultSet row) throws SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new LinkTarget(
                row.getString("token"),
                row.getObject("id", UUID.class),
                row.getString("name"),
                CampaignStatus.valueOf(row.getString("status")),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("anonymous"),
                Access.valueOf(row.getString("access")),
                row.getBoolean("used"),
                row.getObject("quota", Integer.class),
                row.getInt("response_count"),
                row.getString("station"),
                row.getString("department"),
                closedAt == null ? null : closedAt.toInstant(),
                Duration.ofDays(row.getInt("grace_days")),
                versions.require(row.getObject("survey_id", UUID.class), row.getInt("version")));
    }

    /** 128 random bits; none that a spreadsheet would take for the beginning of a formula. */
    private static String newToken() {
        var bytes = new byte[16];
        while (true) {
            RANDOM.nextBytes(bytes);
            var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (token.charAt(0) != '-') {
                return token;
            }
        }
    }
}
