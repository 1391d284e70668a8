package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.arazzojunit.jupiter.Arazzo;
import io.github.arazzojunit.jupiter.ArazzoExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(ArazzoExtension.class)
class ParcelsTest {

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicNode> workflows(Arazzo arazzo) {
        return arazzo.document("parcels.arazzo.yaml").server("parcels", port).nodes();
    }

    @Test
    void a_parcel_gets_an_id_of_this_application(Arazzo arazzo) {
        Arazzo.Result result = arazzo.document("parcels.arazzo.yaml")
                .server("parcels", port)
                .request(request -> request.header("X-Request-Source", "tests"))
                .run("send-parcel");

        assertThat(result.outputs().get("id").toString()).startsWith("boot-");
        assertThat(result.exchanges()).allSatisfy(exchange -> {
            assertThat(exchange.url().getPort()).isEqualTo(port);
        });
    }
}
