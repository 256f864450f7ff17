package org.consoleme.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/**
 * Who may ask and who decides here: everybody may ask for a role of one in nine of the cost centers
 * of a {@link RoleUniverse}, and nobody here for a policy.
 */
final class Rules {
    static final String APPROVERS = "approvers@example.com";

    private static final String TEXT =
            """
            approval_rules:
              - name: some cost centers
                match: {kinds: [role], role_tags: {cost-center: ["cc-1*"]}}
                who_may_ask: [everybody]
                approvers: [%s]
              - name: policies
                match: {kinds: [inline_policy]}
                who_may_ask: [nobody-here@example.com]
                approvers: [%s]
            """
                    .formatted(APPROVERS, APPROVERS);

    private Rules() {}

    /** As ConsoleMe keeps a dynamic configuration: a zlib stream. */
    static byte[] deflated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes)) {
            deflating.write(TEXT.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
