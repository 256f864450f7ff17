package org.consoleme.batch.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.consoleme.accounts.Account;
import org.consoleme.inventory.IamObject;
import org.consoleme.inventory.IamReader;
import org.consoleme.shared.Problem;
import org.consoleme.testing.IamObjects;

/**
 * Two roles in each account. Accounts above the held number wait for the gate; the sixth always
 * fails. Writes down what it read, so that a test can count over restarts.
 */
public final class HeldIamReader implements IamReader {
    private static final String BROKEN = "666666666666";

    private final Path log;
    private final Semaphore gate = new Semaphore(0);
    private volatile String heldAbove = "999999999999";

    public HeldIamReader(Path log) {
        this.log = log;
    }

    /** Accounts with a higher number wait. */
    public void holdAbove(String account) {
        heldAbove = account;
    }

    @Override
    public void read(Account account, Consumer<List<IamObject>> pages) {
        String id = account.id().value();
        write("begin " + id);
        while (id.compareTo(heldAbove) > 0) {
            pages.accept(List.of());
            awaitChange();
        }
        pages.accept(
                List.of(IamObjects.role(id, "a", Map.of()), IamObjects.role(id, "b", Map.of())));
        if (id.equals(BROKEN)) {
            throw new Problem.Refused("AWS", "AccessDenied").asException();
        }
        write("end " + id);
    }

    private void awaitChange() {
        try {
            if (gate.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                gate.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(
                    log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
