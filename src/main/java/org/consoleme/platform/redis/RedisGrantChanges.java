package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import org.consoleme.access.GrantChanges;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code consoleme:grants:changed}: no payload, since each node reads the grants anew. */
@Single
public class RedisGrantChanges implements GrantChanges {
    private static final Logger LOG = LoggerFactory.getLogger(RedisGrantChanges.class);

    private final RedisChannel channel;

    @Inject
    public RedisGrantChanges(RedisChannel channel) {
        this.channel = channel;
    }

    @Override
    public void publish() {
        try {
            channel.publish(RedisChannel.GRANTS);
        } catch (ProblemException away) {
            LOG.atDebug().setCause(away).log("other nodes will find the grants by the clock");
        }
    }

    @Override
    public void listen(Runnable listener) {
        channel.listen(RedisChannel.GRANTS, listener);
    }
}
