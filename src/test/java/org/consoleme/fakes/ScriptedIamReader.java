package org.consoleme.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.consoleme.accounts.Account;
import org.consoleme.inventory.IamObject;
import org.consoleme.inventory.IamReader;
import org.consoleme.shared.AccountId;
import org.consoleme.shared.Problem;

/** Hands on the pages that an account was given, then fails if it was told to. */
public final class ScriptedIamReader implements IamReader {
    private final Map<AccountId, List<List<IamObject>>> pages = new ConcurrentHashMap<>();
    private final Map<AccountId, Problem> problems = new ConcurrentHashMap<>();
    private volatile Optional<Runnable> beforeEachPage = Optional.empty();

    /** The account's objects, so many on a page. */
    public void holds(AccountId account, List<IamObject> objects, int perPage) {
        List<List<IamObject>> all = new ArrayList<>();
        for (int from = 0; from < objects.size(); from += perPage) {
            all.add(List.copyOf(objects.subList(from, Math.min(objects.size(), from + perPage))));
        }
        pages.put(account, all);
        problems.remove(account);
    }

    /** Fails after so many pages were handed on. */
    public void failsAfter(AccountId account, int pagesRead, Problem problem) {
        pages.computeIfPresent(
                account, (id, all) -> all.subList(0, Math.min(pagesRead, all.size())));
        problems.put(account, problem);
    }

    public void beforeEachPage(Runnable action) {
        beforeEachPage = Optional.of(action);
    }

    @Override
    public void read(Account account, Consumer<List<IamObject>> consumer) {
        for (List<IamObject> page : pages.getOrDefault(account.id(), List.of())) {
            beforeEachPage.ifPresent(Runnable::run);
            consumer.accept(page);
        }
        Problem problem = problems.get(account.id());
        if (problem != null) {
            throw problem.asException();
        }
    }
}
