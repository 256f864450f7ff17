package org.consoleme.platform.redis;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.consoleme.accounts.AccountList;
import org.consoleme.accounts.Accounts;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts in memory. Read again when another node says that it replaced them, and every minute
 * in case its word was lost; what was last read stays current while nothing can be read.
 */
@Single
public class CachedAccounts implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(CachedAccounts.class);
    private static final Duration RELOAD = Duration.ofSeconds(60);

    private final StoredAccounts stored;
    private final RedisChannel channel;
    private final ThreadFactory threads;
    private final Semaphore changes = new Semaphore(0);
    private volatile AccountList current = AccountList.NONE;
    private volatile boolean stopped;

    @Inject
    public CachedAccounts(
            StoredAccounts stored, RedisChannel channel, ManagedThreadFactory threads) {
        this(stored, channel, (ThreadFactory) threads);
    }

    CachedAccounts(StoredAccounts stored, RedisChannel channel, ThreadFactory threads) {
        this.stored = stored;
        this.channel = channel;
        this.threads = threads;
    }

    @PostConstruct
    void start() {
        reload();
        channel.listen(RedisChannel.ACCOUNTS, changes::release);
        threads.newThread(this::follow).start();
    }

    @Override
    public AccountList current() {
        return current;
    }

    @Override
    public void replace(AccountList accounts) {
        current = accounts;
        stored.write(accounts);
        try {
            channel.publish(RedisChannel.ACCOUNTS);
        } catch (ProblemException away) {
            LOG.atWarn().setCause(away).log("other nodes will find the accounts by the clock");
        }
    }

    private void follow() {
        try {
            while (!stopped) {
                boolean told = changes.tryAcquire(RELOAD.toSeconds(), TimeUnit.SECONDS);
                if (told) {
                    changes.drainPermits();
                }
                if (!stopped) {
                    reload();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void reload() {
        try {
            stored.read().ifPresent(this::accept);
        } catch (RuntimeException unreadable) {
            // Whatever it is must not end the thread, or this node would never hear of a new
            // account.
            if (!stopped) {
                LOG.atWarn()
                        .setCause(unreadable)
                        .log("accounts could not be read, the last ones stay");
            }
        }
    }

    /**
     * Redis may be behind: after a replacement that it could not take. A ConsoleMe beside us
     * replaces the list hourly by one without units; those that we know stay.
     */
    private synchronized void accept(AccountList read) {
        if (!read.asOf().isBefore(current.asOf())) {
            current = read.placedAs(current);
        }
    }

    @PreDestroy
    void close() {
        stopped = true;
        changes.release();
    }
}
