package io.github.arazzojunit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.arazzojunit.http.Bytes;
import io.github.arazzojunit.http.HttpRequest;
import io.github.arazzojunit.http.HttpResponse;
import io.github.arazzojunit.http.Transport;
import io.github.arazzojunit.http.TransportException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteResourceLoaderTest {

    private static final URI PLACE = URI.create("https://example.com/w.arazzo.yaml");

    private final List<HttpRequest> requests = new ArrayList<>();

    @Test
    void MED_01_MED_02_it_asks_for_the_registered_types_and_takes_whatever_comes() throws IOException {
        byte[] content = loader(200, "arazzo: 1.1.0").load(PLACE);

        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("arazzo: 1.1.0");
        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.uri()).isEqualTo(PLACE);
            assertThat(request.body()).isEmpty();
            assertThat(request.headers()).singleElement().satisfies(header -> {
                assertThat(header.name()).isEqualTo("Accept");
                assertThat(header.value())
                        .contains(
                                "application/vnd.oai.workflows+yaml",
                                "application/vnd.oai.workflows+json",
                                "application/json",
                                "*/*");
            });
        });
    }

    @Test
    void SRC_08_an_error_page_is_no_document() {
        assertThatThrownBy(() -> loader(404, "arazzo: 1.1.0").load(PLACE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }

    @Test
    void SRC_08_a_server_that_cannot_be_reached_is_named_as_the_cause() {
        Transport refusing = new Transport() {

            @Override
            public HttpResponse send(HttpRequest request, Duration timeout) throws TransportException {
                throw new TransportException(TransportException.Reason.REFUSED, "The connection was refused.");
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };

        assertThatThrownBy(() -> new RemoteResourceLoader(refusing, Duration.ofSeconds(1)).load(PLACE))
                .isInstanceOf(IOException.class)
                .hasMessage("The connection was refused.")
                .hasCauseInstanceOf(TransportException.class);
    }

    private ResourceLoader loader(int status, String body) {
        Transport answering = new Transport() {

            @Override
            public HttpResponse send(HttpRequest request, Duration timeout) {
                requests.add(request);
                return new HttpResponse(status, List.of(), Bytes.utf8(body));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        return new RemoteResourceLoader(answering, Duration.ofSeconds(1));
    }
}
