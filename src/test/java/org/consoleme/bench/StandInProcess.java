package org.consoleme.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.consoleme.bench.http.StandIn;

/**
 * The stand-ins in a process of their own, so that their CPU time can be told apart. Says its
 * address on its first line; ends when its standard input is closed.
 */
public final class StandInProcess {
    private StandInProcess() {}

    /**
     * @param arguments milliseconds after which DynamoDB answers
     */
    public static void main(String[] arguments) throws IOException {
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[0]));
        try (StandIn standIn = new StandIn(new AwsAnswers(delay, Instant.now()))) {
            System.out.println(standIn.address());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
