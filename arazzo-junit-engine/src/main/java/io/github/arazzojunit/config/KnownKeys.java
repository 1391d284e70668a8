package io.github.arazzojunit.config;

import io.github.arazzojunit.Constants;
import io.github.arazzojunit.reader.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds keys that mean nothing to the engine, which are most often typing errors. */
final class KnownKeys {

    static final Set<String> KEYS = Set.of(
            Constants.DOCUMENTS_PROPERTY_NAME,
            Constants.TARGET_PROPERTY_NAME,
            Constants.VALIDATION_PROPERTY_NAME,
            Constants.SUCCESS_DEFAULT_PROPERTY_NAME,
            Constants.CONTRACT_RESPONSE_PROPERTY_NAME,
            Constants.CONTRACT_REQUEST_PROPERTY_NAME,
            Constants.CONTRACT_UNDECLARED_PROPERTY_NAME,
            Constants.CONTRACT_IGNORE_PROPERTY_NAME,
            Constants.FAILURE_END_PROPERTY_NAME,
            Constants.STUBS_PROPERTY_NAME,
            Constants.STUBS_GENERATE_PROPERTY_NAME,
            Constants.STUBS_BRANCHES_PROPERTY_NAME,
            Constants.STUBS_RECORD_PROPERTY_NAME,
            Constants.STUBS_PORT_PROPERTY_NAME,
            Constants.TLS_KEY_STORE_PROPERTY_NAME,
            Constants.TLS_KEY_STORE_PASSWORD_PROPERTY_NAME,
            Constants.TLS_TRUST_STORE_PROPERTY_NAME,
            Constants.TLS_TRUST_STORE_PASSWORD_PROPERTY_NAME,
            Constants.HTTP_TRANSPORT_PROPERTY_NAME,
            Constants.HTTP_CONNECT_TIMEOUT_PROPERTY_NAME,
            Constants.HTTP_RESPONSE_TIMEOUT_PROPERTY_NAME,
            Constants.HTTP_FOLLOW_REDIRECTS_PROPERTY_NAME,
            Constants.RETRY_MAX_DELAY_PROPERTY_NAME,
            Constants.LIMITS_STEPS_PROPERTY_NAME,
            Constants.LIMITS_DEPTH_PROPERTY_NAME,
            Constants.LIMITS_DURATION_PROPERTY_NAME,
            Constants.LIMITS_RESPONSE_SIZE_PROPERTY_NAME,
            Constants.LIMITS_DOCUMENT_SIZE_PROPERTY_NAME,
            Constants.HOSTS_PROPERTY_NAME,
            Constants.FILTER_WORKFLOW_PROPERTY_NAME,
            Constants.FILTER_DOCUMENT_PROPERTY_NAME,
            Constants.PARALLEL_ENABLED_PROPERTY_NAME,
            Constants.EXECUTION_ORDER_PROPERTY_NAME,
            Constants.EXECUTION_ORDER_RANDOM_SEED_PROPERTY_NAME,
            Constants.DISCOVERY_AS_ROOT_ENGINE_PROPERTY_NAME,
            Constants.REPORT_PROPERTY_NAME,
            Constants.PROFILE_PROPERTY_NAME,
            Constants.MASK_PROPERTY_NAME);

    static final List<String> PREFIXES = List.of(
            Constants.SERVER_PROPERTY_PREFIX,
            Constants.CONTAINER_PROPERTY_PREFIX,
            Constants.SOURCE_PROPERTY_PREFIX,
            Constants.INPUTS_PROPERTY_PREFIX,
            Constants.SECURITY_PROPERTY_PREFIX,
            Constants.COVERAGE_PROPERTY_PREFIX,
            Constants.CONTRACT_RESPONSE_PROPERTY_PREFIX,
            Constants.PARALLEL_CONFIG_PREFIX);

    private KnownKeys() {}

    /** One message for each key that begins like ours and is none of ours. */
    static List<String> unknownAmong(Set<String> keys) {
        return new TreeSet<>(keys)
                .stream()
                        .filter(key -> key.startsWith(Constants.PREFIX))
                        .filter(key -> !KEYS.contains(key))
                        .filter(key -> PREFIXES.stream()
                                .noneMatch(prefix -> key.startsWith(prefix) && key.length() > prefix.length()))
                        .map(KnownKeys::message)
                        .toList();
    }

    private static String message(String key) {
        return "The configuration parameter '" + key + "' is unknown and has no effect. "
                + Nearest.hint(key, candidates(key));
    }

    /** Keys with a prefix only resemble something when they end like the unknown one. */
    private static Set<String> candidates(String key) {
        Set<String> candidates = new TreeSet<>(KEYS);
        int end = key.indexOf('.', Constants.PREFIX.length());
        if (end > 0) {
            PREFIXES.forEach(prefix -> candidates.add(prefix + key.substring(end + 1)));
        }
        return candidates;
    }
}
