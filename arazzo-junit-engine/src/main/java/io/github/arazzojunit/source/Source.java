package io.github.arazzojunit.source;

import io.github.arazzojunit.contract.ExchangeContract;
import io.github.arazzojunit.model.Finding;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.openapi.ApiDescription;
import io.github.arazzojunit.openapi.Operation;
import java.util.List;
import java.util.Optional;

/** An entry of {@code sourceDescriptions} with what stands behind its URL, classified by content (SRC-07). */
public sealed interface Source {

    /** The name under which the document that lists it knows it. */
    String name();

    /**
     * This source as one that has operations, or the reason why it has none.
     *
     * @param place the element that needs an operation
     */
    Resolution<OpenApi> asOpenApi(LocatedNode place);

    /**
     * This source as one that has workflows, or the reason why it has none.
     *
     * @param place the element that needs a workflow
     */
    default Resolution<Arazzo> asArazzo(LocatedNode place) {
        return Resolution.notFound(
                "unknown-workflow",
                place,
                "Source '" + name() + "' is no Arazzo document and has no workflows.",
                "Name a source of type arazzo.");
    }

    /** An OpenAPI description. */
    record OpenApi(String name, ApiDescription description, ExchangeContract contract) implements Source {

        @Override
        public Resolution<OpenApi> asOpenApi(LocatedNode place) {
            return new Resolution.Found<>(this, List.of());
        }

        Optional<SourceOperation> operation(String operationId) {
            return description.operation(operationId).map(this::with);
        }

        SourceOperation with(Operation operation) {
            return new SourceOperation(name, operation, contract);
        }
    }

    /** Another Arazzo document. */
    record Arazzo(String name, LinkedDocument document) implements Source {

        @Override
        public Resolution<OpenApi> asOpenApi(LocatedNode place) {
            return Resolution.notFound(
                    "unknown-operation",
                    place,
                    "Source '" + name + "' is an Arazzo document and has no operations.",
                    "Use 'workflowId' to call one of its workflows.");
        }

        @Override
        public Resolution<Arazzo> asArazzo(LocatedNode place) {
            return new Resolution.Found<>(this, List.of());
        }
    }

    /** Read and classified, not executed (SRC-13). */
    record AsyncApi(String name) implements Source {

        @Override
        public Resolution<OpenApi> asOpenApi(LocatedNode place) {
            return Resolution.notFound(
                    "asyncapi-not-executed",
                    place,
                    "Source '" + name + "' is an AsyncAPI document. AsyncAPI steps are not executed yet.",
                    "Leave the workflow out with 'arazzo.filter.workflow'.");
        }
    }

    /** Cannot be loaded or read; only what needs it fails (AMB-05). */
    record Unusable(String name, Finding finding) implements Source {

        @Override
        public Resolution<OpenApi> asOpenApi(LocatedNode place) {
            return new Resolution.NotFound<>(finding);
        }

        @Override
        public Resolution<Arazzo> asArazzo(LocatedNode place) {
            return new Resolution.NotFound<>(finding);
        }
    }
}
