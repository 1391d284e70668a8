package io.github.arazzojunit.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A parameter, its reference already resolved.
 *
 * @param in absent where the parameter becomes an input of a workflow
 * @param value a constant, a runtime expression, a text with embedded expressions or a Selector Object
 * @param source the entry of the list, also where that is a Reusable Object
 */
public record Parameter(String name, Optional<Location> in, LocatedNode value, LocatedNode source) {

    /** Where a parameter goes. */
    public enum Location {
        PATH,
        QUERY,
        QUERYSTRING,
        HEADER,
        COOKIE,
        /** Channel address parameter of AsyncAPI steps (AMB-24). */
        CHANNEL;

        /** The spelling of the specification. */
        public String fieldValue() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Same name and location; header names ignore case (PRM-03, PRM-10). */
    public boolean hasIdentityOf(Parameter other) {
        boolean header = in.filter(Location.HEADER::equals).isPresent();
        return in.equals(other.in) && (header ? name.equalsIgnoreCase(other.name) : name.equals(other.name));
    }
}
