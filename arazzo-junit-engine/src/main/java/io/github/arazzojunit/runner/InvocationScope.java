package io.github.arazzojunit.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.arazzojunit.expression.Evaluation;
import io.github.arazzojunit.expression.ExpressionEvaluator;
import io.github.arazzojunit.expression.Scope;
import io.github.arazzojunit.http.Exchange;
import io.github.arazzojunit.http.PreparedRequest;
import io.github.arazzojunit.model.LocatedNode;
import io.github.arazzojunit.source.LinkedDocument;
import io.github.arazzojunit.source.Source;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What expressions read inside an invocation at one moment: with or without a request, a response, a callee. */
final class InvocationScope implements Scope {

    private final InvocationState state;
    private final Optional<PreparedRequest> request;
    private final Optional<Exchange> exchange;
    private final Optional<ObjectNode> outputs;

    private InvocationScope(
            InvocationState state,
            Optional<PreparedRequest> request,
            Optional<Exchange> exchange,
            Optional<ObjectNode> outputs) {
        this.state = state;
        this.request = request;
        this.exchange = exchange;
        this.outputs = outputs;
    }

    /** Before a request is sent, or outside of any step. */
    static InvocationScope of(InvocationState state) {
        return new InvocationScope(state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** After an attempt of an operation step. */
    InvocationScope with(Optional<PreparedRequest> sent, Optional<Exchange> received) {
        return new InvocationScope(state, sent, received, outputs);
    }

    /** With a meaning for {@code $outputs}: those of a called workflow, or the ones computed so far (AMB-60). */
    InvocationScope withOutputs(ObjectNode current) {
        return new InvocationScope(state, request, exchange, Optional.of(current));
    }

    @Override
    public Evaluation url() {
        return fromExchange(sent -> text(sent.request().uri().toString()));
    }

    @Override
    public Evaluation method() {
        return fromExchange(sent -> text(sent.request().method()));
    }

    @Override
    public Evaluation statusCode() {
        return fromExchange(
                sent -> new Evaluation.Value(IntNode.valueOf(sent.response().status())));
    }

    @Override
    public Evaluation self() {
        LinkedDocument document = state.invocation().document();
        return document.document().self().filter(self -> !self.isEmpty()).isPresent()
                ? text(document.baseUri().toString())
                : new Evaluation.Missing("the document has no '$self'");
    }

    @Override
    public Evaluation requestHeader(String name) {
        Evaluation found = fromRequest(sent -> sent.headers().get(name), "header", name);
        boolean bodyless = name.equalsIgnoreCase("Content-Type")
                && request.filter(sent -> sent.body().isEmpty()).isPresent();
        return bodyless && found instanceof Evaluation.Missing missing
                ? new Evaluation.Missing(missing.reason() + ", because the step sends no body")
                : found;
    }

    @Override
    public Evaluation requestQuery(String name) {
        return fromRequest(sent -> sent.query().get(name), "query parameter", name);
    }

    @Override
    public Evaluation requestPath(String name) {
        return fromRequest(sent -> sent.path().get(name), "path parameter", name);
    }

    @Override
    public Evaluation requestBody() {
        return request.flatMap(PreparedRequest::body)
                .<Evaluation>map(Evaluation.Value::new)
                .orElseGet(() -> new Evaluation.Missing("no request with a body was sent"));
    }

    @Override
    public Evaluation responseHeader(String name) {
        return fromExchange(sent -> sent.response()
                .header(name)
                .map(InvocationScope::text)
                .orElseGet(() -> new Evaluation.Missing("the response has no header '" + name + "'")));
    }

    @Override
    public Evaluation responseBody() {
        return fromExchange(sent -> sent.response()
                .bodyValue()
                .value()
                .<Evaluation>map(Evaluation.Value::new)
                .orElseGet(() -> new Evaluation.Missing(
                        sent.response().bodyValue().note().orElse("the response has no body"))));
    }

    @Override
    public Evaluation inputs() {
        return new Evaluation.Value(state.inputs());
    }

    @Override
    public Evaluation outputs() {
        return outputs.<Evaluation>map(Evaluation.Value::new)
                .orElseGet(() -> new Evaluation.Missing("'$outputs' has no meaning here"));
    }

    @Override
    public Evaluation stepOutputs(String stepId) {
        return value(state.stepOutputs().get(stepId), "step '" + stepId + "' has not been executed");
    }

    @Override
    public Evaluation workflowInputs(String workflowId) {
        return workflow(workflowId)
                .<Evaluation>map(entry -> new Evaluation.Value(entry.inputs()))
                .orElseGet(() -> notExecuted(workflowId));
    }

    @Override
    public Evaluation workflowOutputs(String workflowId) {
        return workflow(workflowId)
                .flatMap(CompletedWorkflows.Entry::outputs)
                .<Evaluation>map(Evaluation.Value::new)
                .orElseGet(() -> notExecuted(workflowId));
    }

    @Override
    public Evaluation workflowStepOutputs(String workflowId, String stepId) {
        return workflow(workflowId)
                .map(entry -> value(
                        entry.stepOutputs().get(stepId),
                        "step '" + stepId + "' of workflow '" + workflowId + "' has not been executed"))
                .orElseGet(() -> notExecuted(workflowId));
    }

    @Override
    public Evaluation sourceDescription(String name, String reference) {
        LinkedDocument document = state.invocation().document();
        Optional<Source> source = document.source(name);
        if (source.isEmpty()) {
            return new Evaluation.Missing("the document lists no source '" + name + "'");
        }
        if (source.get() instanceof Source.OpenApi openApi
                && openApi.description().operation(reference).isPresent()) {
            return text(reference);
        }
        if (source.get() instanceof Source.Arazzo arazzo) {
            if (arazzo.document().document().workflow(reference).isPresent()) {
                return text(reference);
            }
            Optional<Evaluation> output = foreignOutput(arazzo, reference);
            if (output.isPresent()) {
                return output.get();
            }
        }
        return document.document()
                .sourceDescription(name)
                .flatMap(description -> description.source().member(reference))
                .<Evaluation>map(field -> new Evaluation.Value(field.value()))
                .orElseGet(() -> new Evaluation.Missing("source '" + name + "' has no '" + reference + "'"));
    }

    @Override
    public Evaluation component(String type, String key) {
        return state.invocation()
                .document()
                .document()
                .source()
                .member("components")
                .flatMap(components -> components.member(type))
                .flatMap(components -> components.member(key))
                .map(LocatedNode::value)
                .<Evaluation>map(Evaluation.Value::new)
                .orElseGet(() -> new Evaluation.Missing("there is no component '" + type + "." + key + "'"));
    }

    /** {@code <workflowId>.outputs.<name>} behind the name of an Arazzo source, with or without a pointer (AMB-61). */
    private Optional<Evaluation> foreignOutput(Source.Arazzo arazzo, String reference) {
        int outputsAt = reference.indexOf(".outputs.");
        if (outputsAt < 0) {
            return Optional.empty();
        }
        URI uri = arazzo.document().document().uri();
        String name = reference.substring(outputsAt + ".outputs.".length());
        return state.completed()
                .find(uri, reference.substring(0, outputsAt))
                .flatMap(CompletedWorkflows.Entry::outputs)
                .map(values -> ExpressionEvaluator.named(values, name));
    }

    private Optional<CompletedWorkflows.Entry> workflow(String workflowId) {
        return state.completed().find(state.invocation().document().document().uri(), workflowId);
    }

    private Evaluation fromExchange(Function<Exchange, Evaluation> read) {
        return exchange.map(read).orElseGet(() -> new Evaluation.Missing("there is no response yet"));
    }

    private Evaluation fromRequest(Function<PreparedRequest, @Nullable JsonNode> read, String kind, String name) {
        return request.map(sent -> value(read.apply(sent), "the request has no " + kind + " '" + name + "'"))
                .orElseGet(() -> new Evaluation.Missing("there is no request yet"));
    }

    private static Evaluation value(@Nullable JsonNode value, String reasonIfAbsent) {
        return value == null ? new Evaluation.Missing(reasonIfAbsent) : new Evaluation.Value(value);
    }

    private static Evaluation notExecuted(String workflowId) {
        return new Evaluation.Missing("workflow '" + workflowId + "' has not been executed in this run");
    }

    private static Evaluation text(String text) {
        return new Evaluation.Value(TextNode.valueOf(text));
    }
}
