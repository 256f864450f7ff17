package org.consoleme.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ports of the stack, all on 127.0.0.1. */
public record Ports(int server, int slackTwin, int aws, int dynamodb, int redis, int federation) {
    private static final int MAX = 65_535;

    /** The usual ports, each changed by its variable. */
    static Ports from(Map<String, String> environment) {
        return new Ports(
                port(environment, "HTTP_PORT", 8081),
                port(environment, "LOCAL_STACK_SLACK_PORT", 8082),
                port(environment, "LOCAL_STACK_AWS_PORT", 8083),
                port(environment, "LOCAL_STACK_DYNAMODB_PORT", 8084),
                port(environment, "LOCAL_STACK_REDIS_PORT", 8085),
                port(environment, "LOCAL_STACK_FEDERATION_PORT", 8086));
    }

    /** Ports that are free now: for tests. */
    public static Ports random() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] free = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(free[0], free[1], free[2], free[3], free[4], free[5]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** The same ports with another one that is free now for one more server. */
    Ports forAnotherServer() {
        return new Ports(random().server, slackTwin, aws, dynamodb, redis, federation);
    }

    /** The ports that this stack opens itself, each with the variable that changes it. */
    Map<String, Integer> needed(StackSettings settings) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("HTTP_PORT", server);
        ports.put("LOCAL_STACK_FEDERATION_PORT", federation);
        if (settings.slack().isEmpty()) {
            ports.put("LOCAL_STACK_SLACK_PORT", slackTwin);
        }
        if (settings.aws().isEmpty()) {
            ports.put("LOCAL_STACK_AWS_PORT", aws);
        }
        if (settings.dynamodb().isEmpty()) {
            ports.put("LOCAL_STACK_DYNAMODB_PORT", dynamodb);
        }
        if (settings.redis().isEmpty()) {
            ports.put("LOCAL_STACK_REDIS_PORT", redis);
        }
        return ports;
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String text = environment.getOrDefault(variable, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("[0-9]{1,5}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > MAX) {
            throw new LocalStackException(
                    variable + " is '" + text + "': a port is a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
