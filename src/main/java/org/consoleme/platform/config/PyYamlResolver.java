package org.consoleme.platform.config;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Decides what an unquoted word means as PyYAML does, because existing files were written for it:
 * {@code 1e5} is text there and a number elsewhere. Dates stay text as written, since nothing in a
 * configuration is a date, and policy documents say {@code Version: 2012-10-17}.
 *
 * @see <a href="https://github.com/yaml/pyyaml/blob/main/lib/yaml/resolver.py">PyYAML's rules</a>
 */
final class PyYamlResolver extends Resolver {
    private static final Pattern PY_BOOL =
            Pattern.compile(
                    "^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$");
    private static final Pattern PY_FLOAT =
            Pattern.compile(
                    "^(?:[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
                            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
                            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
    private static final Pattern PY_INT =
            Pattern.compile(
                    "^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)"
                            + "|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$");
    private static final Pattern PY_NULL = Pattern.compile("^(?:~|null|Null|NULL| )$");
    private static final Pattern EMPTY_TEXT = Pattern.compile("^$");
    private static final Pattern PY_MERGE = Pattern.compile("^(?:<<)$");

    /** Called by the super constructor. */
    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, PY_BOOL, "yYnNtTfFoO");
        addImplicitResolver(Tag.FLOAT, PY_FLOAT, "-+0123456789.");
        addImplicitResolver(Tag.INT, PY_INT, "-+0123456789");
        addImplicitResolver(Tag.MERGE, PY_MERGE, "<");
        addImplicitResolver(Tag.NULL, PY_NULL, "~nN\0");
        addImplicitResolver(Tag.NULL, EMPTY_TEXT, null);
    }
}
