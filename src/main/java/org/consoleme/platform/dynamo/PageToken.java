package org.consoleme.platform.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import org.consoleme.requests.RequestOrder;
import org.consoleme.shared.Problem;

/**
 * Where a page of a list ended: the last item that was handed out. The check sum tells a token that
 * was cut, altered or meant for another list; it keeps no secret, since a token leads to nothing
 * that the list itself would not show.
 *
 * @param at the sorted number, epoch milliseconds
 * @param id of the item; decides between equal numbers
 */
record PageToken(long at, String id) {
    private static final int MAX_LENGTH = 256;
    private static final int PARTS = 3;

    /**
     * @param list what it is a page of
     */
    String text(String list) {
        String content = at + "|" + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (content + "|" + sum(list, content)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws org.consoleme.shared.ProblemException {@code Invalid}
     */
    static PageToken parse(String list, String text) {
        return read(list, text)
                .orElseThrow(
                        () -> new Problem.Invalid("from", "not a page of this list").asException());
    }

    private static Optional<PageToken> read(String list, String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            if (parts.length != PARTS || !parts[2].equals(sum(list, parts[0] + "|" + parts[1]))) {
                return Optional.empty();
            }
            return Optional.of(new PageToken(Long.parseLong(parts[0]), parts[1]));
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    private static String sum(String list, String content) {
        CRC32 sum = new CRC32();
        sum.update((list + "|" + content).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** Whether that item comes after this one in a list of that order. */
    boolean before(RequestOrder order, IndexPages.Entry other) {
        return order.of(IndexPages.BY_TIME).compare(new IndexPages.Entry(id, at), other) < 0;
    }
}
