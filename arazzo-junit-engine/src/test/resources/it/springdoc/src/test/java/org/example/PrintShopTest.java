package org.example;

import io.github.arazzojunit.jupiter.Arazzo;
import io.github.arazzojunit.jupiter.ArazzoExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(ArazzoExtension.class)
class PrintShopTest {

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicNode> workflows(Arazzo arazzo) {
        return arazzo.document("print-shop.arazzo.yaml")
                .server("shop", port)
                .source("shop", "/v3/api-docs")
                .nodes();
    }
}
