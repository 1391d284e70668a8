package io.github.arazzojunit.runner;

import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.model.Action;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long to wait before a repetition (ACT-36, ACT-37, AMB-51).
 *
 * @param duration never negative
 * @param note where the duration comes from, and whether it was cut
 */
record RetryDelay(Duration duration, String note) {

    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US).withZone(ZoneOffset.UTC);

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

    /** A number of seconds, or a date in one of the three forms that recipients have to know (RFC 9110). */
    private static Optional<Duration> parse(String value, Instant now) {
        if (value.matches("[0-9]+")) {
            return Optional.of(Duration.ofSeconds(value.length() < 10 ? Long.parseLong(value) : Integer.MAX_VALUE));
        }
        int century = now.atOffset(ZoneOffset.UTC).getYear() - 49;
        return Stream.of(DateTimeFormatter.RFC_1123_DATE_TIME, twoDigitYears(century), WITHOUT_ZONE)
                .flatMap(format -> instant(format, value).stream())
                .findFirst()
                .map(date -> date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    }

    private static Optional<Instant> instant(DateTimeFormatter format, String value) {
        try {
            return Optional.of(format.parse(value, Instant::from));
        } catch (DateTimeException e) {
            // Another form may fit; what fits none is ignored, and the action's own delay counts.
            return Optional.empty();
        }
    }

    private static DateTimeFormatter twoDigitYears(int first) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, first)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
