package io.github.arazzojunit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.arazzojunit.runner.TargetException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.testcontainers.images.builder.ImageFromDockerfile;

class ImageStarterTest {

    private static final ContainerSettings WIREMOCK = image(DockerEngine.IMAGE);

    private static ContainerSettings image(String name) {
        return new ContainerSettings(name, Optional.empty(), Map.of(), Optional.empty());
    }

    @Test
    void without_a_docker_engine_the_failure_says_how_to_do_without_containers() {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(new ImageStarter("shop", image("shop:1"), () -> false, Duration.ZERO)::start)
                .withMessage("No Docker engine answers, so the container 'shop:1' for source 'shop' cannot be started."
                        + " Start Docker or set DOCKER_HOST, or set 'arazzo.server.shop' to a provider that runs"
                        + " already.");
    }

    @Test
    void a_docker_engine_that_testcontainers_cannot_use_is_told_from_one_that_does_not_answer() {
        BooleanSupplier withoutHelper = () -> {
            throw new IllegalStateException("start", new IllegalStateException("no image of the helper"));
        };

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(new ImageStarter("shop", image("shop:1"), withoutHelper, Duration.ZERO)::start)
                .withMessage("Testcontainers cannot use the Docker engine, so the container 'shop:1' for source 'shop'"
                        + " cannot be started: no image of the helper. Make it work with Testcontainers, or set"
                        + " 'arazzo.server.shop' to a provider that runs already.");
    }

    @Test
    void a_name_that_no_image_can_have_names_the_key() {
        DockerEngine.assumeItAnswers();

        failure(image("No Image!"))
                .withMessageStartingWith("The image 'No Image!' for source 'shop' cannot be had: ")
                .withMessageEndingWith(
                        ". Correct 'arazzo.container.shop.image', or pull or build the image beforehand.");
    }

    @Test
    void an_unknown_image_names_the_key() {
        DockerEngine.assumeItAnswers();

        failure(image("localhost:1/arazzo-junit/unknown:1"))
                .withMessageStartingWith(
                        "The image 'localhost:1/arazzo-junit/unknown:1' for source 'shop' cannot be had: ")
                .withMessageEndingWith(
                        ". Correct 'arazzo.container.shop.image', or pull or build the image beforehand.");
    }

    @Test
    void an_image_without_an_exposed_port_names_the_key() {
        DockerEngine.assumeItAnswers();
        String image = new ImageFromDockerfile("localhost/arazzo-junit/no-port", true)
                .withDockerfileFromBuilder(builder -> builder.from("scratch").label("purpose", "no port"))
                .get();

        failure(image(image))
                .withMessage("The image '" + image + "' for source 'shop' exposes no port, so no request can be sent."
                        + " Set 'arazzo.container.shop.port' to the port on which it listens.");
    }

    @Test
    void a_container_that_dies_at_its_start_shows_the_end_of_its_log() {
        DockerEngine.assumeItAnswers();
        ContainerSettings dying = new ContainerSettings(
                DockerEngine.IMAGE,
                Optional.empty(),
                Map.of("JAVA_TOOL_OPTIONS", "-XX:+NoSuchSwitch"),
                Optional.of("/__admin/health"));

        failure(dying)
                .withMessageStartingWith("The container '" + DockerEngine.IMAGE + "' for source 'shop' ended before it"
                        + " answered. Look at 'arazzo.container.shop.image' and 'arazzo.container.shop.env.<name>'."
                        + " The end of its log:\n")
                .withMessageContaining("NoSuchSwitch");
    }

    @Test
    void a_path_that_never_answers_with_2xx_ends_the_wait_and_names_the_keys() {
        DockerEngine.assumeItAnswers();
        ContainerSettings waiting = new ContainerSettings(
                DockerEngine.IMAGE, Optional.of(8080), Map.of(), Optional.of("/nobody-answers-here"));

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(new ImageStarter("shop", waiting, () -> true, Duration.ofSeconds(2))::start)
                .withMessageStartingWith("The container '" + DockerEngine.IMAGE + "' for source 'shop' was not ready"
                        + " within 2 s: GET /nobody-answers-here did not answer with 2xx on its port 8080 (last: ")
                .withMessageContaining(
                        "Set 'arazzo.container.shop.wait' to a path that answers with 2xx when it is ready, or"
                                + " 'arazzo.container.shop.port' to the port on which it listens. The end of its log:\n");
    }

    @Test
    void a_started_container_answers_on_the_port_that_its_image_exposes_and_is_gone_after_its_end()
            throws TargetException, IOException, InterruptedException {
        DockerEngine.assumeItAnswers();
        URI health;
        try (RunningContainer running = new ImageStarter("shop", WIREMOCK).start()) {
            health = running.baseUrl().resolve("/__admin/health");
            assertThat(status(health)).isEqualTo(200);
            assertThat(running.log()).contains("8080");
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> status(health));
    }

    private static int status(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static ThrowableAssertAlternative<TargetException> failure(ContainerSettings settings) {
        return assertThatExceptionOfType(TargetException.class).isThrownBy(new ImageStarter("shop", settings)::start);
    }
}
