package io.github.arazzojunit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.util.Base64;
import java.util.Locale;

/**
 * The formats of the OpenAPI registry that the schema library does not check, or holds to be narrower than they are.
 * Values of other types always match.
 */
enum OpenApiFormat implements Format {
    INT32 {
        @Override
        boolean matches(JsonNode value) {
            return !value.isIntegralNumber() || value.canConvertToInt();
        }
    },
    INT64 {
        @Override
        boolean matches(JsonNode value) {
            return !value.isIntegralNumber() || value.canConvertToLong();
        }
    },
    EMAIL {
        @Override
        boolean matches(JsonNode value) {
            return !value.isTextual() || Mailbox.is(value.textValue());
        }
    },
    IDN_EMAIL {
        @Override
        boolean matches(JsonNode value) {
            return EMAIL.matches(value);
        }
    },
    /** Base64 in either alphabet, as senders mix them up, with or without line breaks. */
    BYTE {
        @Override
        boolean matches(JsonNode value) {
            return !value.isTextual() || isBase64(value.textValue());
        }

        private boolean isBase64(String text) {
            try {
                Base64.getDecoder()
                        .decode(text.replace('-', '+').replace('_', '/').replaceAll("[\r\n]", ""));
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    };

    abstract boolean matches(JsonNode value);

    @Override
    public String getName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean matches(ExecutionContext context, SchemaContext schemaContext, JsonNode value) {
        return matches(value);
    }
}
