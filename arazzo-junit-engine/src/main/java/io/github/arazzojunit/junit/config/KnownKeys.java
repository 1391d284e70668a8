package io.github.arazzojunit.junit.config;

import io.github.arazzojunit.Constants;
import java.util.Comparator;
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
            Constants.FAILURE_END_PROPERTY_NAME,
            Constants.STUBS_PROPERTY_NAME,
            Constants.STUBS_GENERATE_PROPERTY_NAME,
            Constants.STUBS_RECORD_PROPERTY_NAME,
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
            Constants.MASK_PROPERTY_NAME);

    static final List<String> PREFIXES = List.of(
            Constants.SERVER_PROPERTY_PREFIX,
            Constants.CONTAINER_PROPERTY_PREFIX,
            Constants.SOURCE_PROPERTY_PREFIX,
            Constants.INPUTS_PROPERTY_PREFIX,
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
        return "The configuration parameter '" + key + "' is unknown and has no effect. Did you mean '" + nearest(key)
                + "'?";
    }

    private static String nearest(String key) {
        return new TreeSet<>(KEYS)
                .stream()
                        .min(Comparator.comparingInt(known -> distance(key, known)))
                        .orElseThrow();
    }

    /** Levenshtein: how many characters have to be inserted, deleted or replaced. */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
