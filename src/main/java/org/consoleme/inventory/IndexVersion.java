package org.consoleme.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The version of an account's index: equal content, equal version; on every node, in any order. */
final class IndexVersion {
    private IndexVersion() {}

    /**
     * @param roles sorted by ARN
     */
    static String of(List<IndexedRole> roles) {
        Digest digest = new Digest();
        for (IndexedRole role : roles) {
            digest.add(role.arn().toString());
            add(digest, role.webIdentities());
            add(digest, role.cliIdentities());
            digest.add(role.maxSession().toString());
            digest.add(role.owner().map(owner -> "=" + owner).orElse(""));
            digest.add(role.description().map(text -> "=" + text).orElse(""));
            add(digest, role.tags());
        }
        return digest.hex();
    }

    private static void add(Digest digest, Set<String> texts) {
        digest.add(Integer.toString(texts.size()));
        new TreeSet<>(texts).forEach(digest::add);
    }

    private static void add(Digest digest, Map<String, String> texts) {
        digest.add(Integer.toString(texts.size()));
        new TreeMap<>(texts).forEach((key, value) -> digest.add(key).add(value));
    }
}
