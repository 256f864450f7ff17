/**
 * Redis: ConsoleMe's cache keys in their formats, our own under {@code consoleme:}, and what nodes
 * agree on. Start with {@link org.consoleme.platform.redis.RedisDatabase}. The only place that
 * knows Jedis.
 */
package org.consoleme.platform.redis;
