package org.example;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class ParcelsApplication {

    public record Order(double weight) {}

    public record Parcel(String id, String state) {}

    private final Map<String, Parcel> parcels = new ConcurrentHashMap<>();

    public static void main(String[] arguments) {
        SpringApplication.run(ParcelsApplication.class, arguments);
    }

    @PostMapping("/parcels")
    @ResponseStatus(HttpStatus.CREATED)
    public Parcel send(@RequestBody Order order) {
        Parcel parcel = new Parcel("boot-" + parcels.size(), "sent");
        parcels.put(parcel.id(), parcel);
        return parcel;
    }

    @GetMapping("/parcels/{id}")
    public ResponseEntity<Parcel> find(@PathVariable("id") String id) {
        return ResponseEntity.of(Optional.ofNullable(parcels.get(id)));
    }
}
