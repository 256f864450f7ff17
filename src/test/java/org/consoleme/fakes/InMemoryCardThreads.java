package org.consoleme.fakes;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consoleme.notifications.CardThreads;

/** What was said under which card. */
public final class InMemoryCardThreads implements CardThreads {
    private final Map<String, Set<String>> begun = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> said = new ConcurrentHashMap<>();

    @Override
    public Set<String> said(String place) {
        return Set.copyOf(of(said, place));
    }

    @Override
    public boolean begin(String place, String comment) {
        return of(begun, place).add(comment);
    }

    @Override
    public void stands(String place, String comment) {
        of(said, place).add(comment);
    }

    private static Set<String> of(Map<String, Set<String>> all, String place) {
        return all.computeIfAbsent(place, any -> ConcurrentHashMap.newKeySet());
    }
}
