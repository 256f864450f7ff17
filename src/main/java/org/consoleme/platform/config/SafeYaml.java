package org.consoleme.platform.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Reads one YAML 1.1 document as PyYAML's {@code safe_load} does, within limits, with three wanted
 * differences: keys are text as written, 12 unquoted digits are an account id and not a number, and
 * dates stay text. What cannot be read is named by file, line and column, never with content, which
 * may be secret.
 */
final class SafeYaml {
    /** In bytes; a document of a real deployment has some tens of kB. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 1_000;

    /** What SnakeYAML says that holds nothing of the document. */
    private static final List<String> HARMLESS_REASONS =
            List.of(
                    "mapping values are not allowed here",
                    "could not find expected ':'",
                    "found unexpected end of stream",
                    "found duplicate key",
                    "found undefined alias",
                    "expected <block end>",
                    "expected ',' or ']'",
                    "expected ',' or '}'");

    private static final String TAB = "found character '\\t(TAB)'";

    private SafeYaml() {}

    /**
     * @param value null, a scalar, a {@code List} or a {@code Map} with text keys; immutable
     * @param notes what was read although it looks like a mistake
     */
    record Document(Object value, List<String> notes) {}

    /**
     * @param name of the file or place, for messages
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with {@code name} as field
     */
    static Document read(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw invalid(name, "is larger than " + MAX_BYTES + " bytes", null);
        }
        return read(name, utf8(name, bytes));
    }

    /** Throws {@code Invalid} for other encodings. */
    static String utf8(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw invalid(name, "is not UTF-8 text", e);
        }
    }

    static Document read(String name, String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_BYTES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setAllowRecursiveKeys(false);
        limits.setWarnOnDuplicateKeys(false);
        Constructor constructor = new Constructor(limits);
        DumperOptions unused = new DumperOptions();
        Yaml yaml =
                new Yaml(
                        constructor, new Representer(unused), unused, limits, new PyYamlResolver());
        try {
            Object value = yaml.load(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return new Document(YamlTree.frozen(name, value), constructor.notes(name));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw invalid(name, "is not valid YAML" + at(mark) + reason(e), null);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) { // SnakeYAML throws any kind for odd explicit tags
            throw invalid(name, "is not YAML that can be read here" + limit(e), null);
        }
    }

    private static String at(Mark mark) {
        return mark == null
                ? ""
                : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static String reason(MarkedYAMLException e) {
        String problem = e.getProblem();
        if (problem == null) {
            return "";
        }
        if (problem.startsWith(TAB)) {
            return ": a tab is used for indentation";
        }
        return HARMLESS_REASONS.stream()
                .filter(problem::startsWith)
                .findFirst()
                .map(reason -> ": " + reason)
                .orElse("");
    }

    private static String limit(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Nesting Depth exceeded")) {
            return ": it is nested deeper than " + MAX_DEPTH + " levels";
        }
        if (message.startsWith("Number of aliases")) {
            return ": it has more than " + MAX_ALIASES + " aliases";
        }
        return message.startsWith("special characters") ? ": it holds control characters" : "";
    }

    /** Without a cause when that one's message would show the content. */
    private static RuntimeException invalid(String name, String reason, Exception cause) {
        return new Problem.Invalid(name, reason).asException(cause);
    }

    private static final class Constructor extends SafeConstructor {
        private final List<Integer> linesOfRepeatedKeys = new ArrayList<>();

        Constructor(LoaderOptions limits) {
            super(limits);
            yamlConstructors.put(Tag.INT, new AccountIdOrInt());
        }

        List<String> notes(String name) {
            return linesOfRepeatedKeys.stream()
                    .map(line -> name + " repeats a key at line " + line + "; the last one counts")
                    .toList();
        }

        @Override
        protected void constructMapping2ndStep(MappingNode node, Map<Object, Object> mapping) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : node.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && !key.getTag().equals(Tag.MERGE)) {
                    key.setTag(Tag.STR);
                    if (!seen.add(key.getValue())) {
                        linesOfRepeatedKeys.add(key.getStartMark().getLine() + 1);
                    }
                }
            }
            super.constructMapping2ndStep(node, mapping);
        }

        private final class AccountIdOrInt extends ConstructYamlInt {
            @Override
            public Object construct(Node node) {
                String written = ((ScalarNode) node).getValue();
                return AccountId.isAccountId(written) ? written : super.construct(node);
            }
        }
    }
}
