package io.github.arazzojunit.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only waiting and slow answers make go on, so that no case takes real time. */
final class VirtualTime extends Clock {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private Instant now = START;

    /** Waits on behalf of the runner. */
    void sleep(Duration duration) {
        if (!duration.isZero()) {
            waits.add(duration);
        }
        pass(duration);
    }

    /** Lets time pass for another reason than a wait. */
    void pass(Duration duration) {
        now = now.plus(duration);
    }

    Duration sinceStart() {
        return Duration.between(START, now);
    }

    /** The waits of the runner in their order. */
    List<Duration> waits() {
        return List.copyOf(waits);
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
        throw new UnsupportedOperationException("The time of the cases is UTC.");
    }
}
