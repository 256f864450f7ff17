package org.consoleme.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.DynamicConfiguration;
import org.consoleme.shared.Problem;

/**
 * The dynamic configuration as text: from and to its stored form, and parsed. Tolerant of bad
 * entries, which it names and leaves out; strict about the document, which is YAML and a map.
 */
public final class DynamicConfigurationText {
    /** In bytes, inflated. DynamoDB keeps 400 kB of the deflated form. */
    public static final int MAX_BYTES = SafeYaml.MAX_BYTES;

    private static final String NAME = "dynamic_config";

    private DynamicConfigurationText() {}

    /**
     * The text of a stored zlib stream.
     *
     * @throws org.consoleme.shared.ProblemException {@code Invalid} or {@code TooLarge}
     */
    public static String inflated(byte[] stored) {
        return SafeYaml.utf8(NAME, ZlibText.inflated(stored, MAX_BYTES));
    }

    public static byte[] deflated(String text) {
        return ZlibText.deflated(text);
    }

    /** Lower-case hexadecimal SHA-256 of the UTF-8 text: the version of the API. */
    public static String version(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Parses one version. An empty or null document is an empty configuration.
     *
     * @throws org.consoleme.shared.ProblemException {@code Invalid} with field {@code
     *     dynamic_config} if the text is no YAML or no map
     */
    public static DynamicConfiguration parsed(String text, String updatedBy, Instant updatedAt) {
        SafeYaml.Document document = SafeYaml.read(NAME, text);
        return switch (document.value()) {
            case null -> of(text, updatedBy, updatedAt, Map.of(), document.notes());
            case Map<?, ?> map ->
                    of(text, updatedBy, updatedAt, YamlTree.asTree(map), document.notes());
            default ->
                    throw new Problem.Invalid(NAME, "is a map of keys, and this is none")
                            .asException();
        };
    }

    /**
     * As {@link #parsed(String, String, Instant)}, for what nobody saved yet.
     *
     * @throws org.consoleme.shared.ProblemException {@code Invalid} also if it is not UTF-8
     */
    static DynamicConfiguration parsed(byte[] text) {
        return parsed(SafeYaml.utf8(NAME, text), "", Instant.EPOCH);
    }

    /** The static {@code dynamic_config} block, which counts until the first version is read. */
    static DynamicConfiguration standIn(Map<String, Object> block) {
        return new DynamicConfigurationReader(block, List.of())
                .read("", Optional.empty(), Optional.empty());
    }

    private static DynamicConfiguration of(
            String text,
            String updatedBy,
            Instant updatedAt,
            Map<String, Object> tree,
            List<String> notes) {
        return new DynamicConfigurationReader(tree, notes)
                .read(version(text), Optional.of(updatedAt), Optional.of(updatedBy));
    }
}
