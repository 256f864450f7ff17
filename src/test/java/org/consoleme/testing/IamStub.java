package org.consoleme.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * STS, IAM and Organizations on loopback: quick, paging as AWS does (moto's
 * GetAccountAuthorizationDetails never pages), and failing when told to. The account of an IAM call
 * is told from the access key, which AssumeRole makes of the account.
 */
public final class IamStub implements AutoCloseable {
    static {
        // Without it each small answer waits 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String HUB = "123456789012";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final IamPages pages;
    private final IamRoles roles = new IamRoles();
    private final OrganizationAnswers organization;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, Queue<Answer>> told = new ConcurrentHashMap<>();
    private final Queue<Map<String, String>> received = new ConcurrentLinkedDeque<>();
    private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> withoutSpokeRole = ConcurrentHashMap.newKeySet();
    private volatile Duration sessionLifetime = Duration.ofHours(1);

    /** What goes back. */
    static final class Reply {
        private final int status;
        private final byte[] body;

        Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        static Reply of(String body) {
            return new Reply(200, body.getBytes(StandardCharsets.UTF_8));
        }

        static Reply error(int status, String code, boolean json) {
            String text =
                    json
                            ? "{\"__type\":\"" + code + "\",\"message\":\"told to\"}"
                            : "<ErrorResponse><Error><Type>Sender</Type><Code>"
                                    + code
                                    + "</Code><Message>told to</Message></Error><RequestId>stub</RequestId></ErrorResponse>";
            return new Reply(status, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What to answer instead of the usual. A slow answer is the usual one after {@code after}. */
    private record Answer(int status, String code, String body, Duration after) {}

    public IamStub(int accounts, int rolesPerAccount, int pageSize) throws IOException {
        organization = new OrganizationAnswers(accounts);
        this.pages = new IamPages(rolesPerAccount, pageSize);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The roles that single calls know: none until some are added. */
    public IamRoles roles() {
        return roles;
    }

    /** {@code 500000000000} and up, as ListAccounts names them. */
    public static String account(int number) {
        return String.valueOf(500_000_000_000L + number);
    }

    /** How often an action was called, failed calls included. */
    public int calls(String action) {
        return calls.getOrDefault(action, new AtomicInteger()).get();
    }

    /** The parameters of the last call of an action of STS or IAM. */
    public Map<String, String> last(String action) {
        return received.stream()
                .filter(call -> action.equals(call.get("Action")))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The next {@code times} calls fail as AWS does. */
    public IamStub fail(String action, int status, String code, int times) {
        return tell(action, new Answer(status, code, null, Duration.ZERO), times);
    }

    /** The next call is answered with this XML or JSON. */
    public IamStub answer(String action, String body) {
        return tell(action, new Answer(200, null, body, Duration.ZERO), 1);
    }

    /** The next {@code times} calls are answered late. */
    public IamStub slow(String action, Duration after, int times) {
        return tell(action, new Answer(200, null, null, after), times);
    }

    /** How many calls with this account's keys had the usual answer. */
    public int answered(String action, String account) {
        return answered.getOrDefault(action + account, new AtomicInteger()).get();
    }

    /** The account has lost its spoke role: nobody may assume it, and its sessions are void. */
    public IamStub refuse(String account) {
        withoutSpokeRole.add(account);
        return this;
    }

    /** All accounts have their spoke role again. */
    public IamStub allow() {
        withoutSpokeRole.clear();
        return this;
    }

    public IamStub sessionsLast(Duration lifetime) {
        sessionLifetime = lifetime;
        return this;
    }

    private IamStub tell(String action, Answer answer, int times) {
        Queue<Answer> queue = told.computeIfAbsent(action, a -> new ConcurrentLinkedQueue<>());
        IntStream.range(0, times).forEach(i -> queue.add(answer));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            Map<String, String> form = target == null ? FormBody.read(body) : Map.of();
            String action =
                    target == null
                            ? form.getOrDefault("Action", "")
                            : target.substring(target.indexOf('.') + 1);
            calls.computeIfAbsent(action, a -> new AtomicInteger()).incrementAndGet();
            remember(target == null ? form : Map.of("Action", action, "Body", body));
            Answer answer = told.getOrDefault(action, new ArrayDeque<>()).poll();
            if (answer != null && !answer.after().isZero()) {
                closing.await(answer.after().toMillis(), TimeUnit.MILLISECONDS);
            }
            if (answer != null && answer.code() != null) {
                send(exchange, Reply.error(answer.status(), answer.code(), target != null));
            } else if (answer != null && answer.body() != null) {
                send(exchange, Reply.of(answer.body()));
            } else if (action.equals("AssumeRole")
                    && withoutSpokeRole.contains(form.get("RoleArn").split(":", 6)[4])) {
                send(exchange, Reply.error(403, "AccessDenied", false));
            } else if (withoutSpokeRole.contains(keyAccount(exchange))) {
                send(exchange, Reply.error(403, "InvalidClientTokenId", false));
            } else {
                answered.computeIfAbsent(action + keyAccount(exchange), a -> new AtomicInteger())
                        .incrementAndGet();
                send(exchange, usual(action, form, body, keyAccount(exchange)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remember(Map<String, String> form) {
        received.add(form);
        if (received.size() > 100) {
            received.poll();
        }
    }

    private Reply usual(String action, Map<String, String> form, String body, String account) {
        return switch (action) {
            case "AssumeRole" -> Reply.of(StsAnswers.assumed(form, sessionLifetime));
            case "GetCallerIdentity" -> Reply.of(StsAnswers.identity(account));
            case "GetAccountAuthorizationDetails" ->
                    new Reply(200, pages.details(account, page(form)));
            case "ListRoles" -> new Reply(200, pages.listed(account, page(form)));
            case "ListAccountAliases" -> Reply.of(StsAnswers.ALIASES);
            case "ListRoots",
                    "ListAccounts",
                    "ListAccountsForParent",
                    "ListOrganizationalUnitsForParent" ->
                    Reply.of(organization.answer(action, body));
            default -> roles.answer(action, form, account);
        };
    }

    private static int page(Map<String, String> form) {
        return Integer.parseInt(form.getOrDefault("Marker", "0"));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(reply.status, reply.body.length);
        exchange.getResponseBody().write(reply.body);
    }

    private static String keyAccount(HttpExchange exchange) {
        List<String> header = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
        if (header.isEmpty()) {
            return HUB;
        }
        int at = header.getFirst().indexOf("Credential=ASIA");
        return at < 0 ? HUB : header.getFirst().substring(at + 15, at + 27);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
