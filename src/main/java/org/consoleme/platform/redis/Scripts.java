package org.consoleme.platform.redis;

/** Scripts that several stores run; each touches one key, as a cluster demands. */
final class Scripts {
    /** Key: a hash. Arguments: field, the value it must still have. */
    static final String REMOVE_FIELD_IF_SAME =
            """
            if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
            return redis.call('HDEL', KEYS[1], ARGV[1])
            """;

    private Scripts() {}
}
