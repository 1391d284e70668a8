package io.github.arazzojunit.stub;

import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.WireMockServices;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.extension.responsetemplating.ResponseTemplateTransformer;
import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Request.Part;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * WireMock's templates, for multipart requests that repeat the name of a part as well: WireMock refuses to build their
 * model. The first part keeps its name for {@code request.parts}, the others are called {@code name-2}, {@code name-3}.
 */
final class RepeatedParts extends ResponseTemplateTransformer {

    private RepeatedParts(WireMockServices services) {
        super(services.getTemplateEngine(), false, services.getFiles(), List.of());
    }

    static List<Extension> templates(WireMockServices services) {
        return List.of(new RepeatedParts(services));
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return super.transform(
                repeats(event.getRequest()) ? event.replaceRequest(distinct(event.getRequest())) : event);
    }

    private static boolean repeats(Request request) {
        return request.isMultipart()
                && request.getParts().stream().map(Part::getName).distinct().count()
                        < request.getParts().size();
    }

    private static Request distinct(Request request) {
        Map<String, Integer> seen = new HashMap<>();
        return RequestWrapper.create()
                .transformParts(part -> {
                    int count = seen.merge(String.valueOf(part.getName()), 1, Integer::sum);
                    return count == 1 ? part : new Renamed(part, part.getName() + "-" + count);
                })
                .wrap(request);
    }

    private record Renamed(Part part, String name) implements Part {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getFileName() {
            return part.getFileName();
        }

        @Override
        public HttpHeader getHeader(String key) {
            return part.getHeader(key);
        }

        @Override
        public HttpHeaders getHeaders() {
            return part.getHeaders();
        }

        @Override
        public Body getBody() {
            return part.getBody();
        }
    }
}
