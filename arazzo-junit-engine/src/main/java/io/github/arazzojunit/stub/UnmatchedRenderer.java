package io.github.arazzojunit.stub;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.github.tomakehurst.wiremock.verification.NearMiss;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import java.util.List;
import java.util.function.Consumer;

/** Marks the answer to a request that no stub serves, so that nobody takes it for the provider's 404. */
final class UnmatchedRenderer extends NotMatchedRenderer {

    /** WireMock hands on no other header of this answer, so its media type is the marker. */
    static final String MEDIA_TYPE = "application/vnd.arazzo-unmatched";

    private final Consumer<UnmatchedRequest> listener;

    UnmatchedRenderer(Consumer<UnmatchedRequest> listener) {
        this.listener = listener;
    }

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        LoggedRequest request = event.getRequest();
        UnmatchedRequest unmatched =
                new UnmatchedRequest(request.getMethod().value(), request.getUrl(), nearestStub(admin, request));
        listener.accept(unmatched);
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(404)
                .withHeader("Content-Type", MEDIA_TYPE)
                .withBody(unmatched.message())
                .build();
    }

    private static String nearestStub(Admin admin, LoggedRequest request) {
        List<NearMiss> nearMisses = admin.findTopNearMissesFor(request).getNearMisses();
        return nearMisses.isEmpty() ? "" : NearMissText.of(nearMisses.get(0));
    }
}
