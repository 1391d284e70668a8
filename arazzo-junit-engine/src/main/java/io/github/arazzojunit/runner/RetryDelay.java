package io.github.arazzojunit.runner;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.model.Action;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How long to wait before a repetition (ACT-36, ACT-37, AMB-51).
 *
 * @param duration never negative
 * @param note where the duration comes from, and whether it was cut
 */
record RetryDelay(Duration duration, String note) {

    static RetryDelay of(Action.Retry retry, Optional<Exchange> exchange, Duration longest, Clock clock) {
        Optional<String> header = exchange.flatMap(sent -> sent.response().header("Retry-After"));
        Optional<Duration> demanded = header.flatMap(value -> parse(value.strip(), clock.instant()));
        Duration wanted = demanded.orElse(retry.retryAfter());
        String origin = demanded.isPresent() ? "Retry-After: " + header.orElseThrow() : "retryAfter";
        if (wanted.compareTo(longest) > 0) {
            return new RetryDelay(
                    longest,
                    origin + " of " + seconds(wanted) + " cut to " + seconds(longest) + " by 'arazzo.retry.max-delay'");
        }
        return new RetryDelay(wanted, origin + " " + seconds(wanted));
    }

    private static Optional<Duration> parse(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
