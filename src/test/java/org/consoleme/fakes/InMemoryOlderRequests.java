package org.consoleme.fakes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.requests.OlderList;
import org.consoleme.requests.OlderRequest;
import org.consoleme.requests.OlderRequests;
import org.consoleme.shared.RequestId;

/** What ConsoleMe wrote. */
public final class InMemoryOlderRequests implements OlderRequests {
    private final List<OlderRequest> all = new CopyOnWriteArrayList<>();

    public InMemoryOlderRequests with(OlderRequest... requests) {
        all.addAll(List.of(requests));
        return this;
    }

    @Override
    public Optional<OlderRequest> find(RequestId id) {
        return all.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    @Override
    public OlderList list() {
        return new OlderList(
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                                (OlderRequest request) ->
                                                        request.requestedAt()
                                                                .map(at -> at.toEpochMilli())
                                                                .orElse(0L))
                                        .reversed())
                        .toList());
    }
}
