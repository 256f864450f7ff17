package org.consoleme.platform.dynamo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consoleme.requests.ChangeRequest;
import org.consoleme.requests.EarlierContent;
import org.consoleme.shared.ProblemException;

/**
 * What a request asked for before it was edited, within its row. Rows without are of an earlier
 * release, or never edited. What cannot be read is forgotten with all that is older: it only says
 * what changed, and the request itself must stay readable.
 */
final class EarlierContentItem {
    private static final String ROW = "earlier";
    private static final String HASH = "hash";
    private static final String REPLACED = "replaced";

    private EarlierContentItem() {}

    /** Nothing for a request that nobody edited: its row is as it always was. */
    static void put(Map<String, Object> row, ChangeRequest request) {
        if (!request.earlier().isEmpty()) {
            row.put(ROW, request.earlier().stream().map(EarlierContentItem::of).toList());
        }
    }

    private static Map<String, Object> of(EarlierContent earlier) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put(HASH, earlier.hash());
        earlier.replaced()
                .ifPresent(
                        replaced -> {
                            Map<String, Object> change = new LinkedHashMap<>();
                            change.put("id", replaced.id());
                            ChangeItem.putContent(change, replaced.change());
                            item.put(REPLACED, change);
                        });
        return item;
    }

    static List<EarlierContent> read(Item row) {
        Deque<EarlierContent> known = new ArrayDeque<>();
        for (Item item : row.items(ROW).reversed()) {
            try {
                known.addFirst(content(item));
            } catch (ProblemException unreadable) {
                break;
            }
        }
        return new ArrayList<>(known);
    }

    private static EarlierContent content(Item item) {
        return new EarlierContent(
                StoredWords.text(item, HASH),
                item.attributes().containsKey(REPLACED)
                        ? Optional.of(replaced(new Item(item.map(REPLACED))))
                        : Optional.empty());
    }

    private static EarlierContent.Replaced replaced(Item change) {
        return new EarlierContent.Replaced(
                StoredWords.text(change, "id"), ChangeItem.content(change));
    }
}
