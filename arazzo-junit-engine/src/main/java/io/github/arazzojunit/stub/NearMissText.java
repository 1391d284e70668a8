package io.github.arazzojunit.stub;

import com.github.tomakehurst.wiremock.verification.NearMiss;
import com.github.tomakehurst.wiremock.verification.diff.PlainTextDiffRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left of WireMock's comparison of a request with the most similar stub when all that agrees is taken out:
 * WireMock offers it as a table of two columns only, far too wide for a failure message.
 */
final class NearMissText {

    private static final int TABLE_WIDTH = 240;
    private static final int MAX_DIFFERENCES = 8;
    private static final int MAX_LENGTH = 120;

    /** A row of the table: what the stub wants, what was sent and, where a difference begins, its name. */
    private static final Pattern ROW = Pattern.compile("(.*?)\\s*\\| ?(.*?)(?:\\s*<<<<< (.*))?");

    private final List<Difference> differences = new ArrayList<>();
    private boolean insideDifference;

    private NearMissText() {}

    static String of(NearMiss nearMiss) {
        NearMissText text = new NearMissText();
        new PlainTextDiffRenderer(Map.of(), TABLE_WIDTH)
                .render(nearMiss.getDiff())
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(text::add);
        List<String> lines = new ArrayList<>();
        lines.add("  " + Objects.requireNonNullElse(nearMiss.getStubMapping().getName(), "a stub without a name"));
        text.differences.stream().limit(MAX_DIFFERENCES).map(Difference::line).forEach(lines::add);
        return String.join("\n", lines);
    }

    private void add(Matcher row) {
        if (row.group(3) != null) {
            differences.add(new Difference(row.group(3)));
            insideDifference = true;
        } else if (row.group(1).isBlank() && row.group(2).isBlank()) {
            insideDifference = false;
        }
        if (insideDifference) {
            Difference difference = differences.get(differences.size() - 1);
            difference.wanted.append(row.group(1)).append(' ');
            difference.sent.append(row.group(2)).append(' ');
        }
    }

    /** A long value goes on in the rows below. */
    private static final class Difference {

        private final String name;
        private final StringBuilder wanted = new StringBuilder();
        private final StringBuilder sent = new StringBuilder();

        Difference(String name) {
            this.name = name;
        }

        String line() {
            return "  - " + name + ": the stub wants " + shortened(wanted) + ", sent was " + shortened(sent);
        }

        private static String shortened(StringBuilder text) {
            String line = text.toString().strip().replaceAll("\\s+", " ");
            if (line.isEmpty()) {
                return "nothing";
            }
            return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
        }
    }
}
