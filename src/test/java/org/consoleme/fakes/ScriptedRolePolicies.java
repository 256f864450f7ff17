package org.consoleme.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.consoleme.policies.PolicyDocument;
import org.consoleme.requests.RolePolicies;
import org.consoleme.shared.Problem;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.UserId;

/**
 * Inline policies of the roles that exist; remembers the calls that change something, fails as
 * told, and loses an answer.
 */
public final class ScriptedRolePolicies implements RolePolicies {
    private final Map<RoleArn, Map<String, PolicyDocument>> roles = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final AtomicInteger readings = new AtomicInteger();
    private final Set<RoleArn> refreshed = ConcurrentHashMap.newKeySet();
    private Optional<Problem> afterwards = Optional.empty();
    private Optional<Problem> readingProblem = Optional.empty();
    private Optional<Problem> refreshProblem = Optional.empty();
    private Runnable whileReading = () -> {};

    public ScriptedRolePolicies role(RoleArn role) {
        roles.putIfAbsent(role, new ConcurrentSkipListMap<>());
        return this;
    }

    public ScriptedRolePolicies has(RoleArn role, String name, PolicyDocument document) {
        role(role).roles.get(role).put(name, document);
        return this;
    }

    public void deleteRole(RoleArn role) {
        roles.remove(role);
    }

    /** The next calls that change something fail, one problem each, and change nothing. */
    public synchronized void failsWith(Problem... wanted) {
        problems.addAll(List.of(wanted));
    }

    /** All policies of a role cannot be read from now on. */
    public void readingFailsWith(Problem problem) {
        readingProblem = Optional.of(problem);
    }

    /** The next call that changes something does so, and then its answer gets lost. */
    public synchronized void losesTheAnswer(Problem problem) {
        afterwards = Optional.of(problem);
    }

    /** Happens once, after the next reading of a policy and before its answer. */
    public void whileReading(Runnable meanwhile) {
        whileReading = meanwhile;
    }

    public void refreshFailsWith(Problem problem) {
        refreshProblem = Optional.of(problem);
    }

    /** {@code put app logs for alice@example.com}, {@code delete …}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public Optional<PolicyDocument> live(RoleArn role, String name) {
        return Optional.ofNullable(roles.getOrDefault(role, Map.of()).get(name));
    }

    public boolean wasRefreshed(RoleArn role) {
        return refreshed.contains(role);
    }

    @Override
    public Optional<PolicyDocument> inline(RoleArn role, String name, UserId onBehalfOf) {
        Optional<PolicyDocument> read = Optional.ofNullable(of(role).get(name));
        Runnable meanwhile = whileReading;
        whileReading = () -> {};
        meanwhile.run();
        return read;
    }

    @Override
    public List<Live> all(RoleArn role, UserId onBehalfOf) {
        readings.incrementAndGet();
        readingProblem.ifPresent(
                problem -> {
                    throw problem.asException();
                });
        return of(role).entrySet().stream()
                .map(policy -> new Live(policy.getKey(), policy.getValue().text()))
                .toList();
    }

    /** How often all policies of a role were read. */
    public int readings() {
        return readings.get();
    }

    @Override
    public int othersSize(RoleArn role, String name, UserId onBehalfOf) {
        return of(role).entrySet().stream()
                .filter(policy -> !policy.getKey().equals(name))
                .mapToInt(policy -> policy.getValue().text().replaceAll("\\s", "").length())
                .sum();
    }

    @Override
    public synchronized void put(
            RoleArn role, String name, PolicyDocument document, UserId onBehalfOf) {
        change("put", role, name, onBehalfOf, () -> of(role).put(name, document));
    }

    @Override
    public synchronized void delete(RoleArn role, String name, UserId onBehalfOf) {
        change("delete", role, name, onBehalfOf, () -> of(role).remove(name));
    }

    @Override
    public void refresh(RoleArn role, UserId onBehalfOf) {
        refreshProblem.ifPresent(
                problem -> {
                    throw problem.asException();
                });
        refreshed.add(role);
    }

    private void change(
            String call, RoleArn role, String name, UserId onBehalfOf, Runnable change) {
        calls.add(call + ' ' + role.name() + ' ' + name + " for " + onBehalfOf);
        if (!problems.isEmpty()) {
            throw problems.removeFirst().asException();
        }
        change.run();
        Optional<Problem> lost = afterwards;
        afterwards = Optional.empty();
        lost.ifPresent(
                problem -> {
                    throw problem.asException();
                });
    }

    private Map<String, PolicyDocument> of(RoleArn role) {
        Map<String, PolicyDocument> policies = roles.get(role);
        if (policies == null) {
            throw new Problem.NotFound("role", role.toString()).asException();
        }
        return policies;
    }
}
