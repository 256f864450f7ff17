package org.consoleme.web.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.io.CharConversionException;

/** Tells a body that cannot be read, which is its sender's mistake, from a fault of ours. */
final class UnreadableBody {
    private UnreadableBody() {}

    /**
     * What the first bytes say of the encoding may be wrong from there on: then Jackson throws no
     * exception of its own.
     */
    static boolean is(Throwable cause) {
        return switch (cause) {
            case InvalidDefinitionException _ -> false;
            case JsonProcessingException _, CharConversionException _ -> true;
            default -> false;
        };
    }
}
