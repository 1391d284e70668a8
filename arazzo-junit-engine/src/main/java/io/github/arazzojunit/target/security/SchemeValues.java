package io.github.arazzojunit.target.security;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.config.SecurityKey;
import io.github.arazzojunit.config.SecurityKey.Field;
import io.github.arazzojunit.openapi.SecurityScheme;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the user configured for one security scheme of one source: the configuration first, then the environment. */
record SchemeValues(
        String source, SecurityScheme scheme, Map<SecurityKey, String> values, Map<String, String> environment) {

    Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(new SecurityKey(source, scheme.name(), field)))
                .or(() -> Optional.ofNullable(environment.get(variable(field))))
                .filter(value -> !value.isBlank());
    }

    boolean has(Field field) {
        return value(field).isPresent();
    }

    /** {@code 'arazzo.security.orders.basicAuth.password'}, for messages. */
    String key(Field field) {
        return "'" + Constants.SECURITY_PROPERTY_PREFIX + new SecurityKey(source, scheme.name(), field) + "'";
    }

    /** {@code ARAZZO_SECURITY_ORDERS_BASICAUTH_PASSWORD}. */
    private String variable(Field field) {
        return (Constants.SECURITY_PROPERTY_PREFIX + new SecurityKey(source, scheme.name(), field))
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "_");
    }

    @Override
    public String toString() {
        return "scheme '" + scheme.name() + "' of source '" + source + "'";
    }
}
