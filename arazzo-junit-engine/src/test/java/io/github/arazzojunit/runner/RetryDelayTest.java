package io.github.arazzojunit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.model.Action;
import io.github.arazzojunit.model.LocatedNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDelayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofDays(30_000);

    @ParameterizedTest(name = "{0} -> {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                " 7  | 7",
                "999999999 | 999999999",
                "1000000000 | 2147483647",
                "99999999999999999999 | 2147483647",
                "Thu, 01 Jan 2026 00:00:05 GMT | 5",
                "Thu, 01 Jan 2026 00:00:00 GMT | 0",
                "Wed, 31 Dec 2025 23:59:59 GMT | 0",
                "Thursday, 01-Jan-26 00:01:00 GMT | 60",
                "Sunday, 06-Nov-94 08:49:37 GMT | 0",
                "Thu Jan  1 00:00:09 2026 | 9",
                "Sun Jan 11 00:00:00 2026 | 864000",
                "-1 | 3",
                "1.5 | 3",
                "soon | 3",
                "'' | 3",
                "2026-01-01T00:00:09Z | 3",
            })
    void ACT_37_a_header_counts_when_it_can_be_read(String header, long seconds) {
        assertThat(delay(header, LONGEST).duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void ACT_36_without_a_header_the_action_decides() {
        RetryDelay delay = RetryDelay.of(retry(), Optional.empty(), LONGEST, CLOCK);

        assertThat(delay).isEqualTo(new RetryDelay(Duration.ofSeconds(3), "retryAfter 3 s"));
    }

    @Test
    void AMB_51_a_wait_of_exactly_the_longest_is_not_cut() {
        assertThat(delay("3", Duration.ofSeconds(3)).note()).isEqualTo("Retry-After: 3 3 s");
        assertThat(delay("4", Duration.ofSeconds(3)))
                .isEqualTo(new RetryDelay(
                        Duration.ofSeconds(3), "Retry-After: 4 of 4 s cut to 3 s by 'arazzo.retry.max-delay'"));
        assertThat(delay("soon", Duration.ofMillis(2500)).note())
                .isEqualTo("retryAfter of 3 s cut to 2500 ms by 'arazzo.retry.max-delay'");
    }

    private static RetryDelay delay(String header, Duration longest) {
        HttpRequest request = new HttpRequest("GET", URI.create("https://x.test/"), List.of(), Optional.empty());
        HttpResponse response = new HttpResponse(503, List.of(new Header("retry-after", header)), Bytes.EMPTY);
        return RetryDelay.of(retry(), Optional.of(new Exchange(request, response, Duration.ZERO)), longest, CLOCK);
    }

    private static Action.Retry retry() {
        LocatedNode source = LocatedNode.root(
                URI.create("file:/test.arazzo.yaml"),
                NullNode.getInstance(),
                new LocatedNode.Places(1, 1, Map.of(), List.of()));
        return new Action.Retry("again", Optional.empty(), List.of(), Duration.ofSeconds(3), 1, List.of(), source);
    }
}
