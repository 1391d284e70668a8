package io.github.arazzojunit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostListTest {

    private final HostList hosts = new HostList(List.of("API.example.com", "*.test.example.org"));

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/a, true",
        "http://API.EXAMPLE.COM:8080/, true",
        "https://example.com/, false",
        "https://evil-api.example.com/, false",
        "https://api.example.com.evil.org/, false",
        "https://a.test.example.org/, true",
        "https://a.b.test.example.org/, true",
        "https://test.example.org/, false",
        "https://nottest.example.org/, false",
        "ftp://api.example.com/, false",
        "file:///api.example.com, false"
    })
    void SEC_02_only_hosts_that_are_named_are_in_the_list(URI url, boolean named) {
        assertThat(hosts.names(url)).isEqualTo(named);
    }

    @Test
    void SEC_02_an_empty_list_names_no_host() {
        HostList none = new HostList(List.of());

        assertThat(none.isEmpty()).isTrue();
        assertThat(hosts.isEmpty()).isFalse();
        assertThat(none.names(URI.create("https://api.example.com/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/",
                "https://127.0.0.1/a",
                "http://127.1.2.3/",
                "http://[::1]:80/",
                "HTTP://LOCALHOST/"
            })
    void a_loopback_address_leads_back_to_this_machine(URI url) {
        assertThat(HostList.isLoopback(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.evil.org/",
                "http://128.0.0.1/",
                "http://127.0.0.1.evil.org/",
                "file:///localhost"
            })
    void no_other_address_does(URI url) {
        assertThat(HostList.isLoopback(url)).isFalse();
    }
}
