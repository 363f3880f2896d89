package org.huisheng.gateway.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.gateway.identity.GuessLimit;
import org.huisheng.gateway.identity.Tokens;
import org.huisheng.gateway.testing.GatewayTest;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.problem.DomainException.TooMany;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnalystAccessTest extends GatewayTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String ADDRESS = "192.0.2.1";

    @Inject
    AnalystKeys keys;

    @Inject
    Tokens tokens;

    @Inject
    GuessLimit guessLimit;

    @Inject
    AnalystConfig config;

    private final SettableClock clock = new SettableClock(NOW);
    private UUID id;
    private String authorization;
    private AnalystAccess access;

    @BeforeEach
    void keyInUse() throws SQLException {
        id = UUID.randomUUID();
        var secret = Secret.make();
        keys.add(AnalystKey.made(id, "k" + id, null, null, NOW, "admin", NOW.plus(Duration.ofHours(1))), secret);
        authorization = "Basic "
                + Base64.getEncoder().encodeToString(("analyst:" + secret.text()).getBytes(StandardCharsets.UTF_8));
        access = gateway();
    }

    @Test
    void a_key_that_was_let_in_is_asked_about_again_after_five_seconds() throws Exception {
        var bearer = access.admit(authorization, ADDRESS);

        clock.set(NOW.plusMillis(4_999));
        assertThat(access.remembered(authorization)).isEqualTo(bearer);
        clock.set(NOW.plusSeconds(5));
        assertThat(access.remembered(authorization)).isNull();
    }

    @Test
    void a_revoked_key_is_let_in_nowhere_five_seconds_later() throws Exception {
        var other = gateway();
        access.admit(authorization, ADDRESS);
        other.admit(authorization, ADDRESS);

        keys.revoke(id, NOW, "admin");
        clock.set(NOW.plusSeconds(5));

        assertThat(access.remembered(authorization)).isNull();
        assertThat(other.remembered(authorization)).isNull();
        assertThatThrownBy(() -> access.admit(authorization, ADDRESS))
                .isInstanceOfSatisfying(
                        NotAuthenticated.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("bi-key-ended"));
        assertThatThrownBy(() -> other.admit(authorization, ADDRESS)).isInstanceOf(NotAuthenticated.class);
    }

    @Test
    void a_key_may_come_where_a_token_would_and_a_token_is_not_taken_for_one() throws Exception {
        var secret = Secret.make();
        keys.add(
                AnalystKey.made(UUID.randomUUID(), "k" + secret.fingerprint(), null, null, NOW, "admin", null), secret);
        var bare = "Bearer " + secret.text();

        assertThat(AnalystAccess.concerns(bare)).isTrue();
        assertThat(access.admit(bare, ADDRESS)).startsWith("Bearer ey");
        assertThat(access.remembered(bare)).isNotNull();
        assertThat(AnalystAccess.concerns("Bearer eyJ.eyJ.x")).isFalse();
        assertThat(AnalystAccess.concerns("Digest x")).isFalse();
        assertThatThrownBy(() -> access.admit("Bearer " + Secret.make().text(), ADDRESS))
                .isInstanceOfSatisfying(
                        NotAuthenticated.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("bad-bi-key"));
    }

    @Test
    void an_expired_key_is_not_let_in() throws Exception {
        clock.set(NOW.plus(Duration.ofHours(1)).minusMillis(1));
        access.admit(authorization, ADDRESS);

        clock.set(NOW.plus(Duration.ofHours(1)));
        assertThat(access.remembered(authorization)).isNull();
        assertThatThrownBy(() -> access.admit(authorization, ADDRESS)).isInstanceOf(NotAuthenticated.class);
    }

    @Test
    void the_old_secret_ends_with_the_overlap() throws Exception {
        keys.rotate(id, Secret.make(), NOW, Duration.ofMinutes(10));

        clock.set(NOW.plus(Duration.ofMinutes(10)).minusMillis(1));
        access.admit(authorization, ADDRESS);
        clock.set(NOW.plus(Duration.ofMinutes(10)));
        assertThatThrownBy(() -> access.admit(authorization, ADDRESS)).isInstanceOf(NotAuthenticated.class);
    }

    @Test
    void a_tool_with_a_key_that_has_ended_does_not_lock_out_its_neighbours() throws Exception {
        var neighbour = authorization;
        keyInUse();
        keys.revoke(id, NOW, "admin");
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> access.admit(authorization, ADDRESS)).isInstanceOf(NotAuthenticated.class);
        }

        assertThat(access.admit(neighbour, ADDRESS)).startsWith("Bearer ");
    }

    @Test
    void guessing_is_slowed_down_and_the_right_key_is_let_in_all_the_same() throws Exception {
        var wrong = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("analyst:" + Secret.make().text()).getBytes(StandardCharsets.UTF_8));
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> access.admit(wrong, ADDRESS)).isInstanceOf(NotAuthenticated.class);
        }

        assertThatThrownBy(() -> access.admit(wrong, ADDRESS)).isInstanceOf(TooMany.class);
        assertThat(access.admit(authorization, ADDRESS)).startsWith("Bearer ");
    }

    @Test
    void use_is_written_down_once_a_minute_however_many_gateways_there_are() throws Exception {
        access.admit(authorization, ADDRESS);
        assertThat(lastUsed()).isEqualTo(NOW);

        clock.set(NOW.plusSeconds(59));
        access.admit(authorization, ADDRESS);
        gateway().admit(authorization, ADDRESS);
        assertThat(lastUsed()).isEqualTo(NOW);

        clock.set(NOW.plusSeconds(60));
        gateway().admit(authorization, ADDRESS);
        assertThat(lastUsed()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void of_two_rotations_at_once_one_secret_remains() throws Exception {
        var first = Secret.make();
        var second = Secret.make();
        var rotations = Stream.of(first, second)
                .map(secret -> Thread.ofVirtual().start(() -> {
                    try {
                        keys.rotate(id, secret, NOW, Duration.ZERO);
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .toList();
        for (var rotation : rotations) {
            rotation.join();
        }

        assertThat(Stream.of(first, second).filter(this::letIn)).hasSize(1);
    }

    private boolean letIn(Secret secret) {
        try {
            return keys.presented(secret).orElseThrow().admits(NOW);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Instant lastUsed() throws SQLException {
        return keys.find(id).orElseThrow().lastUsedAt();
    }

    private AnalystAccess gateway() {
        return new AnalystAccess(keys, tokens, guessLimit, clock, config);
    }

    private static final class SettableClock extends Clock {

        private volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
