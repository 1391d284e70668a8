package org.example;

import io.github.arazzojunit.jupiter.Arazzo;
import io.github.arazzojunit.jupiter.ArazzoExtension;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArazzoExtension.class)
class ParcelsTest {

    @TestFactory
    Stream<DynamicNode> noProvider(Arazzo arazzo) {
        return down(arazzo).nodes("send-parcel");
    }

    @TestFactory
    Stream<DynamicNode> provider(Arazzo arazzo) {
        return document(arazzo).nodes("send-parcel");
    }

    @TestFactory
    Stream<DynamicNode> both(Arazzo arazzo) {
        return Stream.of(down(arazzo), document(arazzo)).flatMap(document -> document.nodes("send-parcel"));
    }

    private static Arazzo.Document down(Arazzo arazzo) {
        return document(arazzo).server("parcels", "http://localhost:1");
    }

    private static Arazzo.Document document(Arazzo arazzo) {
        return arazzo.document("parcels.arazzo.yaml");
    }
}
