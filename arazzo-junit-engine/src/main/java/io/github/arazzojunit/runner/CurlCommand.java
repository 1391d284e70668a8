package io.github.arazzojunit.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.Header;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of {@code bash}, {@code zsh} and their kin that sends a request again: the same bytes, secrets aside. A body
 * that is long or no text is read from a file.
 *
 * @param fileName of the file where there has to be one
 */
record CurlCommand(HttpRequest request, Masker masker, String fileName) {

    String text() {
        String url = masker.url(request.uri().toString());
        List<String> words = new ArrayList<>(List.of("curl"));
        if (request.method().equals("HEAD") && request.body().isEmpty()) {
            words.add("--head");
        } else {
            words.add("-X " + request.method());
        }
        if (url.matches(".*[\\[\\]{}].*")) {
            words.add("--globoff");
        }
        if (url.contains("/.")) {
            words.add("--path-as-is");
        }
        words.add(quoted(url));
        request.headers().forEach(header -> words.add("-H " + quoted(line(header))));
        if (request.body().isPresent()) {
            // curl would name a form.
            if (request.header("Content-Type").isEmpty()) {
                words.add("-H 'Content-Type:'");
            }
            words.add(file().isPresent() ? "--data-binary @" + fileName : "--data-raw " + quoted(body().text(UTF_8)));
        }
        return String.join(" ", words);
    }

    /** The content of the file; empty where the command has all of the body. */
    Optional<Bytes> file() {
        Bytes body = body();
        String text = body.text(UTF_8);
        boolean inline = text.length() <= ExchangeText.LONGEST_BODY
                && text.indexOf(0) < 0
                && Bytes.utf8(text).equals(body);
        return inline ? Optional.empty() : Optional.of(body);
    }

    private Bytes body() {
        Bytes body = request.body().orElse(Bytes.EMPTY);
        return masker.bytes(
                body,
                request.header("Content-Type")
                        .flatMap(MediaType::parse)
                        .filter(type -> !type.isJson())
                        .map(MediaType::charset)
                        .orElse(UTF_8));
    }

    /** Behind a colon alone curl would leave the header out. */
    private String line(Header header) {
        String value = masker.header(header.name(), header.value());
        return value.isBlank() ? header.name() + ";" : header.name() + ": " + value;
    }

    /** Control characters would not survive a terminal or a report, so they are escaped, as shells since POSIX 2024 can. */
    private static String quoted(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
        StringBuilder quoted = new StringBuilder("$'");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\', '\'' -> quoted.append('\\').append(character);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ' || character == 0x7f) {
                        quoted.append("\\%03o".formatted((int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('\'').toString();
    }
}
