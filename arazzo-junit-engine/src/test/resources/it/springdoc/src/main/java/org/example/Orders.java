package org.example;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/orders")
public class Orders {

    public enum State {
        OPEN,
        PRINTED
    }

    public record NewOrder(
            @NotBlank String customer,
            @NotNull @Email String email,
            @Min(1) @Max(100) int copies,
            LocalDate needed) {}

    public record Order(
            @NotNull UUID id,
            @NotNull String customer,
            @NotNull String email,
            int copies,
            LocalDate needed,
            @NotNull State state,
            @NotNull OffsetDateTime created) {}

    public record Picture(@NotNull String name, long bytes, String note) {}

    private record Stored(String name, byte[] bytes) {}

    private final Map<UUID, Order> orders = new ConcurrentSkipListMap<>();
    private final Map<UUID, Stored> pictures = new ConcurrentHashMap<>();
    private final String fault;

    Orders(@Value("${shop.fault:none}") String fault) {
        this.fault = fault;
    }

    @PostMapping
    @SecurityRequirement(name = "staff")
    @ApiResponse(responseCode = "201", description = "It will be printed.")
    @ApiResponse(
            responseCode = "400",
            description = "The order is not valid.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "401", description = "Nobody that we know.", content = @Content)
    public ResponseEntity<Order> placeOrder(@Valid @RequestBody NewOrder wanted, UriComponentsBuilder here) {
        UUID id = UUID.randomUUID();
        Order order = new Order(
                id,
                wanted.customer(),
                fault.equals("no-email") ? null : wanted.email(),
                wanted.copies(),
                wanted.needed(),
                State.OPEN,
                OffsetDateTime.now(ZoneOffset.UTC));
        orders.put(id, order);
        return ResponseEntity.created(here.path("/orders/{id}").build(id)).body(order);
    }

    @GetMapping
    public Page<Order> findOrders(@ParameterObject Pageable page) {
        List<Order> all = new ArrayList<>(orders.values());
        int from = (int) Math.min(page.getOffset(), all.size());
        int to = Math.min(from + page.getPageSize(), all.size());
        return new PageImpl<>(all.subList(from, to), page, all.size());
    }

    @GetMapping("/{id}")
    @ApiResponse(responseCode = "200", description = "The order.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such order.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    public Order getOrder(@PathVariable("id") UUID id) {
        if (fault.equals("teapot")) {
            throw new ResponseStatusException(HttpStatus.I_AM_A_TEAPOT);
        }
        Order order = orders.get(id);
        if (order == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id + ".");
        }
        return order;
    }

    @PostMapping(path = "/{id}/picture", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @SecurityRequirement(name = "staff")
    @ApiResponse(responseCode = "200", description = "The picture is here.")
    @ApiResponse(responseCode = "401", description = "Nobody that we know.", content = @Content)
    public Picture uploadPicture(
            @PathVariable("id") UUID id,
            @RequestPart("file") MultipartFile file,
            @RequestPart(name = "note", required = false) String note)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "picture" : file.getOriginalFilename();
        pictures.put(id, new Stored(name, file.getBytes()));
        return new Picture(name, file.getSize(), note);
    }

    @GetMapping(path = "/{id}/picture", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ApiResponse(responseCode = "200", description = "The bytes of the picture.")
    public ResponseEntity<byte[]> downloadPicture(@PathVariable("id") UUID id) {
        Stored picture = pictures.get(id);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(picture.name()).build().toString())
                .body(picture.bytes());
    }
}
